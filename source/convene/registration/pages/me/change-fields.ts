import { formWords } from '#convene/messages/form.ts'
import { needs } from '#convene/messages/needs.ts'
import { registration } from '#convene/messages/registration.ts'
import { countryName, languageName } from '#ground/languages/format.ts'
import { isLocale, type Locale, nameOfLocale } from '#ground/languages/locales.ts'
import { wordsOf } from '#ground/languages/text.ts'
import type { Typed } from '#ground/web/form.ts'
import type { Change } from '#ground/web/parts/form.tsx'
import type { OwnAnswers } from '../../store/own.ts'
import type { WordedQuestion } from '../../store/questions.ts'
import { questionField } from '../form/fields.ts'
import { fieldWords, type Voice } from '../form/voice.ts'

/** The answers of a registration as the fields of the form. */
export function typedOf(answers: OwnAnswers, territory: string, questions: readonly WordedQuestion[]): Typed {
  const asked = questions.map(question => {
    const value = answers.answers[question.key]
    return [
      questionField(question),
      Array.isArray(value) ? value.map(String) : value === undefined || value === null ? '' : String(value),
    ] as const
  })
  return {
    givenName: answers.givenName,
    familyName: answers.familyName,
    email: answers.email,
    category: answers.category,
    organisation: answers.organisation,
    organisationId: answers.organisationId ?? '',
    territory,
    territoryId: answers.territoryId ?? '',
    country: answers.country,
    role: answers.role ?? '',
    language: answers.language,
    'languages[]': answers.languages,
    'accessibility[]': answers.needs?.accessibility ?? [],
    'diet[]': answers.needs?.diet ?? [],
    note: answers.needs?.note ?? '',
    ...Object.fromEntries(asked),
  }
}

// In the page of a stale save several choices travel as one value: keys have no comma.
const asOne = (value: string | readonly string[] | undefined) =>
  typeof value === 'string'
    ? value
    : [...(value ?? [])]
        .filter(item => item !== '')
        .sort()
        .join(',')

/** What came back from the page of a stale save, as the form sends it. */
export function unfolded(typed: Typed): Typed {
  return Object.fromEntries(
    Object.entries(typed).map(([name, value]) => [
      name,
      name.endsWith('[]') && typeof value !== 'string' ? value.flatMap(item => item.split(',')).filter(Boolean) : value,
    ]),
  )
}

/** Everything that was answered, in words, without what is left out here. */
export function answersShown(
  typed: Typed,
  { locale, voice }: { locale: Locale; voice: Voice },
  questions: readonly WordedQuestion[],
  without: readonly string[],
): { label: string; value: string }[] {
  return labelled(locale, voice, questions).flatMap(({ name, label, shown }) => {
    const value = asOne(typed[name])
    return value === '' || without.includes(name) ? [] : [{ label, value: shown ? shown(value) : value }]
  })
}

type Labelled = { name: string; label: string; shown?: (value: string) => string; long?: boolean }

/** The fields in which somebody else saved something else, both texts of each in words. */
export function changesBetween(
  theirs: Typed,
  yours: Typed,
  { locale, voice }: { locale: Locale; voice: Voice },
  questions: readonly WordedQuestion[],
): Change[] {
  return labelled(locale, voice, questions).flatMap(({ name, label, shown, long }) => {
    const [one, other] = [asOne(theirs[name]), asOne(yours[name])]
    // A form that does not ask something has changed nothing about it.
    if (one === other || (yours[name] === undefined && !name.endsWith('[]'))) return []
    const side = (value: string) => ({ value, ...(shown && value !== '' ? { shown: shown(value) } : {}) })
    return [{ name, label, theirs: side(one), yours: side(other), ...(long ? { long } : {}) }]
  })
}

function labelled(locale: Locale, voice: Voice, questions: readonly WordedQuestion[]): Labelled[] {
  const { form, categories } = registration[locale]
  const w = formWords[locale]
  const n = needs[locale]
  const said = fieldWords(voice, locale)
  const each = (words: Readonly<Record<string, string>>) => (value: string) =>
    value
      .split(',')
      .map(key => words[key] ?? key)
      .join(', ')
  return [
    { name: 'givenName', label: form.givenName },
    { name: 'familyName', label: form.familyName },
    { name: 'email', label: form.email },
    { name: 'category', label: said.category, shown: each(categories) },
    { name: 'organisation', label: form.organisation },
    { name: 'territory', label: w.organisation.territory },
    { name: 'country', label: form.country, shown: value => countryName(locale, value) },
    { name: 'language', label: said.language, shown: value => (isLocale(value) ? nameOfLocale[value] : value) },
    { name: 'role', label: w.person.role },
    {
      name: 'languages[]',
      label: said.languages,
      shown: value =>
        value
          .split(',')
          .map(language => languageName(locale, language))
          .join(', '),
    },
    { name: 'accessibility[]', label: n.accessibility, shown: each(n.accessibilityNeeds) },
    { name: 'diet[]', label: n.diet, shown: each(n.diets) },
    { name: 'note', label: said.note, long: true },
    ...questions.map(question => ({
      name: questionField(question),
      label: wordsOf(question.label, locale) || question.key,
      shown: each(
        Object.fromEntries(question.choices.map(choice => [choice.key, wordsOf(choice.label, locale) || choice.key])),
      ),
      long: question.kind === 'text',
    })),
  ]
}
