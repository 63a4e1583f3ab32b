import { type RegistrationInput, registerFor } from '#convene/registration/acts/register.ts'
import { looksAfterPeople } from '#convene/registration/store/find-registrations.ts'
import { type Actor, as, job, person } from '#ground/database/actor.ts'
import { noteAct } from '#ground/history/note.ts'
import type { House } from '#ground/house.ts'
import { goOnAs } from '#ground/people/store/rights.ts'
import { forbidden } from '#ground/web/refusal.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import { abandonedImports, beginImport, endImport, noteProgress } from '../store/guest-lists.ts'
import { type DryRun, dryRun, entryOf, inputOf } from './dry-run.ts'
import { openList, readAll, type WaitingList } from './open-list.ts'
import { goThrough } from './running.ts'
import { sealWaiting } from './waiting.ts'

export type Imported =
  /** Under way; `done` ends when everybody of the list was registered, or when it was cut short. */
  | { outcome: 'begun'; done: Promise<void> }
  /** Nothing was written. `wrong` rows are wrong and nobody said to leave them out; `nobody` is new. */
  | { outcome: 'wrong' | 'nobody' | 'shut' | 'lacking'; run: DryRun | null }
  /** Thrown away, or begun by somebody else, meanwhile. */
  | { outcome: 'gone' }

/**
 * Registers the people of a list: through the same act as anybody, some hundreds in each transaction, so that whoever
 * registers by the form at the same time waits for a moment and not for the whole list. Rows that are wrong hold up all
 * of them, unless somebody said to leave those out. People who are registered already stay as they are; so the same
 * list twice changes nothing, and an import that was cut short goes on where it was.
 *
 * @throws Refusal as `openList`
 */
export async function importList(
  house: House,
  actor: Actor,
  slug: string,
  id: string,
  how: { tell: boolean; skip: boolean },
  remember: { once: string | null; location: string },
): Promise<Imported> {
  const { waiting } = await openList(house, actor, slug, id)
  if (waiting === null || waiting.list.importedBy !== null) return { outcome: 'gone' }
  if (actor.kind !== 'person') throw forbidden()
  if (waiting.lacking.length > 0) return { outcome: 'lacking', run: null }
  const run = await dryRun(house, actor, waiting)
  const { counts } = run
  if (run.shut !== null) return { outcome: 'shut', run }
  if (counts.wrong > 0 && !how.skip) return { outcome: 'wrong', run }
  if (counts.confirmed + counts.waiting + counts.requested === 0) return { outcome: 'nobody', run }
  const { sheets, choices } = waiting.waiting
  const sealed = sealWaiting(house, id, { sheets, choices: { ...choices, ...how } })
  const begun = await as(house.db, actor, async tx => {
    if (!(await beginImport(tx, id, actor.id, sealed))) return false
    await rememberSent(tx, remember.once, remember.location)
    return true
  })
  if (!begun) return { outcome: 'gone' }
  // Who is known already was looked up a moment ago; whoever registers meanwhile is met again, and nothing happens.
  const people = run.rows.flatMap(({ guest, fate }) =>
    guest === null || fate.what === 'wrong' || fate.what === 'known' ? [] : [inputOf(waiting, guest)],
  )
  const by = actor.id
  return {
    outcome: 'begun',
    done: goThrough(house, id, () => register(house, { id, slug, by }, { people, tell: how.tell })),
  }
}

type UnderWay = { id: string; slug: string; by: string }
/** Whom it registers; read again from what waits when an import goes on. */
type ToRegister = { people: readonly RegistrationInput[]; tell: boolean }

// People in one go. More would keep those at the gate waiting without getting a list through it sooner.
const together = 250

/**
 * As a job, since it goes on when nobody is there: the list was checked, and begun, by somebody who may; the register act
 * asks again for each part whether they still may.
 */
async function register(house: House, { id, slug, by }: UnderWay, ready: ToRegister | null): Promise<void> {
  const { seminar, ...found } = await openList(house, guestLists, slug, id)
  const { people, tell } = ready ?? (await readAgain(found.waiting))
  const entry = entryOf(person(by), id, tell)
  const counts = { registered: 0, known: 0, refused: 0 }
  for (let from = 0; from < people.length; from += together) {
    const results = await registerFor(house, slug, people.slice(from, from + together), entry)
    for (const { outcome } of results) counts[outcome === 'replayed' ? 'known' : outcome] += 1
    await as(house.db, guestLists, tx => noteProgress(tx, id))
    if (results.some(result => result.outcome === 'refused' && result.why === 'may-not')) break
  }
  await as(house.db, person(by), async tx => {
    const may = await looksAfterPeople(tx, seminar.id)
    if (!may) await goOnAs(tx, guestLists)
    const registered = await endImport(tx, id)
    if (registered === null) return
    await noteAct(tx, seminar.id, 'guest-list-imported', { list: id, registered })
  })
  house.log.info({ list: id, seminar: seminar.id, ...counts }, 'a guest list was imported')
}

/** What is sealed with a key that is gone (a restored database, say) nobody reads any more: what was registered stays. */
async function readAgain(waiting: WaitingList | null): Promise<ToRegister> {
  if (waiting === null) return { people: [], tell: false }
  const { rows } = await readAll(waiting)
  const people = rows.flatMap(({ guest }) => (guest === null ? [] : [inputOf(waiting, guest)]))
  return { people, tell: waiting.waiting.choices.tell }
}

/** How the log calls what happens to lists when nobody is there. */
export const guestLists = job('guest-lists')

/** Goes on with imports whose server died. */
export async function goOnWithImports(house: House): Promise<void> {
  const left = await as(house.db, guestLists, tx => abandonedImports(tx))
  for (const { id, slug, by } of left)
    if (by !== null) await goThrough(house, id, () => register(house, { id, slug, by }, null))
}
