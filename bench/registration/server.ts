// One server process of the rush: the house as it is, or the same HTTP stack with another way of giving places. Its log
// is written as in real use, on standard error.
import { mkdtemp } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { answersSchema } from '../../source/convene/registration/rules/answers.ts'
import { connect } from '../../source/ground/database/connect.ts'
import type { Room, Visit } from '../../source/ground/house.ts'
import { openLog } from '../../source/ground/log.ts'
import { readSettings } from '../../source/ground/settings.ts'
import { json } from '../../source/ground/web/answer.ts'
import { post } from '../../source/ground/web/route.ts'
import { openWeb } from '../../source/ground/web/server.ts'
import { rooms } from '../../source/rooms.ts'
import { houseOn } from '../../test/support/worker-house.ts'
import { askPeer, type PeerName } from './peers.ts'

export type Way = 'perenne' | 'not-admitted' | PeerName
export type Work = { connection: pg.PoolConfig; key: string; way: Way }

const { connection, key, way } = JSON.parse(process.argv[2] ?? '{}') as Work

const dataFolder = await mkdtemp(join(tmpdir(), 'perenne-bench-server-'))
const db = connect(connection)
// Each visitor of the rush comes from an address of their own, told by the proxy before us: the limits are those of real use.
const settings = readSettings({ PERENNE_DATA: dataFolder, TRUSTED_PROXIES: '127.0.0.1' }, 'test')
const house = await houseOn(db, key, {
  settings,
  log: openLog('info'),
  rooms: way === 'perenne' ? rooms : [peer(way)],
})

function peer(name: Exclude<Way, 'perenne'>): Room {
  const pool = new pg.Pool({ ...connection, max: 12 })
  const handle = async (visit: Visit): Promise<Response> => {
    const answers = answersSchema.safeParse(await visit.request.json())
    if (!answers.success) return json(visit, { code: 'invalid' }, 422)
    if (name === 'not-admitted') return json(visit, { id: visit.reference, state: 'confirmed', rank: null }, 201)
    const idempotencyKey = visit.request.headers.get('idempotency-key') ?? ''
    const given = await askPeer(pool, name, { ...answers.data, key: idempotencyKey })
    return json(visit, { id: visit.reference, state: given ? 'confirmed' : 'waiting', rank: null }, 201)
  }
  return {
    name: 'peer',
    routes: [post('/api/v1/seminars/:slug/registrations', 'everyone', handle, { api: true, allowance: 'register' })],
  }
}

const { server } = openWeb(house)
server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
})
