import { date } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import type { PageAbout } from '#ground/web/layout.tsx'
import { MultilingualText, Note } from '#ground/web/parts/text.tsx'
import { noticeInWords } from '../../life/acts/notice-in-words.ts'
import { programmeChanges } from '../../messages/programme-changes.ts'
import { seminarMessages } from '../../messages/seminar.ts'
import type { SeminarPage } from '../../seminar/store/read-seminar.ts'
import { shownIn } from '../rules/shown.ts'
import type { Version } from '../store/versions.ts'

// What the pages of versions have in common: where they stand, and how a version is called.

export const pathOf = (seminar: SeminarPage, locale: Locale) => `/${locale}/seminars/${seminar.slug}`
export const versionPath = (seminar: SeminarPage, locale: Locale, version: Version) =>
  `${pathOf(seminar, locale)}/versions/${version.slug}`
/** Where a reader sees what changed; up to the current version when no later one is said. */
export function changesPath(seminar: SeminarPage, locale: Locale, from?: Version, to?: Version): string {
  const query = new URLSearchParams({ ...(from ? { from: from.slug } : {}), ...(to ? { to: to.slug } : {}) })
  return `${pathOf(seminar, locale)}/changes${query.size > 0 ? `?${query}` : ''}`
}

export const titleOf = (seminar: SeminarPage) => seminar.texts.title?.text ?? seminar.slug

/** How a version is called: its number in the order of the releases, with its name when it has one. */
export function nameOf({ number, programme }: Version, seminar: SeminarPage, locale: Locale): string {
  const t = programmeChanges[locale]
  const name = shownIn(programme, seminar.names, locale).name
  return name ? t.named(number, name.text) : t.unnamed(number)
}

/** The day it was released, as the calendar at the venue had it. */
export const releasedOn = ({ releasedAt, programme }: Version, locale: Locale) =>
  date(locale, releasedAt.toZonedDateTimeISO(programme.timeZone).toPlainDate())

/** Title, place in the house and notices of a page about a programme. */
export function aboutOf(seminar: SeminarPage, locale: Locale, title: string, ofSeminar: string): PageAbout {
  const t = seminarMessages[locale]
  const { demonstration } = seminar.texts
  return {
    title: ofSeminar,
    breadcrumb: [
      { label: t.list.title, href: `/${locale}/seminars` },
      { label: titleOf(seminar), href: pathOf(seminar, locale) },
      { label: t.page.programme, href: `${pathOf(seminar, locale)}/programme` },
      { label: title },
    ],
    ...(demonstration
      ? {
          notice: (
            <details>
              <summary>{t.page.demonstration}</summary>
              <MultilingualText t={parts[locale]} locale={locale} shown={demonstration} />
            </details>
          ),
        }
      : {}),
    noIndex: seminar.visibility < 2,
  }
}

/** That the seminar is cancelled or has no sure day is said on whatever page shows its programme. */
export function Told({ seminar, locale }: { seminar: SeminarPage; locale: Locale }) {
  const kind = seminar.cancelledAt ? 'cancelled' : seminar.postponedAt ? 'postponed' : null
  const internal = seminar.visibility < 2
  if (kind === null && !internal) return null
  const said = kind && noticeInWords({ kind, heldOn: seminar.date, movedTo: null }, locale)
  return (
    <div class="flashes">
      {said ? (
        <Note tone="warning" title={said.title}>
          <p>{said.text}</p>
        </Note>
      ) : null}
      {internal ? (
        <Note tone="warning">
          <p>{seminarMessages[locale].page.internal}</p>
        </Note>
      ) : null}
    </div>
  )
}
