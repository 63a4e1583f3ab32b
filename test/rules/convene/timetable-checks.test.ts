import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { checkTimetable, type Timetable } from '../../../source/convene/seminar/rules/timetable-checks.ts'

const sample = await readFile(new URL('../../../samples/seminar-2018.yaml', import.meta.url), 'utf8')

type SampleFile = {
  date: string
  hours: { from: string; to: string }
  time_zone: string
  source: string
  programme: { slots: { key: string; kind: string; from: string; to: string; title: Record<string, string> }[] }
}

/** The timetable of a seminar file, titles in its source language. */
function timetableOf(text: string): Timetable {
  const { date, hours, time_zone: timeZone, source, programme } = parse(text) as SampleFile
  const at = (time: string) => Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(timeZone).toInstant()
  return {
    date: Temporal.PlainDate.from(date),
    hoursFrom: Temporal.PlainTime.from(hours.from),
    hoursTo: Temporal.PlainTime.from(hours.to),
    timeZone,
    slots: programme.slots.map(slot => ({
      key: slot.key,
      kind: slot.kind,
      startsAt: at(slot.from),
      endsAt: at(slot.to),
      title: slot.title[source] ?? '',
    })),
  }
}

const swap = (text: string, from: string | RegExp, to: string) => {
  const changed = text.replace(from, to)
  expect(changed, `nothing to change at ${from}`).not.toBe(text)
  return changed
}
const mendOverlap = (text: string) =>
  swap(text, 'kind: part\n      part: I\n      from: "09:40"', 'kind: part\n      part: I\n      from: "10:00"')
const mendGap = (text: string) => swap(text, 'to: "14:30"', 'to: "15:00"')
const mendHours = (text: string) => swap(text, '{from: "09:00", to: "17:00"}', '{from: "09:00", to: "17:15"}')
const mendTitle = (text: string) => swap(text, /(part: II\n.*\n.*\n +title:\n +fr: )/, '$1Ce qui se transmet. ')

describe('the programme of 5 July 2018', () => {
  const overlap = { code: 'overlap', slots: ['introduction', 'part-1'], severity: 'error' }
  const gap = { code: 'gap', slots: ['lunch', 'part-3'], severity: 'warning' }
  const outside = { code: 'outside-hours', slots: ['closing'], severity: 'warning' }
  const repeated = { code: 'repeated-title', slots: ['part-1', 'part-2'], severity: 'notice' }

  test('has four defects, and no others', () => {
    expect(checkTimetable(timetableOf(sample))).toEqual([overlap, repeated, gap, outside])
  })
  test('each is found by itself, and mended by itself', () => {
    expect(checkTimetable(timetableOf(mendOverlap(sample)))).toEqual([repeated, gap, outside])
    expect(checkTimetable(timetableOf(mendGap(sample)))).toEqual([overlap, repeated, outside])
    expect(checkTimetable(timetableOf(mendHours(sample)))).toEqual([overlap, repeated, gap])
    expect(checkTimetable(timetableOf(mendTitle(sample)))).toEqual([overlap, gap, outside])
  })
  test('mended, it has none', () => {
    expect(checkTimetable(timetableOf(mendTitle(mendHours(mendGap(mendOverlap(sample))))))).toEqual([])
  })
})

/** A day in Paris; slots as `key kind from–to title`. */
function day(slots: string[], hours = ['09:00', '17:00'], date = '2018-07-05', timeZone = 'Europe/Paris'): Timetable {
  const at = (time = '') => Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(timeZone).toInstant()
  return {
    date: Temporal.PlainDate.from(date),
    hoursFrom: Temporal.PlainTime.from(hours[0] ?? ''),
    hoursTo: Temporal.PlainTime.from(hours[1] ?? ''),
    timeZone,
    slots: slots.map(slot => {
      const [key = '', kind = '', times = '', ...title] = slot.split(' ')
      const [from, to] = times.split('–')
      return { key, kind, startsAt: at(from), endsAt: at(to), title: title.join(' ') }
    }),
  }
}
const found = (timetable: Timetable) => checkTimetable(timetable).map(({ code, slots }) => `${code} ${slots.join(' ')}`)

describe('what is no defect', () => {
  test.each([
    ['nothing planned', []],
    ['slots that touch', ['a talk 09:00–10:00 A', 'b talk 10:00–17:00 B']],
    ['a break fills a gap', ['a talk 09:00–10:00 A', 'c break 10:00–10:30 Coffee', 'b talk 10:30–17:00 B']],
    ['a late beginning and an early end', ['a talk 09:30–10:00 A', 'b talk 10:00–16:00 B']],
    ['coffee twice', ['a break 09:00–10:00 Coffee', 'b break 10:00–11:00 Coffee', 'c talk 11:00–12:00 Coffee']],
    ['titles of signs alone', ['a talk 09:00–10:00 …', 'b talk 10:00–11:00 …']],
    ['C and C++', ['a talk 09:00–10:00 C', 'b talk 10:00–11:00 C++']],
  ])('%s', (_name, slots) => expect(found(day(slots))).toEqual([]))
})

