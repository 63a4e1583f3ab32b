import { isLocale, type Locale, locales } from '#ground/languages/locales.ts'
import { asKept } from './as-kept.ts'
import { answersInOrder, nameOfAnswer, olderInOrder } from './known-of-file.ts'
import type { FileAnswer } from './programme-file.ts'
import type { SeminarFile } from './seminar-file.ts'

/** Which of the two wins: what the file says, or what was changed in the browser. */
export type Side = 'file' | 'browser'

/** A field that was changed in the browser since the last import, and that this import would change again. */
export type Conflict = {
  /** Where in the file: `programme.slots.part-1.title.fr`; `programme.slots:order` for the order of a list. */
  path: string
  kind: 'text' | 'value' | 'list' | 'item' | 'order'
  /** The language of a text. */
  language: Locale | null
  /** What the last import said; null when it said nothing, or when there was none. */
  base: string | null
  /** What stands there now; null when nothing does. */
  now: string | null
  /** What the file says; null when it says nothing. */
  wanted: string | null
}

/**
 * The fields in which an import would overwrite what was changed in the browser: those that differ from the last import
 * and from the file that is to be imported. Items of a list are the same by their key, lines without one by their place
 * as long as there are as many; texts are compared language by language.
 *
 * @param base what the last import said; null when there was none: then each difference is a conflict
 * @param wanted with what it leaves out filled in (`completed`)
 */
export function conflicts(base: SeminarFile | null, now: SeminarFile, wanted: SeminarFile): Conflict[] {
  const found: Conflict[] = []
  walk(base, now, wanted, { choose: () => 'file', tell: one => found.push(one) })
  return found
}

/**
 * The file that an import saves: the fields that were changed in the browser as `choose` says, all others as the file
 * says. What stood in a list on one side only comes behind what stood before it there.
 *
 * @param choose is asked for each conflict, by its path
 */
export function merge(
  base: SeminarFile | null,
  now: SeminarFile,
  wanted: SeminarFile,
  choose: (path: string) => Side,
): SeminarFile {
  const merged = walk(base, now, wanted, { choose, tell: () => {} })
  const { perenne, slug, network } = wanted
  return { ...fileOf(merged as Comparable), perenne, slug, network }
}

/**
 * How many fields were changed in the browser since the last import and stay so after this one.
 *
 * @param after what is saved
 */
export function countKept(base: SeminarFile | null, now: SeminarFile, after: SeminarFile): number {
  if (base === null) return 0
  const lost = conflicts(base, now, after).map(({ path }) => path)
  const within = (path: string, other: string) => path === other || path.startsWith(`${other}.`)
  return conflicts(base, now, base).filter(
    ({ path }) => !lost.some(other => within(path, other) || within(other, path)),
  ).length
}

/**
 * A file with what it leaves out on purpose: an import leaves that as it is now (docs/seminar-file.md), so that it
 * overwrites nothing there.
 */
export function completed(wanted: SeminarFile, now: SeminarFile): SeminarFile {
  const known = new Map(now.organisations.map(organisation => [organisation.key, organisation]))
  const cancelled = wanted.cancelled ?? now.cancelled
  const older = wanted.older ?? now.older
  const answers = wanted.programme.answers ?? now.programme.answers
  const file = asKept(wanted)
  return {
    ...file,
    ...(older === undefined ? {} : { older }),
    programme: answers === undefined ? file.programme : { ...file.programme, answers: answersInOrder(answers) },
    ...(cancelled === undefined ? {} : { cancelled }),
    organisations: file.organisations.map(organisation => {
      const { short, country, website } = known.get(organisation.key) ?? {}
      const left = Object.entries({ short, country, website }).filter(([, value]) => value !== undefined)
      return { ...Object.fromEntries(left), ...organisation }
    }),
  }
}

type Value = unknown
type Block = Readonly<Record<string, Value>>
type Merging = { choose: (path: string) => Side; tell: (conflict: Conflict) => void }
/** The three sides of one place. Without `hasBase` nothing is known of what the last import said. */
type Sides = { hasBase: boolean; base: Value; now: Value; wanted: Value }

