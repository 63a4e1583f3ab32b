import { z } from 'zod'

/** The priority that is written into a form: a whole number of −100 to 100, with the minus of any keyboard. */
export const prioritySchema = z
  .string()
  .transform(typed => typed.trim().replace(/[\u2212\u2013]/, '-'))
  .pipe(z.string().regex(/^[+-]?\d{1,3}$/, 'priority'))
  .transform(Number)
  .refine(value => Math.abs(value) <= 100, 'priority')
