import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { page, redirect } from '#ground/web/answer.ts'
import { readForm, type SentForm, type Typed, textOf } from '#ground/web/form.ts'
import { layout } from '#ground/web/layout.tsx'
import {
  Button,
  Buttons,
  bindFields,
  CheckboxesField,
  FileField,
  Form,
  TextareaField,
} from '#ground/web/parts/form.tsx'
import { DataTable } from '#ground/web/parts/table.tsx'
import { Note, PageHead } from '#ground/web/parts/text.tsx'
import { forbidden } from '#ground/web/refusal.ts'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { importRemarks } from '../../messages/import-remarks.ts'
import { seminarMessages } from '../../messages/seminar.ts'
import { seminarImport } from '../../messages/seminar-import.ts'
import { type ImportedSeminar, importSeminar, type Side } from '../acts/import-seminar.ts'
import { organises } from '../acts/organises.ts'
import type { ToldProblem } from '../acts/read-seminar-file.ts'
import { Changes, pathOf } from './import-changes.tsx'
import { choicesIn, everywhere, showConflicts } from './import-conflicts.tsx'
import { UnknownFiles } from './import-remarks.tsx'

/** Room for a file of 1 MB, whose size is then told in words, and the form around it. */
export const importBodyLimit = 3 * 1024 * 1024

const deskOf = (slug: string) => `/desk/seminars/${slug}`

/** GET /:l/desk/import */
export async function importForm(visit: Visit): Promise<Response> {
  mustBeAllowed(visit)
  return show(visit, { text: '', announce: false })
}

/**
 * POST /:l/desk/import: the file is looked at first, and what would change is shown with a button; that button sends
 * the same text again with `step=save`, and with the version of the seminar that was looked at. Where the file would
 * overwrite what was changed in the browser, each field is shown with both sides, to be chosen first.
 */
export async function importSent(visit: Visit): Promise<Response> {
  mustBeAllowed(visit)
  const { house, locale } = visit
  const t = seminarMessages[locale].importing
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const announce = sent.typed['announce[]']?.includes('yes') ?? false
  const text = await textIn(sent)
  if (text === null) return show(visit, { text: textOf(sent.typed, 'text'), announce, error: t.notText }, 422)
  if (text.trim() === '') return show(visit, { text, announce, error: t.nothingSent }, 422)

  const step = textOf(sent.typed, 'step')
  const seen = textOf(sent.typed, 'seen')
  const location = (slug: string) => `/${locale}${deskOf(slug)}`
  const look = () => importSeminar(house, visit.actor, text, { dryRun: true, announce, locale })
  if (step !== 'save') {
    const side = step === 'all-file' ? 'file' : step === 'all-browser' ? 'browser' : null
    return showResult(visit, { text, announce, result: await look(), chosen: side ?? sent.typed })
  }
  const result = await importSeminar(house, visit.actor, text, {
    announce,
    locale,
    choices: choicesIn(sent.typed),
    ...(seen ? { seen } : {}),
    sent: { once: sent.once, location },
  })
  if (result.ok) {
    const count = result.changes.length
    const kept = result.kept > 0 ? ` ${seminarImport[locale].kept(result.kept)}` : ''
    const unknown = result.unknownFiles.length
    const remark = unknown > 0 ? ` ${importRemarks[locale].done(unknown)}` : ''
    return redirect(visit, location(result.slug), {
      tone: 'done',
      text: `${count === 0 ? t.same : t.done(count)}${kept}${remark}`,
    })
  }
  const meanwhile = result.why === 'changed-meanwhile'
  // What would change now, beside what is to be decided.
  const now = result.why === 'mixed' ? result : await look()
  // Whoever saw no list was not asked to choose.
  const asked = sent.typed.listed !== undefined && !meanwhile
  return showResult(visit, { text, announce, result: now, chosen: sent.typed, meanwhile, asked })
}

type Looked = {
  text: string
  announce: boolean
  result: ImportedSeminar
  /** What was chosen so far: one side everywhere, or the fields of the form. */
  chosen: Side | Typed
  /** The seminar has changed since somebody looked. */
  meanwhile?: boolean
  /** Somebody wanted to import: what is not chosen yet is an error. */
  asked?: boolean
}

/** What is to be put right, decided or seen before anything is saved. */
function showResult(visit: Visit, { text, announce, result, chosen, meanwhile = false, asked = false }: Looked) {
  if (result.ok) return showChanges(visit, text, announce, result, meanwhile)
  if (result.why === 'problems') return show(visit, { text, announce, problems: result.problems }, 422)
  const typed = typeof chosen === 'string' ? everywhere(result.conflicts, chosen) : chosen
  return showConflicts(visit, { text, announce, result, typed, meanwhile, asked })
}

