import { z } from 'zod'
import type { Visibility } from '#ground/database/tables.ts'
import { countryName } from '#ground/languages/format.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { bindFields, DateField, RadiosField, SelectField, TextareaField, TextField } from '#ground/web/parts/form.tsx'
import { amountToType } from '../../acts/amount-in-words.ts'
import { dayOf } from '../../acts/edtf-in-words.ts'
import { fieldsWords } from '../../messages/fields.ts'
import { projectsWords } from '../../messages/projects.ts'
import { AmountField } from '../../pages/amount-field.tsx'
import { countriesByName, isCountry } from '../../pages/countries.ts'
import { AtMostField, OrganisationField } from '../../pages/fields.tsx'
import { chosen, sharedValue } from '../../pages/labels.ts'
import { isId } from '../../pages/writing.tsx'
import { circle, day, maybe, maybeDay, organisationPieces } from '../../rules/forms.ts'
import type { Place } from '../../rules/typed.ts'
import { actorsToChoose, type Named } from '../../store/choices.ts'
import { seenBy } from '../../store/form-row.ts'
import { moneyKinds, partyRoles } from '../rules/codes.ts'
import { readCoordinates } from '../rules/coordinates.ts'
import { readShare } from '../rules/shares.ts'
import { readSigned } from '../rules/signed.ts'
import { ourselves, usualCurrency } from '../store/part-fields.ts'
import { isBefore } from './project-form.tsx'
import { recordForm } from './record-form.ts'

const under = ({ parent }: Place) => `/projects/${parent}`
/** Text that a rule reads into the form in which it is kept; empty stays empty. */
const readAs = (read: (typed: string) => string | null, message: string, optional = false) =>
  z
    .string()
    .default('')
    .transform((typed, context) => {
      if (typed.trim() === '') {
        if (!optional) context.addIssue({ code: 'custom', message: 'missing' })
        return ''
      }
      const found = read(typed)
      if (found === null) context.addIssue({ code: 'custom', message })
      return found ?? ''
    })

export const partyForm = recordForm<{ actors: Named[] }>({
  kind: 'party',
  section: 'projects',
  title: (locale, now) => projectsWords[locale].party[now ? 'editTitle' : 'newTitle'],
  start: () => ({ role: '4' }),
  lists: async (tx, { memory, locale }) => ({
    actors: [
      { id: ourselves, name: projectsWords[locale].ourselves(memory.name) },
      ...(await actorsToChoose(tx, memory.id, locale)),
    ],
  }),
  schema: z.object({
    ...organisationPieces(),
    organisation: z
      .string()
      .default('')
      .refine(text => text === '' || text === ourselves || isId(text), 'choice'),
    role: z.enum(partyRoles, 'role'),
  }),
  organisations: { organisation: { optional: false } },
  errors: locale => projectsWords[locale].errors,
  body: ({ visit: { locale }, typed, errors, lists }) => {
    const words = projectsWords[locale]
    const field = bindFields(parts[locale], typed, errors)
    return (
      <>
        <OrganisationField locale={locale} typed={typed} errors={errors} actors={lists.actors} />
        <RadiosField
          {...field('role')}
          label={words.role}
          choices={partyRoles.map(value => ({ value, label: words.roles[value], hint: words.roleHints[value] }))}
        />
      </>
    )
  },
  labels: locale => ({ organisation: fieldsWords[locale].organisation, role: projectsWords[locale].role }),
  shown: (locale, field, value, { actors }) =>
    field === 'organisation' ? chosen(actors, value) : projectsWords[locale].roles[value as '1'],
  words: locale => projectsWords[locale].party,
  path: under,
})

export const placeForm = recordForm<null>({
  kind: 'place',
  section: 'projects',
  title: (locale, now) => projectsWords[locale].place[now ? 'editTitle' : 'newTitle'],
  start: () => ({}),
  lists: async () => null,
  schema: z.object({
    country: z
      .string()
      .default('')
      .refine(code => code === '' || isCountry(code), 'country'),
    name: maybe(300),
    coordinates: readAs(readCoordinates, 'coordinates', true),
    percentage: readAs(readShare, 'share', true),
  }),
  more: fields => (fields.country || fields.name?.trim() ? {} : { country: 'where' }),
  errors: locale => projectsWords[locale].errors,
  body: ({ visit: { locale }, typed, errors }) => {
    const words = projectsWords[locale]
    const field = bindFields(parts[locale], typed, errors)
    return (
      <>
        <SelectField {...field('country')} label={words.placeCountry} choices={countriesByName(locale)} optional />
        <TextField {...field('name')} label={words.placeName} hint={words.placeNameHint} optional />
        <TextField {...field('coordinates')} label={words.coordinates} hint={words.coordinatesHint} optional />
        <AmountField
          locale={locale}
          typed={typed}
          errors={errors}
          name="percentage"
          label={words.placeShare}
          hint={words.placeShareHint}
          optional
        />
      </>
    )
  },
  labels: locale => {
    const { placeCountry, placeName, coordinates, placeShare } = projectsWords[locale]
    return { country: placeCountry, name: placeName, coordinates, percentage: placeShare }
  },
  shown: (locale, field, value) => {
    if (field === 'percentage') return amountToType(locale, value)
    return field === 'country' ? countryName(locale, value) : null
  },
  words: locale => projectsWords[locale].place,
  path: under,
})

