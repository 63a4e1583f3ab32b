import { editing } from '#convene/messages/editing.ts'
import { editingProgramme } from '#convene/messages/editing-programme.ts'
import { changeSeminar, versionOf } from '#convene/seminar/acts/change-seminar.ts'
import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import type { Visit } from '#ground/house.ts'
import { redirect } from '#ground/web/answer.ts'
import { type FieldErrors, readForm, type Typed } from '#ground/web/form.ts'
import { notFound, Refusal } from '#ground/web/refusal.ts'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { changePeople } from '../acts/change-people.ts'
import { personTypedOver, whoField, withAnother } from '../rules/another-person.ts'
import { dataFrom, type Path, textOf } from '../rules/fields.ts'
import { keyFrom } from '../rules/key-from.ts'
import { shownOfItem, withItem } from '../rules/list-patches.ts'
import { type Item, itemFields, itemsOf, type ListName, newKey, pathOfList } from '../rules/parts.ts'
import { optionField, optionKeys, questionParts, withOneMoreOption, withOptionUp } from '../rules/question-form.ts'
import { withWaiting } from '../rules/waiting-words.ts'
import { type KnownOrganisation, knownOrganisations } from '../store/organisations.ts'
import { countSettled } from '../store/settled.ts'
import { readWaitingWords } from '../store/waiting-words.ts'
import { errorsInWords } from './errors-in-words.ts'
import { type Edited, itemOf, itemPage, type More, shapeOfItem, sharedAddress, typedOfItem } from './item-page.tsx'
import { staleItem } from './item-stale.tsx'
import { inReadersWords, waitingInWords } from './item-words.ts'
import { beganWith, beginningWith, besideOthers, type Sent, withKept } from './joined.ts'
import { cameFrom, panelBehind } from './leaving.tsx'
import { type EditedSeminar, editOf, seminarToEdit } from './office.ts'

/** The seminar, the item of the address (null for a new one) and what its page says of it. */
async function opened(visit: Visit, list: ListName) {
  const asked = visit.param('item')
  const key = asked === newKey ? null : asked
  const seminar = await seminarToEdit<More>(visit, async (tx, { id, file }) => ({
    settled: key !== null && (list === 'questions' || list === 'consents') ? await countSettled(tx, id, list, key) : 0,
    known: list === 'organisations' && key === null ? await knownOrganisations(tx, id, file) : [],
    waiting: list === 'people' ? await readWaitingWords(tx, id) : [],
  }))
  const file = withWaiting(seminar.file, seminar.waiting)
  return { seminar: { ...seminar, file }, key, item: itemOf(file, list, key) }
}

/** What the form of a new item begins with. */
const beginnings: Record<ListName, Typed> = {
  questions: { kind: 'text', required: 'no', when: 'always', option: '~1 ~2' },
  consents: { required: 'yes' },
  organisations: { kind: 'association', roles: 'organiser' },
  contacts: {},
  rooms: {},
  people: { named: 'no' },
}

/** GET /:l/desk/seminars/:slug/edit/LIST/:item, also for a new one */
export const showItem = (list: ListName) => async (visit: Visit) => {
  const { seminar, key, item } = await opened(visit, list)
  if (key !== null && !item) throw notFound()
  const begun = list === 'people' ? { ...beginnings[list], language: seminar.file.source } : beginnings[list]
  const typed = item
    ? beginningWith(typedOfItem(seminar.file, list, item), shapeOfItem(list))
    : { ...begun, ...cameFrom(visit) }
  const version = versionOf(shownOfItem(list, key)(seminar.file))
  return itemPage(visit, seminar, list, key, { typed, version, once: null })
}

/** POST of the same: saves the item; `_next` brings the form back with one more choice, or one moved up. */
export const sendItem = (list: ListName) => async (visit: Visit) => {
  const { seminar, key } = await opened(visit, list)
  const sent = await readForm(visit.request)
  const led = await alreadySent(visit.house, sent.once)
  if (led) return redirect(visit, led)
  const { typed, version, once } = sent
  const again = (changed: Typed) => itemPage(visit, seminar, list, key, { typed: changed, version, once })
  const next = textOf(typed, '_next')
  if (next === 'add') return again(withOneMoreOption(typed))
  if (next.startsWith('up:')) return again(withOptionUp(typed, next.slice(3)))
  if (next === 'edit') return again(typed)
  return saveItem(visit, seminar, list, key, sent)
}

