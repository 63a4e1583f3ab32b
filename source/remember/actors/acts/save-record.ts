import type { Actor, Tx } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { isLocale } from '#ground/languages/locales.ts'
import { chosenActor } from '../../acts/chosen-actor.ts'
import { type RecordSaved, type SaveForm, saveForm, WrongFields } from '../../acts/save-form.ts'
import { organisationChosen } from '../../rules/forms.ts'
import type { Fields } from '../../rules/typed.ts'
import { isUnder } from '../store/actor-fields.ts'
import { addContactNamed, isContactNamed } from '../store/new-contact.ts'
import { type RecordKind, records, strangers } from '../store/records.ts'

export type SaveRecord = Omit<SaveForm, 'at'> & {
  kind: RecordKind
  /** The territory or network whose memory it is. */
  space: string
  /** Null makes a new one. */
  id: string | null
}

/**
 * Makes or changes an actor, a contact, a post, a term, an appointment or a responsibility, in the name of who asks.
 *
 * @throws Refusal `not-found` when there is none with this id in this memory
 */
export function saveRecord(house: House, who: Actor, save: SaveRecord): Promise<RecordSaved> {
  const { kind, space, id } = save
  const at = { space, parent: null, id }
  return saveForm(house, who, records[kind], { ...save, at }, async (tx, given) => {
    const fields = await withPerson(tx, space, await withOrganisation(tx, space, given))
    const strange = await strangers(tx, space, kind, fields)
    if (strange.length > 0) throw new WrongFields(Object.fromEntries(strange.map(field => [field, 'notHere'])))
    if (kind === 'actor' && id !== null) await checkAbove(tx, id, fields)
    return fields
  })
}

// Neither above itself nor the one that came after itself.
async function checkAbove(tx: Tx, id: string, fields: Fields): Promise<void> {
  for (const field of ['parent', 'successor'] as const)
    if (fields[field] === id) throw new WrongFields({ [field]: 'underItself' })
  if (fields.parent && (await isUnder(tx, id, fields.parent))) throw new WrongFields({ parent: 'underItself' })
}

async function withOrganisation(tx: Tx, space: string, fields: Fields): Promise<Fields> {
  const chosen = organisationChosen(fields)
  if (chosen === null || chosen === 'both' || !('newName' in chosen)) return fields
  const source = isLocale(fields.source) ? fields.source : isLocale(fields.writtenIn) ? fields.writtenIn : 'fr'
  const made = await chosenActor(tx, space, chosen, { source })
  return { ...fields, organisation: made ?? '', 'organisation-new': '' }
}

// Whom a PersonField names anew: a contact of whom nothing but the name is known yet, seen inside alone.
async function withPerson(tx: Tx, space: string, fields: Fields): Promise<Fields> {
  const name = fields['contact-new'] ?? ''
  if (name === '') return fields
  // Somebody who is known is not taken in silence: two people may have one name.
  if (await isContactNamed(tx, space, name)) throw new WrongFields({ 'contact-new': 'personKnown' })
  const language = isLocale(fields.writtenIn) ? fields.writtenIn : 'fr'
  const contact = await addContactNamed(tx, space, { name, language })
  return { ...fields, contact, 'contact-new': '' }
}
