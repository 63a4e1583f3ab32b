import { lettersMails, lettersRoutes } from '#convene/letters/index.ts'
import type { Room } from '#ground/house.ts'
import type { TestHouse } from '../../support/house.ts'
import { actRooms, query, registered, type TestSeminar } from '../registration/acts-support.ts'

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
