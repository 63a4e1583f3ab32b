import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { postponeSeminar } from '#convene/life/acts/postpone-seminar.ts'
import { programmePart, releaseProgramme } from '#convene/programme/acts/release-programme.ts'
import { programmeVersionRoutes } from '#convene/programme/pages/versions-routes.ts'
import { versionOf } from '#convene/seminar/acts/change-seminar.ts'
import { job } from '#ground/database/actor.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { seminarRoom, smallFile } from '../seminar/room.ts'
import { edited, fileNow, imported, query } from '../seminar/support.ts'

// Names are as long as those who organise write them; an address has 80 characters at most, also that of the tenth version.

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse([seminarRoom, { name: 'versions', routes: programmeVersionRoutes }])
  await house.setClock('2030-04-01T08:00:00Z')
})
afterAll(() => house?.close())

const program = job('test')

let number = 0
/** A seminar that was announced: its first version has the address `programme`. */
async function announced() {
  const slug = `address-${++number}`
  const { id } = await imported(house, smallFile({ slug }), { announce: true })
  return { id, slug }
}
type Seminar = Awaited<ReturnType<typeof announced>>

const seen = async ({ slug }: Seminar) => versionOf(programmePart(await fileNow(house, slug)))
const change = ({ slug }: Seminar, title: string) =>
  edited(house, slug, file => {
    const [slot] = file.programme.slots
    if (slot) slot.title = { en: title }
  })
const release = async (seminar: Seminar, name: string) =>
  releaseProgramme(house, program, seminar.slug, await seen(seminar), {
    name: { en: name },
    provisional: false,
    languages: [],
  })
const move = ({ slug }: Seminar, day: string) =>
  postponeSeminar(house, program, slug, {
    newDay: {
      date: Temporal.PlainDate.from(day),
      hoursFrom: Temporal.PlainTime.from('09:00'),
      hoursTo: Temporal.PlainTime.from('17:00'),
      closesAt: null,
    },
    reason: null,
  })
const addresses = async ({ id }: Seminar) =>
  (
    await query<{ slug: string }>(
      house,
      'select slug from perenne.programme_version where seminar_id = $1 order by number',
      [id],
    )
  ).map(({ slug }) => slug)

const french = 'Programme définitif des rencontres de la coopération décentralisée – juillet 2018'
const frenchAddress = 'programme-definitif-des-rencontres-de-la-cooperation-decentralisee-juillet'
/** A name whose address is exactly so long: `aaa… bb cc`. */
const ofLength = (length: number) => `${'a'.repeat(length - 6)} bb cc`
const addressOf = (name: string) => name.replaceAll(' ', '-')

describe('the address of a version, and of those of the same name after it', () => {
  test.each<[string, string, string, string]>([
    ['short', 'Final', 'final', 'final'],
    ['of 78 characters', ofLength(78), addressOf(ofLength(78)), addressOf(ofLength(78))],
    ['of 79', ofLength(79), addressOf(ofLength(79)), `${'a'.repeat(73)}-bb`],
    ['of 80', ofLength(80), addressOf(ofLength(80)), `${'a'.repeat(74)}-bb`],
    ['longer than any', `${french}, suite et fin`, `${frenchAddress}-2018`, frenchAddress],
    ['one word of 100', 'b'.repeat(100), 'b'.repeat(80), 'b'.repeat(78)],
  ])('%s: released three times, and moved three times', async (_what, name, first, base) => {
    const seminar = await announced()
    for (const title of ['One', 'Two', 'Three']) {
      await change(seminar, title)
      expect(await release(seminar, name)).toMatchObject({ outcome: 'released' })
    }
    for (const day of ['2030-06-03', '2030-06-04', '2030-06-05'])
      expect(await move(seminar, day)).toMatchObject({ outcome: 'done' })
    expect(await addresses(seminar)).toEqual(['programme', first, ...[2, 3, 4, 5, 6].map(n => `${base}-${n}`)])
    expect((await house.ask(`/en/seminars/${seminar.slug}/versions/${base}-6`)).status).toBe(200)
  })

  test('past nine, a number of two figures is cut for as well', async () => {
    const seminar = await announced()
    for (let n = 1; n <= 10; n++) {
      await change(seminar, `Talk ${n}`)
      expect(await release(seminar, 'c'.repeat(80))).toMatchObject({ outcome: 'released' })
    }
    expect((await addresses(seminar)).slice(-2)).toEqual([`${'c'.repeat(78)}-9`, `${'c'.repeat(77)}-10`])
  })

  test('a name that already ends with a number keeps it', async () => {
    const seminar = await announced()
    await change(seminar, 'One')
    await release(seminar, 'Draft 2')
    await move(seminar, '2030-06-03')
    expect(await addresses(seminar)).toEqual(['programme', 'draft-2', 'draft-2-2'])
  })
})

test('released and moved at once under a name of 80 characters: both stand, each at an address of its own', async () => {
  const seminar = await announced()
  const name = 'd'.repeat(80)
  await change(seminar, 'One')
  await release(seminar, name)
  await change(seminar, 'Two')
  const version = await seen(seminar)
  const again = { name: { en: name }, provisional: false, languages: [] }
  const [one, two, moved] = await Promise.all([
    releaseProgramme(house, program, seminar.slug, version, { ...again, note: { en: 'One' } }),
    releaseProgramme(house, program, seminar.slug, version, { ...again, note: { en: 'Two' } }),
    move(seminar, '2030-06-03'),
  ])
  // Whichever came first: nobody meets an error, and what is too late is told so.
  expect(moved).toMatchObject({ outcome: 'done' })
  const outcomes = [one.outcome, two.outcome]
  for (const outcome of outcomes) expect(['released', 'stale']).toContain(outcome)
  const all = await addresses(seminar)
  expect(all).toHaveLength(3 + outcomes.filter(outcome => outcome === 'released').length)
  expect(new Set(all).size).toBe(all.length)
})
