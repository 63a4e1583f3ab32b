import { readAmount } from '../../relations/rules/amount.ts'

/** An amount as people write it, which may take back another: “-1200.50”. Decimal text; null when it cannot be read. */
export function readSigned(typed: string): string | null {
  const text = typed.trim()
  const taken = /^[-\u2212]/.test(text)
  const amount = readAmount(taken ? text.slice(1) : text)
  return amount === null ? null : taken && /[1-9]/.test(amount) ? `-${amount}` : amount
}
