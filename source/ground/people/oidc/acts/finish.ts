import { authorizationCodeGrant, type Configuration, fetchUserInfo } from 'openid-client'
import { z } from 'zod'
import { as, job, type Tx } from '../../../database/actor.ts'
import type { House } from '../../../house.ts'
import { locales } from '../../../languages/locales.ts'
import type { OidcSettings } from '../../../settings.ts'
import { publicAddress } from '../../../web/answer.ts'
import { tellByMail } from '../../factors/acts/tell.ts'
import { takeChallenge } from '../../factors/store/challenges.ts'
import { type OpenedSession, openSession } from '../../session.ts'
import { accountOf } from '../../store/persons.ts'
import { type Claims, saysSecondFactor, verifiedAddress } from '../rules/claims.ts'
import { linkIdentity, listIdentities, personOfIdentity } from '../store/identities.ts'
import { callbackPath } from './begin.ts'
import { describe, forgetProvider, ProviderUnreachable, providerOf } from './provider.ts'

const remembered = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  locale: z.enum(locales),
  returnTo: z.string().nullable(),
})
export type Remembered = z.infer<typeof remembered>

/**
 * What a browser began, once: taken away before anything else is looked at, so that no answer is used twice.
 *
 * @param held what its cookie holds
 */
export async function whatWasBegun(house: House, held: string | undefined): Promise<Remembered | null> {
  if (!held) return null
  const taken = await as(house.db, job('sign-in'), tx => takeChallenge(tx, 'oidc', held, null))
  return remembered.safeParse(taken?.detail).data ?? null
}

export type Entered =
  | { session: OpenedSession }
  /** Why nobody comes in: a key of the messages. */
  | { problem: 'refused' | 'unreachable' | 'unverified' | 'noAccount' | 'otherIdentity' }

/**
 * Ends a sign-in at the provider: the answer is exchanged and its token verified (signature, issuer, audience, times, nonce:
 * OpenID Connect Core 1.0, §3.1.3.7), and the person is found: the one whom this account elsewhere opens already, or the
 * one with the same address, if the provider has checked it; they are then linked, and told by mail. No account is made.
 *
 * As a job: whoever signs in is nobody yet.
 */
export async function finishAtProvider(
  house: House,
  oidc: OidcSettings,
  begun: Remembered,
  answer: URLSearchParams,
): Promise<Entered> {
  const claims = await claimsOf(house, oidc, begun, answer)
  if ('problem' in claims) return claims
  const { subject } = claims
  const person = await as(house.db, job('sign-in'), tx => findPerson(tx, oidc.issuer, subject, claims.said))
  if ('problem' in person) return person
  if (person.linked) house.mailsWritten()
  const secondFactor = oidc.trustsSecondFactor && saysSecondFactor(claims.said)
  return { session: await openSession(house.db, person.id, { secondFactor }) }
}

type Problem = Extract<Entered, { problem: string }>

async function claimsOf(
  house: House,
  oidc: OidcSettings,
  begun: Remembered,
  answer: URLSearchParams,
): Promise<{ subject: string; said: Claims } | Problem> {
  try {
    const provider = await providerOf(house, oidc)
    const address = new URL(publicAddress(house, callbackPath))
    address.search = answer.toString()
    const tokens = await authorizationCodeGrant(provider, address, {
      pkceCodeVerifier: begun.verifier,
      expectedState: begun.state,
      expectedNonce: begun.nonce,
      idTokenExpected: true,
    })
    const said = tokens.claims()
    if (!said) return { problem: 'refused' }
    return { subject: said.sub, said: { ...(await addressOf(provider, said, tokens.access_token)), ...said } }
  } catch (error) {
    house.log.warn({ error: describe(error) }, 'a sign-in at the provider came to nothing')
    forgetProvider(oidc)
    const away = error instanceof ProviderUnreachable || isNetworkTrouble(error)
    return { problem: away ? 'unreachable' : 'refused' }
  }
}

// Some providers put the address into the token, others tell it when they are asked for it.
async function addressOf(
  provider: Configuration,
  said: { sub: string; email?: unknown },
  token: string,
): Promise<Claims> {
  if (said.email !== undefined || provider.serverMetadata().userinfo_endpoint === undefined) return {}
  const { email, email_verified } = await fetchUserInfo(provider, token, said.sub)
  return { email, email_verified }
}

/** The provider gave no answer, or took too long: `fetch` says the first with a TypeError. */
function isNetworkTrouble(error: unknown): boolean {
  const { code, name, cause } = error as { code?: unknown; name?: unknown; cause?: { name?: unknown } }
  return code === 'OAUTH_TIMEOUT' || name === 'TypeError' || name === 'TimeoutError' || cause?.name === 'TypeError'
}

async function findPerson(
  tx: Tx,
  issuer: string,
  subject: string,
  said: Claims,
): Promise<{ id: string; linked: boolean } | Problem> {
  const known = await personOfIdentity(tx, issuer, subject)
  if (known) return { id: known, linked: false }
  const email = verifiedAddress(said)
  if (email === null) return { problem: 'unverified' }
  const person = await accountOf(tx, email)
  if (!person) return { problem: 'noAccount' }
  // An address that went over to somebody else at the provider does not open the account of whoever had it before.
  if ((await listIdentities(tx, person.id)).some(one => one.issuer === issuer)) return { problem: 'otherIdentity' }
  if (!(await linkIdentity(tx, person.id, issuer, subject))) return { problem: 'refused' }
  await tellByMail(tx, person.id, 'sign-in-way-added')
  return { id: person.id, linked: true }
}
