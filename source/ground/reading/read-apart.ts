import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { programFolder } from '../program.ts'
import type { SheetLimits } from '../sheets/refused.ts'
import { Refusal } from '../web/refusal.ts'
import type { Answer, MailRead, NotRead, Order, SheetsRead, WordsRead } from './order.ts'

/** Bounds of one reading: real milliseconds, and bytes that the process holds in memory (RSS). */
export type ReadingBounds = { milliseconds: number; memory: number }
export const usualBounds: ReadingBounds = { milliseconds: 30_000, memory: 450 * 1024 * 1024 }
/** A list within its limits needs half of this. */
export const boundsOfSheets: ReadingBounds = { milliseconds: 20_000, memory: 450 * 1024 * 1024 }

/** One at a time; with this many waiting, the next one is asked to come back. */
const mostWaiting = 20
/** How often memory is looked at. */
const lookMilliseconds = 50

let waiting = 0
let last: Promise<unknown> = Promise.resolve()

/** The words of a stored file; null for a kind of file that has none. */
export const readWords = (path: string, mediaType: string, bounds?: ReadingBounds) =>
  inTurn({ what: 'words', path, mediaType }, bounds) as Promise<{ read: WordsRead | null } | { notRead: NotRead }>

/**
 * A saved message (.eml), by a file that lies for that while where files arrive; one that is left there is removed at night.
 *
 * @throws Refusal `unavailable` when too many wait
 */
export const readSavedMail = (dataFolder: string, content: Blob, bounds?: ReadingBounds) =>
  ofSentFile(dataFolder, content, path => inTurn({ what: 'mail', path }, bounds)) as Promise<
    { read: MailRead } | { notRead: NotRead }
  >

/**
 * The sheets of a workbook or of a text table that somebody sends, by a file that lies for that while where files arrive. What
 * goes past a bound is refused as what unpacks to too much.
 *
 * @throws Refusal `unavailable` when too many wait
 */
export async function readSentSheets(
  dataFolder: string,
  content: Blob,
  limits: SheetLimits,
  bounds: ReadingBounds = boundsOfSheets,
): Promise<SheetsRead> {
  if (content.size > limits.bytes) return { refused: 'too-large' }
  const answer = await ofSentFile(dataFolder, content, path => inTurn({ what: 'sheets', path, limits }, bounds))
  if ('notRead' in answer) return { refused: answer.notRead === 'too-much' ? 'too-large-unpacked' : 'damaged' }
  return answer.read as SheetsRead
}

async function ofSentFile(dataFolder: string, content: Blob, read: (path: string) => Promise<Answer>): Promise<Answer> {
  const folder = join(dataFolder, 'files', 'coming')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, randomUUID())
  try {
    await writeFile(path, content.stream(), { mode: 0o600, flag: 'wx' })
    return await read(path)
  } finally {
    await rm(path, { force: true })
  }
}

// What people send is read by a process that lives for one file: whatever it holds, this one does not grow, and nothing of one
// file is left when the next is read. The heap is bounded by V8; buffers, which V8 does not count there, by looking at the whole.
async function inTurn(order: Order, bounds: ReadingBounds = usualBounds): Promise<Answer> {
  if (waiting >= mostWaiting) throw new Refusal('unavailable', null, 10)
  waiting += 1
  const turn = last.then(() => readApart(order, bounds))
  last = turn.catch(() => undefined)
  try {
    return await turn
  } finally {
    waiting -= 1
  }
}

// Beside this file in development, where Node reads TypeScript; a file of its own when built (tools/build.js).
const entry = import.meta.url.endsWith('.ts')
  ? new URL('reader.ts', import.meta.url)
  : new URL('dist/reader.js', programFolder)

function readApart(order: Order, bounds: ReadingBounds): Promise<Answer> {
  const { PATH, HOME, LD_LIBRARY_PATH } = process.env
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(entry), [], {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${Math.round(bounds.memory / 2 / 1024 / 1024)}`],
      // It needs none of our settings, which hold secrets.
      env: { PATH, HOME, LD_LIBRARY_PATH },
      detached: true,
      // What libraries say of a broken file helps nobody.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    let answer: Answer | null = null
    let tooMuch = false
    const stop = () => {
      tooMuch = true
      child.kill('SIGKILL')
    }
    const patience = setTimeout(stop, bounds.milliseconds)
    const watch = setInterval(async () => {
      if ((await memoryOf(child)) > bounds.memory) stop()
    }, lookMilliseconds)
    const end = () => {
      clearTimeout(patience)
      clearInterval(watch)
    }
    child.on('message', (told: Answer) => {
      answer = told
    })
    child.once('error', error => {
      end()
      reject(error)
    })
    child.once('exit', (_, signal) => {
      end()
      // V8 ends a process whose heap is full with SIGABRT (or SIGTRAP).
      resolve(answer ?? { notRead: tooMuch || signal !== null ? 'too-much' : 'damaged' })
    })
    child.send(order, error => error && child.kill('SIGKILL'))
  })
}

/** Resident bytes, where the system tells them (Linux); elsewhere the heap and the time are what bounds it. */
async function memoryOf({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024
}
