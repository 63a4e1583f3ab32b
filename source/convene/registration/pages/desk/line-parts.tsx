import { deskLine } from '#convene/messages/desk-line.ts'
import type { Visit } from '#ground/house.ts'
import { list, moment, shortMoment } from '#ground/languages/format.ts'
import type { MultilingualText } from '#ground/languages/text.ts'
import type { PassedOver } from '../../rules/passed-over.ts'
import { type Obstacle, overall } from '../../rules/places.ts'
import { quotaName } from './quota-table.tsx'

type Names = ReadonlyMap<string, MultilingualText | undefined>

/** What stands between somebody and a place, in words, each a whole sentence. */
export function obstacleWords(
  visit: Visit,
  names: Names,
  obstacle: Obstacle,
  invitation: { invitation: string | null; code: string | null } | undefined,
): string {
  const words = deskLine[visit.locale].obstacles
  const { taken, capacity } = obstacle
  switch (obstacle.kind) {
    case 'organisation':
      return taken > capacity ? words.organisationOver(taken, capacity) : words.organisation(capacity)
    case 'invitation':
      return words.invitation(invitation?.code ?? '', taken, capacity)
    case 'quota':
      if (obstacle.key === overall) return taken > capacity ? words.allOver(taken, capacity) : words.all(capacity)
      return (taken > capacity ? words.quotaOver : words.quota)(
        quotaName(visit.locale, names, obstacle.key),
        taken,
        capacity,
      )
  }
}

type WhyNotProps = {
  visit: Visit
  names: Names
  obstacles: readonly Obstacle[]
  invitation?: { invitation: string | null; code: string | null } | undefined
  /** The moment after which nobody comes up, when it has passed. */
  ended: Temporal.Instant | null
  zone: string
}

/** Why somebody in the line has no place yet. */
export function WhyNotYet({ visit, names, obstacles, invitation, ended, zone }: WhyNotProps) {
  const words = deskLine[visit.locale]
  if (ended !== null) return <>{words.lineEnded(moment(visit.locale, ended, zone))}</>
  if (obstacles.length === 0) return <>{words.nothingFull}</>
  return (
    <ul>
      {obstacles.map(obstacle => (
        <li>{obstacleWords(visit, names, obstacle, invitation)}</li>
      ))}
    </ul>
  )
}

type PassedProps = {
  visit: Visit
  names: Names
  slug: string
  zone: string
  passed: readonly PassedOver[]
  /** How many are told; the newest. */
  most: number
}

/** The places that went to somebody further back, and what was full for this person at that moment. */
export function PassedOverBy({ visit, names, slug, zone, passed, most }: PassedProps) {
  const { locale } = visit
  const words = deskLine[locale]
  if (passed.length === 0) return <>{words.neverPassed}</>
  const shown = passed.slice(-most).toReversed()
  return (
    <>
      <ul class="close">
        {shown.map(place => {
          const full = place.full.map(({ quota, taken, capacity }) =>
            words.fullThen(quotaName(locale, names, quota), taken, capacity),
          )
          const when = shortMoment(locale, place.at, zone)
          return (
            <li>
              <a href={`/${locale}/desk/seminars/${slug}/registrations/${place.registrationId}`}>
                {words.passedOn(when)}
              </a>{' '}
              {full.length > 0 ? words.because(list(locale, full)) : words.becauseOther}
            </li>
          )
        })}
      </ul>
      {passed.length > shown.length ? <p class="small">{words.passedMore(passed.length - shown.length)}</p> : null}
    </>
  )
}
