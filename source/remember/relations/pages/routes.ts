import type { Route } from '#ground/house.ts'
import { get, post } from '#ground/web/route.ts'
import { itself, newOne, newUnder, partHere } from '../../pages/record-form.tsx'
import { showAgreement } from './agreement.tsx'
import { agreementForm } from './agreement-form.tsx'
import { sendApart, showApart } from './apart.tsx'
import { sendCircles, showCircles } from './circles.tsx'
import { eventForm } from './event-form.tsx'
import { sendJoin, showJoin } from './join.tsx'
import { feeForm, partyForm, seatForm } from './part-forms.tsx'
import { showRelationship } from './relationship.tsx'
import { relationshipForm } from './relationship-form.tsx'
import { showRelationships } from './relationships.tsx'
import { sendRemoval, showRemoval } from './removal.tsx'

const memory = '/:l/territories/:slug'
const relationship = `${memory}/relationships/:id`
const agreement = `${memory}/agreements/:id`

const parts = [
  { path: `${relationship}/parties/:part`, form: partyForm },
  { path: `${relationship}/fees/:part`, form: feeForm },
  { path: `${relationship}/seats/:part`, form: seatForm },
  { path: `${agreement}/events/:part`, form: eventForm },
] as const

export const relationRoutes: Route[] = [
  get(`${memory}/relationships`, 'everyone', showRelationships),
  // Before a relationship: `new` and `circles` are none.
  get(`${memory}/relationships/new`, 'office', relationshipForm.show(newOne)),
  post(`${memory}/relationships/new`, 'office', relationshipForm.send(newOne)),
  get(`${memory}/relationships/circles`, 'office', showCircles),
  post(`${memory}/relationships/circles`, 'office', sendCircles),
  get(relationship, 'everyone', showRelationship),
  get(`${relationship}/edit`, 'office', relationshipForm.show(itself)),
  post(`${relationship}/edit`, 'office', relationshipForm.send(itself)),
  get(`${relationship}/remove`, 'office', showRemoval('relationship')),
  post(`${relationship}/remove`, 'office', sendRemoval('relationship')),
  get(`${relationship}/join`, 'office', showJoin),
  post(`${relationship}/join`, 'office', sendJoin),
  get(`${relationship}/joined/:part`, 'office', showApart),
  post(`${relationship}/joined/:part`, 'office', sendApart),
  get(`${relationship}/agreements/new`, 'office', agreementForm.show(newUnder)),
  post(`${relationship}/agreements/new`, 'office', agreementForm.send(newUnder)),
  get(agreement, 'everyone', showAgreement),
  get(`${agreement}/edit`, 'office', agreementForm.show(itself)),
  post(`${agreement}/edit`, 'office', agreementForm.send(itself)),
  get(`${agreement}/remove`, 'office', showRemoval('agreement')),
  post(`${agreement}/remove`, 'office', sendRemoval('agreement')),
  ...parts.flatMap(({ path, form }) => [
    get(path, 'office', form.show(partHere)),
    post(path, 'office', form.send(partHere)),
    post(`${path}/remove`, 'office', form.remove(partHere)),
  ]),
]
