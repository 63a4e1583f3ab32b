import { z } from 'zod'
import type { Visibility } from '#ground/database/tables.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { bindFields, DateField, RadiosField, SelectField, TextField } from '#ground/web/parts/form.tsx'
import { amountToType } from '../../acts/amount-in-words.ts'
import { dayOf } from '../../acts/edtf-in-words.ts'
import { fieldsWords } from '../../messages/fields.ts'
import { relationsWords } from '../../messages/relations.ts'
import { AmountField } from '../../pages/amount-field.tsx'
import { AtMostField, ContactField, DuringField, OrganisationField, WordsFields } from '../../pages/fields.tsx'
import { chosen, sharedValue, wordsLabels } from '../../pages/labels.ts'
import { circle, during, maybeDay, maybeDuring, maybeId, organisationPieces, wordsPieces } from '../../rules/forms.ts'
import type { Place } from '../../rules/typed.ts'
import { actorsToChoose, contactsToChoose, type Named } from '../../store/choices.ts'
import { seenBy } from '../../store/form-row.ts'
import { readAmount } from '../rules/amount.ts'
import { partyRoles, sinceThen } from '../rules/standing.ts'
import { recordForm } from './record-form.ts'

/** Who sees the relationship to which it is added; null of a part that is there. */
type AddedTo = { addedTo: Visibility | null }

const under = ({ parent }: Place) => `/relationships/${parent}`

export const partyForm = recordForm<{ actors: Named[] } & AddedTo>({
  kind: 'party',
  title: (locale, now) => relationsWords[locale].party[now ? 'editTitle' : 'newTitle'],
  start: () => ({ role: 'partner' }),
  lists: async (tx, { at, locale }) => ({
    actors: await actorsToChoose(tx, at.space, locale),
    addedTo: await seenBy(tx, 'relationship', at),
  }),
  schema: z.object({
    ...organisationPieces(),
    role: z.enum(partyRoles, 'role'),
    during: maybeDuring.transform(since => since && sinceThen(since)),
    atMost: circle,
  }),
  organisations: { organisation: { optional: false } },
  errors: locale => relationsWords[locale].errors,
  body: ({ visit: { locale }, typed, errors, lists }) => {
    const { party, roles } = relationsWords[locale]
    const field = bindFields(parts[locale], typed, errors)
    return (
      <>
        <OrganisationField locale={locale} typed={typed} errors={errors} actors={lists.actors} />
        <SelectField
          {...field('role')}
          label={party.role}
          choices={partyRoles.map(value => ({ value, label: roles[value] }))}
          noEmpty
        />
        <DuringField {...field('during')} locale={locale} label={party.during} optional />
        <AtMostField {...field('atMost')} locale={locale} addedTo={lists.addedTo} />
      </>
    )
  },
  labels: locale => {
    const { role, during: since } = relationsWords[locale].party
    const { organisation, atMost } = fieldsWords[locale]
    return { organisation, role, during: since, atMost }
  },
  shown: (locale, field, value, { actors }) => {
    if (field === 'organisation') return chosen(actors, value)
    if (field === 'role') return relationsWords[locale].roles[value as 'partner']
    return sharedValue(locale, field, value)
  },
  words: locale => relationsWords[locale].party,
  path: under,
})

export const feeForm = recordForm<AddedTo>({
  kind: 'fee',
  title: (locale, now) => relationsWords[locale].fee[now ? 'editTitle' : 'newTitle'],
  start: (_visit, memory) => ({ year: String(memory.day.year), currency: 'EUR' }),
  lists: async (tx, { at }) => ({ addedTo: await seenBy(tx, 'relationship', at) }),
  schema: z.object({
    year: z
      .string()
      .trim()
      .regex(/^(19\d\d|20\d\d|21\d\d|2200)$/, 'year'),
    amount: z.string().transform((typed, context) => {
      const read = readAmount(typed)
      if (read === null) context.addIssue({ code: 'custom', message: 'amount' })
      return read ?? ''
    }),
    currency: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z]{3}$/, 'currency'),
    due: maybeDay,
    paidOn: maybeDay,
    atMost: circle,
  }),
  errors: locale => relationsWords[locale].errors,
  body: ({ visit: { locale }, typed, errors, lists }) => {
    const { fee } = relationsWords[locale]
    const field = bindFields(parts[locale], typed, errors)
    return (
      <>
        <TextField {...field('year')} label={fee.year} inputMode="numeric" short />
        <AmountField locale={locale} typed={typed} errors={errors} name="amount" label={fee.amount} />
        <TextField {...field('currency')} label={fee.currency} hint={fee.currencyHint} maxLength={3} short />
        <DateField {...field('due')} label={fee.due} optional />
        <DateField {...field('paidOn')} label={fee.paidOn} optional />
        <AtMostField {...field('atMost')} locale={locale} addedTo={lists.addedTo} />
      </>
    )
  },
  labels: locale => {
    const { year, amount, currency, due, paidOn } = relationsWords[locale].fee
    return { year, amount, currency, due, paidOn, atMost: fieldsWords[locale].atMost }
  },
  shown: (locale, field, value) => {
    if (field === 'amount') return amountToType(locale, value)
    return field === 'due' || field === 'paidOn' ? dayOf(locale, value) : sharedValue(locale, field, value)
  },
  words: locale => relationsWords[locale].fee,
  path: under,
})

const holders = ['city', 'person'] as const

export const seatForm = recordForm<{ contacts: Named[] } & AddedTo>({
  kind: 'seat',
  title: (locale, now) => relationsWords[locale].seat[now ? 'editTitle' : 'newTitle'],
  start: () => ({ heldBy: 'city' }),
  lists: async (tx, { at, locale }) => ({
    contacts: await contactsToChoose(tx, at.space, locale),
    addedTo: await seenBy(tx, 'relationship', at),
  }),
  schema: z.object({
    ...wordsPieces({ body: 300 }),
    heldBy: z.enum(holders, 'heldBy'),
    contact: maybeId,
    during: during.transform(since => since && sinceThen(since)),
    atMost: circle,
  }),
  texts: { required: ['body'], optional: [] },
  errors: locale => relationsWords[locale].errors,
  body: ({ visit: { locale }, typed, errors, lists, source }) => {
    const { seat } = relationsWords[locale]
    const field = bindFields(parts[locale], typed, errors)
    return (
      <>
        <WordsFields
          locale={locale}
          typed={typed}
          errors={errors}
          source={source}
          texts={[{ field: 'body', label: seat.body }]}
        />
        <RadiosField
          {...field('heldBy')}
          label={seat.heldBy}
          choices={holders.map(value => ({ value, label: seat.holders[value], hint: seat.holderHints[value] }))}
        />
        <ContactField {...field('contact')} locale={locale} label={seat.contact} contacts={lists.contacts} optional />
        <DuringField {...field('during')} locale={locale} label={seat.during} />
        <AtMostField {...field('atMost')} locale={locale} addedTo={lists.addedTo} />
      </>
    )
  },
  labels: locale => {
    const { body, heldBy, contact, during: since } = relationsWords[locale].seat
    return { ...wordsLabels(locale, 'body', body), heldBy, contact, during: since, atMost: fieldsWords[locale].atMost }
  },
  shown: (locale, field, value, { contacts }) => {
    if (field === 'heldBy') return relationsWords[locale].seat.holders[value as 'city']
    if (field === 'contact') return chosen(contacts, value)
    return sharedValue(locale, field, value)
  },
  words: locale => relationsWords[locale].seat,
  path: under,
})
