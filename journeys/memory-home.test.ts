import { expect, test } from 'vitest'
import { memoryChecks } from '../source/remember/messages/memory-checks.ts'
import { memoryHome } from '../source/remember/messages/memory-home.ts'
import { browser, openJourney, server, signIn } from './support/journey.ts'
import { problemsOf } from './support/page-checks.ts'

openJourney()

const fr = memoryHome.fr
const at = (path = '', locale = 'fr') => `${server.origin}/${locale}/territories/brecourt-sur-loire${path}`

test('without JavaScript, on a telephone: a keeper sees what sleeps and what is owed, and follows it to its record', async () => {
  const page = await signIn('keeper', { locale: 'fr', width: 320, scheme: 'dark', javaScript: 'blocked' })
  await page.goto(`${server.origin}/fr/territories`)
  expect(await problemsOf(page)).toEqual([])
  await page.getByRole('link', { name: 'Brécourt-sur-Loire' }).click()
  expect(await page.locator('main').innerText()).toContain(fr.sleeping.title)
  expect(await problemsOf(page)).toEqual([])
  await page.getByRole('link', { name: fr.doors.monday, exact: true }).click()
  const main = await page.locator('main').innerText()
  expect(main.indexOf(fr.monday.past)).toBeGreaterThan(0)
  expect(main.indexOf(fr.monday.past)).toBeLessThan(main.indexOf(fr.monday.week))
  expect(await problemsOf(page)).toEqual([])
  await page.getByRole('link', { name: 'Troisième convention triennale avec Tabadian' }).click()
  expect(await page.locator('h1').innerText()).toContain('Troisième convention triennale')
})

test('without JavaScript: a remark is set aside with a reason, taken up again, and its rule is set', async () => {
  const page = await signIn('keeper', { locale: 'fr', javaScript: 'blocked' })
  const words = memoryChecks.fr
  await page.goto(at('/checks'))
  expect(await problemsOf(page)).toEqual([])
  await page.getByRole('link', { name: words.rules['relationship-dormant'].name }).click()
  await page
    .getByRole('row', { name: /Puerto Almendro/ })
    .getByRole('link', { name: words.setAside })
    .click()
  expect(await problemsOf(page)).toEqual([])
  await page.getByRole('button', { name: words.setAside, exact: true }).click()
  expect(await page.locator('#errors').innerText()).toContain(words.errors.reason)
  expect(await problemsOf(page)).toEqual([])
  await page.getByLabel(words.reason).fill('On en parle à Paris en juillet.')
  await page.getByLabel(new RegExp(words.until)).fill('2018-07-10')
  await page.getByRole('button', { name: words.setAside, exact: true }).click()
  await page.getByText(words.isAside).waitFor()
  expect(await page.locator('main').innerText()).toContain('On en parle à Paris en juillet.')
  expect(await problemsOf(page)).toEqual([])
  await page.getByRole('button', { name: new RegExp(words.takeUp) }).click()
  await page.getByText(words.isTakenUp).waitFor()
  await page.getByLabel(words.threshold.months).fill('120')
  await page.getByRole('button', { name: words.save }).click()
  await page.getByText(words.saved).waitFor()
  expect(await page.getByLabel(words.threshold.months).inputValue()).toBe('120')
})

test('the time line goes from decades to days by plain links', async () => {
  const page = await browser.newPage({ locale: 'fr', javaScript: 'blocked' })
  await page.goto(at('/timeline'))
  expect(await problemsOf(page)).toEqual([])
  for (const tick of ['2010', '2017', /^nov/]) {
    await page.getByRole('navigation', { name: fr.timeline.scale }).getByRole('link', { name: tick }).click()
  }
  expect(page.url()).toContain('scale=days&at=2017-11')
  expect(await page.locator('main').innerText()).toContain('Mandat 2014-2018')
  // What a citizen may not see is not on it.
  expect(await page.locator('main').innerText()).not.toContain('Mission technique')
  expect(await problemsOf(page)).toEqual([])
})

