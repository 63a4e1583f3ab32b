import { expect, test } from 'vitest'
import { listNames } from '#convene/editing/rules/parts.ts'
import { at, house, openHouse, organiser, slug } from './house.ts'
import { changed, importWithPeople, personOf, query, slotOf } from './programme-support.ts'
import { ask, errorsIn, fieldsOf, fileOf, fill, personWith, queriesOf, send } from './support.ts'

openHouse({
  networks: ['ailleurs'],
  fresh: { slug: 'personnes', make: (house, slug) => importWithPeople(house, 'reseau', slug, true) },
})

const names = ['Zanetti-Quiroga', 'Vaubert-Lenoir', 'Okonkwo-Prat', 'ana.zq@example.org']

test('a person is added: their key, which released versions keep, holds nothing of the name', async () => {
  const path = at('people/~new')
  const shown = await ask(house, path, organiser)
  expect(fieldsOf(shown.html, path)).toMatchObject({ named: 'no', language: 'fr' })
  const saved = await fill(house, path, organiser, {
    givenName: 'Marisol',
    familyName: 'Lagos Fuentes',
    email: 'marisol@example.org',
    language: 'es',
    organisation: 'org-b',
    'role.fr': 'Maire',
    'role.es': 'Alcaldesa',
    'about.fr': 'A écrit sur les fleuves.',
    named: 'yes',
  })
  expect(saved).toMatchObject({ status: 303, location: at('people') })
  const added = (await fileOf(house, slug)).people.at(-1)
  expect(added).toMatchObject({
    givenName: 'Marisol',
    familyName: 'Lagos Fuentes',
    email: 'marisol@example.org',
    language: 'es',
    organisation: 'org-b',
    role: { fr: 'Maire', es: 'Alcaldesa' },
    about: { fr: 'A écrit sur les fleuves.' },
    named: true,
  })
  expect(added?.key).toMatch(/^person-[0-9a-f]{8}-[0-9a-f]{4}$/)
  const list = await ask(house, at('people'), organiser)
  for (const text of ['Marisol Lagos Fuentes', 'Maire · Organisation B', 'missing: Spanish'])
    expect(list.html, text).toContain(text)
  expect(list.html).toContain('Panel des maires: moderates and panel seat, invited')
  expect(list.html).toContain('Panel des maires: speaks and panel seat, confirmed')
})

test('what is wrong is told at its field, in a sentence, with what was typed', async () => {
  const path = at('people/~new')
  const wrong = await fill(house, path, organiser, { email: 'nobody', 'role.es': 'Solo español' })
  expect(wrong.status).toBe(422)
  expect(errorsIn(wrong.html)).toEqual([
    'Fill in “Given name”.',
    'Fill in “Family name”.',
    '“Mail address”: enter a whole address, for example seminar@city.example.',
  ])
  expect(wrong.html).toContain('Solo español')
  const long = await fill(house, path, organiser, { givenName: 'A'.repeat(101), familyName: 'B' })
  expect(errorsIn(long.html)).toHaveLength(1)
  expect(long.html).toContain('href="#field-givenName"')
  // Control characters are not there to be kept, wherever they come from.
  const saved = await fill(house, path, organiser, { givenName: 'Ré\u0007mi\u0000', familyName: 'Le\u2028Goff' })
  expect(saved.status).toBe(303)
  expect((await fileOf(house, slug)).people.at(-1)).toMatchObject({ givenName: 'Rémi', familyName: 'LeGoff' })
})

test('somebody who was asked for a seat is told of where they are edited: they edit it too', async () => {
  expect((await ask(house, at('people/luc'), organiser)).html).toContain(
    'They were asked for 1 panel seat, and may change',
  )
  expect((await ask(house, at('people/eva'), organiser)).html).not.toContain('They were asked for')
})

test('one address for two people is asked about once', async () => {
  const path = at('people/luc')
  const asked = await fill(house, path, organiser, { email: 'Ana.ZQ@example.org' })
  expect(asked.status).toBe(422)
  expect(errorsIn(asked.html)).toEqual([
    'Ana Zanetti-Quiroga has this address too. Say below that both read it, or give another one.',
  ])
  expect((await fileOf(house, slug)).people[1]).not.toHaveProperty('email')
  const said = await send(house, path, organiser, { ...fieldsOf(asked.html, path), 'shared[]': ['yes'] })
  expect(said.status).toBe(303)
  expect((await fileOf(house, slug)).people[1]?.email).toBe('Ana.ZQ@example.org')
  expect((await fill(house, path, organiser, { givenName: 'Lucien' })).status).toBe(303)
})

