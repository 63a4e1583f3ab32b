import { releaseOnNewDay } from '#convene/programme/acts/release-within.ts'
import { decided, type NoticeKind } from '#convene/seminar/rules/life.ts'
import type { Tx } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { addNotice, concernedByLanguage, lastNotice, noticesOf, queueNotice, type Reason } from '../store/notices.ts'
import { holdSeminar, type Standing, standingOf } from '../store/standing.ts'
import { writeHasDay } from '../store/write-life.ts'
import { asTheProgram } from './as-the-program.ts'
import { letRun } from './let-run.ts'

/** What is told, and of which day. */
export type Telling = {
  kind: NoticeKind
  /** The day it was announced for until now. */
  heldOn: Temporal.PlainDate
  movedTo?: Temporal.PlainDate
  reason: Reason
}

/**
 * Writes a notice and queues one mail to everyone concerned: whoever has asked for a place, waits, is offered one or has one,
 * each in their language. In the transaction of what it tells, behind the gate, so that it is told once or not at all.
 *
 * @returns to how many it is written
 */
export async function tell(tx: Tx, seminarId: string, telling: Telling): Promise<number> {
  const told = await countConcerned(tx, seminarId)
  const { kind, heldOn, movedTo, reason } = telling
  const noticeId = await addNotice(tx, {
    seminarId,
    kind,
    heldOn: heldOn.toString(),
    movedTo: movedTo?.toString() ?? null,
    told,
    reason,
  })
  const queued = await asTheProgram(tx, () => queueNotice(tx, seminarId, noticeId, `seminar-${kind}`))
  if (queued !== told) throw new Error(`${queued} of ${told} people would have been told`)
  return told
}

/** How many people are concerned, whoever asks: a number about others. */
export const countConcerned = (tx: Tx, seminarId: string): Promise<number> =>
  asTheProgram(tx, async () => (await concernedByLanguage(tx, seminarId)).reduce((sum, { people }) => sum + people, 0))

/**
 * Tells everyone concerned that a seminar was cancelled; for whatever cancels it besides the act, as an import does. The
 * caller has written that it is cancelled, and wakes the sender after its transaction (`house.mailsWritten()`).
 *
 * @returns to how many it is written
 */
export async function tellCancelled(tx: Tx, _house: House, seminarId: string, reason: Reason): Promise<number> {
  await holdSeminar(tx, seminarId)
  const standing = await standingOf(tx, { id: seminarId })
  if (standing?.life !== 'cancelled') throw new Error('only what is cancelled is told as cancelled')
  // Somebody cancelled it a moment ago, while this was being read: everyone was told.
  if ((await lastNotice(tx, seminarId))?.kind === 'cancelled') return 0
  return tell(tx, seminarId, { kind: 'cancelled', heldOn: standing.heldOn, reason })
}

/** A change of a seminar, as a file or a form makes it: where, and what was there before. */
type Change = { path: string; before: string | null }

/**
 * Tells what a file, or the form of its day, made of a seminar that was there before: cancelled, held after all, or moved to
 * another day; one that had no sure day has one by it. Of a draft in which nobody is registered nothing is told.
 *
 * The caller wakes the sender after its transaction (`house.mailsWritten()`).
 *
 * @param changes what was written in this transaction; the paths `held_on` and `cancelled_at` count
 * @returns to how many it is written
 */
export async function tellWhatChanged(
  tx: Tx,
  house: House,
  seminarId: string,
  changes: readonly Change[],
): Promise<number> {
  const day = changes.find(({ path }) => path === 'held_on')?.before ?? null
  const cancelling = changes.some(({ path }) => path === 'cancelled_at')
  if (day === null && !cancelling) return 0
  await holdSeminar(tx, seminarId)
  if (day !== null) await releaseOnNewDay(tx, seminarId)
  const standing = await standingOf(tx, { id: seminarId })
  if (standing === null) return 0
  const isQuiet = standing.visibility < 2 && (await countConcerned(tx, seminarId)) === 0
  if (day !== null && standing.cancelledAt === null) {
    await writeHasDay(tx, seminarId, isQuiet ? null : day)
    if (isQuiet) return 0
    const heldOn = Temporal.PlainDate.from(day)
    const told = await tell(tx, seminarId, { kind: 'moved', heldOn, movedTo: standing.heldOn, reason: null })
    await letRun(tx, seminarId, await restedUntilNow(tx, standing))
    return told
  }
  if (!cancelling || isQuiet) return 0
  if (standing.cancelledAt !== null) return tellCancelled(tx, house, seminarId, null)
  // Cancelled no more, it may still have no sure day: that was told.
  if (decided(standing) !== null) return 0
  const told = await tell(tx, seminarId, { kind: 'held-again', heldOn: standing.heldOn, reason: null })
  await letRun(tx, seminarId, await restedUntilNow(tx, standing))
  return told
}

/** Since when a seminar has rested that rests no more: the first of its last notices that said so. Null when it did not. */
async function restedUntilNow(tx: Tx, { id, postponedAt }: Standing): Promise<Temporal.Instant | null> {
  // The last one tells that it rests no more.
  const before = (await noticesOf(tx, id)).slice(1)
  const end = before.findIndex(({ kind }) => kind !== 'cancelled' && kind !== 'postponed')
  return before.slice(0, end === -1 ? before.length : end).at(-1)?.at ?? postponedAt
}