async function saveItem(
  visit: Visit,
  seminar: Edited,
  list: ListName,
  key: string | null,
  given: Sent,
): Promise<Response> {
  const { house, locale } = visit
  const form = {
    shown: (file: SeminarFile) => {
      const there = itemOf(file, list, key)
      const values = there && typedOfItem(file, list, there)
      // A contact is known by its place alone: another one may stand there now.
      const isOther = list === 'contacts' && values && !beganWith(given.typed, values, shapeOfItem(list))
      return !values || isOther ? null : values
    },
    version: (file: SeminarFile) => versionOf(shownOfItem(list, key)(file)),
    shape: shapeOfItem(list),
  }
  const sent = await besideOthers(visit, seminar.file, given, form)
  if (sent instanceof Response) return sent
  const { typed, version, once } = sent
  const again = (changed: Typed, errors: FieldErrors = {}) =>
    itemPage(visit, seminar, list, key, { typed: changed, errors, version, once })
  // Somebody else's changes are looked at before it is asked who this is now.
  const isFresh = versionOf(shownOfItem(list, key)(seminar.file)) === version
  const wrong =
    wrongBefore(list, typed, locale) ??
    both(addressOfTwo(seminar, list, key, typed, locale), isFresh ? whoIsIt(seminar, list, key, typed, locale) : null)
  if (wrong) return again(typed, wrong)
  const location = panelBehind(visit, seminar, typed) ?? `${editOf(visit, seminar.slug)}/${list}`
  // Where the item stands in the file that was checked.
  let at = 0
  const known = seminar.known.find(one => one.key === textOf(typed, 'known'))
  const change = list === 'people' ? changePeople : changeSeminar
  let saved: Item = {}
  const done = await change(
    house,
    visit.actor,
    seminar.slug,
    version ?? '',
    file => {
      at = itemsOf(file, list).findIndex(one => one.key === key)
      if (at === -1) at = itemsOf(file, list).length
      const item = itemFrom(file, { list, key, typed, known, taken: seminar.known })
      saved = item as Item
      const before = list === 'people' && textOf(typed, whoField) !== 'same' ? personTypedOver(file, key, typed) : null
      return before ? withAnother(file, before, item as Item, newPersonKey()) : withItem(file, list, key, item)
    },
    { part: shownOfItem(list, key), sent: { once, location } },
  ).catch((error: unknown) => {
    // Who may edit the seminar and not its network: the organisation is shared with other seminars.
    if (list === 'organisations' && error instanceof Refusal && error.kind === 'forbidden') return null
    throw error
  })
  if (done === null) return again(typed, { _form: editing[locale].list.ofNetwork })
  switch (done.outcome) {
    case 'stale': {
      // Pressed twice at once: the other one of the same form has saved it.
      const quicker = await alreadySent(house, once)
      if (quicker) return redirect(visit, quicker)
      // Saved a moment ago: beside that it may be saved at once.
      if (form.version(seminar.file) === version)
        return saveItem(visit, { ...seminar, file: done.now }, list, key, sent)
      return staleItem(visit, seminar, { list, key, typed, now: done.now, once: once ?? newOnceKey(house.keys) })
    }
    case 'invalid': {
      const { source } = seminar.file
      const prefix = [...pathOfList[list], at]
      const fieldOf = list === 'questions' ? (own: Path) => questionField(own, typed, source) : undefined
      const told = { locale, prefix, within: list, fields: itemFields[list], typed, source, fieldOf }
      return again(typed, errorsInWords(done.problems, told))
    }
    case 'changed': {
      const text = done.changes.length === 0 ? editing[locale].nothingChanged : editing[locale].saved
      const waits = list === 'people' ? waitingInWords(saved, seminar.file.source, locale) : []
      return redirect(visit, location, { tone: 'done', text: [withKept(visit, sent, text), ...waits].join(' ') })
    }
  }
}

