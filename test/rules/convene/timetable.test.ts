import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Board,
  type DayClock,
  endingAt,
  evenMinute,
  followersOf,
  movedAlong,
  movedBy,
  type Place,
  type Places,
  shownMinute,
  stepped,
  warningsOf,
} from '../../../source/convene/editing/rules/timetable.ts'
import { dayClock } from '../../../source/convene/editing/rules/timetable-clock.ts'
import { minuteOf, placeOf, timeOf, typedOfPlace } from '../../../source/convene/editing/rules/timetable-fields.ts'
import { boxesOf, hoursShown, lanesOf } from '../../../source/convene/editing/rules/timetable-layout.ts'
import { placeAsValue, valueAsPlace } from '../../../source/convene/editing/rules/timetable-patch.ts'
import {
  type Called,
  hoursInWords,
  type WarningWords,
  warningInWords,
} from '../../../source/convene/editing/rules/timetable-words.ts'
import { checkProgramme } from '../../../source/convene/programme/rules/checks.ts'
import type { Programme } from '../../../source/convene/programme/rules/programme.ts'

const dayAfter = (date: string) => Temporal.PlainDate.from(date).add({ days: 1 }).toString()
// Asked for again and again, of a few days.
const clocks = new Map<string, DayClock>()
function clockOf(date: string, zone: string): DayClock {
  const known = clocks.get(`${zone} ${date}`) ?? dayClock(date, zone)
  clocks.set(`${zone} ${date}`, known)
  return known
}
const boardOf = (
  zone: string,
  days: { date: string; from: number; to: number }[],
  slots: Board['slots'],
  rooms: string[],
): Board => ({
  days: days.map(({ date, from, to }) => ({
    date,
    next: dayAfter(date),
    hours: { from, to },
    clock: clockOf(date, zone),
    nextClock: clockOf(dayAfter(date), zone),
  })),
  rooms: rooms.map(key => ({ key })),
  slots,
})

// Where clocks change in each of the ways there are, and where they never do.
const weekends: [zone: string, date: string][] = [
  ['Europe/Paris', '2018-07-05'],
  ['Europe/Paris', '2018-03-24'],
  ['Europe/Paris', '2018-10-27'],
  ['America/Sao_Paulo', '2018-11-03'],
  ['America/Sao_Paulo', '2018-02-16'],
  ['Australia/Lord_Howe', '2018-04-01'],
  ['Asia/Kathmandu', '2018-06-01'],
]
const rooms = ['hall', 'loft']
const drawn = fc
  .record({
    where: fc.constantFrom(...weekends),
    hours: fc.array(fc.record({ from: fc.integer({ min: 0, max: 60 }), length: fc.integer({ min: 1, max: 30 }) }), {
      minLength: 1,
      maxLength: 2,
    }),
    slots: fc.array(
      fc.record({
        day: fc.integer({ min: 0, max: 1 }),
        from: fc.oneof(
          { weight: 3, arbitrary: fc.integer({ min: 0, max: 92 }).map(quarter => quarter * 15) },
          fc.integer({ min: 0, max: 1435 }),
        ),
        length: fc.oneof(
          { weight: 3, arbitrary: fc.integer({ min: 1, max: 12 }).map(quarter => quarter * 15) },
          fc.integer({ min: 1, max: 1000 }),
        ),
        room: fc.constantFrom('', ...rooms),
        people: fc.uniqueArray(fc.constantFrom('ana', 'luc'), { maxLength: 2 }),
      }),
      { maxLength: 6 },
    ),
  })
  .map(({ where: [zone, first], hours, slots }) => {
    const days = hours.map(({ from, length }, index) => {
      const date = index === 0 ? first : dayAfter(first)
      return { date, from: from * 15, to: Math.min((from + length) * 15, 1439) }
    })
    const dated = slots.map((slot, index) => ({
      ...slot,
      key: `s${index}`,
      day: days[slot.day % days.length]?.date ?? first,
    }))
    const board = boardOf(
      zone,
      days,
      dated.map(({ key, people }) => ({ key, people })),
      rooms,
    )
    const places: Places = Object.fromEntries(
      dated.map(({ key, day, from, length, room }): [string, Place] => [key, { day, from, to: from + length, room }]),
    )
    return { zone, days, board, places, slots: dated }
  })
type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never

