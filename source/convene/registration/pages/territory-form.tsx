import { z } from 'zod'
import { formWords } from '#convene/messages/form.ts'
import { registration } from '#convene/messages/registration.ts'
import { typedTerritoryWords } from '#convene/messages/typed-territories.ts'
import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { countryName, list } from '#ground/languages/format.ts'
import { locales, nameOfLocale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { spacesWords } from '#ground/languages/messages/people-spaces.ts'
import { check, type FieldErrors, type Typed, textOf } from '#ground/web/form.ts'
import { Button, Buttons, bindFields, Form, RadiosField, SelectField, TextField } from '#ground/web/parts/form.tsx'
import type { NewTerritory } from '../acts/add-territory.ts'
import { longest } from '../rules/answers.ts'
import { countryCodes } from '../rules/countries.ts'
import { foldName } from '../rules/fold.ts'
import { governments } from '../rules/governments.ts'
import { resembling, type Suggestion } from '../store/suggestions.ts'
import type { TypedTerritory } from '../store/typed-territories.ts'
import type { OfficeSeminar } from './desk.tsx'
import { countryGroups } from './form/organisation.tsx'

export type OneTerritory = {
  typed: TypedTerritory
  alike: readonly Suggestion[]
  /** Administrators add a territory that is not known. */
  mayAdd: boolean
}

type Shown = { typed: Typed; errors: FieldErrors; once: string; address: string }

/** Which territory a typed name means. */
export function territoryForm(
  visit: Visit,
  seminar: OfficeSeminar,
  { typed: row, alike, mayAdd }: OneTerritory,
  { typed, errors, once, address }: Shown,
) {
  const { locale } = visit
  const w = typedTerritoryWords[locale]
  const t = parts[locale]
  const field = bindFields(t, typed, errors)
  return (
    <div class="stack measure">
      {row.names.length > 1 ? <p dir="auto">{w.alsoWritten(list(locale, row.names.slice(1)))}</p> : null}
      <p>{w.stays}</p>
      <Form t={t} action={address} once={once} errors={errors} hidden={{ key: row.key }}>
        <RadiosField
          {...field('what')}
          label={w.what}
          choices={[
            ...alike.map(({ id, name, country }) => ({
              value: id,
              label: name,
              ...(country ? { hint: countryName(locale, country) } : {}),
            })),
            { value: 'other', label: w.other, hint: w.otherHint },
            ...(mayAdd ? [{ value: 'new', label: w.newOne, hint: w.newHint }] : []),
          ]}
        />
        <h2>{w.other}</h2>
        <search-suggestions
          source={`/${locale}/seminars/${seminar.slug}/territories`}
          id-field="otherId"
          list-label={formWords[locale].ask.suggestions}
        >
          <TextField {...field('other')} label={w.otherName} hint={w.otherNameHint} autocomplete="off" optional />
          <input type="hidden" name="otherId" value={textOf(typed, 'otherId')} />
        </search-suggestions>
        {mayAdd ? (
          <>
            <h2>{w.newTitle}</h2>
            <TextField {...field('name')} label={w.newName} autocomplete="off" optional />
            <SelectField
              {...field('language')}
              label={w.language}
              choices={locales.map(value => ({ value, label: nameOfLocale[value] }))}
              optional
            />
            <SelectField
              {...field('country')}
              label={w.country}
              groups={countryGroups(locale, registration[locale])}
              optional
            />
            <SelectField
              {...field('government')}
              label={w.government}
              choices={governments.map(value => ({ value, label: spacesWords[locale].governments[value] }))}
              optional
            />
          </>
        ) : (
          <>
            <h2>{w.askTitle}</h2>
            <p>{w.ask}</p>
          </>
        )}
        <Buttons>
          <Button>{w.save}</Button>
          <a href={address}>{t.form.cancel}</a>
        </Buttons>
      </Form>
    </div>
  )
}

const newSchema = z.object({
  name: z.string().trim().min(1, 'name').max(longest.organisation, 'nameTooLong'),
  language: z.enum(locales, { error: 'language' }),
  country: z.string().refine(code => countryCodes.has(code), 'country'),
  government: z.enum(governments, { error: 'government' }),
})

/** What the form says: the id of a known territory, or what a new one is. */
export async function readMeant(
  visit: Visit,
  seminar: OfficeSeminar,
  { alike, mayAdd }: OneTerritory,
  typed: Typed,
): Promise<{ known: string } | { added: NewTerritory } | { errors: Record<string, string> }> {
  const what = textOf(typed, 'what')
  if (what === 'new' && mayAdd) {
    const checked = check(newSchema, { name: '', language: '', country: '', government: '', ...typed })
    return checked.ok ? { added: checked.value } : { errors: { ...checked.errors } }
  }
  if (what === 'other') {
    const name = textOf(typed, 'other')
    const found = await as(visit.house.db, visit.actor, tx =>
      resembling(tx, 'territory', seminar.id, name, { locale: visit.locale, most: 12 }),
    )
    const exact = found.filter(({ names }) => names.some(known => foldName(known) === foldName(name)))
    const chosen =
      exact.find(({ id }) => id === textOf(typed, 'otherId')) ?? (exact.length === 1 ? exact[0] : undefined)
    return chosen ? { known: chosen.id } : { errors: { other: 'other' } }
  }
  return alike.some(({ id }) => id === what) ? { known: what } : { errors: { what: 'what' } }
}
