import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { checkProgramme, type TextsToCheck } from '../../../source/convene/programme/rules/checks.ts'
import type { Finding } from '../../../source/convene/programme/rules/findings.ts'
import { type Programme, type ProgrammeSlot, programmeOf } from '../../../source/convene/programme/rules/programme.ts'
import { textsToCheck } from '../../../source/convene/programme/rules/texts-to-check.ts'
import { parseSeminarFile } from '../../../source/convene/seminar/rules/parse-seminar-file.ts'

// Many programmes, on a machine that may have other things to do.
vi.setConfig({ testTimeout: 60_000 })

const sample = await readFile(new URL('../../../samples/seminar-2018.yaml', import.meta.url), 'utf8')

/** The programme of a seminar file, and its texts as they stand when each is as old as its source. */
function checked(text: string): Pick<Finding, 'code' | 'slots' | 'severity'>[] {
  const parsed = parseSeminarFile(text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const programme = programmeOf(parsed.file)
  const at = (key: string) =>
    key.split('.').reduce<unknown>((inside, step) => {
      if (!Array.isArray(inside)) return (inside as Record<string, unknown> | undefined)?.[step]
      return inside.find(item => item.key === step) ?? inside[Number(step)]
    }, parsed.file)
  const texts = textsToCheck(programme, (key, locale) => {
    const words = at(key) as Record<string, string> | undefined
    return words === undefined ? 'absent' : words[locale] === undefined ? 'missing' : 'reviewed'
  })
  return checkProgramme(programme, texts).map(({ code, slots, severity }) => ({ code, slots, severity }))
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
    expect(checked(sample)).toEqual([overlap, repeated, gap, outside])
  })
  test('each is found by itself, and mended by itself', () => {
    expect(checked(mendOverlap(sample))).toEqual([repeated, gap, outside])
    expect(checked(mendGap(sample))).toEqual([overlap, repeated, outside])
    expect(checked(mendHours(sample))).toEqual([overlap, repeated, gap])
    expect(checked(mendTitle(sample))).toEqual([overlap, gap, outside])
  })
  test('mended, it has none; and has others once they are made', () => {
    const mended = mendTitle(mendHours(mendGap(mendOverlap(sample))))
    expect(checked(mended)).toEqual([])
    expect(checked(swap(mended, '      moderators: [mercociudades]\n', ''))).toEqual([
      { code: 'no-moderator', slots: ['part-2'], severity: 'warning' },
    ])
    expect(checked(swap(mended, '        pt: Almoço livre\n', ''))).toEqual([
      { code: 'translation-missing', slots: ['lunch'], severity: 'warning' },
    ])
  })
})

const plain = {
  provisional: false,
  themes: [],
  moderators: ['org'],
  moderatorPersons: [],
  coordination: [],
  speakers: [],
  seats: [],
  documents: [],
}
type Days = Record<string, [from: string, to: string]>
const oneDay: Days = { '2018-07-05': ['09:00', '17:00'] }

/** Slots as `key kind from–to title`, on the first day unless `[MM-DD]` says another; days at the venue. */
function programme(slots: (string | [string, Partial<ProgrammeSlot>])[], days = oneDay, timeZone = 'Europe/Paris') {
  const [first = ''] = Object.keys(days)
  const made: Programme = {
    source: 'fr',
    languages: ['fr', 'es'],
    timeZone,
    days: Object.entries(days).map(([date, [from, to]]) => ({ date, from, to })),
    provisional: true,
    rooms: [],
    organisations: [],
    people: [],
    slots: slots.map(slot => {
      const [text, more] = typeof slot === 'string' ? [slot, {}] : slot
      const [, key = '', kind = '', on, from = '', to = '', title = ''] =
        /^(\S+) (\S+) (?:\[(\S+)\] )?(\S+)–(\S+) (.*)$/.exec(text) ?? []
      const day = on ? `${first.slice(0, 5)}${on}` : first
      return {
        ...plain,
        key,
        kind: kind as ProgrammeSlot['kind'],
        day,
        until: day,
        from,
        to,
        title: { fr: title },
        ...more,
      }
    }),
    older: {},
  }
  return made
}
const found = (given: Programme, texts?: TextsToCheck) =>
  checkProgramme(given, texts).map(({ code, subject }) => `${code} ${subject}`)

