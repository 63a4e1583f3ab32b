import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, person as asPerson, job } from '../../../source/ground/database/actor.ts'
import { erasePersons } from '../../../source/ground/people/store/erase.ts'
import { ask, fieldsOf, send, wordsOn } from '../../convene/registration/desk-support.ts'
import { makePerson } from '../../people/support.ts'
import { openScene, type Place, type Scene, sendFile } from '../journal/support.ts'

// Whoever knows an address writes it down as a contact of their own, and empties it again. The mails of other offices that name
// it wait on: a contact reaches the mails of its own office, when it is taken out of the contacts; all offices are reached by the
// erasure of the person alone.

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.house.close())

const at = (place: Place, path: string) => `/fr/territories/${place.slug}${path}`
const address = 'jefe.secreto@elsewhere.example'
const waiting = async (place: Place) =>
  Number((await scene.sql('select count(*) as n from perenne.mail_draft where space_id = $1', [place.space]))[0].n)
const noted = async (place: Place) =>
  scene.sql(`select actor_id from perenne.noted_act where what = 'mail-drafts-erased' and space_id = $1`, [place.space])
let mails = 0
async function drop(place: Place, from = address): Promise<string> {
  const path = at(place, '/journal/mail')
  const page = await ask(scene.house, path, place.colleague.cookie)
  const sent = await sendFile(scene.house, path, place.colleague.cookie, fieldsOf(page.html, path), {
    field: 'mail',
    name: 'message.eml',
    content: `From: Jefe <${from}>\r\nSubject: Reservado\r\nMessage-ID: <secreto-${mails++}@x>\r\n\r\nHola`,
  })
  expect(sent.status).toBe(303)
  return sent.location ?? ''
}
async function fillIn(place: Place, path: string, more: Record<string, string | string[]>) {
  const page = await ask(scene.house, at(place, path), place.editor.cookie)
  const sent = await send(scene.house, at(place, path), place.editor.cookie, {
    ...fieldsOf(page.html, at(place, path)),
    ...more,
  })
  expect(sent.status, wordsOn(sent.html)).toBe(303)
  return sent
}
const contactWith = async (place: Place, email = address): Promise<string> => {
  const sent = await fillIn(place, '/contacts/new', { givenName: 'X', familyName: 'Inventé', email })
  return /contacts\/([0-9a-f-]{36})/.exec(sent.location ?? '')?.[1] ?? ''
}
const remove = (place: Place, id: string) => fillIn(place, `/contacts/${id}/remove`, {})

test('a contact that a neighbour makes and empties takes no mail of another office; nor does one they remove', async () => {
  const { house, here, there } = scene
  const draft = await drop(there)
  expect((await ask(house, draft, here.editor.cookie)).status).not.toBe(200)
  const id = await contactWith(here)
  await fillIn(here, `/contacts/${id}/edit`, { email: '' })
  expect(await waiting(there)).toBe(1)
  await fillIn(here, `/contacts/${id}/edit`, { email: address })
  await remove(here, id)
  expect(await waiting(there)).toBe(1)
  expect((await ask(house, draft, there.colleague.cookie)).status).toBe(200)
  expect(await noted(there)).toEqual([])
})

test('an address that is corrected takes no mail of one’s own office either; the removal of the contact does', async () => {
  const { here, there } = scene
  const id = await contactWith(here)
  await drop(here)
  await fillIn(here, `/contacts/${id}/edit`, { email: '' })
  await fillIn(here, `/contacts/${id}/edit`, { email: 'jefe@elsewhere.example' })
  await fillIn(here, `/contacts/${id}/edit`, { email: address })
  expect(await waiting(here)).toBe(1)
  await remove(here, id)
  expect([await waiting(here), await waiting(there)]).toEqual([0, 1])
  expect(await noted(here)).toEqual([{ actor_id: here.editor.id }])
})

test('so does the removal of one that an entry of the journal tells of, or who held a public office', async () => {
  const { here, there, sql } = scene
  for (const office of [false, true]) {
    const id = await contactWith(here)
    await drop(here)
    await sql('insert into perenne.interaction_participant (interaction_id, contact_id, side) values ($1, $2, $3)', [
      here.memory.journal,
      id,
      'partner',
    ])
    if (office) await fillIn(here, `/contacts/${id}/edit`, { 'publicOffice[]': 'yes', publicOffice: 'yes' })
    await remove(here, id)
    expect([office, await waiting(here), await waiting(there)]).toEqual([office, 0, 1])
  }
})

test('somebody who takes an address of another for their own account and erases it takes nothing with them', async () => {
  const { house, there, sql } = scene
  const own = await makePerson(house, 'moi@ville.example')
  await as(house.db, asPerson(own), async tx => {
    await tx.updateTable('person').set({ email: address }).where('id', '=', own).execute()
    const nobody = { email: null, given_name: null, family_name: null, erased_at: '2018-06-04T09:30:00Z' }
    await tx.updateTable('person').set(nobody).where('id', '=', own).execute()
  })
  expect(await sql('select 1 from perenne.person where id = $1 and erased_at is not null', [own])).toHaveLength(1)
  expect(await waiting(there)).toBe(1)
})

test('the erasure of a person reaches every office; people whom a seminar had written down and lets go of do not', async () => {
  const { house, here, there } = scene
  await drop(here)
  const person = () =>
    as(house.db, job('test'), async tx => {
      const values = { given_name: 'Une', family_name: 'Personne', email: address.toUpperCase(), telephone: null }
      return (
        await tx
          .insertInto('person')
          .values({ ...values, language: 'fr' })
          .returning('id')
          .executeTakeFirstOrThrow()
      ).id
    })
  const listed = await person()
  await as(house.db, job('guest-lists'), tx => erasePersons(tx, [listed], { bySeminar: true }))
  expect([await waiting(here), await waiting(there)]).toEqual([1, 1])
  const asked = await person()
  await as(house.db, job('erasure'), tx => erasePersons(tx, [asked]))
  expect([await waiting(here), await waiting(there)]).toEqual([0, 0])
})
