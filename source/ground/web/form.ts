import type { z } from 'zod'
import { Refusal } from './refusal.ts'

/** What a person typed, field by field, as they typed it; several values for check boxes. */
export type Typed = Readonly<Record<string, string | readonly string[]>>
/** field → key of a message (messages/forms), or a whole sentence that is already in the person's language. */
export type FieldErrors = Readonly<Record<string, string>>

/** Errors as sentences in the visitor's language; one that is no key is a sentence already. */
export function inWords(words: Readonly<Record<string, string>>, errors: FieldErrors): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).map(([field, key]) => [field, words[key] ?? key]))
}

export type SentForm = {
  typed: Typed
  files: Readonly<Record<string, File>>
  /** The key of this sending of this form: the same when the button is pressed twice. */
  once: string | null
  /** The version of the record that the form was filled from. */
  version: string | null
}

/**
 * Reads a form, urlencoded or multipart. Control characters other than line breaks are dropped, line breaks are \n:
 * what is stored is what can be shown.
 *
 * @throws Refusal `unprocessable` for a body that is no form
 */
export async function readForm(request: Request): Promise<SentForm> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) throw new Refusal('unprocessable')
  let data: FormData
  try {
    data = await request.formData()
  } catch (error) {
    if (error instanceof Refusal) throw error
    // A body that was cut off because it is too long comes wrapped in the reader's own error.
    if (error instanceof Error && error.cause instanceof Refusal) throw error.cause
    throw new Refusal('unprocessable')
  }
  const typed: Record<string, string | string[]> = {}
  const files: Record<string, File> = {}
  for (const [name, values] of byName(data)) {
    const first = values[0]
    if (first instanceof File) {
      if (first.size > 0) files[name] = first
      continue
    }
    const texts = values.filter(value => typeof value === 'string').map(clean)
    typed[name] = name.endsWith('[]') ? texts : (texts.at(-1) ?? '')
  }
  return { typed, files, once: textOf(typed, '_once') || null, version: textOf(typed, '_form') || null }
}

// More fields than any form of ours has.
const mostFields = 2000

// One pass: asking FormData for each name in turn reads the whole list each time, and a body of 50,000 names would hold the
// server for a quarter of a minute.
function byName(data: FormData): Map<string, (string | File)[]> {
  const found = new Map<string, (string | File)[]>()
  let count = 0
  for (const [name, value] of data) {
    if (++count > mostFields) throw new Refusal('unprocessable')
    const values = found.get(name)
    if (values) values.push(value)
    else found.set(name, [value])
  }
  return found
}

export function textOf(typed: Typed, field: string): string {
  const value = typed[field]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly what must not be stored.
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u2028\u2029]/g
const clean = (value: string) => value.replace(/\r\n?/g, '\n').replace(controls, '')

export type Checked<T> = { ok: true; value: T } | { ok: false; errors: FieldErrors }

/**
 * Checks what was typed against a schema; the messages of the schema are keys of messages/forms, so that all errors
 * come back at once, each beside its field, in the person's language.
 */
export function check<S extends z.ZodType>(schema: S, typed: Typed): Checked<z.infer<S>> {
  const result = schema.safeParse(typed)
  if (result.success) return { ok: true, value: result.data }
  const errors: Record<string, string> = {}
  for (const issue of result.error.issues) {
    const field = String(issue.path[0] ?? '_form')
    errors[field] ??= issue.message
  }
  return { ok: false, errors }
}
