import { as, asPublic } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { date } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { page } from '#ground/web/answer.ts'
import { layout } from '#ground/web/layout.tsx'
import { EmptyPage, Multilingual, PageHead } from '#ground/web/parts/text.tsx'
import { lifeWords } from '../../messages/life.ts'
import { seminarMessages } from '../../messages/seminar.ts'
import { heldOn } from '../acts/days-in-words.ts'
import { type ListedSeminar, listSeminars } from '../store/list-seminars.ts'

const pageSize = 20

/** GET /:l/seminars: those to come, then those past, twenty a page. */
export async function seminarsPage(visit: Visit): Promise<Response> {
  const { locale } = visit
  const t = seminarMessages[locale].list
  const wanted = Number(visit.url.searchParams.get('page'))
  const number = Number.isSafeInteger(wanted) && wanted > 0 && wanted < 100_000 ? wanted : 1
  const { coming, past, pastTotal } = await seminarsFor(visit, number)
  const pages = Math.ceil(pastTotal / pageSize)
  return page(
    visit,
    layout(
      visit,
      { title: t.title, description: t.lead },
      <div class="stack">
        <PageHead title={t.title} lead={t.lead} />
        {coming.length + past.length + pastTotal === 0 ? (
          <EmptyPage title={t.none} text={t.noneNext} />
        ) : (
          <>
            <section class="close" aria-labelledby="coming">
              <h2 id="coming">{t.coming}</h2>
              {coming.length > 0 ? <Seminars seminars={coming} locale={locale} /> : <p>{t.noneComing}</p>}
            </section>
            {past.length > 0 ? (
              <section class="close" aria-labelledby="past">
                <h2 id="past">{t.past}</h2>
                <Seminars seminars={past} locale={locale} />
              </section>
            ) : null}
            {pages > 1 ? (
              <nav aria-label={t.pages} class="buttons">
                {number > 1 ? <a href={`/${locale}/seminars?page=${number - 1}`}>{t.later}</a> : null}
                {number < pages ? <a href={`/${locale}/seminars?page=${number + 1}`}>{t.earlier}</a> : null}
              </nav>
            ) : null}
          </>
        )}
      </div>,
    ),
  )
}

/** The seminars to come, as a list: what the home page shows. Null when there is none. */
export async function seminarCards(visit: Visit) {
  const { coming } = await seminarsFor(visit, 1)
  if (coming.length === 0) return null
  const t = seminarMessages[visit.locale].list
  return (
    <section class="close" aria-labelledby="coming">
      <h2 id="coming">{t.comingSeminars}</h2>
      <Seminars seminars={coming.slice(0, 6)} locale={visit.locale} />
    </section>
  )
}

function seminarsFor(visit: Visit, number: number) {
  const { house, locale } = visit
  // The least time zone of all: no seminar of today is past anywhere yet.
  const today = house.clock.now().toZonedDateTimeISO('Etc/GMT+12').toPlainDate()
  return visit.signedIn
    ? as(house.db, visit.actor, tx => listSeminars(tx, locale, today, { page: number, size: pageSize }))
    : asPublic(house.db, tx => listSeminars(tx, locale, today, { page: number, size: pageSize }))
}

/** Its day, and what became of it. */
function dayOf(seminar: ListedSeminar, locale: Locale): string {
  const w = lifeWords[locale].list
  const day = heldOn(seminar, locale)
  if (seminar.cancelled) return w.cancelled(day)
  if (seminar.postponed) return w.postponed(date(locale, seminar.date))
  return seminar.moved ? w.moved(day) : day
}

function Seminars({ seminars, locale }: { seminars: readonly ListedSeminar[]; locale: Locale }) {
  const p = parts[locale]
  return (
    <ul class="entries">
      {seminars.map(seminar => (
        <li>
          <p class="kicker">{dayOf(seminar, locale)}</p>
          <div>
            <h3>
              <a href={`/${locale}/seminars/${seminar.slug}`}>
                <Multilingual t={p} locale={locale} shown={seminar.title} />
              </a>
            </h3>
            {seminar.subtitle ? (
              <p>
                <Multilingual t={p} locale={locale} shown={seminar.subtitle} quiet />
              </p>
            ) : null}
            {seminar.venue ? (
              <p class="small">
                <Multilingual t={p} locale={locale} shown={seminar.venue} quiet />
              </p>
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  )
}
