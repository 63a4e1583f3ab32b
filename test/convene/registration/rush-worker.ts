import { type RegistrationInput, register } from '#convene/registration/acts/register.ts'
import { openClock } from '#ground/clock.ts'
import { connect } from '#ground/database/connect.ts'
import type { House } from '#ground/house.ts'
import { keysFrom } from '#ground/keys.ts'
import { openLog } from '#ground/log.ts'
import { readSettings } from '#ground/settings.ts'

// A server process of its own: its own pool, its own memory. It shares the database with the test and nothing else.
type Work = { connection: object; key: string; inputs: RegistrationInput[] }

const { connection, key, inputs } = JSON.parse(process.argv[2] ?? '') as Work
const db = connect(connection)
const house: House = {
  settings: readSettings({}, 'test'),
  log: openLog('silent'),
  keys: keysFrom(Buffer.from(key, 'hex')),
  db,
  owner: {},
  clock: await openClock(db),
  rooms: [],
  mailsWritten: () => {},
}
const results = await Promise.all(inputs.map(input => register(house, input)))
await db.destroy()
process.stdout.write(JSON.stringify(results))