test('two editors at one person: both ways of the field that both changed, and nothing of either is lost', async () => {
  const path = at('people/luc')
  const mine = { ...fieldsOf((await ask(house, path, organiser)).html, path), familyName: 'Vaubert', named: 'yes' }
  await fill(house, path, organiser, { familyName: 'Lenoir', email: 'luc@example.org', who: 'same' })
  const stale = await send(house, path, organiser, mine)
  expect(stale.status).toBe(409)
  for (const text of ['Vaubert', 'Lenoir']) expect(stale.html, text).toContain(text)
  expect(stale.html.match(/type="radio"/g)).toHaveLength(2)
  const chosen = { ...fieldsOf(stale.html, path), familyName: 'Vaubert', who: 'same' }
  expect((await send(house, path, organiser, chosen)).status).toBe(303)
  expect((await fileOf(house, slug)).people[1]).toMatchObject({
    familyName: 'Vaubert',
    email: 'luc@example.org',
    named: true,
    role: { fr: 'Maire de Brécourt', es: 'Alcalde de Brécourt' },
  })
})

test('somebody who was taken off meanwhile is told of; who saves again adds somebody new', async () => {
  const path = at('people/luc')
  const mine = { ...fieldsOf((await ask(house, path, organiser)).html, path), givenName: 'Lucien' }
  await fill(house, `${path}/remove`, organiser, {})
  const gone = await send(house, path, organiser, mine)
  expect(gone.status).toBe(409)
  expect(gone.html).toContain('If they asked to be erased, leave without saving')
  expect(fieldsOf(gone.html, path)).toMatchObject({ givenName: 'Lucien', familyName: 'Vaubert-Lenoir' })
  expect((await ask(house, path, organiser)).status).toBe(404)
  expect((await send(house, path, organiser, fieldsOf(gone.html, path))).status).toBe(303)
  const back = (await fileOf(house, slug)).people.at(-1)
  expect(back?.givenName).toBe('Lucien')
  // Released versions name people by their key: a new one is on none of them.
  expect(back?.key).toMatch(/^person-/)
  expect((await slotOf(house, slug, 'panel'))?.moderatorPersons).toEqual([])
})

test('removing says where they are and that they were asked; it frees their seats and erases their data', async () => {
  const path = at('people/ana/remove')
  const ana = await personOf(house, slug, 'ana')
  const shown = await ask(house, path, organiser)
  for (const text of [
    'Remove “Ana Zanetti-Quiroga”?',
    'Panel des maires: speaks and panel seat, confirmed',
    'They were asked for 1 panel seat: write to them first.',
    '1 slot names them. The slot stays, without them',
  ])
    expect(shown.html, text).toContain(text)
  // An answer that came in since the page was shown: she said no, and it is looked at first.
  await changed(house, slug, file => {
    const [seat] = file.programme.slots.find(({ key }) => key === 'panel')?.seats ?? []
    if (seat) seat.state = 'declined'
  })
  const changedSince = await send(house, path, organiser, fieldsOf(shown.html, path))
  expect(changedSince).toMatchObject({ status: 303, location: path })
  expect((await fileOf(house, slug)).people).toHaveLength(3)
  expect(await fill(house, path, organiser, {})).toMatchObject({ status: 303, location: at('people') })
  expect((await fileOf(house, slug)).people.map(({ key }) => key)).toEqual(['luc', 'eva'])
  expect(await slotOf(house, slug, 'panel')).toMatchObject({
    speakers: ['eva'],
    seats: [{ key: 'europe-1', region: 'europe', state: 'open' }, { key: 'europe-2' }, { key: 'latin-america-1' }],
  })
  expect((await slotOf(house, slug, 'panel'))?.seats[0]).not.toHaveProperty('person')
  expect(await query(house, 'select given_name, family_name, email from perenne.person where id = $1', [ana])).toEqual([
    { given_name: null, family_name: null, email: null },
  ])
})

