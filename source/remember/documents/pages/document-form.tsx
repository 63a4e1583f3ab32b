import { as } from '#ground/database/actor.ts'
import { acceptedEndings, fileProblem, largestFile, sizeIn } from '#ground/files/index.ts'
import type { Visit } from '#ground/house.ts'
import { isLocale, locales } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { versionOf } from '#ground/people/acts/save-space.ts'
import { redirect } from '#ground/web/answer.ts'
import { check, type FieldErrors, inWords, readForm, textOf } from '#ground/web/form.ts'
import {
  Button,
  Buttons,
  bindFields,
  CheckboxesField,
  DateField,
  FileField,
  Form,
  SelectField,
  TextField,
} from '#ground/web/parts/form.tsx'
import { notFound } from '#ground/web/refusal.ts'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { aboutWords } from '../../messages/about.ts'
import { categoryWords } from '../../messages/document-categories.ts'
import { fieldsWords } from '../../messages/fields.ts'
import { documentWords } from '../../messages/kept-documents.ts'
import { AboutField, aboutTyped } from '../../pages/about-field.tsx'
import { CircleField, DuringField, LanguageField, WordsFields } from '../../pages/fields.tsx'
import { addressIn, type Memory } from '../../pages/memory.ts'
import { memoryPage } from '../../pages/memory-page.tsx'
import { isId, memoryToWrite, stalePage } from '../../pages/writing.tsx'
import { wordsErrors } from '../../rules/forms.ts'
import { choicesIn, type Fields, fieldsTyped } from '../../rules/typed.ts'
import { aboutToChoose, aboutValue } from '../../store/about.ts'
import { keepDocument } from '../acts/keep-document.ts'
import { saveDocument } from '../acts/save-document.ts'
import { isCategory, organisationCategories, projectCategories } from '../rules/categories.ts'
import { documentSchema, longestTitle } from '../rules/forms.ts'
import { readDocumentFields } from '../store/document-fields.ts'

type Shown = { typed: Fields; errors: FieldErrors; version: string | null; once: string }

/** GET …/documents/new and …/documents/:id/edit. */
export const showDocumentForm = (isNew: boolean) => async (visit: Visit) => {
  const memory = await memoryToWrite(visit)
  const blank = {
    source: visit.locale,
    language: visit.locale,
    visibility: '0',
    about: visit.url.searchParams.get('about') ?? '',
  }
  const typed = isNew ? blank : await fieldsNow(visit, memory)
  const version = isNew ? null : versionOf(typed)
  return formPage(visit, memory, isNew, { typed, errors: {}, version, once: newOnceKey(visit.house.keys) })
}

async function fieldsNow(visit: Visit, memory: Memory): Promise<Fields> {
  const id = visit.param('id')
  const now = isId(id) ? await as(visit.house.db, visit.actor, tx => readDocumentFields(tx, memory.id, id)) : null
  if (!now) throw notFound()
  return now
}

export const sendDocumentForm = (isNew: boolean) => async (visit: Visit) => {
  const { house, locale } = visit
  const memory = await memoryToWrite(visit)
  if (!isNew) await fieldsNow(visit, memory)
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const once = sent.once ?? newOnceKey(house.keys)
  const raw = fieldsTyped(sent.typed)
  const about = aboutTyped(raw)
  const typed: Fields = {
    ...raw,
    about: about.map(aboutValue).sort().join(' '),
    'about-more': '',
    'about-more-2': '',
  }
  const words = fieldsWords[locale].errors
  const again = (errors: FieldErrors) => formPage(visit, memory, isNew, { typed, errors, version: sent.version, once })
  const checked = check(documentSchema, typed)
  const named = locales.some(one => (typed[`title-${one}`] ?? '').trim() !== '')
  const { file } = sent.files
  const errors = {
    ...(isNew && !file ? { file: words.missing } : {}),
    ...(checked.ok ? {} : inWords(words, checked.errors)),
    ...(isNew && !named ? {} : inWords(words, wordsErrors(typed, ['title']))),
  }
  if (!checked.ok || Object.keys(errors).length > 0) return again(errors)
  if (textOf(sent.typed, '_next') === 'edit') return again({})
  const { category, language, during, licence, keepUntil, legalHold, visibility } = checked.value
  const document = { category, language, during, licence, keepUntil, legalHold, visibility }
  if (isNew && file) {
    const source = isLocale(typed.source) ? typed.source : locale
    const kept = await keepDocument(house, visit.actor, {
      space: memory.id,
      document,
      title: named ? { fields: typed } : { ofFileIn: source },
      about,
      file: { name: file.name, content: file },
      once: { key: sent.once, location: id => addressIn(visit, memory, `/documents/${id}`) },
    })
    if (kept.result === 'not-stored') return again({ file: fileProblem(locale, kept.problem) })
    if (kept.result === 'strange') return again({ about: aboutWords[locale].strange })
    const text = documentWords[locale].kept
    return redirect(visit, addressIn(visit, memory, `/documents/${kept.id}`), { tone: 'done', text })
  }
  const location = addressIn(visit, memory, `/documents/${visit.param('id')}`)
  const saved = await saveDocument(house, visit.actor, {
    space: memory.id,
    id: visit.param('id'),
    document,
    title: typed,
    about,
    version: sent.version,
    once: { key: sent.once, location },
  })
  if (saved.result === 'strange') return again({ about: aboutWords[locale].strange })
  if (saved.result === 'stale') {
    const { now, version } = saved
    return stalePage(visit, memory, {
      title: documentWords[locale].editTitle(now[`title-${now.source}`] ?? ''),
      section: 'documents',
      labels: labelsOf(visit),
      now,
      typed: { ...typed, source: now.source ?? '', during: checked.value.during ?? '' },
      version,
      once,
      inWords: await valuesInWords(visit, memory),
    })
  }
  return redirect(visit, location, { tone: 'done', text: aboutWords[locale].saved })
}

