import { afterAll, beforeAll, expect, test } from 'vitest'
import { liveMemories } from '../../../source/demo/memories.ts'
import { findDemoPerson, makeDemoPersons } from '../../../source/demo/persons.ts'
import { makeDemoTerritories } from '../../../source/demo/territories.ts'
import { openSession, sessionHeader } from '../../../source/ground/people/session.ts'
import { memoryWords } from '../../../source/remember/messages/memory.ts'
import { rooms } from '../../../source/rooms.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { type Walked, walk } from '../support/walk.ts'

// Whoever reads a memory as of a day stays on that day: every page says it, and every link of every page carries it, but the way
// back to today and the pages on which one writes.

let house: TestHouse
let headers: Record<string, string>
const within = '/fr/territories/brecourt-sur-loire'
const on = '2017-11-20'
beforeAll(async () => {
  house = await openTestHouse(rooms)
  await house.setClock('2015-09-01T09:00:00+02:00')
  await makeDemoPersons(house, ['administrator'], 'none')
  await makeDemoTerritories(house)
  await makeDemoPersons(house, ['keeper'], 'none')
  await liveMemories(house, house.setClock)
  await house.setClock('2018-06-04T09:00:00+02:00')
  const { token } = await openSession(house.db, (await findDemoPerson(house, 'keeper')) ?? '', { secondFactor: true })
  headers = { cookie: sessionHeader(token, false).split(';')[0] ?? '' }
})
afterAll(() => house.close())

const dayOf = (href: string) => new URL(href, 'http://here').searchParams.get('on')
const isIn = (address: string | null) => address !== null && new RegExp(`^${within}(?:[/?]|$)`).test(address)

/** What leaves the day without saying so: a link or a form of the page that carries none. */
function losing({ address, document }: Walked): string[] {
  const { today } = memoryWords.fr.past
  const main = document.querySelector('main')
  const lost = main?.textContent?.includes(today) ? [] : [`${address} does not say that it is of a day`]
  const links = [...(main?.querySelectorAll('a') ?? [])]
    .filter(link => link.textContent !== today)
    .map(link => link.getAttribute('href'))
  const others = [...document.querySelectorAll('.languages a')].map(link => link.getAttribute('href') ?? '')
  const forms = [...(main?.querySelectorAll('form') ?? [])]
    .filter(form => form.querySelector('[name=on]') === null)
    .map(form => form.getAttribute('action'))
  return [
    ...lost,
    ...links.filter(href => isIn(href) && dayOf(href ?? '') === null).map(href => `${address} leads to ${href}`),
    ...others.filter(href => dayOf(href) !== on).map(href => `${address} is translated at ${href}`),
    ...forms.filter(action => isIn(action) && dayOf(action ?? '') === null).map(action => `${address} asks ${action}`),
  ]
}

test.each(['the keeper', 'a citizen'])(
  '%s stays on the day that is read, wherever a link leads',
  async who => {
    const pages = await walk(house, [`${within}?on=${on}`], {
      within,
      ...(who === 'the keeper' ? { init: { headers } } : {}),
    })
    const travelled = pages.filter(({ address }) => dayOf(address) === on)
    expect(travelled.length).toBeGreaterThan(who === 'the keeper' ? 30 : 10)
    expect(travelled.flatMap(losing)).toEqual([])
  },
  120_000,
)

test('of what was written after that day, neither the log nor the history of a record nor a comparison says anything', async () => {
  const words = async (path: string) => {
    const response = await house.ask(`${within}${path}`, { headers })
    const text = (await response.text()).replaceAll(/<head>[\s\S]*?<\/head>|<[^>]+>/g, ' ')
    return { status: response.status, text: text.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ') }
  }
  const { rows } = await house.database.owner.query(`
    select v.record_id as id, min(lower(v.known))::date::text as first, max(lower(v.known))::date::text as last
    from perenne.record_version v join perenne.space s on s.id = v.space_id
    where s.slug = 'brecourt-sur-loire' and v.record_table = 'term' group by 1
    having min(lower(v.known))::date < max(lower(v.known))::date order by 3 desc limit 1`)
  const [{ id, first, last }] = rows
  const before = Temporal.PlainDate.from(last).subtract({ days: 1 }).toString()
  const now = await words(`/records/term/${id}`)
  const then = await words(`/records/term/${id}?on=${before}`)
  expect([now.status, then.status]).toEqual([200, 200])
  const steps = (text: string) => [...text.matchAll(/(\d{1,2}\S* \S+ \d{4}) à \d+ h/g)].map(([, day]) => day)
  expect(steps(then.text).length).toBeGreaterThan(0)
  expect(steps(then.text).length).toBeLessThan(steps(now.text).length)
  expect((await words(`/records/term/${id}?on=${Temporal.PlainDate.from(first).subtract({ days: 2 })}`)).status).toBe(
    404,
  )
  const lines = (text: string) => [...text.matchAll(/(\d{1,2}\S* \S+ \d{4}), \d+ h/g)].map(([, day]) => day)
  const [newest = ''] = lines((await words('/history')).text)
  const earlier = lines((await words(`/history?on=${before}`)).text)
  expect(newest).toContain('2018')
  expect(earlier.length).toBeGreaterThan(0)
  expect(earlier).not.toContain(newest)
  // A later day than the one that is read is still to come.
  expect((await words(`/differences?from=2016-01-01&to=2018-06-01&on=${on}`)).status).toBe(422)
  expect((await words(`/differences?from=2016-01-01&to=${on}&on=${on}`)).status).toBe(200)
})
