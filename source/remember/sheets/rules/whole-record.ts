import type { Fields } from './kinds.ts'
import type { ErrorCode } from './problems.ts'
import type { Unit } from './units.ts'

export type Fault = { field: string; code: ErrorCode; suggestion: string | null }

/** What is wrong between the fields of one record; null when nothing is. The same that the database holds to. */
export function faultOf(unit: Unit): Fault | null {
  const { after } = unit
  if (unit.under !== null) return agreementFault(after)
  if (unit.kind === 'projects') {
    for (const [start, end] of [
      ['plannedStart', 'plannedEnd'],
      ['actualStart', 'actualEnd'],
    ] as const)
      if (after[start] && after[end] && (after[end] ?? '') < (after[start] ?? ''))
        return { field: end, code: 'order', suggestion: null }
  }
  return null
}

function agreementFault(after: Fields): Fault | null {
  const { renewal, firstEnd, renewalMonths, signedOn } = after
  if (signedOn && firstEnd && firstEnd < signedOn) return { field: 'firstEnd', code: 'order', suggestion: null }
  if (renewalMonths?.endsWith('d')) return { field: 'renewalMonths', code: 'months', suggestion: null }
  if (renewal === 'tacit' && !firstEnd) return { field: 'firstEnd', code: 'tacit-needs', suggestion: null }
  if (renewal === 'tacit' && !renewalMonths)
    return { field: 'renewalMonths', code: 'tacit-needs', suggestion: monthsOf(signedOn, firstEnd) }
  if (renewal === 'indefinite' && firstEnd) return { field: 'renewal', code: 'indefinite-end', suggestion: 'express' }
  return null
}

// As long as its first term, where that is a number of months: to the day before, or to the very day.
function monthsOf(from: string | undefined, to: string | undefined): string {
  if (!from || !to) return '12'
  const start = Temporal.PlainDate.from(from)
  for (const end of [Temporal.PlainDate.from(to).add({ days: 1 }), Temporal.PlainDate.from(to)]) {
    const { years, months, days } = start.until(end, { largestUnit: 'years' })
    if (days === 0 && years * 12 + months > 0) return String(years * 12 + months)
  }
  return '12'
}
