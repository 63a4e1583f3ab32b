/**
 * An amount of money as people write it: « 1 200,50 », “1.200,50”, “1,200.50”, 1200. A comma or a point before one or two last
 * digits begins the decimals; before three it groups thousands.
 *
 * @returns decimal text with a point, as the database takes it; null when it cannot be read, or has more than two decimals
 */
export function readAmount(typed: string): string | null {
  const text = typed.trim().replace(/[\s\u00a0\u202f'’]/g, '')
  const found = /^(\d[\d.,]*?)(?:([.,])(\d{1,2}))?$/.exec(text)
  if (!found) return null
  const [, whole = '', sign, decimals] = found
  if (sign !== undefined && whole.includes(sign)) return null
  if (!/^\d+$/.test(whole) && !/^\d{1,3}(\.\d{3})+$/.test(whole) && !/^\d{1,3}(,\d{3})+$/.test(whole)) return null
  const digits = whole.replace(/[.,]/g, '').replace(/^0+(?=\d)/, '')
  if (digits.length > 16) return null
  return decimals === undefined ? digits : `${digits}.${decimals.padEnd(2, '0')}`
}
