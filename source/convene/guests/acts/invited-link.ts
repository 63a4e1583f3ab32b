import { as, job } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import type { Keys } from '#ground/keys.ts'
import { isUuid } from '#ground/people/rules/uuid.ts'
import { personOfSending } from '../store/invitations-sent.ts'

const purpose = 'invited'

/** The path, without its language, by which somebody who was invited has their address erased. */
export const invitedPath = (keys: Keys, sentId: string): string => `/invited/${keys.sign(purpose, sentId)}`

/**
 * The sending that a link was signed for; null when the link is forged, cut or meant for something else, or when there is
 * no such sending any more.
 *
 * As a job: it is asked before anybody is known to hold a link.
 */
export async function openInvitedToken(house: House, token: string) {
  const id = house.keys.verify(purpose, token)
  if (id === null || !isUuid(id)) return null
  const found = await as(house.db, job('invited-link'), tx => personOfSending(tx, id))
  return found && { sentId: id, seminarId: found.seminarId, erased: found.erased }
}
