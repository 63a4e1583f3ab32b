import { expect } from 'vitest'
import { changeSeminar, versionOf } from '#convene/seminar/acts/change-seminar.ts'
import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import { job } from '#ground/database/actor.ts'
import type { TestHouse } from '../../support/house.ts'
import { fileOf, importShort } from './support.ts'

/** A change by somebody else, who has just seen the seminar. */
export async function changed(house: TestHouse, slug: string, patch: (file: SeminarFile) => void) {
  const seen = versionOf(await fileOf(house, slug))
  const done = await changeSeminar(house, job('test'), slug, seen, file => {
    patch(file)
    return file
  })
  expect(done).toMatchObject({ outcome: 'changed' })
}

/** A seminar of three days with two rooms, three people, a panel of which they sit, and a slot in the night. */
export async function importWithPeople(house: TestHouse, network: string, slug: string, announce = false) {
  const id = await importShort(house, network, slug, announce)
  await changed(house, slug, file => {
    file.people = [
      person('ana', 'Ana', 'Zanetti-Quiroga', { email: 'ana.zq@example.org', organisation: 'org-a', named: true }),
      person('luc', 'Luc', 'Vaubert-Lenoir', { role: { fr: 'Maire de Brécourt', es: 'Alcalde de Brécourt' } }),
      person('eva', 'Eva', 'Okonkwo-Prat', {}),
    ]
    file.programme.days = [
      { date: '2027-07-06', hours: { from: '09:00', to: '18:00' } },
      { date: '2027-07-07', hours: { from: '10:00', to: '16:00' } },
    ]
    file.programme.rooms = [
      { key: 'blue', name: { fr: 'Salle bleue', es: 'Sala azul' }, capacity: 40 },
      { key: 'red', name: { fr: 'Salle rouge' } },
    ]
    file.programme.slots.push(
      {
        ...slot('panel', 'part', '2027-07-06', '10:00', '11:00', 'Panel des maires'),
        room: 'blue',
        moderatorPersons: ['luc'],
        speakers: ['ana', 'eva'],
        seats: [
          { key: 'europe-1', region: 'europe', person: 'ana', state: 'confirmed' },
          { key: 'europe-2', region: 'europe', person: 'luc', state: 'invited' },
          { key: 'latin-america-1', region: 'latin-america', organisation: 'org-b', state: 'open' },
        ],
      },
      { ...slot('night', 'meal', '2027-07-06', '22:00', '01:00', 'Dîner'), until: '2027-07-07' },
      slot('walk', 'talk', undefined, '14:00', '15:00', 'Visite'),
    )
  })
  return id
}

type Person = SeminarFile['people'][number]
const person = (key: string, givenName: string, familyName: string, more: Partial<Person>): Person => ({
  key,
  givenName,
  familyName,
  named: false,
  ...more,
})

type Slot = SeminarFile['programme']['slots'][number]
const slot = (key: string, kind: Slot['kind'], day: string | undefined, from: string, to: string, title: string) => ({
  key,
  kind,
  ...(day === undefined ? {} : { day }),
  from,
  to,
  provisional: false,
  title: { fr: title },
  themes: [],
  moderators: [],
  moderatorPersons: [],
  coordination: [],
  speakers: [],
  seats: [],
  documents: [],
})

export const slotOf = async (house: TestHouse, slug: string, key: string) =>
  (await fileOf(house, slug)).programme.slots.find(one => one.key === key)

export const query = async <T>(house: TestHouse, text: string, values: unknown[] = []): Promise<T[]> =>
  (await house.database.owner.query(text, values)).rows as T[]

/** The person behind a key of the programme. */
export const personOf = async (house: TestHouse, slug: string, key: string) =>
  (
    await query<{ person_id: string }>(
      house,
      `select pp.person_id from perenne.programme_person pp join perenne.space s on s.id = pp.seminar_id
       where s.slug = $1 and pp.key = $2`,
      [slug, key],
    )
  )[0]?.person_id ?? ''