describe('what is no finding', () => {
  test.each<[string, (string | [string, Partial<ProgrammeSlot>])[]]>([
    ['nothing planned', []],
    ['slots that touch', ['a talk 09:00–10:00 A', 'b talk 10:00–17:00 B']],
    ['a break fills a gap', ['a talk 09:00–10:00 A', 'c break 10:00–10:30 Coffee', 'b talk 10:30–17:00 B']],
    ['a late beginning and an early end', ['a talk 09:30–10:00 A', 'b talk 10:00–16:00 B']],
    ['coffee twice', ['a break 09:00–10:00 Coffee', 'b break 10:00–11:00 Coffee', 'c talk 11:00–12:00 Coffee']],
    ['titles of signs alone', ['a talk 09:00–10:00 …', 'b talk 10:00–11:00 …']],
    ['C and C++', ['a talk 09:00–10:00 C', 'b talk 10:00–11:00 C++']],
    [
      'two rooms side by side',
      [
        ['a talk 09:00–12:00 A', { room: 'hall', speakers: ['ana'] }],
        ['b talk 10:00–11:00 B', { room: 'loft', speakers: ['luc'] }],
      ],
    ],
    [
      'a gap in one room while something happens in another',
      [
        ['a talk 09:00–10:00 A', { room: 'hall' }],
        ['b talk 09:00–12:00 B', { room: 'loft' }],
        ['c talk 11:00–12:00 C', { room: 'hall' }],
      ],
    ],
    [
      'led by a person, or by the coordination',
      [
        ['a part 09:00–10:00 A', { moderators: [], moderatorPersons: ['ana'] }],
        ['b workshop 10:00–11:00 B', { moderators: [], coordination: ['org'] }],
        ['c talk 11:00–12:00 C', { moderators: [] }],
      ],
    ],
    [
      'a panel of three and three, one more having declined, one from elsewhere',
      [
        [
          'a part 09:00–10:00 A',
          {
            seats: [
              { key: 'one', region: 'europe', state: 'open' },
              { key: 'two', region: 'latin-america', state: 'confirmed', person: 'ana' },
              { key: 'three', region: 'europe', state: 'declined', person: 'luc' },
              { key: 'four', region: 'other', state: 'confirmed' },
            ],
          },
        ],
      ],
    ],
    [
      'one who declined the other seat, at the same time or not',
      [
        [
          'a part 09:00–10:00 A',
          { room: 'hall', seats: [{ key: 'one', region: 'other', state: 'confirmed', person: 'luc' }] },
        ],
        [
          'b part 09:00–10:00 B',
          { room: 'loft', seats: [{ key: 'one', region: 'other', state: 'declined', person: 'luc' }] },
        ],
        ['c talk 10:00–11:00 C', { speakers: ['luc'] }],
      ],
    ],
  ])('%s', (_name, slots) => expect(found(programme(slots))).toEqual([]))
})

