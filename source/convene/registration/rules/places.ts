import type { Region } from '#ground/people/rules/region.ts'
import type { Category } from './answers.ts'

/** A counter with its conditions: it counts whoever matches each condition that is not null. */
export type Quota = {
  id: string
  key: string
  capacity: number
  taken: number
  /** Places kept for invitations that were not used yet; they are not there for others. */
  held: number
  categories: readonly Category[] | null
  regions: readonly Region[] | null
  territoryId: string | null
}

export type InvitationPlaces = {
  id: string
  /** How many may use it; null for any number. */
  places: number | null
  taken: number
  /** Its places are kept out of the overall quota: they cannot be taken by others. */
  reserved: boolean
}

/** What decides about one person's place, and nothing else about them. */
export type Applicant = {
  category: Category
  region: Region
  territoryId: string | null
  organisationKey: string
  invitationId: string | null
}

/** All the counters of a seminar, as they stand behind its gate. The functions below change it in place. */
export type Places = {
  quotas: Quota[]
  /** At most so many of one organisation; null for no limit. */
  perOrganisation: number | null
  /** Organisation key → places taken. Organisations without a place need not be in it. */
  organisations: Map<string, number>
  invitations: Map<string, InvitationPlaces>
}

/** The counter of the whole seminar. */
export const overall = 'overall'

/** What stands between a person and a place. */
export type Obstacle =
  | { kind: 'quota'; key: string; taken: number; capacity: number }
  | { kind: 'organisation'; taken: number; capacity: number }
  | { kind: 'invitation'; taken: number; capacity: number }

/** Whether a quota counts this person. */
export function counts(quota: Quota, who: Applicant): boolean {
  return (
    (quota.categories === null || quota.categories.includes(who.category)) &&
    (quota.regions === null || quota.regions.includes(who.region)) &&
    (quota.territoryId === null || quota.territoryId === who.territoryId)
  )
}

/** The invitation of a person if one of the places that are kept for it is still free. */
export function reservedFor(places: Places, who: Applicant): InvitationPlaces | null {
  const invitation = invitationOf(places, who)
  if (!invitation?.reserved || invitation.places === null || invitation.taken >= invitation.places) return null
  return invitation
}

/** Whether as many have a place by an invitation as it lets in. */
export function isUsedUp(places: Places, invitationId: string): boolean {
  const found = places.invitations.get(invitationId)
  return found !== undefined && found.places !== null && found.taken >= found.places
}

/**
 * What stands between a person and a place; empty when there is room in each of their quotas. A capacity that was set
 * below what is taken leaves no room until enough places have come back.
 *
 * @param holding what the person holds already, when they change: of the quotas that counted them before, nothing is asked
 */
export function obstacles(places: Places, who: Applicant, holding: Applicant | null = null): Obstacle[] {
  const found: Obstacle[] = []
  const kept = reservedFor(places, who) !== null
  for (const quota of places.quotas) {
    if (!counts(quota, who) || (holding !== null && counts(quota, holding))) continue
    // Whoever uses a place that is kept for them takes the place of the keeping.
    const held = quota.key === overall && kept ? quota.held - 1 : quota.held
    if (quota.taken + held >= quota.capacity)
      found.push({ kind: 'quota', key: quota.key, taken: quota.taken + held, capacity: quota.capacity })
  }
  if (limitsOrganisation(places, who) && holding?.organisationKey !== who.organisationKey) {
    const taken = places.organisations.get(who.organisationKey) ?? 0
    if (taken >= places.perOrganisation) found.push({ kind: 'organisation', taken, capacity: places.perOrganisation })
  }
  if (who.invitationId !== null && holding?.invitationId !== who.invitationId) {
    const invitation = places.invitations.get(who.invitationId)
    if (invitation && invitation.places !== null && invitation.taken >= invitation.places)
      found.push({ kind: 'invitation', taken: invitation.taken, capacity: invitation.places })
  }
  return found
}

/**
 * Takes a place in every counter that counts this person.
 *
 * @returns whether it was one of those kept for their invitation
 */
export function take(places: Places, who: Applicant): { usesReserved: boolean } {
  const usesReserved = reservedFor(places, who) !== null
  move(places, who, 1, usesReserved)
  return { usesReserved }
}

