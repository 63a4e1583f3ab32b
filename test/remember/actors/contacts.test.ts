import ICAL from 'ical.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { removeContact } from '#remember/actors/acts/remove-record.ts'
import { as, job, person } from '../../../source/ground/database/actor.ts'
import { ask, fieldsOf, queriesOf, send, wordsOn } from '../../convene/registration/desk-support.ts'
import { actor, contact, make, openScene, type Scene } from './support.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.house.close())

const at = (path: string, slug = 'brecourt') => `/fr/territories/${slug}${path}`
const noOnce = { key: null, location: '/' }
const personsNamed = async (name: string) =>
  (
    await scene.house.database.owner.query(
      'select given_name, family_name, email, telephone, erased_at is not null as erased from perenne.person where family_name = $1',
      [name],
    )
  ).rows

test('somebody is added with a post and a new organisation; the name stands in person alone', async () => {
  const { house, here } = scene
  const path = at('/contacts/new')
  const { html } = await ask(house, path, here.editor.cookie)
  const wrong = await send(house, path, here.editor.cookie, {
    ...fieldsOf(html, path),
    email: 'inés',
    telephone: 'rappeler',
    organisation: '',
    'organisation-new': 'Intendencia de Almendro',
    'role-fr': 'Directora de cooperación',
    'languages[]': ['pt', 'es'],
  })
  expect(wrong.status).toBe(422)
  for (const field of ['familyName', 'email', 'telephone']) expect(wrong.html).toContain(`#field-${field}`)
  const saved = await send(house, path, here.editor.cookie, {
    ...fieldsOf(wrong.html, path),
    familyName: 'Zubizarreta',
    givenName: 'Inés',
    email: 'ines@almendro.example',
    telephone: '+598 2 12 34 50',
  })
  expect(saved.status).toBe(303)
  const page = await ask(house, saved.location ?? '', here.editor.cookie)
  const words = wordsOn(page.html)
  for (const said of [
    'Inés Zubizarreta',
    'Directora de cooperación',
    'Intendencia de Almendro',
    'espagnol et portugais',
  ])
    expect(words).toContain(said)
  expect(page.html).toContain('tel:+5982123450')
  expect(words).toContain('Aucun n’est noté')
  // No table but person, no version and no note of an act knows the name.
  const { rows } = await house.database.owner.query(
    `select table_name from information_schema.columns
     where table_schema = 'perenne' and column_name = 'id' and table_name <> 'person'`,
  )
  for (const { table_name } of [...rows, { table_name: 'record_version' }]) {
    const found = await house.database.owner.query(
      `select from perenne.${table_name} r where r::text like '%Zubizarreta%'`,
    )
    expect(found.rowCount, table_name).toBe(0)
  }
})

test('the last contact is the last interaction with somebody, and the posts that they held are on their page', async () => {
  const { house, here } = scene
  const id = await contact(scene, here, 'Ortega')
  const post = await make(scene, here, 'post', { 'title-fr': 'Directrice de l’eau', nature: 'technical', seats: '1' })
  await make(scene, here, 'appointment', { post, contact: id, during: '2015/..', visibility: '2' })
  await as(house.db, job('test'), async tx => {
    for (const [during, title] of [
      ['2016-03', 'Visite'],
      ['2017-11-04', 'Appel au sujet du puits'],
    ] as const) {
      const { id: interaction } = await tx
        .insertInto('interaction')
        .values({ space_id: here.space, kind: 'call', during, title, language: 'fr' })
        .returning('id')
        .executeTakeFirstOrThrow()
      await tx.insertInto('interaction_participant').values({ interaction_id: interaction, contact_id: id }).execute()
    }
  })
  const words = wordsOn((await ask(house, at(`/contacts/${id}`), here.editor.cookie)).html)
  expect(words).toContain('Appel au sujet du puits')
  expect(words).toContain('Directrice de l’eau')
  expect(words).toMatch(/Dernier contact\s+4\snovembre\s2017/)
})

