import { expect, test } from 'vitest'
import { removeNote, writeNote } from '#convene/guests/acts/notes.ts'
import { notesOf } from '#convene/guests/store/notes.ts'
import { eraseOwn } from '#convene/registration/acts/erase-own.ts'
import { as, link, person } from '#ground/database/actor.ts'
import { ask, queriesOf, send, wordsOn } from '../registration/desk-support.ts'
import { house, openHouse } from '../registration/house.ts'
import { makeSeminar, query, registered, signedIn, type TestSeminar } from '../registration/support.ts'
import { formOf, guestRooms } from './support.ts'

openHouse(guestRooms)

const at = ({ slug }: TestSeminar, id: string) => `/en/desk/seminars/${slug}/registrations/${id}`
const once = { once: null, location: '' }

async function noted() {
  const seminar = await makeSeminar(house)
  const id = await registered(house, seminar)
  return { seminar, id, path: at(seminar, id), ...(await signedIn(house, 'organiser', seminar.id)) }
}

test('a note is added with who and when, once; and removed by who wrote it', async () => {
  const { seminar, path, id, cookie } = await noted()
  const form = formOf((await ask(house, path, cookie)).html, 'add')
  const sent = await send(house, `${path}/notes`, cookie, { ...form, note: ' Arrives late.\n\nNeeds <b>a chair</b>. ' })
  expect(sent.location).toBe(`${path}#notes`)
  await send(house, `${path}/notes`, cookie, { ...form, note: 'Arrives late.' })
  const page = await ask(house, path, sent.cookie)
  expect(wordsOn(page.html)).toContain('The note is there.')
  expect(page.html).toContain('Needs &lt;b&gt;a chair&lt;/b&gt;.')
  expect(wordsOn(page.html)).toMatch(/5 Jun 2018, 12:00 · Omar Office/)
  expect(await query(house, 'select body from perenne.registration_note where registration_id = $1', [id])).toEqual([
    { body: 'Arrives late.\n\nNeeds <b>a chair</b>.' },
  ])

  const colleague = await signedIn(house, 'organiser', seminar.id)
  const theirs = await ask(house, path, colleague.cookie)
  expect(() => formOf(theirs.html, 'remove')).toThrow()
  const [note] = await query<{ id: string }>(
    house,
    'select id from perenne.registration_note where registration_id = $1',
    [id],
  )
  const refused = await send(house, `${path}/notes`, colleague.cookie, { do: 'remove', id: note?.id ?? '' })
  expect(wordsOn((await ask(house, path, refused.cookie)).html)).toContain(
    'Only the person who wrote a note can remove it.',
  )
  await send(house, `${path}/notes`, cookie, formOf(page.html, 'remove'))
  expect(await query(house, 'select * from perenne.registration_note where registration_id = $1', [id])).toEqual([])
})

test('nothing, and too much, come back with what was typed', async () => {
  const { path, cookie } = await noted()
  const empty = await send(house, `${path}/notes`, cookie, { do: 'add', note: '  \n ' })
  expect(empty.status).toBe(422)
  expect(wordsOn(empty.html)).toContain('Write something.')
  const long = 'x'.repeat(5001)
  const much = await send(house, `${path}/notes`, cookie, { do: 'add', note: long })
  expect(much.status).toBe(422)
  expect(much.html).toContain(long)
})

test('the person reads it among what is held about them, and it goes with them; it leaves no version', async () => {
  const { seminar, id, personId } = await noted()
  await writeNote(house, person(personId), { seminarId: seminar.id, registrationId: id }, 'Sits in front.', once)
  const me = `/pt/me/${house.keys.sign('registration', id)}`
  const page = await (await house.ask(`${me}/data`)).text()
  expect(page).toContain('Notas da equipe organizadora')
  expect(page).toContain('Sits in front.')
  expect(page).not.toContain('Omar Office')
  const file = await (await house.ask(`${me}/data.json`)).json()
  expect(file).toMatchObject({ notes: [{ note: 'Sits in front.', writtenAt: expect.stringMatching(/^2018-06-05T/) }] })
  expect(await query(house, `select * from perenne.record_version where record_table = 'registration_note'`)).toEqual(
    [],
  )
  expect(await eraseOwn(house, id)).toBe('erased')
  expect(await query(house, 'select * from perenne.registration_note where registration_id = $1', [id])).toEqual([])
  await expect(
    writeNote(house, person(personId), { seminarId: seminar.id, registrationId: id }, 'Once more', once),
  ).rejects.toThrow()
})

test('nobody else reads, writes or removes one', async () => {
  const { seminar, id, path, personId } = await noted()
  const where = { seminarId: seminar.id, registrationId: id }
  await writeNote(house, person(personId), where, 'Ours.', once)
  const [note] = await query<{ id: string }>(
    house,
    'select id from perenne.registration_note where registration_id = $1',
    [id],
  )
  const { seminar: other, ...elsewhere } = await noted()
  const attackers = {
    elsewhere,
    evaluator: await signedIn(house, 'evaluator', seminar.id),
    translator: await signedIn(house, 'translator', seminar.id),
    steward: await signedIn(house, 'door_steward', seminar.id),
  }
  for (const [who, { cookie, personId: theirs }] of Object.entries(attackers)) {
    expect([403, 404], who).toContain((await send(house, `${path}/notes`, cookie, { do: 'add', note: 'x' })).status)
    expect([403, 404], who).toContain(
      (await send(house, `${path}/notes`, cookie, { do: 'remove', id: note?.id ?? '' })).status,
    )
    expect(await as(house.db, person(theirs), tx => notesOf(tx, id)), who).toEqual([])
    await expect(writeNote(house, person(theirs), where, 'x', once), who).rejects.toThrow()
    await expect(removeNote(house, person(theirs), where, note?.id ?? '', once), who).rejects.toThrow()
  }
  // Under one’s own seminar, somebody else’s registration.
  expect((await send(house, `${at(other, id)}/notes`, elsewhere.cookie, { do: 'add', note: 'x' })).status).toBe(404)
  expect((await house.send(`${path}/notes`, { do: 'add', note: 'x' })).headers.get('location')).toMatch(/sign-in/)
  // Whoever holds the own link of another registration.
  const stranger = await registered(house, seminar, { email: 'stranger@example.org' })
  expect(await as(house.db, link(stranger), tx => notesOf(tx, id))).toEqual([])
  expect(await query(house, 'select body from perenne.registration_note where registration_id = $1', [id])).toEqual([
    { body: 'Ours.' },
  ])
})

test('the page asks the database as often for three notes as for one', async () => {
  const { seminar, id, path, cookie, personId } = await noted()
  const where = { seminarId: seminar.id, registrationId: id }
  await writeNote(house, person(personId), where, 'One', once)
  const one = await queriesOf(house, path, cookie)
  for (const body of ['Two', 'Three']) await writeNote(house, person(personId), where, body, once)
  expect(await queriesOf(house, path, cookie)).toBe(one)
})
