import { expect, test } from 'vitest'
import { importSeminar } from '#convene/seminar/acts/import-seminar.ts'
import { writeSeminarFile } from '#convene/seminar/rules/write-seminar-file.ts'
import { job } from '#ground/database/actor.ts'
import { house, openHouse, organiser, slug } from './house.ts'
import { changed, importWithPeople, personOf, query, slotOf } from './programme-support.ts'
import { ask, errorsIn, fieldsOf, fileOf, fill, send } from './support.ts'

openHouse({ fresh: { slug: 'panel', make: (house, slug) => importWithPeople(house, 'reseau', slug) } })

const at = (slot = 'panel') => `/en/desk/seminars/${slug}/edit/slots/${slot}/panel`
const seats = async (slot = 'panel') => (await slotOf(house, slug, slot))?.seats
const form = async (slot = 'panel') => fieldsOf((await ask(house, at(slot), organiser)).html, at(slot))
/** When seats were asked and answered, as their rows say. */
const dates = () =>
  query<{ key: string; state: string; invited: boolean; answered: boolean }>(
    house,
    `select x.key, x.state, x.invited_at is not null as invited, x.answered_at is not null as answered
     from perenne.slot_seat x join perenne.space s on s.id = x.space_id where s.slug = $1 order by x.position`,
    [slug],
  )
/** What a link does: somebody who was asked answers. */
const answered = (key: string, state: string) =>
  query(
    house,
    `update perenne.slot_seat x set state = $3 from perenne.space s where s.id = x.space_id and s.slug = $1 and x.key = $2`,
    [slug, key, state],
  )
const three = [
  { key: 'europe-1', region: 'europe', person: 'ana', state: 'confirmed' },
  { key: 'europe-2', region: 'europe', person: 'luc', state: 'invited' },
  { key: 'latin-america-1', region: 'latin-america', organisation: 'org-b', state: 'open' },
]

test('an empty panel begins with three and three; sums tell how far each region is', async () => {
  const empty = await ask(house, at('walk'), organiser)
  expect(empty.html).toContain('No seat yet. Begin with three for each region')
  const begun = await fill(house, at('walk'), organiser, { _next: 'three' })
  expect(begun.status).toBe(200)
  expect(await seats('walk')).toEqual([])
  const typed = fieldsOf(begun.html, at('walk'))
  expect(typed['seat[]']).toHaveLength(6)
  const saved = await send(house, at('walk'), organiser, {
    ...typed,
    'seat.~new-1.person': 'eva',
    'seat.~new-1.state': 'confirmed',
    'seat.~new-2.organisation': 'org-b',
    'seat.~new-2.state': 'invited',
  })
  expect(saved).toMatchObject({ status: 303, location: at('walk') })
  expect((await seats('walk'))?.map(({ key, state }) => `${key} ${state}`)).toEqual([
    'latin-america-1 confirmed',
    'latin-america-2 invited',
    'latin-america-3 open',
    'europe-1 open',
    'europe-2 open',
    'europe-3 open',
  ])
  const shown = await ask(house, at('walk'), organiser)
  for (const text of [
    'Latin America: 1 of 3 confirmed · 1 has not answered',
    'Europe: 0 of 3 confirmed',
    'value="go:invitations"',
  ])
    expect(shown.html, text).toContain(text)
  // Three and three are a beginning, not something that comes on top.
  expect(fieldsOf((await fill(house, at(), organiser, { _next: 'three' })).html, at())['seat[]']).toHaveLength(3)
})

test('seats are added, moved and taken out before anything is saved, with what was typed', async () => {
  const more = await fill(house, at(), organiser, { _next: 'add', 'seat.europe-1.organisation': 'org-a' })
  const typed = { ...fieldsOf(more.html, at()), 'seat.~new-1.region': 'other', 'seat.~new-1.organisation': 'org-b' }
  const up = await send(house, at(), organiser, { ...typed, _next: 'up:~new-1' })
  const down = await send(house, at(), organiser, { ...fieldsOf(up.html, at()), _next: 'down:europe-1' })
  const out = await send(house, at(), organiser, { ...fieldsOf(down.html, at()), _next: 'remove:latin-america-1' })
  expect(out.status).toBe(200)
  expect(await seats()).toEqual(three)
  const left = fieldsOf(out.html, at())
  expect(left['seat[]']).toEqual(['europe-2', 'europe-1', '~new-1'])
  expect((await send(house, at(), organiser, left)).status).toBe(303)
  expect(await seats()).toEqual([
    three[1],
    { ...three[0], organisation: 'org-a' },
    { key: 'other-1', region: 'other', organisation: 'org-b', state: 'open' },
  ])
})

