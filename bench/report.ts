import { type Figure, inWords } from './row.ts'

export type Results = {
  commit: string
  machine: string
  node: string
  date: string
  /** Each with the commit it was measured on. */
  rows: (Figure & { row: string; commit: string })[]
}

export function inOneLine({ name, unit, measured, ceiling, ratio, bound }: Figure): string {
  const beside = ceiling === null ? '' : `; ceiling ${tidy(ceiling)}, ratio ${(ratio ?? 0).toFixed(3)}`
  return `${name}: ${tidy(measured)} ${unit}${beside} (${inWords(bound, unit)})`
}

export function rounded(figure: Figure): Figure {
  const { ceiling, ratio } = figure
  return {
    ...figure,
    measured: tidy(figure.measured),
    ceiling: ceiling === null ? null : tidy(ceiling),
    ratio: ratio === null ? null : Number(ratio.toFixed(3)),
  }
}

/** Three figures that mean something. */
const tidy = (value: number): number => Number(value.toPrecision(3))

const begin = '<!-- figures: written by npm run bench -->'
const end = '<!-- /figures -->'

/** The document with the table of figures between its marks, so that it never says others than results.json. */
export function withFigures(text: string, results: Results): string {
  const from = text.indexOf(begin)
  const to = text.indexOf(end)
  if (from === -1 || to < from) throw new Error(`docs/performance.md has lost its marks ${begin} and ${end}`)
  const lines = results.rows.map(({ name, unit, measured, ceiling, ratio, bound, ok, commit }) => {
    const beside = ceiling === null ? '–' : `${ceiling} ${unit}`
    return `| ${name} | ${measured} ${unit} | ${beside} | ${ratio ?? '–'} | ${inWords(bound, unit)} | ${bound === null ? '–' : ok ? 'kept' : '**missed**'} | \`${commit}\` |`
  })
  const table = [
    `Last run ${results.date.slice(0, 10)}, Node ${results.node}, ${results.machine}.`,
    '',
    '| what | measured | ceiling | ratio | bound | | commit |',
    '|---|---|---|---|---|---|---|',
    ...lines,
  ].join('\n')
  return `${text.slice(0, from + begin.length)}\n${table}\n${text.slice(to)}`
}
