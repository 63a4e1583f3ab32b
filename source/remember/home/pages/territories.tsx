import { as, asPublic } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { countryName } from '#ground/languages/format.ts'
import { wordsOf } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import { page } from '#ground/web/answer.ts'
import { layout } from '#ground/web/layout.tsx'
import { EmptyPage, PageHead } from '#ground/web/parts/text.tsx'
import { may } from '#ground/web/visit.ts'
import { memoryWords } from '#remember/messages/memory.ts'
import { memoryHome } from '#remember/messages/memory-home.ts'
import { listMemories } from '../store/memory-list.ts'

/** GET /:l/territories: the memories that a visitor may see, by name; those in which nothing is to be seen yet come last. */
export async function showTerritories(visit: Visit): Promise<Response> {
  const { locale, house } = visit
  const words = memoryHome[locale].list
  const make = { href: `/${locale}/administration/spaces/territories/new`, label: memoryHome[locale].own.make }
  const read = visit.signedIn
    ? (work: Parameters<typeof asPublic<Listed>>[1]) => as(house.db, visit.actor, work)
    : (work: Parameters<typeof asPublic<Listed>>[1]) => asPublic(house.db, work)
  const { rows, texts } = await read(async tx => {
    const rows = await listMemories(tx)
    const texts = await textsOf(
      tx,
      rows.map(({ id }) => id),
    )
    return { rows, texts }
  })
  const named = rows
    .map(row => ({ ...row, name: wordsOf(texts.get(row.id)?.name, locale) || row.slug }))
    .sort((a, b) => Number(b.relationships > 0) - Number(a.relationships > 0) || a.name.localeCompare(b.name, locale))
  return page(
    visit,
    layout(
      visit,
      { title: words.title },
      <div class="stack">
        <PageHead title={words.title} lead={words.lead} />
        {named.length === 0 ? (
          <EmptyPage title={words.empty} text={words.emptyText} action={may(visit, 'administer') ? make : undefined} />
        ) : (
          <ul class="entries">
            {named.map(one => (
              <li>
                <p class="kicker">{memoryWords[locale].kinds[one.kind]}</p>
                <div>
                  <a href={`/${locale}/territories/${one.slug}`}>{one.name}</a>
                  <p class="small">
                    {[
                      one.country ? countryName(locale, one.country) : null,
                      one.fictitious ? words.fictitious : null,
                      one.relationships > 0 ? words.relationships(one.relationships) : words.none,
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        )}
        {named.length > 0 && may(visit, 'administer') ? (
          <p>
            <a href={make.href}>{make.label}</a>
          </p>
        ) : null}
      </div>,
    ),
  )
}

type Listed = {
  rows: Awaited<ReturnType<typeof listMemories>>
  texts: Awaited<ReturnType<typeof textsOf>>
}
