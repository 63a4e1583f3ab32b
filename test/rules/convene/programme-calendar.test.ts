import fc from 'fast-check'
import ICAL from 'ical.js'
import { afterEach, describe, expect, test } from 'vitest'
import { slotEvents, slotHistory } from '../../../source/convene/programme/rules/calendar.ts'
import { momentsOf, type Programme } from '../../../source/convene/programme/rules/programme.ts'
import { calendarOf } from '../../../source/convene/seminar/rules/seminar-calendar.ts'
import type { Locale } from '../../../source/ground/languages/locales.ts'
import { anyProgramme } from './programme-arbitrary.ts'
import { names, programme, slot, words } from './programme-example.ts'

const seminar = {
  location: 'Town hall, 1 Street',
  isCancelled: false,
  sequence: 0,
  organizer: { name: 'A seminar', email: 'us@city.example' },
  uidOf: (key: string) => `slot-${key}@x.example`,
  urlOf: (key: string) => `https://x.example/#slot-${key}`,
}
type About = { locale?: Locale; wanted?: string[]; seminar?: Partial<typeof seminar> }
const versionsOf = (...programmes: Programme[]) => programmes.map(one => ({ programme: one }))

function fileOf(programmes: Programme[], { locale = 'en', wanted, seminar: more }: About = {}): string {
  const events = slotEvents(
    versionsOf(...programmes),
    wanted ? new Set(wanted) : null,
    { ...seminar, ...more },
    { locale, names, words },
  )
  const stamp = Temporal.Instant.from('2030-01-01T00:00:00Z')
  return calendarOf(events, { name: 'N', zone: programmes.at(-1)?.timeZone ?? 'UTC', stamp, language: locale })
}
/** As a program that reads calendars understands it, with the zones that travel in it and no others. */
function read(text: string) {
  const root = new ICAL.Component(ICAL.parse(text))
  ICAL.TimezoneService.reset()
  for (const zone of root.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(zone))
  return root.getAllSubcomponents('vevent').map(component => {
    const event = new ICAL.Event(component)
    return {
      uid: event.uid,
      title: event.summary,
      description: event.description ?? '',
      location: event.location,
      sequence: event.sequence,
      status: component.getFirstPropertyValue('status'),
      url: component.getFirstPropertyValue('url'),
      starts: event.startDate.toUnixTime() * 1000,
      ends: event.endDate.toUnixTime() * 1000,
    }
  })
}
const utc = (text: string) => Temporal.Instant.from(text).epochMilliseconds
const lists = (text: string) => read(text).map(({ uid, sequence, status }) => `${uid} ${sequence} ${status}`)
afterEach(() => ICAL.TimezoneService.reset())

