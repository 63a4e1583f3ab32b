import type { ShownPerson, ShownSlot } from './shown.ts'

/** What stands before names, and in place of marks that a file of plain words cannot show: in the reader's language. */
export type LineWords = {
  provisional: string
  moderation: (names: string) => string
  coordination: (names: string) => string
  speakers: (names: string) => string
  panel: (names: string) => string
  /** So many people who were asked and have not answered. */
  awaited: (count: number) => string
  /** Several names in one line. */
  list: (names: readonly string[]) => string
}

/** Somebody whose name is public. */
export type NamedPerson = ShownPerson & { name: string }

/** With the numeral of a part before it, as on the page. */
export const titleLine = ({ part, title }: Pick<ShownSlot, 'part' | 'title'>): string =>
  [part, title.text].filter(Boolean).join('. ')

/**
 * Who moderates, speaks and sits on the panel, a line for each; whoever is not named publicly is in none. How many are to be
 * confirmed stands after those who moderate or speak.
 */
export function peopleLines(slot: ShownSlot, words: LineWords): string[] {
  const line = (say: (names: string) => string, names: readonly string[]) =>
    names.length > 0 ? [say(words.list(names))] : []
  const awaited = (count: number) => (count > 0 ? [words.awaited(count)] : [])
  return [
    ...line(words.moderation, [
      ...slot.moderators,
      ...slot.moderatorPersons.flatMap(inLine),
      ...awaited(slot.moderatorsAwaited),
    ]),
    ...line(words.coordination, slot.coordination),
    ...line(words.speakers, [...slot.speakers.flatMap(inLine), ...awaited(slot.speakersAwaited)]),
    ...line(
      words.panel,
      slot.seats.flatMap(({ person }) => (person ? inLine(person) : [])),
    ),
  ]
}

/** Those on a slot whose names are public, each once: who speaks first, then who moderates, then the panel. */
export function namedOn(slot: ShownSlot): NamedPerson[] {
  const all = [...slot.speakers, ...slot.moderatorPersons, ...slot.seats.flatMap(({ person }) => person ?? [])]
  const named = all.filter((person): person is NamedPerson => Boolean(person.name?.trim()))
  return [...new Map(named.map(person => [person.key, person])).values()]
}

function inLine({ name, role, organisation }: ShownPerson): string[] {
  if (!name?.trim()) return []
  const about = [role?.text, organisation].filter(Boolean).join(', ')
  return [about ? `${name.trim()} (${about})` : name.trim()]
}
