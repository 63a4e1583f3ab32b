import type { Tx } from '#ground/database/actor.ts'
import type { RegistrationState } from '../rules/states.ts'
import '#ground/database/tables.ts'

/** What was answered to a request that came with a key. */
export type Answered = {
  /** The registration that the answer named. */
  id: string
  /** Whether the person had been registered before: then what they were told is told again, since the state would tell. */
  known: boolean
  /** What was told; null for a registration that the request made, which can be looked at again. */
  told: { state: RegistrationState; rank: number | null } | null
}

// Beside the keys of forms, which are signed and so never look like these; forgotten with them.
const rowKey = (key: string) => `idempotency ${key}`

/** How an answer is remembered among the forms that were sent. */
export const answeredRow = (key: string, { id, known, told }: Answered): { key: string; location: string } => ({
  key: rowKey(key),
  location: !known || told === null ? id : `${id} ${told.state} ${told.rank ?? 0}`,
})

/** What was answered to the requests with these keys, by key. Known people and new ones are remembered equally long. */
export async function findAnswered(tx: Tx, keys: readonly string[]): Promise<Map<string, Answered>> {
  if (keys.length === 0) return new Map()
  const rows = await tx
    .selectFrom('sent_form')
    .select(['key', 'location'])
    .where('key', 'in', keys.map(rowKey))
    .execute()
  const byRow = new Map(rows.map(({ key, location }) => [key, location]))
  return new Map(
    keys.flatMap(key => {
      const location = byRow.get(rowKey(key))
      return location === undefined ? [] : [[key, read(location)] as const]
    }),
  )
}

function read(location: string): Answered {
  const [id = '', state, rank] = location.split(' ')
  if (state === undefined) return { id, known: false, told: null }
  return { id, known: true, told: { state: state as RegistrationState, rank: Number(rank) || null } }
}
