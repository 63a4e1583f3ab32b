import { moment, list as wordList } from '../format.ts'
import type { Locale } from '../locales.ts'

const units = [
  ['gigabyte', 1e9],
  ['megabyte', 1e6],
  ['kilobyte', 1e3],
] as const

/** 1.2 MB, « 1,2 Mo »: as each language writes it. */
export function bytes(locale: Locale, count: number): string {
  const [unit, size] = units.find(([, least]) => count >= least) ?? (['byte', 1] as const)
  const shown = {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: 1,
  } as const
  return (count / size).toLocaleString(locale, shown)
}

/** An instant of the real clock, in UTC: an administrator compares it with logs. */
export function momentOf(locale: Locale, instant: string): string {
  return moment(locale, Temporal.Instant.from(instant), 'UTC')
}

export const list = wordList
