import { editing } from '#convene/messages/editing.ts'
import { editingSlots } from '#convene/messages/editing-slots.ts'
import { fileIn } from '#convene/programme/rules/file-address.ts'
import { withDays } from '#convene/programme/rules/programme.ts'
import { findingsOf } from '#convene/programme/store/findings-of.ts'
import { changeSeminar, versionOf } from '#convene/seminar/acts/change-seminar.ts'
import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import { as, type Tx } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { redirect } from '#ground/web/answer.ts'
import { type FieldErrors, readForm, type Typed } from '#ground/web/form.ts'
import { notFound } from '#ground/web/refusal.ts'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { documentRows, urlField } from '../../rules/document-form.ts'
import { textOf } from '../../rules/fields.ts'
import { keyFrom } from '../../rules/key-from.ts'
import { languagesOf, newKey } from '../../rules/parts.ts'
import {
  beginningOfSlot,
  type Slot,
  shapeOfSlot,
  shownOfSlot,
  slotFrom,
  slotOf,
  typedOfSlot,
  withOneMore,
  withSlot,
} from '../../rules/slot-form.ts'
import { clocksDuring } from '../../rules/slot-times.ts'
import { type KnownFile, knownFiles } from '../../store/slot-files.ts'
import { beginningWith, besideOthers, type Sent, withKept } from '../joined.ts'
import { addressOf, placeIn } from '../leaving.tsx'
import { editOf, seminarToEdit } from '../office.ts'
import { slotErrors } from './slot-errors.ts'
import { type EditedWithFiles, slotPage } from './slot-page.tsx'
import { staleSlot } from './slot-stale.tsx'
import { clocksInWords, titleOfSlot } from './slot-words.ts'
import { keepUploads } from './uploads.ts'

/** The seminar, the slot of the address (its key is null for a new one), and the files it refers to. */
async function opened(visit: Visit) {
  const asked = visit.param('item')
  const key = asked === newKey ? null : asked
  const seminar = await seminarToEdit(visit, async (tx: Tx, { file }) => ({
    files: await knownFiles(tx, filesIn(slotOf(file, key)?.documents.map(({ url }) => url) ?? [])),
    findings: (await findingsOf(tx, file.slug))?.open.filter(({ slots }) => slots.includes(key ?? '')).length ?? 0,
  }))
  return { seminar, key, slot: slotOf(seminar.file, key) }
}

const filesIn = (addresses: readonly string[]) => [
  ...new Set(addresses.flatMap(address => fileIn(address.trim()) ?? [])),
]

/** With the files that were kept with an earlier sending of the form, and are in no slot yet. */
async function filesTyped(visit: Visit, typed: Typed, known: ReadonlyMap<string, KnownFile>) {
  const addresses = documentRows(typed).map(row => textOf(typed, urlField(row)))
  const others = filesIn(addresses).filter(id => !known.has(id))
  if (others.length === 0) return known
  const found = await as(visit.house.db, visit.actor, tx => knownFiles(tx, others))
  return new Map([...known, ...found])
}

/** GET /:l/desk/seminars/:slug/edit/slots/:item, also for a new one, with `day` for the day it is on */
export async function showSlot(visit: Visit): Promise<Response> {
  const { seminar, key, slot } = await opened(visit)
  if (key !== null && !slot) throw notFound()
  const { file } = seminar
  const typed = slot
    ? beginningWith(typedOfSlot(file, slot), shapeOfSlot)
    : beginningOfSlot(file, visit.url.searchParams.get('day'))
  return slotPage(visit, seminar, slot, key, { typed, version: versionOf(shownOfSlot(key)(file)), once: null })
}

/**
 * POST of the same: saves the slot in the draft. `_next` brings the form back with one more line or document, or as it was
 * sent. Files are kept at once, so that they need not be chosen again.
 */