const currencies = new Set(Intl.supportedValuesOf('currency'))

export const moneyForm = recordForm<{ actors: Named[]; currency: string; addedTo: Visibility | null }>({
  kind: 'money',
  section: 'projects',
  title: (locale, now) => projectsWords[locale].moneyForm[now ? 'editTitle' : 'newTitle'],
  start: () => ({ kind: 'disbursement' }),
  lists: async (tx, { at, locale }) => ({
    actors: await actorsToChoose(tx, at.space, locale),
    currency: await usualCurrency(tx, at.space),
    addedTo: await seenBy(tx, 'activity', at),
  }),
  schema: z.object({
    kind: z.enum(moneyKinds, 'kind'),
    value: readAs(readSigned, 'amount'),
    currency: z
      .string()
      .trim()
      .toUpperCase()
      .refine(code => currencies.has(code), 'currency'),
    valueDate: day,
    periodStart: maybeDay,
    periodEnd: maybeDay,
    ...organisationPieces('provider'),
    ...organisationPieces('receiver'),
    description: maybe(1000),
    atMost: circle,
  }),
  organisations: { provider: { optional: true }, receiver: { optional: true } },
  more: fields => (isBefore(fields.periodEnd, fields.periodStart) ? { periodEnd: 'endFirst' } : {}),
  errors: locale => projectsWords[locale].errors,
  body: ({ visit: { locale }, typed, errors, lists }) => {
    const words = projectsWords[locale]
    const field = bindFields(parts[locale], typed, errors)
    const organisation = { locale, typed, errors, actors: lists.actors, optional: true }
    return (
      <>
        <SelectField
          {...field('kind')}
          label={words.moneyKind}
          choices={moneyKinds.map(value => ({ value, label: words.moneyKinds[value] }))}
          noEmpty
        />
        <AmountField
          locale={locale}
          typed={typed}
          errors={errors}
          name="value"
          label={words.amount}
          hint={words.amountHint}
        />
        <TextField
          {...field('currency')}
          value={typed.currency ?? lists.currency}
          label={words.currency}
          hint={words.currencyHint}
          maxLength={3}
          short
        />
        <DateField {...field('valueDate')} label={words.valueDate} />
        <DateField {...field('periodStart')} label={words.periodStart} hint={words.periodStartHint} optional />
        <DateField {...field('periodEnd')} label={words.periodEnd} optional />
        <OrganisationField {...organisation} name="provider" label={words.provider} />
        <OrganisationField {...organisation} name="receiver" label={words.receiver} />
        <TextareaField
          {...field('description')}
          label={words.remark}
          hint={words.remarkHint}
          rows={2}
          most={1000}
          optional
        />
        <AtMostField {...field('atMost')} locale={locale} addedTo={lists.addedTo} />
      </>
    )
  },
  labels: locale => {
    const words = projectsWords[locale]
    const { moneyKind, amount, currency, valueDate, periodStart, periodEnd, provider, receiver, remark } = words
    return {
      kind: moneyKind,
      value: amount,
      currency,
      valueDate,
      periodStart,
      periodEnd,
      provider,
      receiver,
      description: remark,
      atMost: fieldsWords[locale].atMost,
    }
  },
  shown: (locale, field, value, { actors }) => {
    if (field === 'kind') return projectsWords[locale].moneyKinds[value as 'budget']
    if (field === 'value') return amountToType(locale, value)
    if (field === 'provider' || field === 'receiver') return chosen(actors, value)
    return field === 'valueDate' || field.startsWith('period')
      ? dayOf(locale, value)
      : sharedValue(locale, field, value)
  },
  words: locale => projectsWords[locale].moneyForm,
  path: under,
})
