import { expect, test } from 'vitest'
import { troublesOf } from './support/browser.ts'
import { browser, openJourney, seminar, server, signIn } from './support/journey.ts'
import { problemsOf } from './support/page-checks.ts'

openJourney()
const read = async (page: { locator(selector: string): { innerText(): Promise<string> } }) =>
  (await page.locator('main').innerText()).replaceAll('\u00a0', ' ')

test('without JavaScript: postponed, given a new day, cancelled; page, form, calendar and mails say so', async () => {
  const organiser = await signIn('organiser', { locale: 'en', javaScript: 'blocked' })
  organiser.setDefaultTimeout(15_000)
  const life = `${server.origin}/en/desk${seminar}/life`
  const visitor = await browser.newPage({ locale: 'es', width: 390, scheme: 'dark', javaScript: 'blocked' })
  const publicPage = `${server.origin}/es${seminar}`

  // Postponed, with the reason in two of the four languages.
  await organiser.goto(life)
  expect(await problemsOf(organiser)).toEqual([])
  await organiser.getByRole('link', { name: 'Postpone it, without a new day' }).click()
  await organiser.getByRole('button', { name: 'Look at what people will read' }).click()
  // Nothing was said: the sentence stands beside the field.
  expect(await organiser.locator('.errors').innerText()).toContain('Say why')
  await organiser.getByLabel('Reason, in French').fill('Les trains sont en grève ce jour-là.')
  await organiser.getByLabel('Reason, in Spanish').fill('Ese día hay huelga de trenes.')
  await organiser.getByRole('button', { name: 'Look at what people will read' }).click()
  const looked = await read(organiser)
  expect(looked).toContain('Nothing has been done yet')
  expect(looked).toMatch(/One mail each is written, to \d+ people/)
  expect(await problemsOf(organiser)).toEqual([])
  await organiser.getByRole('button', { name: 'Postpone the seminar' }).click()
  await organiser.waitForURL(life)
  expect(await read(organiser)).toContain('It is postponed and has no new day yet')

  await visitor.goto(publicPage)
  const postponed = await read(visitor)
  expect(postponed).toContain('Este seminario está pospuesto')
  expect(postponed).toContain('Ese día hay huelga de trenes.')
  expect(await problemsOf(visitor)).toEqual([])
  await visitor.goto(`${publicPage}/register`)
  expect(await read(visitor)).toContain('La inscripción espera su nueva fecha')
  expect(await visitor.locator('main form').count()).toBe(0)
  const calendar = await visitor.request.get(`${publicPage}/calendar.ics`)
  expect(await calendar.text()).toContain('STATUS:CANCELLED')

  // Its new day.
  await organiser.getByRole('link', { name: 'Set its new day' }).click()
  await organiser.getByLabel('New day').fill('2018-10-12')
  await organiser.getByRole('button', { name: 'Look at what people will read' }).click()
  expect(await read(organiser)).toContain('Friday 12 October 2018')
  await organiser.getByRole('button', { name: 'Change what is written' }).click()
  expect(await organiser.getByLabel('New day').inputValue()).toBe('2018-10-12')
  await organiser.getByRole('button', { name: 'Look at what people will read' }).click()
  await organiser.getByRole('button', { name: 'Set the new day' }).click()
  await organiser.waitForURL(life)
  await visitor.goto(publicPage)
  expect(await read(visitor)).toContain('Se realizará el 12 de octubre de 2018')
  // A public answer may be a second old (decision 0006).
  await expect
    .poll(async () => (await visitor.request.get(`${publicPage}/calendar.ics`)).text(), { timeout: 5000 })
    .toContain('STATUS:CONFIRMED')
  await visitor.goto(`${server.origin}/es/seminars`)
  expect(await read(visitor)).toContain('12 de octubre de 2018 · nueva fecha')

  // Cancelled in the end: read in the list of mails.
  await organiser.getByRole('link', { name: 'Cancel it' }).click()
  await organiser.getByLabel('Reason, in French').fill('Trop peu de personnes peuvent venir.')
  await organiser.getByRole('button', { name: 'Look at what people will read' }).click()
  await organiser.getByRole('button', { name: 'Cancel the seminar' }).click()
  await organiser.waitForURL(life)
  const log = await organiser.getByRole('table').last().innerText()
  for (const said of ['This seminar is cancelled', 'This seminar has a new day', 'This seminar is postponed'])
    expect(log).toContain(said)
  expect(await problemsOf(organiser)).toEqual([])
  // A page is kept for a second.
  const seen = async () => {
    await visitor.goto(publicPage)
    return read(visitor)
  }
  await expect.poll(seen, { timeout: 10_000 }).toContain('Este seminario está cancelado')
  await visitor.goto(`${publicPage}/register`)
  expect(await visitor.locator('main form').count()).toBe(0)
  await organiser.goto(`${server.origin}/en/desk${seminar}/mails`)
  await organiser.getByRole('row').filter({ hasText: 'Seminar cancelled' }).first().getByRole('link').first().click()
  expect(await read(organiser)).toContain('Trop peu de personnes peuvent venir.')
  expect(troublesOf(organiser)).toEqual([])
  expect(troublesOf(visitor)).toEqual([])
}, 120_000)
