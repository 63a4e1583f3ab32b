import { figuresWords } from '#convene/messages/figures.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { number } from '#ground/languages/say.ts'
import { type Bar, type BarLabel, barsPicture, stepsPicture } from './pictures.ts'
import type { Sheet } from './sheets.ts'

/** Bars that a picture holds: more lines are read in the table. */
const mostBars = 15
const ticksAtMost = 5

const lookOfRegion: Readonly<Record<string, string>> = { 'latin-america': 'america', europe: 'europe', other: 'other' }

/** The pictures of a figure, as SVG; none where no count may be told. */
export async function pictureOf(locale: Locale, sheet: Sheet): Promise<string[]> {
  const named = { id: sheet.id, title: sheet.title, description: sheet.description }
  const say = (count: number | null | undefined) =>
    count === null || count === undefined ? figuresWords[locale].fewer : number(locale, count)
  if (sheet.id === 'arrivals') return arrivalPictures(locale, sheet)
  const rows = sheet.rows.slice(0, mostBars)
  const labels = namesOf(rows)
  const bars: Bar[] = []
  const texts: BarLabel[] = []
  for (const [index, row] of rows.entries()) {
    const label = labels[index] ?? row.key
    if (sheet.id === 'quotas') {
      const [capacity, taken, held] = row.values
      const full = Math.max(capacity ?? 0, (taken ?? 0) + (held ?? 0))
      if (taken !== null && taken !== undefined && held !== null && held !== undefined) {
        bars.push({ label, look: 'taken', from: 0, to: taken })
        if (held > 0) bars.push({ label, look: 'hatched', from: taken, to: taken + held })
        if (full > taken + held) bars.push({ label, look: 'free', from: taken + held, to: full })
      }
      texts.push({ label, at: full, text: `${say(taken)} / ${say(capacity)}` })
    } else {
      const [count] = row.values
      const look = sheet.id === 'regions' ? (lookOfRegion[row.key] ?? 'plain') : 'plain'
      if (count) bars.push({ label, look, from: 0, to: count })
      texts.push({ label, at: count ?? 0, text: say(count) })
    }
  }
  return [await barsPicture(named, labels, bars, texts)]
}

// Two organisations, or two countries of a language, may be called the same: each has its own line all the same.
function namesOf(rows: readonly { label: string }[]): string[] {
  const seen = new Map<string, number>()
  return rows.map(({ label }) => {
    const times = (seen.get(label) ?? 0) + 1
    seen.set(label, times)
    return times === 1 ? label : `${label} (${times})`
  })
}

async function arrivalPictures(locale: Locale, sheet: Sheet): Promise<string[]> {
  const { rows } = sheet
  const step = Math.max(1, Math.ceil(rows.length / ticksAtMost))
  const how = {
    ticks: rows.flatMap((_, index) => (index % step === 0 ? [index] : [])),
    tickText: (at: number) => {
      const day = rows[at]?.key
      return day === undefined ? '' : dayAndMonth(locale, Temporal.PlainDate.from(day))
    },
    valueText: (n: number) => number(locale, n),
  }
  // A small count that is not told has no bar: its height would tell it.
  const people = rows.map(({ values }) => values[0] ?? 0)
  const all = rows.map(({ values }) => values[1] ?? 0)
  return [
    await stepsPicture(sheet, people, 'bars', how),
    await stepsPicture({ id: `${sheet.id}-all`, ...figuresWords[locale].all }, all, 'line', how),
  ]
}

const dayAndMonth = (locale: Locale, day: Temporal.PlainDate) =>
  day.toLocaleString(locale === 'en' ? 'en-GB' : locale, { day: 'numeric', month: 'short' })
