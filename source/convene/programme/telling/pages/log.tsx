import { programmeTell } from '#convene/messages/programme-tell.ts'
import type { Visit } from '#ground/house.ts'
import { moment } from '#ground/languages/format.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { number } from '#ground/languages/say.ts'
import { show } from '#ground/languages/text.ts'
import { DataTable } from '#ground/web/parts/table.tsx'
import { MultilingualText } from '#ground/web/parts/text.tsx'
import { type SeminarToTell, tellAddress, versionName } from './office.ts'

/** What was told of a programme, the last first. */
export function TellLog({ visit, seminar }: { visit: Visit; seminar: SeminarToTell }) {
  const { locale } = visit
  const m = programmeTell[locale].log
  const t = parts[locale]
  return (
    <DataTable
      t={t}
      caption={m.title}
      address={tellAddress(visit, seminar)}
      rows={seminar.notices}
      columns={[
        { key: 'at', heading: m.when, kind: 'moment', cell: notice => moment(locale, notice.at, seminar.timeZone) },
        {
          key: 'version',
          heading: m.version,
          cell: ({ versionId }) => {
            const version = seminar.versions.find(({ id }) => id === versionId)
            return version ? versionName(version, seminar, locale) : ''
          },
        },
        {
          key: 'note',
          heading: m.note,
          cell: ({ note }) => {
            const shown = show(note, locale)
            return shown ? <MultilingualText t={t} locale={locale} shown={shown} /> : m.noNote
          },
        },
        { key: 'told', heading: m.people, kind: 'number', cell: ({ told }) => number(locale, told) },
      ]}
      empty={{ title: m.none, text: m.noneText }}
    />
  )
}
