import { execFileSync } from 'node:child_process'
import { lstat, stat } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { dirname } from 'node:path'
import { ClusterFailed } from './errors.ts'

/** A system user by its numbers. */
export type Account = { uid: number; gid: number }

/** The user this process runs as. PostgreSQL refuses a user that has no name, so this throws `ClusterFailed` for one. */
export function ownAccount(): Account & { name: string } {
  try {
    const { uid, gid, username } = userInfo()
    return { uid, gid, name: username }
  } catch {
    throw new ClusterFailed(
      `PostgreSQL needs a user with a name; found user number ${process.getuid?.()}, expected one that /etc/passwd knows (or set DATABASE_URL to another PostgreSQL)`,
    )
  }
}

/** PostgreSQL refuses to run as root: the system user `perenne` if there is one, else `nobody`. */
export function unprivilegedAccount(): Account {
  for (const name of ['perenne', 'nobody']) {
    const uid = numberOf('-u', name)
    const gid = numberOf('-g', name)
    if (uid !== null && gid !== null && uid !== 0) return { uid, gid }
  }
  throw new ClusterFailed(
    'PostgreSQL does not run as root; expected a system user named perenne or nobody, found neither',
  )
}

/** Asks `id`, which also knows users that are not in /etc/passwd (LDAP and the like). */
function numberOf(flag: '-u' | '-g', name: string): number | null {
  try {
    return Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
  } catch {
    return null
  }
}

/** The options of `spawn` that run a program as this account; none when it is already ours. */
export function runAs(account: Account): Account | Record<string, never> {
  return process.getuid?.() === account.uid ? {} : { uid: account.uid, gid: account.gid }
}

/** The first folder on the way to `path`, itself included, that the account may not enter; `null` when it gets there. */
export async function firstClosedFolder(path: string, account: Account): Promise<string | null> {
  const way: string[] = []
  for (let folder = path; ; folder = dirname(folder)) {
    way.unshift(folder)
    if (dirname(folder) === folder) break
  }
  for (const folder of way) {
    const { uid, gid, mode } = await stat(folder)
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return folder
  }
  return null
}

/** Whose a file or folder is, links not followed; its mode in the low nine bits. */
export async function ownerOf(path: string): Promise<Account & { mode: number; isDirectory: boolean }> {
  const found = await lstat(path)
  return { uid: found.uid, gid: found.gid, mode: found.mode & 0o777, isDirectory: found.isDirectory() }
}
