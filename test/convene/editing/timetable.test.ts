import { expect, test } from 'vitest'
import { changeSeminar, versionOf } from '#convene/seminar/acts/change-seminar.ts'
import { importSeminar } from '#convene/seminar/acts/import-seminar.ts'
import { job } from '#ground/database/actor.ts'
import { islandAddress } from '#ground/web/islands.ts'
import { at, house, openHouse, organiser, slug } from './house.ts'
import { ask, errorsIn, fieldsOf, fileOf, fill, makeNetwork, personWith, queriesOf, send, wordsOn } from './support.ts'

let path: string
openHouse({
  fresh: {
    slug: 'horaire',
    async make(house, slug) {
      path = at('timetable')
      const imported = await importSeminar(house, job('test'), file(slug), { announce: true })
      if (!imported.ok) throw new Error(JSON.stringify(imported))
    },
  },
})

const file = (slug: string, days = true) => `perenne: seminar/1
slug: ${slug}
network: {slug: reseau, name: {fr: Réseau}}
source: fr
languages: [fr, es]
title: {fr: Un séminaire court, es: Un seminario corto}
date: 2027-07-05
hours: {from: "09:00", to: "17:00"}
time_zone: Europe/Paris
venue: {name: {fr: Une salle, es: Una sala}, address: 5 rue Lobau, country: FR}
registration: {capacity: 50, closes: 2027-06-17T23:59:59}
organisations: [{key: org-a, name: {fr: Organisation A, es: Organización A}, kind: network, roles: [organiser]}]
people:
  - {key: ana, givenName: Ana, familyName: Duarte}
programme:
  ${days ? 'days: [{date: 2027-07-06, hours: {from: "09:00", to: "12:00"}}]' : 'days: []'}
  rooms: ${days ? '[{key: hall, name: {fr: Grande salle}}, {key: loft, name: {fr: Grenier}}]' : '[]'}
  slots:
    - {key: opening, kind: welcome, from: "09:00", to: "10:00", title: {fr: Ouverture}}
    - {key: part-1, kind: part, part: I, from: "10:00", to: "11:30", title: {fr: Première partie}, moderators: [org-a], speakers: [ana]${days ? ', room: hall' : ''}}
    - {key: coffee, kind: break, from: "11:30", to: "12:00", title: {fr: Café}}
    - {key: part-2, kind: workshop, from: "12:00", to: "17:00", title: {fr: Atelier}, moderators: [org-a], speakers: [ana]${days ? ', room: loft' : ''}}
    ${days ? '- {key: dinner, kind: meal, day: 2027-07-06, from: "20:00", until: 2027-07-07, to: "00:30", title: {fr: Dîner}}' : ''}
`

const slotOf = async (key: string) => {
  const { programme } = await fileOf(house, slug)
  const { day, from, until, to, room } = programme.slots.find(slot => slot.key === key) ?? {}
  return { day, from, until, to, room }
}
const shown = async () => fieldsOf((await ask(house, path, organiser)).html, path)

test('all slots of all days with their rooms; what is to be looked at is said beside each', async () => {
  const { status, html } = await ask(house, path, organiser)
  expect(status).toBe(200)
  expect(fieldsOf(html, path)).toMatchObject({
    'slots.opening.day': '2027-07-05',
    'slots.opening.from': '09:00',
    'slots.opening.to': '10:00',
    'slots.opening.room': '',
    'slots.part-1.room': 'hall',
    'slots.dinner.day': '2027-07-06',
    'slots.dinner.late': 'yes',
    'slots.dinner.to': '00:30',
  })
  // One that ends on its own day does not send the box.
  expect(fieldsOf(html, path)).not.toHaveProperty('slots.opening.late')
  expect(wordsOn(html)).toContain('Outside the announced hours, 9:00')
  expect(html).toContain('Times of the venue: Paris.')
  expect(html).toContain(`src="${islandAddress('timetable-board')}"`)
})

