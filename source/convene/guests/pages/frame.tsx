import type { Child } from 'hono/jsx'
import { registration } from '#convene/messages/registration.ts'
import { findSeminarToRegisterFor } from '#convene/registration/store/seminar.ts'
import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { wordsOf } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import { page } from '#ground/web/answer.ts'
import { layout } from '#ground/web/layout.tsx'
import { PageHead } from '#ground/web/parts/text.tsx'
import { notFound, Refusal } from '#ground/web/refusal.ts'
import { may } from '#ground/web/visit.ts'

/**
 * The seminar of a page about its people: 404 for whoever does not work on it, refused to those who do without looking
 * after people.
 */
export async function peopleSeminar(visit: Visit) {
  const found = await as(visit.house.db, visit.actor, async tx => {
    const seminar = await findSeminarToRegisterFor(tx, { slug: visit.param('slug') })
    return seminar && { ...seminar, title: (await textsOf(tx, [seminar.id])).get(seminar.id)?.title }
  })
  if (!found || !may(visit, 'read', found.id)) throw notFound()
  if (!may(visit, 'people', found.id)) throw new Refusal('forbidden', registration[visit.locale].desk.mayNot)
  return { ...found, title: wordsOf(found.title, visit.locale) || found.slug }
}
export type PeopleSeminar = Awaited<ReturnType<typeof peopleSeminar>>

/** The address of a page under the seminar's on the desk. */
export const deskAddress = (visit: Visit, { slug }: { slug: string }, path: string) =>
  `/${visit.locale}/desk/seminars/${slug}${path}`

type About = {
  title: string
  /** The title as it stands on the page, where it is not in the visitor's language. */
  heading?: Child
  lead?: Child
  /** The pages between the seminar's and this one; paths are under the seminar's. */
  above?: readonly { label: string; path: string }[]
  /** Something that was sent could not be done. */
  failed?: boolean
  status?: number
}

/** A page of the desk about people of one seminar, with the way back to it. */
export function peoplePage(visit: Visit, seminar: PeopleSeminar, about: About, children: Child) {
  const { title, heading = title, lead, above = [], failed = false } = about
  const desk = `/${visit.locale}/desk`
  return page(
    visit,
    layout(
      visit,
      {
        title: `${title} – ${seminar.title}`,
        office: true,
        failed,
        breadcrumb: [
          { label: registration[visit.locale].desk.title, href: desk },
          { label: seminar.title, href: deskAddress(visit, seminar, '') },
          ...above.map(({ label, path }) => ({ label, href: deskAddress(visit, seminar, path) })),
          { label: title },
        ],
      },
      <div class="stack">
        <PageHead kicker={seminar.title} title={heading} lead={lead} />
        {children}
      </div>,
    ),
    about.status ?? (failed ? 422 : 200),
  )
}
