import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import type { FieldErrors } from '#ground/web/form.ts'
import { bindFields, CheckboxesField, SelectField } from '#ground/web/parts/form.tsx'
import { journalWords } from '../../messages/journal.ts'
import { aboutTyped, groupsOf, labelOf } from '../../pages/about-field.tsx'
import { choicesIn, type Fields } from '../../rules/typed.ts'
import { type AboutNamed, aboutValue } from '../../store/about.ts'
import { type Participant, participantValue, readParticipant, sides } from '../rules/kinds.ts'

/** Whoever is ticked in a PeopleField, and whoever was chosen from its list with a side. */
export function peopleTyped(typed: Fields): Participant[] {
  const ticked = choicesIn(typed.participants).map(readParticipant)
  const [table, id] = (typed['person-more'] ?? '').split(':')
  const more = readParticipant(`${table}:${id}:${typed['person-side'] ?? 'partner'}`)
  const all = [...ticked, more].filter(one => one !== null)
  return [...new Map(all.map(one => [participantValue(one), one])).values()]
}

/** What an entry is about and who took part, with the fields as they come back and are compared: chosen, and nothing left to add. */
export function linksTyped(raw: Fields) {
  const people = peopleTyped(raw)
  const about = aboutTyped(raw)
  const typed: Fields = {
    ...raw,
    participants: people.map(participantValue).sort().join(' '),
    about: about.map(aboutValue).sort().join(' '),
    'about-more': '',
    'about-more-2': '',
    'person-more': '',
  }
  return { people, about, typed }
}

type PeopleProps = {
  visit: Visit
  typed: Fields
  errors: FieldErrors
  choices: readonly AboutNamed[]
  /** Those that are proposed though nobody has ticked them, with their sides. */
  near?: readonly Participant[]
}

/** Who was there: those who are known to have been, to untick, and one more with their side. */
export function PeopleField({ visit, typed, errors, choices, near = [] }: PeopleProps) {
  const { locale } = visit
  const m = journalWords[locale]
  const field = bindFields(parts[locale], typed, errors)
  const names = new Map(choices.map(choice => [aboutValue(choice), labelOf(locale, choice)]))
  const chosen = peopleTyped(typed).map(participantValue)
  const there = [...new Map([...peopleTyped(typed), ...near].map(one => [participantValue(one), one])).values()]
  const parties = choices.filter(choice => choice.table === 'contact' || choice.table === 'organisation')
  return (
    <div class="stack" id="field-participants">
      {there.length > 0 ? (
        <CheckboxesField
          {...field('participants[]')}
          error={errors.participants}
          label={m.edit.participants}
          values={chosen}
          choices={there.flatMap(one => {
            const name = names.get(aboutValue(one))
            return name === undefined
              ? []
              : [{ value: participantValue(one), label: m.edit.onSide(name, m.sides[one.side]) }]
          })}
          optional
        />
      ) : null}
      {parties.length > 0 ? (
        <>
          <SelectField
            {...field('person-more')}
            value=""
            error={there.length === 0 ? errors.participants : undefined}
            label={there.length === 0 ? m.edit.participants : m.edit.addPerson}
            groups={groupsOf(locale, parties)}
            optional
          />
          <SelectField
            {...field('person-side')}
            value={typed['person-side'] ?? 'partner'}
            label={m.edit.addSide}
            choices={sides.map(value => ({ value, label: m.sides[value] }))}
            noEmpty
          />
        </>
      ) : null}
    </div>
  )
}
