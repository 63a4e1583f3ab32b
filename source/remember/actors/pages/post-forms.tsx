import { z } from 'zod'
import { parts } from '#ground/languages/messages/parts.ts'
import { bindFields, CheckboxesField, DateField, RadiosField, SelectField, TextField } from '#ground/web/parts/form.tsx'
import { dayOf, edtfInWords } from '../../acts/edtf-in-words.ts'
import { fieldsWords } from '../../messages/fields.ts'
import { postsWords } from '../../messages/posts.ts'
import {
  AtMostField,
  CircleField,
  DuringField,
  OrganisationField,
  PersonField,
  WordsFields,
} from '../../pages/fields.tsx'
import { chosen, editTitle, sharedValue, wordsLabels } from '../../pages/labels.ts'
import {
  circle,
  during,
  id,
  maybeDay,
  maybeDuring,
  maybeId,
  organisationPieces,
  personErrors,
  personPieces,
  wordsPieces,
} from '../../rules/forms.ts'
import { actorsToChoose, contactsToChoose, type Named } from '../../store/choices.ts'
import { postsAndTerms } from '../store/post-choices.ts'
import { recordForm } from './record-form.ts'

const natures = ['political', 'technical'] as const

export const postForm = recordForm<{ actors: Named[] }>({
  kind: 'post',
  section: 'posts',
  title: (locale, now) => editTitle(locale, now, now?.[`title-${now.source}`]) ?? postsWords[locale].newPost,
  start: () => ({ seats: '1', visibility: '0' }),
  lists: async (tx, { memory, locale }) => ({ actors: await actorsToChoose(tx, memory.id, locale) }),
  schema: z.object({
    ...wordsPieces({ title: 300 }),
    nature: z.enum(natures, 'nature'),
    seats: z.string().regex(/^[1-9]\d{0,2}$/, 'seats'),
    ...organisationPieces(),
    during: maybeDuring,
    visibility: circle,
  }),
  texts: { required: ['title'], optional: [] },
  organisations: { organisation: { optional: true } },
  errors: locale => postsWords[locale].errors,
  body: ({ visit: { locale }, isNew, typed, errors, lists, source }) => {
    const words = postsWords[locale]
    const field = bindFields(parts[locale], typed, errors)
    return (
      <>
        <WordsFields
          locale={locale}
          typed={typed}
          errors={errors}
          source={source}
          texts={[{ field: 'title', label: words.titleOf }]}
        />
        <RadiosField
          {...field('nature')}
          label={words.nature}
          choices={natures.map(value => ({ value, label: words.natures[value] }))}
        />
        <TextField {...field('seats')} label={words.seats} inputMode="numeric" short />
        <OrganisationField
          locale={locale}
          typed={typed}
          errors={errors}
          actors={lists.actors}
          label={words.organisation}
          hint={words.organisationHint}
          optional
        />
        <DuringField {...field('during')} locale={locale} label={words.existed} optional />
        <CircleField {...field('visibility')} locale={locale} isThere={!isNew} />
      </>
    )
  },
  labels: locale => {
    const { titleOf, nature, seats, organisation, existed } = postsWords[locale]
    const visibility = fieldsWords[locale].circle
    return { ...wordsLabels(locale, 'title', titleOf), nature, seats, organisation, during: existed, visibility }
  },
  shown: (locale, field, value, { actors }) => {
    if (field === 'nature') return postsWords[locale].natures[value as 'political']
    if (field === 'organisation') return chosen(actors, value)
    return sharedValue(locale, field, value)
  },
  words: locale => ({ save: postsWords[locale].save, saved: postsWords[locale].saved }),
  path: (_at, id) => (id === null ? '/posts' : `/posts/${id}`),
})

