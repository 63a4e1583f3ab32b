import { expect, test } from 'vitest'
import { troublesOf } from './support/browser.ts'
import { browser, openJourney, seminar, server, signIn } from './support/journey.ts'
import { problemsOf } from './support/page-checks.ts'

openJourney()

test('ten minutes before the deadline somebody joins the line, comes up from it, and gives the place back', async () => {
  const anybody = await browser.newPage({ locale: 'en' })
  await anybody.request.post(`${server.origin}/demo/moment`, { data: { key: 'last-minute' } })
  const page = await browser.newPage({ locale: 'en', width: 390, javaScript: false })
  await page.goto(`${server.origin}/en${seminar}/register`)
  await page.getByLabel('Given name').fill('Niamh')
  await page.getByLabel('Family name').fill('Lastminute')
  await page.getByLabel('E-mail address').fill('niamh.lastminute@example.org')
  await page.getByLabel('Elected member').check()
  await page.getByLabel('Organisation', { exact: true }).fill('Council of the last ferry')
  await page.getByLabel('Country of the organisation').selectOption('JP')
  await page.getByRole('checkbox').first().check()
  await page.getByRole('button', { name: 'Send my registration' }).click()
  await page.waitForURL(/\/registered\//)
  const receipt = await page.locator('main').innerText()
  expect(receipt).toContain('waiting list')

  // The organiser reads why, gives one place more to each who can have it, and the line moves.
  const organiser = await signIn('organiser')
  await organiser.goto(`${server.origin}/en/desk${seminar}/waiting-list`)
  expect(await organiser.locator('main').innerText()).toContain('200 of 200')
  expect(await problemsOf(organiser)).toEqual([])
  await organiser.goto(`${server.origin}/en/desk${seminar}/registrations?q=Lastminute`)
  await organiser.getByRole('link', { name: /Lastminute/ }).click()
  const detail = await organiser.locator('main').innerText()
  expect(detail).toContain('waiting list')

  await organiser.goto(`${server.origin}/en/desk${seminar}/places/edit`)
  const capacity = organiser.locator('input[name*="capacity"]').first()
  expect(await capacity.inputValue()).toBe('200')
  await capacity.fill('300')
  await organiser.locator('main form button[type="submit"], main form button:not([type])').last().click()
  await organiser.waitForURL(/\/places/)
  await organiser.goto(`${server.origin}/en/desk${seminar}/registrations?q=Lastminute`)
  expect(await organiser.getByRole('row').filter({ hasText: 'Lastminute' }).innerText()).toContain('confirmed')

  // Her own page, from the mail: the code for the door, and the way to give the place back.
  await organiser.goto(`${server.origin}/en/administration/mails`)
  await organiser.getByRole('row').filter({ hasText: 'Lastminute' }).getByRole('link').first().click()
  const link = /https?:\/\/\S+\/en\/me\/\S+/.exec(await organiser.locator('main').innerText())?.[0] as string
  await page.goto(link)
  expect(await page.locator('main svg, main img').count()).toBeGreaterThan(0)
  await page.goto(`${link}/cancel`)
  await page.locator('main form button').first().click()
  await page.waitForURL(/\/me\//)
  expect(await page.locator('main').innerText()).toContain('cancelled')
  expect(troublesOf(page)).toEqual([])
  expect(troublesOf(organiser)).toEqual([])
}, 90_000)

test('after the deadline, a question to one’s category is there to be answered; on a telephone answers have room', async () => {
  const anybody = await browser.newPage({ locale: 'en' })
  await anybody.request.post(`${server.origin}/demo/moment`, { data: { key: 'closed' } })
  const organiser = await signIn('organiser', { width: 320 })
  await organiser.goto(`${server.origin}/en/desk${seminar}/registrations?category=elected&state=confirmed`)
  await organiser.locator('main tbody a[href*="/registrations/"]').first().click()
  await organiser.locator('a[href*="/administration/mails/"]').last().waitFor()
  // A term that is a question of many words leaves half of the width to what was answered.
  const narrowest: number = await organiser.evaluate(
    'Math.min(...[...document.querySelectorAll(".facts dd")].map(answer => answer.getBoundingClientRect().width))',
  )
  expect(narrowest).toBeGreaterThan(110)
  expect(await problemsOf(organiser)).toEqual([])
  await organiser.locator('a[href*="/administration/mails/"]').last().click()
  const link = /https?:\/\/\S+\/me\/\S+/.exec(await organiser.locator('main').innerText())?.[0] as string

  const page = await browser.newPage({ locale: 'en', width: 390 })
  await page.goto(`${link.replace(/\/\w\w\/me\//, '/en/me/')}/change`)
  const question = page.getByRole('group', { name: /Has power changed hands/ })
  expect(await question.isVisible()).toBe(true)
  await question.getByRole('radio').nth(2).check()
  await page.getByRole('button', { name: 'Save my answers' }).click()
  await page.waitForURL(/\/me\/[^/]+$/)
  expect(await page.locator('main').innerText()).toContain('What you answered')
  await page.goto(`${page.url()}/change`)
  expect(
    await page
      .getByRole('group', { name: /Has power changed hands/ })
      .getByRole('radio')
      .nth(2)
      .isChecked(),
  ).toBe(true)
  expect(await problemsOf(page)).toEqual([])
}, 90_000)
