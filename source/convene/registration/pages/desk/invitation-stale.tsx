import { deskPlaces } from '#convene/messages/desk-places.ts'
import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { type SentForm, textOf } from '#ground/web/form.ts'
import { StaleSave } from '#ground/web/parts/form.tsx'
import { newOnceKey } from '#ground/web/sent-once.ts'
import type { OfficeSeminar } from '../desk.tsx'
import { deskPage } from './desk-page.tsx'
import { type InvitationField, invitationFields } from './invitation-fields.ts'

/** Somebody changed the invitation meanwhile: both texts of each field, to choose from. */
export function staleInvitation(
  visit: Visit,
  seminar: OfficeSeminar,
  { typed, once }: SentForm,
  now: Readonly<Record<InvitationField, string>>,
  version: string,
) {
  const { locale } = visit
  const places = deskPlaces[locale]
  const words = places.invitations
  const labels: Record<InvitationField, string> = {
    label: words.label,
    places: words.places,
    reserved: words.reserved,
    'reservedUntil-day': words.reservedUntil,
    'reservedUntil-time': places.timeOf(words.reservedUntil),
    'validUntil-day': words.validUntil,
    'validUntil-time': places.timeOf(words.validUntil),
    withoutApproval: words.withoutApproval,
    priority: words.priority,
  }
  const isBox = (field: InvitationField) => field === 'reserved' || field === 'withoutApproval'
  const side = (field: InvitationField, value: string) =>
    isBox(field) ? { value, shown: value === 'yes' ? words.yes : words.no } : { value }
  const differ = invitationFields.filter(field => now[field] !== textOf(typed, field))
  return deskPage(
    visit,
    seminar,
    { title: words.editTitle, above: [{ label: places.title, path: '/places' }], failed: true },
    <StaleSave
      t={parts[locale]}
      action={visit.url.pathname}
      version={version}
      once={once ?? newOnceKey(visit.house.keys)}
      changes={differ.map(field => ({
        name: field,
        label: labels[field],
        theirs: side(field, now[field]),
        yours: side(field, textOf(typed, field)),
      }))}
      kept={[
        ['do', 'save'],
        ...invitationFields.filter(field => !differ.includes(field)).map(field => [field, now[field]] as const),
      ]}
      cancel={visit.url.pathname}
    />,
    409,
  )
}
