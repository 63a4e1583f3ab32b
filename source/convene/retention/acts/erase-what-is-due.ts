import { eraseProgrammePeople } from '#convene/programme/panel/acts/retention.ts'
import { seminarsOfPersons } from '#convene/registration/store/find-registrations.ts'
import { recountOrganisations } from '#convene/registration/store/quota-changes.ts'
import { as, job, type Tx } from '#ground/database/actor.ts'
import type { House, Job } from '#ground/house.ts'
import { erasePersons } from '#ground/people/store/erase.ts'
import { dueAt, type Erasable } from '../rules/retention.ts'
import { eraseAnswers, eraseNeeds, holdPlaces, noteErased, personsToErase, retainedSeminars } from '../store/erase.ts'

export type Erased = { seminarId: string; what: Erasable; registrations: number }

/** Rows of one transaction: nobody waits for long behind the erasure of a large seminar. */
const batchSize = 500

/**
 * Erases, seminar by seminar, what its days of keeping have passed for: what people need, what they answered, and who
 * they are, those on its programme included. What statistics count stays: state, category, region, country, day. What was
 * erased is logged in numbers; a second run finds nothing.
 *
 * Runs as a job: nobody asked for it, and the rows belong to people who have no account.
 *
 * @returns what was erased, for the log
 */
export async function eraseWhatIsDue(house: House, size = batchSize): Promise<Erased[]> {
  const { seminars, now } = await asRetention(house, retainedSeminars)
  const due = seminars
    .map(seminar => ({ id: seminar.id, what: dueAt(seminar, now) }))
    .filter(({ what }) => what.length > 0)
  const withoutPersons = due.filter(({ what }) => what.includes('persons')).map(({ id }) => id)
  const erasers: Record<Erasable, (tx: Tx, seminarId: string) => Promise<number>> = {
    needs: (tx, seminarId) => eraseNeeds(tx, seminarId, size),
    answers: (tx, seminarId) => eraseAnswers(tx, seminarId, size),
    persons: async (tx, seminarId) =>
      (await eraseThese(tx, house, await personsToErase(tx, seminarId, withoutPersons, size))) ||
      eraseProgrammePeople(tx, house, seminarId, size),
  }
  const erased: Erased[] = []
  for (const { id: seminarId, what: kinds } of due) {
    for (const what of kinds) {
      const registrations = await inBatches(house, { seminarId, what }, erasers[what])
      if (registrations === 0) continue
      erased.push({ seminarId, what, registrations })
      house.log.info({ seminar: seminarId, what, registrations }, 'what was kept long enough was erased')
    }
  }
  return erased
}

/** The rooms let go of the persons first, as they do for anybody who is erased. */
async function eraseThese(tx: Tx, house: House, persons: readonly string[]): Promise<number> {
  if (persons.length === 0) return 0
  // Gates in the order in which everybody passes several of them.
  const seminars = await seminarsOfPersons(tx, persons)
  for (const seminarId of seminars) await holdPlaces(tx, seminarId)
  for (const room of house.rooms) await room.beforeErasing?.(tx, house, persons)
  const erased = await erasePersons(tx, persons, { bySeminar: true })
  // These counters are named after what people wrote: they are made again without it.
  for (const seminarId of seminars) await recountOrganisations(tx, seminarId)
  return erased
}

/** Each batch in a transaction of its own, counted in the log as it is done: a run that dies says how far it came. */
async function inBatches(
  house: House,
  { seminarId, what }: { seminarId: string; what: Erasable },
  erase: (tx: Tx, seminarId: string) => Promise<number>,
): Promise<number> {
  let run: string | null = null
  for (let total = 0; ; ) {
    const id: string | null = run
    const done: { registrations: number; run: string } | null = await asRetention(house, async tx => {
      const registrations = await erase(tx, seminarId)
      if (registrations === 0) return null
      return { registrations, run: await noteErased(tx, { id, seminarId, what, registrations }) }
    })
    if (done === null) return total
    run = done.run
    total += done.registrations
  }
}

const asRetention = <T>(house: House, work: (tx: Tx) => Promise<T>): Promise<T> => as(house.db, job('retention'), work)

/**
 * Each hour, since a day ends at another hour at each venue, and before the hour of the backup, so that it does not keep
 * what was due: no seminar keeps what people gave for longer than it says.
 */
export const seminarRetentionJob: Job = {
  name: 'seminar-retention',
  schedule: '40 * * * *',
  run: async house => {
    await eraseWhatIsDue(house)
  },
}
