import { z } from 'zod'
import type { Visibility } from '#ground/database/tables.ts'
import { languageName } from '#ground/languages/format.ts'
import { type Locale, locales } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { bindFields, CheckboxesField, RadiosField, SelectField, TextField } from '#ground/web/parts/form.tsx'
import { edtfInWords } from '../../acts/edtf-in-words.ts'
import { agreementsWords } from '../../messages/agreements.ts'
import { asKnownWords } from '../../messages/as-known.ts'
import { fieldsWords } from '../../messages/fields.ts'
import { AtMostField, DuringField, WordsFields } from '../../pages/fields.tsx'
import { chosen, sharedValue, wordsLabels } from '../../pages/labels.ts'
import { unknownDate } from '../../rules/edtf.ts'
import { endsFirst, maybeAsKnown, maybeAsKnownOrUnknown, saidFromToday } from '../../rules/edtf-forms.ts'
import { circle, maybeId, wordsPieces } from '../../rules/forms.ts'
import { choicesIn, type Fields } from '../../rules/typed.ts'
import type { Named } from '../../store/choices.ts'
import { seenBy } from '../../store/form-row.ts'
import { agreementKinds, renewals, termsErrors, tidyTerms } from '../rules/terms.ts'
import { agreementsToChoose, relationshipOfAgreement } from '../store/agreement-fields.ts'
import { recordForm } from './record-form.ts'

// Those of the interface, and those in which partners of local governments often sign.
const textLanguages = [...locales, 'ar', 'ca', 'de', 'eu', 'gl', 'gn', 'ht', 'it', 'qu'] as const

const whole = (least: number, most: number) =>
  z
    .string()
    .trim()
    .default('')
    .refine(text => text === '' || (/^\d{1,5}$/.test(text) && Number(text) >= least && Number(text) <= most), 'whole')
    .transform(text => (text === '' ? '' : String(Number(text))))

