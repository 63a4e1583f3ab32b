import { guestProblems } from '#convene/messages/guest-problems.ts'
import { guests } from '#convene/messages/guests.ts'
import { invitationsSent } from '#convene/messages/invitations-sent.ts'
import { foldEmail } from '#convene/registration/rules/fold.ts'
import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { isLocale, type Locale, locales, nameOfLocale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { readSheets, SheetRefused } from '#ground/sheets/index.ts'
import { redirect } from '#ground/web/answer.ts'
import { type FieldErrors, readForm, type SentForm, type Typed, textOf } from '#ground/web/form.ts'
import {
  Button,
  Buttons,
  bindFields,
  CheckboxesField,
  FileField,
  Form,
  SelectField,
  TextareaField,
} from '#ground/web/parts/form.tsx'
import { Note } from '#ground/web/parts/text.tsx'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { invitationWords } from '../acts/invitation-mail.ts'
import { type OpenedInvitation, openInvitation, sendInvitations, sentAlready } from '../acts/send-invitations.ts'
import { sheetsOf } from '../acts/waiting.ts'
import { type Invitee, readAddressLines } from '../rules/address-lines.ts'
import { addressLinesOf } from '../rules/sheet-of-addresses.ts'
import { listInvited } from '../store/invitations-sent.ts'
import { deskAddress, type PeopleSeminar, peoplePage, peopleSeminar } from './frame.tsx'
import { Invited } from './invited-list.tsx'

/** Room for a spreadsheet, whose size is told in words, beside the form. */
export const invitationBodyLimit = 12 * 1024 * 1024

/** GET …/places/invitations/:id/send: the form, and who was invited so far. */
export async function showSending(visit: Visit): Promise<Response> {
  const seminar = await peopleSeminar(visit)
  return sendingPage(visit, seminar, await open(visit, seminar), { language: seminar.sourceLanguage })
}

/** POST: checks the addresses, shows the mail, and sends it once that is confirmed. */
export async function sendSending(visit: Visit): Promise<Response> {
  const { house, locale } = visit
  const seminar = await peopleSeminar(visit)
  const opened = await open(visit, seminar)
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const m = invitationsSent[locale]
  if (sent.files.file) return fromSheet(visit, seminar, opened, sent, sent.files.file)
  const { typed } = sent
  const step = textOf(typed, '_do')
  if (step === 'edit') return sendingPage(visit, seminar, opened, typed)
  const { invitees, errors } = read(typed, locale)
  if (invitees === null) return sendingPage(visit, seminar, opened, typed, errors)
  if (opened.notNow !== null) return sendingPage(visit, seminar, opened, typed, { _form: m.notNow[opened.notNow] })
  if (step !== 'send') return previewPage(visit, seminar, opened, invitees, sent)
  const again = textOf(typed, 'again[]') === 'yes'
  const location = addressOf(visit, seminar)
  const result = await sendInvitations(house, visit.actor, seminar.slug, opened.invitation.id, invitees, {
    again,
    remember: { once: sent.once, location: () => location },
  })
  if (result.outcome === 'not-now')
    return sendingPage(visit, seminar, { ...opened, notNow: result.why }, typed, { _form: m.notNow[result.why] })
  return redirect(visit, location, {
    tone: result.sent > 0 ? 'done' : 'note',
    text: result.sent > 0 ? m.sent(result.sent, result.already) : m.readyNobody,
  })
}

const addressOf = (visit: Visit, seminar: PeopleSeminar) =>
  deskAddress(visit, seminar, `/places/invitations/${visit.param('id')}/send`)

const open = (visit: Visit, seminar: PeopleSeminar) =>
  as(visit.house.db, visit.actor, tx => openInvitation(tx, seminar.slug, visit.param('id')))

function read(typed: Typed, locale: Locale): { invitees: Invitee[] | null; errors: FieldErrors } {
  const m = invitationsSent[locale]
  const language = textOf(typed, 'language')
  const errors: Record<string, string> = {}
  if (!isLocale(language)) errors.language = m.errors.language
  const { invitees, problems } = readAddressLines(textOf(typed, 'addresses'), isLocale(language) ? language : 'en')
  const words = guestProblems[locale]
  const told = problems.slice(0, 20).map(({ line, code, found, detail }) => {
    const sentence = {
      form: () => words.lines.form(found, detail),
      twice: () => words.lines.twice(found, detail ?? ''),
      'name-too-long': () => words.errors['too-long'](found.slice(0, 60)),
      'name-link': () => words.errors['name-link'](found),
      'too-many': () => words.lines['too-many'],
    }[code]
    return words.lines.inLine(line, sentence())
  })
  if (told.length > 0) errors.addresses = told.join(' ')
  else if (invitees.length === 0) errors.addresses = m.errors.none
  return { invitees: Object.keys(errors).length > 0 ? null : invitees, errors }
}

/** The addresses of a spreadsheet come into the field, so that they are seen before anybody is written to. */
async function fromSheet(visit: Visit, seminar: PeopleSeminar, opened: OpenedInvitation, sent: SentForm, file: File) {
  const { locale } = visit
  const m = invitationsSent[locale]
  let lines: string[] | null
  try {
    lines = addressLinesOf(sheetsOf(await readSheets(new Uint8Array(await file.arrayBuffer()))))
  } catch (error) {
    if (!(error instanceof SheetRefused)) throw error
    return sendingPage(visit, seminar, opened, sent.typed, { file: guests[locale].refused[error.code] })
  }
  if (lines === null) return sendingPage(visit, seminar, opened, sent.typed, { file: m.fileNone })
  const before = textOf(sent.typed, 'addresses').trim()
  const addresses = [...(before === '' ? [] : [before]), ...lines].join('\n')
  return sendingPage(visit, seminar, opened, { ...sent.typed, addresses }, {}, m.fileRead(lines.length))
}

const crumbs = (visit: Visit, { invitation }: OpenedInvitation) => [
  { label: invitation.label, path: `/places/invitations/${visit.param('id')}` },
]

async function sendingPage(
  visit: Visit,
  seminar: PeopleSeminar,
  opened: OpenedInvitation,
  typed: Typed,
  errors: FieldErrors = {},
  note: string | null = null,
): Promise<Response> {
  const { locale, house } = visit
  const t = parts[locale]
  const m = invitationsSent[locale]
  const asked = Number(visit.url.searchParams.get('page') ?? 1)
  const page = Number.isSafeInteger(asked) && asked >= 1 && asked <= 100_000 ? asked : 1
  const invited = await as(house.db, visit.actor, tx => listInvited(tx, opened.invitation.id, page))
  const field = bindFields(t, typed, errors)
  return peoplePage(
    visit,
    seminar,
    {
      title: m.title,
      lead: <span dir="auto">{m.lead(opened.invitation.label)}</span>,
      above: crumbs(visit, opened),
      failed: Object.keys(errors).length > 0,
    },
    <>
      {opened.notNow === null ? (
        <section class="stack measure">
          {note === null ? null : <Note tone="success">{<p role="status">{note}</p>}</Note>}
          <Form t={t} action={addressOf(visit, seminar)} errors={errors} once={newOnceKey(house.keys)} files>
            <TextareaField {...field('addresses')} label={m.addresses} hint={m.addressesHint} rows={10} optional />
            <FileField
              {...field('file')}
              label={m.file}
              hint={m.fileHint}
              limit={m.fileLimit}
              accept=".xlsx,.xlsm,.csv,.txt,text/csv"
              optional
            />
            <SelectField
              {...field('language')}
              label={m.language}
              noEmpty
              choices={locales.map(value => ({ value, label: nameOfLocale[value] }))}
            />
            <CheckboxesField
              {...field('again[]')}
              label={m.again}
              choices={[{ value: 'yes', label: m.againChoice }]}
              optional
            />
            <Buttons>
              <Button>{m.look}</Button>
            </Buttons>
          </Form>
        </section>
      ) : (
        <Note tone="warning">
          <p>{m.notNow[opened.notNow]}</p>
        </Note>
      )}
      <Invited visit={visit} seminar={seminar} invited={invited} page={page} here={addressOf(visit, seminar)} />
    </>,
  )
}

const linesShown = 50

/** Who is written to and what the mail says, before it leaves. */
async function previewPage(
  visit: Visit,
  seminar: PeopleSeminar,
  opened: OpenedInvitation,
  invitees: readonly Invitee[],
  { typed, once }: SentForm,
): Promise<Response> {
  const { locale, house } = visit
  const m = invitationsSent[locale]
  const { invitation } = opened
  const again = textOf(typed, 'again[]') === 'yes'
  const { already, mails } = await as(house.db, visit.actor, async tx => {
    const already = await sentAlready(
      tx,
      invitation.id,
      invitees.map(({ email }) => email),
    )
    const wanted = invitees.filter(({ email }) => again || !already.has(foldEmail(email)))
    const mails = []
    for (const language of locales.filter(one => wanted.some(invitee => invitee.language === one))) {
      const first = wanted.find(invitee => invitee.language === language) as Invitee
      const name = [first.givenName, first.familyName].filter(Boolean).join(' ')
      const words = await invitationWords(house, tx, invitation, language, name, null)
      if (words !== null) mails.push({ language, words })
    }
    return { already, mails }
  })
  const wanted = invitees.filter(({ email }) => again || !already.has(foldEmail(email)))
  const left = invitees.length - wanted.length
  return peoplePage(
    visit,
    seminar,
    {
      title: m.ready(wanted.length),
      lead: left > 0 ? (wanted.length === 0 ? m.readyNobody : m.readyAlready(left)) : undefined,
      above: crumbs(visit, opened),
    },
    <>
      <Form
        t={parts[locale]}
        action={addressOf(visit, seminar)}
        once={once ?? newOnceKey(house.keys)}
        hidden={{
          addresses: textOf(typed, 'addresses'),
          language: textOf(typed, 'language'),
          ...(again ? { 'again[]': 'yes' } : {}),
        }}
        short
      >
        <Buttons>
          {wanted.length > 0 ? (
            <Button name="_do" value="send">
              {m.send(wanted.length)}
            </Button>
          ) : null}
          <Button kind="secondary" name="_do" value="edit">
            {m.change}
          </Button>
        </Buttons>
      </Form>
      {mails.map(({ language, words }) => (
        <section class="stack measure">
          <h2>
            {m.preview} · {nameOfLocale[language]}
          </h2>
          <div class="card" lang={language}>
            <p>
              <strong>{words.subject}</strong>
            </p>
            {words.paragraphs.map(paragraph => (
              <p dir="auto">{paragraph}</p>
            ))}
            {words.action ? (
              <p>
                <a href={words.action.url}>{words.action.label}</a>
              </p>
            ) : null}
            {(words.after ?? []).map(paragraph => (
              <p class="small">{paragraph}</p>
            ))}
          </div>
        </section>
      ))}
      <section class="stack">
        <h2>{m.to}</h2>
        <ul class="close">
          {wanted.slice(0, linesShown).map(({ email, givenName, familyName, language }) => (
            <li>
              <bdi>{[givenName, familyName].filter(Boolean).join(' ')}</bdi> <bdi>{email}</bdi> ·{' '}
              {nameOfLocale[language]}
            </li>
          ))}
        </ul>
        {wanted.length > linesShown ? <p>{guests[locale].done.more(wanted.length - linesShown)}</p> : null}
      </section>
    </>,
  )
}
