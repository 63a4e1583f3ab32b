import { type Actor, as, type Tx } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { isLocale, type Locale } from '#ground/languages/locales.ts'
import { versionOf } from '#ground/people/acts/save-space.ts'
import { notFound } from '#ground/web/refusal.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import { chosenActor } from '../../acts/chosen-actor.ts'
import { organisationChosen } from '../../rules/forms.ts'
import type { Fields } from '../../rules/typed.ts'
import { NotOfMemory } from '../store/decision-fields.ts'
import { ourselves } from '../store/part-fields.ts'
import type { Place } from '../store/place.ts'
import { isOf, isUnderProject } from '../store/project-fields.ts'
import { type RecordKind, records } from '../store/records.ts'

export type SaveRecord = {
  kind: RecordKind
  /** The project that a part is under, and which; null makes a new one. */
  at: Place
  /** What the form holds, checked. An organisation that is not known yet comes by its name in `FIELD-new`. */
  fields: Fields
  /** The language in which a new name was typed. */
  writtenIn: Locale
  /** The version the form was filled from; not asked of a new one. */
  version: string | null
  once: { key: string | null; location: (id: string) => string }
}

export type RecordSaved =
  | { result: 'saved'; id: string }
  /** Somebody saved meanwhile: what is there now. Nothing was written. */
  | { result: 'stale'; now: Fields; version: string }
  /** Fields that name what is not of this memory, or what is there already. Nothing was written. */
  | { result: 'wrong'; fields: WrongFields }

type WrongFields = Readonly<Record<string, 'notHere' | 'twice' | 'underItself'>>
class Wrong extends Error {
  readonly fields: WrongFields
  constructor(fields: WrongFields) {
    super('a form names what is not of this memory')
    this.fields = fields
  }
}

/**
 * Makes or changes a project, a part of one, or a decision, in the name of who asks: the policies of the database answer whether
 * they may. What the form names must be of the same memory, since a foreign key knows none.
 *
 * @throws Refusal `not-found` when there is no such record, or no project above it, in this memory
 */
export async function saveRecord(house: House, who: Actor, save: SaveRecord): Promise<RecordSaved> {
  const { kind, at } = save
  const store = records[kind]
  try {
    return await as(house.db, who, async tx => {
      if (store.isPart && !(at.parent !== null && (await isOf(tx, 'activity', at.space, at.parent)))) throw notFound()
      let { fields } = save
      if (at.id !== null) {
        const now = await store.read(tx, at, true)
        if (!now) throw notFound()
        const version = versionOf(now)
        if (version !== save.version) return { result: 'stale', now, version }
        // The original stays the original: only its words change.
        if (isLocale(now.source)) fields = { ...fields, source: now.source }
      }
      fields = await withOrganisations(tx, save, fields)
      if (kind === 'project') await checkAbove(tx, at, fields)
      const written = await store.write(tx, at, fields)
      await rememberSent(tx, save.once.key, save.once.location(written))
      return { result: 'saved', id: written }
    })
  } catch (error) {
    if (error instanceof Wrong) return { result: 'wrong', fields: error.fields }
    if (error instanceof NotOfMemory) return { result: 'wrong', fields: { about: 'notHere' } }
    // unique_violation: an identifier, a number of that day, an organisation in the same role.
    if ((error as { code?: unknown }).code === '23505' && store.once)
      return { result: 'wrong', fields: { [store.once]: 'twice' } }
    throw error
  }
}

// A project stands in a relationship and under a project of its own memory, and never under itself.
async function checkAbove(tx: Tx, { space, id }: Place, { relationship, parent }: Fields): Promise<void> {
  if (relationship && !(await isOf(tx, 'relationship', space, relationship)))
    throw new Wrong({ relationship: 'notHere' })
  if (!parent) return
  if (!(await isOf(tx, 'activity', space, parent))) throw new Wrong({ parent: 'notHere' })
  if (id !== null && (await isUnderProject(tx, id, parent))) throw new Wrong({ parent: 'underItself' })
}

async function withOrganisations(tx: Tx, { kind, at, writtenIn }: SaveRecord, fields: Fields): Promise<Fields> {
  const found: Record<string, string> = {}
  for (const field of records[kind].organisations) {
    const chosen = organisationChosen(fields, field)
    if (chosen === null || chosen === 'both' || ('id' in chosen && chosen.id === ourselves)) continue
    const actor = await chosenActor(tx, at.space, chosen, { source: writtenIn })
    if (actor === null) throw new Wrong({ [field]: 'notHere' })
    found[field] = actor
    found[`${field}-new`] = ''
  }
  return { ...fields, ...found }
}
