import type { Route } from '#ground/house.ts'
import { get } from '#ground/web/route.ts'
import { getChecks } from './pages/checks.ts'
import { getOpenApi } from './pages/openapi.ts'

/** The addresses of the API that are not beside what they serve; registrations and places are with registration. */
export const apiRoutes: Route[] = [
  get('/api/v1/openapi.json', 'everyone', getOpenApi, { api: true, kept: true }),
  get('/api/v1/seminars/:slug/checks', 'everyone', getChecks, { api: true }),
]
