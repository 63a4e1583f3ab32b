import { expect, test } from 'vitest'
import { mePath } from '#convene/registration/acts/personal-link.ts'
import { register, registrationMails } from '#convene/registration/index.ts'
import { newSendingKey } from '#convene/registration/pages/form/served.ts'
import { seminarRoutes } from '#convene/seminar/index.ts'
import { as, job, type Tx } from '#ground/database/actor.ts'
import { locales } from '#ground/languages/locales.ts'
import { house, openHouse } from './house.ts'
import { answers, count, fields, makeSeminar, query, rooms, type TestSeminar } from './support.ts'

openHouse([...rooms, { name: 'seminar', routes: seminarRoutes }])

const onceOf = (html: string) => /name="_once" value="([^"]+)"/.exec(html)?.[1] ?? ''
const openForm = async (seminar: TestSeminar, locale = 'en') => {
  const response = await house.ask(`/${locale}/seminars/${seminar.slug}/register`)
  return { status: response.status, html: await response.text() }
}
// The key of a form that was served a minute ago: nobody reads it in less.
const readForm = () => newSendingKey(house.keys, Temporal.Now.instant().subtract({ minutes: 1 }))
const sendForm = async (seminar: TestSeminar, given: Record<string, string> = {}, once?: string) => {
  const key = once ?? readForm()
  return house.send(`/en/seminars/${seminar.slug}/register`, { ...fields(given), _once: key })
}

test('the form in four languages: the shores first, every label said, consents never ticked beforehand', async () => {
  const seminar = await makeSeminar(house)
  const titles = { fr: 'S’inscrire', es: 'Inscribirse', pt: 'Fazer inscrição', en: 'Register' }
  for (const locale of locales) {
    const { status, html } = await openForm(seminar, locale)
    expect(status).toBe(200)
    expect(html).toContain(`<h1>${titles[locale]}</h1>`)
    expect(html.indexOf('value="AR"')).toBeLessThan(html.indexOf('value="FR"'))
    expect(html.indexOf('value="FR"')).toBeLessThan(html.indexOf('value="CA"'))
    expect(html).not.toContain('checked')
    expect(html).not.toContain('undefined')
  }
  // A consent without an English text is shown in French, and said so.
  expect((await openForm(seminar)).html).toMatch(/lang="fr"[^>]*>Liste des personnes/)
})

