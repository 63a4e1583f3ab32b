import { as, job } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { erasePersons } from '#ground/people/store/erase.ts'
import { notFound } from '#ground/web/refusal.ts'
import { personOfPart } from '../store/own.ts'

/**
 * Erases, as the person asked by their own link, what is held of somebody on a programme: name, address, post and lines;
 * the seat is open again. Nobody is named any more in any version that was released.
 *
 * Runs as a job: the page has checked the link, and nobody may write on a person's row.
 *
 * @returns `account` when the person signs in here: then there is more to erase, and an administrator does it
 * @throws Refusal `not-found` without such a person
 */
export async function eraseOwnPanel(house: House, id: string): Promise<'erased' | 'already' | 'account'> {
  const result = await as(house.db, job('panel-erasure'), async tx => {
    const person = await personOfPart(tx, id)
    if (person === null) throw notFound()
    if (person.erased) return 'already' as const
    if (person.hasAccount) return 'account' as const
    for (const room of house.rooms) await room.beforeErasing?.(tx, house, [person.id])
    await erasePersons(tx, [person.id])
    return 'erased' as const
  })
  house.mailsWritten()
  return result
}
