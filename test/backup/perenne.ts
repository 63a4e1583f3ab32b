import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'

const cli = pathToFileURL(join(import.meta.dirname, '../../source/cli.ts')).href
const program = `const { run } = await import(${JSON.stringify(cli)}); await run(process.argv.slice(1))`

export type Answer = { code: number | null; out: string; err: string }

/** The command line as a process of its own. */
export function startPerenne(words: string[], environment: Record<string, string>): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program, '--', ...words], {
    env: { PATH: process.env.PATH ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

export async function perenne(words: string[], environment: Record<string, string>): Promise<Answer> {
  const child = startPerenne(words, environment)
  const ended = new Promise<number | null>(resolve => child.once('close', resolve))
  const [out, err] = await Promise.all([child.stdout ? text(child.stdout) : '', child.stderr ? text(child.stderr) : ''])
  return { code: await ended, out, err }
}
