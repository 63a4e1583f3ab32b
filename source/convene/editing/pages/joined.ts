import { editingJoined } from '#convene/messages/editing-joined.ts'
import { versionOf } from '#convene/seminar/acts/change-seminar.ts'
import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import type { Visit } from '#ground/house.ts'
import { redirect } from '#ground/web/answer.ts'
import type { Typed } from '#ground/web/form.ts'
import { alreadySent } from '#ground/web/sent-once.ts'
import { textOf } from '../rules/fields.ts'
import { type Joined, joined, type Shape } from '../rules/joined.ts'
import type { Values } from '../rules/joined-values.ts'

// The form says what it began with, in a hidden field: only what two people wrote differently in the same field is asked.

const baseField = '_base'
/** A longer text stands there as its digest: whether it was changed is all that is asked of it. */
const longest = 200

/** The typed fields of a form together with what it begins with. */
export const beginningWith = (shown: Values, shape: Shape, typed: Typed = shown): Typed => ({
  ...typed,
  [baseField]: baseOf(shown, shape),
})

function baseOf(shown: Values, { sets = [], boxes = [], rows }: Shape): string {
  const whole = [...sets, ...boxes, rows?.keys]
  return JSON.stringify(
    Object.fromEntries(
      Object.entries(shown).flatMap(([name, value]) =>
        value === '' ? [] : [[name, whole.includes(name) ? value : short(value)]],
      ),
    ),
  )
}

const short = (value: string) => (value.length > longest ? `#${versionOf(value.trim())}` : value)

/** The hidden field of a form that goes on saying what it began with. */
export const hiddenBase = (typed: Typed): Record<string, string> => {
  const base = textOf(typed, baseField)
  return base === '' ? {} : { [baseField]: base }
}

/** Whether a form says that it began with exactly this. */
export const beganWith = (typed: Typed, shown: Values, shape: Shape) =>
  textOf(typed, baseField) === baseOf(shown, shape)

export const withoutBase = ({ [baseField]: _, ...typed }: Typed): Typed => typed

/** What was typed, joined with what is there now; what a form that does not say its beginning has is all asked. */
export function joinedWith(theirs: Values, typed: Typed, shape: Shape): Joined & { isFromBase: boolean } {
  const read = baseIn(typed)
  const base = read && unfolded(read, [theirs, typed])
  return { ...joined(base, theirs, typed, shape), isFromBase: base !== null }
}

function baseIn(typed: Typed): Values | null {
  try {
    const read: unknown = JSON.parse(textOf(typed, baseField))
    if (typeof read !== 'object' || read === null || Array.isArray(read)) return null
    return Object.fromEntries(Object.entries(read).filter((one): one is [string, string] => typeof one[1] === 'string'))
  } catch {
    return null
  }
}

/** With the texts for which digests stand, where somebody still has them. */
function unfolded(base: Values, sides: readonly Typed[]): Values {
  const texts = sides
    .flatMap(side => Object.values(side))
    .filter(one => typeof one === 'string' && one.length > longest)
  const known = new Map(texts.map(text => [short(text as string), text as string]))
  return Object.fromEntries(Object.entries(base).map(([name, value]) => [name, known.get(value) ?? value]))
}

export type Sent = {
  typed: Typed
  version: string | null
  once: string | null
  /** Something that somebody else saved meanwhile came in. */
  kept?: boolean
  /** Where it leads once it is saved, when not to where it usually does. */
  to?: string | undefined
}

type Form = {
  /** What the form shows of a file; null when that is not there any more. */
  shown: (file: SeminarFile) => Values | null
  version: (file: SeminarFile) => string
  shape: Shape
}

/**
 * What was sent, as it stands beside what somebody else saved meanwhile, with the version of that; as it was sent when
 * nobody did, or when something is to be asked. A form that was pressed twice at once leads to where the other one led.
 */
export async function besideOthers(visit: Visit, file: SeminarFile, sent: Sent, form: Form): Promise<Sent | Response> {
  const version = form.version(file)
  if (sent.version === null || sent.version === version) return sent
  const theirs = form.shown(file)
  if (theirs === null) return sent
  const { typed, asked, kept, isFromBase } = joinedWith(theirs, sent.typed, form.shape)
  if (!isFromBase || asked.length > 0) return sent
  const quicker = await alreadySent(visit.house, sent.once)
  if (quicker) return redirect(visit, quicker)
  return { ...sent, typed: beginningWith(theirs, form.shape, typed), version, kept: kept || sent.kept === true }
}

/** What is said after saving; also that the change of somebody else was kept. */
export const withKept = (visit: Visit, { kept }: Sent, text: string): string =>
  kept ? `${text} ${editingJoined[visit.locale].kept}` : text
