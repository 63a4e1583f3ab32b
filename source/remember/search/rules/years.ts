/** The years that are asked for, as they were typed, and as a daterange where they say one. */
export type Years = { from: string; to: string; days: string | null; wrong: boolean }

/** Years as people type them into two lines, either of which may be empty. */
export function yearsAsked(typedFrom: string, typedTo: string): Years {
  const from = typedFrom.trim().slice(0, 10)
  const to = typedTo.trim().slice(0, 10)
  const isYear = (typed: string) => typed === '' || /^[1-9]\d{3}$/.test(typed)
  const wrong = !isYear(from) || !isYear(to) || (from !== '' && to !== '' && from > to)
  const none = from === '' && to === ''
  const after = to === '' ? '' : String(Number(to) + 1)
  const days = wrong || none ? null : `[${from === '' ? '' : `${from}-01-01`},${after === '' ? '' : `${after}-01-01`})`
  return { from, to, days, wrong }
}
