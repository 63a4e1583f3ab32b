import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as, job } from '../../source/ground/database/actor.ts'
import { openMailer } from '../../source/ground/mail/acts/send-due.ts'
import { openLook, setupCard, setupMails, setupRoutes } from '../../source/ground/setup/index.ts'
import { homeRoutes } from '../../source/ground/web/home.tsx'
import { newOnceKey } from '../../source/ground/web/sent-once.ts'
import { openPostbox, type Postbox } from '../mail/support.ts'
import { giveRole, makePerson, makeSpace, peopleRoom, signedIn } from '../people/support.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'

let house: TestHouse
let administrator: { headers: { cookie: string } }
let organiser: { headers: { cookie: string } }
let box: Postbox
beforeAll(async () => {
  house = await openTestHouse([
    { name: 'home', routes: homeRoutes },
    { name: 'setup', routes: setupRoutes, mails: setupMails, home: setupCard },
    peopleRoom,
  ])
  house.look = await openLook(house.db)
  box = await openPostbox()
  const ana = await makePerson(house, 'ana@ville.example', ['Ana', 'Souza'], 'pt')
  await giveRole(house, ana, 'administrator', 'installation')
  administrator = await signedIn(house, ana)
  const network = await makeSpace(house, 'network', 'elsewhere')
  const bia = await makePerson(house, 'bia@ville.example')
  await giveRole(house, bia, 'organiser', 'network', network)
  organiser = await signedIn(house, bia)
})
afterAll(async () => {
  await box.close()
  await house.close()
})

const page = async (path: string) => (await house.ask(path, administrator)).text()
const installation = async () => (await house.database.owner.query('select * from perenne.installation')).rows[0]

describe('the steps', () => {
  test('tell what is done, worked out from what is there', async () => {
    const html = await page('/en/setup')
    expect(html).toContain('2 of 5 done')
    expect(html).toContain('Open: Name and colour')
    for (const step of ['network', 'look', 'mail', 'seminar'])
      expect((await house.ask(`/es/setup/${step}`, administrator)).status).toBe(200)
  })

  test('the home page of whoever administers leads there until they leave it', async () => {
    expect(await page('/fr/')).toContain('Poursuivre la première visite')
    expect(await (await house.ask('/fr/', organiser)).text()).not.toContain('première visite')
    expect(await (await house.ask('/fr/')).text()).not.toContain('première visite')
    expect((await house.send('/fr/setup/end', {}, administrator)).headers.get('location')).toBe('/fr/desk')
    expect(await page('/fr/')).not.toContain('première visite')
    expect((await installation()).set_up_at).not.toBeNull()
  })
})

describe('the network', () => {
  test('gets its address from its name, and is public', async () => {
    const sent = await house.send(
      '/pt/setup/network',
      { 'name-pt': ' Cidades Juntas ', 'name-fr': 'Cités ensemble' },
      administrator,
    )
    expect(sent.headers.get('location')).toBe('/pt/setup/look')
    const { rows } = await house.database.owner.query(
      `select s.slug, s.visibility, t.language, t.body, t.state from perenne.space s
       join perenne.translation t on t.record_id = s.id where s.slug = 'cidades-juntas' order by language`,
    )
    expect(rows).toEqual([
      { slug: 'cidades-juntas', visibility: 2, language: 'fr', body: 'Cités ensemble', state: 'reviewed' },
      { slug: 'cidades-juntas', visibility: 2, language: 'pt', body: 'Cidades Juntas', state: 'source' },
    ])
  })

  test.each([
    [{ 'name-pt': '' }, 'Informe o nome da rede.'],
    [{ 'name-pt': 'Ελλάδα' }, 'Não dá para formar um endereço com este nome'],
    [{ 'name-pt': 'Outra', slug: 'Com Espaço' }, 'Use só letras minúsculas'],
    [{ 'name-pt': 'Cidades Juntas' }, 'Este endereço já está ocupado.'],
    [{ 'name-pt': 'x'.repeat(201) }, 'Use no máximo 200 caracteres.'],
  ])('%j is told, with what was typed kept', async (fields, sentence) => {
    const sent = await house.send('/pt/setup/network', fields as Record<string, string>, administrator)
    expect(sent.status).toBe(422)
    const html = await sent.text()
    expect(html).toContain(sentence)
    expect(html).toContain(`value="${fields['name-pt']}"`)
  })
})

