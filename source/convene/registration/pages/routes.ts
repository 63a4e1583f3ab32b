import { registration } from '#convene/messages/registration.ts'
import type { MenuEntry, Route } from '#ground/house.ts'
import { get, post } from '#ground/web/route.ts'
import { getPlaces, postRegistration } from './api.ts'
import { deskRoutes } from './desk/routes.ts'
import { showDesk, showDeskSeminar } from './desk.tsx'
import { showForm } from './form.tsx'
import { formRoutes } from './form-routes.ts'
import { ownRoutes } from './me/routes.ts'
import { showMe } from './me.tsx'
import { showReceipt } from './receipt.tsx'
import { showRegistrations } from './registrations.tsx'
import { send } from './send.tsx'

// A pasted document in a field must come back with its error beside it, not as a page that has forgotten the rest.
const bodyLimit = 1024 * 1024

export const registrationRoutes: Route[] = [
  get('/:l/seminars/:slug/register', 'everyone', showForm),
  post('/:l/seminars/:slug/register', 'everyone', send, { allowance: 'register', bodyLimit }),
  get('/:l/seminars/:slug/registered/:receipt', 'everyone', showReceipt),
  ...formRoutes,
  get('/:l/me/:token', 'link', showMe),
  ...ownRoutes,
  get('/:l/desk', 'office', showDesk),
  get('/:l/desk/seminars/:slug', 'office', showDeskSeminar),
  get('/:l/desk/seminars/:slug/registrations', 'office', showRegistrations),
  ...deskRoutes,
  post('/api/v1/seminars/:slug/registrations', 'everyone', postRegistration, { api: true, allowance: 'register' }),
  get('/api/v1/seminars/:slug/places', 'everyone', getPlaces, { api: true }),
]

export const registrationMenu: MenuEntry[] = [
  {
    place: 'office',
    path: '/desk',
    label: locale => registration[locale].desk.title,
    shownTo: visit => (visit.signedIn?.may.size ?? 0) > 0,
  },
]
