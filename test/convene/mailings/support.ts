import { scheduleMailing } from '#convene/mailings/acts/plan-mailing.ts'
import { addDraft } from '#convene/mailings/acts/save-mailing.ts'
import { shownVersion, startMailing } from '#convene/mailings/acts/start-mailing.ts'
import { mailingJobs, mailingMails, mailingRoutes, mailingTexts } from '#convene/mailings/index.ts'
import type { Audience } from '#convene/mailings/rules/audience.ts'
import { readMailing } from '#convene/mailings/store/mailings.ts'
import { type Actor, as, job, person } from '#ground/database/actor.ts'
import type { House, MailWords, Room } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { compose } from '#ground/mail/acts/compose.ts'
import { findMail } from '#ground/mail/store/read.ts'
import type { TestHouse } from '../../support/house.ts'
import { deskRooms } from '../registration/desk-support.ts'
import { makeSeminar, query, registered, signedIn, type TestSeminar } from '../registration/support.ts'

export const mailingRooms: readonly Room[] = [
  ...deskRooms,
  { name: 'mailings', routes: mailingRoutes, mails: mailingMails, jobs: mailingJobs, texts: mailingTexts },
]

type Given = Parameters<typeof registered>[2]

/** Registers somebody by a family name, which is their address as well. */
export const add = (house: TestHouse, seminar: TestSeminar, familyName: string, more: Given = {}) =>
  registered(house, seminar, {
    familyName,
    email: `${familyName.toLowerCase()}@example.org`,
    organisation: `Organisation ${familyName}`,
    ...more,
  })

/** A seminar with four people of four languages, one of whom waits, and its organiser. */
export async function scene(house: TestHouse) {
  await house.setClock('2018-06-05T10:00:00Z')
  const seminar = await makeSeminar(house, { capacity: 3 })
  const { personId, cookie } = await signedIn(house, 'organiser', seminar.id)
  const ids = {
    marie: await add(house, seminar, 'Marie', { language: 'fr', country: 'FR', category: 'elected' }),
    ana: await add(house, seminar, 'Ana', { language: 'pt' }),
    john: await add(house, seminar, 'John', { language: 'en', category: 'university' }),
    lucia: await add(house, seminar, 'Lucia', { language: 'es' }),
  }
  await query(house, 'delete from perenne.mail where space_id = $1', [seminar.id])
  return { seminar, organiser: person(personId), personId, cookie, ids }
}
export type Scene = Awaited<ReturnType<typeof scene>>

export const inFrench = { subject: { fr: 'Objet pour {seminar}' }, body: { fr: 'Bonjour {given_name},\n\nLe {date}.' } }

/** A draft, as an organiser writes one. */
export async function draft(
  house: TestHouse,
  { seminar, organiser }: Pick<Scene, 'seminar' | 'organiser'>,
  audience: Audience = { states: ['confirmed'] },
  words: Parameters<typeof addDraft>[3]['words'] = inFrench,
): Promise<string> {
  const saved = await addDraft(house, organiser, seminar.slug, { audience, words })
  if (saved.outcome !== 'saved') throw new Error(JSON.stringify(saved))
  return saved.id
}

/** The version that a page shows of a mailing as it stands. */
export const versionOf = async (house: Pick<House, 'db'>, id: string) =>
  as(house.db, job('test'), async tx => {
    const row = await tx.selectFrom('mailing').select('seminar_id').where('id', '=', id).executeTakeFirstOrThrow()
    const mailing = await readMailing(tx, row.seminar_id, id)
    if (!mailing) throw new Error('no such mailing')
    return shownVersion(mailing)
  })

/** Starts a mailing as whoever has just read its page, which told of so many people. */
export const startShown = async (house: House, actor: Actor, slug: string, id: string, people: number) =>
  startMailing(house, actor, slug, id, { people, version: await versionOf(house, id) })

/** Says when it leaves, in the same way. */
export const scheduleShown = async (house: House, actor: Actor, slug: string, id: string, at: Temporal.Instant) =>
  scheduleMailing(house, actor, slug, id, { at, version: await versionOf(house, id) })

export type MailRow = {
  id: string
  template: string
  language: Locale
  state: string
  data: Record<string, string>
  family: string | null
}

/** The mails of a mailing, or all of a template, with the family name of whom each is to. */
export const mailsOf = (house: TestHouse, mailingId: string) =>
  query<MailRow>(
    house,
    `select m.id, m.template, m.language, m.state, m.data, p.family_name as family
     from perenne.mail m join perenne.person p on p.id = m.person_id
     where m.data ->> 'mailing' = $1 order by m.created_at, p.family_name`,
    [mailingId],
  )

/** A mail as its sender puts it together now; `leaving` as it is on its way. Null when there is nothing to say. */
export async function said(house: TestHouse, mailId: string, leaving = false): Promise<MailWords | null> {
  if (leaving) await query(house, `update perenne.mail set state = 'sending' where id = $1`, [mailId])
  const composed = await as(house.db, job('mail'), async tx => {
    const mail = await findMail(tx, mailId)
    if (!mail) throw new Error('no such mail')
    return compose(house, tx, mail)
  })
  return composed.ok ? composed.words : null
}

export const allWords = (words: MailWords | null) =>
  words === null ? '' : [words.subject, ...words.paragraphs, ...(words.after ?? [])].join('\n')

export const mailingOf = async (house: TestHouse, id: string) => {
  const [row] = await query<{
    started_at: string | null
    cancelled_at: string | null
    send_at: Date | null
    recipients: number | null
    version: number
    days_before: number | null
  }>(house, 'select * from perenne.mailing where id = $1', [id])
  if (!row) throw new Error('no such mailing')
  return row
}
