import { type Category, categories } from './answers.ts'
import { fromBase45, toBase45 } from './base45.ts'

// Runs in a browser as well: at the door, a device reads a code and checks it with nothing but the public key.

/** What the code of a confirmed person says: whose place it is. No name, so that a photograph of it tells nothing. */
export type Ticket = {
  seminarId: string
  registrationId: string
  /** As it was when the code was drawn. */
  category: Category
  /**
   * Which link of the registration was the valid one when the code was drawn. The number rises when the links are revoked,
   * and with them the codes that went along.
   */
  linkNumber: number
}

/** The purpose for which the installation's key signs tickets. */
export const ticketPurpose = 'ticket'

const version = 2
const signatureLength = 64
const payloadLength = 1 + 16 + 16 + 1 + 4

/** Version, seminar, registration, category, link number: the bytes that are signed. */
export function ticketBytes(ticket: Ticket): Uint8Array<ArrayBuffer> {
  const { seminarId, registrationId, category, linkNumber } = ticket
  return new Uint8Array([
    version,
    ...uuidBytes(seminarId),
    ...uuidBytes(registrationId),
    categories.indexOf(category),
    ...numberBytes(linkNumber),
  ])
}

/** The text of a code: what is signed and its Ed25519 signature, in 153 characters that make a code of 41 × 41. */
export function ticketText(bytes: Uint8Array, signature: Uint8Array): string {
  return toBase45(new Uint8Array([...bytes, ...signature]))
}

/** Answers whether a signature of these bytes is right. */
export type Verifier = (signed: Uint8Array<ArrayBuffer>, signature: Uint8Array<ArrayBuffer>) => Promise<boolean>

/** A verifier of any browser and server that has WebCrypto. @param publicKey 32 bytes raw */
export async function verifierOf(publicKey: Uint8Array<ArrayBuffer>): Promise<Verifier> {
  const { subtle } = globalThis.crypto
  const key = await subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify'])
  return (signed, signature) => subtle.verify('Ed25519', key, signature, signed)
}

/**
 * What a code says, if it is one of ours; null for any other text. It says that the place was given, not that it still
 * is: a place that was handed on has a new registration, whose code is another.
 *
 * @param valid what a door knows of the registrations it expects: the number of the link of each that is valid now;
 *   undefined for a registration that it does not expect. A code of another number, or of nobody expected, is none. Left
 *   out, every code of ours is read, revoked ones included.
 */
export async function readTicket(
  text: string,
  verify: Verifier,
  valid?: (registrationId: string) => number | undefined,
): Promise<Ticket | null> {
  const bytes = fromBase45(text)
  if (bytes?.length !== payloadLength + signatureLength || bytes[0] !== version) return null
  const category = categories[bytes[33] as number]
  if (category === undefined) return null
  if (!(await verify(bytes.slice(0, payloadLength), bytes.slice(payloadLength)))) return null
  const registrationId = uuidOf(bytes.slice(17, 33))
  const linkNumber = new DataView(bytes.buffer, bytes.byteOffset).getUint32(34)
  if (valid !== undefined && valid(registrationId) !== linkNumber) return null
  return { seminarId: uuidOf(bytes.slice(1, 17)), registrationId, category, linkNumber }
}

// Four bytes, the largest first.
const numberBytes = (number: number) => {
  if (!Number.isInteger(number) || number < 1 || number > 0xffffffff)
    throw new Error('a ticket has the number of a link')
  return [24, 16, 8, 0].map(bits => (number >>> bits) & 255)
}

const uuidBytes = (uuid: string) => {
  const hex = uuid.replaceAll('-', '')
  if (!/^[0-9a-f]{32}$/.test(hex)) throw new Error('a ticket is made of uuids')
  return Array.from({ length: 16 }, (_, at) => Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16))
}

const uuidOf = (bytes: Uint8Array) => {
  const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
