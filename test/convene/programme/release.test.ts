import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  programmePart,
  type Release,
  releaseProgramme,
} from '../../../source/convene/programme/acts/release-programme.ts'
import { readVersions } from '../../../source/convene/programme/store/versions.ts'
import { versionOf } from '../../../source/convene/seminar/acts/change-seminar.ts'
import { readSeminar } from '../../../source/convene/seminar/store/read-seminar.ts'
import { as, asPublic, job } from '../../../source/ground/database/actor.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { seminarRoom, smallFile } from '../seminar/room.ts'
import { edited, fileNow, imported, query, somebody } from '../seminar/support.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse([seminarRoom])
  await house.setClock('2018-05-05T08:00:00Z')
})
afterAll(() => house.close())

const program = job('test')
const named = (name: string, more: Partial<Release> = {}): Release => ({
  name: { en: name },
  provisional: false,
  languages: [],
  ...more,
})
const seen = async (slug: string) => versionOf(programmePart(await fileNow(house, slug)))
const versions = (slug: string) =>
  as(house.db, program, async tx => {
    const seminar = await readSeminar(tx, slug, 'fr')
    return readVersions(tx, seminar?.id ?? '')
  })
const publicPage = (slug: string) => asPublic(house.db, tx => readSeminar(tx, slug, 'fr'))
const titles = async (slug: string) => (await publicPage(slug))?.programme?.slots.map(({ title }) => title.text)

test('announcing releases what stands; later edits are the draft alone, until it is released', async () => {
  await imported(house, smallFile({ slug: 'alone' }))
  expect(await versions('alone')).toEqual([])
  await imported(house, smallFile({ slug: 'alone' }), { announce: true })
  const first = await titles('alone')
  expect(first).toHaveLength(1)
  expect(await versions('alone')).toHaveLength(1)
  await edited(house, 'alone', file => {
    const [slot] = file.programme.slots
    if (slot) slot.title = { en: 'Tout autre chose' }
  })
  expect(await titles('alone')).toEqual(first)
  const done = await releaseProgramme(house, program, 'alone', await seen('alone'), named('Programme définitif'))
  expect(done).toMatchObject({ outcome: 'released', number: 2, slug: 'programme-definitif' })
  expect(await titles('alone')).toEqual(['Tout autre chose'])
  expect((await versions('alone')).map(({ programme }) => programme.slots[0]?.title.en)).toEqual([
    first?.[0],
    'Tout autre chose',
  ])
  expect((await publicPage('alone'))?.programme).toMatchObject({ provisional: false })
})

test('two who release at once release it once; what says the same is not released again; an old view is told so', async () => {
  await imported(house, smallFile({ slug: 'twice' }), { announce: true })
  const before = await seen('twice')
  const both = await Promise.all(
    ['Une version', 'Une autre'].map(name => releaseProgramme(house, program, 'twice', before, named(name))),
  )
  expect(both.map(({ outcome }) => outcome).sort()).toEqual(['released', 'stale'])
  expect(await versions('twice')).toHaveLength(2)
  const name = (await fileNow(house, 'twice')).programme.name?.en ?? ''
  expect(await releaseProgramme(house, program, 'twice', await seen('twice'), named(name))).toEqual({ outcome: 'same' })
  // A third of the same name gets an address of its own.
  await releaseProgramme(house, program, 'twice', await seen('twice'), named(name, { note: { en: 'Encore' } }))
  const slugs = (await versions('twice')).map(({ slug }) => slug)
  expect(new Set(slugs).size).toBe(3)
})

test('nobody changes or removes a version, whatever their right', async () => {
  await imported(house, smallFile({ slug: 'frozen' }), { announce: true })
  const { actor } = await somebody(house, 'organiser', 'frozen')
  for (const who of [actor, program])
    for (const statement of [
      'update perenne.programme_version set content = $$ {} $$',
      'delete from perenne.programme_version',
    ])
      await expect(
        as(house.db, who, async tx => {
          const { sql } = await import('kysely')
          await sql.raw(statement).execute(tx)
        }),
      ).rejects.toThrow(/permission denied/)
  // Withdrawn, its versions are nobody's outside either.
  await query(house, "update perenne.space set visibility = 0 where slug = 'frozen'")
  await query(
    house,
    "update perenne.seminar set visibility = 0 where id = (select id from perenne.space where slug = 'frozen')",
  )
  expect(await asPublic(house.db, tx => tx.selectFrom('programme_version').selectAll().execute())).not.toContainEqual(
    expect.objectContaining({ visibility: 0 }),
  )
  expect(await publicPage('frozen')).toBeNull()
})

test('whoever may not edit the seminar releases nothing, and whoever does not see it is told that there is none', async () => {
  await imported(house, smallFile({ slug: 'theirs' }), { announce: true })
  await imported(house, smallFile({ slug: 'other' }), { announce: true })
  const version = await seen('theirs')
  for (const [role, on] of [
    ['organiser', 'other'],
    ['translator', 'theirs'],
    ['evaluator', 'theirs'],
  ] as const) {
    const { actor } = await somebody(house, role, on)
    await expect(releaseProgramme(house, actor, 'theirs', version, named('Non')), role).rejects.toMatchObject({
      kind: 'forbidden',
    })
  }
  expect(await versions('theirs')).toHaveLength(1)
})

test('a language that is not released is shown in the one it was written in; what nobody may read is not in a draft', async () => {
  await imported(house, smallFile({ slug: 'two' }), { announce: true })
  const drafts = ['programme', 'slot', 'slot_theme', 'slot_role', 'programme_person', 'slot_seat'] as const
  for (const table of drafts)
    await expect(
      asPublic(house.db, tx => tx.selectFrom(table).selectAll().execute()),
      table,
    ).rejects.toThrow(/permission/)
  const spanish = await asPublic(house.db, tx => readSeminar(tx, 'two', 'es'))
  expect(spanish?.programme?.slots[0]?.title).toMatchObject({ language: 'en' })
})

test('an empty draft is not released, and keeps its name', async () => {
  await imported(house, smallFile({ slug: 'empty' }).split('programme:')[0] ?? '', { announce: true })
  const before = await fileNow(house, 'empty')
  expect(await releaseProgramme(house, program, 'empty', await seen('empty'), named('Rien'))).toEqual({
    outcome: 'empty',
  })
  expect(await fileNow(house, 'empty')).toEqual(before)
  expect((await publicPage('empty'))?.programme).toBeNull()
})