/**
 * Gives a place back. As long as the places of an invitation are kept, what comes back is kept for it again, unless more
 * than its number still use it: the places kept are always those that are not used yet.
 */
export function giveBack(places: Places, who: Applicant): void {
  const invitation = invitationOf(places, who)
  const keptAgain = invitation?.reserved === true && invitation.taken <= (invitation.places ?? 0)
  move(places, who, -1, keptAgain)
}

/**
 * What becomes of the places when somebody who has one goes on with it under other conditions. Of a counter that does
 * not rise by it, nothing is asked, even when it is fuller than it should be.
 *
 * @returns what stands in the way; when nothing does, `after` is how the places then are
 */
export function moveTo(
  places: Places,
  from: Applicant,
  to: Applicant,
): { obstacles: Obstacle[]; after: Places; usesReserved: boolean } {
  const after = structuredClone(places)
  giveBack(after, from)
  const { usesReserved } = take(after, to)
  const found: Obstacle[] = []
  for (const [index, quota] of places.quotas.entries()) {
    const now = after.quotas[index] as Quota
    const taken = quota.taken + quota.held
    if (now.taken + now.held > taken && taken >= quota.capacity)
      found.push({ kind: 'quota', key: quota.key, taken, capacity: quota.capacity })
  }
  if (limitsOrganisation(places, to) && to.organisationKey !== from.organisationKey) {
    const taken = places.organisations.get(to.organisationKey) ?? 0
    if (taken >= places.perOrganisation) found.push({ kind: 'organisation', taken, capacity: places.perOrganisation })
  }
  const invitation = to.invitationId === from.invitationId ? undefined : invitationOf(places, to)
  if (invitation && invitation.places !== null && invitation.taken >= invitation.places)
    found.push({ kind: 'invitation', taken: invitation.taken, capacity: invitation.places })
  return { obstacles: found, after, usesReserved }
}

/** How many places an invitation keeps out of the overall quota: those that nobody uses yet. */
export const keptFor = ({ places, taken, reserved }: Omit<InvitationPlaces, 'id'>): number =>
  reserved && places !== null ? Math.max(0, places - taken) : 0

function move(places: Places, who: Applicant, by: 1 | -1, withReserve: boolean): void {
  for (const quota of places.quotas) {
    if (!counts(quota, who)) continue
    quota.taken += by
    if (quota.key === overall && withReserve) quota.held -= by
  }
  if (limitsOrganisation(places, who))
    places.organisations.set(who.organisationKey, (places.organisations.get(who.organisationKey) ?? 0) + by)
  const invitation = invitationOf(places, who)
  if (invitation) invitation.taken += by
}

const invitationOf = (places: Places, { invitationId }: Applicant): InvitationPlaces | undefined =>
  invitationId === null ? undefined : places.invitations.get(invitationId)

// Of somebody who was erased the organisation is not known any more: no limit counts them.
const limitsOrganisation = (places: Places, who: Applicant): places is Places & { perOrganisation: number } =>
  places.perOrganisation !== null && who.organisationKey !== ''

/** Whether two people want places that the same full counter keeps from them. */
export function competeFor(places: Places, full: readonly Obstacle[], me: Applicant, other: Applicant): boolean {
  return full.some(obstacle => {
    if (obstacle.kind === 'organisation') return other.organisationKey === me.organisationKey
    if (obstacle.kind === 'invitation') return other.invitationId === me.invitationId
    const quota = places.quotas.find(({ key }) => key === obstacle.key)
    return quota !== undefined && counts(quota, other)
  })
}

/** People who wait and are alike in all that decides: counted, not listed. */
export type Crowd = Applicant & { priority: number; people: number }

/**
 * The rank of somebody who waits: the people ahead of them who compete for the same places, plus one. Whoever waits for
 * something else is not in their way.
 *
 * @param ahead those ahead in the line, by likeness
 */
export function rankBehind(places: Places, me: Applicant, ahead: readonly Crowd[]): number {
  const full = obstacles(places, me)
  return 1 + ahead.reduce((sum, crowd) => sum + (competeFor(places, full, me, crowd) ? crowd.people : 0), 0)
}
