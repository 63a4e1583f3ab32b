import { registration } from '#convene/messages/registration.ts'
import type { Visit } from '#ground/house.ts'
import { redirect } from '#ground/web/answer.ts'
import { check, type FieldErrors, readForm, type Typed, textOf } from '#ground/web/form.ts'
import { notFound } from '#ground/web/refusal.ts'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { register, type Told } from '../acts/register.ts'
import { answersSchema } from '../rules/answers.ts'
import { identityWords } from '../rules/fold.ts'
import type { Consent } from '../store/seminar.ts'
import { consentField, formPage, openSeminar, shut, trapField } from './form.tsx'
import { receiptPath } from './receipt.tsx'

/** Takes the form: everything wrong at once, or the page that tells what became of it. */
export async function send(visit: Visit): Promise<Response> {
  const { house, locale } = visit
  const { typed, once } = await readForm(visit.request)
  const opened = await openSeminar(visit)
  const { seminar, words } = opened
  const given = words.consents.filter(consent => textOf(typed, consentField(consent.key)) !== '').map(c => c.key)
  const answers = check(answersSchema, { ...typed, consents: given } as Typed)
  const errors = sentences(visit, typed, answers.ok ? {} : answers.errors, words.consents, given)
  // A fresh key only when the old one is none of ours: the form keeps its key until it has led somewhere.
  const key = once !== null && house.keys.verify('once', once) !== null ? once : newOnceKey(house.keys)
  if (!answers.ok || Object.keys(errors).length > 0) return formPage(visit, opened, { typed, errors, once: key })

  // One sending is one form with one person in it: the back button and another name is another person, who would
  // otherwise be shown somebody else's receipt and believe themself registered.
  const sending = house.keys.sign('once', house.keys.hash('sending', key + identityWords(seminar.id, answers.value)))
  const led = await alreadySent(house, sending)
  if (led) return redirect(visit, led)
  const location = (told: Told) => `/${locale}${receiptPath(house.keys, told, seminar.slug)}`
  const result = await register(house, {
    ...answers.value,
    seminar: seminar.slug,
    origin: 'form',
    idempotencyKey: `form:${sending}`,
    remember: { once: sending, location },
  })
  if (result.outcome !== 'refused') return redirect(visit, (await alreadySent(house, sending)) ?? location(result.told))
  switch (result.why) {
    case 'no-such-seminar':
      throw notFound()
    case 'consent-missing':
      return formPage(visit, opened, {
        typed,
        errors: sentences(visit, typed, {}, words.consents, given),
        once: key,
      })
    case 'key-reused':
      throw new Error('a key that is made from the person was met with another person')
    default:
      return shut(visit, opened, result.why, true)
  }
}

function sentences(
  visit: Visit,
  typed: Typed,
  found: FieldErrors,
  consents: readonly Consent[],
  given: readonly string[],
): FieldErrors {
  const words: Record<string, string> = registration[visit.locale].errors
  const errors: Record<string, string> = {}
  if (textOf(typed, trapField) !== '') errors._form = words.trap ?? ''
  for (const [field, key] of Object.entries(found)) errors[field] = words[key] ?? key
  for (const consent of consents) {
    if (consent.required && !given.includes(consent.key)) errors[consentField(consent.key)] = words.consent ?? ''
  }
  return errors
}
