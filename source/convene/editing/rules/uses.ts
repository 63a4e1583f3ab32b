import type { FileSeat, FileSlot } from '#convene/seminar/rules/programme-file.ts'
import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'

// Which slots of a draft name a room or a person, and the draft without them.

/** What somebody does in a slot. */
export type Part = { as: 'moderator' | 'speaker' } | { as: 'seat'; seat: FileSeat }
export type Use = { slot: FileSlot; parts: Part[] }

/** The slots in a room. */
export const usesOfRoom = (file: SeminarFile, key: string): Use[] =>
  file.programme.slots.filter(({ room }) => room === key).map(slot => ({ slot, parts: [] }))

/** The slots that somebody is on, and as what. */
export function usesOfPerson(file: SeminarFile, key: string): Use[] {
  return file.programme.slots
    .map(slot => ({
      slot,
      parts: [
        ...(slot.moderatorPersons.includes(key) ? [{ as: 'moderator' as const }] : []),
        ...(slot.speakers.includes(key) ? [{ as: 'speaker' as const }] : []),
        ...slot.seats.flatMap(seat => (seat.person === key ? [{ as: 'seat' as const, seat }] : [])),
      ],
    }))
    .filter(({ parts }) => parts.length > 0)
}

/** Of somebody who was asked for a seat: those that wait for an answer, and those that have a yes. */
export const askedSeats = (uses: readonly Use[]): FileSeat[] =>
  uses.flatMap(({ parts }) =>
    parts.flatMap(part =>
      part.as === 'seat' && (part.seat.state === 'invited' || part.seat.state === 'confirmed') ? part.seat : [],
    ),
  )

/** The file in which no slot is in a room any more. */
export const withoutRoomInSlots = (file: SeminarFile, key: string): SeminarFile =>
  withSlots(file, slot => {
    if (slot.room !== key) return slot
    const { room: _, ...rest } = slot
    return rest
  })

/**
 * The file in which nobody of this key moderates, speaks or sits. Their seat stays, open: it was kept for a region, and
 * what was asked and answered was asked of them.
 */
export const withoutPersonInSlots = (file: SeminarFile, key: string): SeminarFile =>
  withSlots(file, slot => ({
    ...slot,
    moderatorPersons: slot.moderatorPersons.filter(one => one !== key),
    speakers: slot.speakers.filter(one => one !== key),
    seats: slot.seats.map(seat => (seat.person === key ? vacant(seat) : seat)),
  }))

function vacant({ person: _, ...seat }: FileSeat): FileSeat {
  return { ...seat, state: 'open' }
}

const withSlots = (file: SeminarFile, change: (slot: FileSlot) => FileSlot): SeminarFile => ({
  ...file,
  programme: { ...file.programme, slots: file.programme.slots.map(change) },
})
