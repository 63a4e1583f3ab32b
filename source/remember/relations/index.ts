import type { Route, TextsOfTable } from '#ground/house.ts'
import { get, post } from '#ground/web/route.ts'
import { memoryRecords } from '../messages/memory-records.ts'
import { showAgreement } from './pages/agreement.tsx'
import { agreementForm } from './pages/agreement-form.tsx'
import { eventForm } from './pages/event-form.tsx'
import { feeForm, partyForm, seatForm } from './pages/part-forms.tsx'
import { itself, newOne, newUnder, partNamed } from './pages/record-form.tsx'
import { showRelationship } from './pages/relationship.tsx'
import { relationshipForm } from './pages/relationship-form.tsx'
import { showRelationships } from './pages/relationships.tsx'
import { sendRemoval, showRemoval } from './pages/removal.tsx'

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
  // Before a relationship: `new` is none.
  get(`${memory}/relationships/new`, 'office', relationshipForm.show(newOne)),
  post(`${memory}/relationships/new`, 'office', relationshipForm.send(newOne)),
  get(relationship, 'everyone', showRelationship),
  get(`${relationship}/edit`, 'office', relationshipForm.show(itself)),
  post(`${relationship}/edit`, 'office', relationshipForm.send(itself)),
  get(`${relationship}/remove`, 'office', showRemoval('relationship')),
  post(`${relationship}/remove`, 'office', sendRemoval('relationship')),
  get(`${relationship}/agreements/new`, 'office', agreementForm.show(newUnder)),
  post(`${relationship}/agreements/new`, 'office', agreementForm.send(newUnder)),
  get(agreement, 'everyone', showAgreement),
  get(`${agreement}/edit`, 'office', agreementForm.show(itself)),
  post(`${agreement}/edit`, 'office', agreementForm.send(itself)),
  get(`${agreement}/remove`, 'office', showRemoval('agreement')),
  post(`${agreement}/remove`, 'office', sendRemoval('agreement')),
  ...parts.flatMap(({ path, form }) => [
    get(path, 'office', form.show(partNamed('part'))),
    post(path, 'office', form.send(partNamed('part'))),
    post(`${path}/remove`, 'office', form.remove(partNamed('part'))),
  ]),
]

type FieldName = keyof typeof memoryRecords.en.fields
const texts = (table: string, fields: readonly FieldName[], long: readonly FieldName[] = []): TextsOfTable => ({
  table,
  fields: Object.fromEntries(fields.map(field => [field, locale => memoryRecords[locale].fields[field]])),
  ...(long.length > 0 ? { long } : {}),
})

export const relationTexts: TextsOfTable[] = [
  texts('relationship', ['name', 'reason', 'narrative', 'sensitivity'], ['reason', 'narrative', 'sensitivity']),
  texts('agreement', ['title']),
  texts('network_seat', ['body']),
]
