import { expect, test } from 'vitest'
import { house, openHouse, organiser, slug } from './house.ts'
import { changed, importWithPeople, slotOf } from './programme-support.ts'
import { ask, errorsIn, fieldsOf, fileOf, fill, send } from './support.ts'

openHouse({ fresh: { slug: 'jours', make: (house, slug) => importWithPeople(house, 'reseau', slug) } })

const path = () => `/en/desk/seminars/${slug}/edit/days`
const daysNow = async () => (await fileOf(house, slug)).programme.days.map(day => Object.values(day).flat())
/** Dates and hours keep together with spaces of other kinds. */
const plain = (html: string) => html.replace(/[\u00a0\u2009\u202f]/g, ' ')
const both = [
  ['2027-07-06', { from: '09:00', to: '18:00' }],
  ['2027-07-07', { from: '10:00', to: '16:00' }],
]
/** The form with a further row, as the button leaves it. */
const withOneMore = async () => fieldsOf((await fill(house, path(), organiser, { _next: 'add' })).html, path())

test('the first day is that of the seminar; a day is added after the others, hours as people type them', async () => {
  const shown = await ask(house, path(), organiser)
  for (const text of [
    'First day: Monday 5 July 2027, 9:00 – 17:00',
    'edit/when-and-where',
    'Panel des maires',
    'Dîner',
  ])
    expect(plain(shown.html), text).toContain(text)
  const form = await withOneMore()
  expect(form['day[]']).toEqual(['2027-07-06', '2027-07-07', '~new-1'])
  const saved = await send(house, path(), organiser, {
    ...form,
    'day.~new-1.date': '2027-07-08',
    'day.~new-1.from': '9h',
    'day.~new-1.to': '12.30',
  })
  expect(saved).toMatchObject({ status: 303, location: path() })
  expect(await daysNow()).toEqual([...both, ['2027-07-08', { from: '09:00', to: '12:30' }]])
  // A row that was left empty is no day.
  expect((await send(house, path(), organiser, await withOneMore())).status).toBe(303)
  expect(await daysNow()).toHaveLength(3)
})

test('what is wrong with a day is told at its field, and what was typed stays', async () => {
  const form = await withOneMore()
  const wrong = async (changes: Record<string, string>) => {
    const sent = await send(house, path(), organiser, { ...form, ...changes })
    expect(sent.status).toBe(422)
    expect(fieldsOf(sent.html, path())).toMatchObject(changes)
    return [errorsIn(sent.html), /href="#(field-day[^"]*)"/.exec(sent.html)?.[1]]
  }
  const row = (date: string, from = '09:00', to = '12:00') => ({
    'day.~new-1.date': date,
    'day.~new-1.from': from,
    'day.~new-1.to': to,
  })
  const at = (field: string) => `field-day-new-1-${field}`
  expect(await wrong(row('2027-07-06'))).toEqual([['“Day”: this day is there already.'], at('date')])
  expect((await wrong(row('2027-07-05')))[0]).toEqual([
    '“Day”: this is the day of the seminar, which is there already.',
  ])
  expect((await wrong(row('2027-07-01')))[0]).toEqual([
    'This day lies before the first day of the seminar. Choose a later one.',
  ])
  expect((await wrong(row('2027-02-30')))[0]).toEqual(['“Day”: enter a day that exists.'])
  expect((await wrong(row('')))[0]).toEqual(['“Day”: enter a day that exists.'])
  expect((await wrong(row('2027-07-08', '14:00', '09:00')))[0]).toEqual([
    '“Ends at”: the end must come after the beginning.',
  ])
  expect((await wrong(row('2027-07-08', 'matin', '')))[0]).toEqual([
    '“Begins at”: enter a time of the 24-hour clock, such as 9:30.',
    '“Ends at”: enter a time of the 24-hour clock, such as 9:30.',
  ])
  expect(await daysNow()).toEqual(both)
})

test('a day on which slots begin does not go: it comes back, says which, and leads to them', async () => {
  const removed = await fill(house, path(), organiser, { _next: 'remove:2027-07-06', 'day.2027-07-07.from': '11:00' })
  expect(removed.status).toBe(422)
  expect(errorsIn(removed.html)).toEqual([
    'The day stays: slots begin on it, Panel des maires and Dîner. Move them to another day, or remove them, then remove the day.',
  ])
  expect(removed.html).toContain(`/edit/slots/panel"`)
  expect(fieldsOf(removed.html, path())).toMatchObject({
    'day[]': ['2027-07-06', '2027-07-07'],
    'day.2027-07-06.date': '2027-07-06',
    'day.2027-07-07.from': '11:00',
  })
  // The other day has none: it goes from the form, and on saving from the draft.
  const free = await fill(house, path(), organiser, { _next: 'remove:2027-07-07' })
  expect(free.status).toBe(200)
  expect(await daysNow()).toEqual(both)
  expect((await send(house, path(), organiser, fieldsOf(free.html, path()))).status).toBe(303)
  expect(await daysNow()).toEqual(both.slice(0, 1))
  // A form that nobody was shown cannot leave slots on no day either.
  const forged = await fill(house, path(), organiser, { 'day[]': [] })
  expect(forged.status).toBe(422)
  expect(await daysNow()).toEqual(both.slice(0, 1))
})

