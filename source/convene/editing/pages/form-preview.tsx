import { editingNew } from '#convene/messages/editing-new.ts'
import { formWords } from '#convene/messages/form.ts'
import { registration } from '#convene/messages/registration.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import {
  CheckboxesField,
  ConsentField,
  DateField,
  RadiosField,
  SelectField,
  TextareaField,
  TextField,
} from '#ground/web/parts/form.tsx'
import type { Shown } from '#ground/web/parts/text.tsx'
import type { Question } from '../rules/question-form.ts'
import { askedOfInWords, inReadersWords } from './item-words.ts'
import type { EditedSeminar } from './office.ts'

/** The registration form as the reader of a language gets it, to look at only: nothing in it can be sent. */
export function FormPreview({ seminar, locale }: { seminar: EditedSeminar; locale: Locale }) {
  const t = parts[locale]
  const m = registration[locale]
  const words = editingNew[locale].preview
  const { file } = seminar
  const { questions, consents } = file.registration
  const always = [
    m.form.organisation,
    m.form.country,
    m.form.givenName,
    m.form.familyName,
    m.form.email,
    m.form.category,
    m.form.language,
  ]
  return (
    <div class="card stack">
      <p class="small">{words.formLead}</p>
      <p>{words.always}</p>
      <ul>
        {always.map(label => (
          <li>{label}</li>
        ))}
      </ul>
      {questions.map(question => (
        <>
          {question.when ? <p class="condition small">{askedOfInWords(seminar, question.when, locale)}</p> : null}
          <Asked seminar={seminar} question={question} locale={locale} />
        </>
      ))}
      {consents.map(({ key, required, text }) => (
        <ConsentField
          t={t}
          name={`preview-consent-${key}`}
          text={shownIn(text, locale, file.source)}
          pageLanguage={locale}
          optional={!required}
          disabled
        />
      ))}
      <p class="small">{formWords[locale].before.seenBy}</p>
    </div>
  )
}

function shownIn(words: Partial<Record<Locale, string>>, locale: Locale, source: Locale): Shown {
  const language = words[locale] === undefined ? source : locale
  return { text: words[language] ?? '', language }
}

/** In the reader's language, or in the original one, said so. */
function worded(words: Partial<Record<Locale, string>> | undefined, locale: Locale, source: Locale): string {
  const text = inReadersWords(words, locale, source)
  return words?.[locale] === undefined && text !== '' ? `${text} (${parts[locale].text.notYet(source)})` : text
}

function Asked({ seminar, question, locale }: { seminar: EditedSeminar; question: Question; locale: Locale }) {
  const { source } = seminar.file
  const shared = {
    t: parts[locale],
    name: `preview-${question.key}`,
    label: worded(question.label, locale, source),
    hint: worded(question.hint, locale, source) || undefined,
    optional: !question.required,
    disabled: true,
  }
  const choices = (question.options ?? []).map(option => ({
    value: option.key,
    label: worded(option.label, locale, source),
  }))
  switch (question.kind) {
    case 'text':
      return <TextareaField {...shared} rows={2} />
    case 'number':
      return <TextField {...shared} inputMode="numeric" short />
    case 'date':
      return <DateField {...shared} />
    case 'several':
      return <CheckboxesField {...shared} name={`${shared.name}[]`} choices={choices} />
    case 'choice':
      return choices.length > 7 ? (
        <SelectField {...shared} choices={choices} />
      ) : (
        <RadiosField {...shared} choices={choices} />
      )
  }
}