describe('a form sent several times at once', () => {
  const networks = async () =>
    (await house.database.owner.query(`select count(*)::int as n from perenne.space where kind = 'network'`)).rows[0].n
  const sendAll = (once: string, names: readonly string[]) =>
    Promise.all(
      names.map(name => house.send('/pt/setup/network', { 'name-pt': name, slug: '', _once: once }, administrator)),
    )
  // Names of their own, so that nothing but the key can hold the others back.
  const names = (word: string) => Array.from({ length: 6 }, (_, n) => `${word} ${n}`)

  test('does its work once, and all of them lead where the first one led', async () => {
    const before = await networks()
    const answers = await sendAll(newOnceKey(house.keys), names('Ao mesmo tempo'))
    expect(answers.map(answer => [answer.status, answer.headers.get('location')])).toEqual(
      Array.from({ length: 6 }, () => [303, '/pt/setup/look']),
    )
    expect(await networks()).toBe(before + 1)
  })

  test('with a key that is none of ours, the second is refused and learns nothing of the first', async () => {
    const before = await networks()
    const answers = await sendAll('made-up', names('Inventada'))
    expect(answers.map(answer => answer.status).sort()).toEqual([303, 409, 409, 409, 409, 409])
    expect(await networks()).toBe(before + 1)
  })
})

describe('name and colour', () => {
  const save = (fields: Record<string, string>) => house.send('/fr/setup/look', fields, administrator)

  test('are on the next page, in its title and as one more style sheet', async () => {
    expect((await save({ name: 'Cités ensemble', colour: 'forest' })).headers.get('location')).toBe('/fr/setup/mail')
    const html = await (await house.ask('/fr/')).text()
    expect(html).toContain('– Cités ensemble</title>')
    expect(html).toContain('<link rel="stylesheet" href="/assets/accent-2f6146-1.css"/>')
    const css = await house.ask('/assets/accent-2f6146-1.css')
    expect(css.headers.get('content-type')).toBe('text/css; charset=utf-8')
    expect(css.headers.get('cache-control')).toContain('immutable')
    expect(await css.text()).toContain('--act:light-dark(#2f6146,')
  })

  test('a colour of one’s own is made so that it can be read, and that is said', async () => {
    expect((await save({ name: '', colour: 'own', own: '#FFE000' })).status).toBe(303)
    expect(await installation()).toMatchObject({ name: null, accent: '#ffe000' })
    const html = await page('/fr/setup/look')
    expect(html).toContain('#ffe000 serait difficile à lire')
    expect(html).toMatch(/contraste de (4,[5-9]|5,\d)/)
  })

  test.each(['1d4f86', '#12', '#gggggg', 'red', '', '#1d4f86;}'])('“%s” is no colour', async own => {
    const sent = await save({ name: 'Nom', colour: 'own', own })
    expect(sent.status).toBe(422)
    const html = await sent.text()
    expect(html).toContain('Écrivez la couleur avec #')
    expect(html).toContain('value="Nom"')
    expect(await installation()).toMatchObject({ name: null, accent: '#ffe000' })
  })

  test('the colour of the house needs no style sheet', async () => {
    await save({ name: '', colour: 'sea' })
    expect(await (await house.ask('/fr/')).text()).not.toContain('/assets/accent-')
    for (const path of ['/assets/accent-2f614-1.css', '/assets/accent-zzzzzz-1.css', '/assets/accent-2f6146-2.css'])
      expect((await house.ask(path)).status, path).toBe(404)
  })

  test('are seen by another process after its next look', async () => {
    const other = await openLook(house.db)
    await save({ name: 'Vista de lejos', colour: 'plum' })
    expect(other.name).not.toBe('Vista de lejos')
    await other.refresh()
    expect([other.name, other.accent]).toEqual(['Vista de lejos', '#6d3272'])
  })
})

