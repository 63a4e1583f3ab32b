import { ownMails } from '#convene/messages/own-mails.ts'
import { registration } from '#convene/messages/registration.ts'
import { categories } from '#convene/registration/rules/answers.ts'
import { type Locale, locales } from '#ground/languages/locales.ts'
import { isUuid } from '#ground/people/rules/uuid.ts'
import { type Typed, textOf } from '#ground/web/form.ts'
import { type Audience, audienceStates, mostChosen, trimmed } from '../rules/audience.ts'
import { bodiesOf, type WrittenWords } from '../rules/texts.ts'
import type { Mailing } from '../store/mailings.ts'

// The form of a message as fields: its choices of people, and `subject-fr`, `body-fr` for each language.

const regions = Object.keys(registration.en.regions)

/** The lists that choose people, with what may stand in each; null for ids. */
export const choices = {
  states: audienceStates,
  categories,
  regions,
  languages: locales,
  invitations: null,
  registrations: null,
} as const satisfies Record<keyof Audience, readonly string[] | null>
export type Choice = keyof typeof choices
const choiceNames = Object.keys(choices) as Choice[]

export const textField = (field: 'subject' | 'body', locale: Locale) => `${field}-${locale}`

/** Several values of one field: from check boxes, or from one field that carries them all (a stale save). */
function valuesOf(typed: Typed, name: string): string[] {
  const boxes = typed[`${name}[]`]
  if (boxes !== undefined) return typeof boxes === 'string' ? [boxes] : [...boxes]
  return textOf(typed, name).split(' ').filter(Boolean)
}

/**
 * People chosen one by one, as the list of registrations and links to this form name them: `registration`, in an address or
 * ticked.
 */
export const chosenIn = (typed: Typed): string[] => [
  ...new Set([...valuesOf(typed, 'registrations'), ...valuesOf(typed, 'registration'), ...valuesOf(typed, 'id')]),
]

/** What a sent form asks for; what it does not know it passes over. `tooMany` when more people are named than can be. */
export function readMailingForm(typed: Typed): { audience: Audience; words: WrittenWords; tooMany: boolean } {
  const lists = choiceNames.map(name => {
    const known: readonly string[] | null = choices[name]
    const wanted = name === 'registrations' ? chosenIn(typed) : valuesOf(typed, name)
    // In the order of the boxes, so that the same choice is the same text.
    return [name, known ? known.filter(value => wanted.includes(value)) : wanted.filter(isUuid)] as const
  })
  const audience = trimmed(Object.fromEntries(lists) as Audience)
  return {
    audience,
    words: withoutBareGreetings(wordsIn(typed)),
    tooMany: (audience.registrations?.length ?? 0) > mostChosen,
  }
}

function wordsIn(typed: Typed): WrittenWords {
  const of = (field: 'subject' | 'body') =>
    Object.fromEntries(locales.map(locale => [locale, textOf(typed, textField(field, locale))]))
  return { subject: of('subject'), body: of('body') }
}

/** What a new message begins with. */
export const greetingIn = (locale: Locale): string => ownMails[locale].hello('{given_name} {family_name}')

/** A greeting that stands alone, as the form gave it, is nothing that somebody wrote: its readers get the whole message. */
function withoutBareGreetings({ subject, body }: WrittenWords): WrittenWords {
  const isBare = (locale: Locale) =>
    (subject[locale] ?? '').trim() === '' && body[locale]?.trim() === greetingIn(locale)
  return { subject, body: Object.fromEntries(locales.map(l => [l, isBare(l) ? '' : (body[l] ?? '')])) }
}

/** What the form shows of a message as it stands. Several values stand in one field, with spaces. */
export function typedFrom(
  mailing: Pick<Mailing, 'audience' | 'subject' | 'body'>,
): Record<string, string> & Record<Choice, string> {
  const [subject, body] = [bodiesOf(mailing.subject), bodiesOf(mailing.body)]
  return {
    ...(Object.fromEntries(choiceNames.map(name => [name, (mailing.audience[name] ?? []).join(' ')])) as Record<
      Choice,
      string
    >),
    ...Object.fromEntries(
      locales.flatMap(locale => [
        [textField('subject', locale), subject[locale] ?? ''],
        [textField('body', locale), body[locale] ?? ''],
      ]),
    ),
  }
}

/** The same of what was typed: what a form that was sent shows again. */
export function typedAgain(typed: Typed): Record<string, string> & Record<Choice, string> {
  const { audience } = readMailingForm(typed)
  const words = wordsIn(typed)
  const lists = Object.fromEntries(choiceNames.map(name => [name, (audience[name] ?? []).join(' ')]))
  const texts = locales.flatMap(locale => [
    [textField('subject', locale), words.subject[locale] ?? ''],
    [textField('body', locale), words.body[locale] ?? ''],
  ])
  return { ...(lists as Record<Choice, string>), ...Object.fromEntries(texts) }
}
