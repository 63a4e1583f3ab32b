import { randomUUID } from 'node:crypto'
import '#convene/store/tables.ts'
import { giveUpPlaces } from '#convene/registration/acts/give-up-places.ts'
import { registrationJobs } from '#convene/registration/acts/jobs.ts'
import { type RegistrationInput, register } from '#convene/registration/acts/register.ts'
import { type OwnRegistration, readOwn } from '#convene/registration/store/own.ts'
import type { Region, RegistrationCategory } from '#convene/store/tables.ts'
import { as, job, link } from '#ground/database/actor.ts'
import type { Role } from '#ground/database/tables.ts'
import type { Room } from '#ground/house.ts'
import { writeTexts } from '#ground/languages/texts.ts'
import { openSession, sessionCookie } from '#ground/people/session.ts'
import type { TestHouse } from '../../support/house.ts'
import { disagreementsOf } from './disagreements.ts'

/** The room without its pages: what acts need. */
export const actRooms: readonly Room[] = [
  {
    name: 'registration',
    routes: [],
    jobs: registrationJobs,
    beforeErasing: (tx, _house, personIds) => giveUpPlaces(tx, personIds),
  },
]

export type TestSeminar = {
  id: string
  slug: string
  network: string
  consents: { required: string; optional: string }
}

/** A public seminar with two consents; open at the moments the tests set (5 June 2018). */
export async function makeSeminar(
  house: Pick<TestHouse, 'db'>,
  given: {
    capacity?: number | null
    visibility?: 0 | 1 | 2
    opens?: string
    closes?: string
    cancelled?: string
    /** Besides the one of the whole seminar. */
    quotas?: { key: string; capacity: number; categories?: RegistrationCategory[]; regions?: Region[] }[]
    admission?: {
      approval_for?: RegistrationCategory[]
      per_organisation?: number | null
      promotion?: 'direct' | 'offer'
      offer_hours?: number
      promote_until?: string
      change_until?: string
    }
  } = {},
): Promise<TestSeminar> {
  const slug = `s-${randomUUID().slice(0, 8)}`
  return as(house.db, job('test'), async tx => {
    const space = (kind: 'network' | 'seminar', parent: string, visibility: 0 | 1 | 2) =>
      tx
        .insertInto('space')
        .values({ kind, parent_id: parent, slug: kind === 'seminar' ? slug : `n-${slug}`, visibility })
        .returning('id')
        .executeTakeFirstOrThrow()
    const visibility = given.visibility ?? 2
    const network = await space('network', '00000000-0000-4000-8000-000000000001', 2)
    const { id } = await space('seminar', network.id, visibility)
    await tx
      .insertInto('seminar')
      .values({
        id,
        visibility,
        network_id: network.id,
        source_language: 'fr',
        languages: ['fr', 'es', 'pt', 'en'],
        held_on: '2018-07-05',
        hours_from: '09:00',
        hours_to: '17:30',
        time_zone: 'Europe/Paris',
        venue_address: '5 rue Lobau, 75004 Paris',
        venue_country: 'FR',
        registration_closes_at: given.closes ?? '2018-06-17T21:59:59Z',
        ...(given.opens ? { registration_opens_at: given.opens } : {}),
        ...(given.cancelled ? { cancelled_at: given.cancelled } : {}),
      })
      .execute()
    if (given.capacity !== null) {
      const capacity = given.capacity ?? 10
      await tx.insertInto('quota').values({ seminar_id: id, key: 'overall', capacity, ceiling: capacity }).execute()
    }
    for (const [index, quota] of (given.quotas ?? []).entries())
      await tx
        .insertInto('quota')
        .values({ seminar_id: id, position: index + 1, ...quota })
        .execute()
    if (given.admission)
      await tx
        .insertInto('admission')
        .values({ seminar_id: id, ...given.admission })
        .execute()
    const consent = (key: string, required: boolean, position: number) =>
      tx
        .insertInto('consent')
        .values({ seminar_id: id, key, required, position })
        .returning('id')
        .executeTakeFirstOrThrow()
    const required = (await consent('data', true, 1)).id
    const optional = (await consent('participants-list', false, 2)).id
    await tx
      .insertInto('seminar_contact')
      .values({ seminar_id: id, email: 'seminaire@example.org', position: 1 })
      .execute()
    const text = (table: string, record: string, field: string, bodies: Record<string, string>) => ({
      table,
      id: record,
      field,
      source: 'fr' as const,
      bodies,
    })
    await writeTexts(tx, [
      text('seminar', id, 'title', { fr: 'Vers une action durable', en: 'Towards lasting action' }),
      text('seminar', id, 'venue_name', { fr: 'Hôtel de Ville' }),
      text('consent', required, 'text', { fr: 'Usage des données', en: 'Use of the data' }),
      text('consent', optional, 'text', { fr: 'Liste des personnes' }),
    ])
    return { id, slug, network: network.id, consents: { required, optional } }
  })
}

