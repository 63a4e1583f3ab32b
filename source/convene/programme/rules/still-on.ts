import type { ProgrammeSeat, ProgrammeSlot } from './programme.ts'

/** What somebody who moderates or speaks has answered: keys of the slot and of the person. */
export type RoleAnswer = { slot: string; person: string; state: ProgrammeSeat['state'] }
/** Somebody who has declined a seat, and the keys of the slots that still name them to moderate or to speak. */
export type StillOn = { person: string; slots: string[] }

type Slot = Pick<ProgrammeSlot, 'key' | 'seats' | 'moderatorPersons' | 'speakers'>

/**
 * Those who have declined a seat and are still to moderate or to speak without having said whether they do: the answer for
 * a seat is for the seat alone. Whoever comes for something else is asked after only in the slot whose seat they declined.
 * That they said no to moderating or speaking itself is told otherwise (`declinedParts`).
 *
 * @param slots in the order in which they are told
 * @param answers of those who moderate or speak; of who is not in it nothing is known
 */
export function stillOn(slots: readonly Slot[], answers: readonly RoleAnswer[] = []): StillOn[] {
  const seats = slots.flatMap(slot =>
    slot.seats.flatMap(({ person, state }) => (person === undefined ? [] : { slot: slot.key, person, state })),
  )
  const who = new Set(seats.flatMap(({ person, state }) => (state === 'declined' ? person : [])))
  return [...who].flatMap((person): StillOn[] => {
    const comes = [...seats, ...answers].some(one => one.person === person && one.state === 'confirmed')
    const isUnsure = ({ key, moderatorPersons, speakers }: Slot): boolean => {
      if (!moderatorPersons.includes(person) && !speakers.includes(person)) return false
      const said = answers.filter(one => one.slot === key && one.person === person).map(({ state }) => state)
      if (said.length > 0 && said.every(state => state === 'confirmed' || state === 'declined')) return false
      return !comes || seats.some(one => one.slot === key && one.person === person && one.state === 'declined')
    }
    const keys = slots.filter(isUnsure).map(({ key }) => key)
    return keys.length > 0 ? [{ person, slots: keys }] : []
  })
}
