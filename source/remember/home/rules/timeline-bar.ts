import { parseEdtf } from '../../rules/edtf.ts'
import { placeIn, type Stretch } from './timeline.ts'

/** A part of a bar, in thousandths of its stretch. `known`: it was so; otherwise nobody knows how far it reached. */
export type BarPart = { from: number; to: number; known: boolean }

// As much of a bar as is drawn whole where only its beginning or its end is known.
const stub = 20
const least = 4

/**
 * One thing as a bar: from its first day to the end of its last; to the edge where it goes on. An end that nobody knows is a
 * stub and then, up to today, a part that is not known: drawn to the edge it would be taken for going on.
 *
 * @param day today, or the past day that is being read
 */
export function barOf(
  stretch: Pick<Stretch, 'from' | 'to'>,
  span: { from: string | null; to: string | null; during: string | null },
  day: Temporal.PlainDate,
): BarPart[] {
  const said = span.during === null ? null : parseEdtf(span.during)
  const first = span.from === null ? null : Temporal.PlainDate.from(span.from)
  const last = span.to === null ? null : Temporal.PlainDate.from(span.to)
  const start = first === null ? 0 : placeIn(stretch, first)
  const end = last === null ? 1000 : placeIn(stretch, last.add({ days: 1 }))
  if (last === null && said?.to === 'unknown') {
    const now = placeIn(stretch, day)
    const until = now > start ? now : 1000
    const begins = first !== null && Temporal.PlainDate.compare(first, stretch.from) >= 0
    const whole = begins ? Math.min(start + stub, until) : start
    return parts({ from: start, to: whole, known: true }, { from: whole, to: until, known: false })
  }
  if (first === null && said?.from === 'unknown') {
    const ends = last !== null && Temporal.PlainDate.compare(last, stretch.to) <= 0
    const whole = ends ? Math.max(end - stub, 0) : end
    return parts({ from: 0, to: whole, known: false }, { from: whole, to: end, known: true })
  }
  return [{ from: start, to: Math.max(end, start + least), known: true }]
}

const parts = (...list: BarPart[]) => list.filter(({ from, to }) => to > from)

/** Which ticks carry their words: as many as stay apart on a telephone. */
export const spokenTicks = (count: number): number[] => {
  const step = Math.ceil(count / 6)
  return Array.from({ length: count }, (_, index) => index).filter(
    index => index % step === 0 && (step === 1 || index + 1 < count || count % step === 0),
  )
}
