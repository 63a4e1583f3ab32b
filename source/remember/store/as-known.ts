import { dayIn, isUnknown } from '../rules/edtf.ts'

/**
 * A date as it is known, as its two columns hold it: the day that is used and, where less is known, that. The database makes the
 * day from what is known (migration 0018): it is not said here.
 *
 * @param edtf one date; empty, or one that nobody knows: neither
 */
export function dayAndKnown(edtf: string | null | undefined): { day: string | null; known: string | null } {
  const said = edtf?.trim() ?? ''
  if (said === '' || isUnknown(said)) return { day: null, known: null }
  const day = dayIn(said)
  return day === null ? { day: null, known: said } : { day, known: null }
}
