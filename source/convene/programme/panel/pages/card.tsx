import type { Child } from 'hono/jsx'
import { programmePanel } from '#convene/messages/programme-panel.ts'
import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { Note } from '#ground/web/parts/text.tsx'
import { may } from '#ground/web/visit.ts'
import { countSeats } from '../rules/panel.ts'
import { seatStatesOf } from '../store/people.ts'
import { deskOf } from './office.ts'

/** On the desk of a seminar: how the panels stand, once somebody was asked. An answer is told here and by no mail. */
export async function panelCard(visit: Visit, { id, slug }: { id: string; slug: string }): Promise<Child> {
  if (!may(visit, 'edit', id)) return null
  const { confirmed, invited, declined } = countSeats(await as(visit.house.db, visit.actor, tx => seatStatesOf(tx, id)))
  if (confirmed + invited + declined === 0) return null
  return (
    <Note tone={declined > 0 ? 'warning' : 'plain'}>
      <p>
        <a href={`${deskOf(visit, slug)}/panel`}>{programmePanel[visit.locale].card(confirmed, invited, declined)}</a>
      </p>
    </Note>
  )
}
