import { type Actor, as, type Tx } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { isLocale, type Locale } from '#ground/languages/locales.ts'
import { versionOf } from '#ground/people/acts/save-space.ts'
import { notFound } from '#ground/web/refusal.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import { chosenActor } from '../../acts/chosen-actor.ts'
import { organisationChosen } from '../../rules/forms.ts'
import type { Fields } from '../../rules/typed.ts'
import { isActorOf, isContactOf } from '../../store/choices.ts'
import { relationshipOfAgreement } from '../store/agreement-fields.ts'
import { isDecisionOf, isUnderThisMemory, type RecordKind, records } from '../store/records.ts'
import type { Place } from '../store/relationship-fields.ts'

export type SaveRecord = {
  kind: RecordKind
  /** The relationship that an agreement, a party, a fee or a seat is under; the agreement that an event is under. */
  at: Place
  /** What the form holds, checked. An organisation that is not known yet comes by its name in `organisation-new`. */
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

type WrongFields = Readonly<Record<string, 'notHere' | 'twice'>>
class Wrong extends Error {
  readonly fields: WrongFields
  constructor(fields: WrongFields) {
    super('a form names what is not of this memory')
    this.fields = fields
  }
}

/**
 * Makes or changes a relationship, an agreement, or a part of one, in the name of who asks: the policies of the database answer
 * whether they may. What the form names must be of the same memory, since a foreign key knows none.
 *
 * @throws Refusal `not-found` when there is no such record, or nothing above it, in this memory
 */
export async function saveRecord(house: House, who: Actor, save: SaveRecord): Promise<RecordSaved> {
  const { kind, at } = save
  const store = records[kind]
  try {
    return await as(house.db, who, async tx => {
      if (!(await isUnderThisMemory(tx, kind, at))) throw notFound()
      let { fields } = save
      if (at.id !== null) {
        const now = await store.read(tx, at, true)
        if (!now) throw notFound()
        const version = versionOf(now)
        if (version !== save.version) return { result: 'stale', now, version }
        // The original stays the original: only its words change.
        if (isLocale(now.source)) fields = { ...fields, source: now.source }
      }
      const strange = await strangers(tx, kind, at, fields)
      if (strange.length > 0) throw new Wrong(Object.fromEntries(strange.map(field => [field, 'notHere' as const])))
      const written = await store.write(tx, at, await withOrganisation(tx, at.space, fields, save.writtenIn))
      await rememberSent(tx, save.once.key, save.once.location(written))
      return { result: 'saved', id: written }
    })
  } catch (error) {
    if (error instanceof Wrong) return { result: 'wrong', fields: error.fields }
    // unique_violation: the same organisation in the same role, a second fee of one year.
    if ((error as { code?: unknown }).code === '23505' && store.once)
      return { result: 'wrong', fields: { [store.once]: 'twice' } }
    throw error
  }
}

/** Fields that name a record of another memory, or of another relationship. */
async function strangers(tx: Tx, kind: RecordKind, at: Place, fields: Fields): Promise<string[]> {
  const found: string[] = []
  const { space } = at
  if (fields.organisation && !(await isActorOf(tx, space, fields.organisation))) found.push('organisation')
  if (fields.contact && !(await isContactOf(tx, space, fields.contact))) found.push('contact')
  if (fields.decision && !(await isDecisionOf(tx, space, fields.decision))) found.push('decision')
  if (kind === 'agreement' && fields.amends) {
    const parent = at.id === null ? at.parent : await relationshipOfAgreement(tx, space, at.id)
    const other = await relationshipOfAgreement(tx, space, fields.amends)
    if (other === null || other !== parent || fields.amends === at.id) found.push('amends')
  }
  return found
}

async function withOrganisation(tx: Tx, space: string, fields: Fields, source: Locale): Promise<Fields> {
  const chosen = organisationChosen(fields)
  if (chosen === null || chosen === 'both' || 'id' in chosen) return fields
  const kind = fields.role === 'network' ? 'network' : fields.role === 'donor' ? 'donor' : 'local-government'
  const made = await chosenActor(tx, space, chosen, { source, kind })
  return { ...fields, organisation: made ?? '', 'organisation-new': '' }
}
