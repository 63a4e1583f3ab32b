import type { Route } from '#ground/house.ts'
import { get } from '#ground/web/route.ts'
import { sendFigures } from './pages/export.ts'
import { showFigures } from './pages/figures.tsx'

export const figuresRoutes: Route[] = [
  get('/:l/desk/seminars/:slug/figures', 'office', showFigures),
  get('/:l/desk/seminars/:slug/figures.csv', 'office', sendFigures),
]
