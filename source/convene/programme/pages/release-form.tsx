import { languagesOf } from '#convene/editing/rules/parts.ts'
import { programmeRelease } from '#convene/messages/programme-release.ts'
import { versionOf } from '#convene/seminar/acts/version-of.ts'
import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import type { Visit } from '#ground/house.ts'
import { languageName } from '#ground/languages/format.ts'
import { isLocale, type Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { type FieldErrors, inWords, type Typed } from '#ground/web/form.ts'
import {
  Button,
  Buttons,
  bindFields,
  CheckboxesField,
  Form,
  RadiosField,
  TextareaField,
  TextField,
} from '#ground/web/parts/form.tsx'
import { newOnceKey } from '#ground/web/sent-once.ts'
import { programmePart } from '../acts/release-programme.ts'
import type { GivenAnswer } from '../rules/released.ts'

export const longestName = 300
export const longestNote = 2000

/** The languages that were ticked. */
export function chosen(typed: Typed): Locale[] {
  const values = typed['languages[]'] ?? []
  return (typeof values === 'string' ? [values] : [...values]).filter(isLocale)
}

const inLanguage = (label: string, language: string) => `${label} (${language})`

type ReleaseFormProps = {
  visit: Visit
  file: SeminarFile
  answers: readonly GivenAnswer[]
  shown: { typed: Typed; errors: FieldErrors; once: string | null }
}

/** The form that releases a draft: its name and note in each language, whether anything is to be confirmed, in which languages. */
export function ReleaseForm({ visit, file, answers, shown }: ReleaseFormProps) {
  const { house, locale } = visit
  const { typed, once } = shown
  const m = programmeRelease[locale]
  const told = inWords(m.errors, shown.errors)
  const bind = bindFields(parts[locale], typed, told)
  const languages = languagesOf(file)
  return (
    <Form
      t={parts[locale]}
      action={`/${locale}/desk/seminars/${file.slug}/programme`}
      version={versionOf(programmePart(file, answers))}
      once={once ?? newOnceKey(house.keys)}
      errors={told}
    >
      {languages.map(language => (
        <TextField
          {...bind(`name.${language}`)}
          label={inLanguage(m.name, languageName(locale, language))}
          hint={language === file.source ? m.nameHint : undefined}
          optional={language !== file.source}
          maxLength={longestName}
        />
      ))}
      {languages.map(language => (
        <TextareaField
          {...bind(`note.${language}`)}
          label={inLanguage(m.note, languageName(locale, language))}
          hint={language === file.source ? m.noteHint : undefined}
          optional
          rows={2}
        />
      ))}
      <RadiosField
        {...bind('provisional')}
        label={m.provisional}
        choices={[
          { value: 'yes', label: m.isProvisional },
          { value: 'no', label: m.isFinal },
        ]}
      />
      <CheckboxesField
        {...bind('languages[]')}
        label={m.languages}
        hint={m.languagesHint}
        values={chosen(typed)}
        choices={languages
          .filter(language => language !== file.source)
          .map(language => ({ value: language, label: languageName(locale, language) }))}
        optional
      />
      <Buttons>
        <Button>{m.button}</Button>
      </Buttons>
    </Form>
  )
}
