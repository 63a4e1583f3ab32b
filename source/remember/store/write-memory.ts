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

/**
 * Adds new rows with their texts: one statement for each run of rows of one table that say the same columns, however many
 * they are. A column that a row does not say is what the table makes of it.
 */
export async function addRows(tx: Tx, rows: readonly PlannedRow[], writing: Writing): Promise<void> {
  for (const run of runs(rows)) {
    const persons = run[0]?.table === 'contact' ? await addPersons(tx, run, writing) : []
    await addRun(
      tx,
      run.map((row, index) => columnsOf(row, writing, persons[index])),
      run[0]?.table ?? '',
    )
  }
  const texts = rows.flatMap(row => textRows(row, writing.source))
  if (texts.length > 0)
    await sql`
      insert into translation (record_table, record_id, field, language, body, state, source_hash)
      select r.record_table, r.record_id, r.field, r.language, r.body, r.state,
        case when r.original is not null then perenne.text_hash(r.original) end
      from jsonb_to_recordset(${asJson(texts)}::jsonb) as r(record_table text, record_id uuid, field text, language text,
        body text, state text, original text)`.execute(tx)
}

// Told as one value: thousands of them, each by itself, would be read and planned longer than they are written.
async function addRun(tx: Tx, rows: readonly Columns[], table: string): Promise<void> {
  const columns = sql.join(columnNames(rows[0] ?? {}).map(name => sql.ref(name)))
  await sql`
    insert into ${sql.table(table)} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${asJson(rows)}::jsonb)`.execute(tx)
}

/** Rows as one value of jsonb; what is cut in the middle of a character is no text of it. */
export const asJson = (rows: readonly unknown[]): string =>
  JSON.stringify(rows, (_, value: unknown) => (typeof value === 'string' ? value.toWellFormed() : value))

const columnNames = (columns: Columns): string[] =>
  Object.entries(columns)
    .filter(([, value]) => value !== undefined)
    .map(([name]) => name)
    .sort()

/** Writes what rows say from now on. A translation that is left as it was keeps the stamp of the source it was made from. */
export async function changeRows(tx: Tx, rows: readonly PlannedRow[], writing: Writing): Promise<void> {
  for (const row of rows) {
    const person =
      row.table === 'contact'
        ? await tx.selectFrom('contact').select('person_id').where('id', '=', row.id).executeTakeFirstOrThrow()
        : null
    const [named] = person ? await addPersons(tx, [row], writing, person.person_id) : []
    const { id, ...columns } = columnsOf(row, writing, named)
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
  const saysOf = ({ table, columns }: PlannedRow) => `${table} ${columnNames(columns)}`
  for (const row of rows) {
    const last = found.at(-1)
    if (last?.[0] && saysOf(last[0]) === saysOf(row)) last.push(row)
    else found.push([row])
  }
  return found
}

// Of a contact, what stands in `person` alone.
const ofPerson = ['given', 'family', 'email', 'telephone', 'spoken'] as const

/** Writes the persons behind contacts; ids in the order of the rows. `known` for one that is there already. */
async function addPersons(
  tx: Tx,
  rows: readonly PlannedRow[],
  { space, source }: Writing,
  known: string | null = null,
): Promise<string[]> {
  const persons = rows.map(({ columns }, place) => ({
    place,
    ...Object.fromEntries(ofPerson.map(name => [name, columns[name]])),
    spoken: columns.spoken ?? source,
  }))
  const { rows: written } = await sql<{ place: number; id: string }>`
    select r.place, perenne.write_contact_person(${space}, ${known}::uuid, r.given, r.family, r.email, r.telephone, r.spoken) as id
    from jsonb_to_recordset(${asJson(persons)}::jsonb) as r(place int, given text, family text, email text, telephone text, spoken text)
  `.execute(tx)
  return written.sort((a, b) => a.place - b.place).map(({ id }) => id)
}

function columnsOf({ table, id, columns }: PlannedRow, { space, person }: Writing, named: string | undefined): Columns {
  const own: Columns = { id, ...columns, ...(roots.has(table) ? { space_id: space } : {}) }
  if (signed.has(table)) return { ...own, written_by: person }
  if (table !== 'contact') return own
  for (const name of ofPerson) delete own[name]
  return { ...own, person_id: named }
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
          // What it was made from, which stamps it.
          original: original ? null : bodies[source as Locale],
        },
      ]
    })
  })
}
