import type { MenuEntry, Route } from '../house.ts'
import { search } from '../languages/messages/search.ts'
import { get } from '../web/route.ts'
import { searchPage } from './pages/search.tsx'

export { reindexAll, searchJobs } from './reindex.ts'
export { indexRecords } from './store/entries.ts'

export const searchRoutes: Route[] = [get('/:l/search', 'everyone', searchPage)]

export const searchMenu: readonly MenuEntry[] = [
  { place: 'public', path: '/search', label: locale => search[locale].title, shownTo: () => true },
]
