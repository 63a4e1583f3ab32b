import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import { valueAt, withValue } from './fields.ts'
import { itemsOf, type ListName, pathOfList } from './parts.ts'

/** The file with another value in the place of an item; at the end when there is none with that key. */
export function withItem(file: SeminarFile, list: ListName, key: string | null, item: unknown): SeminarFile {
  const items = valueAt(file, pathOfList[list]) as unknown[]
  const at = itemsOf(file, list).findIndex(one => one.key === key)
  const next = at === -1 ? [...items, item] : items.with(at, item)
  return withValue(file, pathOfList[list], next) as SeminarFile
}

export function withoutItem(file: SeminarFile, list: ListName, key: string): SeminarFile {
  const items = valueAt(file, pathOfList[list]) as unknown[]
  const at = itemsOf(file, list).findIndex(one => one.key === key)
  return at === -1 ? file : (withValue(file, pathOfList[list], items.toSpliced(at, 1)) as SeminarFile)
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
