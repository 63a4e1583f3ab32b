import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { MailState } from '#ground/database/tables.ts'

/** The recipient of a mail; one who does not exist any more is read as erased. */
export async function recipientOf(tx: Tx, personId: string) {
  const person = await tx
    .selectFrom('person')
    .select(['id', 'given_name', 'family_name', 'email'])
    .where('id', '=', personId)
    .executeTakeFirst()
  return person ?? { id: personId, given_name: null, family_name: null, email: null }
}

export const sortKeys = ['written', 'state', 'tries'] as const
export type SortKey = (typeof sortKeys)[number]

export type MailsWanted = {
  spaceId?: string
  /** A state, or what came back after it had been sent. */
  state?: MailState | 'came_back'
  /** Part of a name or an address. */
  who?: string
  sort: { key: SortKey; descending: boolean }
  offset: number
  limit: number
}

const columnOf = { written: 'mail.created_at', state: 'mail.state', tries: 'mail.attempts' } as const

function matching(tx: Tx, wanted: Pick<MailsWanted, 'spaceId' | 'state' | 'who'>) {
  let query = tx.selectFrom('mail').leftJoin('person', 'person.id', 'mail.person_id')
  if (wanted.spaceId !== undefined) query = query.where('mail.space_id', '=', wanted.spaceId)
  if (wanted.state === 'came_back') query = query.where('mail.bounced_at', 'is not', null)
  else if (wanted.state !== undefined) query = query.where('mail.state', '=', wanted.state)
  if (wanted.who) {
    const like = `%${wanted.who.replace(/[\\%_]/g, '\\$&')}%`
    query = query.where(sql<boolean>`unaccent(concat_ws(' ', given_name, family_name, email)) ilike unaccent(${like})`)
  }
  return query
}

/** One page of the mails that the actor may see, and how many there are. Two queries, whatever their number. */
export async function mailsOf(tx: Tx, wanted: MailsWanted) {
  const { total } = await matching(tx, wanted).select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
  const rows = await matching(tx, wanted)
    .select([
      'mail.id',
      'mail.template',
      'mail.state',
      'mail.attempts',
      'mail.created_at',
      'mail.last_error',
      'mail.bounced_at',
      'mail.delayed_at',
      'mail.bounce',
      'given_name',
      'family_name',
      'email',
    ])
    .orderBy(columnOf[wanted.sort.key], wanted.sort.descending ? 'desc' : 'asc')
    .orderBy('mail.created_at', 'desc')
    .orderBy('mail.id')
    .limit(wanted.limit)
    .offset(wanted.offset)
    .execute()
  return { total, rows }
}
export type MailRow = Awaited<ReturnType<typeof mailsOf>>['rows'][number]

/** One mail with its recipient; undefined when there is none that the actor may see. */
export async function findMail(tx: Tx, id: string) {
  const mail = await tx.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirst()
  return mail && { ...mail, person: await recipientOf(tx, mail.person_id) }
}
export type FoundMail = NonNullable<Awaited<ReturnType<typeof findMail>>>

/** The space of a seminar by its address; undefined when the actor may not see it. */
export async function findSeminarSpace(tx: Tx, slug: string) {
  return tx
    .selectFrom('space')
    .select('id')
    .select(sql<string | null>`(select s.time_zone from perenne.seminar s where s.id = space.id)`.as('timeZone'))
    .where('kind', '=', 'seminar')
    .where('slug', '=', slug)
    .executeTakeFirst()
}
