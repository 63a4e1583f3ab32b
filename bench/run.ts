// npm run bench [row…]: measures each row beside its ceiling, writes bench/results.json, exits 1 on a miss.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { commit, machine } from './machine.ts'
import { inOneLine, type Results, rounded, withFigures } from './report.ts'
import type { Row } from './row.ts'
import { desk } from './rows/desk.ts'
import { memory } from './rows/memory.ts'
import { page } from './rows/page.ts'
import { registration } from './rows/registration.ts'
import { search } from './rows/search.ts'
import { sheets } from './rows/sheets.ts'
import { start } from './rows/start.ts'

const rows: readonly Row[] = [page, registration, desk, memory, search, sheets, start]
const file = fileURLToPath(new URL('results.json', import.meta.url))
const document = fileURLToPath(new URL('../docs/performance.md', import.meta.url))

const wanted = process.argv.slice(2)
const unknown = wanted.filter(name => !rows.some(row => row.name === name))
if (unknown.length > 0) {
  console.error(`There is no row ${unknown.join(', ')}; there is ${rows.map(row => row.name).join(', ')}.`)
  process.exit(1)
}

const results: Results = {
  commit: commit(),
  machine: machine(),
  node: process.version,
  date: Temporal.Now.instant().round('second').toString(),
  rows: [],
}
let missed = 0
for (const row of rows.filter(row => wanted.length === 0 || wanted.includes(row.name))) {
  console.log(`\n${row.name}: ${row.what}`)
  try {
    for (const figure of await row.run(line => console.log(`  ${line}`))) {
      results.rows.push({ row: row.name, commit: results.commit, ...rounded(figure) })
      console.log(`${figure.ok ? '✓' : '✗'} ${inOneLine(figure)}`)
      if (!figure.ok) missed++
    }
  } catch (error) {
    // A row that cannot be measured has missed its bound: it must not pass by saying nothing.
    console.error(`✗ ${row.name} could not be measured: ${error instanceof Error ? error.message : error}`)
    missed++
  }
}

const all = withEarlierRows(results)
writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`)
writeFileSync(document, withFigures(readFileSync(document, 'utf8'), all))
console.log(missed === 0 ? '\nEvery bound is kept.' : `\nMissed: ${missed}.`)
process.exitCode = missed === 0 ? 0 : 1

/** Rows that were not asked for stay, each with the commit it was measured on, if the machine is the same. */
function withEarlierRows(now: Results): Results {
  let earlier: Results
  try {
    earlier = JSON.parse(readFileSync(file, 'utf8')) as Results
  } catch {
    return now
  }
  const measured = new Set(wanted.length === 0 ? rows.map(row => row.name) : wanted)
  const kept = earlier.rows.filter(row => !measured.has(row.row))
  if (earlier.machine !== now.machine || earlier.node !== now.node) {
    const lost = [...new Set(kept.map(row => row.row))]
    if (lost.length > 0)
      console.log(
        `\nOf another machine or Node, and left out: ${lost.join(', ')}. \`npm run bench\` measures every row.`,
      )
    return now
  }
  const order = rows.map(row => row.name)
  const all = [...now.rows, ...kept].sort((a, b) => order.indexOf(a.row) - order.indexOf(b.row))
  return { ...now, rows: all }
}
