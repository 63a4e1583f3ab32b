import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { changesInWords } from '../../../source/convene/programme/acts/changes-in-words.ts'
import type { Programme } from '../../../source/convene/programme/rules/programme.ts'
import { asReleased, type GivenAnswer } from '../../../source/convene/programme/rules/released.ts'
import { shownIn } from '../../../source/convene/programme/rules/shown.ts'
import { anyProgramme } from './programme-arbitrary.ts'

vi.setConfig({ testTimeout: 60_000 })

/** Whom everybody may know to be on it, looked for anew: nothing of this is taken from source/. */
const known = ({ slots }: Programme) =>
  new Set(
    slots.flatMap(({ speakers, moderatorPersons, speakersAwaited = [], moderatorsAwaited = [], seats }) => [
      ...speakers.filter(key => !speakersAwaited.includes(key)),
      ...moderatorPersons.filter(key => !moderatorsAwaited.includes(key)),
      ...seats.filter(({ state }) => state === 'confirmed').flatMap(({ person }) => person ?? []),
    ]),
  )

test('a release keeps of people whoever speaks, moderates or has said yes; their organisations with them', () => {
  fc.assert(
    fc.property(anyProgramme(), draft => {
      const released = asReleased(draft)
      const keys = known(draft)
      expect(released.people).toEqual(draft.people.filter(({ key }) => keys.has(key)))
      for (const { organisation } of released.people)
        if (draft.organisations.some(({ key }) => key === organisation))
          expect(released.organisations.map(({ key }) => key)).toContain(organisation)
      // Whoever was asked is told when their seat moves; whoever was not, or said no, stands nowhere.
      for (const [index, { seats }] of released.slots.entries())
        for (const [place, seat] of seats.entries()) {
          const before = draft.slots[index]?.seats[place]
          const isKept = seat.state === 'invited' || seat.state === 'confirmed'
          expect(seat.person).toBe(isKept ? before?.person : undefined)
          expect({ ...seat, person: 0 }).toEqual({ ...before, person: 0 })
        }
      expect(asReleased(released)).toEqual(released)
    }),
  )
})

/** A draft, as a file says it, and what was answered for each part of it: for some nobody was asked. */
const anyAnswered = anyProgramme().chain(version => {
  const draft: Programme = {
    ...version,
    slots: version.slots.map(({ moderatorsAwaited: _, speakersAwaited: __, ...slot }) => slot),
  }
  const parts = draft.slots.flatMap(({ key, moderatorPersons, speakers }) => [
    ...moderatorPersons.map(person => ({ slot: key, role: 'moderator' as const, person })),
    ...speakers.map(person => ({ slot: key, role: 'speaker' as const, person })),
  ])
  const anyStates = fc.array(
    fc.constantFrom('open' as const, 'invited' as const, 'confirmed' as const, 'declined' as const),
    {
      minLength: parts.length,
      maxLength: parts.length,
    },
  )
  const given = (states: GivenAnswer['state'][]): GivenAnswer[] =>
    parts.flatMap((part, index) => {
      const state = states[index] ?? 'open'
      // Nothing is known of some: that is the same as nobody having asked.
      return state === 'open' && index % 2 === 0 ? [] : [{ ...part, state }]
    })
  return fc.record({ draft: fc.constant(draft), before: anyStates.map(given), answers: anyStates.map(given) })
})
/** `Name 1` … : nobody else bears a part of it. */
const everybody = new Map([1, 2, 3, 4].map(n => [`person-${n}`, { givenName: 'Name', familyName: `<${n}>` }]))
const namedIn = (told: unknown) =>
  new Set([...JSON.stringify(told).matchAll(/Name <(\d)>/g)].map(([, n]) => `person-${n}`))

