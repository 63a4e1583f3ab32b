import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cancelSeminar } from '#convene/life/acts/cancel-seminar.ts'
import { postponeSeminar } from '#convene/life/acts/postpone-seminar.ts'
import { register } from '#convene/registration/acts/register.ts'
import { importSeminar } from '#convene/seminar/acts/import-seminar.ts'
import { job } from '#ground/database/actor.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { noticesIn, query, rooms, seminarRow, tellingsIn } from './support.ts'

let house: TestHouse
let yaml: string
const slug = 'vers-une-action-internationale-durable'
const program = job('test')
beforeAll(async () => {
  house = await openTestHouse(rooms)
  await house.setClock('2018-06-04T08:00:00Z')
  yaml = await readFile(new URL('../../../samples/seminar-2018.yaml', import.meta.url), 'utf8')
})
afterAll(() => house.close())

const bring = async (text: string, announce = false) => {
  const imported = await importSeminar(house, program, text, { announce, prefer: 'file' })
  if (!imported.ok) throw new Error(JSON.stringify(imported))
  return imported
}
const cancelled = (is: boolean) => `${yaml}\ncancelled: ${is}\n`
const onAnotherDay = () => yaml.replaceAll('2018-07-05', '2018-07-12').replace(/^date: .*$/m, "date: '2018-07-12'")

test('a file that cancels, takes it back and moves the day tells everyone concerned, once each', async () => {
  const { id, created } = await bring(yaml, true)
  expect(created).toBe(true)
  const seminar = { id }
  for (const name of ['Ana', 'Bea'])
    await register(house, {
      seminar: slug,
      origin: 'form',
      givenName: name,
      familyName: 'Duarte',
      email: `${name.toLowerCase()}@example.org`,
      category: 'elected',
      organisation: `Ville de ${name}`,
      country: 'FR',
      language: 'pt',
      consents: ['data'],
    })

  // A look tells nobody.
  await importSeminar(house, program, cancelled(true), { dryRun: true, prefer: 'file' })
  expect(await noticesIn(house, seminar)).toEqual([])

  await bring(cancelled(true))
  await bring(cancelled(true))
  expect(await noticesIn(house, seminar)).toEqual([
    { kind: 'cancelled', held_on: '2018-07-05', moved_to: null, told: 2 },
  ])
  await bring(cancelled(false))
  await bring(cancelled(false))
  expect((await noticesIn(house, seminar)).map(({ kind }) => kind)).toEqual(['cancelled', 'held-again'])

  await bring(onAnotherDay())
  await bring(onAnotherDay())
  expect((await noticesIn(house, seminar)).slice(2)).toEqual([
    { kind: 'moved', held_on: '2018-07-05', moved_to: '2018-07-12', told: 2 },
  ])
  expect(await seminarRow(house, seminar)).toMatchObject({ held_on: '2018-07-12', moved_from: '2018-07-05' })
  expect(await tellingsIn(house, seminar)).toEqual([
    'seminar-cancelled pt',
    'seminar-cancelled pt',
    'seminar-held-again pt',
    'seminar-held-again pt',
    'seminar-moved pt',
    'seminar-moved pt',
  ])

  // A file that cancels what somebody has just cancelled tells it no second time.
  await cancelSeminar(house, program, slug, null)
  await bring(`${onAnotherDay()}\ncancelled: true\n`)
  expect((await noticesIn(house, seminar)).filter(({ kind }) => kind === 'cancelled')).toHaveLength(2)

  // Another day in the file gives a day to what had none.
  await bring(`${onAnotherDay()}\ncancelled: false\n`)
  await postponeSeminar(house, program, slug, { reason: null })
  await bring(yaml)
  expect((await noticesIn(house, seminar)).slice(-2).map(({ kind }) => kind)).toEqual(['postponed', 'moved'])
  expect(await seminarRow(house, seminar)).toMatchObject({ postponed: false, held_on: '2018-07-05' })
})

test('the day of a draft in which nobody is registered is nobody’s news', async () => {
  const draft = yaml.replace(`slug: ${slug}`, 'slug: a-draft')
  expect(draft).not.toBe(yaml)
  const { id } = await bring(draft)
  await bring(draft.replaceAll('2018-07-05', '2018-07-12').replace(/^date: .*$/m, "date: '2018-07-12'"))
  expect(await noticesIn(house, { id })).toEqual([])
  const [row] = await query<{ moved: string | null }>(
    house,
    'select moved_from as moved from perenne.seminar where id = $1',
    [id],
  )
  expect(row?.moved).toBe(null)
})
