import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { browser, openJourney, server, signIn } from './support/journey.ts'
import { problemsOf } from './support/page-checks.ts'

openJourney()

const at = (path: string, locale = 'fr') => `${server.origin}/${locale}/territories/brecourt-sur-loire${path}`
const said = async (page: Page) => (await page.locator('main').innerText()).replace(/\s/g, ' ')
const send = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
/** The same page, narrow and dark, in another language. */
async function narrowly(page: Page, width = 320) {
  const before = page.viewportSize() ?? { width: 1280, height: 900 }
  await page.setViewportSize({ width, height: 800 })
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await problemsOf(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize(before)
}

/** Writes a relationship with the partner of that name, and says where it is. */
async function write(page: Page, name: string, more: Record<string, string>): Promise<string> {
  await page.goto(at('/relationships/new'))
  const field = (named: string) => page.locator(`main [name="${named}"]`)
  await field('kind').selectOption('twinning')
  await field('name-fr').fill(name)
  const partner = field('organisation').locator('option', { hasText: 'Rio Manso' })
  if ((await partner.count()) > 0) await field('organisation').selectOption(await partner.first().getAttribute('value'))
  else await field('organisation-new').fill('Prefeitura de Rio Manso')
  for (const [key, value] of Object.entries(more)) await field(key).fill(value)
  await page.locator('main [name="visibility"][value="0"]').check()
  await send(page, 'Enregistrer la relation')
  return new URL(page.url()).pathname
}

test('without JavaScript: two relationships are joined from the list of checks, read by their old address, taken apart', async () => {
  const page = await signIn('keeper', { javaScript: 'blocked' })
  const one = await write(page, 'Jumelage avec Rio Manso', { during: '2001', 'narrative-fr': 'Onze familles.' })
  const other = await write(page, 'Rio Manso, jumelage', { during: '2003', 'narrative-fr': 'Le lycée d’abord.' })
  await page.goto(at('/checks/relationship-twice'))
  await page
    .getByRole('link', { name: /^Les réunir/ })
    .first()
    .click()
  expect(await problemsOf(page)).toEqual([])
  await narrowly(page)
  const shown = await said(page)
  for (const part of ['Onze familles.', 'Le lycée d’abord.', 'depuis 2001', 'depuis 2003'])
    expect(shown).toContain(part)
  await page.locator('main [name="choose-name"][value="one"]').check()
  await page.locator('main [name="choose-during"][value="one"]').check()
  await page.locator('main [name="choose-narrative"][value="both"]').check()
  await send(page, 'Réunir les deux')
  expect(await page.getByRole('status').first().innerText()).toContain('n’en font plus qu’une')
  const joined = new URL(page.url()).pathname
  const gone = joined === one ? other : one
  expect(await said(page)).toContain('Onze familles.')
  expect(await said(page)).toContain('Le lycée d’abord.')

  await page.goto(`${server.origin}${gone}`)
  expect(new URL(page.url()).pathname).toBe(joined)
  expect(await said(page)).toContain('s’est révélée être cette relation')
  expect(await problemsOf(page)).toEqual([])
  await page.getByRole('link', { name: /^Séparer de nouveau/ }).click()
  expect(await problemsOf(page)).toEqual([])
  await narrowly(page)
  await send(page, 'Séparer les deux')
  expect(new URL(page.url()).pathname).toBe(gone)
  expect((await page.goto(`${server.origin}${joined}`))?.status()).toBe(200)
})

test('with the keyboard: several are ticked on the list, one reads what becomes public, and all are opened and closed again', async () => {
  const page = await signIn('keeper', { javaScript: 'blocked' })
  const path = await write(page, 'Relation à ouvrir', { during: '2011', 'reason-fr': 'Un fleuve chacune' })
  await page.goto(at('/relationships'))
  expect(await problemsOf(page)).toEqual([])
  await narrowly(page)
  const box = page.getByRole('checkbox', { name: 'Choisir Relation à ouvrir' })
  await box.focus()
  await page.keyboard.press('Space')
  await page.getByRole('radio', { name: 'Public', exact: true }).focus()
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Voir ce que cela change' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/circles\?/)
  expect(await problemsOf(page)).toEqual([])
  await narrowly(page)
  expect(await said(page)).toContain('1 devient publique')
  expect(await said(page)).toContain('Prefeitura de Rio Manso')
  const visitor = await browser.newPage({ javaScript: 'blocked' })
  expect((await visitor.goto(`${server.origin}${path}`))?.status()).toBe(404)
  await send(page, 'Rendre 1 relation publique')
  expect(await page.getByRole('status').first().innerText()).toContain('1 relation a été modifiée.')
  expect((await visitor.goto(`${server.origin}${path}`))?.status()).toBe(200)
  await page.getByRole('link', { name: /^Revenir en arrière/ }).click()
  expect(await said(page)).toContain('1 n’est plus publique')
  await send(page, 'Rendre 1 relation interne')
  expect((await visitor.goto(`${server.origin}${path}`))?.status()).toBe(404)
})
