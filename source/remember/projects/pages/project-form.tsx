import { z } from 'zod'
import { languageName } from '#ground/languages/format.ts'
import { type Locale, locales } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { bindFields, DateField, RadiosField, SelectField, TextField } from '#ground/web/parts/form.tsx'
import { dayOf } from '../../acts/edtf-in-words.ts'
import { fieldsWords } from '../../messages/fields.ts'
import { memoryWords } from '../../messages/memory.ts'
import { projectsWords } from '../../messages/projects.ts'
import { CircleField, WordsFields } from '../../pages/fields.tsx'
import { circle, maybe, maybeDay, maybeId, wordsPieces } from '../../rules/forms.ts'
import { scopes, statuses } from '../rules/codes.ts'
import { projectParents } from '../store/project-fields.ts'
import { recordForm } from './record-form.tsx'

type Choices = { relationships: { id: string; name: string }[]; projects: { id: string; name: string }[] }

export const wordsLabels = (locale: Locale, field: string, label: string) =>
  Object.fromEntries(
    locales.map(l => [`${field}-${l}`, fieldsWords[locale].inLanguage(label, languageName(locale, l))]),
  )

/** The name of what a list holds. */
export const chosenIn = (list: readonly { id: string; name: string }[], id: string) =>
  list.find(one => one.id === id)?.name ?? null

const days = ['plannedStart', 'actualStart', 'plannedEnd', 'actualEnd'] as const

export const projectForm = recordForm<Choices>({
  kind: 'project',
  section: 'projects',
  title: (locale, now) => {
    const { form } = projectsWords[locale]
    const title = now?.[`title-${now.source}`] || now?.identifier
    return now ? form.editTitle(title ?? '') : form.newTitle
  },
  start: ({ url: { searchParams: asked } }) => ({
    visibility: '0',
    status: '1',
    relationship: asked.get('relationship') ?? '',
    parent: asked.get('parent') ?? '',
  }),
  lists: (tx, place, _memory, locale) => projectParents(tx, place, locale),
  schema: z.object({
    ...wordsPieces({ title: 300, description: 20_000 }),
    identifier: maybe(200),
    status: z.enum(statuses, 'status'),
    plannedStart: maybeDay,
    actualStart: maybeDay,
    plannedEnd: maybeDay,
    actualEnd: maybeDay,
    scope: z.enum(['', ...scopes], 'choice').default(''),
    relationship: maybeId,
    parent: maybeId,
    visibility: circle,
  }),
  texts: { required: ['title'], optional: ['description'] },
  more: fields => ({
    ...(isBefore(fields.plannedEnd, fields.plannedStart) ? { plannedEnd: 'endFirst' } : {}),
    ...(isBefore(fields.actualEnd, fields.actualStart) ? { actualEnd: 'endFirst' } : {}),
  }),
  errors: locale => projectsWords[locale].errors,
  body: ({ visit: { locale }, typed, errors, lists, source }) => {
    const words = projectsWords[locale]
    const field = bindFields(parts[locale], typed, errors)
    const choices = (list: Choices['projects']) => list.map(({ id, name }) => ({ value: id, label: name }))
    return (
      <>
        <WordsFields
          locale={locale}
          typed={typed}
          errors={errors}
          source={source}
          texts={[
            { field: 'title', label: words.titleOf },
            {
              field: 'description',
              label: words.description,
              hint: words.form.descriptionHint,
              optional: true,
              rows: 5,
              most: 20_000,
            },
          ]}
        />
        <RadiosField
          {...field('status')}
          label={words.status}
          choices={statuses.map(value => ({ value, label: words.statuses[value] }))}
        />
        {days.map(day => (
          <DateField {...field(day)} label={words[day]} optional />
        ))}
        <SelectField
          {...field('relationship')}
          label={words.relationship}
          choices={choices(lists.relationships)}
          optional
        />
        {lists.projects.length > 0 ? (
          <SelectField {...field('parent')} label={words.parent} choices={choices(lists.projects)} optional />
        ) : null}
        <SelectField
          {...field('scope')}
          label={words.scope}
          choices={scopes.map(value => ({ value, label: words.scopes[value] }))}
          optional
        />
        <TextField {...field('identifier')} label={words.identifier} hint={words.identifierHint} optional />
        <CircleField {...field('visibility')} locale={locale} />
      </>
    )
  },
  labels: locale => {
    const words = projectsWords[locale]
    const { identifier, status, plannedStart, actualStart, plannedEnd, actualEnd, scope, relationship, parent } = words
    return {
      ...wordsLabels(locale, 'title', words.titleOf),
      ...wordsLabels(locale, 'description', words.description),
      identifier,
      status,
      plannedStart,
      actualStart,
      plannedEnd,
      actualEnd,
      scope,
      relationship,
      parent,
      source: fieldsWords[locale].source,
      visibility: fieldsWords[locale].circle,
    }
  },
  shown: (locale, field, value, lists) => {
    const words = projectsWords[locale]
    if (field === 'status') return words.statuses[value as '1'] ?? null
    if (field === 'scope') return words.scopes[value as '1'] ?? null
    if (field === 'visibility') return memoryWords[locale].circles[Number(value) as 0 | 1 | 2]
    if (field === 'relationship') return chosenIn(lists.relationships, value)
    if (field === 'parent') return chosenIn(lists.projects, value)
    return days.some(day => day === field) ? dayOf(locale, value) : null
  },
  words: locale => ({ ...projectsWords[locale].form, removed: projectsWords[locale].removal.done }),
  path: (_place, id) => (id === null ? '/projects' : `/projects/${id}`),
})

export const isBefore = (end: string | undefined, start: string | undefined): boolean =>
  Boolean(end && start && end.trim() < start.trim())
