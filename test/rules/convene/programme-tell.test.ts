import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { changesInWords } from '../../../source/convene/programme/acts/changes-in-words.ts'
import type { Names, Programme, ProgrammeSlot } from '../../../source/convene/programme/rules/programme.ts'
import { loudOnly } from '../../../source/convene/programme/telling/pages/lines.ts'
import { tellingPlan, type Untold } from '../../../source/convene/programme/telling/rules/plan.ts'
import {
  asKnown,
  concerning,
  isConcerned,
  ownSlots,
  slotsOf,
} from '../../../source/convene/programme/telling/rules/to-tell.ts'
import { anyProgramme } from './programme-arbitrary.ts'

vi.setConfig({ testTimeout: 60_000 })

const nobody: Names = new Map()
const known: Names = new Map([['person-1', { givenName: 'Ana', familyName: 'Ruiz' }]])
const locale = fc.constantFrom('fr' as const, 'es' as const, 'pt' as const, 'en' as const)

const slot = (key: string, more: Partial<ProgrammeSlot> = {}): ProgrammeSlot => ({
  key,
  kind: 'talk',
  day: '2030-05-06',
  from: '09:00',
  until: '2030-05-06',
  to: '10:00',
  provisional: false,
  title: { fr: 'Dialogue' },
  themes: [],
  moderators: [],
  moderatorPersons: [],
  coordination: [],
  speakers: [],
  seats: [],
  documents: [],
  ...more,
})
const programme = (slots: ProgrammeSlot[], more: Partial<Programme> = {}): Programme => ({
  source: 'fr',
  languages: ['fr'],
  timeZone: 'Europe/Paris',
  days: [{ date: '2030-05-06', from: '09:00', to: '18:00' }],
  provisional: false,
  rooms: [],
  organisations: [],
  people: [],
  slots,
  older: {},
  ...more,
})
const numbered = (...all: Programme[]) => all.map((one, index) => ({ number: index + 1, programme: one }))
const registrants = (base: number, people = 1, language = 'fr'): Untold => ({
  ...{ key: null, language, base, people },
  ...{ asked: true, declined: [] },
})

// What a reader could notice of a slot, written down anew: nothing of this is taken from source/.
type Noticed = { place: string; content: string }
function notice(all: Programme, names: Names, language: string): Map<string, Noticed> {
  const say = (words: Record<string, string | undefined> | undefined) =>
    words === undefined
      ? ''
      : words[language] !== undefined
        ? `${language} ${words[language]}`
        : `${all.source} ${words[all.source]}`
  const organisation = (key: string | undefined) => {
    const found = all.organisations.find(one => one.key === key)
    return found ? (found.short ?? say(found.name).slice(3)) : null
  }
  const person = (key: string) => {
    const found = all.people.find(one => one.key === key)
    const name = names.get(key)
    if (name) return `${name.givenName} ${organisation(found?.organisation)}`
    return found?.role ? say(found.role) : organisation(found?.organisation)
  }
  return new Map(
    all.slots.map(one => {
      const room = all.rooms.find(({ key }) => key === one.room)
      return [
        one.key,
        {
          place: JSON.stringify([one.day, one.from, one.until, one.to, room ? say(room.name) : null]),
          content: JSON.stringify([
            one.kind,
            one.provisional,
            one.moderators.map(organisation),
            one.coordination.map(organisation),
            one.moderatorPersons.map(person),
            one.speakers.map(person),
            one.seats
              .filter(({ state }) => state !== 'declined')
              .map(seat => [
                seat.region,
                (seat.state === 'confirmed' && seat.person
                  ? [names.get(seat.person)].map(name => name && `${name.givenName} ${name.familyName}`)[0]
                  : undefined) ?? organisation(seat.organisation),
                seat.state === 'confirmed',
              ]),
            one.spoken_languages ?? null,
            // Said in words of the reader's, or else of whoever wrote them.
            [one.title, one.themes, one.method, one.documents],
          ]),
        },
      ]
    }),
  )
}

/** The fields of a slot that the rule compares where they changed: a mere new name of an organisation is no change of it. */
const touched = (before: ProgrammeSlot, after: ProgrammeSlot) =>
  JSON.stringify([
    before.kind,
    before.provisional,
    before.moderators,
    before.coordination,
    before.moderatorPersons,
    before.speakers,
    before.seats,
    before.spoken_languages,
    [before.title, before.themes, before.method, before.documents],
  ]) !==
  JSON.stringify([
    after.kind,
    after.provisional,
    after.moderators,
    after.coordination,
    after.moderatorPersons,
    after.speakers,
    after.seats,
    after.spoken_languages,
    [after.title, after.themes, after.method, after.documents],
  ])

