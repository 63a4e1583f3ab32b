import { editing } from '#convene/messages/editing.ts'
import type { Visit } from '#ground/house.ts'
import { hour } from '#ground/languages/format.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { page } from '#ground/web/answer.ts'
import { layout } from '#ground/web/layout.tsx'
import { DataTable } from '#ground/web/parts/table.tsx'
import { PageHead } from '#ground/web/parts/text.tsx'
import { inReadersWords } from './item-words.ts'
import { deskOf, editOf, seminarToEdit, trail } from './office.ts'

/** GET /:l/desk/seminars/:slug/edit/programme: to read; its words are changed in the file. */
export async function showProgramme(visit: Visit): Promise<Response> {
  const { locale } = visit
  const words = editing[locale]
  const seminar = await seminarToEdit(visit)
  const { file } = seminar
  const at = editOf(visit, seminar.slug)
  const time = (text: string) => hour(locale, Temporal.PlainTime.from(text))
  return page(
    visit,
    layout(
      visit,
      {
        title: `${words.parts.programme} – ${seminar.title}`,
        office: true,
        breadcrumb: trail(visit, seminar, [{ label: words.title, href: at }], words.parts.programme),
      },
      <div class="stack">
        <PageHead kicker={seminar.title} title={words.parts.programme} lead={words.leads.programme} />
        <p class="measure">{words.programme.how}</p>
        <p class="buttons">
          <a href={`${deskOf(visit, seminar.slug)}/seminar.yaml`}>{words.programme.file}</a>
          <a href={`/${locale}/desk/import`}>{words.programme.importFile}</a>
        </p>
        <DataTable
          t={parts[locale]}
          caption={words.parts.programme}
          quiet
          address={`${at}/programme`}
          rows={file.programme.slots}
          columns={[
            { key: 'from', heading: words.programme.from, kind: 'moment', cell: slot => time(slot.from) },
            { key: 'to', heading: words.programme.to, kind: 'moment', cell: slot => time(slot.to) },
            {
              key: 'what',
              heading: words.programme.what,
              cell: slot => <span dir="auto">{inReadersWords(slot.title, locale, file.source)}</span>,
            },
          ]}
          empty={{ title: words.programme.empty, text: words.programme.emptyText }}
        />
        <p>
          <a href={at}>{words.back}</a>
        </p>
      </div>,
    ),
  )
}
