import { Secret, TOTP } from 'otpauth'

/** What every code generator assumes when it is told nothing else (RFC 6238 §4, and the Key Uri Format). */
const digits = 6
const period = 30

/** 160 bits, as RFC 4226 §4 recommends: as long as the hash. */
export const secretBytes = 20

/** The codes of one step before and one after are taken too: clocks differ, and typing takes its time (RFC 6238 §5.2). */
const tolerance = 1

/**
 * The time step of a code that is right and was not used: later than the last one that was.
 *
 * @param typed as typed; spaces do not matter
 * @param at real time, as the device has it
 * @returns null for a wrong code, and for one of a step that was used already
 */
export function stepOfCode(
  secret: Uint8Array,
  typed: string,
  at: Temporal.Instant,
  lastStep: number | null,
): number | null {
  const code = typed.replace(/\s/g, '')
  if (!isCode(code)) return null
  const timestamp = at.epochMilliseconds
  const generator = generatorOf(secret)
  const delta = generator.validate({ token: code, timestamp, window: tolerance })
  if (delta === null) return null
  const step = generator.counter({ timestamp }) + delta
  return lastStep !== null && step <= lastStep ? null : step
}

/** Whether somebody typed such a code, rather than a recovery code. */
export const isCode = (typed: string) => new RegExp(`^\\d{${digits}}$`).test(typed.replace(/\s/g, ''))

/** The secret as people copy it: Base32 in groups of four. */
export function secretInWords(secret: Uint8Array): string {
  return (base32(secret).match(/.{1,4}/g) ?? []).join(' ')
}

/** What the picture says to a code generator: `otpauth://totp/…`. */
export function generatorAddress(secret: Uint8Array, site: string, account: string): string {
  // A colon would end the name of the site.
  return generatorOf(secret, site.replaceAll(':', ' '), account).toString()
}

const base32 = (secret: Uint8Array) => secretOf(secret).base32
const secretOf = (secret: Uint8Array) => new Secret({ buffer: Uint8Array.from(secret).buffer })
const generatorOf = (secret: Uint8Array, issuer = '', label = '') =>
  new TOTP({ secret: secretOf(secret), algorithm: 'SHA1', digits, period, issuer, label })
