import { z } from 'zod'
import { isUnknown, reachOf, readDate, readEdtf, unknownDate } from './edtf.ts'
import type { Fields } from './typed.ts'

// The pieces of forms that ask for dates as they are known. Their messages are keys of `asKnownWords.errors`.

const oneDate = (typed: string, context: z.RefinementCtx): string => {
  const read = readDate(typed)
  if (read === null) context.addIssue({ code: 'custom', message: 'asKnown' })
  return read ?? ''
}

/** A day, a month or a year, as it is known, or that nobody knows it: EDTF of one date. */
export const asKnown = z.string().transform((typed, context) => {
  if (typed.trim() === '') {
    context.addIssue({ code: 'custom', message: 'missing' })
    return ''
  }
  return oneDate(typed, context)
})
/** The same, or nothing; that nobody knows it is nothing too where there is no way to keep it. */
export const maybeAsKnown = z
  .string()
  .default('')
  .transform((typed, context) => {
    const read = typed.trim() === '' ? '' : oneDate(typed, context)
    return read === unknownDate ? '' : read
  })
export const maybeAsKnownOrUnknown = z
  .string()
  .default('')
  .transform((typed, context) => (typed.trim() === '' ? '' : oneDate(typed, context)))

/** When something is or was, of which nobody may know when it began: left empty, it says so (`XXXX`). */
export const duringOrUnknown = z
  .string()
  .default('')
  .transform((typed, context) => {
    if (typed.trim() === '') return unknownDate
    const read = readEdtf(typed)
    if (read === null) context.addIssue({ code: 'custom', message: 'during' })
    return read ?? ''
  })

/**
 * Fields in which days are said from the day of the form (« hier », « 5 novembre ») as EDTF; others, and what cannot be read, as
 * they were typed.
 */
export const saidFromToday = (fields: Fields, names: readonly string[], today: Temporal.PlainDate): Fields => ({
  ...fields,
  ...Object.fromEntries(
    names.flatMap(name => {
      const read = readEdtf(fields[name] ?? '', today)
      return read === null ? [] : [[name, read]]
    }),
  ),
})

/** Whether what ends certainly ends before it begins, both as they are known; false where either is not said. */
export function endsFirst(begins: string | undefined, ends: string | undefined): boolean {
  const [from, to] = [readDate(begins ?? ''), readDate(ends ?? '')]
  if (from === null || to === null || isUnknown(from) || isUnknown(to)) return false
  const { first } = reachOf(from)
  const { last } = reachOf(to)
  return first !== null && last !== null && Temporal.PlainDate.compare(last, first) < 0
}
