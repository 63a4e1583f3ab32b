import { z } from 'zod'
import { circle, language, maybeDuring, maybeId } from '../../rules/forms.ts'

export const noteKinds = ['oral-memory', 'context', 'lesson', 'warning', 'contact-tip', 'fact'] as const
export type NoteKind = (typeof noteKinds)[number]
export const longestNote = 50_000

export const noteSchema = z.object({
  kind: z.enum(noteKinds, 'choice'),
  body: z.string().trim().min(1, 'missing').max(longestNote, 'tooLong'),
  language,
  during: maybeDuring,
  toldBy: maybeId,
  visibility: circle,
  confidential: z
    .string()
    .default('')
    .transform(value => value === 'yes'),
  about: z.string().default(''),
})
export type NoteTyped = z.infer<typeof noteSchema>

/** Errors between the fields: what was told has somebody who told it; what is confidential is internal. */
export function noteErrors(typed: Readonly<Record<string, string>>): Record<string, string> {
  const errors: Record<string, string> = {}
  if (typed.kind === 'oral-memory' && (typed.toldBy ?? '') === '') errors.toldBy = 'whoTold'
  if (typed.confidential === 'yes' && typed.visibility !== '0') errors.visibility = 'confidentialInside'
  return errors
}
