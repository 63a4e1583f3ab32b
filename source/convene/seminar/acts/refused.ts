import type { Locale } from '#ground/languages/locales.ts'
import { forbidden, Refusal } from '#ground/web/refusal.ts'
import { seminarMessages } from '../../messages/seminar.ts'
import { NotWritten } from '../store/not-written.ts'

/** What a person is told of an error while a seminar was written; any other error is given back as it is. */
export function refused(error: unknown, locale: Locale): unknown {
  if (error instanceof NotWritten)
    return error.why === 'conflict' ? new Refusal('conflict', seminarMessages[locale].importing.conflict) : forbidden()
  // insufficient_privilege, a row-level policy included.
  return (error as { code?: unknown }).code === '42501' ? forbidden() : error
}
