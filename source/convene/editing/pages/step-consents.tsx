import { editingNew } from '#convene/messages/editing-new.ts'
import { readyConsents } from '#convene/messages/ready-consents.ts'
import { changeSeminar, versionOf } from '#convene/seminar/acts/change-seminar.ts'
import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import type { Visit } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { redirect } from '#ground/web/answer.ts'
import { type FieldErrors, readForm, type Typed } from '#ground/web/form.ts'
import { Note } from '#ground/web/parts/text.tsx'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { dataFrom, inLanguage, textOf, typedOf } from '../rules/fields.ts'
import { shapeOf } from '../rules/joined.ts'
import { shownOfList, withItem } from '../rules/list-patches.ts'
import { itemFields, languagesOf } from '../rules/parts.ts'
import { errorsInWords } from './errors-in-words.ts'
import { FormFields } from './fields.tsx'
import { inReadersWords } from './item-words.ts'
import { beginningWith, besideOthers, withKept } from './joined.ts'
import { deskOf, type EditedSeminar, seminarToEdit } from './office.ts'
import { staleForm } from './stale.tsx'
import { afterStep, stepPage } from './step-page.tsx'

const fields = itemFields.consents.filter(({ kind }) => kind === 'words')
const shape = shapeOf(fields)
const shown = shownOfList('consents')
/** The key of the consent about personal data; the first required one when the seminar came with others. */
const keyOf = (file: SeminarFile) => file.registration.consents.find(({ required }) => required)?.key ?? 'data'

/** Who organises and whom to write to, as a reader of a language reads it. */
function namesIn(file: SeminarFile, language: Locale): { organiser: string; contact: string } {
  const organiser = file.organisations.find(({ roles }) => roles.includes('organiser'))
  const ready = readyConsents[language]
  return {
    organiser: inReadersWords(organiser?.name, language, file.source) || ready.organiser,
    contact: file.contacts.find(({ email }) => email)?.email ?? ready.contact,
  }
}

/** The words that are there, or the ready ones in each language. */
function typedFrom(file: SeminarFile): Record<string, string> {
  const languages = languagesOf(file)
  const there = file.registration.consents.find(({ key }) => key === keyOf(file))
  if (there) return typedOf(fields, there, languages)
  const { persons, needs } = file.registration.retention
  return Object.fromEntries(
    languages.map(language => {
      const { organiser, contact } = namesIn(file, language)
      return [inLanguage(['text'], language), readyConsents[language].data(organiser, contact, persons, needs)]
    }),
  )
}

/** GET /:l/desk/seminars/:slug/new/consents */
export async function showConsentsStep(visit: Visit): Promise<Response> {
  const seminar = await seminarToEdit(visit)
  const typed = beginningWith(typedFrom(seminar.file), shape)
  return consentsPage(visit, seminar, typed, {}, versionOf(shown(seminar.file)), null)
}

/** POST of the same */
export async function sendConsentsStep(visit: Visit): Promise<Response> {
  const { house, locale } = visit
  const seminar = await seminarToEdit(visit)
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  if (textOf(sent.typed, '_next') === 'edit')
    return consentsPage(visit, seminar, sent.typed, {}, sent.version, sent.once)
  const beside = await besideOthers(visit, seminar.file, sent, {
    shown: typedFrom,
    version: file => versionOf(shown(file)),
    shape,
  })
  if (beside instanceof Response) return beside
  const { typed, version, once } = beside
  const location = afterStep(visit, seminar.slug, 'consents')
  const done = await changeSeminar(house, visit.actor, seminar.slug, version ?? '', file => withConsent(file, typed), {
    part: shown,
    sent: { once, location },
  })
  switch (done.outcome) {
    case 'stale':
      return staleForm(visit, seminar, {
        title: editingNew[locale].consents.title,
        within: 'consents',
        fields,
        languages: languagesOf(done.now),
        theirs: typedFrom(done.now),
        yours: typed,
        shape,
        version: versionOf(shown(done.now)),
        once: once ?? newOnceKey(house.keys),
        action: `${deskOf(visit, seminar.slug)}/new/consents`,
      })
    case 'invalid': {
      const { file } = seminar
      const at = file.registration.consents.findIndex(({ key }) => key === keyOf(file))
      const prefix = ['registration', 'consents', at === -1 ? file.registration.consents.length : at]
      const told = { locale, prefix, within: 'consents' as const, fields, typed, source: file.source }
      return consentsPage(visit, seminar, typed, errorsInWords(done.problems, told), version, once)
    }
    case 'changed':
      return redirect(visit, location, { tone: 'done', text: withKept(visit, beside, editingNew[locale].saved) })
  }
}

function withConsent(file: SeminarFile, typed: Typed): SeminarFile {
  const key = keyOf(file)
  const there = file.registration.consents.find(one => one.key === key)
  const consent = dataFrom(fields, there ?? {}, typed, file.source)
  return withItem(file, 'consents', key, { ...consent, key, required: true })
}

function consentsPage(
  visit: Visit,
  seminar: EditedSeminar,
  typed: Typed,
  errors: FieldErrors,
  version: string | null,
  once: string | null,
) {
  const { locale } = visit
  const words = editingNew[locale].consents
  const { file } = seminar
  const { organiser, contact } = namesIn(file, locale)
  const { persons, needs } = file.registration.retention
  const before = (
    <>
      {file.registration.consents.length === 0 ? (
        <Note title={words.ready}>
          <p>{words.about(organiser, contact, persons, needs)}</p>
        </Note>
      ) : null}
      <p class="small">{words.more}</p>
    </>
  )
  return stepPage(
    visit,
    seminar,
    { name: 'consents', version, once, errors, typed, before },
    <FormFields
      locale={locale}
      within="consents"
      fields={fields}
      typed={typed}
      errors={errors}
      languages={languagesOf(file)}
      venue={{ zone: file.time_zone, country: file.venue.country }}
    />,
  )
}
