import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Manifest } from './manifest.ts'
import { meter, nowhere } from './meter.ts'

export type DataFile = Manifest['files'][number]

/** What of PERENNE_DATA belongs into a backup: what people sent, and the keys that links are signed with. */
const folders = ['files', 'keys'] as const

/** The files of an installation with their hashes. Links and anything else that is no plain file are left out. */
export async function listDataFiles(dataFolder: string): Promise<DataFile[]> {
  const found: DataFile[] = []
  for (const folder of folders) {
    for (const path of await filesBelow(join(dataFolder, folder))) {
      const { bytes, sha256 } = await measureFile(path)
      found.push({ path: relative(dataFolder, path).split(sep).join('/'), bytes, sha256 })
    }
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1))
}

async function filesBelow(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true, recursive: true })
    return entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

async function measureFile(path: string) {
  const measured = meter()
  await pipeline(createReadStream(path), measured.stream, nowhere())
  return measured.read()
}