test('who declined to moderate or to speak is not released; who was asked is counted, and named nowhere', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(anyAnswered, fc.constantFrom('fr' as const, 'pt' as const), ({ draft, answers }, locale) => {
      const released = asReleased(draft, answers)
      const stateOf = (slot: string, role: string, person: string) =>
        answers.find(one => one.slot === slot && one.role === role && one.person === person)?.state ?? 'open'
      const shown = shownIn(released, everybody, locale)
      for (const [index, slot] of draft.slots.entries()) {
        const [now, read] = [released.slots[index], shown.slots[index]]
        const kept = (role: string, persons: string[], ...states: string[]) =>
          persons.filter(person => states.includes(stateOf(slot.key, role, person)))
        const [moderate, speak] = [slot.moderatorPersons, slot.speakers]
        const on = ['open', 'invited', 'confirmed']
        expect(now?.moderatorPersons).toEqual(kept('moderator', moderate, ...on))
        expect(now?.speakers).toEqual(kept('speaker', speak, ...on))
        const [moderators, speakers] = [kept('moderator', moderate, 'invited'), kept('speaker', speak, 'invited')]
        // The field is there when it says something: a version is as it was before there were answers.
        expect(now?.moderatorsAwaited).toEqual(moderators.length > 0 ? moderators : undefined)
        expect(now?.speakersAwaited).toEqual(speakers.length > 0 ? speakers : undefined)
        expect([read?.moderatorsAwaited, read?.speakersAwaited]).toEqual([moderators.length, speakers.length])
        const sure = ['open', 'confirmed']
        expect(read?.moderatorPersons.map(({ key }) => key)).toEqual(kept('moderator', moderate, ...sure))
        expect(read?.speakers.map(({ key }) => key)).toEqual(kept('speaker', speak, ...sure))
        for (const { state } of answers) seen.add(state)
      }
      // Nobody is named, nor is anything said of them, who is not sure to be on it.
      const keys = known(released)
      for (const key of namedIn(shown)) expect(keys).toContain(key)
      expect(released.people).toEqual(draft.people.filter(({ key }) => keys.has(key)))
      expect(asReleased(released)).toEqual(released)
      // Of who is left out the key goes too, unless it stands there for something else.
      const all = JSON.stringify(released.slots)
      for (const { key } of draft.people)
        if (draft.slots.every(({ seats }) => seats.every(({ person }) => person !== key)))
          expect(all.includes(`"${key}"`)).toBe(
            draft.slots.some(
              slot =>
                (slot.moderatorPersons.includes(key) && stateOf(slot.key, 'moderator', key) !== 'declined') ||
                (slot.speakers.includes(key) && stateOf(slot.key, 'speaker', key) !== 'declined'),
            ),
          )
    }),
  )
  expect([...seen].sort()).toEqual(['confirmed', 'declined', 'invited', 'open'])
})

test('the list of changes names nobody who was asked and has not said yes, whatever became of it', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(anyAnswered, fc.constantFrom('fr' as const, 'en' as const), ({ draft, before, answers }, locale) => {
      const [earlier, later] = [asReleased(draft, before), asReleased(draft, answers)]
      const told = changesInWords(earlier, later, everybody, locale)
      const keys = new Set([...known(earlier), ...known(later)])
      for (const key of namedIn(told)) expect(keys).toContain(key)
      // One line for each, whichever of its two fields is another.
      for (const { lines } of told.changed) {
        const fields = lines.map(({ field }) => field)
        expect(new Set(fields).size).toBe(fields.length)
        for (const field of fields) {
          expect(['moderatorPersons', 'speakers']).toContain(field)
          seen.add(field)
        }
      }
    }),
  )
  expect([...seen].sort()).toEqual(['moderatorPersons', 'speakers'])
})

test('everybody reads the same of it as before', () => {
  const names = new Map([1, 2, 3, 4].map(n => [`person-${n}`, { givenName: `P${n}`, familyName: 'Q' }]))
  fc.assert(
    fc.property(anyProgramme(), fc.constantFrom('fr' as const, 'pt' as const), (draft, locale) => {
      expect(shownIn(asReleased(draft), names, locale)).toEqual(shownIn(draft, names, locale))
    }),
  )
})

test('a seat is shown as sure only with somebody on it: erased, or not named and nothing else said, it is to be filled', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(anyProgramme(), fc.boolean(), (draft, areNamed) => {
      const names = new Map<string, { givenName: string; familyName: string }>(
        areNamed ? [1, 2, 3, 4].map(n => [`person-${n}`, { givenName: `P${n}`, familyName: 'Q' }]) : [],
      )
      const released = asReleased(draft)
      const shown = shownIn(released, names, 'fr')
      const sure = released.slots.flatMap(({ seats }) => seats.filter(({ state }) => state === 'confirmed'))
      const isSaid = ({ person, organisation }: (typeof sure)[number]) => {
        const found = released.people.find(({ key }) => key === person)
        const words = found?.role?.fr ?? found?.role?.[released.source]
        const named = person !== undefined && names.has(person)
        const known = (key: string | undefined) => released.organisations.some(one => one.key === key)
        return known(organisation) || named || Boolean(words) || known(found?.organisation)
      }
      const count = shown.slots.flatMap(({ seats }) => seats.filter(({ state }) => state === 'confirmed')).length
      expect(count).toBe(sure.filter(isSaid).length)
      if (count < sure.length) seen.add('bare')
      if (count > 0) seen.add('sure')
    }),
  )
  expect([...seen].sort()).toEqual(['bare', 'sure'])
})