describe('a programme as a calendar', () => {
  test('everything of a slot, as another program reads it', () => {
    const [part] = read(fileOf([programme()]))
    expect(part).toEqual({
      uid: 'slot-part-1@x.example',
      title: 'I. Water, salt; & light',
      description: [
        'Who drinks',
        'Who pays',
        'Moderation: CITY + Luís Sá (teacher)',
        'Speaking: Ana Núñez (mayor, CITY)',
        'Panel: Luís Sá (teacher)',
      ].join('\n'),
      location: 'Big hall, Town hall, 1 Street',
      sequence: 0,
      status: 'CONFIRMED',
      url: 'https://x.example/#slot-part-1',
      starts: utc('2030-03-30T08:00:00Z'),
      ends: utc('2030-03-30T09:00:00Z'),
    })
  })

  test('in the language of the reader', () => {
    const [part] = read(fileOf([programme()], { locale: 'fr' }))
    expect(part).toMatchObject({ title: 'I. Eau, sel et lumière', location: 'Grande salle, Town hall, 1 Street' })
    expect(part?.description).toContain('Ana Núñez (maire, CITY)')
  })

  test('is made at an instant, in UTC; the zone of the calendar stands among its own lines', () => {
    const text = fileOf([programme()])
    expect(text.match(/^DTSTAMP.*$/gm)).toEqual(Array(3).fill('DTSTAMP:20300101T000000Z'))
    expect(text.match(/^X-WR-TIMEZONE:Europe\/Paris\r$/gm)).toHaveLength(1)
    expect(text.indexOf('X-WR-TIMEZONE')).toBeLessThan(text.indexOf('BEGIN:VTIMEZONE'))
    expect(text).toContain('DTSTART;TZID=Europe/Paris:20300330T090000')
  })

  test('over midnight and over the change of the clocks, five hours on the wall are four', () => {
    const night = read(fileOf([programme()]))[2]
    expect(night?.starts).toBe(utc('2030-03-30T22:00:00Z'))
    expect(night?.ends).toBe(utc('2030-03-31T02:00:00Z'))
    expect(fileOf([programme()])).toContain('DTEND;TZID=Europe/Paris:20300331T040000')
  })

  test('an end that the clocks bring before its beginning is not said', () => {
    const gap = slot({ key: 'gap', day: '2030-03-31', from: '02:30', until: '2030-03-31', to: '03:15' })
    const text = fileOf([programme({ slots: [gap] })])
    expect(text).not.toContain('DTEND')
    expect(read(text)[0]).toMatchObject({ starts: utc('2030-03-31T01:30:00Z'), ends: utc('2030-03-31T01:30:00Z') })
  })

  test('what is provisional is tentative, and says so', () => {
    expect(lists(fileOf([programme()]))[1]).toBe('slot-lunch@x.example 0 TENTATIVE')
    expect(read(fileOf([programme()]))[1]?.description).toBe('May change.')
    expect(read(fileOf([programme({ provisional: true })])).map(({ status }) => status)).toEqual([
      'TENTATIVE',
      'TENTATIVE',
      'TENTATIVE',
    ])
  })

  test('a seminar that is not held cancels all, over what is provisional', () => {
    expect(lists(fileOf([programme()], { seminar: { isCancelled: true, sequence: 2 } }))).toEqual([
      'slot-part-1@x.example 2 CANCELLED',
      'slot-lunch@x.example 2 CANCELLED',
      'slot-night@x.example 2 CANCELLED',
    ])
  })

  test('a selection, in which unknown keys are passed over', () => {
    expect(lists(fileOf([programme()], { wanted: ['night', 'nothing', 'part-1'] }))).toEqual([
      'slot-part-1@x.example 0 CONFIRMED',
      'slot-night@x.example 0 CONFIRMED',
    ])
    expect(slotEvents(versionsOf(programme()), new Set(['nothing']), seminar, { locale: 'en', names, words })).toEqual(
      [],
    )
  })

  test('who was asked to moderate or to speak is counted, not named, until they have said yes', () => {
    const [part] = programme().slots
    if (!part) throw new Error('no slot')
    const asked = programme({ slots: [{ ...part, moderatorsAwaited: ['luis'], speakersAwaited: ['ana', 'hidden'] }] })
    const [event] = read(fileOf([asked]))
    const lines = event?.description?.split('\n') ?? []
    expect(lines).toContain('Moderation: CITY + 1 to confirm')
    expect(lines).toContain('Speaking: 2 to confirm')
    expect(event?.description).not.toContain('Ana')
    // The slot itself is as sure as before.
    expect(event?.status).toBe('CONFIRMED')
  })

  test('nothing of a name that is not public, nor of a seat that was not accepted', () => {
    const text = JSON.stringify(read(fileOf([programme()])))
    expect(text).not.toMatch(/witness|hidden/)
    expect(text.match(/Ana/g)).toHaveLength(1)
  })
})

