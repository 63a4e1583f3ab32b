/** The columns of SCDL Délibérations 2.1 (OpenDataFrance), by name and in order. */
export const scdlColumns = [
  'COLL_NOM',
  'COLL_SIRET',
  'DELIB_ID',
  'DELIB_DATE',
  'DELIB_MATIERE_CODE',
  'DELIB_MATIERE_NOM',
  'DELIB_OBJET',
  'BUDGET_ANNEE',
  'BUDGET_NOM',
  'PREF_ID',
  'PREF_DATE',
  'VOTE_EFFECTIF',
  'VOTE_REEL',
  'VOTE_POUR',
  'VOTE_CONTRE',
  'VOTE_ABSTENTION',
  'DELIB_URL',
] as const

/** A decision as it is kept; days are YYYY-MM-DD. */
export type DecisionKept = {
  bodyName: string | null
  bodySiret: string | null
  number: string
  decidedOn: string
  subjectCode: string | null
  subjectName: string | null
  object: string
  budgetYear: number | null
  budgetName: string | null
  prefectureId: string | null
  prefectureOn: string | null
  voters: number | null
  voted: number | null
  votesFor: number | null
  votesAgainst: number | null
  abstentions: number | null
  url: string | null
}

/**
 * A decision as a row of the file.
 *
 * @param body the local government, where the decision does not say who took it
 */
export function scdlRow(
  decision: DecisionKept,
  body: { name: string; siret: string | null },
): (string | number | Temporal.PlainDate | null)[] {
  const day = (text: string | null) => (text === null ? null : Temporal.PlainDate.from(text))
  return [
    decision.bodyName ?? body.name,
    decision.bodySiret ?? body.siret,
    decision.number,
    day(decision.decidedOn),
    // The schema asks for two levels of the nomenclature, of the five that there are.
    decision.subjectCode?.split('.').slice(0, 2).join('.') ?? null,
    decision.subjectName,
    decision.object,
    decision.budgetYear,
    decision.budgetName,
    decision.prefectureId,
    day(decision.prefectureOn),
    decision.voters,
    decision.voted,
    decision.votesFor,
    decision.votesAgainst,
    decision.abstentions,
    decision.url,
  ]
}
