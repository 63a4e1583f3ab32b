import { panelOwn } from '#convene/messages/programme-panel-own.ts'
import { titleOf } from '#convene/registration/acts/seminar-in-words.ts'
import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { page, redirect } from '#ground/web/answer.ts'
import { lastPage } from '#ground/web/last-page.tsx'
import { layout } from '#ground/web/layout.tsx'
import { Confirm } from '#ground/web/parts/form.tsx'
import { eraseOwnPanel } from '../acts/erase.ts'
import { readOwnPanel } from '../acts/own.ts'
import { badLink, linkHolder, ownAddress } from './own.tsx'

/** GET /:l/panel/:token/erase: what goes, before the button; afterwards, that it is done. */
export async function showErasePanel(visit: Visit): Promise<Response> {
  const { id, erased } = await linkHolder(visit)
  const { locale } = visit
  const m = panelOwn[locale].erase
  if (erased) return lastPage(visit, m.doneTitle, m.done)
  const panel = await readOwnPanel(visit.house, id)
  if (panel === null) throw badLink(visit)
  const here = ownAddress(visit)
  return page(
    visit,
    layout(
      visit,
      {
        title: m.title,
        noIndex: true,
        breadcrumb: [{ label: panelOwn[locale].title, href: here }, { label: m.title }],
      },
      <Confirm
        t={parts[locale]}
        title={m.title}
        text={m.text(titleOf(panel.words, panel.seminar, locale))}
        action={`${here}/erase`}
        cancel={here}
        button={m.button}
      />,
    ),
  )
}

/** POST: erases. A second time finds it done. */
export async function sendErasePanel(visit: Visit): Promise<Response> {
  const { id } = await linkHolder(visit)
  const result = await eraseOwnPanel(visit.house, id)
  if (result !== 'account') return redirect(visit, ownAddress(visit, '/erase'))
  return redirect(visit, ownAddress(visit), { tone: 'problem', text: panelOwn[visit.locale].erase.account })
}
