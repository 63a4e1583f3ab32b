import { formWords } from '#convene/messages/form.ts'
import { type RegistrationMessages, registration } from '#convene/messages/registration.ts'
import { countryName } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { type FieldErrors, type Typed, textOf } from '#ground/web/form.ts'
import { bindFields, RadiosField, SelectField, TextField } from '#ground/web/parts/form.tsx'
import { countriesByRegion } from '../../rules/countries.ts'
import type { Suggestion, SuggestionKind } from '../../store/suggestions.ts'
import type { OpenForm } from './open.ts'
import { fieldWords, type Voice } from './voice.ts'

/** Names that what was typed resembles: the person says which one they mean. */
export type Asked = Partial<Record<SuggestionKind, readonly Suggestion[]>>

type Props = {
  opened: OpenForm
  locale: Locale
  typed: Typed
  errors: FieldErrors
  asked: Asked
  voice: Voice
}

/** The organisation, once for everybody in the form: its name by a forgiving search, its territory, its country. */
export function OrganisationFields({ opened, locale, typed, errors, asked, voice }: Props) {
  const m = registration[locale].form
  const w = formWords[locale]
  const t = parts[locale]
  const known = (token: string) => (voice === 'self' ? token : 'off')
  const field = bindFields(t, typed, errors)
  const at = `/${locale}/seminars/${opened.seminar.slug}`
  return (
    <>
      <search-suggestions
        source={`${at}/organisations`}
        id-field="organisationId"
        country-field="country"
        list-label={w.ask.suggestions}
      >
        <TextField
          {...field('organisation')}
          label={m.organisation}
          hint={w.organisation.hint}
          autocomplete={known('organization')}
        />
        <Meaning kind="organisation" locale={locale} typed={typed} errors={errors} asked={asked.organisation} />
      </search-suggestions>
      <search-suggestions source={`${at}/territories`} id-field="territoryId" list-label={w.ask.suggestions}>
        <TextField
          {...field('territory')}
          label={w.organisation.territory}
          hint={fieldWords(voice, locale).territoryHint}
          optional
        />
        <Meaning kind="territory" locale={locale} typed={typed} errors={errors} asked={asked.territory} />
      </search-suggestions>
      <SelectField
        {...field('country')}
        label={m.country}
        groups={countryGroups(locale, registration[locale])}
        autocomplete={known('country')}
      />
    </>
  )
}

type MeaningProps = {
  kind: SuggestionKind
  locale: Locale
  typed: Typed
  errors: FieldErrors
  asked: readonly Suggestion[] | undefined
}

/** The question which of several records is meant; once it is answered, or not asked, what is known of it travels along. */
function Meaning({ kind, locale, typed, errors, asked }: MeaningProps) {
  const w = formWords[locale].ask
  const t = parts[locale]
  const name = textOf(typed, kind)
  if (asked) {
    const none = { value: 'new', label: kind === 'organisation' ? w.isNew(name) : w.noTerritory }
    return (
      <div class="asked">
        <RadiosField
          {...bindFields(t, typed, errors)(`${kind}Means`)}
          label={kind === 'organisation' ? w.organisation(name) : w.territory(name)}
          choices={[...asked.map(suggestion => ({ value: suggestion.id, ...told(suggestion, locale) })), none]}
        />
        <input type="hidden" name={`${kind}Asked`} value={name} />
      </div>
    )
  }
  return (
    <>
      <input type="hidden" name={`${kind}Id`} value={textOf(typed, `${kind}Id`)} />
      {['Means', 'Asked'].map(part => {
        const value = textOf(typed, kind + part)
        return value === '' ? null : <input type="hidden" name={kind + part} value={value} />
      })}
    </>
  )
}

const told = ({ name, shortName, country }: Suggestion, locale: Locale) => {
  const hint = [shortName === name ? null : shortName, country && countryName(locale, country)]
    .filter(Boolean)
    .join(' · ')
  return { label: name, ...(hint ? { hint } : {}) }
}

const groups: Partial<Record<Locale, ReturnType<typeof makeGroups>>> = {}
export const countryGroups = (locale: Locale, m: RegistrationMessages) => (groups[locale] ??= makeGroups(locale, m))

function makeGroups(locale: Locale, m: RegistrationMessages) {
  const collator = new Intl.Collator(locale)
  return countriesByRegion.map(({ region, codes }) => ({
    label: m.regions[region],
    choices: codes
      .map(value => ({ value, label: countryName(locale, value) }))
      .sort((a, b) => collator.compare(a.label, b.label)),
  }))
}
