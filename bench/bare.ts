import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export type Bare = { origin: string; pid: number; stop(): Promise<void> }

/** Starts the bare server, in its own process, with an answer to send; without one it answers with nothing. */
export async function startBare(
  answer?: { headers: Record<string, string>; body: Buffer },
  node: string = process.execPath,
): Promise<Bare> {
  const folder = mkdtempSync(join(tmpdir(), 'perenne-bare-'))
  const files = answer ? [join(folder, 'headers.json'), join(folder, 'body')] : []
  if (answer) {
    writeFileSync(files[0] as string, JSON.stringify(answer.headers))
    writeFileSync(files[1] as string, answer.body)
  }
  const program = fileURLToPath(new URL('bare-server.ts', import.meta.url))
  const child = spawn(node, [program, ...files], { stdio: ['ignore', 'pipe', 'inherit'] })
  const end = () => child.kill()
  process.once('exit', end)
  const ended = new Promise<void>(resolve => child.once('close', () => resolve()))
  const origin = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', line => resolve(String(line).trim()))
    child.once('error', reject)
    void ended.then(() => reject(new Error('the bare server ended before it was ready')))
  })
  return {
    origin,
    pid: child.pid as number,
    async stop() {
      child.kill()
      await ended
      process.off('exit', end)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
