import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openJourney, seminar, server, signIn } from './support/journey.ts'
import { problemsOf } from './support/page-checks.ts'

openJourney()

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
  await expect.poll(() => page.locator('main').innerText()).toContain('A dialogue in two parts, on purpose.')
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
  await expect.poll(() => status(page)).toContain('Everybody sees it now')
  await tabTo(page, /^See the mail that tells them$/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/programme\/tell$/)
  expect(await problemsOf(page)).toEqual([])
  await tabTo(page, /^Tell \d+ people$/)
  await page.keyboard.press('Enter')
  await expect.poll(() => status(page)).toMatch(/\d+ people/)
  expect(await page.locator('main').innerText()).toContain('There is nobody to tell')
})
