import { type RegistrationInput, register } from '#convene/registration/acts/register.ts'
import { connect } from '#ground/database/connect.ts'
import { houseOn } from '../../support/worker-house.ts'

// A server process of its own: its own pool, its own memory. It shares the database with the test and nothing else.
type Work = { connection: object; key: string; inputs: RegistrationInput[] }

const { connection, key, inputs } = JSON.parse(process.argv[2] ?? '') as Work
const db = connect(connection)
const house = await houseOn(db, key)
const results = await Promise.all(inputs.map(input => register(house, input)))
await db.destroy()
process.stdout.write(JSON.stringify(results))
