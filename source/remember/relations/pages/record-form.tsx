import type { Child } from 'hono/jsx'
import type { z } from 'zod'
import { as, type Tx } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { isLocale, type Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { versionOf } from '#ground/people/acts/save-space.ts'
import { redirect } from '#ground/web/answer.ts'
import { check, type FieldErrors, inWords, readForm } from '#ground/web/form.ts'
import { Button, Buttons, Form, StaleSave } from '#ground/web/parts/form.tsx'
import { notFound } from '#ground/web/refusal.ts'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { fieldsWords } from '../../messages/fields.ts'
import { addressIn, type Memory } from '../../pages/memory.ts'
import { memoryPage } from '../../pages/memory-page.tsx'
import { organisationErrors, wordsErrors } from '../../rules/forms.ts'
import { type Fields, fieldsTyped } from '../../rules/typed.ts'
import { removeRecord } from '../acts/remove-record.ts'
import { saveRecord } from '../acts/save-record.ts'
import { isUnderThisMemory, type RecordKind, records } from '../store/records.ts'
import type { Place } from '../store/relationship-fields.ts'
import { idIn, memoryToEdit } from './parts.tsx'

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
  title: (locale: Locale, now: Fields | null) => string
  /** What a new one begins with. */
  start: (visit: Visit, memory: Memory) => Fields
  lists: (tx: Tx, place: Place, locale: Locale) => Promise<Lists>
  schema: z.ZodType<Record<string, unknown>, Record<string, unknown>>
  /** Texts in several languages: those that must be there, those that need not. */
  texts?: { required: readonly string[]; optional: readonly string[] }
  /** Whether the form has an OrganisationField. */
  organisation?: boolean
  /** Errors between fields: keys of `errors`. */
  more?: (fields: Fields) => FieldErrors
  /** Takes out what the other answers give no meaning to. */
  tidy?: (fields: Fields) => Fields
  /** Words for keys of errors, beside those that all forms of the memory share. */
  errors: (locale: Locale) => Readonly<Record<string, string>>
  body: (given: FormBody<Lists>) => Child
  /** What each field is called, and how a value reads: for the page of a stale save. */
  labels: (locale: Locale) => Readonly<Record<string, string>>
  shown?: (locale: Locale, field: string, value: string, lists: Lists) => string | null
  button: (locale: Locale) => string
  saved: (locale: Locale) => string
  /** A part is removed by a button under its form; a relationship and an agreement have a page for it. */
  removal?: (locale: Locale) => { button: string; done: string }
  /** Where a saved record is shown, and where one comes back to without saving; within the memory. */
  path: (place: Place, id: string | null) => string
}

type Asked = { memory: Memory; place: Place }
type Shown = { typed: Fields; errors: FieldErrors; version: string | null; once: string; failed: boolean }

/** Where the record of an address stands: under what, and whether it is a new one. */
export type PlaceInAddress = (visit: Visit) => { parent: string | null; id: string | null }
export const itself: PlaceInAddress = visit => ({ parent: null, id: idIn(visit) })
export const newOne: PlaceInAddress = () => ({ parent: null, id: null })
export const newUnder: PlaceInAddress = visit => ({ parent: idIn(visit), id: null })
export const partNamed =
  (name: string): PlaceInAddress =>
  visit => ({ parent: idIn(visit), id: visit.param(name) === 'new' ? null : idIn(visit, name) })

/**
 * A form of one record of a memory: shown, checked, saved once, and, when somebody else saved meanwhile, both shown side by
 * side.
 */
