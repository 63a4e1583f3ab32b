import type { Route } from '#ground/house.ts'
import { get } from '#ground/web/route.ts'
import { changesPage } from './changes.tsx'
import { versionPage } from './version.tsx'

/** What was released, version by version, and what changed from one to another. */
export const programmeVersionRoutes: Route[] = [
  get('/:l/seminars/:slug/changes', 'everyone', changesPage, { kept: true }),
  get('/:l/seminars/:slug/versions/:name', 'everyone', versionPage, { kept: true }),
]
