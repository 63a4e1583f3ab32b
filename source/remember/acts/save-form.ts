import { type Actor, as, type Tx } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { isLocale } from '#ground/languages/locales.ts'
import { versionOf } from '#ground/people/acts/save-space.ts'
import { notFound } from '#ground/web/refusal.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import type { Fields, Place } from '../rules/typed.ts'

export type RecordSaved =
  | { result: 'saved'; id: string }
  /** Somebody saved meanwhile: what is there now. Nothing was written. */
  | { result: 'stale'; now: Fields; version: string }
  /** What cannot be taken, by field: keys of the errors of its form, or sentences. Nothing was written. */
  | { result: 'wrong'; fields: Readonly<Record<string, string>> }

/** Thrown while a save is prepared: fields that name what is not of this memory, or what must not be. */
export class WrongFields extends Error {
  readonly fields: Readonly<Record<string, string>>
  constructor(fields: Readonly<Record<string, string>>) {
    super('a form names what cannot be taken')
    this.fields = fields
  }
}

export type SaveForm = {
  /** Null as its id makes a new one. */
  at: Place
  /** What the form holds, checked. An organisation that is not known yet comes by its name in `FIELD-new`. */
  fields: Fields
  /** The version the form was filled from; not asked of a new one. */
  version: string | null
  once: { key: string | null; location: (id: string) => string }
  /** Why, for the history. */
  reason?: string
}

type Store = {
  read: (tx: Tx, at: Place, lock?: boolean) => Promise<Fields | null>
  write: (tx: Tx, at: Place, fields: Fields) => Promise<string>
  /** The field of which there may be no second of the same. */
  once?: string
}

/**
 * Makes or changes one record from its form, in the name of who asks: the policies of the database answer whether they may.
 *
 * @param prepare checks what a foreign key does not know and gives back what is to be written; throws WrongFields or a refusal
 * @throws Refusal `not-found` when there is no such record in this memory
 */
export async function saveForm(
  house: House,
  who: Actor,
  store: Store,
  { at, fields, version, once, reason }: SaveForm,
  prepare: (tx: Tx, fields: Fields) => Promise<Fields>,
): Promise<RecordSaved> {
  const save = async (tx: Tx): Promise<RecordSaved> => {
    let given = fields
    if (at.id !== null) {
      const now = await store.read(tx, at, true)
      if (!now) throw notFound()
      const known = versionOf(now)
      if (known !== version) return { result: 'stale', now, version: known }
      // The original stays the original: only its words change.
      if (isLocale(now.source)) given = { ...given, source: now.source }
    }
    const id = await store.write(tx, at, await prepare(tx, given))
    await rememberSent(tx, once.key, once.location(id))
    return { result: 'saved', id }
  }
  try {
    return await as(house.db, who, save, reason)
  } catch (error) {
    if (error instanceof WrongFields) return { result: 'wrong', fields: error.fields }
    // unique_violation: the same organisation in the same role, a number of that day, a second fee of one year.
    if ((error as { code?: unknown }).code === '23505' && store.once)
      return { result: 'wrong', fields: { [store.once]: 'twice' } }
    throw error
  }
}
