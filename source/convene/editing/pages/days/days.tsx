import { editing } from '#convene/messages/editing.ts'
import { editingProgramme } from '#convene/messages/editing-programme.ts'
import { changeSeminar, versionOf } from '#convene/seminar/acts/change-seminar.ts'
import type { PathProblem } from '#convene/seminar/rules/problems.ts'
import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import type { Visit } from '#ground/house.ts'
import { list as listed } from '#ground/languages/format.ts'
import { redirect } from '#ground/web/answer.ts'
import { type FieldErrors, readForm, type Typed } from '#ground/web/form.ts'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import {
  countMoved,
  type DayTyped,
  dayField,
  dayParts,
  daysBeforeFirst,
  daysFrom,
  shapeOfDays,
  shownOfDays,
  slotsOn,
  standingDays,
  typedOfDays,
  withDaysOf,
} from '../../rules/days-form.ts'
import { textOf } from '../../rules/fields.ts'
import { isNewRow, rowKeys, withNewRows, withoutRow, withRows } from '../../rules/row-form.ts'
import { elsewhere, sentence } from '../errors-in-words.ts'
import { inReadersWords } from '../item-words.ts'
import { beginningWith, besideOthers, type Sent, withKept } from '../joined.ts'
import { editOf, seminarToEdit } from '../office.ts'
import { staleForm } from '../stale.tsx'
import { daysPage, labelOfDay, nameOfDay } from './days-page.tsx'

/** GET /:l/desk/seminars/:slug/edit/days: the days of the draft after the first, each with its announced hours. */
export async function showDays(visit: Visit): Promise<Response> {
  const seminar = await seminarToEdit(visit)
  const { file } = seminar
  const typed = beginningWith(typedOfDays(file), shapeOfDays)
  return daysPage(visit, seminar, { typed, version: versionOf(shownOfDays(file)), once: null })
}

/** POST of the same: saves all days; `_next` brings the form back with one more, with one less, or as it was sent. */
export async function sendDays(visit: Visit): Promise<Response> {
  const seminar = await seminarToEdit(visit)
  const sent = await readForm(visit.request)
  const led = await alreadySent(visit.house, sent.once)
  if (led) return redirect(visit, led)
  const { typed, version, once } = sent
  const next = textOf(typed, '_next')
  if (next === 'add' || next === 'edit') {
    const more = next === 'add' ? withNewRows(typed, 'day', [{ date: '', from: '', to: '' }]) : typed
    return daysPage(visit, seminar, { typed: more, version, once })
  }
  return saveDays(visit, seminar, next, sent)
}

async function saveDays(visit: Visit, seminar: Seminar, next: string, given: Sent): Promise<Response> {
  const { house, locale } = visit
  const { file } = seminar
  // A row that is taken out is not saved yet.
  const sent =
    next === ''
      ? await besideOthers(visit, file, given, {
          shown: typedOfDays,
          version: now => versionOf(shownOfDays(now)),
          shape: shapeOfDays,
        })
      : given
  if (sent instanceof Response) return sent
  const { typed, version, once } = sent
  const again = (changed: Typed, errors: FieldErrors = {}) =>
    daysPage(visit, seminar, { typed: changed, errors, version, once })
  const shown = next.startsWith('remove:') ? withoutRow(typed, 'day', next.slice('remove:'.length)) : typed
  const days = daysFrom(shown)
  // A day on which slots begin comes back, and says so.
  const standing = standingDays(file, days)
  if (standing.length > 0) return again(withStanding(shown, file, standing), standingErrors(visit, file, standing))
  if (shown !== typed) return again(shown)
  const before = daysBeforeFirst(file, days)
  if (before.length > 0) {
    const told = editingProgramme[locale].days.errors.beforeFirst
    return again(typed, Object.fromEntries(before.map(row => [dayField(row, 'date'), told])))
  }
  const location = `${editOf(visit, seminar.slug)}/days`
  // How many slots went along, in the file that was saved.
  let moved = 0
  let patched = file
  const done = await changeSeminar(
    house,
    visit.actor,
    seminar.slug,
    version ?? '',
    now => {
      moved = countMoved(now, days)
      patched = withDaysOf(now, days)
      return patched
    },
    { part: shownOfDays, sent: { once, location } },
  )
  switch (done.outcome) {
    case 'stale': {
      // Pressed twice at once: the other one of the same form has saved it.
      const quicker = await alreadySent(house, once)
      if (quicker) return redirect(visit, quicker)
      // Saved a moment ago: beside that it may be saved at once.
      if (versionOf(shownOfDays(file)) === version) return saveDays(visit, { ...seminar, file: done.now }, next, sent)
      return staleDays(visit, { ...seminar, file: done.now }, typed, once ?? newOnceKey(house.keys))
    }
    case 'invalid':
      return again(typed, daysInWords(visit, done.problems, days, patched))
    case 'changed': {
      const words = editing[locale]
      const text = done.changes.length === 0 ? words.nothingChanged : words.saved
      return redirect(visit, location, {
        tone: 'done',
        text: withKept(visit, sent, moved > 0 ? editingProgramme[locale].days.moved(moved) : text),
      })
    }
  }
}

