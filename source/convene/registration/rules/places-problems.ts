import type { Region } from '#ground/people/rules/region.ts'
import type { Category } from './answers.ts'
import { overall } from './places.ts'

/** How a seminar gives its places, as organisers settle it. */
export type AdmissionFields = {
  approvalFor: readonly Category[]
  perOrganisation: number | null
  perForm: number
  promotion: 'direct' | 'offer'
  offerHours: number
  /** Null: when the seminar begins. */
  promoteUntil: Temporal.Instant | null
  /** Null: the deadline of registration. */
  changeUntil: Temporal.Instant | null
}

export type QuotaToCheck = {
  key: string
  capacity: number
  categories: readonly Category[] | null
  regions: readonly Region[] | null
  territoryId: string | null
  /** Language → name. */
  name: Readonly<Partial<Record<string, string>>>
}

export type PlacesProblem =
  /** `quota` is its number in the list, from 0. */
  | { quota: number; field: 'capacity'; code: 'number' }
  | { quota: number; field: 'key'; code: 'form' | 'twice' }
  | { quota: number; field: 'name'; code: 'missing' | 'too-long' }
  /** A quota counts somebody in particular; that of the whole seminar counts everybody. */
  | { quota: number; field: 'conditions'; code: 'missing' | 'none-for-overall' }
  | { quota: number; field: 'territoryId'; code: 'unknown' }
  | { field: 'perOrganisation' | 'perForm' | 'offerHours'; code: 'number' }
  /** Newcomers would come before those who wait. */
  | { field: 'promoteUntil'; code: 'before-deadline' }
  | { field: 'promoteUntil' | 'changeUntil'; code: 'after-end' }

/** A bound against slips of the hand; no hall is larger. */
export const mostPlaces = 1_000_000

const isNumber = (n: number, from: number, to: number) => Number.isInteger(n) && n >= from && n <= to

/**
 * What is wrong with places as an organiser wants them; empty when nothing is.
 *
 * @param seminar its deadline of registration and its end, the language of its originals, and the territories that may
 *   be named
 */
export function placesProblems(
  { quotas, admission }: { quotas: readonly QuotaToCheck[]; admission: AdmissionFields },
  seminar: {
    closesAt: Temporal.Instant
    endsAt: Temporal.Instant
    sourceLanguage: string
    territories: ReadonlySet<string>
  },
): PlacesProblem[] {
  const found = quotas.flatMap((quota, index) => quotaProblems(quota, index, quotas, seminar))
  const { perOrganisation, perForm, offerHours, promoteUntil, changeUntil } = admission
  if (perOrganisation !== null && !isNumber(perOrganisation, 1, mostPlaces))
    found.push({ field: 'perOrganisation', code: 'number' })
  if (!isNumber(perForm, 1, 20)) found.push({ field: 'perForm', code: 'number' })
  if (!isNumber(offerHours, 1, 720)) found.push({ field: 'offerHours', code: 'number' })
  const { compare } = Temporal.Instant
  if (promoteUntil !== null && compare(promoteUntil, seminar.closesAt) < 0)
    found.push({ field: 'promoteUntil', code: 'before-deadline' })
  if (promoteUntil !== null && compare(promoteUntil, seminar.endsAt) > 0)
    found.push({ field: 'promoteUntil', code: 'after-end' })
  if (changeUntil !== null && compare(changeUntil, seminar.endsAt) > 0)
    found.push({ field: 'changeUntil', code: 'after-end' })
  return found
}

function quotaProblems(
  quota: QuotaToCheck,
  index: number,
  all: readonly QuotaToCheck[],
  seminar: { sourceLanguage: string; territories: ReadonlySet<string> },
): PlacesProblem[] {
  const found: PlacesProblem[] = []
  const { key, capacity, categories, regions, territoryId } = quota
  if (!isNumber(capacity, 0, mostPlaces)) found.push({ quota: index, field: 'capacity', code: 'number' })
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(key) || key.length > 80) found.push({ quota: index, field: 'key', code: 'form' })
  else if (all.findIndex(other => other.key === key) < index) found.push({ quota: index, field: 'key', code: 'twice' })
  const isConditional = (categories?.length ?? 0) > 0 || (regions?.length ?? 0) > 0 || territoryId !== null
  if (key === overall) {
    if (isConditional) found.push({ quota: index, field: 'conditions', code: 'none-for-overall' })
    return found
  }
  if (!isConditional) found.push({ quota: index, field: 'conditions', code: 'missing' })
  if (territoryId !== null && !seminar.territories.has(territoryId))
    found.push({ quota: index, field: 'territoryId', code: 'unknown' })
  if ((quota.name[seminar.sourceLanguage] ?? '').trim() === '')
    found.push({ quota: index, field: 'name', code: 'missing' })
  if (Object.values(quota.name).some(name => (name ?? '').length > 200))
    found.push({ quota: index, field: 'name', code: 'too-long' })
  return found
}
