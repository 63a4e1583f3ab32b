import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { Button, Buttons, RadiosField } from '#ground/web/parts/form.tsx'
import { Note } from '#ground/web/parts/text.tsx'
import { circlesWords } from '../../messages/circles.ts'
import { fieldsWords } from '../../messages/fields.ts'
import { memoryWords } from '../../messages/memory.ts'
import { relationsWords } from '../../messages/relations.ts'
import { addressIn, type Memory } from '../../pages/memory.ts'
import { readWanted, wantedText } from '../rules/circles.ts'
import type { RelationshipLine } from '../store/relationships.ts'
import { Named } from './parts.tsx'

/** The form to which the tick boxes of the list belong. */
const chosen = 'chosen'

type Props = { visit: Visit; memory: Memory }

/** One of the list, with its box to tick. */
export function ChooseOne({ visit, memory, line }: Props & { line: RelationshipLine }) {
  const { locale } = visit
  const { nameless } = relationsWords[locale]
  return (
    <div class="choice">
      <input
        type="checkbox"
        form={chosen}
        name="id[]"
        value={line.id}
        aria-label={circlesWords[locale].chooseOne(line.name?.text ?? nameless)}
      />
      <a href={addressIn(visit, memory, `/relationships/${line.id}`)}>
        <Named locale={locale} name={line.name} otherwise={nameless} />
      </a>
    </div>
  )
}

/** Under the list: who may see those that are ticked. It asks for a page that tells what that changes, and changes nothing. */
export function ForThoseChosen({ visit, memory }: Props) {
  const { locale } = visit
  const words = circlesWords[locale]
  return (
    <form id={chosen} class="form measure" method="get" action={addressIn(visit, memory, '/relationships/circles')}>
      <RadiosField
        t={parts[locale]}
        name="visibility"
        label={words.several}
        hint={words.severalHint}
        choices={([0, 1, 2] as const).map(circle => ({
          value: String(circle),
          label: memoryWords[locale].circles[circle],
          hint: fieldsWords[locale].circleHints[circle],
        }))}
      />
      <Buttons>
        <Button kind="secondary">{words.look}</Button>
      </Buttons>
    </form>
  )
}

/** After several were changed: the way back, through the same page. */
export function UndoChosen({ visit, memory }: Props) {
  const was = visit.url.searchParams.getAll('was').flatMap(text => readWanted(text) ?? [])
  if (was.length === 0) return null
  const query = new URLSearchParams(was.map(one => ['to', wantedText(one)] as [string, string]))
  return (
    <Note>
      <p>
        <a href={addressIn(visit, memory, `/relationships/circles?${query}`)}>{circlesWords[visit.locale].undo}</a>
      </p>
    </Note>
  )
}
