import { editing } from '#convene/messages/editing.ts'
import { editingProgramme } from '#convene/messages/editing-programme.ts'
import { changeSeminar, versionOf } from '#convene/seminar/acts/change-seminar.ts'
import type { PathProblem } from '#convene/seminar/rules/problems.ts'
import type { FileSlot } from '#convene/seminar/rules/programme-file.ts'
import type { Visit } from '#ground/house.ts'
import { list as listed } from '#ground/languages/format.ts'
import { redirect } from '#ground/web/answer.ts'
import { type FieldErrors, readForm, type Typed } from '#ground/web/form.ts'
import { notFound } from '#ground/web/refusal.ts'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { textOf } from '../../rules/fields.ts'
import {
  leavingSeats,
  type SeatsTyped,
  seatField,
  seatParts,
  seatProblems,
  seatsFrom,
  shapeOfPanel,
  shownOfPanel,
  typedOfSeats,
  withOneMoreSeat,
  withSeats,
  withThreeAndThree,
} from '../../rules/panel-form.ts'
import { withoutRow, withRowMoved } from '../../rules/row-form.ts'
import { elsewhere, sentence } from '../errors-in-words.ts'
import { beginningWith, besideOthers, type Sent, withKept } from '../joined.ts'
import { addressOf, placeIn } from '../leaving.tsx'
import { type EditedSeminar, editOf, seminarToEdit } from '../office.ts'
import { nameOfPerson, nameOfSeat } from '../uses.tsx'
import { panelPage } from './panel-page.tsx'
import { slotGone, stalePanel } from './panel-stale.tsx'

const slotOf = ({ file }: EditedSeminar, key: string) => file.programme.slots.find(slot => slot.key === key)

/** GET /:l/desk/seminars/:slug/edit/slots/:item/panel: the seats of a slot. */
export async function showPanel(visit: Visit): Promise<Response> {
  const seminar = await seminarToEdit(visit)
  const slot = slotOf(seminar, visit.param('item'))
  if (!slot) throw notFound()
  const version = versionOf(slot.seats)
  const typed = beginningWith(typedOfSeats(slot.seats), shapeOfPanel)
  return panelPage(visit, seminar, slot, { typed, version, once: null })
}

/** POST of the same: saves all seats; `_next` brings the form back with seats added, moved or taken out. */
export async function sendPanel(visit: Visit): Promise<Response> {
  const key = visit.param('item')
  const seminar = await seminarToEdit(visit)
  const sent = await readForm(visit.request)
  const led = await alreadySent(visit.house, sent.once)
  if (led) return redirect(visit, led)
  const slot = slotOf(seminar, key)
  if (!slot) {
    // Whoever never saw this slot gets what an unknown address gets.
    if (sent.version === null) throw notFound()
    return slotGone(visit, seminar, sent.typed)
  }
  const next = afterButton(sent.typed)
  if (next) return panelPage(visit, seminar, slot, { typed: next, version: sent.version, once: sent.once })
  const place = placeIn(sent.typed)
  const to = place ? addressOf(visit, seminar, place, key) : undefined
  return savePanel(visit, seminar, slot, { ...sent, to })
}

