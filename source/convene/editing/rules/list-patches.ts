import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import { valueAt, withValue } from './fields.ts'
import { itemsOf, type ListName, pathOfList } from './parts.ts'
import { usesOfPerson, usesOfRoom, withoutPersonInSlots, withoutRoomInSlots } from './uses.ts'

/** The file with another value in the place of an item; at the end when there is none with that key. */
export function withItem(file: SeminarFile, list: ListName, key: string | null, item: unknown): SeminarFile {
  const items = valueAt(file, pathOfList[list]) as unknown[]
  const at = itemsOf(file, list).findIndex(one => one.key === key)
  const next = at === -1 ? [...items, item] : items.with(at, item)
  return withValue(file, pathOfList[list], next) as SeminarFile
}

/** The file without an item; without a room or a person in its slots too. */
export function withoutItem(file: SeminarFile, list: ListName, key: string): SeminarFile {
  const items = valueAt(file, pathOfList[list]) as unknown[]
  const at = itemsOf(file, list).findIndex(one => one.key === key)
  if (at === -1) return file
  const without = withValue(file, pathOfList[list], items.toSpliced(at, 1)) as SeminarFile
  if (list === 'rooms') return withoutRoomInSlots(without, key)
  return list === 'people' ? withoutPersonInSlots(without, key) : without
}

/** The slots that name an item; none for lists of which the programme is not made. */
export function usesOf(file: SeminarFile, list: ListName, key: string) {
  if (list === 'rooms') return usesOfRoom(file, key)
  return list === 'people' ? usesOfPerson(file, key) : []
}

/** The file with an item one place further up or down; as it is when there is no such place. */
export function withMoved(file: SeminarFile, list: ListName, key: string, by: -1 | 1): SeminarFile {
  const items = valueAt(file, pathOfList[list]) as unknown[]
  const at = itemsOf(file, list).findIndex(one => one.key === key)
  const to = at + by
  if (at === -1 || to < 0 || to >= items.length) return file
  return withValue(file, pathOfList[list], items.with(at, items[to]).with(to, items[at])) as SeminarFile
}

/** What a form about a list shows: the items and their order. */
export const shownOfList = (list: ListName) => (file: SeminarFile) => [
  [...file.languages].sort(),
  valueAt(file, pathOfList[list]),
]

/**
 * What a form about one item shows: the item, or nothing yet. A contact has no key but its place, so that its form hangs
 * on the whole list.
 */
export const shownOfItem = (list: ListName, key: string | null) => (file: SeminarFile) => {
  if (list === 'contacts' && key !== null) return shownOfList(list)(file)
  const item = itemsOf(file, list).find(one => one.key === key)?.item ?? null
  return [file.source, [...file.languages].sort(), item]
}

/** What is shown before an item is removed: the item, and where the programme names it. */
export const shownOfRemoval = (list: ListName, key: string) => (file: SeminarFile) => [
  shownOfItem(list, key)(file),
  usesOf(file, list, key).map(({ slot, parts }) => [slot.key, parts]),
]
