import fc from 'fast-check'
import type { Programme, ProgrammeSlot } from '../../../source/convene/programme/rules/programme.ts'
import { regions, seatStates, slotKinds } from '../../../source/convene/seminar/rules/programme-file.ts'

// Programmes as chance has it: several days, rooms in parallel, people, panels, texts in several languages, slots that begin
// at once or end on another day. Keys are drawn from few, so that two programmes have some in common.

const locales = ['fr', 'es', 'pt', 'en'] as const
type Language = (typeof locales)[number]
const dates = ['2030-03-30', '2030-03-31', '2030-04-01'] as const
const zones = ['Europe/Paris', 'America/Bogota', 'Asia/Kathmandu'] as const
const keysOf = (name: string, most: number) => Array.from({ length: most }, (_, index) => `${name}-${index + 1}`)
const slotKeys = keysOf('slot', 7)
const roomKeys = keysOf('room', 3)
const peopleKeys = keysOf('person', 4)
const organisationKeys = keysOf('organisation', 4)

const word = fc.constantFrom(
  'Accueil',
  'Dialogue',
  'Panel',
  'Café',
  'L’eau : « ici »',
  'مرحبا',
  '🙂',
  'constructor',
  'x',
)
const text = fc.array(word, { minLength: 1, maxLength: 3 }).map(words => words.join(' '))
const someOf = <T>(all: readonly T[], least = 0) => fc.subarray([...all], { minLength: least })
const shuffled = <T>(all: readonly T[]) => fc.shuffledSubarray([...all])
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined })
const without = <T extends object>(block: T): T =>
  Object.fromEntries(Object.entries(block).filter(([, value]) => value !== undefined)) as T
const record = <T extends object>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> =>
  (fc.record(model as never) as fc.Arbitrary<T>).map(without)
// A quarter of an hour apart: several begin at once more often than not.
const clock = fc
  .integer({ min: 32, max: 72 })
  .map(quarter => `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`)

/**
 * A programme such as `programmeOf` makes: slots in the order of their times, those that begin at once in any order, texts in
 * the languages it was released in.
 *
 * @param given `source`: the language it is written in; `mostSlots`: seven when not said
 */
export function anyProgramme(given: { source?: Language; mostSlots?: number } = {}): fc.Arbitrary<Programme> {
  return fc
    .tuple(given.source ? fc.constant(given.source) : fc.constantFrom(...locales), someOf(locales))
    .chain(([source, others]) =>
      programmeIn(
        source,
        locales.filter(l => l === source || others.includes(l)),
        given.mostSlots,
      ),
    )
}

/** One slot of a programme in these languages, at some place of it. */
export function anySlot(key: string, source: Language, languages: readonly Language[]): fc.Arbitrary<ProgrammeSlot> {
  const words = wordsIn(source, languages)
  const seat = record<ProgrammeSlot['seats'][number]>({
    key: fc.constantFrom(...keysOf('seat', 6)),
    region: fc.constantFrom(...regions),
    organisation: maybe(fc.constantFrom(...organisationKeys)) as fc.Arbitrary<string>,
    person: maybe(fc.constantFrom(...peopleKeys)) as fc.Arbitrary<string>,
    state: fc.constantFrom(...seatStates),
  })
  const times = fc
    .tuple(fc.constantFrom(...dates), clock, clock, fc.boolean())
    .map(([day, one, other, overnight]) =>
      overnight
        ? { day, from: one, until: Temporal.PlainDate.from(day).add({ days: 1 }).toString(), to: other }
        : { day, from: one < other ? one : other, until: day, to: one < other ? other : one },
    )
  return fc
    .tuple(
      times,
      record<Omit<ProgrammeSlot, 'day' | 'from' | 'until' | 'to'>>({
        key: fc.constant(key),
        kind: fc.constantFrom(...slotKinds),
        part: maybe(fc.constantFrom('I', 'IV')) as fc.Arbitrary<string>,
        room: maybe(fc.constantFrom(...roomKeys)) as fc.Arbitrary<string>,
        provisional: fc.boolean(),
        title: words,
        themes: fc.array(words, { maxLength: 3 }),
        method: maybe(words) as typeof words,
        moderators: shuffled(organisationKeys),
        moderatorPersons: shuffled(peopleKeys),
        coordination: shuffled(organisationKeys),
        speakers: shuffled(peopleKeys),
        seats: fc.uniqueArray(seat, { selector: one => one.key, maxLength: 6 }),
        spoken_languages: maybe(
          fc.record({ floor: someOf(['fr', 'es', 'qu']), interpretation: someOf(['en', 'pt']) }),
        ) as fc.Arbitrary<{ floor: string[]; interpretation: string[] }>,
        documents: fc.array(
          fc.record({ title: words, url: fc.constantFrom('https://a.example/x', 'https://b.example/y') }),
          {
            maxLength: 2,
          },
        ),
      }),
    )
    .map(([when, rest]) => structuredClone({ ...rest, ...when }))
}

