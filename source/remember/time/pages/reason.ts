import { type Locale, locales } from '#ground/languages/locales.ts'
import { memoryTime } from '#remember/messages/memory-time.ts'
import { whyWords } from '#remember/messages/why.ts'
import { momentInWords } from '#remember/pages/moments.ts'
import { putBackReason } from '../rules/reason.ts'

/** An import says why in the language of whoever imported: what stands before the name of the file, in each. */
const imports = locales.map(locale => whyWords[locale].imported(''))

/** Why something was written, for a reader: what the program said of it in their language and at the hours of the place. */
export function reasonInWords(locale: Locale, reason: string, timeZone: string): string {
  const m = memoryTime[locale]
  const back = putBackReason(reason)
  if (back !== null)
    return [m.putBackAs(momentInWords(locale, back.moment, timeZone)), back.own && m.reason(back.own)]
      .filter(part => part !== '')
      .join(' · ')
  const imported = imports.find(start => reason.startsWith(start))
  return imported === undefined ? m.reason(reason) : whyWords[locale].imported(reason.slice(imported.length))
}
