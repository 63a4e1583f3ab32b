import { formWords } from '#convene/messages/form.ts'
import { registration } from '#convene/messages/registration.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { type FieldErrors, inWords, type Typed, textOf } from '#ground/web/form.ts'
import { longest } from '../../rules/answers.ts'
import type { Meanings } from './meanings.ts'

/** What is wrong with the answers of a registration, in words. */
export function answersInWords(codes: FieldErrors, locale: Locale): Record<string, string> {
  const w = formWords[locale].answers
  const words = {
    ...registration[locale].errors,
    'answer-required': w.required,
    'answer-text-too-long': w.tooLong,
    'answer-number': w.number,
    'answer-choice': w.choice,
    'answer-date': w.date,
  }
  return inWords(words, codes)
}

/** What is wrong with the names of the organisation and the territory, in words. */
export function meaningErrors(
  typed: Typed,
  { asked, newTerritory }: Pick<Meanings, 'asked' | 'newTerritory'>,
  locale: Locale,
): Record<string, string> {
  const errors: Record<string, string> = {}
  if ((newTerritory?.length ?? 0) > longest.organisation)
    errors.territory = registration[locale].errors.organisationTooLong
  for (const kind of Object.keys(asked)) {
    // It was on the page and was passed over: the same name, and no answer.
    if (textOf(typed, `${kind}Asked`) === textOf(typed, kind)) errors[`${kind}Means`] = formWords[locale].ask.unanswered
  }
  return errors
}
