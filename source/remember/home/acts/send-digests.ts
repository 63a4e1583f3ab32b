import { as, job, type Tx } from '#ground/database/actor.ts'
import type { House, Job, MailTemplate } from '#ground/house.ts'
import { date, longDate } from '#ground/languages/format.ts'
import { isLocale, type Locale } from '#ground/languages/locales.ts'
import { wordsOf } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import { queueMails } from '#ground/mail/store/queue.ts'
import { dayAsked } from '#ground/web/asked-time.ts'
import { dueWords } from '../../messages/due.ts'
import { memoryHome } from '../../messages/memory-home.ts'
import { todayAt } from '../../rules/days.ts'
import { zoneOfMemory } from '../../store/memories.ts'
import { digestDays } from '../rules/digest-days.ts'
import { digestsDue, insideOf, markSent, mayBeShown } from '../store/digests.ts'
import { dueUntil } from '../store/due.ts'
import { inTheNameOf } from '../store/in-the-name-of.ts'
import { dueWithNames, inOneLine, type NamedWith } from './due-in-words.ts'

/** How far ahead a mail looks. */
const daysAhead = 30
const mostLines = 20
/** Which Monday it is, for all memories: the mails of one leave together, by the clock of the server. */
const today = (house: House) => todayAt(house.clock, 'UTC')
/** What is due on which day is asked by the clock of each memory. */
const todayIn = async (house: House, tx: Tx, space: string) => todayAt(house.clock, await zoneOfMemory(tx, space))

/**
 * Queues one mail for each person and memory that is owed one and in which something is due that this person may see now. As a
 * job, since nobody sees the wishes of others; what is due is asked in the name of each person. Nothing is queued twice for one
 * Monday, whenever it is asked for: a server that was down on Monday sends that week's mails when it is up again.
 */
export async function sendDigests(house: House): Promise<number> {
  const day = today(house)
  const days = digestDays(day)
  if (days === null) return 0
  const queued = await as(house.db, job('memory-digests'), async tx => {
    const wanted = await digestsDue(tx, days)
    const mails: Parameters<typeof queueMails>[1][number][] = []
    for (const { spaceId, personId, language, monday } of wanted) {
      if (await isSomethingDue(tx, spaceId, personId, await todayIn(house, tx, spaceId))) {
        mails.push({
          spaceId,
          personId,
          template: 'memory-digest',
          language: isLocale(language) ? language : 'en',
          data: { space: spaceId, day: monday },
        })
      }
    }
    await queueMails(tx, mails)
    await markSent(
      tx,
      wanted.map(({ id }) => id),
      day,
    )
    return mails.length
  })
  if (queued > 0) house.mailsWritten()
  return queued
}

async function isSomethingDue(tx: Tx, space: string, personId: string, day: Temporal.PlainDate): Promise<boolean> {
  return inTheNameOf(tx, personId, async () => {
    if ((await insideOf(tx, space)) === null) return false
    const due = await dueUntil(tx, space, day.toString(), day.add({ days: daysAhead }).toString())
    return due.length > 0
  })
}

export const digestJobs: readonly Job[] = [
  {
    name: 'memory-digests',
    // Mondays, before the offices of both shores open.
    schedule: '0 6 * * 1',
    run: async house => {
      await sendDigests(house)
    },
  },
]

/** What a mail says, in its parts: its lines keep the names of records apart, which may be in another language. */
export type DigestSaid = {
  subject: string
  /** What comes before the lines. */
  opening: string[]
  lines: { of: NamedWith; say: (record: string) => string }[]
  /** That there is more than the mail tells; null when there is not. */
  more: string | null
  /** Where all of it is told. */
  url: string
}

/**
 * What a mail would say to the actor of the transaction on a day; null when nothing is due, or to somebody who does not belong
 * to those inside.
 *
 * @param monday whose mail it is: on another day it says so, since its days are told as of that day; null for a preview
 */
export async function digestOn(
  house: House,
  tx: Tx,
  space: string,
  locale: Locale,
  day: Temporal.PlainDate,
  monday: Temporal.PlainDate | null,
): Promise<DigestSaid | null> {
  const inside = await insideOf(tx, space)
  if (!inside) return null
  const due = await dueWithNames(tx, space, locale, day, day.add({ days: daysAhead }))
  if (due.length === 0) return null
  const words = memoryHome[locale].mail
  const name = wordsOf((await textsOf(tx, [space])).get(space)?.name, locale) || inside.slug
  const lines = due.slice(0, mostLines).map(one => {
    const when = date(locale, Temporal.PlainDate.from(one.day))
    const late = Temporal.PlainDate.compare(one.day, day) < 0
    const calculated = one.calculated === null ? '' : ` – ${one.calculated}`
    return {
      of: one,
      say: (record: string) => `${words.line(late ? words.late(when) : when, one.what, record)}${calculated}`,
    }
  })
  const left = due.length - lines.length
  const isLate = monday !== null && !monday.equals(day)
  return {
    subject: words.subject(name, due.length),
    opening: [
      ...(isLate ? [dueWords[locale].asOf(longDate(locale, monday), longDate(locale, day))] : []),
      words.opening(name),
    ],
    lines,
    more: left > 0 ? words.more(left) : null,
    url: new URL(`/${locale}/territories/${inside.slug}/monday`, house.settings.publicUrl).href,
  }
}

/**
 * What is due, found again when the mail is shown or sent, as its recipient may see it then; gone when their right has ended,
 * and for whoever looks at it without a right of their own.
 */
export const digestMail: MailTemplate = {
  name: locale => memoryHome[locale].mail.name,
  words: async (house, tx, data, locale, to) => {
    const space = String(data.space)
    if (!(await mayBeShown(tx, space))) return null
    const monday = dayAsked(String(data.day), today(house))
    const there = await todayIn(house, tx, space)
    // In the far west it is Sunday yet when the mails of Monday leave.
    const day = monday !== null && Temporal.PlainDate.compare(there, monday) < 0 ? monday : there
    const said = await inTheNameOf(tx, to.id, () => digestOn(house, tx, space, locale, day, monday))
    if (said === null) return null
    const { subject, opening, lines, more, url } = said
    const words = memoryHome[locale].mail
    return {
      subject,
      paragraphs: [
        ...opening,
        ...lines.map(({ of, say }) => say(inOneLine(locale, of))),
        ...(more === null ? [] : [more]),
      ],
      action: { label: words.action, url },
      after: [words.after],
    }
  },
}