// The model knows time as Temporal does, and looks at each minute. It imports nothing from source/.
function naive({ zone, days, slots }: Drawn): string[] {
  const minuteOfTime = (day: string, minute: number) =>
    Temporal.PlainDateTime.from(`${minute < 1440 ? day : dayAfter(day)}T00:00`)
      .add({ minutes: minute % 1440 })
      .toZonedDateTime(zone).epochMilliseconds / 60_000
  const clock = (moment: number) =>
    Temporal.Instant.fromEpochMilliseconds(moment * 60_000)
      .toZonedDateTimeISO(zone)
      .toPlainTime()
      .toString()
      .slice(0, 5)
  const ordered = slots
    .map(slot => ({
      ...slot,
      begin: minuteOfTime(slot.day, slot.from),
      end: minuteOfTime(slot.day, slot.from + slot.length),
    }))
    .sort((a, b) => a.begin - b.begin || a.end - b.end || (a.key < b.key ? -1 : 1))
  const hours = days.map(day => ({
    ...day,
    begin: minuteOfTime(day.date, day.from),
    end: minuteOfTime(day.date, day.to),
  }))
  const base = minuteOfTime(days[0]?.date ?? '', 0)
  const minutes = Array.from({ length: 4 * 1440 }, (_, minute) => base + minute)
  const covers = (one: { begin: number; end: number }, minute: number) => one.begin <= minute && minute < one.end
  const said: string[] = []
  for (const [index, a] of ordered.entries()) {
    for (const b of ordered.slice(index + 1)) {
      const both = minutes.filter(minute => covers(a, minute) && covers(b, minute))
      const [first, last] = [both[0], both.at(-1)]
      if (first === undefined || last === undefined) continue
      const at = `${clock(first)}-${clock(last + 1)}`
      if (a.room === b.room || a.room === '' || b.room === '') said.push(`overlap ${a.key}+${b.key} ${at}`)
      for (const person of ['ana', 'luc'])
        if (a.people.includes(person as 'ana') && b.people.includes(person as 'ana'))
          said.push(`two-places ${a.key}+${b.key} ${at} ${person}`)
    }
    // A minute that clocks skip takes no time.
    if (minutes.some(minute => covers(a, minute) && !hours.some(day => covers(day, minute))))
      said.push(`outside-hours ${a.key}`)
  }
  return said.sort()
}

const asSaid = (board: Board, places: Places) =>
  warningsOf(board, places).flatMap(warning => {
    if (warning.code === 'gap') return []
    const keys = warning.slots.join('+')
    if (warning.code === 'outside-hours') return `outside-hours ${keys}`
    const at = `${timeOf(warning.at.from)}-${timeOf(warning.at.to)}`
    return warning.code === 'overlap' ? `overlap ${keys} ${at}` : `two-places ${keys} ${at} ${warning.person}`
  })

/** The same as a programme that the checks read. */
function programmeOf({ zone, days, slots }: Drawn): Programme {
  return {
    source: 'fr',
    languages: ['fr'],
    timeZone: zone,
    days: days.map(({ date, from, to }) => ({ date, from: timeOf(from), to: timeOf(to) })),
    provisional: true,
    rooms: [],
    organisations: [],
    people: [],
    slots: slots.map(({ key, day, from, length, room, people }) => ({
      key,
      kind: 'break',
      day,
      from: timeOf(from),
      until: from + length >= 1440 ? dayAfter(day) : day,
      to: timeOf(from + length),
      ...(room ? { room } : {}),
      provisional: false,
      title: { fr: key },
      themes: [],
      moderators: [],
      moderatorPersons: [],
      coordination: [],
      speakers: people,
      seats: [],
      documents: [],
    })),
    older: {},
  }
}

