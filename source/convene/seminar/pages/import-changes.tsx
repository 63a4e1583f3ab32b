import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { DataTable } from '#ground/web/parts/table.tsx'
import { seminarMessages } from '../../messages/seminar.ts'
import type { Change } from '../store/reconcile.ts'

export const pathOf = (visit: Visit) => `/${visit.locale}/desk/import`

/** A long list of changes is a long page: the first hundreds tell enough. */
const mostShown = 300

/** What an import changes, field by field. */
export function Changes({ visit, changes, caption }: { visit: Visit; changes: readonly Change[]; caption?: string }) {
  const t = seminarMessages[visit.locale].importing
  const cut = (text: string | null) =>
    text === null ? '' : <bdi>{text.length > 160 ? `${text.slice(0, 160)}…` : text}</bdi>
  return (
    <>
      <DataTable
        t={parts[visit.locale]}
        caption={caption ?? t.changesCaption}
        address={pathOf(visit)}
        rows={changes.slice(0, mostShown)}
        columns={[
          { key: 'path', heading: t.changeColumns.path, cell: row => <code>{row.path}</code> },
          { key: 'kind', heading: t.changeColumns.kind, cell: row => t.kinds[row.kind] },
          { key: 'before', heading: t.changeColumns.before, cell: row => cut(row.before) },
          { key: 'after', heading: t.changeColumns.after, cell: row => cut(row.after) },
        ]}
        empty={{ title: t.readyTitle, text: t.same }}
      />
      {changes.length > mostShown ? <p>{t.moreChanges(changes.length - mostShown)}</p> : null}
    </>
  )
}
