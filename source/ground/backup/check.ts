import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { migrations } from '../database/migrate.ts'
import { type ArchiveEntry, readArchive } from './archive.ts'
import { formatVersion, type Manifest, manifestName, manifestSchema, tableEntry } from './manifest.ts'
import { meter, nowhere } from './meter.ts'
import { BackupRefused } from './refused.ts'

/** A backup that was read from end to end and found whole. */
export type CheckedBackup = { file: string; manifest: Manifest }

/**
 * Reads a backup whole: every table and file against its hash, nothing missing, nothing besides. Writes nothing.
 *
 * @throws BackupRefused when it is damaged, no backup, or made by a newer program than this one
 */
export async function checkBackup(file: string): Promise<CheckedBackup> {
  let manifest = null as Manifest | null
  const seen = new Set<string>()
  await readArchive(file, async entry => {
    if (!manifest) {
      manifest = await readManifest(entry, file)
      await refuseNewer(manifest, file)
      return
    }
    const expected = expectedEntries(manifest).get(entry.name)
    if (!expected || seen.has(entry.name)) throw damaged(file, `${entry.name} is not in its list`)
    const measured = meter()
    await pipeline(entry.content, measured.stream, nowhere())
    if (measured.read().sha256 !== expected.sha256) throw damaged(file, `${entry.name} is not what was written`)
    seen.add(entry.name)
  })
  if (!manifest) throw damaged(file, 'it is empty')
  const missing = [...expectedEntries(manifest).keys()].filter(name => !seen.has(name))
  if (missing.length > 0) throw damaged(file, `${missing.join(', ')} missing`)
  return { file, manifest }
}

/** What follows the list: entry's name → what it must be. */
export function expectedEntries(manifest: Manifest): Map<string, { bytes: number; sha256: string }> {
  return new Map<string, { bytes: number; sha256: string }>([
    ...manifest.tables.map(table => [tableEntry(table.name), table] as const),
    ...manifest.files.map(file => [file.path, file] as const),
  ])
}

async function readManifest(entry: ArchiveEntry, file: string): Promise<Manifest> {
  if (entry.name !== manifestName) throw damaged(file, `it begins with ${entry.name}`)
  let found: unknown
  try {
    found = JSON.parse(await text(entry.content))
  } catch {
    throw damaged(file, 'its list cannot be read')
  }
  const version = (found as { formatVersion?: unknown }).formatVersion
  if (typeof version === 'number' && version > formatVersion) throw newer(file, `format ${version}`, `${formatVersion}`)
  const manifest = manifestSchema.safeParse(found)
  if (!manifest.success) throw damaged(file, 'its list is not one of a backup')
  return manifest.data
}

async function refuseNewer(manifest: Manifest, file: string): Promise<void> {
  const known = (await migrations()).at(-1)?.number ?? 0
  if (manifest.migration > known) throw newer(file, `migration ${manifest.migration}`, `${known}`)
}

const newer = (file: string, found: string, known: string) =>
  new BackupRefused(
    `${file} was made by a newer Perenne (${found}; this program knows ${known}). Restore it with that version or a later one.`,
  )
const damaged = (file: string, what: string) =>
  new BackupRefused(`${file} is damaged or no backup of Perenne: ${what}. Nothing was written.`)
