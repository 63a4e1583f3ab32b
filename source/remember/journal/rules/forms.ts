import { z } from 'zod'
import { isUnknown, readEdtf } from '../../rules/edtf.ts'
import { circle, day, during, language, line, maybe, maybeDay, maybeId } from '../../rules/forms.ts'
import { interactionKinds } from './kinds.ts'

const kind = z.enum(interactionKinds, 'choice')

/** When it was, as imprecise as it is known, but not “unknown”: a journal tells in time what happened. */
const happened = during.refine(edtf => !isUnknown(edtf), 'undated')

/** A date as it was typed, with “yesterday” and “5 November” said from today; what cannot be read stays as it is. */
export const saidFrom = (
  typed: Readonly<Record<string, string>>,
  today: Temporal.PlainDate,
): Record<string, string> => ({
  ...typed,
  during: readEdtf(typed.during ?? '', today) ?? typed.during ?? '',
})

/** The short form: what happened, in one line, and what was promised. */
export const shortSchema = z.object({
  kind,
  during: happened,
  title: line(300),
  about: z.string().default(''),
  owed: z.enum(['', 'us', 'them']).default(''),
  what: maybe(1000),
  due: maybeDay,
})
export type ShortLine = z.infer<typeof shortSchema>

/** Errors between the fields of the short form: a promise has somebody who made it, and the other way round. */
export function shortErrors(typed: Readonly<Record<string, string>>): Record<string, string> {
  const what = (typed.what ?? '').trim()
  if ((typed.owed ?? '') !== '' && what === '') return { what: 'missing' }
  if ((typed.owed ?? '') === '' && (what !== '' || (typed.due ?? '') !== '')) return { owed: 'owed' }
  return {}
}

/** As a column holds it: a line of the journal is no archive. */
export const longestBody = 20_000

export const interactionSchema = z.object({
  kind,
  during: happened,
  title: line(300),
  place: maybe(300),
  body: maybe(longestBody),
  language,
  visibility: circle,
  about: z.string().default(''),
  participants: z.string().default(''),
})

/** The form of a mail that waits: an entry with all it may hold, and what was promised. */
export const mailSchema = interactionSchema.extend({
  owed: shortSchema.shape.owed,
  what: shortSchema.shape.what,
  due: shortSchema.shape.due,
})

export const commitmentSchema = z.object({
  owed_by: z.enum(['us', 'them'], 'choice'),
  what: line(1000),
  due: maybeDay,
  relationship: maybeId,
  contact: maybeId,
  organisation: maybeId,
  language,
  visibility: circle,
})

export const settleSchema = z.object({
  outcome: z.enum(['kept', 'dropped'], 'choice'),
  on: day,
  reason: maybe(1000),
})
