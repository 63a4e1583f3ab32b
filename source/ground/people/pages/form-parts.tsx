import { z } from 'zod'
import type { Visit } from '../../house.ts'
import { type Locale, locales, nameOfLocale } from '../../languages/locales.ts'
import { parts } from '../../languages/messages/parts.ts'
import { peopleWords } from '../../languages/messages/people.ts'
import type { FieldErrors, Typed } from '../../web/form.ts'
import { bindFields, EmailField, SelectField, TextField } from '../../web/parts/form.tsx'

/** The words every page of this folder needs: the house's parts and its own. */
export const wordsFor = (visit: Visit) => ({ t: parts[visit.locale], words: peopleWords[visit.locale] })

type ErrorKey = keyof (typeof peopleWords)['en']['errors']
const name = (missing: ErrorKey) => z.string().trim().min(1, missing).max(200, 'tooLong')

// 254 characters: RFC 5321 §4.5.3.1.3, the path without its brackets.
const address = z.string().trim().max(254, 'email').pipe(z.email('email'))

/** Schemas of this folder's forms; their messages are keys of `errors`. */
export const signInSchema = z.object({ email: address })
export const namesSchema = z.object({
  givenName: name('givenName'),
  familyName: name('familyName'),
  email: address,
  language: z.enum(locales, 'language'),
})

/** Who a person is, when one is made: names, address, language. */
export function NamesFields(props: { visit: Visit; typed: Typed; errors: FieldErrors; own?: boolean }) {
  const { t, words } = wordsFor(props.visit)
  const field = bindFields(t, props.typed, props.errors)
  const own = (word: string) => (props.own ? word : 'off')
  return (
    <>
      <TextField {...field('givenName')} label={words.fields.givenName} autocomplete={own('given-name')} />
      <TextField {...field('familyName')} label={words.fields.familyName} autocomplete={own('family-name')} />
      <EmailField
        {...field('email')}
        label={words.fields.email}
        hint={words.fields.emailHint}
        autocomplete={own('email')}
      />
      <LanguageField field={field('language')} label={words.fields.language} locale={props.visit.locale} />
    </>
  )
}

export function LanguageField(props: {
  field: ReturnType<ReturnType<typeof bindFields>>
  label: string
  locale: Locale
}) {
  return (
    <SelectField
      {...props.field}
      value={props.field.value ?? props.locale}
      label={props.label}
      choices={locales.map(locale => ({ value: locale, label: nameOfLocale[locale] }))}
      noEmpty
    />
  )
}
