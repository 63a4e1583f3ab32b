import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { Visibility } from '#ground/database/tables.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { type AboutNamed, aboutOf, nameAbout } from '../../store/about.ts'
import type { InteractionKind, Side } from '../rules/kinds.ts'
import '../../store/tables.ts'

export type JournalLine = {
  id: string
  kind: InteractionKind
  during: string
  title: string
  language: string
  /** What it is about, then who took part: each with the name that this reader may read. */
  about: AboutNamed[]
  with: ParticipantNamed[]
}
export type ParticipantNamed = AboutNamed & { side: Side }

export type JournalFilter = {
  year: number | null
  kind: InteractionKind | null
  relationship: string | null
  words: string
}

/** The lines of a journal that this actor may see, newest first, with how many there are. Four queries however many they are. */
export async function listInteractions(
  tx: Tx,
  space: string,
  locale: Locale,
  filter: JournalFilter,
  { page, size }: { page: number; size: number },
): Promise<{ lines: JournalLine[]; total: number }> {
  let query = tx
    .selectFrom('interaction')
    .select(['id', 'kind', 'during', 'title', 'language'])
    .select(sql<number>`(count(*) over ())::integer`.as('total'))
    .where('space_id', '=', space)
    .orderBy(sql`coalesce(lower(reach), upper(reach))`, sort => sort.desc().nullsLast())
    .orderBy('id')
    .limit(size)
    .offset((page - 1) * size)
  const { year, kind, relationship, words } = filter
  if (kind !== null) query = query.where('kind', '=', kind)
  if (year !== null)
    query = query.where(sql<boolean>`reach && daterange(make_date(${year}, 1, 1), make_date(${year}, 12, 31), '[]')`)
  if (relationship !== null)
    query = query.where(
      sql<boolean>`exists (select from about a where a.record_id = interaction.id and a.record_table = 'interaction'
        and (a.about_id = ${relationship} or a.about_id in (select g.id from agreement g where g.relationship_id = ${relationship})))`,
    )
  for (const word of words.split(/\s+/).filter(Boolean).slice(0, 8)) {
    const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    query = query.where(sql<boolean>`unaccent(concat_ws(' ', title, place, body)) ilike unaccent(${like})`)
  }
  const rows = await query.execute()
  const lines = await withNames(tx, space, locale, rows)
  return { lines, total: rows[0]?.total ?? 0 }
}

type Row = Pick<JournalLine, 'id' | 'kind' | 'during' | 'title' | 'language'>

async function withNames(tx: Tx, space: string, locale: Locale, rows: readonly Row[]): Promise<JournalLine[]> {
  const ids = rows.map(row => row.id)
  const about = await aboutOf(tx, 'interaction', ids)
  const people = await participantsOf(tx, ids)
  const everything = rows.flatMap(({ id }) => [
    ...(about.get(id) ?? []).map(ref => ({ ...ref, of: id, side: null })),
    ...(people.get(id) ?? []).map(ref => ({ ...ref, of: id })),
  ])
  const named = await nameAbout(tx, space, locale, everything)
  return rows.map(({ id, kind, during, title, language }) => ({
    id,
    kind,
    during,
    title,
    language,
    about: named.filter(ref => ref.of === id && ref.side === null),
    with: named.filter((ref): ref is typeof ref & { side: Side } => ref.of === id && ref.side !== null),
  }))
}

type ParticipantRow = { table: 'contact' | 'organisation'; id: string; side: Side }

/** Who took part in some interactions, by interaction. */
export async function participantsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, ParticipantRow[]>> {
  const found = new Map<string, ParticipantRow[]>()
  if (ids.length === 0) return found
  const rows = await tx
    .selectFrom('interaction_participant')
    .select(['interaction_id', 'contact_id', 'organisation_id', 'side'])
    .where('interaction_id', 'in', [...ids])
    .orderBy('side')
    .orderBy('id')
    .execute()
  for (const { interaction_id, contact_id, organisation_id, side } of rows) {
    const list = found.get(interaction_id) ?? []
    if (list.length === 0) found.set(interaction_id, list)
    if (contact_id !== null) list.push({ table: 'contact', id: contact_id, side })
    else if (organisation_id !== null) list.push({ table: 'organisation', id: organisation_id, side })
  }
  return found
}

export type Interaction = JournalLine & {
  place: string | null
  body: string | null
  visibility: Visibility
  fromMail: boolean
}

/** One line of the journal with all that belongs to it; null when this actor sees none with this id there. */
export async function readInteraction(tx: Tx, space: string, id: string, locale: Locale): Promise<Interaction | null> {
  const row = await tx
    .selectFrom('interaction')
    .select(['id', 'kind', 'during', 'title', 'language', 'place', 'body', 'visibility', 'message_id'])
    .where('space_id', '=', space)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const [named] = await withNames(tx, space, locale, [row])
  if (!named) return null
  const { place, body, visibility, message_id } = row
  return { ...named, place, body, visibility, fromMail: message_id !== null }
}

/** The years of which a journal tells, latest first. */
export async function yearsOf(tx: Tx, space: string): Promise<number[]> {
  const rows = await tx
    .selectFrom('interaction')
    .select(sql<number>`extract(year from coalesce(lower(reach), upper(reach) - 1))::integer`.as('year'))
    .distinct()
    .where('space_id', '=', space)
    .where(sql<boolean>`coalesce(lower(reach), upper(reach)) is not null`)
    .orderBy('year', 'desc')
    .execute()
  return rows.map(row => row.year)
}

/** The relationships of a memory, by name: to narrow a journal to one. */
export async function relationshipsToChoose(tx: Tx, space: string, locale: Locale): Promise<AboutNamed[]> {
  // Those of one name stay in one order.
  const rows = await tx.selectFrom('relationship').select('id').where('space_id', '=', space).orderBy('id').execute()
  const named = await nameAbout(
    tx,
    space,
    locale,
    rows.map(({ id }) => ({ table: 'relationship' as const, id })),
  )
  return named
    .filter(ref => ref.name !== null)
    .sort((a, b) => (a.name?.text ?? '').localeCompare(b.name?.text ?? '', locale))
}
