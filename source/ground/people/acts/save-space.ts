import { createHash } from 'node:crypto'
import { type Actor, as } from '../../database/actor.ts'
import type { House } from '../../house.ts'
import { notFound } from '../../web/refusal.ts'
import { rememberSent } from '../../web/sent-once.ts'
import { goOnAs } from '../store/rights.ts'
import {
  addSpace,
  changeSpace,
  readSpaceFields,
  type SpaceFields,
  type SpaceFormKind,
  writeSpaceRecord,
} from '../store/space-records.ts'

/** The version of a form: a digest of what it showed. Equal content is the same version, whoever wrote it. */
export function versionOf(fields: SpaceFields): string {
  const sorted = Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex').slice(0, 24)
}

export type SaveSpace = {
  kind: SpaceFormKind
  /** Null makes a new one. */
  id: string | null
  fields: SpaceFields
  /** The version the form was filled from; not asked of a new one. */
  version: string | null
  once: { key: string | null; location: string }
}

export type SpaceSaved =
  | { result: 'saved'; id: string }
  /** Somebody saved meanwhile: what is there now. Nothing was written. */
  | { result: 'stale'; now: SpaceFields; version: string }
  | { result: 'slug-taken' }

/**
 * Makes or changes a network or a territory, in the name of who asks: the policies answer whether they may.
 *
 * @throws Refusal `not-found` when there is none with this id to be seen
 */
export async function saveSpace(house: House, who: Actor, save: SaveSpace): Promise<SpaceSaved> {
  try {
    return await as(house.db, who, async tx => {
      let id = save.id
      let fields = save.fields
      if (id === null) {
        id = await addSpace(tx, save.kind, fields)
        // Rights are worked out when a transaction begins; the new space was not there then.
        await goOnAs(tx, who)
      } else {
        const now = await readSpaceFields(tx, save.kind, id, true)
        if (!now) throw notFound()
        if (versionOf(now) !== save.version) return { result: 'stale', now, version: versionOf(now) }
        // The original stays the original: only its words change.
        fields = { ...fields, source: now.source || fields.source || '' }
        await changeSpace(tx, save.kind, id, fields)
      }
      await writeSpaceRecord(tx, save.kind, id, fields)
      await rememberSent(tx, save.once.key, save.once.location)
      return { result: 'saved', id }
    })
  } catch (error) {
    // unique_violation: two that take the same address at once end here too.
    if ((error as { code?: unknown }).code === '23505') return { result: 'slug-taken' }
    throw error
  }
}
