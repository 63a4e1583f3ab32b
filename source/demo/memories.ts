import { readFile } from 'node:fs/promises'
import { type Actor, as, job, person } from '#ground/database/actor.ts'
import type { Role } from '#ground/database/tables.ts'
import type { House } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { programFolder } from '#ground/program.ts'
import { loadMemories } from '#remember/acts/load-memory.ts'
import { findDemoPerson, keptTerritory } from './persons.ts'
import type { GoTo } from './story-kit.ts'
import { memoryNetwork } from './territories.ts'

/** Who kept a memory when, besides those whom one can enter as. None exists; none can sign in without a link by mail. */
type Scribe = {
  slug: string
  given: string
  family: string
  language: Locale
  role: Role
  email: string
  until?: string
}
const scribes: readonly Scribe[] = [
  {
    slug: keptTerritory,
    given: 'Hélène',
    family: 'Vasseur',
    language: 'fr',
    role: 'territory_editor',
    email: 'h.vasseur.mairie@example.org',
    until: '2016-08-31',
  },
  {
    slug: 'puerto-almendro',
    given: 'Carmen Gloria',
    family: 'Astorga Vera',
    language: 'es',
    role: 'territory_editor',
    email: 'secretaria.municipal@example.org',
  },
  {
    slug: memoryNetwork.slug,
    given: 'Inés',
    family: 'Robledo',
    language: 'es',
    role: 'organiser',
    email: 'secretaria.red@example.org',
  },
]
const fileNamed = (name: string) => readFile(new URL(`samples/documents/${name}`, programFolder)).catch(() => null)

/** The last day on which a memory is written before the seminar is announced. */
const lastDay = Temporal.PlainDate.from('2018-04-30')

/** From the autumn of 2015 on: two territories and a network write their memories down, day after day. */
export async function liveMemories(house: House, goTo: GoTo): Promise<void> {
  const accounts = await makeScribes(house)
  const keeper = await findDemoPerson(house, 'keeper')
  if (keeper === null) throw new Error('the demo has lost its keeper')
  const keeperOf =
    (slug: string) =>
    (day: Temporal.PlainDate): Actor => {
      const scribe = scribes.find(one => one.slug === slug)
      const account = accounts.get(slug)
      const left = scribe?.until !== undefined && Temporal.PlainDate.compare(day, scribe.until) >= 0
      return person(left || account === undefined ? keeper : account)
    }
  const files = await Promise.all(
    scribes.map(async ({ slug }) => {
      const name = `samples/memory-${slug}.yaml`
      const text = await readFile(new URL(name, programFolder), 'utf8')
      return { name, text, who: keeperOf(slug), fileNamed }
    }),
  )
  await loadMemories(house, files, goTo, lastDay)
}

async function makeScribes(house: House): Promise<Map<string, string>> {
  return as(house.db, job('demo'), async tx => {
    const made = new Map<string, string>()
    for (const { slug, given, family, language, role, email, until } of scribes) {
      const { id } = await tx
        .insertInto('person')
        .values({ given_name: given, family_name: family, email, language, has_account: true })
        .returning('id')
        .executeTakeFirstOrThrow()
      const space = await tx
        .selectFrom('space')
        .select(['id', 'kind'])
        .where('slug', '=', slug)
        .where('kind', 'in', ['territory', 'network'])
        .executeTakeFirstOrThrow()
      await tx
        .insertInto('access_right')
        .values({
          person_id: id,
          role,
          space_id: space.id,
          space_kind: space.kind,
          reason: 'Démonstration',
          ...(until === undefined ? {} : { ends_at: `${until}T18:00:00Z` }),
        })
        .execute()
      made.set(slug, id)
    }
    return made
  })
}
