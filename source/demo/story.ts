import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { register, registerTogether } from '#convene/registration/acts/register.ts'
import { importSeminar } from '#convene/seminar/acts/import-seminar.ts'
import { job } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { programFolder } from '#ground/program.ts'
import { lastDays, theOrganiser } from './last-days.ts'
import { liveMemories } from './memories.ts'
import { approveDemoOrganisations } from './organisations.ts'
import { demoPersons, makeDemoPersons } from './persons.ts'
import { between, type Chapter, type SamplePerson, seminarSlug } from './story-kit.ts'
import { makeDemoTerritories } from './territories.ts'

/** Those who were there before the seminar. */
const early = ['administrator', 'keeper'] as const

/** Of the people in samples/registrants.yaml, so many ask before the morning of 4 June; the last four come in one form. */
const askBeforeOpening = 176
const delegation = 4

const sample = (name: string) => readFile(new URL(`samples/${name}`, programFolder), 'utf8')
const everybody = async () => parse(await sample('registrants.yaml')) as SamplePerson[]

/** Until Monday 4 June 2018, 9:00: three memories are kept for years, the seminar is announced, and people ask for places. */
export const untilOpening: Chapter = async (house, goTo) => {
  await goTo('2015-09-01T09:00:00+02:00')
  await makeDemoPersons(house, ['administrator'], seminarSlug)
  await makeDemoTerritories(house)
  await makeDemoPersons(house, ['keeper'], seminarSlug)
  await liveMemories(house, goTo)
  await goTo('2018-05-02T10:00:00+02:00')
  const imported = await importSeminar(house, job('demo'), await sample('seminar-2018.yaml'), {
    locale: 'fr',
    announce: true,
  })
  if (!imported.ok) throw new Error(`samples/seminar-2018.yaml: ${JSON.stringify(imported)}`)
  const later = demoPersons.filter(key => !early.some(one => one === key))
  await makeDemoPersons(house, later, seminarSlug)
  const people = (await everybody()).slice(0, askBeforeOpening)
  const times = between('2018-05-03T08:10:00+02:00', '2018-06-04T08:51:00+02:00', people.length)
  for (const [index, person] of people.entries()) {
    await goTo(times[index] as string)
    await ask(house, person)
  }
  await goTo('2018-06-04T08:54:00+02:00')
  await approveDemoOrganisations(house, await theOrganiser(house))
}

/** Until Sunday 17 June, 23:50: ten minutes before the deadline. */
export const untilLastMinute: Chapter = async (house, goTo) => {
  const later = (await everybody()).slice(askBeforeOpening)
  await lastDays(house, goTo, {
    people: later.slice(0, -delegation),
    ask: person => ask(house, person),
    together: () => askTogether(house, later.slice(-delegation)),
  })
}

async function ask(house: House, person: SamplePerson): Promise<void> {
  const result = await register(house, { ...person, seminar: seminarSlug, origin: 'form' })
  if (result.outcome !== 'registered')
    throw new Error(`samples/registrants.yaml: ${person.email} was not registered (${JSON.stringify(result)})`)
}

async function askTogether(house: House, people: readonly SamplePerson[]): Promise<void> {
  const inputs = people.map((person, index) => ({
    ...person,
    seminar: seminarSlug,
    origin: 'form' as const,
    statedBy: index === 0 ? ('self' as const) : ('delegate' as const),
  }))
  const results = await registerTogether(house, seminarSlug, inputs, null)
  if (results.some(({ outcome }) => outcome !== 'registered'))
    throw new Error(`samples/registrants.yaml: the delegation was not registered (${JSON.stringify(results)})`)
}