describe('what is one', () => {
  test.each([
    [
      'three at once: each pair',
      ['a talk 09:00–12:00 A', 'b talk 10:00–12:00 B', 'c talk 11:00–12:00 C'],
      ['overlap a b', 'overlap a c', 'overlap b c'],
    ],
    [
      'a gap after a long slot, not after a short one within it',
      ['a talk 09:00–12:00 A', 'b talk 09:30–10:00 B', 'c talk 13:00–14:00 C'],
      ['overlap a b', 'gap a c'],
    ],
    [
      'an evening: the gap is partly within the hours',
      ['a talk 09:00–16:00 A', 'b meal 20:00–22:00 B'],
      ['gap a b', 'outside-hours b'],
    ],
    ['an evening: all of it after the hours', ['a talk 09:00–17:00 A', 'b meal 20:00–22:00 B'], ['outside-hours b']],
    ['before the hours', ['a registration 08:30–09:00 A', 'b talk 09:00–10:00 B'], ['outside-hours a']],
    [
      'a title in other clothes',
      ['a talk 09:00–10:00 L’été à São Paulo', "b talk 10:00–11:00 L'ETE  a Sao Paulo!"],
      ['repeated-title a b'],
    ],
  ])('%s', (_name, slots, expected) => expect(found(day(slots))).toEqual(expected))

  test('hours are those of the venue, on the night when clocks change too', () => {
    const slots = ['a talk 01:30–03:30 A']
    expect(found(day(slots, ['01:30', '03:30'], '2018-03-25'))).toEqual([])
    expect(found(day(slots, ['01:30', '03:29'], '2018-03-25'))).toEqual(['outside-hours a'])
    // Written in Paris, announced in Bogotá: seven hours apart.
    expect(found({ ...day(['a talk 09:00–17:00 A']), timeZone: 'America/Bogota' })).toEqual(['outside-hours a'])
  })
})

// The naive model looks at each of the 288 stretches of five minutes of a day and knows titles by their number.
type Plain = { from: number; to: number; kind: string; title: number | null }
const spellings = ['Éléments d’un bilan', "ELEMENTS D'UN BILAN", ' éléments   d’un bilan… ']
const otherSpellings = ['Outils – suivi', 'outils suivi', 'OUTILS : SUIVI']
const emptySpellings = ['', ' ', '—']

function naive(slots: (Plain & { key: string })[], hours: { from: number; to: number }): string[] {
  const ordered = slots.toSorted((a, b) => a.from - b.from || a.to - b.to || (a.key < b.key ? -1 : 1))
  const all = Array.from({ length: 288 }, (_, step) => step)
  const covers = (slot: Plain, step: number) => slot.from <= step && step < slot.to
  const problems: string[] = []
  for (const a of ordered) {
    for (const b of ordered) {
      if (ordered.indexOf(a) < ordered.indexOf(b) && all.some(step => covers(a, step) && covers(b, step)))
        problems.push(`overlap ${a.key} ${b.key}`)
    }
    if (all.some(step => covers(a, step) && (step < hours.from || step >= hours.to)))
      problems.push(`outside-hours ${a.key}`)
  }
  const empty = (step: number) => !ordered.some(slot => covers(slot, step))
  for (const begin of all.filter(step => empty(step) && !empty(step - 1))) {
    let end = begin
    while (end < 288 && empty(end)) end++
    const before = ordered.filter(slot => slot.to === begin).at(-1)
    const after = ordered.find(slot => slot.from === end)
    const announced = all.some(step => begin <= step && step < end && hours.from <= step && step < hours.to)
    if (before && after && announced) problems.push(`gap ${before.key} ${after.key}`)
  }
  for (const title of [0, 1]) {
    const alike = ordered.filter(s => s.title === title && !['registration', 'break', 'meal'].includes(s.kind))
    if (alike.length > 1) problems.push(`repeated-title ${alike.map(slot => slot.key).join(' ')}`)
  }
  return problems.sort()
}

const kinds = ['registration', 'welcome', 'part', 'talk', 'break', 'meal', 'closing']
const plainSlot = fc.record({
  from: fc.integer({ min: 80, max: 220 }),
  length: fc.integer({ min: 1, max: 30 }),
  kind: fc.constantFrom(...kinds),
  title: fc.constantFrom(0, 1, null),
  spelling: fc.integer({ min: 0, max: 2 }),
})

test('any timetable: the same as a model that looks at every five minutes', () => {
  const time = (step: number) => Temporal.PlainTime.from('00:00').add({ minutes: step * 5 })
  const date = Temporal.PlainDate.from('2018-07-05')
  const seen = new Set<string>()
  fc.assert(
    fc.property(
      fc.array(plainSlot, { maxLength: 8 }),
      fc.integer({ min: 90, max: 130 }),
      fc.integer({ min: 150, max: 220 }),
      fc.constantFrom('Europe/Paris', 'America/Bogota', 'Asia/Kathmandu'),
      (drawn, from, to, timeZone) => {
        const slots = drawn.map((slot, index) => ({ ...slot, to: slot.from + slot.length, key: `s${index}` }))
        const at = (step: number) => date.toZonedDateTime({ timeZone, plainTime: time(step) }).toInstant()
        const problems = found({
          date,
          hoursFrom: time(from),
          hoursTo: time(to),
          timeZone,
          slots: slots.map(({ key, kind, title, spelling, ...slot }) => ({
            key,
            kind,
            startsAt: at(slot.from),
            endsAt: at(slot.to),
            title: [emptySpellings, spellings, otherSpellings][title === null ? 0 : title + 1]?.[spelling] ?? '',
          })),
        })
        for (const problem of problems) seen.add(problem.split(' ')[0] ?? '')
        expect(problems.toSorted()).toEqual(naive(slots, { from, to }))
      },
    ),
    { numRuns: 1000 },
  )
  expect([...seen].sort()).toEqual(['gap', 'outside-hours', 'overlap', 'repeated-title'])
})
