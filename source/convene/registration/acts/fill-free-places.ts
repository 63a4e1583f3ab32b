import type { Tx } from '#ground/database/actor.ts'
import { isLocale } from '#ground/languages/locales.ts'
import { queueMail } from '#ground/mail/store/queue.ts'
import { countPlaces, countWaiting, lockFreePlaces } from '../store/places.ts'
import { confirmFirstInLine } from '../store/registrations.ts'

/**
 * Gives the free places of a seminar to the people who wait, in the order of the line, and writes to each. Whoever adds
 * or frees places calls it in the same transaction (law 8); the actor must hold `people` and `edit`, or be a job.
 *
 * @returns how many people got a place
 */
export async function fillFreePlaces(tx: Tx, seminarId: string): Promise<number> {
  const free = await lockFreePlaces(tx, seminarId)
  const places = free ?? (await countWaiting(tx, seminarId))
  if (places === 0) return 0
  const confirmed = await confirmFirstInLine(tx, seminarId, places)
  if (confirmed.length > 0) await countPlaces(tx, seminarId, confirmed.length)
  for (const { id, person_id: personId, language } of confirmed) {
    await queueMail(tx, {
      spaceId: seminarId,
      personId,
      template: 'registration-confirmed',
      language: isLocale(language) ? language : 'en',
      data: { registration: id },
    })
  }
  return confirmed.length
}
