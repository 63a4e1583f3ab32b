import { deskPlaces } from '#convene/messages/desk-places.ts'
import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { number } from '#ground/languages/say.ts'
import type { MultilingualText } from '#ground/languages/text.ts'
import { show, wordsOf } from '#ground/languages/text.ts'
import { DataTable } from '#ground/web/parts/table.tsx'
import { Multilingual } from '#ground/web/parts/text.tsx'
import { overall, type Places, type Quota } from '../../rules/places.ts'

type Names = ReadonlyMap<string, MultilingualText | undefined>

/** How a quota is called: the one of the whole seminar by our word, the others by their organisers'. */
export const quotaName = (locale: Visit['locale'], names: Names, key: string): string =>
  key === overall ? deskPlaces[locale].overall : wordsOf(names.get(key), locale) || key

type QuotaTableProps = {
  visit: Visit
  slug: string
  places: Places
  names: Names
  /** People in line whom each quota counts. */
  waiting: ReadonlyMap<string, number>
  /** Whom each quota counts, in words, where the table says so. */
  whom?: (quota: Quota) => string
}

/** Each quota with its figures; who waits for it is one link away. */
export function QuotaTable({ visit, slug, places, names, waiting, whom }: QuotaTableProps) {
  const { locale } = visit
  const words = deskPlaces[locale]
  const at = `/${locale}/desk/seminars/${slug}`
  return (
    <DataTable
      t={parts[locale]}
      caption={words.quotas}
      address={`${at}/places`}
      rows={places.quotas}
      columns={[
        {
          key: 'quota',
          heading: words.quota,
          cell: quota => (
            <>
              <strong dir="auto">
                <Name locale={locale} names={names} quota={quota} />
              </strong>
              {whom ? <div class="small">{whom(quota)}</div> : null}
            </>
          ),
        },
        { key: 'capacity', heading: words.capacity, kind: 'number', cell: quota => number(locale, quota.capacity) },
        { key: 'taken', heading: words.taken, kind: 'number', cell: quota => number(locale, quota.taken) },
        { key: 'held', heading: words.held, kind: 'number', cell: quota => number(locale, quota.held) },
        {
          key: 'free',
          heading: words.free,
          kind: 'number',
          cell: quota => <strong>{number(locale, Math.max(0, quota.capacity - quota.taken - quota.held))}</strong>,
        },
        {
          key: 'waiting',
          heading: words.waiting,
          kind: 'number',
          cell: quota => {
            const people = waiting.get(quota.key) ?? 0
            if (people === 0) return number(locale, 0)
            return <a href={`${at}/waiting-list?quota=${encodeURIComponent(quota.key)}`}>{number(locale, people)}</a>
          },
        },
      ]}
      empty={{ title: words.noLimitTitle, text: words.noLimit }}
    />
  )
}

/** The name as it is shown by itself: in its own language, and said so, when it is not yet in the reader's. */
function Name({ locale, names, quota }: { locale: Visit['locale']; names: Names; quota: Quota }) {
  const shown = quota.key === overall ? null : show(names.get(quota.key), locale)
  if (shown === null) return <>{quotaName(locale, names, quota.key)}</>
  return <Multilingual t={parts[locale]} locale={locale} shown={shown} />
}
