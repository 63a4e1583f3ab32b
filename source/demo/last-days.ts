import { acceptOffer } from '#convene/registration/acts/accept-offer.ts'
import { approveRegistrations } from '#convene/registration/acts/approve-registrations.ts'
import { cancelRegistration } from '#convene/registration/acts/cancel-registration.ts'
import { changePlaces, placesVersion } from '#convene/registration/acts/change-places.ts'
import { handOn } from '#convene/registration/acts/hand-on.ts'
import { makeInvitation } from '#convene/registration/acts/make-invitation.ts'
import { refuseRegistrations } from '#convene/registration/acts/refuse-registrations.ts'
import { releaseReserved } from '#convene/registration/acts/release-reserved.ts'
import { type PlacesSettings, readPlacesSettings } from '#convene/registration/store/places-settings.ts'
import type { RegistrationState } from '#convene/store/tables.ts'
import { type Actor, as, job, link, person } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { releaseFinalProgramme } from './final-programme.ts'
import { findDemoPerson } from './persons.ts'
import { between, type Chapter, type GoTo, type SamplePerson, seminarSlug } from './story-kit.ts'

/** The code of a partner that does not exist. */
export const invitationCode = 'JUMELLES18'

const tooFar =
  'Le séminaire s’adresse d’abord aux collectivités, aux universités et aux associations. Merci de votre intérêt.'

type Deed = { at: string; do: () => Promise<unknown> }

/**
 * The two weeks before the deadline, as an office lives through them: people ask, some are examined, a partner gets
 * places that are kept for it, some give theirs back, and the line moves.
 */
export async function lastDays(
  house: House,
  goTo: GoTo,
  crowd: {
    people: readonly SamplePerson[]
    ask: (person: SamplePerson) => Promise<void>
    together: () => Promise<void>
  },
): Promise<void> {
  const organiser = await theOrganiser(house)
  const at = (time: string, act: () => Promise<unknown>): Deed => ({ at: `2018-06-${time}+02:00`, do: act })
  const times = between('2018-06-04T10:20:00+02:00', '2018-06-17T23:38:00+02:00', crowd.people.length)
  const invited = new Set([7, 15, 22].map(index => crowd.people[index]?.email))
  const deeds: Deed[] = [
    ...crowd.people.map((someone, index) => ({
      at: times[index] as string,
      do: () => crowd.ask(invited.has(someone.email) ? { ...someone, invitation: invitationCode } : someone),
    })),
    at('04T10:05:00', () => invitePartner(house, organiser)),
    at('05T11:00:00', async () => {
      const requested = await some(house, 'requested', 8)
      await approveRegistrations(house, organiser, seminarSlug, requested.slice(0, 6))
      await refuseRegistrations(house, organiser, seminarSlug, requested.slice(6), tooFar)
    }),
    at('08T17:30:00', () => cancelSome(house, 'university', 2)),
    at('11T09:15:00', () => handOneOn(house)),
    at('12T10:03:00', () => raise(house, organiser, 'civil-society', 33)),
    at('13T18:01:00', () => releaseReserved(house)),
    at('14T15:40:00', crowd.together),
    at('15T12:20:00', () => cancelSome(house, 'staff', 1)),
  ]
  deeds.sort((a, b) => Temporal.Instant.compare(a.at, b.at))
  for (const deed of deeds) {
    await goTo(deed.at)
    await deed.do()
  }
}

/** Until Wednesday 20 June: registration is closed, the office decides what is left, and freed places still go on. */
export const untilClosed: Chapter = async (house, goTo) => {
  const organiser = await theOrganiser(house)
  await goTo('2018-06-18T09:30:00+02:00')
  const requested = await some(house, 'requested', 100)
  await approveRegistrations(house, organiser, seminarSlug, requested.slice(0, -1))
  await refuseRegistrations(house, organiser, seminarSlug, requested.slice(-1), tooFar)
  // So near the day nobody is to be surprised by a place: it is offered, and whoever can come accepts it.
  await goTo('2018-06-18T17:00:00+02:00')
  await settle(house, organiser, now => ({ ...now, admission: { ...now.admission, promotion: 'offer' } }))
  await goTo('2018-06-19T11:00:00+02:00')
  await releaseFinalProgramme(house, organiser)
  await goTo('2018-06-19T16:45:00+02:00')
  await cancelSome(house, 'elected', 2)
  await cancelSome(house, 'university', 1)
  await goTo('2018-06-20T08:30:00+02:00')
  for (const id of await some(house, 'offered', 1)) await acceptOffer(house, link(id), id)
  await goTo('2018-06-20T09:00:00+02:00')
}

export async function theOrganiser(house: House): Promise<Actor> {
  const id = await findDemoPerson(house, 'organiser')
  if (id === null) throw new Error('the demo has lost its organiser')
  return person(id)
}

async function invitePartner(house: House, organiser: Actor): Promise<void> {
  const made = await makeInvitation(house, organiser, seminarSlug, {
    code: invitationCode,
    label: 'Réseau (fictif) des villes jumelles',
    places: 5,
    reserved: true,
    reservedUntil: Temporal.Instant.from('2018-06-13T18:00:00+02:00'),
    priority: 0,
    withoutApproval: true,
    validUntil: null,
  })
  if (made.outcome !== 'made') throw new Error(`the invitation was not made: ${JSON.stringify(made)}`)
}

const raise = (house: House, organiser: Actor, key: string, capacity: number) =>
  settle(house, organiser, now => ({
    ...now,
    quotas: now.quotas.map(quota => (quota.key === key ? { ...quota, capacity } : quota)),
  }))

/** Changes how places are given, as the organiser's form does. */
async function settle(house: House, organiser: Actor, change: (now: PlacesSettings) => PlacesSettings): Promise<void> {
  const now = await as(house.db, organiser, async tx => {
    const seminar = await tx.selectFrom('space').select('id').where('slug', '=', seminarSlug).executeTakeFirstOrThrow()
    return readPlacesSettings(tx, seminar.id)
  })
  const changed = await changePlaces(house, organiser, seminarSlug, { ...change(now), version: placesVersion(now) })
  if (changed.outcome !== 'changed') throw new Error(`the places were not settled: ${JSON.stringify(changed)}`)
}

async function cancelSome(house: House, category: 'elected' | 'staff' | 'university', count: number): Promise<void> {
  for (const id of await some(house, 'confirmed', count, category)) await cancelRegistration(house, link(id), id)
}

async function handOneOn(house: House): Promise<void> {
  const [id = ''] = await some(house, 'confirmed', 1, 'staff')
  const colleague = { givenName: 'Solange', familyName: 'Trémeur', email: 'solange.tremeur@example.org' }
  const handed = await handOn(house, link(id), id, { ...colleague, language: 'fr' })
  if (handed.outcome !== 'handed-on') throw new Error(`the place was not handed on: ${JSON.stringify(handed)}`)
}

/** The first registrations in a state, in the order in which they came; from the middle for those who cancel. */
async function some(
  house: House,
  state: RegistrationState,
  count: number,
  category?: 'elected' | 'staff' | 'university',
) {
  const rows = await as(house.db, job('demo'), tx =>
    tx
      .selectFrom('registration')
      .select('id')
      .where('state', '=', state)
      .$if(category !== undefined, query => query.where('category', '=', category as 'staff'))
      .orderBy('line')
      .execute(),
  )
  const from = category === undefined ? 0 : Math.floor(rows.length / 2)
  return rows.slice(from, from + count).map(({ id }) => id)
}
