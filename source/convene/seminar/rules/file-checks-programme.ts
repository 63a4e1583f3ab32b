import { listOfRole, nameOfAnswer } from './known-of-file.ts'
import { type Block, block, type CheckProblem, items, type Path, repeated, word } from './look-into.ts'
import { type Expectation, nearest } from './problems.ts'

/** What no field of the people and of the programme can tell alone, whatever was read, right or wrong. */
export function checkProgramme(file: Block): CheckProblem[] {
  return [...checkNamed(file), ...checkAnswers(file), ...checkDays(file)]
}

/** The lists of a programme in which a key stands once. */
export function keyedLists(file: Block): [Path, unknown][] {
  const programme = block(file.programme)
  return [
    [['people'], file.people],
    [['programme', 'rooms'], programme.rooms],
    [['programme', 'slots'], programme.slots],
    ...items(programme.slots).map((slot, index): [Path, unknown] => [
      ['programme', 'slots', index, 'seats'],
      block(slot).seats,
    ]),
  ]
}

type Known = { keys: readonly string[]; code: 'known-organisation' | 'known-person' | 'known-room' }

/** Organisations, people and rooms that are named and are in no list; and those that are named twice where once is enough. */
function checkNamed(file: Block): CheckProblem[] {
  const keysOf = (list: unknown) => items(list).flatMap(item => word(block(item).key) ?? [])
  const organisations: Known = { keys: keysOf(file.organisations), code: 'known-organisation' }
  const people: Known = { keys: keysOf(file.people), code: 'known-person' }
  const rooms: Known = { keys: keysOf(block(file.programme).rooms), code: 'known-room' }
  const problems: CheckProblem[] = []
  const named = (value: unknown, { keys, code }: Known, path: Path) => {
    const key = word(value)
    if (key === null || keys.includes(key)) return
    problems.push({ path, expected: { code, didYouMean: nearest(key, keys), known: keys } })
  }
  for (const [index, item] of items(file.people).entries())
    named(block(item).organisation, organisations, ['people', index, 'organisation'])
  for (const [index, item] of items(block(file.programme).slots).entries()) {
    const slot = block(item)
    const at = ['programme', 'slots', index]
    named(slot.room, rooms, [...at, 'room'])
    for (const [list, known] of [
      ['moderators', organisations],
      ['coordination', organisations],
      ['moderatorPersons', people],
      ['speakers', people],
    ] as const) {
      const keys = items(slot[list])
      for (const [position, key] of keys.entries()) named(key, known, [...at, list, position])
      problems.push(...repeated(keys, [...at, list], { code: 'once-in-list' }))
    }
    for (const [position, seat] of items(slot.seats).entries()) {
      named(block(seat).organisation, organisations, [...at, 'seats', position, 'organisation'])
      named(block(seat).person, people, [...at, 'seats', position, 'person'])
    }
    for (const set of ['floor', 'interpretation'])
      problems.push(
        ...repeated(items(block(slot.spoken_languages)[set]), [...at, 'spoken_languages', set], {
          code: 'once-in-list',
        }),
      )
  }
  return problems
}

/** Answers of those who moderate or speak in the slot that they name, each once. */
function checkAnswers(file: Block): CheckProblem[] {
  const { slots, answers } = block(file.programme)
  const bySlot = new Map(items(slots).map(item => [word(block(item).key), block(item)]))
  const keys = [...bySlot.keys()].filter(key => key !== null)
  const given = new Set<string>()
  return items(answers).flatMap((item, index): CheckProblem[] => {
    const { slot, as, person } = block(item)
    const [where, who] = [word(slot), word(person)]
    const at = (last: string) => ['programme', 'answers', index, last]
    if (where === null || who === null || (as !== 'moderator' && as !== 'speaker')) return []
    const there = bySlot.get(where)
    if (!there)
      return [{ path: at('slot'), expected: { code: 'known-slot', didYouMean: nearest(where, keys), known: keys } }]
    const known = items(there[listOfRole[as]]).flatMap(key => word(key) ?? [])
    if (!known.includes(who))
      return [{ path: at('person'), expected: { code: 'known-in-slot', didYouMean: nearest(who, known), known } }]
    const name = nameOfAnswer({ slot: where, as, person: who })
    if (given.has(name)) return [{ path: at('person'), expected: { code: 'once-in-list' } }]
    given.add(name)
    return []
  })
}

/** Days once, none of them the first; each slot on one of the days, or into the night after it. */
function checkDays(file: Block): CheckProblem[] {
  const first = word(file.date)
  const problems: CheckProblem[] = []
  const days = new Set(first === null ? [] : [first])
  for (const [index, item] of items(block(file.programme).days).entries()) {
    const date = word(block(item).date)
    if (date === null) continue
    if (days.has(date)) {
      const code = date === first ? 'day-after-first' : 'day-once'
      problems.push({ path: ['programme', 'days', index, 'date'], expected: { code } })
    }
    days.add(date)
  }
  if (first === null) return problems
  for (const [index, item] of items(block(file.programme).slots).entries()) {
    const slot = block(item)
    const path = ['programme', 'slots', index]
    const day = word(slot.day) ?? first
    if (!days.has(day)) problems.push({ path: [...path, 'day'], expected: known(days) })
    const until = word(slot.until)
    if (until !== null && until !== day && until !== dayAfter(day))
      problems.push({ path: [...path, 'until'], expected: { code: 'until-next-day' } })
  }
  return problems
}

const known = (days: ReadonlySet<string>): Expectation => ({ code: 'known-day', known: [...days] })

/** The next day; the same when it is none. */
function dayAfter(day: string): string {
  try {
    return Temporal.PlainDate.from(day).add({ days: 1 }).toString()
  } catch {
    return day
  }
}

/** From when to when each slot and each day is said to be, with the place of what is wrong with it. */
export function* spansOfProgramme(file: Block): Generator<ProgrammeSpan> {
  const first = word(file.date)
  const programme = block(file.programme)
  for (const [index, item] of items(programme.days).entries()) {
    const day = block(item)
    const date = word(day.date)
    yield {
      path: ['programme', 'days', index, 'hours'],
      from: date,
      until: date,
      hours: day.hours,
      mayEndNextDay: false,
    }
  }
  for (const [index, item] of items(programme.slots).entries()) {
    const slot = block(item)
    const from = word(slot.day) ?? first
    const mayEndNextDay = slot.until === undefined
    yield { path: ['programme', 'slots', index], from, until: word(slot.until) ?? from, hours: slot, mayEndNextDay }
  }
}
export type ProgrammeSpan = {
  path: Path
  /** The day it begins and the day it ends; null when there is none to be read. */
  from: string | null
  until: string | null
  /** Its `from` and `to`. */
  hours: unknown
  /** Whether it may have been meant to end on the next day, and does not say so. */
  mayEndNextDay: boolean
}
