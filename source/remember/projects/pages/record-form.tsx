import type { Child } from 'hono/jsx'
import type { z } from 'zod'
import { as, type Tx } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { isLocale, type Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { versionOf } from '#ground/people/acts/save-space.ts'
import { redirect } from '#ground/web/answer.ts'
import { check, type FieldErrors, inWords, readForm } from '#ground/web/form.ts'
import { Button, Buttons, Form } from '#ground/web/parts/form.tsx'
import { notFound } from '#ground/web/refusal.ts'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { fieldsWords } from '../../messages/fields.ts'
import { addressIn, type Memory } from '../../pages/memory.ts'
import { memoryPage } from '../../pages/memory-page.tsx'
import type { Section } from '../../pages/sections.ts'
import { memoryToWrite, stalePage } from '../../pages/writing.tsx'
import { organisationErrors, wordsErrors } from '../../rules/forms.ts'
import { type Fields, fieldsTyped } from '../../rules/typed.ts'
import { removeRecord } from '../acts/remove-record.ts'
import { saveRecord } from '../acts/save-record.ts'
import type { Place } from '../store/place.ts'
import { type RecordKind, records } from '../store/records.ts'
import { idIn } from './parts.tsx'

/** What the parts of a form are given. `lists` is what can be chosen from. */
export type FormBody<Lists> = {
  visit: Visit
  typed: Fields
  errors: FieldErrors
  lists: Lists
  /** The language of the original, once there is one. */
  source: Locale | null
}

export type RecordForm<Lists> = {
  kind: RecordKind
  section: Section
  title: (locale: Locale, now: Fields | null) => string
  /** What a new one begins with. */
  start: (visit: Visit, lists: Lists) => Fields
  lists: (tx: Tx, place: Place, memory: Memory, locale: Locale) => Promise<Lists>
  schema: z.ZodType<Record<string, unknown>, Record<string, unknown>>
  /** Texts in several languages: those that must be there, those that need not. */
  texts?: { required: readonly string[]; optional: readonly string[] }
  /** Its organisation fields, and whether each may be left empty. */
  organisations?: Readonly<Record<string, { optional: boolean }>>
  /** Errors between fields: keys of `errors`. */
  more?: (fields: Fields) => FieldErrors
  /** What was typed, in the form in which it is kept, before it is checked. */
  tidy?: (fields: Fields) => Fields
  /** Words for keys of errors, beside those that all forms of the memory share. */
  errors: (locale: Locale) => Readonly<Record<string, string>>
  body: (given: FormBody<Lists>) => Child
  /** What each field is called, and how a value reads: for the page of a stale save. */
  labels: (locale: Locale) => Readonly<Record<string, string>>
  shown?: (locale: Locale, field: string, value: string, lists: Lists) => string | null
  words: (locale: Locale) => { save: string; saved: string; remove?: string; removed?: string }
  /** Where a saved record is shown, and where one comes back to without saving; within the memory. */
  path: (place: Place, id: string | null) => string
}

type Asked = { memory: Memory; place: Place }
type Shown = { typed: Fields; errors: FieldErrors; version: string | null; once: string; failed: boolean }

/** Where the record of an address stands: under which project, and which; `new` is a new one. */
export type PlaceInAddress = (visit: Visit) => { parent: string | null; id: string | null }
export const itself: PlaceInAddress = visit => ({ parent: null, id: idIn(visit) })
export const newOne: PlaceInAddress = () => ({ parent: null, id: null })
export const partHere: PlaceInAddress = visit => ({
  parent: idIn(visit),
  id: visit.param('part') === 'new' ? null : idIn(visit, 'part'),
})

/**
 * A form of one record: shown, checked, saved once, and, when somebody else saved meanwhile, both shown side by side. A part of a
 * project is removed by a button under its form.
 */
export function recordForm<Lists>(form: RecordForm<Lists>) {
  const store = records[form.kind]

  async function asked(visit: Visit, placeIn: PlaceInAddress): Promise<Asked> {
    const memory = await memoryToWrite(visit)
    return { memory, place: { space: memory.id, ...placeIn(visit) } }
  }

  // What is there now, and what can be chosen from: one transaction.
  async function look(visit: Visit, { place, memory }: Asked): Promise<{ now: Fields | null; lists: Lists }> {
    const found = await as(visit.house.db, visit.actor, async tx => ({
      now: await store.read(tx, place),
      above: place.parent === null ? true : await records.project.read(tx, { ...place, id: place.parent }),
      lists: await form.lists(tx, place, memory, visit.locale),
    }))
    if ((place.id !== null && !found.now) || !found.above) throw notFound()
    return found
  }

  const show = (placeIn: PlaceInAddress) => async (visit: Visit) => {
    const here = await asked(visit, placeIn)
    const { now, lists } = await look(visit, here)
    const typed = now ?? { source: visit.locale, ...form.start(visit, lists) }
    const once = newOnceKey(visit.house.keys)
    const version = now && versionOf(now)
    return formPage(visit, here, { now, lists }, { typed, errors: {}, version, once, failed: false })
  }

  const send = (placeIn: PlaceInAddress) => async (visit: Visit) => {
    const { house, locale } = visit
    const here = await asked(visit, placeIn)
    const sent = await readForm(visit.request)
    const led = await alreadySent(house, sent.once)
    if (led) return redirect(visit, led)
    const once = sent.once ?? newOnceKey(house.keys)
    const found = await look(visit, here)
    // A field that was not sent is one that was left empty.
    const unsent = Object.fromEntries(Object.keys(form.labels(locale)).map(name => [name, '']))
    const typed: Fields = { ...unsent, ...fieldsTyped(sent.typed) }
    const words = { ...fieldsWords[locale].errors, ...form.errors(locale) }
    const again = (errors: FieldErrors, failed = true) =>
      formPage(visit, here, found, { typed, errors, version: sent.version, once, failed })
    if (sent.typed._next === 'edit') return again({}, false)

    const tidied = form.tidy?.(typed) ?? typed
    const checked = check(form.schema, tidied)
    const errors = inWords(words, {
      ...(form.texts ? wordsErrors(tidied, form.texts.required, form.texts.optional) : {}),
      ...organisationsErrors(form.organisations ?? {}, tidied),
      ...(form.more?.(tidied) ?? {}),
      ...(checked.ok ? {} : checked.errors),
    })
    if (!checked.ok || Object.keys(errors).length > 0) return again(errors)
    const fields: Fields = { ...tidied, ...asTexts(checked.value) }
    const { place, memory } = here
    const saved = await saveRecord(house, visit.actor, {
      kind: form.kind,
      at: place,
      fields,
      writtenIn: locale,
      version: sent.version,
      once: { key: sent.once, location: id => addressIn(visit, memory, form.path(place, id)) },
    })
    if (saved.result === 'wrong') return again(inWords(words, saved.fields))
    if (saved.result === 'stale') {
      const { now, version } = saved
      return stalePage(visit, memory, {
        title: form.title(locale, now),
        section: form.section,
        labels: form.labels(locale),
        now,
        typed: fields,
        version,
        once,
        inWords: (name, value) => (value === '' ? value : (form.shown?.(locale, name, value, found.lists) ?? value)),
      })
    }
    return redirect(visit, addressIn(visit, memory, form.path(place, saved.id)), {
      tone: 'done',
      text: form.words(locale).saved,
    })
  }

  const remove = (placeIn: PlaceInAddress) => async (visit: Visit) => {
    const { house, locale } = visit
    const { memory, place } = await asked(visit, placeIn)
    if (place.id === null) throw notFound()
    const sent = await readForm(visit.request)
    const led = await alreadySent(house, sent.once)
    if (led) return redirect(visit, led)
    const location = addressIn(visit, memory, form.path(place, null))
    await removeRecord(house, visit.actor, { kind: form.kind, at: place, once: { key: sent.once, location } })
    const { removed } = form.words(locale)
    return redirect(visit, location, ...(removed ? [{ tone: 'done' as const, text: removed }] : []))
  }

  function formPage(
    visit: Visit,
    { memory, place }: Asked,
    { now, lists }: { now: Fields | null; lists: Lists },
    { typed, errors, version, once, failed }: Shown,
  ) {
    const { locale } = visit
    const t = parts[locale]
    const words = form.words(locale)
    const source = isLocale(now?.source) ? now.source : null
    const action = visit.url.pathname
    return memoryPage(
      visit,
      memory,
      { title: form.title(locale, now), section: form.section, failed },
      <div class="stack measure">
        <Form t={t} action={action} errors={errors} version={version ?? undefined} once={once}>
          {form.body({ visit, typed, errors, lists, source })}
          <Buttons>
            <Button>{words.save}</Button>
            <a href={addressIn(visit, memory, form.path(place, place.id))}>{t.form.cancel}</a>
          </Buttons>
        </Form>
        {place.parent !== null && place.id !== null && words.remove ? (
          <Form t={t} action={`${action}/remove`} once={newOnceKey(visit.house.keys)} short>
            <Buttons>
              <Button kind="danger">{words.remove}</Button>
            </Buttons>
          </Form>
        ) : null}
      </div>,
    )
  }

  return { show, send, remove }
}

const organisationsErrors = (fields: Readonly<Record<string, { optional: boolean }>>, typed: Fields): FieldErrors =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([field, { optional }]) =>
      Object.entries(organisationErrors(typed, { field, optional })),
    ),
  )

/** What a schema read, as the fields that are written. */
const asTexts = (checked: Record<string, unknown>): Fields =>
  Object.fromEntries(Object.entries(checked).map(([name, value]) => [name, value === null ? '' : String(value)]))