export const termForm = recordForm<{ actors: Named[] }>({
  kind: 'term',
  section: 'posts',
  title: (locale, now) => editTitle(locale, now, now?.[`name-${now.source}`]) ?? postsWords[locale].newTerm,
  start: () => ({ visibility: '0' }),
  lists: async (tx, { memory, locale }) => ({ actors: await actorsToChoose(tx, memory.id, locale) }),
  schema: z.object({
    ...wordsPieces({ name: 300 }),
    ...organisationPieces(),
    during,
    electedOn: maybeDay,
    visibility: circle,
  }),
  texts: { required: ['name'], optional: [] },
  organisations: { organisation: { optional: true } },
  errors: locale => postsWords[locale].errors,
  body: ({ visit: { locale }, isNew, typed, errors, lists, source }) => {
    const words = postsWords[locale]
    const field = bindFields(parts[locale], typed, errors)
    return (
      <>
        <WordsFields
          locale={locale}
          typed={typed}
          errors={errors}
          source={source}
          texts={[{ field: 'name', label: words.name }]}
        />
        <DuringField {...field('during')} locale={locale} label={words.during} />
        <DateField {...field('electedOn')} label={words.elected} optional />
        <OrganisationField
          locale={locale}
          typed={typed}
          errors={errors}
          actors={lists.actors}
          label={words.organisation}
          hint={words.organisationHint}
          optional
        />
        <CircleField {...field('visibility')} locale={locale} isThere={!isNew} />
      </>
    )
  },
  labels: locale => {
    const { name, elected, organisation, during } = postsWords[locale]
    const visibility = fieldsWords[locale].circle
    return { ...wordsLabels(locale, 'name', name), during, electedOn: elected, organisation, visibility }
  },
  shown: (locale, field, value, { actors }) => {
    if (field === 'electedOn') return dayOf(locale, value)
    if (field === 'organisation') return chosen(actors, value)
    return sharedValue(locale, field, value)
  },
  words: locale => ({ save: postsWords[locale].save, saved: postsWords[locale].saved }),
  path: (_at, id) => (id === null ? '/posts' : `/terms/${id}`),
})

export const appointmentForm = recordForm<{ contacts: Named[]; posts: Named[]; terms: Named[] }>({
  kind: 'appointment',
  section: 'posts',
  title: (locale, now) => editTitle(locale, now, postsWords[locale].appointment) ?? postsWords[locale].newAppointment,
  start: visit => ({
    post: visit.url.searchParams.get('post') ?? '',
    contact: visit.url.searchParams.get('contact') ?? '',
    term: visit.url.searchParams.get('term') ?? '',
    visibility: '2',
  }),
  lists: async (tx, { memory, locale }) => {
    const { posts, terms } = await postsAndTerms(tx, memory.id, locale)
    return {
      contacts: await contactsToChoose(tx, memory.id, locale),
      posts,
      terms: terms.map(({ id, name, during }) => ({ id, name: name ?? edtfInWords(locale, during) })),
    }
  },
  schema: z.object({
    post: id,
    ...personPieces(),
    term: maybeId,
    during,
    acting: z.string().default(''),
    carriedOver: z.string().default(''),
    visibility: circle,
  }),
  more: fields => personErrors(fields),
  errors: locale => postsWords[locale].errors,
  body: ({ visit: { locale }, typed, errors, lists }) => {
    const words = postsWords[locale]
    const field = bindFields(parts[locale], typed, errors)
    const choices = (list: readonly Named[]) => list.map(one => ({ value: one.id, label: one.name }))
    return (
      <>
        <SelectField {...field('post')} label={words.post} choices={choices(lists.posts)} />
        <PersonField locale={locale} typed={typed} errors={errors} label={words.person} contacts={lists.contacts} />
        <SelectField {...field('term')} label={words.term} choices={choices(lists.terms)} optional />
        <DuringField {...field('during')} locale={locale} label={words.during} />
        <CheckboxesField
          {...field('acting')}
          name="acting[]"
          values={[typed.acting ?? '']}
          label={words.acting}
          choices={[{ value: 'yes', label: words.actingLabel }]}
          optional
        />
        <CheckboxesField
          {...field('carriedOver')}
          name="carriedOver[]"
          values={[typed.carriedOver ?? '']}
          label={words.carriedOver}
          choices={[{ value: 'yes', label: words.carriedOverLabel }]}
          optional
        />
        <AtMostField {...field('visibility')} locale={locale} />
      </>
    )
  },
  labels: locale => {
    const { post, person, term, during, acting, carriedOver } = postsWords[locale]
    return { post, contact: person, term, during, acting, carriedOver, visibility: fieldsWords[locale].atMost }
  },
  shown: (locale, field, value, { contacts, posts, terms }) => {
    if (field === 'post') return chosen(posts, value)
    if (field === 'contact') return chosen(contacts, value)
    if (field === 'term') return chosen(terms, value)
    if (field === 'acting') return postsWords[locale].actingLabel
    if (field === 'carriedOver') return postsWords[locale].carriedOverLabel
    return sharedValue(locale, field, value)
  },
  words: locale => ({ save: postsWords[locale].save, saved: postsWords[locale].saved }),
  path: (_at, _id, { post }) => (post ? `/posts/${post}` : '/posts'),
})
