import { afterAll, beforeAll, expect, test } from 'vitest'
import { register } from '#convene/registration/index.ts'
import { readLine } from '#convene/registration/store/desk-line.ts'
import { rankOf } from '#convene/registration/store/rank.ts'
import { as, job } from '#ground/database/actor.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { ask, deskRooms, fieldsOf, filled, queriesOf, send, settle, universities, wordsOn } from './desk-support.ts'
import { answers, makeSeminar, query, registered, signedIn, type TestSeminar } from './support.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse(deskRooms)
})
afterAll(() => house.close())

const at = (seminar: TestSeminar, query = '') => `/en/desk/seminars/${seminar.slug}/waiting-list${query}`
const names = (html: string) =>
  [...html.matchAll(/<th scope="row">.*?<span dir="auto">Ana (\w+)</gs)].map(match => match[1])

/** Six people wait: for the whole seminar, for universities, for their organisation's limit, for an invitation. */
async function line() {
  await house.setClock('2018-06-05T10:00:00Z')
  const seminar = await makeSeminar(house, {
    capacity: 3,
    quotas: [{ key: 'universities', capacity: 1, categories: ['university'] }],
    admission: { per_organisation: 2 },
  })
  const { personId, cookie } = await signedIn(house, 'organiser', seminar.id)
  const ids: Record<string, string> = {}
  const add = async (familyName: string, given: Parameters<typeof answers>[1] = {}) => {
    ids[familyName] = await registered(house, seminar, {
      familyName,
      email: `${familyName}@example.org`,
      organisation: `Organisation of ${familyName}`,
      ...given,
    })
  }
  await add('Holder')
  await add('Double', { organisation: 'Organisation of Holder' })
  await add('Professor', { category: 'university' })
  await add('First')
  await add('Third', { organisation: 'Organisation of Holder' })
  await add('Lecturer', { category: 'university' })
  return { seminar, personId, cookie, ids }
}

test('the line in its order, with the rank that a single look gives, and why not yet', async () => {
  const { seminar, cookie } = await line()
  const { status, html } = await ask(house, at(seminar), cookie)
  const said = wordsOn(html)
  expect(status).toBe(200)
  expect(names(html)).toEqual(['First', 'Third', 'Lecturer'])
  expect(said).toContain('All places are taken or kept: 3 of 3.')
  expect(said).toContain('Their organisation has its 2 places.')
  expect(said).toMatch(/Universities|universities/)
  const shown = [...html.matchAll(/data-label="Rank".*?<strong>(\d+)</gs)].map(match => Number(match[1]))
  const ranks = await as(house.db, job('test'), async tx => {
    const found: number[] = []
    for (const row of await readLine(tx, seminar.id)) found.push((await rankOf(tx, seminar.id, row)).rank)
    return found
  })
  expect(shown).toEqual(ranks)
  expect(names((await ask(house, at(seminar, '?quota=universities'), cookie)).html)).toEqual(['Lecturer'])
  // Their rank is that in the whole line, whatever is shown.
  expect((await ask(house, at(seminar, '?quota=universities'), cookie)).html).toMatch(/<strong>3</)
  expect(names((await ask(house, at(seminar, '?quota=none&page=-2'), cookie)).html)).toHaveLength(3)
  expect(wordsOn((await ask(house, at(seminar, '?page=7'), cookie)).html)).toContain('Nobody is waiting')
})

test('who was passed over is told why, and who went past them', async () => {
  const there = await filled(house)
  const { html } = await ask(house, at(there.seminar), there.cookie)
  expect(wordsOn(html)).toContain(
    '12 Jun 2018, 10:03: Ana Clerk (Public staff) Full for this person at that moment: Universities (1 of 1).',
  )
  expect(html).toContain(`/registrations/${there.ids.behind}`)
})

test('nobody is said to have been passed over by somebody who stood ahead', async () => {
  await house.setClock('2018-06-05T10:00:00Z')
  const seminar = await makeSeminar(house, { capacity: 1 })
  const { personId, cookie } = await signedIn(house, 'organiser', seminar.id)
  for (const familyName of ['Holder', 'First', 'Second'])
    await registered(house, seminar, { familyName, email: `${familyName}@example.org` })
  await house.setClock('2018-06-06T10:00:00Z')
  await settle(house, seminar, personId, ({ quotas, admission }) => ({
    quotas: quotas.map(quota => ({ ...quota, capacity: 2 })),
    admission,
  }))
  const { html } = await ask(house, at(seminar), cookie)
  expect(names(html)).toEqual(['Second'])
  expect(wordsOn(html)).toMatch(/Who went ahead of them.*nobody/)
  // Moved ahead afterwards, they still were behind when the place was given.
  const [second] = await query<{ id: string }>(
    house,
    `select id from perenne.registration where seminar_id = $1 and state = 'waiting'`,
    [seminar.id],
  )
  await send(house, at(seminar), cookie, { [`was-${second?.id}`]: '0', [`priority-${second?.id}`]: '50' })
  expect(wordsOn((await ask(house, at(seminar), cookie)).html)).not.toContain('somebody further back')
})

