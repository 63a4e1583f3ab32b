import type { Tx } from '#ground/database/actor.ts'
import { type Applicant, type Crowd, obstacles, type Places, rankBehind, take } from '../rules/places.ts'
import type { Hall } from '../store/hall.ts'
import { crowdsInLine } from '../store/line.ts'
import { mayPromote } from './fill-free-places.ts'

/** The counters and the line, as they stand for the next newcomer. */
export type Situation = {
  places: Places
  /** Read when somebody first has to be told a rank; then kept up to date here. */
  line: Crowd[] | null
}

/** Where newcomers are decided about. */
export type Front = {
  tx: Tx
  hall: Hall
  /** Newcomers who are not written yet. */
  added: readonly (Applicant & { priority: number; state: string })[]
}

export type Decided = { state: 'confirmed' | 'waiting' | 'requested'; rank: number | null }

type Invited = { priority: number; withoutApproval: boolean } | null

/** What a newcomer gets: an examination, a place, or the end of the line. Nothing is changed by asking. */
export async function decide(
  front: Front,
  situation: Situation,
  who: Applicant,
  invitation: Invited,
): Promise<Decided> {
  if (front.hall.admission.approvalFor.includes(who.category) && invitation?.withoutApproval !== true)
    return { state: 'requested', rank: null }
  if (obstacles(situation.places, who).length === 0 && !(await othersWereFirst(front, situation)))
    return { state: 'confirmed', rank: null }
  const priority = invitation?.priority ?? 0
  const ahead = (await lineOf(front, situation)).filter(crowd => crowd.priority >= priority)
  return { state: 'waiting', rank: rankBehind(situation.places, who, ahead) }
}

/**
 * Gives the newcomer what was decided: the place, or the end of the line.
 *
 * @returns whether the place is one of those kept for their invitation
 */
export function settle(
  situation: Situation,
  who: Applicant,
  state: string,
  invitation: Pick<NonNullable<Invited>, 'priority'> | null,
): { usesReserved: boolean } {
  if (state === 'confirmed') return take(situation.places, who)
  if (state === 'waiting') joinLine(situation, who, invitation?.priority ?? 0)
  return { usesReserved: false }
}

/** The same counters and line once more, to work out what is told without changing anything. */
export async function copyOf(front: Front, situation: Situation): Promise<Situation> {
  const line = await lineOf(front, situation)
  return structuredClone({ places: situation.places, line })
}

/**
 * Until the cut-off nobody waits who could have a place: whoever frees one gives it on. After it places stay free, and a
 * newcomer must not take what somebody in the line was not given.
 */
async function othersWereFirst(front: Front, situation: Situation): Promise<boolean> {
  if (mayPromote(front.hall)) return false
  return (await lineOf(front, situation)).some(crowd => obstacles(situation.places, crowd).length === 0)
}

async function lineOf({ tx, hall, added }: Front, situation: Situation): Promise<Crowd[]> {
  if (situation.line) return situation.line
  const organisations = situation.places.perOrganisation !== null
  situation.line = await crowdsInLine(tx, hall.seminarId, { organisations })
  // Those of this batch who wait already are not written yet.
  for (const one of added) if (one.state === 'waiting') joinLine(situation, one, one.priority)
  return situation.line
}

/** One more among those who are alike, when the line has been read: it stays as short as people are different. */
function joinLine({ line, places }: Situation, who: Applicant, priority: number): void {
  const { category, region, territoryId, invitationId } = who
  const organisationKey = places.perOrganisation === null ? '' : who.organisationKey
  const alike = line?.find(
    crowd =>
      crowd.category === category &&
      crowd.region === region &&
      crowd.territoryId === territoryId &&
      crowd.invitationId === invitationId &&
      crowd.organisationKey === organisationKey &&
      crowd.priority === priority,
  )
  if (alike) alike.people += 1
  else line?.push({ category, region, territoryId, invitationId, organisationKey, priority, people: 1 })
}
