import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { output } from './output.ts'

export type Load = { requestsPerSecond: number }
export type LoadOptions = { url: string; seconds: number; connections?: number; headers?: Record<string, string> }

const hasWrk = spawnSync('wrk', ['-v'], { stdio: 'ignore' }).error === undefined

/** What makes the load: wrk where it is installed, else a client of our own. */
export const client: 'wrk' | 'own' = hasWrk ? 'wrk' : 'own'

/**
 * Asks for one address as fast as it is answered, from a process of its own.
 *
 * @throws when an answer is not 200 or a connection breaks: such a run measures something else
 */
export async function load({ url, seconds, connections = 64, headers = {} }: LoadOptions): Promise<Load> {
  return client === 'wrk' ? withWrk(url, seconds, connections, headers) : withOwn(url, seconds, connections, headers)
}

async function withWrk(url: string, seconds: number, connections: number, headers: Record<string, string>) {
  const given = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`])
  const said = await output('wrk', ['-t1', `-c${connections}`, `-d${seconds}s`, ...given, url])
  const bad = /Non-2xx or 3xx responses: (\d+)|Socket errors: (.*[1-9].*)/.exec(said)
  if (bad) throw new Error(`${url}: ${bad[0]}`)
  const rate = /Requests\/sec:\s+([\d.]+)/.exec(said)
  if (!rate) throw new Error(`wrk said nothing of its rate:\n${said}`)
  return { requestsPerSecond: Number(rate[1]) }
}

async function withOwn(url: string, seconds: number, connections: number, headers: Record<string, string>) {
  const program = fileURLToPath(new URL('own-client.ts', import.meta.url))
  const said = await output(process.execPath, [program, JSON.stringify({ url, seconds, connections, headers })])
  return JSON.parse(said) as Load
}
