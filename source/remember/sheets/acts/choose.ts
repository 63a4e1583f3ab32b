import { type Actor, as } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import { toRemember } from '../rules/remembered.ts'
import { rememberMapping, removeBatch, rewriteWaiting } from '../store/batches.ts'
import { rowCorrections } from '../store/corrections.ts'
import { headingsHash } from './headings-hash.ts'
import { openSheet, readable } from './open-sheet.ts'
import { type Choices, sealWaiting } from './waiting.ts'

type Remember = { once: string | null; location: string }

/**
 * Keeps what somebody chose about a file that waits; what its columns hold is remembered for the next file with the same
 * headings.
 *
 * @returns `gone` when it was thrown away or imported meanwhile
 * @throws Refusal as `openSheet`
 */
export async function choose(
  house: House,
  actor: Actor,
  { space, id }: { space: string; id: string },
  choices: Partial<Choices>,
  remember: Remember,
): Promise<'kept' | 'gone'> {
  const { batch, waiting } = await openSheet(house, actor, space, id)
  if (waiting === null) return 'gone'
  const { sheets } = waiting.waiting
  const asked = { sheets, choices: { ...waiting.choices, ...choices } }
  const { table } = readable(house, batch, asked)
  // What was read in rows of another sheet says nothing of this one; of this one it is known perhaps.
  const rows =
    choices.sheet === undefined
      ? {}
      : await as(house.db, actor, tx =>
          rowCorrections(tx, space, { sha256: batch.sha256, sheet: asked.choices.sheet, kind: table.kind }),
        )
  const next = { sheets, choices: { ...asked.choices, corrections: { ...asked.choices.corrections, ...rows } } }
  const sealed = sealWaiting(house, id, next)
  return as(house.db, actor, async tx => {
    if (!(await rewriteWaiting(tx, id, { waiting: sealed, kind: table.kind, way: next.choices.way }))) return 'gone'
    if (choices.fields)
      await rememberMapping(tx, space, headingsHash(table.columns), {
        kind: table.kind,
        columns: toRemember(table.columns, next.choices.corrections),
      })
    await rememberSent(tx, remember.once, remember.location)
    return 'kept'
  })
}

/**
 * Throws a file away that was only looked at.
 *
 * @throws Refusal as `openSheet`
 */
export async function discard(
  house: House,
  actor: Actor,
  { space, id }: { space: string; id: string },
  remember: Remember,
): Promise<'discarded' | 'gone'> {
  await openSheet(house, actor, space, id)
  return as(house.db, actor, async tx => {
    if (!(await removeBatch(tx, space, id))) return 'gone'
    await rememberSent(tx, remember.once, remember.location)
    return 'discarded'
  })
}
