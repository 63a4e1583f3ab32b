import type { Child } from 'hono/jsx'
import { editing } from '#convene/messages/editing.ts'
import { editingProgramme } from '#convene/messages/editing-programme.ts'
import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import type { Visit } from '#ground/house.ts'
import { parts as partsWords } from '#ground/languages/messages/parts.ts'
import { page } from '#ground/web/answer.ts'
import type { FieldErrors, Typed } from '#ground/web/form.ts'
import { layout } from '#ground/web/layout.tsx'
import { Button, Buttons, bindFields, CheckboxesField, Form, RadiosField } from '#ground/web/parts/form.tsx'
import { Note, PageHead } from '#ground/web/parts/text.tsx'
import { newOnceKey } from '#ground/web/sent-once.ts'
import { may } from '#ground/web/visit.ts'
import { personTypedOver, whoField } from '../rules/another-person.ts'
import { textOf, typedOf } from '../rules/fields.ts'
import { type Shape, shapeOf } from '../rules/joined.ts'
import { usesOf } from '../rules/list-patches.ts'
import { type Item, itemFields, itemsOf, type ListName, languagesOf, newKey } from '../rules/parts.ts'
import { typedOfQuestion } from '../rules/question-form.ts'
import { askedSeats } from '../rules/uses.ts'
import type { WaitingWord } from '../rules/waiting-words.ts'
import type { KnownOrganisation } from '../store/organisations.ts'
import { FormFields } from './fields.tsx'
import { FirstButton } from './first-button.tsx'
import { inReadersWords, waitingInWords } from './item-words.ts'
import { hiddenBase } from './joined.ts'
import { KnownOrganisations } from './known-organisations.tsx'
import { hiddenBack, panelBehind, UnsavedWork, unsavedWork } from './leaving.tsx'
import { type EditedSeminar, editOf, trail } from './office.ts'
import { QuestionFields } from './question-fields.tsx'
import { Uses } from './uses.tsx'

/** Where the texts of an item stand among those of the seminar: what they begin with, and the ones that tell how it stands. */
export const keysOfTexts = (list: ListName, key: string): { within: string; told: string[] } =>
  ({
    questions: { within: `registration.questions.${key}`, told: ['label'] },
    consents: { within: `registration.consents.${key}`, told: ['text'] },
    organisations: { within: `organisations.${key}`, told: ['name'] },
    contacts: { within: `contacts.${Number(key) - 1}`, told: ['label'] },
    rooms: { within: `programme.rooms.${key}`, told: ['name'] },
    people: { within: `people.${key}`, told: ['role', 'about'] },
  })[list]

export type More = { settled: number; known: KnownOrganisation[]; waiting: WaitingWord[] }
export type Edited = EditedSeminar & More
export type Shown = { typed: Typed; errors?: FieldErrors; version: string | null; once: string | null; note?: string }

/** The item of a key; undefined for a new one (null) and for one that is gone. */
export const itemOf = (file: SeminarFile, list: ListName, key: string | null) =>
  itemsOf(file, list).find(one => one.key === key)?.item

/** Somebody else of the programme who has the address that was typed. */
export function sharedAddress(file: SeminarFile, key: string | null, typed: Typed) {
  const address = textOf(typed, 'email').trim().toLowerCase()
  if (address === '') return null
  return file.people.find(one => one.key !== key && one.email?.toLowerCase() === address) ?? null
}

/** What the form of an item shows. */
export function typedOfItem(file: SeminarFile, list: ListName, item: Item): Record<string, string> {
  const languages = languagesOf(file)
  return {
    ...typedOf(itemFields[list], item, languages),
    // A file leaves the language out in which most are written to.
    ...(list === 'people' ? { language: item.language ?? file.source } : {}),
    ...(list === 'questions' ? typedOfQuestion(item, languages) : {}),
  }
}

/** Which questions and answers, is one answer: those of two questions at once are none. */
export const shapeOfItem = (list: ListName): Shape =>
  list === 'questions'
    ? shapeOf(itemFields[list], {
        boxes: ['when.category', 'when.is'],
        rows: { keys: 'option', fields: 'options' },
        about: name => (name === 'when' ? ['when.category', 'when.is'] : name.startsWith('when.') ? ['when'] : []),
      })
    : shapeOf(itemFields[list])

/** The organisations of the seminar, to choose one. */
export const organisationChoices = (seminar: EditedSeminar, locale: Visit['locale']) =>
  seminar.file.organisations.map(({ key, name }) => ({
    value: key,
    label: inReadersWords(name, locale, seminar.file.source),
  }))

