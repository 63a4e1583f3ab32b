import { z } from 'zod'
import { circle, language, maybe, maybeDay, maybeDuring, wordsPieces } from '../../rules/forms.ts'
import { categories } from './categories.ts'

export const longestTitle = 300

export const documentSchema = z.object({
  ...wordsPieces({ title: longestTitle }),
  category: z.enum(categories, 'choice'),
  language,
  during: maybeDuring,
  licence: maybe(300),
  keepUntil: maybeDay,
  legalHold: z
    .string()
    .default('')
    .transform(value => value === 'yes'),
  visibility: circle,
  about: z.string().default(''),
})
