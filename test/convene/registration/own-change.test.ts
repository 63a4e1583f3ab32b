import { expect, test } from 'vitest'
import { changeRegistration } from '#convene/registration/acts/change-registration.ts'
import { as, job, person } from '#ground/database/actor.ts'
import { writeTexts } from '#ground/languages/texts.ts'
import {
  mailsAbout,
  makeSeminar,
  ownOf,
  query,
  registered,
  signedIn,
  stateOf,
  type TestSeminar,
} from './acts-support.ts'
import { house, openHouse } from './house.ts'
import { fieldsOf, holderOf, ownRooms } from './own-support.ts'

openHouse(ownRooms)

const own = (id: string) => ownOf(house, id)
/** The form as it was filled, with some fields written anew. */
async function filled(id: string, given: Record<string, string | string[]> = {}): Promise<URLSearchParams> {
  const fields = fieldsOf((await holderOf(house, id).open('/change')).html)
  for (const [name, value] of Object.entries(given)) {
    fields.delete(name)
    for (const item of [value].flat()) fields.append(name, item)
  }
  return fields
}
const send = (id: string, body: URLSearchParams) => holderOf(house, id).post('/change', body)
const change = async (id: string, given: Record<string, string | string[]>) => send(id, await filled(id, given))

async function ask(seminar: TestSeminar): Promise<void> {
  await as(house.db, job('test'), async tx => {
    const question = (key: string, kind: 'choice' | 'several' | 'text', position: number) =>
      tx
        .insertInto('question')
        .values({ seminar_id: seminar.id, key, kind, position })
        .returning('id')
        .executeTakeFirstOrThrow()
    const parts = await question('parts', 'several', 1)
    const wish = await question('wish', 'text', 2)
    const option = (key: string, position: number) =>
      tx
        .insertInto('question_option')
        .values({ question_id: parts.id, key, position })
        .returning('id')
        .executeTakeFirstOrThrow()
    const [one, two] = [await option('one', 1), await option('two', 2)]
    const text = (table: string, id: string, en: string) => ({
      table,
      id,
      field: 'label',
      source: 'en' as const,
      bodies: { en },
    })
    await writeTexts(tx, [
      text('question', parts.id, 'Which parts?'),
      text('question', wish.id, 'What do you wish?'),
      text('question_option', one.id, 'The first part'),
      text('question_option', two.id, 'The second part'),
    ])
  })
}

test('the form comes filled with every answer, and sent back untouched it changes nothing', async () => {
  const seminar = await makeSeminar(house)
  await ask(seminar)
  const id = await registered(house, seminar, {
    role: 'Head & founder',
    languages: ['fr', 'es'],
    needs: { accessibility: ['captions'], diet: ['vegan', 'halal'], note: '<near>\nthe door' },
    answers: { parts: ['one', 'two'], wish: 'Peace & "quiet"' },
  })
  const before = await own(id)
  const response = await send(id, await filled(id))
  expect(response.status).toBe(303)
  expect(await holderOf(house, id).follow(response)).toContain('Nothing has changed')
  // In which order boxes were ticked says nothing.
  const other = await change(id, { 'languages[]': ['es', 'fr'], 'diet[]': ['halal', 'vegan'] })
  expect(await holderOf(house, id).follow(other)).toContain('Nothing has changed')
  const after = await own(id)
  expect({ ...after.answers, languages: after.answers.languages.toSorted() }).toMatchObject({
    ...before.answers,
    languages: ['es', 'fr'],
    needs: { ...before.answers.needs, diet: expect.arrayContaining(['vegan', 'halal']) },
  })
  expect(after.organisationKey).toBe(before.organisationKey)
  expect(await mailsAbout(house, id)).toEqual(['registration-confirmed'])
  const page = (await holderOf(house, id).open()).html
  expect(page).toContain('The first part and The second part')
  expect(page).toContain('Peace &amp; &quot;quiet&quot;')
})

test('answers change, are told by mail, and a second press of the button leads to the same page', async () => {
  const seminar = await makeSeminar(house)
  await ask(seminar)
  const id = await registered(house, seminar)
  const body = await filled(id, {
    familyName: 'Duarte Lima',
    organisation: 'Universidade Federal',
    category: 'university',
    'diet[]': ['vegan'],
    note: 'None',
    'q-parts[]': ['two'],
    'languages[]': ['fr', 'en'],
  })
  const [one, two] = [await send(id, body), await send(id, body)]
  expect([one.status, two.status]).toEqual([303, 303])
  expect(two.headers.get('location')).toBe(one.headers.get('location'))
  expect(await holderOf(house, id).follow(one)).toContain('Your answers are saved')
  expect(await own(id)).toMatchObject({
    name: 'Ana Duarte Lima',
    organisation: 'Universidade Federal',
    category: 'university',
    languages: ['fr', 'en'],
    answers: { needs: { diet: ['vegan'], note: 'None' }, answers: { parts: ['two'] } },
  })
  expect(await mailsAbout(house, id)).toEqual(['registration-confirmed', 'registration-changed'])
})