describe('what is one', () => {
  test.each<[string, (string | [string, Partial<ProgrammeSlot>])[], string[]]>([
    [
      'three at once: each pair',
      ['a talk 09:00–12:00 A', 'b talk 10:00–12:00 B', 'c talk 11:00–12:00 C'],
      ['overlap a+b', 'overlap a+c', 'overlap b+c'],
    ],
    [
      'what is in no room is for everybody',
      [
        ['a talk 09:00–12:00 A', { room: 'hall' }],
        'b closing 11:00–12:00 B',
        ['c talk 09:00–10:00 C', { room: 'loft' }],
      ],
      ['overlap a+b'],
    ],
    [
      'a gap after a long slot, not after a short one within it',
      ['a talk 09:00–12:00 A', 'b talk 09:30–10:00 B', 'c talk 13:00–14:00 C'],
      ['overlap a+b', 'gap a+c'],
    ],
    [
      'an evening: the gap is partly within the hours',
      ['a talk 09:00–16:00 A', 'b meal 20:00–22:00 B'],
      ['gap a+b', 'outside-hours b'],
    ],
    ['an evening: all of it after the hours', ['a talk 09:00–17:00 A', 'b meal 20:00–22:00 B'], ['outside-hours b']],
    ['before the hours', ['a registration 08:30–09:00 A', 'b talk 09:00–10:00 B'], ['outside-hours a']],
    [
      'a title in other clothes',
      ['a talk 09:00–10:00 L’été à São Paulo', "b talk 10:00–11:00 L'ETE  a Sao Paulo!"],
      ['repeated-title a+b'],
    ],
    ['nobody leads it', [['a workshop 09:00–10:00 A', { moderators: [] }]], ['no-moderator a']],
    [
      'a panel out of balance, and two who have not answered',
      [
        [
          'a part 09:00–10:00 A',
          {
            seats: [
              { key: 'one', region: 'europe', state: 'invited', person: 'luc' },
              { key: 'two', region: 'europe', state: 'invited' },
              { key: 'three', region: 'latin-america', state: 'confirmed' },
            ],
          },
        ],
      ],
      ['panel-unbalanced a', 'seat-unanswered a:one', 'seat-unanswered a:two'],
    ],
    [
      'two people in two places, and in two ways on one of them',
      [
        ['a talk 09:00–10:00 A', { room: 'hall', speakers: ['ana', 'luc'], moderatorPersons: ['ana'] }],
        [
          'b part 09:30–10:30 B',
          {
            room: 'loft',
            moderatorPersons: ['luc'],
            seats: [{ key: 'one', region: 'other', state: 'confirmed', person: 'ana' }],
          },
        ],
      ],
      ['two-places a+b:ana', 'two-places a+b:luc'],
    ],
    [
      'a seat declined by one who still moderates it, and speaks afterwards',
      [
        [
          'a part 09:00–10:00 A',
          {
            moderatorPersons: ['luc'],
            seats: [
              { key: 'one', region: 'other', state: 'declined', person: 'luc' },
              { key: 'two', region: 'other', state: 'declined', person: 'ana' },
            ],
          },
        ],
        ['b talk 10:00–11:00 B', { speakers: ['luc'] }],
        [
          'c part 11:00–12:00 C',
          { speakers: ['bo'], seats: [{ key: 'one', region: 'other', state: 'declined', person: 'bo' }] },
        ],
        ['d part 12:00–13:00 D', { seats: [{ key: 'one', region: 'other', state: 'confirmed', person: 'bo' }] }],
        ['e talk 13:00–14:00 E', { moderatorPersons: ['bo'] }],
      ],
      ['declined-still-on a+b:luc', 'declined-still-on c:bo'],
    ],
  ])('%s', (_name, slots, expected) => expect(found(programme(slots))).toEqual(expected))

  test('hours are those of the venue, on the night when clocks change too', () => {
    const night = (to: string) => programme(['a talk 01:30–03:30 A'], { '2018-03-25': ['01:30', to] })
    expect(found(night('03:30'))).toEqual([])
    expect(found(night('03:29'))).toEqual(['outside-hours a'])
    // An hour that is skipped is no gap; one that comes twice is.
    const around = ['a talk 01:00–02:00 A', 'b talk 03:00–04:00 B']
    expect(found(programme(around, { '2018-03-25': ['01:00', '04:00'] }))).toEqual([])
    expect(found(programme(around, { '2018-10-28': ['01:00', '04:00'] }))).toEqual(['gap a+b'])
  })

  test('several days, each with its hours', () => {
    const days: Days = {
      '2018-07-05': ['14:00', '18:00'],
      '2018-07-06': ['09:00', '12:00'],
      '2018-07-07': ['09:00', '12:00'],
    }
    const slots = [
      'a talk 14:00–16:00 A',
      'b meal 20:00–23:00 B',
      'c talk [07-06] 09:30–10:00 C',
      'd talk [07-06] 11:00–11:30 D',
      'e talk [07-08] 09:00–10:00 E',
    ]
    const findings = checkProgramme(programme(slots, days))
    expect(findings.map(({ code, subject }) => `${code} ${subject}`)).toEqual([
      'gap a+b',
      'outside-hours b',
      'gap c+d',
      'gap d+e:2018-07-07',
      'outside-hours e',
    ])
    expect(findings.flatMap(one => (one.code === 'gap' ? one.span : []))).toEqual([
      { day: '2018-07-05', from: '16:00', to: '18:00' },
      { day: '2018-07-06', from: '10:00', to: '11:00' },
      { day: '2018-07-07', from: '09:00', to: '12:00' },
    ])
    expect(findings.flatMap(one => (one.code === 'outside-hours' ? [one.announced] : []))).toEqual([
      { day: '2018-07-05', from: '14:00', to: '18:00' },
      null,
    ])
  })

  test('an evening that goes on after midnight belongs to the day it begins', () => {
    const days: Days = { '2018-07-05': ['18:00', '23:00'], '2018-07-06': ['09:00', '12:00'] }
    const late: [string, Partial<ProgrammeSlot>] = ['a meal 18:00–01:00 A', { until: '2018-07-06' }]
    expect(found(programme([late, 'b talk [07-06] 10:00–11:00 B'], days))).toEqual(['outside-hours a'])
    const long: [string, Partial<ProgrammeSlot>] = ['a workshop 18:00–10:00 A', { until: '2018-07-06' }]
    expect(found(programme([long, 'b talk [07-06] 09:30–10:30 B', 'c talk [07-06] 11:00–12:00 C'], days))).toEqual([
      'overlap a+b',
      'outside-hours a',
      'gap b+c',
    ])
  })

  test('one that ends before it begins takes no time, and hides nothing', () => {
    expect(found(programme(['a talk 09:00–10:00 A', 'b part 16:00–08:00 B', 'c talk 11:00–12:00 A']))).toEqual([
      'gap a+c',
      'repeated-title a+c',
    ])
  })

  test('translations: one for each language, with its slots in the order of the timetable', () => {
    const given = programme(['b talk 10:00–11:00 B', 'a talk 09:00–10:00 A', 'part-1 part 11:00–12:00 P'])
    const texts: TextsToCheck = {
      languages: ['es', 'pt'],
      missing: { es: ['name'], pt: ['slots.part-1.title', 'slots.part-1.themes.0', 'slots.a.title', 'rooms.a.name'] },
      stale: { es: ['slots.b.method'], pt: [], en: ['slots.a.title'] },
    }
    expect(checkProgramme(given, texts)).toMatchObject([
      { subject: 'a+part-1+rooms.a.name:pt', slots: ['a', 'part-1'], language: 'pt', elsewhere: ['rooms.a.name'] },
      { code: 'translation-stale', subject: 'b:es', slots: ['b'], language: 'es', elsewhere: [] },
      { code: 'translation-missing', subject: 'name:es', slots: [], language: 'es', elsewhere: ['name'] },
    ])
    expect(found(given)).toEqual([])
  })
})

