import { afterAll, beforeAll, test } from 'vitest'
import { notMePath } from '#convene/registration/pages/me/erase.tsx'
import { writeTexts } from '#ground/languages/texts.ts'
import { as, job } from '#ground/database/actor.ts'
import { type OpenBrowser, openBrowser } from '../../../journeys/support/browser.ts'
import { problemsOf } from '../../../journeys/support/page-checks.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { makeSeminar, query, registered } from './acts-support.ts'
import { holderOf, ownRooms } from './own-support.ts'

let house: TestHouse
let browser: OpenBrowser
beforeAll(async () => {
  house = await openTestHouse(ownRooms)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await house.close()
})

test('look', async () => {
  await house.setClock('2018-06-05T10:00:00Z')
  const seminar = await makeSeminar(house, { capacity: 2, quotas: [{ key: 'universities', capacity: 1, categories: ['university'] }], admission: { promotion: 'offer', offer_hours: 48, approval_for: ['other'] } })
  await as(house.db, job('t'), async tx => {
    const q = await tx.selectFrom('quota').select('id').where('seminar_id','=',seminar.id).where('key','=','universities').executeTakeFirstOrThrow()
    await writeTexts(tx, [{ table: 'quota', id: q.id, field: 'name', source: 'fr', bodies: { fr: 'Universités', en: 'Universities', es: 'Universidades', pt: 'Universidades' } }])
  })
  const confirmed = await registered(house, seminar, { email: 'a@example.org', category: 'university', role: 'Coordinadora de relaciones internacionales', languages: ['es','fr'], needs: { accessibility: ['step-free', 'captions'], diet: ['vegetarian'], note: 'Una mesa cerca de la ventana.' } })
  const second = await registered(house, seminar, { email: 'b@example.org' })
  await registered(house, seminar, { email: 'c@example.org', category: 'university' })
  const waiting = await registered(house, seminar, { email: 'd@example.org', category: 'university' })
  const offered = await registered(house, seminar, { email: 'e@example.org' })
  const requested = await registered(house, seminar, { email: 'f@example.org', category: 'other' })
  await holderOf(house, second).send('/cancel')
  await query(house, `update perenne.mail set state = 'failed' where data->>'registration' = $1`, [confirmed])
  await query(house, `insert into perenne.attendance_letter (seminar_id, number, registration_id, space_id, visibility) values ($1, 7, $2, $1, 0)`, [seminar.id, confirmed])
  const langs = (process.env.LOOK_LANG ?? 'en').split(',')
  const wanted = (process.env.LOOK ?? '').split(',').filter(Boolean)
  const all: Record<string, string> = Object.fromEntries([
    ...Object.entries({ confirmed, waiting, offered, requested, cancelled: second }).map(([n, id]) => [n, holderOf(house, id, 'xx').at()]),
    ...['change', 'cancel', 'hand-on', 'consents', 'data', 'erase'].map(n => [n, holderOf(house, confirmed, 'xx').at(`/${n}`)]),
    ['not-me', `/xx${notMePath(house.keys, confirmed)}`],
  ])
  for (const l of langs)
    for (const [width, scheme] of [[1280, 'light'], [320, 'dark']] as const) {
      const page = await browser.newPage({ width, scheme, locale: l as 'en' })
      await page.route('**/*', async route => {
        const request = route.request()
        const url = new URL(request.url())
        const response = await house.ask(url.pathname + url.search, { method: request.method() })
        const headers = Object.fromEntries(response.headers)
        await route.fulfill({ status: response.status, headers, body: Buffer.from(await response.arrayBuffer()) })
      })
      for (const [name, path] of Object.entries(all)) {
        if (wanted.length > 0 && !wanted.includes(name)) continue
        const response = await page.goto(new URL(path.replace('/xx/', `/${l}/`), house.settings.publicUrl).href)
        const problems = await problemsOf(page, { html: await (await house.ask(path.replace('/xx/', `/${l}/`))).text() })
        if (problems.length > 0 || response?.status() !== 200) console.log(name, l, width, response?.status(), problems)
        await page.screenshot({ path: `/tmp/look-own/${name}-${l}-${width}.png`, fullPage: true })
      }
      await page.close()
    }
}, 240000)
