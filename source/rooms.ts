import type { Room } from '#ground/house.ts'
import { homeRoutes } from '#ground/web/home.tsx'

/** The rooms of the house, in their one order: a room may use those before it, never those after. */
export const rooms: readonly Room[] = [{ name: 'ground', routes: homeRoutes }]