test('whoever has said that they moderate or speak all the same is asked no more; whoever said no is told otherwise', () => {
  const seat = { key: 'one', region: 'other', state: 'declined', person: 'luc' } as const
  const given = programme([
    ['a part 09:00–10:00 A', { moderatorPersons: ['luc'], speakers: ['luc'], seats: [seat] }],
    ['b talk 10:00–11:00 B', { speakers: ['luc'] }],
  ])
  const since = (...answers: [slot: string, state: 'open' | 'invited' | 'confirmed' | 'declined'][]) =>
    checkProgramme(
      given,
      undefined,
      answers.map(([slot, state]) => ({ slot, person: 'luc', state })),
    ).flatMap(({ code, subject }) => (code === 'declined-still-on' ? subject : []))
  expect(since()).toEqual(['a+b:luc'])
  expect(since(['a', 'open'], ['a', 'open'], ['b', 'invited'])).toEqual(['a+b:luc'])
  expect(since(['a', 'declined'], ['a', 'declined'], ['b', 'invited'])).toEqual(['b:luc'])
  expect(since(['a', 'declined'], ['a', 'invited'], ['b', 'declined'])).toEqual(['a:luc'])
  // They come for the second: only where they declined the seat is it unclear.
  expect(since(['a', 'invited'], ['b', 'confirmed'])).toEqual(['a:luc'])
  expect(since(['a', 'confirmed'], ['a', 'confirmed'], ['b', 'invited'])).toEqual([])
})

// The naive model looks at each minute of three days, from the midnight at which the first begins, and knows titles and
// people by their number. It imports nothing from source/.
type Plain = {
  key: string
  day: number
  /** Minutes from the first midnight. */
  from: number
  to: number
  kind: string
  room: number | null
  title: number | null
  moderator: boolean
  people: number[]
  seats: { region: string; state: string; person: number | null }[]
}
type Hours = { day: number; from: number; to: number }
const minutes = Array.from({ length: 3 * 1440 }, (_, minute) => minute)

