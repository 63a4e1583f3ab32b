import { createHash } from 'node:crypto'
import { type Actor, as, type Tx } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { isLocale } from '#ground/languages/locales.ts'
import { notFound } from '#ground/web/refusal.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import { chosenActor } from '../../acts/chosen-actor.ts'
import { organisationChosen } from '../../rules/forms.ts'
import { isUnder } from '../store/actor-fields.ts'
import type { Fields } from '../store/form-texts.ts'
import { type RecordKind, records, strangers } from '../store/records.ts'

/** The version of a form: a digest of what it showed. Equal content is the same version, whoever wrote it. */
export function versionOf(fields: Fields): string {
  const sorted = Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex').slice(0, 24)
}

export type SaveRecord = {
  kind: RecordKind
  /** The territory or network whose memory it is. */
  space: string
  /** Null makes a new one. */
  id: string | null
  /** What the form holds, checked. An organisation that is not known yet comes by its name in `organisation-new`. */
  fields: Fields
  /** The version the form was filled from; not asked of a new one. */
  version: string | null
  once: { key: string | null; location: (id: string) => string }
  /** Why, for the history. */
  reason?: string
}

export type RecordSaved =
  | { result: 'saved'; id: string }
  /** Somebody saved meanwhile: what is there now. Nothing was written. */
  | { result: 'stale'; now: Fields; version: string }
  /** Fields that name what is not of this memory, or that would put an organisation under itself. Nothing was written. */
  | { result: 'wrong'; fields: WrongFields }

type WrongFields = Readonly<Record<string, 'notHere' | 'underItself'>>
class Wrong extends Error {
  readonly fields: WrongFields
  constructor(fields: WrongFields) {
    super('a form names what is not of this memory')
    this.fields = fields
  }
}

/**
 * Makes or changes an actor, a contact, a post, a term, an appointment or a responsibility, in the name of who asks: the
 * policies of the database answer whether they may.
 *
 * @throws Refusal `not-found` when there is none with this id in this memory
 */
export async function saveRecord(house: House, who: Actor, save: SaveRecord): Promise<RecordSaved> {
  const { kind, space, id } = save
  const store = records[kind]
  try {
    return await as(
      house.db,
      who,
      async tx => {
        let { fields } = save
        if (id !== null) {
          const now = await store.read(tx, space, id, true)
          if (!now) throw notFound()
          if (versionOf(now) !== save.version) return { result: 'stale', now, version: versionOf(now) }
          if (isLocale(now.source)) fields = { ...fields, source: now.source }
        }
        fields = await withOrganisation(tx, space, fields)
        const strange = await strangers(tx, space, kind, fields)
        if (strange.length > 0) throw new Wrong(Object.fromEntries(strange.map(field => [field, 'notHere' as const])))
        if (kind === 'actor' && id !== null) {
          for (const field of ['parent', 'successor'] as const)
            if (fields[field] === id) throw new Wrong({ [field]: 'underItself' })
          if (fields.parent && (await isUnder(tx, id, fields.parent))) throw new Wrong({ parent: 'underItself' })
        }
        const written = await store.write(tx, space, id, fields)
        await rememberSent(tx, save.once.key, save.once.location(written))
        return { result: 'saved', id: written }
      },
      save.reason,
    )
  } catch (error) {
    if (error instanceof Wrong) return { result: 'wrong', fields: error.fields }
    throw error
  }
}

async function withOrganisation(tx: Tx, space: string, fields: Fields): Promise<Fields> {
  const chosen = organisationChosen(fields)
  if (chosen === null || chosen === 'both' || !('newName' in chosen)) return fields
  const source = isLocale(fields.source) ? fields.source : isLocale(fields.writtenIn) ? fields.writtenIn : 'fr'
  const made = await chosenActor(tx, space, chosen, { source })
  return { ...fields, organisation: made ?? '', 'organisation-new': '' }
}