test('a seat of somebody who was asked goes only when that is said', async () => {
  const out = await fill(house, at(), organiser, { _next: 'remove:europe-1' })
  expect(out.html).toContain('1 seat would go: Ana Zanetti-Quiroga. Nobody is told by this.')
  const asked = await send(house, at(), organiser, fieldsOf(out.html, at()))
  expect(asked.status).toBe(422)
  expect(errorsIn(asked.html)).toEqual([
    'Somebody was asked for a seat that is no longer here. Say below that it may go.',
  ])
  expect(await seats()).toHaveLength(3)
  const said = await send(house, at(), organiser, { ...fieldsOf(asked.html, at()), 'leaving[]': ['yes'] })
  expect(said.status).toBe(303)
  // A new seat of that region is not taken for the one that is gone.
  const added = fieldsOf((await fill(house, at(), organiser, { _next: 'add' })).html, at())
  await send(house, at(), organiser, { ...added, 'seat.~new-1.region': 'europe' })
  expect((await seats())?.map(({ key }) => key)).toEqual(['europe-2', 'latin-america-1', 'europe-1'])
  expect((await dates()).at(-1)).toEqual({ key: 'europe-1', state: 'open', invited: false, answered: false })
})

test('what is wrong with a seat is told at it', async () => {
  const more = fieldsOf((await fill(house, at(), organiser, { _next: 'add' })).html, at())
  const wrong = async (changes: Record<string, string>) => {
    const sent = await send(house, at(), organiser, { ...more, ...changes })
    expect(sent.status).toBe(422)
    return [errorsIn(sent.html), /href="#(field-seat[^"]*)"/.exec(sent.html)?.[1]]
  }
  expect(await wrong({})).toEqual([['Choose the region for which the seat is kept.'], 'field-seat-new-1-region'])
  expect(await wrong({ 'seat.~new-1.region': 'europe', 'seat.~new-1.state': 'invited' })).toEqual([
    ['Name a person or an organisation, or leave the seat open.'],
    'field-seat-new-1-person',
  ])
  expect(await wrong({ 'seat.~new-1.region': 'europe', 'seat.~new-1.person': 'ana' })).toEqual([
    ['Ana Zanetti-Quiroga has a seat on this panel already.'],
    'field-seat-new-1-person',
  ])
  expect(await wrong({ 'seat.~new-1.region': 'moon', 'seat.~new-1.state': 'invited' })).toEqual([
    ['Choose the region for which the seat is kept.', 'Name a person or an organisation, or leave the seat open.'],
    'field-seat-new-1-region',
  ])
  expect(await wrong({ 'seat.~new-1.region': 'europe', 'seat.~new-1.state': 'absent' })).toEqual([
    ['Choose a state from the list.'],
    'field-seat-new-1-state',
  ])
  // Somebody who declined may sit on another seat.
  const again = await send(house, at(), organiser, {
    ...more,
    'seat.~new-1.region': 'europe',
    'seat.~new-1.person': 'ana',
    'seat.europe-1.state': 'declined',
  })
  expect(again.status).toBe(303)
})

