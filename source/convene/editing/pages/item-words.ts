import { editing } from '#convene/messages/editing.ts'
import { editingFields } from '#convene/messages/editing-fields.ts'
import { editingProgramme } from '#convene/messages/editing-programme.ts'
import { editingWaiting } from '#convene/messages/editing-waiting.ts'
import { formWords } from '#convene/messages/form.ts'
import { registration } from '#convene/messages/registration.ts'
import { languageName, list as listed } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import type { Item, ListName } from '../rules/parts.ts'
import type { Question } from '../rules/question-form.ts'
import { loneFields } from '../rules/waiting-words.ts'
import type { EditedSeminar } from './office.ts'

/** A text of the file in the reader's language, or in the one it was written in. */
export const inReadersWords = (
  words: Partial<Record<Locale, string>> | undefined,
  locale: Locale,
  source: Locale,
): string => words?.[locale] ?? words?.[source] ?? ''

/** What an item of a list is called, cut where it is long. */
export function nameOfItem(item: Item, locale: Locale, source: Locale): string {
  if (item.familyName !== undefined) return `${item.givenName} ${item.familyName}`
  const text = inReadersWords(item.label ?? item.name ?? item.text, locale, source)
  const letters = [...text]
  return letters.length > 80 ? `${letters.slice(0, 79).join('')}…` : text
}

/** What is said of somebody in other languages than the source, and waits for it: a sentence for each text. */
export const waitingInWords = (item: Item, source: Locale, locale: Locale): string[] =>
  loneFields(item, source).map(field => {
    const languages = Object.keys(item[field] ?? {}).map(language => languageName(locale, language))
    const what = editingFields[locale].labels[`people.${field}`]
    return editingWaiting[locale].waits(what, listed(locale, languages), languageName(locale, source))
  })

/** Of whom a question is asked, in words. */
export function askedInWords(seminar: Pick<EditedSeminar, 'file'>, when: Question['when'], locale: Locale): string {
  const words = editing[locale].list
  const { source, registration: asked } = seminar.file
  if (!when) return words.always
  if (when.category)
    return words.ofCategories(
      listed(
        locale,
        when.category.map(category => registration[locale].categoriesShort[category]),
      ),
    )
  const question = asked.questions.find(({ key }) => key === when.question)
  const answers = (when.is ?? []).map(key =>
    inReadersWords(question?.options?.find(option => option.key === key)?.label, locale, source),
  )
  return words.afterAnswers(inReadersWords(question?.label, locale, source), listed(locale, answers))
}

/** The same as the form itself says it, before the question. */
export function askedOfInWords(
  seminar: Pick<EditedSeminar, 'file'>,
  when: NonNullable<Question['when']>,
  locale: Locale,
): string {
  const words = formWords[locale].person
  const { source, registration: asked } = seminar.file
  if (when.category)
    return words.whenCategory(
      listed(
        locale,
        when.category.map(category => registration[locale].categoriesShort[category]),
      ),
    )
  const question = asked.questions.find(({ key }) => key === when.question)
  const answers = (when.is ?? []).map(key =>
    words.quoted(inReadersWords(question?.options?.find(option => option.key === key)?.label, locale, source)),
  )
  const either = new Intl.ListFormat(locale, { type: 'disjunction' }).format(answers)
  return words.whenAnswered(inReadersWords(question?.label, locale, source), either)
}

/** What stands in the second column of a list: a kind, roles, an address, a post. */
export function aboutItem({ file }: Pick<EditedSeminar, 'file'>, list: ListName, item: Item, locale: Locale): string {
  const { choices } = editingFields[locale]
  const words = editing[locale].field
  switch (list) {
    case 'questions':
      return choices['questions.kind'][item.kind as Question['kind']] ?? ''
    case 'consents':
      return item.required ? words.yes : words.no
    case 'organisations':
      return listed(
        locale,
        (item.roles ?? []).map(role => choices['organisations.roles'][role]),
      )
    case 'contacts':
      return [item.email, item.telephone].filter(Boolean).join(' · ')
    case 'rooms':
      return item.capacity === undefined ? '' : editingProgramme[locale].room.holds(item.capacity)
    case 'people': {
      const organisation = file.organisations.find(({ key }) => key === item.organisation)
      const name = organisation?.short ?? inReadersWords(organisation?.name, locale, file.source)
      const role = inReadersWords(item.role, locale, file.source) || Object.values(item.role ?? {})[0]
      return [role, name].filter(Boolean).join(' · ')
    }
  }
}
