import type { Route } from '#ground/house.ts'
import { get } from '#ground/web/route.ts'
import { programmePdf } from './paper.ts'

export const programmePaperRoutes: Route[] = [
  // Not kept by the house, whose memory is for texts: paper.ts keeps its own.
  get('/:l/seminars/:slug/programme.pdf', 'everyone', programmePdf),
]
