import { expect, test } from 'vitest'
import { deskChecklist } from '#convene/editing/index.ts'
import { announceSeminar } from '#convene/life/acts/announce-seminar.ts'
import { job } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { house, openHouse, organiser } from './house.ts'
import { ask, errorsIn, fieldsOf, fileOf, fill, importShort, makeNetwork, personWith, send } from './support.ts'

openHouse()

const path = '/fr/desk/seminars/new'
const place = {
  date: '2027-07-05',
  'hours.from': '9h',
  'hours.to': '17:30',
  'venue.name.fr': 'Hôtel de Ville',
  'venue.address': '5 rue Lobau, 75004 Paris',
  'venue.country': 'FR',
  time_zone: '',
}

test('from nothing to announced, page after page', async () => {
  const start = { title: 'Le premier séminaire', source: 'fr', 'languages[]': ['fr', 'pt'], slug: '' }
  const second = await fill(house, path, organiser, start)
  expect(second.status).toBe(200)
  expect(second.html).toContain('/fr/seminars/le-premier-seminaire')
  const made = await send(house, path, organiser, { ...fieldsOf(second.html, path), ...place })
  expect(made.html).toBe('')
  expect(made.location).toBe('/fr/desk/seminars/le-premier-seminaire/new/places')
  const slug = 'le-premier-seminaire'
  expect((await house.ask(`/fr/seminars/${slug}`)).status).toBe(404)
  expect((await fileOf(house, slug)).registration).toMatchObject({ capacity: 0, closes: '2027-07-04T23:59:59' })

  const saved = await fill(house, `/fr/desk/seminars/${slug}/new/places`, organiser, {
    'registration.capacity': '1 200',
    'registration.closes.day': '2027-06-17',
    'registration.closes.time': '',
  })
  expect(saved.location).toBe(`/fr/desk/seminars/${slug}/new/organisers`)
  expect((await fileOf(house, slug)).registration).toMatchObject({ capacity: 1200, closes: '2027-06-17T23:59:59' })

  const named = await fill(house, saved.location ?? '', organiser, {
    'name.fr': 'Ville de Brécourt',
    kind: 'local-government',
    email: 'seminaire@brecourt.example',
  })
  expect(named.location).toBe(`/fr/desk/seminars/${slug}/new/consents`)
  const told = await fileOf(house, slug)
  expect(told.organisations).toEqual([
    {
      key: 'ville-de-brecourt',
      name: { fr: 'Ville de Brécourt' },
      kind: 'local-government',
      country: 'FR',
      roles: ['organiser'],
    },
  ])
  expect(told.contacts).toMatchObject([{ email: 'seminaire@brecourt.example' }])

  const consents = await ask(house, named.location ?? '', organiser)
  expect(consents.html).toContain('Ville de Brécourt')
  const agreed = await fill(house, named.location ?? '', organiser, {})
  expect(agreed.location).toBe(`/fr/desk/seminars/${slug}/preview`)
  expect(Object.keys((await fileOf(house, slug)).registration.consents[0]?.text ?? {})).toEqual(['fr', 'pt'])

  const announced = await fill(house, agreed.location ?? '', organiser, {})
  expect(announced.location).toBe(`/fr/desk/seminars/${slug}`)
  expect((await house.ask(`/fr/seminars/${slug}`)).status).toBe(200)
  expect((await house.ask(`/pt/seminars/${slug}/register`)).status).toBe(200)
})

const begin = async (changes: Record<string, string | readonly string[]> = {}, cookie = organiser) =>
  fill(house, path, cookie, { title: 'Un séminaire', source: 'fr', ...changes })
const goOn = (html: string, changes: Record<string, string> = {}, cookie = organiser) =>
  send(house, path, cookie, { ...fieldsOf(html, path), ...place, ...changes })
const seminars = async () =>
  Number((await house.database.owner.query(`select count(*) from perenne.space where kind = 'seminar'`)).rows[0].count)

