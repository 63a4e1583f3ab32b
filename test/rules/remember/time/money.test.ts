import { expect, it } from 'vitest'
import { amountInWords } from '../../../../source/remember/acts/amount-in-words.ts'
import { valueOfColumn } from '../../../../source/remember/time/pages/values.ts'
import { byRecords, type Doc, withMoney } from '../../../../source/remember/time/rules/changes.ts'

const told = (column: string) => !['id', 'space_id', 'activity_id'].includes(column)
const columnsOf = (table: string, before: Doc | null, after: Doc | null) => {
  const line = byRecords([{ table, id: 'm', before, after }], told, [])[0]?.lines[0]
  return line ? withMoney(line) : null
}

it('tells an amount with its currency in one line, whichever of the two is different', () => {
  const was = { activity_id: 'a', kind: 'budget', value: 120000, currency: 'EUR' }
  const amount = (before: unknown, after: unknown) => [{ column: 'amount', before, after }]
  const now = (more: Doc) => columnsOf('activity_money', was, { ...was, ...more })
  expect(now({ value: 95000.5 })).toEqual(amount([120000, 'EUR'], [95000.5, 'EUR']))
  expect(now({ currency: 'USD' })).toEqual(amount([120000, 'EUR'], [120000, 'USD']))
  expect(now({ value: 1, currency: 'CLP' })).toEqual(amount([120000, 'EUR'], [1, 'CLP']))
  expect(now({ kind: 'incoming' })).toEqual([{ column: 'kind', before: 'budget', after: 'incoming' }])
  expect(columnsOf('fee', null, { year: 2018, amount: 1500, currency: 'EUR' })).toEqual([
    { column: 'year', before: null, after: 2018 },
    ...amount(null, [1500, 'EUR']),
  ])
  expect(columnsOf('activity_money', was, null)).toContainEqual(amount([120000, 'EUR'], null)[0])
  // What is no money keeps its value as it is.
  expect(columnsOf('identifier', { value: 'a', record_table: 'x', record_id: 'y' }, null)).toContainEqual({
    column: 'value',
    before: 'a',
    after: null,
  })
})

it.each([
  ['fr', '120\u202f000,50\u00a0€', '33,33\u00a0%'],
  ['en', '€120,000.50', '33.33%'],
  ['pt', '€\u00a0120.000,50', '33,33%'],
  ['es', '120.000,50\u00a0€', '33,33\u00a0%'],
] as const)('money, shares and years in %s', (locale, money, share) => {
  expect(valueOfColumn(locale, 'fee', 'amount', [120000.5, 'EUR'])?.replace('\u202f%', '\u00a0%')).toBe(money)
  expect(valueOfColumn(locale, 'activity_party', 'percentage', 33.33)?.replace('\u202f%', '\u00a0%')).toBe(share)
  expect(valueOfColumn(locale, 'fee', 'year', 2018)).toBe('2018')
})

it('money with no cents, of a thousand and more, and of a dollar among others', () => {
  expect(amountInWords('es', '2000.00', 'EUR')).toBe('2.000\u00a0€')
  expect(amountInWords('fr', '2000', 'XOF').replaceAll(/\s/g, ' ')).toBe('2 000 F CFA')
  expect(amountInWords('pt', '2000.00', 'USD')).toBe('US$\u00a02.000')
  expect(amountInWords('en', '9007199254740993.01', 'EUR')).toBe('€9,007,199,254,740,993.01')
})
