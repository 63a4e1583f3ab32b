import type { Route, Visit } from '../house.ts'
import { parts } from '../languages/messages/parts.ts'
import { json, page, redirect } from './answer.ts'
import { layout } from './layout.tsx'
import { ErrorPage } from './parts/notices.tsx'
import { Elsewhere, Refusal, type RefusalKind, statusOf } from './refusal.ts'
import { AlreadySent } from './sent-once.ts'

/** Turns whatever was thrown into the answer that a person, or a program, can use. */
export async function errorAnswer(visit: Visit, route: Route, error: unknown): Promise<Response> {
  // Only a form that we rendered has such a key: a made-up one leads nowhere that another one led.
  if (error instanceof AlreadySent && visit.house.keys.verify('once', error.key) !== null)
    return redirect(visit, error.location)
  if (error instanceof Elsewhere) return redirect(visit, error.path)
  const refusal = error instanceof AlreadySent ? new Refusal('conflict') : asRefusal(error)
  const status = refusal ? statusOf[refusal.kind] : 500
  if (status >= 500) {
    visit.house.log.error({ reference: visit.reference, route: route.path, error: describe(error) }, 'request failed')
  }
  if (refusal?.retryAfter) visit.headers.set('retry-after', String(refusal.retryAfter))
  const words = parts[visit.locale]
  const title = words.errors[status].title
  if (route.api) {
    return json(
      visit,
      { code: refusal?.kind ?? 'error', message: refusal?.because ?? title, reference: visit.reference },
      status,
    )
  }
  return page(
    visit,
    layout(
      visit,
      { title, noIndex: true },
      <ErrorPage
        t={words}
        status={status}
        home={`/${visit.locale}/`}
        {...(refusal?.because ? { because: refusal.because } : {})}
        {...(status >= 500 ? { reference: visit.reference } : {})}
        {...(refusal?.retryAfter ? { retryAfter: refusal.retryAfter } : {})}
      />,
    ),
    status,
  )
}

// PostgreSQL's own codes that have a page of their own (appendix A of its manual).
const ofPostgres: Record<string, RefusalKind> = {
  '53100': 'no-room', // disk_full
  '40001': 'conflict', // serialization_failure
  '40P01': 'conflict', // deadlock_detected
  '42501': 'forbidden', // insufficient_privilege, a row-level policy included
  '57P01': 'unavailable', // admin_shutdown
  '57P03': 'unavailable', // cannot_connect_now
  ECONNREFUSED: 'unavailable',
  ENOENT: 'unavailable',
  ENOSPC: 'no-room',
  '22P02': 'not-found', // an address with an id that is none
  '22021': 'unprocessable', // a NUL, which PostgreSQL keeps in no text
  '22P05': 'unprocessable', // the same within JSON
  '57014': 'unavailable', // query_canceled: it took longer than we let it
  '53300': 'unavailable', // too_many_connections
  '57P02': 'unavailable', // crash_shutdown
  ECONNRESET: 'unavailable',
}

function asRefusal(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error
  const cause = error instanceof Error && error.cause instanceof Refusal ? error.cause : null
  if (cause) return cause
  const code = (error as { code?: unknown } | null)?.code
  const kind = typeof code === 'string' ? ofPostgres[code] : isLostConnection(error) ? 'unavailable' : undefined
  return kind ? new Refusal(kind) : null
}

// pg gives these no code: no connection became free in time, or the one in use broke.
const isLostConnection = (error: unknown) =>
  error instanceof Error && /^(timeout exceeded when trying to connect|Connection terminated)/.test(error.message)

// The stack and PostgreSQL's code, never its detail: that quotes what people typed.
function describe(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) }
  return { message: error.message, stack: error.stack, code: (error as { code?: unknown }).code }
}
