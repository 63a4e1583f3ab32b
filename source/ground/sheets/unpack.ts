import type { Readable } from 'node:stream'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { type SheetLimits, SheetRefused } from './refused.ts'

/** The parts of a workbook by their path. Each can be read once at a time, from its beginning. */
export type Package = {
  has(path: string): boolean
  /** The part, unpacked piece by piece; what is unpacked counts against the limit of the whole package. */
  read(path: string): AsyncIterable<Uint8Array>
}

// A workbook of many sheets and pictures has some hundreds.
const mostEntries = 5_000

/**
 * Opens a zip archive in memory. Nothing is unpacked before it is read, and no more than the limit in all: sizes that an
 * archive states about itself are not believed, the bytes are counted as they come.
 *
 * @throws SheetRefused `damaged`, `encrypted`, `too-large`, `too-large-unpacked`
 */
export async function openPackage(bytes: Uint8Array, limits: SheetLimits): Promise<Package> {
  if (bytes.length > limits.bytes) throw new SheetRefused('too-large')
  const entries = new Map<string, Entry>()
  const zip = await damagedWhenBroken('the archive', async () => {
    // Left open: everything is in memory, and there is nothing to close.
    const opened = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      autoClose: false,
      lazyEntries: true,
    })
    if (opened.entryCount > mostEntries) throw new SheetRefused('too-large-unpacked')
    for await (const entry of opened.eachEntry()) {
      if (entry.isEncrypted()) throw new SheetRefused('encrypted')
      // Two entries of one name would let two programs read two different files.
      const path = entry.fileName.toLowerCase()
      if (entries.has(path)) throw new SheetRefused('damaged', entry.fileName)
      entries.set(path, entry)
    }
    return opened
  })
  let unpacked = 0
  const count = (size: number) => {
    unpacked += size
    if (unpacked > limits.unpackedBytes) throw new SheetRefused('too-large-unpacked')
  }
  return {
    has: path => entries.has(path.toLowerCase()),
    read: path => {
      const entry = entries.get(path.toLowerCase())
      if (entry === undefined) throw new SheetRefused('damaged', path)
      return unpack(zip, entry, count)
    },
  }
}

async function* unpack(zip: ZipFile, entry: Entry, count: (size: number) => void): AsyncGenerator<Uint8Array> {
  const stream: Readable = await damagedWhenBroken(entry.fileName, () => zip.openReadStreamPromise(entry))
  try {
    for await (const piece of stream) {
      count((piece as Buffer).length)
      yield piece as Buffer
    }
  } catch (error) {
    throw error instanceof SheetRefused ? error : new SheetRefused('damaged', entry.fileName)
  } finally {
    stream.destroy()
  }
}

async function damagedWhenBroken<T>(where: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof SheetRefused ? error : new SheetRefused('damaged', where)
  }
}
