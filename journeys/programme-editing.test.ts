import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { troublesOf } from './support/browser.ts'
import { browser, openJourney, seminar, server, signIn } from './support/journey.ts'
import { problemsOf } from './support/page-checks.ts'

openJourney()

const at = (path: string) => `${server.origin}${path}`
const draft = `/en/desk${seminar}/edit/programme`
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const main = (page: Page) => page.locator('main').innerText()
/** Among the slots of the draft, which stand above what was removed from it. */
const row = (page: Page, title: string) => page.locator('table').first().locator('tbody tr').filter({ hasText: title })

/** Types into a field that a key has reached, in the place of what stands there. */
async function type(page: Page, name: string, text: string) {
  await page.locator(`[name="${name}"]`).focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type(text)
}

test('by keyboard alone: an organiser adds a slot, changes its hours and title, gives it a moderator, removes another', async () => {
  const page = await signIn('organiser', { locale: 'en' })
  await page.goto(at(draft))
  expect(await problemsOf(page)).toEqual([])
  await page.getByRole('link', { name: 'Add a slot', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/slots\/~new$/)
  await page.getByLabel('Kind').focus()
  await page.keyboard.type('Talk')
  // One key leads to the next field, and the first language of a title comes right after the numeral.
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type('La mémoire des villes')
  // It begins when the last one ends.
  expect(await page.getByLabel('Begins at').inputValue()).toBe('17:15')
  await type(page, 'to', '17:10')
  await page.keyboard.press('Enter')
  await page.locator('.errors').waitFor()
  expect(await page.locator('.errors').innerText()).toContain('the end must come after the beginning')
  expect(await page.locator('[name="title.fr"]').inputValue()).toBe('La mémoire des villes')
  expect(await problemsOf(page)).toEqual([])
  await type(page, 'to', '17:30')
  await page.keyboard.press('Enter')
  await page.waitForURL(/edit\/programme$/)
  expect(await main(page)).toContain('is saved in the draft')
  expect(await row(page, 'La mémoire des villes').innerText()).toMatch(/17:15.*17:30/)

  await page.getByRole('link', { name: 'La mémoire des villes', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/slots\/la-memoire-des-villes$/)
  await type(page, 'title.en', 'What cities remember')
  await type(page, 'to', '17:45')
  await page
    .getByRole('group', { name: /Organisations that moderate/ })
    .getByLabel('Mercociudades')
    .focus()
  await page.keyboard.press('Space')
  expect(await problemsOf(page)).toEqual([])
  await page.locator('[name="to"]').focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/edit\/programme$/)
  const changed = await row(page, 'What cities remember').innerText()
  for (const text of ['17:45', 'Talk', 'Mercociudades']) expect(changed).toContain(text)

  await page.getByRole('link', { name: /^Remove .*Coffee/ }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/slots\/coffee\/remove$/)
  expect(await main(page)).toContain('Everybody still sees it until you release')
  expect(await problemsOf(page)).toEqual([])
  await button(page, 'Remove the slot').focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/edit\/programme\?removed=coffee$/)
  expect(await main(page)).toContain('“Coffee” is removed from the draft.')
  expect(await problemsOf(page)).toEqual([])
  expect(await row(page, 'Coffee').count()).toBe(0)

  // Everybody sees what was released, and nothing of this.
  const anybody = await browser.newPage({ locale: 'en' })
  await anybody.goto(at(`/en${seminar}/programme`))
  expect(await main(anybody)).toContain('Coffee')
  expect(await main(anybody)).not.toContain('What cities remember')
  expect(troublesOf(page)).toEqual([])
}, 90_000)

test('without scripts, on a telephone: a slot with a document, changed and removed', async () => {
  const page = await signIn('organiser', { locale: 'en', javaScript: false, width: 390 })
  await page.goto(at(draft))
  await page.getByRole('link', { name: 'Add a slot', exact: true }).click()
  await page.getByLabel('Kind').selectOption('workshop')
  await page.locator('[name="title.fr"]').fill('Atelier des partenaires')
  await page.getByLabel('Ends at').fill('18:30')
  await page.getByLabel('On which day does it end?').selectOption('next')
  await button(page, 'Add a document').click()
  await page.locator('[name="documents.0.title.fr"]').fill('Le plan')
  await page.locator('[name="documents.0.file"]').setInputFiles({
    name: 'Plan.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7\nplan'),
  })
  // A second one, left empty, is none; the file that was chosen is kept meanwhile.
  await button(page, 'Add a document').click()
  expect(await main(page)).toContain('Open the file: Plan.pdf')
  await page.getByLabel('On which day does it end?').selectOption('same')
  await button(page, 'Save').click()
  await page.waitForURL(/edit\/programme$/)
  await page.getByRole('link', { name: 'Atelier des partenaires', exact: true }).click()
  const href = await page.getByRole('link', { name: 'Open the file: Plan.pdf' }).getAttribute('href')
  expect((await page.request.get(at(href ?? ''))).status()).toBe(200)
  // The same pages to somebody with scripts, dark and narrow.
  const looking = await signIn('organiser', { locale: 'en', width: 320, scheme: 'dark' })
  for (const path of [draft, new URL(page.url()).pathname, `${new URL(page.url()).pathname}/remove`]) {
    await looking.goto(at(path))
    expect([path, await problemsOf(looking)]).toEqual([path, []])
  }
  const anybody = await browser.newPage({ locale: 'en' })
  expect((await anybody.request.get(at(href ?? ''))).status()).toBe(404)
  await page.getByLabel('Yes').check()
  await page
    .getByRole('group', { name: /Organisations that moderate/ })
    .getByLabel('Platforma')
    .check()
  await button(page, 'Save').click()
  await page.waitForURL(/edit\/programme$/)
  expect(await row(page, 'Atelier des partenaires').innerText()).toContain('to be confirmed')
  await page.getByRole('link', { name: /^Remove .*Atelier des partenaires/ }).click()
  expect(await main(page)).toContain('1 document')
  await button(page, 'Remove the slot').click()
  await page.waitForURL(/edit\/programme\?removed=/)
  expect(await row(page, 'Atelier des partenaires').count()).toBe(0)
  // It was a mistake: it comes back with its file, from the button above; removed once more, from the list below.
  await button(page, 'Bring “Atelier des partenaires” back').click()
  await page.waitForURL(/edit\/programme$/)
  expect(await main(page)).toContain('“Atelier des partenaires” is back in the draft.')
  expect(await row(page, 'Atelier des partenaires').innerText()).toContain('to be confirmed')
  await page.getByRole('link', { name: 'Atelier des partenaires', exact: true }).click()
  expect(await page.getByRole('link', { name: 'Open the file: Plan.pdf' }).getAttribute('href')).toBe(href)
  await page.getByRole('link', { name: 'Remove this slot' }).click()
  await button(page, 'Remove the slot').click()
  await looking.goto(at(draft))
  expect(await looking.locator('#removed').innerText()).toContain('Atelier des partenaires')
  expect(await problemsOf(looking)).toEqual([])
  await page.goto(at(draft))
  await button(page, 'Bring back (Atelier des partenaires)').click()
  expect(await row(page, 'Atelier des partenaires').count()).toBe(1)
  expect(troublesOf(page)).toEqual([])
}, 90_000)

