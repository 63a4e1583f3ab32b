import { canStep, type Life, type LifeStep } from '#convene/seminar/rules/life.ts'
import { type Actor, as, type Tx } from '#ground/database/actor.ts'
import { noteAct } from '#ground/history/note.ts'
import type { House } from '#ground/house.ts'
import { indexRecords } from '#ground/search/index.ts'
import { forbidden, notFound } from '#ground/web/refusal.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import { holdSeminar, type Standing, standingOf } from '../store/standing.ts'
import { mayDecide } from '../store/who-acts.ts'

/** What every step is given besides what it is about. */
export type StepOptions = {
  /** `Standing.version` as whoever takes the step saw it; left out, whatever stands now is meant. */
  seen?: string
  /** A sent form: its once key, and where it leads. Remembered with what was done. */
  remember?: { once: string | null; location: string }
}

/** What came of a step. `told`: to how many people it is written. */
export type StepTaken =
  | { outcome: 'done'; told: number }
  /** It does not lead on from what the seminar is by now. Nothing was done. */
  | { outcome: 'not-possible'; life: Life }
  /** Somebody else has changed the seminar since it was looked at. Nothing was done. */
  | { outcome: 'meanwhile'; life: Life }

/** What those who are written to, or looked at, ask of whoever decides. */
const needs: Readonly<Record<LifeStep, readonly string[]>> = {
  announce: ['edit'],
  withdraw: ['edit', 'people'],
  open: ['edit'],
  close: ['edit'],
  postpone: ['edit', 'people'],
  move: ['edit', 'people'],
  'new-day': ['edit', 'people'],
  'hold-again': ['edit', 'people'],
  cancel: ['edit', 'people'],
}

/**
 * Takes a step in the life of a seminar, in one transaction behind the gate of its places: two who take it at once, or one
 * who presses twice, take it once.
 *
 * @param work what it writes; answers what came of it, or how many were told
 * @throws Refusal `not-found` when the actor sees no such seminar, `forbidden` when they may not decide about it
 */
export async function takeStep<More extends { outcome: string }>(
  house: House,
  actor: Actor,
  slug: string,
  step: LifeStep,
  { seen, remember }: StepOptions,
  work: (tx: Tx, standing: Standing) => Promise<number | More>,
): Promise<StepTaken | More> {
  const taken = await as(house.db, actor, async (tx): Promise<StepTaken | More> => {
    const found = await standingOf(tx, { slug })
    if (found === null) throw notFound()
    if (!(await mayDecide(tx, found.id, needs[step]))) throw forbidden()
    if (!(await holdSeminar(tx, found.id))) throw forbidden()
    const standing = await standingOf(tx, { id: found.id })
    if (standing === null) throw notFound()
    const { life } = standing
    if (!canStep(step, life)) return { outcome: 'not-possible', life }
    if (seen !== undefined && seen !== standing.version) return { outcome: 'meanwhile', life }
    const done = await work(tx, standing)
    if (typeof done !== 'number') return done
    await noteAct(tx, standing.id, `life-${step}`, done > 0 ? { told: done } : {})
    await indexRecords(tx, house.rooms, 'seminar', [standing.id])
    if (remember) await rememberSent(tx, remember.once, remember.location)
    return { outcome: 'done', told: done }
  })
  house.mailsWritten()
  return taken
}
