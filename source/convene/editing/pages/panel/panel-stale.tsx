import { editingProgramme } from '#convene/messages/editing-programme.ts'
import { partNamed } from '#convene/programme/acts/part-named.ts'
import { versionOf } from '#convene/seminar/acts/change-seminar.ts'
import { type FileSlot, regions } from '#convene/seminar/rules/programme-file.ts'
import type { Visit } from '#ground/house.ts'
import { list as listed } from '#ground/languages/format.ts'
import { page } from '#ground/web/answer.ts'
import type { Typed } from '#ground/web/form.ts'
import { layout } from '#ground/web/layout.tsx'
import { LinkButton } from '#ground/web/parts/form.tsx'
import { Note, PageHead } from '#ground/web/parts/text.tsx'
import { textOf } from '../../rules/fields.ts'
import { type SeatPart, seatField, seatParts, shapeOfPanel, typedOfSeats } from '../../rules/panel-form.ts'
import { rowKeys } from '../../rules/row-form.ts'
import { inReadersWords } from '../item-words.ts'
import { type EditedSeminar, editOf, trail } from '../office.ts'
import { staleForm } from '../stale.tsx'
import { programmeSteps } from '../uses.tsx'
import { seatChoices } from './panel-page.tsx'

/** Somebody saved the panel meanwhile, or somebody who was asked has answered: each seat that differs, both ways. */
export function stalePanel(visit: Visit, seminar: EditedSeminar, slot: FileSlot, typed: Typed, once: string) {
  const { locale } = visit
  const { file } = seminar
  const words = editingProgramme[locale].panel
  const now = typedOfSeats(slot.seats)
  const all = { ...typed, ...now }
  const rows = [...new Set([...rowKeys(now, 'seat'), ...rowKeys(typed, 'seat')])]
  const said = inWords(visit, seminar)
  const nameOf = (row: string) => {
    const region = regions.find(one => one === textOf(all, seatField(row, 'region')))
    const seat = words.seat(rows.indexOf(row) + 1)
    const who = said('person', textOf(all, seatField(row, 'person')))
    const where = region ? words.seatOf(rows.indexOf(row) + 1, editingProgramme[locale].regions[region]) : seat
    return who === '' ? where : `${where} (${who})`
  }
  return staleForm(visit, seminar, {
    title: words.titleOf(partNamed(slot.part, inReadersWords(slot.title, locale, file.source), locale)),
    within: '',
    fields: [],
    languages: [],
    theirs: now,
    yours: typed,
    shape: shapeOfPanel,
    version: versionOf(slot.seats),
    once,
    action: `${editOf(visit, seminar.slug)}/slots/${slot.key}/panel`,
    more: [
      {
        name: 'seat',
        label: words.order,
        shown: (value: string) => listed(locale, value.split(' ').filter(Boolean).map(nameOf)),
      },
      ...rows.flatMap(row =>
        seatParts.map(part => ({
          name: seatField(row, part),
          label: words.field(nameOf(row), words[part]),
          shown: (value: string) => said(part, value),
        })),
      ),
    ],
  })
}

/** A value of a seat as people read it. */
function inWords({ locale }: Visit, { file }: EditedSeminar) {
  const choices = seatChoices(file, locale)
  return (part: SeatPart, value: string): string =>
    choices[part].find((one: { value: string }) => one.value === value)?.label ?? value
}

/** The slot is gone: what was typed about its panel, to be read and taken elsewhere. */
export function slotGone(visit: Visit, seminar: EditedSeminar, typed: Typed) {
  const words = editingProgramme[visit.locale].panel
  const said = inWords(visit, seminar)
  const at = `${editOf(visit, seminar.slug)}/programme`
  return page(
    visit,
    layout(
      visit,
      {
        title: `${words.title} – ${seminar.title}`,
        office: true,
        failed: true,
        breadcrumb: trail(visit, seminar, programmeSteps(visit, seminar.slug), words.title),
      },
      <div class="stack measure">
        <PageHead kicker={seminar.title} title={words.title} />
        <div role="alert">
          <Note tone="warning">
            <p>{words.slotGone}</p>
          </Note>
        </div>
        <ol>
          {rowKeys(typed, 'seat').map(row => (
            <li dir="auto">
              {seatParts
                .map(part => said(part, textOf(typed, seatField(row, part))))
                .filter(Boolean)
                .join(' · ')}
            </li>
          ))}
        </ol>
        <p>
          <LinkButton href={at}>{words.toProgramme}</LinkButton>
        </p>
      </div>,
    ),
    409,
  )
}
