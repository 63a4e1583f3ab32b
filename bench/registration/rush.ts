// The crowd: raw sockets, one request at a time on each, every request another person.
import { writeFileSync } from 'node:fs'
import { connect } from 'node:net'

export type Given = {
  origins: string[]
  slug: string
  tries: number
  connections: number
  /** Stops once so many places were given (the slow ones need not be asked 20,000 times). */
  enough: number | null
  /** Where the ids of all 2xx go. */
  file: string
  /** Goes on quietly when the servers die: what was answered until then counts. */
  untilDeath: boolean
}
export type Rush = {
  answered: number
  confirmed: number
  waiting: number
  seconds: number
  /** From the first request to the answer that gave the last place. */
  secondsToLastPlace: number
  p50: number
  p95: number
  p99: number
}

const given = JSON.parse(process.argv[2] ?? '{}') as Given
const countries = ['FR', 'BR', 'ES', 'MX', 'DE', 'CO', 'IT', 'AR', 'PT', 'CL']
const categories = ['elected', 'staff', 'university', 'civil-society', 'staff']

function requestOf(n: number, host: string): string {
  const body = JSON.stringify({
    givenName: 'Ana',
    familyName: `Duarte ${n}`,
    email: `p${n}@example.org`,
    category: categories[n % categories.length],
    organisation: `Ville ${n % 900}`,
    country: countries[n % countries.length],
    language: 'fr',
    consents: ['data'],
  })
  const address = `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`
  return [
    `POST /api/v1/seminars/${given.slug}/registrations HTTP/1.1`,
    `Host: ${host}`,
    `X-Forwarded-For: ${address}`,
    'Content-Type: application/json',
    `Idempotency-Key: rush-${n}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ].join('\r\n')
}

let next = 0
let answered = 0
let confirmed = 0
let waiting = 0
let open = given.connections
let lastPlace = 0
const latencies: number[] = []
const ids: string[] = []
const started = performance.now()

for (let i = 0; i < given.connections; i++) {
  const { hostname, port, host } = new URL(given.origins[i % given.origins.length] as string)
  const socket = connect(Number(port), hostname)
  socket.setNoDelay(true)
  let seen = ''
  let sent = 0
  const ask = () => {
    if (next >= given.tries || (given.enough !== null && confirmed >= given.enough)) return void socket.end()
    sent = performance.now()
    socket.write(requestOf(next++, host))
  }
  socket.on('connect', ask)
  socket.on('error', error => {
    if (!given.untilDeath) fail(error.message)
  })
  socket.on('close', () => {
    if (--open === 0) finish()
  })
  socket.on('data', part => {
    seen += part.toString('latin1')
    const end = seen.indexOf('\r\n\r\n')
    if (end === -1) return
    const length = Number(/\r\ncontent-length: *(\d+)/i.exec(seen)?.[1] ?? Number.NaN)
    if (Number.isNaN(length)) fail('no content-length')
    if (seen.length < end + 4 + length) return
    if (!seen.startsWith('HTTP/1.1 201')) fail(seen.slice(0, 400))
    const now = performance.now()
    const answer = JSON.parse(seen.slice(end + 4)) as { id: string; state: string }
    seen = ''
    latencies.push(now - sent)
    ids.push(answer.id)
    answered++
    if (answer.state === 'confirmed') {
      confirmed++
      lastPlace = now
    } else waiting++
    ask()
  })
}

function fail(why: string): never {
  console.error(why)
  process.exit(1)
}

function finish(): void {
  const seconds = (performance.now() - started) / 1000
  latencies.sort((a, b) => a - b)
  const at = (share: number) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0
  writeFileSync(given.file, JSON.stringify(ids))
  const secondsToLastPlace = (lastPlace - started) / 1000
  const rush: Rush = {
    answered,
    confirmed,
    waiting,
    seconds,
    secondsToLastPlace,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
  }
  process.stdout.write(JSON.stringify(rush))
}
