import { formWords } from '#convene/messages/form.ts'
import { needs } from '#convene/messages/needs.ts'
import { registration } from '#convene/messages/registration.ts'
import type { Locale } from '#ground/languages/locales.ts'

/**
 * Whom the form speaks to: the person it is about, or somebody who fills it in for another (an organiser, whoever
 * registers a delegation). Only of the first may the browser fill in who they are.
 */
export type Voice = 'self' | 'other'

/** What the fields of the form are called, and what stands under them, for whom the form speaks to. */
export function fieldWords(voice: Voice, locale: Locale) {
  const w = formWords[locale]
  if (voice === 'other') return w.others
  const { form } = registration[locale]
  const { person, organisation } = w
  return {
    organisation: organisation.title,
    person: person.title,
    territoryHint: organisation.territoryHint,
    code: organisation.code,
    invitationHint: organisation.invitationHint,
    emailHint: form.emailHint,
    category: form.category,
    language: form.language,
    roleHint: person.roleHint,
    languages: person.languages,
    needs: person.needs,
    note: needs[locale].note,
    noteHint: person.noteHint,
    whenAnswered: person.whenAnswered,
  }
}

/** What is wrong with an answer, by the keys of `answersSchema`, for whom the form speaks to. */
export function answerWords(voice: Voice, locale: Locale): Readonly<Record<string, string>> {
  const { errors } = registration[locale]
  return voice === 'self' ? errors : { ...errors, ...formWords[locale].others.errors }
}
