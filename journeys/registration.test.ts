import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenBrowser, openBrowser, troublesOf } from './support/browser.ts'
import { type RunningServer, startDemo } from './support/demo.ts'
import { problemsOf } from './support/page-checks.ts'

const seminar = '/seminars/vers-une-action-internationale-durable'

let server: RunningServer
let browser: OpenBrowser
beforeAll(async () => {
  ;[server, browser] = await Promise.all([startDemo(), openBrowser()])
})
afterAll(async () => {
  await browser?.close()
  expect(await server?.stop()).toBe(0)
})

test('without JavaScript, a visitor registers in Portuguese and the organiser sees it', async () => {
  const page = await browser.newPage({ width: 390, locale: 'pt', javaScript: false })
  await page.goto(`${server.origin}/pt${seminar}`)
  await page.getByRole('link', { name: 'Fazer a inscrição' }).first().click()

  // Sent too early: every error at once, and what was typed is kept.
  await page.getByLabel('Nome', { exact: true }).fill('Maria da Conceição 🌿')
  await page.getByRole('button', { name: 'Enviar minha inscrição' }).click()
  const summary = page.getByRole('alert')
  expect(await summary.getByRole('link').count()).toBeGreaterThanOrEqual(5)
  expect(await page.getByLabel('Nome', { exact: true }).inputValue()).toBe('Maria da Conceição 🌿')

  await page.getByLabel('Sobrenome').fill('Teste Praiano')
  await page.getByLabel('Endereço de e-mail').fill('maria.praiano@example.org')
  await page.getByLabel('Sociedade civil').check()
  await page.getByLabel('Organização', { exact: true }).fill('Instituto Pontes <b>&</b> Marés')
  await page.getByLabel('País da organização').selectOption('BR')
  await page.getByRole('checkbox').first().check()
  await page.getByRole('button', { name: 'Enviar minha inscrição' }).click()
  expect(await page.locator('h1').innerText()).toBe('Sua vaga está garantida')

  const organiser = await signIn('organiser')
  await organiser.goto(`${server.origin}/fr/desk${seminar}/registrations`)
  const row = organiser.getByRole('row').filter({ hasText: 'Teste Praiano' })
  expect(await row.innerText()).toContain('Instituto Pontes <b>&</b> Marés')
  expect(await row.innerText()).toContain('confirmée')

  // The mail that she would have received can be read, in her language, and leads to her page.
  await organiser.goto(`${server.origin}/fr/administration/mails`)
  await organiser.getByRole('row').filter({ hasText: 'Teste Praiano' }).getByRole('link').first().click()
  const mail = await organiser.locator('main').innerText()
  expect(mail).toContain('maria.praiano@example.org')
  const link = /https?:\/\/\S+\/pt\/me\/\S+/.exec(mail)?.[0]
  expect(link).toBeDefined()
  const herPage = await browser.newPage({ locale: 'pt', javaScript: 'blocked' })
  await herPage.goto(link as string)
  expect(await herPage.locator('main').innerText()).toContain('Maria da Conceição 🌿')
  expect(await problemsOf(herPage)).toEqual([])
  expect(troublesOf(page)).toEqual([])
})

test('with the keyboard alone, someone registers in Spanish', async () => {
  const page = await browser.newPage({ locale: 'es' })
  await page.goto(`${server.origin}/es${seminar}/register`)
  const type = async (words: string) => {
    await page.keyboard.press('Tab')
    await page.keyboard.type(words)
  }
  // The first Tab shows the way past the menu; Enter takes it.
  await page.keyboard.press('Tab')
  expect(await page.evaluate('document.activeElement.className')).toBe('skip')
  await page.keyboard.press('Enter')
  await type('Ximena')
  await type('Prueba Teclado')
  await type('ximena.teclado@example.org')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await type('Municipio de Villa Esperanza')
  await type('Argentina')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/registered\//)
  expect(await page.locator('h1').innerText()).toBe('Usted tiene un cupo')
})

test('a form sent twice registers once', async () => {
  const page = await browser.newPage({ locale: 'en' })
  await page.goto(`${server.origin}/en${seminar}/register`)
  await page.getByLabel('Given name').fill('Odile')
  await page.getByLabel('Family name').fill('Twice')
  await page.getByLabel('E-mail address').fill('odile.twice@example.org')
  await page.getByLabel('Elected member').check()
  await page.getByLabel('Organisation', { exact: true }).fill('Ville d’Essai')
  await page.getByLabel('Country of the organisation').selectOption('FR')
  await page.getByRole('checkbox').first().check()
  await page.getByRole('button', { name: 'Send my registration' }).click()
  const first = page.url()
  await page.goBack()
  await page.getByRole('button', { name: 'Send my registration' }).click()
  expect(page.url()).toBe(first)
  const organiser = await signIn('organiser')
  await organiser.goto(`${server.origin}/en/desk${seminar}/registrations?q=Twice`)
  expect(await organiser.getByRole('row').filter({ hasText: 'Twice' }).count()).toBe(1)
})

async function signIn(person: string): Promise<Page> {
  const page = await browser.newPage({ javaScript: false })
  const answer = await page.request.post(`${server.origin}/demo/sign-in`, { data: { person } })
  expect(answer.status()).toBe(200)
  return page
}
