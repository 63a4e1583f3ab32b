import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, anonymous, as, asPublic, job, link, person } from '#ground/database/actor.ts'
import { AlreadySent, alreadySent, newOnceKey, rememberAllSent, rememberSent } from '#ground/web/sent-once.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse([])
})
afterAll(() => house?.close())

const query = async (text: string, values: unknown[] = []) => (await house.database.owner.query(text, values)).rows
const id = '00000000-0000-4000-8000-0000000000aa'
const administrator = async (): Promise<Actor> => {
  const [row] = await query(
    `with p as (insert into perenne.person (given_name, email, language, has_account) values ('Z', 'z@example.org', 'en', true) returning id)
     insert into perenne.access_right (person_id, role, space_id, space_kind, reason)
     select p.id, 'administrator', s.id, s.kind, 'test' from p, perenne.space s where s.kind = 'installation' returning person_id as id`,
  )
  return person(row?.id)
}

test('where forms led may be the page of a link: nobody reads it, changes it or forgets it but the program', async () => {
  const key = newOnceKey(house.keys)
  const secret = '/es/panel/a-working-link'
  await as(house.db, link(id), tx => rememberSent(tx, key, secret))
  for (const actor of [await administrator(), person(id), link(id), anonymous, { kind: 'device', id } as const]) {
    const got = await as(house.db, actor, async tx => [
      await tx.selectFrom('sent_form').select('location').execute(),
      await tx.selectFrom('sent_form').select('location').where('key', '=', key).execute(),
      await tx.updateTable('sent_form').set({ location: '/en/elsewhere' }).returning('location').execute(),
      await tx.deleteFrom('sent_form').returning('location').execute(),
    ]).catch((error: { code?: string }) => error.code)
    expect([actor.kind, got]).toEqual([actor.kind, [[], [], [], []]])
  }
  await expect(asPublic(house.db, tx => tx.selectFrom('sent_form').selectAll().execute())).rejects.toThrow(/permission/)
  expect(await as(house.db, job('test'), tx => tx.selectFrom('sent_form').select('location').execute())).toEqual([
    { location: secret },
  ])
  expect(await alreadySent(house, key)).toBe(secret)
})

test('whoever sends a form again, or twice at once, is led to where it led; whoever has not its key is told nothing', async () => {
  for (const actor of [person(id), link(id), anonymous, job('test')]) {
    const key = newOnceKey(house.keys)
    await as(house.db, actor, tx => rememberSent(tx, key, '/en/first'))
    const again = as(house.db, actor, tx => rememberSent(tx, key, '/en/second'))
    await expect(again).rejects.toMatchObject({ constructor: AlreadySent, key, location: '/en/first' })
    await as(house.db, actor, tx => rememberAllSent(tx, [{ key, location: '/en/third' }]))
    expect(await alreadySent(house, key)).toBe('/en/first')
    expect(await alreadySent(house, `${key}x`)).toBeNull()
  }
})
