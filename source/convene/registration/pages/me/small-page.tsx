import type { Child } from 'hono/jsx'
import { ownPage } from '#convene/messages/own.ts'
import type { Visit } from '#ground/house.ts'
import { page } from '#ground/web/answer.ts'
import { layout } from '#ground/web/layout.tsx'
import { titleOf } from '../../acts/seminar-in-words.ts'
import { type Opened, ownAddress } from './open.ts'

/** What a small page says. */
export type SmallPage = { title: string; failed?: boolean; islands?: readonly string[]; children?: Child }

/** A page for one thing that is done from the own page, with the way back to it. */
export function smallPage(
  visit: Visit,
  opened: Pick<Opened, 'own' | 'seminar' | 'words'>,
  about: SmallPage,
  status = 200,
) {
  const { locale } = visit
  const w = ownPage[locale]
  const here = ownAddress(visit)
  return page(
    visit,
    layout(
      visit,
      {
        title: `${about.title} – ${titleOf(opened.words, opened.seminar, locale)}`,
        noIndex: true,
        failed: about.failed === true,
        islands: about.islands ?? [],
        breadcrumb: [{ label: w.title, href: here }, { label: about.title }],
      },
      <div class="stack measure">{about.children}</div>,
    ),
    status,
  )
}
