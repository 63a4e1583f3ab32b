import type { Child } from 'hono/jsx'
import { acceptedEndings, fileProblem, largestFile, sizeIn } from '#ground/files/index.ts'
import type { Visit } from '#ground/house.ts'
import { date, languageName } from '#ground/languages/format.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { show, wordsOf } from '#ground/languages/text.ts'
import { redirect } from '#ground/web/answer.ts'
import { type FieldErrors, inWords, readForm } from '#ground/web/form.ts'
import { Button, Buttons, bindFields, FileField, Form, LinkButton, TextField } from '#ground/web/parts/form.tsx'
import { Facts, Multilingual, State, type StateKind } from '#ground/web/parts/text.tsx'
import { notFound } from '#ground/web/refusal.ts'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { edtfInWords } from '../../acts/edtf-in-words.ts'
import { aboutWords } from '../../messages/about.ts'
import { fieldsWords } from '../../messages/fields.ts'
import { documentWords } from '../../messages/kept-documents.ts'
import { memoryWords } from '../../messages/memory.ts'
import { AboutLinks } from '../../pages/about-field.tsx'
import { addressIn, type Memory, memoryOf, reading } from '../../pages/memory.ts'
import { memoryPage } from '../../pages/memory-page.tsx'
import { momentInWords } from '../../pages/moments.ts'
import { RecordLinks } from '../../pages/record-links.tsx'
import { NameWithin } from '../../pages/record-name.tsx'
import { isId, memoryToWrite, removalPage } from '../../pages/writing.tsx'
import { fieldsTyped } from '../../rules/typed.ts'
import { keepVersion } from '../acts/keep-document.ts'
import { removeDocument } from '../acts/save-document.ts'
import { type DocumentVersion, type KeptDocument, readDocument } from '../store/documents.ts'
import { categoryIn } from './documents.tsx'

/** Room for the largest file and what a form adds to it. */
export const fileBodyLimit = largestFile + 256 * 1024

const stateOf: Record<DocumentVersion['extraction'], StateKind> = {
  waiting: 'waiting',
  done: 'ok',
  none: 'neutral',
  failed: 'no',
}

/** GET /:l/territories/:slug/documents/:id: a document with its files. */
export async function showDocument(visit: Visit): Promise<Response> {
  const memory = await memoryOf(visit)
  return onePage(visit, memory, await found(visit, memory), {})
}

async function found(visit: Visit, memory: Memory): Promise<KeptDocument> {
  const id = visit.param('id')
  const document = isId(id) ? await reading(visit, memory, tx => readDocument(tx, memory.id, id, visit.locale)) : null
  if (!document) throw notFound()
  return document
}

const titleOf = (visit: Visit, document: KeptDocument) =>
  wordsOf(document.title, visit.locale) || aboutWords[visit.locale].nameless

function onePage(visit: Visit, memory: Memory, document: KeptDocument, errors: FieldErrors): Promise<Response> {
  const { locale } = visit
  const m = documentWords[locale]
  const t = parts[locale]
  const at = (path: string) => addressIn(visit, memory, `/documents/${document.id}${path}`)
  const shown = show(document.title, locale)
  return memoryPage(
    visit,
    memory,
    {
      title: titleOf(visit, document),
      heading: shown ? <Multilingual t={t} locale={locale} shown={shown} /> : titleOf(visit, document),
      section: 'documents',
      failed: Object.keys(errors).length > 0,
    },
    <>
      <Facts facts={factsOf(visit, memory, document)} />
      {memory.edits ? (
        <p class="buttons">
          <LinkButton href={at('/edit')}>{aboutWords[locale].edit}</LinkButton>
          <RecordLinks visit={visit} memory={memory} table="memory_document" id={document.id} />
          {document.legalHold ? (
            <span class="small">{m.held}</span>
          ) : (
            <a href={at('/remove')}>{aboutWords[locale].remove}</a>
          )}
        </p>
      ) : null}
      <section class="stack" aria-labelledby="files">
        <h2 id="files">{m.files}</h2>
        {document.versions.length === 0 ? (
          <p>{m.noFiles}</p>
        ) : (
          <ol class="stack plain" reversed>
            {document.versions.map(version => (
              <Version visit={visit} memory={memory} version={version} />
            ))}
          </ol>
        )}
      </section>
      {memory.edits ? (
        <section class="stack measure" aria-labelledby="new-version">
          <h2 id="new-version">{m.newVersion}</h2>
          <Form t={t} action={at('/versions')} errors={errors} once={newOnceKey(visit.house.keys)} files short>
            <FileField
              {...bindFields(t, {}, errors)('file')}
              label={m.fields.file}
              accept={acceptedEndings}
              limit={sizeIn(locale, largestFile)}
            />
            <Buttons>
              <Button kind="secondary">{m.addVersion}</Button>
            </Buttons>
          </Form>
        </section>
      ) : null}
    </>,
  )
}

