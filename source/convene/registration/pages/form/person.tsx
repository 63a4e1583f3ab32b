import type { Child } from 'hono/jsx'
import { formWords } from '#convene/messages/form.ts'
import { needs } from '#convene/messages/needs.ts'
import { registration } from '#convene/messages/registration.ts'
import { date, languageName } from '#ground/languages/format.ts'
import { type Locale, locales, nameOfLocale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { show } from '#ground/languages/text.ts'
import type { FieldErrors, Typed } from '#ground/web/form.ts'
import {
  bindFields,
  CheckboxesField,
  ConsentField,
  EmailField,
  RadiosField,
  SelectField,
  TextareaField,
  TextField,
} from '#ground/web/parts/form.tsx'
import { accessibilityNeeds, categories, diets, longest } from '../../rules/answers.ts'
import type { WordedQuestion } from '../../store/questions.ts'
import type { Consent } from '../../store/seminar.ts'
import { consentField } from './fields.ts'
import { QuestionFields } from './questions.tsx'
import { fieldWords, type Voice } from './voice.ts'

export type PersonFieldsProps = {
  locale: Locale
  /** Put before the name of each field: `p2-` for the second person of a form. */
  prefix: string
  voice: Voice
  typed: Typed
  errors: FieldErrors
  questions: readonly WordedQuestion[]
  /** Of the seminar; a person may understand others, which the form does not need to know. */
  languages: readonly string[]
  /** Categories whose requests are examined first. */
  examined: readonly string[]
  /** The day on which needs are erased. */
  needsErasedOn: Temporal.PlainDate
  /** False where the person of the form is surely not whoever reads it. */
  mayBeReader?: boolean
  /** What stands between the address and the category: the trap of the first person. */
  children?: Child
}

/** What is asked of one person: who they are, in which capacity they come, and, folded away, what they may add. */
export function PersonFields(props: PersonFieldsProps) {
  const { locale, prefix, voice, typed, errors } = props
  const m = registration[locale]
  const w = fieldWords(voice, locale)
  const bind = bindFields(parts[locale], typed, errors)
  const field = (name: string) => bind(prefix + name)
  // Only the first person of a form may be the one whom the browser knows, and not when somebody else corrects it.
  const known = (token: string) => (prefix === '' && props.mayBeReader !== false ? token : 'off')
  return (
    <>
      <TextField
        {...field('givenName')}
        label={m.form.givenName}
        hint={m.form.nameHint}
        autocomplete={known('given-name')}
      />
      <TextField {...field('familyName')} label={m.form.familyName} autocomplete={known('family-name')} />
      <EmailField {...field('email')} label={m.form.email} hint={w.emailHint} autocomplete={known('email')} />
      {props.children}
      <RadiosField
        {...field('category')}
        label={w.category}
        choices={categories.map(value => ({
          value,
          label: m.categories[value],
          ...(props.examined.includes(value) ? { hint: formWords[locale].person.examined } : {}),
        }))}
      />
      <SelectField
        {...field('language')}
        label={w.language}
        choices={locales.map(value => ({ value, label: nameOfLocale[value] }))}
      />
      <MoreFields {...props} />
    </>
  )
}

/** What nobody has to answer, folded away until it is wanted; questions that must be answered stand open. */
function MoreFields(props: PersonFieldsProps) {
  const { locale, prefix, voice, typed, errors, questions } = props
  const w = formWords[locale].person
  const said = fieldWords(voice, locale)
  const bind = bindFields(parts[locale], typed, errors)
  const field = (name: string) => bind(prefix + name)
  const asked = <QuestionFields {...{ questions, prefix, voice, locale, typed, errors }} />
  const folded = (title: string, names: readonly string[], children: Child) => (
    <Folded
      title={title}
      locale={locale}
      open={names.some(name => errors[prefix + name] !== undefined || isFilled(typed[prefix + name]))}
    >
      {children}
    </Folded>
  )
  return (
    <>
      {questions.some(question => question.required)
        ? asked
        : questions.length > 0
          ? folded(
              w.questions,
              questions.flatMap(({ key }) => [`q-${key}`, `q-${key}[]`]),
              asked,
            )
          : null}
      {folded(
        w.more,
        ['role', 'languages[]'],
        <>
          <TextField {...field('role')} label={w.role} hint={said.roleHint} optional />
          <CheckboxesField
            {...field('languages[]')}
            label={said.languages}
            hint={w.languagesHint}
            optional
            choices={props.languages.map(value => ({ value, label: capital(languageName(locale, value), locale) }))}
          />
        </>,
      )}
      {folded(
        said.needs,
        ['accessibility[]', 'diet[]', 'note'],
        <NeedsFields {...{ locale, prefix, voice, typed, errors }} erasedOn={props.needsErasedOn} />,
      )}
    </>
  )
}

type NeedsFieldsProps = Pick<PersonFieldsProps, 'locale' | 'prefix' | 'voice' | 'typed' | 'errors'> & {
  erasedOn: Temporal.PlainDate
}

/** What somebody needs in order to take part, with who sees it and until when. */
export function NeedsFields({ locale, prefix, voice, typed, errors, erasedOn }: NeedsFieldsProps) {
  const w = fieldWords(voice, locale)
  const n = needs[locale]
  const bind = bindFields(parts[locale], typed, errors)
  const field = (name: string) => bind(prefix + name)
  return (
    <>
      <p class="small">{formWords[locale].person.needsSeen(date(locale, erasedOn))}</p>
      <CheckboxesField
        {...field('accessibility[]')}
        label={n.accessibility}
        optional
        choices={accessibilityNeeds.map(value => ({ value, label: n.accessibilityNeeds[value] }))}
      />
      <CheckboxesField
        {...field('diet[]')}
        label={n.diet}
        optional
        choices={diets.map(value => ({ value, label: n.diets[value] }))}
      />
      <TextareaField {...field('note')} label={w.note} hint={w.noteHint} optional rows={3} most={longest.need} />
    </>
  )
}

/** A part of the form that may be left closed; it opens by itself when something is in it, or is wrong in it. */
export function Folded(props: { title: string; locale: Locale; open: boolean; children?: Child }) {
  return (
    <details class="optional" open={props.open}>
      <summary>
        {props.title} <span class="word">({parts[props.locale].form.optional})</span>
      </summary>
      <div class="inside">{props.children}</div>
    </details>
  )
}

type ConsentFieldsProps = {
  locale: Locale
  prefix: string
  typed: Typed
  errors: FieldErrors
  consents: readonly Consent[]
  /** Whether somebody may be saying it for somebody else. */
  forOthers: boolean
}

/** What one person agrees to, each with its exact text. */
export function ConsentFields({ locale, prefix, typed, errors, consents, forOthers }: ConsentFieldsProps) {
  if (consents.length === 0) return null
  const field = bindFields(parts[locale], typed, errors)
  return (
    <>
      <h3>{registration[locale].form.consents}</h3>
      {forOthers ? <p>{formWords[locale].person.told}</p> : null}
      {consents.map(consent => {
        const text = show(consent.text, locale) ?? { text: consent.key, language: locale, stale: false }
        const { value, ...rest } = field(prefix + consentField(consent.key))
        return (
          <ConsentField
            {...rest}
            text={text}
            pageLanguage={locale}
            optional={!consent.required}
            checked={value === 'yes'}
          />
        )
      })}
    </>
  )
}

const isFilled = (value: string | readonly string[] | undefined) =>
  typeof value === 'string' ? value !== '' : (value ?? []).some(item => item !== '')

// In a list of their own languages' names begin as a sentence does: French, Spanish and Portuguese write them small.
const capital = (word: string, locale: Locale) => word.charAt(0).toLocaleUpperCase(locale) + word.slice(1)
