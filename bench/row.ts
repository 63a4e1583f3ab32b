/** One measured thing beside its ceiling and the bound that it must keep. */
export type Figure = {
  name: string
  /** What `measured` and `ceiling` count, such as requests/s, ms or MB. */
  unit: string
  measured: number
  /**
   * The same thing done by the barest program that could do it, or among a tenth of the data, in the same run; null where
   * there is neither.
   */
  ceiling: number | null
  /** measured ÷ ceiling: the median over the rounds, not the ratio of the medians. */
  ratio: number | null
  /** What is expected, as the design says it; null for a figure that is only told. */
  bound: Bound | null
  ok: boolean
}

export type Bound =
  /** The ratio must not be under this. */
  | { ratioAtLeast: number }
  /** The measured figure must be under this. */
  | { below: number }
  /** The ratio must be under this, and the measured figure too where one is said. */
  | { ratioBelow: number; below?: number }

/** A row of the design's table: one file in bench/rows/, named as `npm run bench NAME` calls it. */
export type Row = {
  name: string
  what: string
  run: (tell: (line: string) => void) => Promise<Figure[]>
}

/** Middle value; of an even number the lower middle, which flatters nobody where more is better. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted[Math.floor((sorted.length - 1) / 2)]
  if (middle === undefined) throw new Error('the median of nothing')
  return middle
}

/** Puts rounds together: what was measured and its ceiling, in turn. */
export function figureOf(
  name: string,
  unit: string,
  rounds: readonly { measured: number; ceiling: number | null }[],
  bound: Bound | null,
): Figure {
  const measured = median(rounds.map(round => round.measured))
  const ceilings = rounds.flatMap(round => (round.ceiling === null ? [] : [round.ceiling]))
  const ceiling = ceilings.length > 0 ? median(ceilings) : null
  const ratios = rounds.flatMap(round => (round.ceiling === null ? [] : [round.measured / round.ceiling]))
  const ratio = ratios.length > 0 ? median(ratios) : null
  return { name, unit, measured, ceiling, ratio, bound, ok: keeps(measured, ratio, bound) }
}

function keeps(measured: number, ratio: number | null, bound: Bound | null): boolean {
  if (bound === null) return true
  if ('ratioAtLeast' in bound) return ratio !== null && ratio >= bound.ratioAtLeast
  if ('ratioBelow' in bound && (ratio === null || ratio >= bound.ratioBelow)) return false
  return bound.below === undefined || measured < bound.below
}

export const inWords = (bound: Bound | null, unit: string): string => {
  if (bound === null) return 'told only'
  if ('ratioAtLeast' in bound) return `≥ ${bound.ratioAtLeast} of the ceiling`
  const times = 'ratioBelow' in bound ? [`< ${bound.ratioBelow} times`] : []
  return [...times, ...(bound.below === undefined ? [] : [`< ${bound.below} ${unit}`])].join(', ')
}
