import type { Actor, Tx } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { notFound } from '#ground/web/refusal.ts'
import { chosenActor } from '../../acts/chosen-actor.ts'
import { type RecordSaved, type SaveForm, saveForm, WrongFields } from '../../acts/save-form.ts'
import { organisationChosen } from '../../rules/forms.ts'
import type { Fields, Place } from '../../rules/typed.ts'
import { isOfMemory } from '../../store/form-row.ts'
import { NotOfMemory } from '../store/decision-fields.ts'
import { ourselves } from '../store/part-fields.ts'
import { isUnderProject } from '../store/project-fields.ts'
import { type RecordKind, records } from '../store/records.ts'

/** Where it is: under which project a part is. */
export type SaveRecord = SaveForm & {
  kind: RecordKind
  /** The language in which a new name was typed. */
  writtenIn: Locale
}

/**
 * Makes or changes a project, a part of one, or a decision, in the name of who asks. What the form names must be of the same
 * memory, since a foreign key knows none.
 *
 * @throws Refusal `not-found` when there is no such record, or no project above it, in this memory
 */
export async function saveRecord(house: House, who: Actor, save: SaveRecord): Promise<RecordSaved> {
  const { kind, at } = save
  const store = records[kind]
  try {
    return await saveForm(house, who, store, save, async (tx, given) => {
      if (store.isPart && !(at.parent !== null && (await isOfMemory(tx, 'activity', at.space, at.parent))))
        throw notFound()
      const fields = await withOrganisations(tx, save, given)
      if (kind === 'project') await checkAbove(tx, at, fields)
      return fields
    })
  } catch (error) {
    if (error instanceof NotOfMemory) return { result: 'wrong', fields: { about: 'notHere' } }
    throw error
  }
}

// A project stands in a relationship and under a project of its own memory, and never under itself.
async function checkAbove(tx: Tx, { space, id }: Place, { relationship, parent }: Fields): Promise<void> {
  if (relationship && !(await isOfMemory(tx, 'relationship', space, relationship)))
    throw new WrongFields({ relationship: 'notHere' })
  if (!parent) return
  if (!(await isOfMemory(tx, 'activity', space, parent))) throw new WrongFields({ parent: 'notHere' })
  if (id !== null && (await isUnderProject(tx, id, parent))) throw new WrongFields({ parent: 'underItself' })
}

async function withOrganisations(tx: Tx, { kind, at, writtenIn }: SaveRecord, fields: Fields): Promise<Fields> {
  const found: Record<string, string> = {}
  for (const field of records[kind].organisations) {
    const chosen = organisationChosen(fields, field)
    if (chosen === null || chosen === 'both' || ('id' in chosen && chosen.id === ourselves)) continue
    const actor = await chosenActor(tx, at.space, chosen, { source: writtenIn })
    if (actor === null) throw new WrongFields({ [field]: 'notHere' })
    found[field] = actor
    found[`${field}-new`] = ''
  }
  return { ...fields, ...found }
}
