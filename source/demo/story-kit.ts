import type { RegistrationInput } from '#convene/registration/acts/sending.ts'
import type { House } from '#ground/house.ts'

/** The files the demo is made from. */
export const sampleFiles = [
  'seminar-2018.yaml',
  'registrants.yaml',
  'memory-brecourt-sur-loire.yaml',
  'memory-puerto-almendro.yaml',
  'memory-red-confluencia.yaml',
]
export const seminarSlug = 'vers-une-action-internationale-durable'

/** Sets the time, in the database and here. Time goes forward only. */
export type GoTo = (instant: string) => Promise<void>
/** What happens from one moment to the next, by the real acts, each at its own time. */
export type Chapter = (house: House, goTo: GoTo) => Promise<void>
export type SamplePerson = Omit<RegistrationInput, 'seminar' | 'origin'>

/** Times in order between two moments: not one every so many hours, as a clock would, but in small groups. */
export function between(from: string, to: string, count: number): string[] {
  const first = Temporal.Instant.from(from)
  const last = Temporal.Instant.from(to)
  const step = first.until(last).total('seconds') / Math.max(1, count - 1)
  const times = Array.from({ length: count }, (_, index) => {
    const wobble = ((index * 7919) % 97) * 60
    return first.add({ seconds: Math.min(Math.round(index * step) + wobble, Math.round((count - 1) * step)) })
  })
  return times.sort(Temporal.Instant.compare).map(String)
}
