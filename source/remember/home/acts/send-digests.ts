import { as, job, type Tx } from '#ground/database/actor.ts'
import type { House, Job, MailTemplate } from '#ground/house.ts'
import { date } from '#ground/languages/format.ts'
import { isLocale } from '#ground/languages/locales.ts'
import { wordsOf } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import { queueMails } from '#ground/mail/store/queue.ts'
import { memoryHome } from '../../messages/memory-home.ts'
import { digestsDue, insideOf, markSent, mayBeShown } from '../store/digests.ts'
import { dueUntil } from '../store/due.ts'
import { inTheNameOf } from '../store/in-the-name-of.ts'
import { dueWithNames } from './due-in-words.ts'

/** How far ahead a mail looks. */
const daysAhead = 30
const mostLines = 20
const today = (house: House) => house.clock.now().toZonedDateTimeISO('UTC').toPlainDate()

/**
 * Queues one mail for each person and memory in which something is due that this person may see now. As a job, since nobody
 * sees the wishes of others; what is due is asked in the name of each person. Nothing is queued twice for one day.
 */
export async function sendDigests(house: House): Promise<number> {
  const day = today(house)
  const queued = await as(house.db, job('memory-digests'), async tx => {
    const wanted = await digestsDue(tx, day)
    const mails: Parameters<typeof queueMails>[1][number][] = []
    for (const { spaceId, personId, language } of wanted) {
      if (await isSomethingDue(tx, spaceId, personId, day)) {
        mails.push({
          spaceId,
          personId,
          template: 'memory-digest',
          language: isLocale(language) ? language : 'en',
          data: { space: spaceId, day: day.toString() },
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

/**
 * What is due, found again when the mail is shown or sent, as its recipient may see it then; gone when their right has ended,
 * and for whoever looks at it without a right of their own.
 */
export const digestMail: MailTemplate = {
  name: locale => memoryHome[locale].mail.name,
  words: async (house, tx, data, locale, to) => {
    const space = String(data.space)
    if (!(await mayBeShown(tx, space))) return null
    const day = today(house)
    return inTheNameOf(tx, to.id, async () => {
      const inside = await insideOf(tx, space)
      if (!inside) return null
      const due = await dueWithNames(tx, space, locale, day, day.add({ days: daysAhead }))
      if (due.length === 0) return null
      const words = memoryHome[locale].mail
      const name = wordsOf((await textsOf(tx, [space])).get(space)?.name, locale) || inside.slug
      const lines = due.slice(0, mostLines).map(one => {
        const when = date(locale, Temporal.PlainDate.from(one.day))
        const late = Temporal.PlainDate.compare(one.day, day) < 0
        return words.line(late ? words.late(when) : when, one.what, one.name)
      })
      const left = due.length - lines.length
      return {
        subject: words.subject(name, due.length),
        paragraphs: [words.opening(name), ...lines, ...(left > 0 ? [words.more(left)] : [])],
        action: {
          label: words.action,
          url: new URL(`/${locale}/territories/${inside.slug}/monday`, house.settings.publicUrl).href,
        },
        after: [words.after],
      }
    })
  },
}