test('nothing is made before both first pages are whole; what was typed is kept, going back included', async () => {
  const before = await seminars()
  const wrong = await begin({ title: ' ', source: '', slug: 'Été 2027', 'languages[]': ['pt'] })
  expect(wrong.status).toBe(422)
  expect(errorsIn(wrong.html)).toHaveLength(3)
  expect(wrong.html).toContain('value="Été 2027"')
  const second = await begin({ slug: 'mon-seminaire', 'languages[]': ['pt', 'en'] })
  const errors = await goOn(second.html, {
    date: '2027-13-01',
    'hours.to': '8:00',
    'venue.name.fr': '',
    'venue.country': '',
  })
  expect(errors.status).toBe(422)
  expect(errorsIn(errors.html)).toHaveLength(3)
  expect(errors.html).toContain('value="5 rue Lobau, 75004 Paris"')
  const back = await send(house, path, organiser, { ...fieldsOf(errors.html, path), _next: 'back' })
  expect(fieldsOf(back.html, path)).toMatchObject({
    title: 'Un séminaire',
    slug: 'mon-seminaire',
    'languages[]': ['pt', 'en'],
    'venue.address': '5 rue Lobau, 75004 Paris',
  })
  expect(await seminars()).toBe(before)
  const past = await goOn(second.html, { date: '2027-02-28' })
  expect([past.status, errorsIn(past.html)]).toEqual([422, ['Ce jour est passé.']])
})

test('the time zone comes from the country, and is asked for where there are several', async () => {
  const second = await begin({ slug: 'recife' })
  const asked = await goOn(second.html, { 'venue.country': 'BR' })
  expect(asked.status).toBe(422)
  expect(errorsIn(asked.html)[0]).toContain('Brésil')
  expect(asked.html.indexOf('America/Recife')).toBeLessThan(asked.html.indexOf('Africa/Abidjan'))
  const made = await goOn(second.html, { 'venue.country': 'BR', time_zone: 'America/Recife' })
  expect(made.status).toBe(303)
  expect((await fileOf(house, 'recife')).time_zone).toBe('America/Recife')
})

test('an address that another seminar has is told with one that is free; pressed twice, one is made', async () => {
  const second = await begin({ slug: 'double' })
  const before = await seminars()
  const fields = { ...fieldsOf(second.html, path), ...place }
  const both = await Promise.all([send(house, path, organiser, fields), send(house, path, organiser, fields)])
  const again = await send(house, path, organiser, fields)
  expect(again.location).toBe('/fr/desk/seminars/double/new/places')
  expect(both.filter(({ status }) => status === 303).length).toBeGreaterThan(0)
  expect(await seminars()).toBe(before + 1)
  const taken = await begin({ slug: 'double' })
  expect(taken.status).toBe(422)
  expect(taken.html).toContain('double-2')
  expect((await begin({ slug: 'new' })).status).toBe(422)
  const proposed = await begin({ title: 'Double' })
  expect(proposed.html).toContain('/fr/seminars/double-2')
})

test('a seminar that one cannot see keeps its address, and nothing of it is told or changed', async () => {
  await makeNetwork(house, 'ailleurs')
  await importShort(house, 'ailleurs', 'secret')
  const second = await begin({ slug: 'secret' })
  const taken = await goOn(second.html)
  expect(taken.status).toBe(422)
  expect(taken.html).not.toContain('Un séminaire court')
  expect((await fileOf(house, 'secret')).title.fr).toBe('Un séminaire court')
  const forged = await begin({ network: 'ailleurs', slug: 'forge' })
  const made = await goOn(forged.html, { network: 'ailleurs' })
  expect(made.status).toBe(303)
  expect((await fileOf(house, 'forge')).network.slug).toBe('reseau')
})

test('without a network to edit in, the page says what to do, and nothing can be sent', async () => {
  const evaluator = await personWith(house, 'evaluator', 'reseau')
  const shown = await ask(house, path, evaluator)
  expect(shown.status).toBe(200)
  expect(shown.html).toContain('Un séminaire est organisé par un réseau')
  expect((await send(house, path, evaluator, { title: 'X', source: 'fr', step: 'place', ...place })).status).toBe(403)
  const nobody = await personWith(house, null)
  expect((await ask(house, path, nobody)).status).toBe(403)
  const second = await begin({ slug: 'vole' })
  const before = await seminars()
  const ofOneSeminar = await personWith(house, 'organiser', 'recife')
  const stolen = await send(house, path, ofOneSeminar, { ...fieldsOf(second.html, path), ...place })
  expect(stolen.html).toContain('Un séminaire est organisé par un réseau')
  expect(await seminars()).toBe(before)
})

