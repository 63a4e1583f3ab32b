import { type Programme, type ProgrammePerson, type ProgrammeSlot, peopleOfSlot } from './programme.ts'
import type { RoleAnswer } from './still-on.ts'

/** Whoever moderates or speaks, with the field of a slot that says so and the one that says whose answer is awaited. */
const roleFields = [
  { role: 'moderator', persons: 'moderatorPersons', awaited: 'moderatorsAwaited' },
  { role: 'speaker', persons: 'speakers', awaited: 'speakersAwaited' },
] as const

/** An answer, and whether it is for moderating or for speaking. */
export type GivenAnswer = RoleAnswer & { role: (typeof roleFields)[number]['role'] }

/**
 * What a release shows of a programme, to be kept where everybody may read it.
 *
 * Of its people those who moderate, speak or have said that they sit on a panel. Whoever was asked has to have said yes, and
 * is not said to be anything before: their key stays, so that they are told when it moves. Of a seat that nobody was asked
 * for, or that was declined, the key goes; so does whoever declined to moderate or to speak. Whoever was never asked for
 * these is on the programme as the team says.
 *
 * @param answers of those who moderate or speak, which stand beside it; of a programme that was released before, none: it
 *   says as much as it did
 */
export function asReleased(programme: Programme, answers: readonly GivenAnswer[] = []): Programme {
  const slots = withAnswers(programme, answers).slots.map(slot => ({
    ...slot,
    seats: slot.seats.map(({ person, ...seat }) =>
      person && (seat.state === 'invited' || seat.state === 'confirmed') ? { ...seat, person } : seat,
    ),
  }))
  const people = peopleSeen({ ...programme, slots })
  const organisations = new Set([
    ...slots.flatMap(organisationsOfSlot),
    ...people.flatMap(({ organisation }) => organisation ?? []),
  ])
  return {
    ...programme,
    slots,
    people,
    organisations: programme.organisations.filter(({ key }) => organisations.has(key)),
  }
}

/** The programme without those who declined to moderate or to speak, and with whose answer is awaited. */
export function withAnswers(programme: Programme, answers: readonly GivenAnswer[]): Programme {
  if (answers.length === 0) return programme
  const states = new Map(answers.map(({ slot, role, person, state }) => [`${slot} ${role} ${person}`, state]))
  const answered = (slot: ProgrammeSlot): ProgrammeSlot => {
    const after = { ...slot }
    for (const { role, persons, awaited } of roleFields) {
      const of = (state: RoleAnswer['state']) => (person: string) =>
        states.get(`${slot.key} ${role} ${person}`) === state
      after[persons] = slot[persons].filter(person => !of('declined')(person))
      const asked = after[persons].filter(of('invited'))
      if (asked.length > 0) after[awaited] = asked
    }
    return after
  }
  return { ...programme, slots: programme.slots.map(answered) }
}

/** Those whom everybody may know to be on a programme: of those who were asked, whoever has said that they come. */
export function peopleSeen({ slots, people }: Pick<Programme, 'slots' | 'people'>): ProgrammePerson[] {
  const seen = new Set(
    slots.flatMap(slot =>
      peopleOfSlot({
        ...Object.fromEntries(roleFields.map(({ persons, awaited }) => [persons, sure(slot[persons], slot[awaited])])),
        seats: slot.seats.filter(({ state }) => state === 'confirmed'),
      } as ProgrammeSlot),
    ),
  )
  return people.filter(({ key }) => seen.has(key))
}

/** Those of whom no answer is awaited. */
export const sure = (persons: readonly string[], awaited: readonly string[] = []): string[] =>
  persons.filter(person => !awaited.includes(person))

const organisationsOfSlot = ({ moderators, coordination, seats }: ProgrammeSlot): string[] => [
  ...moderators,
  ...coordination,
  ...seats.flatMap(({ organisation }) => organisation ?? []),
]
