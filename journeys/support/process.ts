import type { ChildProcessByStdio } from 'node:child_process'
import type { Readable } from 'node:stream'

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
