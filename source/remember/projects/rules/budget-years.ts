/** The years of a budget: one, or from the first to the last. */
export type BudgetYears = { first: number; last: number | null }

const [earliest, latest] = [1900, 2200]

/** Reads `2017`, `2017/2018`, `2017-2018`, `2017 – 2018`; null for what is no year or interval of years between 1900 and 2200. */
export function readBudgetYears(typed: string): BudgetYears | null {
  const found = /^(\d{4})(?:\s*[/–-]\s*(\d{4}))?$/.exec(typed.trim())
  if (!found) return null
  const [first, last] = [Number(found[1]), Number(found[2] ?? found[1])]
  if (first < earliest || last > latest || last < first) return null
  return { first, last: last === first ? null : last }
}

/** As BUDGET_ANNEE has them (SCDL Délibérations 2.1): `2017` or `2017/2018`; null where no year is known. */
export const budgetYearsText = (first: number | null, last: number | null): string | null =>
  first === null ? null : last === null ? String(first) : `${first}/${last}`
