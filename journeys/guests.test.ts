import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { deskPeople } from '../source/convene/messages/desk-people.ts'
import { deskPlaces } from '../source/convene/messages/desk-places.ts'
import { guest, headings, workbookByHand, xlsx } from '../test/convene/guests/support.ts'
import { troublesOf } from './support/browser.ts'
import { browser, openJourney, seminar, server, signIn } from './support/journey.ts'
import { problemsOf } from './support/page-checks.ts'

openJourney()

const media = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const file = (name: string, bytes: Uint8Array) => ({ name, mimeType: media, buffer: Buffer.from(bytes) })

/** The page as somebody else sees it: on a telephone in the dark, and in another language on a desk. */
async function lookElsewhere(page: Page, path = new URL(page.url()).pathname) {
  for (const [locale, width, scheme] of [
    ['fr', 1280, 'light'],
    ['pt', 320, 'dark'],
    ['es', 1280, 'light'],
  ] as const) {
    const view = await browser.newPage({ locale, width, scheme })
    await view.context().addCookies(await page.context().cookies())
    await view.goto(`${server.origin}${path.replace(/^\/en\//, `/${locale}/`)}`)
    expect(await problemsOf(view), `${locale} ${path}`).toEqual([])
    await view.context().close()
  }
}

test('without JavaScript: a list with errors by cell, corrected, registered, and taken back', async () => {
  const page = await signIn('organiser', { locale: 'en', javaScript: 'blocked' })
  await page.goto(`${server.origin}/en/desk${seminar}/guests`)
  await lookElsewhere(page)

  const wrong = [headings, guest('J1'), guest('J2', { 'E-mail': 'ana@' }), guest('J3', { Country: 'Atlantis' })]
  await page.setInputFiles('input[type=file]', file('guests.xlsx', await xlsx(wrong)))
  await page.getByRole('button', { name: 'Look at the list' }).click()
  const problems = page.getByRole('table', { name: 'Cell by cell' })
  await problems.getByText('“ana@” is not a mail address. Did you mean “ana@example.org”?').waitFor()
  expect(await problems.getByRole('row').filter({ hasText: 'C3' }).count()).toBe(1)
  expect(await problems.getByRole('row').filter({ hasText: 'F4' }).innerText()).toContain(
    '“Atlantis” is not a country we know.',
  )
  await lookElsewhere(page)
  await page.getByRole('button', { name: 'Register 1 person' }).click()
  await page.getByRole('link', { name: /2 rows have an error, and nobody was registered/ }).waitFor()
  expect(await problemsOf(page)).toEqual([])

  const right = [headings, guest('J1'), guest('J2'), guest('J3')]
  await page.setInputFiles('input[type=file]', file('guests corrected.xlsx', await xlsx(right)))
  await page.getByRole('button', { name: 'Look at the list' }).click()
  await page.getByText('Every cell could be read as it stands.').waitFor()
  await page.getByRole('button', { name: 'Register 3 people' }).click()
  await page.getByText('3 people of this list registered.').waitFor()
  await lookElsewhere(page)
  await page.getByRole('link', { name: 'Guest Number J2' }).click()
  await page.getByText(deskPeople.en.one.origins.import).first().waitFor()
  await page.goBack()
  await page.getByRole('button', { name: 'Take this list back' }).click()
  await page.getByText('3 registrations that nobody has touched since are cancelled and erased').waitFor()
  expect(await problemsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Cancel and erase them' }).click()
  await page.getByText('Nobody is left of this list').waitFor()
  expect(await problemsOf(page)).toEqual([])
  expect(troublesOf(page)).toEqual([])
}, 240_000)

test('a workbook made by hand, with merged headings: said by hand, then read', async () => {
  const page = await signIn('organiser', { locale: 'en', javaScript: 'blocked' })
  await page.goto(`${server.origin}/en/desk${seminar}/guests`)
  const list = await workbookByHand(
    [
      ['Invités du 5 juillet', '', '', ''],
      ['Personne', '', 'Courriel', 'Organisation'],
      ['Ana', 'Prado', 'ana.hand@example.org', 'Rio Claro'],
      ['Luis', 'Vega', 'luis.hand@example.org', ''],
    ],
    ['A1:D1', 'A2:B2', 'D3:D4'],
  )
  await page.setInputFiles('input[type=file]', file('à la main.xlsx', list))
  await page.getByRole('button', { name: 'Look at the list' }).click()
  await page.getByText('We found no column for: Given name').waitFor()
  await lookElsewhere(page)
  await page.getByRole('link', { name: 'What the columns hold', exact: true }).click()
  await lookElsewhere(page)
  await page.getByLabel('A: Personne').selectOption('givenName')
  await page.getByLabel('B: Personne').selectOption('familyName')
  await page.getByLabel('Category').selectOption('staff')
  await page.locator('select[name=country]').selectOption('BR')
  await page.getByRole('button', { name: 'Read the list this way' }).click()
  await page.getByText('“Rio Claro” is read in each of them.').waitFor()
  await page.getByRole('row', { name: /Luis Vega luis\.hand@example\.org/ }).waitFor()
  await page.getByRole('button', { name: 'Throw this list away' }).click()
  await page.getByText('The list is thrown away. Nobody was registered.').waitFor()
  expect(troublesOf(page)).toEqual([])
}, 240_000)

test('a person entered by hand, and a note about them', async () => {
  const page = await signIn('organiser', { locale: 'en' })
  await page.goto(`${server.origin}/en/desk${seminar}/registrations/new`)
  await page.getByRole('button', { name: 'Register this person' }).click()
  await page.locator('#errors').waitFor()
  expect(await problemsOf(page)).toEqual([])
  await page.getByLabel('Organisation', { exact: true }).fill('Prefeitura de Rio Claro')
  await page.getByLabel('Country of the organisation').selectOption('BR')
  await page.getByLabel('Given name').fill('Rosa')
  await page.getByLabel('Family name').fill('Lima')
  await page.locator('input[type=email]').fill('rosa.lima@example.org')
  await page.locator('input[name=category][value=staff]').check()
  await page.getByRole('button', { name: 'Register this person' }).click()
  await page.getByText(/Rosa Lima is registered/).waitFor()
  await page.getByLabel('New note').fill('Comes by train, at noon.')
  await page.getByRole('button', { name: 'Add the note' }).click()
  await page.getByText('The note is there.').waitFor()
  await page.getByText('Comes by train, at noon.').waitFor()
  await lookElsewhere(page)
  expect(troublesOf(page)).toEqual([])
}, 240_000)

test('invitations sent by mail, read in the list of mails, and somebody who was invited erased', async () => {
  const page = await signIn('organiser', { locale: 'en', javaScript: 'blocked' })
  await page.goto(`${server.origin}/en/desk${seminar}/places/invitations/new`)
  await page.locator('input[name=label]').fill('Partner cities')
  await page.getByRole('button', { name: deskPlaces.en.invitations.save }).click()
  await page.getByRole('link', { name: 'Partner cities' }).click()
  await page.getByRole('link', { name: 'Send this invitation by mail' }).click()
  await page.locator('textarea[name=addresses]').fill('Ana Prado <ana.invited@example.org> pt\nnobody')
  await page.getByRole('button', { name: 'Check the addresses' }).click()
  await page.getByRole('link', { name: /Line 2: “nobody” holds no mail address/ }).waitFor()
  expect(await problemsOf(page)).toEqual([])
  await page.locator('textarea[name=addresses]').fill('Ana Prado <ana.invited@example.org> pt')
  await page.getByRole('button', { name: 'Check the addresses' }).click()
  await page.getByText('Bom dia, Ana Prado,').waitFor()
  expect(await problemsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Send 1 invitation' }).click()
  await page.getByText('1 invitation is on its way.').waitFor()
  await lookElsewhere(page)
  const list = page.url()

  await page.locator('td a[href*="/administration/mails/"]').first().click()
  await page.getByText('Bom dia, Ana Prado,').first().waitFor()
  const invited = /\/pt\/invited\/[\w.-]+/.exec(await page.content())?.[0] ?? ''
  expect(invited).not.toBe('')
  await lookElsewhere(page, invited.replace('/pt/', '/en/'))

  await page.goto(list)
  await page.getByRole('link', { name: 'Erase the name and address of Ana Prado' }).click()
  await lookElsewhere(page)
  await page.getByRole('button', { name: 'Erase them' }).click()
  await page.getByText('The name and the address are erased.').waitFor()
  await page.getByText('data erased').waitFor()
  expect(troublesOf(page)).toEqual([])
}, 240_000)
