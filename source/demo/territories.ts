import { as, job, person } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { saveSpace } from '#ground/people/acts/save-space.ts'
import { findDemoPerson } from './persons.ts'

/** Invented territories of both shores, so that somebody who registers can find theirs. */
const territories = [
  { slug: 'clairfontaine', name: 'Clairfontaine', country: 'CH', government: 'municipality', source: 'fr' },
  {
    slug: 'brecourt-sur-loire',
    name: 'Brécourt-sur-Loire',
    country: 'FR',
    government: 'municipality',
    source: 'fr',
    // The sum is right, and the number nobody’s: no department has 99.
    identifiers: 'SIRET: 21990001600011',
  },
  { slug: 'haute-lisiere', name: 'Haute-Lisière', country: 'FR', government: 'region', source: 'fr' },
  {
    slug: 'serra-do-luar',
    name: 'Serra do Luar',
    country: 'BR',
    government: 'municipality',
    source: 'pt',
    timeZone: 'America/Sao_Paulo',
  },
  {
    slug: 'puerto-almendro',
    name: 'Puerto Almendro',
    country: 'CL',
    government: 'municipality',
    source: 'es',
    timeZone: 'America/Santiago',
  },
  {
    slug: 'loma-azul',
    name: 'Loma Azul',
    country: 'EC',
    government: 'county',
    source: 'es',
    timeZone: 'America/Guayaquil',
  },
] as const

/** An invented network of river cities, which keeps a memory too; its name says that it is invented. */
export const memoryNetwork = {
  slug: 'red-confluencia',
  source: 'es',
  timeZone: 'America/Santiago',
  name: {
    es: 'Red de ciudades de confluencia (ficticia)',
    fr: 'Réseau des villes de confluence (fictif)',
    pt: 'Rede de cidades de confluência (fictícia)',
    en: 'Network of confluence cities (fictitious)',
  },
  members: { 'brecourt-sur-loire': '2010-03-15', 'puerto-almendro': '2008-04-10' },
} as const

/** Makes them as the administrator would, on the page of networks and territories; each is marked as fictitious. */
export async function makeDemoTerritories(house: House): Promise<void> {
  const administrator = await findDemoPerson(house, 'administrator')
  if (administrator === null) throw new Error('the demo has lost its administrator')
  for (const { slug, name, country, government, source, ...more } of territories) {
    const saved = await saveSpace(house, person(administrator), {
      kind: 'territory',
      id: null,
      fields: {
        slug,
        visibility: 'public',
        source,
        [`name-${source}`]: name,
        country,
        timeZone: 'timeZone' in more ? more.timeZone : '',
        government,
        fictitious: 'yes',
        identifiers: 'identifiers' in more ? more.identifiers : '',
      },
      version: null,
      once: { key: null, location: '' },
    })
    if (saved.result !== 'saved') throw new Error(`the territory ${slug} was not made: ${saved.result}`)
  }
  await makeNetwork(house, administrator)
}

async function makeNetwork(house: House, administrator: string): Promise<void> {
  const { slug, source, name, members, timeZone } = memoryNetwork
  const names = Object.fromEntries(Object.entries(name).map(([locale, words]) => [`name-${locale}`, words]))
  const saved = await saveSpace(house, person(administrator), {
    kind: 'network',
    id: null,
    fields: { slug, visibility: 'public', source, timeZone, fictitious: 'yes', ...names },
    version: null,
    once: { key: null, location: '' },
  })
  if (saved.result !== 'saved') throw new Error(`the network ${slug} was not made: ${saved.result}`)
  await as(house.db, job('demo'), async tx => {
    for (const [member, since] of Object.entries(members)) {
      const { id } = await tx
        .selectFrom('space')
        .select('id')
        .where('kind', '=', 'territory')
        .where('slug', '=', member)
        .executeTakeFirstOrThrow()
      await tx
        .insertInto('network_member')
        .values({ space_id: saved.id, member_id: id, visibility: 2, starts_on: since })
        .execute()
    }
  })
}