test('several are moved at once, in whichever form a time is typed; nothing else of them changes', async () => {
  const before = await fileOf(house, slug)
  const saved = await fill(house, path, organiser, {
    'slots.part-1.from': '10h30',
    'slots.part-1.to': '12 h',
    'slots.part-1.room': 'loft',
    'slots.coffee.day': '2027-07-06',
    'slots.coffee.from': '9.05',
    'slots.coffee.to': '9:30',
    'slots.dinner.late': '',
    'slots.dinner.to': '22:00',
    'slots.part-2.to': '2h',
    'slots.part-2.late': 'yes',
    'slots.part-2.room': '',
  })
  expect([saved.status, saved.location]).toEqual([303, path])
  expect((await ask(house, path, saved.cookie)).html).toContain('The timetable is saved in the draft.')
  expect(await slotOf('part-1')).toEqual({ from: '10:30', to: '12:00', room: 'loft' })
  expect(await slotOf('coffee')).toEqual({ day: '2027-07-06', from: '09:05', to: '09:30' })
  expect(await slotOf('dinner')).toEqual({ day: '2027-07-06', from: '20:00', to: '22:00' })
  expect(await slotOf('part-2')).toEqual({ from: '12:00', until: '2027-07-06', to: '02:00' })
  const after = await fileOf(house, slug)
  const rest = ({ programme }: typeof after) =>
    programme.slots.map(({ day: _d, from: _f, until: _u, to: _t, room: _r, ...slot }) => slot)
  expect(rest(after)).toEqual(rest(before))
  expect({ ...after, programme: 0 }).toEqual({ ...before, programme: 0 })
})

test('what collides is saved all the same, and then said', async () => {
  const saved = await fill(house, path, organiser, { 'slots.coffee.from': '11:00', 'slots.part-2.from': '11:15' })
  expect(saved.status).toBe(303)
  const words = wordsOn((await ask(house, path, organiser)).html).replaceAll('\u00a0', ' ')
  expect(words).toContain('Collides with Part I, 11:00 – 11:30')
  expect(words).toContain('Collides with Café, 11:15 – 12:00')
  expect(words).toContain('Ana Duarte is also in Part I, 11:15 – 11:30')
})

test('each thing that is wrong is told at the field of its slot, everything typed stays, nothing is saved', async () => {
  const wrong = await fill(house, path, organiser, {
    'slots.opening.from': 'nine',
    'slots.part-1.from': '12:00',
    'slots.part-1.to': '11:00',
    'slots.coffee.room': 'cellar',
    'slots.part-2.day': '2027-08-01',
    'slots.dinner.to': '23:00',
    'slots.dinner.late': '',
  })
  expect(wrong.status).toBe(422)
  expect(errorsIn(wrong.html)).toEqual([
    '“From (Ouverture)”: enter a time of the 24-hour clock, such as 9:30.',
    '“To (Part I)”: the end must come after the beginning. If it ends after midnight, tick “Ends on the day after”.',
    '“Room (Café)”: choose a room of this programme.',
    '“Day (Atelier)”: choose a day of this programme.',
  ])
  expect(wrong.html).toContain('href="#field-slots-part-1-to"')
  expect(wrong.html).toMatch(
    /id="field-slots-opening-from"[^>]*value="nine"|value="nine"[^>]*id="field-slots-opening-from"/,
  )
  expect(fieldsOf(wrong.html, path)).toMatchObject({ 'slots.part-1.to': '11:00', 'slots.dinner.to': '23:00' })
  expect(fieldsOf(wrong.html, path)).not.toHaveProperty('slots.dinner.late')
  expect(await slotOf('dinner')).toEqual({ day: '2027-07-06', from: '20:00', until: '2027-07-07', to: '00:30' })
  // Put right where it was wrong, it is saved with the rest of what was typed.
  const again = await send(house, path, organiser, {
    ...fieldsOf(wrong.html, path),
    'slots.opening.from': '9:00',
    'slots.part-1.from': '10:00',
    'slots.coffee.room': '',
    'slots.part-2.day': '2027-07-05',
  })
  expect(again.status).toBe(303)
  expect(await slotOf('dinner')).toEqual({ day: '2027-07-06', from: '20:00', to: '23:00' })
  expect(await slotOf('part-1')).toEqual({ from: '10:00', to: '11:00', room: 'hall' })
})

test('an hour that clocks skip is refused, with the reason', async () => {
  const spring = `printemps-${slug}`
  const yaml = file(spring, false)
    .replaceAll('2027-07-05', '2027-03-28')
    .replace('closes: 2027-06-17', 'closes: 2027-03-17')
  expect((await importSeminar(house, job('test'), yaml)).ok).toBe(true)
  const at = `/en/desk/seminars/${spring}/edit/timetable`
  const wrong = await fill(house, at, organiser, { 'slots.opening.from': '2:30', 'slots.opening.to': '4:00' })
  expect(errorsIn(wrong.html)).toEqual([
    '“From (Ouverture)”: the clocks go forward then, and this time does not exist.',
  ])
})

