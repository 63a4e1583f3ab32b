import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { toldCodes } from '../../../source/convene/api/rules/public-findings.ts'
import { checkProgramme, type TextsToCheck } from '../../../source/convene/programme/rules/checks.ts'
import type { Finding } from '../../../source/convene/programme/rules/findings.ts'
import { type Programme, type ProgrammeSlot, programmeOf } from '../../../source/convene/programme/rules/programme.ts'
import { textsToCheck } from '../../../source/convene/programme/rules/texts-to-check.ts'
import { parseSeminarFile } from '../../../source/convene/seminar/rules/parse-seminar-file.ts'

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
      ['overlap a+b:120', 'overlap a+c:60', 'overlap b+c:60'],
    ],
    [
      'what is in no room is for everybody',
      [
        ['a talk 09:00–12:00 A', { room: 'hall' }],
        'b closing 11:00–12:00 B',
        ['c talk 09:00–10:00 C', { room: 'loft' }],
      ],
      ['overlap a+b:60'],
    ],
    [
      'a gap after a long slot, not after a short one within it',
      ['a talk 09:00–12:00 A', 'b talk 09:30–10:00 B', 'c talk 13:00–14:00 C'],
      ['overlap a+b:30', 'gap a+c:60'],
    ],
    [
      'an evening: the gap is partly within the hours',
      ['a talk 09:00–16:00 A', 'b meal 20:00–22:00 B'],
      ['gap a+b:60', 'outside-hours b:+300'],
    ],
    [
      'an evening: all of it after the hours',
      ['a talk 09:00–17:00 A', 'b meal 20:00–22:00 B'],
      ['outside-hours b:+300'],
    ],
    ['before the hours', ['a registration 08:30–09:00 A', 'b talk 09:00–10:00 B'], ['outside-hours a:-30']],
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
      ['panel-unbalanced a:1-2', 'seat-unanswered a:one:luc', 'seat-unanswered a:two'],
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
      ['two-places a+b:ana:30', 'two-places a+b:luc:30'],
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
    expect(found(night('03:29'))).toEqual(['outside-hours a:+1'])
    // An hour that is skipped is no gap; one that comes twice is.
    const around = ['a talk 01:00–02:00 A', 'b talk 03:00–04:00 B']
    expect(found(programme(around, { '2018-03-25': ['01:00', '04:00'] }))).toEqual([])
    expect(found(programme(around, { '2018-10-28': ['01:00', '04:00'] }))).toEqual(['gap a+b:120'])
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
      'gap a+b:120',
      'outside-hours b:+300',
      'gap c+d:60',
      'gap d+e:2018-07-07:180',
      'outside-hours e:2018-07-08T09:00/2018-07-08T10:00',
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
    expect(found(programme([late, 'b talk [07-06] 10:00–11:00 B'], days))).toEqual(['outside-hours a:+120'])
    const long: [string, Partial<ProgrammeSlot>] = ['a workshop 18:00–10:00 A', { until: '2018-07-06' }]
    expect(found(programme([long, 'b talk [07-06] 09:30–10:30 B', 'c talk [07-06] 11:00–12:00 C'], days))).toEqual([
      'overlap a+b:30',
      'outside-hours a:+660',
      'gap b+c:30',
    ])
  })

  test('one that ends before it begins takes no time, and hides nothing', () => {
    expect(found(programme(['a talk 09:00–10:00 A', 'b part 16:00–08:00 B', 'c talk 11:00–12:00 A']))).toEqual([
      'gap a+c:60',
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

test('whoever was asked to moderate or to speak and has not answered is told, once for each slot, and to nobody outside', () => {
  const given = programme([
    ['a part 09:00–10:00 A', { moderatorPersons: ['luc'], speakers: ['luc', 'ana'] }],
    ['b talk 10:00–11:00 B', { speakers: ['luc'] }],
    ['c talk 11:00–12:00 C', { speakers: ['ana'] }],
  ])
  const answers = [
    { slot: 'a', person: 'luc', state: 'invited' },
    { slot: 'a', person: 'ana', state: 'confirmed' },
    { slot: 'b', person: 'luc', state: 'invited' },
    { slot: 'c', person: 'ana', state: 'open' },
    // Who was asked and is not on it any more is not waited for.
    { slot: 'c', person: 'luc', state: 'invited' },
  ] as const
  expect(checkProgramme(given, undefined, answers)).toMatchObject([
    { code: 'part-unanswered', slots: ['a'], subject: 'a:luc', person: 'luc', severity: 'notice' },
    { code: 'part-unanswered', slots: ['b'], subject: 'b:luc', person: 'luc', severity: 'notice' },
  ])
  expect(found(given)).toEqual([])
  expect(toldCodes).not.toContain('part-unanswered')
})

describe('a finding that has become another matter is not the one that was set aside', () => {
  type Slots = (string | [string, Partial<ProgrammeSlot>])[]
  const silent = (person: string | undefined, organisation?: string) =>
    ({
      seats: [
        {
          ...{ key: 'one', region: 'other', state: 'invited' },
          ...(person ? { person } : {}),
          ...(organisation ? { organisation } : {}),
        },
      ],
    }) as Partial<ProgrammeSlot>
  const panel = (latinAmerica: number, europe: number) =>
    ({
      seats: [
        ...Array.from({ length: latinAmerica }, (_, n) => ({ key: `l${n}`, region: 'latin-america', state: 'open' })),
        ...Array.from({ length: europe }, (_, n) => ({ key: `e${n}`, region: 'europe', state: 'open' })),
      ],
    }) as Partial<ProgrammeSlot>
  const inHall = (text: string): [string, Partial<ProgrammeSlot>] => [text, { room: 'hall' }]
  const by = (text: string, room: string): [string, Partial<ProgrammeSlot>] => [text, { room, speakers: ['ana'] }]

  test.each<[string, Slots, Slots]>([
    [
      'the next on the seat is silent',
      [['a talk 09:00–10:00 A', silent('ana')]],
      [['a talk 09:00–10:00 A', silent('bo')]],
    ],
    [
      'the next organisation is silent',
      [['a talk 09:00–10:00 A', silent(undefined, 'city')]],
      [['a talk 09:00–10:00 A', silent(undefined, 'region')]],
    ],
    ['a closing of half an hour too late lasts all evening', ['a talk 09:00–17:30 A'], ['a talk 09:00–23:00 A']],
    ['what was too late is too early', ['a talk 16:00–17:30 A'], ['a talk 08:30–10:00 A']],
    [
      'what is on a day without hours is on another such day',
      ['a talk 09:00–10:00 A', 'b meal [07-06] 19:00–22:00 B'],
      ['a talk 09:00–10:00 A', 'b meal [07-07] 19:00–22:00 B'],
    ],
    [
      'a gap of a quarter of an hour lasts three hours',
      ['a talk 09:00–10:00 A', 'b talk 10:15–11:00 B'],
      ['a talk 09:00–10:00 A', 'b talk 13:00–14:00 B'],
    ],
    [
      'five minutes in common are an hour',
      ['a talk 09:00–10:00 A', 'b talk 09:55–11:00 B'],
      ['a talk 09:00–10:55 A', 'b talk 09:55–11:00 B'],
    ],
    [
      'one for everybody and one in the hall are both in the hall',
      ['a talk 09:00–10:00 A', inHall('b talk 09:30–11:00 B')],
      [inHall('a talk 09:00–10:00 A'), inHall('b talk 09:30–11:00 B')],
    ],
    [
      'somebody leaves five minutes early, and then cannot come at all',
      [by('a talk 09:00–10:00 A', 'hall'), by('b talk 09:55–11:00 B', 'loft')],
      [by('a talk 09:00–10:55 A', 'hall'), by('b talk 09:55–11:00 B', 'loft')],
    ],
    [
      'two and three are none and three',
      [['a talk 09:00–10:00 A', panel(2, 3)]],
      [['a talk 09:00–10:00 A', panel(0, 3)]],
    ],
  ])('%s', (_what, before, after) => {
    const [was, is] = [found(programme(before)), found(programme(after))]
    expect(is.length).toBeGreaterThan(0)
    // The same codes about the same slots: what was judged is not the same.
    const about = (findings: string[]) => findings.map(text => text.split(':')[0])
    expect(about(is)).toEqual(about(was))
    expect(is.filter(text => was.includes(text))).toEqual([])
  })

  test('moved as a whole, with its hours or to another day, it is about the same', () => {
    const slots = ['a talk 08:45–10:00 A', 'b talk 09:50–11:00 B', 'c talk 11:15–12:00 C']
    const later = ['a talk 09:15–10:30 A', 'b talk 10:20–11:30 B', 'c talk 11:45–12:30 C']
    const before = found(programme(slots))
    expect(before).toEqual(['overlap a+b:10', 'outside-hours a:-15', 'gap b+c:15'])
    expect(found(programme(later, { '2018-07-05': ['09:30', '17:30'] }))).toEqual(before)
    expect(found(programme(slots, { '2018-11-20': ['09:00', '17:00'] }))).toEqual(before)
  })
})
