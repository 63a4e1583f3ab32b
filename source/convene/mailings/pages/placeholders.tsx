import { mailingsWords } from '#convene/messages/mailings.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { DataTable } from '#ground/web/parts/table.tsx'
import { placeholders } from '../rules/placeholders.ts'

/** The words in braces, with what each gives: beside the fields in which they are written. */
export function Placeholders({ locale }: { locale: Locale }) {
  const m = mailingsWords[locale].placeholders
  return (
    <details>
      <summary>{m.title}</summary>
      <p class="small measure">{m.text}</p>
      <DataTable
        t={parts[locale]}
        caption={m.title}
        quiet
        address=""
        rows={placeholders}
        columns={[
          { key: 'word', heading: m.word, cell: word => <code>{`{${word}}`}</code> },
          { key: 'gives', heading: m.gives, cell: word => m.of[word] },
        ]}
        empty={{ title: m.title, text: m.text }}
      />
    </details>
  )
}
