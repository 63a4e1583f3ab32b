import { registration } from '#convene/messages/registration.ts'
import type { Visit } from '#ground/house.ts'
import { redirect } from '#ground/web/answer.ts'
import { check, type FieldErrors, readForm, type Typed, textOf } from '#ground/web/form.ts'
import { notFound } from '#ground/web/refusal.ts'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { register } from '../acts/register.ts'
import { answersSchema } from '../rules/answers.ts'
import type { Consent } from '../store/seminar.ts'
import { consentField, formPage, openSeminar, shut, trapField } from './form.tsx'
import { receiptPath } from './receipt.tsx'

/** Takes the form: everything wrong at once, or the page that tells what became of it. */
export async function send(visit: Visit): Promise<Response> {
  const { house, locale } = visit
  const { typed, once } = await readForm(visit.request)
  const led = await alreadySent(house, once)
  if (led) return redirect(visit, led)

  const opened = await openSeminar(visit)
  const { seminar, words } = opened
  const given = words.consents.filter(consent => textOf(typed, consentField(consent.key)) !== '').map(c => c.key)
  const answers = check(answersSchema, { ...typed, consents: given } as Typed)
  const errors = sentences(visit, typed, answers.ok ? {} : answers.errors, words.consents, given)
  // A fresh key only when the old one is none of ours: the form keeps its key until it has led somewhere.
  const key = once !== null && house.keys.verify('once', once) !== null ? once : newOnceKey(house.keys)
  if (!answers.ok || Object.keys(errors).length > 0) return formPage(visit, opened, { typed, errors, once: key })

  const location = (told: Parameters<typeof receiptPath>[1]) =>
    `/${locale}${receiptPath(visit.house.keys, told, seminar.slug)}`
  const result = await register(house, {
    ...answers.value,
    seminar: seminar.slug,
    origin: 'form',
    idempotencyKey: `form:${key}`,
    remember: { once: key, location },
  })
  if (result.outcome !== 'refused') return redirect(visit, (await alreadySent(house, key)) ?? location(result.told))
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
      // The same form sent again with another name in it: another person, so another sending.
      return formPage(visit, opened, { typed, errors: {}, once: newOnceKey(house.keys) })
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
