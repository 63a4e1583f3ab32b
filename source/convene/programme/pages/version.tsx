import type { Visit } from '#ground/house.ts'
import { cityOfZone, moment } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import type { Shown } from '#ground/languages/text.ts'
import { page, publicAddress } from '#ground/web/answer.ts'
import { layout } from '#ground/web/layout.tsx'
import { Programme } from '#ground/web/parts/programme.tsx'
import { ReaderTools } from '#ground/web/parts/programme-reader.tsx'
import { MultilingualText, Note, PageHead } from '#ground/web/parts/text.tsx'
import { notFound } from '#ground/web/refusal.ts'
import { programmeChanges } from '../../messages/programme-changes.ts'
import { programmeMine } from '../../messages/programme-mine.ts'
import { seminarMessages } from '../../messages/seminar.ts'
import type { SeminarPage } from '../../seminar/store/read-seminar.ts'
import { programmeOnPage } from '../acts/programme-on-page.ts'
import { zoneOnPage } from '../acts/zone-on-page.ts'
import { shownIn } from '../rules/shown.ts'
import type { Version } from '../store/versions.ts'
import { releasedOf } from './released.ts'
import { aboutOf, changesPath, nameOf, pathOf, Told, titleOf, versionPath } from './version-frame.tsx'

/** GET /:l/seminars/:slug/versions/:name: a version as it was released, and which one it is. */
export async function versionPage(visit: Visit): Promise<Response> {
  const { seminar, versions } = await releasedOf(visit)
  const { locale } = visit
  const version = versions.find(({ slug }) => slug === visit.param('name'))
  const current = versions.at(-1)
  if (!version || !current) throw notFound()
  const title = nameOf(version, seminar, locale)
  const shown = shownIn(version.programme, seminar.names, locale, seminar.withdrawn)
  const programme = `${pathOf(seminar, locale)}/programme`
  const zone = zoneOnPage(visit.url.searchParams, shown, locale, {
    path: versionPath(seminar, locale, version),
    hidden: {},
  })
  const about = aboutOf(seminar, locale, title, programmeChanges[locale].version.titleOf(title, titleOf(seminar)))
  return page(
    visit,
    layout(
      visit,
      // Only what holds now is for search engines.
      {
        ...about,
        noIndex: about.noIndex === true || version !== current || zone.form !== null,
        islands: ['reader-zone'],
      },
      <div class="stack">
        <Told seminar={seminar} locale={locale} />
        <PageHead kicker={titleOf(seminar)} title={title} />
        <WhichOne {...{ seminar, version, current, locale }} note={shown.note} />
        <Programme
          {...programmeOnPage(shown, locale, { zone: zone.zone })}
          about={seminarMessages[locale].page.hoursOf(cityOfZone(locale, shown.timeZone))}
          tools={<ReaderTools zone={zone} />}
        />
        <p class="printed small">{programmeMine[locale].printed(publicAddress(visit.house, programme))}</p>
      </div>,
    ),
  )
}

type WhichOneProps = { seminar: SeminarPage; version: Version; current: Version; locale: Locale; note: Shown | null }

/** Which version one reads, what its organisers say of it, and where the current one is. */
function WhichOne({ seminar, version, current, locale, note }: WhichOneProps) {
  const t = programmeChanges[locale]
  const { timeZone } = version.programme
  const isCurrent = version === current
  const say = isCurrent ? t.version.currentText : t.version.oldText
  return (
    <>
      <Note tone={isCurrent ? 'plain' : 'warning'} title={isCurrent ? t.version.current : t.version.old}>
        <p>
          {say(
            nameOf(version, seminar, locale),
            moment(locale, version.releasedAt, timeZone),
            cityOfZone(locale, timeZone),
          )}
        </p>
        <ul>
          {isCurrent ? null : (
            <>
              <li>
                <a href={`${pathOf(seminar, locale)}/programme`}>{t.version.toCurrent}</a>
              </li>
              <li>
                <a href={changesPath(seminar, locale, version, current)}>{t.list.since}</a>
              </li>
            </>
          )}
          <li>
            <a href={`${changesPath(seminar, locale)}#versions`}>{t.version.all}</a>
          </li>
        </ul>
      </Note>
      {note ? (
        <section class="close">
          <h2>{t.version.note}</h2>
          <MultilingualText t={parts[locale]} locale={locale} shown={note} />
        </section>
      ) : null}
    </>
  )
}
