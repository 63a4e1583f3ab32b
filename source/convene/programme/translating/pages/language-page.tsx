import type { Child } from 'hono/jsx'
import type { Visit } from '#ground/house.ts'
import { page } from '#ground/web/answer.ts'
import { layout } from '#ground/web/layout.tsx'
import { PageHead } from '#ground/web/parts/text.tsx'
import { trail } from './languages-load.ts'

type LanguagePage = { title: string; lead: string; status: 200 | 409 | 422 }

/** A page about one language of a programme, under the seminar and the table of its languages. */
export const languagePage = (
  visit: Visit,
  of: { slug: string; title: string },
  { title, lead, status }: LanguagePage,
  children: Child,
) =>
  page(
    visit,
    layout(
      visit,
      {
        title: `${title} – ${of.title}`,
        office: true,
        failed: status !== 200,
        breadcrumb: trail(visit, of, title),
      },
      <div class="stack">
        <PageHead kicker={of.title} title={title} lead={lead} />
        {children}
      </div>,
    ),
    status,
  )
