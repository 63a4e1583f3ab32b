import { mailingsWords } from '#convene/messages/mailings.ts'
import type { Visit } from '#ground/house.ts'
import { languageName } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { type bindFields, TextareaField, TextField } from '#ground/web/parts/form.tsx'
import { mostBody } from '../rules/texts.ts'
import { textField } from './form-fields.ts'

type TextFieldsProps = {
  visit: Visit
  field: ReturnType<typeof bindFields>
  language: Locale
}

/** Subject and body of a message in one language. None is demanded for itself: one that is whole is enough. */
export function TextFields({ visit, field, language }: TextFieldsProps) {
  const { form } = mailingsWords[visit.locale]
  const name = languageName(visit.locale, language)
  return (
    <section class="stack">
      <h2>{form.in(name)}</h2>
      <p class="small">{form.optionalLanguage(name)}</p>
      <TextField {...field(textField('subject', language))} label={form.subject} optional />
      <TextareaField
        {...field(textField('body', language))}
        label={form.body}
        hint={form.bodyHint}
        rows={10}
        most={mostBody}
        optional
      />
    </section>
  )
}
