// The same transaction that the house runs, for one person at a time, sent by a plain client without HTTP.
import type pg from 'pg'
import { admission, admit } from '../../source/convene/registration/acts/admit.ts'
import { as } from '../../source/ground/database/actor.ts'
import { connect } from '../../source/ground/database/connect.ts'
import { houseOn } from '../../test/support/worker-house.ts'
import { slug } from './seminar.ts'

type Work = { connection: pg.PoolConfig; key: string; connections: number; seconds: number }
const { connection, key, connections, seconds } = JSON.parse(process.argv[2] ?? '{}') as Work

const db = connect({ ...connection, max: connections })
const house = await houseOn(db, key)
const countries = ['FR', 'BR']
let next = 0
let accepted = 0
let end = Number.POSITIVE_INFINITY

async function client(): Promise<void> {
  while (performance.now() < end) {
    const n = next++
    const [result] = await as(db, admission, tx =>
      admit(tx, house, slug, () => [
        {
          people: [
            {
              seminar: slug,
              origin: 'api',
              givenName: 'Ana',
              familyName: `Duarte ${n}`,
              email: `p${n}@example.org`,
              category: 'staff',
              organisation: `Ville ${n % 900}`,
              country: countries[n % 2] as string,
              language: 'fr',
              consents: ['data'],
              idempotencyKey: `one-${n}`,
            },
          ],
          delegationId: null,
          remember: null,
        },
      ]),
    )
    const first = result?.results[0]
    if (first?.outcome !== 'registered') throw new Error(`not registered: ${JSON.stringify(first)}`)
    // Past the last place the client would be measuring the waiting list.
    if (first.told.state === 'confirmed') accepted++
  }
}

const started = performance.now()
end = started + seconds * 1000
await Promise.all(Array.from({ length: connections }, client))
const perSecond = accepted / ((performance.now() - started) / 1000)
await db.destroy()
process.stdout.write(JSON.stringify({ perSecond, accepted }))
