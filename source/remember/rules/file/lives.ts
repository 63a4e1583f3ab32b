import type { Said } from './memory-file.ts'

/** A row before its day is known: `states` are what it says from a day on, the first from when it was written. */
export type Life = {
  table: string
  id: string
  /** Rows that must be there before it. */
  after: readonly string[]
  from: Temporal.PlainDate
  states: { from: Temporal.PlainDate; columns: Record<string, unknown>; texts: Record<string, Said | undefined> }[]
}

export function later(a: Temporal.PlainDate, b: Temporal.PlainDate | undefined): Temporal.PlainDate {
  return b !== undefined && Temporal.PlainDate.compare(b, a) > 0 ? b : a
}
