import { ownPage } from '#convene/messages/own.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { type MultilingualText, wordsOf } from '#ground/languages/text.ts'
import { type Obstacle, overall } from '../../rules/places.ts'

/** How the two obstacles that are somebody's own are told; to whom they are not their own, in other words. */
export type OwnObstacles = Record<'organisation' | 'invitation', (taken: number, capacity: number) => string>

/** What stands between somebody and a place, as they are told it: “Universities: 30 of 30 taken”. */
export function obstacleInWords(
  locale: Locale,
  names: ReadonlyMap<string, MultilingualText | undefined>,
  obstacle: Obstacle,
  own: OwnObstacles = ownPage[locale].obstacles,
): string {
  const { taken, capacity } = obstacle
  const { obstacles } = ownPage[locale]
  if (obstacle.kind !== 'quota') return own[obstacle.kind](taken, capacity)
  if (obstacle.key === overall) return obstacles.overall(taken, capacity)
  return obstacles.quota(wordsOf(names.get(obstacle.key), locale) || obstacle.key, taken, capacity)
}
