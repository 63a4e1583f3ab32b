import type { Child } from 'hono/jsx'
import { editingSlots } from '#convene/messages/editing-slots.ts'
import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import { languageName, list } from '#ground/languages/format.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { Buttons, bindFields, CheckboxesField, type Choice } from '#ground/web/parts/form.tsx'
import { valuesOf } from '../../rules/fields.ts'
import type { FieldsProps } from '../fields.tsx'
import { choicesFor, hintOf, labelOf } from '../labels.ts'
import { SaveThen } from '../leaving.tsx'
import { slotChoices } from './slot-words.ts'

type PeopleProps = Omit<FieldsProps, 'fields' | 'within'> & { file: SeminarFile }

/** Who moderates, speaks and coordinates, and the languages in the room when they are not those of the seminar. */
export function SlotPeople({ file, ...props }: PeopleProps) {
  const { locale } = props
  const m = editingSlots[locale]
  const { people, organisations } = slotChoices(file, locale)
  return (
    <>
      <section class="part">
        <h2>{m.sections.people}</h2>
        <p class="small">{people.length === 0 ? m.noPeople : m.peopleHint}</p>
        <p class="small">{organisations.length === 0 ? m.noOrganisations : m.organisationsHint}</p>
        <Buttons>
          <SaveThen locale={locale} to="people" label={m.toPeople} />
          <SaveThen locale={locale} to="organisations" label={m.toOrganisations} />
        </Buttons>
        <Several {...props} name="moderators" choices={organisations} />
        <Several {...props} name="moderatorPersons" choices={people} />
        <Several {...props} name="speakers" choices={people} />
        <Several {...props} name="coordination" choices={organisations} />
      </section>
      <SpokenLanguages {...props} file={file} />
    </>
  )
}

type SeveralProps = Pick<FieldsProps, 'locale' | 'typed' | 'errors'> & {
  name: string
  choices: readonly Choice[]
  hint?: string | undefined
}

/** Boxes for any number of choices; nothing when there is none to choose. */
function Several({ locale, typed, errors, name, choices, hint }: SeveralProps): Child {
  if (choices.length === 0) return null
  const path = name.split('.')
  return (
    <CheckboxesField
      {...bindFields(parts[locale], typed, errors)(`${name}[]`)}
      label={labelOf(locale, 'slots', path)}
      hint={hint ?? hintOf(locale, 'slots', path)}
      values={valuesOf(typed, name)}
      choices={choices}
      optional
    />
  )
}

function SpokenLanguages({ file, ...props }: PeopleProps) {
  const { locale, typed, errors } = props
  const m = editingSlots[locale]
  const sets = ['floor', 'interpretation'] as const
  const chosen = (set: (typeof sets)[number]) => valuesOf(typed, `spoken_languages.${set}`)
  const isOpen = sets.some(set => chosen(set).length > 0 || errors[`spoken_languages.${set}[]`] !== undefined)
  return (
    <details class="optional" open={isOpen}>
      <summary>{m.sections.languages}</summary>
      <div class="inside">
        {sets.map(set => {
          const path = ['spoken_languages', set]
          const ofSeminar = file.spoken_languages[set]
          const named = ofSeminar.map(language => languageName(locale, language))
          return (
            <Several
              {...props}
              name={path.join('.')}
              hint={named.length > 0 ? m.languagesHint(list(locale, named)) : m.languagesUnknown}
              choices={choicesFor(locale, '', { kind: 'several', path }, [...chosen(set), ...ofSeminar])}
            />
          )
        })}
      </div>
    </details>
  )
}
