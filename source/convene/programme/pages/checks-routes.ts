import type { Route } from '#ground/house.ts'
import { get, post } from '#ground/web/route.ts'
import { sendChecks, showChecks } from './checks.tsx'
import { sendRelease, showRelease } from './release.tsx'

/** The programme at the desk: releasing it, and what the checks find in its draft. */
export const programmeCheckRoutes: Route[] = [
  get('/:l/desk/seminars/:slug/programme', 'office', showRelease),
  post('/:l/desk/seminars/:slug/programme', 'office', sendRelease),
  get('/:l/desk/seminars/:slug/checks', 'office', showChecks),
  post('/:l/desk/seminars/:slug/checks', 'office', sendChecks),
]