async function savePanel(visit: Visit, seminar: EditedSeminar, slot: FileSlot, given: Sent): Promise<Response> {
  const { house, locale } = visit
  const { key } = slot
  const sent = await besideOthers(visit, seminar.file, given, {
    shown: file => typedOfSeats(shownOfPanel(key)(file) ?? []),
    version: file => versionOf(shownOfPanel(key)(file)),
    shape: shapeOfPanel,
  })
  if (sent instanceof Response) return sent
  const { typed, version, once } = sent
  const again = (changed: Typed, errors: FieldErrors = {}) =>
    panelPage(visit, seminar, slot, { typed: changed, errors, version, once })
  const wrong = wrongBefore(seminar, slot, typed, locale)
  // What somebody else saved meanwhile comes first: it may be what makes it wrong.
  if (wrong && versionOf(slot.seats) === version) return again(typed, wrong)
  const location = sent.to ?? `${editOf(visit, seminar.slug)}/slots/${key}/panel`
  let place = -1
  let said: SeatsTyped = { seats: [], rows: [], reopened: [] }
  const done = await changeSeminar(
    house,
    visit.actor,
    seminar.slug,
    version ?? '',
    file => {
      place = file.programme.slots.findIndex(one => one.key === key)
      said = seatsFrom(typed, shownOfPanel(key)(file) ?? [])
      return withSeats(file, key, said.seats)
    },
    { part: shownOfPanel(key), sent: { once, location } },
  )
  switch (done.outcome) {
    case 'stale': {
      // Pressed twice at once: the other one of the same form has saved it.
      const quicker = await alreadySent(house, once)
      if (quicker) return redirect(visit, quicker)
      const now = done.now.programme.slots.find(one => one.key === key)
      const current = { ...seminar, file: done.now }
      if (!now) return slotGone(visit, current, typed)
      // Saved a moment ago: beside that it may be saved at once.
      if (versionOf(slot.seats) === version) return savePanel(visit, current, now, sent)
      return stalePanel(visit, current, now, typed, once ?? newOnceKey(house.keys))
    }
    case 'invalid':
      return again(typed, panelInWords(done.problems, place, said, seminar, locale))
    case 'changed': {
      if (done.changes.length === 0 && sent.to !== undefined) return redirect(visit, location)
      const words = editing[locale]
      const open = said.seats.filter((_, index) => said.reopened.includes(said.rows[index] ?? ''))
      const names = listed(
        locale,
        open.map(seat => nameOfSeat(seminar.file, seat, locale)),
      )
      const plain = done.changes.length === 0 ? words.nothingChanged : words.saved
      const text = open.length > 0 ? editingProgramme[locale].panel.reopened(names) : plain
      return redirect(visit, location, { tone: 'done', text: withKept(visit, sent, text) })
    }
  }
}

/** The form as a button of it leaves it; null for the one that saves. */
function afterButton(typed: Typed): Typed | null {
  const [what = '', key = ''] = textOf(typed, '_next').split(':')
  switch (what) {
    case 'add':
      return withOneMoreSeat(typed)
    case 'three':
      return withThreeAndThree(typed)
    case 'up':
      return withRowMoved(typed, 'seat', key, -1)
    case 'down':
      return withRowMoved(typed, 'seat', key, 1)
    case 'remove':
      return withoutRow(typed, 'seat', key)
    case 'edit':
      return typed
    default:
      return null
  }
}

/** What a file cannot say, and so cannot be checked in it. */
function wrongBefore({ file }: EditedSeminar, slot: FileSlot, typed: Typed, locale: Visit['locale']) {
  const { errors } = editingProgramme[locale].panel
  const given = seatsFrom(typed, slot.seats)
  const found: Record<string, string> = {}
  for (const { row, part, code } of seatProblems(given)) {
    const seat = given.seats[given.rows.indexOf(row)]
    found[seatField(row, part)] = code === 'twice' ? errors.twice(nameOfPerson(file, seat?.person) ?? '') : errors[code]
  }
  if (leavingSeats(typed, slot.seats).length > 0 && textOf(typed, 'leaving[]') !== 'yes')
    found['leaving[]'] = errors.leaving
  return Object.keys(found).length > 0 ? found : null
}

/** What the checks of the file refused, each at its seat; what is wrong with another part, at the top. */
function panelInWords(
  problems: readonly PathProblem[],
  place: number,
  { rows }: SeatsTyped,
  { file }: EditedSeminar,
  locale: Visit['locale'],
): FieldErrors {
  const words = editingProgramme[locale].panel
  const prefix = ['programme', 'slots', place, 'seats']
  const errors: Record<string, string> = {}
  for (const { path, expected } of problems) {
    const inside = prefix.every((step, at) => path[at] === step)
    const [index, step] = path.slice(prefix.length)
    const row = rows[Number(index)]
    const part = seatParts.find(one => one === step)
    if (inside && row !== undefined && part) errors[seatField(row, part)] ??= words.errors[part]
    else if (inside) errors._form ??= sentence(locale, expected, words.title, file.source)
    else errors._form ??= elsewhere(locale, path, expected, file.source)
  }
  return errors
}