function factsOf(visit: Visit, memory: Memory, document: KeptDocument): { term: string; value: Child }[] {
  const { locale } = visit
  const m = documentWords[locale]
  const { during, language, licence, keepUntil } = document
  return [
    { term: m.columns.category, value: categoryIn(visit, document.category) },
    ...(during ? [{ term: m.columns.during, value: edtfInWords(locale, during) }] : []),
    ...(language ? [{ term: m.columns.language, value: languageName(locale, language) }] : []),
    ...(licence ? [{ term: m.licence, value: <span dir="auto">{licence}</span> }] : []),
    ...(document.about.length > 0
      ? [{ term: m.columns.about, value: <AboutLinks visit={visit} memory={memory} refs={document.about} /> }]
      : []),
    ...(memory.inside && (keepUntil || document.legalHold)
      ? [
          {
            term: m.columns.keepUntil,
            value: [
              keepUntil ? date(locale, Temporal.PlainDate.from(keepUntil)) : '',
              document.legalHold ? m.heldShort : '',
            ]
              .filter(Boolean)
              .join(' · '),
          },
        ]
      : []),
    ...(memory.inside ? [{ term: m.columns.circle, value: memoryWords[locale].circles[document.visibility] }] : []),
  ]
}

function Version({ visit, memory, version }: { visit: Visit; memory: Memory; version: DocumentVersion }) {
  const { locale } = visit
  const m = documentWords[locale]
  const { file } = version
  return (
    <li>
      <h3>{m.version(version.number)}</h3>
      {file ? (
        <>
          <p>
            <a href={`/${locale}/files/${file.id}`} dir="auto">
              {m.download(file.name, sizeIn(locale, file.bytes))}
            </a>
          </p>
          <p class="small">
            {m.addedOn(momentInWords(locale, version.addedAt, memory.timeZone))}
            {' · '}
            <State kind={stateOf[version.extraction]}>{m.extraction[version.extraction]}</State>
          </p>
          <p class="small">
            {m.hash} <code class="long-code">{file.sha256}</code>
          </p>
        </>
      ) : (
        <p class="small">{m.noFile}</p>
      )}
    </li>
  )
}

/** POST …/documents/:id/versions: a new file of it. */
export async function sendVersion(visit: Visit): Promise<Response> {
  const { house, locale } = visit
  const memory = await memoryToWrite(visit)
  const document = await found(visit, memory)
  const m = documentWords[locale]
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const { file } = sent.files
  if (!file) return onePage(visit, memory, document, { file: fieldsWords[locale].errors.missing })
  const location = addressIn(visit, memory, `/documents/${document.id}`)
  const kept = await keepVersion(house, visit.actor, {
    space: memory.id,
    id: document.id,
    file: { name: file.name, content: file },
    once: { key: sent.once, location },
  })
  if (kept.result === 'not-stored') return onePage(visit, memory, document, { file: fileProblem(locale, kept.problem) })
  if (kept.result === 'same') return redirect(visit, location, { tone: 'note', text: m.same })
  return redirect(visit, location, { tone: 'done', text: m.versionKept(kept.number) })
}

/** GET …/documents/:id/remove: the page before; says so when the day is past. */
export async function showDocumentRemoval(visit: Visit): Promise<Response> {
  const memory = await memoryToWrite(visit)
  return beforeRemoval(visit, memory, await found(visit, memory), {}, '')
}

function beforeRemoval(visit: Visit, memory: Memory, document: KeptDocument, errors: FieldErrors, reason: string) {
  const m = documentWords[visit.locale]
  const title = titleOf(visit, document)
  const pastDue = document.keepUntil !== null && document.keepUntil < memory.day.toString()
  return removalPage(visit, memory, {
    title: m.removeTitle(title),
    named: show(document.title, visit.locale),
    text: document.legalHold ? m.held : m.removeText,
    section: 'documents',
    above: [
      {
        label: <NameWithin locale={visit.locale} said={title} name={show(document.title, visit.locale)} />,
        path: `/documents/${document.id}`,
      },
    ],
    back: `/documents/${document.id}`,
    errors,
    children: (
      <>
        {pastDue ? <p>{m.removeForGood}</p> : null}
        <TextField
          {...bindFields(parts[visit.locale], { reason }, errors)('reason')}
          label={m.reason}
          maxLength={500}
        />
      </>
    ),
  })
}

export async function sendDocumentRemoval(visit: Visit): Promise<Response> {
  const { house, locale } = visit
  const memory = await memoryToWrite(visit)
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const document = await found(visit, memory)
  const reason = (fieldsTyped(sent.typed).reason ?? '').trim()
  const problem = reason === '' ? 'missing' : reason.length > 500 ? 'tooLong' : null
  if (problem !== null)
    return beforeRemoval(visit, memory, document, inWords(fieldsWords[locale].errors, { reason: problem }), reason)
  const location = addressIn(visit, memory, '/documents')
  const removed = await removeDocument(house, visit.actor, {
    space: memory.id,
    id: document.id,
    reason,
    once: { key: sent.once, location },
  })
  if (!removed) return beforeRemoval(visit, memory, document, { _form: documentWords[locale].held }, reason)
  return redirect(visit, location, { tone: 'done', text: aboutWords[locale].removed })
}
