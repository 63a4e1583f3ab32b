/** A share as the forms take it: “12.5”, « 33,33 »; 0 to 100 with at most two decimals, as decimal text. Null otherwise. */
export function readShare(typed: string): string | null {
  const found = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/.exec(typed.trim())
  if (!found) return null
  const [, whole = '', decimals = ''] = found
  const share = `${Number(whole)}${decimals === '' ? '' : `.${decimals}`}`
  return hundredths(share) > 10_000 ? null : share
}

/** A share in hundredths of one per cent, exactly: “33.33” is 3333. */
export function hundredths(share: string): number {
  const [whole = '0', decimals = ''] = share.split('.')
  return Number(whole) * 100 + Number(decimals.padEnd(2, '0').slice(0, 2))
}

/**
 * What is wrong with the shares of what stands beside each other: sectors, countries. `some`: some have a share and others
 * none; `none`: several, and none has one; `sum`: they do not make 100. One alone needs no share. Shares of thirds may miss 100
 * by one hundredth (IATI 3.1 and 2.1 leave as much).
 */
export function wrongShares(shares: readonly (string | null)[]): 'some' | 'none' | 'sum' | null {
  const given = shares.filter(share => share !== null)
  if (given.length === 0) return shares.length > 1 ? 'none' : null
  if (given.length < shares.length) return 'some'
  const sum = given.reduce((total, share) => total + hundredths(share), 0)
  return Math.abs(sum - 10_000) <= 1 ? null : 'sum'
}
