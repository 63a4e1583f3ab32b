import { deskOne } from '#convene/messages/desk-one.ts'
import { registration } from '#convene/messages/registration.ts'
import type { Visit } from '#ground/house.ts'
import { locales, nameOfLocale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { redirect } from '#ground/web/answer.ts'
import { check, type FieldErrors, type SentForm, type Typed } from '#ground/web/form.ts'
import { Button, Buttons, bindFields, EmailField, Form, SelectField, TextField } from '#ground/web/parts/form.tsx'
import { Facts, PageHead, Paragraphs } from '#ground/web/parts/text.tsx'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { correctContact } from '../../acts/correct-contact.ts'
import { answersSchema } from '../../rules/answers.ts'
import { answersInWords } from '../form/errors-in-words.ts'
import { fieldWords } from '../form/voice.ts'
import { answersShown, typedOf } from '../me/change-fields.ts'
import { stalePage } from '../me/change-page.tsx'
import { type Change, savedFlash, tooLate } from '../me/hands.ts'
import { onceOf, sendingKey } from '../sending-key.ts'

const contactSchema = answersSchema.pick({ givenName: true, familyName: true, email: true, language: true })
const contactFields = ['givenName', 'familyName', 'email', 'language']
/** Says that a form asked for nothing else: one that did was opened before the seminar was over. */
const onlyField = 'only'

/** Whether what was sent is this form, and not the whole one. */
export const isContactForm = ({ typed }: SentForm): boolean => typed[onlyField] === 'contact'

type Filled = { typed: Typed; errors: FieldErrors; version: string; once: string }

/** The form with what is there now. */
export function filledContact(visit: Visit, change: Change) {
  const { opened, territory, form } = change
  return contactPage(visit, change, {
    typed: typedOf(opened.own.answers, territory, form.questions),
    errors: {},
    version: String(opened.own.version),
    once: newOnceKey(visit.house.keys),
  })
}

/** What is still corrected of a registration once its seminar is over; the rest stands beside it as it stays. */
function contactPage(visit: Visit, change: Change, { typed, errors, version, once }: Filled) {
  const { opened, form, territory, here, voice, words, frame } = change
  const { locale } = visit
  const t = parts[locale]
  const w = deskOne[locale].contact
  const m = registration[locale].form
  const said = fieldWords(voice, locale)
  const field = bindFields(t, typed, errors)
  const failed = Object.keys(errors).length > 0
  const answers = typedOf(opened.own.answers, territory, form.questions)
  const rest = answersShown(answers, { locale, voice }, form.questions, contactFields)
  return frame(
    {
      title: words.title,
      failed,
      children: (
        <>
          <PageHead title={words.title} lead={w.lead} />
          <Form
            t={t}
            action={`${here}/change`}
            version={version}
            once={once}
            hidden={{ [onlyField]: 'contact' }}
            errors={errors}
          >
            <TextField {...field('givenName')} label={m.givenName} hint={m.nameHint} autocomplete="off" />
            <TextField {...field('familyName')} label={m.familyName} autocomplete="off" />
            <EmailField {...field('email')} label={m.email} hint={w.address} autocomplete="off" />
            <SelectField
              {...field('language')}
              label={said.language}
              choices={locales.map(value => ({ value, label: nameOfLocale[value] }))}
            />
            <Buttons>
              <Button>{words.save}</Button>
              <a href={here}>{t.form.cancel}</a>
            </Buttons>
          </Form>
          <section class="stack">
            <h2>{w.rest}</h2>
            <p>{w.why}</p>
            <Facts facts={rest.map(({ label, value }) => ({ term: label, value: <Paragraphs text={value} /> }))} />
          </section>
        </>
      ),
    },
    failed ? 422 : 200,
  )
}

/** Saves names, address and language; nothing else that was sent is looked at, and nothing is lost of a whole form. */
export async function saveContact(visit: Visit, change: Change, sent: SentForm): Promise<Response> {
  const { house, actor, locale } = visit
  const { opened, form, voice, words, here } = change
  const { own } = opened
  const once = onceOf(house.keys, sent)
  const sending = sendingKey(house.keys, once, [sent.version, sent.typed])
  const led = await alreadySent(house, sending)
  if (led) return redirect(visit, led)
  const { typed } = sent
  const version = /^\d{1,9}$/.test(sent.version ?? '') ? (sent.version as string) : String(own.version)
  const again = (errors: FieldErrors) => contactPage(visit, change, { typed, errors, version, once })
  if (!isContactForm(sent)) return again({ _form: deskOne[locale].contact.only })
  const checked = check(contactSchema, typed)
  if (!checked.ok) return again(answersInWords(checked.errors, { locale, voice, questions: form.questions }))
  const given = { version: Number(version), contact: checked.value }
  const result = await correctContact(house, actor, own.id, given, { remember: { once: sending, location: here } })
  switch (result.outcome) {
    case 'changed':
      return redirect(visit, here, savedFlash(change, result))
    case 'stale':
      return stalePage(visit, change, { typed, once, ...result }, [...contactFields, onlyField])
    case 'taken':
      return again({ _form: words.taken })
    default:
      return tooLate(visit, change)
  }
}
