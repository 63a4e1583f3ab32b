import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'

/** Whether the actor works on a seminar, and not only sees what everybody sees of it. */
export async function mayReadSeminar(tx: Tx, seminarId: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select perenne.is_job() or ${seminarId}::uuid = any (perenne.spaces('read')) as may`.execute(tx)
  return rows[0]?.may === true
}

/** Whether there is a network with this address that the actor may edit. */
export async function isNetworkToEdit(tx: Tx, slug: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select exists (
      select from perenne.space n
      where n.kind = 'network' and n.slug = ${slug} and (perenne.is_job() or n.id = any (perenne.spaces('edit')))) as may`.execute(
    tx,
  )
  return rows[0]?.may === true
}

/**
 * A translation that was copied word for word is as reviewed, and as old, as the one it was copied from.
 *
 * @param from place in the file → record that has its words
 */
export async function copyTextStates(
  tx: Tx,
  from: ReadonlyMap<string, string>,
  to: ReadonlyMap<string, string>,
): Promise<void> {
  const pairs = [...to].flatMap(([path, id]) => {
    const origin = from.get(path)
    return origin === undefined || origin === id ? [] : [{ id, origin }]
  })
  await sql`
    update perenne.translation t set state = p.state, source_hash = p.source_hash
    from unnest(${sql.val(pairs.map(({ id }) => id))}::uuid[], ${sql.val(pairs.map(({ origin }) => origin))}::uuid[]) as pair (id, origin)
    join perenne.translation p on p.record_id = pair.origin and p.state <> 'source'
    where t.record_id = pair.id and t.record_table = p.record_table and t.field = p.field and t.language = p.language
      and t.body = p.body and t.state <> 'source' and (t.state, t.source_hash) is distinct from (p.state, p.source_hash)`.execute(
    tx,
  )
}

/** On which days before it reminders leave. */
export async function copyReminders(tx: Tx, from: string, to: string): Promise<void> {
  await sql`
    update perenne.seminar t set reminder_days = s.reminder_days from perenne.seminar s
    where t.id = ${to} and s.id = ${from} and t.reminder_days <> s.reminder_days`.execute(tx)
}

/** The organisers' own words for the mails of a seminar, in the languages that they wrote them in. */
export async function copyMailWords(tx: Tx, from: string, to: string): Promise<void> {
  await sql`insert into perenne.mail_words (seminar_id, template)
    select ${to}, template from perenne.mail_words where seminar_id = ${from}`.execute(tx)
  // The original of each first: a translation is of something.
  for (const original of [true, false]) {
    await sql`
      insert into perenne.translation (record_table, record_id, field, language, body, state, source_hash)
      select t.record_table, mine.id, t.field, t.language, t.body, t.state, t.source_hash
      from perenne.translation t
      join perenne.mail_words theirs on theirs.id = t.record_id and theirs.seminar_id = ${from}
      join perenne.mail_words mine on mine.template = theirs.template and mine.seminar_id = ${to}
      where t.record_table = 'mail_words' and (t.state = 'source') = ${original}`.execute(tx)
  }
}