export function recordForm<Lists>(form: RecordForm<Lists>) {
  const store = records[form.kind]

  async function asked(visit: Visit, placeIn: PlaceInAddress): Promise<Asked> {
    const memory = await memoryToEdit(visit)
    return { memory, place: { space: memory.id, ...placeIn(visit) } }
  }

  // What is there now, and what can be chosen from: one transaction.
  async function look(visit: Visit, { place }: Asked): Promise<{ now: Fields | null; lists: Lists }> {
    return as(visit.house.db, visit.actor, async tx => {
      if (!(await isUnderThisMemory(tx, form.kind, place))) throw notFound()
      const now = await store.read(tx, place)
      if (place.id !== null && !now) throw notFound()
      return { now, lists: await form.lists(tx, place, visit.locale) }
    })
  }

  const show = (placeIn: PlaceInAddress) => async (visit: Visit) => {
    const here = await asked(visit, placeIn)
    const { now, lists } = await look(visit, here)
    const typed = now ?? { source: visit.locale, ...form.start(visit, here.memory) }
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
    const typed = fieldsTyped(sent.typed)
    const words = { ...fieldsWords[locale].errors, ...form.errors(locale) }
    const again = (errors: FieldErrors, failed = true) =>
      formPage(visit, here, found, { typed, errors, version: sent.version, once, failed })
    if (sent.typed._next === 'edit') return again({}, false)

    const tidied = form.tidy?.(typed) ?? typed
    const checked = check(form.schema, tidied)
    const errors = inWords(words, {
      ...(form.texts ? wordsErrors(tidied, form.texts.required, form.texts.optional) : {}),
      ...(form.organisation ? organisationErrors(tidied) : {}),
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
    if (saved.result === 'stale') return stalePage(visit, here, fields, saved, found.lists, once)
    return redirect(visit, addressIn(visit, memory, form.path(place, saved.id)), {
      tone: 'done',
      text: form.saved(locale),
    })
  }

  const remove = (placeIn: PlaceInAddress) => async (visit: Visit) => {
    const { house, locale } = visit
    const { memory, place } = await asked(visit, placeIn)
    if (place.id === null || !form.removal) throw notFound()
    const sent = await readForm(visit.request)
    const led = await alreadySent(house, sent.once)
    if (led) return redirect(visit, led)
    const location = addressIn(visit, memory, form.path(place, null))
    await removeRecord(house, visit.actor, { kind: form.kind, at: place, once: { key: sent.once, location } })
    return redirect(visit, location, { tone: 'done', text: form.removal(locale).done })
  }

  function formPage(
    visit: Visit,
    { memory, place }: Asked,
    { now, lists }: { now: Fields | null; lists: Lists },
    { typed, errors, version, once, failed }: Shown,
  ) {
    const { locale } = visit
    const t = parts[locale]
    const source = isLocale(now?.source) ? now.source : null
    const action = visit.url.pathname
    return memoryPage(
      visit,
      memory,
      { title: form.title(locale, now), section: 'relationships', failed },
      <div class="stack measure">
        <Form t={t} action={action} errors={errors} version={version ?? undefined} once={once}>
          {form.body({ visit, typed, errors, lists, source })}
          <Buttons>
            <Button>{form.button(locale)}</Button>
            <a href={addressIn(visit, memory, form.path(place, place.id))}>{t.form.cancel}</a>
          </Buttons>
        </Form>
        {place.id !== null && form.removal ? (
          <Form t={t} action={`${action}/remove`} once={newOnceKey(visit.house.keys)} short>
            <Buttons>
              <Button kind="danger">{form.removal(locale).button}</Button>
            </Buttons>
          </Form>
        ) : null}
      </div>,
    )
  }

  function stalePage(
    visit: Visit,
    { memory, place }: Asked,
    typed: Fields,
    { now, version }: { now: Fields; version: string },
    lists: Lists,
    once: string,
  ) {
    const { locale } = visit
    const labels = form.labels(locale)
    const names = Object.keys(now).filter(name => name !== 'source')
    const differ = names.filter(name => (now[name] ?? '') !== (typed[name] ?? ''))
    const side = (name: string, value: string) => ({
      value,
      shown: (value === '' ? null : form.shown?.(locale, name, value, lists)) ?? value,
    })
    return memoryPage(
      visit,
      memory,
      { title: form.title(locale, now), section: 'relationships', failed: true },
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
          long: /^(reason|narrative|sensitivity)-..$/.test(name),
        }))}
        kept={[
          ...names.filter(name => !differ.includes(name)).map(name => [name, now[name] ?? ''] as const),
          ['source', now.source || typed.source || ''],
        ]}
        cancel={addressIn(visit, memory, form.path(place, place.id))}
      />,
      409,
    )
  }

  return { show, send, remove }
}

/** What a schema read, as the fields that are written. */
const asTexts = (checked: Record<string, unknown>): Fields =>
  Object.fromEntries(Object.entries(checked).map(([name, value]) => [name, value === null ? '' : String(value)]))