/** The form of one item; 422 with errors. */
export function itemPage(
  visit: Visit,
  seminar: Edited,
  list: ListName,
  key: string | null,
  shown: Shown,
  status?: number,
) {
  const { locale, house } = visit
  const words = editing[locale]
  const { typed, errors = {}, version, once } = shown
  const { file } = seminar
  const failed = Object.keys(errors).length > 0
  const shared = list === 'people' && sharedAddress(file, key, typed) !== null
  const at = editOf(visit, seminar.slug)
  const title = key === null ? words.list.newTitle[list] : words.list.editTitle[list]
  return page(
    visit,
    layout(
      visit,
      {
        title: `${title} – ${seminar.title}`,
        office: true,
        islands: [unsavedWork],
        failed: failed || shown.note !== undefined,
        breadcrumb: trail(
          visit,
          seminar,
          [
            { label: words.title, href: at },
            { label: words.parts[list], href: `${at}/${list}` },
          ],
          title,
        ),
      },
      <div class="stack">
        <PageHead kicker={seminar.title} title={title} />
        {shown.note ? <Note tone="warning">{<p>{shown.note}</p>}</Note> : null}
        <Settled visit={visit} seminar={seminar} list={list} itemKey={key} />
        <Form
          t={partsWords[locale]}
          action={`${at}/${list}/${key ?? newKey}`}
          version={version ?? undefined}
          once={once ?? newOnceKey(house.keys)}
          hidden={{ ...hiddenBase(typed), ...hiddenBack(typed) }}
          errors={errors}
        >
          <FirstButton label={words.save} />
          <UnsavedWork typed={once !== null} />
          {list === 'organisations' && key === null ? (
            <KnownOrganisations visit={visit} seminar={seminar} known={seminar.known} typed={typed} errors={errors} />
          ) : null}
          <FormFields
            locale={locale}
            within={list}
            fields={itemFields[list]}
            typed={typed}
            errors={errors}
            languages={languagesOf(file)}
            states={key === null ? undefined : seminar.states}
            keyOfItem={key === null ? undefined : keysOfTexts(list, key).within}
            organisations={organisationChoices(seminar, locale)}
            venue={{ zone: file.time_zone, country: file.venue.country }}
          />
          {list === 'questions' ? (
            <QuestionFields locale={locale} seminar={seminar} questionKey={key} typed={typed} errors={errors} />
          ) : null}
          {shared && ('email' in errors || 'shared[]' in typed) ? (
            <SharedAddress locale={locale} typed={typed} />
          ) : null}
          {list === 'people' && (whoField in errors || whoField in typed) && personTypedOver(file, key, typed) ? (
            <WhoIsIt locale={locale} typed={typed} errors={errors} />
          ) : null}
          <Buttons>
            <Button>{words.save}</Button>
            <a href={panelBehind(visit, seminar, typed) ?? `${at}/${list}`}>{partsWords[locale].form.cancel}</a>
          </Buttons>
        </Form>
        {key === null ? null : <Uses visit={visit} seminar={seminar} list={list} itemKey={key} />}
      </div>,
    ),
    status ?? (failed ? 422 : 200),
  )
}

/** Asked where somebody else of the programme has the same address. */
function SharedAddress({ locale, typed }: { locale: Visit['locale']; typed: Typed }) {
  const words = editingProgramme[locale].person
  return (
    <CheckboxesField
      {...bindFields(partsWords[locale], typed)('shared[]')}
      label={words.shared}
      hint={words.sharedHint}
      choices={[{ value: 'yes', label: words.sharedChoice }]}
    />
  )
}

/** Asked where somebody else seems to be typed over a person: it is somebody else unless it is said otherwise. */
function WhoIsIt({ locale, typed, errors }: { locale: Visit['locale']; typed: Typed; errors: FieldErrors }) {
  const words = editingProgramme[locale].person
  const asked = { ...typed, [whoField]: textOf(typed, whoField) || 'another' }
  return (
    <RadiosField
      {...bindFields(partsWords[locale], asked, errors)(whoField)}
      label={words.whoLabel}
      choices={[
        { value: 'another', label: words.whoAnother, hint: words.whoAnotherHint },
        { value: 'same', label: words.whoSame, hint: words.whoSameHint },
      ]}
    />
  )
}

type SettledProps = { visit: Visit; seminar: Edited; list: ListName; itemKey: string | null }

/** Said before somebody changes what others have answered, agreed to, or show too. */
function Settled({ visit, seminar, list, itemKey }: SettledProps): Child {
  const words = editing[visit.locale].list
  if (itemKey === null) return null
  if (list === 'organisations')
    return (
      <Note>
        <p>{words.shared}</p>
      </Note>
    )
  if (list === 'people') {
    const asked = askedSeats(usesOf(seminar.file, list, itemKey)).length
    const waits = waitingInWords(itemOf(seminar.file, list, itemKey) ?? {}, seminar.file.source, visit.locale)
    return asked === 0 && waits.length === 0 ? null : (
      <Note>
        {asked === 0 ? null : <p>{editingProgramme[visit.locale].person.onPanel(asked)}</p>}
        {waits.map(sentence => (
          <p>{sentence}</p>
        ))}
      </Note>
    )
  }
  if (list === 'contacts' || list === 'rooms') return null
  const told = !may(visit, 'people', seminar.id)
    ? words.perhapsSettled
    : seminar.settled > 0
      ? words.newVersion[list](seminar.settled)
      : null
  return told === null ? null : (
    <Note tone="warning">
      <p>{told}</p>
    </Note>
  )
}
