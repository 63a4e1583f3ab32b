import type { FieldErrors, Typed } from '#ground/web/form.ts'
import { textOf } from '#ground/web/form.ts'
import type { Invitation } from '../../store/desk-invitations.ts'
import type { InvitationFields } from '../../store/invitations.ts'
import { prioritySchema } from './priority-schema.ts'
import { fieldReader, momentFields } from './read-fields.ts'

export const invitationFields = [
  'label',
  'places',
  'reserved',
  'reservedUntil-day',
  'reservedUntil-time',
  'validUntil-day',
  'validUntil-time',
  'withoutApproval',
  'priority',
] as const
export type InvitationField = (typeof invitationFields)[number]

/** What the form shows of an invitation; of a new one, what most are. */
export function invitationTyped(there: Invitation | null, zone: string): Record<InvitationField, string> {
  return {
    label: there?.label ?? '',
    places: there?.places == null ? '' : String(there.places),
    reserved: there?.reserved && there.releasedAt === null ? 'yes' : '',
    ...momentFields('reservedUntil', there?.reservedUntil, zone),
    ...momentFields('validUntil', there?.validUntil, zone),
    withoutApproval: (there?.withoutApproval ?? true) ? 'yes' : '',
    priority: String(there?.priority ?? 0),
  }
}

/** What the form asks for; numbers and moments that are none are told beside their field, as keys of messages. */
export function readInvitationForm(
  typed: Typed,
  zone: string,
): { fields: InvitationFields; code: string | null; errors: FieldErrors } {
  const { errors, optional, instant } = fieldReader(typed, zone)
  const priority = prioritySchema.safeParse(textOf(typed, 'priority').trim() || '0')
  if (!priority.success) errors.priority = 'priority-number'
  const fields: InvitationFields = {
    label: textOf(typed, 'label'),
    places: optional('places', 'places-number'),
    reserved: textOf(typed, 'reserved') === 'yes',
    reservedUntil: instant('reservedUntil'),
    validUntil: instant('validUntil'),
    withoutApproval: textOf(typed, 'withoutApproval') === 'yes',
    priority: priority.success ? priority.data : 0,
  }
  return { fields, code: textOf(typed, 'code').trim() || null, errors }
}
