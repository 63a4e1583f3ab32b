import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { programmePanel } from '../source/convene/messages/programme-panel.ts'
import { panelOwn } from '../source/convene/messages/programme-panel-own.ts'
import { fileText } from '../test/convene/panel/file.ts'
import { troublesOf } from './support/browser.ts'
import { browser, openJourney, server, signIn } from './support/journey.ts'
import { problemsOf } from './support/page-checks.ts'

openJourney()

const own = panelOwn.es
const desk = programmePanel.en
const picture = async (page: Page, name: string) => {
  const { PICTURES } = process.env
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/panel-${name}.png`, fullPage: true })
}
const at = (path: string) => `${server.origin}${path}`

test('without JavaScript: an organiser asks, somebody answers on a telephone with their own data, the organiser sees it', async () => {
  const organiser = await signIn('organiser', { locale: 'en', javaScript: 'blocked' })
  const yaml = fileText('cities-with-a-memory')
    .replace('network: {slug: net, name: {en: A network}}', 'network: {slug: demo-network, name: {en: A network}}')
    .replace('2030-05-06', '2018-09-06')
    .replace('2030-05-01', '2018-09-01')
  await organiser.goto(at('/en/desk/import'))
  await organiser.locator('textarea[name="text"]').fill(yaml)
  await organiser.getByRole('button', { name: 'Look at what would change' }).click()
  await organiser.getByRole('button', { name: 'Import', exact: true }).click()
  await organiser.waitForURL(/\/desk\/seminars\/cities-with-a-memory/)

  const address = '/en/desk/seminars/cities-with-a-memory/panel'
  await organiser.goto(at(address))
  expect(await organiser.locator('main').innerText()).toContain(desk.unreachable.title(1))
  await picture(organiser, 'desk-before')
  await organiser.getByLabel(/^Ana Zanetti/).check()
  await organiser.getByLabel(/^Luc Vaubert/).check()
  await organiser.getByRole('button', { name: desk.invite.look }).click()
  await organiser.getByLabel(desk.note('Spanish')).fill('La esperamos con gusto.')
  await organiser.getByRole('button', { name: desk.again }).click()
  const preview = organiser.locator('main')
  expect(await preview.textContent()).toContain('El equipo le escribe:La esperamos con gusto.')
  expect(await problemsOf(organiser)).toEqual([])
  await picture(organiser, 'look')
  await organiser.getByRole('button', { name: desk.send(2) }).click()
  await organiser.getByText(desk.sent(2)).waitFor()

  // The mail, in her language, as no mail leaves a demonstration: read in the list of mails.
  await organiser.goto(at('/en/administration/mails'))
  await organiser.getByRole('row').filter({ hasText: 'Ana Zanetti' }).getByRole('link').first().click()
  const mail = await organiser.locator('main').innerText()
  expect(mail).toContain('La esperamos con gusto.')
  const link = /https?:\/\/\S+\/es\/panel\/\S+/.exec(mail)?.[0]
  expect(link).toBeDefined()

  const page = await browser.newPage({ locale: 'es', width: 390, scheme: 'dark', javaScript: 'blocked' })
  await page.goto(link as string)
  expect(await page.locator('main').innerText()).toContain('Cities that remember')
  expect(await problemsOf(page)).toEqual([])
  await picture(page, 'own-asked')
  await page.getByRole('button', { name: own.button, exact: true }).click()
  await page.getByText(own.answer.still).waitFor()
  expect(await problemsOf(page)).toEqual([])
  const [first, second] = [0, 1].map(index => page.getByRole('group', { name: /¿Vendrá/ }).nth(index))
  await first?.getByLabel(own.answer.yes).check()
  await second?.getByLabel(own.answer.no).check()
  await page.getByLabel(own.data.familyName).fill('')
  await page.getByLabel('Español').first().check()
  await page.getByLabel(own.data.role).fill('Intendenta de Rosario')
  await page.getByLabel(own.data.named).check()
  await page.getByRole('button', { name: own.button, exact: true }).click()
  expect(await page.getByRole('alert').innerText()).toContain(own.data.errors.familyName)
  expect(await page.getByLabel(own.data.role).inputValue()).toBe('Intendenta de Rosario')
  expect(await second?.getByLabel(own.answer.no).isChecked()).toBe(true)
  await page.getByLabel(own.data.familyName).fill('Zanetti Quiroga')
  await page.getByRole('button', { name: own.button, exact: true }).click()
  await page.getByText(own.answer.done).waitFor()
  await page.getByText(own.data.saved).waitFor()
  await picture(page, 'own-answered')
  expect(await problemsOf(page)).toEqual([])
  await page.getByRole('link', { name: own.erase.link }).click()
  await page.getByRole('heading', { name: own.erase.title }).waitFor()
  expect(await problemsOf(page)).toEqual([])

  await organiser.goto(at('/en/desk/seminars/cities-with-a-memory'))
  await organiser.getByRole('link', { name: desk.card(1, 1, 1) }).click()
  const seen = await organiser.locator('main').innerText()
  for (const word of ['Ana Zanetti Quiroga', 'Intendenta de Rosario', desk.states.confirmed, desk.states.declined])
    expect(seen).toContain(word)
  await picture(organiser, 'desk-after')
  expect(await problemsOf(organiser)).toEqual([])
  for (const [locale, width, scheme] of [
    ['fr', 1280, 'light'],
    ['pt', 320, 'dark'],
  ] as const) {
    const view = await browser.newPage({ locale, width, scheme })
    await view.context().addCookies(await organiser.context().cookies())
    await view.goto(at(address.replace('/en/', `/${locale}/`)))
    expect(await problemsOf(view), locale).toEqual([])
    await view.goto((link as string).replace('/es/', `/${locale}/`))
    expect(await problemsOf(view), `${locale}: own`).toEqual([])
  }
  expect(troublesOf(page)).toEqual([])
  expect(troublesOf(organiser)).toEqual([])
}, 180_000)
