import { editing } from '#convene/messages/editing.ts'
import { editingTimetable } from '#convene/messages/editing-timetable.ts'
import { changeSeminar, versionOf } from '#convene/seminar/acts/change-seminar.ts'
import type { PathProblem } from '#convene/seminar/rules/problems.ts'
import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import type { Visit } from '#ground/house.ts'
import { redirect } from '#ground/web/answer.ts'
import { type FieldErrors, readForm } from '#ground/web/form.ts'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { type Typed, textOf } from '../rules/fields.ts'
import { fieldOfPlace, fieldOfSlot, type placeFields, placeOf } from '../rules/timetable-fields.ts'
import {
  shownOfPlaces,
  typedOfSlot,
  typedPlaces,
  valueAsPlace,
  valuesOfPlaces,
  withPlaces,
} from '../rules/timetable-patch.ts'
import { placeInWords } from '../rules/timetable-words.ts'
import { errorsInWords, sentence } from './errors-in-words.ts'
import { beginningWith, besideOthers, hiddenBase, type Sent, withKept } from './joined.ts'
import { inLanguage } from './labels.ts'
import { type EditedSeminar, editOf, seminarToEdit } from './office.ts'
import { staleForm } from './stale.tsx'
import { timetableOf } from './timetable-board.ts'
import { timetablePage } from './timetable-page.tsx'

const placesOf = (file: SeminarFile) =>
  new Map(file.programme.slots.map(slot => [slot.key, typedOfSlot(slot, file.date)] as const))

/** GET /:l/desk/seminars/:slug/edit/timetable: all slots of the draft by day and room. */
export async function showTimetable(visit: Visit): Promise<Response> {
  const seminar = await seminarToEdit(visit)
  const places = placesOf(seminar.file)
  const version = versionOf(shownOfPlaces([...places.keys()])(seminar.file))
  const began = hiddenBase(beginningWith(valuesOfPlaces(places), {}))
  return timetablePage(visit, seminar, { places, version, once: null, began })
}

/** POST of the same: saves where all slots stand at once, and nothing else of them. */
export async function sendTimetable(visit: Visit): Promise<Response> {
  const seminar = await seminarToEdit(visit)
  const sent = await readForm(visit.request)
  const led = await alreadySent(visit.house, sent.once)
  if (led) return redirect(visit, led)
  return saveTimetable(visit, seminar, sent)
}

/** Each place as one value, so that it is of one person; beside them how the form is sent and what it began with. */
const asPlaces = (typed: Typed, file: SeminarFile): Typed => ({
  ...Object.fromEntries(Object.entries(typed).filter(([name]) => name.startsWith('_'))),
  ...valuesOfPlaces(typedPlaces(typed, file)),
})

/** Where these slots stand. One that was added meanwhile is none of the form's. */
const formOf = (keys: readonly string[]) => ({
  shown: (file: SeminarFile) => valuesOfPlaces(new Map([...placesOf(file)].filter(([key]) => keys.includes(key)))),
  version: (file: SeminarFile) => versionOf(shownOfPlaces(keys)(file)),
  shape: {},
})