test('a removal forgets the person; of a public office the name stays, and nothing else of it', async () => {
  const { house, here } = scene
  const remove = (id: string) => removeContact(house, person(here.editor.id), { space: here.space, id, once: noOnce })
  const all = { givenName: 'Ada', email: 'ada@example.org', telephone: '+33 1 00 00 00 00', languages: 'es fr' }

  const plain = await contact(scene, here, 'Effacée', all)
  expect(await remove(plain)).toBe('forgotten')
  expect(await personsNamed('Effacée')).toEqual([])
  expect((await ask(house, at(`/contacts/${plain}`), here.editor.cookie)).status).toBe(404)

  const elected = await contact(scene, here, 'Maire', { ...all, publicOffice: 'yes', 'role-fr': 'Maire' })
  expect(await remove(elected)).toBe('name-stays')
  expect(await personsNamed('Maire')).toEqual([
    { given_name: 'Ada', family_name: 'Maire', email: null, telephone: null, erased: false },
  ])
  const kept = await ask(house, at(`/contacts/${elected}`), here.editor.cookie)
  expect(wordsOn(kept.html)).toContain('archives d’intérêt public')
  expect(kept.html).not.toContain('ada@example.org')

  // A technical post keeps a line without a name: that somebody held it stays known.
  const technician = await contact(scene, here, 'Technicienne', { ...all, 'role-fr': 'Cheffe de projet' })
  const post = await make(scene, here, 'post', { 'title-fr': 'Cheffe de projet', nature: 'technical', seats: '1' })
  await make(scene, here, 'appointment', { post, contact: technician, during: '2012/2016', visibility: '2' })
  expect(await remove(technician)).toBe('forgotten')
  expect(await personsNamed('Technicienne')).toEqual([])
  const held = wordsOn((await ask(house, at(`/posts/${post}`), here.editor.cookie)).html)
  expect(held).toContain('Nom retiré')
  expect(held).toContain('2012–2016')
  expect((await ask(house, at('/contacts'), here.editor.cookie)).html).not.toContain(technician)
})

test('outside, only who holds a public office is named where the line is public, and no telephone or address is ever there', async () => {
  const { house, here, there } = scene
  const more = {
    givenName: 'Eva',
    email: 'eva@example.org',
    telephone: '+34 600 111 222',
    languages: 'es',
    visibility: '2',
  }
  const elected = await contact(scene, here, 'Alcaldesa', { ...more, publicOffice: 'yes' })
  const staff = await contact(scene, here, 'Funcionaria', more)
  const inside = await contact(scene, here, 'Interna', { ...more, publicOffice: 'yes', visibility: '0' })
  const post = await make(scene, here, 'post', {
    'title-fr': 'Alcaldía',
    nature: 'political',
    seats: '3',
    visibility: '2',
  })
  for (const who of [elected, staff, inside])
    await make(scene, here, 'appointment', { post, contact: who, during: '2015/..', visibility: '2' })
  for (const cookie of ['', there.editor.cookie]) {
    const page = async (path: string) => {
      const response = await house.ask(at(path), { headers: cookie ? { cookie } : {} })
      return { status: response.status, html: await response.text() }
    }
    expect((await page(`/contacts/${elected}`)).status).toBe(200)
    for (const path of [
      `/contacts/${staff}`,
      `/contacts/${inside}`,
      '/contacts',
      '/contacts.vcf',
      `/contacts/${elected}/card.vcf`,
    ])
      expect((await page(path)).status, path).toBe(404)
    for (const path of [`/contacts/${elected}`, `/posts/${post}`, '/posts', '/actors', '/services']) {
      const { html } = await page(path)
      for (const never of ['Funcionaria', 'Interna', 'eva@example.org', '600', '/edit"', 'Vacante'])
        expect(html, `${path}: ${never}`).not.toContain(never)
      if (path.includes('posts')) expect(html).toContain('Eva Alcaldesa')
    }
  }
})

