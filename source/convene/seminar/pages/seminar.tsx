import type { Visit } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import type { Shown } from '#ground/languages/text.ts'
import { page, publicAddress } from '#ground/web/answer.ts'
import { layout, type PageAbout } from '#ground/web/layout.tsx'
import { Columns, Multilingual, MultilingualText, Note, PageHead } from '#ground/web/parts/text.tsx'
import { noticeInWords } from '../../life/acts/notice-in-words.ts'
import { lifeWords } from '../../messages/life.ts'
import { seminarMessages } from '../../messages/seminar.ts'
import { heldOn } from '../acts/days-in-words.ts'
import { isStillSo, type Life } from '../rules/life.ts'
import type { SeminarPage } from '../store/read-seminar.ts'
import { linkedDataOf } from './linked-data.ts'
import { Practical } from './practical.tsx'
import { OwnProgramme, programmeIslands, SeminarProgramme } from './programme.tsx'
import { seminarOf } from './read.ts'
import { RegistrationCard } from './registration-card.tsx'
import { wordsIn } from './texts.ts'
import { lifeOfPage, townOf } from './words.ts'

/** GET /:l/seminars/:slug */
export async function seminarPage(visit: Visit): Promise<Response> {
  const seminar = await seminarOf(visit)
  const { locale } = visit
  const t = seminarMessages[locale].page
  const life = lifeOfPage(seminar, visit.house.clock.now())
  const address = publicAddress(visit.house, `/${locale}/seminars/${seminar.slug}`)
  return page(
    visit,
    layout(
      visit,
      { ...aboutOf(seminar, locale), linkedData: linkedDataOf(seminar, life, locale, address) },
      <>
        <Told seminar={seminar} life={life} locale={locale} />
        <SeminarHead seminar={seminar} locale={locale} />
        {seminar.visibility < 2 ? (
          <div class="flashes">
            <Note tone="warning">{<p>{t.internal}</p>}</Note>
          </div>
        ) : null}
        <Columns
          card={<RegistrationCard seminar={seminar} life={life} locale={locale} />}
          rest={<Practical seminar={seminar} locale={locale} />}
        >
          <Text title={t.presentation} shown={seminar.texts.presentation} locale={locale} />
          <Text title={t.objective} shown={seminar.texts.objective} locale={locale} />
          <Text title={t.audience} shown={seminar.texts.audience} locale={locale} />
          <Text title={t.method} shown={seminar.texts.method} locale={locale} />
          <SeminarProgramme seminar={seminar} locale={locale} />
          <p class="small">{t.lasting}</p>
        </Columns>
      </>,
    ),
  )
}

/** GET /:l/seminars/:slug/programme */
export async function programmePage(visit: Visit): Promise<Response> {
  const seminar = await seminarOf(visit)
  const { locale } = visit
  const t = seminarMessages[locale].page
  const about = aboutOf(seminar, locale)
  const title = t.programmeTitle(about.title)
  return page(
    visit,
    layout(
      visit,
      {
        ...about,
        title,
        ...(seminar.programme ? { islands: programmeIslands } : {}),
        // What somebody chose, and the hours of each place on earth, are no pages for search engines.
        noIndex: about.noIndex === true || ['slots', 'zone'].some(field => visit.url.searchParams.has(field)),
        breadcrumb: [
          ...(about.breadcrumb ?? []).slice(0, 1),
          { label: about.title, href: pathOf(seminar, locale) },
          { label: title },
        ],
      },
      <>
        <Told seminar={seminar} life={lifeOfPage(seminar, visit.house.clock.now())} locale={locale} />
        <SeminarHead seminar={seminar} locale={locale} />
        <OwnProgramme seminar={seminar} visit={visit} />
        <p class="links">
          <a href={pathOf(seminar, locale)}>{t.back}</a>
        </p>
      </>,
    ),
  )
}

const pathOf = (seminar: SeminarPage, locale: Locale) => `/${locale}/seminars/${seminar.slug}`

function aboutOf(seminar: SeminarPage, locale: Locale): PageAbout {
  const { title, subtitle, demonstration } = seminar.texts
  const words = wordsIn(title) || seminar.slug
  return {
    title: words,
    ...(subtitle ? { description: subtitle.text } : {}),
    breadcrumb: [{ label: seminarMessages[locale].list.title, href: `/${locale}/seminars` }, { label: words }],
    ...(demonstration ? { notice: <DemonstrationNotice shown={demonstration} locale={locale} /> } : {}),
    noIndex: seminar.visibility < 2,
  }
}

// Folded, so that on a telephone the title and the registration card come before the small print.
function DemonstrationNotice({ shown, locale }: { shown: Shown; locale: Locale }) {
  return (
    <details>
      <summary>{seminarMessages[locale].page.demonstration}</summary>
      <MultilingualText t={parts[locale]} locale={locale} shown={shown} />
    </details>
  )
}

/** What was decided about the seminar, and why, as long as it is so. */
function Told({ seminar, life, locale }: { seminar: SeminarPage; life: Life; locale: Locale }) {
  const { notice } = seminar
  const told = notice && isStillSo(notice.kind, life) ? notice : null
  // One that was cancelled or postponed before notices were kept says so all the same.
  const kind = told?.kind ?? (life === 'cancelled' || life === 'postponed' ? life : null)
  if (kind === null) return null
  const said = noticeInWords(told ?? { kind, heldOn: seminar.date, movedTo: null }, locale)
  return (
    <div class="flashes">
      <Note tone={kind === 'held-again' ? 'success' : 'warning'} title={said.title}>
        <p>{said.text}</p>
        {told?.reason ? (
          <>
            <p class="small">{lifeWords[locale].notice.reason}</p>
            <MultilingualText t={parts[locale]} locale={locale} shown={told.reason} />
          </>
        ) : null}
      </Note>
    </div>
  )
}

/** The line above the title: what it is, when, where; a day that was given up is not said as if it stood. */
function kickerOf(seminar: SeminarPage, locale: Locale): string {
  const w = lifeWords[locale].page
  const town = townOf(seminar.venueAddress)
  const day = heldOn(seminar, locale)
  if (seminar.cancelledAt) return w.kickerCancelled(day, town)
  return seminar.postponedAt ? w.kickerPostponed(town) : seminarMessages[locale].page.kicker(day, town)
}

function SeminarHead({ seminar, locale }: { seminar: SeminarPage; locale: Locale }) {
  const { title, subtitle, question, theme } = seminar.texts
  const p = parts[locale]
  const line = (shown: Shown | undefined) =>
    shown ? <Multilingual t={p} locale={locale} shown={shown} quiet={sameRemark(shown, title)} /> : null
  return (
    <PageHead
      kicker={kickerOf(seminar, locale)}
      title={title ? <Multilingual t={p} locale={locale} shown={title} /> : seminar.slug}
      subtitle={line(subtitle)}
      lead={line(question ?? theme)}
    >
      {question && theme ? <p class="measure after-lead">{line(theme)}</p> : null}
    </PageHead>
  )
}

// What the title has just said of its language need not be said again a line below.
const sameRemark = (one: Shown, other: Shown | undefined) =>
  other !== undefined && one.language === other.language && one.stale === other.stale

function Text({ title, shown, locale }: { title: string; shown: Shown | undefined; locale: Locale }) {
  if (!shown) return null
  return (
    <section class="close">
      <h2>{title}</h2>
      <MultilingualText t={parts[locale]} locale={locale} shown={shown} />
    </section>
  )
}
