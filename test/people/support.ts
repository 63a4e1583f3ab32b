import { as, job } from '../../source/ground/database/actor.ts'
import type { Role, SpaceKind } from '../../source/ground/database/tables.ts'
import type { Room } from '../../source/ground/house.ts'
import { installationSpace, peopleMails, peopleMenu, peopleRoutes } from '../../source/ground/people/index.ts'
import { openSession, sessionCookie } from '../../source/ground/people/session.ts'
import type { TestHouse } from '../support/house.ts'

export const peopleRoom: Room = { name: 'ground', routes: peopleRoutes, mails: peopleMails, menu: peopleMenu }

/** Someone with an account, made as the program makes them. */
export async function makePerson(house: TestHouse, email: string, names = ['Ana', 'Souza'], language = 'en') {
  return as(house.db, job('test'), async tx => {
    const [given_name = '', family_name = ''] = names
    const values = { given_name, family_name, email, language, has_account: true }
    return (await tx.insertInto('person').values(values).returning('id').executeTakeFirstOrThrow()).id
  })
}

export async function makeSpace(house: TestHouse, kind: SpaceKind, slug: string, parent = installationSpace) {
  return as(house.db, job('test'), async tx => {
    const row = await tx
      .insertInto('space')
      .values({ kind, slug, parent_id: parent })
      .returning('id')
      .executeTakeFirstOrThrow()
    return row.id
  })
}

export async function giveRole(
  house: TestHouse,
  personId: string,
  role: Role,
  spaceKind: SpaceKind,
  spaceId = installationSpace,
) {
  return as(house.db, job('test'), async tx => {
    const values = { person_id: personId, role, space_id: spaceId, space_kind: spaceKind, reason: 'the test needs it' }
    return (await tx.insertInto('access_right').values(values).returning('id').executeTakeFirstOrThrow()).id
  })
}

/** The headers of a browser in which this person is signed in. */
export async function signedIn(house: TestHouse, personId: string) {
  const { token } = await openSession(house.db, personId)
  return { headers: { cookie: `${sessionCookie}=${token}` } }
}

export async function cookieOf(response: Response): Promise<string> {
  const cookies = response.headers.getSetCookie().filter(cookie => cookie.startsWith(sessionCookie))
  return cookies.at(-1)?.split(';')[0] ?? ''
}

/** The words of the newest mail to a person, put together as the sender does. */
export async function newestMail(house: TestHouse, personId: string) {
  return as(house.db, job('test'), async tx => {
    const mail = await tx
      .selectFrom('mail')
      .selectAll()
      .where('person_id', '=', personId)
      .orderBy('created_at', 'desc')
      .executeTakeFirst()
    const to = await tx.selectFrom('person').selectAll().where('id', '=', personId).executeTakeFirstOrThrow()
    if (!mail) return null
    const recipient = {
      id: to.id,
      givenName: to.given_name ?? '',
      familyName: to.family_name ?? '',
      email: to.email ?? '',
    }
    const words = await peopleMails[mail.template]?.words(house, tx, mail.data, mail.language as 'en', recipient)
    return { ...mail, words: words ?? null }
  })
}
