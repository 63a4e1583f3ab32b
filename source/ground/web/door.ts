import { anonymous } from '../database/actor.ts'
import type { Route, Visit } from '../house.ts'
import type { Standing } from '../people/session.ts'
import { redirect } from './answer.ts'
import { Refusal } from './refusal.ts'

/**
 * The one place that decides who a visitor is to a route, and whether they come in. What a session is worth is settled
 * here, before any page: whoever owes the second factor is nobody, with nobody's eyes in the database; whoever must set one
 * up first has their own account and, elsewhere, the eyes of the public. A page cannot forget it.
 *
 * @returns where to go instead; null when the page may open
 * @throws Refusal `forbidden` for whoever may not come in; for the API also where a page would lead on
 */
export function letIn(route: Route, visit: Visit, standing: Standing): Response | null {
  if (standing.is === 'halfway') visit.halfway = standing.halfway
  if (standing.is === 'signed-in') {
    const { signedIn } = standing
    visit.signedIn = signedIn
    const asThemself = !signedIn.toSetUp || route.door === 'signed-in'
    visit.actor = asThemself ? { kind: 'person', id: signedIn.personId } : anonymous
  }
  return checkDoor(route, visit)
}

function checkDoor(route: Route, visit: Visit): Response | null {
  if (route.door === 'everyone' || route.door === 'link') return null
  const { signedIn } = visit
  if (!signedIn) return leadTo(route, visit, visit.halfway ? 'sign-in/second' : 'sign-in')
  if (route.door === 'signed-in') return null
  if (signedIn.toSetUp) return leadTo(route, visit, 'account/second-factor')
  const mayEnter =
    (route.door === 'office' && signedIn.may.size > 0) ||
    (route.door === 'administrators' && signedIn.may.has('administer'))
  if (!mayEnter) throw new Refusal('forbidden')
  return null
}

function leadTo(route: Route, visit: Visit, page: string): Response {
  if (route.api) throw new Refusal('forbidden')
  const back = route.method === 'GET' ? `?then=${encodeURIComponent(visit.url.pathname + visit.url.search)}` : ''
  return redirect(visit, `/${visit.locale}/${page}${back}`)
}
