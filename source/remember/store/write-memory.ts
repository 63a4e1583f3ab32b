import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import { type Locale, locales } from '#ground/languages/locales.ts'
import { writeTexts } from '#ground/languages/texts.ts'
import type { PlannedRow } from '../rules/file/plan.ts'
import './tables.ts'

// Rows whose space and circle are their own; those of the others come from what they belong to.
const roots: ReadonlySet<string> = new Set([
  'organisation',
  'contact',
  'term',
  'post',
  'decision',
  'relationship',
  'activity',
  'interaction',
  'commitment',
  'memory_document',
  'note',
  'responsibility',
])
const signed: ReadonlySet<string> = new Set(['interaction', 'note'])

type Writing = { space: string; source: Locale; person: string | null }
type Columns = Record<string, unknown>

/** Adds new rows with their texts: one statement for each run of rows of one table. */
export async function addRows(tx: Tx, rows: readonly PlannedRow[], writing: Writing): Promise<void> {
  for (const run of runs(rows)) {
    const table = run[0]?.table as 'organisation'
    const values: Columns[] = []
    for (const row of run) values.push(await columnsOf(tx, row, writing, null))
    await tx
      .insertInto(table)
      .values(values as never)
      .execute()
  }
  const texts = rows.flatMap(row => textRows(row, writing.source))
  if (texts.length > 0) await tx.insertInto('translation').values(texts).execute()
}

/** Writes what rows say from now on. A translation that is left as it was keeps the stamp of the source it was made from. */
export async function changeRows(tx: Tx, rows: readonly PlannedRow[], writing: Writing): Promise<void> {
  for (const row of rows) {
    const person =
      row.table === 'contact'
        ? await tx.selectFrom('contact').select('person_id').where('id', '=', row.id).executeTakeFirstOrThrow()
        : null
    const { id, ...columns } = await columnsOf(tx, row, writing, person?.person_id ?? null)
    await tx
      .updateTable(row.table as 'organisation')
      .set(columns as never)
      .where('id', '=', row.id)
      .execute()
    for (const [field, said] of Object.entries(row.texts)) {
      if (said === undefined) continue
      const bodies = typeof said === 'string' ? { [writing.source]: said } : said
      const source = writing.source in bodies ? writing.source : (Object.keys(bodies)[0] as Locale)
      const given = Object.fromEntries(Object.entries(bodies).filter(([, body]) => body !== undefined))
      await writeTexts(tx, [{ table: row.table, id: row.id, field, source, bodies: given, only: true }])
    }
  }
}

function runs(rows: readonly PlannedRow[]): PlannedRow[][] {
  const found: PlannedRow[][] = []
  for (const row of rows) {
    const last = found.at(-1)
    if (last?.[0]?.table === row.table) last.push(row)
    else found.push([row])
  }
  return found
}

async function columnsOf(
  tx: Tx,
  { table, id, columns }: PlannedRow,
  { space, person, source }: Writing,
  known: string | null,
): Promise<Columns> {
  const own = { id, ...columns, ...(roots.has(table) ? { space_id: space } : {}) }
  if (signed.has(table)) return { ...own, written_by: person }
  if (table !== 'contact') return own
  const { given, family, email, telephone, spoken, ...rest } = own as Columns
  const { rows } = await sql<{ id: string }>`
    select perenne.write_contact_person(${space}, ${known}, ${given}, ${family}, ${email}, ${telephone}, ${spoken ?? source}) as id
  `.execute(tx)
  return { ...rest, person_id: rows[0]?.id }
}

function textRows({ table, id, texts }: PlannedRow, usual: Locale) {
  return Object.entries(texts).flatMap(([field, said]) => {
    if (said === undefined) return []
    const bodies: Partial<Record<Locale, string | undefined>> = typeof said === 'string' ? { [usual]: said } : said
    const source = bodies[usual] === undefined ? locales.find(locale => bodies[locale] !== undefined) : usual
    return locales.flatMap(language => {
      const body = bodies[language]
      if (body === undefined) return []
      const original = language === source
      return [
        {
          record_table: table,
          record_id: id,
          field,
          language,
          body,
          state: original ? ('source' as const) : ('reviewed' as const),
          source_hash: original ? null : sql<string>`perenne.text_hash(${bodies[source as Locale]})`,
        },
      ]
    })
  })
}