test('what is wrong comes back beside its field, with everything that was typed', async () => {
  const seminar = await makeSeminar(house)
  const id = await registered(house, seminar)
  const response = await change(id, {
    givenName: ' ',
    organisation: 'x'.repeat(300),
    note: 'y'.repeat(10_000),
    role: 'Kept role',
  })
  const html = await response.text()
  expect(response.status).toBe(422)
  for (const words of [
    'Enter your given name.',
    'may have 200 characters at most',
    'value="Kept role"',
    'y'.repeat(10_000),
  ])
    expect(html).toContain(words)
  expect((await own(id)).version).toBe(1)
  const address = await change(id, { email: 'thief@example.org' })
  expect(address.status).toBe(422)
  expect(await address.text()).toContain('Only the organising team can correct the address.')
  expect((await own(id)).email).toBe('ana@example.org')
})

test('no room for the new answer: it is said which quota is full, and the old place is kept', async () => {
  const universities = { key: 'universities', capacity: 1, categories: ['university' as const] }
  const seminar = await makeSeminar(house, { quotas: [universities] })
  await registered(house, seminar, { email: 'u@example.org', category: 'university' })
  const id = await registered(house, seminar)
  const response = await change(id, { category: 'university', role: 'Dean' })
  const html = await response.text()
  expect(response.status).toBe(422)
  expect(html).toContain('you keep what you had')
  expect(html).toContain('universities: 1 of 1 taken')
  expect(html).toContain('value="Dean"')
  expect(await stateOf(house, id)).toBe('confirmed')
  expect((await own(id)).category).toBe('staff')
})

test('a stale save shows both texts of each answer, and either, or both, can be saved', async () => {
  const seminar = await makeSeminar(house)
  const id = await registered(house, seminar, { role: 'Clerk' })
  const mine = await filled(id, { role: 'Director', 'diet[]': ['vegan', 'halal'], note: 'My note', country: 'PT' })
  const organiser = await signedIn(house, 'organiser', seminar.id)
  const { version, answers } = await own(id)
  await changeRegistration(house, person(organiser.personId), id, {
    version,
    answers: {
      ...answers,
      role: 'Deputy',
      givenName: 'Anna',
      needs: { accessibility: [], diet: [], note: 'Theirs' },
    },
  })
  const stale = await send(id, mine)
  const html = await stale.text()
  expect(stale.status).toBe(409)
  // It may have been oneself, in another window.
  expect(html).toContain('This page was saved in the meantime')
  expect(html).toContain('<p class="kicker">Towards lasting action</p>')
  for (const words of ['Deputy', 'Director', 'My note', 'Theirs', 'value="Anna"', 'Vegan', 'Portugal'])
    expect(html).toContain(words)
  expect((await own(id)).role).toBe('Deputy')
  const chosen = new URLSearchParams()
  for (const [tag] of html.matchAll(/<input type="hidden"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1]
    if (name) chosen.append(name, /value="([^"]*)"/.exec(tag)?.[1] ?? '')
  }
  const both = 'Theirs\n\nMy note'
  for (const [name, value] of Object.entries({
    role: 'Director',
    givenName: 'Anna',
    'diet[]': 'halal,vegan',
    note: both,
    country: 'PT',
  }))
    chosen.append(name, value)
  const saved = await send(id, chosen)
  expect(saved.status).toBe(303)
  expect(await own(id)).toMatchObject({
    role: 'Director',
    name: 'Anna Duarte',
    country: 'PT',
    organisation: 'Prefeitura de Rio Claro',
    answers: { needs: { diet: ['halal', 'vegan'], note: both } },
  })
  // Going on writing instead of saving gives the form again, with what was chosen, and saves nothing.
  chosen.set('role', 'Third')
  chosen.set('_next', 'edit')
  chosen.delete('_once')
  const edited = await (await send(id, chosen)).text()
  expect(edited).toContain('value="Third"')
  expect((await own(id)).role).toBe('Director')
})

test('a name that resembles an approved organisation is asked about once, and one that stays is not', async () => {
  const seminar = await makeSeminar(house)
  const id = await registered(house, seminar, { organisation: 'Ville de Lion', country: 'FR' })
  await as(house.db, job('test'), async tx => {
    const { id: organisation } = await tx
      .insertInto('organisation')
      .values({ space_id: seminar.id, visibility: 2, kind: 'local-government', country: 'FR' })
      .returning('id')
      .executeTakeFirstOrThrow()
    await writeTexts(tx, [
      { table: 'organisation', id: organisation, field: 'name', source: 'fr', bodies: { fr: 'Ville de Lyon' } },
    ])
  })
  expect((await change(id, { role: 'Staff' })).status).toBe(303)
  expect((await own(id)).organisationId).toBeNull()
  const asked = await change(id, { organisation: 'Ville de Lyonn' })
  const html = await asked.text()
  expect(asked.status).toBe(422)
  const toDo = /<div class="note warning" id="to-do" tabindex="-1" role="alert" autofocus="">.*?<\/div>/.exec(html)?.[0]
  expect(toDo).toContain('Answer this one question, then send again.')
  expect(toDo).toContain('<a href="#field-organisationMeans">Do you mean one of these')
  expect(html).toContain('id="field-organisationMeans"')
  const both = await (await change(id, { organisation: 'Ville de Lyonn', organisationAsked: 'Ville de Lyonn' })).text()
  expect(both).toContain('<a href="#field-organisationMeans">Say which organisation you mean.</a>')
  const meant = /name="organisationMeans" value="([0-9a-f-]{36})"/.exec(html)?.[1] ?? ''
  const body = fieldsOf(html)
  body.set('organisationMeans', meant)
  expect((await send(id, body)).status).toBe(303)
  expect(await own(id)).toMatchObject({ organisation: 'Ville de Lyon', organisationId: meant, role: 'Staff' })
})