test('somebody chosen who is taken off the list meanwhile is told at the seat', async () => {
  const typed = {
    ...(await form()),
    'seat.latin-america-1.person': 'eva',
    'seat.latin-america-1.organisation': 'org-a',
  }
  await changed(house, slug, file => {
    file.people = file.people.filter(({ key }) => key !== 'eva')
    for (const slot of file.programme.slots) slot.speakers = slot.speakers.filter(key => key !== 'eva')
  })
  const sent = await send(house, at(), organiser, typed)
  expect(sent.status).toBe(422)
  expect(errorsIn(sent.html)).toEqual(['This person is no longer on the list. Choose again.'])
  expect(fieldsOf(sent.html, at())['seat.latin-america-1.organisation']).toBe('org-a')
  const nobody = { ...typed, 'seat.latin-america-1.person': '', 'seat.latin-america-1.organisation': 'gone' }
  expect(errorsIn((await send(house, at(), organiser, nobody)).html)).toEqual([
    'This organisation is no longer in the seminar. Choose again.',
  ])
  expect(await seats()).toEqual(three)
})

test('when a seat was asked stays through edits and the file; it does not pass to somebody else', async () => {
  const asked = { key: 'europe-2', state: 'invited', invited: true, answered: false }
  await answered('europe-2', 'open')
  await answered('europe-2', 'invited')
  await answered('europe-1', 'invited')
  await answered('europe-1', 'confirmed')
  const yes = { key: 'europe-1', state: 'confirmed', invited: true, answered: true }
  expect((await dates()).slice(0, 2)).toEqual([yes, asked])
  const edited = await fill(house, at(), organiser, {
    'seat.europe-2.organisation': 'org-a',
    'seat.europe-2.region': 'other',
    'seat.europe-1.organisation': 'org-b',
    'seat[]': ['europe-2', 'latin-america-1', 'europe-1'],
  })
  expect(edited.status).toBe(303)
  expect((await dates()).toSorted((a, b) => (a.key < b.key ? -1 : 1)).slice(0, 2)).toEqual([yes, asked])
  const file = writeSeminarFile(await fileOf(house, slug))
  const imported = await importSeminar(house, job('test'), file.replace('Panel des maires', 'Panel des villes'), {
    prefer: 'file',
  })
  expect(imported).toMatchObject({ ok: true })
  expect((await dates()).find(({ key }) => key === 'europe-2')).toEqual(asked)
  // The answer was Ana's: Eva was not asked.
  const other = await fill(house, at(), organiser, { 'seat.europe-1.person': 'eva' })
  expect((await ask(house, at(), other.cookie)).html).toContain(
    'The answer was that of somebody who no longer sits there. Open again: Eva Okonkwo-Prat, Organisation B.',
  )
  expect((await dates()).find(({ key }) => key === 'europe-1')).toEqual({
    key: 'europe-1',
    state: 'open',
    invited: false,
    answered: false,
  })
  // Who says so knows it otherwise: she answered by telephone.
  await fill(house, at(), organiser, { 'seat.europe-1.person': 'ana', 'seat.europe-1.state': 'confirmed' })
  expect((await seats())?.find(({ key }) => key === 'europe-1')).toMatchObject({ person: 'ana', state: 'confirmed' })
})

test('two editors at one panel: a seat that both changed both ways, what one of them changed as it is', async () => {
  const mine = { ...(await form()), 'seat.latin-america-1.person': 'eva', 'seat.europe-2.region': 'other' }
  await fill(house, at(), organiser, {
    'seat.latin-america-1.organisation': '',
    'seat.latin-america-1.state': 'declined',
  })
  const stale = await send(house, at(), organiser, mine)
  expect(stale.status).toBe(409)
  for (const text of ['Seat 3, Latin America: Person', 'Okonkwo-Prat, Eva']) expect(stale.html, text).toContain(text)
  expect(stale.html.match(/type="radio"/g)).toHaveLength(2)
  const chosen = { ...fieldsOf(stale.html, at()), 'seat.latin-america-1.person': 'eva' }
  expect((await send(house, at(), organiser, chosen)).status).toBe(303)
  expect(await seats()).toEqual([
    three[0],
    { ...three[1], region: 'other' },
    { key: 'latin-america-1', region: 'latin-america', person: 'eva', state: 'declined' },
  ])
})

