import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { durationIn, readAmount, readCurrency, readMonths } from '../../../../source/remember/sheets/rules/amounts.ts'

// Written by hand, not by Intl: an amount in cents with its digits in groups of three.
function written(cents: bigint, group: string, decimal: string): string {
  const negative = cents < 0n
  const digits = String(negative ? -cents : cents).padStart(3, '0')
  let whole = digits.slice(0, -2)
  const groups: string[] = []
  while (whole.length > 3) {
    groups.unshift(whole.slice(-3))
    whole = whole.slice(0, -3)
  }
  return `${negative ? '-' : ''}${[whole, ...groups].join(group)}${decimal}${digits.slice(-2)}`
}
const plain = (cents: bigint) => written(cents, '', '.')
const cents = fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n })

describe('amounts', () => {
  test('are the same in every way of grouping and of decimals', () => {
    const ways = [
      [' ', ','],
      ['\u00a0', ','],
      ['\u202f', ','],
      ['.', ','],
      [',', '.'],
      ['’', '.'],
      ["'", '.'],
      ['', ','],
      ['', '.'],
    ] as const
    fc.assert(
      fc.property(cents, fc.constantFrom(...ways), (amount, [group, decimal]) => {
        expect(readAmount(written(amount, group, decimal), 'text')).toEqual({ value: plain(amount) })
      }),
    )
  })
  test('carry the currency of their cell, before or behind', () => {
    fc.assert(
      fc.property(
        cents.filter(amount => amount >= 0n),
        fc.constantFrom(['€', 'EUR'], ['EUR', 'EUR'], ['R$', 'BRL'], ['US$', 'USD'], ['£', 'GBP'], ['CLP', 'CLP']),
        fc.boolean(),
        (amount, [sign = '', code = ''], before) => {
          const bare = written(amount, ' ', ',')
          expect(readAmount(before ? `${sign} ${bare}` : `${bare} ${sign}`, 'text')).toEqual({
            value: `${plain(amount)} ${code}`,
          })
        },
      ),
    )
  })
  test('of one sign before three digits are thousands, and told', () => {
    for (const typed of ['1.500', '1,500'])
      expect(readAmount(typed, 'text')).toEqual({
        value: '1500.00',
        remark: { code: 'thousands', detail: '1500.00' },
      })
    expect(readAmount('1.500.000', 'text')).toEqual({ value: '1500000.00' })
  })
  test('that are none are told, never guessed', () => {
    for (const typed of ['beaucoup', '12 k€', '1.5.00', '1,2,3.4', '12 euros environ', '9'.repeat(16), '1,234.5678'])
      expect([typed, readAmount(typed, 'text')]).toEqual([typed, { error: 'amount' }])
    expect(readAmount('1e400', 'number')).toEqual({ error: 'amount' })
    expect(readAmount('4200.5', 'number')).toEqual({ value: '4200.50' })
  })
  test('never throw, and are always two decimals', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), typed => {
        const read = readAmount(typed, 'text')
        if (read && 'value' in read) expect(read.value).toMatch(/^-?\d{1,18}\.\d{2}( [A-Z]{3})?$/)
      }),
    )
  })
  test('currencies and lengths of time', () => {
    expect(['€', 'euros', 'brl', 'Dólares', 'R$'].map(readCurrency)).toEqual(
      ['EUR', 'EUR', 'BRL', 'USD', 'BRL'].map(value => ({ value })),
    )
    expect(readCurrency('monnaie')).toEqual({ error: 'currency' })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), n => {
        for (const unit of ['mois', 'meses', 'months', 'm', ''])
          expect(readMonths(`${n} ${unit}`.trim())).toEqual({ value: String(n) })
        for (const unit of ['ans', 'años', 'anos', 'years'])
          expect(readMonths(`${n} ${unit}`)).toEqual({ value: String(n * 12) })
        for (const unit of ['jours', 'días', 'dias', 'days'])
          expect(readMonths(`${n}${unit}`)).toEqual({ value: `${n}d` })
      }),
    )
    for (const typed of ['', 'mois', '-3', '1201', '101 ans', '3651 j', '2 semaines', '401 trimestres'])
      expect(readMonths(typed)).toEqual({ error: 'months' })
  })
  test('in words too, and in quarters', () => {
    const said: [string, string][] = [
      ['six mois', '6'],
      ['deux ans', '24'],
      ['un año', '12'],
      ['um ano', '12'],
      ['1 trimestre', '3'],
      ['2 semestres', '12'],
      ['one year', '12'],
    ]
    for (const [typed, value] of said) expect([typed, readMonths(typed)]).toEqual([typed, { value }])
  })
  test('among other words, which are left without them', () => {
    const said: [string, { months: string; rest: string } | null][] = [
      ['tácita, 1 año', { months: '12', rest: 'tacita' }],
      ['tacite reconduction (12 mois)', { months: '12', rest: 'tacite reconduction' }],
      ['tacite, par périodes de 3 ans', { months: '36', rest: 'tacite' }],
      ['Tacite reconduction annuelle', { months: '12', rest: 'tacite reconduction' }],
      ['renovação tácita por dois anos', { months: '24', rest: 'renovacao tacita' }],
      ['tacite', null],
      ['tacite, 3 fois', null],
      ['Convention 2015 annuleé', null],
    ]
    for (const [typed, found] of said) expect([typed, durationIn(typed)]).toEqual([typed, found])
  })
})
