import { formWords } from '#convene/messages/form.ts'
import { guestProblems } from '#convene/messages/guest-problems.ts'
import { registration } from '#convene/messages/registration.ts'
import { type Category, categories } from '#convene/registration/rules/answers.ts'
import type { RegistrationState } from '#convene/registration/rules/states.ts'
import { countryName } from '#ground/languages/format.ts'
import { isLocale, type Locale, nameOfLocale } from '#ground/languages/locales.ts'
import type { Problem } from '../rules/problems.ts'

/** What is said of a cell or a row, in the reader's language. */
export function problemInWords(locale: Locale, { code, found, detail }: Problem): string {
  const { errors, warnings } = guestProblems[locale]
  const quotedCategories = () =>
    inList(
      locale,
      listed(detail).map(key => categoryIn(locale, key)),
    )
  switch (code) {
    case 'email-form':
      return errors[code](found, detail)
    case 'name-one-word':
    case 'language-unknown':
    case 'cell-error':
      return errors[code](found)
    case 'category-unknown':
      return errors[code](found, quotedCategories())
    case 'country-unknown':
      return errors[code](
        found,
        inList(
          locale,
          listed(detail).map(country => countryName(locale, country)),
        ),
      )
    case 'duplicate':
    case 'same-address':
      return warnings[code](detail ?? '')
    case 'known':
      return warnings.known(registration[locale].states[detail as RegistrationState] ?? detail ?? '')
    case 'email-suspect':
      return warnings[code](found, detail ?? '')
    case 'number':
    case 'date':
    case 'passed-over':
      return warnings[code](found)
    case 'merged': {
      const [from = '', to = ''] = listed(detail)
      return warnings.merged(found, from, to)
    }
    case 'country-like':
      return warnings[code](found, countryName(locale, detail ?? ''))
    case 'category-like':
      return warnings[code](found, categoryIn(locale, detail ?? ''))
    case 'language-like':
    case 'language-other':
      return warnings[code](found, detail !== null && isLocale(detail) ? nameOfLocale[detail] : '')
    case 'languages-unknown':
      return warnings[code](detail ?? '')
    case 'formula':
    case 'heading-again':
      return warnings[code]
    case 'answer-number':
    case 'answer-choice':
    case 'answer-date':
      return errors[code](found)
    case 'answer-text-too-long':
    case 'said-nameTooLong':
    case 'said-organisationTooLong':
    case 'said-roleTooLong':
      return errors['too-long'](found.slice(0, 60))
    case 'said-nameLink':
      return errors['name-link'](found)
    case 'email-missing':
    case 'given-name-missing':
    case 'family-name-missing':
    case 'name-missing':
    case 'category-missing':
    case 'country-missing':
    case 'language-missing':
    case 'organisation-missing':
    case 'invitation-used-up':
      return errors[code]
    case 'invitation-ended':
      return formWords[locale].invitation.ended
    default:
      return errors['not-readable'](found)
  }
}

const listed = (detail: string | null) => (detail ?? '').split(' ').filter(word => word !== '')

const inList = (locale: Locale, words: readonly string[]) =>
  words.length === 0 ? null : new Intl.ListFormat(locale, { type: 'disjunction' }).format(words)

const categoryIn = (locale: Locale, key: string) =>
  (categories as readonly string[]).includes(key) ? registration[locale].categoriesShort[key as Category] : key
