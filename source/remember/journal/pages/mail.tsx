import { largestFile, sizeIn } from '#ground/files/index.ts'
import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { redirect } from '#ground/web/answer.ts'
import { type FieldErrors, readForm } from '#ground/web/form.ts'
import { Button, Buttons, bindFields, FileField, Form } from '#ground/web/parts/form.tsx'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { journalMailWords } from '../../messages/journal-mail.ts'
import { addressIn, type Memory } from '../../pages/memory.ts'
import { memoryPage } from '../../pages/memory-page.tsx'
import { memoryToWrite } from '../../pages/writing.tsx'
import { type Fields, fieldsTyped } from '../../rules/typed.ts'
import { mostWaiting, takeMail } from '../acts/take-mail.ts'

/** Room for the largest mail and what a form adds to it. */
export const mailBodyLimit = largestFile + 64 * 1024

/** GET /:l/territories/:slug/journal/mail */
export async function showMailForm(visit: Visit): Promise<Response> {
  const memory = await memoryToWrite(visit)
  return formPage(visit, memory, { typed: {}, errors: {}, once: newOnceKey(visit.house.keys) })
}

/** POST: takes it in, and leads to the form of an entry, filled in from it. */
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
  const at = (path: string) => addressIn(visit, memory, `/journal/${path}`)
  const taken = await takeMail(house, visit.actor, {
    space: memory.id,
    mail,
    once: { key: sent.once, location: draft => at(`mail/${draft}`) },
  })
  switch (taken.result) {
    case 'not-read':
      return again(taken.why === 'too-much' ? m.errors.tooMuch : m.errors.damaged)
    case 'too-many':
      return again(m.errors.tooMany(mostWaiting))
    case 'written':
      return redirect(visit, at(taken.id), { tone: 'note', text: m.known })
    case 'waits':
      return redirect(visit, at(`mail/${taken.draft}`), { tone: 'note', text: m.waits })
    case 'waiting':
      return redirect(visit, at(`mail/${taken.draft}`))
  }
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
        <Buttons>
          <Button>{m.button}</Button>
          <a href={addressIn(visit, memory, '/journal')}>{t.form.cancel}</a>
        </Buttons>
      </Form>
    </div>,
  )
}
