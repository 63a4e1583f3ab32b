import { foldName } from '#convene/registration/rules/fold.ts'
import type { Read } from './read.ts'

type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'error' | 'empty'

const signs: Record<string, string> = {
  '€': 'EUR',
  eur: 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  r$: 'BRL',
  us$: 'USD',
  usd: 'USD',
  '£': 'GBP',
  reais: 'BRL',
  dolares: 'USD',
  dollars: 'USD',
}
// Three letters that are no money are far rarer in such a cell than a code that nobody thought of.
const code = /^[a-z]{3}$/

export const currencyIn = (typed: string): string | null => {
  const folded = foldName(typed).replace(/[\s.]/g, '')
  return signs[folded] ?? (code.test(folded) ? folded.toUpperCase() : null)
}

export function readCurrency(typed: string): Read {
  const found = currencyIn(typed)
  return found === null ? { error: 'currency' } : { value: found }
}

/**
 * An amount as offices write it: `12 500,50 €`, `12.500,50`, `12,500.50`, `k€` left aside. Of one sign alone before exactly
 * three digits it is the one of thousands, and this is told: no currency of ours has three decimals.
 *
 * @returns decimal text, with the currency behind it when the cell names one: `12500.50 EUR`
 */
export function readAmount(typed: string, kind: CellKind): Read {
  if (kind === 'number') {
    const value = Number(typed)
    return Number.isFinite(value) && Math.abs(value) < 1e15 ? { value: value.toFixed(2) } : { error: 'amount' }
  }
  const [, before = '', digits = '', after = ''] = /^([^\d-]*)(-?\d[\d\s.,'’\u00a0\u202f]*)(\D*)$/u.exec(typed) ?? []
  const words = `${before.trim()}${after.trim()}`.trim()
  const money = words === '' || words === '$' ? null : currencyIn(words)
  if (digits === '' || (words !== '' && words !== '$' && money === null)) return { error: 'amount' }
  const bare = digits.replace(/[\s'’\u00a0\u202f]/gu, '').replace(/[.,]$/, '')
  const read = decimalOf(bare)
  if (read === null) return { error: 'amount' }
  const value = money === null ? read.value : `${read.value} ${money}`
  return read.guessed ? { value, remark: { code: 'thousands', detail: read.value } } : { value }
}

function decimalOf(bare: string): { value: string; guessed: boolean } | null {
  const last = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','))
  if (last < 0) return finished(bare, '', false)
  const sign = bare[last]
  const others = [...bare].filter(one => one === '.' || one === ',')
  const decimals = bare.slice(last + 1)
  const whole = bare.slice(0, last).replace(/[.,]/g, '')
  const twoSigns = others.some(one => one !== sign)
  // The sign of thousands stands before each three digits, or it is none.
  if (twoSigns) return isGrouped(bare.slice(0, last)) ? finished(whole, decimals, false) : null
  if (others.length > 1) return isGrouped(bare) ? finished(whole + decimals, '', false) : null
  return decimals.length === 3 ? finished(whole + decimals, '', true) : finished(whole, decimals, false)
}

const isGrouped = (digits: string): boolean => /^-?\d{1,3}(?:\.\d{3})+$|^-?\d{1,3}(?:,\d{3})+$/.test(digits)

function finished(whole: string, decimals: string, guessed: boolean) {
  if (!/^-?\d{1,15}$/.test(whole) || !/^\d{0,2}$/.test(decimals)) return null
  const sign = whole.startsWith('-') ? '-' : ''
  const units = BigInt(whole.replace('-', ''))
  return { value: `${sign}${units}.${decimals.padEnd(2, '0')}`, guessed }
}

const numbers: Record<string, number> = {
  un: 1,
  une: 1,
  uno: 1,
  una: 1,
  um: 1,
  uma: 1,
  one: 1,
  deux: 2,
  dos: 2,
  dois: 2,
  duas: 2,
  two: 2,
  trois: 3,
  tres: 3,
  three: 3,
  quatre: 4,
  cuatro: 4,
  quatro: 4,
  four: 4,
  cinq: 5,
  cinco: 5,
  five: 5,
  six: 6,
  seis: 6,
}
const units: readonly (readonly [words: string, months: number, most: number])[] = [
  ['m|mois|mes|meses|month|months|mos', 1, 1200],
  ['trimestres?|trimestre|trimestres|quarters?', 3, 400],
  ['semestres?|semesters?', 6, 200],
  ['an|ans|annees?|anos?|y|years?', 12, 100],
]
const number = `(\\d{1,4}|${Object.keys(numbers).join('|')})`
const inUnits = units.map(([words, months, most]) => ({
  pattern: new RegExp(`^${number}\\s*(?:${words})\\.?$`, 'u'),
  months,
  most,
}))
const inDays = new RegExp(`^${number}\\s*(?:j|jours?|d|dias?|days?)\\.?$`, 'u')
const countOf = (said: string | undefined): number => numbers[said ?? ''] ?? Number(said)

/**
 * So many months, or days: « 6 mois », “1 año”, “90 dias”, « 1 trimestre », « deux ans », 12.
 *
 * @returns months as digits, days as digits with a d behind them
 */
export function readMonths(typed: string): Read {
  const folded = foldName(typed)
  if (/^\d{1,4}$/.test(folded)) return Number(folded) <= 1200 ? { value: String(Number(folded)) } : { error: 'months' }
  for (const { pattern, months, most } of inUnits) {
    const said = pattern.exec(folded)
    if (said) {
      const count = countOf(said[1])
      return count <= most ? { value: String(count * months) } : { error: 'months' }
    }
  }
  const days = inDays.exec(folded)
  if (days === null) return { error: 'months' }
  const count = countOf(days[1])
  return count <= 3650 ? { value: `${count}d` } : { error: 'months' }
}

const somewhere = new RegExp(
  `(?:^|[\\s,;:(–—-])(?:(?:par|por|de|for|pour|para|a|tous les|cada|every|por periodos? de|par periodes? de) )*${number}\\s*(${units
    .filter(([, months]) => months !== 1)
    .map(([words]) => words)
    .join('|')}|mois|mes|meses|months?)(?![\\p{L}\\p{N}])`,
  'u',
)
const yearly = /(?<!\p{L})(?:annuelle|annuel|annuellement|anual|anualmente|yearly|annual|annually)(?!\p{L})/u

/** A duration that stands among other words: in months, with what is left without it; null when none does. */
export function durationIn(typed: string): { months: string; rest: string } | null {
  const folded = foldName(typed)
  const found = somewhere.exec(folded) ?? yearly.exec(folded)
  if (found === null) return null
  const months = found.length > 1 ? readMonths(`${found[1]} ${found[2]}`) : { value: '12' }
  if (months === null || !('value' in months) || Number(months.value) < 1) return null
  const rest = `${folded.slice(0, found.index)} ${folded.slice(found.index + found[0].length)}`
  return { months: months.value, rest: rest.replace(/[\s,;:()–—-]+/gu, ' ').trim() }
}