function naive(slots: Plain[], days: Hours[]): string[] {
  const ordered = slots.toSorted((a, b) => a.from - b.from || a.to - b.to || (a.key < b.key ? -1 : 1))
  const covers = (slot: Plain | Hours, minute: number) => slot.from <= minute && minute < slot.to
  const announced = (minute: number) => days.some(day => covers(day, minute))
  const on = (slot: Plain) => [
    ...slot.people,
    ...slot.seats.flatMap(({ state, person }) => (state === 'declined' || person === null ? [] : person)),
  ]
  const findings: string[] = []
  for (const [index, a] of ordered.entries()) {
    for (const b of ordered.slice(index + 1)) {
      if (!minutes.some(minute => covers(a, minute) && covers(b, minute))) continue
      if (a.room === null || b.room === null || a.room === b.room) findings.push(`overlap ${a.key}+${b.key}`)
      for (const person of [0, 1, 2])
        if (on(a).includes(person) && on(b).includes(person)) findings.push(`two-places ${a.key}+${b.key}:p${person}`)
    }
    if (minutes.some(minute => covers(a, minute) && !announced(minute))) findings.push(`outside-hours ${a.key}`)
    if (['part', 'workshop'].includes(a.kind) && !a.moderator) findings.push(`no-moderator ${a.key}`)
    let tilt = 0
    for (const [place, { region, state }] of a.seats.entries()) {
      if (state === 'invited') findings.push(`seat-unanswered ${a.key}:s${place}`)
      if (state === 'declined') continue
      if (region === 'latin-america') tilt++
      if (region === 'europe') tilt--
    }
    if (tilt !== 0) findings.push(`panel-unbalanced ${a.key}`)
  }
  for (const person of [0, 1, 2]) {
    const answers = ordered.flatMap(({ key, seats }) =>
      seats.filter(seat => seat.person === person).map(({ state }) => `${state} ${key}`),
    )
    if (!answers.some(answer => answer.startsWith('declined'))) continue
    const comes = answers.some(answer => answer.startsWith('confirmed'))
    const named = ordered.filter(slot => slot.people.includes(person))
    const asked = named.filter(({ key }) => !comes || answers.includes(`declined ${key}`)).map(({ key }) => key)
    if (asked.length > 0) findings.push(`declined-still-on ${asked.join('+')}:p${person}`)
  }
  for (const hours of days) {
    const of = ordered.filter(
      slot => slot.day === hours.day || minutes.some(minute => covers(slot, minute) && covers(hours, minute)),
    )
    if (of.length === 0) {
      const ended = ordered.filter(slot => slot.to <= hours.from)
      const last = ended.findLast(slot => slot.to === Math.max(...ended.map(({ to }) => to)))
      const next = ordered.find(slot => slot.from >= hours.to)
      const around = [last, next].flatMap(slot => slot?.key ?? [])
      if (around.length > 0) findings.push(`gap ${around.join('+')}:d${hours.day}`)
    }
    const empty = (minute: number) => !of.some(slot => covers(slot, minute))
    for (const begin of minutes.filter(minute => empty(minute) && !empty(minute - 1))) {
      let end = begin
      while (end < minutes.length && empty(end)) end++
      const before = of.findLast(slot => slot.to === begin)
      const after = of.find(slot => slot.from === end)
      const within = minutes.slice(begin, end).some(minute => covers(hours, minute))
      if (before && after && within) findings.push(`gap ${before.key}+${after.key}`)
    }
  }
  for (const title of [0, 1]) {
    const alike = ordered.filter(s => s.title === title && !['registration', 'break', 'meal'].includes(s.kind))
    if (alike.length > 1) findings.push(`repeated-title ${alike.map(({ key }) => key).join('+')}`)
  }
  return findings.sort()
}

const spellings = [
  ['', ' ', '—'],
  ['Éléments d’un bilan', "ELEMENTS D'UN BILAN", ' éléments   d’un bilan… '],
  ['Outils – suivi', 'outils suivi', 'OUTILS : SUIVI'],
]
const regions = ['latin-america', 'europe', 'other'] as const
const states = ['open', 'invited', 'confirmed', 'declined'] as const
const drawnSlot = fc.record({
  day: fc.integer({ min: 0, max: 2 }),
  // In quarters of an hour mostly, so that slots touch; some to the minute. Some end after midnight.
  begin: fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 26, max: 92 }).map(quarters => quarters * 15) },
    fc.integer({ min: 400, max: 1380 }),
  ),
  length: fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 30 }).map(quarters => quarters * 15) },
    fc.integer({ min: 1, max: 1000 }),
  ),
  kind: fc.constantFrom('registration', 'welcome', 'part', 'talk', 'workshop', 'break', 'meal', 'closing'),
  room: fc.constantFrom(null, 0, 1),
  title: fc.constantFrom(null, 0, 1),
  spelling: fc.integer({ min: 0, max: 2 }),
  leads: fc.constantFrom('organisation', 'person', 'coordination', 'nobody'),
  speakers: fc.uniqueArray(fc.integer({ min: 0, max: 2 }), { maxLength: 2 }),
  seats: fc.array(
    fc.record({
      region: fc.constantFrom(...regions),
      state: fc.constantFrom(...states),
      person: fc.constantFrom(null, 0, 1, 2),
    }),
    { maxLength: 3 },
  ),
})
const drawnDays = fc
  .tuple(
    fc.array(fc.record({ from: fc.integer({ min: 420, max: 700 }), length: fc.integer({ min: 60, max: 700 }) }), {
      minLength: 3,
      maxLength: 3,
    }),
    fc.subarray([1, 2]),
  )
  .map(([hours, more]) => [0, ...more].map(day => ({ day, ...(hours[day] ?? { from: 540, length: 480 }) })))

