import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { redirect } from '#ground/web/answer.ts'
import type { Flash } from '#ground/web/flash.ts'
import { check, type FieldErrors, inWords, readForm, type SentForm } from '#ground/web/form.ts'
import { Button, Buttons, bindFields, Form, SelectField, TextareaField, TextField } from '#ground/web/parts/form.tsx'
import { notFound } from '#ground/web/refusal.ts'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { aboutWords } from '../../messages/about.ts'
import { fieldsWords } from '../../messages/fields.ts'
import { journalWords } from '../../messages/journal.ts'
import { journalMailWords } from '../../messages/journal-mail.ts'
import { AboutField, aboutTyped } from '../../pages/about-field.tsx'
import { CircleField, DuringField, LanguageField } from '../../pages/fields.tsx'
import { KeptForm, keptForm, toldWhetherSent } from '../../pages/kept-form.tsx'
import { addressIn, type Memory } from '../../pages/memory.ts'
import { memoryPage } from '../../pages/memory-page.tsx'
import { isId, memoryToWrite } from '../../pages/writing.tsx'
import { choicesIn, type Fields, fieldsTyped } from '../../rules/typed.ts'
import { aboutToChoose, aboutValue } from '../../store/about.ts'
import { keepDraft } from '../acts/keep-draft.ts'
import { type DraftRead, openDraft, readMailDraft, type WholeDraft } from '../acts/open-draft.ts'
import { type MailWritten, writeMailDown } from '../acts/write-mail-down.ts'
import { longestBody, mailSchema, saidFrom, shortErrors } from '../rules/forms.ts'
import { interactionKinds, participantValue } from '../rules/kinds.ts'
import { AttachmentFields, attachmentsProposed, attachmentsTyped } from './attachment-fields.tsx'
import { AsItCame, NothingKept, StrangersField, whoErrors, whoTyped, whoUnsaid } from './mail-parts.tsx'
import { linksTyped, PeopleField, peopleTyped } from './people-field.tsx'
import { PromiseFields } from './promise-fields.tsx'

type Opened = { draft: WholeDraft; read: DraftRead }

/** GET …/journal/mail/:draft: the form of an entry, filled in from a mail that waits. Nothing is in the journal yet. */
export async function showMailDraft(visit: Visit): Promise<Response> {
  const memory = await memoryToWrite(visit)
  const opened = await openedDraft(visit, memory)
  if (!opened) throw notFound()
  const { kept } = opened.draft
  const told = await toldWhetherSent(visit, kept?.once)
  if (told) return told
  const typed = kept?.fields ?? fieldsFrom(visit, opened)
  return formPage(visit, memory, opened, { typed, errors: {}, once: newOnceKey(visit.house.keys) })
}

async function openedDraft(visit: Visit, memory: Memory): Promise<Opened | null> {
  const id = visit.param('draft')
  if (!isId(id)) throw notFound()
  return as(visit.house.db, visit.actor, async tx => {
    const draft = await openDraft(visit.house, tx, memory.id, id)
    return draft && { draft, read: await readMailDraft(tx, memory.id, draft.mail) }
  })
}

function fieldsFrom({ locale }: Visit, { draft: { mail }, read }: Opened): Fields {
  const { text } = read.words
  return {
    kind: 'letter',
    title: mail.subject || journalMailWords[locale].noSubject,
    during: mail.day,
    place: '',
    participants: read.guessed.people.map(participantValue).sort().join(' '),
    about: read.guessed.likely.map(id => aboutValue({ table: 'relationship', id })).join(' '),
    body: text.length > longestBody ? `${text.slice(0, longestBody - 1)}…` : text,
    language: read.language ?? locale,
    visibility: '0',
    owed: '',
    ...attachmentsProposed(mail.attachments),
  }
}

