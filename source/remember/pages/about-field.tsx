import type { Visit } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import type { FieldErrors } from '#ground/web/form.ts'
import { bindFields, CheckboxesField, type ChoiceGroup, SelectField } from '#ground/web/parts/form.tsx'
import { Words } from '#ground/web/parts/text.tsx'
import { aboutWords } from '../messages/about.ts'
import { choicesIn, type Fields } from '../rules/typed.ts'
import {
  type AboutNamed,
  type AboutRef,
  type AboutTable,
  aboutTables,
  aboutValue,
  readAboutValue,
} from '../store/about.ts'
import { addressIn, type Memory } from './memory.ts'

/** Where a record of a kind is shown, within its memory. */
const folderOf: Readonly<Record<AboutTable, string>> = {
  relationship: '/relationships',
  agreement: '/agreements',
  activity: '/projects',
  organisation: '/actors',
  contact: '/contacts',
  post: '/posts',
  decision: '/decisions',
  interaction: '/journal',
  space: '',
}

/** The choices of an AboutField as references, those of its lists included; what is none is left out. */
export function aboutTyped(fields: Fields): AboutRef[] {
  const values = choicesIn([fields.about, fields['about-more'], fields['about-more-2']].filter(Boolean).join(' '))
  return values.map(readAboutValue).filter(ref => ref !== null)
}

/** What a form is about as it is kept: `table:id`, each once, in one order. */
export const tidyAbout = (fields: Fields): Fields => ({
  ...fields,
  about: [...new Set(aboutTyped(fields).map(aboutValue))].sort().join(' '),
  'about-more': '',
  'about-more-2': '',
})

/** How that reads. */
export const aboutInWords = (value: string, choices: readonly AboutNamed[]): string =>
  choicesIn(value)
    .map(one => choices.find(choice => aboutValue(choice) === one)?.name?.text ?? '–')
    .join(', ')

type AboutFieldProps = {
  locale: Locale
  typed: Fields
  errors: FieldErrors
  choices: readonly AboutNamed[]
  /** Those that are at hand though nobody has ticked them: what was used last. */
  near?: readonly AboutRef[]
  label?: string
  moreLabel?: string
  /** One list of the others, for a short form; two without it. */
  short?: boolean
}

/** What a record is about: what is chosen or at hand, to tick, and lists of all the rest. Fields `about[]`, `about-more`… */
export function AboutField(props: AboutFieldProps) {
  const { locale, typed, errors, choices, near = [], short = false } = props
  const m = aboutWords[locale]
  const field = bindFields(parts[locale], typed, errors)
  const chosen = aboutTyped(typed).map(aboutValue)
  const shown = new Set([...chosen, ...near.map(aboutValue)])
  const byValue = new Map(choices.map(choice => [aboutValue(choice), choice]))
  const ticked = [...shown].flatMap(value => {
    const choice = byValue.get(value)
    return choice
      ? [
          {
            value,
            label: labelOf(locale, choice),
            hint:
              choice.table === 'contact' || choice.table === 'relationship' ? undefined : kindIn(locale, choice.table),
          },
        ]
      : []
  })
  const rest = groupsOf(
    locale,
    choices.filter(choice => !shown.has(aboutValue(choice))),
  )
  const label = props.label ?? m.label
  return (
    <div class="stack" id="field-about">
      {ticked.length > 0 ? (
        <CheckboxesField
          {...field('about[]')}
          error={errors.about}
          label={label}
          choices={ticked}
          values={chosen}
          optional
        />
      ) : null}
      {rest.length > 0 || ticked.length === 0 ? (
        <SelectField
          {...field('about-more')}
          value=""
          error={ticked.length === 0 ? errors.about : undefined}
          label={ticked.length > 0 ? (props.moreLabel ?? m.more) : label}
          groups={rest}
          optional
        />
      ) : null}
      {rest.length > 0 && !short ? (
        <SelectField {...field('about-more-2')} value="" label={m.more} hint={m.moreHint} groups={rest} optional />
      ) : null}
    </div>
  )
}

const kindIn = (locale: Locale, table: AboutTable) =>
  aboutWords[locale].tables[table as keyof typeof aboutWords.en.tables]

/** What one of the choices is called, also when nobody knows its name any more. */
export const labelOf = (locale: Locale, choice: Pick<AboutNamed, 'name'>): string =>
  choice.name?.text ?? aboutWords[locale].nameless

/** Choices by kind, each kind under its name. */
export function groupsOf(locale: Locale, choices: readonly AboutNamed[], value = aboutValue): ChoiceGroup[] {
  return aboutTables.flatMap(table => {
    const those = choices.filter(choice => choice.table === table)
    return those.length === 0
      ? []
      : [
          {
            label: kindIn(locale, table),
            choices: those.map(one => ({ value: value(one), label: labelOf(locale, one) })),
          },
        ]
  })
}

/** Links to what a record is about, in a line that wraps, the sign between them never first in it; those whose names this reader may not read are left out. */
export function AboutLinks({
  visit,
  memory,
  refs,
}: {
  visit: Visit
  memory: Pick<Memory, 'slug' | 'knownOn'>
  refs: readonly AboutNamed[]
}) {
  const shown = refs.filter(ref => ref.name !== null || ref.table === 'interaction')
  return (
    <span class="about-links">
      {shown.map((ref, index) => (
        <>
          {index === 0 ? '' : '\u00a0· '}
          <a href={addressIn(visit, memory, ref.table === 'space' ? '' : `${folderOf[ref.table]}/${ref.id}`)}>
            {ref.name ? (
              <bdi>
                <Words locale={visit.locale} shown={ref.name} />
              </bdi>
            ) : (
              aboutWords[visit.locale].entry
            )}
          </a>
        </>
      ))}
    </span>
  )
}
