import type { Child } from 'hono/jsx'
import { programmeChecks } from '#convene/messages/programme-checks.ts'
import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { Note } from '#ground/web/parts/text.tsx'
import { may } from '#ground/web/visit.ts'
import { type DraftFindings, findingsOf } from '../store/findings-of.ts'

/**
 * For the page of a seminar in the office: how many points of the draft deserve a look, with the way to them. Nothing when
 * there are none, or for whoever may not edit the seminar.
 */
export async function deskFindings(visit: Visit, seminar: { id: string; slug: string }): Promise<Child> {
  if (!may(visit, 'edit', seminar.id)) return null
  const findings = await as(visit.house.db, visit.actor, tx => findingsOf(tx, seminar.slug))
  return findings && <FindingsNote visit={visit} findings={findings} />
}

/** How many findings are open, and the way to them; nothing when there are none. */
export function FindingsNote({ visit, findings }: { visit: Visit; findings: DraftFindings }) {
  const { open, seminar, programme } = findings
  if (open.length === 0 || programme.slots.length === 0) return null
  const m = programmeChecks[visit.locale]
  const isWrong = open.some(({ severity }) => severity === 'error')
  return (
    <Note tone={isWrong ? 'warning' : 'plain'}>
      <p>
        <a href={`/${visit.locale}/desk/seminars/${seminar.file.slug}/checks`}>{m.onDesk(open.length)}</a>
      </p>
    </Note>
  )
}
