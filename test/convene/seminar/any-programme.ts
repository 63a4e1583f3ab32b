import fc from 'fast-check'
import { regions, roleStates, seatStates, slotKinds } from '../../../source/convene/seminar/rules/programme-file.ts'
import type { SeminarFile } from '../../../source/convene/seminar/rules/seminar-file.ts'

// The programme of a seminar file as chance has it: several days, rooms side by side, nights, people, seats, documents.

type Words = fc.Arbitrary<SeminarFile['title']>
/** What any-file.ts draws its own values from. */
export type Draw = {
  title: Words
  long: Words
  lines: fc.Arbitrary<SeminarFile['title'][]>
  short: fc.Arbitrary<string>
  organisations: readonly string[]
  slots: readonly string[]
  people: readonly string[]
  rooms: readonly string[]
}

const without = <T extends Record<string, unknown>>(block: T): T =>
  Object.fromEntries(Object.entries(block).filter(([, value]) => value !== undefined)) as T
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined })
const oneOf = (keys: readonly string[]) =>
  keys.length === 0 ? fc.constant(undefined) : maybe(fc.constantFrom(...keys))
const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
const hours = fc
  .tuple(fc.integer({ min: 0, max: 1438 }), fc.integer({ min: 1, max: 600 }))
  .map(([from, length]) => ({ from: clock(from), to: clock(Math.min(1439, from + length)) }))

/** Whoever may be on it. */
export function anyPeople({ people, organisations, title, long, short }: Draw) {
  return fc.tuple(
    ...people.map(key =>
      fc
        .record({
          key: fc.constant(key),
          givenName: short,
          familyName: short,
          email: maybe(fc.constantFrom('a@example.org', 'Ana.Belén@example.org')),
          language: maybe(fc.constantFrom('fr', 'es', 'pt', 'en')),
          organisation: oneOf(organisations),
          role: maybe(title),
          about: maybe(long),
          named: fc.boolean(),
        })
        .map(without),
    ),
  )
}

/** @param date the day of the seminar; the others follow it, in no order */
export function anyProgramme(draw: Draw, date: string) {
  const later = (days: number) => Temporal.PlainDate.from(date).add({ days }).toString()
  const { rooms, title } = draw
  return fc.subarray([1, 2, 5]).chain(offsets =>
    fc
      .record({
        name: maybe(title),
        provisional: fc.boolean(),
        days: fc
          .shuffledSubarray(offsets, { minLength: offsets.length })
          .chain(inNoOrder =>
            fc.tuple(...inNoOrder.map(offset => fc.record({ date: fc.constant(later(offset)), hours }))),
          ),
        rooms: fc.tuple(
          ...rooms.map(key =>
            fc
              .record({ key: fc.constant(key), name: title, capacity: maybe(fc.integer({ min: 0, max: 500 })) })
              .map(without),
          ),
        ),
        slots: fc.tuple(...draw.slots.map(key => anySlot(key, draw, [0, ...offsets], later))),
      })
      .map(without)
      .chain(programme => anyAnswers(programme as never).map(answers => ({ ...programme, answers }))),
  )
}

/** What some of those who moderate or speak were asked and said, in no order. */
function anyAnswers({ slots }: SeminarFile['programme']) {
  const asked = slots.flatMap(({ key: slot, moderatorPersons, speakers }) => [
    ...moderatorPersons.map(person => ({ slot, as: 'moderator' as const, person })),
    ...speakers.map(person => ({ slot, as: 'speaker' as const, person })),
  ])
  return fc
    .shuffledSubarray(asked)
    .chain(some => fc.tuple(...some.map(one => fc.constantFrom(...roleStates).map(state => ({ ...one, state })))))
}

function anySlot(key: string, draw: Draw, offsets: readonly number[], later: (days: number) => string) {
  const { organisations, people, rooms, title, long, lines } = draw
  const documents = fc.array(
    fc.record({
      title,
      url: fc.constantFrom(
        'https://example.org/a?b=c#d',
        '/files/00000000-0000-4000-8000-000000000001',
        'http://example.org/é',
      ),
    }),
    { maxLength: 2 },
  )
  const when = fc
    .record({
      offset: fc.constantFrom(...offsets),
      times: hours,
      overnight: fc.boolean(),
      saysDay: fc.boolean(),
      saysUntil: fc.boolean(),
    })
    .map(({ offset, times, overnight, saysDay, saysUntil }) => ({
      // What goes without saying may be said.
      ...(offset !== 0 || saysDay ? { day: later(offset) } : {}),
      ...(overnight ? { from: times.to, to: times.from } : times),
      ...(overnight ? { until: later(offset + 1) } : saysUntil ? { until: later(offset) } : {}),
    }))
  const seats = fc.uniqueArray(fc.constantFrom('a-1', 'a-2', 'b'), { maxLength: 3 }).chain(keys =>
    fc.tuple(
      ...keys.map(seat =>
        fc
          .record({
            key: fc.constant(seat),
            region: fc.constantFrom(...regions),
            organisation: oneOf(organisations),
            person: oneOf(people),
            state: fc.constantFrom(...seatStates),
          })
          .map(without),
      ),
    ),
  )
  const spoken = fc.record({
    floor: fc.subarray(['fr', 'es', 'qu']),
    interpretation: fc.subarray(['en', 'pt']),
  })
  return fc
    .record({
      key: fc.constant(key),
      kind: fc.constantFrom(...slotKinds),
      part: maybe(fc.constantFrom('I', 'IV')),
      when,
      room: oneOf(rooms),
      provisional: fc.boolean(),
      title,
      themes: lines,
      method: maybe(long),
      moderators: fc.shuffledSubarray([...organisations]),
      moderatorPersons: fc.shuffledSubarray([...people]),
      coordination: fc.shuffledSubarray([...organisations]),
      speakers: fc.shuffledSubarray([...people]),
      seats,
      spoken_languages: maybe(spoken),
      documents,
    })
    .map(({ when, ...slot }) => without({ ...slot, ...when }))
}
