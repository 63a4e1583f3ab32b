import type { ChildProcessByStdio } from 'node:child_process'
import type { Readable } from 'node:stream'
import { compiled } from '../../test/support/compiled.ts'

/** The environment of a Perenne that tests start: ours, but for what Vitest wants of its own processes. */
export function forProcesses(): NodeJS.ProcessEnv {
  const { NODE_DISABLE_COMPILE_CACHE: _, ...ours } = process.env
  return { ...ours, NODE_ENV: '', NODE_COMPILE_CACHE: compiled }
}

/** Waits until a process has ended, with all that it said. @throws when it could not be started */
export async function endOf(
  child: ChildProcessByStdio<null, Readable, Readable>,
): Promise<{ code: number | null; out: string; errors: string }> {
  let out = ''
  let errors = ''
  child.stdout.on('data', part => {
    out += part
  })
  child.stderr.on('data', part => {
    errors += part
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  return { code, out, errors }
}
