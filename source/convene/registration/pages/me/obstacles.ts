import type { OwnMessages } from '#convene/messages/own.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { type MultilingualText, wordsOf } from '#ground/languages/text.ts'
import { type Obstacle, overall } from '../../rules/places.ts'

/** What stands between somebody and a place, as they are told it: “Universities: 30 of 30 taken”. */
export function obstacleInWords(
  w: Pick<OwnMessages, 'obstacles'>,
  locale: Locale,
  names: ReadonlyMap<string, MultilingualText | undefined>,
  obstacle: Obstacle,
): string {
  const { taken, capacity } = obstacle
  if (obstacle.kind !== 'quota') return w.obstacles[obstacle.kind](taken, capacity)
  if (obstacle.key === overall) return w.obstacles.overall(taken, capacity)
  return w.obstacles.quota(wordsOf(names.get(obstacle.key), locale) || obstacle.key, taken, capacity)
}
