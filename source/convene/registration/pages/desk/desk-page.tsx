import type { Child } from 'hono/jsx'
import type { Visit } from '#ground/house.ts'
import { page } from '#ground/web/answer.ts'
import { layout } from '#ground/web/layout.tsx'
import { PageHead } from '#ground/web/parts/text.tsx'
import { deskTrail, type OfficeSeminar } from '../desk.tsx'

/** What an office page about a seminar is called, and the pages between it and the seminar's. */
type DeskPage = {
  title: string
  /** The title as it stands on the page, where it is not in the visitor's language. */
  heading?: Child
  lead?: string
  above?: readonly { label: string; path: string }[]
  /** Something that was sent could not be done. */
  failed?: boolean
  /** Custom elements that the page uses. */
  islands?: readonly string[]
}

/** A page of the desk about one seminar, under the seminar's title, with the way back to it. */
export function deskPage(
  visit: Visit,
  seminar: OfficeSeminar,
  { title, heading = title, lead, above = [], failed = false, islands = [] }: DeskPage,
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
        islands,
        breadcrumb: deskTrail(visit, seminar, ...above, title),
      },
      <div class="stack">
        <PageHead kicker={seminar.title} title={heading} lead={lead} />
        {children}
      </div>,
    ),
    status,
  )
}