// The database decides what may be written; this only spares people a form they cannot send.
function mustBeAllowed(visit: Visit): void {
  if (!organises(visit)) throw forbidden()
}

/** The chosen file, or else the pasted text. Null for a file that is not UTF-8. */
async function textIn(sent: SentForm): Promise<string | null> {
  const { file } = sent.files
  if (!file) return textOf(sent.typed, 'text')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
  } catch {
    return null
  }
}

type Shown = { text: string; announce: boolean; error?: string; problems?: readonly ToldProblem[] }

function show(visit: Visit, { text, announce, error, problems }: Shown, status = 200): Promise<Response> {
  const { locale, house } = visit
  const t = seminarMessages[locale].importing
  const p = parts[locale]
  const title = problems ? t.problemsTitle(problems.length) : t.title
  const errors: Record<string, string> = error ? { text: error } : {}
  const field = bindFields(p, { text }, errors)
  return page(
    visit,
    layout(
      visit,
      { title, office: true, failed: status !== 200 },
      <div class="stack">
        <PageHead title={title} lead={problems ? t.problemsExplain : t.lead} />
        {problems ? <Problems visit={visit} problems={problems} /> : null}
        <p class="small">
          {t.help} <a href="/schemas/seminar.schema.json">seminar.schema.json</a>
        </p>
        <Form t={p} action={pathOf(visit)} errors={errors} once={newOnceKey(house.keys)} files short>
          <FileField
            {...field('file')}
            label={t.file}
            accept=".yaml,.yml,text/yaml,text/plain"
            limit={t.limit}
            optional
          />
          <TextareaField {...field('text')} label={t.text} hint={t.textHint} rows={problems ? 24 : 10} optional />
          <Announce visit={visit} announce={announce} />
          <Buttons>
            <Button name="step" value="look">
              {t.look}
            </Button>
          </Buttons>
        </Form>
      </div>,
    ),
    status,
  )
}

function Announce({ visit, announce }: { visit: Visit; announce: boolean }) {
  const t = seminarMessages[visit.locale].importing
  return (
    <CheckboxesField
      t={parts[visit.locale]}
      name="announce[]"
      label={t.announceTitle}
      values={announce ? ['yes'] : []}
      choices={[{ value: 'yes', label: t.announce }]}
      optional
    />
  )
}

function Problems({ visit, problems }: { visit: Visit; problems: readonly ToldProblem[] }) {
  const t = seminarMessages[visit.locale].importing
  return (
    <DataTable
      t={parts[visit.locale]}
      caption={t.problemsTitle(problems.length)}
      address={pathOf(visit)}
      rows={problems}
      columns={[
        { key: 'line', heading: t.columns.line, cell: row => String(row.line), kind: 'number' },
        { key: 'column', heading: t.columns.column, cell: row => String(row.column), kind: 'number' },
        { key: 'path', heading: t.columns.path, cell: row => <code>{row.path}</code> },
        {
          key: 'found',
          heading: t.columns.found,
          cell: row => (row.found === null ? t.nothingFound : <bdi>{row.found}</bdi>),
        },
        { key: 'expected', heading: t.columns.expected, cell: row => row.expected },
      ]}
      empty={{ title: t.title, text: t.lead }}
    />
  )
}

function showChanges(
  visit: Visit,
  text: string,
  announce: boolean,
  { created, changes, kept, version, unknownFiles }: Extract<ImportedSeminar, { ok: true }>,
  meanwhile = false,
): Promise<Response> {
  const { locale, house } = visit
  const t = seminarMessages[locale].importing
  const w = seminarImport[locale]
  const lead = created ? t.readyNew : changes.length === 0 ? t.same : t.ready(changes.length)
  return page(
    visit,
    layout(
      visit,
      { title: t.readyTitle, office: true },
      <div class="stack">
        <PageHead title={t.readyTitle} lead={lead} />
        {meanwhile ? (
          <Note tone="warning" title={w.meanwhileTitle}>
            {w.meanwhile}
          </Note>
        ) : null}
        {kept > 0 ? <Note>{<p>{w.kept(kept)}</p>}</Note> : null}
        <UnknownFiles visit={visit} unknown={unknownFiles} />
        {announce ? <Note title={t.announceTitle}>{<p>{t.announce}</p>}</Note> : null}
        <Form
          t={parts[locale]}
          action={pathOf(visit)}
          once={newOnceKey(house.keys)}
          hidden={{ text, seen: version, ...(announce ? { 'announce[]': 'yes' } : {}) }}
          files
          short
        >
          <Buttons>
            <Button name="step" value="save">
              {t.save}
            </Button>
            <a href={pathOf(visit)}>{t.another}</a>
          </Buttons>
        </Form>
        {changes.length > 0 ? <Changes visit={visit} changes={changes} /> : null}
      </div>,
    ),
    meanwhile ? 409 : 200,
  )
}
