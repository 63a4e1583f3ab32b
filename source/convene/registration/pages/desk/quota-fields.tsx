import { deskPlaces } from '#convene/messages/desk-places.ts'
import { registration } from '#convene/messages/registration.ts'
import type { Visit } from '#ground/house.ts'
import { type Locale, locales, nameOfLocale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { type FieldErrors, type Typed, textOf } from '#ground/web/form.ts'
import { bindFields, CheckboxesField, SelectField, TextField } from '#ground/web/parts/form.tsx'
import { categories } from '../../rules/answers.ts'
import { regions } from './list-parts.tsx'
import { fieldOf, isNew, nameField, valuesOf } from './places-fields.ts'
import { quotaTitle } from './places-labels.ts'

export type Territory = { id: string; name: string }

type Props = {
  visit: Visit
  quotaKey: string
  /** Of all quotas in the form. */
  keys: readonly string[]
  /** Where whoever has just added it goes on. */
  here: boolean
  typed: Typed
  errors: FieldErrors
  /** The language of the seminar's originals: the name is needed in it. */
  source: Locale
  territories: readonly Territory[]
}

/** One quota in the form of places: its name, how many places, whom it counts, and whether it goes. */
export function QuotaFields({ visit, quotaKey: key, keys, here, typed, errors, source, territories }: Props) {
  const { locale } = visit
  const t = parts[locale]
  const m = registration[locale]
  const words = deskPlaces[locale]
  const field = bindFields(t, typed, errors)
  const title = quotaTitle(locale, source, key, keys, name => textOf(typed, name))
  const others = locales.filter(language => language !== source)
  const name = (language: Locale) => (
    <TextField
      {...field(nameField(key, language))}
      label={words.nameIn(nameOfLocale[language])}
      maxLength={200}
      optional={language !== source}
    />
  )
  return (
    <section class="part">
      {here ? (
        <h2 dir="auto" tabindex={-1} autofocus>
          {title}
        </h2>
      ) : (
        <h2 dir="auto">{title}</h2>
      )}
      <input type="hidden" name="quota[]" value={key} />
      <TextField {...field(fieldOf(key, 'capacity'))} label={words.capacity} inputMode="numeric" short />
      {name(source)}
      <details class="optional" open={others.some(language => errors[nameField(key, language)] !== undefined)}>
        <summary>{words.otherNames}</summary>
        <div class="inside">{others.map(name)}</div>
      </details>
      <CheckboxesField
        {...field(fieldOf(key, 'categories[]'))}
        values={valuesOf(typed, fieldOf(key, 'categories'))}
        label={words.countsCategories}
        hint={words.countsHint}
        choices={categories.map(value => ({ value, label: m.categories[value] }))}
        optional
      />
      <CheckboxesField
        {...field(fieldOf(key, 'regions[]'))}
        values={valuesOf(typed, fieldOf(key, 'regions'))}
        label={words.countsRegions}
        choices={regions.map(value => ({ value, label: m.regions[value] }))}
        optional
      />
      {territories.length > 0 ? (
        <SelectField
          {...field(fieldOf(key, 'territory'))}
          label={words.countsTerritory}
          choices={territories.map(({ id, name }) => ({ value: id, label: name }))}
          optional
        />
      ) : null}
      {isNew(key) && textOf(typed, fieldOf(key, 'remove')) !== 'yes' ? null : (
        <CheckboxesField
          {...field(fieldOf(key, 'remove'))}
          values={[textOf(typed, fieldOf(key, 'remove'))]}
          label={words.removeQuota}
          choices={[{ value: 'yes', label: words.remove, hint: words.removeHint }]}
          optional
        />
      )}
    </section>
  )
}
