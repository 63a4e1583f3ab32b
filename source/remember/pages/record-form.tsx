import type { Child } from 'hono/jsx'
import type { z } from 'zod'
import { type Actor, as, type Tx } from '#ground/database/actor.ts'
import type { House, Visit } from '#ground/house.ts'
import { isLocale, type Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { versionOf } from '#ground/people/acts/save-space.ts'
import { redirect } from '#ground/web/answer.ts'
import { check, type FieldErrors, inWords, readForm, type SentForm } from '#ground/web/form.ts'
import { Button, Buttons, Form } from '#ground/web/parts/form.tsx'
import { notFound } from '#ground/web/refusal.ts'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import type { RecordSaved } from '../acts/save-form.ts'
import { fieldsWords } from '../messages/fields.ts'
import { organisationErrors, wordsErrors } from '../rules/forms.ts'
import { type Fields, fieldsTyped, type Place } from '../rules/typed.ts'
import { KeptForm, keptForm, toldWhetherSent } from './kept-form.tsx'
import { addressIn, type Memory } from './memory.ts'
import { memoryPage } from './memory-page.tsx'
import { calledIn, NameWithin } from './record-name.tsx'
import type { Section } from './sections.ts'
import { WhyField, withWhy } from './why.tsx'
import { idIn, memoryToWrite, stalePage } from './writing.tsx'

type Files = SentForm['files']
type Once<Location> = { key: string | null; location: Location }

/** What a form hands to its act, once it is checked. */
export type Saving<Read> = {
  at: Place
  /** What was typed, as it was read: text. */
  fields: Fields
  /** What the schema made of it. */
  read: Read
  files: Files
  /** The language in which it was written. */
  writtenIn: Locale
  /** The version the form was filled from; not asked of a new one. */
  version: string | null
  once: Once<(id: string) => string>
}

/** How a record is read into its form, written from it and removed. */
export type FormRecord<Read> = {
  read: (tx: Tx, at: Place) => Promise<Fields | null>
  /** Whether what it stands under is of this memory, and to be seen. */
  isUnderThisMemory?: (tx: Tx, at: Place) => Promise<boolean>
  save: (house: House, who: Actor, saving: Saving<Read>) => Promise<RecordSaved>
  remove?: (house: House, who: Actor, removal: { at: Place; once: Once<string> }) => Promise<void>
}

/** For whom lists are made: what is typed may name what is offered no more. */
export type ListsFor = { memory: Memory; at: Place; locale: Locale; typed: Fields }

/** What the parts of a form are given. `lists` is what can be chosen from. */
export type FormBody<Lists> = {
  visit: Visit
  memory: Memory
  isNew: boolean
  typed: Fields
  errors: FieldErrors
  lists: Lists
  /** The language of the original, once there is one. */
  source: Locale | null
}

export type RecordForm<Lists, Read = Record<string, unknown>> = {
  record: FormRecord<Read>
  section: Section
  title: (locale: Locale, now: Fields | null) => string
  /** What a new one begins with; may read the address (`?relationship=…`). */
  start: (visit: Visit, memory: Memory) => Fields
  lists: (tx: Tx, asked: ListsFor) => Promise<Lists>
  schema: z.ZodType<Read, Record<string, unknown>>
  /** Texts in several languages: those that must be there, those that need not. */
  texts?: { required: readonly string[]; optional: readonly string[] }
  /** Its organisation fields, and whether each may be left empty. */
  organisations?: Readonly<Record<string, { optional: boolean }>>
  /** Errors between fields: keys of `errors`, or sentences. */
  more?: (fields: Fields, given: { locale: Locale; files: Files }) => FieldErrors
  /** What was typed, in the form in which it is kept, before it is checked. */
  tidy?: (fields: Fields, today: Temporal.PlainDate) => Fields
  /** Words for keys of errors, beside those that all forms of the memory share. */
  errors: (locale: Locale) => Readonly<Record<string, string>>
  /** Whether nobody is asked why it is changed: a reason would outlive the person that it tells of. */
  tellsNoReason?: boolean
  /** Whether files are sent with it. */
  files?: boolean
  /** Whether the browser keeps what is typed until it is sent: of long words, typed while somebody speaks. */
  kept?: boolean
  body: (given: FormBody<Lists>) => Child
  /** What each field is called, and how a value reads: for the page of a stale save. */
  labels: (locale: Locale) => Readonly<Record<string, string>>
  shown?: (locale: Locale, field: string, value: string, lists: Lists) => string | null | undefined
  /** What it says that a field is empty, where that says something: a tick that is not there. */
  unsaid?: (locale: Locale, field: string) => string | null
  /** Texts of several lines; of one in several languages, its name. */
  long?: readonly string[]
  /** A part is removed by a button under its form; a record that stands for itself has a page for it. */
  words: (locale: Locale) => { save: string; saved: string; remove?: string; removed?: string }
  /** Where a saved record is shown, and where one comes back to without saving; within the memory. */
  path: (at: Place, id: string | null, fields: Fields) => string
  /** At the end of the page of a record that is there: what else can be done with it. */
  after?: (given: { visit: Visit; memory: Memory; id: string }) => Child
}

type Asked = { memory: Memory; at: Place }
type Found<Lists> = { now: Fields | null; typed: Fields; lists: Lists }
type Shown = { errors: FieldErrors; version: string | null; once: string; failed: boolean }

/** Where the record of an address stands: under what, and whether it is a new one. */
export type PlaceInAddress = (visit: Visit) => { parent: string | null; id: string | null }
export const itself: PlaceInAddress = visit => ({ parent: null, id: idIn(visit) })
export const newOne: PlaceInAddress = () => ({ parent: null, id: null })
export const newUnder: PlaceInAddress = visit => ({ parent: idIn(visit), id: null })
/** A part of the record of the address; `new` is none yet. */
export const partHere: PlaceInAddress = visit => ({
  parent: idIn(visit),
  id: visit.param('part') === 'new' ? null : idIn(visit, 'part'),
})

/**
 * A form of one record of a memory: shown, checked, saved once, and, when somebody else saved meanwhile, both shown side by
 * side.
 */
export function recordForm<Lists, Read>(form: RecordForm<Lists, Read>) {
  const { record } = form

  async function asked(visit: Visit, placeIn: PlaceInAddress): Promise<Asked> {
    const memory = await memoryToWrite(visit)
    return { memory, at: { space: memory.id, ...placeIn(visit) } }
  }

  // What is there now, and what can be chosen from: one transaction.
  async function look(visit: Visit, { at, memory }: Asked, sent?: Fields): Promise<Found<Lists>> {
    const { locale } = visit
    return as(visit.house.db, visit.actor, async tx => {
      if (record.isUnderThisMemory && !(await record.isUnderThisMemory(tx, at))) throw notFound()
      const now = at.id === null ? null : await record.read(tx, at)
      if (at.id !== null && !now) throw notFound()
      const typed = sent ?? now ?? { source: locale, ...form.start(visit, memory) }
      return { now, typed, lists: await form.lists(tx, { memory, at, locale, typed }) }
    })
  }

  const show = (placeIn: PlaceInAddress) => async (visit: Visit) => {
    const here = await asked(visit, placeIn)
    const told = form.kept ? await toldWhetherSent(visit) : null
    if (told) return told
    const found = await look(visit, here)
    const once = newOnceKey(visit.house.keys)
    return formPage(visit, here, found, { errors: {}, version: found.now && versionOf(found.now), once, failed: false })
  }

  const send = (placeIn: PlaceInAddress) => async (visit: Visit) => {
    const { house, locale } = visit
    const here = await asked(visit, placeIn)
    const sent = await readForm(visit.request)
    const led = await alreadySent(house, sent.once)
    if (led) return redirect(visit, led)
    const once = sent.once ?? newOnceKey(house.keys)
    // A field that was not sent is one that was left empty.
    const unsent = Object.fromEntries(Object.keys(form.labels(locale)).map(name => [name, '']))
    const typed: Fields = { ...unsent, ...fieldsTyped(sent.typed) }
    const found = await look(visit, here, typed)
    const words = { ...fieldsWords[locale].errors, ...form.errors(locale) }
    const again = (errors: FieldErrors, failed = true) =>
      formPage(visit, here, found, { errors, version: sent.version, once, failed })
    if (sent.typed._next === 'edit') return again({}, false)

    const tidied = form.tidy?.(typed, here.memory.day) ?? typed
    const checked = check(form.schema, tidied)
    const errors = inWords(words, {
      ...(form.texts ? wordsErrors(tidied, form.texts.required, form.texts.optional) : {}),
      ...organisationsErrors(form.organisations ?? {}, tidied),
      ...(form.more?.(tidied, { locale, files: sent.files }) ?? {}),
      ...(checked.ok ? {} : checked.errors),
    })
    if (!checked.ok || Object.keys(errors).length > 0) return again(errors)

    const fields: Fields = { ...tidied, ...asTexts(checked.value as Record<string, unknown>) }
    const { at, memory } = here
    const location = (id: string) => addressIn(visit, memory, form.path(at, id, fields))
    const saved = await record.save(house, form.tellsNoReason ? visit.actor : withWhy(visit, sent), {
      at,
      fields,
      read: checked.value,
      files: sent.files,
      writtenIn: locale,
      version: sent.version,
      once: { key: sent.once, location },
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
        why: typed.why,
        version,
        once,
        cancel: form.path(at, at.id, now),
        long: (form.long ?? []).flatMap(name => Object.keys(now).filter(one => one.replace(/-..$/, '') === name)),
        inWords: (name, value) =>
          (value === '' ? form.unsaid?.(locale, name) : form.shown?.(locale, name, value, found.lists)) ?? value,
      })
    }
    return redirect(visit, location(saved.id), { tone: 'done', text: form.words(locale).saved })
  }

  const remove = (placeIn: PlaceInAddress) => async (visit: Visit) => {
    const { house, locale } = visit
    const { memory, at } = await asked(visit, placeIn)
    if (at.id === null || !record.remove) throw notFound()
    const sent = await readForm(visit.request)
    const led = await alreadySent(house, sent.once)
    if (led) return redirect(visit, led)
    const location = addressIn(visit, memory, form.path(at, null, {}))
    await record.remove(house, withWhy(visit, sent, 'why-removed'), { at, once: { key: sent.once, location } })
    const { removed } = form.words(locale)
    return redirect(visit, location, ...(removed ? [{ tone: 'done' as const, text: removed }] : []))
  }

  function formPage(
    visit: Visit,
    { memory, at }: Asked,
    { now, typed, lists }: Found<Lists>,
    { errors, version, once, failed }: Shown,
  ) {
    const { locale } = visit
    const t = parts[locale]
    const words = form.words(locale)
    const source = isLocale(now?.source) ? now.source : null
    // With what its address asks for: it is asked again, in another language too, when the form comes back.
    const { pathname, search } = visit.url
    return memoryPage(
      visit,
      memory,
      {
        title: form.title(locale, now),
        heading: <NameWithin locale={locale} said={form.title(locale, now)} name={calledIn(now)} />,
        section: form.section,
        failed,
        islands: form.kept ? [keptForm] : [],
      },
      <div class="stack measure">
        <Form
          t={t}
          action={`${pathname}${search}`}
          errors={errors}
          version={version ?? undefined}
          once={once}
          files={form.files === true}
        >
          {form.body({ visit, memory, isNew: at.id === null, typed, errors, lists, source })}
          {at.id === null || form.tellsNoReason ? null : <WhyField visit={visit} typed={typed} />}
          {form.kept ? <KeptForm visit={visit} typed={failed} /> : null}
          <Buttons>
            <Button>{words.save}</Button>
            <a href={addressIn(visit, memory, form.path(at, at.id, typed))}>{t.form.cancel}</a>
          </Buttons>
        </Form>
        {at.parent !== null && at.id !== null && words.remove ? (
          <Form t={t} action={`${pathname}/remove`} once={newOnceKey(visit.house.keys)} short>
            <WhyField visit={visit} name="why-removed" />
            <Buttons>
              <Button kind="danger">{words.remove}</Button>
            </Buttons>
          </Form>
        ) : null}
        {at.id === null || !form.after ? null : form.after({ visit, memory, id: at.id })}
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
const asTexts = (read: Record<string, unknown>): Fields =>
  Object.fromEntries(Object.entries(read).map(([name, value]) => [name, asText(value)]))

const asText = (value: unknown): string =>
  value === null || value === false ? '' : value === true ? 'yes' : String(value)
