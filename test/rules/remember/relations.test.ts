import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { locales } from '../../../source/ground/languages/locales.ts'
import { amountToType } from '../../../source/remember/acts/amount-in-words.ts'
import { readAmount } from '../../../source/remember/relations/rules/amount.ts'
import { eventKinds, likelyNext } from '../../../source/remember/relations/rules/next-events.ts'
import { sinceThen, standingOf } from '../../../source/remember/relations/rules/standing.ts'
import { termsErrors, tidyTerms } from '../../../source/remember/relations/rules/terms.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

describe('an amount in a form', () => {
  const decimals = fc
    .tuple(fc.bigInt({ min: 0n, max: 9_999_999_999_999_999n }), fc.integer({ min: 0, max: 99 }))
    .map(([whole, cents]) => ({ whole: String(whole), cents: String(cents).padStart(2, '0') }))

  it('is read back as it was kept, whatever the language', () => {
    fc.assert(
      fc.property(decimals, fc.constantFrom(...locales), ({ whole, cents }, locale) => {
        const read = readAmount(amountToType(locale, `${whole}.${cents}`))
        expect(read).toBe(cents === '00' ? whole : `${whole}.${cents}`)
      }),
    )
  })

  it.each(['', 'mille', '1 200,50', '1.200,50', '12.'])(
    '%j, which is no decimal text, stays as it was typed',
    typed => {
      expect(amountToType('pt', typed)).toBe(typed)
    },
  )
})

describe('whether a relationship lives', () => {
  it.each([
    ['2009/..', '2026-02-11', 'alive'],
    ['2009/2014', '2026-02-11', 'ended'],
    ['2009/2014', '2014-12-31', 'alive'],
    ['2009/2014-06', '2014-07-01', 'ended'],
    ['2027/..', '2026-02-11', 'to-come'],
    ['2009/', '2026-02-11', 'unclear'],
    ['/2014', '2014-01-01', 'alive'],
  ])('%s on %s is %s', (during, on, standing) => {
    expect(standingOf(during, day(on))).toBe(standing)
  })

  it('a date alone says since when, but of a declaration', () => {
    expect(sinceThen('1998', 'twinning')).toBe('1998/..')
    expect(sinceThen('1998~')).toBe('1998~/..')
    expect(sinceThen('1998/2004', 'twinning')).toBe('1998/2004')
    expect(sinceThen('1998-06-04', 'declaration')).toBe('1998-06-04')
  })
})

describe('an amount of money', () => {
  it('is read as each of the four languages writes it', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 16n - 1n }), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
        const decimals = String(cents).padStart(2, '0')
        const grouped = (sign: string) => String(whole).replace(/\B(?=(\d{3})+(?!\d))/g, sign)
        const wanted = `${whole}.${decimals}`
        for (const written of [
          `${grouped('\u202f')},${decimals}`,
          `${grouped(' ')},${decimals}`,
          `${grouped('.')},${decimals}`,
          `${grouped(',')}.${decimals}`,
          `${whole}.${decimals}`,
        ])
          expect(readAmount(written), written).toBe(wanted)
        expect(readAmount(grouped('.'))).toBe(String(whole))
      }),
    )
  })
  it.each(['', 'mille', '-3', '1.2.3', '12,345,6', '1,23456', '1e3', '10 000 000 000 000 000'])('refuses %s', typed => {
    expect(readAmount(typed)).toBeNull()
  })
})

describe('the terms of an agreement', () => {
  const all = { firstEnd: '2025-08-28', renewalMonths: '12', mostRenewals: '3', noticeMonths: '2' }
  it('keep only the answers that their renewal gives a meaning to', () => {
    expect(tidyTerms({ ...all, renewal: 'none' })).toMatchObject({
      firstEnd: '2025-08-28',
      renewalMonths: '',
      mostRenewals: '',
    })
    expect(tidyTerms({ ...all, renewal: 'indefinite' })).toMatchObject({
      firstEnd: '',
      renewalMonths: '',
      noticeMonths: '2',
    })
    expect(tidyTerms({ ...all, renewal: 'tacit' })).toEqual({ ...all, renewal: 'tacit' })
    expect(tidyTerms({ ...all, renewal: 'express' })).toEqual({ ...all, renewal: 'express' })
  })
  it('need an end and a length to renew themselves', () => {
    expect(termsErrors({ renewal: 'tacit', firstEnd: '', renewalMonths: '' })).toEqual({
      firstEnd: 'firstEnd',
      renewalMonths: 'renewalMonths',
    })
    expect(termsErrors({ ...all, renewal: 'tacit' })).toEqual({})
    expect(termsErrors({ renewal: 'express', firstEnd: '', renewalMonths: '' })).toEqual({})
  })
})

it('what is likely to happen next is a kind of event, in every state', () => {
  for (const state of [
    'not-yet',
    'negotiated',
    'approved',
    'signed',
    'in-force',
    'suspended',
    'denounced',
    'expired',
    'terminated',
  ]) {
    expect(likelyNext(state).length).toBeGreaterThan(0)
    for (const kind of likelyNext(state)) expect(eventKinds).toContain(kind)
  }
})
