import type { Locale } from '#ground/languages/locales.ts'
import { dayOf } from '#remember/acts/edtf-in-words.ts'
import { memoryChecks } from '../../messages/memory-checks.ts'
import type { CheckCode } from '../rules/checks.ts'
import type { FoundRow } from '../store/checks/kit.ts'

/**
 * What a rule remarks on a record beside its name: a day, a number, another record. Empty when the name says it all.
 *
 * @param other the name of the other record, when the remark has one that the reader may know
 */
export function remarkInWords(locale: Locale, code: CheckCode, found: FoundRow, other: string | undefined): string {
  const words = memoryChecks[locale].remarks
  const day = found.day === null ? null : dayOf(locale, found.day)
  const number = found.number ?? 0
  switch (code) {
    case 'relationship-dormant':
    case 'contact-long-unseen':
      return day === null ? words.noContact : words.lastContact(day)
    case 'seat-in-person':
      if (other === undefined) return ''
      return number === 1 ? words.heldByGone(other) : words.heldBy(other)
    case 'post-held-for-now':
      return [other === undefined ? '' : words.heldBy(other), day === null ? '' : words.since(day)]
        .filter(Boolean)
        .join(', ')
    case 'fee-unpaid':
      return day === null ? words.fee(number) : words.feeDue(number, day)
    case 'duplicate-actor':
      return other === undefined ? '' : words.likeness(other, number)
    case 'relationship-twice':
      return words.twice(other)
    case 'translation-missing':
      return words.languages(number)
    case 'project-sector-withdrawn':
      return day === null ? '' : words.withdrawn(String(number), day)
    case 'translation-stale':
      return words.texts(number)
    case 'post-vacant':
      return day === null ? '' : words.since(day)
    case 'agreement-notice-near':
      return day === null ? '' : words.by(day)
    case 'commitment-overdue':
      return day === null ? '' : words.due(day)
    case 'decision-without-document':
      return day === null ? '' : words.decided(day)
    default:
      return day === null ? '' : words.ended(day)
  }
}
