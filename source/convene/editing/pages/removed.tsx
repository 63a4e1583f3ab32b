import type { Child } from 'hono/jsx'
import { editingRemoved } from '#convene/messages/editing-removed.ts'
import { partNamed } from '#convene/programme/acts/part-named.ts'
import type { Tx } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { moment } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts as partsWords } from '#ground/languages/messages/parts.ts'
import { redirect } from '#ground/web/answer.ts'
import { readForm } from '#ground/web/form.ts'
import { Button, Form } from '#ground/web/parts/form.tsx'
import { DataTable } from '#ground/web/parts/table.tsx'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { bringBack, type Removable, tableOf } from '../acts/bring-back.ts'
import { wordsOf } from '../rules/bring-back.ts'
import { readRemoved } from '../store/removed.ts'
import { elsewhere } from './errors-in-words.ts'
import { inReadersWords } from './item-words.ts'
import { type EditedSeminar, editOf, seminarToEdit } from './office.ts'

/** Where what was removed of a list is shown again. */
const pageOf: Record<Removable, string> = { slots: 'programme', rooms: 'rooms' }

/** The page of a list on which what has just been removed can be brought back at once. */
export const afterRemoval = (visit: Visit, slug: string, list: Removable, key: string) =>
  `${editOf(visit, slug)}/${pageOf[list]}?removed=${encodeURIComponent(key)}`

export type RemovedItem = Awaited<ReturnType<typeof readRemoved>>[number]

/** What was removed of a list and is not there again, the latest first. */
export async function removedOf(tx: Tx, { id, file }: EditedSeminar, list: Removable): Promise<RemovedItem[]> {
  const { slots, rooms } = file.programme
  const there = new Set((list === 'slots' ? slots : rooms).map(({ key }) => key))
  return (await readRemoved(tx, id, tableOf[list])).filter(({ key }) => !there.has(key))
}

type Props = { visit: Visit; seminar: EditedSeminar; list: Removable; removed: readonly RemovedItem[] }

/** After a removal: the button that takes it back. */
export function UndoRemoval({ visit, seminar, list, removed }: Props) {
  const key = visit.url.searchParams.get('removed')
  const row = removed.find(one => one.key === key)
  if (!row) return null
  const { locale } = visit
  return (
    <BackForm visit={visit} seminar={seminar} list={list} row={row}>
      {editingRemoved[locale].undo(nameOf(row, seminar, locale))}
    </BackForm>
  )
}

/** What was removed, by whom and when, each with its button; nothing as long as nothing was. */
export function RemovedList({ visit, seminar, list, removed }: Props) {
  const { locale } = visit
  const m = editingRemoved[locale]
  if (removed.length === 0) return null
  const title = list === 'rooms' ? m.rooms : m.title
  return (
    <section class="stack" id="removed">
      <h2>{title}</h2>
      <p>{m.lead}</p>
      <DataTable
        t={partsWords[locale]}
        caption={title}
        quiet
        address={`${editOf(visit, seminar.slug)}/${pageOf[list]}`}
        rows={removed}
        columns={[
          { key: 'what', heading: m.columns.what, cell: row => <bdi>{nameOf(row, seminar, locale)}</bdi> },
          {
            key: 'when',
            heading: m.columns.when,
            kind: 'moment',
            cell: row => moment(locale, row.at, seminar.file.time_zone),
          },
          { key: 'by', heading: m.columns.by, cell: row => <bdi>{whoIs(row, locale)}</bdi> },
          {
            key: 'back',
            heading: m.columns.back,
            cell: row => (
              <BackForm visit={visit} seminar={seminar} list={list} row={row}>
                {m.button} <span class="hidden-text">({nameOf(row, seminar, locale)})</span>
              </BackForm>
            ),
          },
        ]}
        empty={{ title, text: m.lead }}
      />
    </section>
  )
}

function BackForm({
  visit,
  seminar,
  list,
  row,
  children,
}: Omit<Props, 'removed'> & { row: RemovedItem; children: Child }) {
  return (
    <Form
      t={partsWords[visit.locale]}
      action={`${editOf(visit, seminar.slug)}/${list}/${row.key}/bring-back`}
      version={row.id}
      once={newOnceKey(visit.house.keys)}
      short
    >
      <Button kind="secondary">{children}</Button>
    </Form>
  )
}

function nameOf(row: RemovedItem, { file }: EditedSeminar, locale: Locale): string {
  const words = wordsOf(row, row.id, 'title', file) ?? wordsOf(row, row.id, 'name', file)
  const part = typeof row.doc.part === 'string' ? row.doc.part : undefined
  return partNamed(part, inReadersWords(words, locale, file.source) || row.key, locale)
}

const whoIs = ({ by, byKind }: RemovedItem, locale: Locale) =>
  by ?? (byKind === 'person' ? editingRemoved[locale].somebody : editingRemoved[locale].program)

/** POST /:l/desk/seminars/:slug/edit/slots|rooms/:item/bring-back */
export const bringItemBack = (list: Removable) => async (visit: Visit) => {
  const { house, locale } = visit
  const m = editingRemoved[locale]
  const key = visit.param('item')
  const { slug, file } = await seminarToEdit(visit)
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const location = `${editOf(visit, slug)}/${pageOf[list]}`
  const done = await bringBack(house, visit.actor, {
    slug,
    list,
    key,
    seen: sent.version ?? '',
    sent: { once: sent.once, location },
  })
  switch (done.outcome) {
    case 'gone':
      return redirect(visit, location, { tone: 'note', text: m.gone })
    case 'there':
      return redirect(visit, location, { tone: 'note', text: m.there })
    case 'invalid': {
      const [first] = done.problems
      const sentence = first ? elsewhere(locale, first.path, first.expected, file.source) : ''
      return redirect(visit, location, { tone: 'problem', text: m.refused(sentence) })
    }
    case 'back': {
      const name = inReadersWords(done.name, locale, file.source) || key
      const slots = done.slots > 0 ? [m.slotsAgain(done.slots)] : []
      const lost = done.lost.map(link => m.lost[link])
      return redirect(visit, location, { tone: 'done', text: [m.done(name), ...slots, ...lost].join(' ') })
    }
  }
}
