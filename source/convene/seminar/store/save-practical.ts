import { randomUUID } from 'node:crypto'
import type { Tx } from '#ground/database/actor.ts'
import type { SeminarFile } from '../rules/seminar-file.ts'
import { type Change, reconcile } from './reconcile.ts'
import { bodiesOf, type NoteText } from './reconcile-texts.ts'

/** How to get to the venue, line by line, by their place. */
export async function saveAccessLines(tx: Tx, id: string, file: SeminarFile, changes: Change[], text: NoteText) {
  const there = await tx
    .selectFrom('seminar_access_line')
    .select(['id', 'position'])
    .where('seminar_id', '=', id)
    .execute()
  const ids = await reconcile({
    changes,
    path: 'venue.access',
    there,
    keyOf: row => String(row.position),
    wanted: new Map(file.venue.access.map((_, position) => [String(position), { position }])),
    newId: randomUUID,
    insert: (line, values) =>
      tx
        .insertInto('seminar_access_line')
        .values({ id: line, seminar_id: id, ...values })
        .execute(),
    update: (line, values) =>
      tx.updateTable('seminar_access_line').set(values).where('id', '=', line).executeTakeFirst(),
    remove: line => tx.deleteFrom('seminar_access_line').where('id', '=', line).executeTakeFirst(),
  })
  for (const [position, words] of file.venue.access.entries()) {
    const line = ids.get(String(position))
    if (line) text('seminar_access_line', line, 'text', bodiesOf(words), `venue.access.${position}`)
  }
}

/** Whom to write to, by their place in the list. */
export async function saveContacts(
  tx: Tx,
  id: string,
  file: SeminarFile,
  organisations: ReadonlyMap<string, string>,
  changes: Change[],
  text: NoteText,
) {
  const there = await tx
    .selectFrom('seminar_contact as c')
    .leftJoin('organisation as o', 'o.id', 'c.organisation_id')
    .selectAll('c')
    .select('o.id as seen')
    .where('c.seminar_id', '=', id)
    .execute()
  // An organisation that the actor may not see is in no file of theirs, and stays.
  const hidden = (position: number) =>
    there.find(row => row.position === position && row.seen === null)?.organisation_id ?? null
  const ids = await reconcile({
    changes,
    path: 'contacts',
    there,
    keyOf: row => String(row.position),
    wanted: new Map(
      file.contacts.map(({ organisation, email, telephone }, position) => [
        String(position),
        {
          position,
          organisation_id: organisation ? (organisations.get(organisation) ?? null) : hidden(position),
          email: email ?? null,
          telephone: telephone ?? null,
        },
      ]),
    ),
    newId: randomUUID,
    insert: (contact, values) =>
      tx
        .insertInto('seminar_contact')
        .values({ id: contact, seminar_id: id, ...values })
        .execute(),
    update: (contact, values) =>
      tx.updateTable('seminar_contact').set(values).where('id', '=', contact).executeTakeFirst(),
    remove: contact => tx.deleteFrom('seminar_contact').where('id', '=', contact).executeTakeFirst(),
  })
  for (const [position, { label }] of file.contacts.entries()) {
    const contact = ids.get(String(position))
    if (contact) text('seminar_contact', contact, 'label', bodiesOf(label), `contacts.${position}.label`)
  }
}