describe('what concerns a reader', () => {
  test('which slots are cancelled, new and moved, beside a model that knows nothing of changes', () => {
    fc.assert(
      fc.property(
        fc
          .constantFrom('fr' as const, 'pt' as const)
          .chain(source => fc.tuple(anyProgramme({ source }), anyProgramme({ source }))),
        locale,
        fc.constantFrom(nobody, known),
        ([before, after], language, names) => {
          const [was, is] = [notice(before, names, language), notice(after, names, language)]
          const found = concerning(before, after, names, language)
          const keys = (all: readonly { key: string }[]) => all.map(({ key }) => key).sort()
          const both = [...is.keys()].filter(key => was.has(key))
          expect(keys(found.cancelled)).toEqual([...was.keys()].filter(key => !is.has(key)).sort())
          expect(keys(found.new)).toEqual([...is.keys()].filter(key => !was.has(key)).sort())
          const moved = both.filter(key => was.get(key)?.place !== is.get(key)?.place)
          // A room that was only given another name is in the same place.
          const placed = (all: Programme, key: string) => {
            const one = all.slots.find(slot => slot.key === key)
            return JSON.stringify([one?.day, one?.from, one?.until, one?.to, one?.room])
          }
          expect(keys(found.moved)).toEqual(moved.filter(key => placed(before, key) !== placed(after, key)).sort())
          const otherContent = both.filter(key => was.get(key)?.content !== is.get(key)?.content)
          const slotIn = (all: Programme, key: string) => all.slots.find(one => one.key === key) as ProgrammeSlot
          expect(otherContent.filter(key => touched(slotIn(before, key), slotIn(after, key))).sort()).toEqual(
            expect.arrayContaining(keys(found.changed)),
          )
        },
      ),
      { numRuns: 200 },
    )
  })

  test('is told exactly when the list in words has something to say besides corrections', () => {
    fc.assert(
      fc.property(
        anyProgramme(),
        anyProgramme(),
        locale,
        fc.constantFrom(nobody, known),
        (before, after, language, names) => {
          const found = concerning(before, after, names, language)
          const said = loudOnly(changesInWords(before, after, names, language), null)
          expect(isConcerned(found)).toBe(!said.isEmpty)
          const keys = (all: readonly { key: string }[]) => all.map(({ key }) => key).sort()
          for (const group of ['cancelled', 'moved', 'new', 'changed'] as const)
            expect(keys(found[group]), group).toEqual(keys(said[group]))
          expect(found.attendance.length + found.content.length).toBe(said.whole.length)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('corrected words, translations and what nobody sees wake nobody', () => {
    const before = programme([slot('a', { seats: [{ key: 's', region: 'europe', state: 'open' }] })])
    const hall = { key: 'r', name: { fr: 'Salle' } }
    const [first] = before.slots
    if (!first) throw new Error('no slot')
    for (const after of [
      { ...before, name: { fr: 'Programme définitif' } },
      { ...before, languages: ['fr' as const, 'es' as const] },
      { ...before, slots: [{ ...first, title: { fr: 'Dialogues', es: 'Diálogo' } }] },
      { ...before, slots: [{ ...first, seats: [{ key: 's', region: 'europe' as const, state: 'invited' as const }] }] },
    ])
      expect(isConcerned(concerning(before, after, nobody, 'fr'))).toBe(false)
    const smaller = { ...before, rooms: [{ ...hall, capacity: 40 }] }
    expect(isConcerned(concerning({ ...before, rooms: [hall] }, smaller, nobody, 'fr'))).toBe(false)
    expect(isConcerned(concerning(before, { ...before, provisional: true }, nobody, 'fr'))).toBe(true)
  })

  test('another title, theme, method or document is told, in a language that is not yet translated too', () => {
    const talk = slot('a', { title: { fr: 'Les villes et le climat', es: 'Las ciudades y el clima' } })
    const before = programme([talk], { languages: ['fr', 'es'] })
    const since = (later: Partial<ProgrammeSlot>, language: 'fr' | 'es', more: Partial<Programme> = {}) =>
      isConcerned(concerning(before, { ...before, slots: [{ ...talk, ...later }], ...more }, nobody, language))
    for (const later of [
      { title: { fr: 'Les villes et le commerce' } },
      { themes: [{ fr: 'Les ports' }] },
      { method: { fr: 'En groupes' } },
      { documents: [{ title: { fr: 'Bilan' }, url: 'https://a.example/x' }] },
    ])
      for (const language of ['fr', 'es'] as const) expect(since(later, language), JSON.stringify(later)).toBe(true)
    const title = { fr: 'Les villes et le commerce', es: 'Las ciudades y el clima' }
    expect(since({ title }, 'es', { older: { es: ['slots.a.title'] } })).toBe(true)
    // Somebody has looked at the translation and said that it still holds.
    expect(since({ title }, 'es')).toBe(false)
  })

  test('a seminar that was moved was told by itself; its slots are told when they moved besides', () => {
    const before = programme([slot('a'), slot('b', { from: '11:00', to: '12:00' })])
    const onNewDay = (one: ProgrammeSlot) => ({ ...one, day: '2030-10-12', until: '2030-10-12' })
    const days = [{ date: '2030-10-12', from: '08:30', to: '18:00' }]
    const after = programme(before.slots.map(onNewDay), { days })
    expect(isConcerned(concerning(asKnown(before, after), after, nobody, 'fr'))).toBe(false)
    const later = programme([slot('a', { from: '09:30' }), slot('b', { from: '11:00', to: '12:00' })].map(onNewDay), {
      days,
    })
    expect([...slotsOf(concerning(asKnown(before, later), later, nobody, 'fr'))]).toEqual(['a'])
  })
})

describe('the plan', () => {
  const at = (from: string) =>
    programme([slot('a', { from }), slot('b', { from: '11:00', to: '12:00', speakers: ['ana'] })])

  test('several releases since are one list; moved and back is nothing; who knows the last is not told', () => {
    const versions = numbered(at('09:00'), at('09:30'), at('09:00'))
    const plan = tellingPlan(versions, [registrants(1, 5), registrants(2, 3), registrants(3, 9)], 0, nobody)
    expect(plan?.groups.map(({ base, people }) => [base?.number, people])).toEqual([[2, 3]])
    expect(plan?.people).toBe(3)
  })

  test('whoever registered before there was a programme is told of all of it', () => {
    const plan = tellingPlan(numbered(at('09:00')), [registrants(0, 2)], 0, nobody)
    expect(plan?.groups).toEqual([{ base: null, people: 2, languages: [{ language: 'fr', people: 2 }] }])
    expect(tellingPlan([], [registrants(0, 2)], 0, nobody)).toBeNull()
  })

  test('whoever is on the programme is told of their slots alone, since they were told or put on it', () => {
    const other = programme([
      slot('a', { from: '09:30' }),
      slot('b', { from: '11:00', to: '12:00', speakers: ['ana'] }),
    ])
    const own = programme([slot('a', { from: '09:30' }), slot('b', { from: '11:30', to: '12:30', speakers: ['ana'] })])
    const off = programme([slot('a', { from: '09:30' }), slot('b', { from: '11:30', to: '12:30' })])
    const ana: Untold = { key: 'ana', language: 'es', base: null, people: 1, asked: true, declined: [] }
    const told = (all: Programme[], upTo = 0) => tellingPlan(numbered(...all), [ana], upTo, nobody)?.onProgramme
    expect(told([at('09:00'), other])).toEqual([])
    expect(told([at('09:00'), own])).toEqual([{ key: 'ana', base: 1, language: 'es', slots: ['b'] }])
    expect(told([at('09:00'), own, off])).toMatchObject([{ base: 1, slots: ['b'] }])
    expect(told([at('09:00'), own, off], 2)).toMatchObject([{ base: 2, slots: ['b'] }])
    // Put on it by the last release, or on none: nothing has changed for them.
    expect(told([off, own])).toEqual([])
    expect(told([off, programme([slot('a')])])).toEqual([])
    // Whoever was never written to does not learn by this that they are on it; whoever said no there is left in peace.
    const unasked = tellingPlan(numbered(at('09:00'), own), [{ ...ana, asked: false }], 0, nobody)
    expect(unasked).toMatchObject({ onProgramme: [], people: 0, unasked: 1 })
    const declined = tellingPlan(numbered(at('09:00'), own), [{ ...ana, declined: ['b'] }], 0, nobody)
    expect(declined).toMatchObject({ onProgramme: [], people: 0, unasked: 0 })
  })

  test('own slots are those before and those after', () => {
    const before = programme([slot('a', { speakers: ['ana'] }), slot('b')])
    const after = programme([slot('a'), slot('b', { moderatorPersons: ['ana'] }), slot('c')])
    expect(ownSlots(before, after, 'ana', new Set())).toEqual(new Set(['a', 'b']))
    expect(ownSlots(before, after, 'ana', new Set(['a']))).toEqual(new Set(['b']))
    const seat = (state: 'open' | 'invited' | 'confirmed' | 'declined') =>
      programme([slot('a', { seats: [{ key: 's', region: 'europe', person: 'ana', state }] })])
    const on = (state: Parameters<typeof seat>[0]) => [
      ...ownSlots(seat(state), programme([slot('a')]), 'ana', new Set()),
    ]
    expect([on('open'), on('invited'), on('confirmed'), on('declined')]).toEqual([[], ['a'], ['a'], []])
  })
})
