import type { Actor, Tx } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { notFound } from '#ground/web/refusal.ts'
import { chosenActor } from '../../acts/chosen-actor.ts'
import { type RecordSaved, type SaveForm, saveForm, WrongFields } from '../../acts/save-form.ts'
import { organisationChosen } from '../../rules/forms.ts'
import type { Fields, Place } from '../../rules/typed.ts'
import { isOfMemory } from '../../store/form-row.ts'
import { relationshipOfAgreement } from '../store/agreement-fields.ts'
import { isUnderThisMemory, type RecordKind, records } from '../store/records.ts'

/** Where it is: the relationship that an agreement, a party, a fee or a seat is under; the agreement that an event is under. */
export type SaveRecord = SaveForm & {
  kind: RecordKind
  /** The language in which a new name was typed. */
  writtenIn: Locale
}

/**
 * Makes or changes a relationship, an agreement, or a part of one, in the name of who asks. What the form names must be of the
 * same memory, since a foreign key knows none.
 *
 * @throws Refusal `not-found` when there is no such record, or nothing above it, in this memory
 */
export function saveRecord(house: House, who: Actor, save: SaveRecord): Promise<RecordSaved> {
  const { kind, at, writtenIn } = save
  return saveForm(house, who, records[kind], save, async (tx, fields) => {
    if (!(await isUnderThisMemory(tx, kind, at))) throw notFound()
    const strange = await strangers(tx, kind, at, fields)
    if (strange.length > 0) throw new WrongFields(Object.fromEntries(strange.map(field => [field, 'notHere'])))
    return withOrganisation(tx, at.space, fields, writtenIn)
  })
}

/** Fields that name a record of another memory, or of another relationship. */
async function strangers(tx: Tx, kind: RecordKind, at: Place, fields: Fields): Promise<string[]> {
  const found: string[] = []
  const { space } = at
  for (const field of ['organisation', 'contact', 'decision'] as const) {
    const named = fields[field]
    if (named && !(await isOfMemory(tx, field, space, named))) found.push(field)
  }
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
  const kind =
    fields.role === 'network' || fields.kind === 'network'
      ? 'network'
      : fields.role === 'donor'
        ? 'donor'
        : 'local-government'
  const made = await chosenActor(tx, space, chosen, { source, kind })
  return { ...fields, organisation: made ?? '', 'organisation-new': '' }
}
