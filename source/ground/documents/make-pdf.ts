import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { documents } from '../languages/messages/documents.ts'
import { programFolder } from '../program.ts'
import { Refusal } from '../web/refusal.ts'
import type { Answer, DocumentToMake, MadePdf, Order } from './document.ts'

/** Made by itself when a document is asked for, and ended after this long without one: at rest there is no such process. */
const idleMilliseconds = 3 * 60 * 1000
/** A document takes milliseconds; one that takes this long never ends. */
const longestMilliseconds = 30_000
/** With this many waiting, the next one is asked to come back: a second's work, and no more memory. */
const mostWaiting = 200

type Waiting = { resolve: (made: MadePdf) => void; reject: (error: Error) => void; patience: NodeJS.Timeout }

let setter: ChildProcess | null = null
let idle: NodeJS.Timeout | undefined
let lastId = 0
const waiting = new Map<number, Waiting>()

/**
 * Sets a document: a tagged PDF with its language, for archives (PDF/A-3b). When a character has no font on this machine
 * the file is a plain tagged PDF, which says so at its foot, and so does the answer.
 *
 * In a process of its own (docs/decisions/0013): the compiler is synchronous and native, and gives no memory back.
 *
 * @throws Refusal `unavailable` when too many wait; Error when the template has a mistake or the process was ended
 */
export function makePdf(document: DocumentToMake): Promise<MadePdf> {
  if (waiting.size >= mostWaiting) return Promise.reject(new Refusal('unavailable', null, 5))
  const order: Order = { id: ++lastId, template: document.template, inputs: inputsOf(document) }
  return new Promise<MadePdf>((resolve, reject) => {
    clearTimeout(idle)
    const patience = setTimeout(() => end(`a document took more than ${longestMilliseconds} ms`), longestMilliseconds)
    waiting.set(order.id, { resolve, reject, patience })
    setter ??= start()
    setter.send(order, error => error && settle(order.id, one => one.reject(error)))
  })
}

/** Ends the process that sets documents, if there is one: when the house closes. */
export async function closeDocuments(): Promise<void> {
  const child = setter
  if (!child) return
  child.ref()
  const gone = new Promise<void>(resolve => child.once('exit', () => resolve()))
  end('the house is closing')
  await gone
}

function inputsOf({ data, language, title, date }: DocumentToMake): Record<string, string> {
  const at = date.toZonedDateTimeISO('UTC')
  const { year, month, day, hour, minute, second } = at
  return {
    data: wellFormed(data),
    about: wellFormed({ title, language, date: { year, month, day, hour, minute, second } }),
    // For the foot of a document that could not be set whole.
    'missing-words': documents[language].missing,
  }
}

// Half a surrogate pair is a string to JavaScript and no text to anybody else.
const wellFormed = (value: unknown) =>
  JSON.stringify(value, (_, one) => (typeof one === 'string' ? one.toWellFormed() : one))

// Beside this file in development, where Node reads TypeScript; a file of its own when built (tools/build.js).
const entry = import.meta.url.endsWith('.ts')
  ? new URL('typesetter.ts', import.meta.url)
  : new URL('dist/typesetter.js', programFolder)

function start(): ChildProcess {
  const { PATH, HOME, LD_LIBRARY_PATH } = process.env
  const child = fork(fileURLToPath(entry), [], {
    serialization: 'advanced',
    execArgv: [],
    // It needs none of our settings, which hold secrets.
    env: { PATH, HOME, LD_LIBRARY_PATH },
    // Ctrl-C is for the house, which closes this one last.
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  // What waits keeps the program running by its timer; a process that only idles does not.
  child.unref()
  child.channel?.unref()
  child.on('message', (answer: Answer) => {
    settle(answer.id, one => ('made' in answer ? one.resolve(answer.made) : one.reject(new Error(answer.error))))
    if (waiting.size > 0) return
    idle = setTimeout(() => end('idle'), idleMilliseconds)
    idle.unref()
  })
  const lost = (why: string) => {
    if (setter !== child) return
    setter = null
    for (const id of [...waiting.keys()]) settle(id, one => one.reject(new Error(why)))
  }
  child.on('error', error => lost(`documents cannot be set: ${error.message}`))
  child.on('exit', (code, signal) => lost(`the process that sets documents ended (${signal ?? code})`))
  return child
}

function settle(id: number, how: (one: Waiting) => void): void {
  const one = waiting.get(id)
  if (!one) return
  waiting.delete(id)
  clearTimeout(one.patience)
  how(one)
}

function end(why: string): void {
  clearTimeout(idle)
  const child = setter
  setter = null
  child?.kill('SIGKILL')
  for (const id of [...waiting.keys()]) settle(id, one => one.reject(new Error(why)))
}
