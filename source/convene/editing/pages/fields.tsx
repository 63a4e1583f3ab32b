import { editing } from '#convene/messages/editing.ts'
import { registration } from '#convene/messages/registration.ts'
import { countriesByRegion } from '#convene/registration/rules/countries.ts'
import { cityOfZone, countryName, languageName } from '#ground/languages/format.ts'
import { type Locale, nameOfLocale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import type { FieldErrors, Typed } from '#ground/web/form.ts'
import {
  Button,
  Buttons,
  bindFields,
  CheckboxesField,
  type Choice,
  DateField,
  EmailField,
  RadiosField,
  SelectField,
  TelephoneField,
  TextareaField,
  TextField,
} from '#ground/web/parts/form.tsx'
import { zoneGroups } from '#ground/web/parts/zone-groups.ts'
import { type Field, inLanguage, linesIn, nameOf, type Path, textOf, valuesOf } from '../rules/fields.ts'
import { keyOfField, type StateOfText, type TextStates } from '../rules/text-states.ts'
import { choicesFor, hintOf, labelOf, type Within } from './labels.ts'

export type FieldsProps = {
  locale: Locale
  within: Within
  fields: readonly Field[]
  typed: Typed
  errors: FieldErrors
  /** Of the seminar, the source first. */
  languages: readonly Locale[]
  /** How each text stands; left out where nothing is written yet. */
  states?: TextStates | undefined
  /** Where the texts of an item stand: `registration.questions.flight`. */
  keyOfItem?: string | undefined
  /** Of the seminar, by their keys. */
  organisations?: readonly Choice[] | undefined
  /** Said in the place of the usual hints, by the name of the field. */
  hints?: Readonly<Record<string, string>> | undefined
  /** Of the venue: its zone decides what hours mean, its country which zones come first. */
  venue: { zone: string; country: string }
}

/** The fields of a part of a seminar, each as it is typed best. */
export function FormFields(props: FieldsProps) {
  return (
    <>
      {props.fields.map(field => (
        <OneField {...props} field={field} />
      ))}
    </>
  )
}

type OneProps = FieldsProps & { field: Field }

function OneField(props: OneProps) {
  const { field, locale, within, typed, errors } = props
  const name = nameOf(field.path)
  const words = editing[locale].field
  const bind = bindFields(parts[locale], typed, errors)
  const shared = {
    label: labelOf(locale, within, field.path),
    hint: props.hints?.[name] ?? hintOf(locale, within, field.path),
    optional: field.optional,
  }
  switch (field.kind) {
    case 'words':
      return <Words {...props} path={field.path} {...shared} long={field.long ?? false} />
    case 'lines':
      return <Lines {...props} />
    case 'moment':
      return <Moment {...props} />
    case 'line':
      return <TextField {...bind(name)} {...shared} />
    case 'email':
      return <EmailField {...bind(name)} {...shared} autocomplete="off" />
    case 'telephone':
      return <TelephoneField {...bind(name)} {...shared} autocomplete="off" />
    case 'web':
      return <TextField {...bind(name)} {...shared} />
    case 'date':
      return <DateField {...bind(name)} {...shared} />
    case 'time':
      return <TextField {...bind(name)} {...shared} maxLength={8} short />
    case 'whole':
      return <TextField {...bind(name)} {...shared} inputMode="numeric" short />
    case 'several': {
      const values = valuesOf(typed, name)
      // What a file names and we do not propose stays among the boxes.
      const choices = choicesFor(locale, within, field, values)
      return <CheckboxesField {...bind(`${name}[]`)} {...shared} values={values} choices={choices} optional />
    }
    case 'yes':
      return (
        <RadiosField
          {...bind(name)}
          {...shared}
          choices={[
            { value: 'yes', label: words.yes },
            { value: 'no', label: words.no },
          ]}
        />
      )
    case 'one':
      return <OneOf {...props} name={name} shared={shared} />
  }
}

type Shared = { label: string; hint: string | undefined; optional: boolean | undefined }

function OneOf(props: OneProps & { name: string; shared: Shared }) {
  const { field, locale, within, typed, errors, name, shared, venue } = props
  if (field.kind !== 'one') return null
  const bound = bindFields(parts[locale], typed, errors)(name)
  switch (field.of) {
    case 'countries':
      return <SelectField {...bound} {...shared} groups={countryGroups(locale)} />
    case 'zones': {
      const country = textOf(typed, 'venue.country') || venue.country
      return <SelectField {...bound} {...shared} groups={zoneGroups(locale, country, bound.value)} />
    }
    case 'organisations':
      return <SelectField {...bound} {...shared} choices={props.organisations ?? []} />
    case 'choices':
      return <RadiosField {...bound} {...shared} choices={choicesFor(locale, within, field)} />
  }
}

const countryGroups = (locale: Locale) =>
  countriesByRegion.map(({ region, codes }) => ({
    label: registration[locale].regions[region],
    choices: codes
      .map(value => ({ value, label: countryName(locale, value) }))
      .toSorted((a, b) => a.label.localeCompare(b.label, locale)),
  }))

type WordsProps = OneProps & {
  path: Path
  label: string
  long: boolean
  hint?: string | undefined
  optional?: boolean | undefined
}

/** One text in the languages of the seminar, the original first, each with how it stands. */
function Words({ locale, typed, errors, languages, states, keyOfItem, path, label, hint, long, optional }: WordsProps) {
  const words = editing[locale].field
  const bind = bindFields(parts[locale], typed, errors)
  const [source] = languages
  if (languages.length === 1 && source) {
    const shared = { ...bind(inLanguage(path, source)), label, hint, optional }
    return long ? <TextareaField {...shared} rows={6} /> : <TextField {...shared} />
  }
  return (
    <fieldset class="versions">
      <legend>
        {label}
        {optional ? <span class="word"> ({parts[locale].form.optional})</span> : null}
      </legend>
      <div class="close">
        {hint ? <p class="small">{hint}</p> : null}
        <div class="sides">
          {languages.map(language => {
            const state = states?.(keyOfField(path, keyOfItem ?? ''), language)
            const shared = {
              ...bind(inLanguage(path, language)),
              label: nameOfLocale[language],
              hint: language === source ? words.source : stateInWords(locale, state, source),
              // What is missing in a language is shown in another: nothing but the original is asked for.
              optional: optional || language !== source,
            }
            // In half the width a title needs a second line to be read whole.
            return <TextareaField {...shared} rows={long ? 6 : 2} />
          })}
        </div>
      </div>
    </fieldset>
  )
}

/** How a translation stands, for whoever is about to change it. */
export function stateInWords(
  locale: Locale,
  state: StateOfText | undefined,
  source: Locale | undefined,
): string | undefined {
  const words = editing[locale].field
  switch (state) {
    case 'missing':
      return source ? words.missing(languageName(locale, source)) : undefined
    case 'stale':
      return words.stale
    case 'draft':
      return words.draft
    case 'machine':
      return words.machine
    case 'reviewed':
      return words.reviewed
    default:
      return undefined
  }
}

/** A list of texts, one more than there are, and a button for further ones. */
function Lines(props: OneProps) {
  const { field, locale, within, typed } = props
  const lines = linesIn(field.path, typed)
  const shown = lines.length === 0 ? [0] : lines
  const hint = hintOf(locale, within, field.path)
  return (
    <section class="part">
      <h2>{labelOf(locale, within, field.path)}</h2>
      {hint ? <p class="small">{hint}</p> : null}
      {shown.map(index => {
        const path = [...field.path, index]
        return <Words {...props} path={path} label={labelOf(locale, within, path)} long={false} optional />
      })}
      <Buttons>
        <Button kind="secondary" name="_next" value="add">
          {editing[locale].field.addLine}
        </Button>
      </Buttons>
    </section>
  )
}

function Moment({ field, locale, within, typed, errors, venue, hints }: OneProps) {
  if (field.kind !== 'moment') return null
  const words = editing[locale].field
  const name = nameOf(field.path)
  const label = labelOf(locale, within, field.path)
  const bind = bindFields(parts[locale], typed, errors)
  const city = cityOfZone(locale, venue.zone)
  const hint = field.whenNoTime === '00:00:00' ? words.timeOrMidnight(city) : words.timeOrEnd(city)
  return (
    <>
      <DateField
        {...bind(`${name}.day`)}
        label={label}
        hint={hints?.[name] ?? hintOf(locale, within, field.path)}
        optional={field.optional}
      />
      <TextField {...bind(`${name}.time`)} label={words.time(label)} hint={hint} maxLength={8} optional short />
    </>
  )
}
