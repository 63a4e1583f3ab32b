import { type Actor, as } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { notFound } from '#ground/web/refusal.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import { removeActorRow } from '../store/actor-fields.ts'
import { whatPointsTo } from '../store/actors.ts'
import { emptyContact, holdContact, removeContactRow, writeContactPerson } from '../store/contacts.ts'
import { holdActors } from '../store/duplicates.ts'
import { type RecordKind, records, removeRecord } from '../store/records.ts'

type Removal = { space: string; id: string; once: { key: string | null; location: string } }

/**
 * Removes a post, a term, an appointment or a responsibility; its history stays. With a post go its appointments, and a term
 * leaves those that were made for it without a term.
 *
 * @throws Refusal `not-found` when there is none in this memory
 */
export async function removeOne(
  house: House,
  who: Actor,
  kind: Exclude<RecordKind, 'actor' | 'contact'>,
  { space, id, once }: Removal,
): Promise<void> {
  await as(house.db, who, async tx => {
    const at = { space, parent: null, id }
    if (!(await records[kind].read(tx, at, true))) throw notFound()
    if (!(await removeRecord(tx, kind, at))) throw notFound()
    await rememberSent(tx, once.key, once.location)
  })
}

/**
 * Removes an actor that nothing points to. One with relationships, contacts or posts stays: it is merged into another one, or
 * says until when it was.
 *
 * @returns what points to it when it stays
 * @throws Refusal `not-found` when there is none in this memory
 */
export async function removeActor(house: House, who: Actor, { space, id, once }: Removal): Promise<number> {
  return as(house.db, who, async tx => {
    if (!(await holdActors(tx, space, [id]))) throw notFound()
    const pointing = await whatPointsTo(tx, id)
    if (pointing > 0) return pointing
    await removeActorRow(tx, id)
    await rememberSent(tx, once.key, once.location)
    return 0
  })
}

/**
 * Takes somebody out of the contacts: name, address and telephone are forgotten. What tells of them (a post that they held, a
 * meeting) keeps a line without a name. Of somebody who holds or held a public office the name and the posts stay (archives in
 * the public interest: GDPR, article 17, paragraph 3, d, and article 89; docs/data.md), and all that was known besides goes.
 *
 * @throws Refusal `not-found` when there is none in this memory
 */
export async function removeContact(
  house: House,
  who: Actor,
  { space, id, once }: Removal,
): Promise<'forgotten' | 'name-stays'> {
  return as(house.db, who, async tx => {
    const known = await holdContact(tx, space, id)
    if (!known) throw notFound()
    const { publicOffice, personId, language } = known
    const name = publicOffice ? { given: known.given, family: known.family } : { given: null, family: null }
    if (publicOffice || known.bound) {
      // First of all: by their address they are found in the mails that wait.
      await emptyContact(tx, id, !publicOffice)
      await writeContactPerson(tx, space, personId, { ...name, language, email: null, telephone: null })
    } else {
      await removeContactRow(tx, id)
    }
    await rememberSent(tx, once.key, once.location)
    return publicOffice ? 'name-stays' : 'forgotten'
  })
}
