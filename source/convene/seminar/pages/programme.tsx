import type { Visit } from '#ground/house.ts'
import { cityOfZone, date } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { Programme } from '#ground/web/parts/programme.tsx'
import { programmePage as words } from '../../messages/programme-page.ts'
import { seminarMessages } from '../../messages/seminar.ts'
import { programmeOnPage } from '../../programme/acts/programme-on-page.ts'
import type { SeminarPage } from '../store/read-seminar.ts'

/**
 * The programme of a seminar as everybody sees it, with the line that says whose hours these are, which version it is and
 * where its other forms are.
 *
 * @param own on the page of the programme alone
 */
export function SeminarProgramme(props: { seminar: SeminarPage; locale: Locale; own?: boolean; by?: 'time' | 'room' }) {
  const { seminar, locale, own = false, by = 'time' } = props
  const t = seminarMessages[locale].page
  const w = words[locale]
  const { programme, version } = seminar
  if (!programme)
    return (
      <section class="close">
        <h2>{t.programme}</h2>
        <p>{w.notReleased}</p>
      </section>
    )
  const address = `/${locale}/seminars/${seminar.slug}`
  const zone = programme.timeZone
  const links = [
    { href: `${address}/programme.ics`, label: t.programmeCalendar },
    { href: `${address}/programme.pdf`, label: w.pdf },
    ...(own ? [{ href: `${address}/programme.pdf?form=booklet`, label: w.booklet }] : []),
    ...(seminar.versionCount > 1 ? [{ href: `${address}/changes`, label: w.changes }] : []),
    ...(own && programme.rooms.length > 0
      ? [
          by === 'room'
            ? { href: `${address}/programme`, label: w.byTime }
            : { href: `${address}/programme?by=room`, label: w.byRoom },
        ]
      : []),
    ...(own ? [] : [{ href: `${address}/programme`, label: t.programmePage }]),
  ]
  const released = version && version.number > 0 ? version.releasedAt.toZonedDateTimeISO(zone).toPlainDate() : null
  return (
    <Programme
      {...programmeOnPage(programme, locale, by)}
      about={
        <>
          {t.hoursOf(cityOfZone(locale, zone))}{' '}
          {released && own ? `${w.by(date(locale, released), programme.name?.text ?? String(version?.number))} ` : null}
          {links.map(({ href, label }, index) => (
            <>
              {index === 0 ? null : ' · '}
              <a href={href}>{label}</a>
            </>
          ))}
        </>
      }
    />
  )
}

/** How the reader wants to see it: `?by=room`, else by time. */
export const orderOf = (visit: Visit): 'time' | 'room' =>
  visit.url.searchParams.get('by') === 'room' ? 'room' : 'time'