test('on paper, each bar of the time line stands under its year, and no list breaks a word or prints a box to tick', async () => {
  const page = await signIn('keeper', { locale: 'fr', javaScript: 'blocked' })
  // As wide as what an A4 sheet leaves between its margins.
  const onPaper = async () => {
    await page.setViewportSize({ width: 672, height: 900 })
    await page.emulateMedia({ media: 'print' })
  }
  const onScreen = async (width: number) => {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ media: 'screen' })
  }
  await page.goto(at('/timeline'))
  await onPaper()
  const columns = () =>
    page.locator('.timeline svg').evaluateAll(pictures =>
      pictures.map(picture => {
        const { left, width } = picture.getBoundingClientRect()
        return `${Math.round(left)} ${Math.round(width)}`
      }),
    )
  expect(new Set(await columns()).size).toBe(1)
  await onScreen(1280)
  expect(new Set(await columns()).size).toBe(1)
  const brokenWords = () =>
    page.locator('table').evaluateAll(tables =>
      tables.flatMap(table => {
        const walker = table.ownerDocument.createTreeWalker(table, 4)
        const broken: string[] = []
        for (let node = walker.nextNode(); node; node = walker.nextNode())
          for (const word of node.nodeValue?.matchAll(/[\p{L}\d]+/gu) ?? []) {
            const range = table.ownerDocument.createRange()
            range.setStart(node, word.index)
            range.setEnd(node, word.index + word[0].length)
            if (!node.parentElement?.closest('.hidden-text') && range.getClientRects().length > 1) broken.push(word[0])
          }
        return broken
      }),
    )
  for (const locale of ['fr', 'es', 'pt'])
    for (const list of ['/relationships', '/journal', '/actors']) {
      await page.goto(at(list, locale))
      for (const look of [onPaper, () => onScreen(1024), () => onScreen(1280)]) {
        await look()
        expect([locale, list, await brokenWords()]).toEqual([locale, list, []])
        const [wide, room] = await page
          .locator('.table')
          .first()
          .evaluate(of => [of.querySelector('table')?.scrollWidth ?? 0, of.clientWidth])
        expect([locale, list, Number(wide) <= Number(room) + 1]).toEqual([locale, list, true])
      }
      await onPaper()
      expect(await page.locator('table input:visible').count()).toBe(0)
    }
})

test('a calendar address shows what is due, until it is made invalid', async () => {
  const page = await signIn('keeper', { locale: 'fr', width: 320, scheme: 'dark' })
  await page.goto(at('/reminders'))
  expect(await problemsOf(page)).toEqual([])
  await page.getByRole('button', { name: fr.reminders.make }).click()
  const address = (await page.locator('a.address').getAttribute('href')) ?? ''
  expect(await problemsOf(page)).toEqual([])
  const path = new URL(address).pathname
  const calendar = await fetch(`${server.origin}${path}`)
  expect(calendar.status).toBe(200)
  expect(await calendar.text()).toContain('BEGIN:VEVENT')
  await page.getByRole('button', { name: fr.reminders.revoke }).click()
  await page.getByText(fr.reminders.revoked).waitFor()
  expect((await fetch(`${server.origin}${path}`)).status).toBe(404)
  await page.getByLabel(fr.reminders.choices.week).check()
  await page.getByRole('button', { name: fr.reminders.save }).click()
  await page.getByText(fr.reminders.saved).waitFor()
  expect(await page.getByLabel(fr.reminders.choices.week).isChecked()).toBe(true)
})

test('in each language, a citizen reads what the territory shows', async () => {
  for (const locale of ['es', 'pt', 'en'] as const) {
    const page = await browser.newPage({ locale, javaScript: 'blocked' })
    await page.goto(at('', locale))
    expect(await page.locator('main').innerText()).toContain(memoryHome[locale].goingOn.title)
    expect(await problemsOf(page), locale).toEqual([])
  }
})
