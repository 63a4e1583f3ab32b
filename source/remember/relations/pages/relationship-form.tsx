import { z } from 'zod'
import type { Tx } from '#ground/database/actor.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { bindFields, SelectField } from '#ground/web/parts/form.tsx'
import { asKnownWords } from '../../messages/as-known.ts'
import { circlesWords } from '../../messages/circles.ts'
import { fieldsWords } from '../../messages/fields.ts'
import { relationsWords } from '../../messages/relations.ts'
import { AtMostField, CircleField, DuringField, OrganisationField, WordsFields } from '../../pages/fields.tsx'
import { chosen, sharedValue, wordsLabels } from '../../pages/labels.ts'
import { duringOrUnknown, saidFromToday } from '../../rules/edtf-forms.ts'
import { circle, organisationPieces, wordsPieces } from '../../rules/forms.ts'
import { actorsToChoose, type Named } from '../../store/choices.ts'
import { relationshipKinds, sinceThen } from '../rules/standing.ts'
import { type BecomesPublic, hiddenActors, whatBecomesPublic } from '../store/becomes-public.ts'
import { WhatBecomesPublic, WhatNewBecomesPublic } from './becomes-public.tsx'
import { recordForm } from './record-form.ts'

const most = { name: 300, reason: 5000, narrative: 20000, sensitivity: 5000 }

/** Who may be the partner; those of whom no citizen would read are told apart before one of them is chosen. */
async function actorsWithTheirCircle(tx: Tx, space: string, locale: Locale): Promise<Named[]> {
  const hidden = await hiddenActors(tx, space)
  const { marked } = circlesWords[locale].fresh
  return (await actorsToChoose(tx, space, locale)).map(({ id, name }) => ({
    id,
    name: hidden.has(id) ? marked(name) : name,
  }))
}

export const relationshipForm = recordForm<{ actors: Named[]; open: BecomesPublic | null }>({
  kind: 'relationship',
  title: (locale, now) => {
    const { newTitle, editTitle } = relationsWords[locale].form
    return now ? editTitle(now[`name-${now.source}`] || relationsWords[locale].nameless) : newTitle
  },
  start: () => ({ visibility: '0' }),
  // With whom: asked when it is made; later they stand on its page.
  lists: async (tx, { at: { space, id }, locale }) => ({
    actors: id === null ? await actorsWithTheirCircle(tx, space, locale) : [],
    open: id === null ? null : await whatBecomesPublic(tx, id, locale),
  }),
  schema: z
    .object({
      ...wordsPieces(most),
      kind: z.enum(relationshipKinds, 'kind'),
      during: duringOrUnknown,
      ...organisationPieces(),
      visibility: circle,
      'reason-at-most': circle,
      'narrative-at-most': circle,
    })
    .transform(typed => ({ ...typed, during: typed.during && sinceThen(typed.during, typed.kind) })),
  organisations: { organisation: { optional: true } },
  tidy: (fields, today) => saidFromToday(fields, ['during'], today),
  texts: { required: ['name'], optional: ['reason', 'narrative', 'sensitivity'] },
  errors: locale => relationsWords[locale].errors,
  body: ({ visit: { locale }, isNew, typed, errors, lists, source }) => {
    const words = relationsWords[locale]
    const { form } = words
    const field = bindFields(parts[locale], typed, errors)
    return (
      <>
        <SelectField
          {...field('kind')}
          label={form.kind}
          choices={relationshipKinds.map(value => ({ value, label: words.kinds[value] }))}
        />
        {isNew ? (
          <OrganisationField
            locale={locale}
            typed={typed}
            errors={errors}
            actors={lists.actors}
            label={asKnownWords[locale].withWhom}
            optional
          />
        ) : null}
        <DuringField
          {...field('during')}
          locale={locale}
          label={form.during}
          hint={asKnownWords[locale].duringHint}
          optional
        />
        <WordsFields
          locale={locale}
          typed={typed}
          errors={errors}
          source={source}
          texts={[
            { field: 'name', label: form.name },
            { field: 'reason', label: words.reason, hint: form.reasonHint, rows: 4, most: most.reason, optional: true },
            {
              field: 'narrative',
              label: words.narrative,
              hint: form.narrativeHint,
              rows: 8,
              most: most.narrative,
              optional: true,
            },
            {
              field: 'sensitivity',
              label: words.sensitivity,
              hint: form.sensitivityHint,
              rows: 3,
              most: most.sensitivity,
              optional: true,
            },
          ]}
        />
        <CircleField {...field('visibility')} locale={locale} isThere={!isNew} />
        {lists.open === null ? (
          <WhatNewBecomesPublic locale={locale} />
        ) : (
          <WhatBecomesPublic locale={locale} of={lists.open} />
        )}
        <AtMostField {...field('reason-at-most')} locale={locale} label={form.reasonAtMost} />
        <AtMostField {...field('narrative-at-most')} locale={locale} label={form.narrativeAtMost} />
      </>
    )
  },
  labels: locale => {
    const { form, reason, narrative, sensitivity } = relationsWords[locale]
    return {
      ...wordsLabels(locale, 'name', form.name),
      ...wordsLabels(locale, 'reason', reason),
      ...wordsLabels(locale, 'narrative', narrative),
      ...wordsLabels(locale, 'sensitivity', sensitivity),
      kind: form.kind,
      during: form.during,
      organisation: asKnownWords[locale].withWhom,
      visibility: fieldsWords[locale].circle,
      'reason-at-most': form.reasonAtMost,
      'narrative-at-most': form.narrativeAtMost,
    }
  },
  shown: (locale, field, value, { actors }) => {
    if (field === 'kind') return relationsWords[locale].kinds[value as 'twinning']
    return field === 'organisation' ? chosen(actors, value) : sharedValue(locale, field, value)
  },
  long: ['reason', 'narrative', 'sensitivity'],
  words: locale => relationsWords[locale].form,
  path: (_at, id) => (id === null ? '/relationships' : `/relationships/${id}`),
})
