import { backupJob } from '../backup/scheduled.ts'
import type { Job } from '../house.ts'
import { retentionJob } from './retention.ts'

export { type Command, type CommandLine, onlyWord, operationCommands, WrongUsage } from './commands.ts'
export { administrationMenu, administrationRoutes } from './page.tsx'

/** What runs at night: what has expired is removed, then the backup is made. */
export const administrationJobs: readonly Job[] = [retentionJob, backupJob]
