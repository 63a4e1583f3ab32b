import { type Field, nameOf, type Typed } from './fields.ts'
import { renumbered } from './joined-lines.ts'
import {
  type Asked,
  allOf,
  inOrderOf,
  oneOf,
  orderOf,
  same,
  several,
  type Values,
  valuesSent,
} from './joined-values.ts'

// What a person typed, joined with what somebody else saved since the form was shown: a field that one of them changed is
// as they changed it, and only where both did is the person asked.

/** What the fields of a form are, but for those that hold one value each. */
export type Shape = {
  /** Several values each, of which either side may add and take out its own. */
  sets?: readonly string[]
  /** Several values each that are one answer. Without a box that is ticked they are not sent. */
  boxes?: readonly string[]
  /** Lists of lines without keys: `themes` for `themes.0.fr`. */
  lists?: readonly string[]
  /** Rows with keys: the field of their order, and what the names of their own fields begin with. */
  rows?: { keys: string; fields: string }
  /** Fields without which a field means something else: it is asked when somebody else changed one of them. */
  about?: (name: string) => readonly string[]
}

/** The shape of a form of these fields. */
export const shapeOf = (fields: readonly Field[], more: Shape = {}): Shape => ({
  ...more,
  sets: namesOfKind(fields, 'several'),
  lists: [...namesOfKind(fields, 'lines'), ...(more.lists ?? [])],
})
const namesOfKind = (fields: readonly Field[], kind: Field['kind']) =>
  fields.filter(field => field.kind === kind).map(field => nameOf(field.path))

export type Joined = {
  /** What is saved, or what the form goes on with. Where both wrote, it has what you wrote. */
  typed: Typed
  asked: Asked[]
  /** Something of somebody else is in it that was not in what you sent. */
  kept: boolean
}

/** @param base what the form began with; null when it does not say, and then everything that differs is asked */
export function joined(base: Values | null, theirs: Values, typed: Typed, shape: Shape): Joined {
  const { sets = [], boxes = [], lists = [], rows } = shape
  const isSent = new Set([...sets, ...boxes, ...(rows ? [rows.keys] : [])])
  const sent = valuesSent(typed, name => Object.hasOwn(theirs, name) || isSent.has(name))
  // Without what it began with, lines are compared by their place.
  const same3 = (base === null ? [] : lists).reduce(renumbered, { base: base ?? {}, theirs, yours: sent })
  const given: Given = { ...same3, hasBase: base !== null, shape, isSent }
  const asked: Asked[] = []
  const values: Record<string, string> = {}
  const order = rows ? rowsJoined(given, rows, asked, values) : null
  const names = new Set([...Object.keys(same3.theirs), ...Object.keys(same3.yours), ...Object.keys(same3.base)])
  for (const name of names) {
    if (order?.owns(name)) continue
    const one = fieldJoined(given, name)
    values[name] = one.value
    if (one.asked) asked.push({ name, ...one.asked })
  }
  const others = Object.entries(typed).filter(
    ([name]) => !Object.hasOwn(sent, name) && !Object.hasOwn(values, name.replace(/\[\]$/, '')),
  )
  const isAsked = new Set(asked.map(({ name }) => name))
  const kept = Object.entries(values).some(
    ([name, value]) => !isAsked.has(name) && name in same3.theirs && !alike(given, name, value, yoursIn(given, name)),
  )
  return { typed: { ...Object.fromEntries(others), ...values }, asked, kept }
}

type Given = {
  base: Values
  theirs: Values
  yours: Values
  hasBase: boolean
  shape: Shape
  isSent: ReadonlySet<string>
}

const isSet = ({ shape: { sets = [], boxes = [] } }: Given, name: string) => sets.includes(name) || boxes.includes(name)

const alike = (given: Given, name: string, one: string, other: string) =>
  isSet(given, name) ? sorted(one) === sorted(other) : same(one, other)
const sorted = (value: string) => several(value).toSorted().join(' ')

/** What a side has in a field. What was not sent, as no field of the form, is as it was. */
function yoursIn({ base, theirs, yours, hasBase, isSent }: Given, name: string): string {
  return yours[name] ?? (isSent.has(name) ? '' : ((hasBase ? base[name] : theirs[name]) ?? ''))
}

function fieldJoined(given: Given, name: string): { value: string; asked?: Omit<Asked, 'name'> } {
  const { base, theirs, hasBase, shape } = given
  const [was, there, own] = [base[name] ?? '', theirs[name] ?? '', yoursIn(given, name)]
  const inList = shape.lists?.some(list => name.startsWith(`${list}.`))
  // A field that the form has no more: nobody can be asked about it.
  if (theirs[name] === undefined && !inList && hasBase) return { value: own }
  const ask = { value: own, asked: { theirs: there, yours: own } }
  if (alike(given, name, own, there)) return { value: there }
  if (!hasBase) return ask
  if (shape.sets?.includes(name)) return { value: allOf(was, there, own) }
  if (alike(given, name, own, was)) return { value: there }
  if (!alike(given, name, there, was)) return ask
  const others = shape.about?.(name) ?? []
  const isOther = others.some(
    other =>
      !alike(given, other, theirs[other] ?? '', base[other] ?? '') &&
      !alike(given, other, theirs[other] ?? '', yoursIn(given, other)),
  )
  return isOther ? ask : { value: oneOf(was, there, own) ?? own }
}

type Rows = NonNullable<Shape['rows']>

/** Which rows there are and in which order, and their fields. */
function rowsJoined(given: Given, { keys, fields }: Rows, asked: Asked[], values: Record<string, string>) {
  const { base, theirs, yours, hasBase } = given
  const [was, there, own] = [base, theirs, yours].map(side => several(side[keys] ?? '')) as [
    string[],
    string[],
    string[],
  ]
  const names = new Set([...Object.keys(base), ...Object.keys(theirs), ...Object.keys(yours)])
  const owned = new Map<string, string>()
  for (const row of new Set([...was, ...there, ...own]))
    for (const name of names) if (name.startsWith(`${fields}.${row}.`)) owned.set(name, row)
  const changed = (side: Values, row: string) =>
    [...owned].some(([name, of]) => of === row && name in side && !same(side[name] ?? '', base[name] ?? ''))
  for (const [name, row] of owned) {
    if (there.includes(row) && own.includes(row)) {
      const one = fieldJoined(given, name)
      values[name] = one.value
      if (one.asked) asked.push({ name, ...one.asked })
    } else if (there.includes(row)) values[name] = theirs[name] ?? ''
    else if (own.includes(row)) values[name] = yours[name] ?? ''
  }
  // One took out what the other wrote in: that is asked too.
  const writtenByThem = was.filter(row => there.includes(row) && !own.includes(row) && changed(theirs, row))
  const writtenByYou = was.filter(row => own.includes(row) && !there.includes(row) && changed(yours, row))
  const both = several(allOf(was.join(' '), there.join(' '), own.join(' ')))
  const isClear = writtenByThem.length === 0 && writtenByYou.length === 0
  const order = !hasBase ? null : isClear ? orderOf(was, there, own) : null
  if (order) values[keys] = order.join(' ')
  else {
    const sides = hasBase
      ? [inOrderOf([...both, ...writtenByThem], there, own), inOrderOf([...both, ...writtenByYou], own, there)]
      : [there, own]
    const [theirOrder = '', yourOrder = ''] = sides.map(side => side.join(' '))
    values[keys] = yourOrder
    if (theirOrder !== yourOrder) asked.unshift({ name: keys, theirs: theirOrder, yours: yourOrder })
  }
  return { owns: (name: string) => name === keys || owned.has(name) }
}
