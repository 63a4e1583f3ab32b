import { afterAll, beforeAll, expect, test } from 'vitest'
import { openMailer } from '#ground/mail/acts/send-due.ts'
import { openPostbox, type Postbox } from '../../mail/support.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { query } from '../registration/support.ts'
import { add, draft, mailingRooms, mailsOf, scene, startShown } from './support.ts'

// A mailing in four languages, read in a real SMTP server.

let house: TestHouse
let box: Postbox
beforeAll(async () => {
  box = await openPostbox()
  house = await openTestHouse(mailingRooms, { SMTP_URL: box.url, MAIL_FROM: 'Seminar <seminar@example.org>' })
})
afterAll(async () => {
  await box.close()
  await house.close()
})

const words = {
  subject: {
    fr: 'Infos 🌍 : {seminar}',
    es: 'Información 🌍: {seminar}',
    pt: 'Informações 🌍: {seminar}',
    en: 'Facts 🌍: {seminar}',
  },
  body: {
    fr: 'Bonjour {given_name} {family_name},\n\n<b>Important</b> & "utile" : https://example.org/fr?a=1&b=<x>.\n\njavascript:alert(1)',
    es: 'Hola, {given_name} {family_name}:\n\n<script>alert(1)</script>',
    pt: 'Olá, {given_name} {family_name},\n\n{{chave} {own_page}',
    en: 'Dear {given_name} {family_name},\n\nSee (https://example.org/a_(b)), then http://example.org/c.',
  },
}

test('arrives in each reader’s language, with any name, and nothing of what was typed becomes HTML', async () => {
  const there = await scene(house)
  const { seminar, organiser } = there
  await query(house, 'update perenne.quota set capacity = 20 where seminar_id = $1', [seminar.id])
  const people = {
    fr: await add(house, seminar, 'محمد العربي', { givenName: 'ليلى', email: 'fr@example.org', language: 'fr' }),
    es: await add(house, seminar, '<i>Núñez</i>', {
      givenName: '👩🏽‍🌾 Lucía',
      email: 'es@example.org',
      language: 'es',
    }),
    pt: await add(house, seminar, 'שׁלום', { givenName: '{own_page}', email: 'pt@example.org', language: 'pt' }),
    en: await add(house, seminar, 'O’Neill; "Bo",', { givenName: '𝒵𝒶𝓇𝒶', email: 'en@example.org', language: 'en' }),
  }
  await query(house, 'delete from perenne.mail where space_id = $1', [seminar.id])
  const id = await draft(house, there, { registrations: Object.values(people) }, words)
  await startShown(house, organiser, seminar.slug, id, 4)
  const mailer = openMailer(house, { everyRound: 3_600_000 })
  try {
    expect(await mailer.sendDue()).toBe(4)
  } finally {
    await mailer.close()
  }
  const of = (language: string) => {
    const mail = box.mails.find(one => one.headers.get('content-language') === language)
    if (!mail) throw new Error(`nothing in ${language}`)
    return mail
  }
  const title = { fr: 'Vers une action durable', en: 'Towards lasting action' }
  expect(of('fr').subject).toBe(`Infos 🌍 : ${title.fr}`)
  expect(of('es').subject).toBe(`Información 🌍: ${title.fr}`)
  expect(of('pt').subject).toBe(`Informações 🌍: ${title.fr}`)
  expect(of('en').subject).toBe(`Facts 🌍: ${title.en}`)
  const name = (language: string) => {
    const { to } = of(language)
    return Array.isArray(to) ? undefined : to?.value[0]?.name
  }
  expect([name('fr'), name('es'), name('pt'), name('en')]).toEqual([
    'ليلى محمد العربي',
    '👩🏽‍🌾 Lucía <i>Núñez</i>',
    '{own_page} שׁלום',
    '𝒵𝒶𝓇𝒶 O’Neill; "Bo",',
  ])

  const fr = of('fr')
  expect(fr.text).toContain('Bonjour ليلى محمد العربي,')
  expect(fr.html).toContain('&lt;b&gt;Important&lt;/b&gt; &amp; &quot;utile&quot;')
  expect(fr.html).toContain(
    '<a href="https://example.org/fr?a=1&amp;b=">https://example.org/fr?a=1&amp;b=</a>&lt;x&gt;.',
  )
  expect(fr.html).not.toMatch(/href="javascript/i)
  expect(of('es').html).toContain('Hola, 👩🏽‍🌾 Lucía &lt;i&gt;Núñez&lt;/i&gt;:')
  expect(of('es').html).not.toContain('<script')
  // A name with braces is a name; only the organiser's own word gave the page.
  const pt = of('pt')
  expect(pt.text).toContain('Olá, {own_page} שׁלום,')
  expect(pt.text).toMatch(/\{chave\} http\S+\/pt\/me\/\S+/)
  const en = of('en')
  expect(en.html).toContain('(<a href="https://example.org/a_(b)">https://example.org/a_(b)</a>), then')
  expect(en.html).toContain('<a href="http://example.org/c">http://example.org/c</a>.')

  for (const [language, registration] of Object.entries(people)) {
    const page = new RegExp(`/${language}/me/${registration}`)
    expect(of(language).text).toMatch(page)
    expect(of(language).html).toMatch(page)
  }
  expect((await mailsOf(house, id)).map(mail => mail.state)).toEqual(['sent', 'sent', 'sent', 'sent'])
})
