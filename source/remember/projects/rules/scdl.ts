import { secondLevel, subjects } from './actes.ts'
import { budgetYearsText } from './budget-years.ts'

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
  /** Of a budget of several years. */
  budgetYearLast: number | null
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

type Body = { name: string; siret: string | null }

/**
 * A decision as a row of the file. The subject is named as the nomenclature names its code, since the two must agree.
 *
 * @param body the local government whose memory it is: who decided, unless the decision names another one with its number; a name
 *   without a number is that of one of its own bodies
 */
export function scdlRow(decision: DecisionKept, body: Body): (string | number | Temporal.PlainDate | null)[] {
  const day = (text: string | null) => (text === null ? null : Temporal.PlainDate.from(text))
  const { bodyName, bodySiret, subjectCode, subjectName } = decision
  const other = bodyName !== null && bodySiret !== null
  const code = subjectCode === null ? null : secondLevel(subjectCode)
  return [
    other ? bodyName : body.name,
    bodySiret ?? body.siret,
    decision.number,
    day(decision.decidedOn),
    code,
    subjects.get(code ?? '') ?? subjectName,
    decision.object,
    budgetYearsText(decision.budgetYear, decision.budgetYearLast),
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

export const scdlLacks = ['siret', 'siret-sum', 'subject', 'subject-unknown', 'object', 'votes'] as const
export type ScdlLack = (typeof scdlLacks)[number]

/**
 * What keeps a decision from being a valid row of SCDL Délibérations 2.1: fields that the schema requires, their patterns, and
 * the checks that it names.
 *
 *  siret            COLL_SIRET: 14 figures, of who decided
 *  siret-sum        french-siret-value: their sum after Luhn
 *  subject          DELIB_MATIERE_CODE
 *  subject-unknown  one of the second level of the nomenclature (DELIB_MATIERE_NOM: nomenclature-actes-value)
 *  votes            sum-columns-value: VOTE_REEL is for, against and abstentions together, where all are said
 */
export function scdlLacking(decision: DecisionKept, body: Body): ScdlLack[] {
  const siret = decision.bodySiret ?? body.siret
  const { subjectCode, voted, votesFor, votesAgainst, abstentions } = decision
  const parts = [votesFor, votesAgainst, abstentions]
  const sum = parts.reduce<number>((total, part) => total + (part ?? 0), 0)
  const found: Record<ScdlLack, boolean> = {
    siret: siret === null || !/^\d{14}$/.test(siret),
    'siret-sum': siret !== null && /^\d{14}$/.test(siret) && !isLuhn(siret),
    subject: subjectCode === null,
    'subject-unknown': subjectCode !== null && !subjects.has(secondLevel(subjectCode)),
    object: decision.object.trim() === '',
    votes: voted !== null && parts.every(part => part !== null) && sum !== voted,
  }
  return scdlLacks.filter(lack => found[lack])
}

/** Whether the sum of figures, every second one from the end doubled, is a multiple of ten. */
export function isLuhn(figures: string): boolean {
  const sum = [...figures].reverse().reduce((total, figure, index) => {
    const value = Number(figure) * (index % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
