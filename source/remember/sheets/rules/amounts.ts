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
  if (twoSigns) return others.filter(one => one === sign).length > 1 ? null : finished(whole, decimals, false)
  if (others.length > 1) return /^-?\d{1,3}([.,]\d{3})+$/.test(bare) ? finished(whole + decimals, '', false) : null
  return decimals.length === 3 ? finished(whole + decimals, '', true) : finished(whole, decimals, false)
}

function finished(whole: string, decimals: string, guessed: boolean) {
  if (!/^-?\d{1,15}$/.test(whole) || !/^\d{0,2}$/.test(decimals)) return null
  const sign = whole.startsWith('-') ? '-' : ''
  const units = BigInt(whole.replace('-', ''))
  return { value: `${sign}${units}.${decimals.padEnd(2, '0')}`, guessed }
}

/**
 * So many months, or days: « 6 mois », “1 año”, “90 dias”, 12.
 *
 * @returns months as digits, days as digits with a d behind them
 */
export function readMonths(typed: string): Read {
  const folded = foldName(typed)
  const [, digits = '', unit = ''] = /^(\d{1,4})\s*(\p{L}*)\.?$/u.exec(folded) ?? []
  const number = Number(digits)
  if (digits === '') return { error: 'months' }
  if (unit === '' || /^(?:m|mois|mes|meses|month|months|mos)$/.test(unit))
    return number <= 1200 ? { value: String(number) } : { error: 'months' }
  if (/^(?:an|ans|annee|annees|ano|anos|y|year|years)$/.test(unit))
    return number <= 100 ? { value: String(number * 12) } : { error: 'months' }
  if (/^(?:j|jour|jours|d|dia|dias|day|days)$/.test(unit))
    return number <= 3650 ? { value: `${number}d` } : { error: 'months' }
  return { error: 'months' }
}
