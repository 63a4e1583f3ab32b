import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import { anonymous } from '../database/actor.ts'
import type { House, Route, Visit } from '../house.ts'
import { isLocale, locales } from '../languages/locales.ts'
import { negotiate } from '../languages/negotiate.ts'
import { readSession, type Standing, sessionCookie, sessionHeader } from '../people/session.ts'
import { assetRoutes } from './assets.ts'
import { limitBody } from './body-limit.ts'
import { addressReader } from './client-address.ts'
import { letIn } from './door.ts'
import { errorAnswer } from './error-answer.tsx'
import { flashCookie, forgetFlash, readFlashes } from './flash.ts'
import { type Limits, openLimits } from './limits.ts'
import { encodingFor, openPageCache, type PageCache } from './page-cache.ts'
import { Refusal } from './refusal.ts'
import { isFromOurPages, securityHeaders } from './security.ts'
import { shareMaking } from './share-making.ts'

type Bindings = { Bindings: HttpBindings }
type Here = Context<Bindings>

export type Web = { server: Server; app: Hono<Bindings>; cache: PageCache }

/**
 * The HTTP side of the house: every route of every room behind the same checks, in the same order. Allowance, origin,
 * size, session, door, page; whatever is thrown becomes an error page in the visitor's language.
 */
export function openWeb(house: House, options: { limits?: Limits; keepPages?: boolean } = {}): Web {
  const cache = openPageCache()
  const keepPages = options.keepPages ?? true
  const limits = options.limits ?? openLimits()
  const readAddress = addressReader(house.settings.trustedProxies)
  const https = house.settings.publicUrl.protocol === 'https:'
  const knownPages = new Set<string>()
  const sharing = shareMaking<{ status: number; headers: [string, string][]; body: Buffer<ArrayBuffer> }>()
  const fixedHeaders = Object.entries(securityHeaders(https))
  const app = new Hono<Bindings>()

  assetRoutes(app)
  for (const route of house.rooms.flatMap(room => room.routes)) {
    app.on(route.method, route.path.replace('/:l/', languagePattern), c => answer(c, route))
  }
  app.notFound(c => answer(c, { ...nowhere, api: c.req.path.startsWith('/api/') }))
  app.onError((error, c) => {
    // Only what happens outside `answer` lands here: a broken asset, a client that hung up.
    house.log.error({ error }, 'request failed before its page')
    return c.text('Error', 500)
  })

  async function answer(c: Here, route: Route): Promise<Response> {
    const started = performance.now()
    const visit = beginVisit(c)
    const same = isSameForAll(c, route)
    const response =
      same && knownPages.has(visit.url.pathname)
        ? await shareAnswer(c, route, visit)
        : await make(c, route, visit, async () => {
            await limits.count(route.allowance ?? 'read', visitorOf(c), visit.address)
            return enter(c, route, visit)
          })
    if (same && response.status === 200) remember(visit.url.pathname)
    // The pattern, not the address: a signed link must not end up in a log.
    house.log[route.quiet ? 'debug' : 'info']({
      reference: visit.reference,
      method: c.req.method,
      route: route.path,
      status: response.status,
      ms: Math.round((performance.now() - started) * 10) / 10,
    })
    return response
  }

  // A page, or the error page that takes its place, with all that every answer carries.
  async function make(c: Here, route: Route, visit: Visit, open: () => Promise<Response>): Promise<Response> {
    let response: Response
    try {
      response = await open()
    } catch (error) {
      response = await errorAnswer(visit, route, error)
    }
    if (visit.flashes.length > 0) response.headers.append('set-cookie', forgetFlash(https))
    for (const [name, value] of fixedHeaders) if (!response.headers.has(name)) response.headers.set(name, value)
    return finish(c, route, visit, response)
  }

  // A public page that nobody's cookie changes, asked for by many at once. It counts against no allowance, once it is known
  // to be there: it costs the same for one reader and for a thousand. An address that leads nowhere is counted each time.
  async function shareAnswer(c: Here, route: Route, visit: Visit): Promise<Response> {
    const key = `${encodingFor(c.req.header('accept-encoding'))} ${visit.url.pathname}`
    const made = await sharing(key, async () => {
      const response = await make(c, route, visit, () => enter(c, route, visit))
      if (response.status !== 200) knownPages.delete(visit.url.pathname)
      return {
        status: response.status,
        headers: [...response.headers],
        body: Buffer.from(await response.arrayBuffer()),
      }
    })
    return new Response(made.body, { status: made.status, headers: made.headers })
  }

  function remember(path: string): void {
    if (knownPages.size >= 1000) knownPages.clear()
    knownPages.add(path)
  }

  function isSameForAll(c: Here, route: Route): boolean {
    return (
      route.kept === true &&
      // What follows a question mark can be anything: such an address is made, and counted, for itself.
      !c.req.url.includes('?') &&
      c.req.method === 'GET' &&
      c.req.header('cookie') === undefined &&
      c.req.header('if-none-match') === undefined
    )
  }

  function beginVisit(c: Here): Visit {
    const url = new URL(c.req.url)
    const l = url.pathname.split('/')[1]
    return {
      house,
      request: c.req.raw,
      url,
      locale: isLocale(l) ? l : negotiate(c.req.header('accept-language')),
      param: name => c.req.param(name) ?? '',
      signedIn: null,
      halfway: null,
      actor: anonymous,
      address: readAddress(c.env?.incoming?.socket.remoteAddress ?? '', c.req.header('x-forwarded-for')),
      reference: randomBytes(4).toString('hex'),
      flashes: readFlashes(house.keys, getCookie(c, flashCookie)),
      headers: new Headers(),
    }
  }

  async function enter(c: Here, route: Route, visit: Visit): Promise<Response> {
    // PostgreSQL keeps no NUL in a text: nothing of ours is at such an address.
    if (/%00/.test(visit.url.pathname)) throw new Refusal('not-found')
    const token = getCookie(c, sessionCookie)
    if (route.method === 'POST' && !isFromOurPages(visit.request, house.settings.publicUrl)) {
      throw new Refusal('forbidden')
    }
    if (route.method === 'POST') visit.request = limitBody(visit.request, route.bodyLimit ?? 256 * 1024)
    const standing: Standing = token ? await readSession(house.db, token) : { is: 'nobody' }
    if (token && standing.is === 'nobody') visit.headers.append('set-cookie', sessionHeader('', https))
    const shut = letIn(route, visit, standing)
    if (shut) return shut
    return route.handle(visit)
  }

  // A session or a signed link stands for one visitor; without either there is only the address.
  function visitorOf(c: Here): string | null {
    return getCookie(c, sessionCookie) ?? c.req.param('token') ?? null
  }

  async function finish(c: Here, route: Route, visit: Visit, response: Response): Promise<Response> {
    const type = response.headers.get('content-type') ?? ''
    const isText = /^(text\/|application\/(json|ld\+json|xml|calendar)|image\/svg)/.test(type)
    if (!isText || response.body === null || response.headers.has('content-encoding')) return response
    const body = Buffer.from(await response.arrayBuffer())
    const mayKeep = keepPages && isSameForAll(c, route)
    const etag = `"${fingerprint(body)}"`
    const headers = response.headers
    if (response.status === 200 && route.method === 'GET') headers.set('etag', etag)
    if (mayKeep && visit.signedIn === null)
      cache.keep(visit.url.pathname + visit.url.search, response.status, headers, body)
    headers.set('vary', 'accept-encoding, cookie')
    if (response.status === 200 && c.req.header('if-none-match') === etag) {
      return new Response(null, { status: 304, headers })
    }
    return compress(response.status, headers, body, c.req.header('accept-encoding'))
  }

  const listener = getRequestListener(app.fetch)
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    if (!cache.send(request, response)) void listener(request, response)
  })
  server.requestTimeout = 120_000
  server.headersTimeout = 20_000
  return { server, app, cache }
}

// `/:l/` matches the languages only: /demo/… and /api/… are not pages in a language called “demo”.
const languagePattern = `/:l{${locales.join('|')}}/`

const nowhere: Route = {
  method: 'GET',
  path: '*',
  door: 'everyone',
  handle: () => Promise.reject(new Refusal('not-found')),
}

const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)

async function compress(
  status: number,
  headers: Headers,
  body: Buffer<ArrayBuffer>,
  accepted: string | undefined,
): Promise<Response> {
  const encoding = body.length < 1000 ? 'identity' : encodingFor(accepted)
  if (encoding === 'identity') return new Response(body, { status, headers })
  headers.set('content-encoding', encoding)
  const packed =
    encoding === 'br' ? await brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) : await gzipped(body)
  return new Response(packed as Buffer<ArrayBuffer>, { status, headers })
}

// FNV-1a over the bytes: an etag needs to differ when the page does, not to resist anybody.
function fingerprint(body: Buffer): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < body.length; i++) hash = Math.imul(hash ^ (body[i] as number), 0x01000193)
  return `${(hash >>> 0).toString(36)}-${body.length.toString(36)}`
}
