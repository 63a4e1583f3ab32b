import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, job } from '../../source/ground/database/actor.ts'
import { firstAdministratorLink } from '../../source/ground/people/index.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf, giveRole, makePerson, peopleRoom } from './support.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse([peopleRoom])
})
afterAll(() => house.close())

const rights = () => as(house.db, job('test'), tx => tx.selectFrom('access_right').selectAll().execute())
const fields = { givenName: 'Noémie', familyName: 'Durand', email: 'noemie@ville.example', language: 'fr' }
const pathOf = (link: string | null) => new URL(link ?? 'http://none.invalid/none').pathname

test('a forged link makes nobody an administrator', async () => {
  const link = pathOf(await firstAdministratorLink(house))
  expect(link).toMatch(/^\/en\/first\/0\./)
  for (const path of ['/en/first/0.', '/en/first/1.abc', `${link}x`, `/en/first/${house.keys.sign('sign-in', '0')}`]) {
    expect((await house.ask(path)).status).toBe(410)
    expect((await house.send(path, fields)).status).toBe(410)
  }
  expect(await rights()).toEqual([])
})

test('errors keep what was typed', async () => {
  const link = pathOf(await firstAdministratorLink(house)).replace('/en/', '/pt/')
  const response = await house.send(link, { ...fields, givenName: ' ', email: 'noemie@' })
  expect(response.status).toBe(422)
  const html = await response.text()
  expect(html).toContain('Informe o nome.')
  expect(html).toContain('value="noemie@"')
  expect(html).toContain('value="Durand"')
})

test('of many who send the page at once, one becomes the administrator, signed in', async () => {
  const link = pathOf(await firstAdministratorLink(house))
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, i) => house.send(link, { ...fields, email: `n${i}@ville.example` })),
  )
  const won = answers.filter(answer => answer.status === 303)
  expect(won).toHaveLength(1)
  expect(answers.filter(answer => answer.status === 410)).toHaveLength(7)
  const [right, ...others] = await rights()
  expect(others).toEqual([])
  expect(right).toMatchObject({ role: 'administrator', given_by: null })
  expect(right?.reason).not.toBe('')
  const response = won[0] as Response
  expect(response.headers.get('location')).toBe('/fr/setup')
  const page = await house.ask('/fr/administration/access', { headers: { cookie: await cookieOf(response) } })
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('Noémie Durand')
  expect(await firstAdministratorLink(house)).toBeNull()
  expect((await house.ask(link)).status).toBe(410)
})

test('the old link stays dead even when nobody administers any more; a new one is printed', async () => {
  const old = `/en/first/${house.keys.sign('first-administrator', '0')}`
  await as(house.db, job('test'), tx =>
    tx
      .updateTable('access_right')
      .set({ ends_at: '2000-01-01T00:00:00Z', starts_at: '1999-01-01T00:00:00Z' })
      .execute(),
  )
  const fresh = await firstAdministratorLink(house)
  expect(pathOf(fresh)).not.toBe(old)
  expect((await house.send(old, fields)).status).toBe(410)
  // Somebody who already has an account under the address keeps their person.
  const known = await makePerson(house, fields.email, ['Noa', 'D.'])
  expect((await house.send(pathOf(fresh), fields)).status).toBe(303)
  expect((await rights()).at(-1)?.person_id).toBe(known)
})

test('a right that begins later does not count as an administrator of now', async () => {
  const other = await openTestHouse([peopleRoom])
  try {
    const person = await makePerson(other, 'later@ville.example')
    const id = await giveRole(other, person, 'administrator', 'installation')
    expect(await firstAdministratorLink(other)).toBeNull()
    await as(other.db, job('test'), tx =>
      tx.updateTable('access_right').set({ starts_at: '2199-01-01T00:00:00Z' }).where('id', '=', id).execute(),
    )
    expect(await firstAdministratorLink(other)).toContain('/en/first/1.')
  } finally {
    await other.close()
  }
})