/** What a file cannot say, and so cannot be checked in it. */
function wrongBefore(list: ListName, typed: Typed, locale: Visit['locale']): FieldErrors | null {
  if (list !== 'questions') return null
  const words = editing[locale].question
  switch (questionParts(typed, {}, locale).problem) {
    case 'one-question':
      return { 'when.is[]': words.oneQuestion }
    case 'some-answer':
      return { 'when.is[]': words.someAnswer }
    case 'some-category':
      return { 'when.category[]': words.someCategory }
    case null:
      return null
  }
}

/** An address that somebody else of the programme has: it may be that of their office, which has to be said. */
function addressOfTwo(
  { file }: EditedSeminar,
  list: ListName,
  key: string | null,
  typed: Typed,
  locale: Visit['locale'],
): FieldErrors | null {
  const other = list === 'people' ? sharedAddress(file, key, typed) : null
  if (!other || textOf(typed, 'shared[]') === 'yes') return null
  // Whoever has it already, and said so once, is not asked again.
  const now = file.people.find(one => one.key === key)?.email
  if (now?.toLowerCase() === other.email?.toLowerCase()) return null
  return { email: editingProgramme[locale].person.sameAddress(`${other.givenName} ${other.familyName}`) }
}

/** Another name with another address may be a correction, or somebody else: that has to be said. */
function whoIsIt(
  { file }: EditedSeminar,
  list: ListName,
  key: string | null,
  typed: Typed,
  locale: Visit['locale'],
): FieldErrors | null {
  const before = list === 'people' ? personTypedOver(file, key, typed) : null
  if (!before || ['another', 'same'].includes(textOf(typed, whoField))) return null
  return { [whoField]: editingProgramme[locale].person.who(`${before.givenName} ${before.familyName}`) }
}

const both = (one: FieldErrors | null, other: FieldErrors | null) => (one || other ? { ...one, ...other } : null)

type Given = {
  list: ListName
  key: string | null
  typed: Typed
  known: KnownOrganisation | undefined
  taken: readonly KnownOrganisation[]
}

function itemFrom(file: SeminarFile, { list, key, typed, known, taken }: Given): unknown {
  const before: Item = itemOf(file, list, key) ?? {}
  const { source } = file
  const item = dataFrom(itemFields[list], before, typed, source)
  // One that the network knows is named as it is there: only its roles are this seminar's.
  if (known) return { ...known, roles: item.roles ?? [] }
  const whole: Item = list === 'questions' ? { ...item, ...questionParts(typed, before, source).parts } : item
  if (list === 'contacts') return whole
  // Whoever comes back after they were taken off is somebody new: versions that were released do not name them again.
  if (list === 'people') return { ...whole, key: before.key ?? newPersonKey() }
  // Also when somebody removed it meanwhile: it comes back under the key it had.
  if (key !== null) return { ...whole, key }
  const words = inReadersWords(whole.label ?? whole.name ?? whole.text, source, source)
  const others = new Set([...itemsOf(file, list), ...taken].map(one => one.key))
  return { key: keyFrom(shortened(words), others, list.replace(/s$/, '')), ...whole }
}

// Keys of persons stay in released versions for good: nothing of a name is in them, and none is ever given a second time.
const newPersonKey = () => `person-${crypto.randomUUID().slice(0, 13)}`

// The key of a consent, which is a whole sentence, need not hold all of it.
const shortened = (words: string) => words.split(/\s+/).slice(0, 6).join(' ')

/** The field of what is wrong with the choices or the condition of a question. */
function questionField(own: Path, typed: Typed, source: SeminarFile['source']): string | null {
  const [part, index, , language] = own
  if (part === 'when') return own[1] === 'category' ? 'when.category[]' : 'when.is[]'
  if (part !== 'options') return null
  const key = optionKeys(typed).filter(option => hasWords(typed, option))[Number(index)]
  if (index === undefined || key === undefined) return 'options'
  return optionField(key, (language as SeminarFile['source'] | undefined) ?? source)
}

const hasWords = (typed: Typed, option: string) =>
  Object.entries(typed).some(([name, text]) => name.startsWith(`options.${option}.`) && String(text).trim() !== '')
