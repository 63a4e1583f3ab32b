import { as, job, type Tx } from '#ground/database/actor.ts'
import type { Role } from '#ground/database/tables.ts'
import type { House } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'

export const demoPersons = ['organiser', 'translator', 'steward', 'evaluator', 'administrator', 'keeper'] as const
export type DemoPerson = (typeof demoPersons)[number]

/** The territory whose memory the keeper keeps. */
export const keptTerritory = 'brecourt-sur-loire'

type About = {
  given: string
  family: string
  language: Locale
  role: Role
  scope: 'installation' | 'network' | 'seminar' | 'territory'
  /** Where their work begins, when not at the desk. */
  opens?: string
}

/** Invented people, one for each way of working with Perenne. */
export const aboutPerson: Record<DemoPerson, About> = {
  organiser: { given: 'Maïwenn', family: 'Castellane', language: 'fr', role: 'organiser', scope: 'network' },
  translator: { given: 'Julián', family: 'Otero Prats', language: 'es', role: 'translator', scope: 'seminar' },
  steward: { given: 'Bintou', family: 'Lacombe', language: 'fr', role: 'door_steward', scope: 'seminar' },
  evaluator: { given: 'Nora', family: 'Ashgrove', language: 'en', role: 'evaluator', scope: 'network' },
  administrator: {
    given: 'Iracema',
    family: 'Vasques',
    language: 'pt',
    role: 'administrator',
    scope: 'installation',
    opens: '/administration',
  },
  keeper: {
    given: 'Solène',
    family: 'Gaudry',
    language: 'fr',
    role: 'territory_editor',
    scope: 'territory',
    opens: `/territories/${keptTerritory}`,
  },
}

export const isDemoPerson = (value: unknown): value is DemoPerson => (demoPersons as readonly unknown[]).includes(value)

const addressOf = (person: DemoPerson) => `${person}@example.org`

/** Makes some of the demo's people and gives them their rights, each for the space that is theirs. */
export async function makeDemoPersons(house: House, keys: readonly DemoPerson[], seminarSlug: string): Promise<void> {
  await as(house.db, job('demo'), async tx => {
    for (const key of keys) {
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
          space_id: await spaceOf(tx, about.scope, seminarSlug),
          space_kind: about.scope,
          reason: 'Démonstration',
        })
        .execute()
    }
  })
}

async function spaceOf(tx: Tx, scope: About['scope'], seminarSlug: string): Promise<string> {
  const slug = { installation: 'installation', territory: keptTerritory, seminar: seminarSlug, network: seminarSlug }[
    scope
  ]
  const found = await tx
    .selectFrom('space')
    .select(['id', 'parent_id'])
    .where('kind', '=', scope === 'network' ? 'seminar' : scope)
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow()
  if (scope !== 'network') return found.id
  if (found.parent_id === null) throw new Error('The seminar of the demo has no network.')
  return found.parent_id
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
