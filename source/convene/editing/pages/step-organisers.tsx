import { editing } from '#convene/messages/editing.ts'
import { editingNew } from '#convene/messages/editing-new.ts'
import { changeSeminar, versionOf } from '#convene/seminar/acts/change-seminar.ts'
import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import type { Visit } from '#ground/house.ts'
import { list as listed } from '#ground/languages/format.ts'
import { redirect } from '#ground/web/answer.ts'
import { type FieldErrors, readForm, type Typed } from '#ground/web/form.ts'
import { Note } from '#ground/web/parts/text.tsx'
import { Refusal } from '#ground/web/refusal.ts'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { dataFrom, type Field, inLanguage, textOf, typedOf } from '../rules/fields.ts'
import { shapeOf } from '../rules/joined.ts'
import { keyFrom } from '../rules/key-from.ts'
import { itemFields, languagesOf } from '../rules/parts.ts'
import { type KnownOrganisation, knownOrganisations } from '../store/organisations.ts'
import { errorsInWords } from './errors-in-words.ts'
import { FormFields } from './fields.tsx'
import { inReadersWords } from './item-words.ts'
import { beginningWith, besideOthers, withKept } from './joined.ts'
import { KnownOrganisations } from './known-organisations.tsx'
import { deskOf, type EditedSeminar, seminarToEdit } from './office.ts'
import { staleForm } from './stale.tsx'
import { afterStep, stepPage } from './step-page.tsx'

const only = (fields: readonly Field[], names: readonly string[]) =>
  fields.filter(({ path }) => names.includes(String(path[0])))
const organisationFields = only(itemFields.organisations, ['name', 'kind', 'country'])
/** A contact of this page is a mail address: it is the one that people are told to write to. */
const contactFields = only(itemFields.contacts, ['label', 'email']).map(
  (field): Field => (field.kind === 'email' ? { ...field, optional: false } : field),
)

const shape = shapeOf(contactFields)
const shown = (file: SeminarFile) => [[...file.languages].sort(), file.organisations, file.contacts]
const organisersOf = (file: SeminarFile) => file.organisations.filter(({ roles }) => roles.includes('organiser'))

type Seminar = EditedSeminar & { known: KnownOrganisation[] }
const opened = (visit: Visit) =>
  seminarToEdit(visit, async (tx, { id, file }) => ({ known: await knownOrganisations(tx, id, file) }))

function typedFrom(file: SeminarFile): Record<string, string> {
  const languages = languagesOf(file)
  const usual = Object.fromEntries(
    languages.map(language => [inLanguage(['label'], language), editingNew[language].organisers.contactLabel]),
  )
  const [contact] = file.contacts
  return {
    known: '',
    ...typedOf(organisationFields, {}, languages),
    kind: 'association',
    country: file.venue.country,
    ...(contact ? typedOf(contactFields, contact, languages) : { ...usual, email: '' }),
  }
}

/** GET /:l/desk/seminars/:slug/new/organisers */
export async function showOrganisersStep(visit: Visit): Promise<Response> {
  const seminar = await opened(visit)
  const typed = beginningWith(typedFrom(seminar.file), shape)
  return organisersPage(visit, seminar, typed, {}, versionOf(shown(seminar.file)), null)
}

