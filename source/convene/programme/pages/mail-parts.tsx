import type { MailWords } from '#ground/house.ts'
import { languageName } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { type bindFields, TextareaField } from '#ground/web/parts/form.tsx'
import { MailText } from '#ground/web/parts/mail.tsx'

// What is shown before somebody is written to: the mail in each language, and a sentence that is added to it.

/** A mail in one of its languages; `said` is what its line says while it is folded. */
export type MailInLanguage = { language: Locale; words: MailWords; said: string }

type MailsProps = {
  locale: Locale
  mails: readonly MailInLanguage[]
  /** The one that is unfolded. */
  open: number
  attached: (names: string) => string
}

/** The mails as they would leave, one unfolded. */
export const FoldedMails = ({ locale, mails, open, attached }: MailsProps) => (
  <>
    {mails.map(({ language, words, said }, index) => (
      <details open={index === open}>
        <summary>{said}</summary>
        <MailText locale={locale} language={language} words={words} attached={attached} />
      </details>
    ))}
  </>
)

type NotesProps = {
  locale: Locale
  languages: readonly Locale[]
  field: ReturnType<typeof bindFields>
  nameOf: (language: Locale) => string
  label: (language: string) => string
  hint: (language: Locale) => string
  rows: number
  most: number
}

/** A sentence to add, in each language in which the mail goes. */
export const NoteFields = ({ locale, languages, field, nameOf, label, hint, rows, most }: NotesProps) => (
  <>
    {languages.map(language => (
      <TextareaField
        {...field(nameOf(language))}
        label={label(languageName(locale, language))}
        hint={hint(language)}
        rows={rows}
        most={most}
        optional
      />
    ))}
  </>
)
