import type { Child } from 'hono/jsx'
import { mailWordsPages } from '#convene/messages/mail-words.ts'
import { mailingsWords } from '#convene/messages/mailings.ts'
import { registration } from '#convene/messages/registration.ts'
import { findSeminarToRegisterFor } from '#convene/registration/store/seminar.ts'
import { as } from '#ground/database/actor.ts'
import type { Capability } from '#ground/database/tables.ts'
import type { Visit } from '#ground/house.ts'
import { cityOfZone, moment } from '#ground/languages/format.ts'
import { wordsOf } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import { page } from '#ground/web/answer.ts'
import { layout } from '#ground/web/layout.tsx'
import { PageHead } from '#ground/web/parts/text.tsx'
import { notFound, Refusal } from '#ground/web/refusal.ts'
import { may } from '#ground/web/visit.ts'

/**
 * The seminar of an office page about its messages or the words of its mails; 404 for one that the visitor does not work
 * on, 403 where they do other work.
 *
 * @param needed `people` to write to them, `edit` to settle what every mail says
 */
export async function officeSeminar(visit: Visit, needed: Extract<Capability, 'people' | 'edit'> = 'people') {
  const { locale } = visit
  const found = await as(visit.house.db, visit.actor, async tx => {
    const seminar = await findSeminarToRegisterFor(tx, { slug: visit.param('slug') })
    return seminar && { ...seminar, title: (await textsOf(tx, [seminar.id])).get(seminar.id)?.title }
  })
  if (!found || !may(visit, 'read', found.id)) throw notFound()
  if (!may(visit, needed, found.id))
    throw new Refusal('forbidden', (needed === 'edit' ? mailWordsPages : mailingsWords)[locale].mayNot)
  return { ...found, title: wordsOf(found.title, locale) || found.slug }
}
export type OfficeSeminar = Awaited<ReturnType<typeof officeSeminar>>

/** The address of the pages of a seminar, in the visitor's language. */
export const seminarAddress = (visit: Visit, seminar: { slug: string }, below = '') =>
  `/${visit.locale}/desk/seminars/${seminar.slug}${below}`
export const mailingsAddress = (visit: Visit, seminar: { slug: string }, below = '') =>
  seminarAddress(visit, seminar, `/mailings${below}`)

type OfficePage = {
  title: string
  /** The title as it stands on the page, where it is not in the visitor's language. */
  heading?: Child
  lead?: string
  /** The pages between the seminar's and this one; paths are under the seminar's. */
  above?: readonly { label: string; path: string }[]
  failed?: boolean
}

/** A page about one seminar, under its title, with the way back to it. */
export function officePage(
  visit: Visit,
  seminar: OfficeSeminar,
  { title, heading = title, lead, above = [], failed = false }: OfficePage,
  children: Child,
  status = failed ? 422 : 200,
) {
  return page(
    visit,
    layout(
      visit,
      {
        title: `${title} – ${seminar.title}`,
        office: true,
        failed,
        breadcrumb: trail(visit, seminar, above, title),
      },
      <div class="stack">
        <PageHead kicker={seminar.title} title={heading} lead={lead} />
        {children}
      </div>,
    ),
    status,
  )
}

/** Desk, seminar, what stands between, and this page. */
export function trail(
  visit: Visit,
  seminar: OfficeSeminar,
  above: readonly { label: string; path: string }[],
  here: string,
) {
  return [
    { label: registration[visit.locale].desk.title, href: `/${visit.locale}/desk` },
    { label: seminar.title, href: seminarAddress(visit, seminar) },
    ...above.map(({ label, path }) => ({ label, href: seminarAddress(visit, seminar, path) })),
    { label: here },
  ]
}

/** The step of the way that leads to the list of messages. */
export const aboveMailings = (visit: Visit) => ({ label: mailingsWords[visit.locale].title, path: '/mailings' })

/**
 * A moment at which something leaves by itself: on the clock of the venue, and in UTC, since a reader may be elsewhere and
 * the clocks may change before it.
 */
export function momentInZone(visit: Visit, { timeZone }: { timeZone: string }, instant: Temporal.Instant): string {
  const { locale } = visit
  const utc = instant.toZonedDateTimeISO('UTC').toPlainTime().toString({ smallestUnit: 'minute' })
  return mailingsWords[locale].zoned(moment(locale, instant, timeZone), cityOfZone(locale, timeZone), utc)
}
