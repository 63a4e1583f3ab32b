import type { Tx } from '#ground/database/actor.ts'
import type { MultilingualText } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import { type Crowd, counts, type Places } from '../rules/places.ts'
import { viewPlaces } from './hall-view.ts'
import { crowdsInLine } from './line.ts'

/** The places of a seminar with the names of their quotas by key; `overall` has none, its name is in the messages. */
export type NamedPlaces = { places: Places; names: ReadonlyMap<string, MultilingualText | undefined> }

/** The places as they stand, for a page, and how the quotas are called. Four queries, five with a limit per organisation. */
export async function namedPlaces(tx: Tx, seminarId: string): Promise<NamedPlaces> {
  const places = await viewPlaces(tx, seminarId)
  const texts = await textsOf(
    tx,
    places.quotas.map(({ id }) => id),
  )
  return { places, names: new Map(places.quotas.map(({ id, key }) => [key, texts.get(id)?.name])) }
}

/** The same with how many people of the line each quota counts, by its key: one query more. */
export async function placesAndLine(tx: Tx, seminarId: string) {
  const named = await namedPlaces(tx, seminarId)
  const line = await crowdsInLine(tx, seminarId, { organisations: false })
  return { ...named, waiting: waitingFor(named.places, line) }
}

const waitingFor = ({ quotas }: Places, line: readonly Crowd[]) =>
  new Map(
    quotas.map(quota => [quota.key, line.reduce((sum, crowd) => sum + (counts(quota, crowd) ? crowd.people : 0), 0)]),
  )
