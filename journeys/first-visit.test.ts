import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPostbox, type Postbox } from '../test/mail/support.ts'
import { type OpenBrowser, openBrowser } from './support/browser.ts'
import { type RunningServer, startServer, temporaryData } from './support/demo.ts'

// A really empty installation, a real SMTP server, and somebody who has only the link from the log.
let data: Awaited<ReturnType<typeof temporaryData>>
let box: Postbox
let server: RunningServer
let browser: OpenBrowser
beforeAll(async () => {
  ;[data, box, browser] = await Promise.all([temporaryData(), openPostbox(), openBrowser()])
  server = await startServer({
    what: 'start',
    dataFolder: data.folder,
    environment: { SMTP_URL: box.url, MAIL_FROM: 'seminars@example.org' },
  })
}, 120_000)
afterAll(async () => {
  await browser?.close()
  expect(await server?.stop()).toBe(0)
  await box?.close()
  await data?.remove()
})

/** What a stranger meets: counted, so that nobody makes the way longer without noticing. */
const met = { pages: 0, fields: 0 }

async function fill(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`main [name="${name}"]`).first()
    if ((await field.evaluate(element => element.tagName)) === 'SELECT') await field.selectOption(value)
    else await field.fill(value)
    met.fields++
  }
}
async function press(page: Page, button: string): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: button, exact: true }).first().click()
  met.pages++
  expect(await page.locator('#errors').count(), await page.locator('main').innerText()).toBe(0)
}
const arrived = async (subject: RegExp) => {
  await expect.poll(() => box.mails.find(mail => subject.test(mail.subject ?? '')), { timeout: 20_000 }).toBeDefined()
  return box.mails.find(mail => subject.test(mail.subject ?? ''))
}

test('from the link in the log to the first confirmed participant, by the screen alone', async () => {
  const link = () => /http:\/\/localhost:\d+(\/en\/first\/\S+)/.exec(server.errors())?.[1]
  await expect.poll(link, { timeout: 10_000 }).toBeDefined()
  const page = await browser.newPage({ locale: 'en' })
  await page.goto(`${server.origin}${link()}`)
  met.pages++

  // 1. You.
  await fill(page, { givenName: 'Noémie', familyName: 'Durand', email: 'noemie@example.org' })
  await press(page, 'Become the administrator')
  expect(new URL(page.url()).pathname).toBe('/en/setup')
  expect(await page.getByText('1 of 5 done').count()).toBe(1)

  // 2. The network.
  await page.getByRole('link', { name: 'Open: Your network' }).click()
  met.pages++
  await fill(page, { 'name-en': 'Cities Together' })
  await press(page, 'Save and go on')

  // 3. Name and colour.
  await fill(page, { name: 'Cities Together' })
  await page.getByLabel('Plum', { exact: false }).check()
  met.fields++
  await press(page, 'Save and go on')
  expect(await page.title()).toMatch(/– Cities Together$/)
  // The colour comes with a style sheet, which may arrive after the title.
  const act = () => page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--act')")
  await expect.poll(act).toContain('#6d3272')

  // 4. A mail to oneself, really sent.
  await press(page, 'Send a mail to noemie@example.org')
  await page.getByText('has taken the mail').waitFor({ timeout: 20_000 })
  const tried = await arrived(/this mail arrived/)
  expect(tried?.from?.value[0]).toEqual({ name: 'Cities Together', address: 'seminars@example.org' })
  await page.getByRole('link', { name: 'Go on' }).click()
  met.pages++

  // 5. The first seminar, page by page.
  await page.getByRole('link', { name: 'Make a seminar' }).first().click()
  met.pages++
  await fill(page, { title: 'Partnerships that last' })
  await press(page, 'Continue')
  const day = Temporal.Now.plainDateISO().add({ days: 60 })
  await fill(page, {
    date: day.toString(),
    'hours.from': '09:00',
    'hours.to': '17:00',
    'venue.name.en': 'Town hall',
    'venue.address': '1 rue de la Paix, 75002 Paris',
    'venue.country': 'FR',
  })
  await press(page, 'Save and continue')
  await fill(page, {
    'registration.capacity': '2',
    'registration.closes.day': day.subtract({ days: 5 }).toString(),
  })
  await press(page, 'Save and continue')
  await fill(page, { 'name.en': 'Cities Together', 'label.en': 'The secretariat', email: 'hello@example.org' })
  await page.getByRole('radio').first().check()
  met.fields++
  await press(page, 'Save and continue')
  await press(page, 'Save and continue')
  await press(page, 'Announce the seminar')
  const seminar = '/en/seminars/partnerships-that-last'

  // Somebody who has never been here registers.
  const visitor = await browser.newPage({ locale: 'en', width: 390 })
  await visitor.goto(server.origin + seminar)
  expect(await visitor.title()).toContain('Partnerships that last')
  await visitor.getByRole('link', { name: 'Register' }).first().click()
  for (const [name, value] of Object.entries({
    givenName: 'Lucía',
    familyName: 'Núñez',
    email: 'lucia@example.org',
    organisation: 'Municipio de Puerto Verde',
  }))
    await visitor.locator(`main [name="${name}"]`).first().fill(value)
  await visitor.locator('main [name=category][value=elected]').check()
  await visitor.locator('main [name=country]').selectOption('CO')
  await visitor.locator('main [name=consent-data]').check()
  await visitor.getByRole('main').getByRole('button', { name: 'Send my registration' }).click()
  expect(await visitor.locator('#errors').count(), await visitor.locator('main').innerText()).toBe(0)
  expect(await visitor.getByRole('heading', { level: 1 }).innerText()).toBe('You have a place')
  const confirmation = await arrived(/Partnerships that last/)
  expect(confirmation?.to && 'text' in confirmation.to ? confirmation.to.text : '').toContain('lucia@example.org')
  expect(confirmation?.text).toContain('Town hall')

  // Whoever organises sees them.
  await page.goto(`${server.origin}/en/desk/seminars/partnerships-that-last/registrations`)
  const row = page.getByRole('row').filter({ hasText: 'Lucía Núñez' })
  expect(await row.count()).toBe(1)
  expect(await row.locator('.state').innerText()).toBe('confirmed')

  // Nothing of the first visit is left to do.
  await page.goto(`${server.origin}/en/setup`)
  expect(await page.getByText('5 of 5 done').count()).toBe(1)
  await press(page, 'Leave the first visit')
  await page.goto(`${server.origin}/en/`)
  expect(await page.getByText('Go on with the first visit').count()).toBe(0)

  expect(met.pages).toBeLessThanOrEqual(17)
  expect(met.fields).toBeLessThanOrEqual(20)
}, 180_000)
