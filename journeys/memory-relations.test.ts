import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { browser, openJourney, server, signIn } from './support/journey.ts'
import { problemsOf } from './support/page-checks.ts'

openJourney()

/** Other journeys use the machine at the same time. */
const patient = { timeout: 15_000 }
const at = (path: string, locale = 'fr') => `${server.origin}/${locale}/territories/brecourt-sur-loire${path}`
const said = async (page: Page) => (await page.locator('main').innerText()).replace(/\s/g, ' ')
const field = (page: Page, name: string) => page.locator(`main [name="${name}"]`)
const send = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** Goes on with Tab until something of this name has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press('Tab')
    const reached = await page.evaluate<string>(
      '(document.activeElement?.labels?.[0]?.textContent ?? document.activeElement?.textContent ?? "").trim()',
    )
    if (name.test(reached)) return
  }
  throw new Error(`Tab does not lead to ${name}`)
}

test('without JavaScript: a relationship is written down with a partner, shown to the public, and removed', async () => {
  const page = await signIn('keeper', { javaScript: 'blocked' })
  await page.goto(at('/relationships'))
  await page.getByRole('link', { name: 'Ajouter une relation' }).click()
  await send(page, 'Enregistrer la relation')
  expect(await problemsOf(page)).toEqual([])
  expect(await page.getByRole('alert').innerText()).toContain('2 points')
  await field(page, 'kind').selectOption('cooperation')
  await field(page, 'during').fill('juin 2011')
  await field(page, 'name-fr').fill('Coopération avec Rio Manso')
  await field(page, 'sensitivity-fr').fill('Ne jamais parler du barrage')
  await page.getByLabel('Public', { exact: true }).check()
  await send(page, 'Enregistrer la relation')
  const relationship = page.url()
  expect(await page.getByRole('status').first().innerText()).toContain('La relation est enregistrée.')
  expect(await said(page)).toContain('depuis juin 2011')

  await page.getByRole('link', { name: 'Ajouter un partenaire' }).click()
  await field(page, 'organisation-new').fill('Prefeitura de Rio Manso')
  await send(page, 'Enregistrer le partenaire')
  expect(await said(page)).toContain('Prefeitura de Rio Manso')
  expect(await problemsOf(page)).toEqual([])

  const visitor = await browser.newPage({ javaScript: 'blocked' })
  await visitor.goto(relationship)
  expect(await said(visitor)).toContain('depuis juin 2011')
  expect(await said(visitor)).not.toContain('barrage')
  // A partner that was only named is internal until somebody shows it.
  expect(await said(visitor)).not.toContain('Prefeitura de Rio Manso')

  await page.getByRole('link', { name: 'Retirer cette relation' }).click()
  expect(await said(page)).toContain('1 partenaire qui y est nommé')
  expect(await problemsOf(page)).toEqual([])
  await send(page, 'Retirer la relation')
  expect(await page.getByRole('status').first().innerText()).toContain('La relation est retirée.')
  expect(await said(page)).not.toContain('Rio Manso')
})

test('without JavaScript: an agreement is noted with its signature, and says what is to be done by when', async () => {
  const page = await signIn('keeper', { javaScript: 'blocked' })
  await page.goto(at('/relationships'))
  await page.getByRole('link', { name: 'Jumelage avec Altendorf am See' }).click()
  await page.getByRole('link', { name: 'Ajouter un accord' }).click()
  await field(page, 'title-fr').fill('Accord de coopération')
  // Only the questions that matter for the answer are in sight.
  await page.locator('main [name="renewal"][value="indefinite"]').check()
  expect(await field(page, 'firstEnd').isVisible()).toBe(false)
  await page.locator('main [name="renewal"][value="tacit"]').check()
  expect(await field(page, 'renewalMonths').isVisible()).toBe(true)
  await send(page, 'Enregistrer l’accord')
  expect(await problemsOf(page)).toEqual([])
  expect(await field(page, 'title-fr').inputValue()).toBe('Accord de coopération')
  await field(page, 'firstEnd').fill('2017-08-28')
  await field(page, 'renewalMonths').fill('12')
  await field(page, 'noticeMonths').fill('2')
  await send(page, 'Enregistrer l’accord')
  await field(page, 'kind').selectOption('signed')
  await field(page, 'on').fill('2011-08-29')
  await send(page, 'Noter l’événement')
  expect(await said(page)).toContain('Au plus tard le 28 juin 2018 : décider s’il se poursuit.')
  expect(await problemsOf(page)).toEqual([])
})

test('by keyboard alone: an agreement is found, and a denunciation noted on its page', async () => {
  const page = await signIn('keeper', { locale: 'en' })
  await page.goto(at('/relationships', 'en'))
  await tabTo(page, /confluen/i)
  await page.keyboard.press('Enter')
  await page.waitForURL(/relationships\/[0-9a-f-]{36}$/)
  expect(await said(page)).toMatch(/By 30 September 2018: decide whether it goes on/)
  const agreement = await page.locator('main a[href*="/agreements/"]').first().innerText()
  await tabTo(page, new RegExp(`^${agreement}`))
  await page.keyboard.press('Enter')
  await page.waitForURL(/agreements\/[0-9a-f-]{36}$/)
  await tabTo(page, /^Note what has happened/)
  await page.keyboard.press('Enter')
  await tabTo(page, /^What happened/)
  await page.keyboard.type('Notice')
  await tabTo(page, /^Note it$/)
  await page.keyboard.press('Enter')
  await expect.poll(() => said(page), patient).toContain('Notice given: it ends on 31 December 2018.')
  expect(await problemsOf(page)).toEqual([])
})
