import { closeSync, openSync } from 'node:fs'
import { appendFile, open, stat, truncate } from 'node:fs/promises'
import { orNull } from './errors.ts'

const largest = 4_000_000
const kept = 400_000

/** Opens the server's log for appending; the descriptor is inherited by the server, which needs no right on the folder. */
export function openLog(file: string): { descriptor: number; close(): void } {
  const descriptor = openSync(file, 'a', 0o600)
  return { descriptor, close: () => closeSync(descriptor) }
}

/** Cuts a log of more than 4 MB down to its end. Also right while the server writes, because it appends. */
export async function boundLog(file: string): Promise<void> {
  if ((await sizeOf(file)) <= largest) return
  const end = await readEnd(file, 0, kept)
  await truncate(file)
  await appendFile(file, end.slice(end.indexOf('\n') + 1))
}

/** The size of a file in bytes, 0 when it is not there. */
export async function sizeOf(file: string): Promise<number> {
  return (await orNull(stat(file)))?.size ?? 0
}

/** The last lines written after a position, at most ten. */
export async function lastLines(file: string, after: number): Promise<string> {
  return (await readEnd(file, after, 8_000)).trimEnd().split('\n').slice(-10).join('\n')
}

async function readEnd(file: string, after: number, most: number): Promise<string> {
  const size = await sizeOf(file)
  const from = Math.max(after <= size ? after : 0, size - most)
  if (size === from) return ''
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(size - from), 0, size - from, from)
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await handle.close()
  }
}
