import type { Route, Visit } from '../house.ts'
import { locales } from '../languages/locales.ts'
import { home } from '../languages/messages/home.ts'
import { negotiate } from '../languages/negotiate.ts'
import { page, redirect } from './answer.ts'
import { layout } from './layout.tsx'
import { LinkButton } from './parts/buttons.tsx'
import { PageHead } from './parts/text.tsx'
import { get } from './route.ts'

/** `/` leads to the visitor's language, and remembers nothing about it. */
async function choose(visit: Visit): Promise<Response> {
  visit.headers.set('vary', 'accept-language')
  return redirect(visit, `/${negotiate(visit.request.headers.get('accept-language') ?? undefined)}/`)
}

async function show(visit: Visit): Promise<Response> {
  const t = home[visit.locale]
  const parts = await Promise.all(visit.house.rooms.map(room => room.home?.(visit)))
  return page(
    visit,
    layout(
      visit,
      { title: t.title, description: t.lead },
      <>
        <PageHead title={t.title} lead={t.lead} />
        <div class="stack">
          {visit.house.banner ? (
            // Only the demonstration has a banner, and a tour.
            <p class="buttons">
              <LinkButton href={`/${visit.locale}/demo`}>{t.demo.bannerLink}</LinkButton>
            </p>
          ) : null}
          {parts}
          <p class="small measure">{t.meanings}</p>
        </div>
      </>,
    ),
  )
}

async function withoutSlash(visit: Visit): Promise<Response> {
  return redirect(visit, `/${visit.locale}/`)
}

export const homeRoutes: Route[] = [
  get('/', 'everyone', choose),
  ...locales.map(locale => get(`/${locale}`, 'everyone', withoutSlash)),
  get('/:l/', 'everyone', show, { kept: true }),
]
