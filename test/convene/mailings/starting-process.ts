import { startDueMailings } from '#convene/mailings/acts/leave-by-themselves.ts'
import { sendReminders } from '#convene/mailings/acts/send-reminders.ts'
import { startMailing } from '#convene/mailings/acts/start-mailing.ts'
import { person } from '#ground/database/actor.ts'
import { connect } from '#ground/database/connect.ts'
import { houseOn } from '../../support/worker-house.ts'

// A server process of its own, in which an organiser presses the button for each mailing, and the jobs run meanwhile.
export type StartingWork = {
  connection: object
  key: string
  organiser: string
  slug: string
  mailings: readonly { id: string; version: string }[]
  told: number
}

const work = JSON.parse(process.argv[2] ?? '') as StartingWork
const db = connect(work.connection)
const house = await houseOn(db, work.key)
const outcomes = await Promise.all([
  ...work.mailings.flatMap(({ id, version }) =>
    [1, 2].map(async () => {
      const shown = { version, people: work.told }
      return (await startMailing(house, person(work.organiser), work.slug, id, shown)).outcome
    }),
  ),
  startDueMailings(house),
  sendReminders(house),
])
await db.destroy()
process.stdout.write(JSON.stringify(outcomes))