const elsewhere = (
  change: (slot: { key: string; from: string; to: string; title: Record<string, string> }) => object,
) =>
  changeSeminar(
    house,
    job('test'),
    slug,
    versionOf(0),
    now => ({
      ...now,
      programme: { ...now.programme, slots: now.programme.slots.map(slot => ({ ...slot, ...change(slot as never) })) },
    }),
    { part: () => 0 },
  )

test('a title that somebody changed meanwhile does not disturb; neither does a slot that was added', async () => {
  const mine = { ...(await shown()), 'slots.coffee.to': '12:10' }
  await elsewhere(slot => (slot.key === 'coffee' ? { title: { fr: 'Café et thé' } } : {}))
  await changeSeminar(
    house,
    job('test'),
    slug,
    versionOf(0),
    now => {
      const [first] = now.programme.slots
      if (!first) throw new Error('no slot')
      const added = { ...first, key: 'added', from: '16:00', to: '16:30', title: { fr: 'Ajout' } }
      return { ...now, programme: { ...now.programme, slots: [added, ...now.programme.slots] } }
    },
    { part: () => 0 },
  )
  const saved = await send(house, path, organiser, mine)
  expect(saved.status).toBe(303)
  const { programme } = await fileOf(house, slug)
  expect(programme.slots.find(({ key }) => key === 'coffee')).toMatchObject({
    to: '12:10',
    title: { fr: 'Café et thé' },
  })
  expect(await slotOf('added')).toEqual({ from: '16:00', to: '16:30' })
})

const chosenIn = (html: string, key: string, which: 'theirs' | 'yours') => {
  const id = `field-places-${key}-${which}`
  const tag = [...html.matchAll(/<input[^>]*>/g)].map(([one]) => one).find(one => one.includes(`id="${id}"`)) ?? ''
  return (/value="([^"]*)"/.exec(tag)?.[1] ?? '').replaceAll('&quot;', '"')
}

test('two people move two slots: both stay moved, and the second is told', async () => {
  const mine = { ...(await shown()), 'slots.part-1.to': '11:40' }
  await elsewhere(slot => (slot.key === 'coffee' ? { from: '11:45' } : {}))
  const saved = await send(house, path, organiser, mine)
  expect(saved.status).toBe(303)
  expect((await ask(house, path, saved.cookie)).html).toContain('what they changed is kept too')
  expect((await slotOf('coffee')).from).toBe('11:45')
  expect((await slotOf('part-1')).to).toBe('11:40')
})

test('two people move the same slot: one choice for it, both told, and what only one moved is not asked', async () => {
  const mine = {
    ...(await shown()),
    'slots.coffee.from': '11:40',
    'slots.part-1.to': '11:40',
    'slots.part-2.from': 'late',
  }
  await elsewhere(slot => (slot.key === 'coffee' ? { from: '11:45' } : {}))
  const stale = await send(house, path, organiser, mine)
  expect(stale.status).toBe(409)
  const words = wordsOn(stale.html).replaceAll('\u00a0', ' ')
  for (const said of ['11:45 – 12:00', '11:40 – 12:00']) expect(words).toContain(said)
  expect(stale.html.match(/type="radio"/g)).toHaveLength(2)
  expect((await slotOf('coffee')).from).toBe('11:45')
  const pick = { ...fieldsOf(stale.html, path), 'places.coffee': chosenIn(stale.html, 'coffee', 'theirs') }
  // To go on editing brings the form back with what was chosen; what is no time is then told as in any form.
  const edit = await send(house, path, organiser, { ...pick, _next: 'edit' })
  const edited = fieldsOf(edit.html, path)
  expect(edited).toMatchObject({
    'slots.coffee.from': '11:45',
    'slots.part-1.to': '11:40',
    'slots.part-2.from': 'late',
  })
  expect((await send(house, path, organiser, pick)).status).toBe(422)
  const saved = await send(house, path, organiser, { ...edited, 'slots.part-2.from': '12:00' })
  expect(saved.status).toBe(303)
  expect((await slotOf('coffee')).from).toBe('11:45')
  expect((await slotOf('part-1')).to).toBe('11:40')
})

