import { createReadStream } from 'node:fs'
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib'
import { extract, pack as newPack, type Pack } from 'tar-stream'
import { aboutFile, BackupRefused } from './refused.ts'

/**
 * Writes a compressed archive, whole or not at all: under another name first, forced to the disk, then renamed. What
 * already stands at `file` stays until then. A device (`/dev/stdout`) is written directly. Only the owner may read it:
 * it holds people's data and the signing key.
 *
 * @param fill adds the entries, one after the other
 * @returns the bytes of the file
 * @throws BackupRefused when the disk is full or the place cannot be written
 */
export async function writeArchive(file: string, fill: (pack: Pack) => Promise<void>): Promise<number> {
  const direct = await isDevice(file)
  const target = direct ? file : `${file}.partial`
  let handle: FileHandle | undefined
  try {
    handle = await open(target, 'w', 0o600)
    await stream(handle, fill)
    if (!direct) await handle.sync()
    const { size } = await handle.stat()
    await handle.close()
    if (!direct) {
      await rename(target, file)
      await syncFolder(dirname(file))
    }
    return size
  } catch (error) {
    await handle?.close().catch(() => {})
    if (handle && !direct) await rm(target, { force: true }).catch(() => {})
    throw aboutFile(error, file)
  }
}

async function stream(handle: FileHandle, fill: (pack: Pack) => Promise<void>): Promise<void> {
  const pack = newPack()
  const zstd = createZstdCompress({
    params: { [constants.ZSTD_c_compressionLevel]: 3, [constants.ZSTD_c_checksumFlag]: 1 },
  })
  const filling = fill(pack).then(
    () => pack.finalize(),
    error => {
      pack.destroy(error)
      throw error
    },
  )
  const writing = pipeline(pack as unknown as Readable, zstd, async (compressed: AsyncIterable<Buffer>) => {
    for await (const chunk of compressed) await handle.writeFile(chunk)
  })
  const [written, filled] = await Promise.allSettled([writing, filling])
  // When the disk fails, what fills the archive fails too, with less to say.
  if (written.status === 'rejected') throw written.reason
  if (filled.status === 'rejected') throw filled.reason
}

async function isDevice(file: string): Promise<boolean> {
  try {
    const found = await stat(file)
    if (found.isDirectory()) throw new BackupRefused(`${file} is a folder; expected the name of a file.`)
    return !found.isFile()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Adds an entry whose bytes come from a stream; their number has to be known before. */
export async function addEntry(
  pack: Pack,
  name: string,
  size: number,
  content: Readable,
  through: NodeJS.ReadWriteStream,
) {
  const entry = pack.entry({ name, size, mode: 0o600 })
  await pipeline(content, through, entry as unknown as NodeJS.WritableStream)
}

export type ArchiveEntry = { name: string; size: number; content: Readable }

/**
 * Reads an archive entry by entry; the content of each is read or drained before the next.
 *
 * @throws BackupRefused when it is cut, damaged, or no archive of ours
 */
export async function readArchive(file: string, take: (entry: ArchiveEntry) => Promise<void>): Promise<void> {
  const entries = extract()
  const reading = pipeline(createReadStream(file), createZstdDecompress(), entries as unknown as NodeJS.WritableStream)
  // Awaited below; until then a failure reaches us through the entries.
  reading.catch(() => {})
  try {
    for await (const entry of entries) {
      if (entry.header.type === 'file') {
        await take({ name: entry.header.name, size: entry.header.size ?? 0, content: entry as unknown as Readable })
      }
      entry.resume()
    }
    await reading
  } catch (error) {
    entries.destroy()
    throw asDamage(await firstOf(reading, error), file)
  }
}

/** Why the reading itself failed, if it did: the entries only know that they ended early. */
async function firstOf(reading: Promise<void>, otherwise: unknown): Promise<unknown> {
  const nothing = Symbol()
  const why = await Promise.race([
    reading.then(
      () => nothing,
      error => error,
    ),
    Promise.resolve().then(() => nothing),
  ])
  const code = why instanceof Error && 'code' in why ? String(why.code) : ''
  return why === nothing || code === 'ERR_STREAM_PREMATURE_CLOSE' ? otherwise : why
}

function asDamage(error: unknown, file: string): unknown {
  const explained = aboutFile(error, file)
  if (explained instanceof BackupRefused || !(error instanceof Error)) return explained
  const code = 'code' in error ? String(error.code) : ''
  const damaged =
    code.startsWith('ZSTD_') ||
    code.startsWith('Z_') ||
    code === 'ERR_STREAM_PREMATURE_CLOSE' ||
    /tar|header|end of data|premature/i.test(error.message)
  return damaged
    ? new BackupRefused(
        `${file} is damaged, cut short, or no backup of Perenne (${error.message}). Nothing was written.`,
        {
          cause: error,
        },
      )
    : error
}
