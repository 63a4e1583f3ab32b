import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Client, ClientConfig } from 'pg'
import { connectOnce } from '../database/connect.ts'
import { migrate } from '../database/migrate.ts'
import { type ArchiveEntry, readArchive } from './archive.ts'
import { type CheckedBackup, expectedEntries } from './check.ts'
import { tableWithContent } from './content.ts'
import { listDataFiles } from './data-files.ts'
import { type Manifest, tableEntry } from './manifest.ts'
import { meter } from './meter.ts'
import { aboutFile, BackupRefused } from './refused.ts'
import {
  advanceCounters,
  type ContentTable,
  closeAfterRestore,
  contentTables,
  copyIn,
  measureTable,
  openForRestore,
  speakPlainly,
} from './tables.ts'

/**
 * Puts a backup into a database and a data folder that hold nothing yet, then brings it to this program's shape.
 * All rows come in one transaction, and before it ends every table is read again and compared with the backup.
 *
 * @param checked a backup that `checkBackup` found whole
 * @throws BackupRefused when something is already there, a server is connected, or a disk is full
 */
export async function restore(
  checked: CheckedBackup,
  into: { owner: ClientConfig; dataFolder: string },
): Promise<void> {
  const client = await connectOnce(into.owner)
  client.on('error', () => {})
  try {
    await refuseWhatIsThere(client, checked.manifest, into.dataFolder)
    // What is there is empty, and may be newer than the backup: begin from nothing, in the backup's own shape.
    await client.query(
      'drop schema if exists jobs cascade; drop schema if exists past cascade; drop schema if exists perenne cascade',
    )
    await migrate(client, checked.manifest.migration)
    await client.query('begin')
    await speakPlainly(client)
    await fill(client, checked, into.dataFolder)
    await client.query('commit')
    await migrate(client)
  } catch (error) {
    throw aboutFile(error, into.dataFolder)
  } finally {
    await client.end()
  }
}

async function refuseWhatIsThere(client: Client, manifest: Manifest, dataFolder: string): Promise<void> {
  const others = await client.query(
    "select from pg_stat_activity where datname = current_database() and usename = 'perenne_app'",
  )
  if (others.rowCount) throw new BackupRefused('A server is working on this database; stop it, then restore.')
  const table = await tableWithContent(client)
  if (table !== null) {
    throw new BackupRefused(
      `This database already holds an installation (rows in ${table}); restore into a new one: another PERENNE_DATA, or another database.`,
    )
  }
  const expected = expectedEntries(manifest)
  const stranger = (await listDataFiles(dataFolder)).find(
    // The key of an installation that nobody has used signs nothing yet.
    file => file.path !== 'keys/signing.key' && expected.get(file.path)?.sha256 !== file.sha256,
  )
  if (stranger) {
    throw new BackupRefused(
      `${join(dataFolder, stranger.path)} is there and not in the backup; restore into a data folder of its own (PERENNE_DATA).`,
    )
  }
}

async function fill(client: Client, { file, manifest }: CheckedBackup, dataFolder: string): Promise<void> {
  const tables = await contentTables(client)
  refuseOtherShape(tables, manifest, file)
  await openForRestore(client, tables)
  const byEntry = new Map(tables.map(table => [tableEntry(table.name), table]))
  const files = new Map(manifest.files.map(one => [one.path, one]))
  await readArchive(file, async entry => {
    const table = byEntry.get(entry.name)
    if (table) await pipeline(entry.content, copyIn(client, table))
    else if (files.has(entry.name)) await putFile(entry, dataFolder, files.get(entry.name)?.sha256)
  })
  for (const expected of manifest.tables) {
    const table = byEntry.get(tableEntry(expected.name)) as ContentTable
    const found = await measureTable(client, table)
    if (found.sha256 !== expected.sha256 || found.rows !== expected.rows) {
      throw new BackupRefused(`${table.name} is not the same after restoring it; nothing was kept.`)
    }
  }
  await advanceCounters(client)
  await closeAfterRestore(client, tables)
}

function refuseOtherShape(tables: readonly ContentTable[], manifest: Manifest, file: string): void {
  const shape = (all: readonly { name: string; columns: string[] }[]) =>
    all.map(table => `${table.name}(${[...table.columns].sort().join()})`).sort()
  const here = new Set(shape(tables))
  const other = shape(manifest.tables).filter(table => !here.delete(table))
  const first = other[0] ?? [...here][0]
  if (first) {
    throw new BackupRefused(
      `${file} has another shape than migration ${manifest.migration} of this program (${first.slice(0, first.indexOf('('))}); restore it with the version that made it, ${manifest.programVersion}.`,
    )
  }
}

/** Whole or not at all, readable by its owner only. */
async function putFile(entry: ArchiveEntry, dataFolder: string, sha256: string | undefined): Promise<void> {
  const path = join(dataFolder, entry.name)
  const partial = `${path}.partial`
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const measured = meter()
  try {
    await pipeline(entry.content, measured.stream, createWriteStream(partial, { mode: 0o600, flush: true }))
    if (measured.read().sha256 !== sha256) throw new BackupRefused(`${entry.name} changed while it was being restored.`)
    await rename(partial, path)
  } catch (error) {
    await rm(partial, { force: true })
    throw aboutFile(error, path)
  }
}
