import { guests } from '#convene/messages/guests.ts'
import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { number } from '#ground/languages/say.ts'
import { redirect } from '#ground/web/answer.ts'
import { type FieldErrors, readForm, type Typed, textOf } from '#ground/web/form.ts'
import { Button, Buttons, bindFields, FileField, Form, SelectField } from '#ground/web/parts/form.tsx'
import { DataTable } from '#ground/web/parts/table.tsx'
import { Note, State, type StateKind } from '#ground/web/parts/text.tsx'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { sheetsWords } from '../../messages/sheets.ts'
import { sheetsFields } from '../../messages/sheets-fields.ts'
import { sheetsLook } from '../../messages/sheets-look.ts'
import type { Memory } from '../../pages/memory.ts'
import { memoryPage } from '../../pages/memory-page.tsx'
import { momentInWords } from '../../pages/moments.ts'
import { sampleWorkbook } from '../../rules/sample.ts'
import { lookAtSheet, mostRows } from '../acts/look-at-sheet.ts'
import { isSheetKind, sheetKinds } from '../rules/kinds.ts'
import { type BatchState, listBatches, stateOfBatch } from '../store/batches.ts'
import { ExportLinks } from './export.tsx'
import { editedMemory, importAddress } from './frame.ts'

/** Room for a file somewhat larger than we take, whose size is then told in words, and the form around it. */
export const sheetBodyLimit = 24 * 1024 * 1024
const mostListed = 100

/** GET …/import: the files of a memory, and the form to send one. */
export async function showImports(visit: Visit): Promise<Response> {
  return importsPage(visit, await editedMemory(visit))
}

/** POST …/import: takes a file in, to be looked at. */
export async function sendImport(visit: Visit): Promise<Response> {
  const { house, actor, locale } = visit
  const memory = await editedMemory(visit)
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const m = sheetsWords[locale].upload
  const { file } = sent.files
  if (!file) return importsPage(visit, memory, sent.typed, { file: m.none })
  const kind = textOf(sent.typed, 'kind')
  const location = (id: string) => importAddress(visit, memory, `/${id}`)
  const result = await lookAtSheet(
    house,
    actor,
    memory.id,
    {
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
      instead: textOf(sent.typed, 'instead') || null,
      kind: isSheetKind(kind) ? kind : null,
      language: locale,
    },
    { once: sent.once, location },
  )
  if (result.outcome === 'waiting') return redirect(visit, location(result.id))
  const { code } = result
  const said =
    code === 'macros' ? m.macros : code === 'too-many-rows' ? m.tooManyRows(mostRows) : guests[locale].refused[code]
  return importsPage(visit, memory, sent.typed, { file: said })
}

const kindOfState: Record<BatchState, StateKind> = {
  'looked-at': 'waiting',
  imported: 'ok',
  undone: 'neutral',
  forgotten: 'neutral',
}

async function importsPage(
  visit: Visit,
  memory: Memory,
  typed: Typed = {},
  errors: FieldErrors = {},
): Promise<Response> {
  const { locale } = visit
  const m = sheetsWords[locale]
  const here = importAddress(visit, memory)
  const batches = await as(visit.house.db, visit.actor, tx => listBatches(tx, memory.id, mostListed))
  return memoryPage(
    visit,
    memory,
    { title: m.title, lead: m.lead, section: null, failed: Object.keys(errors).length > 0 },
    <>
      <section class="stack measure">
        <h2>{m.upload.title}</h2>
        <UploadForm visit={visit} memory={memory} typed={typed} errors={errors} />
        <p class="small">{m.upload.kept}</p>
        <Sample visit={visit} memory={memory} />
      </section>
      <DataTable
        t={parts[locale]}
        caption={m.lists.caption}
        address={here}
        rows={batches}
        rowLink={batch => `${here}/${batch.id}`}
        columns={[
          { key: 'file', heading: m.lists.file, cell: batch => <bdi>{batch.name}</bdi> },
          { key: 'kind', heading: m.lists.kind, cell: batch => sheetsFields[locale].kinds[batch.kind] },
          {
            key: 'state',
            heading: m.lists.state,
            cell: batch => {
              const state = stateOfBatch(batch)
              return <State kind={kindOfState[state]}>{m.lists.states[state]}</State>
            },
          },
          {
            key: 'when',
            heading: m.lists.when,
            kind: 'moment',
            cell: batch => momentInWords(locale, batch.undoneAt ?? batch.importedAt ?? batch.lookedAt, memory.timeZone),
          },
          {
            key: 'by',
            heading: m.lists.by,
            cell: batch => <span dir="auto">{batch.importedBy ?? batch.lookedBy ?? m.lists.somebody}</span>,
          },
          {
            key: 'result',
            heading: m.lists.result,
            cell: batch =>
              batch.importedAt === null
                ? '–'
                : [batch.created, batch.updated, batch.unchanged].map(count => number(locale, count)).join(' · '),
          },
        ]}
        empty={{ title: m.lists.noneTitle, text: m.lists.none }}
      />
      <section class="stack measure">
        <h2>{m.out.title}</h2>
        <p>{m.out.text}</p>
        <ExportLinks visit={visit} memory={memory} />
      </section>
    </>,
  )
}

/** In the demo alone: a workbook for those who have none at hand. */
function Sample({ visit, memory }: { visit: Visit; memory: Memory }) {
  const m = sheetsLook[visit.locale].sample
  if (visit.house.settings.mode !== 'demo' || !memory.fictitious) return null
  return (
    <Note title={m.title}>
      <p>{m.text}</p>
      <p>
        <a href={sampleWorkbook}>{m.link}</a>
      </p>
    </Note>
  )
}

type UploadProps = { visit: Visit; memory: Memory; typed?: Typed; errors?: FieldErrors; instead?: string }

/** The form that sends a file, anew or corrected. */
export function UploadForm({ visit, memory, typed = {}, errors = {}, instead }: UploadProps) {
  const { locale, house } = visit
  const t = parts[locale]
  const m = sheetsWords[locale]
  const field = bindFields(t, typed, errors)
  return (
    <Form
      t={t}
      action={importAddress(visit, memory)}
      errors={errors}
      once={newOnceKey(house.keys)}
      hidden={instead === undefined ? {} : { instead }}
      files
      short
    >
      {instead === undefined ? (
        <SelectField
          {...field('kind')}
          label={m.upload.kind}
          noEmpty
          optional
          choices={[
            { value: '', label: m.upload.kindFound },
            ...sheetKinds.map(value => ({ value, label: sheetsFields[locale].kinds[value] })),
          ]}
        />
      ) : null}
      <FileField
        {...field('file')}
        label={instead === undefined ? m.upload.file : m.import.again}
        hint={instead === undefined ? m.upload.fileHint(mostRows) : m.import.againHint}
        accept=".xlsx,.csv,.txt,text/csv"
        limit={m.upload.limit}
      />
      <Buttons>
        <Button kind={instead === undefined ? 'primary' : 'secondary'}>{m.upload.look}</Button>
      </Buttons>
    </Form>
  )
}
