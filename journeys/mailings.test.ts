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
    const found = box.mails.filter(mail => mail.subject?.includes(subject))
    if (found.length >= count) return found
    await new Promise(resolve => setTimeout(resolve, 200))
  }
  throw new Error(`${box.mails.filter(mail => mail.subject?.includes(subject)).length} of ${count} mails arrived`)
}
const addressOf = (mail: ParsedMail) => (Array.isArray(mail.to) ? undefined : mail.to?.value[0]?.address)

const texts = {
  fr: {
    subject: 'Venir au séminaire 🚋',
    body: 'Bonjour {given_name},\n\nRendez-vous le {date}. <b>Plan</b> : https://example.org/plan',
  },
  es: { subject: 'Llegar al seminario 🚋', body: 'Hola, {given_name}:\n\nNos vemos el {date}, {hours}.' },
  pt: { subject: 'Chegar ao seminário 🚋', body: 'Olá, {given_name},\n\nAté {date}. Página: {own_page}' },
  en: { subject: 'Coming to the seminar 🚋', body: 'Dear {given_name},\n\nSee you on {date} at {venue}.' },
}

test('an organiser writes to everybody who has a place, in four languages, without a script; each reads their own', async () => {
  const page = await signIn('organiser', { locale: 'en', width: 390, javaScript: false })
  const list = `${server.origin}/en/desk${seminar}/mailings`
  await page.goto(list)
  expect(await page.locator('main').innerText()).toContain('leaves on 28\u00a0June\u00a02018 at 9:00, Paris time')
  await page.getByRole('link', { name: 'Write a message' }).click()
  for (const [language, { subject, body }] of Object.entries(texts)) {
    await page.locator(`input[name="subject-${language}"]`).fill(subject)
    await page.locator(`textarea[name="body-${language}"]`).fill(body)
  }
  // A word that is not known, as it happens: told with its line, and everything else kept.
  await page.locator('textarea[name="body-en"]').fill('Dear {name},')
  await page.getByRole('button', { name: 'Save and look at it' }).click()
  expect(await page.getByRole('alert').innerText()).toContain(
    'Message, in English, line 1: we do not know the word {name}.',
  )
  expect(await page.locator('textarea[name="body-pt"]').inputValue()).toBe(texts.pt.body)
  await page.locator('textarea[name="body-en"]').fill(texts.en.body)
  await page.getByRole('button', { name: 'Save and look at it' }).click()
  expect(await page.locator('h1').innerText()).toBe(texts.en.subject)
  const here = page.url()

  await page.locator('select[name="language"]').selectOption('pt')
  await page.getByRole('button', { name: 'Send me a test' }).click()
  const [tried] = await arrived(`[Teste] ${texts.pt.subject}`, 1)
  expect(tried?.text).not.toMatch(/\/pt\/me\/[0-9a-f]{8}-/)

  await page.getByRole('link', { name: 'Change' }).click()
  await page.goto(here)
  await page.getByRole('button', { name: 'Send it now' }).click()
  const title = await page.locator('h1').innerText()
  const people = Number(/to (\d+) people/.exec(title)?.[1])
  expect(people).toBeGreaterThan(100)
  const twin = await page.context().newPage()
  await twin.goto(here)
  await twin.getByRole('button', { name: 'Send it now' }).click()
  await page.getByRole('button', { name: 'Send it now' }).click()
  expect(await page.getByRole('status').first().innerText()).toContain(`${people} mails are leaving.`)
  // The other window, where the question still stands: nobody is written to twice.
  await twin.getByRole('button', { name: 'Send it now' }).click()
  expect(await twin.getByRole('status').first().innerText()).toContain('nobody is written to twice')

  const mails = (await Promise.all(Object.values(texts).map(({ subject }) => arrived(subject, 1)))).length
  expect(mails).toBe(4)
  const all = await arrived('🚋', people + 1)
  const toPeople = all.filter(mail => !mail.subject?.startsWith('[Teste]'))
  expect(toPeople).toHaveLength(people)
  expect(new Set(toPeople.map(addressOf)).size).toBe(people)
  for (const [language, { subject }] of Object.entries(texts)) {
    const mine = toPeople.filter(mail => mail.subject === subject)
    expect(mine.length).toBeGreaterThan(0)
    for (const mail of mine) {
      expect(mail.headers.get('content-language')).toBe(language)
      expect(mail.text).not.toMatch(/[{}]|undefined|\bnull\b/)
      expect(mail.text).toContain(`/${language}/me/`)
    }
  }
  const french = toPeople.find(mail => mail.subject === texts.fr.subject)
  expect(french?.html).toContain('&lt;b&gt;Plan&lt;/b&gt;')
  expect(french?.html).toContain('<a href="https://example.org/plan">https://example.org/plan</a>')
  const own = /https?:\/\/\S+\/pt\/me\/\S+/.exec(
    toPeople.find(mail => mail.subject === texts.pt.subject)?.text ?? '',
  )?.[0]
  const reader = await browser.newPage({ locale: 'pt', width: 320, javaScript: false })
  expect((await reader.goto(own ?? ''))?.status()).toBe(200)

  await page.goto(list)
  const row = page.getByRole('row').filter({ hasText: texts.en.subject })
  expect(await row.innerText()).toContain(String(people))
  // The same pages as they are checked, with a script that can look at them.
  const looker = await signIn('organiser', { locale: 'fr', width: 320 })
  for (const path of [list, here, `${list}/new`]) {
    await looker.goto(path.replace('/en/', '/fr/'))
    expect(await problemsOf(looker), path).toEqual([])
  }
  expect(troublesOf(page)).toEqual([])
  expect(troublesOf(reader)).toEqual([])
}, 180_000)

