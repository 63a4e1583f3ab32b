import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { as, job } from '../database/actor.ts'
import type { House, Job } from '../house.ts'
import { backupsToKeep } from './rules/thinning.ts'
import { backup } from './write.ts'

const extension = '.tar.zst'
const namePattern = /^perenne-(\d{4}-\d\d-\d\dT\d\d)(\d\d)\.tar\.zst$/

export const backupsFolder = (dataFolder: string): string => join(dataFolder, 'backups')

/** `perenne-2018-06-04T0300.tar.zst`: the minute in UTC. */
export function backupName(at: Temporal.Instant): string {
  const minute = at.toZonedDateTimeISO('UTC').toPlainDateTime().toString({ smallestUnit: 'minute' })
  return `perenne-${minute.replace(':', '')}${extension}`
}

/** When the backup of that name was made; null for any other file. */
export function momentOfName(name: string): Temporal.PlainDateTime | null {
  const found = namePattern.exec(name)
  if (!found) return null
  try {
    return Temporal.PlainDateTime.from(`${found[1]}:${found[2]}`)
  } catch {
    return null
  }
}

/**
 * Makes a backup in PERENNE_DATA/backups, removes those that no rule keeps, and writes down how it went. Runs as a job:
 * nobody asked for it, and a person who presses the button needs no right to the rows it writes. Time is the real time,
 * in the demo too.
 *
 * @throws what went wrong, after writing it down and logging it
 */
export async function keepBackup(house: House): Promise<{ file: string; bytes: number }> {
  const started = Temporal.Now.instant()
  const folder = backupsFolder(house.settings.dataFolder)
  const name = backupName(started)
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const { bytes } = await backup({
      owner: house.owner,
      dataFolder: house.settings.dataFolder,
      file: join(folder, name),
    })
    await writeDown(house, { started, file: name, bytes, error: null })
    await thinOut(folder)
    return { file: name, bytes }
  } catch (error) {
    const message = (error as Error).message
    house.log.error({ error: message }, 'the backup failed')
    await writeDown(house, { started, file: null, bytes: null, error: message }).catch(() => {})
    throw error
  }
}

type Run = { started: Temporal.Instant; file: string | null; bytes: number | null; error: string | null }

// Written when it has ended: a run that a power cut ended is not left behind as one that goes on for ever.
async function writeDown(house: House, { started, file, bytes, error }: Run): Promise<void> {
  await as(house.db, job('backup'), async tx => {
    await tx
      .insertInto('backup_run')
      .values({ started_at: started.toString(), ended_at: Temporal.Now.instant().toString(), file, bytes, error })
      .execute()
    await tx
      .deleteFrom('backup_run')
      .where('started_at', '<', sql<Temporal.Instant>`clock_timestamp() - interval '13 months'`)
      .execute()
  })
}

/** Removes the backups that the rule does not keep, and what a death in the middle left. Other files stay. */
export async function thinOut(folder: string): Promise<void> {
  const names = await readdir(folder)
  const dated = names.flatMap(name => momentOfName(name) ?? [])
  const kept = new Set(backupsToKeep(dated).map(moment => moment.toString()))
  for (const name of names) {
    const moment = momentOfName(name)
    const partial = name.endsWith('.partial') && momentOfName(name.slice(0, -'.partial'.length)) !== null
    if (partial || (moment && !kept.has(moment.toString()))) await rm(join(folder, name), { force: true })
  }
}

export const backupJob: Job = {
  name: 'backup',
  schedule: '0 3 * * *',
  run: async house => {
    await keepBackup(house)
  },
}
