import { formWords } from '#convene/messages/form.ts'
import { registration } from '#convene/messages/registration.ts'
import { date } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { wordsOf } from '#ground/languages/text.ts'
import { Note } from '#ground/web/parts/text.tsx'
import { cityOf, momentAt } from '../../acts/seminar-in-words.ts'
import { outlook } from '../../rules/outlook.ts'
import { overall } from '../../rules/places.ts'
import { dayAfter, type OpenForm } from './open.ts'

/** What one should know before the first question: until when, and where places are short. */
export function Before({ opened, locale, invited }: { opened: OpenForm; locale: Locale; invited: boolean }) {
  const { seminar, admission } = opened
  const w = formWords[locale].before
  const said = placesInWords(opened, locale)
  return (
    <>
      <p>{registration[locale].form.until(momentAt(seminar, locale, seminar.closesAt), cityOf(seminar, locale))}</p>
      {admission.perOrganisation === null ? null : <p>{w.perOrganisation(admission.perOrganisation)}</p>}
      {said.length > 0 ? (
        <Note tone="warning">
          <ul class="close">
            {[...said, ...(invited ? [w.invited] : [])].map(sentence => (
              <li>{sentence}</li>
            ))}
          </ul>
        </Note>
      ) : null}
    </>
  )
}

/** Where places are short, in words; nothing where there are enough. */
export function placesInWords({ quotas, quotaNames }: OpenForm, locale: Locale): string[] {
  const w = formWords[locale].before
  return outlook(quotas).map(({ key, left }) => {
    if (key === overall) {
      if (left > 0) return w.left(left)
      return quotas.find(quota => quota.key === overall)?.capacity === 0 ? w.none : w.full
    }
    const name = wordsOf(quotaNames.get(key), locale) || key
    return left > 0 ? w.quotaLeft(name, left) : w.quotaFull(name)
  })
}

/** Who sees what, and when each thing is erased. */
export function DataInWords({ opened, locale }: { opened: OpenForm; locale: Locale }) {
  const { seminar, admission } = opened
  const w = formWords[locale].before
  const day = (days: number) => date(locale, dayAfter(seminar, days))
  return (
    <details class="optional">
      <summary>{w.data}</summary>
      <ul class="close bulleted">
        <li>{w.seenBy}</li>
        <li>{w.needsErased(day(admission.needsDays))}</li>
        <li>{w.answersErased(day(admission.answersDays))}</li>
        <li>{w.personsErased(day(admission.personsDays))}</li>
        <li>{w.sooner}</li>
      </ul>
    </details>
  )
}
