import type { Visibility } from '#ground/database/tables.ts'
import { languageName } from '#ground/languages/format.ts'
import { type Locale, locales, nameOfLocale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import type { FieldErrors, Typed } from '#ground/web/form.ts'
import { hintsAsOne } from '#ground/web/parts/field.tsx'
import {
  bindFields,
  type FieldProps,
  RadiosField,
  SelectField,
  TextareaField,
  TextField,
} from '#ground/web/parts/form.tsx'
import { edtfInWords } from '../acts/edtf-in-words.ts'
import { fieldsWords } from '../messages/fields.ts'
import { memoryWords } from '../messages/memory.ts'
import { readEdtf } from '../rules/edtf.ts'
import type { Named } from '../store/choices.ts'

// The fields that the forms of the memory share. `field('name')` is what `bindFields` gives.

type Bound = Omit<FieldProps, 'label'> & { label: string; locale: Locale }

/** A date or a period as imprecise as it is known. EDTF is shown in words, where these are read again as the same. */
export function DuringField({ locale, ...props }: Bound) {
  const said = edtfInWords(locale, props.value ?? '')
  const value = readEdtf(said) === props.value ? said : props.value
  return <TextField {...props} value={value} hint={props.hint ?? fieldsWords[locale].duringHint} maxLength={120} />
}

const circles = ['0', '1', '2'] as const

/**
 * Who sees a record: internal, network or public, each told in words.
 *
 * @param isThere it is written already: whoever will see it sees what it said before, too (decision 0018), and is told so here
 */
export function CircleField(props: Omit<Bound, 'label'> & { label?: string; isThere: boolean }) {
  const { locale, isThere, ...field } = props
  const words = fieldsWords[locale]
  return (
    <RadiosField
      {...field}
      {...(isThere ? { hint: words.circlePast } : {})}
      label={props.label ?? words.circle}
      choices={circles.map(value => ({
        value,
        label: memoryWords[locale].circles[value],
        hint: words.circleHints[value],
      }))}
    />
  )
}

/**
 * Who sees a part of a record at most: `2` is whoever sees the whole.
 *
 * @param addedTo of a new part, who sees the whole: where others do, it begins inside all the same, and says so
 */
export function AtMostField(props: Omit<Bound, 'label'> & { label?: string; addedTo?: Visibility | null }) {
  const { locale, addedTo = null, ...field } = props
  const words = fieldsWords[locale]
  const beginsInside = addedTo !== null && addedTo > 0
  return (
    <SelectField
      {...field}
      {...(beginsInside ? { hint: words.beginsInside } : {})}
      value={props.value ?? (beginsInside ? '0' : '2')}
      label={props.label ?? words.atMost}
      choices={[
        { value: '2', label: words.atMostAsWhole },
        { value: '1', label: memoryWords[locale].circles[1] },
        { value: '0', label: memoryWords[locale].circles[0] },
      ]}
      noEmpty
    />
  )
}

export type WordsField = {
  field: string
  label: string
  hint?: string
  optional?: boolean
  /** Several lines; one without it. */
  rows?: number
  most?: number
}

/**
 * Texts in the language in which they are written and, folded, in the others: fields `name-fr`, `name-es`…, and `source`.
 *
 * @param source the language in which they were first written; null asks for it
 */
export function WordsFields(props: {
  locale: Locale
  typed: Typed
  errors: FieldErrors
  texts: readonly WordsField[]
  source: Locale | null
}) {
  const { locale, typed, errors, texts } = props
  const t = parts[locale]
  const words = fieldsWords[locale]
  const field = bindFields(t, typed, errors)
  const source = props.source ?? locales.find(known => known === typed.source) ?? locale
  const others = locales.filter(one => one !== source)
  const open = others.some(one => texts.some(text => errors[`${text.field}-${one}`]))
  return (
    <>
      {props.source ? (
        <>
          <p class="small">{words.sourceFixed(languageName(locale, props.source))}</p>
          <input type="hidden" name="source" value={props.source} />
        </>
      ) : (
        <SelectField
          {...field('source')}
          value={source}
          label={words.source}
          choices={locales.map(value => ({ value, label: nameOfLocale[value] }))}
          noEmpty
        />
      )}
      {/* Without a script the language may be changed while the fields stay: each says in which language it is. */}
      {texts.map(text => (
        <OneText {...field(`${text.field}-${source}`)} text={text} label={labelled(locale, text, source)} />
      ))}
      <details class="optional" open={open}>
        <summary>{words.translations}</summary>
        <div class="stack">
          {others.map(one =>
            texts.map(text => (
              <OneText
                {...field(`${text.field}-${one}`)}
                text={{ ...text, optional: true }}
                label={labelled(locale, text, one)}
              />
            )),
          )}
        </div>
      </details>
    </>
  )
}

const labelled = (locale: Locale, text: WordsField, language: Locale) =>
  fieldsWords[locale].inLanguage(text.label, languageName(locale, language))

function OneText({ text, ...props }: FieldProps & { text: WordsField }) {
  const shared = { ...props, optional: text.optional, ...(text.hint ? { hint: text.hint } : {}) }
  return text.rows ? (
    <TextareaField {...shared} rows={text.rows} {...(text.most ? { most: text.most } : {})} />
  ) : (
    <TextField {...shared} />
  )
}

// ISO 639-1: the languages of the interface first, then those that partners of local governments often write in.
const otherLanguages = (
  'ar ay bg bs ca cs cy da de el et eu fa fi ga gl gn ha he hi hr ht hu hy id is it ja ka ko ln lt lv mg mk mt nl no pl qu ' +
  'ro ru rw sk sl sq sr sv sw tr uk ur vi wo zh'
).split(' ')

/** The one language of a text that has only one: a note, a line of the journal, a document. */
export function LanguageField({ locale, ...props }: Omit<Bound, 'label'> & { label?: string }) {
  const words = fieldsWords[locale]
  const named = otherLanguages
    .map(value => ({ value, label: languageName(locale, value) }))
    .sort((a, b) => a.label.localeCompare(b.label, locale))
  return (
    <SelectField
      {...props}
      value={props.value ?? locale}
      label={props.label ?? words.language}
      groups={[
        { label: words.language, choices: locales.map(value => ({ value, label: languageName(locale, value) })) },
        { label: words.otherLanguages, choices: named },
      ]}
      noEmpty
    />
  )
}

/** One of the actors, or a new one by its name: fields `NAME` and `NAME-new`. */
export function OrganisationField(props: {
  locale: Locale
  typed: Typed
  errors: FieldErrors
  actors: readonly Named[]
  name?: string
  label?: string
  /** Said of the choice, or of the new name where there is nothing to choose from yet. */
  hint?: string
  optional?: boolean
}) {
  const { locale, typed, errors, name = 'organisation' } = props
  const words = fieldsWords[locale]
  const field = bindFields(parts[locale], typed, errors)
  const choosing = props.actors.length > 0 || errors[name] !== undefined
  return (
    <>
      {choosing ? (
        <SelectField
          {...field(name)}
          label={props.label ?? words.organisation}
          hint={hintsAsOne([words.organisationHint, props.hint])}
          choices={props.actors.map(actor => ({ value: actor.id, label: actor.name }))}
          optional={props.optional}
        />
      ) : null}
      <TextField
        {...field(`${name}-new`)}
        label={choosing ? words.organisationNew : (props.label ?? words.organisation)}
        hint={choosing ? undefined : props.hint}
        optional
      />
    </>
  )
}

/** One of the contacts, or nobody in particular. */
export function ContactField({
  locale,
  contacts,
  ...props
}: Omit<Bound, 'label'> & { label?: string; contacts: readonly Named[] }) {
  const words = fieldsWords[locale]
  return (
    <SelectField
      {...props}
      label={props.label ?? words.contact}
      choices={[
        ...(props.optional ? [{ value: '', label: words.nobody }] : []),
        ...contacts.map(contact => ({ value: contact.id, label: contact.name })),
      ]}
      noEmpty={props.optional === true}
    />
  )
}

/** One of the contacts, or somebody new by their name: fields `NAME` and `NAME-new`. */
export function PersonField(props: {
  locale: Locale
  typed: Typed
  errors: FieldErrors
  contacts: readonly Named[]
  label: string
  name?: string
}) {
  const { locale, typed, errors, contacts, label, name = 'contact' } = props
  const words = fieldsWords[locale]
  const field = bindFields(parts[locale], typed, errors)
  return (
    <>
      {contacts.length > 0 || errors[name] ? (
        <SelectField
          {...field(name)}
          label={label}
          hint={words.contactHint}
          choices={contacts.map(contact => ({ value: contact.id, label: contact.name }))}
        />
      ) : null}
      <TextField {...field(`${name}-new`)} label={words.contactNew} optional={contacts.length > 0} autocomplete="off" />
    </>
  )
}
