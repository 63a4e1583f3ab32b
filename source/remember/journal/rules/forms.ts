import { z } from 'zod'
import { circle, day, during, language, line, maybe, maybeDay, maybeId } from '../../rules/forms.ts'
import { interactionKinds } from './kinds.ts'

const kind = z.enum(interactionKinds, 'choice')

/** The short form: what happened, in one line, and what was promised. */
export const shortSchema = z.object({
  kind,
  during,
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
  if ((typed.owed ?? '') === '' && (what !== '' || (typed.due ?? '') !== '')) return { owed: 'choice' }
  return {}
}

export const interactionSchema = z.object({
  kind,
  during,
  title: line(300),
  place: maybe(300),
  body: maybe(20_000),
  language,
  visibility: circle,
  about: z.string().default(''),
  participants: z.string().default(''),
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