describe('what the board says of times', () => {
  test('any board: the same as a model that looks at every minute', () => {
    let said = 0
    fc.assert(
      fc.property(drawn, given => {
        const expected = naive(given)
        said += expected.length
        // Of an hour that comes twice the board tells the first time alone, the clock of the model both.
        expect(asSaid(given.board, given.places).sort()).toEqual(expected)
      }),
      { numRuns: 150 },
    )
    expect(said).toBeGreaterThan(50)
  }, 30_000)

  test('any board: the findings of the checks, no more and no fewer', () => {
    let gaps = 0
    fc.assert(
      fc.property(drawn, given => {
        const findings = checkProgramme(programmeOf(given)).map(({ code, slots, ...more }) => {
          const at =
            'span' in more ? `${more.span.day} ${more.span.from}-${more.span.to}` : 'person' in more ? more.person : ''
          return `${code} ${slots.join('+')} ${at}`
        })
        const warnings = warningsOf(given.board, given.places).map(warning => {
          if (warning.code === 'gap') gaps++
          const at =
            warning.code === 'gap'
              ? `${warning.at.day} ${timeOf(warning.at.from)}-${timeOf(warning.at.to)}`
              : warning.code === 'two-places'
                ? warning.person
                : ''
          return `${warning.code} ${warning.slots.join('+')} ${at}`
        })
        expect(warnings.sort()).toEqual(findings.sort())
      }),
      { numRuns: 150 },
    )
    expect(gaps).toBeGreaterThan(10)
  }, 30_000)

  test('minutes of a day are those of Temporal, also when clocks change', () => {
    for (const [zone, date] of weekends) {
      const [day] = boardOf(zone, [{ date, from: 0, to: 1 }], [], []).days
      if (!day) throw new Error('no day')
      for (let minute = 0; minute < 2880; minute += 13) {
        const on = minute < 1440 ? date : dayAfter(date)
        const at = Temporal.PlainDateTime.from(`${on}T00:00`)
          .add({ minutes: minute % 1440 })
          .toZonedDateTime(zone)
        const moment = at.epochMilliseconds / 60_000
        const shown = at.toPlainTime().toString().slice(0, 5)
        expect([zone, minute, evenMinute(day, minute)]).toEqual([zone, minute, moment])
        expect([zone, minute, timeOf(shownMinute(day, moment))]).toEqual([zone, minute, shown])
      }
    }
  })

  test('a day that was taken away has no hours, and a slot without a place is passed over', () => {
    const [day] = boardOf('Europe/Paris', [{ date: '2018-07-05', from: 540, to: 1020 }], [], []).days
    if (!day) throw new Error('no day')
    const board: Board = {
      days: [{ ...day, hours: null }],
      rooms: [],
      slots: [
        { key: 'a', people: [] },
        { key: 'b', people: [] },
      ],
    }
    expect(warningsOf(board, { a: { day: '2018-07-05', from: 600, to: 660, room: '' } })).toEqual([
      { code: 'outside-hours', slots: ['a'], announced: null },
    ])
  })
})

describe('moving', () => {
  const place = (from: number, to: number, room = '', day = '2018-07-05'): Place => ({ day, from, to, room })

  test('steps go to the grid, from wherever they begin', () => {
    expect([stepped(580, 5), stepped(583, 5), stepped(583, -5), stepped(583, 30), stepped(580, -30)]).toEqual([
      585, 585, 580, 610, 550,
    ])
  })
  test('as a whole, within its day', () => {
    expect(movedBy(place(600, 660), 30)).toEqual(place(630, 690))
    expect(movedBy(place(600, 660), -900)).toEqual(place(0, 60))
    expect(movedBy(place(1200, 1400), 900)).toEqual(place(1435, 1635))
    expect(endingAt(place(600, 660), 500)).toEqual(place(600, 605))
    expect(endingAt(place(600, 602), 500)).toEqual(place(600, 602))
    expect(endingAt(place(600, 660), 9000)).toEqual(place(600, 2035))
  })
  test('any move: its length stays, and it begins on its day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1435 }),
        fc.integer({ min: 1, max: 1435 }),
        fc.integer({ min: -3000, max: 3000 }),
        (from, length, by) => {
          const moved = movedBy(place(from, from + length), by)
          expect(moved.to - moved.from).toBe(length)
          expect(moved.from).toBeGreaterThanOrEqual(0)
          expect(moved.from).toBeLessThan(1440)
          expect(moved.to).toBeLessThan(2880)
        },
      ),
    )
  })
  test('what follows goes along, in any room of its day, and keeps its distances', () => {
    const places: Places = {
      before: place(500, 540),
      beside: place(560, 640, 'loft'),
      moved: place(560, 600, 'hall'),
      next: place(600, 700),
      last: place(720, 780, 'loft'),
      tomorrow: place(600, 700, '', '2018-07-06'),
    }
    expect(followersOf(places, 'moved').sort()).toEqual(['last', 'next'])
    expect(movedAlong(places, 'moved', place(580, 620, 'hall'))).toEqual({
      ...places,
      moved: place(580, 620, 'hall'),
      next: place(620, 720),
      last: place(740, 800, 'loft'),
    })
    // Made longer, the rest waits as much longer.
    expect(movedAlong(places, 'moved', place(560, 615, 'hall')).next).toEqual(place(615, 715))
    const late: Places = { moved: place(560, 600), next: place(600, 700), last: place(1400, 1439) }
    const far = movedAlong(late, 'moved', place(660, 700))
    expect([far.next, far.last]).toEqual([place(635, 735), place(1435, 1474)])
  })
})

