import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { StateOfText } from '../../../source/convene/editing/rules/text-states.ts'
import { draftFindings } from '../../../source/convene/programme/rules/draft-findings.ts'
import { type CheckCode, type Finding, severities } from '../../../source/convene/programme/rules/findings.ts'
import type { Programme, ProgrammeSlot } from '../../../source/convene/programme/rules/programme.ts'
import { textsToCheck } from '../../../source/convene/programme/rules/texts-to-check.ts'
import type { Locale } from '../../../source/ground/languages/locales.ts'
import { naiveFindings, type PlainDraft, type PlainSlot, type PlainText } from './programme-checks-model.ts'

// Every check of a draft against the naive model, on any draft with whatever stands beside it.
vi.setConfig({ testTimeout: 120_000 })

const spellings = [
  ['', ' ', '—'],
  ['Éléments d’un bilan', "ELEMENTS D'UN BILAN", ' éléments   d’un bilan… '],
  ['Outils – suivi', 'outils suivi', 'OUTILS : SUIVI'],
]
const regions = ['latin-america', 'europe', 'other'] as const
const states = ['open', 'invited', 'confirmed', 'declined'] as const
const stands = ['reviewed', 'reviewed', 'reviewed', 'missing', 'stale', 'machine', 'absent'] as const

const some = fc.uniqueArray(fc.integer({ min: 0, max: 2 }), { maxLength: 2 })
const drawnText = fc.record({ es: fc.constantFrom(...stands), pt: fc.constantFrom(...stands) })
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
  leads: fc.constantFrom('organisation', 'coordination', 'nobody', 'nobody'),
  moderators: some,
  speakers: some,
  // Of those who moderate, then of those who speak; null for whoever was never asked.
  said: fc.array(fc.constantFrom(null, ...states), { minLength: 4, maxLength: 4 }),
  seats: fc.array(
    fc.record({
      region: fc.constantFrom(...regions),
      state: fc.constantFrom(...states),
      person: fc.constantFrom(null, 0, 1, 2),
      organisation: fc.constantFrom(null, 'city', 'network'),
    }),
    { maxLength: 3 },
  ),
  texts: fc.record({ title: drawnText, theme: fc.option(drawnText), method: fc.option(drawnText) }),
  documents: fc.uniqueArray(fc.constantFrom(null, 0, 1, 2), { maxLength: 2 }),
})
type DrawnSlot = typeof drawnSlot extends fc.Arbitrary<infer S> ? S : never
const drawnDays = fc
  .tuple(
    fc.array(fc.record({ from: fc.integer({ min: 420, max: 700 }), length: fc.integer({ min: 60, max: 700 }) }), {
      minLength: 3,
      maxLength: 3,
    }),
    fc.subarray([1, 2]),
  )
  .map(([hours, more]) =>
    [0, ...more].map(day => {
      const { from, length } = hours[day] ?? { from: 540, length: 480 }
      return { day, from: day * 1440 + from, to: day * 1440 + from + length }
    }),
  )

const fileId = (number: number) => `00000000-0000-4000-8000-00000000000${number}`
const addressOf = (file: number | null) => (file === null ? 'https://example.org/a' : `/files/${fileId(file)}`)
const firstDay = Temporal.PlainDate.from('2018-07-05')
const dayOf = (day: number) => firstDay.add({ days: day }).toString()
const at = (minute: number) => {
  const moment = firstDay.toPlainDateTime().add({ minutes: minute })
  return { date: moment.toPlainDate().toString(), time: moment.toPlainTime().toString({ smallestUnit: 'minute' }) }
}
const moment = (minute: number) => `${at(minute).date}T${at(minute).time}`

/** A slot as the model knows it. */
function plain(drawn: DrawnSlot, index: number): PlainSlot & DrawnSlot {
  const from = drawn.day * 1440 + drawn.begin
  const { title, theme, method } = drawn.texts
  const said = (role: 'moderator' | 'speaker', persons: number[], first: number) =>
    persons.flatMap((person, place) => {
      const state = drawn.said[first + place] ?? null
      return state === null ? [] : [{ role, person, state }]
    })
  const text = (name: string, one: PlainText['stands'] | null) => (one ? [{ text: name, stands: one }] : [])
  return {
    ...drawn,
    // One key begins as another: their texts are not to be confused.
    key: index === 1 ? 's0-1' : `s${index}`,
    from,
    to: Math.min(from + drawn.length, 3 * 1440 - 1),
    isLed: drawn.leads !== 'nobody',
    answers: [...said('moderator', drawn.moderators, 0), ...said('speaker', drawn.speakers, 2)],
    texts: [...text('title', title), ...text('themes.0', theme), ...text('method', method)] as never,
    documents: drawn.documents.map(file => ({ url: addressOf(file), file })) as never,
  }
}

