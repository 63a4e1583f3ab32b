import type { House } from '../../../house.ts'

/**
 * Who asks for a passkey, as browsers and devices know us (WebAuthn §5.1.2, `rp.id` and `origin`): the host that people
 * type. A passkey made under one host is of no use under another, so PUBLIC_URL does not change lightly.
 */
export function relyingParty(house: House): { id: string; origin: string; name: string } {
  const { hostname, origin } = house.settings.publicUrl
  return { id: hostname, origin, name: house.look?.name ?? 'Perenne' }
}

/** The person's id as bytes: a random handle that says nothing of them (WebAuthn §14.6.1), and never changes. */
export const userHandle = (personId: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(Buffer.from(personId.replaceAll('-', ''), 'hex'))

/** EdDSA, ES256 and RS256 (RFC 9053, RFC 8812): what every authenticator of today offers at least one of. */
export const algorithms = [-8, -7, -257]
