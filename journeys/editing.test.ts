import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { troublesOf } from './support/browser.ts'
import { browser, openJourney, seminar, server, signIn } from './support/journey.ts'
import { problemsOf } from './support/page-checks.ts'

openJourney()

const at = (path: string) => `${server.origin}${path}`
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

test('without scripts, an organiser makes a seminar from nothing and announces it', async () => {
  const page = await signIn('organiser', { locale: 'en', javaScript: false, width: 390 })
  await page.goto(at('/en/desk'))
  // The menu is folded on a telephone: its entry is there all the same.
  await page.goto(at('/en/desk/seminars/new'))
  await page.getByLabel('Title of the seminar').fill('Cities that remember')
  await button(page, 'Continue').click()
  expect(await page.locator('main').innerText()).toContain('/en/seminars/cities-that-remember')
  await page.getByLabel('Day').fill('2018-10-12')
  await page.getByLabel('Begins at').fill('9h30')
  await page.getByLabel('Ends at').fill('17:00')
  await page.getByLabel('Name of the venue').fill('Casa Rui Barbosa')
  await page.getByLabel('Address of the venue').fill('Rua São Clemente 134, Rio de Janeiro')
  await page.getByLabel('Country of the venue').selectOption('BR')
  await button(page, 'Save and continue').click()
  // Brazil has several time zones: the one thing that is asked for again, with everything else still there.
  expect(await page.locator('.errors').innerText()).toContain('several time zones')
  expect(await page.getByLabel('Name of the venue').inputValue()).toBe('Casa Rui Barbosa')
  await page.getByLabel('Time zone of the venue').selectOption('America/Sao_Paulo')
  await button(page, 'Save and continue').click()
  await page.waitForURL(/cities-that-remember\/new\/places$/)

  // Somebody else sees nothing of the draft; one leaves, comes back, and is told what is missing.
  const anybody = await browser.newPage({ locale: 'en' })
  expect((await anybody.request.get(at('/en/seminars/cities-that-remember'))).status()).toBe(404)
  await page.goto(at('/en/desk/seminars/cities-that-remember/preview'))
  const missing = await page.locator('main').innerText()
  for (const thing of ['Number of places', 'Who organises it', 'A contact address']) expect(missing).toContain(thing)
  expect(await button(page, 'Announce the seminar').count()).toBe(0)
  const looking = await signIn('organiser', { locale: 'en', width: 320, scheme: 'dark' })
  for (const step of ['preview', 'edit', 'new/places', 'new/organisers', 'new/consents']) {
    await looking.goto(at(`/en/desk/seminars/cities-that-remember/${step}`))
    expect([step, await problemsOf(looking)]).toEqual([step, []])
  }
  await page.getByRole('link', { name: 'Number of places' }).click()

  await page.getByLabel('Places').fill('80')
  await page.getByLabel('Last day to register', { exact: true }).fill('2018-10-01')
  await button(page, 'Save and continue').click()
  await page.waitForURL(/new\/organisers$/)
  await page.getByLabel('Name', { exact: true }).fill('City of Rio Claro')
  await page.getByLabel('Local government', { exact: true }).check()
  await page.getByLabel('Mail address').fill('seminar@rio-claro.example')
  await button(page, 'Save and continue').click()
  await page.waitForURL(/new\/consents$/)
  expect(await page.getByLabel('Words of the consent').inputValue()).toContain('City of Rio Claro')
  await button(page, 'Save and continue').click()
  await page.waitForURL(/\/preview$/)
  await button(page, 'Announce the seminar').click()
  await page.waitForURL(/desk\/seminars\/cities-that-remember$/)
  await anybody.goto(at('/en/seminars/cities-that-remember'))
  expect(await anybody.locator('main').innerText()).toContain('Cities that remember')
  await anybody.getByRole('link', { name: 'Register', exact: true }).click()
  expect(await anybody.locator('main').innerText()).toContain('City of Rio Claro')
  expect(troublesOf(page)).toEqual([])
}, 90_000)

test('by keyboard alone: a text is changed, and the consents change places', async () => {
  const page = await signIn('organiser', { locale: 'en' })
  await page.goto(at(`/en/desk${seminar}/edit/when-and-where`))
  await page.getByLabel('Ends at').focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('17:15')
  // The Enter key saves: it is not the button that adds a line.
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/edit$/)
  expect(await page.locator('main').innerText()).toContain('17:15')
  await page.goto(at(`/en/desk${seminar}/edit/consents`))
  const before = await page.locator('tbody tr').first().innerText()
  await page
    .getByRole('button', { name: /^Move down/ })
    .first()
    .focus()
  await page.keyboard.press('Enter')
  // The same address again: only the list tells that the page is a new one.
  await expect.poll(() => page.locator('tbody tr').nth(1).innerText()).toContain(before.split('\n')[0]?.slice(0, 40))
  expect(troublesOf(page)).toEqual([])
}, 60_000)

test('two organisers at one page: the second reads both texts and loses neither', async () => {
  const first = await signIn('organiser', { locale: 'en' })
  const second = await signIn('administrator', { locale: 'en', width: 390 })
  const path = at(`/en/desk${seminar}/edit/texts`)
  await Promise.all([first.goto(path), second.goto(path)])
  await first.locator('[name="subtitle.fr"]').fill('Regards d’Ana')
  await first.locator('[name="audience.en"]').fill('Those who come after.')
  await button(first, 'Save').click()
  await first.waitForURL(/\/edit$/)
  await second.locator('[name="subtitle.fr"]').fill('Regards de Luz')
  await second.locator('[name="method.en"]').fill('In small circles.')
  await button(second, 'Save').click()
  const both = await second.locator('main').innerText()
  for (const text of ['Regards d’Ana', 'Regards de Luz']) expect(both).toContain(text)
  // What the second alone wrote, and what the first alone wrote, is nobody's question.
  expect(both).not.toContain('In small circles.')
  expect(await second.locator('main input[type="radio"]').count()).toBe(2)
  expect(await problemsOf(second)).toEqual([])
  await second.locator('[name="subtitle.fr"][value="Regards de Luz"]').check()
  await second.locator('main form button').first().click()
  await second.waitForURL(/\/edit$/)
  await first.goto(path)
  expect(await first.locator('[name="subtitle.fr"]').inputValue()).toBe('Regards de Luz')
  expect(await first.locator('[name="method.en"]').inputValue()).toBe('In small circles.')
  expect(await first.locator('[name="audience.en"]').inputValue()).toBe('Those who come after.')
  // Its translations were made from another original: said so, not hidden.
  expect(await first.locator('main').innerText()).toContain('To be read again')
}, 60_000)

test('a copy of an earlier seminar: another day, everything else along, nobody in it', async () => {
  const page = await signIn('organiser', { locale: 'en', javaScript: false })
  await page.goto(at('/en/desk/seminars/new'))
  await page.getByRole('link', { name: 'Copy an earlier seminar' }).click()
  await page.getByRole('link', { name: 'Towards lasting international action' }).click()
  await page.getByLabel('Day').fill('2019-07-04')
  await button(page, 'Make the copy').click()
  await page.waitForURL(/vers-une-action-internationale-durable-2019\/edit$/)
  expect(await page.locator('main').innerText()).toMatch(/4\sJuly\s2019/)
  const copy = page.url().replace(/\/edit$/, '')
  await page.goto(`${copy}/registrations`)
  expect(await page.locator('tbody tr').count()).toBe(0)
  expect(troublesOf(page)).toEqual([])
}, 60_000)
