import { randomUUID } from 'node:crypto'
import { type Actor, as } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import type { SheetKind } from '../rules/kinds.ts'
import { addBatch, sameFile, stateOfBatch } from '../store/batches.ts'
import { rowCorrections } from '../store/corrections.ts'
import { openSheet, readable, type WaitingBatch } from './open-sheet.ts'
import { sealWaiting } from './waiting.ts'

export type OtherList = { sheet: number; name: string; kind: SheetKind }

/** The sheets of a workbook, besides the one that is read, that look like lists; hidden ones aside. */
export const otherLists = ({ waiting }: WaitingBatch): OtherList[] =>
  waiting.sheets.flatMap(({ name, hidden, kind }, sheet) =>
    hidden || kind === null || sheet === waiting.choices.sheet ? [] : [{ sheet, name, kind }],
  )

/**
 * Lets another sheet of the same workbook wait beside the one that is read: each is looked at and imported by itself.
 *
 * @returns the id of what waits, which may have been there already; null when there is no such sheet any more
 * @throws Refusal as `openSheet`
 */
export async function readAlso(
  house: House,
  actor: Actor,
  { space, id }: { space: string; id: string },
  sheet: number,
  remember: { once: string | null; location: (id: string) => string },
): Promise<string | null> {
  const { batch, waiting: opened } = await openSheet(house, actor, space, id)
  const list = opened === null ? undefined : otherLists(opened).find(one => one.sheet === sheet)
  if (opened === null || list === undefined) return null
  return as(house.db, actor, async tx => {
    const there = (await sameFile(tx, space, batch.sha256)).find(
      one => one.id !== id && one.kind === list.kind && stateOfBatch(one) === 'looked-at',
    )
    const also = there?.id ?? randomUUID()
    if (!there) {
      const { sheets } = opened.waiting
      const rows = await rowCorrections(tx, space, { sha256: batch.sha256, sheet, kind: list.kind })
      const asked = { sheet, kind: list.kind, headingRow: null, fields: null, corrections: rows }
      const next = { sheets, choices: { ...opened.choices, ...asked } }
      const { table } = readable(house, { ...batch, id: also }, next)
      await addBatch(tx, {
        id: also,
        space,
        name: batch.name,
        sha256: batch.sha256,
        kind: table.kind,
        waiting: sealWaiting(house, also, next),
        by: actor.kind === 'person' ? actor.id : null,
      })
    }
    await rememberSent(tx, remember.once, remember.location(also))
    return also
  })
}
