import { anonymous, as, type Database, job, type Tx } from './database/actor.ts'
import type { House } from './house.ts'
import { isLoopback } from './settings.ts'

/** Once there is one, it is the same for ever. */
const known = new WeakMap<House, string>()

/**
 * What the UIDs of calendar entries end in: for ever the host under which the installation was first in real use, so that
 * whoever has its calendars finds each entry once when it moves to another address (RFC 5545 §3.8.4.7). Before that, the host
 * of today.
 *
 * @param tx the transaction of whoever is in one
 */
export async function calendarHost(house: House, tx?: Tx): Promise<string> {
  const before = known.get(house)
  if (before !== undefined) return before
  const kept = await (tx ? readHost(tx) : as(house.db, anonymous, readHost))
  if (kept === null) return house.settings.publicUrl.hostname
  known.set(house, kept)
  return kept
}

/** Keeps the host of today, unless one was kept before. An address of this machine alone is no real use: nobody subscribes to it. */
export async function keepCalendarHost(db: Database, publicUrl: URL): Promise<void> {
  const { hostname } = publicUrl
  if (isLoopback(hostname)) return
  // The installation's own, whoever starts it.
  await as(db, job('calendar-host'), async tx => {
    if ((await readHost(tx)) === null) await tx.updateTable('installation').set({ calendar_host: hostname }).execute()
  })
}

async function readHost(tx: Tx): Promise<string | null> {
  const { host } = await tx.selectFrom('installation').select('calendar_host as host').executeTakeFirstOrThrow()
  return host
}