test('any programme: the same as a model that looks at every minute', () => {
  const first = Temporal.PlainDate.from('2018-07-05')
  const at = (minute: number) => {
    const moment = first.toPlainDateTime().add({ minutes: minute })
    return { date: moment.toPlainDate().toString(), time: moment.toPlainTime().toString({ smallestUnit: 'minute' }) }
  }
  const people = (numbers: number[]) => numbers.map(number => `p${number}`)
  const seen = new Set<string>()
  fc.assert(
    fc.property(
      fc.array(drawnSlot, { maxLength: 7 }),
      drawnDays,
      fc.constantFrom('Europe/Paris', 'America/Bogota', 'Asia/Kathmandu'),
      (drawn, hours, timeZone) => {
        const days = hours.map(({ day, from, length }) => ({
          day,
          from: day * 1440 + from,
          to: day * 1440 + from + length,
        }))
        const slots = drawn.map((slot, index) => {
          const from = slot.day * 1440 + slot.begin
          const to = Math.min(from + slot.length, 3 * 1440 - 1)
          return { ...slot, key: `s${index}`, from, to }
        })
        const said = programme(
          slots.map(slot => [
            `${slot.key} ${slot.kind} ${at(slot.from).time}–${at(slot.to).time} .`,
            {
              title: { fr: spellings[slot.title === null ? 0 : slot.title + 1]?.[slot.spelling] ?? '' },
              day: at(slot.from).date,
              until: at(slot.to).date,
              ...(slot.room === null ? {} : { room: `room-${slot.room}` }),
              moderators: slot.leads === 'organisation' ? ['org'] : [],
              coordination: slot.leads === 'coordination' ? ['org'] : [],
              moderatorPersons: slot.leads === 'person' ? ['p1'] : [],
              speakers: people(slot.speakers),
              seats: slot.seats.map(({ person, ...seat }, place) => ({
                key: `s${place}`,
                ...seat,
                ...(person === null ? {} : { person: `p${person}` }),
              })),
            },
          ]),
          Object.fromEntries(days.map(({ from, to }) => [at(from).date, [at(from).time, at(to).time]])),
          timeZone,
        )
        const model = slots.map(slot => ({
          ...slot,
          moderator: slot.leads !== 'nobody',
          people: slot.leads === 'person' ? [1, ...slot.speakers] : slot.speakers,
        }))
        const expected = naive(model, days).map(text =>
          text.replace(/:d(\d)$/, (_, day) => `:2018-07-0${5 + Number(day)}`),
        )
        const got = found(said)
        for (const finding of got) seen.add(finding.split(' ')[0] ?? '')
        expect(got.toSorted()).toEqual(expected.toSorted())
        // Each is known again by its code and its subject, and all stand in the order of the timetable.
        expect(new Set(got).size).toBe(got.length)
        const order = model.toSorted((a, b) => a.from - b.from || a.to - b.to || (a.key < b.key ? -1 : 1))
        const places = checkProgramme(said).map(({ slots: [key] }) => order.findIndex(slot => slot.key === key))
        expect(places).toEqual(places.toSorted((a, b) => a - b))
      },
    ),
    { numRuns: 400 },
  )
  expect([...seen].sort()).toEqual([
    'declined-still-on',
    'gap',
    'no-moderator',
    'outside-hours',
    'overlap',
    'panel-unbalanced',
    'repeated-title',
    'seat-unanswered',
    'two-places',
  ])
})
