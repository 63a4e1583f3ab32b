import { mkdir } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { troublesOf } from './support/browser.ts'
import { browser, openJourney, seminar, server, signIn } from './support/journey.ts'
import { problemsOf } from './support/page-checks.ts'

openJourney()

test('a seminar is taken out as a file, changed on both sides, and brought back field by field, without JavaScript', async () => {
  const page = await signIn('organiser', { locale: 'en', javaScript: false, width: 390 })
  const address = `${server.origin}/en/desk${seminar}/seminar.yaml`
  const answer = await page.request.get(address)
  expect(answer.status()).toBe(200)
  const yaml = await answer.text()
  expect(yaml).toContain('fr: Vers une action internationale durable')

  // A colleague imports a file of theirs, then gives more places in the browser.
  const colleague = await signIn('organiser', { locale: 'en' })
  for (const one of [page, colleague]) one.setDefaultTimeout(15_000)
  const importing = async (on: typeof page, text: string) => {
    await on.goto(`${server.origin}/en/desk/import`)
    await on.locator('textarea[name="text"]').fill(text)
    await on.getByRole('button', { name: 'Look at what would change' }).click()
  }
  await importing(colleague, yaml.replace('en: Crossed views between', 'en: Two shores, crossed views between'))
  await colleague.getByRole('button', { name: 'Import', exact: true }).click()
  await colleague.waitForURL(/\/desk\/seminars\//)
  await colleague.goto(`${server.origin}/en/desk${seminar}/places/edit`)
  await colleague.locator('input[name*="capacity"]').first().fill('230')
  await colleague.locator('main form button[type="submit"], main form button:not([type])').last().click()
  await colleague.waitForURL(/\/places/)

  // The file still says 200, and 40 for the universities.
  const wanted = yaml.replace('capacity: 200', 'capacity: 210').replace('subtitle:', 'cancelled: false\nsubtitle:')
  await importing(page, wanted)
  const main = page.locator('main')
  expect(await main.innerText()).toContain('The file and the browser say different things about one point')
  const field = page.getByRole('group', { name: 'Places', exact: true })
  expect(await field.innerText()).toMatch(/At the last import: 200[\s\S]*230[\s\S]*210/)
  expect(await page.locator('input[type="radio"]:checked').count()).toBe(0)
  await importing(colleague, wanted)
  expect(await problemsOf(colleague)).toEqual([])
  const { PICTURES } = process.env
  if (PICTURES) {
    await mkdir(PICTURES, { recursive: true })
    await colleague.screenshot({ path: `${PICTURES}/decide-wide.png`, fullPage: true })
  }
  await colleague.setViewportSize({ width: 320, height: 700 })
  await colleague.emulateMedia({ colorScheme: 'dark' })
  await colleague.getByRole('button', { name: 'Import with these choices' }).click()
  await colleague.getByRole('alert').waitFor()
  expect(await problemsOf(colleague)).toEqual([])
  if (PICTURES) await colleague.screenshot({ path: `${PICTURES}/decide-phone.png`, fullPage: true })

  await page.getByRole('button', { name: 'Import with these choices' }).click()
  expect(await page.getByRole('alert').innerText()).toContain('Choose one of the two for Places')
  await page.getByRole('button', { name: 'Choose what stands there now everywhere' }).click()
  expect(
    await page.getByRole('group', { name: 'Places', exact: true }).getByLabel('Keep what stands there now').isChecked(),
  ).toBe(true)
  await page.getByRole('button', { name: 'Import with these choices' }).click()
  await page.waitForURL(/\/desk\/seminars\//)
  expect(await main.innerText()).toContain('One change made in the browser since the last import stays.')
  const after = await (await page.request.get(address)).text()
  expect(after).toContain('capacity: 230')
  // The colleague's words of the file before are the file's again.
  expect(after).toContain('en: Crossed views between')
  expect(troublesOf(page)).toEqual([])
  expect(troublesOf(colleague)).toEqual([])
  expect(
    await browser
      .newPage({ locale: 'en' })
      .then(anybody => anybody.request.get(address))
      .then(found => found.url()),
  ).toContain('sign-in')
}, 120_000)