test('the contacts go out as vCard 4.0, which a reader of it takes as it was written', async () => {
  const { house, here } = scene
  const organisation = await actor(
    scene,
    here,
    'Agence; « Eau, terre\\ciel » de la très longue vallée des trois rivières réunies',
  )
  const id = await contact(scene, here, 'Ñandú, de la Peña; y Ríos', {
    givenName: 'José María Ángel de los Santos Inocentes',
    organisation,
    'role-fr': 'Responsable, coopération',
    email: 'jose@example.org',
    telephone: '+598 (0)2 123 45 67 poste 12',
    language: 'pt',
    languages: 'es fr pt',
  })
  const response = await house.ask(at(`/contacts/${id}/card.vcf`), { headers: { cookie: here.reader.cookie } })
  expect(response.headers.get('content-type')).toBe('text/vcard; charset=utf-8')
  expect(response.headers.get('cache-control')).toBe('no-store')
  const text = await response.text()
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  const card = new ICAL.Component(ICAL.parse(text) as unknown[])
  expect(card.getFirstPropertyValue('version')).toBe('4.0')
  expect(card.getFirstPropertyValue('n')).toEqual([
    'Ñandú, de la Peña; y Ríos',
    'José María Ángel de los Santos Inocentes',
    '',
    '',
    '',
  ])
  expect(card.getFirstPropertyValue('org')).toBe(
    'Agence; « Eau, terre\\ciel » de la très longue vallée des trois rivières réunies',
  )
  expect(card.getFirstPropertyValue('title')).toBe('Responsable, coopération')
  expect(card.getFirstPropertyValue('tel')).toBe('tel:+59821234567;ext=12')
  expect(card.getFirstProperty('tel')?.getParameter('type')).toBe('work')
  expect(card.getFirstPropertyValue('fn')).toBe('José María Ángel de los Santos Inocentes Ñandú, de la Peña; y Ríos')
  // The one to write to them in comes first, of the others none before the next.
  expect(card.getAllProperties('lang').map(one => [one.getFirstValue(), one.getParameter('pref')])).toEqual([
    ['pt', '1'],
    ['es', '2'],
    ['fr', '2'],
  ])
  expect((await ask(house, at(`/contacts/${id}`), here.reader.cookie)).html).toContain('href="tel:+59821234567;ext=12"')
  const all = await (await house.ask(at('/contacts.vcf'), { headers: { cookie: here.reader.cookie } })).text()
  const cards = ICAL.parse(all) as unknown[]
  expect(all.match(/BEGIN:VCARD/g)?.length).toBe(cards.length)
  expect(cards.length).toBeGreaterThan(2)
})

test('an organisation, a person or a post of another memory is refused where a form names it', async () => {
  const { house, here, there } = scene
  const theirs = await actor(scene, there, 'Organisation de là-bas')
  const theirContact = await contact(scene, there, 'Delaba')
  const post = await make(scene, here, 'post', { 'title-fr': 'Fonction', nature: 'technical', seats: '1' })
  const added = await send(house, at('/contacts/new'), here.editor.cookie, {
    source: 'fr',
    familyName: 'Intrus',
    organisation: theirs,
    language: 'fr',
    visibility: '0',
  })
  expect(added.status).toBe(422)
  expect(added.html).toContain('#field-organisation')
  expect(await personsNamed('Intrus')).toEqual([])
  const appointed = await send(house, at('/appointments/new'), here.editor.cookie, {
    post,
    contact: theirContact,
    during: '2015',
    visibility: '2',
  })
  expect(appointed.status).toBe(422)
  expect(appointed.html).toContain('#field-contact')
  expect(appointed.html).not.toContain('Delaba')
  for (const path of [`/contacts/${theirContact}/edit`, `/contacts/${theirContact}/remove`])
    expect((await send(house, at(path), here.editor.cookie, {})).status, path).toBe(404)
  expect(await personsNamed('Delaba')).toHaveLength(1)
})

test('the list asks as much of the database with one contact as with three', async () => {
  const { house, there } = scene
  await contact(scene, there, 'Un')
  const one = await queriesOf(house, at('/contacts', 'ailleurs'), there.editor.cookie)
  for (const name of ['Deux', 'Trois']) await contact(scene, there, name)
  expect(await queriesOf(house, at('/contacts', 'ailleurs'), there.editor.cookie)).toBe(one)
})

test('of the two names one is enough: neither is called optional, and neither is asked for by the browser', async () => {
  const { house, here } = scene
  const { html } = await ask(house, at('/contacts/new'), here.editor.cookie)
  for (const name of ['givenName', 'familyName']) {
    expect(html).toMatch(
      new RegExp(`<label for="field-${name}">[^<]*</label>\\s*<p class="hint"[^>]*>L’un des deux suffit\\.`),
    )
    expect(html).not.toMatch(new RegExp(`<input[^>]*name="${name}"[^>]*required`))
  }
})
