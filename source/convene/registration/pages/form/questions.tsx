import { formWords } from '#convene/messages/form.ts'
import { registration } from '#convene/messages/registration.ts'
import { list } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { show, wordsOf } from '#ground/languages/text.ts'
import type { FieldErrors, Typed } from '#ground/web/form.ts'
import {
  bindFields,
  CheckboxesField,
  DateField,
  RadiosField,
  TextareaField,
  TextField,
} from '#ground/web/parts/form.tsx'
import { longestAnswer } from '../../rules/questions.ts'
import type { WordedQuestion } from '../../store/questions.ts'
import { questionField } from './fields.ts'
import { fieldWords, type Voice } from './voice.ts'

type Props = {
  questions: readonly WordedQuestion[]
  prefix: string
  voice: Voice
  locale: Locale
  typed: Typed
  errors: FieldErrors
}

/** The organiser's own questions to one person. One that depends on an answer says so in words, and an island hides it. */
export function QuestionFields({ questions, prefix, voice, locale, typed, errors }: Props) {
  return (
    <>
      {questions.map(question => {
        const one = <OneQuestion {...{ question, prefix, locale, typed, errors }} />
        if (question.condition === null) return one
        return (
          <conditional-question when={JSON.stringify(whenOf(question, questions, prefix))}>
            <p class="condition small">{conditionInWords(question, questions, voice, locale)}</p>
            {one}
          </conditional-question>
        )
      })}
    </>
  )
}

function whenOf({ condition }: WordedQuestion, questions: readonly WordedQuestion[], prefix: string) {
  if (condition === null) return null
  if ('category' in condition) return { field: `${prefix}category`, is: condition.category }
  const deciding = questions.find(({ key }) => key === condition.question)
  return { field: deciding ? prefix + questionField(deciding) : '', is: condition.is }
}

function conditionInWords(
  { condition }: WordedQuestion,
  questions: readonly WordedQuestion[],
  voice: Voice,
  locale: Locale,
): string | null {
  if (condition === null) return null
  const w = formWords[locale].person
  if ('category' in condition)
    return w.whenCategory(
      list(
        locale,
        condition.category.map(category => registration[locale].categoriesShort[category]),
      ),
    )
  const deciding = questions.find(({ key }) => key === condition.question)
  const answers = condition.is.map(key =>
    w.quoted(wordsOf(deciding?.choices.find(choice => choice.key === key)?.label, locale) || key),
  )
  const either = new Intl.ListFormat(locale, { type: 'disjunction' }).format(answers)
  return fieldWords(voice, locale).whenAnswered(wordsOf(deciding?.label, locale) || condition.question, either)
}

function OneQuestion({
  question,
  prefix,
  locale,
  typed,
  errors,
}: Omit<Props, 'questions' | 'voice'> & { question: WordedQuestion }) {
  const t = parts[locale]
  const name = prefix + questionField(question)
  const label = show(question.label, locale) ?? { text: question.key, language: locale, stale: false }
  const foreign = label.language !== locale
  const hint = [wordsOf(question.hint, locale), foreign ? t.text.notYet(label.language) : '']
    .filter(Boolean)
    .join(' · ')
  const optional = !question.required
  const props = {
    ...bindFields(t, typed, errors)(name),
    label: label.text,
    ...(hint ? { hint } : {}),
    optional,
  }
  const choices = question.choices.map(choice => ({
    value: choice.key,
    label: wordsOf(choice.label, locale) || choice.key,
  }))
  const control = () => {
    switch (question.kind) {
      case 'text':
        return <TextareaField {...props} rows={3} most={longestAnswer} />
      case 'number':
        return <TextField {...props} short inputMode="numeric" />
      case 'choice': {
        // A round button that was pressed once cannot be let go: whoever may leave it open can say so.
        const none = { value: '', label: formWords[locale].person.noAnswer }
        return <RadiosField {...props} value={props.value ?? ''} choices={optional ? [...choices, none] : choices} />
      }
      case 'several':
        return <CheckboxesField {...props} choices={choices} />
      case 'date':
        return <DateField {...props} />
    }
  }
  return foreign ? <div lang={label.language}>{control()}</div> : control()
}