function labelsOf(visit: Visit): Record<string, string> {
  const { fields } = documentWords[visit.locale]
  const inLanguage = fieldsWords[visit.locale].inLanguage
  return {
    ...fields,
    ...Object.fromEntries(locales.map(one => [`title-${one}`, inLanguage(fields.title, one)])),
    visibility: fieldsWords[visit.locale].circle,
    about: aboutWords[visit.locale].label,
  }
}

async function valuesInWords(visit: Visit, memory: Memory) {
  const choices = await as(visit.house.db, visit.actor, tx => aboutToChoose(tx, memory.id, visit.locale))
  const names = new Map(choices.map(choice => [aboutValue(choice), choice.name?.text ?? '']))
  return (name: string, value: string): string => {
    if (name === 'category') return isCategory(value) ? categoryWords[visit.locale][value] : value
    if (name === 'legalHold') return aboutWords[visit.locale][value === 'yes' ? 'yes' : 'no']
    if (name === 'about')
      return choicesIn(value)
        .flatMap(one => names.get(one) ?? [])
        .join(', ')
    return value
  }
}

async function formPage(visit: Visit, memory: Memory, isNew: boolean, shown: Shown): Promise<Response> {
  const { locale } = visit
  const { typed, errors } = shown
  const t = parts[locale]
  const m = documentWords[locale]
  const choices = await as(visit.house.db, visit.actor, tx => aboutToChoose(tx, memory.id, locale, aboutTyped(typed)))
  const field = bindFields(t, typed, errors)
  const known = typed[`title-${typed.source}`] ?? ''
  const back = isNew ? '/documents' : `/documents/${visit.param('id')}`
  const named = (codes: readonly (keyof (typeof categoryWords)['en'])[]) =>
    codes.map(value => ({ value, label: categoryWords[locale][value] }))
  return memoryPage(
    visit,
    memory,
    {
      title: isNew ? m.newTitle : m.editTitle(known),
      section: 'documents',
      failed: Object.keys(errors).length > 0,
    },
    <div class="measure">
      <Form
        t={t}
        action={visit.url.pathname}
        errors={errors}
        version={shown.version ?? undefined}
        once={shown.once}
        files={isNew}
      >
        {isNew ? (
          <FileField
            {...field('file')}
            label={m.fields.file}
            accept={acceptedEndings}
            limit={sizeIn(locale, largestFile)}
          />
        ) : null}
        <WordsFields
          locale={locale}
          typed={typed}
          errors={errors}
          source={!isNew && isLocale(typed.source) ? typed.source : null}
          texts={[
            {
              field: 'title',
              label: m.fields.title,
              most: longestTitle,
              ...(isNew ? { hint: m.fields.titleHint, optional: true } : {}),
            },
          ]}
        />
        <SelectField
          {...field('category')}
          label={m.fields.category}
          groups={[
            { label: m.groups.other, choices: named(['own']) },
            { label: m.groups.project, choices: named(projectCategories) },
            { label: m.groups.organisation, choices: named(organisationCategories) },
          ]}
        />
        <LanguageField {...field('language')} locale={locale} label={m.fields.language} />
        <DuringField {...field('during')} locale={locale} label={m.fields.during} optional />
        <AboutField locale={locale} typed={typed} errors={errors} choices={choices} />
        <CircleField {...field('visibility')} locale={locale} />
        <TextField {...field('licence')} label={m.fields.licence} optional />
        <DateField {...field('keepUntil')} label={m.fields.keepUntil} hint={m.fields.keepUntilHint} optional />
        <CheckboxesField
          {...field('legalHold[]')}
          values={typed.legalHold === 'yes' ? ['yes'] : []}
          label={m.fields.legalHold}
          choices={[{ value: 'yes', label: m.fields.legalHoldTick }]}
          optional
        />
        <Buttons>
          <Button>{isNew ? m.save : aboutWords[locale].save}</Button>
          <a href={addressIn(visit, memory, back)}>{t.form.cancel}</a>
        </Buttons>
      </Form>
    </div>,
  )
}