/** What a person answers, ready for the act. */
export function answers(seminar: TestSeminar, given: Partial<RegistrationInput> = {}): RegistrationInput {
  return {
    seminar: seminar.slug,
    origin: 'api',
    givenName: 'Ana',
    familyName: 'Duarte',
    email: 'ana@example.org',
    category: 'staff',
    organisation: 'Prefeitura de Rio Claro',
    country: 'BR',
    language: 'pt',
    consents: ['data'],
    ...given,
  }
}

/** A signed-in person with a right, as the cookie of their browser. */
export async function signedIn(
  house: TestHouse,
  role: Role | null,
  spaceId: string,
  kind: 'seminar' | 'network' = 'seminar',
) {
  const personId = randomUUID()
  await as(house.db, job('test'), async tx => {
    await tx
      .insertInto('person')
      .values({
        id: personId,
        given_name: 'Omar',
        family_name: 'Office',
        email: `${personId}@example.org`,
        language: 'en',
        has_account: true,
      })
      .execute()
    if (role) {
      await tx
        .insertInto('access_right')
        .values({
          person_id: personId,
          role,
          space_id: spaceId,
          space_kind: kind,
          reason: 'test',
          starts_at: '2018-01-01T00:00:00Z',
        })
        .execute()
    }
  })
  const { token } = await openSession(house.db, personId)
  return { personId, cookie: `${sessionCookie}=${token}` }
}

export async function query<T>(house: TestHouse, text: string, values: unknown[] = []): Promise<T[]> {
  return (await house.database.owner.query(text, values)).rows as T[]
}

/** Counters beside a recount, and the mails of a seminar: what must always agree. */
export async function count(house: TestHouse, seminarId: string) {
  const [row] = await query<Record<'taken' | 'confirmed' | 'waiting' | 'mails' | 'people', number>>(
    house,
    `select (select taken from perenne.quota where seminar_id = $1 and key = 'overall') as taken,
            count(*) filter (where state = 'confirmed')::int as confirmed,
            count(*) filter (where state = 'waiting')::int as waiting,
            (select count(*)::int from perenne.mail where space_id = $1) as mails,
            count(distinct person_id)::int as people
     from perenne.registration where seminar_id = $1`,
    [seminarId],
  )
  return row as NonNullable<typeof row>
}

/** Registers somebody of this address and says which registration it is. */
export async function registered(
  house: TestHouse,
  seminar: TestSeminar,
  given: Partial<RegistrationInput> = {},
): Promise<string> {
  const result = await register(house, answers(seminar, given))
  if (result.outcome !== 'registered') throw new Error(JSON.stringify(result))
  return result.id
}

export async function stateOf(house: TestHouse, id: string): Promise<string> {
  const [row] = await query<{ state: string }>(house, 'select state from perenne.registration where id = $1', [id])
  return row?.state ?? 'none'
}

/** The mails about a registration, by their template, the first first. */
export async function mailsAbout(house: TestHouse, id: string): Promise<string[]> {
  const rows = await query<{ template: string }>(
    house,
    `select template from perenne.mail where data->>'registration' = $1 order by created_at, template`,
    [id],
  )
  return rows.map(row => row.template)
}

/** What is there of a registration, as its holder reads it. */
export async function ownOf(house: TestHouse, id: string): Promise<OwnRegistration> {
  const own = await as(house.db, link(id), tx => readOwn(tx, id))
  if (own === null) throw new Error('gone')
  return own
}

/** Where counters and a recount disagree now; empty when all is well. */
export async function disagreements(house: { database: TestHouse['database'] }, seminarId: string) {
  return (await house.database.owner.query(disagreementsOf, [seminarId])).rows
}
