import { splitName } from '#convene/guests/rules/full-name.ts'
import { isUnknown, parseEdtf } from '../../rules/edtf.ts'
import { type Problem, problem } from './problems.ts'
import type { ReadingOptions, RowRead, Said } from './rows.ts'
import type { SheetTable } from './table.ts'

/** Puts together what stands in several cells. */
export function finish(table: SheetTable, record: RowRead, options: ReadingOptions, problems: Problem[]): void {
  const { said, row } = record
  const fail = (
    column: number | null,
    field: string,
    code: Problem['code'],
    found = '',
    suggestion: string | null = null,
  ) => {
    record.wrong = true
    problems.push({ ...problem('error', row, column, field, code, found), suggestion })
  }
  const whole = said.get('fullName')
  if (whole && !said.has('family')) {
    const split = splitName(whole.value)
    said.set('family', { ...whole, value: split?.familyName ?? whole.value })
    if (split) said.set('given', { ...whole, value: split.givenName })
    else problems.push(problem('warning', row, whole.column, 'fullName', 'one-word-name', whole.found))
  }
  said.delete('fullName')
  joinPeriod(record, fail)
  const field = table.kind === 'fees' ? 'amount' : 'budget'
  const money = said.get(field)
  if (money) {
    const [value = '', inside] = money.value.split(' ')
    said.set(field, { ...money, value })
    // Nobody pays less than nothing to be a member.
    if (field === 'amount' && Number(value) < 0) fail(money.column, field, 'negative', money.found)
    const currency = said.get('currency')?.value ?? inside ?? options.currency
    if (currency)
      said.set('currency', {
        column: said.get('currency')?.column ?? money.column,
        found: money.found,
        value: currency,
      })
    else fail(money.column, field, 'currency-missing', money.found)
  } else said.delete('currency')
  const title = said.get('title')
  const body = said.get('body')
  if (table.kind === 'journal' && !title && body && !said.has('id'))
    said.set('title', { ...body, value: firstWords(body.value) })
}

function joinPeriod(
  record: RowRead,
  fail: (column: number | null, field: string, code: Problem['code'], found: string) => void,
) {
  const { said } = record
  const since = said.get('since')
  const until = said.get('until')
  if (!since && !until) return
  const begin = since === undefined || isUnknown(since.value) ? '' : since.value.split('/')[0]
  const end = until === undefined ? '..' : isUnknown(until.value) ? '' : until.value.split('/').at(-1)
  const during = said.get('during')
  if (!during) {
    const first = since ?? (until as Said)
    const value = `${begin}/${end}`
    if (parseEdtf(value) === null) fail(until?.column ?? first.column, 'until', 'order', until?.found ?? '')
    else said.set('during', { ...first, value })
  }
  said.delete('since')
  said.delete('until')
}

const firstWords = (text: string): string => {
  const line = text.split('\n', 1)[0] ?? text
  return line.length <= 100 ? line : `${line.slice(0, 100).replace(/\s+\S*$/u, '')} …`
}
