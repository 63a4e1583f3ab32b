import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { Client, ClientConfig } from 'pg'
import { connectOnce } from '../database/connect.ts'
import { programVersion } from '../program.ts'
import { addEntry, writeArchive } from './archive.ts'
import { listDataFiles } from './data-files.ts'
import { formatVersion, type Manifest, manifestName, tableEntry } from './manifest.ts'
import { meter } from './meter.ts'
import { BackupRefused } from './refused.ts'
import { type ContentTable, contentTables, copyOut, measureTable, speakPlainly } from './tables.ts'

export type Written = { file: string; bytes: number; manifest: Manifest }

/**
 * Writes the whole installation into one file while it goes on working: every table as of one moment, the files that
 * people sent, and the keys. Nothing is changed in the database. Jobs that wait and the list of migrations are no content.
 *
 * Each table is read twice in the same snapshot, first to be measured, so that the list in front can say what follows
 * and nothing has to be kept on a disk in between.
 *
 * @param owner how the migrating owner connects; it sees every row
 * @throws BackupRefused when the disk is full, another backup runs, or there is no installation
 */
export async function backup(from: { owner: ClientConfig; dataFolder: string; file: string }): Promise<Written> {
  const client = await connectOnce(from.owner)
  client.on('error', () => {})
  try {
    await claim(client)
    await client.query('begin isolation level repeatable read read only')
    await speakPlainly(client)
    const tables = await contentTables(client)
    const manifest = await describe(client, tables, from.dataFolder)
    const bytes = await writeArchive(from.file, async pack => {
      const list = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`)
      await addEntry(pack, manifestName, list.length, Readable.from([list]), meter().stream)
      for (const table of tables) {
        const expected = manifest.tables.find(one => one.name === table.name)
        await add(pack, tableEntry(table.name), copyOut(client, table), expected)
      }
      for (const file of manifest.files) {
        await add(pack, file.path, createReadStream(join(from.dataFolder, file.path)), file)
      }
    })
    return { file: from.file, bytes, manifest }
  } finally {
    await client.end()
  }
}

async function claim(client: Client): Promise<void> {
  const there = await client.query("select to_regclass('perenne.migration') is not null as there")
  if (!there.rows[0]?.there)
    throw new BackupRefused('The database holds no installation of Perenne: there is nothing to back up.')
  // Given back by PostgreSQL when this connection ends, however it ends.
  const lock = await client.query("select pg_try_advisory_lock(hashtext('perenne.backup')) as ours")
  if (!lock.rows[0]?.ours)
    throw new BackupRefused('Another backup of this installation is running; wait until it has ended.')
}

async function describe(client: Client, tables: ContentTable[], dataFolder: string): Promise<Manifest> {
  const { rows } = await client.query<{ migration: number; major: number }>(
    "select (select max(number) from perenne.migration) as migration, current_setting('server_version_num')::int / 10000 as major",
  )
  const measured: Manifest['tables'] = []
  for (const table of tables) {
    measured.push({ name: table.name, columns: table.columns, ...(await measureTable(client, table)) })
  }
  return {
    format: 'perenne-backup',
    formatVersion,
    programVersion,
    postgresMajor: rows[0]?.major ?? 0,
    migration: rows[0]?.migration ?? 0,
    created: Temporal.Now.instant().round('second').toString(),
    tables: measured,
    // After the snapshot was taken: what a row of it names was on the disk before.
    files: await listDataFiles(dataFolder),
  }
}

type Pack = Parameters<Parameters<typeof writeArchive>[1]>[0]

async function add(
  pack: Pack,
  name: string,
  content: Readable,
  expected: { bytes: number; sha256: string } | undefined,
) {
  if (!expected) throw new Error(`${name} was not measured`)
  const measured = meter()
  try {
    await addEntry(pack, name, expected.bytes, content, measured.stream)
  } catch (error) {
    if (/size mismatch/i.test((error as Error).message)) throw changed(name)
    throw error
  }
  if (measured.read().sha256 !== expected.sha256) throw changed(name)
}

const changed = (name: string) => new BackupRefused(`${name} changed while it was being copied; run the backup again.`)