test('an answer that came by link while somebody typed at another seat stays, and is nobody’s to choose', async () => {
  const typed = { ...(await form()), 'seat.latin-america-1.organisation': 'org-a' }
  await answered('europe-2', 'confirmed')
  const saved = await send(house, at(), organiser, typed)
  expect(saved.status).toBe(303)
  expect((await ask(house, at(), saved.cookie)).html).toContain('what they changed is kept too')
  expect((await dates())[1]).toMatchObject({ state: 'confirmed', answered: true })
  expect((await seats())?.map(({ state, organisation }) => [state, organisation])).toEqual([
    ['confirmed', undefined],
    ['confirmed', undefined],
    ['open', 'org-a'],
  ])
  // A state that both changed is asked.
  const own = { ...(await form()), 'seat.europe-2.state': 'open' }
  await answered('europe-2', 'declined')
  const stale = await send(house, at(), organiser, own)
  expect(stale.status).toBe(409)
  expect(stale.html).toContain('Seat 2, Europe (Vaubert-Lenoir, Luc): State')
  expect(stale.html).toMatch(/name="seat\.europe-2\.state" value="declined"/)
  expect(stale.html).toMatch(/name="seat\.europe-2\.state" value="open"/)
  expect(stale.html.match(/type="radio"/g)).toHaveLength(2)
  // The same while the form has a mistake: what came in stands in it.
  const wrong = { ...(await form()), 'seat.latin-america-1.organisation': '', 'seat.latin-america-1.state': 'invited' }
  await answered('europe-2', 'confirmed')
  const told = await send(house, at(), organiser, wrong)
  expect(told.status).toBe(422)
  expect(fieldsOf(told.html, at())['seat.europe-2.state']).toBe('confirmed')
  // A form that does not say what it began with is asked about everything that differs.
  const { _base, ...old } = await form()
  expect(_base).toContain('confirmed')
  await answered('europe-2', 'declined')
  const asked = await send(house, at(), organiser, { ...old, 'seat.europe-2.region': 'other' })
  expect(asked.status).toBe(409)
  expect(asked.html.match(/type="radio"/g)).toHaveLength(4)
})

test('somebody who was erased while the panel was edited is not put back', async () => {
  const typed = await form()
  await query(
    house,
    'update perenne.person set given_name = null, family_name = null, email = null, erased_at = now() where id = $1',
    [await personOf(house, slug, 'ana')],
  )
  const saved = await send(house, at(), organiser, { ...typed, 'seat.europe-2.organisation': 'org-a' })
  expect(saved.status).toBe(303)
  expect(await seats()).toEqual([
    { key: 'europe-1', region: 'europe', state: 'open' },
    { ...three[1], organisation: 'org-a' },
    three[2],
  ])
})

test('a slot that was removed meanwhile: what was typed is shown to be taken elsewhere', async () => {
  const typed = { ...(await form()), 'seat.latin-america-1.person': 'eva' }
  await changed(house, slug, file => {
    file.programme.slots = file.programme.slots.filter(({ key }) => key !== 'panel')
  })
  const gone = await send(house, at(), organiser, typed)
  expect(gone.status).toBe(409)
  expect(gone.html).toContain('Somebody removed this slot meanwhile')
  expect(gone.html).toContain('Latin America · Organisation B · Okonkwo-Prat, Eva · open')
  expect((await ask(house, at(), organiser)).status).toBe(404)
  const forged = Object.fromEntries(Object.entries(typed).filter(([name]) => name !== '_form'))
  expect((await send(house, at(), organiser, forged)).status).toBe(404)
})

test('a form sent twice at once is saved once, and both lead to where it led', async () => {
  const people = at().replace(/slots.*$/, 'people/~new')
  const somebody = { ...fieldsOf((await ask(house, people, organiser)).html, people), givenName: 'A', familyName: 'B' }
  const twice = async (path: string, typed: Record<string, string | string[]>) =>
    (await Promise.all([send(house, path, organiser, typed), send(house, path, organiser, typed)])).map(
      ({ status, location }) => [status, location],
    )
  expect(await twice(at(), { ...(await form()), 'seat.europe-2.organisation': 'org-a' })).toEqual([
    [303, at()],
    [303, at()],
  ])
  const list = people.replace('/~new', '')
  expect(await twice(people, somebody)).toEqual([
    [303, list],
    [303, list],
  ])
  expect((await fileOf(house, slug)).people).toHaveLength(4)
})