describe('over several versions', () => {
  const first = programme()
  const changed = (key: string, more: Partial<Programme['slots'][number]>): Programme => ({
    ...first,
    slots: first.slots.map(one => (one.key === key ? { ...one, ...more } : one)),
  })
  const without = (key: string): Programme => ({ ...first, slots: first.slots.filter(one => one.key !== key) })
  const sequences = (...programmes: Programme[]) =>
    Object.fromEntries(
      [...slotHistory(versionsOf(...programmes))].map(([key, { sequence, isDropped }]) => [
        key,
        isDropped ? `${sequence} dropped` : sequence,
      ]),
    )

  test.each<[string, Programme]>([
    ['the hour', changed('part-1', { from: '09:15' })],
    ['the day', changed('part-1', { day: '2030-03-29', until: '2030-03-29' })],
    ['the room', changed('part-1', { room: 'small' })],
    ['the title', changed('part-1', { title: { en: 'Salt', fr: 'Eau, sel et lumière' } })],
    ['the title in one language', changed('part-1', { title: { en: 'Water, salt; & light', fr: 'Sel' } })],
    ['a theme', changed('part-1', { themes: [{ en: 'Who drinks' }] })],
    ['a speaker', changed('part-1', { speakers: ['ana', 'luis'] })],
    ['whether it is sure', changed('part-1', { provisional: true })],
    ['an answer of the panel', changed('part-1', { seats: [] })],
    ['an answer that is awaited', changed('part-1', { speakersAwaited: ['ana'] })],
  ])('%s raises the number of this slot alone', (_, second) => {
    expect(sequences(first, second)).toEqual({ 'part-1': 1, lunch: 0, night: 0 })
    expect(sequences(first, second, second)).toEqual({ 'part-1': 1, lunch: 0, night: 0 })
    expect(sequences(first, second, first)).toEqual({ 'part-1': 2, lunch: 0, night: 0 })
  })

  test('what calendars do not show raises nothing', () => {
    const same = { ...changed('part-1', { documents: [], method: { en: 'Otherwise' } }), note: { en: 'A note' } }
    expect(sequences(first, same)).toEqual({ 'part-1': 0, lunch: 0, night: 0 })
  })

  test('a room that is renamed, and a programme that becomes sure, raise those whom it concerns', () => {
    const rooms = first.rooms.map(room => (room.key === 'big' ? { ...room, name: { en: 'Blue hall' } } : room))
    expect(sequences(first, { ...first, rooms })).toEqual({ 'part-1': 1, lunch: 0, night: 0 })
    expect(sequences({ ...first, provisional: true }, first)).toEqual({ 'part-1': 1, lunch: 0, night: 1 })
  })

  test('a language that was published after the release lowers no number', () => {
    const second = changed('part-1', { title: { en: 'Water, salt; & light', fr: 'Sel' } })
    const inEnglish = { ...first, languages: ['en' as const] }
    expect(sequences(inEnglish, { ...second, languages: ['en'] })['part-1']).toBe(0)
    expect(sequences(inEnglish, second)['part-1']).toBe(0)
    expect(sequences(first, second)['part-1']).toBe(1)
  })

  test('a slot that was taken out is sent as cancelled, where it was', () => {
    const versions = [first, without('part-1')]
    expect(lists(fileOf(versions))).toEqual([
      'slot-lunch@x.example 0 TENTATIVE',
      'slot-night@x.example 0 CONFIRMED',
      'slot-part-1@x.example 1 CANCELLED',
    ])
    expect(read(fileOf(versions, { wanted: ['part-1'] }))).toMatchObject([
      { title: 'I. Water, salt; & light', status: 'CANCELLED', starts: utc('2030-03-30T08:00:00Z') },
    ])
    expect(lists(fileOf(versions, { wanted: ['lunch'] }))).toEqual(['slot-lunch@x.example 0 TENTATIVE'])
  })

  test('and one that comes back is no longer cancelled', () => {
    expect(sequences(first, without('part-1'), without('part-1'))['part-1']).toBe('1 dropped')
    expect(sequences(first, without('part-1'), first)['part-1']).toBe(2)
    expect(lists(fileOf([first, without('part-1'), first]))[0]).toBe('slot-part-1@x.example 2 CONFIRMED')
  })

  test('the numbers of the seminar and of the slot count together', () => {
    const versions = [first, changed('part-1', { room: 'small' })]
    expect(lists(fileOf(versions, { seminar: { sequence: 3 } }))[0]).toBe('slot-part-1@x.example 4 CONFIRMED')
  })
})

describe('whatever the programmes', () => {
  const some = fc.array(anyProgramme({ source: 'fr' }), { minLength: 1, maxLength: 4 })

  test('no line is longer than 75 octets, and every moment is read back as it was', () => {
    fc.assert(
      fc.property(some, fc.constantFrom<Locale>('fr', 'pt'), (programmes, locale) => {
        const text = fileOf(programmes, { locale })
        expect(text.split('\r\n').filter(line => Buffer.byteLength(line) > 75)).toEqual([])
        const current = programmes.at(-1) as Programme
        const found = new Map(read(text).map(event => [event.uid, event]))
        for (const one of current.slots) {
          const { startsAt, endsAt } = momentsOf(one, current.timeZone)
          expect(found.get(`slot-${one.key}@x.example`)).toMatchObject({
            starts: startsAt.epochMilliseconds,
            ends: Math.max(endsAt.epochMilliseconds, startsAt.epochMilliseconds),
          })
        }
      }),
      { numRuns: 40 },
    )
  }, 30_000)

  test('a number never gets smaller, and every slot that was ever released is in the file once', () => {
    fc.assert(
      fc.property(some, programmes => {
        let before = new Map<string, { sequence: number; isDropped: boolean }>()
        programmes.forEach((current, index) => {
          const now = slotHistory(versionsOf(...programmes.slice(0, index + 1)))
          const ever = new Set(programmes.slice(0, index + 1).flatMap(({ slots }) => slots.map(({ key }) => key)))
          expect(new Set(now.keys())).toEqual(ever)
          for (const [key, { sequence, isDropped }] of now) {
            const was = before.get(key)
            expect(isDropped).toBe(!current.slots.some(one => one.key === key))
            expect(sequence).toBeGreaterThanOrEqual((was?.sequence ?? 0) + (was && was.isDropped !== isDropped ? 1 : 0))
          }
          before = now
        })
      }),
      { numRuns: 40 },
    )
  }, 30_000)
})
