import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  sign,
  timingSafeEqual,
} from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The installation's signing key: 32 random bytes in PERENNE_DATA/keys/signing.key, made at first start, mode 0600,
 * kept in every backup. Links are signed with it, so nothing secret is stored for a link that is waiting in a mail.
 */
export type Keys = {
  /** A keyed hash, hexadecimal: an identity without the words it was made from. */
  hash(purpose: string, text: string): string
  /** `id` + signature, url-safe. */
  sign(purpose: string, id: string): string
  /** The id that was signed for this purpose, or null when it is forged, cut or meant for something else. */
  verify(purpose: string, token: string): string | null
  /**
   * An Ed25519 signature of 64 bytes (RFC 8032), which whoever has `publicKey` of the same purpose can check without
   * being able to make one: a device at a door, with no connection and no secret.
   */
  signPublic(purpose: string, bytes: Uint8Array): Buffer
  /** The public key of a purpose, 32 bytes raw, as WebCrypto imports them. The same for the life of the installation. */
  publicKey(purpose: string): Buffer
  /**
   * Encrypts and guards against change (AES-256-GCM, a random nonce each time) under a key worked out for this purpose:
   * what stands in the database so says nothing without the file of the key. 29 bytes longer than what goes in.
   */
  seal(purpose: string, bytes: Uint8Array): Buffer
  /** What was sealed for this purpose; null when it was changed, cut, or sealed for another purpose or installation. */
  open(purpose: string, sealed: Uint8Array): Buffer | null
}

export async function openKeys(dataFolder: string): Promise<Keys> {
  const folder = join(dataFolder, 'keys')
  const file = join(folder, 'signing.key')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  try {
    // wx: two processes that start together agree on the file of the first.
    await writeFile(file, randomBytes(32), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const key = await readFile(file)
  if (key.length !== 32) {
    throw new Error(
      `${file} has ${key.length} bytes; expected 32. Restore it from a backup: links in mails depend on it.`,
    )
  }
  return keysFrom(key)
}

export function keysFrom(key: Buffer): Keys {
  const mac = (purpose: string, text: string) =>
    createHmac('sha256', key).update(purpose).update('\0').update(text).digest()
  const pairs = new Map<string, KeyObject>()
  // Worked out from the one key that is kept and backed up: there is no second secret to lose.
  const pairOf = (purpose: string): KeyObject => {
    const known = pairs.get(purpose)
    if (known) return known
    const seed = Buffer.from(hkdfSync('sha256', key, '', `perenne ed25519 ${purpose}`, 32))
    const made = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' })
    pairs.set(purpose, made)
    return made
  }
  const sealingKey = (purpose: string) => Buffer.from(hkdfSync('sha256', key, '', `perenne aes-256-gcm ${purpose}`, 32))
  return {
    hash: (purpose, text) => mac(purpose, text).toString('hex'),
    sign: (purpose, id) => `${id}.${mac(purpose, id).subarray(0, 18).toString('base64url')}`,
    verify: (purpose, token) => {
      const dot = token.lastIndexOf('.')
      if (dot < 1) return null
      const id = token.slice(0, dot)
      const expected = Buffer.from(mac(purpose, id).subarray(0, 18).toString('base64url'))
      const found = Buffer.from(token.slice(dot + 1))
      return expected.length === found.length && timingSafeEqual(expected, found) ? id : null
    },
    signPublic: (purpose, bytes) => sign(null, bytes, pairOf(purpose)),
    // The last 32 bytes of the SubjectPublicKeyInfo are the key itself (RFC 8410 §4).
    publicKey: purpose =>
      Buffer.from(createPublicKey(pairOf(purpose)).export({ format: 'der', type: 'spki' }).subarray(-32)),
    seal: (purpose, bytes) => {
      const nonce = randomBytes(nonceLength)
      const cipher = createCipheriv('aes-256-gcm', sealingKey(purpose), nonce, { authTagLength: tagLength })
      const body = Buffer.concat([cipher.update(bytes), cipher.final()])
      return Buffer.concat([Buffer.of(sealVersion), nonce, cipher.getAuthTag(), body])
    },
    open: (purpose, sealed) => {
      const bytes = Buffer.from(sealed)
      if (bytes.length < 1 + nonceLength + tagLength || bytes[0] !== sealVersion) return null
      const nonce = bytes.subarray(1, 1 + nonceLength)
      const decipher = createDecipheriv('aes-256-gcm', sealingKey(purpose), nonce, { authTagLength: tagLength })
      decipher.setAuthTag(bytes.subarray(1 + nonceLength, 1 + nonceLength + tagLength))
      try {
        return Buffer.concat([decipher.update(bytes.subarray(1 + nonceLength + tagLength)), decipher.final()])
      } catch {
        return null
      }
    },
  }
}

// Of what is sealed: one byte that says how, the nonce, the tag, the encrypted bytes (NIST SP 800-38D, §5.2).
const sealVersion = 1
const nonceLength = 12
const tagLength = 16

// What stands before the seed in a private Ed25519 key (RFC 8410 §7).
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')
