import type { Route } from '#ground/house.ts'
import { programmeCheckRoutes } from './pages/checks-routes.ts'
import { programmeDocumentRoutes } from './pages/documents-routes.ts'
import { programmeFileRoutes } from './pages/files-routes.ts'
import { programmeMineRoutes } from './pages/mine-routes.ts'
import { programmePaperRoutes } from './pages/paper-routes.ts'
import { programmeVersionRoutes } from './pages/versions-routes.ts'

export { deskFindings } from './pages/checks-card.tsx'
export { programmeDocumentLog } from './pages/documents-routes.ts'

/** A released programme as everybody reads it: its versions, its files, a selection of one's own. */
export const programmeRoutes: Route[] = [
  ...programmeFileRoutes,
  ...programmePaperRoutes,
  ...programmeVersionRoutes,
  ...programmeMineRoutes,
]

/** The checks of the draft and the documents, for the office. */
export const programmeDeskRoutes: Route[] = [...programmeCheckRoutes, ...programmeDocumentRoutes]
