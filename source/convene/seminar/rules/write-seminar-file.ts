import { Document, isMap, isScalar, isSeq, type Node, Scalar, type YAMLMap, type YAMLSeq } from 'yaml'
import { isLocale } from '#ground/languages/locales.ts'
import type { SeminarFile } from './seminar-file.ts'

/** Columns of the text, as in the samples. */
const width = 120

/** The keys of each block in the order of the samples; one that is not named comes after them. */
const order = [
  ['perenne', 'slug', 'network', 'source', 'languages', 'demonstration', 'title', 'subtitle', 'theme', 'question'],
  ['presentation', 'audience', 'objective', 'method', 'date', 'hours', 'time_zone', 'venue', 'spoken_languages'],
  ['cancelled', 'registration', 'organisations', 'contacts', 'people', 'programme', 'older'],
].flat()
/** Blocks that an empty line is put before, besides texts that are long. */
const apart = [
  'source',
  'title',
  'date',
  'venue',
  'spoken_languages',
  'registration',
  'organisations',
  'contacts',
  'people',
  'programme',
  'older',
]
/** Small blocks and lists that stand on one line. */
const onOneLine = [
  ['languages', 'hours', 'spoken_languages', 'floor', 'interpretation', 'approval', 'categories', 'regions', 'roles'],
  ['retention', 'when', 'is', 'category', 'moderators', 'moderatorPersons', 'coordination', 'speakers'],
].flat()
/** Lists that are left out when they are empty, as the schema fills them in. */
const emptyWhenLeftOut = [
  ['themes', 'moderators', 'moderatorPersons', 'coordination', 'speakers', 'seats', 'documents', 'access'],
  ['people', 'days', 'rooms'],
].flat()

/**
 * The text of a seminar file as a person likes to read it: in the order of the samples, times in quotation marks, long
 * texts over several lines, empty lists left out. `parseSeminarFile` reads the same file from it.
 *
 * @param options.schema address of the published schema, told to editors on the first line
 */
export function writeSeminarFile(file: SeminarFile, options: { schema?: string } = {}): string {
  const sorted = Object.fromEntries(Object.entries(file).toSorted(([a], [b]) => placeOf(a) - placeOf(b)))
  const document = new Document(withoutEmpty(sorted))
  if (options.schema !== undefined) document.commentBefore = ` yaml-language-server: $schema=${options.schema}`
  if (isMap(document.contents)) layOut(document.contents, [])
  return document.toString({ lineWidth: width, minContentWidth: 40, flowCollectionPadding: false })
}

const placeOf = (key: string) => {
  const place = order.indexOf(key)
  return place < 0 ? order.length : place
}

/** What the schema fills in for an item of these lists. */
const usual: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  people: { named: false },
  slots: { provisional: false },
  seats: { state: 'open' },
}

function withoutEmpty(value: unknown, within = ''): unknown {
  if (Array.isArray(value)) return value.map(item => withoutEmpty(item, within))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => {
      const isEmpty = Array.isArray(inner) && inner.length === 0 && emptyWhenLeftOut.includes(key)
      const isUsual = inner === undefined || inner === usual[within]?.[key]
      return isEmpty || isUsual ? [] : [[key, withoutEmpty(inner, key)]]
    }),
  )
}

function layOut(map: YAMLMap, path: readonly string[]): void {
  for (const [index, pair] of map.items.entries()) {
    const key = isScalar(pair.key) ? String(pair.key.value) : ''
    const value = pair.value as Node | null
    if (path.length === 0 && index > 0 && (apart.includes(key) || isLong(value)) && isScalar(pair.key))
      pair.key.spaceBefore = true
    layOutValue(value, [...path, key])
  }
}

function layOutValue(value: Node | null, path: readonly string[]): void {
  const key = path.at(-1) ?? ''
  if (isMap(value)) {
    if (onOneLine.includes(key)) value.flow = true
    layOut(value, path)
  } else if (isSeq(value)) {
    if (onOneLine.includes(key)) value.flow = true
    layOutList(value, path)
  } else if (isScalar(value)) layOutScalar(value, key)
}

function layOutList(list: YAMLSeq, path: readonly string[]): void {
  for (const [index, item] of list.items.entries()) {
    layOutValue(item as Node | null, [...path, '-'])
    // A seat and an answer are a line, a slot or a person a paragraph of its own.
    if ((path.at(-1) === 'seats' || path.at(-1) === 'answers') && isMap(item)) item.flow = true
    if ((path.at(-1) === 'slots' || path.at(-1) === 'people') && index > 0) (item as Node).spaceBefore = true
  }
}

function layOutScalar(scalar: Scalar, key: string): void {
  const { value } = scalar
  if (typeof value !== 'string') return
  // Unquoted, older readers take them for numbers in base sixty.
  if (key === 'from' || key === 'to' || key === 'telephone') scalar.type = Scalar.QUOTE_DOUBLE
  else if (!isLocale(key)) return
  else if (value.includes('\n')) scalar.type = Scalar.BLOCK_LITERAL
  else if (value.length > width - 20) scalar.type = Scalar.BLOCK_FOLDED
}

const isLong = (value: Node | null): boolean =>
  isMap(value) && value.items.some(({ value: text }) => isScalar(text) && String(text.value).length > width)
