import type { Fields } from '../../rules/typed.ts'

export const agreementKinds = ['charter', 'convention', 'addendum', 'letter'] as const
export const renewals = ['none', 'tacit', 'express', 'indefinite'] as const

/** What the answers of the form of an agreement need, by how it is renewed: what has no meaning then is left out. */
export function tidyTerms(fields: Fields): Fields {
  const { renewal } = fields
  const only = (matters: boolean, field: string) => (matters ? {} : { [field]: '' })
  return {
    ...fields,
    ...only(renewal !== 'indefinite', 'firstEnd'),
    ...only(renewal === 'tacit' || renewal === 'express', 'renewalMonths'),
    ...only(renewal === 'tacit' || renewal === 'express', 'mostRenewals'),
  }
}

/** Errors between the answers, as keys. */
export function termsErrors({ renewal, firstEnd, renewalMonths }: Fields): Record<string, string> {
  if (renewal !== 'tacit') return {}
  return {
    ...(firstEnd ? {} : { firstEnd: 'firstEnd' }),
    ...(renewalMonths ? {} : { renewalMonths: 'renewalMonths' }),
  }
}
