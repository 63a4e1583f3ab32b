import type { SignedIn, Visit } from '../../../house.ts'
import { moment } from '../../../languages/format.ts'
import { factorsWords } from '../../../languages/messages/factors.ts'
import { parts } from '../../../languages/messages/parts.ts'
import { isSecure, redirect } from '../../../web/answer.ts'
import { forbidden } from '../../../web/refusal.ts'
import { ownPath } from '../../rules/return-path.ts'
import { sessionHeader } from '../../session.ts'
import { isFresh } from '../rules/fresh.ts'

export const wordsFor = (visit: Visit) => ({ t: parts[visit.locale], words: factorsWords[visit.locale] })

/** Where everything about one's own sign-in stands. */
export const ownFactorsPath = (visit: Visit) => `/${visit.locale}/account/second-factor`

export function whoIs(visit: Visit): SignedIn {
  if (!visit.signedIn) throw forbidden()
  return visit.signedIn
}

/** `?then=` for the page that this visit leads on to, when there is one. */
export function thenQuery(path: string | null): string {
  return path === null ? '' : `?then=${encodeURIComponent(path)}`
}
export const thenOf = (visit: Visit) => ownPath(visit.url.searchParams.get('then'))

/** The moments of this page, in UTC: where a person signs in from has no time zone here. */
export const at = (visit: Visit, instant: Temporal.Instant) => moment(visit.locale, instant, 'UTC')

/**
 * Whoever has a second factor has shown it lately before they change how they sign in: a browser that was left open, or a
 * stolen cookie, is not enough.
 *
 * @param hasFactor whether they have one of ours
 * @returns where to show it again; null when all is well
 */
export function showItFirst(visit: Visit, hasFactor: boolean): Response | null {
  const me = whoIs(visit)
  if (!hasFactor || isFresh(me.secondFactorAt, Temporal.Now.instant())) return null
  // A page is come back to; what a form would have done is asked for again.
  const back = visit.request.method === 'GET' ? visit.url.pathname + visit.url.search : ownFactorsPath(visit)
  const text = wordsFor(visit).words.confirmFirst
  return redirect(visit, `/${visit.locale}/sign-in/second${thenQuery(back)}`, { tone: 'note', text })
}

/** Gives the browser the session's new name. */
export function renewCookie(visit: Visit, token: string): void {
  visit.headers.append('set-cookie', sessionHeader(token, isSecure(visit)))
}

/** The session ended while a form of its was on its way. */
export function whenEnded(visit: Visit): Response {
  visit.headers.append('set-cookie', sessionHeader('', isSecure(visit)))
  return redirect(visit, `/${visit.locale}/sign-in`, { tone: 'problem', text: wordsFor(visit).words.ended })
}
