import type { Route } from '#ground/house.ts'
import { get } from '#ground/web/route.ts'
import { partnerBrief } from './pages/brief.ts'

export const briefRoutes: Route[] = [get('/:l/territories/:slug/actors/:id/brief.pdf', 'everyone', partnerBrief)]