/** The same slot in a programme. */
function inProgramme(slot: PlainSlot & { spelling: number; leads: string }): ProgrammeSlot {
  const has = (name: string) => slot.texts.some(({ text }) => text === name)
  return {
    key: slot.key,
    kind: slot.kind as ProgrammeSlot['kind'],
    day: at(slot.from).date,
    from: at(slot.from).time,
    until: at(slot.to).date,
    to: at(slot.to).time,
    provisional: false,
    title: { fr: spellings[slot.title === null ? 0 : slot.title + 1]?.[slot.spelling] ?? '' },
    ...(slot.room === null ? {} : { room: `room-${slot.room}` }),
    ...(has('method') ? { method: { fr: 'M' } } : {}),
    themes: has('themes.0') ? [{ fr: 'T' }] : [],
    moderators: slot.leads === 'organisation' ? ['org'] : [],
    coordination: slot.leads === 'coordination' ? ['org'] : [],
    moderatorPersons: slot.moderators.map(person => `p${person}`),
    speakers: slot.speakers.map(person => `p${person}`),
    seats: slot.seats.map(({ person, organisation, region, state }, place) => ({
      key: `s${place}`,
      region: region as (typeof regions)[number],
      state,
      ...(person === null ? {} : { person: `p${person}` }),
      ...(organisation === null ? {} : { organisation }),
    })),
    // Their titles are translated: the model does not know of them.
    documents: slot.documents.map(({ url }) => ({ title: { fr: 'D', es: 'D', pt: 'D' }, url })),
  }
}

const others = ['name', 'rooms.room-0.name']

test('any draft: the same as a model that looks at every minute, and every code is met', () => {
  const met = new Set<CheckCode>()
  fc.assert(
    fc.property(
      fc.array(drawnSlot, { maxLength: 7 }),
      drawnDays,
      fc.constantFrom('Europe/Paris', 'America/Bogota', 'Asia/Kathmandu'),
      fc.tuple(drawnText, drawnText),
      fc.subarray([0, 1, 2]),
      (drawn, days, timeZone, otherTexts, files) => {
        const slots = drawn.map(plain)
        const draft: PlainDraft = {
          ...{ slots, days, files },
          texts: others.map((text, index) => ({ text, stands: otherTexts[index] ?? {} })),
        }
        const programme: Programme = {
          source: 'fr',
          languages: ['fr', 'es', 'pt'],
          timeZone,
          days: days.map(({ day, from, to }) => ({ date: dayOf(day), from: at(from).time, to: at(to).time })),
          name: { fr: 'N' },
          provisional: true,
          rooms: [{ key: 'room-0', name: { fr: 'R' } }],
          organisations: [],
          people: [],
          slots: slots.map(inProgramme),
          older: {},
        }
        const known = new Map<string, PlainText['stands']>([
          ...draft.texts.map(({ text, stands }) => [`programme.${text}`, stands] as const),
          ...slots.flatMap(({ key, texts }) =>
            texts.map(({ text, stands }) => [`programme.slots.${key}.${text}`, stands] as const),
          ),
        ])
        const standing = (place: string, language: Locale) =>
          (known.get(place)?.[language] ?? 'reviewed') as StateOfText
        const found: Finding[] = draftFindings(programme, {
          texts: textsToCheck(programme, standing),
          answers: slots.flatMap(({ key, answers }) =>
            answers.map(({ person, ...said }) => ({ slot: key, person: `p${person}`, ...said })),
          ),
          files: new Set(files.map(fileId)),
        })
        const expected = naiveFindings(draft).map(text =>
          text
            .replace(/:d(\d):/, (_, day) => `:${dayOf(Number(day))}:`)
            .replace(/:(\d+)~(\d+)$/, (_, from, to) => `:${moment(Number(from))}/${moment(Number(to))}`),
        )
        const got = found.map(({ code, subject }) => `${code} ${subject}`)
        for (const { code } of found) met.add(code)
        expect(got.toSorted()).toEqual(expected.toSorted())
        // Each is known again by its code and its subject, and as severe as its code says.
        expect(new Set(got).size).toBe(got.length)
        for (const { code, severity } of found) expect(severity).toBe(severities[code])
        // In the order of the timetable, but for what was declined, which is first, and documents, which are last.
        const order = slots.toSorted((a, b) => a.from - b.from || a.to - b.to || (a.key < b.key ? -1 : 1))
        const places = found
          .filter(({ code }) => code !== 'part-declined' && code !== 'document-unknown')
          .map(({ slots: [first] }) => (first === undefined ? order.length : order.findIndex(s => s.key === first)))
        expect(places).toEqual(places.toSorted((a, b) => a - b))
      },
    ),
    { numRuns: 400 },
  )
  expect([...met].sort()).toEqual(Object.keys(severities).sort())
})

test('the model knows nothing of what it is compared with', async () => {
  const text = await readFile(new URL('./programme-checks-model.ts', import.meta.url), 'utf8')
  expect(text).toContain('naiveFindings')
  expect(text).not.toMatch(/\bimport\b.*from|import\(|require\(/)
})
