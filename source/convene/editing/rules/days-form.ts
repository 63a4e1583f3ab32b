import { date } from '#convene/seminar/rules/file-values.ts'
import type { FileSlot } from '#convene/seminar/rules/programme-file.ts'
import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import { readTime, type Typed, textOf } from './fields.ts'
import type { Shape } from './joined.ts'
import { isNewRow, rowField, rowKeys } from './row-form.ts'

// The days after the first as the rows of a form, and back. A row is known by the date that its day had.

export const dayParts = ['date', 'from', 'to'] as const
export type DayPart = (typeof dayParts)[number]

export const dayField = (key: string, part: DayPart) => rowField('day', key, part)

export const shapeOfDays: Shape = { rows: { keys: 'day', fields: 'day' } }

/** What the form of the days shows of the file. */
export const shownOfDays = (file: SeminarFile) => [file.date, file.programme.days]

export function typedOfDays(file: SeminarFile): Record<string, string> {
  const days = file.programme.days.toSorted((a, b) => (a.date < b.date ? -1 : 1))
  return {
    day: days.map(day => day.date).join(' '),
    ...Object.fromEntries(
      days.flatMap(day => [
        [dayField(day.date, 'date'), day.date],
        [dayField(day.date, 'from'), day.hours.from],
        [dayField(day.date, 'to'), day.hours.to],
      ]),
    ),
  }
}

export type DayTyped = { row: string; date: string; from: string; to: string }

/** The days as the form says them; a new row that was left empty is none. Nothing is checked here. */
export function daysFrom(typed: Typed): DayTyped[] {
  return rowKeys(typed, 'day')
    .map(row => {
      const [on = '', from = '', to = ''] = dayParts.map(part => textOf(typed, dayField(row, part)).trim())
      return { row, date: on, from: readTime(from), to: readTime(to) }
    })
    .filter(day => !isNewRow(day.row) || day.date !== '' || day.from !== '' || day.to !== '')
}

/** The slots that begin on one of the days after the first. */
export const slotsOn = (file: SeminarFile, day: string): FileSlot[] =>
  file.programme.slots.filter(slot => slot.day === day)

/** Days that the form leaves out although slots begin on them. */
export const standingDays = (file: SeminarFile, days: readonly DayTyped[]): string[] =>
  file.programme.days
    .map(day => day.date)
    .filter(day => !days.some(({ row }) => row === day) && slotsOn(file, day).length > 0)

/** Rows with a date before that of the seminar, which they did not have already. */
export const daysBeforeFirst = (file: SeminarFile, days: readonly DayTyped[]): string[] =>
  days.filter(day => isDate(day.date) && day.date < file.date && day.row !== day.date).map(({ row }) => row)

export const isDate = (text: string) => date.safeParse(text).success

/** The file with these days. Slots go along with a day that gets another date, also those that end in the night after it. */
export function withDaysOf(file: SeminarFile, days: readonly DayTyped[]): SeminarFile {
  const moved = new Map(
    days.flatMap(day => (!isNewRow(day.row) && isDate(day.date) && day.row !== day.date ? [[day.row, day.date]] : [])),
  )
  return {
    ...file,
    programme: {
      ...file.programme,
      days: days.map(day => ({ date: day.date, hours: { from: day.from, to: day.to } })),
      slots: file.programme.slots.map(slot => movedTo(slot, moved.get(slot.day ?? ''))),
    },
  }
}

function movedTo(slot: FileSlot, day: string | undefined): FileSlot {
  if (day === undefined || slot.day === undefined) return slot
  if (slot.until === undefined) return { ...slot, day }
  const nights = Temporal.PlainDate.from(slot.day).until(slot.until).days
  return { ...slot, day, until: Temporal.PlainDate.from(day).add({ days: nights }).toString() }
}

/** How many slots stand on another day than before. */
export function countMoved(file: SeminarFile, days: readonly DayTyped[]): number {
  const after = withDaysOf(file, days).programme.slots
  return file.programme.slots.filter((slot, index) => slot.day !== after[index]?.day).length
}
