import { chown, mkdtemp, readdir, rm, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { Account } from '../../source/ground/database/embedded/account.ts'

// What Linux keeps in memory instead of on the disk, when this machine has it and enough of it.
const inMemory = '/dev/shm'
const tmpfs = 0x01021994
const enough = 2 * 1024 ** 3
const name = 'perenne-tests-'
const aDay = 86_400_000

/**
 * A folder in memory for databases, which tests copy and drop by the hundred, a thousand files each; null where there is
 * none, or too little of it, as in many containers: then they stand on the disk as everything else.
 *
 * @param account who runs their PostgreSQL
 */
export async function folderInMemory(
  account: Account,
): Promise<{ folder: string; remove: () => Promise<void> } | null> {
  const found = await statfs(inMemory).catch(() => null)
  if (found === null || found.type !== tmpfs || found.bavail * found.bsize < enough) return null
  await removeForgotten()
  const folder = await mkdtemp(join(inMemory, name))
  await chown(folder, account.uid, account.gid)
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}

// What runs that were killed left behind takes memory until somebody removes it.
async function removeForgotten(): Promise<void> {
  const before = Temporal.Now.instant().epochMilliseconds - aDay
  for (const entry of (await readdir(inMemory)).filter(entry => entry.startsWith(name))) {
    const folder = join(inMemory, entry)
    const made = (await stat(folder).catch(() => null))?.mtimeMs
    if (made !== undefined && made < before) await rm(folder, { recursive: true, force: true }).catch(() => undefined)
  }
}
