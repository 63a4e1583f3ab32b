import { lettersMails } from '#convene/letters/index.ts'
import { lifeMails, lifeRoutes, lifeTexts } from '#convene/life/index.ts'
import { seminarRoutes, seminarTexts } from '#convene/seminar/index.ts'
import { as, job, type Tx } from '#ground/database/actor.ts'
import type { Room } from '#ground/house.ts'
import { compose } from '#ground/mail/acts/compose.ts'
import { mailRoutes } from '#ground/mail/index.ts'
import type { TestHouse } from '../../support/house.ts'
import { query, rooms as registrationRooms, type TestSeminar } from '../registration/support.ts'

export * from '../registration/support.ts'

export const rooms: readonly Room[] = [
  { name: 'seminar', routes: seminarRoutes, texts: seminarTexts },
  ...registrationRooms,
  { name: 'life', routes: lifeRoutes, mails: lifeMails, texts: lifeTexts },
  { name: 'letters', routes: [], mails: lettersMails },
  { name: 'mail', routes: mailRoutes },
]

export const french = (text: string) => ({ source: 'fr' as const, bodies: { fr: text } })
export const date = (text: string) => Temporal.PlainDate.from(text)
export const at = (text: string) => Temporal.Instant.from(text)

/** A whole day elsewhere in the year, with the hours it had. */
export const dayOn = (text: string, closesAt: Temporal.Instant | null = null) => ({
  date: date(text),
  hoursFrom: Temporal.PlainTime.from('09:00'),
  hoursTo: Temporal.PlainTime.from('17:30'),
  closesAt,
})

export type Row = Record<string, unknown>

export async function seminarRow(house: TestHouse, { id }: Pick<TestSeminar, 'id'>) {
  const [row] = await query<Row>(
    house,
    `select held_on::text, moved_from::text, postponed_at is not null as postponed, cancelled_at is not null as cancelled,
       visibility, calendar_sequence as sequence, registration_closes_at::timestamptz(0)::text as closes
     from perenne.seminar where id = $1`,
    [id],
  )
  return row as Row
}

export const noticesIn = (house: TestHouse, { id }: Pick<TestSeminar, 'id'>) =>
  query<{ kind: string; held_on: string; moved_to: string | null; told: number }>(
    house,
    `select kind, held_on::text, moved_to::text, told from perenne.seminar_notice where seminar_id = $1 order by at`,
    [id],
  )

/** Mails of the seminar's life, each as its template and language, in order. */
export const tellingsIn = async (house: TestHouse, { id }: Pick<TestSeminar, 'id'>) =>
  (
    await query<{ said: string }>(
      house,
      `select template || ' ' || language as said from perenne.mail
       where space_id = $1 and template like 'seminar-%' order by template, language`,
      [id],
    )
  ).map(row => row.said)

/** The mail of a kind about a registration as it would leave now; null when it would not. */
export async function leaving(house: TestHouse, registration: string, template: string) {
  const [mail] = await query<{ id: string; language: string; data: Record<string, unknown>; person_id: string }>(
    house,
    `select id, language, data, person_id from perenne.mail
     where data->>'registration' = $1 and template = $2 order by created_at desc, id limit 1`,
    [registration, template],
  )
  if (!mail) throw new Error(`no ${template}`)
  return as(house.db, job('mail'), async tx => {
    const person = await personOf(tx, mail.person_id)
    const composed = await compose(house, tx, { ...mail, template, person })
    return composed.ok ? composed.words : null
  })
}

async function personOf(tx: Tx, id: string) {
  return tx
    .selectFrom('person')
    .select(['id', 'given_name', 'family_name', 'email'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

export const textOf = (words: { subject: string; paragraphs: string[] } | null) =>
  words === null ? null : [words.subject, ...words.paragraphs].join('\n').replaceAll('\u00a0', ' ')
