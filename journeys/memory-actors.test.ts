import { expect, test } from 'vitest'
import { troublesOf } from './support/browser.ts'
import { openJourney, server, signIn } from './support/journey.ts'
import { problemsOf } from './support/page-checks.ts'

openJourney()

const memory = '/territories/brecourt-sur-loire'

test('a post, who holds it and who held it in 2009, without JavaScript, on a telephone in the dark', async () => {
  const page = await signIn('keeper', { locale: 'fr', javaScript: false, width: 320, scheme: 'dark' })
  page.setDefaultTimeout(15_000)
  await page.goto(`${server.origin}/fr${memory}/posts`)
  await page.getByRole('link', { name: 'Ajouter une fonction' }).click()
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  // Everything there is to put right at once, and what was typed kept.
  expect(await page.getByRole('alert').innerText()).toContain('Choisissez politique ou technique.')
  await page.getByLabel('Intitulé (français)').fill('Référente des archives')
  await page.getByLabel('Technique').check()
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.waitForURL(/\/posts\/[0-9a-f-]{36}/)
  const post = page.url()
  expect(await page.locator('main').innerText()).toContain('On ne sait pas qui')

  await page.goto(`${server.origin}/fr${memory}/contacts/new`)
  await page.getByLabel('Prénom').fill('Maëlle')
  await page.getByLabel('Nom de famille').fill('Archambault')
  await page.getByLabel('Téléphone').fill('+33 2 00 00 00 00')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.waitForURL(/\/contacts\/[0-9a-f-]{36}/)
  expect(await page.locator('main').innerText()).toContain('Maëlle Archambault')

  await page.goto(post)
  await page.getByRole('link', { name: 'Ajouter une nomination' }).click()
  await page.getByLabel('Personne', { exact: true }).selectOption({ label: 'Maëlle Archambault' })
  await page.getByLabel('Quand').fill('vers 2008 – juin 2012')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.waitForURL(post)
  const asked = page.getByLabel('Qui exerçait cette fonction à cette date')
  await asked.fill('2010')
  await page.getByRole('button', { name: 'Montrer' }).click()
  expect(await page.locator('dl.facts').innerText()).toMatch(/2010\s+Maëlle Archambault/)
  await asked.fill('2008')
  await page.getByRole('button', { name: 'Montrer' }).click()
  expect(await page.locator('dl.facts').innerText()).toContain('(peut-être)')

  // Out of the contacts: the line of the post stays, without a name.
  await page.getByRole('link', { name: 'Maëlle Archambault' }).first().click()
  await page.getByRole('link', { name: 'Retirer' }).click()
  await page.getByRole('button', { name: 'Retirer' }).click()
  await page.waitForURL(/\/contacts$/)
  expect(await page.locator('main').innerText()).not.toContain('Archambault')
  await page.goto(post)
  expect(await page.locator('main').innerText()).toContain('Nom retiré')
  expect(troublesOf(page)).toEqual([])

  // The same pages once more, where they can be measured.
  const measured = await signIn('keeper', { locale: 'fr', width: 320, scheme: 'dark' })
  const at = new URL(post).pathname.replace(`/fr${memory}`, '')
  for (const path of [
    '/posts',
    '/posts?when=2009',
    '/posts/new',
    at,
    `${at}/edit`,
    `${at}/remove`,
    `/appointments/new?post=${at.split('/').at(-1)}`,
    '/contacts',
    '/contacts/new',
    '/terms/new',
  ]) {
    await measured.goto(`${server.origin}/fr${memory}${path}`)
    expect(await problemsOf(measured), path).toEqual([])
  }
  expect(troublesOf(measured)).toEqual([])
}, 120_000)

test('two spellings of one partner become one, by keyboard, and are taken apart again', async () => {
  const page = await signIn('keeper', { locale: 'en', width: 1280 })
  page.setDefaultTimeout(15_000)
  for (const name of ['Consortium of the Blue Delta', 'Blue Delta Consortium']) {
    await page.goto(`${server.origin}/en${memory}/actors/new`)
    await page.getByLabel('Name (English)').fill(name)
    await page.getByLabel('Kind').selectOption('association')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.waitForURL(/\/actors\/[0-9a-f-]{36}/)
  }
  await page.goto(`${server.origin}/en${memory}/actors/duplicates`)
  expect(await problemsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Keep “Blue Delta Consortium”' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('status').filter({ hasText: 'now stands for both' }).waitFor()
  await page.goto(`${server.origin}/en${memory}/actors?q=consortium`)
  expect(await page.locator('main tbody tr').count()).toBe(1)
  expect(await problemsOf(page)).toEqual([])
  await page.getByRole('link', { name: 'Blue Delta Consortium' }).click()
  await page.getByRole('button', { name: 'Take “Consortium of the Blue Delta” apart again' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('status').filter({ hasText: 'Taken apart' }).waitFor()
  await page.goto(`${server.origin}/en${memory}/actors?q=consortium`)
  expect(await page.locator('main tbody tr').count()).toBe(2)
  expect(troublesOf(page)).toEqual([])
}, 120_000)

test('the map of services is a picture and a table, and says what hangs on one alone', async () => {
  const page = await signIn('keeper', { locale: 'es', width: 1280 })
  page.setDefaultTimeout(15_000)
  await page.goto(`${server.origin}/es${memory}/services`)
  expect(await problemsOf(page)).toEqual([])
  const lines = await page.locator('figure.services-map path.tie').count()
  expect(lines).toBeGreaterThan(0)
  const main = page.locator('main')
  expect(await main.innerText()).toContain('Lo que depende de una sola área o persona')
  // From the side of a relationship that goes on: it is chosen already.
  await page.getByRole('link', { name: 'Agregar una responsabilidad' }).nth(1).click()
  expect(await problemsOf(page)).toEqual([])
  await page.getByLabel('O una nueva, por su nombre').fill('Área de juventud')
  await page.getByLabel('contribuye').check()
  await page.getByRole('button', { name: 'Guardar' }).click()
  await page.waitForURL(/\/services$/)
  expect(await page.locator('figure.services-map path.tie').count()).toBe(lines + 1)
  expect(await page.getByRole('row').filter({ hasText: 'Área de juventud' }).innerText()).toContain('contribuye')
  await page.setViewportSize({ width: 320, height: 700 })
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await problemsOf(page)).toEqual([])
  expect(troublesOf(page)).toEqual([])
}, 120_000)
