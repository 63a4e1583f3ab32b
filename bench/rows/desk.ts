import { type Desk, openDesk } from '../desk/ground.ts'
import { openGround } from '../registration/hall.ts'
import { type Bound, type Figure, figureOf, median, type Row } from '../row.ts'

const many = 20_000
const few = 2_000
const rounds = 100
const exports = 5

/**
 * What a page must keep. The people of a list are counted and sorted, so that ten times as many take longer; never ten times
 * as long, since what is the same for all does not grow.
 */
const bound: Bound = { ratioBelow: 10, below: 250 }
/** Everybody, made whole before the first byte leaves. */
const whole: Bound = { below: 10_000 }
/** The design's: ten times the data of others. */
const others: Bound = { ratioBelow: 1.5 }

const pages: readonly [name: string, path: (people: number) => string][] = [
  ['the list', () => '/registrations'],
  ['the list, filtered', () => '/registrations?state=waiting&country=FR'],
  ['the list, searched', () => '/registrations?text=nunez'],
  ['the list by name, last page', people => `/registrations?sort=person&page=${people / 50}`],
  ['the waiting list', () => '/waiting-list'],
  ['the figures', () => '/figures'],
]

/** The desk of a seminar with 20,000 registrations beside that of one with 2,000, each in a database of its own. */
export const desk: Row = {
  name: 'desk',
  what: `a seminar's desk with ${many} registrations beside ${few}, one organiser (${rounds} times each page in turn, ${exports} times each export)`,
  async run(tell) {
    const ground = await openGround()
    const opened: Desk[] = []
    try {
      const open = async (name: string, people: number, beside: number) => {
        const one = await openDesk(ground, name, people, beside)
        opened.push(one)
        return one
      }
      const small = await open('few', few, 0)
      const large = await open('many', many, few)
      const figures: Figure[] = []
      for (const [name, path] of pages) {
        const pair = [at(large, path(many)), at(small, path(few))] as const
        figures.push(...(await page(name, pair, bound, tell)))
      }
      // The same 2,000 people, with 20,000 of another seminar in the same tables and without.
      const pair = [() => asked(large, large.beside('/registrations')), at(small, '/registrations')] as const
      figures.push(...(await page(`the list of ${few} beside ${many} of others`, pair, others, tell)))
      for (const format of ['csv', 'xlsx']) figures.push(await exported(format, large, small, tell))
      return figures
    } finally {
      for (const one of opened) await one.stop()
      await ground.remove()
    }
  },
}

type Ask = () => Promise<{ milliseconds: number; bytes: number }>
const at =
  (desk: Desk, path: string): Ask =>
  () =>
    asked(desk, desk.at(path))

async function asked(desk: Desk, url: string) {
  const began = performance.now()
  const response = await fetch(url, { headers: { cookie: desk.cookie() }, redirect: 'manual' })
  const { byteLength } = await response.arrayBuffer()
  const milliseconds = performance.now() - began
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}`)
  return { milliseconds, bytes: byteLength }
}

/** Among many and among few in turn, each first every other time, so that a machine that slows down slows both. */
async function inTurn([large, small]: readonly [Ask, Ask], times: number) {
  const found: { measured: number; ceiling: number; bytes: number }[] = []
  for (let round = -2; round < times; round++) {
    const first = round % 2 === 0
    const before = first ? await small() : null
    const { milliseconds, bytes } = await large()
    const ceiling = (before ?? (await small())).milliseconds
    // Both are warm before the first round that counts.
    if (round >= 0) found.push({ measured: milliseconds, ceiling, bytes })
  }
  return found
}

async function page(name: string, pair: readonly [Ask, Ask], bound: Bound, tell: (line: string) => void) {
  const found = await inTurn(pair, rounds)
  const figures = [
    half(`desk, ${name}: half of the answers within`, found, bound),
    // Of a hundred the last but one.
    one(
      `desk, ${name}: 99 of 100 within`,
      percentile(
        found.map(({ measured }) => measured),
        99,
      ),
      percentile(
        found.map(({ ceiling }) => ceiling),
        99,
      ),
    ),
  ]
  tell(
    `${name}: ${figures.map(({ measured, ceiling }) => `${measured.toFixed(1)} ms beside ${ceiling?.toFixed(1)} ms`).join('; ')} (${found[0]?.bytes} bytes)`,
  )
  return figures
}

async function exported(format: string, large: Desk, small: Desk, tell: (line: string) => void): Promise<Figure> {
  const path = `/registrations.${format}`
  const found = await inTurn([at(large, path), at(small, path)], exports)
  const figure = half(`desk, everybody as ${format.toUpperCase()}`, found, whole)
  tell(
    `${format}: ${Math.round(figure.measured)} ms beside ${Math.round(figure.ceiling ?? 0)} ms (${found[0]?.bytes} bytes)`,
  )
  return figure
}

// The ratio of the medians: a round is one answer, and the ratio of two answers says little.
function half(name: string, found: readonly { measured: number; ceiling: number }[], bound: Bound): Figure {
  return one(name, median(found.map(({ measured }) => measured)), median(found.map(({ ceiling }) => ceiling)), bound)
}

const one = (name: string, measured: number, ceiling: number, bound: Bound | null = null): Figure =>
  figureOf(name, 'ms', [{ measured, ceiling }], bound)

function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.ceil((percent / 100) * sorted.length) - 1] as number
}
