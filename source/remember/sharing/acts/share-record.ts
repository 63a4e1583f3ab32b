import { type Actor, as, job } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { accountFor, type PersonNames } from '#ground/people/store/persons.ts'
import { goOnAs } from '#ground/people/store/rights.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import { addShare, isShared, nameShare, noteOf, type SharedTable } from '../store/shares.ts'

export type ShareRecord = PersonNames & {
  space: string
  table: SharedTable
  record: string
  endsAt: Temporal.Instant
  reason: string
  once: { key: string | null; location: string }
}

/**
 * Shows a record, with its own parts, to one person until an instant; makes their account if the address is new, and tells
 * them by mail, all in one transaction. The share is added in the name of who shares: the database answers whether they may.
 * The person is looked up and the mail written as a job: whoever shares may not search among all persons, and goes on seeing
 * the name that they typed, whatever account the address has. Nobody shares with themself: it would outlive their right.
 *
 * @returns what stands in the way, as a key of `errors` in messages/sharing or of its words, and nothing was done; null when
 * it is done
 */
export async function shareRecord(
  house: House,
  who: Actor,
  share: ShareRecord,
): Promise<'already' | 'yourself' | 'confidentialNote' | null> {
  const obstacle = await as(
    house.db,
    who,
    async tx => {
      if (share.table === 'note') {
        const note = await noteOf(tx, share.record)
        if (note?.confidential && (who.kind !== 'person' || note.written_by !== who.id)) return 'confidentialNote'
      }
      await goOnAs(tx, job('sharing'))
      const person = await accountFor(tx, share)
      // Their own address tells them nothing that they do not know.
      if (who.kind === 'person' && person.id === who.id) return 'yourself'
      if (await isShared(tx, share.record, person.id, house.clock.now())) return 'already'
      await goOnAs(tx, who, share.reason)
      const id = await addShare(tx, {
        space: share.space,
        table: share.table,
        record: share.record,
        person: person.id,
        reason: share.reason,
        endsAt: share.endsAt,
        by: who.kind === 'person' ? who.id : null,
      })
      await nameShare(tx, id, share.givenName, share.familyName)
      await goOnAs(tx, job('sharing'))
      await tx
        .insertInto('mail')
        .values({
          space_id: share.space,
          person_id: person.id,
          template: 'record-shared',
          language: person.language,
          data: JSON.stringify({ share: id }),
        })
        .execute()
      await rememberSent(tx, share.once.key, share.once.location)
      return null
    },
    share.reason,
  )
  if (obstacle === null) house.mailsWritten()
  return obstacle
}
