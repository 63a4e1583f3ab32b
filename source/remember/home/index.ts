import type { Route } from '#ground/house.ts'
import { get } from '#ground/web/route.ts'
import { showMemory } from './pages/home.tsx'

export const memoryHomeRoutes: Route[] = [get('/:l/territories/:slug', 'everyone', showMemory)]
