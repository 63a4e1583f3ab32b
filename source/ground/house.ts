import type { ClientConfig } from 'pg'
import type { Clock } from './clock.ts'
import type { Database } from './database/actor.ts'
import type { Keys } from './keys.ts'
import type { Logger } from './log.ts'
import type { Room } from './room.ts'
import type { Settings } from './settings.ts'

/** What every act and page is given: the opened parts of the house. */
export type House = {
  settings: Settings
  log: Logger
  keys: Keys
  db: Database
  /** How the migrating owner connects: migrations, backups, the doctor. Never used to answer a visitor. */
  owner: ClientConfig
  clock: Clock
  rooms: readonly Room[]
  /** Says that mails were written: the sender looks at once instead of at its next round. */
  mailsWritten(): void
}