/** Of some of those who moderate or speak an answer is awaited: only a version says so, no file. */
const withAwaited = (slot: ProgrammeSlot): fc.Arbitrary<ProgrammeSlot> =>
  fc
    .tuple(fc.subarray(slot.moderatorPersons), fc.subarray(slot.speakers), fc.boolean())
    .map(([moderators, speakers, isOld]) => ({
      ...slot,
      ...(isOld || moderators.length === 0 ? {} : { moderatorsAwaited: moderators }),
      ...(isOld || speakers.length === 0 ? {} : { speakersAwaited: speakers }),
    }))

function programmeIn(source: Language, languages: Language[], mostSlots = slotKeys.length): fc.Arbitrary<Programme> {
  const words = wordsIn(source, languages)
  return (
    fc
      .tuple(
        fc
          .shuffledSubarray(slotKeys.slice(0, mostSlots))
          .chain(keys => fc.tuple(...keys.map(key => anySlot(key, source, languages).chain(withAwaited)))),
        record<Omit<Programme, 'slots'>>({
          source: fc.constant(source),
          languages: fc.shuffledSubarray(languages, { minLength: languages.length }),
          timeZone: fc.constantFrom(...zones),
          days: someOf(dates, 1).chain(chosen =>
            fc.tuple(
              ...chosen.map(date =>
                fc.record({
                  date: fc.constant(date),
                  from: fc.constantFrom('08:00', '09:00'),
                  to: fc.constant('18:00'),
                }),
              ),
            ),
          ),
          name: maybe(words) as typeof words,
          note: maybe(words) as typeof words,
          provisional: fc.boolean(),
          rooms: fc.tuple(
            ...roomKeys.map(key =>
              record<Programme['rooms'][number]>({
                key: fc.constant(key),
                name: words,
                capacity: maybe(fc.constantFrom(0, 40)) as fc.Arbitrary<number>,
              }),
            ),
          ),
          organisations: fc.tuple(
            ...organisationKeys.map(key =>
              record<Programme['organisations'][number]>({
                key: fc.constant(key),
                short: maybe(fc.constantFrom('AL', 'CUF')) as fc.Arbitrary<string>,
                name: words,
              }),
            ),
          ),
          people: fc.tuple(
            ...peopleKeys.map(key =>
              record<Programme['people'][number]>({
                key: fc.constant(key),
                organisation: maybe(fc.constantFrom(...organisationKeys)) as fc.Arbitrary<string>,
                role: maybe(words) as typeof words,
                about: maybe(words) as typeof words,
              }),
            ),
          ),
          older: fc.constantFrom({}, { es: ['slots.slot-1.title'] }),
        }),
      )
      // Plain objects, as JSON gives them: those of fast-check have no prototype.
      .map(([slots, rest]) =>
        structuredClone({ ...rest, slots: slots.toSorted((a, b) => compare(beginOf(a), beginOf(b))) }),
      )
  )
}

const wordsIn = (source: Language, languages: readonly Language[]) =>
  record<ProgrammeSlot['title']>(
    Object.fromEntries(languages.map(one => [one, one === source ? text : maybe(text)])) as never,
  )
const beginOf = ({ day, from }: ProgrammeSlot) => `${day}T${from}`
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
