import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { Visibility } from '#ground/database/tables.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { type Shown, show } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import { standsForAll } from '../../actors/store/standing.ts'
import { type Both, joinedFields, type Said, type Side, sides } from '../rules/join.ts'
import '../../store/tables.ts'

// Two relationships of one memory, side by side.

export type Pair = { one: string; other: string }

/** What two relationships say of themselves; null unless both are of this memory. `lock` holds others off until it is over. */
export async function readBoth(tx: Tx, space: string, pair: Pair, lock = false): Promise<Both | null> {
  const ids = [pair.one, pair.other]
  const { rows } = await sql<Pick<Said, 'kind' | 'during' | 'visibility'> & { id: string }>`
    select id, kind, during, visibility from relationship where space_id = ${space} and id in (${sql.join(ids)})
    order by id ${lock ? sql`for update` : sql``}`.execute(tx)
  if (rows.length !== 2) return null
  const circles = await tx
    .selectFrom('field_circle')
    .select(['record_id', 'field', 'at_most'])
    .where('record_table', '=', 'relationship')
    .where('record_id', 'in', ids)
    .execute()
  const texts = await textsOf(tx, ids)
  const said = (id: string): Said => {
    const row = rows.find(one => one.id === id)
    if (!row) throw new Error('one of two relationships is missing')
    const circle = (field: string): Visibility =>
      circles.find(one => one.record_id === id && one.field === field)?.at_most ?? 2
    return {
      kind: row.kind,
      during: row.during,
      visibility: row.visibility,
      circles: { reason: circle('reason'), narrative: circle('narrative') },
      texts: texts.get(id) ?? {},
    }
  }
  return { one: said(pair.one), other: said(pair.other) }
}

/** What moves with the one that goes; in the order in which it is told. */
export const movingKinds = [
  'parties',
  'agreements',
  'fees',
  'seats',
  'duties',
  'projects',
  'commitments',
  'journal',
  'decisions',
  'documents',
  'notes',
] as const
export type Moving = Record<(typeof movingKinds)[number], number>

/** What hangs on each of two relationships, counted as far as the actor sees it. Two queries. */
export async function whatHangsOn(tx: Tx, pair: Pair): Promise<Record<Side, Moving>> {
  const ids = sql.join([pair.one, pair.other])
  const { rows } = await sql<{ id: string; kind: keyof Moving; count: number }>`
    select relationship_id as id, 'parties' as kind, count(*)::int as count from relationship_party where relationship_id in (${ids}) group by 1
    union all select relationship_id, 'agreements', count(*)::int from agreement where relationship_id in (${ids}) group by 1
    union all select relationship_id, 'fees', count(*)::int from fee where relationship_id in (${ids}) group by 1
    union all select relationship_id, 'seats', count(*)::int from network_seat where relationship_id in (${ids}) group by 1
    union all select relationship_id, 'duties', count(*)::int from responsibility where relationship_id in (${ids}) group by 1
    union all select relationship_id, 'projects', count(*)::int from activity where relationship_id in (${ids}) group by 1
    union all select relationship_id, 'commitments', count(*)::int from commitment where relationship_id in (${ids}) group by 1
    union all select about_id, case record_table when 'interaction' then 'journal' when 'decision' then 'decisions'
        when 'memory_document' then 'documents' else 'notes' end, count(*)::int
      from about where about_table = 'relationship' and about_id in (${ids}) group by 1, record_table`.execute(tx)
  const of = (id: string) =>
    Object.fromEntries(
      movingKinds.map(kind => [kind, rows.find(row => row.id === id && row.kind === kind)?.count ?? 0]),
    ) as Moving
  return { one: of(pair.one), other: of(pair.other) }
}

/** Somebody to whom one of the two is shown. `named` is the row of the name that the sharer typed. */
export type ShownTo = { id: string; record: string; person: string; named: string | null; endsAt: Temporal.Instant }

/** To whom the two are shown at this moment. */
export async function shownTo(tx: Tx, pair: Pair, now: Temporal.Instant): Promise<ShownTo[]> {
  const rows = await tx
    .selectFrom('share')
    .leftJoin('share_name', 'share_name.share_id', 'share.id')
    .select(['share.id', 'share.record_id as record', 'share.person_id as person', 'share.ends_at as endsAt'])
    .select('share_name.person_id as named')
    .where('record_table', '=', 'relationship')
    .where('record_id', 'in', [pair.one, pair.other])
    .where('ends_at', '>', now)
    .orderBy('share.ends_at')
    .orderBy('share.id')
    .execute()
  return rows
}

/** Everything that two relationships say and that hangs on them, as a form holds it: by its digest a stale page is known. */
export function asFields(both: Both, moving: Record<Side, Moving>, shares: readonly ShownTo[]): Record<string, string> {
  const fields: Record<string, string> = {
    shares: shares.map(({ id, endsAt }) => `${id} ${endsAt}`).join(' '),
  }
  for (const side of sides) {
    const said = both[side]
    for (const field of joinedFields)
      fields[`${side} ${field}`] =
        field === 'kind' || field === 'during' ? said[field] : JSON.stringify(said.texts[field]?.bodies ?? {})
    fields[`${side} circles`] = [said.visibility, said.circles.reason, said.circles.narrative].join(' ')
    fields[`${side} parts`] = movingKinds.map(kind => moving[side][kind]).join(' ')
  }
  return fields
}

export type Candidate = { id: string; name: Shown | null; partners: (Shown | null)[]; alike: boolean }

/**
 * The other relationships of a memory, with their partners: those that share a partner with this one first, those of its kind
 * before all. Four queries, however many they are.
 */
export async function candidates(tx: Tx, space: string, id: string, locale: Locale): Promise<Candidate[]> {
  const rows = await tx.selectFrom('relationship').select(['id', 'kind']).where('space_id', '=', space).execute()
  const parties = await tx
    .selectFrom('relationship_party')
    .select(['relationship_id as relationship', 'organisation_id as organisation'])
    .where('space_id', '=', space)
    .where('role', 'in', ['partner', 'network'])
    .orderBy('id')
    .execute()
  const stands = await standsForAll(
    tx,
    parties.map(party => party.organisation),
  )
  const texts = await textsOf(tx, [
    ...rows.map(row => row.id),
    ...new Set(parties.map(party => stands(party.organisation))),
  ])
  const partnersOf = (relationship: string) => [
    ...new Set(parties.filter(one => one.relationship === relationship).map(one => stands(one.organisation))),
  ]
  const kind = rows.find(row => row.id === id)?.kind
  const own = new Set(partnersOf(id))
  return rows
    .filter(row => row.id !== id)
    .map(row => {
      const partners = partnersOf(row.id)
      const shares = partners.some(partner => own.has(partner))
      return {
        id: row.id,
        name: show(texts.get(row.id)?.name, locale),
        partners: partners.map(partner => show(texts.get(partner)?.name, locale)),
        alike: shares,
        rank: (shares ? 0 : 2) + (row.kind === kind ? 0 : 1),
      }
    })
    .sort(
      (a, b) =>
        a.rank - b.rank || (a.name?.text ?? '').localeCompare(b.name?.text ?? '', locale) || (a.id < b.id ? -1 : 1),
    )
}