test('the steps are seen and sent by nobody who may not edit; a draft by nobody who does not work on it', async () => {
  await makeNetwork(house, 'voisin')
  const visitors = {
    nobody: [await personWith(house, null), 403, 403],
    elsewhere: [await personWith(house, 'organiser', 'voisin'), 404, 404],
    evaluator: [await personWith(house, 'evaluator', 'reseau'), 403, 200],
    translator: [await personWith(house, 'translator', 'recife'), 403, 200],
  } as const
  const before = JSON.stringify(await fileOf(house, 'recife'))
  for (const [who, [cookie, office, page]] of Object.entries(visitors)) {
    for (const step of [
      'new/places',
      'new/organisers',
      'new/consents',
      'preview',
      'edit',
      'edit/texts',
      'edit/consents',
      'edit/consents/~new',
      'edit/programme',
    ]) {
      const shown = await ask(house, `/fr/desk/seminars/recife/${step}`, cookie)
      expect([who, step, shown.status]).toEqual([who, step, office])
      if (['edit', 'edit/programme'].includes(step)) continue
      const sent = await send(house, `/fr/desk/seminars/recife/${step}`, cookie, {
        'title.fr': 'Pris',
        'text.fr': 'Pris',
        'registration.capacity': '9',
      })
      expect([who, step, sent.status]).toEqual([who, step, office])
    }
    const publicPage = await ask(house, '/fr/seminars/recife', cookie)
    expect([who, publicPage.status]).toEqual([who, who === 'nobody' ? 404 : page])
  }
  expect((await house.ask('/fr/seminars/recife')).status).toBe(404)
  expect(await (await house.ask('/fr/seminars')).text()).not.toContain('recife')
  expect(JSON.stringify(await fileOf(house, 'recife'))).toBe(before)
})

test('it is not announced while something is missing, however it is asked for', async () => {
  const preview = '/fr/desk/seminars/recife/preview'
  const shown = await ask(house, preview, organiser)
  for (const thing of ['Nombre de places', 'Qui l’organise', 'Une adresse de contact'])
    expect(shown.html).toContain(thing)
  expect(fieldsOf(shown.html, preview)).toEqual({})
  const forced = await send(house, preview, organiser, {})
  expect((await ask(house, preview, forced.cookie)).html).toContain('Il n’a pas été annoncé')
  expect((await house.ask('/fr/seminars/recife')).status).toBe(404)
})

test('each step: errors at their field, somebody else’s save shown beside', async () => {
  const at = (step: string) => `/fr/desk/seminars/recife/new/${step}`
  const none = await fill(house, at('places'), organiser, { 'registration.capacity': '0' })
  expect([none.status, errorsIn(none.html)]).toEqual([422, ['Indiquez combien de personnes peuvent venir, 1 ou plus.']])
  const late = await fill(house, at('places'), organiser, {
    'registration.capacity': 'beaucoup',
    'registration.closes.day': '2027-09-01',
  })
  expect(late.status).toBe(422)
  expect(errorsIn(late.html)).toHaveLength(2)
  const organisers = await fill(house, at('organisers'), organiser, {
    'name.fr': '',
    email: 'sans-arobase',
    'label.fr': '',
  })
  expect(organisers.status).toBe(422)
  expect(errorsIn(organisers.html)).toHaveLength(3)
  const consents = await fill(house, at('consents'), organiser, { 'text.fr': '' })
  expect(consents.status).toBe(422)

  const shown = await ask(house, at('places'), organiser)
  const mine = { ...fieldsOf(shown.html, at('places')), 'registration.capacity': '40' }
  await fill(house, at('places'), organiser, { 'registration.capacity': '60' })
  const stale = await send(house, at('places'), organiser, mine)
  expect(stale.status).toBe(409)
  const saved = await send(house, at('places'), organiser, {
    ...fieldsOf(stale.html, at('places')),
    'registration.capacity': '40',
  })
  expect(saved.status).toBe(303)
  expect((await fileOf(house, 'recife')).registration.capacity).toBe(40)

  const first = await ask(house, at('organisers'), organiser)
  const typed = { ...fieldsOf(first.html, at('organisers')), 'name.fr': 'Ville de Recife', email: 'a@recife.example' }
  await fill(house, at('organisers'), organiser, { 'name.fr': 'Réseau du Nordeste', email: 'b@recife.example' })
  const meanwhile = await send(house, at('organisers'), organiser, typed)
  expect(meanwhile.status).toBe(409)
  for (const text of ['a@recife.example', 'b@recife.example', 'Ville de Recife']) expect(meanwhile.html).toContain(text)
  const both = await send(house, at('organisers'), organiser, {
    ...fieldsOf(meanwhile.html, at('organisers')),
    email: 'b@recife.example',
  })
  expect(both.status).toBe(303)
  expect((await fileOf(house, 'recife')).organisations.map(({ name }) => name.fr)).toEqual([
    'Réseau du Nordeste',
    'Ville de Recife',
  ])
})