test('after the moment the seminar says, and once it has ended, nothing changes and the page says when it was', async () => {
  const seminar = await makeSeminar(house, { admission: { change_until: '2018-06-10T22:00:00Z' } })
  const id = await registered(house, seminar)
  const late = await filled(id, { role: 'Late' })
  await house.setClock('2018-06-10T22:00:01Z')
  const holder = holderOf(house, id)
  expect((await holder.open()).html).toContain('Answers could be changed until 11\u00a0June\u00a02018')
  // What a seminar needs to know of them can still be said; see needs-late.test.ts.
  expect((await holder.open('/change')).html).not.toContain('name="role"')
  expect(await holder.follow(await send(id, late))).toContain('Nothing was changed.')
  expect((await own(id)).role).toBeNull()
  await query(house, `update perenne.registration set state = 'cancelled' where id = $1`, [id])
  expect(await holder.follow(await send(id, late))).toContain('This registration has ended')
})

test('the name of somebody who is registered at this address already is told, and nothing changes', async () => {
  const seminar = await makeSeminar(house)
  await registered(house, seminar, { givenName: 'Rosa' })
  const id = await registered(house, seminar)
  const response = await change(id, { givenName: 'ROSA' })
  expect(response.status).toBe(422)
  expect(await response.text()).toContain('is registered already')
  expect((await own(id)).name).toBe('Ana Duarte')
})

test('what only the organising team changes is told beside the field, and what was typed stays', async () => {
  const seminar = await makeSeminar(house, { admission: { approval_for: ['other'] } })
  const id = await registered(house, seminar)
  const examined = await change(id, { category: 'other', role: 'Guest' })
  expect(examined.status).toBe(422)
  const html = await examined.text()
  expect(html).toContain('examines requests in this category first')
  expect(html).toContain('value="Guest"')
  const another = await change(id, { givenName: 'Rosa', familyName: 'Lima' })
  expect(another.status).toBe(422)
  expect(await another.text()).toContain('This looks like someone else’s name.')
  expect((await own(id)).version).toBe(1)
})

test('the back button and something else is another sending: it is not taken for the first and lost', async () => {
  const seminar = await makeSeminar(house)
  const id = await registered(house, seminar)
  const first = await filled(id, { role: 'Adviser' })
  expect((await send(id, first)).status).toBe(303)
  // The very same again is the same.
  expect((await send(id, first)).status).toBe(303)
  expect(await own(id)).toMatchObject({ version: 2, answers: { role: 'Adviser' } })
  const second = new URLSearchParams(first)
  second.set('role', 'Mayor')
  const response = await send(id, second)
  expect(response.status).toBe(409)
  const html = await response.text()
  expect(html).toContain('Adviser')
  expect(html).toContain('Mayor')
  expect((await own(id)).answers.role).toBe('Adviser')
})

test('so it is with consents, and with the colleague a place goes to', async () => {
  const seminar = await makeSeminar(house)
  const id = await registered(house, seminar, { consents: ['data', 'participants-list'] })
  const holder = holderOf(house, id)
  const consents = fieldsOf((await holder.open('/consents')).html)
  const optional = [...consents.keys()].find(name => name.includes('participants-list')) as string
  expect((await holder.post('/consents', consents)).status).toBe(303)
  consents.delete(optional)
  expect((await holder.post('/consents', consents)).status).toBe(303)
  const rows = await query<{ given: boolean }>(
    house,
    'select given from perenne.registration_consent where registration_id = $1 and consent_id = $2',
    [id, seminar.consents.optional],
  )
  expect(rows).toEqual([{ given: false }])

  await registered(house, seminar, { givenName: 'Bento', familyName: 'Lima', email: 'bento@example.org' })
  const colleague = fieldsOf((await holder.open('/hand-on')).html)
  const named = { givenName: 'Bento', familyName: 'Lima', email: 'bento@example.org', told: 'yes' }
  for (const [name, value] of Object.entries(named)) colleague.set(name, value)
  expect((await holder.post('/hand-on', colleague)).status).toBe(303)
  expect(await stateOf(house, id)).toBe('confirmed')
  colleague.set('email', 'bento.lima@example.org')
  expect((await holder.post('/hand-on', colleague)).status).toBe(303)
  expect(await stateOf(house, id)).toBe('cancelled')
})
