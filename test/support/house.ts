import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openClock } from '../../source/ground/clock.ts'
import type { House, Room } from '../../source/ground/house.ts'
import { keysFrom } from '../../source/ground/keys.ts'
import { openLog } from '../../source/ground/log.ts'
import { readSettings } from '../../source/ground/settings.ts'
import { openLimits } from '../../source/ground/web/limits.ts'
import { openWeb } from '../../source/ground/web/server.ts'
import { freshDatabase, type TestDatabase } from './database.ts'

export type TestHouse = House & {
  database: TestDatabase
  /** One request to the real application, cookies kept by the caller. */
  ask(path: string, init?: RequestInit): Promise<Response>
  /** A form sent as a browser of ours would. */
  send(path: string, fields: Record<string, string>, init?: RequestInit): Promise<Response>
  /** Moves perenne.now(), here and in the database. */
  setClock(instant: string): Promise<void>
  close(): Promise<void>
}

/** The house on a fresh database, with the given rooms, without a port. Close it in afterAll. */
export async function openTestHouse(
  rooms: readonly Room[],
  environment: Record<string, string> = {},
): Promise<TestHouse> {
  const database = await freshDatabase()
  const dataFolder = await mkdtemp(join(tmpdir(), 'perenne-house-'))
  const settings = readSettings({ PERENNE_DATA: dataFolder, ...environment }, 'test')
  const house: House = {
    settings,
    log: openLog('silent'),
    keys: keysFrom(randomBytes(32)),
    db: database.db,
    owner: database.ownerConnection,
    clock: await openClock(database.db),
    rooms,
    mailsWritten: () => {},
  }
  const web = openWeb(house, { limits: openLimits(1000), keepPages: false })
  const ask = async (path: string, init?: RequestInit) =>
    web.app.request(new URL(path, settings.publicUrl).href, { redirect: 'manual', ...init })
  return Object.assign(house, {
    database,
    ask,
    send: (path: string, fields: Record<string, string>, init: RequestInit = {}) =>
      ask(path, {
        method: 'POST',
        body: new URLSearchParams(fields),
        ...init,
        headers: { origin: settings.publicUrl.origin, ...init.headers },
      }),
    async setClock(instant: string) {
      await database.setClock(instant)
      await house.clock.refresh()
    },
    async close() {
      await database.close()
      await rm(dataFolder, { recursive: true, force: true })
    },
  })
}