test('a copy: what comes along and what does not, errors at their field, and who may', async () => {
  await importShort(house, 'reseau', 'modele', true)
  const at = '/fr/desk/seminars/modele/copy'
  expect((await ask(house, '/fr/desk/seminars/new/copy', organiser)).html).toContain('/fr/desk/seminars/modele/copy')
  const wrong = await fill(house, at, organiser, { title: '', date: '2028-02-30', slug: 'modele' })
  expect(wrong.status).toBe(422)
  expect(errorsIn(wrong.html)).toHaveLength(3)
  const past = await fill(house, at, organiser, { date: '2026-07-05' })
  expect(errorsIn(past.html)).toEqual(['Ce jour est passé.'])
  const made = await fill(house, at, organiser, { title: 'Le suivant', date: '2028-07-05' })
  expect(made.location).toBe('/fr/desk/seminars/le-suivant-2028/edit')
  const copy = await fileOf(house, 'le-suivant-2028')
  const model = await fileOf(house, 'modele')
  expect(copy).toMatchObject({ title: { fr: 'Le suivant' }, date: '2028-07-05' })
  expect(copy.registration.questions).toEqual(model.registration.questions)
  expect(copy.registration.closes).toBe('2028-06-17T23:59:59')
  expect((await house.ask('/fr/seminars/le-suivant-2028')).status).toBe(404)
  const evaluator = await personWith(house, 'evaluator', 'reseau')
  expect((await ask(house, at, evaluator)).status).toBe(403)
  const elsewhere = await personWith(house, 'organiser', 'voisin')
  expect((await ask(house, at, elsewhere)).status).toBe(404)
  expect((await send(house, at, elsewhere, { title: 'Vol', date: '2028-07-05' })).status).toBe(404)
  const ofOne = await personWith(house, 'organiser', 'modele')
  expect((await send(house, at, ofOne, { title: 'Vol', date: '2028-07-05' })).status).toBe(403)
})

test('the checklist for the seminar’s page: while it is a draft, and afterwards only what is missing', async () => {
  const id = await importShort(house, 'reseau', 'liste-a-faire')
  const visit = (capabilities: readonly ('edit' | 'read')[]) =>
    ({
      house,
      locale: 'en',
      actor: job('test'),
      signedIn: { may: new Map(capabilities.map(one => [one, new Set([id])])) },
    }) as unknown as Visit
  const shown = async (capabilities: readonly ('edit' | 'read')[]) =>
    String((await deskChecklist(visit(capabilities), 'liste-a-faire')) ?? '')
  expect(await shown(['read'])).toBe('')
  expect(await shown(['read', 'edit'])).toContain('Preview and announce')
  await announceSeminar(house, job('test'), 'liste-a-faire')
  expect(await shown(['read', 'edit'])).toBe('')
  await fill(house, '/fr/desk/seminars/liste-a-faire/edit/contacts/1/remove', organiser, {})
  const left = await shown(['read', 'edit'])
  expect(left).toContain('A contact address')
  expect(left).not.toContain('Number of places')
})
