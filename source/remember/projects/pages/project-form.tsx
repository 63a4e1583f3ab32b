import { z } from 'zod'
import { parts } from '#ground/languages/messages/parts.ts'
import { bindFields, RadiosField, SelectField, TextField } from '#ground/web/parts/form.tsx'
import { edtfInWords } from '../../acts/edtf-in-words.ts'
import { asKnownWords } from '../../messages/as-known.ts'
import { fieldsWords } from '../../messages/fields.ts'
import { projectsWords } from '../../messages/projects.ts'
import { CircleField, DuringField, WordsFields } from '../../pages/fields.tsx'
import { chosen, sharedValue, wordsLabels } from '../../pages/labels.ts'
import { endsFirst, maybeAsKnown, saidFromToday } from '../../rules/edtf-forms.ts'
import { circle, maybe, maybeId, wordsPieces } from '../../rules/forms.ts'
import { scopes, statuses } from '../rules/codes.ts'
import { projectParents } from '../store/project-fields.ts'
import { recordForm } from './record-form.ts'

type Choices = { relationships: { id: string; name: string }[]; projects: { id: string; name: string }[] }

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
  lists: (tx, { at, locale }) => projectParents(tx, at, locale),
  schema: z.object({
    ...wordsPieces({ title: 300, description: 20_000 }),
    identifier: maybe(200),
    status: z.enum(statuses, 'status'),
    plannedStart: maybeAsKnown,
    actualStart: maybeAsKnown,
    plannedEnd: maybeAsKnown,
    actualEnd: maybeAsKnown,
    scope: z.enum(['', ...scopes], 'choice').default(''),
    relationship: maybeId,
    parent: maybeId,
    visibility: circle,
  }),
  texts: { required: ['title'], optional: ['description'] },
  more: fields => ({
    ...(endsFirst(fields.plannedStart, fields.plannedEnd) ? { plannedEnd: 'endFirst' } : {}),
    ...(endsFirst(fields.actualStart, fields.actualEnd) ? { actualEnd: 'endFirst' } : {}),
  }),
  tidy: (fields, today) => saidFromToday(fields, days, today),
  errors: locale => ({ ...asKnownWords[locale].errors, ...projectsWords[locale].errors }),
  body: ({ visit: { locale }, isNew, typed, errors, lists, source }) => {
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
          <DuringField {...field(day)} locale={locale} label={words[day]} hint={asKnownWords[locale].hint} optional />
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
        <CircleField {...field('visibility')} locale={locale} isThere={!isNew} />
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
    if (field === 'relationship') return chosen(lists.relationships, value)
    if (field === 'parent') return chosen(lists.projects, value)
    return days.some(day => day === field) ? edtfInWords(locale, value) : sharedValue(locale, field, value)
  },
  words: locale => ({ ...projectsWords[locale].form, removed: projectsWords[locale].removal.done }),
  path: (_at, id) => (id === null ? '/projects' : `/projects/${id}`),
})

export const isBefore = (end: string | undefined, start: string | undefined): boolean =>
  Boolean(end && start && end.trim() < start.trim())
