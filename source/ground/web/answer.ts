import type { Visit } from '../house.ts'
import { type Flash, flashHeader } from './flash.ts'

type Element = { toString(): string | Promise<string> }

/** A page. The frame has already put the document around it. */
export async function page(visit: Visit, element: Element | Promise<Element>, status = 200): Promise<Response> {
  const html = `<!doctype html>${await (await element).toString()}`
  const headers = new Headers(visit.headers)
  headers.set('content-type', 'text/html; charset=utf-8')
  if (!headers.has('cache-control')) headers.set('cache-control', visit.signedIn ? 'no-store' : 'no-cache')
  return new Response(html, { status, headers })
}

/** After a POST: the browser gets the next page with GET. `path` is without its language, or whole. */
export function redirect(visit: Visit, path: string, ...flashes: Flash[]): Response {
  const headers = new Headers(visit.headers)
  headers.set('location', path)
  headers.set('cache-control', 'no-store')
  if (flashes.length > 0) {
    headers.append('set-cookie', flashHeader(visit.house.keys, flashes, isSecure(visit)))
  }
  return new Response(null, { status: 303, headers })
}

export function text(
  visit: Visit,
  body: string | Uint8Array<ArrayBuffer>,
  mediaType: string,
  more: Record<string, string> = {},
): Response {
  const headers = new Headers(visit.headers)
  headers.set('content-type', mediaType)
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-cache')
  for (const [name, value] of Object.entries(more)) headers.set(name, value)
  return new Response(body, { headers })
}

export function json(visit: Visit, value: unknown, status = 200): Response {
  const headers = new Headers(visit.headers)
  headers.set('content-type', 'application/json; charset=utf-8')
  headers.set('cache-control', 'no-store')
  return new Response(JSON.stringify(value), { status, headers })
}

export const isSecure = (visit: Visit) => visit.house.settings.publicUrl.protocol === 'https:'

/** The public address of a page, for mails and machines. */
export function publicAddress(house: { settings: { publicUrl: URL } }, path: string): string {
  return new URL(path, house.settings.publicUrl).href
}
