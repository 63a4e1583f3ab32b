import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import { bundled } from '../support/bundled.ts'
import { compiled } from '../support/compiled.ts'

let program: ReturnType<typeof bundled>

/** Makes the command line ready for the tests of a file; called at its top. */
export function bundlePerenne(): void {
  program = bundled(join(import.meta.dirname, '../../source/cli.ts'))
}

export type Answer = { code: number | null; out: string; err: string }

/** The command line as a process of its own. */
export function startPerenne(words: string[], environment: Record<string, string>): ChildProcess {
  const run = `const { run } = await import(${JSON.stringify(pathToFileURL(program.file).href)}); await run(process.argv.slice(1))`
  return spawn(process.execPath, ['--input-type=module', '-e', run, '--', ...words], {
    env: { PATH: process.env.PATH ?? '', NODE_COMPILE_CACHE: compiled, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

export async function perenne(words: string[], environment: Record<string, string>): Promise<Answer> {
  const child = startPerenne(words, environment)
  const ended = new Promise<number | null>(resolve => child.once('close', resolve))
  const [out, err] = await Promise.all([child.stdout ? text(child.stdout) : '', child.stderr ? text(child.stderr) : ''])
  return { code: await ended, out, err }
}