export const agreementForm = recordForm<{ others: Named[]; addedTo: Visibility | null }>({
  kind: 'agreement',
  title: (locale, now) => {
    const { form, untitled } = agreementsWords[locale]
    return now ? form.editTitle(now[`title-${now.source}`] || untitled) : form.newTitle
  },
  start: () => ({ kind: 'convention', renewal: '', noticeMonths: '0', noticeDays: '0' }),
  lists: async (tx, { at, locale }) => {
    const relationship = at.parent ?? (at.id === null ? null : await relationshipOfAgreement(tx, at.space, at.id))
    const all = relationship === null ? [] : await agreementsToChoose(tx, relationship, locale)
    return {
      others: all.filter(one => one.id !== at.id),
      addedTo: await seenBy(tx, 'relationship', at),
    }
  },
  schema: z.object({
    ...wordsPieces({ title: 300 }),
    kind: z.enum(agreementKinds, 'kind'),
    amends: maybeId,
    renewal: z.enum(renewals, 'renewal'),
    signedOn: maybeAsKnownOrUnknown,
    firstEnd: maybeAsKnown,
    renewalMonths: whole(1, 1200),
    mostRenewals: whole(0, 1000),
    noticeMonths: whole(0, 240),
    noticeDays: whole(0, 3650),
    languages: z
      .string()
      .default('')
      .refine(text => choicesIn(text).every(one => (textLanguages as readonly string[]).includes(one)), 'language')
      .transform(text => choicesIn(text).toSorted().join(' ')),
    atMost: circle,
  }),
  texts: { required: ['title'], optional: [] },
  tidy: (fields, today) => ({
    noticeMonths: '0',
    noticeDays: '0',
    ...filled(tidyTerms(withoutUnknownEnd(saidFromToday(fields, ['signedOn', 'firstEnd'], today)))),
  }),
  more: fields => ({
    ...termsErrors(fields),
    ...(endsFirst(fields.signedOn, fields.firstEnd) ? { firstEnd: 'signedLast' } : {}),
  }),
  errors: locale => ({ ...asKnownWords[locale].errors, ...agreementsWords[locale].errors }),
  body: ({ visit: { locale }, isNew, typed, errors, lists, source }) => {
    const words = agreementsWords[locale]
    const { form } = words
    const field = bindFields(parts[locale], typed, errors)
    return (
      <>
        <WordsFields
          locale={locale}
          typed={typed}
          errors={errors}
          source={source}
          texts={[{ field: 'title', label: form.title }]}
        />
        <SelectField
          {...field('kind')}
          label={form.kind}
          choices={agreementKinds.map(value => ({ value, label: words.kinds[value] }))}
          noEmpty
        />
        {lists.others.length > 0 ? (
          <SelectField
            {...field('amends')}
            label={form.amends}
            choices={[
              { value: '', label: form.amendsNone },
              ...lists.others.map(other => ({ value: other.id, label: other.name })),
            ]}
            noEmpty
            optional
          />
        ) : null}
        {/* Later it is one of the things that happened to it, and stands there. */}
        {isNew ? (
          <DuringField
            {...field('signedOn')}
            locale={locale}
            label={asKnownWords[locale].signedOn}
            hint={asKnownWords[locale].signedOnHint}
            optional
          />
        ) : null}
        {/* The style sheet shows the questions that matter for the answer; those that do not are not read. */}
        <div class="form renewal-terms">
          <RadiosField
            {...field('renewal')}
            label={form.renewal}
            choices={renewals.map(value => ({ value, label: words.renewals[value], hint: words.renewalHints[value] }))}
          />
          <div class="unless-indefinite">
            <DuringField
              {...field('firstEnd')}
              locale={locale}
              label={form.firstEnd}
              hint={form.firstEndHint}
              optional={typed.renewal !== 'tacit'}
            />
          </div>
          <div class="form when-renewed">
            <TextField
              {...field('renewalMonths')}
              label={form.renewalMonths}
              inputMode="numeric"
              optional={typed.renewal !== 'tacit'}
              short
            />
            <TextField
              {...field('mostRenewals')}
              label={form.mostRenewals}
              hint={form.mostRenewalsHint}
              inputMode="numeric"
              optional
              short
            />
          </div>
        </div>
        <TextField
          {...field('noticeMonths')}
          label={form.noticeMonths}
          hint={form.noticeHint}
          inputMode="numeric"
          optional
          short
        />
        <TextField {...field('noticeDays')} label={form.noticeDays} inputMode="numeric" optional short />
        <CheckboxesField
          {...field('languages')}
          name="languages[]"
          values={choicesIn(typed.languages)}
          label={form.languages}
          choices={textLanguages.map(value => ({ value, label: languageName(locale, value) }))}
          optional
        />
        <AtMostField {...field('atMost')} locale={locale} addedTo={lists.addedTo} />
      </>
    )
  },
  labels: locale => {
    const { title, kind, amends, renewal, firstEnd, renewalMonths, mostRenewals, noticeMonths, noticeDays, languages } =
      agreementsWords[locale].form
    return {
      ...wordsLabels(locale, 'title', title),
      kind,
      amends,
      renewal,
      signedOn: asKnownWords[locale].signedOn,
      firstEnd,
      renewalMonths,
      mostRenewals,
      noticeMonths,
      noticeDays,
      languages,
      atMost: fieldsWords[locale].atMost,
    }
  },
  shown: (locale, field, value, { others }) => {
    const words = agreementsWords[locale]
    if (field === 'kind') return words.kinds[value as 'charter']
    if (field === 'renewal') return words.renewals[value as 'none']
    if (field === 'firstEnd' || field === 'signedOn') return edtfInWords(locale, value)
    if (field === 'amends') return chosen(others, value)
    if (field === 'languages') return languagesInWords(locale, choicesIn(value))
    return sharedValue(locale, field, value)
  },
  words: locale => agreementsWords[locale].form,
  path: ({ parent }, id) => (id === null ? `/relationships/${parent}` : `/agreements/${id}`),
})

export const languagesInWords = (locale: Locale, languages: readonly string[]) =>
  languages.map(language => languageName(locale, language)).join(', ')

// That nobody knows its end says no more than that none is noted.
const withoutUnknownEnd = (fields: Fields): Fields =>
  fields.firstEnd === unknownDate ? { ...fields, firstEnd: '' } : fields

const filled = (fields: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, value === '' && name.startsWith('notice') ? '0' : value]),
  )
