import { z } from 'zod'
import { languageName } from '#ground/languages/format.ts'
import { type Locale, locales } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { bindFields, SelectField } from '#ground/web/parts/form.tsx'
import { edtfInWords } from '../../acts/edtf-in-words.ts'
import { fieldsWords } from '../../messages/fields.ts'
import { memoryWords } from '../../messages/memory.ts'
import { relationsWords } from '../../messages/relations.ts'
import { AtMostField, CircleField, DuringField, WordsFields } from '../../pages/fields.tsx'
import { circle, during, wordsPieces } from '../../rules/forms.ts'
import { relationshipKinds, sinceThen } from '../rules/standing.ts'
import { recordForm } from './record-form.tsx'

const most = { name: 300, reason: 5000, narrative: 20000, sensitivity: 5000 }

/** The labels of a text in each of the languages. */
export const wordsLabels = (locale: Locale, field: string, label: string) =>
  Object.fromEntries(
    locales.map(one => [`${field}-${one}`, fieldsWords[locale].inLanguage(label, languageName(locale, one))]),
  )

/** How the value of a field that many forms have reads; null for any other. */
export function sharedValue(locale: Locale, field: string, value: string): string | null {
  if (field === 'during') return edtfInWords(locale, value)
  if (field === 'visibility') return memoryWords[locale].circles[value as unknown as 0]
  if (field === 'atMost' || field.endsWith('-at-most'))
    return value === '2' ? fieldsWords[locale].atMostAsWhole : memoryWords[locale].circles[value as unknown as 0]
  return null
}

export const relationshipForm = recordForm<null>({
  kind: 'relationship',
  title: (locale, now) => {
    const { newTitle, editTitle } = relationsWords[locale].form
    return now ? editTitle(now[`name-${now.source}`] || relationsWords[locale].nameless) : newTitle
  },
  start: () => ({ visibility: '0' }),
  lists: async () => null,
  schema: z
    .object({
      ...wordsPieces(most),
      kind: z.enum(relationshipKinds, 'kind'),
      during,
      visibility: circle,
      'reason-at-most': circle,
      'narrative-at-most': circle,
    })
    .transform(typed => ({ ...typed, during: typed.during && sinceThen(typed.during, typed.kind) })),
  texts: { required: ['name'], optional: ['reason', 'narrative', 'sensitivity'] },
  errors: locale => relationsWords[locale].errors,
  body: ({ visit: { locale }, typed, errors, source }) => {
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
        <DuringField {...field('during')} locale={locale} label={form.during} />
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
        <CircleField {...field('visibility')} locale={locale} />
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
      visibility: fieldsWords[locale].circle,
      'reason-at-most': form.reasonAtMost,
      'narrative-at-most': form.narrativeAtMost,
    }
  },
  shown: (locale, field, value) =>
    field === 'kind' ? relationsWords[locale].kinds[value as 'twinning'] : sharedValue(locale, field, value),
  button: locale => relationsWords[locale].form.save,
  saved: locale => relationsWords[locale].form.saved,
  path: (_place, id) => (id === null ? '/relationships' : `/relationships/${id}`),
})
