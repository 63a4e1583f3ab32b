import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { FilePerson } from '../rules/programme-file.ts'
import type { SeminarFile } from '../rules/seminar-file.ts'
import { type Change, placesKept, reconcile } from './reconcile.ts'
import { bodiesOf, type NoteText } from './reconcile-texts.ts'

/**
 * Who is on the programme, by their key. Names and addresses stand in `person`, in a row that belongs to this programme
 * alone. Whoever was erased is in no file, and stays as they are until the file names somebody else by their key.
 *
 * @returns key → id
 */
export async function saveProgrammePeople(
  tx: Tx,
  seminarId: string,
  file: SeminarFile,
  organisations: ReadonlyMap<string, string>,
  changes: Change[],
  text: NoteText,
): Promise<Map<string, string>> {
  const rows = await peopleOf(tx, seminarId)
  const keys = new Set(file.people.map(({ key }) => key))
  const replaced = rows.filter(({ key, erased_at }) => erased_at !== null && keys.has(key)).map(({ id }) => id)
  if (replaced.length > 0) await tx.deleteFrom('programme_person').where('id', 'in', replaced).execute()
  const there = rows
    .filter(({ erased_at }) => erased_at === null)
    .map(({ given_name, family_name, ...row }) => ({ ...row, givenName: given_name, familyName: family_name }))
  const known = new Map(there.map(row => [row.key, row]))
  const places = placesKept([...keys], new Map(there.map(({ key, position }) => [key, position])))
  const ids = await reconcile({
    changes,
    path: 'people',
    there,
    keyOf: row => String(row.key),
    wanted: new Map(
      file.people.map(person => {
        const now = known.get(person.key)
        const { key, organisation, named } = person
        return [
          key,
          {
            ...nameOf(person, file),
            // An organisation that the actor may not see is in no file of theirs, and stays.
            organisation_id: organisation
              ? (organisations.get(organisation) ?? null)
              : now?.seen === null
                ? now.organisation_id
                : null,
            named,
            position: places.get(key) ?? 0,
          },
        ]
      }),
    ),
    newId: randomUUID,
    insert: async (id, { organisation_id, named, position, ...name }, key) => {
      const person_id = await writePerson(tx, seminarId, null, name)
      await tx
        .insertInto('programme_person')
        .values({ id, seminar_id: seminarId, key, person_id, organisation_id, named, position })
        .execute()
    },
    update: async (id, { organisation_id, named, position, ...name }) => {
      const person = there.find(row => row.id === id)
      if (person) await writePerson(tx, seminarId, person.person_id, name)
      return tx
        .updateTable('programme_person')
        .set({ organisation_id, named, position })
        .where('id', '=', id)
        .executeTakeFirst()
    },
    remove: id => tx.deleteFrom('programme_person').where('id', '=', id).executeTakeFirst(),
  })
  for (const { key, role, about } of file.people) {
    text('programme_person', ids.get(key) ?? '', 'role', bodiesOf(role), `people.${key}.role`)
    text('programme_person', ids.get(key) ?? '', 'about', bodiesOf(about), `people.${key}.about`)
  }
  return ids
}

type Name = ReturnType<typeof nameOf>

/** We write to somebody in the source language of the seminar unless it is said otherwise. */
const nameOf = ({ givenName, familyName, email, language }: FilePerson, file: SeminarFile) => ({
  givenName,
  familyName,
  email: email ?? null,
  language: language ?? file.source,
})

function peopleOf(tx: Tx, seminarId: string) {
  return tx
    .selectFrom('programme_person as pp')
    .innerJoin('person as p', 'p.id', 'pp.person_id')
    .leftJoin('organisation as o', 'o.id', 'pp.organisation_id')
    .select(['pp.id', 'pp.key', 'pp.person_id', 'pp.organisation_id', 'pp.named', 'pp.position', 'o.id as seen'])
    .select(['p.given_name', 'p.family_name', 'p.email', 'p.language', 'p.erased_at'])
    .where('pp.seminar_id', '=', seminarId)
    .execute()
}

/** The database checks that the person is theirs to name. */
async function writePerson(tx: Tx, seminarId: string, personId: string | null, name: Name): Promise<string> {
  const { givenName, familyName, email, language } = name
  const { rows } = await sql<{ id: string }>`
    select perenne.write_programme_person(${seminarId}, ${personId}, ${givenName}, ${familyName}, ${email}, ${language}) as id`.execute(
    tx,
  )
  return rows[0]?.id ?? ''
}
