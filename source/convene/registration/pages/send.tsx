import { formWords } from '#convene/messages/form.ts'
import { registration } from '#convene/messages/registration.ts'
import type { Visit } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { lowerFirst } from '#ground/languages/say.ts'
import { redirect } from '#ground/web/answer.ts'
import { readForm, type Typed, textOf } from '#ground/web/form.ts'
import { notFound, Refusal } from '#ground/web/refusal.ts'
import { alreadySent } from '#ground/web/sent-once.ts'
import { registerTogether } from '../acts/register.ts'
import type { Refused, RegisterResult, RegistrationInput, Told } from '../acts/sending.ts'
import { identityWords } from '../rules/fold.ts'
import { windowState } from '../rules/window.ts'
import type { SuggestionKind } from '../store/suggestions.ts'
import { asTooMany, guessedTooOften, wrongCodesSaid } from './brakes.ts'
import { answersInWords, meaningErrors } from './form/errors-in-words.ts'
import {
  answerErrors,
  askedFor,
  checkPerson,
  commonFields,
  consentField,
  countPeople,
  inOrderOfPage,
  prefixOf,
  statedBy,
  trapField,
  withOneMore,
  withoutPerson,
} from './form/fields.ts'
import { type Meanings, readMeanings } from './form/meanings.ts'
import { type OpenForm, openForm } from './form/open.ts'
import { isOneQuickTooMany, newSendingKey } from './form/served.ts'
import { shut } from './form/shut.tsx'
import { answerWords, type Voice } from './form/voice.ts'
import { formPage } from './form.tsx'
import { initialsOf, receiptPath } from './receipt.tsx'
import { sendingKey } from './sending-key.ts'

/** Takes the form: everything wrong at once, or the page that tells what became of it. */
export async function send(visit: Visit): Promise<Response> {
  const { house } = visit
  const form = await readForm(visit.request)
  const opened = await openForm(visit)
  // A fresh key only when the old one is none of ours: the form keeps its key until it has led somewhere.
  const ours = form.once !== null && house.keys.verify('once', form.once) !== null
  const once = ours ? (form.once as string) : newSendingKey(house.keys)
  const window = windowState(opened.seminar, opened.seminar.now)

  const pressed = askedFor(form.typed)
  if (pressed) {
    if (window !== 'open') return shut(visit, opened, window, form.typed)
    return changePeople(visit, opened, { typed: form.typed, once }, pressed)
  }
  const meant = await readMeanings(visit, opened.seminar.id, form.typed)
  const { typed } = meant
  const people = Array.from({ length: countPeople(typed) }, (_, index) => checkPerson(typed, index, asksOf(opened)))
  const errors = errorsOf(visit, opened, typed, people, meant)
  const answers = people.flatMap(person => (person.ok ? [person.answers] : []))
  if (Object.keys(errors).length > 0 || answers.length < people.length) {
    if (window !== 'open') return shut(visit, opened, window, typed)
    return formPage(visit, opened, { typed, errors, asked: meant.asked, once })
  }
  // An answer that was given stays given: only the act knows whether this very form was taken before it was shut.
  if (window === 'open') {
    if (Object.keys(meant.asked).length > 0) return formPage(visit, opened, { typed, asked: meant.asked, once })
    if (await isOneQuickTooMany(visit, form.once)) return formPage(visit, opened, { typed, again: true, once })
  }
  const inputs = answers.map(
    (person, index): RegistrationInput => ({
      ...person,
      ...meant.references,
      territory: meant.newTerritory,
      seminar: opened.seminar.slug,
      origin: 'form',
      statedBy: statedBy(typed, index),
      idempotencyKey: `form:${keyOf(visit, once, opened, [person])}`,
    }),
  )
  return sendPeople(visit, opened, { typed, once }, inputs)
}

type Sent = { typed: Typed; once: string }
type Person = { email: string; givenName: string; familyName: string }

/**
 * One sending is one form with these people in it: the back button and another name is another person, who would
 * otherwise be shown somebody else's receipt and believe themself registered.
 */
const keyOf = ({ house }: Visit, once: string, { seminar }: OpenForm, people: readonly Person[]): string =>
  sendingKey(
    house.keys,
    once,
    people.map(person => identityWords(seminar.id, person)),
  )

async function sendPeople(visit: Visit, opened: OpenForm, sent: Sent, people: readonly RegistrationInput[]) {
  const { house, locale } = visit
  const { seminar } = opened
  const sending = keyOf(visit, sent.once, opened, people)
  const led = await alreadySent(house, sending)
  if (led) return redirect(visit, led)
  const location = (results: readonly RegisterResult[]) =>
    `/${locale}${receiptPath(house.keys, seminar.id, results.map(toldOf), seminar.slug, people.map(initialsOf))}`
  // One code for all of them: it stands in the common part of the form.
  const code = people.find(({ invitation }) => invitation)?.invitation
  const wait = code ? await guessedTooOften(visit, { seminarId: seminar.id, code }) : null
  if (wait !== null)
    return asTooMany(formPage(visit, opened, { ...sent, errors: { invitation: wrongCodesSaid(visit) } }), wait)
  let results: readonly RegisterResult[]
  try {
    results = await registerTogether(house, seminar.slug, people, { once: sending, location })
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind !== 'too-many') throw error
    return formPage(visit, opened, { ...sent, errors: tooOften(people, locale) })
  }
  const refused = results.flatMap((result, index) => (result.outcome === 'refused' ? [{ ...result, index }] : []))
  if (refused.length === 0) return redirect(visit, (await alreadySent(house, sending)) ?? location(results))
  const errors: Record<string, string> = {}
  for (const refusal of refused) {
    switch (refusal.why) {
      case 'no-such-seminar':
        throw notFound()
      case 'not-yet-open':
      case 'closed':
      case 'postponed':
      case 'cancelled':
        return shut(visit, opened, refusal.why, sent.typed)
      default:
        Object.assign(
          errors,
          ofPerson(
            errorsOfRefusal(refusal, prefixOf(refusal.index), opened, { locale, voice: voiceOf(people) }),
            refusal.index,
            people.length,
            locale,
          ),
        )
    }
  }
  return formPage(visit, opened, {
    ...sent,
    errors: inOrderOfPage(errors, people.length, asksOf(opened)),
  })
}