function walk(base: SeminarFile | null, now: SeminarFile, wanted: SeminarFile, merging: Merging): Value {
  const sides = {
    hasBase: base !== null,
    base: base && comparable(base),
    // What nothing is said of is not so where it was not known that it can be.
    now: comparable(saying(now)),
    wanted: comparable(saying(wanted)),
  }
  return mergeValue([], sides, merging)
}

type Comparable = Omit<SeminarFile, 'older' | 'programme'> & {
  older?: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined
  programme: Omit<SeminarFile['programme'], 'answers'> & { answers?: (FileAnswer & { key: string })[] | undefined }
}

/**
 * Address and network say which seminar it is; a cancellation that is not said is none. An answer is the same by where, for
 * what and by whom it is given, a mark that a translation is out of date by the place of its text.
 */
function comparable({ perenne: _, slug: __, network: ___, ...file }: SeminarFile): Block {
  const marked = (places: readonly string[] = []) => Object.fromEntries(places.map(place => [place, 'older']))
  const answers = file.programme.answers?.map(answer => ({ key: nameOfAnswer(answer), ...answer }))
  return {
    ...file,
    cancelled: file.cancelled ?? false,
    older: file.older && Object.fromEntries(locales.map(language => [language, marked(file.older?.[language])])),
    programme: { ...file.programme, answers },
  }
}

const saying = (file: SeminarFile): SeminarFile => ({
  ...file,
  older: file.older ?? {},
  programme: { ...file.programme, answers: file.programme.answers ?? [] },
})

/** The way back. */
function fileOf({ older = {}, programme, ...file }: Comparable): SeminarFile {
  const answers = programme.answers?.map(({ key: _, ...answer }) => answer) ?? []
  const places = Object.entries(older).map(([language, marks]) => [language, Object.keys(marks)])
  return { ...file, older: olderInOrder(Object.fromEntries(places)), programme: { ...programme, answers } }
}

function mergeValue(path: readonly string[], sides: Sides, merging: Merging): Value {
  const { base, now, wanted } = sides
  if (equal(now, wanted)) return wanted
  const last = path.at(-1)
  // The halves of a condition mean nothing without each other.
  if (isBlock(now) && isBlock(wanted) && last !== 'when') return mergeBlock(path, sides, merging)
  if (isKeyed(now, wanted)) return mergeKeyed(path, sides, merging)
  if (isAligned(sides)) {
    const of = (side: Value, index: number) => (side as Value[] | undefined)?.[index]
    return (wanted as Value[]).map((_, index) =>
      mergeValue(
        [...path, String(index)],
        itemOf(sides, side => of(side, index)),
        merging,
      ),
    )
  }
  if (sides.hasBase && equal(base, now)) return wanted
  merging.tell(conflictOf(path, sides))
  return merging.choose(path.join('.')) === 'browser' ? now : wanted
}

const itemOf = ({ hasBase, base, now, wanted }: Sides, of: (side: Value) => Value): Sides => ({
  hasBase,
  base: of(base),
  now: of(now),
  wanted: of(wanted),
})

function mergeBlock(path: readonly string[], sides: Sides, merging: Merging): Value {
  const of = (side: Value, key: string) => (isBlock(side) ? side[key] : undefined)
  const keys = new Set([...Object.keys(sides.wanted as Block), ...Object.keys(sides.now as Block)])
  const entries = [...keys].map(
    key =>
      [
        key,
        mergeValue(
          [...path, key],
          itemOf(sides, side => of(side, key)),
          merging,
        ),
      ] as const,
  )
  const there = entries.filter(([, value]) => value !== undefined)
  // A text of which nothing is left is not there.
  return there.length === 0 ? undefined : Object.fromEntries(there)
}

type Item = Block & { key: string }

