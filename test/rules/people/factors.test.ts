import { createHmac, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  generatorAddress,
  secretInWords,
  stepOfCode,
} from '../../../source/ground/people/factors/rules/code-generator.ts'
import { isFresh } from '../../../source/ground/people/factors/rules/fresh.ts'
import {
  recoveryBytes,
  recoveryCode,
  sameRecoveryCode,
} from '../../../source/ground/people/factors/rules/recovery-code.ts'
import { saysSecondFactor, verifiedAddress } from '../../../source/ground/people/oidc/rules/claims.ts'

const instant = (seconds: number) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000)

/** RFC 4226 §5.3, written once more. */
function code(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const offset = (mac.at(-1) as number) & 15
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

describe('a code generator', () => {
  // RFC 6238, appendix B, SHA-1: the last six of its eight figures.
  test.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ])('at %i seconds shows %s', (seconds, expected) => {
    expect(stepOfCode(Buffer.from('12345678901234567890'), expected, instant(seconds), null)).toBe(
      Math.floor(seconds / 30),
    )
  })

  test('a code is taken in its step, the one before and the one after, and never a second time', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 20, maxLength: 20 }),
        fc.integer({ min: 1_500_000_000, max: 2_500_000_000 }),
        fc.integer({ min: -4, max: 4 }),
        fc.option(fc.integer({ min: -4, max: 4 })),
        (secret, seconds, offset, last) => {
          const now = Math.floor(seconds / 30)
          const lastStep = last === null ? null : now + last
          const typed = code(secret, now + offset)
          const near = [-1, 0, 1].filter(one => code(secret, now + one) === typed)
          const fits = near.some(one => lastStep === null || now + one > lastStep)
          const found = stepOfCode(secret, typed, instant(seconds), lastStep)
          if (!fits) expect(found).toBeNull()
          else if (near.length === 1) expect(found).toBe(now + (near[0] as number))
          if (found !== null && lastStep !== null) expect(found).toBeGreaterThan(lastStep)
        },
      ),
    )
  })

  test('spaces do not matter; anything that is not six figures is refused', () => {
    const secret = randomBytes(20)
    const right = code(secret, 50_000_000)
    const at = instant(50_000_000 * 30)
    expect(stepOfCode(secret, ` ${right.slice(0, 3)} ${right.slice(3)} `, at, null)).toBe(50_000_000)
    for (const typed of ['', right.slice(1), `${right}0`, `${right.slice(0, 5)}x`, '٠١٢٣٤٥', '1e5', '-12345']) {
      expect(stepOfCode(secret, typed, at, null), typed).toBeNull()
    }
  })

  test('what the picture says is read by any generator: type, site, account, secret', () => {
    const secret = Buffer.from('12345678901234567890')
    const url = new URL(generatorAddress(secret, 'Red: Sur & Norte', 'ana+x@ville.example'))
    expect(url.protocol).toBe('otpauth:')
    expect(url.host).toBe('totp')
    expect(decodeURIComponent(url.pathname)).toBe('/Red  Sur & Norte:ana+x@ville.example')
    expect(url.searchParams.get('issuer')).toBe('Red  Sur & Norte')
    expect(url.searchParams.get('secret')).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
    expect(secretInWords(secret)).toBe('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ')
  })
})

describe('a recovery code', () => {
  test('is found again however it was copied, and no other is', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: recoveryBytes, maxLength: recoveryBytes }), bytes => {
        const shown = recoveryCode(bytes)
        expect(shown).toMatch(/^[0-9a-hjkmnp-tv-z]{5}-[0-9a-hjkmnp-tv-z]{5}$/)
        const plain = shown.replace('-', '')
        expect(sameRecoveryCode(shown)).toBe(plain)
        const copied = shown.toUpperCase().replace('-', ' – ').replaceAll('0', 'O').replaceAll('1', 'l')
        expect(sameRecoveryCode(` ${copied}\n`)).toBe(plain)
      }),
    )
    for (const typed of ['', 'k3w9p', 'k3w9p-7t2mzz', 'k3w9p-7t2mu', '123456', 'k3w9p-7t2m!']) {
      expect(sameRecoveryCode(typed), typed).toBeNull()
    }
  })

  test('each of its letters is as likely as any other', () => {
    const counts = new Map<string, number>()
    for (let byte = 0; byte < 256; byte++) {
      const letter = recoveryCode(Uint8Array.from(Array(recoveryBytes).fill(byte)))[0] as string
      counts.set(letter, (counts.get(letter) ?? 0) + 1)
    }
    expect([...counts.values()]).toEqual(Array(32).fill(8))
  })
})

test('a second factor is fresh for a quarter of an hour', () => {
  const shown = instant(1_800_000_000)
  expect(isFresh(null, shown)).toBe(false)
  expect(isFresh(shown, shown.add({ minutes: 14, seconds: 59 }))).toBe(true)
  expect(isFresh(shown, shown.add({ minutes: 15 }))).toBe(false)
})

describe('what a provider says', () => {
  test('an address counts when it says that it checked it', () => {
    expect(verifiedAddress({ email: ' ana@ville.example ', email_verified: true })).toBe('ana@ville.example')
    expect(verifiedAddress({ email: 'ana@ville.example', email_verified: 'true' })).toBe('ana@ville.example')
    for (const said of [false, 'false', 1, null, undefined, {}, 'yes']) {
      expect(verifiedAddress({ email: 'ana@ville.example', email_verified: said })).toBeNull()
    }
    for (const email of [undefined, null, '', '  ', 5, ['ana@ville.example'], `${'a'.repeat(250)}@b.example`]) {
      expect(verifiedAddress({ email, email_verified: true })).toBeNull()
    }
  })

  test('a second factor was shown there when a method or a level of its own says so', () => {
    for (const said of [{ amr: ['pwd', 'mfa'] }, { acr: 'https://refeds.org/profile/mfa' }, { acr: 'phr' }]) {
      expect(saysSecondFactor(said)).toBe(true)
    }
    const others = [{}, { amr: ['pwd', 'otp'] }, { amr: 'mfa' }, { acr: '1' }, { acr: ['phr'] }, { amr: ['xmfa'] }]
    for (const said of others) expect(saysSecondFactor(said)).toBe(false)
  })
})
