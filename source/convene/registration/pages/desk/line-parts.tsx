import { deskChange } from '#convene/messages/desk-change.ts'
import { deskLine } from '#convene/messages/desk-line.ts'
import { registration } from '#convene/messages/registration.ts'
import type { Visit } from '#ground/house.ts'
import { list, moment, shortMoment } from '#ground/languages/format.ts'
import type { MultilingualText } from '#ground/languages/text.ts'
import { type Obstacle, overall } from '../../rules/places.ts'
import type { GivenTo } from '../../store/desk-line.ts'
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
  passed: readonly GivenTo[]
  /** How many are told; the newest. */
  most: number
}

/** Who got a place from further back in the line; what was full for this person is told once for all of the same reason. */
export function PassedOverBy({ visit, names, slug, zone, passed, most }: PassedProps) {
  const { locale } = visit
  const words = deskLine[locale]
  const m = registration[locale]
  if (passed.length === 0) return <>{words.neverPassed}</>
  const shown = passed.slice(-most).toReversed()
  const reasonOf = ({ full }: GivenTo) =>
    full.length === 0
      ? words.becauseOther
      : words.because(
          list(
            locale,
            full.map(({ quota, taken, capacity }) => words.fullThen(quotaName(locale, names, quota), taken, capacity)),
          ),
        )
  return (
    <>
      <ul class="close">
        {[...Map.groupBy(shown, reasonOf)].map(([reason, places]) => (
          <li>
            {places.map(place => (
              <div>
                <a href={`/${locale}/desk/seminars/${slug}/registrations/${place.registrationId}`}>
                  {deskChange[locale].passed(
                    shortMoment(locale, place.at, zone),
                    place.name ?? m.desk.erased,
                    m.categoriesShort[place.category],
                  )}
                </a>
              </div>
            ))}
            <div class="small">{reason}</div>
          </li>
        ))}
      </ul>
      {passed.length > shown.length ? <p class="small">{words.passedMore(passed.length - shown.length)}</p> : null}
    </>
  )
}
