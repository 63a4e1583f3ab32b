import { afterAll, beforeAll, expect, test } from 'vitest'
import { importSeminar } from '#convene/seminar/acts/import-seminar.ts'
import { seminarRoutes } from '#convene/seminar/index.ts'
import { get, post } from '#ground/web/route.ts'
import { as, job } from '#ground/database/actor.ts'
import { writeTexts } from '#ground/languages/texts.ts'
import { openWeb } from '#ground/web/server.ts'
import { suggestOrganisations, suggestTerritories } from '#convene/registration/pages/suggest.ts'
import { showOrganisations, approve } from '#convene/registration/pages/organisations.tsx'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { openBrowser, type OpenBrowser } from '../../../journeys/support/browser.ts'
import { problemsOf } from '../../../journeys/support/page-checks.ts'
import { rooms, query, signedIn } from './support.ts'
import { sample, slug } from '../seminar/room.ts'

let house: TestHouse
let origin: string
let browser: OpenBrowser
let web: ReturnType<typeof openWeb>
beforeAll(async () => {
  house = await openTestHouse([...rooms, { name: 'seminar', routes: [...seminarRoutes,
    get('/:l/seminars/:slug/organisations', 'everyone', suggestOrganisations, { api: true }),
    get('/:l/seminars/:slug/territories', 'everyone', suggestTerritories, { api: true }),
    get('/:l/desk/seminars/:slug/organisations', 'office', showOrganisations),
    post('/:l/desk/seminars/:slug/organisations', 'office', approve),
  ] }], { PUBLIC_URL: 'http://localhost:3999' })
  await house.setClock('2018-06-05T10:00:00Z')
  const r = await importSeminar(house, job('x'), await sample(), { announce: true })
  if (!r.ok) throw new Error(JSON.stringify(r))
  await query(house, `update perenne.quota set taken = 28 where key = 'universities'`)
  await query(house, `update perenne.quota set taken = 30 where key = 'civil-society'`)
  await as(house.db, job('t'), async tx => {
    const s = await tx.insertInto('space').values({ kind: 'territory', parent_id: '00000000-0000-4000-8000-000000000001', slug: 'rio-claro', visibility: 2 }).returning('id').executeTakeFirstOrThrow()
    await tx.insertInto('territory').values({ id: s.id, country: 'BR', region: 'latin-america', government: 'municipality', visibility: 2 }).execute()
    await writeTexts(tx, [{ table: 'space', id: s.id, field: 'name', source: 'pt', bodies: { pt: 'Município de Rio Claro' } }])
  })
  web = openWeb(house, { keepPages: false })
  await new Promise<void>(r => web.server.listen(3999, r))
  origin = 'http://localhost:3999'
  browser = await openBrowser()
}, 90_000)
afterAll(async () => { await browser?.close(); web?.server.close(); await house?.close() })

test('look', async () => {
  const found: string[] = []
  for (const [i, locale] of (['fr', 'es', 'pt', 'en'] as const).entries()) {
    for (const [width, scheme] of [[1280, 'light'], [320, 'dark'], [320, 'light'], [1280, 'dark']] as const) {
      const page = await browser.newPage({ locale, width, scheme })
      await page.goto(`${origin}/${locale}/seminars/${slug}/register`)
      await page.screenshot({ path: `/tmp/h2look/form-${locale}-${width}-${scheme}.png`, fullPage: true })
      found.push(...(await problemsOf(page)).map(p => `${locale} ${width} ${scheme}: ${p}`))
      for (const d of await page.locator('details.optional').all()) await d.evaluate('e => e.open = true')
      await page.evaluate(`document.querySelectorAll('details.optional').forEach(d => { d.open = true })`)
      await page.screenshot({ path: `/tmp/h2look/open-${locale}-${width}-${scheme}.png`, fullPage: true })
      found.push(...(await problemsOf(page)).map(p => `open ${locale} ${width} ${scheme}: ${p}`))
      await page.context().close()
    }
  }
  console.log(found.join('\n'))
}, 300_000)
test('combobox', async () => {
  const page = await browser.newPage({ locale: 'en', width: 390 })
  await page.goto(`${origin}/en/seminars/${slug}/register`)
  await page.getByLabel('Organisation', { exact: true }).pressSequentially('plat')
  await page.waitForSelector('[role=option]')
  await page.keyboard.press('ArrowDown')
  await page.screenshot({ path: `/tmp/h2look/combo.png` })
  console.log(await problemsOf(page))
  await page.keyboard.press('Enter')
  console.log(await page.getByLabel('Organisation', { exact: true }).inputValue(), await page.locator('[name=organisationId]').inputValue())
})
test('delegation and errors', async () => {
  for (const [locale, width, scheme] of [['fr', 1280, 'light'], ['pt', 320, 'dark']] as const) {
  const page = await browser.newPage({ locale, width, scheme, javaScript: 'blocked' })
  await page.goto(`${origin}/${locale}/seminars/${slug}/register?code=ABCD1234`)
  await page.locator('[name=organisation]').fill('Mercocidades')
  await page.locator('[name=givenName]').fill('Ana')
  await page.locator('[value=add]').click()
  await page.locator('[name=p2-givenName]').fill('Rosa')
  await page.screenshot({ path: `/tmp/h2look/deleg-${locale}.png`, fullPage: true })
  console.log(await page.evaluate('document.activeElement.outerHTML.slice(0,90)'))
  const [answer] = await Promise.all([page.waitForResponse(r => r.request().method() === 'POST'), page.locator('form.form > .buttons button').first().click()])
  await page.waitForLoadState()
  await page.screenshot({ path: `/tmp/h2look/errors-${locale}.png`, fullPage: true })
  console.log(answer.status(), await problemsOf(page, { html: await answer.text() }))
  }
})