export async function sendSlot(visit: Visit): Promise<Response> {
  const { seminar: found, key, slot } = await opened(visit)
  const sent = await readForm(visit.request)
  const led = await alreadySent(visit.house, sent.once)
  if (led) return redirect(visit, led)
  const { typed, errors: refused, kept } = await keepUploads(visit, found, sent)
  const files = await filesTyped(visit, typed, new Map([...found.files, ...kept]))
  const seminar = { ...found, files }
  const { version, once } = sent
  const again = (changed: Typed, errors: FieldErrors = {}) =>
    slotPage(visit, seminar, slot, key, { typed: changed, errors, version, once })
  const next = textOf(typed, '_next')
  if (next === 'add' || next === 'add-document') {
    return again(withOneMore(next, typed, languagesOf(seminar.file)), refused)
  }
  if (next === 'edit' || Object.keys(refused).length > 0) return again(typed, refused)
  const place = placeIn(typed)
  // A slot that has no key yet has no panel either.
  const to = place && (key !== null || place !== 'panel') ? addressOf(visit, seminar, place, key ?? '') : undefined
  return saveSlot(visit, seminar, key, { typed, version, once, to })
}

async function saveSlot(visit: Visit, seminar: EditedWithFiles, key: string | null, given: Sent): Promise<Response> {
  const { house, locale } = visit
  const form = {
    shown: (file: SeminarFile) => {
      const there = slotOf(file, key)
      return there ? typedOfSlot(file, there) : null
    },
    version: (file: SeminarFile) => versionOf(shownOfSlot(key)(file)),
    shape: shapeOfSlot,
  }
  const sent = await besideOthers(visit, seminar.file, given, form)
  if (sent instanceof Response) return sent
  const { typed, version, once } = sent
  const again = (errors: FieldErrors) =>
    slotPage(visit, seminar, slotOf(seminar.file, key), key, { typed, errors, version, once })
  const location = sent.to ?? `${editOf(visit, seminar.slug)}/programme`
  // Where the slot stands in the file that was checked.
  let at = 0
  let saved: Slot | undefined
  const done = await changeSeminar(
    house,
    visit.actor,
    seminar.slug,
    version ?? '',
    file => {
      const { slots } = file.programme
      at = slots.findIndex(one => one.key === key)
      if (at === -1) at = slots.length
      const before = slotOf(file, key)
      const said = slotFrom(file, before, typed)
      // What is wrong in it is found by the checks that follow.
      saved = { ...said, key: key ?? keyOfNew(file, said.title) } as Slot
      return withSlot(file, key, saved)
    },
    { part: shownOfSlot(key), sent: { once, location } },
  )
  switch (done.outcome) {
    case 'stale':
      // Saved a moment ago: beside that it may be saved at once.
      if (form.version(seminar.file) === version) return saveSlot(visit, { ...seminar, file: done.now }, key, sent)
      return staleSlot(visit, seminar, { key, typed, now: done.now, once: once ?? newOnceKey(house.keys) })
    case 'invalid':
      return again(slotErrors(done.problems, { locale, file: seminar.file, at, typed }))
    case 'changed': {
      if (done.changes.length === 0 && sent.to !== undefined) return redirect(visit, location)
      const text =
        done.changes.length === 0 || !saved ? editing[locale].nothingChanged : savedInWords(locale, seminar.file, saved)
      return redirect(visit, location, { tone: 'done', text: withKept(visit, sent, text) })
    }
  }
}

/** From its title in the language it is written in, unlike the others. */
function keyOfNew(file: SeminarFile, title: SeminarFile['title'] | undefined): string {
  const words = title?.[file.source] ?? Object.values(title ?? {})[0] ?? ''
  // A long title makes a long address.
  const short = words.split(/\s+/).slice(0, 6).join(' ')
  return keyFrom(short, new Set(file.programme.slots.map(({ key }) => key)), 'slot')
}

/** That it is saved, and what the clocks do to it. */
function savedInWords(locale: Locale, { date, source, time_zone }: SeminarFile, slot: Slot): string {
  const clocks = clocksInWords(locale, clocksDuring(withDays(slot, date), time_zone))
  return [editingSlots[locale].saved(titleOfSlot(slot, locale, source)), ...clocks].join(' ')
}
