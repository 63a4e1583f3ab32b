import { largestFile, sizeIn } from '#ground/files/index.ts'
import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { redirect } from '#ground/web/answer.ts'
import type { Flash } from '#ground/web/flash.ts'
import { type FieldErrors, readForm } from '#ground/web/form.ts'
import { Button, Buttons, bindFields, CheckboxesField, FileField, Form } from '#ground/web/parts/form.tsx'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { journalMailWords } from '../../messages/journal-mail.ts'
import { addressIn, type Memory } from '../../pages/memory.ts'
import { memoryPage } from '../../pages/memory-page.tsx'
import { memoryToWrite } from '../../pages/writing.tsx'
import { type Fields, fieldsTyped } from '../../rules/typed.ts'
import { type MailTaken, takeMail } from '../acts/take-mail.ts'

/** Room for the largest mail and what a form adds to it. */
export const mailBodyLimit = largestFile + 64 * 1024

/** GET /:l/territories/:slug/journal/mail */
export async function showMailForm(visit: Visit): Promise<Response> {
  const memory = await memoryToWrite(visit)
  return formPage(visit, memory, { typed: {}, errors: {}, once: newOnceKey(visit.house.keys) })
}

/** POST: makes a line of the journal of it, and leads to where it is looked through. */
export async function sendMailForm(visit: Visit): Promise<Response> {
  const { house, locale } = visit
  const memory = await memoryToWrite(visit)
  const m = journalMailWords[locale]
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const once = sent.once ?? newOnceKey(house.keys)
  const typed = fieldsTyped(sent.typed)
  const again = (mail: string) => formPage(visit, memory, { typed, errors: { mail }, once })
  const mail = sent.files.mail
  if (!mail) return again(m.errors.missing)
  if (mail.size > largestFile) return again(m.errors.tooLarge(sizeIn(locale, largestFile)))
  const at = (id: string) => addressIn(visit, memory, `/journal/${id}/edit`)
  const taken = await takeMail(house, visit.actor, {
    space: memory.id,
    mail,
    keepAttachments: typed.keep === 'yes',
    language: locale,
    noSubject: m.noSubject,
    once: { key: sent.once, location: at },
  })
  if (taken.result === 'not-read') return again(taken.why === 'too-much' ? m.errors.tooMuch : m.errors.damaged)
  return redirect(visit, at(taken.id), ...told(visit, taken))
}

function told(visit: Visit, taken: Exclude<MailTaken, { result: 'not-read' }>): Flash[] {
  const m = journalMailWords[visit.locale]
  if (taken.result === 'known') return [{ tone: 'note', text: m.known }]
  const notKept = taken.refused.length + taken.more
  const more = [
    taken.kept > 0 ? m.kept(taken.kept) : '',
    notKept > 0 ? m.notKept(notKept) : '',
    taken.unknown > 0 ? m.unknown(taken.unknown) : '',
  ].filter(Boolean)
  return [{ tone: 'done', text: m.taken }, ...more.map(text => ({ tone: 'note' as const, text }))]
}

type Shown = { typed: Fields; errors: FieldErrors; once: string }

function formPage(visit: Visit, memory: Memory, { typed, errors, once }: Shown): Promise<Response> {
  const { locale } = visit
  const t = parts[locale]
  const m = journalMailWords[locale]
  const field = bindFields(t, typed, errors)
  return memoryPage(
    visit,
    memory,
    { title: m.title, lead: m.lead, section: 'journal', failed: Object.keys(errors).length > 0 },
    <div class="measure">
      <Form t={t} action={visit.url.pathname} errors={errors} once={once} files short>
        <FileField {...field('mail')} label={m.file} accept=".eml,message/rfc822" limit={sizeIn(locale, largestFile)} />
        <CheckboxesField
          {...field('keep[]')}
          values={typed.keep === 'yes' ? ['yes'] : []}
          label={m.attachments}
          choices={[{ value: 'yes', label: m.keep }]}
          optional
        />
        <Buttons>
          <Button>{m.button}</Button>
          <a href={addressIn(visit, memory, '/journal')}>{t.form.cancel}</a>
        </Buttons>
      </Form>
    </div>,
  )
}
