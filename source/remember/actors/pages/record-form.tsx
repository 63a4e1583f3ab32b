import type { Child } from 'hono/jsx'
import type { z } from 'zod'
import { as, type Tx } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { isLocale, type Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { redirect } from '#ground/web/answer.ts'
import { check, type FieldErrors, inWords, readForm, type Typed } from '#ground/web/form.ts'
import { Button, Buttons, Form, StaleSave } from '#ground/web/parts/form.tsx'
import { notFound } from '#ground/web/refusal.ts'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { fieldsWords } from '../../messages/fields.ts'
import { addressIn, type Memory } from '../../pages/memory.ts'
import { memoryPage } from '../../pages/memory-page.tsx'
import type { Section } from '../../pages/sections.ts'
import { organisationErrors, wordsErrors } from '../../rules/forms.ts'
import { saveRecord, versionOf } from '../acts/save-record.ts'
import type { Fields } from '../store/form-texts.ts'
import { type RecordKind, records } from '../store/records.ts'
import { idIn, memoryToEdit } from './parts.tsx'

/** What the parts of a form are given. `lists` is what can be chosen from. */
export type FormBody<Lists> = {
  visit: Visit
  memory: Memory
  typed: Fields
  errors: FieldErrors
  lists: Lists
  /** The language of the original, once there is one. */
  source: Locale | null
}

export type RecordForm<Lists> = {
  kind: RecordKind
  section: Section
  /** What the form is called where there is no record yet, and how a record is called in its trail. */
  titles: (locale: Locale, now: Fields | null) => string
  /** What a new one begins with; may read the address (`?relationship=…`). */
  start: (visit: Visit) => Fields
  lists: (tx: Tx, memory: Memory, locale: Locale) => Promise<Lists>
  schema: z.ZodType<Record<string, unknown>, Record<string, unknown>>
  /** Texts in several languages: those that must be there, those that need not. */
  texts?: { required: readonly string[]; optional: readonly string[] }
  /** Whether the form has an OrganisationField, and whether it may be left empty. */
  organisation?: 'required' | 'optional'
  /** Errors between fields: sentences, or keys of `errors`. */
  more?: (typed: Fields, locale: Locale) => FieldErrors
  /** Words of this form for keys of errors, beside those that all forms of the memory share. */
  errors: (locale: Locale) => Readonly<Record<string, string>>
  body: (given: FormBody<Lists>) => Child
  /** What each field is called, and how a value reads: for the page of a stale save. */
  labels: (locale: Locale) => Readonly<Record<string, string>>
  shown?: (locale: Locale, field: string, value: string, lists: Lists) => string
  save: (locale: Locale) => { button: string; saved: string }
  /** Where a saved record is shown, within the memory. */
  path: (id: string, fields: Fields) => string
  /** Where one comes back to without saving. */
  back: (id: string | null, fields: Fields) => string
  /** At the end of the page of a record that is there: what else can be done with it. */
  after?: (given: { visit: Visit; memory: Memory; id: string }) => Child
}

type Shown = { typed: Fields; errors: FieldErrors; version: string | null; once: string; failed: boolean }

/**
 * A form of one record of a memory: shown, checked, saved once, and, when somebody else saved meanwhile, both shown side by
 * side.
 */
export function recordForm<Lists>(form: RecordForm<Lists>) {
  const store = records[form.kind]

  async function show(visit: Visit, isNew: boolean): Promise<Response> {
    const memory = await memoryToEdit(visit)
    const id = isNew ? null : idIn(visit)
    const once = newOnceKey(visit.house.keys)
    const now = id === null ? null : await reading(visit, memory, id)
    const typed = now ?? { source: visit.locale, visibility: '0', ...form.start(visit) }
    const version = now && versionOf(now)
    return formPage(visit, memory, id, now, { typed, errors: {}, version, once, failed: false })
  }

  async function send(visit: Visit, isNew: boolean): Promise<Response> {
    const { house, locale } = visit
    const memory = await memoryToEdit(visit)
    const id = isNew ? null : idIn(visit)
    const sent = await readForm(visit.request)
    const led = await alreadySent(house, sent.once)
    if (led) return redirect(visit, led)
    const once = sent.once ?? newOnceKey(house.keys)
    const now = id === null ? null : await reading(visit, memory, id)
    const typed = asFields(sent.typed)
    const errorWords = { ...fieldsWords[locale].errors, ...form.errors(locale) }
    const again = (errors: FieldErrors, failed = true) =>
      formPage(visit, memory, id, now, { typed, errors, version: sent.version, once, failed })

    const checked = check(form.schema, typed)
    const errors = inWords(errorWords, {
      ...(form.texts ? wordsErrors(typed, form.texts.required, form.texts.optional) : {}),
      ...(form.organisation ? organisationErrors(typed, { optional: form.organisation === 'optional' }) : {}),
      ...(form.more?.(typed, locale) ?? {}),
      ...(checked.ok ? {} : checked.errors),
    })
    if (sent.typed._next === 'edit') return again({}, false)
    if (!checked.ok || Object.keys(errors).length > 0) return again(errors)

    const fields = { ...typed, ...asTexts(checked.value) }
    const saved = await saveRecord(house, visit.actor, {
      kind: form.kind,
      space: memory.id,
      id,
      fields: { ...fields, writtenIn: locale },
      version: sent.version,
      once: { key: sent.once, location: made => addressIn(visit, memory, form.path(made, fields)) },
    })
    if (saved.result === 'wrong') return again(inWords(errorWords, saved.fields))
    if (saved.result === 'stale') return stalePage(visit, memory, id, fields, saved, once)
    const { saved: text } = form.save(locale)
    return redirect(visit, addressIn(visit, memory, form.path(saved.id, fields)), { tone: 'done', text })
  }

  async function reading(visit: Visit, memory: Memory, id: string): Promise<Fields> {
    const now = await as(visit.house.db, visit.actor, tx => store.read(tx, memory.id, id))
    if (!now) throw notFound()
    return now
  }

  async function formPage(visit: Visit, memory: Memory, id: string | null, now: Fields | null, shown: Shown) {
    const { locale } = visit
    const t = parts[locale]
    const { typed, errors, failed } = shown
    const lists = await as(visit.house.db, visit.actor, tx => form.lists(tx, memory, locale))
    const source = isLocale(now?.source) ? now.source : null
    return memoryPage(
      visit,
      memory,
      { title: form.titles(locale, now), section: form.section, failed },
      <div class="stack measure">
        <Form
          t={t}
          action={`${visit.url.pathname}${visit.url.search}`}
          errors={errors}
          version={shown.version ?? undefined}
          once={shown.once}
        >
          {form.body({ visit, memory, typed, errors, lists, source })}
          <Buttons>
            <Button>{form.save(locale).button}</Button>
            <a href={addressIn(visit, memory, form.back(id, typed))}>{t.form.cancel}</a>
          </Buttons>
        </Form>
        {id === null || !form.after ? null : form.after({ visit, memory, id })}
      </div>,
    )
  }

  async function stalePage(
    visit: Visit,
    memory: Memory,
    id: string | null,
    typed: Fields,
    { now, version }: { now: Fields; version: string },
    once: string,
  ) {
    const { locale } = visit
    const labels = form.labels(locale)
    const lists = await as(visit.house.db, visit.actor, tx => form.lists(tx, memory, locale))
    const names = Object.keys(now).filter(name => name !== 'source')
    const differ = names.filter(name => (now[name] ?? '') !== (typed[name] ?? ''))
    const side = (name: string, value: string) => ({ value, shown: form.shown?.(locale, name, value, lists) ?? value })
    return memoryPage(
      visit,
      memory,
      { title: form.titles(locale, now), section: form.section, failed: true },
      <StaleSave
        t={parts[locale]}
        action={visit.url.pathname}
        version={version}
        once={once}
        changes={differ.map(name => ({
          name,
          label: labels[name] ?? name,
          theirs: side(name, now[name] ?? ''),
          yours: side(name, typed[name] ?? ''),
        }))}
        kept={[
          ...names.filter(name => !differ.includes(name)).map(name => [name, now[name] ?? ''] as const),
          ['source', now.source || typed.source || ''],
        ]}
        cancel={addressIn(visit, memory, form.back(id, now))}
      />,
      409,
    )
  }

  return {
    showNew: (visit: Visit) => show(visit, true),
    sendNew: (visit: Visit) => send(visit, true),
    show: (visit: Visit) => show(visit, false),
    send: (visit: Visit) => send(visit, false),
  }
}

/** Ticks and choices of several come as `name[]`: one field, its values joined by spaces in one order. */
function asFields(typed: Typed): Fields {
  const fields: Record<string, string> = {}
  for (const [name, value] of Object.entries(typed)) {
    if (name.startsWith('_')) continue
    if (name.endsWith('[]')) fields[name.slice(0, -2)] = [value].flat().toSorted().join(' ')
    else fields[name] = typeof value === 'string' ? value.trim() : ''
  }
  return fields
}

const asTexts = (checked: Record<string, unknown>): Fields =>
  Object.fromEntries(Object.entries(checked).map(([name, value]) => [name, value === null ? '' : String(value)]))
