import { editingNew } from '#convene/messages/editing-new.ts'
import { changeSeminar, versionOf } from '#convene/seminar/acts/change-seminar.ts'
import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import type { Visit } from '#ground/house.ts'
import { redirect } from '#ground/web/answer.ts'
import { type FieldErrors, readForm, type Typed } from '#ground/web/form.ts'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { placesFields } from '../rules/begin.ts'
import { dataFrom, textOf, typedOf, valueAt } from '../rules/fields.ts'
import { shapeOf } from '../rules/joined.ts'
import { languagesOf } from '../rules/parts.ts'
import { errorsInWords } from './errors-in-words.ts'
import { FormFields } from './fields.tsx'
import { beginningWith, besideOthers, withKept } from './joined.ts'
import { deskOf, type EditedSeminar, seminarToEdit } from './office.ts'
import { staleForm } from './stale.tsx'
import { afterStep, stepPage } from './step-page.tsx'

const shape = shapeOf(placesFields)
const shown = (file: SeminarFile) => placesFields.map(({ path }) => valueAt(file, path) ?? null)

/** What the form shows. A capacity of 0 is that of a draft for which nobody has said one. */
function typedFrom(file: SeminarFile): Record<string, string> {
  const typed = typedOf(placesFields, file, languagesOf(file))
  return file.registration.capacity === 0 ? { ...typed, 'registration.capacity': '' } : typed
}

/** GET /:l/desk/seminars/:slug/new/places */
export async function showPlacesStep(visit: Visit): Promise<Response> {
  const seminar = await seminarToEdit(visit)
  const typed = beginningWith(typedFrom(seminar.file), shape)
  return placesPage(visit, seminar, typed, {}, versionOf(shown(seminar.file)), null)
}

/** POST of the same */
export async function sendPlacesStep(visit: Visit): Promise<Response> {
  const { house, locale } = visit
  const seminar = await seminarToEdit(visit)
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  if (textOf(sent.typed, '_next') === 'edit') return placesPage(visit, seminar, sent.typed, {}, sent.version, sent.once)
  const beside = await besideOthers(visit, seminar.file, sent, {
    shown: typedFrom,
    version: file => versionOf(shown(file)),
    shape,
  })
  if (beside instanceof Response) return beside
  const { typed, version, once } = beside
  const capacity = textOf(typed, 'registration.capacity').trim()
  const none = capacity === '' || /^0+$/.test(capacity)
  const said = { ...typed, 'registration.capacity': none ? '0' : capacity }
  const location = afterStep(visit, seminar.slug, 'places')
  const patch = (file: SeminarFile) => dataFrom(placesFields, file, said, file.source)
  // Nothing may be saved without a number of places, but everything else there is to put right is told with it.
  const noPlace = { 'registration.capacity': editingNew[locale].places.noPlace }
  if (none) return placesPage(visit, seminar, typed, noPlace, version, once)
  const done = await changeSeminar(house, visit.actor, seminar.slug, version ?? '', patch, {
    part: shown,
    sent: { once, location },
  })
  switch (done.outcome) {
    case 'stale':
      return staleForm(visit, seminar, {
        title: editingNew[locale].places.title,
        within: '',
        fields: placesFields,
        languages: languagesOf(done.now),
        theirs: typedFrom(done.now),
        yours: typed,
        shape,
        version: versionOf(shown(done.now)),
        once: once ?? newOnceKey(house.keys),
        action: `${deskOf(visit, seminar.slug)}/new/places`,
      })
    case 'invalid': {
      const told = { locale, prefix: [], within: '' as const, fields: placesFields, typed, source: seminar.file.source }
      return placesPage(visit, seminar, typed, errorsInWords(done.problems, told), version, once)
    }
    case 'changed':
      return redirect(visit, location, { tone: 'done', text: withKept(visit, beside, editingNew[locale].saved) })
  }
}

function placesPage(
  visit: Visit,
  seminar: EditedSeminar,
  typed: Typed,
  errors: FieldErrors,
  version: string | null,
  once: string | null,
) {
  const { file } = seminar
  return stepPage(
    visit,
    seminar,
    { name: 'places', version, once, errors, typed },
    <FormFields
      locale={visit.locale}
      within=""
      fields={placesFields}
      typed={typed}
      errors={errors}
      languages={languagesOf(file)}
      venue={{ zone: file.time_zone, country: file.venue.country }}
    />,
  )
}
