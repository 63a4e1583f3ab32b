import { meaning } from '#convene/seminar/rules/life.ts'
import type { Tx } from '#ground/database/actor.ts'
import { isLocale } from '#ground/languages/locales.ts'
import { queueMails } from '#ground/mail/store/queue.ts'
import { obstacles, take } from '../rules/places.ts'
import { type Hall, openHall, saveHall } from '../store/hall.ts'
import { crowdsInLine, firstInLine, type InLine, type Promoted, writePromotions } from '../store/line.ts'

// How many people of the line are looked at in one go.
const stretch = 200

/**
 * Gives the free places of a seminar to the people who wait: again and again the first in line whose every quota has
 * room, directly or as an offer that expires, with a mail to each. Who is passed over keeps their rank. After the
 * cut-off, and while the seminar has no sure day or is cancelled, nobody comes up.
 *
 * Whoever frees or adds places calls it in the same transaction (law 8). The actor must hold `people` and `edit` in the
 * seminar, or be a job.
 *
 * @param hall the hall when the caller stands in it already; its counters are saved
 * @returns how many people got a place or an offer
 */
export async function fillFreePlaces(tx: Tx, seminarId: string, hall?: Hall): Promise<number> {
  const inside = hall ?? (await openHall(tx, seminarId))
  const { places, admission } = inside
  let given = 0
  if (mayPromote(inside)) {
    const offeredUntil = admission.promotion === 'offer' ? offerEnd(inside) : null
    const organisations = places.perOrganisation !== null
    // Room only shrinks while places are given, so whoever finds none now will find none later in this round.
    for (;;) {
      const able = (await crowdsInLine(tx, seminarId, { organisations })).filter(
        crowd => obstacles(places, crowd).length === 0,
      )
      if (able.length === 0) break
      const next = await firstInLine(tx, seminarId, able, stretch, organisations)
      const promoted = next.flatMap(person => (obstacles(places, person).length === 0 ? [promote(inside, person)] : []))
      if (promoted.length === 0) throw new Error('there is room for somebody in line, and nobody was found')
      await writePromotions(tx, seminarId, promoted, offeredUntil)
      const gone = new Set(promoted.map(({ id }) => id))
      await queueMails(
        tx,
        next
          .filter(({ id }) => gone.has(id))
          .map(({ id, personId, language }) => ({
            spaceId: seminarId,
            personId,
            template: offeredUntil === null ? 'registration-confirmed' : 'place-offered',
            language: isLocale(language) ? language : 'en',
            data: { registration: id },
          })),
      )
      given += promoted.length
    }
  }
  await saveHall(tx, inside)
  return given
}

/** Whether people may still come up from the line. */
export const mayPromote = ({ admission, now }: Pick<Hall, 'admission' | 'now'>): boolean =>
  meaning[admission.life].places === 'given' && Temporal.Instant.compare(now, admission.promoteUntil) < 0

/** An offer lasts so many hours, and never beyond the cut-off. */
function offerEnd({ admission, now }: Hall): Temporal.Instant {
  const end = now.add({ hours: admission.offerHours })
  return Temporal.Instant.compare(end, admission.promoteUntil) < 0 ? end : admission.promoteUntil
}

function promote({ places }: Hall, person: InLine): Promoted {
  const fullQuotas = places.quotas
    .filter(quota => quota.taken + quota.held >= quota.capacity)
    .map(({ key, taken, held, capacity }) => ({ quota: key, taken: taken + held, capacity }))
  return { id: person.id, ...take(places, person), fullQuotas }
}