async function saveTimetable(visit: Visit, seminar: EditedSeminar, given: Sent): Promise<Response> {
  const { house, locale } = visit
  const words = editingTimetable[locale]
  const { file } = seminar
  const keys = [...typedPlaces(given.typed, file).keys()]
  const isEdit = textOf(given.typed, '_next') === 'edit'
  const whole = { ...given, typed: asPlaces(given.typed, file) }
  const sent = isEdit ? whole : await besideOthers(visit, file, whole, formOf(keys))
  if (sent instanceof Response) return sent
  const { typed, version, once } = sent
  const places = typedPlaces(typed, file)
  const again = (errors: FieldErrors = {}) => {
    // Slots that were added since the form was shown stand where they are; the version goes on without them.
    const all = new Map([...placesOf(file), ...places])
    return timetablePage(visit, seminar, { places: all, version, once, errors, sent: keys, began: hiddenBase(typed) })
  }
  if (isEdit) return again()
  const location = `${editOf(visit, seminar.slug)}/timetable`
  // In the order of the file that was checked.
  let order: string[] = []
  const patch = (now: SeminarFile) => {
    order = now.programme.slots.map(({ key }) => key)
    return withPlaces(now, places)
  }
  const done = await changeSeminar(house, visit.actor, seminar.slug, version ?? '', patch, {
    part: shownOfPlaces(keys),
    sent: { once, location },
  })
  switch (done.outcome) {
    case 'stale': {
      const current = { ...seminar, file: done.now }
      // Saved a moment ago: beside that it may be saved at once.
      if (formOf(keys).version(file) === version) return saveTimetable(visit, current, sent)
      return stale(visit, current, typed, once)
    }
    case 'invalid':
      return again(errorsOf(visit, seminar, done.problems, order))
    case 'changed': {
      if (keys.some(key => !order.includes(key))) {
        return redirect(visit, location, { tone: 'note', text: withKept(visit, sent, words.gone) })
      }
      const text = done.changes.length === 0 ? editing[locale].nothingChanged : words.saved
      return redirect(visit, location, { tone: 'done', text: withKept(visit, sent, text) })
    }
  }
}

/** Somebody moved one of the slots meanwhile: where each stands that differs, both ways, one choice a slot. */
function stale(visit: Visit, seminar: EditedSeminar, yours: Typed, once: string | null) {
  const { locale, house } = visit
  const { file } = seminar
  const theirs = placesOf(file)
  const { called, words, titles } = timetableOf(file, locale)
  const location = `${editOf(visit, seminar.slug)}/timetable`
  const shown = (value: string) => {
    const place = valueAsPlace(value)
    const readable = place && placeOf(place)
    // What cannot be read as a place is told as it was typed.
    return readable
      ? placeInWords(words, called, readable)
      : (place ? Object.values(place) : [value]).filter(Boolean).join(', ')
  }
  return staleForm(visit, seminar, {
    title: editingTimetable[locale].title,
    within: '',
    fields: [],
    languages: [],
    theirs: valuesOfPlaces(theirs),
    yours,
    shape: {},
    version: versionOf(shownOfPlaces([...new Set([...theirs.keys(), ...typedPlaces(yours, file).keys()])])(file)),
    once: once ?? newOnceKey(house.keys),
    action: location,
    more: [...theirs.keys()].map(key => ({
      name: fieldOfPlace(key),
      label: titles[key]?.text ?? key,
      shown,
    })),
  })
}

const fieldOfStep: Readonly<Record<string, (typeof placeFields)[number]>> = {
  day: 'day',
  from: 'from',
  to: 'to',
  until: 'late',
  room: 'room',
}

/** What the checks of the file refused, each at the field of its slot. */
function errorsOf(
  { locale }: Visit,
  { file }: EditedSeminar,
  problems: readonly PathProblem[],
  order: readonly string[],
): FieldErrors {
  const words = editingTimetable[locale]
  const { called } = timetableOf(file, locale)
  const errors: Record<string, string> = {}
  const elsewhere: PathProblem[] = []
  for (const problem of problems) {
    const [programme, slots, index, step] = problem.path
    const key = programme === 'programme' && slots === 'slots' ? order[Number(index)] : undefined
    const field = fieldOfStep[String(step)]
    if (key === undefined || field === undefined) {
      elsewhere.push(problem)
      continue
    }
    const what = inLanguage(words.columns[field], called.slots[key] ?? key)
    const { expected } = problem
    const isEnd = expected.code === 'ends-next-day' || expected.code === 'end-after-start'
    errors[fieldOfSlot(key, field)] ??= isEnd ? words.endsNextDay(what) : sentence(locale, expected, what, file.source)
  }
  const told = {
    locale,
    prefix: ['programme', 'slots'],
    within: '',
    fields: [],
    typed: {},
    source: file.source,
  } as const
  return { ...errorsInWords(elsewhere, told), ...errors }
}
