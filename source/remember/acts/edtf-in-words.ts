import { dates, date as dayInWords } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { edtfWords } from '../messages/edtf.ts'
import { type Point, parseEdtf, sinceUnknown, unknownDate } from '../rules/edtf.ts'

const tag: Record<Locale, string> = { fr: 'fr', es: 'es', pt: 'pt-BR', en: 'en-GB' }

/**
 * A date or a period as it is known, in words that `readEdtf` reads again: « vers 2004 », “desde junio de 2011”, “2004–2010”.
 * What is no EDTF of ours is given back as it is.
 */
export function edtfInWords(locale: Locale, edtf: string): string {
  const read = parseEdtf(edtf)
  if (!read) return edtf
  const words = edtfWords[locale]
  const { from, to } = read
  if (typeof from !== 'string' && !read.interval) return pointInWords(locale, from, words.about)
  const within = (point: Point) => pointInWords(locale, point, words.roughly)
  if (typeof from === 'string') {
    if (typeof to === 'string')
      return edtf === unknownDate ? words.unknown : edtf === sinceUnknown ? words.sinceUnknown : words.unknownBoth
    return words.until(within(to), isDay(to))
  }
  if (typeof to === 'string') return (to === 'open' ? words.since : words.sinceEnded)(within(from), isDay(from))
  if (isPlainYear(from) && isPlainYear(to)) return `${from.year}–${to.year}`
  const [first, last] = [plainDay(from), plainDay(to)]
  return first && last && Temporal.PlainDate.compare(first, last) < 0
    ? dates(locale, first, last)
    : words.between(within(from), isDay(from), within(to), isDay(to))
}

/** A day of the database, YYYY-MM-DD, in words. */
export const dayOf = (locale: Locale, day: string): string => dayInWords(locale, Temporal.PlainDate.from(day))

const isDay = (point: Point) => point.day !== null && !point.about
const plainDay = ({ year, month, day, about, uncertain }: Point) =>
  month === null || day === null || about || uncertain ? null : Temporal.PlainDate.from({ year, month, day })
const isPlainYear = (point: Point) => point.month === null && !point.about && !point.uncertain

function pointInWords(locale: Locale, point: Point, about: (date: string) => string): string {
  const exact = exactly(locale, point)
  const said = point.about ? about(exact) : exact
  return point.uncertain ? edtfWords[locale].uncertain(said) : said
}

function exactly(locale: Locale, { year, month, day }: Point): string {
  if (month === null) return String(year)
  const first = Temporal.PlainDate.from({ year, month, day: day ?? 1 })
  if (day !== null) return dayInWords(locale, first)
  return first.toLocaleString(tag[locale], { month: 'long', year: 'numeric' }).replace(/ (\d)/, '\u00a0$1')
}
