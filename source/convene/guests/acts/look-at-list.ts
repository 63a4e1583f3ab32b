import { createHash, randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { looksAfterPeople } from '#convene/registration/store/find-registrations.ts'
import { currentQuestions } from '#convene/registration/store/questions.ts'
import { findSeminarToRegisterFor } from '#convene/registration/store/seminar.ts'
import { type Actor, as, type Tx } from '#ground/database/actor.ts'
import { cleanName } from '#ground/files/rules/name.ts'
import type { House } from '#ground/house.ts'
import { isUuid } from '#ground/people/rules/uuid.ts'
import { readSheets, type SheetLimits, type SheetRefusalCode, SheetRefused, usualLimits } from '#ground/sheets/index.ts'
import { forbidden, notFound } from '#ground/web/refusal.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import { findTable } from '../rules/guest-table.ts'
import { Grid, type Sheet } from '../rules/sheet.ts'
import { addGuestList, readWaiting, removeGuestList, sameFile, stateOfList } from '../store/guest-lists.ts'
import { namedQuestions } from './named-questions.ts'
import { type Choices, openWaiting, sealWaiting, sheetsOf } from './waiting.ts'

/** The most people of one list; titles above them are not counted. */
export const mostGuests = 20_000

const limits: SheetLimits = { ...usualLimits, rows: mostGuests + 50 }

export type LookedAt =
  | { outcome: 'waiting'; id: string }
  /** Not taken; `where` says at which line or part of the file. */
  | { outcome: 'refused'; code: SheetRefusalCode; where: string | null }

/**
 * Takes a file of guests in, to be looked at: nothing of it is registered. Its rows wait, encrypted, for a day at most.
 * The very file that waits already is not taken twice; what was chosen about the columns of the one before it counts
 * for a corrected one with the same headings.
 *
 * @param given.instead the list that this one takes the place of
 * @throws Refusal `not-found`, `forbidden` as `inSeminar`
 */
export async function lookAtList(
  house: House,
  actor: Actor,
  slug: string,
  given: { name: string; bytes: Uint8Array; instead: string | null },
  remember: { once: string | null; location: (id: string) => string },
): Promise<LookedAt> {
  // Before anything is read: a file costs more to read than to refuse.
  const { seminar } = await as(house.db, actor, tx => mayLook(tx, slug))
  let sheets: Sheet[]
  try {
    sheets = sheetsOf(await readSheets(given.bytes, limits))
  } catch (error) {
    if (error instanceof SheetRefused) return { outcome: 'refused', code: error.code, where: error.where }
    throw error
  }
  const sha256 = createHash('sha256').update(given.bytes).digest('hex')
  return as(house.db, actor, async tx => {
    await mayLook(tx, slug)
    const waiting = (await sameFile(tx, seminar.id, sha256)).find(list => stateOfList(list) === 'looked-at')
    const questions = namedQuestions(await currentQuestions(tx, seminar.id))
    const before =
      given.instead !== null && isUuid(given.instead) ? await waitingOf(house, tx, seminar.id, given.instead) : null
    const id = waiting?.id ?? randomUUID()
    if (!waiting) {
      const sheet = sheetToBegin(sheets, questions)
      const usual: Choices = {
        sheet,
        headingRow: null,
        meanings: null,
        defaults: { category: null, country: null, language: seminar.sourceLanguage, organisation: null },
        invitationId: null,
        tell: true,
        skip: false,
      }
      const choices = before ? { ...usual, ...keptChoices(before, sheets[sheet] as Sheet, questions) } : usual
      await addGuestList(tx, {
        id,
        seminarId: seminar.id,
        fileName: cleanName(given.name, ['xlsx', 'csv']),
        sha256,
        waiting: sealWaiting(house, id, { sheets, choices }),
        lookedBy: actor.kind === 'person' ? actor.id : null,
      })
    }
    if (before && given.instead !== null && given.instead !== id) await removeGuestList(tx, seminar.id, given.instead)
    await rememberSent(tx, remember.once, remember.location(id))
    return { outcome: 'waiting', id }
  })
}

async function mayLook(tx: Tx, slug: string) {
  const seminar = await findSeminarToRegisterFor(tx, { slug })
  if (seminar === null) throw notFound()
  if (!(await looksAfterPeople(tx, seminar.id))) throw forbidden()
  return { seminar }
}

async function waitingOf(house: House, tx: Tx, seminarId: string, id: string) {
  const sealed = await readWaiting(tx, seminarId, id)
  return sealed === null ? null : openWaiting(house, id, sealed)
}

type Questions = ReturnType<typeof namedQuestions>

/** The sheet in which most is recognised; a hidden one only when there is no other. */
function sheetToBegin(sheets: readonly Sheet[], questions: Questions): number {
  const scores = sheets.map(sheet => {
    const read = findTable(new Grid(sheet), questions).columns.filter(({ meaning }) => meaning !== null).length
    return sheet.hidden ? -1 : read
  })
  return Math.max(0, scores.indexOf(Math.max(...scores)))
}

/** What was said about the columns counts again when they are the same ones; what counts for everybody always does. */
function keptChoices(
  before: { sheets: Sheet[]; choices: Choices },
  sheet: Sheet,
  questions: Questions,
): Partial<Choices> {
  const { headingRow, meanings, ...always } = before.choices
  const old = before.sheets[before.choices.sheet]
  const headings = (one: Sheet) =>
    findTable(new Grid(one), questions, { headingRow }).columns.map(({ column, heading }) => ({ column, heading }))
  const same = old !== undefined && isDeepStrictEqual(headings(old), headings(sheet))
  const { sheet: _, ...others } = always
  return { ...others, ...(same ? { headingRow, meanings } : {}) }
}
