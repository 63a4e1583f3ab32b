import { editing } from '#convene/messages/editing.ts'
import type { Visit } from '#ground/house.ts'
import { Note } from '#ground/web/parts/text.tsx'
import { may } from '#ground/web/visit.ts'
import type { PartName } from '../rules/parts.ts'
import { deskOf, type EditedSeminar } from './office.ts'

type NotesProps = { visit: Visit; seminar: EditedSeminar; part: PartName }

/** What deserves to be known before a part is changed, and where the neighbouring things are. */
export function NotesOn({ visit, seminar, part }: NotesProps) {
  const words = editing[visit.locale].notes
  const desk = deskOf(visit, seminar.slug)
  const people = may(visit, 'people', seminar.id)
  if (part === 'when-and-where' && seminar.visibility === 2)
    return (
      <Note tone="warning" title={words.movingTitle}>
        <p>
          {words.moving} <a href={`${desk}/life`}>{words.life}</a>
        </p>
      </Note>
    )
  if (part === 'texts' && seminar.file.languages.length > 1)
    return (
      <p class="small">
        <a href={`/${visit.locale}/desk/texts?space=${seminar.id}`}>{words.compare}</a>
      </p>
    )
  if (part === 'registration' && people)
    return (
      <p class="small">
        <a href={`${desk}/places`}>{words.places(seminar.file.registration.capacity)}</a>
        {' · '}
        <a href={`${desk}/retention`}>{words.retention}</a>
      </p>
    )
  return null
}
