import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { Multilingual, MultilingualText } from '#ground/web/parts/text.tsx'
import { programmeChanges } from '../../messages/programme-changes.ts'
import type { SeminarPage } from '../../seminar/store/read-seminar.ts'
import { shownIn } from '../rules/shown.ts'
import type { Version } from '../store/versions.ts'
import { changesPath, nameOf, releasedOn, versionPath } from './version-frame.tsx'

type VersionsListProps = { seminar: SeminarPage; versions: readonly Version[]; locale: Locale }

/** Every version with its date and its note, the current one first. */
export function VersionsList({ seminar, versions, locale }: VersionsListProps) {
  const t = programmeChanges[locale]
  const p = parts[locale]
  const current = versions.at(-1)
  return (
    <section class="close" aria-labelledby="versions">
      <h2 id="versions">{t.list.title}</h2>
      <ul class="entries">
        {versions.toReversed().map(version => {
          const { name, note, provisional } = shownIn(version.programme, seminar.names, locale)
          return (
            <li>
              <p class="kicker">{t.list.released(releasedOn(version, locale))}</p>
              <div>
                <h3>
                  <a href={versionPath(seminar, locale, version)}>
                    {name ? (
                      <>
                        {version.number}. <Multilingual t={p} locale={locale} shown={name} />
                      </>
                    ) : (
                      t.unnamed(version.number)
                    )}
                  </a>
                </h3>
                <p class="small">
                  {provisional ? t.list.provisional : t.list.final}
                  {version === current ? ` · ${t.list.current}` : null}
                </p>
                {note ? <MultilingualText t={p} locale={locale} shown={note} /> : null}
                {version === current ? null : (
                  <p class="small">
                    <a href={changesPath(seminar, locale, version, current)}>
                      {t.list.sinceVersion(nameOf(version, seminar, locale))}
                    </a>
                  </p>
                )}
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
