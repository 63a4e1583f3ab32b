import { registration } from '#convene/messages/registration.ts'
import { type Category, categories } from '#convene/registration/rules/answers.ts'
import { foldName } from '#convene/registration/rules/fold.ts'
import { looksAfterPeople } from '#convene/registration/store/find-registrations.ts'
import { currentQuestions, type WordedQuestion } from '#convene/registration/store/questions.ts'
import { findSeminarToRegisterFor, type SeminarToRegisterFor } from '#convene/registration/store/seminar.ts'
import { type Actor, as, type Tx } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { locales } from '#ground/languages/locales.ts'
import { isUuid } from '#ground/people/rules/uuid.ts'
import { forbidden, notFound } from '#ground/web/refusal.ts'
import { findTable, type GuestTable, lackingFields } from '../rules/guest-table.ts'
import { type GuestsRead, type ReadableQuestion, readGuests } from '../rules/read-guests.ts'
import { Grid } from '../rules/sheet.ts'
import { findGuestList, type GuestList, readWaiting } from '../store/guest-lists.ts'
import { findInvitationToSend, type InvitationToSend } from '../store/invitations-sent.ts'
import { namesOfTerritories } from '../store/names.ts'
import { namedQuestions } from './named-questions.ts'
import { openWaiting, type Waiting } from './waiting.ts'

/** A list that waits, with all that its reading needs. */
export type WaitingList = {
  seminar: SeminarToRegisterFor
  list: GuestList
  waiting: Waiting
  grid: Grid
  table: GuestTable
  /** Fields that are read from no column and said of nobody: nothing is read before they are. */
  lacking: ReturnType<typeof lackingFields>
  questions: WordedQuestion[]
  readable: ReadableQuestion[]
  /** The invitation that was chosen; null without one. */
  invitation: InvitationToSend | null
  /** Folded name → the public territory that goes by it, where it is one. */
  territories: ReadonlyMap<string, string>
}

/**
 * A list of a seminar and, while it waits, what it says.
 *
 * @throws Refusal `not-found` for whoever sees no such seminar or list, `forbidden` for whoever does not look after people
 */
export function openList(house: House, actor: Actor, slug: string, id: string) {
  return as(house.db, actor, async tx => {
    const seminar = await findSeminarToRegisterFor(tx, { slug })
    if (seminar === null) throw notFound()
    if (!(await looksAfterPeople(tx, seminar.id))) throw forbidden()
    const list = isUuid(id) ? await findGuestList(tx, seminar.id, id) : null
    if (list === null) throw notFound()
    const sealed = list.isWaiting ? await readWaiting(tx, seminar.id, id) : null
    const waiting = sealed === null ? null : openWaiting(house, id, sealed)
    return { seminar, list, waiting: waiting === null ? null : await readable(tx, seminar, list, waiting) }
  })
}

async function readable(
  tx: Tx,
  seminar: SeminarToRegisterFor,
  list: GuestList,
  waiting: Waiting,
): Promise<WaitingList> {
  const { choices } = waiting
  const questions = await currentQuestions(tx, seminar.id)
  const named = namedQuestions(questions)
  const sheet = waiting.sheets[choices.sheet] ?? waiting.sheets[0]
  if (sheet === undefined) throw new Error('a list without a sheet was kept')
  const grid = new Grid(sheet)
  const table = findTable(grid, named, choices)
  const byName = new Map<string, string | null>()
  if (table.columns.some(({ meaning }) => meaning === 'territory'))
    for (const { id, name } of await namesOfTerritories(tx)) {
      const key = foldName(name)
      // Between two of one name nobody chooses for the person.
      byName.set(key, byName.has(key) && byName.get(key) !== id ? null : id)
    }
  return {
    seminar,
    list,
    waiting,
    grid,
    table,
    lacking: lackingFields(table.columns, choices.defaults),
    questions,
    readable: named,
    invitation: choices.invitationId === null ? null : await findInvitationToSend(tx, seminar.id, choices.invitationId),
    territories: new Map([...byName].flatMap(([key, id]) => (id === null ? [] : [[key, id] as const]))),
  }
}

// The words that the form and the lists have for a category, in every language.
const categoryLabels: { value: Category; label: string }[] = locales.flatMap(locale =>
  categories.flatMap(value => [
    { value, label: registration[locale].categories[value] },
    { value, label: registration[locale].categoriesShort[value] },
  ]),
)

// After so many rows others get their turn: reading 20,000 takes a second or two, which nobody else should wait.
const stretch = 250

/** Reads all rows of a list that lacks nothing, letting others work in between. */
export async function readAll({ seminar, waiting, grid, table, readable }: WaitingList): Promise<GuestsRead> {
  const reading = readGuests(grid, table, {
    defaults: waiting.choices.defaults,
    questions: readable,
    categoryLabels,
    seminarId: seminar.id,
  })
  for (let count = 1; ; count++) {
    const next = reading.next()
    if (next.done) return next.value
    if (count % stretch === 0) await new Promise(resolve => setImmediate(resolve))
  }
}
