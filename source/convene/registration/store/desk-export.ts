import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { MultilingualText } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import type { QuestionKind } from '../rules/questions.ts'
import '#convene/store/tables.ts'

/** What the columns of a seminar are called. */
export type ExportWords = {
  /** The newest words of each consent, by their order. */
  consents: { key: string; version: number; text: MultilingualText | undefined }[]
  /** The newest version of each question that is asked today or has an answer, those asked today first. */
  questions: {
    key: string
    kind: QuestionKind
    askedToday: boolean
    label: MultilingualText | undefined
    /** Of every version: key of an option → its words, the newest that there are. */
    options: Map<string, MultilingualText | undefined>
  }[]
  /** Names of the territories that somebody of the seminar comes from. */
  territories: Map<string, MultilingualText | undefined>
}

/** What stands over the columns of an export, and in its cells instead of keys. Five reads at most. */
export async function exportWords(tx: Tx, seminarId: string): Promise<ExportWords> {
  const consents = await tx
    .selectFrom('consent')
    .distinctOn('key')
    .select(['id', 'key', 'version', 'position'])
    .where('seminar_id', '=', seminarId)
    .orderBy('key')
    .orderBy('version', 'desc')
    .execute()
  const questions = await tx
    .selectFrom('question as q')
    .distinctOn('q.key')
    .select(['q.id', 'q.key', 'q.kind', 'q.position', 'q.superseded_at as superseded'])
    .select(
      sql<boolean>`exists (select from perenne.registration_answer a join perenne.question v on v.id = a.question_id
        where v.seminar_id = q.seminar_id and v.key = q.key)`.as('answered'),
    )
    .where('q.seminar_id', '=', seminarId)
    .orderBy('q.key')
    .orderBy('q.version', 'desc')
    .execute()
  const options = await tx
    .selectFrom('question_option as o')
    .innerJoin('question as q', 'q.id', 'o.question_id')
    .select(['o.id', 'o.key', 'q.key as question'])
    .where('q.seminar_id', '=', seminarId)
    .orderBy('q.version')
    .execute()
  const territories = await tx
    .selectFrom('registration')
    .select('territory_id as id')
    .distinct()
    .where('seminar_id', '=', seminarId)
    .where('territory_id', 'is not', null)
    .execute()
  const territoryIds = territories.flatMap(({ id }) => id ?? [])
  const texts = await textsOf(tx, [...[...consents, ...questions, ...options].map(({ id }) => id), ...territoryIds])
  return {
    consents: consents
      .toSorted((one, other) => one.position - other.position)
      .map(({ id, key, version }) => ({ key, version, text: texts.get(id)?.text })),
    questions: questions
      .filter(({ superseded, answered }) => superseded === null || answered)
      .toSorted(
        (one, other) =>
          Number(one.superseded !== null) - Number(other.superseded !== null) || one.position - other.position,
      )
      .map(({ id, key, kind, superseded }) => ({
        key,
        kind,
        askedToday: superseded === null,
        label: texts.get(id)?.label,
        // Later versions come later, and their words stay.
        options: new Map(
          options
            .filter(option => option.question === key)
            .map(option => [option.key, texts.get(option.id)?.label] as const),
        ),
      })),
    territories: new Map(territoryIds.map(id => [id, texts.get(id)?.name])),
  }
}

/** What the list does not show of a registration. Names are null once the person is erased. */
export type ExportDetail = {
  id: string
  line: number
  priority: number
  role: string | null
  /** BCP 47 primary tags. */
  languages: string[]
  /** Of our mails. */
  language: string
  territoryId: string | null
  /** As it was typed, where it is none that we know. */
  territoryName: string | null
  givenName: string | null
  familyName: string | null
  invitation: string | null
  /** By key: what was said last, and to which version of the words. */
  consents: Record<string, { given: boolean; version: number }>
  /** By key of the question; the answer to the newest version that was answered. */
  answers: Record<string, unknown>
}

/** The details of some registrations of a seminar, by their id. One read; needs are not in it. */
export async function exportDetails(
  tx: Tx,
  seminarId: string,
  ids: readonly string[],
): Promise<Map<string, ExportDetail>> {
  const { rows } = await sql<ExportDetail>`
    with chosen as materialized (
      select r.id, r.line, r.priority, r.role, r.languages, r.language, r.territory_id, r.territory_name,
             r.person_id, r.invitation_id
      from perenne.registration r where r.seminar_id = ${seminarId} and r.id = any (${[...ids]}::uuid[])
    ), said as (
      select g.registration_id,
             jsonb_object_agg(c.key, jsonb_build_object('given', g.given, 'version', c.version) order by c.version) as them
      from perenne.registration_consent g join perenne.consent c on c.id = g.consent_id
      where g.registration_id = any (${[...ids]}::uuid[]) group by 1
    ), answered as (
      select a.registration_id, jsonb_object_agg(q.key, a.value order by q.version) as them
      from perenne.registration_answer a join perenne.question q on q.id = a.question_id
      where a.registration_id = any (${[...ids]}::uuid[]) group by 1
    )
    select r.id, r.line, r.priority, r.role, r.languages, r.language, r.territory_id as "territoryId",
           r.territory_name as "territoryName",
           p.given_name as "givenName", p.family_name as "familyName", i.label as invitation,
           coalesce(said.them, '{}') as consents, coalesce(answered.them, '{}') as answers
    from chosen r
    left join perenne.person p on p.id = r.person_id
    left join perenne.invitation i on i.id = r.invitation_id
    left join said on said.registration_id = r.id
    left join answered on answered.registration_id = r.id`.execute(tx)
  return new Map(rows.map(row => [row.id, row]))
}

export type ExportNeeds = {
  id: string
  line: number
  givenName: string | null
  familyName: string | null
  accessibility: string[]
  diet: string[]
  note: string
}

/** Those of some registrations of a seminar who need something, by their id. */
export async function exportNeeds(
  tx: Tx,
  seminarId: string,
  ids: readonly string[],
): Promise<Map<string, ExportNeeds>> {
  const rows = await tx
    .selectFrom('registration_need as n')
    .innerJoin('registration as r', 'r.id', 'n.registration_id')
    .leftJoin('person as p', 'p.id', 'r.person_id')
    .select(['r.id', 'r.line', 'p.given_name as givenName', 'p.family_name as familyName'])
    .select(['n.accessibility', 'n.diet', 'n.note'])
    .where('r.seminar_id', '=', seminarId)
    .where(sql<boolean>`r.id = any (${[...ids]}::uuid[])`)
    .where(sql<boolean>`(n.accessibility <> '{}' or n.diet <> '{}' or n.note <> '')`)
    .execute()
  return new Map(rows.map(row => [row.id, row]))
}
