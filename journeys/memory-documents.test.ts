import { expect, test } from 'vitest'
import { pdfOf } from '../test/reading/files.ts'
import { troublesOf } from './support/browser.ts'
import { browser, openJourney, server, signIn } from './support/journey.ts'
import { problemsOf } from './support/page-checks.ts'

openJourney()

const memory = '/territories/brecourt-sur-loire'

test('a document is uploaded on a telephone without JavaScript, shown to the public, and withdrawn', async () => {
  const page = await signIn('keeper', { locale: 'fr', javaScript: false, width: 320, scheme: 'dark' })
  page.setDefaultTimeout(15_000)
  await page.goto(`${server.origin}/fr${memory}/documents`)
  await page.getByRole('link', { name: 'Ajouter un document' }).click()
  await page.getByRole('button', { name: 'Garder' }).click()
  expect(await page.getByRole('alert').innerText()).toContain('Remplissez ce champ.')
  await page.getByLabel('Fichier').setInputFiles({
    name: 'serment-de-jumelage.pdf',
    mimeType: 'application/pdf',
    buffer: pdfOf('BT /F1 12 Tf 72 700 Td (Serment du premier jumelage) Tj ET'),
  })
  await page.getByLabel('Catégorie').selectOption('A09')
  await page.getByLabel('Date du document').fill('vers 1964')
  await page.getByLabel('Public').check()
  await page.getByRole('button', { name: 'Garder' }).click()
  await page.waitForURL(/\/documents\/[0-9a-f-]{36}$/)
  const address = page.url()
  const main = await page.locator('main').innerText()
  expect(main).toMatch(/serment-de-jumelage/)
  expect(main).toMatch(/Convention ou protocole d’accord[\s\S]*vers 1964/)
  expect(main).toMatch(/[0-9a-f]{64}/)

  // The words are found once the job has read them (every minute; here it is asked for in the acts' tests).
  const citizen = await browser.newPage({ javaScript: false })
  await citizen.goto(address)
  expect(await citizen.locator('h1').innerText()).toContain('serment-de-jumelage')
  const file = (await citizen.getByRole('link', { name: /serment-de-jumelage\.pdf/ }).getAttribute('href')) ?? ''
  expect((await citizen.request.get(server.origin + file)).status()).toBe(200)

  await page.getByRole('link', { name: 'Retirer' }).click()
  await page.getByLabel('Pourquoi').fill('Versé par erreur')
  await page.getByRole('button', { name: 'Retirer' }).click()
  await page.waitForURL(/\/documents$/)
  expect(await page.locator('main').innerText()).not.toContain('serment-de-jumelage')
  expect((await citizen.request.get(server.origin + file)).status()).toBe(404)
  expect((await citizen.request.get(address)).status()).toBe(404)
  expect(troublesOf(page)).toEqual([])
})

test('an oral memory is written down and read again; the pages pass the checks', async () => {
  const page = await signIn('keeper', { locale: 'en', width: 320, scheme: 'dark' })
  page.setDefaultTimeout(15_000)
  await page.goto(`${server.origin}/en${memory}/notes`)
  await page.getByRole('link', { name: 'Write down an oral memory' }).click()
  expect(await page.getByLabel('Oral memory').isChecked()).toBe(true)
  await page.getByLabel('In your own words, or in theirs').fill('They came by train, and stayed three weeks.')
  await page.getByRole('button', { name: 'Save' }).click()
  expect(await page.getByRole('alert').innerText()).toContain('Say who told it')
  expect(await problemsOf(page)).toEqual([])
  await page.getByLabel('Told by').selectOption({ index: 1 })
  await page.getByLabel('When it was').fill('summer of 1983')
  await page.getByRole('button', { name: 'Save' }).click()
  expect(await page.getByRole('alert').innerText()).toContain('This date could not be read.')
  await page.getByLabel('When it was').fill('about 1983')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.waitForURL(/\/notes\/[0-9a-f-]{36}$/)
  expect(await page.locator('main').innerText()).toMatch(/They came by train[\s\S]*Told by[\s\S]*about 1983/)
  expect(await problemsOf(page)).toEqual([])
})
