import { dayIn, reachOf } from '../../rules/edtf.ts'
import { type MoneyKind, type Status, transactions } from './codes.ts'
import { wrongShares } from './shares.ts'

/**
 * What is known of a project, as far as the rules of publishing ask; its dates are EDTF, those of money YYYY-MM-DD,
 * shares decimal text.
 */
export type ProjectKnown = {
  title: boolean
  description: boolean
  identifier: string | null
  status: Status
  plannedStart: string | null
  actualStart: string | null
  plannedEnd: string | null
  actualEnd: string | null
  parties: number
  /** Countries of its places, each once for each place that says one. */
  countries: readonly { country: string; percentage: string | null }[]
  sectors: readonly { percentage: string | null }[]
  ownThemes: number
  /** Of each policy marker, how much it counts. */
  markers: readonly (number | null)[]
  money: readonly { kind: MoneyKind; valueDate: string; periodStart: string | null; periodEnd: string | null }[]
}

export const lacks = [
  'title',
  'description',
  'identifier',
  'identifier-signs',
  'parties',
  'start',
  'actual-in-future',
  'date-not-exact',
  'country',
  'country-shares',
  'sector',
  'sector-only-own',
  'sector-shares',
  'marker-unsaid',
  'budget-period',
  'budget-long',
  'money-in-future',
] as const
export type Lack = (typeof lacks)[number]

/**
 * What keeps a project from being published in IATI 2.03, in the order in which it is best put right: mandatory elements of the
 * standard, and the rules of its validator that are errors there.
 *
 *  identifier-signs  1.x.13, 1.x.1: spaces and / & | ? are in no identifier
 *  start             6.11.1: planned or actual start
 *  actual-in-future  11.1.3, 11.1.4: what is actual has happened
 *  date-not-exact    activity-date/@iso-date is a day: none is made up where a month or a year is known
 *  country-shares    3.1.x: several countries share 100
 *  sector…           6.2.2, 102.1.1, 2.1.x: one at least, of the DAC list too, sharing 100
 *  marker-unsaid     policy-marker/@significance: only a publisher’s own vocabulary goes without it
 *  budget-…          7.5.3: a budget is for a period of at most a year
 *  money-in-future   11.2.1: a transaction has happened
 */
export function whatIsLacking(known: ProjectKnown, day: string): Lack[] {
  const { identifier, money, sectors } = known
  const budgets = money.filter(one => one.kind === 'budget')
  const inFuture = (date: string | null) => date !== null && date > day
  const dates = [known.plannedStart, known.actualStart, known.plannedEnd, known.actualEnd].filter(one => one !== null)
  const found: Record<Lack, boolean> = {
    title: !known.title,
    description: !known.description,
    identifier: identifier === null,
    'identifier-signs': identifier !== null && /[\s/&|?]/.test(identifier),
    parties: known.parties === 0,
    start: known.plannedStart === null && known.actualStart === null,
    'actual-in-future': [known.actualStart, known.actualEnd].some(date => date !== null && firstDay(date) > day),
    'date-not-exact': dates.some(date => dayIn(date) === null),
    country: known.countries.length === 0,
    'country-shares': wrongShares(sharesOfCountries(known.countries)) !== null,
    sector: sectors.length === 0 && known.ownThemes === 0,
    'sector-only-own': sectors.length === 0 && known.ownThemes > 0,
    'sector-shares': wrongShares(sectors.map(sector => sector.percentage)) !== null,
    'marker-unsaid': known.markers.some(significance => significance === null),
    'budget-period': budgets.some(one => one.periodStart === null || one.periodEnd === null),
    'budget-long': budgets.some(one => isLongerThanAYear(one.periodStart, one.periodEnd)),
    'money-in-future': money.some(one => transactions.includes(one.kind) && inFuture(one.valueDate)),
  }
  return lacks.filter(lack => found[lack])
}

// Several places of one country are one country: it needs no share when it stands alone.
function sharesOfCountries(places: ProjectKnown['countries']): (string | null)[] {
  const different = new Set(places.map(place => place.country))
  const shares = places.map(place => place.percentage)
  return different.size > 1 || shares.some(share => share !== null) ? shares : []
}

function isLongerThanAYear(start: string | null, end: string | null): boolean {
  if (start === null || end === null) return false
  const last = Temporal.PlainDate.from(start).add({ years: 1 }).subtract({ days: 1 })
  return Temporal.PlainDate.compare(Temporal.PlainDate.from(end), last) > 0
}

const firstDay = (edtf: string): string => reachOf(edtf).first?.toString() ?? ''
const lastDay = (edtf: string): string => reachOf(edtf).last?.toString() ?? '9999'

/** Whether a project still goes on in its state though its planned end, EDTF, is certainly past. */
export function isPastItsEnd(
  project: { status: Status; plannedEnd: string | null; actualEnd: string | null },
  day: string,
): boolean {
  const { status, plannedEnd, actualEnd } = project
  return ['1', '2', '3'].includes(status) && actualEnd === null && plannedEnd !== null && lastDay(plannedEnd) < day
}
