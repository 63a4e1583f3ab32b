import { foldOrganisation } from '#convene/registration/rules/fold.ts'
import { beside } from './as-known.ts'
import { bodiesOf, type Fields } from './kinds.ts'
import type { Unit } from './units.ts'

/** By what an agreement is told from the others of its relationship. */
export type Agreement = { titles: ReadonlySet<string>; signed: string; end: string }

export const agreementIn = (fields: Fields): Agreement => ({
  titles: new Set(Object.values(bodiesOf(fields, 'agreementTitle')).map(foldOrganisation)),
  signed: fields.signedOn ?? '',
  end: fields.firstEnd ?? '',
})

/** Keys of an agreement within its relationship, for relationships that have very many. */
export const agreementKeys = (relationship: string, { titles, signed }: Agreement): string[] => [
  ...[...titles].map(title => `${relationship} title ${title}`),
  ...(signed === '' ? [] : [`${relationship} signed ${signed}`]),
]

/** Enough for the same agreement; what is less is so only where nothing else of the sheet may be meant. */
const sure = 4
const weak = { otherEnd: 3, otherDay: 2, alone: 1 }

/**
 * How much speaks for two being one; null where they cannot be. A title that is not the same makes another agreement, even
 * when both were signed on one day.
 */
function likenessOf(there: Agreement, given: Agreement): number | null {
  const titled = there.titles.size > 0 && given.titles.size > 0
  if (titled && ![...given.titles].some(title => there.titles.has(title))) return null
  const signed = together(there.signed, given.signed)
  const ends = together(there.end, given.end)
  if (titled) {
    if (signed === 'other') return weak.otherDay
    if (signed === null) return ends === 'other' ? weak.otherEnd : ends === null ? 4 : 5
    return signed === 'same' ? (ends === 'same' ? 8 : 7) : 6
  }
  if (signed === 'other') return null
  if (signed !== null) return signed === 'same' ? 6 : 5
  return ends === 'same' ? 5 : weak.alone
}

function together(there: string, given: string): 'same' | 'near' | 'other' | null {
  if (there === '' || given === '') return null
  if (there === given) return 'same'
  return beside(there, given) === 'other' ? 'other' : 'near'
}

export type Candidate = { unit: Unit; agreement: Agreement }

/**
 * Which agreement of a relationship is meant. `like` is one with the same title that something sets apart.
 *
 * @param all the agreements of the relationship
 * @param onlySure rows that are sure of theirs come before those that are not
 */
export function findAgreement(
  all: readonly Candidate[],
  given: Agreement,
  onlySure: boolean,
): { found: Unit | 'several' | null; like: Unit | null } {
  const rated = all
    .map(one => ({ ...one, like: likenessOf(one.agreement, given) }))
    .filter((one): one is Candidate & { like: number } => one.like !== null)
  const most = Math.max(0, ...rated.map(one => one.like))
  const best = rated.filter(one => one.like === most)
  const [first] = best
  if (first === undefined) return { found: null, like: null }
  if (most >= sure) return { found: best.length > 1 ? 'several' : first.unit, like: null }
  if (onlySure) return { found: null, like: null }
  // What no other row has told of yet, and nothing else there is like it.
  const free = best.length === 1 && first.unit.saidBy.size === 0
  const silent = most === weak.alone && (first.agreement.end === '' || given.end === '')
  const only = all.length === 1
  if ((free || silent) && (most > weak.alone || only)) return { found: first.unit, like: null }
  return { found: null, like: most > weak.alone ? first.unit : null }
}
