import type { UnknownFile } from '#convene/programme/rules/unknown-files.ts'
import type { Visit } from '#ground/house.ts'
import { Note } from '#ground/web/parts/text.tsx'
import { importRemarks } from '../../messages/import-remarks.ts'

/** Documents of a file that will open nothing: which, why, and what to do. It keeps nobody from importing. */
export function UnknownFiles({ visit, unknown }: { visit: Visit; unknown: readonly UnknownFile[] }) {
  const { locale } = visit
  const m = importRemarks[locale]
  if (unknown.length === 0) return null
  return (
    <Note tone="warning" title={m.title(unknown.length)}>
      <p>{m.why}</p>
      <ul>
        {unknown.map(({ slot, title, url }) => (
          <li dir="auto">{m.document(slot, title[locale] ?? Object.values(title)[0] ?? url, url)}</li>
        ))}
      </ul>
      <p>{m.todo}</p>
    </Note>
  )
}
