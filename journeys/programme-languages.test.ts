import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { troublesOf } from './support/browser.ts'
import { browser, openJourney, seminar, server, signIn } from './support/journey.ts'
import { problemsOf } from './support/page-checks.ts'

openJourney()

const at = (path: string) => `${server.origin}${path}`
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

/** The same without its Portuguese, wherever it stands. */
function withoutPortuguese(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPortuguese)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'pt')
      .map(([key, inner]) => [key, withoutPortuguese(inner)]),
  )
}

test('released in French, two titles translated, published in Portuguese: a visitor reads them; without JavaScript', async () => {
  const page = await signIn('organiser', { locale: 'en', javaScript: false, width: 390 })
  page.setDefaultTimeout(15_000)
  const main = page.locator('main')
  // A programme that nobody has translated into Portuguese yet.
  const file = parse(await (await page.request.get(at(`/en/desk${seminar}/seminar.yaml`))).text())
  await page.goto(at('/en/desk/import'))
  await page
    .locator('textarea[name="text"]')
    .fill(stringify({ ...file, programme: withoutPortuguese(file.programme) as object }))
  await button(page, 'Look at what would change').click()
  await button(page, /^Import$/).click()
  await page.waitForURL(/\/desk\/seminars\//)

  // Released in the language it was written in, and in no other.
  await page.goto(at(`/en/desk${seminar}/programme`))
  // The draft says what everybody sees: the form stands folded.
  await page.locator('main details > summary').click()
  for (const box of await page.locator('main form input[type="checkbox"]').all()) await box.uncheck()
  await page.locator('[name="name.fr"]').fill('Programme de mai')
  await button(page, 'Release for everybody').click()
  const visitor = await browser.newPage({ locale: 'pt', javaScript: 'blocked', width: 390, scheme: 'dark' })
  const programme = at(`/pt${seminar}/programme`)
  await visitor.goto(programme)
  expect(await visitor.locator('main').innerText()).toContain('Accueil par les organisateurs')

  await page.goto(at(`/en/desk${seminar}/programme/languages`))
  const row = page.getByRole('row').filter({ hasText: 'Portuguese' })
  expect(await row.innerText()).toContain('Not published in this language')
  await row.getByRole('link', { name: /^Translate/ }).click()
  await page.getByRole('link', { name: /^Missing or out of date/ }).click()
  const field = (original: string) =>
    page
      .locator('.sides')
      .filter({ has: page.getByText(original, { exact: true }) })
      .getByRole('textbox')
  await field('Inscription').fill('Credenciamento')
  await field('Accueil par les organisateurs').fill('Boas-vindas')
  await button(page, 'Save as reviewed').click()
  await page.getByText('2 texts are saved.').waitFor()
  // What is done is not among what is to do any more.
  expect(await field('Inscription').count()).toBe(0)
  await visitor.goto(programme)
  expect(await visitor.locator('main').innerText()).not.toContain('Boas-vindas')

  await page.goto(at(`/en/desk${seminar}/programme/languages`))
  await row.getByRole('link', { name: /^Publish/ }).click()
  expect(await main.innerText()).toContain('2 texts of the version “Programme de mai” are published.')
  expect(await main.innerText()).toContain('Éléments qui permettent')
  await button(page, 'Publish in Portuguese').click()
  await page.getByText('published in Portuguese: 2 texts').waitFor()
  expect(await row.getByRole('link', { name: /^Publish/ }).count()).toBe(0)

  // The page of a moment ago is kept for a second.
  await expect
    .poll(async () => {
      await visitor.goto(programme)
      return visitor.locator('main').innerText()
    })
    .toContain('Boas-vindas')
  const words = await visitor.locator('main').innerText()
  expect(words).toContain('Credenciamento')
  expect(words).not.toContain('Accueil par les organisateurs')
  // What is missing is in French, and says so.
  expect(await visitor.locator('main [lang="fr"]').count()).toBeGreaterThan(3)
  expect(await problemsOf(visitor)).toEqual([])
  expect(troublesOf(page)).toEqual([])
}, 90_000)

test('by keyboard alone: a translation is written, read over and saved; the pages are in order at every width', async () => {
  const page = await signIn('organiser', { locale: 'en' })
  page.setDefaultTimeout(15_000)
  const path = at(`/en/desk${seminar}/programme/translate/es`)
  await page.goto(path)
  const title = page.locator('#slot-coffee').getByRole('textbox').first()
  const name = await title.getAttribute('name')
  await title.focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Pausa de media mañana')
  // The Enter key saves, as a draft: nobody says by accident that a text was read over.
  await page.keyboard.press('Enter')
  await page.getByText('1 text is saved.').waitFor()
  const written = page.locator(`[name="${name}"]`)
  expect(await written.inputValue()).toBe('Pausa de media mañana')
  const sides = page.locator('.sides').filter({ has: written })
  expect(await sides.innerText()).toContain('draft')
  await written.focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  expect(await sides.getByRole('checkbox').isChecked()).toBe(true)
  await page.keyboard.press('Enter')
  await page.getByText('1 text is saved.').waitFor()
  expect(await sides.innerText()).toContain('reviewed')
  expect(await sides.getByRole('checkbox').count()).toBe(0)

  // What is wrong is told, with what was typed, and the page stays in order.
  await written.fill('x'.repeat(301))
  await button(page, 'Save as drafts').click()
  await page.getByRole('alert').waitFor()
  expect(await problemsOf(page)).toEqual([])
  await page.setViewportSize({ width: 320, height: 800 })
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await problemsOf(page)).toEqual([])
  for (const other of ['languages', 'publish/es']) {
    await page.goto(at(`/en/desk${seminar}/programme/${other}`))
    expect(await problemsOf(page), other).toEqual([])
  }
  expect(troublesOf(page)).toEqual([])
}, 90_000)
