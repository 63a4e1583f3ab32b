import { request } from 'node:http'
import { type RunningServer, startServer, temporaryData } from '../../journeys/support/demo.ts'
import { type Bare, startBare } from '../bare.ts'
import { client, load } from '../load.ts'
import { type Bound, type Figure, figureOf, type Row } from '../row.ts'

const path = '/fr/seminars/vers-une-action-internationale-durable/programme'
const rounds = 5
const seconds = 3

type Case = {
  name: string
  cache: 'on' | 'off'
  encoding: 'identity' | 'br'
  bound: Bound | null
  connections?: number
}

const cases: readonly Case[] = [
  { name: 'page, cached', cache: 'on', encoding: 'identity', bound: { ratioAtLeast: 0.8 } },
  { name: 'page, cached, compressed', cache: 'on', encoding: 'br', bound: null },
  { name: 'page, rendered', cache: 'off', encoding: 'identity', bound: { ratioAtLeast: 0.06 } },
  { name: 'page, rendered, compressed', cache: 'off', encoding: 'br', bound: null },
  // One reader at a time has nobody to share a making with (decision 0012): what one page costs by itself.
  { name: 'page, rendered, one reader', cache: 'off', encoding: 'identity', bound: null, connections: 1 },
]

/** The public programme page beside bare node:http that sends the same headers and bytes. */
export const page: Row = {
  name: 'page',
  what: `the public programme page (${client}, 64 connections, ${rounds} rounds of ${seconds} s in turn with the ceiling)`,
  async run(tell) {
    const figures: Figure[] = []
    for (const cache of ['on', 'off'] as const) {
      const data = await temporaryData()
      try {
        const environment = cache === 'off' ? { PERENNE_PAGE_CACHE: 'off' } : {}
        const server = await startServer({ what: 'demo', dataFolder: data.folder, environment, patience: 300_000 })
        try {
          for (const one of cases.filter(c => c.cache === cache)) figures.push(await measure(one, server, tell))
        } catch (error) {
          // What the server wrote says why, if it was the server.
          throw new Error(`${(error as Error).message}\n${server.errors().slice(-2000)}`, { cause: error })
        } finally {
          await server.stop()
        }
      } finally {
        await data.remove()
      }
    }
    return figures
  },
}

async function measure(one: Case, server: RunningServer, tell: (line: string) => void): Promise<Figure> {
  const headers: Record<string, string> = one.encoding === 'br' ? { 'accept-encoding': 'br' } : {}
  const url = server.origin + path
  const readers = one.connections ? { connections: one.connections } : {}
  await load({ url, seconds: 2, headers }) // both are warm before the first round
  const answer = await fetchRaw(url, headers)
  const bare = await startBare(answer)
  try {
    await load({ url: bare.origin, seconds: 1, headers })
    const measured = []
    for (let round = 0; round < rounds; round++) {
      // First the one, then the other, so that a machine that slows down slows both.
      const first = round % 2 === 0
      const ceilingFirst = first ? await rate(bare, headers, readers) : 0
      const ours = (await load({ url, seconds, headers, ...readers })).requestsPerSecond
      const ceiling = first ? ceilingFirst : await rate(bare, headers, readers)
      measured.push({ measured: ours, ceiling })
      tell(`${one.name}: ${Math.round(ours)} of ${Math.round(ceiling)} requests/s (${answer.body.length} bytes)`)
    }
    return figureOf(one.name, 'requests/s', measured, one.bound)
  } finally {
    await bare.stop()
  }
}

async function rate(bare: Bare, headers: Record<string, string>, readers: { connections?: number }): Promise<number> {
  return (await load({ url: bare.origin, seconds, headers, ...readers })).requestsPerSecond
}

/** One answer as it came over the wire: fetch() would unpack it. */
function fetchRaw(
  url: string,
  headers: Record<string, string>,
): Promise<{ headers: Record<string, string>; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers }, answer => {
      const parts: Buffer[] = []
      answer.on('data', part => parts.push(part))
      answer.on('error', reject)
      answer.on('end', () => {
        const body = Buffer.concat(parts)
        if (answer.statusCode !== 200) reject(new Error(`${url} answered ${answer.statusCode}`))
        if (!(answer.headers['content-type'] ?? '').startsWith('text/html')) reject(new Error(`${url} is not a page`))
        // What node:http adds by itself the bare server adds too.
        const kept = Object.entries(answer.headers).filter(
          ([name]) => !['date', 'connection', 'keep-alive', 'transfer-encoding'].includes(name),
        )
        resolve({
          headers: { ...(Object.fromEntries(kept) as Record<string, string>), 'content-length': String(body.length) },
          body,
        })
      })
    })
    asked.on('error', reject)
    asked.end()
  })
}
