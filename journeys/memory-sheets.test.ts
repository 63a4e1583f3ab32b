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
  await page.getByRole('button', { name: 'Lire le tableur' }).click()
  await page.getByText('n’est pas un jour précis').waitFor()
  expect(await problemsOf(page)).toEqual([])
  await lookElsewhere(page)
  await page.getByRole('link', { name: 'Changer ce que contiennent les colonnes' }).click()
  expect(await problemsOf(page)).toEqual([])
  await lookElsewhere(page)
  await page.getByRole('button', { name: 'Lire ainsi le tableur' }).click()
  const wrong = page.locator('tr', { hasText: 'Erreur' }).getByRole('button')
  for (let left = await wrong.count(); left > 0; left = await wrong.count()) {
    await wrong.first().click()
    await page.getByText('Lu ainsi, partout où').waitFor()
    if (left > 10) throw new Error('the errors do not end')
  }
  // What the memory knows twice already is left out.
  const skip = page.getByLabel(/^Laisser de côté/)
  if ((await skip.count()) > 0) await skip.check()
  await page.getByRole('button', { name: /^Importer \d+ lignes$/ }).click()
  await page.getByText('Ce que l’import a écrit').waitFor()
  expect(await problemsOf(page)).toEqual([])
  await lookElsewhere(page)
  await page.getByRole('button', { name: 'Annuler cet import' }).click()
  expect(await problemsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'L’annuler' }).click()
  await page.getByText('L’import est annulé.').waitFor()
  expect(troublesOf(page)).toEqual([])
}, 240_000)
