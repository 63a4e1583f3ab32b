import type { Page, Response } from 'playwright-core'
import { expect, test } from 'vitest'
import { troublesOf } from './support/browser.ts'
import { browser, openJourney, seminar, server, signIn } from './support/journey.ts'
import { problemsOf } from './support/page-checks.ts'

openJourney()

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
  await page.getByLabel('Autoridade eleita').check()
  await page.getByLabel('Organização', { exact: true }).fill('Instituto Pontes <b>&</b> Marés')
  await page.getByLabel('País da organização').selectOption('BR')
  await page.getByRole('checkbox').first().check()
  await page.getByRole('button', { name: 'Enviar minha inscrição' }).click()
  await page.waitForURL(/\/registered\//)
  expect(await page.locator('h1').innerText()).toBe('Sua vaga está garantida')

  const organiser = await signIn('organiser', { javaScript: false })
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
  await untilFocused(page, 'summary')
  await type('Municipio de Villa Esperanza')
  // The territory may stay empty.
  await page.keyboard.press('Tab')
  await type('Argentina')
  // What may stay closed is passed over in one step each: the code of an invitation, what becomes of the data before it.
  await page.keyboard.press('Tab')
  await type('Ximena')
  await type('Prueba Teclado')
  await type('ximena.teclado@example.org')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await untilFocused(page, '[name=consent-data]')
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
  await page.waitForURL(/\/registered\//)
  const first = page.url()
  await page.goBack()
  await page.getByRole('button', { name: 'Send my registration' }).click()
  await page.waitForURL(/\/registered\//)
  expect(page.url()).toBe(first)
  const organiser = await signIn('organiser', { javaScript: false })
  await organiser.goto(`${server.origin}/en/desk${seminar}/registrations?q=Twice`)
  expect(await organiser.getByRole('row').filter({ hasText: 'Twice' }).count()).toBe(1)
})

test('without JavaScript, an office registers its delegation, and asks for one person more and one less', async () => {
  const page = await browser.newPage({ width: 320, scheme: 'dark', locale: 'fr', javaScript: 'blocked' })
  await page.goto(`${server.origin}/fr${seminar}/register?code=INCONNU99`)
  expect(await page.getByLabel('Code d’invitation').inputValue()).toBe('INCONNU99')
  await page.getByLabel('Organisation', { exact: true }).fill('Région des Trois Vallées')
  await page.getByLabel('Pays de l’organisation').selectOption('FR')
  const person = async (prefix: string, name: string) => {
    const field = (what: string) => page.locator(`[name="${prefix}${what}"]`)
    await field('givenName').fill(name)
    await field('familyName').fill('Délégation')
    await field('email').fill(`${name.toLowerCase()}@example.org`)
    await field('category').first().check()
    await field('consent-data').check()
  }
  await person('', 'Alma')
  const add = page.getByRole('button', { name: 'Ajouter une personne de ma délégation' })
  await add.click()
  // Whoever reads by ear or by key goes on at the person who was added.
  await expect.poll(() => page.evaluate('document.activeElement?.textContent')).toBe('Personne 2')
  await person('p2-', 'Berta')
  await add.click()
  await person('p3-', 'Chloé')
  await page.getByRole('button', { name: 'Retirer la personne 2' }).click()
  expect(await page.locator('[name="p2-givenName"]').inputValue()).toBe('Chloé')
  expect(await page.locator('[name="p3-givenName"]').count()).toBe(0)

  // An invitation that is not known: told beside its field, and nothing is lost.
  const send = page.getByRole('button', { name: 'Envoyer 2 inscriptions' }).last()
  const [refused] = await Promise.all([page.waitForResponse(isPost), send.click()])
  expect(refused.status()).toBe(422)
  expect(await problemsOf(page, { html: await refused.text() })).toEqual([])
  await page.getByRole('alert').getByRole('link').click()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  // The Enter key sends; it must not remove anybody.
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/registered\//)
  expect(await page.locator('h1').innerText()).toBe('2 inscriptions sont arrivées')
  expect(await page.locator('main ol li').allInnerTexts()).toHaveLength(2)
  expect(page.url()).not.toMatch(/Alma|Chlo/)
  expect(await problemsOf(page)).toEqual([])

  const organiser = await signIn('organiser', { javaScript: false })
  await organiser.goto(`${server.origin}/fr/desk${seminar}/registrations?text=D%C3%A9l%C3%A9gation`)
  expect(await organiser.getByRole('row').filter({ hasText: 'Délégation' }).count()).toBe(2)
})

test('by keyboard, an organisation that is known is found while it is typed, and its country with it', async () => {
  const page = await browser.newPage({ locale: 'en', width: 390 })
  await page.goto(`${server.origin}/en${seminar}/register`)
  const field = page.getByRole('combobox', { name: 'Organisation', exact: true })
  await field.pressSequentially('mercociu')
  const list = page.getByRole('listbox', { name: 'Suggestions' })
  await list.waitFor()
  expect(await page.locator('search-suggestions [role=status]').first().innerText()).toBe('1 organisation found')
  expect(await field.getAttribute('aria-expanded')).toBe('true')
  await page.keyboard.press('ArrowDown')
  const option = list.getByRole('option').first()
  expect(await field.getAttribute('aria-activedescendant')).toBe(await option.getAttribute('id'))
  expect(await option.getAttribute('aria-selected')).toBe('true')
  expect(await problemsOf(page)).toEqual([])
  await page.keyboard.press('Enter')
  expect(await field.inputValue()).toBe('Mercociudades')
  expect(await list.isVisible()).toBe(false)
  const id = page.locator('[name=organisationId]')
  expect(await id.inputValue()).toMatch(/^[0-9a-f-]{36}$/)
  // Escape closes the list and leaves what was typed; typing on means something else.
  await field.pressSequentially(' x')
  expect(await id.inputValue()).toBe('')
  await field.fill('')
  await field.pressSequentially('mercoc')
  await list.waitFor()
  await page.keyboard.press('Escape')
  expect(await list.isVisible()).toBe(false)
  expect(await field.inputValue()).toBe('mercoc')
})

test('a question that depends on an answer is there when it is asked, and only then', async () => {
  const page = await browser.newPage({ locale: 'en' })
  await page.goto(`${server.origin}/en${seminar}/register`)
  await page.getByText('Questions from the organising team').click()
  const question = page.getByText('Has power changed hands')
  expect(await question.isVisible()).toBe(false)
  await page.getByLabel('Elected member').check()
  expect(await question.isVisible()).toBe(true)
  await page.getByLabel('Civil society').check()
  expect(await question.isVisible()).toBe(false)
  expect(await problemsOf(page)).toEqual([])
})

const isPost = (response: Response) => response.request().method() === 'POST'

/** What comes back in less than two seconds was filled in by a program. */

async function untilFocused(page: Page, selector: string): Promise<void> {
  for (let n = 0; n < 40; n++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(`document.activeElement.matches('${selector}')`)) return
  }
  throw new Error(`no Tab leads to ${selector}`)
}
