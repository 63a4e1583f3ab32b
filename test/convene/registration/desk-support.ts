import { cancelRegistration } from '#convene/registration/acts/cancel-registration.ts'
import { changePlaces, placesVersion } from '#convene/registration/acts/change-places.ts'
import { makeInvitation } from '#convene/registration/acts/make-invitation.ts'
import { register } from '#convene/registration/index.ts'
import type { Category } from '#convene/registration/rules/answers.ts'
import { type PlacesSettings, readPlacesSettings } from '#convene/registration/store/places-settings.ts'
import { as, job, person } from '#ground/database/actor.ts'
import type { TestHouse } from '../../support/house.ts'
import { answers, makeSeminar, query, signedIn, type TestSeminar } from './support.ts'

/** Settles the places of a seminar as its organiser would, from what they are. */
export async function settle(
  house: TestHouse,
  seminar: TestSeminar,
  organiser: string,
  change: (settings: PlacesSettings) => PlacesSettings,
) {
  const settings = await as(house.db, job('test'), tx => readPlacesSettings(tx, seminar.id))
  return changePlaces(house, person(organiser), seminar.slug, {
    ...change(settings),
    version: placesVersion(settings),
  })
}

export const universities = (capacity: number) => ({
  key: 'universities',
  capacity,
  categories: ['university'] as Category[],
  regions: null,
  territoryId: null,
  position: 2,
  name: { fr: 'Universités', en: 'Universities' },
})

/** A seminar of 4 places, 1 of them for universities, with people in each state and somebody who was passed over. */
export async function filled(house: TestHouse) {
  await house.setClock('2018-06-05T10:00:00Z')
  const seminar = await makeSeminar(house, { capacity: 4 })
  const { personId, cookie } = await signedIn(house, 'organiser', seminar.id)
  await settle(house, seminar, personId, ({ quotas, admission }) => ({
    quotas: [...quotas, universities(1)],
    admission: { ...admission, approvalFor: ['other'] },
  }))
  const invited = await makeInvitation(house, person(personId), seminar.slug, {
    label: 'Réseau des villes',
    code: 'VILLES2018',
    places: 2,
    reserved: true,
    reservedUntil: null,
    validUntil: null,
    priority: 5,
    withoutApproval: true,
  })
  if (invited.outcome !== 'made') throw new Error(`the invitation was not made: ${invited.outcome}`)
  const add = async (familyName: string, category: Category, more: Record<string, string> = {}) => {
    const result = await register(
      house,
      answers(seminar, {
        familyName,
        email: `${familyName.toLowerCase()}@example.org`,
        category,
        organisation: `Organisation ${familyName}`,
        ...more,
      }),
    )
    if (result.outcome === 'refused') throw new Error(`${familyName} was refused: ${result.why}`)
    return result.id
  }
  const ids = {
    invitation: invited.id,
    professor: await add('Professor', 'university'),
    mayor: await add('Mayor', 'elected', { country: 'FR' }),
    waiting: await add('Researcher', 'university', { country: 'GH' }),
    behind: await add('Clerk', 'staff'),
    requested: await add('Other', 'other'),
    invited: await add('Invited', 'staff', { invitation: 'VILLES2018' }),
  }
  await house.setClock('2018-06-12T08:03:00Z')
  // The mayor leaves: the researcher is first in line, and universities are full.
  await cancelRegistration(house, person(personId), ids.mayor, { reason: 'On mission that day' })
  await query(
    house,
    `update perenne.mail set state = 'failed', attempts = 8 where person_id = (
    select person_id from perenne.registration where id = $1)`,
    [ids.behind],
  )
  return { seminar, personId, cookie, ids }
}
