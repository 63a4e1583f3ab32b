import type { ParsedMail } from 'mailparser'
import { afterAll, expect, test } from 'vitest'
import { openPostbox } from '../test/mail/support.ts'
import { troublesOf } from './support/browser.ts'
import { browser, openJourney, seminar, server, signIn } from './support/journey.ts'
import { problemsOf } from './support/page-checks.ts'

// A real SMTP server, to which the demonstration really sends.
const box = await openPostbox()
openJourney({ SMTP_URL: box.url, MAIL_FROM: 'Seminar <seminar@example.org>' })
afterAll(() => box.close())

/** The mails with these words in their subject, once there are so many of them. */
async function arrived(subject: string, count: number): Promise<ParsedMail[]> {
  for (let tries = 0; tries < 300; tries++) {
    const found = box.mails.filter(mail => plain(mail.subject).includes(subject))
    if (found.length >= count) return found
    await new Promise(resolve => setTimeout(resolve, 200))
  }
  throw new Error(`fewer than ${count} mails “${subject}” arrived`)
}
const plain = (text: string | undefined) => (text ?? '').replaceAll(/[\u00a0\u202f]/g, ' ')

const subjects = {
  es: 'Cambios en el programa: ',
  fr: 'Changements du programme : ',
  pt: 'Mudanças no programa: ',
  en: 'Changes in the programme: ',
}

test('a part is moved and released; the organiser reads the mail in four languages, tells once, without a script', async () => {
  const page = await signIn('organiser', { locale: 'en', width: 390, javaScript: 'blocked' })
  const desk = `${server.origin}/en/desk${seminar}`
  await page.goto(`${desk}/programme/tell`)
  expect(await page.locator('main').innerText()).toContain('There is nobody to tell')

  await page.goto(`${desk}/edit/slots/part-3`)
  await page.locator('input[name="from"]').fill('15:30')
  await page.locator('input[name="to"]').fill('17:15')
  await page.getByRole('button', { name: 'Save', exact: true }).last().click()
  await page.goto(`${desk}/programme`)
  await page.getByRole('button', { name: 'Release', exact: false }).click()
  expect(await page.getByRole('status').first().innerText()).toContain('Everybody sees it now')

  await page.goto(`${desk}/programme/tell`)
  const button = await page.getByRole('button', { name: /^Tell \d+ people$/ }).innerText()
  const people = Number(/\d+/.exec(button)?.[0])
  expect(people).toBeGreaterThan(100)
  for (const language of ['French', 'Spanish', 'Portuguese', 'English'])
    expect(await page.getByText(new RegExp(`^In ${language}: \\d+ people$`)).count()).toBe(1)
  for (const subject of Object.values(subjects))
    expect(await page.locator('strong', { hasText: subject.trim() }).count()).toBe(1)

  expect(await problemsOf(page)).toEqual([])
  // What is typed now was not seen in the mail: it is shown before anything leaves.
  await page.locator('textarea[name="note-fr"]').fill('La salle n’est libre qu’à partir de 15 h 30.')
  await page.locator('textarea[name="note-es"]').fill('La sala solo está libre desde las 15:30.')
  await page.getByRole('button', { name: button }).click()
  expect(await page.getByRole('alert').innerText()).toContain('the mail is not the one that you had before you')
  expect(await page.locator('main').textContent()).toContain('La sala solo está libre desde las 15:30.')
  await page.getByRole('button', { name: 'Send me a test' }).click()
  expect(await page.getByRole('status').first().innerText()).toContain('A test is on its way to you, in English.')
  await arrived('[Test] Changes in the programme', 1)

  const twin = await page.context().newPage()
  await twin.goto(`${desk}/programme/tell`)
  await page.getByRole('button', { name: button }).click()
  expect(await page.getByRole('status').first().innerText()).toContain(`${people} people are being told.`)
  await twin.getByRole('button', { name: button }).click()
  expect(await twin.locator('main').innerText()).toContain('nobody is told twice')

  const found = await Promise.all(Object.values(subjects).map(subject => arrived(subject, 1)))
  expect(found).toHaveLength(4)
})

test('somebody reads it in Spanish: what moved, their own page, the calendar, and the list of changes', async () => {
  // Somebody who comes: whoever waits has nothing of it in their calendar.
  const mail = (await arrived(subjects.es, 20)).find(({ attachments }) => attachments.length > 0)
  const text = plain(mail?.text)
  expect(text).toContain('Cuándo: 15:30 – 17:15 (antes: 15:00 – 17:00)')
  expect(text).toContain('Las horas son las de París.')
  expect(text).toContain('La sala solo está libre desde las 15:30.')
  expect(text).toMatch(/\/es\/me\/[\w.-]+/)
  const [file] = mail?.attachments ?? []
  const calendar = file?.content.toString('utf8') ?? ''
  expect(calendar).toContain('METHOD:PUBLISH')
  expect(calendar).toMatch(/SEQUENCE:[1-9]/)
  expect(calendar).toMatch(/DTSTART;TZID=Europe\/Paris:20180705T153000/)

  const address = /https?:\/\/\S+\/changes\?\S+/.exec(text)?.[0] ?? ''
  const page = await browser.newPage({ locale: 'es', width: 390, scheme: 'dark' })
  const { pathname, search } = new URL(address)
  await page.goto(`${server.origin}${pathname}${search}`)
  expect(await page.locator('main').innerText()).toContain('1 bloque trasladado')
  expect(plain(await page.locator('main').innerText())).toContain('15:30 – 17:15')
  expect(await problemsOf(page)).toEqual([])
})

test('what was told stands on the page, which is sound in the light and in the dark', async () => {
  for (const options of [
    { locale: 'fr', width: 1280 } as const,
    { locale: 'pt', width: 320, scheme: 'dark' } as const,
  ]) {
    const page = await signIn('organiser', options)
    await page.goto(`${server.origin}/${options.locale}/desk${seminar}/programme/tell`)
    expect(await page.locator('main').innerText()).toContain('15')
    expect(await problemsOf(page)).toEqual([])
    expect(troublesOf(page)).toEqual([])
  }
})