/** Items with a key: each merged or taken from one side, in the order of the side that says it. */
function mergeKeyed(path: readonly string[], sides: Sides, merging: Merging): Value {
  const { base, now, wanted } = sides as { base: Item[] | undefined; now: Item[]; wanted: Item[] }
  const find = (list: Value, key: string) => (list as Item[] | undefined)?.find(item => item.key === key)
  const keys = [...new Set([...wanted, ...now].map(({ key }) => key))]
  const merged = new Map(
    keys.map(
      key =>
        [
          key,
          mergeValue(
            [...path, key],
            itemOf(sides, side => find(side, key)),
            merging,
          ),
        ] as const,
    ),
  )
  const browserOrders = isReordered(sides.hasBase, base ?? [], now, wanted) && told()
  const [first, second] = browserOrders ? [now, wanted] : [wanted, now]
  return orderOf(first, second)
    .map(key => merged.get(key))
    .filter(item => item !== undefined)

  function told(): boolean {
    const order = `${path.join('.')}:order`
    const inWords = (list: readonly Item[]) => list.map(({ key }) => key).join(', ')
    const words = { base: base && inWords(base), now: inWords(now), wanted: inWords(wanted) }
    merging.tell({ path: order, kind: 'order', language: null, ...words, base: words.base ?? null })
    return merging.choose(order) === 'browser'
  }
}

/** Whether the browser put in another order what the file orders otherwise: of the items that both have. */
function isReordered(hasBase: boolean, base: readonly Item[], now: readonly Item[], wanted: readonly Item[]): boolean {
  const among = (list: readonly Item[], ...others: (readonly Item[])[]) =>
    list.filter(({ key }) => others.every(other => other.some(item => item.key === key))).map(({ key }) => key)
  if (equal(among(now, wanted), among(wanted, now))) return false
  return !hasBase || !equal(among(base, now, wanted), among(now, base, wanted))
}

/** The keys of the first list, with those that only the second has behind what stands before them there. */
function orderOf(first: readonly Item[], second: readonly Item[]): string[] {
  const keys = first.map(({ key }) => key)
  for (const [index, { key }] of second.entries()) {
    if (keys.includes(key)) continue
    const before = second.slice(0, index).findLast(item => keys.includes(item.key))
    keys.splice(before === undefined ? 0 : keys.indexOf(before.key) + 1, 0, key)
  }
  return keys
}

const isBlock = (value: Value): value is Block => typeof value === 'object' && value !== null && !Array.isArray(value)

const hasKey = (value: Value) => isBlock(value) && typeof value.key === 'string'
/** Two lists of items with a key; one of them may be empty. */
const isKeyed = (now: Value, wanted: Value) =>
  Array.isArray(now) && Array.isArray(wanted) && [...now, ...wanted].every(hasKey)

/** Lines without a key are the same by their place, as long as nobody added or removed one. */
function isAligned({ hasBase, base, now, wanted }: Sides): boolean {
  if (!Array.isArray(now) || !Array.isArray(wanted) || now.length !== wanted.length) return false
  if (![...now, ...wanted].every(isBlock)) return false
  return !hasBase || base === undefined || (Array.isArray(base) && base.length === now.length)
}

function equal(a: Value, b: Value): boolean {
  if (a === b) return true
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => equal(item, b[index]))
  if (!isBlock(a) || !isBlock(b)) return false
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every(key => equal(a[key], b[key]))
}

function conflictOf(path: readonly string[], { base, now, wanted }: Sides): Conflict {
  const last = path.at(-1)
  const given = now ?? wanted
  const kind = isLocale(last) ? 'text' : Array.isArray(given) ? 'list' : isBlock(given) ? 'item' : 'value'
  return {
    path: path.join('.'),
    kind,
    language: isLocale(last) ? last : null,
    base: inWords(base),
    now: inWords(now),
    wanted: inWords(wanted),
  }
}

/** A value as a person reads it: of an item what it is called, of a list its entries. */
function inWords(value: Value): string | null {
  if (value === undefined || value === null) return null
  if (Array.isArray(value))
    return value.length === 0 ? null : value.map(item => inWords(item) ?? '').join(separatorOf(value))
  if (!isBlock(value)) return String(value)
  const name = value.title ?? value.name ?? value.label ?? value.text
  if (name !== undefined && isBlock(name)) return inWords(name)
  return Object.values(value)
    .map(part => inWords(part) ?? '')
    .join(' · ')
}

const separatorOf = (list: readonly Value[]) => (list.some(isBlock) ? '\n' : ', ')
