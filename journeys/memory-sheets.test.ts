import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { officeSheets, workbookByHand } from '../test/remember/sheets/workbook.ts'
import { troublesOf } from './support/browser.ts'
import { browser, openJourney, server, signIn } from './support/journey.ts'
import { problemsOf } from './support/page-checks.ts'

openJourney()

const media = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const at = '/territories/brecourt-sur-loire/import'

/** The page on a telephone in the dark, in another language. */
async function lookElsewhere(page: Page) {
  const view = await browser.newPage({ locale: 'pt', width: 320, scheme: 'dark' })
  await view.context().addCookies(await page.context().cookies())
  await view.goto(`${server.origin}${new URL(page.url()).pathname.replace(/^\/fr\//, '/pt/')}`)
  expect(await problemsOf(view)).toEqual([])
  await view.context().close()
}

test('without JavaScript: the spreadsheet that an office keeps, corrected by suggestions, imported and undone', async () => {
  const page = await signIn('keeper', { locale: 'fr', javaScript: 'blocked' })
  await page.goto(`${server.origin}/fr${at}`)
  expect(await problemsOf(page)).toEqual([])
  const [first] = officeSheets()
  if (!first) throw new Error('the sample has a sheet')
  const bytes = await workbookByHand([first])
  await page.setInputFiles('input[type=file]', { name: 'suivi.xlsx', mimeType: media, buffer: Buffer.from(bytes) })
  await page.getByRole('button', { name: 'Lire le tableau' }).click()
  await page.getByText('ne se lit pas comme une date').waitFor()
  expect(await problemsOf(page)).toEqual([])
  await lookElsewhere(page)
  await page.getByRole('link', { name: 'Changer ce que contiennent les colonnes' }).first().click()
  expect(await problemsOf(page)).toEqual([])
  await lookElsewhere(page)
  await page.getByRole('button', { name: 'Lire ainsi le tableau' }).click()
  await page.getByRole('button', { name: /^Accepter/ }).click()
  await page.getByText(/corrections? (est|sont) lues?/).waitFor()
  expect(await problemsOf(page)).toEqual([])
  // What the memory knows twice already is left out.
  const skip = page.getByLabel(/^Laisser de côté/)
  if ((await skip.count()) > 0) await skip.check()
  await page.getByRole('button', { name: /^Importer \d+ fiches$/ }).click()
  await page.getByText('Ce que l’import a écrit').waitFor()
  expect(await problemsOf(page)).toEqual([])
  await lookElsewhere(page)
  await page.getByRole('button', { name: 'Annuler cet import' }).click()
  expect(await problemsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Oui, annuler l’import' }).click()
  await page.getByText('L’import est annulé.').waitFor()
  expect(troublesOf(page)).toEqual([])
}, 240_000)
