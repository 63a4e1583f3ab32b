import { endsFirst } from './as-known.ts'
import type { Fields } from './kinds.ts'
import type { ErrorCode } from './problems.ts'
import type { Unit } from './units.ts'

export type Fault = { field: string; code: ErrorCode; suggestion: string | null }

/** What is wrong between the fields of one record; null when nothing is. The same that the database holds to. */
export function faultOf(unit: Unit): Fault | null {
  const { after } = unit
  if (unit.under !== null) return agreementFault(after)
  if (unit.kind === 'commitments') {
    const settled = after.outcome === 'kept' || after.outcome === 'dropped'
    if (settled && !after.settledOn) return { field: 'settledOn', code: 'missing', suggestion: null }
    // A day on which it was settled, of what nobody says that it is: that it was kept is likely, and a question.
    const saysDay = after.settledOn !== undefined && after.settledOn !== unit.before.settledOn
    if (!settled && saysDay) return { field: 'outcome', code: 'not-settled', suggestion: 'kept' }
  }
  if (unit.kind === 'projects') {
    for (const [start, end] of [
      ['plannedStart', 'plannedEnd'],
      ['actualStart', 'actualEnd'],
    ] as const)
      if (endsFirst(after[start], after[end])) return { field: end, code: 'order', suggestion: null }
  }
  return null
}

function agreementFault(after: Fields): Fault | null {
  const { renewal, firstEnd, renewalMonths, signedOn } = after
  if (endsFirst(signedOn, firstEnd)) return { field: 'firstEnd', code: 'order', suggestion: null }
  if (renewalMonths?.endsWith('d')) return { field: 'renewalMonths', code: 'months', suggestion: null }
  if (renewal === 'tacit' && !firstEnd) return { field: 'firstEnd', code: 'tacit-needs', suggestion: null }
  if (renewal === 'tacit' && !renewalMonths)
    // For how long nobody said, and nobody here makes it up.
    return { field: 'renewalMonths', code: 'tacit-needs', suggestion: null }
  if (renewal === 'indefinite' && firstEnd) return { field: 'renewal', code: 'indefinite-end', suggestion: 'express' }
  return null
}