test('the words of a mail become the organiser’s own, and the next person who registers gets them', async () => {
  const page = await signIn('organiser', { locale: 'en' })
  await page.goto(`${server.origin}/en/desk${seminar}/words`)
  expect(await problemsOf(page)).toEqual([])
  await page.getByRole('link', { name: 'Place confirmed' }).click()
  await page.locator('textarea[name="body-en"]').fill('How good that you come, {given_name}.\n\nBring this mail along.')
  await page.getByRole('button', { name: 'Save and look at it' }).click()
  expect(await page.locator('main').innerText()).toContain('How good that you come, Alex.')
  expect(await problemsOf(page)).toEqual([])
  await page.goto(`${server.origin}/en/desk${seminar}/words`)
  const row = page.getByRole('row').filter({ hasText: 'Place confirmed' })
  expect(await row.innerText()).toMatch(/missing[\s\S]*own/)

  await page.goto(`${server.origin}/en/desk${seminar}/mailings/reminders`)
  await page.getByLabel('3 days before', { exact: false }).nth(1).check()
  await page.getByRole('button', { name: 'Save the days' }).click()
  expect(await page.locator('main').innerText()).toContain('leaves on 2\u00a0July\u00a02018 at 9:00, Paris time')

  const anybody = await browser.newPage({ locale: 'en', javaScript: false })
  await anybody.goto(`${server.origin}/en${seminar}/register`)
  await anybody.getByLabel('Given name').fill('Zofia')
  await anybody.getByLabel('Family name').fill('Ownwords')
  await anybody.getByLabel('E-mail address').fill('zofia.ownwords@example.org')
  await anybody.getByLabel('Elected member').check()
  await anybody.getByLabel('Organisation', { exact: true }).fill('Council of the last ferry')
  await anybody.getByLabel('Country of the organisation').selectOption('JP')
  await anybody.getByRole('checkbox').first().check()
  await anybody.getByRole('button', { name: 'Send my registration' }).click()
  await anybody.waitForURL(/\/registered\//)
  const mine = () => box.mails.find(mail => addressOf(mail) === 'zofia.ownwords@example.org')
  for (let tries = 0; tries < 100 && !mine(); tries++) await new Promise(resolve => setTimeout(resolve, 200))
  expect(await anybody.locator('main').innerText()).toContain('confirmed')
  expect(mine()?.text).toContain('How good that you come, Zofia.')
  expect(mine()?.text).toContain('When: ')
  expect(mine()?.text).toMatch(/\/not-me\//)
  expect(troublesOf(page)).toEqual([])
  expect(troublesOf(anybody)).toEqual([])
}, 120_000)

test('a message is tried, planned on the clock of the venue, changed by two at once, and given up', async () => {
  const page = await signIn('organiser', { locale: 'en' })
  await page.goto(`${server.origin}/en/desk${seminar}/mailings/new`)
  await page.locator('input[name="subject-en"]').fill('Plus tard')
  await page.getByRole('button', { name: 'Save and look at it' }).click()
  expect(await problemsOf(page)).toEqual([])
  const here = page.url()
  await page.getByLabel('Day').fill('2018-06-20')
  await page.getByLabel('Hour').fill('half 9')
  await page.getByRole('button', { name: 'Let it leave then' }).click()
  expect(await problemsOf(page)).toEqual([])
  expect(await page.getByLabel('Hour').inputValue()).toBe('half 9')
  await page.getByLabel('Hour').fill('9:30')
  await page.getByRole('button', { name: 'Let it leave then' }).click()
  expect(await page.getByRole('status').first().innerText()).toContain(
    '20\u00a0June\u00a02018 at 9:30, Paris time (07:30 UTC)',
  )
  const other = await signIn('organiser', { locale: 'en' })
  for (const each of [page, other]) await each.goto(`${here}/edit`)
  expect(await problemsOf(page)).toEqual([])
  await page.locator('textarea[name="body-fr"]').fill('Premier texte')
  await page.getByRole('button', { name: 'Save and look at it' }).click()
  await other.locator('textarea[name="body-fr"]').fill('Second texte')
  await other.getByRole('button', { name: 'Save and look at it' }).click()
  expect(await problemsOf(other)).toEqual([])
  await other.getByLabel(/both/i).check()
  await other.getByRole('button', { name: /save/i }).click()
  expect(await other.locator('main').innerText()).toMatch(/Premier texte\s+Second texte/)
  await page.goto(here)
  await page.getByRole('button', { name: 'Send it now' }).click()
  expect(await page.locator('main').innerText()).toContain('the text is missing')
  expect(await problemsOf(page)).toEqual([])
  await page.goto(here)
  await page.getByRole('button', { name: 'Cancel this message' }).click()
  await page.getByRole('button', { name: 'Cancel this message' }).click()
  expect(await page.locator('main').innerText()).toContain('cancelled')
  expect(box.mails.filter(mail => mail.subject?.includes('Plus tard'))).toEqual([])
}, 120_000)
