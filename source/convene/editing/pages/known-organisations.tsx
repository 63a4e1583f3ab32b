import { editing } from '#convene/messages/editing.ts'
import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import type { FieldErrors, Typed } from '#ground/web/form.ts'
import { bindFields, SelectField } from '#ground/web/parts/form.tsx'
import type { KnownOrganisation } from '../store/organisations.ts'
import { inReadersWords } from './item-words.ts'
import type { EditedSeminar } from './office.ts'

type Props = {
  visit: Visit
  seminar: EditedSeminar
  known: readonly KnownOrganisation[]
  typed: Typed
  errors: FieldErrors
  label?: string
  hint?: string
}

/** The organisations of the network that this seminar does not name yet; one is then not typed a second time. */
export function KnownOrganisations({ visit, seminar, known, typed, errors, label, hint }: Props) {
  const { locale } = visit
  const { file } = seminar
  const words = editing[locale].list
  const named = new Set(file.organisations.map(({ key }) => key))
  const choices = known
    .filter(({ key }) => !named.has(key))
    .map(({ key, name }) => ({ value: key, label: inReadersWords(name, locale, file.source) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale))
  if (choices.length === 0) return null
  return (
    <SelectField
      {...bindFields(parts[locale], typed, errors)('known')}
      label={label ?? words.known}
      hint={hint ?? words.knownHint}
      choices={choices}
      optional
    />
  )
}
