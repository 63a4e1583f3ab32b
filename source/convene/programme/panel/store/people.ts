import { sql } from 'kysely'
import type { FileSeat } from '#convene/seminar/rules/programme-file.ts'
import type { Tx } from '#ground/database/actor.ts'
import type { MailState } from '#ground/database/tables.ts'
import './table.ts'

/** Somebody on a programme and the mails they got about it. */
export type PanelPerson = {
  /** Of their line on this programme; `personId` is the person. */
  id: string
  key: string
  personId: string
  givenName: string
  familyName: string
  email: string | null
  language: string
  lastSentAt: Temporal.Instant | null
  timesSent: number
  /** How many of these mails were reminders. */
  reminders: number
  /** The last mail, as far as the actor sees mails. */
  mail: { state: MailState; bounced_at: Temporal.Instant | null; delayed_at: Temporal.Instant | null } | null
}
export type PanelSeat = {
  id: string
  /** Keys of the slot and of the seat. */
  slot: string
  key: string
  state: FileSeat['state']
  /** Of their line on the programme. */
  programmePersonId: string | null
  invitedAt: Temporal.Instant | null
  answeredAt: Temporal.Instant | null
}
export type PanelRole = {
  id: string
  /** Keys of the slot and of the person. */
  slot: string
  person: string
  role: 'moderator' | 'speaker'
  state: FileSeat['state']
  /** Of their line on the programme. */
  programmePersonId: string
  answeredAt: Temporal.Instant | null
}
/** Words that somebody wrote of themself in a language, of which there is nothing in the seminar's own yet. */
export type WaitingWords = { programmePersonId: string; field: 'role' | 'about'; language: string; body: string }

/** Everybody on a programme who was not erased, with their last mail. One query. */
export async function readPanelPeople(tx: Tx, seminarId: string): Promise<PanelPerson[]> {
  type Row = Omit<PanelPerson, 'mail'> & {
    state: MailState | null
    bounced_at: Temporal.Instant | null
    delayed_at: Temporal.Instant | null
  }
  const { rows } = await sql<Row>`
    select pp.id, pp.key, p.id as "personId", p.given_name as "givenName", p.family_name as "familyName", p.email,
      p.language, i.last_sent as "lastSentAt", i.times::int as "timesSent",
      i.reminders::int as reminders, m.state, m.bounced_at, m.delayed_at
    from perenne.programme_person pp
    join perenne.person p on p.id = pp.person_id
    cross join lateral (select max(sent_at) as last_sent, count(*) as times,
        count(*) filter (where reminder) as reminders
      from perenne.panel_invitation where programme_person_id = pp.id) i
    left join lateral (select state, bounced_at, delayed_at from perenne.mail
      where person_id = p.id and space_id = pp.seminar_id and template = 'panel-invitation'
      order by created_at desc, id limit 1) m on true
    where pp.seminar_id = ${seminarId} and p.erased_at is null
    order by pp.position, pp.key`.execute(tx)
  return rows.map(({ state, bounced_at, delayed_at, ...person }) => ({
    ...person,
    mail: state === null ? null : { state, bounced_at, delayed_at },
  }))
}

/** Every seat of a draft, with when its person was asked and when the answer was known. One query. */
export async function readPanelSeats(tx: Tx, seminarId: string): Promise<PanelSeat[]> {
  return tx
    .selectFrom('slot_seat as s')
    .innerJoin('slot', 'slot.id', 's.slot_id')
    .innerJoin('programme', 'programme.id', 'slot.programme_id')
    .select(['s.id', 'slot.key as slot', 's.key', 's.state', 's.programme_person_id as programmePersonId'])
    .select(['s.invited_at as invitedAt', 's.answered_at as answeredAt'])
    .where('programme.seminar_id', '=', seminarId)
    .orderBy('s.position')
    .orderBy('s.key')
    .execute()
}

/** Whoever moderates or speaks in a draft, with what they answered. One query. */
export async function readPanelRoles(tx: Tx, seminarId: string): Promise<PanelRole[]> {
  return tx
    .selectFrom('slot_person as sp')
    .innerJoin('slot', 'slot.id', 'sp.slot_id')
    .innerJoin('programme', 'programme.id', 'slot.programme_id')
    .innerJoin('programme_person as pp', 'pp.id', 'sp.programme_person_id')
    .select(['sp.id', 'slot.key as slot', 'sp.role', 'sp.state', 'sp.programme_person_id as programmePersonId'])
    .select(['pp.key as person', 'sp.answered_at as answeredAt'])
    .where('programme.seminar_id', '=', seminarId)
    .orderBy('sp.position')
    .orderBy('sp.id')
    .execute()
}

/** What people wrote of themselves that waits for the language in which the seminar's texts are first written. One query. */
export async function readWaitingWords(tx: Tx, seminarId: string): Promise<WaitingWords[]> {
  const { rows } = await sql<WaitingWords>`
    select t.record_id as "programmePersonId", t.field, t.language, t.body
    from perenne.translation t
    where t.space_id = ${seminarId} and t.record_table = 'programme_person' and t.state <> 'source'
      and not exists (select from perenne.translation s where s.record_id = t.record_id
        and s.record_table = t.record_table and s.field = t.field and s.state = 'source')
    order by t.record_id, t.field, t.language`.execute(tx)
  return rows
}

/** How many seats of a draft are in which state. One query. */
export async function seatStatesOf(tx: Tx, seminarId: string): Promise<FileSeat['state'][]> {
  const rows = await tx.selectFrom('slot_seat').select('state').where('space_id', '=', seminarId).execute()
  return rows.map(({ state }) => state)
}

/** Notes that somebody is written to, and gives the ids of these notes in their order. */
export async function addPanelInvitations(
  tx: Tx,
  rows: readonly {
    seminarId: string
    programmePersonId: string
    reminder: boolean
    note: string | null
    sentBy: string | null
  }[],
): Promise<string[]> {
  const ids: string[] = []
  for (const { seminarId, programmePersonId, reminder, note, sentBy } of rows) {
    const { id } = await tx
      .insertInto('panel_invitation')
      .values({ seminar_id: seminarId, programme_person_id: programmePersonId, reminder, note, sent_by: sentBy })
      .returning('id')
      .executeTakeFirstOrThrow()
    ids.push(id)
  }
  return ids
}

/** The seats of these people that nobody was asked for yet are asked for now. */
export async function inviteToSeats(tx: Tx, seatIds: readonly string[]): Promise<void> {
  if (seatIds.length === 0) return
  await tx
    .updateTable('slot_seat')
    .set({ state: 'invited' })
    .where('id', 'in', [...seatIds])
    .where('state', '=', 'open')
    .execute()
}

/** The same for whoever moderates or speaks. */
export async function inviteToRoles(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('slot_person')
    .set({ state: 'invited' })
    .where('id', 'in', [...ids])
    .where('state', '=', 'open')
    .execute()
}
