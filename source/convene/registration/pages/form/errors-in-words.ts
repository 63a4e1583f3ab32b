import { formWords } from '#convene/messages/form.ts'
import { registration } from '#convene/messages/registration.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { wordsOf } from '#ground/languages/text.ts'
import { type FieldErrors, inWords, type Typed, textOf } from '#ground/web/form.ts'
import { longest } from '../../rules/answers.ts'
import type { WordedQuestion } from '../../store/questions.ts'
import { questionField } from './fields.ts'
import type { Meanings } from './meanings.ts'
import { answerWords, type Voice } from './voice.ts'

type About = {
  locale: Locale
  /** Whom the form speaks to. */
  voice: Voice
  /** What organisers ask: a sentence about an answer names its question, several of which may stand in one summary. */
  questions: readonly WordedQuestion[]
  /** Put before the names of the fields, of the second person of a form and those after. */
  prefix?: string
}

/** What is wrong with the answers of a registration, in words. */
export function answersInWords(
  codes: FieldErrors,
  { locale, voice, questions, prefix = '' }: About,
): Record<string, string> {
  const w = formWords[locale].answers
  const ofAnswer: Readonly<Record<string, (question: string) => string>> = {
    'answer-required': w.required,
    'answer-text-too-long': w.tooLong,
    'answer-number': w.number,
    'answer-choice': w.choice,
    'answer-date': w.date,
  }
  const said = questions.flatMap(question => {
    const field = prefix + questionField(question)
    const sentence = ofAnswer[codes[field] ?? '']
    return sentence ? [[field, sentence(wordsOf(question.label, locale) || question.key)] as const] : []
  })
  return inWords(answerWords(voice, locale), { ...codes, ...Object.fromEntries(said) })
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
  for (const kind of ['organisation', 'territory'] as const) {
    // It was on the page and was passed over: the same name, and no answer.
    if (asked[kind] && textOf(typed, `${kind}Asked`) === textOf(typed, kind))
      errors[`${kind}Means`] = formWords[locale].ask.unanswered[kind]
  }
  return errors
}
