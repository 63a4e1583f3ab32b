import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { DataTable } from '#ground/web/parts/table.tsx'
import { projectsWords } from '../../messages/projects.ts'
import type { Total } from '../store/totals.ts'
import { amountInWords } from './parts.tsx'

/** A total in one line: what it is of, and how much. */
export const totalLine = (locale: Locale, total: Total): string =>
  projectsWords[locale].totalLine(
    projectsWords[locale].moneyKinds[total.kind],
    amountInWords(locale, total.value, total.currency),
  )

/** Totals by kind and currency. */
export function TotalsTable({
  locale,
  caption,
  totals,
}: {
  locale: Locale
  caption: string
  totals: readonly Total[]
}) {
  const words = projectsWords[locale]
  return (
    <DataTable<Total>
      t={parts[locale]}
      caption={caption}
      quiet
      address=""
      rows={totals}
      columns={[
        { key: 'kind', heading: words.moneyKind, cell: total => words.moneyKinds[total.kind] },
        {
          key: 'total',
          heading: words.total,
          kind: 'number',
          cell: total => amountInWords(locale, total.value, total.currency),
        },
        { key: 'amounts', heading: words.noted, kind: 'number', cell: total => words.amounts(total.amounts) },
      ]}
      empty={{ title: words.noMoney, text: '' }}
    />
  )
}