const toldOf = (result: RegisterResult): Told => {
  if (result.outcome === 'refused') throw new Error('a refusal leads nowhere')
  return result.told
}

/** What the act found wrong, beside its field: what has changed since the form was checked a moment ago. */
function errorsOfRefusal(
  refusal: Refused,
  prefix: string,
  { questions }: OpenForm,
  { locale, voice }: { locale: Locale; voice: Voice },
): Record<string, string> {
  const w = formWords[locale]
  switch (refusal.why) {
    case 'invitation-unknown':
      return { invitation: w.invitation.unknown }
    case 'invitation-ended':
      return { invitation: w.invitation.ended }
    case 'invitation-used-up':
      return { invitation: w.invitation.usedUp }
    case 'consent-missing':
      return Object.fromEntries(
        refusal.consents.map(key => [prefix + consentField(key), answerWords(voice, locale).consent ?? key]),
      )
    case 'answers':
      return answersInWords(answerErrors(questions, prefix, refusal.answers), { locale, voice, questions, prefix })
    default:
      return {}
  }
}

function tooOften(people: readonly Person[], locale: Locale): Record<string, string> {
  const sentence = formWords[locale].tooOften
  return Object.fromEntries(people.map((_, index) => [`${prefixOf(index)}email`, sentence]))
}

const asksOf = ({ questions, words }: OpenForm) => ({ questions, consents: words.consents })

/** One person more or less, with everything that was typed, and no word about what is not filled in yet. */
async function changePeople(
  visit: Visit,
  opened: OpenForm,
  { typed, once }: Sent,
  pressed: { add: true } | { remove: number },
): Promise<Response> {
  const { typed: known, asked } = await readMeanings(visit, opened.seminar.id, typed)
  const kinds = (Object.keys(asked) as SuggestionKind[]).filter(kind => textOf(typed, `${kind}Asked`) !== '')
  const still = Object.fromEntries(kinds.map(kind => [kind, asked[kind]]))
  if ('remove' in pressed) {
    const changed = withoutPerson(known, pressed.remove)
    return formPage(visit, opened, { typed: changed, once, asked: still, goOnAt: Math.max(0, pressed.remove - 1) })
  }
  const changed = countPeople(known) < opened.admission.perForm ? withOneMore(known) : known
  return formPage(visit, opened, { typed: changed, once, asked: still, goOnAt: countPeople(changed) - 1 })
}

/** Everything wrong at once, in words, in the order of the page. */
function errorsOf(
  visit: Visit,
  opened: OpenForm,
  typed: Typed,
  people: readonly ReturnType<typeof checkPerson>[],
  meanings: Meanings,
): Record<string, string> {
  const { locale } = visit
  const w = formWords[locale]
  const errors: Record<string, string> = {}
  for (const [index, person] of people.entries())
    if (!person.ok) {
      const about = { locale, voice: voiceOf(people), questions: opened.questions, prefix: prefixOf(index) }
      Object.assign(errors, ofPerson(answersInWords(person.errors, about), index, people.length, locale))
    }
  if (textOf(typed, trapField) !== '') errors._form = registration[locale].errors.trap
  else if (people.length > opened.admission.perForm) errors._form = w.delegation.tooMany(opened.admission.perForm)
  Object.assign(errors, meaningErrors(typed, meanings, locale))
  const seen = new Set<string>()
  for (const [index, person] of people.entries()) {
    if (!person.ok) continue
    const words = identityWords(opened.seminar.id, person.answers)
    if (seen.has(words))
      errors[`${prefixOf(index)}email`] = w.person.errorOf(
        w.person.numbered(index + 1),
        lowerFirst(locale, w.delegation.twice),
      )
    seen.add(words)
  }
  return inOrderOfPage(errors, people.length, asksOf(opened))
}

/** Of one person of several nobody knows whether it is the one who writes. */
const voiceOf = (people: readonly unknown[]): Voice => (people.length > 1 ? 'other' : 'self')

/** In a delegation each sentence about a person says whose it is. */
function ofPerson(
  errors: Readonly<Record<string, string>>,
  index: number,
  people: number,
  locale: Locale,
): Record<string, string> {
  if (people === 1) return errors
  const w = formWords[locale].person
  const common: readonly string[] = commonFields
  return Object.fromEntries(
    Object.entries(errors).map(([field, sentence]) => [
      field,
      common.includes(field) ? sentence : w.errorOf(w.numbered(index + 1), lowerFirst(locale, sentence)),
    ]),
  )
}
