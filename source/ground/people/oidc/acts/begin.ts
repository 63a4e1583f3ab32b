import { randomBytes } from 'node:crypto'
import {
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import { as, job } from '../../../database/actor.ts'
import type { House } from '../../../house.ts'
import type { Locale } from '../../../languages/locales.ts'
import type { OidcSettings } from '../../../settings.ts'
import { publicAddress } from '../../../web/answer.ts'
import { addChallenge } from '../../factors/store/challenges.ts'
import { providerOf } from './provider.ts'

/** Where the provider sends people back to: registered there, letter by letter. */
export const callbackPath = '/sign-in/callback'

/**
 * Begins a sign-in at the provider. What must come back is remembered under a secret that only this browser gets, in a
 * cookie: an answer that was begun in another browser is good for nothing here. As a job: nobody has signed in yet.
 *
 * @returns where the browser goes, and what its cookie holds
 * @throws ProviderUnreachable
 */
export async function beginAtProvider(
  house: House,
  oidc: OidcSettings,
  visit: { locale: Locale; returnTo: string | null },
): Promise<{ address: URL; held: string }> {
  const provider = await providerOf(house, oidc)
  const held = randomBytes(32).toString('base64url')
  const detail = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() }
  const address = buildAuthorizationUrl(provider, {
    redirect_uri: publicAddress(house, callbackPath),
    response_type: 'code',
    scope: 'openid email',
    state: detail.state,
    nonce: detail.nonce,
    code_challenge: await calculatePKCECodeChallenge(detail.verifier),
    code_challenge_method: 'S256',
    ui_locales: visit.locale,
  })
  await as(house.db, job('sign-in'), tx => addChallenge(tx, { held, kind: 'oidc', detail: { ...detail, ...visit } }))
  return { address, held }
}
