import { z } from 'zod'
import { languageName } from '#ground/languages/format.ts'
import { locales } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { bindFields, CheckboxesField, EmailField, TelephoneField, TextField } from '#ground/web/parts/form.tsx'
import { contactsWords } from '../../messages/contacts.ts'
import { fieldsWords } from '../../messages/fields.ts'
import { CircleField, DuringField, LanguageField, OrganisationField, WordsFields } from '../../pages/fields.tsx'
import { chosen, editTitle, sharedValue, wordsLabels } from '../../pages/labels.ts'
import { circle, language, maybe, maybeDuring, organisationPieces, wordsPieces } from '../../rules/forms.ts'
import { choicesIn } from '../../rules/typed.ts'
import { actorsToChoose, type Named } from '../../store/choices.ts'
import { recordForm } from './record-form.ts'

// Those in which offices of the two shores speak with their partners; what else somebody speaks is kept when it came by import.
const spoken = [...locales, 'ca', 'eu', 'gl', 'it', 'de', 'nl', 'ar', 'qu', 'gn', 'ay'] as const

const schema = z.object({
  ...wordsPieces({ role: 300 }),
  givenName: maybe(100),
  familyName: maybe(100),
  email: z
    .string()
    .trim()
    .max(254, 'tooLong')
    .default('')
    .refine(address => address === '' || z.email().safeParse(address).success, 'email'),
  telephone: z
    .string()
    .trim()
    .max(60, 'tooLong')
    .default('')
    .refine(
      number => number === '' || (/^[+\d\s().\-/]+(\s*[a-z.]+\s*\d+)?$/i.test(number) && /(\d\D*){3}/.test(number)),
      'telephone',
    ),
  language,
  languages: z
    .string()
    .default('')
    .refine(codes => codes.split(' ').every(code => code === '' || /^[a-z]{2}$/.test(code)), 'language'),
  ...organisationPieces(),
  during: maybeDuring,
  publicOffice: z.string().default(''),
  visibility: circle,
})

export const contactForm = recordForm<{ actors: Named[] }>({
  kind: 'contact',
  section: 'actors',
  tellsNoReason: true,
  title: (locale, now) =>
    editTitle(locale, now, [now?.givenName, now?.familyName].filter(Boolean).join(' ')) ??
    contactsWords[locale].newTitle,
  start: visit => ({ organisation: visit.url.searchParams.get('organisation') ?? '', language: visit.locale }),
  lists: async (tx, { memory, locale }) => ({ actors: await actorsToChoose(tx, memory.id, locale) }),
  schema,
  texts: { required: [], optional: ['role'] },
  organisations: { organisation: { optional: true } },
  more: typed => (typed.givenName || typed.familyName ? {} : { familyName: 'name' }),
  tidy: typed => ({ ...typed, languages: choicesIn(typed.languages).sort().join(' ') }),
  errors: locale => contactsWords[locale].errors,
  body: ({ visit: { locale }, isNew, typed, errors, lists, source }) => {
    const words = contactsWords[locale]
    const field = bindFields(parts[locale], typed, errors)
    const known = choicesIn(typed.languages)
    const offered = [...new Set([...spoken, ...known])]
    return (
      <>
        <TextField
          {...field('givenName')}
          label={words.given}
          hint={words.eitherName}
          autocomplete="off"
          optional="said"
        />
        <TextField
          {...field('familyName')}
          label={words.family}
          hint={words.eitherName}
          autocomplete="off"
          optional="said"
        />
        <WordsFields
          locale={locale}
          typed={typed}
          errors={errors}
          source={source}
          texts={[{ field: 'role', label: words.role, hint: words.roleHint, optional: true }]}
        />
        <OrganisationField
          locale={locale}
          typed={typed}
          errors={errors}
          actors={lists.actors}
          label={words.organisation}
          optional
        />
        <EmailField {...field('email')} label={words.email} autocomplete="off" optional />
        <TelephoneField {...field('telephone')} label={words.telephone} autocomplete="off" optional />
        <CheckboxesField
          {...field('languages')}
          name="languages[]"
          values={known}
          label={words.languages}
          hint={words.languagesHint}
          choices={offered.map(value => ({ value, label: languageName(locale, value) }))}
          optional
        />
        <LanguageField {...field('language')} locale={locale} label={words.writeIn} />
        <CheckboxesField
          {...field('publicOffice')}
          name="publicOffice[]"
          values={[typed.publicOffice ?? '']}
          label={words.publicOffice}
          hint={words.publicOfficeHint}
          choices={[{ value: 'yes', label: words.publicOfficeYes }]}
          optional
        />
        <DuringField {...field('during')} locale={locale} label={words.duringAsked} optional />
        <CircleField {...field('visibility')} locale={locale} isThere={!isNew} />
      </>
    )
  },
  labels: locale => {
    const words = contactsWords[locale]
    const { given, family, email, telephone, languages, organisation, duringAsked, publicOffice } = words
    return {
      ...wordsLabels(locale, 'role', words.role),
      givenName: given,
      familyName: family,
      email,
      telephone,
      languages,
      language: words.writeIn,
      organisation,
      during: duringAsked,
      publicOffice,
      visibility: fieldsWords[locale].circle,
    }
  },
  shown: (locale, field, value, { actors }) => {
    if (field === 'organisation') return chosen(actors, value)
    if (field === 'publicOffice') return contactsWords[locale].publicOfficeYes
    if (field === 'language' || field === 'languages')
      return value
        .split(' ')
        .map(code => languageName(locale, code))
        .join(', ')
    return sharedValue(locale, field, value)
  },
  words: locale => ({ save: contactsWords[locale].save, saved: contactsWords[locale].saved }),
  path: (_at, id) => (id === null ? '/contacts' : `/contacts/${id}`),
})
