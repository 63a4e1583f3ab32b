import type { Tx } from '#ground/database/actor.ts'
import { tableOrder } from '../../rules/file/plan.ts'
import { recordAddress } from '../../rules/record-address.ts'
import type { SheetKind } from '../rules/kinds.ts'
import { tableOf } from '../rules/known.ts'
import { ownersOf } from '../store/owners.ts'
import type { OfBatch } from '../store/undo.ts'

// Within a row what others hang on comes first.
const place = ({ table }: OfBatch) => (tableOrder as readonly string[]).indexOf(table)

/** A record of an import as people know it. */
export type ToldRecord = OfBatch & {
  /** Where it is told: itself, or the record that it is a part of. */
  at: { table: string; id: string }
  /** Of which rows this is told: itself, and its texts and parts. */
  rows: readonly string[]
}

/**
 * The rows of an import as the records that people know, in their order: texts and parts are told with what they belong to, which
 * may have been there before; those of a list of parts (fees, seats, appointments) each by itself.
 */
export async function toldRecords(tx: Tx, kind: SheetKind, all: readonly OfBatch[]): Promise<ToldRecord[]> {
  const owners = await ownersOf(tx, all)
  const found = new Map<string, ToldRecord & { rows: string[] }>()
  const isOwn = ({ table }: OfBatch) => recordAddress(table, '') !== null || table === tableOf[kind]
  for (const one of all) {
    const at = owners.get(one.id) ?? { table: one.table, id: one.id }
    if (isOwn(one)) found.set(one.id, { ...one, at: recordAddress(one.table, '') === null ? at : one, rows: [one.id] })
  }
  for (const one of all) {
    if (isOwn(one)) continue
    const owner = owners.get(one.id)
    if (owner === undefined || owner.id === one.id) continue
    const there = found.get(owner.id)
    if (there) {
      there.rows.push(one.id)
      there.touched ||= one.touched
    } else found.set(owner.id, { ...one, ...owner, isNew: false, at: owner, rows: [one.id] })
  }
  return [...found.values()]
    .filter(({ at }) => recordAddress(at.table, '') !== null)
    .sort((a, b) => a.line - b.line || place(a) - place(b))
}
