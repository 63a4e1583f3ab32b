import type { Programme } from '#convene/programme/rules/programme.ts'

/** What kind of text stands at a place. */
export type TextKind = 'name' | 'title' | 'theme' | 'method' | 'document' | 'room' | 'role' | 'about'

/** The longest text of each kind in one language, in characters, as the schema of the seminar's file has it. */
export const longestOf: Readonly<Record<TextKind, number>> = {
  name: 300,
  title: 300,
  theme: 2000,
  method: 20_000,
  document: 300,
  room: 300,
  role: 300,
  about: 20_000,
}

export type TextToTranslate = {
  /** Its place in the programme: `slots.part-1.themes.0`. */
  place: string
  kind: TextKind
  /** Which of its kind in the group, from 1; 0 where there is but one. */
  number: number
  /** Key of the person whom it is about. */
  person?: string
}
export type GroupOf<Text> =
  | { of: 'programme' | 'rooms' | 'people'; texts: readonly Text[] }
  | { of: 'slot'; key: string; texts: readonly Text[] }
export type TextGroup = GroupOf<TextToTranslate>

/**
 * The texts of a programme that are translated with it, as whoever translates goes through them: its name, slot by slot in
 * the order of the day, the rooms, the people. Names of organisations are not among them: they belong to the seminar.
 */
export function groupsToTranslate(programme: Programme): TextGroup[] {
  const numbered = (kind: TextKind, count: number, place: (index: number) => string): TextToTranslate[] =>
    Array.from({ length: count }, (_, index) => ({ place: place(index), kind, number: count > 1 ? index + 1 : 0 }))
  const groups: TextGroup[] = [
    { of: 'programme', texts: programme.name ? [{ place: 'name', kind: 'name', number: 0 }] : [] },
    ...programme.slots.map(slot => {
      const at = `slots.${slot.key}`
      return {
        of: 'slot' as const,
        key: slot.key,
        texts: [
          ...numbered('title', 1, () => `${at}.title`),
          ...numbered('theme', slot.themes.length, index => `${at}.themes.${index}`),
          ...numbered('method', slot.method ? 1 : 0, () => `${at}.method`),
          ...numbered('document', slot.documents.length, index => `${at}.documents.${index}.title`),
        ],
      }
    }),
    {
      of: 'rooms',
      texts: numbered('room', programme.rooms.length, index => `rooms.${programme.rooms[index]?.key}.name`),
    },
    {
      of: 'people',
      texts: programme.people.flatMap(({ key, role, about }) => [
        ...(role ? [{ place: `people.${key}.role`, kind: 'role' as const, number: 0, person: key }] : []),
        ...(about ? [{ place: `people.${key}.about`, kind: 'about' as const, number: 0, person: key }] : []),
      ]),
    },
  ]
  return groups.filter(({ texts }) => texts.length > 0)
}

/** The same place in the file of the seminar, where people and organisations stand beside the programme. */
export const placeInFile = (place: string) => (/^(organisations|people)\./.test(place) ? place : `programme.${place}`)

/**
 * The groups page by page: whole groups, as many as have `most` texts together. A form has no more fields than the house
 * reads, however long the programme is.
 */
export function pagesOf<Group extends { texts: readonly unknown[] }>(groups: readonly Group[], most = 100): Group[][] {
  const pages: Group[][] = []
  let room = 0
  for (const group of groups) {
    const last = pages.at(-1)
    if (last && group.texts.length <= room) last.push(group)
    else pages.push([group])
    room = (last && group.texts.length <= room ? room : most) - group.texts.length
  }
  return pages
}