test('without scripts: from the form of a slot to its panel, to somebody new and back, and nothing typed is lost', async () => {
  const page = await signIn('organiser', { locale: 'en', javaScript: 'blocked', width: 390 })
  await page.goto(at(`/en/desk${seminar}/edit/slots/part-2`))
  await page.locator('[name="title.en"]').fill('')
  await page.locator('[name="title.fr"]').fill('')
  await page.locator('[name="method.fr"]').fill('Two rounds, then questions.')
  await button(page, 'Save, then: Panel (6 seats)').click()
  expect(await page.locator('.errors').innerText()).toContain('Title')
  expect(await page.locator('[name="method.fr"]').inputValue()).toBe('Two rounds, then questions.')
  expect(await problemsOf(page)).toEqual([])
  await page.locator('[name="title.fr"]').fill('Les suites')
  await button(page, 'Save, then: Panel (6 seats)').click()
  await page.waitForURL(/slots\/part-2\/panel$/)
  expect(await main(page)).toContain('is saved in the draft')
  await page.locator('[name="seat.europe-3.state"]').selectOption('declined')
  await button(page, 'Save, then: Add a person to the list').click()
  await page.waitForURL(/people\/~new\?back=part-2$/)
  await page.getByLabel('Given name').fill('Maëlle')
  await page.getByLabel('Family name').fill('Tanguy')
  await page.locator('[name="role.es"]').fill('Alcaldesa de Brécourt')
  await button(page, 'Save').last().click()
  await page.waitForURL(/slots\/part-2\/panel$/)
  expect(await main(page)).toContain('“Post” stands in Spanish only')
  expect(await page.locator('[name="seat.europe-3.state"]').inputValue()).toBe('declined')
  await page.locator('[name="seat.europe-2.person"]').selectOption({ label: 'Tanguy, Maëlle' })
  await button(page, 'Save').last().click()
  expect(await problemsOf(page)).toEqual([])
  await page.goto(at(`/en/desk${seminar}/edit/slots/part-2`))
  expect(await page.locator('[name="method.fr"]').inputValue()).toBe('Two rounds, then questions.')
  await page.goto(at(`/en/desk${seminar}/edit/people`))
  await page.getByRole('link', { name: 'Maëlle Tanguy', exact: true }).click()
  expect(await page.locator('[name="role.es"]').inputValue()).toBe('Alcaldesa de Brécourt')
  expect(await problemsOf(page)).toEqual([])
  expect(troublesOf(page)).toEqual([])
}, 90_000)

test('with scripts, a link out of a form in which something was typed asks first; one in which nothing was does not', async () => {
  const page = await signIn('organiser', { locale: 'en' })
  const asked: string[] = []
  page.on('dialog', async dialog => {
    asked.push(dialog.type())
    await dialog.dismiss()
  })
  const form = at(`/en/desk${seminar}/edit/slots/lunch`)
  const away = () => page.locator('.breadcrumb').getByRole('link', { name: 'Programme' }).click()
  await page.goto(form)
  await away()
  await page.waitForURL(/edit\/programme$/)
  await page.goto(form)
  await page.locator('[name="part"]').click()
  await page.keyboard.type('IX')
  // Whoever stays has what they typed.
  await away()
  await expect.poll(() => asked).toEqual(['beforeunload'])
  expect(await page.locator('[name="part"]').inputValue()).toBe('IX')
  // Buttons of the form ask nothing.
  await button(page, 'Add a document').click()
  await page.locator('[name="documents.0.url"]').waitFor()
  expect(asked).toHaveLength(1)
  // It came back with what was typed and not saved.
  await page.locator('[name="part"]').click()
  await away()
  await expect.poll(() => asked).toHaveLength(2)
  await button(page, 'Save').last().click()
  await page.waitForURL(/edit\/programme$/)
  expect(asked).toHaveLength(2)
  expect(troublesOf(page)).toEqual([])
}, 90_000)