test('several priorities at once: only what changed is set, and nothing when one cannot be', async () => {
  const { seminar, cookie, ids } = await line()
  const fields = (typed: Record<string, string>, was = '0') =>
    Object.fromEntries(
      Object.entries(typed).flatMap(([name, value]) => [
        [`was-${ids[name]}`, was],
        [`priority-${ids[name]}`, value],
      ]),
    )
  const priorities = async () =>
    Object.fromEntries(
      (
        await query<{ id: string; priority: number }>(
          house,
          `select id, priority from perenne.registration where seminar_id = $1 and state = 'waiting' order by line`,
          [seminar.id],
        )
      ).map(row => [Object.keys(ids).find(name => ids[name] === row.id), row.priority]),
    )
  const wrong = await send(house, at(seminar), cookie, fields({ First: '0', Third: 'high', Lecturer: '20' }))
  expect(wrong.status).toBe(422)
  expect(wordsOn(wrong.html)).toContain('Ana Third: enter a whole number from −100 to 100.')
  expect(wrong.html).toContain('value="high"')
  expect(wrong.html).toContain('value="20"')
  expect(await priorities()).toEqual({ First: 0, Third: 0, Lecturer: 0 })

  const page = await ask(house, at(seminar), cookie)
  const once = fieldsOf(page.html, at(seminar))._once as string
  const set = await send(house, at(seminar), cookie, {
    _once: once,
    ...fields({ First: '0', Third: '10', Lecturer: '20' }),
  })
  expect(set).toMatchObject({ status: 303, location: at(seminar) })
  expect(await priorities()).toEqual({ First: 0, Third: 10, Lecturer: 20 })
  const after = await ask(house, at(seminar), set.cookie)
  expect(wordsOn(after.html)).toContain('2 priorities are saved.')
  expect(names(after.html)).toEqual(['Lecturer', 'Third', 'First'])

  const stale = await send(house, at(seminar), cookie, fields({ First: '30', Third: '40' }))
  expect(stale.status).toBe(422)
  expect(wordsOn(stale.html)).toContain('Ana Third: someone has meanwhile set the priority to 10; you typed 40.')
  expect(await priorities()).toEqual({ First: 0, Third: 10, Lecturer: 20 })
  const same = await send(house, at(seminar), cookie, fields({ First: '0' }))
  expect(wordsOn((await ask(house, at(seminar), same.cookie)).html)).toContain('No priority has changed.')
})

test('priorities of another seminar, and of whoever may not, stay as they are', async () => {
  const one = await line()
  const other = await line()
  const forged = { [`was-${other.ids.First}`]: '0', [`priority-${other.ids.First}`]: '99' }
  await send(house, at(one.seminar), one.cookie, forged)
  expect((await send(house, at(other.seminar), one.cookie, forged)).status).toBe(404)
  for (const role of ['evaluator', 'translator', 'door_steward'] as const) {
    const { cookie } = await signedIn(house, role, other.seminar.id)
    expect((await send(house, at(other.seminar), cookie, forged)).status).toBe(403)
    const page = await ask(house, at(other.seminar), cookie)
    expect(page.status).toBe(403)
    expect(page.html).not.toMatch(/Ana |@example/)
  }
  expect((await ask(house, at(other.seminar), one.cookie)).status).toBe(404)
  expect((await house.ask(at(other.seminar))).headers.get('location')).toMatch(/^\/en\/sign-in/)
  const [row] = await query<{ priority: number }>(house, 'select priority from perenne.registration where id = $1', [
    other.ids.First,
  ])
  expect(row?.priority).toBe(0)
})

test('after the cut-off the page says that nobody comes up any more', async () => {
  const { seminar, cookie } = await line()
  await house.setClock('2018-07-05T09:30:00+02:00')
  const said = wordsOn((await ask(house, at(seminar), cookie)).html)
  expect(said).toContain('Places went to the waiting list until 5 July 2018 at 9:00. Nobody on it gets one any more.')
  expect(said).not.toContain('All places are taken or kept')
})

test('the page asks the database as often for three who wait as for one', async () => {
  const make = async (people: number) => {
    await house.setClock('2018-06-05T10:00:00Z')
    const seminar = await makeSeminar(house, { capacity: 1 })
    const { personId, cookie } = await signedIn(house, 'organiser', seminar.id)
    await settle(house, seminar, personId, ({ quotas, admission }) => ({
      quotas: [...quotas, universities(1)],
      admission,
    }))
    for (let n = 0; n <= people; n++)
      await register(house, answers(seminar, { familyName: `N${n}`, email: `n${n}@example.org` }))
    return queriesOf(house, at(seminar), cookie)
  }
  // Session 3; seminar and title 2; limit, quotas, invitations and names 4; admission 1; the line 1, its people 1, what
  // changed about them 1, places given meanwhile 1.
  expect(await make(1)).toBe(14)
  expect(await make(3)).toBe(14)
})

test('the line says when people asked, in whose order it stands; who was examined first, when that was', async () => {
  const there = await filled(house)
  const { seminar, cookie, ids } = there
  await house.setClock('2018-06-13T08:00:00Z')
  await send(house, `/en/desk/seminars/${seminar.slug}/registrations`, cookie, {
    do: 'approve',
    'id[]': [ids.requested],
  })
  const { html } = await ask(house, `/en/desk/seminars/${seminar.slug}/waiting-list`, cookie)
  const said = wordsOn(html)
  expect(said).toContain('5 Jun 2018, 12:00 examined on 13 Jun 2018, 10:00')
  // Only who was examined.
  expect(said.match(/examined on/g)).toHaveLength(1)
})