test('a room: its number is read as people type it, and it is taken off its slots when it goes', async () => {
  const path = at('rooms/~new')
  const wrong = await fill(house, path, organiser, { 'name.fr': 'Salle verte', capacity: 'beaucoup' })
  expect(wrong.status).toBe(422)
  expect(errorsIn(wrong.html)).toEqual(['“How many people it holds”: enter a whole number from 0 to 1,000,000.'])
  expect(fieldsOf(wrong.html, path)).toMatchObject({ 'name.fr': 'Salle verte', capacity: 'beaucoup' })
  expect(errorsIn((await fill(house, path, organiser, { capacity: '-5' })).html)).toEqual([
    'Fill in “Name of the room”.',
    '“How many people it holds”: enter a whole number from 0 to 1,000,000.',
  ])
  expect((await fill(house, path, organiser, { 'name.fr': 'Salle bleue', capacity: '1 200' })).status).toBe(303)
  expect((await fileOf(house, slug)).programme.rooms).toEqual([
    { key: 'blue', name: { fr: 'Salle bleue', es: 'Sala azul' }, capacity: 40 },
    { key: 'red', name: { fr: 'Salle rouge' } },
    { key: 'salle-bleue', name: { fr: 'Salle bleue' }, capacity: 1200 },
  ])
  const removal = await ask(house, at('rooms/blue/remove'), organiser)
  expect(removal.html).toContain('Panel des maires')
  expect(removal.html).toContain('1 slot is in it. The slot stays, without a room')
  expect((await fill(house, at('rooms/blue/remove'), organiser, {})).status).toBe(303)
  expect(await slotOf(house, slug, 'panel')).not.toHaveProperty('room')
  expect((await fileOf(house, slug)).programme.rooms.map(({ key }) => key)).toEqual(['red', 'salle-bleue'])
  const free = await ask(house, at('rooms/red/remove'), organiser)
  expect(free.html).not.toContain('In the draft of the programme')
})

test('a room that somebody put a slot into since the page was shown is looked at again', async () => {
  const path = at('rooms/red/remove')
  const shown = await ask(house, path, organiser)
  await changed(house, slug, file => {
    for (const slot of file.programme.slots) if (slot.key === 'walk') slot.room = 'red'
  })
  expect(await send(house, path, organiser, fieldsOf(shown.html, path))).toMatchObject({ status: 303, location: path })
  expect((await slotOf(house, slug, 'walk'))?.room).toBe('red')
})

test('names are read and written by whoever may edit the seminar, and by nobody else', async () => {
  const before = await fileOf(house, slug)
  const paths = ['people', 'people/ana', 'people/ana/remove', 'people/~new', 'rooms', 'days', 'slots/panel/panel'].map(
    at,
  )
  const others = {
    evaluator: await personWith(house, 'evaluator', 'reseau'),
    translator: await personWith(house, 'translator', slug),
    steward: await personWith(house, 'door_steward', slug),
    elsewhere: await personWith(house, 'organiser', 'ailleurs'),
    nobody: await personWith(house, null),
    anonymous: '',
  }
  for (const [who, cookie] of Object.entries(others))
    for (const path of paths) {
      const read = await ask(house, path, cookie)
      expect([who, path, read.status === 200]).toEqual([who, path, false])
      for (const name of names) expect(read.html, `${who} ${path}`).not.toContain(name)
      const form = fieldsOf((await ask(house, path, organiser)).html, path)
      const sent = await send(house, path, cookie, { ...form, givenName: 'Autre', familyName: 'Personne', seat: '' })
      expect([who, path, sent.status >= 400 || sent.location?.includes('sign-in')]).toEqual([who, path, true])
      for (const name of names) expect(sent.html, `${who} ${path}`).not.toContain(name)
    }
  expect(await fileOf(house, slug)).toEqual(before)
  // Who organises this one seminar edits its people too.
  const ofOne = await personWith(house, 'organiser', slug)
  expect((await fill(house, at('people/eva'), ofOne, { familyName: 'Prat' })).status).toBe(303)
})

test('the same seminar of another network has no such person', async () => {
  const other = await personWith(house, 'organiser', 'ailleurs')
  await importWithPeople(house, 'ailleurs', `${slug}-b`)
  const path = `/en/desk/seminars/${slug}-b/edit/people/luc`
  const form = fieldsOf((await ask(house, path, other)).html, path)
  // A form of one's own seminar, sent to another one.
  expect((await send(house, at('people/luc'), other, { ...form, familyName: 'Autre' })).status).toBe(404)
  expect((await fileOf(house, slug)).people[1]?.familyName).toBe('Vaubert-Lenoir')
})

test('every list leads to the form of something new', async () => {
  for (const list of listNames) {
    const { html } = await ask(house, at(list), organiser)
    const [href] = new RegExp(`/en/desk/[^"]*/${list}/[^"/]*new`).exec(html) ?? []
    expect([list, (await ask(house, href ?? '', organiser)).status]).toEqual([list, 200])
  }
})

test('as many queries for a short list as for a long one', async () => {
  for (const list of ['rooms', 'people'] as const) {
    const few = await queriesOf(house, at(list), organiser)
    for (const name of ['Un', 'Deux', 'Trois']) {
      const saved = await fill(house, at(`${list}/~new`), organiser, {
        'name.fr': name,
        givenName: name,
        familyName: name,
      })
      expect([list, saved.status]).toEqual([list, 303])
    }
    expect([list, await queriesOf(house, at(list), organiser)]).toEqual([list, few])
  }
})
