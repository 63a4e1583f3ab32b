import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { WaitingField, WaitingWord } from '../rules/waiting-words.ts'
import '#convene/store/tables.ts'

/** What is said of the people of a programme and waits for the language in which the texts of the seminar are first written. */
export async function readWaitingWords(tx: Tx, seminarId: string): Promise<WaitingWord[]> {
  const { rows } = await sql<WaitingWord>`
    select pp.key, t.field, t.language, t.body
    from perenne.translation t join perenne.programme_person pp on pp.id = t.record_id
    where t.space_id = ${seminarId} and pp.seminar_id = ${seminarId} and t.record_table = 'programme_person'
      and t.field in ('role', 'about') and t.state <> 'source'
      and not exists (select from perenne.translation s where s.record_id = t.record_id
        and s.record_table = t.record_table and s.field = t.field and s.state = 'source')
    order by pp.key, t.field, t.language`.execute(tx)
  return rows
}

type Text = { seminarId: string; key: string; field: WaitingField }

/**
 * Brings the words of one text to what is wanted, in the languages besides the source. Those that waited, and whose source
 * was written beside them, are its translations from then on.
 *
 * @param words by language, without the source
 */
export async function writeWaitingWords(
  tx: Tx,
  { seminarId, key, field }: Text,
  words: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const person = await tx
    .selectFrom('programme_person')
    .select('id')
    .where('seminar_id', '=', seminarId)
    .where('key', '=', key)
    .executeTakeFirst()
  if (!person) return
  const wanted = Object.entries(words).filter((one): one is [string, string] => one[1] !== undefined)
  const of = sql`t.record_table = 'programme_person' and t.record_id = ${person.id} and t.field = ${field}`
  await sql`
    delete from perenne.translation t
    where ${of} and t.state <> 'source' and t.language <> all(${wanted.map(([language]) => language)}::text[])`.execute(
    tx,
  )
  const original = sql`coalesce((select t.body_hash from perenne.translation t where ${of} and t.state = 'source'),
    perenne.text_hash(''))`
  for (const [language, body] of wanted)
    await sql`
      insert into perenne.translation as t (record_table, record_id, field, language, body, state, source_hash)
        values ('programme_person', ${person.id}, ${field}, ${language}, ${body}, 'reviewed', ${original})
        on conflict (record_id, record_table, field, language)
        do update set body = excluded.body, state = excluded.state, source_hash = excluded.source_hash
        where t.state <> 'source'
          and (t.body, t.source_hash) is distinct from (excluded.body, excluded.source_hash)`.execute(tx)
}
