import { anonymous, as, type Database } from '#ground/database/actor.ts'
import type { Look } from '#ground/house.ts'
import { readInstallation } from './store/installation.ts'

/** How long a change made by another process may take to be seen here, in milliseconds. */
const everyRound = 5000

/**
 * Opens the name and the colour of the installation. They are on every page, so they are kept in memory: no page asks
 * the database for them.
 */
export async function openLook(db: Database): Promise<Look> {
  const look: { -readonly [Part in keyof Look]: Look[Part] } = {
    name: null,
    accent: null,
    async refresh() {
      const { name, accent } = await as(db, anonymous, readInstallation)
      Object.assign(look, { name, accent })
    },
  }
  await look.refresh()
  // A round that fails is no event: the database that does not answer is told elsewhere, and the next round comes.
  const timer = setInterval(() => void look.refresh().catch(() => {}), everyRound)
  timer.unref()
  return look
}
