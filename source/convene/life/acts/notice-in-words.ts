import { lifeWords } from '#convene/messages/life.ts'
import type { NoticeKind } from '#convene/seminar/rules/life.ts'
import { date } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'

/** What a notice says, without its reason. Its day is the one that was given up, or the one before. */
export function noticeInWords(
  notice: { kind: NoticeKind; heldOn: Temporal.PlainDate; movedTo: Temporal.PlainDate | null },
  locale: Locale,
): { title: string; text: string } {
  const w = lifeWords[locale].notice
  const day = date(locale, notice.heldOn)
  switch (notice.kind) {
    case 'cancelled':
      return { title: w.cancelledTitle, text: w.cancelled(day) }
    case 'postponed':
      return { title: w.postponedTitle, text: w.postponed(day) }
    case 'moved':
      return { title: w.movedTitle, text: w.moved(day, date(locale, notice.movedTo ?? notice.heldOn)) }
    case 'held-again':
      return { title: w.heldAgainTitle, text: w.heldAgain(day) }
  }
}
