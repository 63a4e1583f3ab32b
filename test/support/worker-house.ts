import { openClock } from '../../source/ground/clock.ts'
import type { House } from '../../source/ground/house.ts'
import { keysFrom } from '../../source/ground/keys.ts'
import { openLog } from '../../source/ground/log.ts'
import { readSettings } from '../../source/ground/settings.ts'

/**
 * The house in a process of its own, beside others on the same database, without rooms and without a word in the log.
 *
 * @param key what the others have as well, in hexadecimal
 * @param given what is to be otherwise
 */
export async function houseOn(db: House['db'], key: string, given: Partial<House> = {}): Promise<House> {
  return {
    settings: readSettings({}, 'test'),
    log: openLog('silent'),
    keys: keysFrom(Buffer.from(key, 'hex')),
    db,
    owner: {},
    clock: await openClock(db),
    rooms: [],
    mailsWritten: () => {},
    ...given,
  }
}
