import type { Route } from '#ground/house.ts'
import { get } from '#ground/web/route.ts'
import { minePage } from './mine.tsx'

/** What somebody chose of a programme. Kept without a selection alone: whatever follows a question mark is made for itself. */
export const programmeMineRoutes: Route[] = [
  get('/:l/seminars/:slug/programme/mine', 'everyone', minePage, { kept: true }),
]
