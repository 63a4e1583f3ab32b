import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server'
import { as, job, person } from '../../../database/actor.ts'
import type { Halfway, House } from '../../../house.ts'
import { type OpenedSession, openSession, passSecondFactor } from '../../session.ts'
import { findPasskey, listFactors, passkeyUsed } from '../store/authenticators.ts'
import { addChallenge, challengeMinutes, takeChallenge } from '../store/challenges.ts'
import { SessionEnded, whenEnded } from './add-generator.ts'
import { challengeOf } from './answer-of-browser.ts'
import type { Proved } from './prove.ts'
import { relyingParty, userHandle } from './relying-party.ts'

/**
 * What the browser needs to use a passkey, and the challenge that it must bring back.
 *
 * @param who has shown a first factor and is asked for one of their passkeys; null for whoever signs in with one alone
 */
export async function askForPasskey(house: House, who: Halfway | null) {
  const { id } = relyingParty(house)
  const factors = who ? await as(house.db, person(who.personId), tx => listFactors(tx, who.personId)) : []
  const options = await generateAuthenticationOptions({
    rpID: id,
    timeout: challengeMinutes * 60_000,
    // Alone, it stands for both factors: the device must have made sure who holds it.
    userVerification: who ? 'preferred' : 'required',
    // Alone, the device says which of its passkeys: nobody learns from us who has one.
    allowCredentials: factors.flatMap(({ credential_id, transports }) =>
      credential_id === null ? [] : [{ id: credential_id, transports }],
    ),
  })
  // As a job: nobody reads challenges.
  await as(house.db, job('second-factor'), tx =>
    addChallenge(tx, { held: options.challenge, kind: 'use-passkey', personId: who?.personId }),
  )
  return options
}

/** Shows the second factor by a passkey of the same person. @returns the session's new token */
export async function proveByPasskey(house: House, who: Halfway, response: unknown): Promise<Proved> {
  const used = await usePasskey(house, response, who.personId)
  if (used === null || used !== who.personId) return { outcome: 'wrong' }
  return as<Proved>(house.db, person(who.personId), async tx => {
    const token = await passSecondFactor(tx, who.sessionId)
    if (token === null) throw new SessionEnded()
    return { outcome: 'proved', token }
  }).catch(whenEnded)
}

/** Signs in with a passkey alone, which counts as both factors. */
export async function signInByPasskey(house: House, response: unknown): Promise<OpenedSession | null> {
  const personId = await usePasskey(house, response, null)
  return personId === null ? null : openSession(house.db, personId, { secondFactor: true })
}

/**
 * Checks what a passkey answered, and keeps its counter. The challenge is used up whatever comes of it. As a job: whoever
 * signs in is nobody yet.
 *
 * @param asked the person it was asked of; null when it must say itself whose it is, and check who holds it
 * @returns whose passkey it is; null when anything about it is not right
 */
async function usePasskey(house: House, response: unknown, asked: string | null): Promise<string | null> {
  const challenge = challengeOf(response)
  if (challenge === null) return null
  const answer = response as AuthenticationResponseJSON
  const found = await as(house.db, job('second-factor'), async tx =>
    (await takeChallenge(tx, 'use-passkey', challenge, asked)) ? findPasskey(tx, answer.id) : null,
  )
  if (!found) return null
  const { id, origin } = relyingParty(house)
  const verified = await verifyAuthenticationResponse({
    response: answer,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: id,
    requireUserVerification: asked === null,
    // The counter is looked at below, when the signature is known to be right: a forged answer must raise no alarm.
    credential: { id: found.credentialId, publicKey: Uint8Array.from(found.publicKey), counter: -1 },
  }).catch((error: unknown) => {
    house.log.info({ error: String(error) }, 'a passkey was refused')
    return null
  })
  if (!verified?.verified) return null
  // A passkey that was found by itself says whose it is (WebAuthn §7.2, step 6).
  const handle = Buffer.from(userHandle(found.personId)).toString('base64url')
  if (asked === null && answer.response.userHandle !== handle) return null
  const counter = { was: found.counter, is: verified.authenticationInfo.newCounter }
  if (!hasMovedOn(counter)) {
    house.log.warn({ authenticator: found.id, ...counter }, 'a passkey counts backwards: there may be a copy of it')
    return null
  }
  const kept = await as(house.db, job('second-factor'), tx => passkeyUsed(tx, found.id, counter))
  return kept ? found.personId : null
}

/** A counter only grows; devices that keep none say nought each time (WebAuthn §6.1.1). */
const hasMovedOn = ({ was, is }: { was: number; is: number }) => (was === 0 && is === 0) || is > was
