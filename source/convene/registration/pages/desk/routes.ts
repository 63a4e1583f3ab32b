import type { Route } from '#ground/house.ts'
import { get, post } from '#ground/web/route.ts'
import { sendChosen } from './decide.tsx'
import { sendInvitation, showInvitation } from './invitation.tsx'
import { showPlaces } from './places.tsx'
import { sendPlaces, showPlacesForm } from './places-form.tsx'
import { sendPriorities } from './priorities.tsx'
import { sendRegistration, showRegistration } from './registration.tsx'
import { showWaitingList } from './waiting-list.tsx'

const seminar = '/:l/desk/seminars/:slug'

/** The organisers' pages of registrations, the waiting list and the places, besides the list itself. */
export const deskRoutes: Route[] = [
  post(`${seminar}/registrations`, 'office', sendChosen),
  get(`${seminar}/registrations/:id`, 'office', showRegistration),
  post(`${seminar}/registrations/:id`, 'office', sendRegistration),
  get(`${seminar}/waiting-list`, 'office', showWaitingList),
  post(`${seminar}/waiting-list`, 'office', sendPriorities),
  get(`${seminar}/places`, 'office', showPlaces),
  get(`${seminar}/places/edit`, 'office', showPlacesForm),
  post(`${seminar}/places/edit`, 'office', sendPlaces),
  get(`${seminar}/places/invitations/:id`, 'office', showInvitation),
  post(`${seminar}/places/invitations/:id`, 'office', sendInvitation),
]