describe('the test of mail', () => {
  const send = () => house.send('/en/setup/mail', {}, administrator)
  const withServer = (url: string): TestHouse => ({
    ...house,
    settings: { ...house.settings, smtpUrl: url, mailFrom: 'seminars@example.org' },
  })
  const real = () => house.settings
  let kept: TestHouse['settings']

  test('without a server it says what to set, and the mail waits', async () => {
    expect(await page('/en/setup/mail')).toContain('No mail server is set')
    const sent = await send()
    const html = await page(sent.headers.get('location') ?? '')
    expect(html).toContain('The mail is written and waits')
    expect(sent.headers.get('refresh')).toBeNull()
  })

  test('with a server it arrives, under the name of the installation, and the page says so', async () => {
    kept = real()
    await house.send('/en/setup/look', { name: 'Cities: "Together"', colour: 'sea' }, administrator)
    await house.database.owner.query('truncate perenne.mail cascade')
    const there = withServer(box.url)
    house.settings = there.settings
    const mailer = openMailer(there, { everyRound: 3_600_000 })
    try {
      const sent = await send()
      const path = sent.headers.get('location') ?? ''
      const before = await house.ask(path, administrator)
      expect(before.headers.get('refresh')).toBe('2')
      expect(await before.text()).toContain('on its way')
      expect(await mailer.sendDue()).toBe(1)
      const after = await house.ask(path, administrator)
      expect(after.headers.get('refresh')).toBeNull()
      const html = await after.text()
      expect(html).toContain(`${new URL(box.url).host} has taken the mail`)
      expect(box.mails[0]?.subject).toBe('Cities: "Together": this mail arrived')
      expect(box.mails[0]?.from?.value).toEqual([{ name: 'Cities: "Together"', address: 'seminars@example.org' }])
      expect(box.mails[0]?.text).toContain('Cities: "Together" (localhost:3000)')
    } finally {
      await mailer.close()
      house.settings = kept
    }
  })

  test('a server that refuses is told in its own words, without a secret', async () => {
    const there = withServer('smtp://user:sesame@127.0.0.1:1')
    house.settings = there.settings
    const mailer = openMailer(there, { everyRound: 3_600_000, connection: 500 })
    try {
      const sent = await send()
      await mailer.sendDue()
      const html = await page(sent.headers.get('location') ?? '')
      expect(html).toContain('The mail did not leave.')
      expect(html).toContain('127.0.0.1:1')
      expect(html).not.toContain('sesame')
    } finally {
      await mailer.close()
      house.settings = kept
    }
  })

  test('is noted, and shown to whoever asked for it alone', async () => {
    const sent = await send()
    const { rows } = await house.database.owner.query(`select what, detail, actor_kind from perenne.noted_act`)
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.at(-1)).toMatchObject({ what: 'mail-test', actor_kind: 'person' })
    const second = await makePerson(house, 'second@ville.example')
    await giveRole(house, second, 'administrator', 'installation')
    const path = sent.headers.get('location') ?? ''
    expect(await (await house.ask(path, await signedIn(house, second))).text()).not.toContain('What happened')
  })
})

describe('who may', () => {
  test.each(['', '/network', '/look', '/mail', '/seminar'])('setup%s is for administrators alone', async path => {
    expect((await house.ask(`/fr/setup${path}`)).headers.get('location')).toContain('/fr/sign-in')
    expect((await house.ask(`/fr/setup${path}`, organiser)).status).toBe(403)
  })
  test.each(['end', 'network', 'look', 'mail'])('nobody else sends setup/%s', async path => {
    const before = await installation()
    expect((await house.send(`/fr/setup/${path}`, { name: 'x', colour: 'plum' }, organiser)).status).toBe(403)
    expect((await house.send(`/fr/setup/${path}`, { name: 'x', colour: 'plum' })).status).toBe(303)
    expect(await installation()).toEqual(before)
  })
  test('the database refuses them too', async () => {
    const bia = (await house.database.owner.query(`select id from perenne.person where email = 'bia@ville.example'`))
      .rows[0].id
    const changed = await as(house.db, { kind: 'person', id: bia }, tx =>
      tx.updateTable('installation').set({ name: 'mine' }).executeTakeFirst(),
    )
    expect(changed.numUpdatedRows).toBe(0n)
    await expect(
      as(house.db, job('test'), tx => tx.updateTable('installation').set({ demonstration: true }).execute()),
    ).rejects.toMatchObject({ code: '42501' })
  })
})
