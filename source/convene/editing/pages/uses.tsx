import { editing } from '#convene/messages/editing.ts'
import { editingProgramme } from '#convene/messages/editing-programme.ts'
import { partNamed } from '#convene/programme/acts/part-named.ts'
import type { FileSeat } from '#convene/seminar/rules/programme-file.ts'
import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import type { Visit } from '#ground/house.ts'
import { list as listed } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { usesOf } from '../rules/list-patches.ts'
import type { ListName } from '../rules/parts.ts'
import type { Part, Use } from '../rules/uses.ts'
import { inReadersWords } from './item-words.ts'
import { type EditedSeminar, editOf } from './office.ts'

type UsesProps = { visit: Visit; seminar: EditedSeminar; list: ListName; itemKey: string; quiet?: boolean }

/** The slots of the draft that name a room or a person, each a link; in a line of its own when there is none. */
export function Uses({ visit, seminar, list, itemKey, quiet }: UsesProps) {
  if (list !== 'rooms' && list !== 'people') return null
  const { locale } = visit
  const words = editingProgramme[locale].uses
  const uses = usesOf(seminar.file, list, itemKey)
  if (uses.length === 0) return quiet ? null : <p class="small">{list === 'rooms' ? words.noRoom : words.noPerson}</p>
  return (
    <section class="stack">
      <h2>{words.title}</h2>
      <ul>
        {uses.map(use => (
          <li>
            <a href={hrefOfUse(visit, seminar, use)} dir="auto">
              {useInWords(seminar.file, use, locale)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A seat is changed where the seats are. */
const hrefOfUse = (visit: Visit, seminar: EditedSeminar, { slot, parts }: Use) => {
  const at = `${editOf(visit, seminar.slug)}/slots/${slot.key}`
  return parts.length > 0 && parts.every(part => part.as === 'seat') ? `${at}/panel` : at
}

/** A slot and what somebody does there; the slot alone of a room. */
export function useInWords(file: SeminarFile, { slot, parts }: Use, locale: Locale): string {
  const words = editingProgramme[locale].uses
  const title = partNamed(slot.part, inReadersWords(slot.title, locale, file.source) || slot.key, locale)
  if (parts.length === 0) return title
  return words.slot(
    title,
    listed(
      locale,
      parts.map(part => partInWords(part, locale)),
    ),
  )
}

function partInWords(part: Part, locale: Locale): string {
  const { uses, states } = editingProgramme[locale]
  return part.as === 'seat' ? uses.seat(states[part.seat.state]) : uses[part.as]
}

/** The name of somebody of the file; null for nobody. */
export function nameOfPerson(file: SeminarFile, key: string | undefined): string | null {
  const person = file.people.find(one => one.key === key)
  return person ? `${person.givenName} ${person.familyName}` : null
}

export function nameOfOrganisation(file: SeminarFile, key: string | undefined, locale: Locale): string | null {
  const organisation = file.organisations.find(one => one.key === key)
  return organisation ? (organisation.short ?? inReadersWords(organisation.name, locale, file.source)) : null
}

/** Who sits on a seat, or the region for which it is kept. */
export function nameOfSeat(file: SeminarFile, seat: FileSeat, locale: Locale): string {
  const named = [nameOfPerson(file, seat.person), nameOfOrganisation(file, seat.organisation, locale)]
  const known = named.filter(name => name !== null)
  return known.length > 0 ? known.join(', ') : editingProgramme[locale].regions[seat.region]
}

/** The steps of the trail from the seminar to a page about its programme. */
export const programmeSteps = (visit: Visit, slug: string) => {
  const words = editing[visit.locale]
  const at = editOf(visit, slug)
  return [
    { label: words.title, href: at },
    { label: words.parts.programme, href: `${at}/programme` },
  ]
}
