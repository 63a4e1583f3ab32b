import type { Route } from '#ground/house.ts'
import { get, post } from '#ground/web/route.ts'
import { approve, showOrganisations } from './organisations.tsx'
import { suggestOrganisations, suggestTerritories } from './suggest.ts'
import { sendTerritory, showTerritories } from './territories.tsx'

/** What the form asks while somebody types, and the organisers' page of the names that were typed. */
export const formRoutes: Route[] = [
  get('/:l/seminars/:slug/organisations', 'everyone', suggestOrganisations, { api: true }),
  get('/:l/seminars/:slug/territories', 'everyone', suggestTerritories, { api: true }),
  get('/:l/desk/seminars/:slug/organisations', 'office', showOrganisations),
  post('/:l/desk/seminars/:slug/organisations', 'office', approve),
  get('/:l/desk/seminars/:slug/territories', 'office', showTerritories),
  post('/:l/desk/seminars/:slug/territories', 'office', sendTerritory),
]
