import { type Typed, textOf } from '#ground/web/form.ts'
import { localMoment, readLocalMoment } from '../../rules/local-moment.ts'

/**
 * Reads numbers and moments of a form; what is none is put beside its field into `errors`, as a key of messages, and
 * comes back as what changes least.
 *
 * @param zone of the venue: moments are typed in it
 */
export function fieldReader(typed: Typed, zone: string) {
  const errors: Record<string, string> = {}
  /** A whole number, with the separators people type. */
  const whole = (field: string, code = 'number'): number => {
    const text = textOf(typed, field).replace(/[\s\u00a0\u202f.,]/g, '')
    if (/^\d{1,9}$/.test(text)) return Number(text)
    errors[field] = code
    return 0
  }
  /** A day and an hour, in the fields `name-day` and `name-time`. A day alone is the whole day. */
  const instant = (name: string): Temporal.Instant | null => {
    const given = { day: textOf(typed, `${name}-day`), time: textOf(typed, `${name}-time`) }
    const read = readLocalMoment(given, zone, '23:59:59')
    if (typeof read !== 'string') return read
    errors[`${name}-day`] = read
    return null
  }
  return {
    errors,
    whole,
    instant,
    /** The same, or null when nothing was typed. */
    optional: (field: string, code?: string) => (textOf(typed, field).trim() === '' ? null : whole(field, code)),
  }
}

/** The two fields of a moment, as `instant` reads them. */
export function momentFields<Name extends string>(
  name: Name,
  value: Temporal.Instant | null | undefined,
  zone: string,
): Record<`${Name}-day` | `${Name}-time`, string> {
  const { day, time } = value ? localMoment(value, zone) : { day: '', time: '' }
  return { [`${name}-day`]: day, [`${name}-time`]: time } as Record<`${Name}-day` | `${Name}-time`, string>
}