/** POST: writes it down as it was looked through, and keeps what was chosen of its attachments. */
export async function sendMailDraft(visit: Visit): Promise<Response> {
  const { house, locale } = visit
  const memory = await memoryToWrite(visit)
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const once = sent.once ?? newOnceKey(house.keys)
  const { people, about, typed } = linksTyped(fieldsTyped(sent.typed))
  const again = async (errors: FieldErrors, status?: number) =>
    formPage(visit, memory, await openedDraft(visit, memory), { typed, errors, once, status })
  if (sent.typed._next === 'keep') return keep(visit, memory, { sent, typed, again })
  const words = { ...fieldsWords[locale].errors, ...journalWords[locale].errors }
  const checked = check(mailSchema, saidFrom(typed, memory.day))
  const errors = {
    ...(checked.ok ? {} : inWords(words, checked.errors)),
    ...inWords(words, shortErrors(typed)),
  }
  const waits = await openedDraft(visit, memory)
  if (waits) Object.assign(errors, whoErrors(locale, whoUnsaid(waits.read, typed)))
  if (!checked.ok || Object.keys(errors).length > 0) return again(errors)
  const { about: _, participants: __, owed, what, due, ...line } = checked.value
  const written = await writeMailDown(house, visit.actor, {
    space: memory.id,
    draft: visit.param('draft'),
    line,
    people,
    about,
    promised: { owed, what, due },
    attachments: attachmentsTyped(typed),
    add: choicesIn(typed.add).map(Number),
    are: whoTyped(typed),
    version: sent.version,
    locale,
    evenWithout: typed.without === 'yes',
    once: { key: sent.once, location: id => addressIn(visit, memory, `/journal/${id}`) },
  })
  if (written.result === 'gone') {
    // By this very form, when its button was pressed twice at once.
    const done = await alreadySent(house, sent.once)
    return done ? redirect(visit, done) : again({ _form: journalMailWords[locale].gone })
  }
  if (written.result === 'stale') return again({ _form: await staleSaid(visit, memory) }, 409)
  if (written.result === 'ask') return again(whoErrors(locale, written.at))
  if (written.result === 'strange') {
    const { strange } = aboutWords[locale]
    return again({
      ...(written.about.length > 0 ? { about: strange } : {}),
      ...(written.people.length > 0 ? { participants: strange } : {}),
    })
  }
  return redirect(visit, addressIn(visit, memory, `/journal/${written.id}`), ...told(visit, written))
}

type Keeping = {
  sent: SentForm
  typed: Fields
  again: (errors: FieldErrors, status?: number) => Promise<Response>
}

/** Keeps the form as it is, right or not: by its button, or (`_quietly`) as the person types. */
async function keep(visit: Visit, memory: Memory, { sent, typed, again }: Keeping): Promise<Response> {
  const { house, locale } = visit
  const m = journalMailWords[locale]
  const draft = visit.param('draft')
  if (!isId(draft)) throw notFound()
  const { once, version } = sent
  const kept = await keepDraft(house, visit.actor, { space: memory.id, draft, fields: typed, version, once })
  if (sent.typed._quietly === 'yes') return quietly(visit, kept === 'kept' ? 204 : kept === 'stale' ? 409 : 410)
  if (kept === 'gone') return again({ _form: m.gone })
  if (kept === 'stale') return again({ _form: await staleSaid(visit, memory) }, 409)
  return redirect(visit, addressIn(visit, memory, '/journal'), { tone: 'done', text: m.draft.keptDone })
}

const quietly = (visit: Visit, status: number) => {
  const headers = new Headers(visit.headers)
  headers.set('cache-control', 'no-store')
  return new Response(null, { status, headers })
}

/** Who left the form otherwise meanwhile. */
async function staleSaid(visit: Visit, memory: Memory): Promise<string> {
  const m = journalMailWords[visit.locale].draft
  const opened = await openedDraft(visit, memory)
  return m.stale(opened?.draft.keptBy ?? m.somebody)
}

function told({ locale }: Visit, { kept, notKept }: MailWritten & { result: 'written' }): Flash[] {
  const m = journalMailWords[locale]
  return [
    { tone: 'done', text: [m.written, kept > 0 ? m.kept(kept) : ''].filter(Boolean).join(' ') },
    ...(notKept > 0 ? [{ tone: 'note' as const, text: m.notKept(notKept) }] : []),
  ]
}

