import { z } from 'zod'
import { categories } from '#convene/registration/rules/answers.ts'
import { locales } from '#ground/languages/locales.ts'
import type { PlainExpectation } from './problems.ts'

// What the values of a seminar file are made of.

/** The longest text of a seminar file, in characters (UTF-16 units, as JSON Schema's readers count). */
export const longestText = 20_000
/** The largest seminar file, in bytes of UTF-8. */
export const largestFile = 1_048_576

// The `error` of each schema is a code of what is expected (Expectation in problems.ts), never a sentence: the
// sentence is put in the reader's language later.

const isStorable = (text: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: PostgreSQL cannot store them, and no reader can see them.
  text.isWellFormed() && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text)
export const plainText = (longest: number) =>
  z
    .string({ error: 'text' })
    .trim()
    .min(1, { error: 'text-not-empty' })
    .max(longest, { error: 'text-too-long' })
    .refine(isStorable, { error: 'text-characters' })
export const shortText = plainText(300)
export const key = z
  .string({ error: 'key' })
  .max(80, { error: 'key' })
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'key' })
export const language = z.enum(locales)
export const words = (longest: number) =>
  z
    .strictObject(Object.fromEntries(locales.map(l => [l, plainText(longest).optional()])), { error: 'words' })
    .refine(said => Object.keys(said).length > 0, { error: 'words' })
    .meta({ description: 'One text in several languages, the source language among them' })
export const title = words(300)
export const prose = words(longestText)

export const date = z
  .string({ error: 'date' })
  .refine(text => isDate(text), { error: 'date' })
  .meta({ format: 'date', description: 'YYYY-MM-DD' })
export const time = z
  .string({ error: 'time' })
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'time' })
  .meta({ description: 'HH:MM at the venue, in quotation marks' })
export const moment = z
  .string({ error: 'moment' })
  .refine(text => isMoment(text), { error: 'moment' })
  .meta({ description: 'YYYY-MM-DDTHH:MM:SS at the venue' })
export const country = z.string({ error: 'country' }).regex(/^[A-Z]{2}$/, { error: 'country' })
export const spoken = z.string({ error: 'spoken-language' }).regex(/^[a-z]{2,3}$/, { error: 'spoken-language' })
export const yesOrNo = z.boolean({ error: 'yes-or-no' })
export const list = <T extends z.ZodType>(of: T) => z.array(of, { error: 'list' }).max(200, { error: 'list-too-long' })
/** One that grows with the whole of a file, in which all lists have their own end. */
export const longList = <T extends z.ZodType>(of: T) =>
  z.array(of, { error: 'list' }).max(20_000, { error: 'list-too-long' })
export const url = z
  .string({ error: 'web-address' })
  .max(2000, { error: 'web-address' })
  .regex(/^https?:\/\/[^\s]+$/, { error: 'web-address' })
export const email = z
  .string({ error: 'email' })
  .max(254, { error: 'email' })
  .regex(/^[^\s@<>]+@[^\s@<>]+$/, { error: 'email' })
export const block = { error: 'block' }
export const whole = (least: number, most: number, error: PlainExpectation) =>
  z.int({ error }).min(least, { error }).max(most, { error })
export const days = whole(0, 3650, 'days')
export const category = z.enum(categories)

export type FileWords = z.infer<typeof title>

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    Temporal.PlainDate.from(text)
    return true
  } catch {
    return false
  }
}

function isMoment(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:[0-5]\d)?$/.test(text)) return false
  try {
    Temporal.PlainDateTime.from(text)
    return true
  } catch {
    return false
  }
}
