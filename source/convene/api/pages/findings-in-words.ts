import { apiChecks } from '#convene/messages/api-checks.ts'
import { programmeChecks } from '#convene/messages/programme-checks.ts'
import {
  elsewhereInWords,
  foundInWords,
  namedByVersion,
  seatName,
  whenOf,
} from '#convene/programme/acts/checks-in-words.ts'
import { partNamed } from '#convene/programme/acts/part-named.ts'
import type { Finding } from '#convene/programme/rules/findings.ts'
import type { Names, Programme } from '#convene/programme/rules/programme.ts'
import type { Locale } from '#ground/languages/locales.ts'

/** A finding as the API tells it: for programs, and for people in one language. */
export type ToldFinding = {
  code: Finding['code']
  slots: readonly string[]
  severity: Finding['severity']
  /** What it is, as a title. */
  what: string
  /** What exactly, when there is more to say. */
  found: string | null
  where: string
  why: string
  /** What to do. */
  advice: string
  /** The language of the words; a title that has none in it is in the one it was written in. */
  language: Locale
}

/** Findings in a released version, in words that everybody may read. */
export function findingsInWords(
  findings: readonly Finding[],
  programme: Programme,
  names: Names,
  locale: Locale,
): ToldFinding[] {
  const named = namedByVersion(programme, names)
  const { seat, places } = apiChecks[locale]
  return findings.map(finding => {
    const { code, slots, severity } = finding
    const words = code === 'seat-unanswered' ? seat : programmeChecks[locale].codes[code]
    const found =
      code === 'seat-unanswered'
        ? seat.which(seatName(finding.seat, named, locale))
        : foundInWords(finding, named, locale)
    return {
      ...{ code, slots, severity },
      what: words.title,
      found,
      where: places([...slots.flatMap(slotInWords), ...elsewhereInWords(finding, locale)]),
      why: words.why,
      advice: words.todo,
      language: locale,
    }
  })

  function slotInWords(key: string): string[] {
    const slot = programme.slots.find(one => one.key === key)
    if (!slot) return []
    const language = slot.title[locale] === undefined ? programme.source : locale
    return [`${whenOf(slot, locale)} – ${partNamed(slot.part, slot.title[language] ?? key, language)}`]
  }
}