test('slots go along with a day that gets another date, also into the night after it', async () => {
  const saved = await fill(house, path(), organiser, { 'day.2027-07-06.date': '2027-07-10' })
  expect(saved.status).toBe(303)
  expect((await ask(house, path(), saved.cookie)).html).toContain('Saved. 2 slots have moved with their day.')
  expect(await slotOf(house, slug, 'panel')).toMatchObject({ day: '2027-07-10', from: '10:00' })
  expect(await slotOf(house, slug, 'night')).toMatchObject({ day: '2027-07-10', until: '2027-07-11' })
  expect(await slotOf(house, slug, 'walk')).not.toHaveProperty('day')
  // Two days that change places.
  const swapped = await fill(house, path(), organiser, {
    'day.2027-07-07.date': '2027-07-10',
    'day.2027-07-10.date': '2027-07-07',
  })
  expect(swapped.status).toBe(303)
  expect(await slotOf(house, slug, 'panel')).toMatchObject({ day: '2027-07-07' })
})

test('an hour that the clocks leave out on the other date is told with the slot that has it', async () => {
  await changed(house, slug, file => {
    for (const slot of file.programme.slots)
      if (slot.key === 'panel') Object.assign(slot, { from: '02:10', to: '05:00', seats: [] })
  })
  const wrong = await fill(house, path(), organiser, { 'day.2027-07-06.date': '2028-03-26' })
  expect(wrong.status).toBe(422)
  expect(errorsIn(wrong.html)).toEqual([
    '“Panel des maires” moves along with this day. “Panel des maires”: the clocks go forward then, and this time does not exist.',
  ])
})

test('two editors at the days: both ways, and a row that only one has is decided by the order alone', async () => {
  const form = await withOneMore()
  const mine = {
    ...form,
    'day.2027-07-07.from': '11:00',
    'day.~new-1.date': '2027-07-09',
    'day.~new-1.from': '09:00',
    'day.~new-1.to': '10:00',
  }
  await changed(house, slug, file => {
    const [, second] = file.programme.days
    if (second) second.hours.from = '12:00'
  })
  const stale = await send(house, path(), organiser, mine)
  expect(stale.status).toBe(409)
  for (const text of ['11:00', '12:00', 'Friday 9 July 2027']) expect(plain(stale.html), text).toContain(text)
  expect(plain(stale.html)).not.toContain('<legend>Friday 9 July 2027')
  const chosen = {
    ...fieldsOf(stale.html, path()),
    day: '2027-07-06 2027-07-07 ~new-1',
    'day.2027-07-07.from': '11:00',
  }
  expect((await send(house, path(), organiser, chosen)).status).toBe(303)
  expect(await daysNow()).toEqual([
    both[0],
    ['2027-07-07', { from: '11:00', to: '16:00' }],
    ['2027-07-09', { from: '09:00', to: '10:00' }],
  ])
})

test('a slot that somebody put on a day since it was taken out of the form keeps that day', async () => {
  const free = await fill(house, path(), organiser, { _next: 'remove:2027-07-07' })
  await changed(house, slug, file => {
    for (const slot of file.programme.slots) if (slot.key === 'walk') slot.day = '2027-07-07'
  })
  const sent = await send(house, path(), organiser, fieldsOf(free.html, path()))
  expect(sent.status).toBe(422)
  expect(errorsIn(sent.html)[0]).toContain('slots begin on it, Visite')
  expect(await daysNow()).toEqual(both)
})

test('rows that no form of ours has are not there', async () => {
  const odd = await fill(house, path(), organiser, {
    'day[]': ['2027-07-06', '2027-07-07', '../x', '2027-99-99', '~new-1', '~new-1'],
    'day.2027-99-99.date': '2027-07-12',
    'day.2027-99-99.from': '09:00',
    'day.2027-99-99.to': '10:00',
  })
  expect(odd.status).toBe(303)
  expect(await daysNow()).toEqual([...both, ['2027-07-12', { from: '09:00', to: '10:00' }]])
  // And in a form that somebody else was quicker than.
  const stale = await fill(house, path(), organiser, { _form: 'x', 'day[]': ['2027-99-99', '~new-4'] })
  expect(stale.status).toBe(422)
  await changed(house, slug, file => {
    file.programme.slots = []
  })
  expect((await fill(house, path(), organiser, { _form: 'x', 'day[]': ['2027-99-99', '~new-4'] })).status).toBe(409)
})
