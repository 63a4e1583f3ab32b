import { type MailingsMessages, mailingsWords } from '#convene/messages/mailings.ts'
import { registration } from '#convene/messages/registration.ts'
import type { RegistrationState } from '#convene/registration/rules/states.ts'
import type { Region, RegistrationCategory } from '#convene/store/tables.ts'
import type { Visit } from '#ground/house.ts'
import { languageName, list } from '#ground/languages/format.ts'
import { isLocale, type Locale, locales } from '#ground/languages/locales.ts'
import { number } from '#ground/languages/say.ts'
import { show } from '#ground/languages/text.ts'
import type { FieldErrors } from '#ground/web/form.ts'
import type { StateKind } from '#ground/web/parts/text.tsx'
import type { Audience } from '../rules/audience.ts'
import type { MailingState } from '../rules/mailing-state.ts'
import type { TextProblem } from '../rules/texts.ts'
import type { Mailing } from '../store/mailings.ts'

export const kindOfState: Record<MailingState, StateKind> = {
  draft: 'neutral',
  scheduled: 'waiting',
  held: 'no',
  sending: 'waiting',
  sent: 'ok',
  cancelled: 'neutral',
  skipped: 'no',
}

/**
 * What a mailing is called: its subject with the language it is in, or which reminder it is. The title of the seminar stands
 * in it as its readers find it.
 */
export function nameOfMailing(
  locale: Locale,
  seminar: { title: string },
  mailing: Pick<Mailing, 'daysBefore' | 'subject'>,
): { text: string; language: Locale } {
  const m = mailingsWords[locale]
  if (mailing.daysBefore !== null) return { text: m.reminderOf(mailing.daysBefore), language: locale }
  const subject = show(mailing.subject, locale)
  if (!subject) return { text: m.noSubject, language: locale }
  return { text: subject.text.replaceAll('{seminar}', seminar.title), language: subject.language }
}

/** To whom, in a line. `invitations` says what each is called. */
export function audienceInWords(
  visit: Visit,
  audience: Audience,
  invitations: ReadonlyMap<string, string> = new Map(),
): string {
  const { locale } = visit
  const m = mailingsWords[locale].audience
  const words = registration[locale]
  const each = <T extends string>(values: readonly T[] | undefined, name: (value: T) => string) =>
    values ? [list(locale, values.map(name))] : []
  const inLanguages = audience.languages?.filter(isLocale).map(language => languageName(locale, language))
  return [
    ...(audience.registrations ? [m.chosen(audience.registrations.length)] : []),
    ...each(audience.states as RegistrationState[] | undefined, state => words.states[state]),
    ...each(audience.categories as RegistrationCategory[] | undefined, category => words.categoriesShort[category]),
    ...each(audience.regions as Region[] | undefined, region => words.regions[region]),
    ...(inLanguages ? [m.mailsIn(list(locale, inLanguages))] : []),
    ...each(audience.invitations, id => m.invitation(invitations.get(id) ?? '…')),
  ].join(' · ')
}

/** What is wrong with words, each in a sentence that says where: by the field of the form, `subject-fr`. */
export function problemsInWords(locale: Locale, problems: readonly TextProblem[]): FieldErrors {
  const m = mailingsWords[locale]
  const errors: Record<string, string> = {}
  for (const problem of problems) {
    const field = problem.field === 'subject' ? m.form.subject : m.form.body
    errors[`${problem.field}-${problem.locale}`] ??= sentence(m, locale, problem, field)
  }
  return errors
}

function sentence(m: MailingsMessages, locale: Locale, problem: TextProblem, field: string): string {
  const language = languageName(locale, problem.locale)
  switch (problem.kind) {
    case 'missing':
      return m.errors.missing(field, language)
    case 'too-long':
      return m.errors.tooLong(field, language, number(locale, problem.most))
    case 'lines':
      return m.errors.lines(language)
    case 'unknown':
      return m.errors.unknown(field, language, number(locale, problem.line), problem.word)
    case 'unclosed':
      return m.errors.unclosed(field, language, number(locale, problem.line), problem.word)
  }
}

/** The languages of a form: the one that others fall back on first. */
export const languagesFrom = (source: Locale): Locale[] => [source, ...locales.filter(locale => locale !== source)]
