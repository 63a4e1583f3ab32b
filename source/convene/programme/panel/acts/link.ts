import { as, job } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import type { Keys } from '#ground/keys.ts'
import { isUuid } from '#ground/people/rules/uuid.ts'
import { panelLinkOf } from '../store/own.ts'

const purpose = 'panel'

/**
 * The address, without its language, by which somebody on a programme answers and says who they are. The number of the link
 * is raised when their address is corrected; the first one is not written.
 */
export const panelPath = (keys: Keys, { id, linkNumber }: { id: string; linkNumber: number }): string =>
  `/panel/${keys.sign(purpose, linkNumber === 1 ? id : `${id}.${linkNumber}`)}`

/**
 * Who on a programme a link was signed for. Null when the link is forged, cut or meant for something else, and when it went
 * to an address that was corrected since.
 *
 * As a job: this is asked before anybody is known to hold a link, and of an erased person too.
 */
export async function openPanelToken(house: House, token: string): Promise<{ id: string; erased: boolean } | null> {
  const signed = house.keys.verify(purpose, token)
  const [, id = '', number = '1'] = /^([^.]+)(?:\.(\d{1,9}))?$/.exec(signed ?? '') ?? []
  if (!isUuid(id)) return null
  const valid = await as(house.db, job('panel-link'), tx => panelLinkOf(tx, id))
  return valid?.linkNumber === Number(number) ? { id, erased: valid.erased } : null
}
