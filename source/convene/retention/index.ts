import type { Job, Route } from '#ground/house.ts'
import { get } from '#ground/web/route.ts'
import { seminarRetentionJob } from './acts/erase-what-is-due.ts'
import { showRetention } from './pages/retention.tsx'

export const retentionRoutes: readonly Route[] = [get('/:l/desk/seminars/:slug/retention', 'office', showRetention)]

export const retentionJobs: readonly Job[] = [seminarRetentionJob]
