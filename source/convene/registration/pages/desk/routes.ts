import type { Route } from '#ground/house.ts'
import { get, post } from '#ground/web/route.ts'
import { sendByHand, showByHand } from './by-hand.tsx'
import { sendCorrection, showCorrection } from './change.tsx'
import { sendChosen } from './decide.tsx'
import { sendRegistrationsCsv, sendRegistrationsXlsx } from './export.ts'
import { sendInvitation, showInvitation } from './invitation.tsx'
import { showPlaces } from './places.tsx'
import { sendPlaces, showPlacesForm } from './places-form.tsx'
import { sendPriorities } from './priorities.tsx'
import { sendRegistration, showRegistration } from './registration.tsx'
import { sendNote } from './send-note.ts'
import { showWaitingList } from './waiting-list.tsx'

const seminar = '/:l/desk/seminars/:slug'

/** The organisers' pages of registrations, the waiting list and the places, besides the list itself. */
export const deskRoutes: Route[] = [
  get(`${seminar}/registrations.csv`, 'office', sendRegistrationsCsv),
  get(`${seminar}/registrations.xlsx`, 'office', sendRegistrationsXlsx),
  post(`${seminar}/registrations`, 'office', sendChosen),
  // Before `:id`: `new` is no registration.
  get(`${seminar}/registrations/new`, 'office', showByHand),
  post(`${seminar}/registrations/new`, 'office', sendByHand, { bodyLimit: 1024 * 1024 }),
  get(`${seminar}/registrations/:id`, 'office', showRegistration),
  post(`${seminar}/registrations/:id`, 'office', sendRegistration),
  post(`${seminar}/registrations/:id/notes`, 'office', sendNote),
  get(`${seminar}/registrations/:id/change`, 'office', showCorrection),
  // As at the registration form: a pasted document comes back with its error beside it.
  post(`${seminar}/registrations/:id/change`, 'office', sendCorrection, { bodyLimit: 1024 * 1024 }),
  get(`${seminar}/waiting-list`, 'office', showWaitingList),
  post(`${seminar}/waiting-list`, 'office', sendPriorities),
  get(`${seminar}/places`, 'office', showPlaces),
  get(`${seminar}/places/edit`, 'office', showPlacesForm),
  post(`${seminar}/places/edit`, 'office', sendPlaces),
  get(`${seminar}/places/invitations/:id`, 'office', showInvitation),
  post(`${seminar}/places/invitations/:id`, 'office', sendInvitation),
]
