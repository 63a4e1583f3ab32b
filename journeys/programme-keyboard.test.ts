import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openJourney, seminar, server, signIn } from './support/journey.ts'
import { problemsOf } from './support/page-checks.ts'

openJourney()

/** Other journeys use the machine at the same time. */
const patient = { timeout: 15_000 }
const at = (path: string) => `${server.origin}/en/desk${seminar}${path}`
const status = (page: Page) => page.getByRole('status').first().innerText()

/** Goes on with Tab until something of this name has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 400; presses++) {
    await page.keyboard.press('Tab')
    const reached = await page.evaluate<string>(
      '(document.activeElement?.labels?.[0]?.textContent ?? document.activeElement?.textContent ?? "").trim()',
    )
    if (name.test(reached)) return
  }
  throw new Error(`Tab does not lead to ${name}`)
}

test('by keyboard alone: a finding is set aside, a slot lengthened, the programme released, and people told', async () => {
  const page = await signIn('organiser', { locale: 'en' })
  await page.goto(at('/checks'))
  await tabTo(page, /^Set aside – Same title more than once/)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.type('A dialogue in two parts, on purpose.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForLoadState()
  await expect.poll(() => page.locator('main').innerText(), patient).toContain('A dialogue in two parts, on purpose.')
  expect(await problemsOf(page)).toEqual([])

  await page.goto(at('/edit/slots/lunch'))
  await tabTo(page, /^Ends at/)
  await page.keyboard.press('Control+a')
  await page.keyboard.type('15:00')
  await page.keyboard.press('Enter')
  await page.waitForURL(/edit\/programme$/)

  await page.goto(at('/programme'))
  await tabTo(page, /^Release for everybody$/)
  await page.keyboard.press('Enter')
  await expect.poll(() => status(page), patient).toContain('Everybody sees it now')
  await tabTo(page, /^See the mail that tells them$/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/programme\/tell$/)
  expect(await problemsOf(page)).toEqual([])
  await tabTo(page, /^Tell \d+ people$/)
  await page.keyboard.press('Enter')
  await expect.poll(() => status(page), patient).toMatch(/\d+ people/)
  expect(await page.locator('main').innerText()).toContain('There is nobody to tell')
})

test('by keyboard alone: a panel gets a seat for somebody new; a slot is removed and brought back', async () => {
  const page = await signIn('organiser', { locale: 'en' })
  await page.goto(at('/edit/slots/part-1'))
  await tabTo(page, /^Save, then: Panel/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/part-1\/panel$/)
  await tabTo(page, /^Save, then: Add a person/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/people\/~new/)
  await tabTo(page, /^Given name/)
  await page.keyboard.type('Nuria')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Casals Roig')
  // Enter saves, from any line of the form: the address was left out, and is not asked for.
  await page.keyboard.press('Enter')
  await page.waitForURL(/part-1\/panel$/)
  await tabTo(page, /^Add a seat$/)
  await page.keyboard.press('Enter')
  await page.locator('legend').nth(6).waitFor()
  expect(await problemsOf(page)).toEqual([])
  // The seventh seat: its region, its organisation, its person.
  for (let seat = 1; seat <= 7; seat++) await tabTo(page, /^Region/)
  await page.keyboard.type('Europe')
  await tabTo(page, /^Person/)
  await page.keyboard.type('Casals')
  await page.keyboard.press('Tab')
  await page.keyboard.type('inv')
  await tabTo(page, /^Move seat 7 up$|^UpMove seat 7 up$/)
  await page.keyboard.press('Enter')
  await page.locator('legend').nth(5).waitFor()
  await tabTo(page, /^Save$/)
  await page.keyboard.press('Enter')
  await expect.poll(() => status(page), patient).toContain('Saved')
  expect(await page.locator('select[name$=".person"]').nth(5).locator('option:checked').innerText()).toBe(
    'Casals Roig, Nuria',
  )
  expect(await page.locator('select[name$=".state"]').nth(5).inputValue()).toBe('invited')
  expect(await problemsOf(page)).toEqual([])

  await page.goto(at('/edit/slots/coffee'))
  await tabTo(page, /^Remove this slot$/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/coffee\/remove$/)
  await tabTo(page, /^Remove the slot$/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/removed=coffee$/)
  await tabTo(page, /^Bring “Coffee” back$/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/edit\/programme$/)
  await expect.poll(() => status(page), patient).toContain('“Coffee” is back in the draft.')
  expect(await page.locator('#removed').count()).toBe(0)
}, 120_000)
