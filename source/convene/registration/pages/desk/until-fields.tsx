import { deskPlaces } from '#convene/messages/desk-places.ts'
import type { Visit } from '#ground/house.ts'
import { cityOfZone } from '#ground/languages/format.ts'
import { type bindFields, DateField, TextField } from '#ground/web/parts/form.tsx'
import type { OfficeSeminar } from '../desk.tsx'

type UntilProps = {
  visit: Visit
  seminar: OfficeSeminar
  field: ReturnType<typeof bindFields>
  /** `NAME-day` and `NAME-time` are the fields. */
  name: string
  label: string
  hint: string
}

/** A moment that may be left open, as a day and a time of the seminar's clock; `read-fields.ts` reads it. */
export function UntilFields({ visit, seminar, field, name, label, hint }: UntilProps) {
  const words = deskPlaces[visit.locale]
  return (
    <>
      <DateField {...field(`${name}-day`)} label={label} hint={hint} optional />
      <TextField
        {...field(`${name}-time`)}
        label={words.timeOf(label)}
        hint={words.zone(cityOfZone(visit.locale, seminar.timeZone))}
        maxLength={8}
        optional
        short
      />
    </>
  )
}
