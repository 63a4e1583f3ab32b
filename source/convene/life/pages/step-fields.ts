import { z } from 'zod'
import { readLocalMoment } from '#convene/registration/rules/local-moment.ts'
import type { LifeStep } from '#convene/seminar/rules/life.ts'
import { isLocale, type Locale } from '#ground/languages/locales.ts'
import { check, type FieldErrors, type Typed, textOf } from '#ground/web/form.ts'
import { inDays, type NewDay } from '../rules/new-day.ts'
import type { Reason } from '../store/notices.ts'
import type { OfficeSeminar } from './office-seminar.ts'

/** What each step asks for before it is taken. */
export const asks: Readonly<Record<LifeStep, { reason?: 'required' | 'optional'; day?: boolean }>> = {
  announce: {},
  withdraw: {},
  open: {},
  close: {},
  postpone: { reason: 'required' },
  move: { reason: 'required', day: true },
  'new-day': { reason: 'optional', day: true },
  'hold-again': { reason: 'optional' },
  cancel: { reason: 'required' },
}

/** Whether everyone concerned is told. */
export const tells = (step: LifeStep): boolean => asks[step].reason !== undefined

/** The languages in which a reason can be written: the one of the seminar first. */
export const languagesOf = ({ sourceLanguage, languages }: OfficeSeminar): Locale[] => [
  ...new Set([sourceLanguage, ...languages]),
]

export const reasonField = (language: Locale) => `reason-${language}`
const mostReason = 2000

/** What the form shows first: the hours it has, and nothing that would be guessed. */
export const firstFields = (step: LifeStep, seminar: OfficeSeminar): Typed =>
  asks[step].day
    ? { from: minutes(seminar.hoursFrom), to: minutes(seminar.hoursTo) }
    : step === 'open' && seminar.life === 'closed'
      ? { 'closes-time': '23:59' }
      : {}

const minutes = (time: Temporal.PlainTime) => time.toString({ smallestUnit: 'minute' })

export type StepFields = {
  reason: Reason
  newDay: NewDay | null
  /** The deadline with which registration is opened again. */
  closes: Temporal.Instant | null
}

/** What was typed, or the key of an error for each field (messages life-desk.errors). */
export function readStep(
  step: LifeStep,
  seminar: OfficeSeminar,
  typed: Typed,
): { ok: true; value: StepFields } | { ok: false; errors: FieldErrors } {
  const errors: Record<string, string> = {}
  const { reason: asked, day: asksDay } = asks[step]
  const reason = asked ? readReason(seminar, typed, asked, errors) : null
  const newDay = asksDay ? readDay(seminar, typed, errors) : null
  const closes = step === 'open' ? readCloses(seminar, typed, errors) : null
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, value: { reason, newDay, closes } }
}

function readReason(
  seminar: OfficeSeminar,
  typed: Typed,
  asked: 'required' | 'optional',
  errors: Record<string, string>,
): Reason {
  const words = z.string().trim().max(mostReason, 'tooLong')
  const languages = languagesOf(seminar)
  const source = seminar.sourceLanguage
  const shape = Object.fromEntries(
    languages.map(language => [
      reasonField(language),
      language === source && asked === 'required' ? words.min(1, 'reason') : words,
    ]),
  )
  const given = Object.fromEntries(
    languages.map(language => [reasonField(language), textOf(typed, reasonField(language))]),
  )
  const checked = check(z.object(shape), given)
  if (!checked.ok) {
    Object.assign(errors, checked.errors)
    return null
  }
  const said = languages.flatMap(language => {
    const body = String(checked.value[reasonField(language)] ?? '')
    return body === '' ? [] : [[language, body] as const]
  })
  if (said.length === 0) return null
  // A text has its source: who adds words says them in the language of the seminar too.
  if (!said.some(([language]) => language === source)) {
    errors[reasonField(source)] = 'reason'
    return null
  }
  return { source, bodies: Object.fromEntries(said.filter(([language]) => isLocale(language))) }
}

function readDay(seminar: OfficeSeminar, typed: Typed, errors: Record<string, string>): NewDay | null {
  const date = readDate(textOf(typed, 'date'))
  const hoursFrom = readTime(textOf(typed, 'from'))
  const hoursTo = readTime(textOf(typed, 'to'))
  if (date === null) errors.date = 'date'
  if (hoursFrom === null) errors.from = 'time'
  if (hoursTo === null) errors.to = 'time'
  const closesAt = readCloses(seminar, typed, errors)
  return date && hoursFrom && hoursTo ? { date, hoursFrom, hoursTo, closesAt } : null
}

function readDate(text: string): Temporal.PlainDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text.trim())) return null
  try {
    return Temporal.PlainDate.from(text.trim(), { overflow: 'reject' })
  } catch {
    return null
  }
}

function readTime(text: string): Temporal.PlainTime | null {
  const [, hour, minute = '0'] = /^(\d{1,2})(?:(?:[:.]|\s?h\s?)(\d{2})?)?$/i.exec(text.trim()) ?? []
  if (hour === undefined) return null
  try {
    return Temporal.PlainTime.from({ hour: Number(hour), minute: Number(minute) }, { overflow: 'reject' })
  } catch {
    return null
  }
}

/** The last second of the minute that was typed: a deadline of 23:59 ends at midnight. */
function readCloses(seminar: OfficeSeminar, typed: Typed, errors: Record<string, string>): Temporal.Instant | null {
  const day = textOf(typed, 'closes-day')
  const time = textOf(typed, 'closes-time')
  if (day.trim() === '') return null
  const read = readLocalMoment({ day, time }, seminar.timeZone, '23:59:59')
  if (typeof read !== 'string') {
    const at = read?.toZonedDateTimeISO(seminar.timeZone)
    return read && at?.second === 0 && !/:\d\d:/.test(time) ? read.add({ seconds: 59 }) : read
  }
  errors['closes-day'] = read === 'form' ? 'moment' : 'clock-change'
  return null
}

/** Where the deadline will be when nothing else is said. */
export function deadlineOn(seminar: OfficeSeminar, day: NewDay): Temporal.Instant {
  if (day.closesAt) return day.closesAt
  const { days } = seminar.heldOn.until(day.date, { largestUnit: 'days' })
  return inDays(seminar.closesAt, days, seminar.timeZone)
}