test('a slot that was removed meanwhile is said not to be saved; the others are', async () => {
  const mine = { ...(await shown()), 'slots.coffee.to': '12:05' }
  await changeSeminar(
    house,
    job('test'),
    slug,
    versionOf(0),
    now => ({
      ...now,
      programme: { ...now.programme, slots: now.programme.slots.filter(({ key }) => key !== 'dinner') },
    }),
    { part: () => 0 },
  )
  const saved = await send(house, path, organiser, mine)
  expect(saved.status).toBe(303)
  expect((await ask(house, path, saved.cookie)).html).toContain('Some slots had been removed meanwhile')
  expect((await slotOf('coffee')).to).toBe('12:05')
  expect((await fileOf(house, slug)).programme.slots.map(({ key }) => key)).not.toContain('dinner')
})

test('the same sending twice is saved once', async () => {
  const mine = { ...(await shown()), 'slots.coffee.to': '12:05' }
  expect((await send(house, path, organiser, mine)).status).toBe(303)
  await elsewhere(slot => (slot.key === 'coffee' ? { to: '12:20' } : {}))
  expect((await send(house, path, organiser, mine)).status).toBe(303)
  expect((await slotOf('coffee')).to).toBe('12:20')
})

test('forged fields reach nothing: an unknown slot, a value that is none, another part of the file', async () => {
  const saved = await fill(house, path, organiser, {
    'slots.nowhere.from': '10:00',
    'slots.nowhere.to': '11:00',
    'places.coffee': '{"from":1}',
    'slots.coffee.title': 'Autre',
    'slots.__proto__.from': '10:00',
    visibility: '0',
  })
  // A slot that is not there is nobody's.
  expect((await ask(house, path, saved.cookie)).html).toContain('Some slots had been removed meanwhile')
  expect((await fileOf(house, slug)).programme.slots).toHaveLength(5)
  expect((await slotOf('coffee')).from).toBe('11:30')
})

test('only those who may edit the seminar see it and save it', async () => {
  const mine = { ...(await shown()), 'slots.coffee.to': '12:05' }
  await makeNetwork(house, `autre-${slug}`)
  const cases: [string, number][] = [
    [await personWith(house, 'evaluator', slug), 403],
    [await personWith(house, 'translator', slug), 403],
    [await personWith(house, 'organiser', `autre-${slug}`), 404],
    [await personWith(house, null), 403],
  ]
  for (const [cookie, status] of cases) {
    expect((await ask(house, path, cookie)).status).toBe(status)
    expect((await send(house, path, cookie, mine)).status).toBe(status)
  }
  for (const response of [
    await house.ask(path),
    await house.ask(path, { method: 'POST', body: new URLSearchParams(mine as never) }),
  ])
    expect([response.status, response.headers.get('location')]).toEqual([303, expect.stringContaining('/sign-in')])
  expect((await slotOf('coffee')).to).toBe('12:00')
  expect((await send(house, path, await personWith(house, 'organiser', slug), mine)).status).toBe(303)
})

test('without days and rooms there is nothing to choose of them; without slots the page says how to begin', async () => {
  const plain = `seul-${slug}`
  expect((await importSeminar(house, job('test'), file(plain, false))).ok).toBe(true)
  const at = `/fr/desk/seminars/${plain}/edit/timetable`
  const saved = await fill(house, at, organiser, { 'slots.coffee.from': '11h35' })
  expect(saved.status).toBe(303)
  const { html } = await ask(house, at, organiser)
  expect(html).not.toContain('slots.coffee.room')
  expect(html).not.toContain('slots.coffee.day')
  const empty = file(`vide-${slug}`, false).replace(/ {2}slots:\n(?: {4}.*\n)+/, '')
  expect((await importSeminar(house, job('test'), empty)).ok).toBe(true)
  const nothing = await ask(house, `/fr/desk/seminars/vide-${slug}/edit/timetable`, organiser)
  expect(nothing.html).toContain('Aucun créneau à déplacer')
  expect(nothing.html).not.toContain('timetable-board data')
})

test('as many queries for one slot as for five', async () => {
  const five = await queriesOf(house, path, organiser)
  await changeSeminar(
    house,
    job('test'),
    slug,
    versionOf(0),
    now => ({ ...now, programme: { ...now.programme, slots: now.programme.slots.slice(0, 1) } }),
    { part: () => 0 },
  )
  expect(await queriesOf(house, path, organiser)).toBe(five)
})
