import { issueLetters, lettersMails, lettersRoutes } from '#convene/letters/index.ts'
import { person } from '#ground/database/actor.ts'
import type { Room } from '#ground/house.ts'
import type { TestHouse } from '../../support/house.ts'
import { actRooms, makeSeminar, query, registered, signedIn, type TestSeminar } from '../registration/acts-support.ts'

export const rooms: readonly Room[] = [...actRooms, { name: 'letters', routes: lettersRoutes, mails: lettersMails }]

/** Before the deadline, on the day, and the day after. */
export const june = '2018-06-05T10:00:00Z'
export const dayAfter = '2018-07-06T09:00:00Z'

/** So many people with a confirmed place, registered in June; the clock is then on the day after the seminar. */
export async function people(house: TestHouse, seminar: TestSeminar, count: number): Promise<string[]> {
  await house.setClock(june)
  const ids: string[] = []
  for (let n = 1; n <= count; n++) {
    ids.push(await registered(house, seminar, { familyName: `Nº ${n}`, email: `p${n}-${seminar.slug}@example.org` }))
  }
  await house.setClock(dayAfter)
  return ids
}

export type LetterRow = {
  id: string
  number: number
  registration_id: string
  issued_by: string | null
  withdrawn_at: Date | null
  withdrawn_by: string | null
}

export const lettersOf = (house: TestHouse, seminar: TestSeminar) =>
  query<LetterRow>(house, 'select * from perenne.attendance_letter where seminar_id = $1 order by number', [seminar.id])

export const mailsOf = (house: TestHouse, seminar: TestSeminar) =>
  query<{ id: string; language: string; data: { letter: string; registration: string } }>(
    house,
    `select id, language, data from perenne.mail where space_id = $1 and template = 'attendance-letter' order by created_at`,
    [seminar.id],
  )

export const desk = (seminar: TestSeminar, below = '') => `/en/desk/seminars/${seminar.slug}/letters${below}`
export const ownPath = (house: TestHouse, registration: string, l = 'pt') =>
  `/${l}/me/${house.keys.sign('registration', registration)}/letter.pdf`

/** What a browser gets, signed in or not. */
export async function ask(house: TestHouse, path: string, cookie?: string) {
  const response = await house.ask(path, cookie ? { headers: { cookie } } : {})
  return { status: response.status, html: await response.text(), headers: response.headers }
}

/** A seminar the day after, with so many confirmed people and its organiser. */
export async function scene(house: TestHouse, count: number) {
  await house.setClock(june)
  const seminar = await makeSeminar(house, { capacity: 50 })
  const { personId, cookie } = await signedIn(house, 'organiser', seminar.id)
  const ids = await people(house, seminar, count)
  return { seminar, cookie, ids, actor: person(personId) }
}

/** The same, and each has their letter. */
export async function issued(house: TestHouse, count = 1) {
  const made = await scene(house, count)
  await issueLetters(house, made.actor, made.seminar.slug, 'all')
  const letters = await lettersOf(house, made.seminar)
  return { ...made, letters, letter: letters[0]?.id ?? '' }
}
