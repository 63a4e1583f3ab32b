import type { Route, Searchable } from '#ground/house.ts'
import { get } from '#ground/web/route.ts'
import { memoryRecords } from '../messages/memory-records.ts'
import { memorySearchPage } from './pages/search.tsx'
import { foundTables, indexMemory } from './store/index-memory.ts'

export { memoryLookups } from './acts/lookups.ts'
export { memoryCarried } from './pages/carried.ts'

export const memorySearchRoutes: Route[] = [get('/:l/territories/:slug/search', 'everyone', memorySearchPage)]

export const memorySearch: Searchable[] = foundTables.map(table => ({
  table,
  name: locale => memoryRecords[locale].tables[table],
  make: (tx, ids) => indexMemory(tx, table, ids),
}))
