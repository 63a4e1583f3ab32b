import { createHash, createHmac, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'
import { expect } from 'vitest'
import type { Room } from '../../source/ground/house.ts'
import { factorJobs, factorMails, factorMenu, factorRoutes } from '../../source/ground/people/factors/index.ts'
import type { TestHouse } from '../support/house.ts'
import { cookieOf } from './support.ts'

export const factorsRoom: Room = {
  name: 'factors',
  routes: factorRoutes,
  menu: factorMenu,
  mails: factorMails,
  jobs: factorJobs,
}

export type Browser = { headers: { cookie: string } }

/** The browser after an answer: with the session's new name, when it has one. */
export async function browserAfter(browser: Browser, response: Response): Promise<Browser> {
  const cookie = await cookieOf(response)
  return cookie === '' ? browser : { headers: { cookie } }
}

/** A code generator of our own (RFC 4226 §5.3, RFC 6238 §4), so that the program is not tested with itself. */
export function codeOf(base32: string, steps = 0, at = Date.now()): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...base32.replace(/[\s=]/g, '')].map(one => letters.indexOf(one).toString(2).padStart(5, '0')).join('')
  const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map(byte => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000) + steps))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const offset = (mac.at(-1) as number) & 15
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** The secret that the page shows as text. */
export function secretOn(html: string): string {
  const found = /<code class="secret"[^>]*>([^<]+)</.exec(html)?.[1]
  if (!found) throw new Error('no secret on this page')
  return found.trim()
}

export const hiddenOn = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''

export const codesOn = (html: string) =>
  [...html.matchAll(/<code>([0-9a-z]{5}-[0-9a-z]{5})<\/code>/g)].map(m => m[1] as string)

/** Sets a code generator up as a person does, half a minute ago: its code of now is not used up. */
export async function setUpGenerator(house: TestHouse, browser: Browser) {
  const html = await (await house.ask('/en/account/second-factor/app', browser)).text()
  const secret = secretOn(html)
  const answer = await house.send(
    '/en/account/second-factor/app',
    { sealed: hiddenOn(html, 'sealed'), code: codeOf(secret) },
    browser,
  )
  const page = await answer.text()
  expect(answer.status, page).toBe(200)
  await forgetSteps(house)
  return { secret, recovery: codesOn(page), browser: await browserAfter(browser, answer) }
}

/** As if half a minute had passed: the code that was used may come again. */
export const forgetSteps = (house: TestHouse) =>
  house.database.owner.query('update perenne.authenticator set last_step = null')

/** As if the second factor had been shown an hour ago. */
export const growStale = (house: TestHouse) =>
  house.database.owner.query("update perenne.session set second_factor_at = second_factor_at - interval '1 hour'")

/** What the program asks a browser for, as far as tests look at it. */
export type Options = {
  challenge: string
  rp?: { id: string }
  rpId?: string
  user?: { id: string }
  userVerification?: string
  allowCredentials?: unknown[]
  excludeCredentials?: unknown[]
}
type Said = { origin?: string; rpId?: string; verified?: boolean; counter?: number; handle?: string; type?: string }

const base64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64url')
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest()

/**
 * An authenticator in software (WebAuthn §6), with one passkey: it answers what it is told to answer, right or wrong.
 */
export function openAuthenticator(origin: string) {
  const id = randomBytes(32)
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  let counter = 0
  let handle = ''

  const data = (rpId: string, said: Said, attested: Uint8Array | null) => {
    const flags = 0x01 | (said.verified === false ? 0 : 0x04) | (attested ? 0x40 : 0)
    const count = Buffer.alloc(4)
    count.writeUInt32BE(said.counter ?? ++counter)
    return Buffer.concat([sha256(said.rpId ?? rpId), Buffer.of(flags), count, attested ?? Buffer.alloc(0)])
  }
  const clientData = (type: string, challenge: string, said: Said) =>
    Buffer.from(
      JSON.stringify({ type: said.type ?? type, challenge, origin: said.origin ?? origin, crossOrigin: false }),
    )

  return {
    id: base64(id),
    /** Makes the passkey (§6.3.2). */
    make(options: Options, said: Said = {}) {
      handle = options.user?.id ?? ''
      const length = Buffer.alloc(2)
      length.writeUInt16BE(id.length)
      const attested = Buffer.concat([Buffer.alloc(16), length, id, coseKey(publicKey)])
      const attestation = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', Uint8Array.from(data(options.rp?.id ?? '', said, attested))],
      ])
      return {
        id: base64(id),
        rawId: base64(id),
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: base64(clientData('webauthn.create', options.challenge, said)),
          attestationObject: base64(isoCBOR.encode(attestation as never)),
          transports: ['internal'],
        },
      }
    },
    /** Uses it (§6.3.3). */
    use(options: Options, said: Said = {}) {
      const authenticatorData = data(options.rpId ?? '', said, null)
      const json = clientData('webauthn.get', options.challenge, said)
      const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(json)]), privateKey)
      return {
        id: base64(id),
        rawId: base64(id),
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: base64(json),
          authenticatorData: base64(authenticatorData),
          signature: base64(signature),
          userHandle: said.handle ?? handle,
        },
      }
    },
  }
}

// COSE_Key of ES256 (RFC 9053 §2.1).
function coseKey(key: KeyObject): Uint8Array {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  const point = (part: string) => Uint8Array.from(Buffer.from(part, 'base64url'))
  return isoCBOR.encode(
    new Map<number, unknown>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, point(x)],
      [-3, point(y)],
    ]) as never,
  )
}
