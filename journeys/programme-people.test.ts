import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openJourney, seminar, server, signIn } from './support/journey.ts'
import { problemsOf } from './support/page-checks.ts'

openJourney()

const at = (path: string, locale = 'fr') => `${server.origin}/${locale}/desk${seminar}/edit/${path}`
const main = (page: Page) => page.locator('main').innerText()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).last().click()
const choose = (page: Page, name: string, label: string) =>
  page.locator(`select[name="${name}"]`).selectOption({ label })

test('without JavaScript: a room, two people, their panel; somebody is taken off it again', async () => {
  const page = await signIn('organiser', { javaScript: 'blocked', width: 320, scheme: 'dark' })
  await page.goto(at('rooms'))
  expect(await problemsOf(page)).toEqual([])
  await page.getByRole('link', { name: 'Ajouter une salle' }).click()
  await page.locator('[name="name.fr"]').fill('Salle des arcades')
  await page.locator('[name="capacity"]').fill('beaucoup')
  await press(page, 'Enregistrer')
  expect(await main(page)).toContain('indiquez un nombre entier')
  expect(await page.locator('[name="capacity"]').inputValue()).toBe('beaucoup')
  expect(await problemsOf(page)).toEqual([])
  await page.locator('[name="capacity"]').fill('120')
  await press(page, 'Enregistrer')
  expect(await main(page)).toContain('120 personnes')

  for (const [givenName, familyName] of [
    ['Marisol', 'Lagos Fuentes'],
    ['Yannick', 'Keravel'],
  ] as const) {
    await page.goto(at('people/~new'))
    await page.locator('[name="givenName"]').fill(givenName)
    await page.locator('[name="familyName"]').fill(familyName)
    await page.locator('[name="email"]').fill('cabinet@example.org')
    await press(page, 'Enregistrer')
  }
  expect(await main(page)).toContain('Marisol Lagos Fuentes a aussi cette adresse')
  expect(await problemsOf(page)).toEqual([])
  await page.getByLabel('Les deux lisent cette adresse').check()
  await press(page, 'Enregistrer')
  expect(await main(page)).toContain('Yannick Keravel')
  expect(await problemsOf(page)).toEqual([])

  await page.goto(at('slots/part-1/panel'))
  await choose(page, 'seat.latin-america-1.person', 'Lagos Fuentes, Marisol')
  await choose(page, 'seat.latin-america-1.state', 'confirmé')
  await choose(page, 'seat.europe-1.person', 'Lagos Fuentes, Marisol')
  await press(page, 'Enregistrer')
  expect(await main(page)).toContain('Marisol Lagos Fuentes a déjà un siège à ce panel.')
  expect(await problemsOf(page)).toEqual([])
  await choose(page, 'seat.europe-1.person', 'Keravel, Yannick')
  await press(page, 'Monter le siège 4')
  await press(page, 'Enregistrer')
  expect(await main(page)).toContain('Amérique latine\u00a0: 1 confirmé sur 3')
  expect(await page.locator('legend').nth(2).innerText()).toBe('Siège 3, Europe')

  // Somebody answers while the form is open, and something else is changed in it: both are kept, and it is said.
  const other = await signIn('organiser', { javaScript: 'blocked' })
  await other.goto(at('slots/part-1/panel'))
  await choose(other, 'seat.latin-america-1.state', 'décliné')
  await press(other, 'Enregistrer')
  await choose(page, 'seat.europe-2.region', 'Une autre région')
  await press(page, 'Enregistrer')
  expect(await main(page)).toContain('Quelqu’un d’autre avait enregistré ici entre-temps')
  expect(await main(page)).toContain('Amérique latine\u00a0: 0 confirmé sur 3 · 1 décliné')
  expect(await problemsOf(page)).toEqual([])

  await page.goto(at('people'))
  await page.getByRole('link', { name: 'Marisol Lagos Fuentes', exact: true }).click()
  expect(await problemsOf(page)).toEqual([])
  await page.goto(`${page.url()}/remove`)
  expect(await main(page)).toContain('siège au panel, décliné')
  expect(await problemsOf(page)).toEqual([])
  await press(page, 'Retirer')
  expect(await main(page)).not.toContain('Marisol')
  await page.goto(at('slots/part-1/panel'))
  expect(await main(page)).toContain('Amérique latine\u00a0: 0 confirmé sur 3')

  await page.goto(at('rooms/salle-des-arcades/remove'))
  expect(await problemsOf(page)).toEqual([])
  await press(page, 'Retirer')
  expect(await main(page)).toContain('Pas encore de salle')
})

test('without JavaScript: a second day, wrong and put right', async () => {
  const page = await signIn('organiser', { javaScript: 'blocked' })
  await page.goto(at('days', 'es'))
  await press(page, 'Agregar un día')
  expect(await problemsOf(page)).toEqual([])
  const fields = ['date', 'from', 'to'].map(part => page.locator(`[name="day.~new-1.${part}"]`))
  for (const [index, text] of ['2018-07-05', '14:00', '9:00'].entries()) await fields[index]?.fill(text)
  await press(page, 'Guardar')
  expect(await page.locator('.errors li').allInnerTexts()).toHaveLength(2)
  expect(await problemsOf(page)).toEqual([])
  for (const [index, text] of ['2018-07-06', '9', '12.30'].entries()) await fields[index]?.fill(text)
  await press(page, 'Guardar')
  expect(await page.locator('[name="day.2018-07-06.to"]').inputValue()).toBe('12:30')
  await press(page, 'Quitar el día 2')
  await press(page, 'Guardar')
  expect(await main(page)).toContain('El programa dura un día.')
})
