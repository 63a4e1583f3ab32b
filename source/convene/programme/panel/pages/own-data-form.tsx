import { panelOwn } from '#convene/messages/programme-panel-own.ts'
import type { Visit } from '#ground/house.ts'
import { languageName } from '#ground/languages/format.ts'
import { isLocale, type Locale, locales, nameOfLocale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import type { FieldErrors, Typed } from '#ground/web/form.ts'
import {
  bindFields,
  CheckboxesField,
  RadiosField,
  SelectField,
  TextareaField,
  TextField,
} from '#ground/web/parts/form.tsx'
import { ownDataOf, ownDataVersion } from '../acts/answer.ts'
import type { OwnPanel } from '../acts/own.ts'
import { answersNow } from './own-answer.tsx'

/** What stands in the one form of the page. */
export type FilledOwn = { typed: Typed; errors: FieldErrors; once: string | null; version: string }

/** What the form begins with: what stands, with the words in the language that the person most likely writes. */
export function typedOf(panel: OwnPanel, locale: Locale): FilledOwn {
  const { own, said, languages } = panel
  const [first = 'en'] = languages
  const written = (language: Locale) => said.role[language] !== undefined || said.about[language] !== undefined
  const likely = [locale, own.language].filter(language => languages.includes(language))
  const language = likely.find(written) ?? likely[0] ?? first
  const { words, ...data } = ownDataOf(own, said, language)
  return {
    typed: {
      ...answersNow(panel),
      givenName: data.givenName,
      familyName: data.familyName,
      language: data.language,
      wordsIn: words.language,
      role: words.role,
      about: words.about,
      'named[]': data.named ? ['yes'] : [],
    },
    errors: {},
    once: null,
    version: ownDataVersion(own, said),
  }
}

/** What somebody says of themself, and whether their name may be shown. */
export function DataFields({ visit, panel, filled }: { visit: Visit; panel: OwnPanel; filled: FilledOwn }) {
  const { locale } = visit
  const m = panelOwn[locale].data
  const { typed, errors } = filled
  const bind = bindFields(parts[locale], typed, errors)
  const wordsIn = typeof typed.wordsIn === 'string' && isLocale(typed.wordsIn) ? typed.wordsIn : panel.languages[0]
  return (
    <section class="stack">
      <h2>{m.title}</h2>
      <p>{m.lead}</p>
      <TextField {...bind('givenName')} label={m.givenName} autocomplete="given-name" maxLength={100} />
      <TextField {...bind('familyName')} label={m.familyName} autocomplete="family-name" maxLength={100} />
      {panel.languages.length > 1 ? (
        <RadiosField
          {...bind('wordsIn')}
          label={m.wordsIn}
          hint={m.wordsInHint}
          choices={panel.languages.map(language => ({ value: language, label: nameOfLocale[language] }))}
        />
      ) : null}
      <TextField
        {...bind('role')}
        label={m.role}
        hint={hintOf(panel, 'role', wordsIn, locale) ?? m.roleHint}
        autocomplete="organization-title"
        maxLength={300}
        optional
      />
      <TextareaField
        {...bind('about')}
        label={m.about}
        hint={hintOf(panel, 'about', wordsIn, locale)}
        most={2000}
        rows={4}
        optional
      />
      <CheckboxesField
        {...bind('named[]')}
        label={m.shown}
        choices={[{ value: 'yes', label: m.named, hint: m.namedHint }]}
        optional
      />
      <SelectField
        {...bind('language')}
        label={m.language}
        choices={locales.map(language => ({ value: language, label: nameOfLocale[language] }))}
        noEmpty
      />
    </section>
  )
}

/** What stands already in the first language of the seminar, when they write in another one. */
function hintOf({ said, languages }: OwnPanel, field: 'role' | 'about', wordsIn: Locale | undefined, locale: Locale) {
  const [first] = languages
  const text = first === undefined || first === wordsIn ? undefined : said[field][first]
  return first !== undefined && text !== undefined
    ? panelOwn[locale].data.now(languageName(locale, first), text)
    : undefined
}