describe('how slots stand side by side', () => {
  test('any board: two at the same time never stand on each other, on a wide screen and lane by lane', () => {
    fc.assert(
      fc.property(drawn, ({ board, places }) => {
        const lanes = lanesOf(board)
        for (const shown of [lanes, ...lanes.filter(({ room }) => room !== '').map(lane => [lane])]) {
          const boxes = boxesOf(shown, places)
          const drawnBoxes = [...boxes].map(([key, { lane, span, part, parts }]) => ({
            place: places[key] as Place,
            left: lane + (span * part) / parts,
            right: lane + (span * (part + 1)) / parts,
          }))
          for (const [index, a] of drawnBoxes.entries()) {
            expect(a.right).toBeLessThanOrEqual(shown.length + 1e-9)
            for (const b of drawnBoxes.slice(index + 1)) {
              const atOnce = a.place.day === b.place.day && a.place.from < b.place.to && b.place.from < a.place.to
              const sideBySide = a.right <= b.left + 1e-9 || b.right <= a.left + 1e-9
              expect(!atOnce || sideBySide).toBe(true)
            }
          }
          const { from, to } = hoursShown(board, places)
          for (const { place } of drawnBoxes) expect(from <= place.from && place.to <= to).toBe(true)
        }
        expect(boxesOf(lanes, places).size).toBe(Object.keys(places).length)
      }),
      { numRuns: 200 },
    )
  })
})

describe('fields', () => {
  test('times as people type them; anything else is none', () => {
    expect(['9h40', '9 h 40', '9:40', '09.40', '9h', '24:00', '9h75', '', 'noon'].map(minuteOf)).toEqual([
      580,
      580,
      580,
      580,
      540,
      null,
      null,
      null,
      null,
    ])
    expect(placeOf({ day: 'd', from: '20h', to: '1h', late: '', room: '' })).toBeNull()
    expect(placeOf({ day: 'd', from: '20h', to: '1h', late: 'yes', room: '' })).toMatchObject({ from: 1200, to: 1500 })
  })
  test('any place comes back from its fields, and from its one value', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1439 }), (from, length) => {
        const place: Place = { day: '2018-07-05', from, to: from + length, room: 'hall' }
        expect(placeOf(typedOfPlace(place))).toEqual(place)
        expect(valueAsPlace(placeAsValue(typedOfPlace(place)))).toEqual(typedOfPlace(place))
      }),
    )
    expect(['', '[]', '["a","b","c","d"]', '["a","b","c","d",5]', '{}'].map(valueAsPlace)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ])
  })
})

describe('words', () => {
  const words: WarningWords = {
    overlap: 'with {other} at {hours}',
    twoPlaces: '{person} in {other} at {hours}',
    outside: 'outside {hours}',
    noHours: 'no hours',
    gapAfter: 'then nothing {hours}',
    gapBefore: 'nothing before {hours}',
    nothingPlanned: 'nothing {hours}',
    nextDay: '{hours} next day',
    time: '{h}h{m}',
    fullHour: '{h}h',
    hours: '{from}–{to}',
  }
  const called: Called = { slots: { a: 'A', b: 'B {hours}' }, people: { ana: 'Ana $& Duarte' }, rooms: {}, days: {} }
  test('each is told from the side of one of its slots; what is filled in is not filled again', () => {
    const at = { day: 'd', from: 600, to: 635 }
    const say = (warning: Parameters<typeof warningInWords>[2], key: string) =>
      warningInWords(words, called, warning, key)
    expect(say({ code: 'overlap', slots: ['a', 'b'], at }, 'a')).toBe('with B {hours} at 10h–10h35')
    expect(say({ code: 'overlap', slots: ['a', 'b'], at }, 'b')).toBe('with A at 10h–10h35')
    expect(say({ code: 'two-places', slots: ['a', 'b'], at, person: 'ana' }, 'b')).toBe(
      'Ana $& Duarte in A at 10h–10h35',
    )
    const gap = { code: 'gap', slots: ['a', 'b'], before: 'a', after: 'b', at, wholeDay: false } as const
    expect([say(gap, 'a'), say(gap, 'b')]).toEqual(['then nothing 10h–10h35', 'nothing before 10h–10h35'])
    expect(say({ code: 'outside-hours', slots: ['a'], announced: null }, 'a')).toBe('no hours')
    expect(hoursInWords(words, { from: 1200, to: 1500 })).toBe('20h–1h next day')
  })
})
