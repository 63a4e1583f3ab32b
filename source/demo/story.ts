import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { type RegistrationInput, register } from '#convene/registration/acts/register.ts'
import { importSeminar } from '#convene/seminar/acts/import-seminar.ts'
import { job } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { programFolder } from '#ground/program.ts'

import { makeDemoPersons } from './persons.ts'

/** The files the demo is made from. */
export const sampleFiles = ['seminar-2018.yaml', 'registrants.yaml']
export const seminarSlug = 'vers-une-action-internationale-durable'

/** How many have their place on the morning of 4 June. */
const confirmedAtOpening = 142

const sample = (name: string) => readFile(new URL(`samples/${name}`, programFolder), 'utf8')

/** Lives through the story up to the opening, with the real acts, each at its own time. */
export async function liveThrough(house: House, goTo: (instant: string) => Promise<void>): Promise<void> {
  await goTo('2018-05-02T10:00:00+02:00')
  const imported = await importSeminar(house, job('demo'), await sample('seminar-2018.yaml'), {
    locale: 'fr',
    announce: true,
  })
  if (!imported.ok) throw new Error(`samples/seminar-2018.yaml: ${JSON.stringify(imported)}`)
  await makeDemoPersons(house, seminarSlug)
  await registerAll(house, goTo)
}

async function registerAll(house: House, goTo: (instant: string) => Promise<void>): Promise<void> {
  const people = (parse(await sample('registrants.yaml')) as Omit<RegistrationInput, 'seminar' | 'origin'>[]).slice(
    0,
    confirmedAtOpening,
  )
  const first = Temporal.Instant.from('2018-05-03T08:10:00+02:00')
  const last = Temporal.Instant.from('2018-06-04T08:51:00+02:00')
  const step = first.until(last).total('seconds') / (people.length - 1)
  for (const [index, person] of people.entries()) {
    // Not one every four and a half hours, as a clock would: more by day, in small groups.
    const wobble = ((index * 7919) % 97) * 60
    const at = index === people.length - 1 ? last : first.add({ seconds: Math.round(index * step) + wobble })
    await goTo(at.toString())
    const result = await register(house, { ...person, seminar: seminarSlug, origin: 'form' })
    if (result.outcome !== 'registered')
      throw new Error(`samples/registrants.yaml: ${person.email} was not registered (${JSON.stringify(result)})`)
  }
}
