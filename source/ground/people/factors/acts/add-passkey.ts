import {
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { as, job, person } from '../../../database/actor.ts'
import type { House, SignedIn } from '../../../house.ts'
import { passSecondFactor } from '../../session.ts'
import { addPasskey, listFactors } from '../store/authenticators.ts'
import { addChallenge, challengeMinutes, takeChallenge } from '../store/challenges.ts'
import { type Added, SessionEnded, whenEnded } from './add-generator.ts'
import { challengeOf } from './answer-of-browser.ts'
import { makeRecoveryCodes } from './recovery-codes.ts'
import { algorithms, relyingParty, userHandle } from './relying-party.ts'
import { tellByMail } from './tell.ts'

/** Enough for every device of a person; a list that can be read. */
export const mostPasskeys = 20

/** What the browser needs to make a passkey, and the challenge that it must bring back. */
export async function askForNewPasskey(house: House, me: SignedIn) {
  const factors = await as(house.db, person(me.personId), tx => listFactors(tx, me.personId))
  const { id, name } = relyingParty(house)
  const options = await generateRegistrationOptions({
    rpID: id,
    rpName: name,
    userID: userHandle(me.personId),
    // What the person's own device calls it; it stays there.
    userName: me.email,
    userDisplayName: me.name,
    timeout: challengeMinutes * 60_000,
    attestationType: 'none',
    supportedAlgorithmIDs: algorithms,
    excludeCredentials: factors.flatMap(({ credential_id, transports }) =>
      credential_id === null ? [] : [{ id: credential_id, transports }],
    ),
    // A key without a screen, which keeps no list of where it is used, serves all the same, after the mail link.
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  })
  // As a job: nobody reads challenges.
  await as(house.db, job('second-factor'), tx =>
    addChallenge(tx, { held: options.challenge, kind: 'add-passkey', personId: me.personId }),
  )
  return options
}

/**
 * Keeps a passkey that the person's browser has made. The challenge is used up whatever comes of it.
 *
 * @returns `wrong` for an answer that is not to our challenge, or of another site
 */
export async function keepPasskey(house: House, me: SignedIn, name: string, response: unknown): Promise<Added> {
  const challenge = challengeOf(response)
  if (challenge === null) return { outcome: 'wrong' }
  const taken = await as(house.db, job('second-factor'), tx => takeChallenge(tx, 'add-passkey', challenge, me.personId))
  if (!taken) return { outcome: 'wrong' }
  const { id, origin } = relyingParty(house)
  const verified = await verifyRegistrationResponse({
    response: response as RegistrationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: id,
    requireUserVerification: false,
    supportedAlgorithmIDs: algorithms,
  }).catch((error: unknown) => {
    house.log.info({ error: String(error) }, 'a new passkey was refused')
    return null
  })
  if (!verified?.verified) return { outcome: 'wrong' }
  const { credential } = verified.registrationInfo
  const added = await as<Added>(house.db, person(me.personId), async tx => {
    const factors = await listFactors(tx, me.personId)
    if (factors.filter(({ kind }) => kind === 'passkey').length >= mostPasskeys) return { outcome: 'already' }
    const passkey = {
      name,
      credentialId: credential.id,
      publicKey: credential.publicKey,
      counter: credential.counter,
      transports: credential.transports ?? [],
    }
    if ((await addPasskey(tx, me.personId, passkey)) === null) return { outcome: 'already' }
    const codes = factors.length === 0 ? await makeRecoveryCodes(tx, house.keys, me.personId) : null
    const token = await passSecondFactor(tx, me.sessionId)
    if (token === null) throw new SessionEnded()
    await tellByMail(tx, me.personId, 'passkey-added')
    return { outcome: 'added', token, codes }
  }).catch(whenEnded)
  if (added.outcome === 'added') house.mailsWritten()
  return added
}
