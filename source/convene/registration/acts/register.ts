import { randomUUID } from 'node:crypto'
import { as, type Database } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { Refusal } from '#ground/web/refusal.ts'
import { admission, admit } from './admit.ts'
import { inBatches } from './in-batches.ts'
import { noteKnown } from './known-lately.ts'
import type { DeskEntry, RegisterResult, RegistrationInput, Sending, SendingResult, Told } from './sending.ts'

export type { Refused, RegisterResult, RegistrationInput, Told } from './sending.ts'

/** People admitted in one transaction. More would make those at the gate wait without getting more through it. */
const mostTogether = 500

/**
 * Registers one person for a public seminar: requested, confirmed or waiting by the rules of docs/registration.md, with
 * the mail that says so. Whether registration is open is decided by `perenne.now()` behind the seminar's gate.
 *
 * Requests that arrive while others are being written, or while one waits at the gate, are written together in the next
 * transaction: a rush for places costs a hundred commits instead of thousands. Each is answered after the commit that
 * holds it.
 *
 * @param input answers that went through `answersSchema`
 * @throws Refusal `too-many` when one address was used for a dozen names within the hour
 */
export async function register(house: House, input: RegistrationInput): Promise<RegisterResult> {
  const { remember } = input
  const sending: Sending = {
    people: [input],
    delegationId: null,
    remember: remember
      ? { once: remember.once, location: ([result]) => remember.location(toldOf(result as RegisterResult)) }
      : null,
  }
  return (await send(house, input.seminar, sending))[0] as RegisterResult
}

/**
 * Registers the people of a delegation: all of them, each by the same rules as anybody, or, when one of them cannot be
 * registered as it stands, nobody. Each gets a mail of their own.
 *
 * @returns one result a person, in their order
 * @throws Refusal `too-many` as `register`
 */
export function registerTogether(
  house: House,
  seminar: string,
  people: readonly RegistrationInput[],
  remember: Sending['remember'],
): Promise<readonly RegisterResult[]> {
  return send(house, seminar, { people, delegationId: people.length > 1 ? randomUUID() : null, remember })
}

/**
 * Registers people whom somebody who looks after the people of the seminar enters: each by themself and by the same rules
 * as anybody, after the deadline too, never over a capacity; who finds no room waits. Nobody agrees for them to anything.
 * All of them come through the gate together, some hundreds at a time.
 *
 * @param remember the form by which one person was entered
 * @returns one result a person, in their order; `known` for who is registered already, to whom nothing happens and no
 *   mail goes
 */
export async function registerFor(
  house: House,
  seminar: string,
  people: readonly RegistrationInput[],
  entry: DeskEntry,
  remember: Sending['remember'] = null,
): Promise<readonly RegisterResult[]> {
  const gate = gateOf(house, seminar)
  const answers = await Promise.all(
    people.map(person => gate({ people: [person], delegationId: null, remember, entry })),
  )
  const results = answers.flatMap(answer => answer.results)
  if (entry.tell && results.some(({ outcome }) => outcome === 'registered')) house.mailsWritten()
  return results
}

/**
 * What would become of people if they were entered now, in this order: the same decisions, outside the gate, and nothing
 * is written.
 */
export async function foresee(
  house: House,
  seminar: string,
  people: readonly RegistrationInput[],
  entry: DeskEntry,
): Promise<readonly RegisterResult[]> {
  const sendings = people.map((person): Sending => ({ people: [person], delegationId: null, remember: null, entry }))
  const answers = await as(house.db, admission, tx => admit(tx, house, seminar, () => sendings, { onlyForesee: true }))
  return answers.flatMap(answer => answer.results)
}

async function send(house: House, seminar: string, sending: Sending): Promise<readonly RegisterResult[]> {
  const { results } = await gateOf(house, seminar)(sending)
  if (results.some(result => result.outcome === 'refused' && result.why === 'too-many'))
    throw new Refusal('too-many', null, 3600)
  for (const [index, result] of results.entries())
    if (result.outcome === 'known') noteKnown(house, result.told.seminarId, sending.people[index]?.email ?? '')
  if (results.some(({ outcome }) => outcome === 'registered' || outcome === 'known')) house.mailsWritten()
  return results
}

type Gate = (sending: Sending) => Promise<SendingResult>
const gates = new WeakMap<Database, Map<string, Gate>>()

/** One gathering for each seminar that people are registering for; a slug that is none costs one entry, forgotten soon. */
function gateOf(house: House, seminar: string): Gate {
  const ofHouse = gates.get(house.db) ?? new Map<string, Gate>()
  gates.set(house.db, ofHouse)
  const there = ofHouse.get(seminar)
  if (there) return there
  if (ofHouse.size >= 200) ofHouse.delete(ofHouse.keys().next().value as string)
  const gate = inBatches<Sending, SendingResult>(mostTogether, take =>
    as(house.db, admission, tx => admit(tx, house, seminar, take)),
  )
  ofHouse.set(seminar, gate)
  return gate
}

const toldOf = (result: RegisterResult): Told => {
  if (result.outcome === 'refused') throw new Error('a refusal leads nowhere')
  return result.told
}
