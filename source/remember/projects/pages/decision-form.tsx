import { z } from 'zod'
import { parts } from '#ground/languages/messages/parts.ts'
import { bindFields, DateField, SelectField, TextField } from '#ground/web/parts/form.tsx'
import { dayOf } from '../../acts/edtf-in-words.ts'
import { decisionsWords } from '../../messages/decisions.ts'
import { fieldsWords } from '../../messages/fields.ts'
import { AboutField, aboutInWords, aboutTyped, tidyAbout } from '../../pages/about-field.tsx'
import { CircleField, WordsFields } from '../../pages/fields.tsx'
import { sharedValue, wordsLabels } from '../../pages/labels.ts'
import { circle, day, line, maybe, maybeDay, wordsPieces } from '../../rules/forms.ts'
import { type AboutNamed, aboutToChoose } from '../../store/about.ts'
import { subjectInWords, subjects } from '../rules/actes.ts'
import { readBudgetYears } from '../rules/budget-years.ts'
import { recordForm } from './record-form.ts'

const counts = ['voters', 'voted', 'votesFor', 'votesAgainst', 'abstentions'] as const
const count = z
  .string()
  .trim()
  .default('')
  .refine(text => /^\d{0,6}$/.test(text), 'count')

/** The subjects of the nomenclature; and one that was written down otherwise, which stays as it is. */
function subjectChoices(chosen: string) {
  const listed = [...subjects].map(([value, name]) => ({ value, label: `${value} ${subjectInWords(name)}` }))
  return chosen === '' || subjects.has(chosen) ? listed : [{ value: chosen, label: chosen }, ...listed]
}

export const decisionForm = recordForm<{ about: AboutNamed[] }>({
  kind: 'decision',
  section: 'decisions',
  title: (locale, now) => {
    const { form, heading } = decisionsWords[locale]
    return now ? form.editTitle(heading(now.number ?? '')) : form.newTitle
  },
  start: ({ url: { searchParams: asked } }) => ({ visibility: '0', about: asked.get('about') ?? '' }),
  lists: async (tx, { at: { space, id }, locale, typed }) => ({
    about: (await aboutToChoose(tx, space, locale, aboutTyped(typed))).filter(one => one.id !== id),
  }),
  schema: z.object({
    number: line(100),
    decidedOn: day,
    ...wordsPieces({ object: 5000 }),
    bodyName: maybe(300),
    bodySiret: z
      .string()
      .default('')
      .transform(text => text.replace(/\s/g, ''))
      .refine(text => text === '' || /^\d{14}$/.test(text), 'siret'),
    subjectCode: z
      .string()
      .trim()
      .default('')
      .refine(text => text === '' || /^[1-9](\.\d{1,2}){0,4}$/.test(text), 'subjectCode'),
    subjectName: maybe(300),
    budgetYear: z
      .string()
      .trim()
      .default('')
      .refine(text => text === '' || readBudgetYears(text) !== null, 'year'),
    budgetName: maybe(300),
    prefectureId: maybe(100),
    prefectureOn: maybeDay,
    voters: count,
    voted: count,
    votesFor: count,
    votesAgainst: count,
    abstentions: count,
    url: z
      .string()
      .trim()
      .max(2000, 'tooLong')
      .default('')
      .refine(url => url === '' || (/^https?:\/\/\S+\.\S+/.test(url) && URL.canParse(url)), 'url'),
    about: z.string().default(''),
    visibility: circle,
  }),
  texts: { required: ['object'], optional: [] },
  tidy: tidyAbout,
  errors: locale => decisionsWords[locale].errors,
  body: ({ visit: { locale }, isNew, typed, errors, lists, source }) => {
    const words = decisionsWords[locale]
    const field = bindFields(parts[locale], typed, errors)
    return (
      <>
        <TextField {...field('number')} label={words.number} hint={words.numberHint} short />
        <DateField {...field('decidedOn')} label={words.decidedOn} />
        <WordsFields
          locale={locale}
          typed={typed}
          errors={errors}
          source={source}
          texts={[{ field: 'object', label: words.object, rows: 3, most: 5000 }]}
        />
        <AboutField locale={locale} typed={typed} errors={errors} choices={lists.about} label={words.about} />
        <h2>{words.vote}</h2>
        {counts.map(name => (
          <TextField {...field(name)} label={words[name]} inputMode="numeric" optional short />
        ))}
        <h2>{words.who}</h2>
        <TextField {...field('bodyName')} label={words.bodyName} hint={words.bodyNameHint} optional />
        <TextField {...field('bodySiret')} label={words.bodySiret} hint={words.bodySiretHint} optional short />
        <h2>{words.subject}</h2>
        <SelectField
          {...field('subjectCode')}
          label={words.subjectCode}
          hint={words.subjectCodeHint}
          choices={subjectChoices(String(typed.subjectCode ?? ''))}
          optional
        />
        <TextField {...field('subjectName')} label={words.subjectName} hint={words.subjectNameHint} optional />
        <h2>{words.budget}</h2>
        <TextField {...field('budgetYear')} label={words.budgetYear} hint={words.budgetYearHint} optional short />
        <TextField {...field('budgetName')} label={words.budgetName} optional />
        <h2>{words.legality}</h2>
        <TextField {...field('prefectureId')} label={words.prefectureId} hint={words.prefectureIdHint} optional />
        <DateField {...field('prefectureOn')} label={words.prefectureOn} optional />
        <TextField {...field('url')} label={words.url} hint={words.urlHint} optional />
        <CircleField {...field('visibility')} locale={locale} isThere={!isNew} />
      </>
    )
  },
  labels: locale => {
    const words = decisionsWords[locale]
    const { number, decidedOn, bodyName, bodySiret, subjectCode, subjectName, budgetYear, budgetName, url, about } =
      words
    const { prefectureId, prefectureOn } = words
    return {
      number,
      decidedOn,
      ...wordsLabels(locale, 'object', words.object),
      bodyName,
      bodySiret,
      subjectCode,
      subjectName,
      budgetYear,
      budgetName,
      prefectureId,
      prefectureOn,
      ...Object.fromEntries(counts.map(name => [name, words[name]])),
      url,
      about,
      source: fieldsWords[locale].source,
      visibility: fieldsWords[locale].circle,
    }
  },
  shown: (locale, field, value, { about }) => {
    if (field === 'decidedOn' || field === 'prefectureOn') return dayOf(locale, value)
    if (field !== 'about') return sharedValue(locale, field, value)
    return aboutInWords(value, about)
  },
  words: locale => ({ ...decisionsWords[locale].form, removed: decisionsWords[locale].removal.done }),
  path: (_at, id) => (id === null ? '/decisions' : `/decisions/${id}`),
})
