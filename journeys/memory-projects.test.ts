import { expect, test } from 'vitest'
import { fieldsWords } from '../source/remember/messages/fields.ts'
import { troublesOf } from './support/browser.ts'
import { browser, openJourney, server, signIn } from './support/journey.ts'
import { problemsOf } from './support/page-checks.ts'

openJourney()

const memory = '/territories/brecourt-sur-loire'

test('a project from its title to its money, without JavaScript, and what the public sees of it', async () => {
  const page = await signIn('keeper', { locale: 'fr', javaScript: false, width: 320, scheme: 'dark' })
  page.setDefaultTimeout(15_000)
  await page.goto(`${server.origin}/fr${memory}/projects`)
  await page.getByRole('link', { name: 'Ajouter un projet' }).click()
  await page.getByRole('button', { name: 'Enregistrer le projet' }).click()
  expect(await page.getByRole('alert').innerText()).toContain(fieldsWords.fr.errors.missing)
  await page.getByLabel('Titre (français)').fill('Jardins partagés de Tabadian')
  await page.getByLabel('En cours').check()
  await page.getByLabel('Début réel').fill('2017-03-01')
  await page.getByLabel('Fin prévue').fill('2018-05-01')
  await page.getByLabel('Public', { exact: true }).check()
  await page.getByRole('button', { name: 'Enregistrer le projet' }).click()
  await page.waitForURL(/\/projects\/[0-9a-f-]{36}$/)
  const project = page.url()
  expect(await page.locator('main').innerText()).toContain('Est-il terminé, ou continue-t-il')

  await page.getByRole('link', { name: 'Ajouter une organisation' }).click()
  await page.getByLabel('Ou une nouvelle, par son nom').fill('Coopérative de Tabadian')
  await page.getByLabel('Met en œuvre').check()
  await page.getByRole('button', { name: 'Enregistrer l’organisation' }).click()
  await page.waitForURL(project)
  await page.getByRole('link', { name: 'Ajouter un lieu' }).click()
  await page.getByLabel('Pays').selectOption('SN')
  await page.getByLabel('Latitude et longitude').fill('14,1 ; -13,5')
  await page.getByRole('button', { name: 'Enregistrer le lieu' }).click()
  await page.waitForURL(project)

  await page.getByRole('link', { name: 'Modifier les thèmes' }).click()
  await page.getByRole('combobox', { name: /^Secteur 1/ }).selectOption('31120')
  await page.getByLabel('Part du secteur 1').fill('70')
  await page.getByRole('combobox', { name: /^Secteur 2/ }).selectOption('14030')
  await page.getByLabel('Part du secteur 2').fill('20')
  await page.getByLabel('2. Faim zéro').check()
  await page.getByRole('button', { name: 'Enregistrer les thèmes' }).click()
  expect(await page.getByRole('alert').innerText()).toContain('ne font pas 100')
  expect(await page.getByLabel('Part du secteur 2').inputValue()).toBe('20')
  await page.getByLabel('Part du secteur 2').fill('30')
  await page.getByRole('button', { name: 'Enregistrer les thèmes' }).click()
  await page.waitForURL(project)

  for (const [amount, circle] of [
    ['12 500,50', '2'],
    ['400', '0'],
  ] as const) {
    await page.getByRole('link', { name: 'Ajouter un montant' }).click()
    await page.getByLabel('Montant', { exact: true }).fill(amount)
    await page.getByLabel('Le', { exact: true }).fill('2017-06-01')
    await page.getByLabel('Réserver à moins de monde').selectOption(circle)
    await page.getByRole('button', { name: 'Enregistrer le montant' }).click()
    await page.waitForURL(project)
  }
  expect((await page.locator('main').innerText()).replace(/\s/g, ' ')).toContain('12 900,50 €')
  expect(troublesOf(page)).toEqual([])

  const visitor = await browser.newPage({ locale: 'fr', javaScript: false })
  await visitor.goto(project)
  const seen = (await visitor.locator('main').innerText()).replace(/\s/g, ' ')
  expect(seen).toContain('12 500,50 €')
  expect(seen).not.toContain('900,50')
  expect(seen).not.toContain('400 €')

  // The same pages once more, where they can be measured.
  const measured = await signIn('keeper', { locale: 'fr', width: 320, scheme: 'dark' })
  const at = new URL(project).pathname.replace(`/fr${memory}`, '')
  for (const path of ['/projects', at, `${at}/themes`, `${at}/money/new`, `${at}/organisations/new`, `${at}/remove`]) {
    await measured.goto(`${server.origin}/fr${memory}${path}`)
    expect(await problemsOf(measured), path).toEqual([])
  }
  expect(troublesOf(measured)).toEqual([])
}, 120_000)

test('a decision with its vote, linked to a project, and in the open file', async () => {
  const page = await signIn('keeper', { locale: 'es', width: 1280 })
  page.setDefaultTimeout(15_000)
  await page.goto(`${server.origin}/es${memory}/decisions`)
  await page.getByRole('link', { name: 'Agregar una decisión' }).click()
  await page.getByLabel('Número', { exact: true }).fill('2018-999')
  await page.getByLabel('Fecha de la decisión').fill('2018-05-17')
  await page.getByLabel('Objeto (español)').fill('Aprobación del programa de huertos')
  await page.getByLabel('Sobre qué trata').selectOption({ index: 1 })
  await page.getByLabel('Podían votar').fill('33')
  await page.getByLabel('Votaron').fill('30')
  await page.getByLabel('A favor').fill('31')
  // It begins inside.
  expect(await page.locator('input[name="visibility"]:checked').inputValue()).toBe('0')
  await page.locator('input[name="visibility"][value="2"]').check()
  await page.getByRole('button', { name: 'Guardar la decisión' }).click()
  await page.waitForURL(/\/decisions\/[0-9a-f-]{36}$/)
  const words = await page.locator('main').innerText()
  expect(words).toContain('Las cifras de la votación no cuadran.')
  expect(words).toContain('Sobre qué trata')
  const at = new URL(page.url()).pathname.replace(`/es${memory}`, '')
  for (const path of ['/decisions', '/decisions?year=2018', at, `${at}/edit`, `${at}/remove`]) {
    await page.goto(`${server.origin}/es${memory}${path}`)
    expect(await problemsOf(page), path).toEqual([])
  }
  const visitor = await browser.newPage({ locale: 'fr' })
  const file = await visitor.request.get(`${server.origin}/fr${memory}/decisions.csv?year=2018`)
  expect(file.headers()['content-disposition']).toContain('brecourt-sur-loire')
  expect(await file.text()).toContain('2018-999,2018-05-17,,,Aprobación del programa de huertos')
  expect(troublesOf(page)).toEqual([])
}, 120_000)
