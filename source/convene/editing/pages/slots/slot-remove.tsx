import { editing } from '#convene/messages/editing.ts'
import { editingSlots } from '#convene/messages/editing-slots.ts'
import { readLatestVersion } from '#convene/programme/store/versions.ts'
import { changeSeminar, versionOf } from '#convene/seminar/acts/change-seminar.ts'
import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import type { Visit } from '#ground/house.ts'
import { list } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { redirect } from '#ground/web/answer.ts'
import { readForm } from '#ground/web/form.ts'
import { notFound } from '#ground/web/refusal.ts'
import { alreadySent } from '#ground/web/sent-once.ts'
import { type Slot, slotOf, wholeSlot, withoutSlot } from '../../rules/slot-form.ts'
import { type EditedSeminar, editOf, seminarToEdit } from '../office.ts'
import { removalPage } from '../removal-page.tsx'
import { afterRemoval } from '../removed.tsx'
import { chosenInWords, slotChoices, titleOfSlot } from './slot-words.ts'

async function opened(visit: Visit) {
  const key = visit.param('item')
  const seminar = await seminarToEdit(visit, async (tx, { id }) => ({
    isReleased: (await readLatestVersion(tx, id))?.programme.slots.some(slot => slot.key === key) ?? false,
  }))
  return { seminar, key, slot: slotOf(seminar.file, key) }
}
/** `isReleased`: everybody sees it in the last version. */
type Found = { seminar: EditedSeminar & { isReleased: boolean }; slot: Slot }

/** GET /:l/desk/seminars/:slug/edit/slots/:item/remove: what goes with it, who still sees it, then the button. */
export async function confirmSlotRemoval(visit: Visit): Promise<Response> {
  const { seminar, slot } = await opened(visit)
  if (!slot) throw notFound()
  return pageOf(visit, { seminar, slot })
}

/** POST of the same. One that somebody else removed meanwhile is gone as it was meant to be. */
export async function removeSlot(visit: Visit): Promise<Response> {
  const { house, locale } = visit
  const m = editingSlots[locale].removal
  const { seminar, key, slot } = await opened(visit)
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const location = afterRemoval(visit, seminar.slug, 'slots', key)
  const already = () => redirect(visit, location, { tone: 'note', text: m.already })
  if (!slot) return already()
  const done = await changeSeminar(
    house,
    visit.actor,
    seminar.slug,
    sent.version ?? '',
    file => withoutSlot(file, key),
    { part: wholeSlot(key), sent: { once: sent.once, location }, reason: `remove slot ${key} from ${seminar.slug}` },
  )
  switch (done.outcome) {
    case 'stale':
      if (!slotOf(done.now, key)) return already()
      return redirect(visit, `${editOf(visit, seminar.slug)}/slots/${key}/remove`, {
        tone: 'note',
        text: editing[locale].stale.changed,
      })
    case 'invalid':
      return pageOf(visit, { seminar, slot }, true)
    case 'changed':
      return redirect(visit, location, {
        tone: 'done',
        text: m.done(titleOfSlot(slot, locale, seminar.file.source)),
      })
  }
}

function pageOf(visit: Visit, { seminar, slot }: Found, inUse = false) {
  const { locale } = visit
  const { file } = seminar
  const m = editingSlots[locale].removal
  const at = editOf(visit, seminar.slug)
  const goes = whatGoes(slot, file, locale)
  return removalPage(visit, seminar, {
    title: m.title(titleOfSlot(slot, locale, file.source)),
    lead: seminar.isReleased ? m.text : m.never,
    button: m.button,
    list: { href: `${at}/programme`, label: editing[locale].parts.programme },
    action: `${at}/slots/${slot.key}/remove`,
    version: versionOf(wholeSlot(slot.key)(file)),
    inUse,
    children:
      goes.length > 0 ? (
        <section class="close">
          <h2>{m.goes}</h2>
          <ul>
            {goes.map(line => (
              <li>{line}</li>
            ))}
          </ul>
        </section>
      ) : null,
  })
}

/** Seats, who was invited to them, who is on the slot, documents: each in a line, when there are any. */
function whatGoes(slot: Slot, file: SeminarFile, locale: Locale): string[] {
  const m = editingSlots[locale].removal
  const { people, organisations } = slotChoices(file, locale)
  const invited = slot.seats.filter(({ state }) => state === 'invited' || state === 'confirmed')
  const names = invited.flatMap(({ person, organisation }) =>
    person
      ? [chosenInWords(locale, people, person)]
      : organisation
        ? [chosenInWords(locale, organisations, organisation)]
        : [],
  )
  const persons = [...new Set([...slot.moderatorPersons, ...slot.speakers])].map(key =>
    chosenInWords(locale, people, key),
  )
  return [
    ...(slot.seats.length > 0 ? [m.seats(slot.seats.length)] : []),
    ...(names.length > 0 ? [m.invited(list(locale, names))] : []),
    ...(persons.length > 0 ? [m.people(list(locale, persons))] : []),
    ...(slot.documents.length > 0 ? [m.documents(slot.documents.length)] : []),
  ]
}