/** POST of the same: an organisation that the network knows or a new one, and the first contact address. */
export async function sendOrganisersStep(visit: Visit): Promise<Response> {
  const { house, locale } = visit
  const seminar = await opened(visit)
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  if (textOf(sent.typed, '_next') === 'edit')
    return organisersPage(visit, seminar, sent.typed, {}, sent.version, sent.once)
  const beside = await besideOthers(visit, seminar.file, sent, {
    shown: typedFrom,
    version: file => versionOf(shown(file)),
    shape,
  })
  if (beside instanceof Response) return beside
  const { typed, version, once } = beside
  const { source } = seminar.file
  const location = afterStep(visit, seminar.slug, 'organisers')
  const done = await changeSeminar(
    house,
    visit.actor,
    seminar.slug,
    version ?? '',
    file => withOrganiser(file, typed, seminar.known),
    { part: shown, sent: { once, location } },
  ).catch((error: unknown) => {
    // Who may edit the seminar and not its network: a new organisation would be the network's.
    if (error instanceof Refusal && error.kind === 'forbidden') return null
    throw error
  })
  if (done === null)
    return organisersPage(visit, seminar, typed, { _form: editing[locale].list.ofNetwork }, version, once)
  switch (done.outcome) {
    case 'stale':
      return staleForm(visit, seminar, {
        title: editingNew[locale].organisers.title,
        within: 'contacts',
        fields: contactFields,
        languages: languagesOf(done.now),
        theirs: typedFrom(done.now),
        yours: typed,
        shape,
        version: versionOf(shown(done.now)),
        once: once ?? newOnceKey(house.keys),
        action: `${deskOf(visit, seminar.slug)}/new/organisers`,
      })
    case 'invalid': {
      const at = seminar.file.organisations.length
      const ofOrganisation = done.problems.filter(({ path }) => path[0] === 'organisations')
      const others = done.problems.filter(({ path }) => path[0] !== 'organisations')
      const told = { locale, typed, source }
      const errors = {
        ...errorsInWords(ofOrganisation, {
          ...told,
          prefix: ['organisations', at],
          within: 'organisations' as const,
          fields: organisationFields,
        }),
        ...errorsInWords(others, {
          ...told,
          prefix: ['contacts', 0],
          within: 'contacts' as const,
          fields: contactFields,
        }),
      }
      return organisersPage(visit, seminar, typed, errors, version, once)
    }
    case 'changed':
      return redirect(visit, location, { tone: 'done', text: withKept(visit, beside, editingNew[locale].saved) })
  }
}

function withOrganiser(file: SeminarFile, typed: Typed, known: readonly KnownOrganisation[]): SeminarFile {
  const { source } = file
  const contact = dataFrom(contactFields, file.contacts[0] ?? {}, typed, source)
  const saved = { ...file, contacts: [contact, ...file.contacts.slice(1)] } as SeminarFile
  const chosen = known.find(({ key }) => key === textOf(typed, 'known'))
  const isNamed = languagesOf(file).some(language => textOf(typed, inLanguage(['name'], language)).trim() !== '')
  if (chosen) {
    const there = file.organisations.some(({ key }) => key === chosen.key)
    return {
      ...saved,
      organisations: there
        ? file.organisations.map(one =>
            one.key === chosen.key ? { ...one, roles: [...new Set([...one.roles, 'organiser' as const])] } : one,
          )
        : [...file.organisations, { ...chosen, roles: ['organiser'] }],
    }
  }
  if (!isNamed && organisersOf(file).length > 0) return saved
  const organisation = dataFrom(organisationFields, {}, typed, source) as KnownOrganisation
  const taken = new Set([...file.organisations, ...known].map(({ key }) => key))
  const key = keyFrom(inReadersWords(organisation.name, source, source), taken, 'organisation')
  return { ...saved, organisations: [...file.organisations, { ...organisation, key, roles: ['organiser'] }] }
}

function organisersPage(
  visit: Visit,
  seminar: Seminar,
  typed: Typed,
  errors: FieldErrors,
  version: string | null,
  once: string | null,
) {
  const { locale } = visit
  const words = editingNew[locale].organisers
  const { file } = seminar
  const there = organisersOf(file)
  const names = listed(
    locale,
    there.map(({ name }) => inReadersWords(name, locale, file.source)),
  )
  const shared = {
    locale,
    typed,
    errors,
    languages: languagesOf(file),
    venue: { zone: file.time_zone, country: file.venue.country },
  }
  const before =
    there.length > 0 ? (
      <Note>
        <p>{words.already(names)}</p>
      </Note>
    ) : null
  return stepPage(
    visit,
    seminar,
    { name: 'organisers', version, once, errors, typed, before },
    <>
      <section class="part">
        <h2>{words.organisation}</h2>
        <KnownOrganisations
          visit={visit}
          seminar={seminar}
          known={seminar.known}
          typed={typed}
          errors={errors}
          label={words.known}
          hint={words.knownHint}
        />
        <FormFields
          {...shared}
          within="organisations"
          fields={organisationFields.map(field => optionalIf(field, there))}
        />
      </section>
      <section class="part">
        <h2>{words.contact}</h2>
        <FormFields {...shared} within="contacts" fields={contactFields} hints={{ email: words.emailHint }} />
      </section>
    </>,
  )
}

const optionalIf = (field: Field, there: readonly unknown[]): Field =>
  there.length > 0 ? { ...field, optional: true } : field