/** The rows of these days again where they were, as the file has them. */
function withStanding(typed: Typed, file: SeminarFile, standing: readonly string[]): Typed {
  const keys = [...rowKeys(typed, 'day'), ...standing].toSorted((a, b) => place(file, a) - place(file, b))
  const theirs = typedOfDays(file)
  const fields = standing.flatMap(day => dayParts.map(part => dayField(day, part)))
  return withRows({ ...typed, ...Object.fromEntries(fields.map(name => [name, theirs[name] ?? ''])) }, 'day', keys)
}

/** Rows that are not saved yet come last. */
function place(file: SeminarFile, row: string): number {
  const at = rowKeys(typedOfDays(file), 'day').indexOf(row)
  return at === -1 ? file.programme.days.length : at
}

const titlesOn = (visit: Visit, file: SeminarFile, day: string) =>
  listed(
    visit.locale,
    slotsOn(file, day).map(slot => inReadersWords(slot.title, visit.locale, file.source) || slot.key),
  )

function standingErrors(visit: Visit, file: SeminarFile, standing: readonly string[]): FieldErrors {
  const { errors } = editingProgramme[visit.locale].days
  return Object.fromEntries(
    standing.map(day => [dayField(day, 'date'), errors.standing(titlesOn(visit, file, day))] as const),
  )
}

/** What the checks of the file refused, at the day that it is about. */
function daysInWords(
  { locale }: Visit,
  problems: readonly PathProblem[],
  days: readonly DayTyped[],
  { source, programme }: SeminarFile,
): FieldErrors {
  const words = editingProgramme[locale].days
  const errors: Record<string, string> = {}
  // A day that is none is told before what that does to its slots.
  const inOrder = [...problems].sort((a, b) => Number(b.path[1] === 'days') - Number(a.path[1] === 'days'))
  for (const { path, expected } of inOrder) {
    const [top, list, index, , end] = path
    if (top === 'programme' && list === 'days' && typeof index === 'number') {
      const row = days[index]?.row ?? ''
      const part = end === 'from' || end === 'to' ? end : 'date'
      errors[dayField(row, part)] ??= sentence(locale, expected, labelOfDay(locale, part), source)
      continue
    }
    const slot = top === 'programme' && list === 'slots' ? programme.slots[Number(index)] : undefined
    const day = days.find(({ date }) => date === slot?.day)
    const told = sentence(locale, expected, inReadersWords(slot?.title, locale, source), source)
    if (slot && day)
      errors[dayField(day.row, 'date')] ??= words.errors.slot(inReadersWords(slot.title, locale, source), told)
    else if (slot) errors._form ??= words.errors.standing(inReadersWords(slot.title, locale, source))
    else errors._form ??= elsewhere(locale, path, expected, source)
  }
  return Object.fromEntries(days.flatMap(({ row }) => ofRow(errors, row)).concat(Object.entries(errors)))
}

const ofRow = (errors: FieldErrors, row: string) =>
  dayParts.flatMap(part => {
    const told = errors[dayField(row, part)]
    return told === undefined ? [] : [[dayField(row, part), told] as [string, string]]
  })

type Seminar = Awaited<ReturnType<typeof seminarToEdit>>

/** Somebody saved the days meanwhile: each day that differs, both ways. */
function staleDays(visit: Visit, seminar: Seminar, typed: Typed, once: string) {
  const { locale } = visit
  const { file } = seminar
  const words = editingProgramme[locale].days
  const now = typedOfDays(file)
  const rows = [...new Set([...rowKeys(now, 'day'), ...rowKeys(typed, 'day')])]
  const nameOf = (row: string) =>
    nameOfDay(locale, isNewRow(row) ? textOf(typed, dayField(row, 'date')) : row, rows.indexOf(row))
  return staleForm(visit, seminar, {
    title: editing[locale].parts.days,
    within: '',
    fields: [],
    languages: [],
    theirs: now,
    yours: typed,
    shape: shapeOfDays,
    version: versionOf(shownOfDays(file)),
    once,
    action: `${editOf(visit, seminar.slug)}/days`,
    more: [
      {
        name: 'day',
        label: words.order,
        shown: (value: string) => listed(locale, value.split(' ').filter(Boolean).map(nameOf)),
      },
      ...rows.flatMap(row =>
        dayParts.map(part => ({
          name: dayField(row, part),
          label: words.field(nameOf(row), labelOfDay(locale, part)),
        })),
      ),
    ],
  })
}
