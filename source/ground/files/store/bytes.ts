import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, rename, stat, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { checkText } from '../rules/text-check.ts'
import { findDirectory, longestTail, namesIn } from '../rules/zip.ts'

/** Bytes that are in their place, named by what they are: the same content is kept once. */
export type Received = {
  sha256: string
  bytes: number
  head: Uint8Array
  entries: readonly string[] | null
  text: 'utf-8' | 'other' | null
}

export type Rejected = { problem: 'empty' | 'too-large' }

const folderOf = (dataFolder: string) => join(dataFolder, 'files')

/** Where bytes lie: PERENNE_DATA/files/ab/cdef…, by their SHA-256. */
export function placeOf(dataFolder: string, sha256: string): string {
  return join(folderOf(dataFolder), sha256.slice(0, 2), sha256.slice(2))
}

/**
 * Writes a stream into its place: beside it first, then synced, then renamed, so that a place holds all of its bytes
 * or is not there. `accept` looks at what was read before it takes its place.
 *
 * @param most in bytes; reading stops as soon as it is passed
 * @throws the error of the file system (ENOSPC is a page of its own); nothing is left behind
 */
export async function receiveBytes<R extends string>(
  dataFolder: string,
  content: ReadableStream<Uint8Array>,
  most: number,
  accept: (received: Received) => R | null,
): Promise<Received | Rejected | { problem: R }> {
  const coming = join(folderOf(dataFolder), 'coming')
  await mkdir(coming, { recursive: true, mode: 0o700 })
  const temporary = join(coming, randomUUID())
  const file = await open(temporary, 'wx+', 0o600)
  try {
    const received = await readInto(file, content, most)
    const refused = 'problem' in received ? received : asProblem(accept(received))
    if (refused || 'problem' in received) {
      await file.close()
      await unlink(temporary)
      return refused ?? (received as Rejected)
    }
    await file.sync()
    await file.close()
    const place = placeOf(dataFolder, received.sha256)
    await mkdir(dirname(place), { recursive: true, mode: 0o700 })
    await rename(temporary, place)
    await syncFolder(dirname(place))
    return received
  } catch (error) {
    await file.close().catch(() => {})
    await unlink(temporary).catch(() => {})
    throw error
  }
}

const asProblem = <R extends string>(problem: R | null) => (problem === null ? null : { problem })

async function readInto(
  file: FileHandle,
  content: ReadableStream<Uint8Array>,
  most: number,
): Promise<Received | Rejected> {
  const hash = createHash('sha256')
  const text = checkText()
  let head = Buffer.alloc(0)
  let bytes = 0
  for await (const chunk of content) {
    bytes += chunk.length
    // Leaving the loop cancels the stream: the rest is not even received.
    if (bytes > most) return { problem: 'too-large' }
    hash.update(chunk)
    text.see(chunk)
    if (head.length < 256) head = Buffer.concat([head, chunk.subarray(0, 256)])
    await file.writeFile(chunk)
  }
  if (bytes === 0) return { problem: 'empty' }
  return { sha256: hash.digest('hex'), bytes, head, entries: await entriesOf(file, head, bytes), text: text.end() }
}

async function entriesOf(file: FileHandle, head: Buffer, bytes: number): Promise<string[] | null> {
  if (!head.subarray(0, 2).equals(Buffer.from('PK'))) return null
  const tail = await readAt(file, Math.max(0, bytes - longestTail), Math.min(bytes, longestTail))
  const directory = findDirectory(tail, bytes)
  if (!directory || directory.length > 4_000_000) return null
  return namesIn(await readAt(file, directory.at, directory.length))
}

async function readAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, at)
  return buffer.subarray(0, bytesRead)
}

// Without this, a crash could keep the row and lose the name of the bytes.
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Everything that lies there and has not been touched since a moment, unfinished arrivals included. */
export async function* bytesOlderThan(
  dataFolder: string,
  before: Temporal.Instant,
): AsyncGenerator<{ path: string; sha256: string | null }> {
  const folder = folderOf(dataFolder)
  for (const shelf of await readdir(folder).catch(emptyIfMissing)) {
    for (const name of await readdir(join(folder, shelf)).catch(emptyIfMissing)) {
      const path = join(folder, shelf, name)
      const { mtimeMs } = await stat(path)
      if (mtimeMs >= before.epochMilliseconds) continue
      yield { path, sha256: /^[0-9a-f]{2}$/.test(shelf) ? shelf + name : null }
    }
  }
}

function emptyIfMissing(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return []
  throw error
}