test('a newcomer gets a page that says confirmed; a double click and a late copy of it lead to the same', async () => {
  const seminar = await makeSeminar(house, { capacity: 1 })
  const once = readForm()
  const both = await Promise.all([sendForm(seminar, {}, once), sendForm(seminar, {}, once)])
  const places = both.map(response => response.headers.get('location'))
  expect(both.map(response => response.status)).toEqual([303, 303])
  expect(places[0]).toBe(places[1])
  expect((await sendForm(seminar, {}, once)).headers.get('location')).toBe(places[0])
  expect(await count(house, seminar.id)).toEqual({ taken: 1, confirmed: 1, waiting: 0, mails: 1, people: 1 })
  const receipt = await (await house.ask(places[0] ?? '')).text()
  expect(receipt).toContain('You have a place')
  expect(receipt).not.toMatch(/Ana|ana@example|\/me\//)
  const waiting = await house.ask((await sendForm(seminar, { email: 'b@example.org' })).headers.get('location') ?? '')
  expect(await waiting.text()).toContain('Your rank is 1')
})

test('a known address gets the very page that an unknown one gets', async () => {
  const known = await makeSeminar(house)
  const unknown = await makeSeminar(house)
  await register(house, answers(known))
  const pageFor = async (seminar: TestSeminar) => {
    const response = await sendForm(seminar)
    const html = await (await house.ask(response.headers.get('location') ?? '')).text()
    return {
      status: response.status,
      html: html.replaceAll(seminar.slug, 'SLUG').replace(/(receipt|registered)\/[^"?]+/g, ''),
    }
  }
  expect(await pageFor(known)).toEqual(await pageFor(unknown))
  expect(await count(house, known.id)).toMatchObject({ taken: 1, people: 1 })
})

test('a receipt that is forged, or of another seminar, is none', async () => {
  const seminar = await makeSeminar(house)
  const other = await makeSeminar(house)
  const location = (await sendForm(seminar)).headers.get('location') ?? ''
  expect((await house.ask(location)).status).toBe(200)
  expect((await house.ask(location.replace('confirmed-0', 'waiting-7'))).status).toBe(404)
  expect((await house.ask(location.replace(seminar.slug, other.slug))).status).toBe(404)
})

test('every error at once, in the language of the page, with everything that was typed', async () => {
  const seminar = await makeSeminar(house)
  const typed = {
    givenName: '  ',
    familyName: 'שָׁלוֹם 🕊️',
    email: 'no-address',
    category: 'king',
    country: 'ZZ',
    'consent-data': '',
    'consent-participants-list': 'yes',
  }
  const response = await house.send(`/fr/seminars/${seminar.slug}/register`, fields(typed))
  const html = await response.text()
  expect(response.status).toBe(422)
  for (const sentence of [
    'Indiquez votre prénom.',
    'nom@ville.example',
    'à quel titre',
    'un pays dans la liste',
    'Sans ce consentement',
  ]) {
    expect(html.split(sentence).length).toBeGreaterThan(2)
  }
  expect(html).toContain('value="שָׁלוֹם 🕊️"')
  expect(html).toContain('value="no-address"')
  expect(html).toMatch(/name="consent-participants-list" value="yes" checked/)
  expect(await count(house, seminar.id)).toMatchObject({ people: 0 })
})

test('a field of 500 kB gets a sentence beside it, and the other answers stay', async () => {
  const seminar = await makeSeminar(house)
  const response = await sendForm(seminar, { organisation: 'x'.repeat(500_000) })
  const html = await response.text()
  expect(response.status).toBe(422)
  expect(html).toContain('The name of an organisation may have 200 characters at most.')
  expect(html).toContain('value="ana@example.org"')
  expect((await sendForm(seminar, { organisation: 'x'.repeat(2_000_000) })).status).toBe(413)
  expect(await count(house, seminar.id)).toMatchObject({ people: 0 })
})

test('a filled trap registers nobody, says so, and lets a person try again', async () => {
  const seminar = await makeSeminar(house)
  const response = await sendForm(seminar, { nickname: 'http://buy.example' })
  const html = await response.text()
  expect(response.status).toBe(422)
  expect(html).toContain('a field that people do not see')
  expect(html).not.toContain('buy.example')
  expect(await count(house, seminar.id)).toMatchObject({ people: 0 })
  expect((await sendForm(seminar, {}, onceOf(html))).status).toBe(303)
})

test('the back button: the same person is led to the first receipt, another person is registered', async () => {
  const seminar = await makeSeminar(house, { capacity: 1 })
  const once = readForm()
  const first = await sendForm(seminar, {}, once)
  const again = await sendForm(seminar, { organisation: 'Prefeitura' }, once)
  expect(again.headers.get('location')).toBe(first.headers.get('location'))
  expect(await count(house, seminar.id)).toMatchObject({ people: 1, mails: 1 })
  const colleague = await sendForm(seminar, { givenName: 'Rosa' }, once)
  expect(colleague.headers.get('location')).toContain('/registered/waiting-1')
  expect(await count(house, seminar.id)).toMatchObject({ people: 2, mails: 2 })
})

test('not yet open, closed, cancelled: a page that says when and whom to write to', async () => {
  const opens = await makeSeminar(house, { opens: '2018-06-10T07:00:00Z' })
  expect((await openForm(opens)).html).toContain('Registration is not open yet')
  const closed = await makeSeminar(house, { closes: '2018-06-04T21:59:59Z' })
  const page = await openForm(closed)
  expect(page.status).toBe(200)
  expect(page.html).toMatch(/It closed on [^.]*June[^.]*2018 at 23:59, Paris time/)
  expect(page.html).toContain('seminaire@example.org')
  const sent = await house.send(`/en/seminars/${closed.slug}/register`, fields())
  expect(sent.status).toBe(409)
  const cancelled = await makeSeminar(house, { cancelled: '2018-06-01T00:00:00Z' })
  expect((await openForm(cancelled)).html).toContain('The seminar is cancelled')
  expect((await openForm(await makeSeminar(house, { visibility: 0 }))).status).toBe(404)
})

test('the personal page shows its own registration, the rank, and nobody else’s', async () => {
  const seminar = await makeSeminar(house, { capacity: 1 })
  await register(house, answers(seminar, { givenName: 'Secret', email: 'first@example.org' }))
  await register(house, answers(seminar, { email: 'second@example.org' }))
  const third = await register(
    house,
    answers(seminar, { email: 'third@example.org', organisation: 'Ville de <b>Lyon</b>' }),
  )
  const path = `/en${mePath(house.keys, { id: 'id' in third ? third.id : '', linkNumber: 1 })}`
  const response = await house.ask(path)
  const html = await response.text()
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(html).toContain('rank 2: 1 person is ahead of you')
  expect(html).toContain('third@example.org')
  expect(html).toContain('Ville de &lt;b&gt;Lyon&lt;/b&gt;')
  expect(html).toMatch(/<strong>yes<\/strong> <span lang="fr">Usage des données<\/span>/)
  expect(html).not.toMatch(/Secret|second@/)
  for (const bad of [
    path.slice(0, -1),
    `${path}x`,
    `/en/me/${house.keys.sign('receipt', seminar.id)}`,
    '/en/me/nonsense',
    `/en${mePath(house.keys, { id: seminar.id, linkNumber: 1 })}`,
  ]) {
    const refused = await house.ask(bad)
    expect(refused.status).toBe(404)
    expect(await refused.text()).toContain('This link is not complete')
  }
})

test('the mails, in four languages: subject, practical facts, a link that opens', async () => {
  const seminar = await makeSeminar(house, { capacity: 1 })
  for (const [n, language] of locales.entries())
    await register(house, answers(seminar, { language, email: `m${n}@example.org` }))
  await register(house, answers(seminar, { language: 'fr', email: 'm0@example.org' }))
  const mails = await query<{ template: string; language: (typeof locales)[number]; data: Record<string, unknown> }>(
    house,
    'select template, language, data from perenne.mail where space_id = $1 order by created_at, id',
    [seminar.id],
  )
  const to = { id: '', givenName: 'Ana', familyName: 'Duarte', email: '' }
  const wordsOf = async (template: string, tx: Tx, data: Record<string, unknown>, language: (typeof locales)[number]) =>
    (await registrationMails[template]?.words(house, tx, data, language, to)) ?? null
  const words = await Promise.all(
    mails.map(mail => as(house.db, job('mail'), tx => wordsOf(mail.template, tx, mail.data, mail.language))),
  )
  expect(words.map(mail => mail?.subject)).toEqual([
    'Vous avez une place\u00a0: Vers une action durable',
    'Lista de espera: Vers une action durable',
    'Lista de espera: Vers une action durable',
    'Waiting list: Towards lasting action',
    'Vous avez déjà une inscription\u00a0: Vers une action durable',
  ])
  expect(words[0]?.paragraphs.join('\n')).toContain('Hôtel de Ville, 5 rue Lobau')
  expect(words[3]?.paragraphs.join('\n')).toContain(
    'Your rank is 3: 2 people who wait for the same places are ahead of you.',
  )
  expect(words[0]?.action?.url).toBe(words[4]?.action?.url)
  expect(words.map(mail => mail?.attachments?.length ?? 0)).toEqual([1, 0, 0, 0, 0])
  expect(words[0]?.attachments?.[0]?.content).toMatch(/BEGIN:VEVENT[\s\S]*DTSTART;TZID=Europe\/Paris:20180705T090000/)
  const ofPage = await (await house.ask(`/fr/seminars/${seminar.slug}/calendar.ics`)).text()
  const uid = /UID:.+/.exec(words[0]?.attachments?.[0]?.content ?? '')?.[0]
  expect(uid).toBeDefined()
  expect(/UID:.+/.exec(ofPage)?.[0]).toBe(uid)
  for (const mail of words) expect((await house.ask(mail?.action?.url ?? '')).status).toBe(200)
  const gone = await as(house.db, job('mail'), tx =>
    wordsOf('registration-confirmed', tx, { registration: seminar.id }, 'en'),
  )
  expect(gone).toBeNull()
})