type Shown = { typed: Fields; errors: FieldErrors; once: string; status?: number | undefined }

/** @param opened null when the mail waits no more: what was typed is still there */
async function formPage(
  visit: Visit,
  memory: Memory,
  opened: Opened | null,
  { typed, errors, once, status }: Shown,
): Promise<Response> {
  const { locale } = visit
  const t = parts[locale]
  const m = journalWords[locale]
  const mail = journalMailWords[locale]
  const guessed = opened?.read.guessed
  const also = [...aboutTyped(typed), ...peopleTyped(typed), ...(guessed?.people ?? [])]
  const choices = await as(visit.house.db, visit.actor, tx => aboutToChoose(tx, memory.id, locale, also))
  const field = bindFields(t, typed, errors)
  const nameOf = (organisation: string) =>
    choices.find(one => one.table === 'organisation' && one.id === organisation)?.name?.text ?? null
  const near = [...(guessed?.likely ?? []), ...(guessed?.near ?? [])].map(id => ({
    table: 'relationship' as const,
    id,
  }))
  const at = (path: string) => addressIn(visit, memory, path)
  const id = visit.param('draft')
  const failed = Object.keys(errors).length > 0
  const kept = opened?.draft.kept
  const leftBy = kept && !(visit.actor.kind === 'person' && visit.actor.id === kept.by) ? opened.draft.keptBy : null
  return memoryPage(
    visit,
    memory,
    {
      title: mail.draft.title,
      lead: mail.draft.lead,
      section: 'journal',
      failed,
      islands: [keptForm],
    },
    <div class="measure stack">
      {opened ? <AsItCame visit={visit} memory={memory} mail={opened.draft.mail} read={opened.read} /> : null}
      {leftBy === null ? null : status === 409 ? (
        <p>
          <a href={visit.url.pathname} target="_blank" rel="noopener">
            {mail.draft.staleLook}
          </a>
        </p>
      ) : (
        <p class="small">{mail.draft.asLeft(leftBy)}</p>
      )}
      <Form
        t={t}
        action={visit.url.pathname}
        errors={errors}
        version={kept?.version}
        once={once}
        hidden={opened ? {} : { without: 'yes' }}
      >
        <TextField {...field('title')} label={m.columns.title} maxLength={300} />
        <SelectField
          {...field('kind')}
          label={m.page.kind}
          choices={interactionKinds.map(value => ({ value, label: m.kinds[value] }))}
          noEmpty
        />
        <DuringField {...field('during')} locale={locale} label={m.page.when} />
        <TextField {...field('place')} label={m.edit.place} optional />
        <PeopleField visit={visit} typed={typed} errors={errors} choices={choices} near={guessed?.people ?? []} />
        {opened ? (
          <StrangersField visit={visit} typed={typed} errors={errors} read={opened.read} nameOf={nameOf} />
        ) : null}
        <AboutField locale={locale} typed={typed} errors={errors} choices={choices} near={near} />
        <TextareaField
          {...field('body')}
          label={m.edit.body}
          rows={10}
          most={longestBody}
          hint={opened?.read.words.cut ? mail.draft.cut : undefined}
          optional
        />
        {opened ? <AttachmentFields visit={visit} typed={typed} mail={opened.draft.mail} /> : null}
        <PromiseFields visit={visit} typed={typed} errors={errors} />
        <LanguageField {...field('language')} locale={locale} />
        <CircleField {...field('visibility')} locale={locale} isThere={false} />
        {opened ? <NothingKept visit={visit} memory={memory} draft={opened.draft} /> : null}
        <KeptForm visit={visit} typed={failed} atServer={opened !== null} />
        <Buttons>
          <Button>{mail.draft.save}</Button>
          {opened ? (
            <Button kind="secondary" name="_next" value="keep">
              {mail.draft.later}
            </Button>
          ) : (
            <a href={at('/journal')}>{t.form.cancel}</a>
          )}
          {opened ? <a href={at(`/journal/mail/${id}/drop`)}>{mail.draft.drop}</a> : null}
        </Buttons>
      </Form>
    </div>,
    status,
  )
}
