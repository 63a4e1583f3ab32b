import { as, job, type Tx } from '#ground/database/actor.ts'
import type { Role } from '#ground/database/tables.ts'
import type { House } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'

export const demoPersons = ['organiser', 'translator', 'steward', 'evaluator', 'administrator'] as const
export type DemoPerson = (typeof demoPersons)[number]

type About = {
  given: string
  family: string
  language: Locale
  role: Role
  scope: 'installation' | 'network' | 'seminar'
}

/** Invented people, one for each way of working with Perenne. */
export const aboutPerson: Record<DemoPerson, About> = {
  organiser: { given: 'Maïwenn', family: 'Castellane', language: 'fr', role: 'organiser', scope: 'network' },
  translator: { given: 'Julián', family: 'Otero Prats', language: 'es', role: 'translator', scope: 'seminar' },
  steward: { given: 'Bintou', family: 'Lacombe', language: 'fr', role: 'door_steward', scope: 'seminar' },
  evaluator: { given: 'Nora', family: 'Ashgrove', language: 'en', role: 'evaluator', scope: 'network' },
  administrator: { given: 'Iracema', family: 'Vasques', language: 'pt', role: 'administrator', scope: 'installation' },
}

export const isDemoPerson = (value: unknown): value is DemoPerson => (demoPersons as readonly unknown[]).includes(value)

const addressOf = (person: DemoPerson) => `${person}@example.org`

/** Makes the demo's people and gives them their rights, for the seminar and the network it belongs to. */
export async function makeDemoPersons(house: House, seminarSlug: string): Promise<void> {
  await as(house.db, job('demo'), async tx => {
    const spaces = await spacesOf(tx, seminarSlug)
    for (const key of demoPersons) {
      const about = aboutPerson[key]
      const person = await tx
        .insertInto('person')
        .values({
          given_name: about.given,
          family_name: about.family,
          email: addressOf(key),
          language: about.language,
          has_account: true,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      await tx
        .insertInto('access_right')
        .values({
          person_id: person.id,
          role: about.role,
          space_id: spaces[about.scope],
          space_kind: about.scope,
          reason: 'Démonstration',
        })
        .execute()
    }
  })
}

async function spacesOf(tx: Tx, slug: string): Promise<Record<About['scope'], string>> {
  const seminar = await tx
    .selectFrom('space')
    .select(['id', 'parent_id'])
    .where('kind', '=', 'seminar')
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow()
  const installation = await tx
    .selectFrom('space')
    .select('id')
    .where('kind', '=', 'installation')
    .executeTakeFirstOrThrow()
  if (seminar.parent_id === null) throw new Error('The seminar of the demo has no network.')
  return { installation: installation.id, network: seminar.parent_id, seminar: seminar.id }
}

/** The account of a demo person. */
export async function findDemoPerson(house: House, person: DemoPerson): Promise<string | null> {
  const row = await as(house.db, job('demo'), tx =>
    tx
      .selectFrom('person')
      .select('id')
      .where('email_folded', '=', addressOf(person))
      .where('has_account', '=', true)
      .executeTakeFirst(),
  )
  return row?.id ?? null
}
