import type { z } from 'zod'
import { acceptedEndings, fileProblem, largestFile, sizeIn } from '#ground/files/index.ts'
import { isLocale, locales } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { bindFields, CheckboxesField, DateField, FileField, SelectField, TextField } from '#ground/web/parts/form.tsx'
import { dayOf } from '../../acts/edtf-in-words.ts'
import { aboutWords } from '../../messages/about.ts'
import { categoryWords } from '../../messages/document-categories.ts'
import { fieldsWords } from '../../messages/fields.ts'
import { documentWords } from '../../messages/kept-documents.ts'
import { AboutField, aboutInWords, aboutTyped, tidyAbout } from '../../pages/about-field.tsx'
import { categoryGroups } from '../../pages/category-groups.ts'
import { CircleField, DuringField, LanguageField, WordsFields } from '../../pages/fields.tsx'
import { sharedValue, wordsLabels } from '../../pages/labels.ts'
import { type FormBody, type FormRecord, type RecordForm, recordForm } from '../../pages/record-form.tsx'
import { type AboutNamed, aboutToChoose } from '../../store/about.ts'
import { keepDocument } from '../acts/keep-document.ts'
import { saveDocument } from '../acts/save-document.ts'
import { isCategory } from '../rules/categories.ts'
import { documentSchema, longestTitle } from '../rules/forms.ts'
import { readDocumentFields } from '../store/document-fields.ts'

type Read = z.infer<typeof documentSchema>
type Body = FormBody<AboutNamed[]>

const shared: Omit<RecordForm<AboutNamed[], Read>, 'record' | 'words'> = {
  section: 'documents',
  title: (locale, now) =>
    now ? documentWords[locale].editTitle(now[`title-${now.source}`] ?? '') : documentWords[locale].newTitle,
  start: visit => ({
    language: visit.locale,
    visibility: '0',
    about: visit.url.searchParams.get('about') ?? '',
  }),
  lists: (tx, { memory, locale, typed }) => aboutToChoose(tx, memory.id, locale, aboutTyped(typed)),
  schema: documentSchema,
  tidy: tidyAbout,
  errors: locale => ({ strange: aboutWords[locale].strange }),
  body: given => (
    <>
      {given.isNew ? <FirstFile {...given} /> : null}
      <Said {...given} />
    </>
  ),
  labels: locale => {
    const { fields } = documentWords[locale]
    const visibility = fieldsWords[locale].circle
    return { ...fields, ...wordsLabels(locale, 'title', fields.title), visibility, about: aboutWords[locale].label }
  },
  shown: (locale, field, value, choices) => {
    if (field === 'category') return isCategory(value) ? categoryWords[locale][value] : value
    if (field === 'legalHold') return aboutWords[locale].yes
    if (field === 'keepUntil') return dayOf(locale, value)
    return field === 'about' ? aboutInWords(value, choices) : sharedValue(locale, field, value)
  },
  unsaid: (locale, field) => (field === 'legalHold' ? aboutWords[locale].no : null),
  path: (_at, id) => (id === null ? '/documents' : `/documents/${id}`),
}

const read: FormRecord<Read>['read'] = (tx, { space, id }) => readDocumentFields(tx, space, id ?? '')
const strange = { result: 'wrong', fields: { about: 'strange' } } as const

/** GET and POST …/documents/new: with its first file, whose name is its title where none is given. */
export const newDocumentForm = recordForm<AboutNamed[], Read>({
  ...shared,
  files: true,
  texts: { required: [], optional: ['title'] },
  more: (_fields, { files }) => (files.file ? {} : { file: 'missing' }),
  words: locale => ({ save: documentWords[locale].save, saved: documentWords[locale].kept }),
  record: {
    read,
    save: async (house, who, { at: { space }, fields, read: document, files: { file }, writtenIn, once }) => {
      if (!file) return { result: 'wrong', fields: { file: 'missing' } }
      const named = locales.some(one => fields[`title-${one}`])
      const source = isLocale(fields.source) ? fields.source : writtenIn
      const kept = await keepDocument(house, who, {
        space,
        document: said(document),
        title: named ? { fields } : { ofFileIn: source },
        about: aboutTyped(fields),
        file: { name: file.name, content: file },
        once,
      })
      if (kept.result === 'kept') return { result: 'saved', id: kept.id }
      if (kept.result === 'strange') return strange
      return { result: 'wrong', fields: { file: fileProblem(writtenIn, kept.problem) } }
    },
  },
})

/** GET and POST …/documents/:id/edit: what is said of it; its files stand on its page. */
export const documentForm = recordForm<AboutNamed[], Read>({
  ...shared,
  texts: { required: ['title'], optional: [] },
  words: locale => aboutWords[locale],
  record: {
    read,
    save: async (house, who, { at: { space, id }, fields, read: document, version, once }) => {
      const saved = await saveDocument(house, who, {
        space,
        id: id ?? '',
        document: said(document),
        title: fields,
        about: aboutTyped(fields),
        version,
        once: { key: once.key, location: once.location(id ?? '') },
      })
      if (saved.result === 'strange') return strange
      return saved.result === 'saved' ? { result: 'saved', id: id ?? '' } : saved
    },
  },
})

const said = ({ category, language, during, licence, keepUntil, legalHold, visibility }: Read) => ({
  category,
  language,
  during,
  licence,
  keepUntil,
  legalHold,
  visibility,
})

function FirstFile({ visit: { locale }, typed, errors }: Body) {
  return (
    <FileField
      {...bindFields(parts[locale], typed, errors)('file')}
      label={documentWords[locale].fields.file}
      accept={acceptedEndings}
      limit={sizeIn(locale, largestFile)}
    />
  )
}

function Said({ visit: { locale }, isNew, typed, errors, lists, source }: Body) {
  const { fields } = documentWords[locale]
  const field = bindFields(parts[locale], typed, errors)
  return (
    <>
      <WordsFields
        locale={locale}
        typed={typed}
        errors={errors}
        source={source}
        texts={[
          {
            field: 'title',
            label: fields.title,
            most: longestTitle,
            ...(isNew ? { hint: fields.titleHint, optional: true } : {}),
          },
        ]}
      />
      <SelectField {...field('category')} label={fields.category} groups={categoryGroups(locale)} />
      <LanguageField {...field('language')} locale={locale} label={fields.language} />
      <DuringField {...field('during')} locale={locale} label={fields.during} optional />
      <AboutField locale={locale} typed={typed} errors={errors} choices={lists} />
      <CircleField {...field('visibility')} locale={locale} isThere={!isNew} />
      <TextField {...field('licence')} label={fields.licence} optional />
      <DateField {...field('keepUntil')} label={fields.keepUntil} hint={fields.keepUntilHint} optional />
      <CheckboxesField
        {...field('legalHold[]')}
        values={typed.legalHold === 'yes' ? ['yes'] : []}
        label={fields.legalHold}
        choices={[{ value: 'yes', label: fields.legalHoldTick }]}
        optional
      />
    </>
  )
}
