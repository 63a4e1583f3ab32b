import type { RegistrationState } from '#convene/store/tables.ts'
import type { Tx } from '#ground/database/actor.ts'
import '#convene/store/tables.ts'
import { lastMailFailed } from './undelivered.ts'

export type MailHeld = { template: string; state: string; writtenAt: Temporal.Instant; sentAt: Temporal.Instant | null }
export type LetterHeld = { number: number; issuedAt: Temporal.Instant; withdrawnAt: Temporal.Instant | null }
export type EventHeld = {
  at: Temporal.Instant
  kind: 'state' | 'change'
  from: RegistrationState | null
  to: RegistrationState | null
  detail: Record<string, unknown> | null
  /** `registering`: whoever registered the person, themself or others. */
  by: 'self' | 'organiser' | 'program' | 'registering'
}

// The jobs that act for whoever holds a link of their own (acts/at-the-gate.ts, acts/cancel-as-not-me.ts).
const ownActs = ['own-link', 'not-me', 'own-erasure']

/**
 * What is held about a registration besides what its person answered: the mails to them, and what happened to it. For
 * whoever asks what is held about them.
 *
 * As a job: mails and events are read by organisers, and this hands a person those about themself.
 */
export async function heldAbout(
  tx: Tx,
  registrationId: string,
): Promise<{ mails: MailHeld[]; events: EventHeld[]; letters: LetterHeld[] }> {
  const mails = await tx
    .selectFrom('mail as m')
    .innerJoin('registration as r', 'r.person_id', 'm.person_id')
    .select(['m.template', 'm.state', 'm.created_at as writtenAt', 'm.sent_at as sentAt'])
    .where('r.id', '=', registrationId)
    .orderBy('m.created_at')
    .orderBy('m.id')
    .execute()
  const events = await tx
    .selectFrom('place_event')
    .select(['at', 'kind', 'from_state as from', 'to_state as to', 'detail', 'actor_kind', 'actor_id'])
    .where('registration_id', '=', registrationId)
    .where('kind', 'in', ['state', 'change'])
    .orderBy('number')
    .execute()
  const letters = await tx
    .selectFrom('attendance_letter')
    .select(['number', 'issued_at as issuedAt', 'withdrawn_at as withdrawnAt'])
    .where('registration_id', '=', registrationId)
    .orderBy('number')
    .execute()
  return {
    mails,
    letters,
    events: events.map(({ actor_kind, actor_id, kind, ...event }) => ({
      ...event,
      kind: kind === 'change' ? 'change' : 'state',
      by: actedBy(event.from, actor_kind, actor_id),
    })),
  }
}

function actedBy(from: RegistrationState | null, kind: string | null, id: string | null): EventHeld['by'] {
  if (from === null && kind !== 'person') return 'registering'
  if (kind === 'person') return 'organiser'
  return id !== null && ownActs.includes(id) ? 'self' : 'program'
}

/** The address that our last mail did not reach; null when there is none. As a job, for the same reason. */
export async function unreachedAddress(tx: Tx, registrationId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('registration as r')
    .innerJoin('person as p', 'p.id', 'r.person_id')
    .select('p.email')
    .where('r.id', '=', registrationId)
    .where(lastMailFailed)
    .executeTakeFirst()
  return row?.email ?? null
}

/** The letter that says that somebody took part, if one was issued and not withdrawn. */
export async function validLetter(tx: Tx, registrationId: string) {
  const row = await tx
    .selectFrom('attendance_letter')
    .select(['number', 'issued_at as issuedAt'])
    .where('registration_id', '=', registrationId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return row ?? null
}

/** The name of whoever handed their place to this registration; null when nobody did, or when they were erased. */
export const nameOfGiver = (tx: Tx, registrationId: string) => nameWhere(tx, 'r.handed_on_to', registrationId)

/** The name of the person of a registration; null when it was erased. */
export const nameOfRegistered = (tx: Tx, registrationId: string) => nameWhere(tx, 'r.id', registrationId)

/** Whether somebody handed their place to this registration. */
export async function cameByHandOn(tx: Tx, registrationId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('registration')
    .select('id')
    .where('handed_on_to', '=', registrationId)
    .executeTakeFirst()
  return row !== undefined
}

async function nameWhere(tx: Tx, column: 'r.id' | 'r.handed_on_to', registrationId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('registration as r')
    .innerJoin('person as p', 'p.id', 'r.person_id')
    .select(['p.given_name', 'p.family_name'])
    .where(column, '=', registrationId)
    .executeTakeFirst()
  return row ? [row.given_name, row.family_name].filter(Boolean).join(' ') || null : null
}
