import { expect, test } from 'vitest'
import { register } from '#convene/registration/index.ts'
import { at, house, openHouse, organiser, slug } from './house.ts'
import { ask, errorsIn, fieldsOf, fileOf, fill, importShort, personWith, queriesOf, send } from './support.ts'

openHouse({ fresh: { slug: 'liste', make: (house, slug) => importShort(house, 'reseau', slug, true) } })

const somebody = (answers: Record<string, unknown> = {}) =>
  register(house, {
    seminar: slug,
    origin: 'form',
    givenName: 'Awa',
    familyName: `Solidaire ${crypto.randomUUID().slice(0, 8)}`,
    email: `${crypto.randomUUID()}@example.org`,
    category: 'elected',
    organisation: 'Ville de Brécourt',
    country: 'FR',
    language: 'fr',
    consents: ['data'],
    answers,
  })
const versionsOf = async (table: 'question' | 'consent', key: string) =>
  (
    await house.database.owner.query(
      `select q.version, q.superseded_at is not null as superseded from perenne.${table} q
       join perenne.space s on s.id = q.seminar_id where s.slug = $1 and q.key = $2 order by q.version`,
      [slug, key],
    )
  ).rows

test('a question with choices is added, asked of some only, and its key comes from its words', async () => {
  const path = at('questions/~new')
  const more = await fill(house, path, organiser, {
    'label.fr': 'Quel repas ?',
    kind: 'several',
    required: 'yes',
    'options.~1.fr': 'Végétarien',
    'options.~2.fr': 'Sans porc',
    _next: 'add',
  })
  const moved = await send(house, path, organiser, {
    ...fieldsOf(more.html, path),
    'options.~3.fr': 'Tout',
    _next: 'up:~3',
  })
  const saved = await send(house, path, organiser, {
    ...fieldsOf(moved.html, path),
    when: 'answer',
    'when.is[]': ['travel:train', 'travel:plane'],
  })
  expect(saved.status).toBe(303)
  expect((await fileOf(house, slug)).registration.questions.at(-1)).toEqual({
    key: 'quel-repas',
    kind: 'several',
    required: true,
    label: { fr: 'Quel repas ?' },
    options: [
      { key: 'vegetarien', label: { fr: 'Végétarien' } },
      { key: 'tout', label: { fr: 'Tout' } },
      { key: 'sans-porc', label: { fr: 'Sans porc' } },
    ],
    when: { question: 'travel', is: ['train', 'plane'] },
  })
})

test('each thing that is wrong with a question is told at its field', async () => {
  const path = at('questions/~new')
  const wrong = await fill(house, path, organiser, { 'label.es': 'Solo español', kind: 'choice' })
  expect(wrong.status).toBe(422)
  expect(errorsIn(wrong.html)).toEqual([
    'Write “Question” in French too: it is the source language, and the others are its translations.',
    '“Choices”: write at least one choice.',
  ])
  expect(wrong.html).toContain('Solo español')
  const text = await fill(house, path, organiser, { 'label.fr': 'Pourquoi ?', 'options.~1.fr': 'Parce que' })
  expect(errorsIn(text.html)).toEqual(['“Choices”: only “one choice” and “several choices” have some.'])
  const option = await fill(house, path, organiser, { 'label.fr': 'Qui ?', kind: 'choice', 'options.~2.es': 'Nadie' })
  expect(option.html).toContain('href="#field-options-2-fr"')
  const nobody = await fill(house, path, organiser, { 'label.fr': 'Qui ?', when: 'category' })
  expect(errorsIn(nobody.html)).toEqual(['Tick at least one category.'])
  const nothing = await fill(house, path, organiser, { 'label.fr': 'Qui ?', when: 'answer' })
  expect(errorsIn(nothing.html)).toEqual(['Tick at least one answer.'])
  expect((await fileOf(house, slug)).registration.questions).toHaveLength(2)
})

test('what somebody answered stays: the form says so before, and another wording is a new version', async () => {
  expect((await somebody({ travel: 'plane', flight: 'AF 12' })).outcome).toBe('registered')
  const path = at('questions/travel')
  const shown = await ask(house, path, organiser)
  expect(shown.html).toContain('1 answer is there. Another wording')
  await fill(house, path, organiser, { 'hint.fr': 'Pour vous accueillir' })
  expect(await versionsOf('question', 'travel')).toEqual([{ version: 1, superseded: false }])
  await fill(house, path, organiser, { 'label.fr': 'Par quel moyen venez-vous ?' })
  expect(await versionsOf('question', 'travel')).toEqual([
    { version: 1, superseded: true },
    { version: 2, superseded: false },
  ])
  const removal = await ask(house, at('questions/flight/remove'), organiser)
  expect(removal.html).toContain('1 answer is there. It stays')
  expect((await fill(house, at('questions/flight/remove'), organiser, {})).status).toBe(303)
  expect(await versionsOf('question', 'flight')).toEqual([{ version: 1, superseded: true }])
  const { rows } = await house.database.owner.query('select count(*) from perenne.registration_answer')
  expect(Number(rows[0].count)).toBeGreaterThanOrEqual(2)
})

test('the words that somebody agreed to never change', async () => {
  await somebody()
  const path = at('consents/data')
  expect((await ask(house, path, organiser)).html).toContain('1 person answered these words')
  await fill(house, path, organiser, { 'text.fr': 'J’accepte, pour ce séminaire seulement.' })
  expect(await versionsOf('consent', 'data')).toEqual([
    { version: 1, superseded: true },
    { version: 2, superseded: false },
  ])
  const added = await fill(house, at('consents/~new'), organiser, {
    'text.fr': 'J’accepte d’être photographiée ou photographié.',
    required: 'no',
  })
  expect(added.status).toBe(303)
  expect((await fileOf(house, slug)).registration.consents.map(({ key, required }) => [key, required])).toEqual([
    ['data', true],
    ['list', false],
    ['j-accepte-d-etre-photographiee-ou-photographie', false],
  ])
})

test('order: up and down, refused where a question would stand before what it depends on', async () => {
  const list = at('consents')
  const shown = await ask(house, list, organiser)
  const version = fieldsOf(shown.html, list)._form ?? ''
  const moved = await send(house, list, organiser, { _form: version, move: 'up:list' })
  expect(moved.status).toBe(303)
  expect((await fileOf(house, slug)).registration.consents.map(({ key }) => key)).toEqual(['list', 'data'])
  const again = await send(house, list, organiser, { _form: version, move: 'up:data' })
  expect(again.status).toBe(303)
  expect((await ask(house, list, again.cookie)).html).toContain('Somebody changed this list meanwhile')
  const questions = at('questions')
  const refused = await send(house, questions, organiser, {
    _form: fieldsOf((await ask(house, questions, organiser)).html, questions)._form ?? '',
    move: 'up:flight',
  })
  expect((await ask(house, questions, refused.cookie)).html).toContain('The order has not changed')
  expect((await fileOf(house, slug)).registration.questions.map(({ key }) => key)).toEqual(['travel', 'flight'])
})

test('what others refer to is not removed', async () => {
  const question = await fill(house, at('questions/travel/remove'), organiser, {})
  expect(question.status).toBe(409)
  expect(question.html).toContain('It cannot be removed yet')
  const organisation = await fill(house, at('organisations/org-b/remove'), organiser, {})
  expect(organisation.status).toBe(409)
  const free = await fill(house, at('organisations/org-a/remove'), organiser, {})
  expect(free.status).toBe(303)
  expect((await fileOf(house, slug)).organisations.map(({ key }) => key)).toEqual(['org-b'])
})

test('an organisation that the network knows is taken from there; a new one never takes its key', async () => {
  await importShort(house, 'reseau', `${slug}-autre`)
  await fill(house, `/fr/desk/seminars/${slug}-autre/edit/organisations/~new`, organiser, {
    'name.fr': 'Ville de Port-Lumière',
    kind: 'local-government',
    'roles[]': ['supporter'],
  })
  const known = await fill(house, at('organisations/~new'), organiser, {
    known: 'ville-de-port-lumiere',
    'roles[]': ['partner'],
  })
  expect(known.status).toBe(303)
  expect((await fileOf(house, slug)).organisations.find(({ key }) => key === 'ville-de-port-lumiere')).toMatchObject({
    name: { fr: 'Ville de Port-Lumière' },
    kind: 'local-government',
    roles: ['partner'],
  })
  await importShort(house, 'reseau', `${slug}-tiers`)
  await fill(house, `/fr/desk/seminars/${slug}-tiers/edit/organisations/~new`, organiser, {
    'name.fr': 'Ville de Port-Lumière',
    kind: 'association',
    'roles[]': ['partner'],
  })
  expect((await fileOf(house, `${slug}-tiers`)).organisations.at(-1)).toMatchObject({ key: 'ville-de-port-lumiere-2' })
  expect((await fileOf(house, slug)).organisations.at(-1)).toMatchObject({ kind: 'local-government' })
})

test('a contact has a way to reach it', async () => {
  const path = at('contacts/~new')
  const none = await fill(house, path, organiser, { 'label.fr': 'Presse' })
  expect(none.status).toBe(422)
  expect(errorsIn(none.html)).toEqual(['“Mail address”: give a mail address or a telephone number.'])
  const wrong = await fill(house, path, organiser, { 'label.fr': 'Presse', email: 'presse' })
  expect(errorsIn(wrong.html)).toEqual(['“Mail address”: enter a whole address, for example seminar@city.example.'])
  const saved = await fill(house, path, organiser, {
    'label.fr': 'Presse',
    email: 'presse@ville.example',
    organisation: 'org-a',
  })
  expect(saved.status).toBe(303)
  expect((await fileOf(house, slug)).contacts).toEqual([
    { email: 'seminaire@ville.example', label: { fr: 'Équipe', es: 'Equipo' } },
    { email: 'presse@ville.example', organisation: 'org-a', label: { fr: 'Presse' } },
  ])
})

test('two people at one question, and one whom somebody removed', async () => {
  const path = at('questions/flight')
  const shown = await ask(house, path, organiser)
  const mine = { ...fieldsOf(shown.html, path), 'label.fr': 'Votre vol ?', 'when.is[]': ['travel:train'] }
  await fill(house, path, organiser, { 'label.fr': 'Quel vol ?', required: 'yes' })
  const stale = await send(house, path, organiser, mine)
  expect(stale.status).toBe(409)
  for (const text of ['Votre vol ?', 'Quel vol ?', 'travel:train']) expect(stale.html).toContain(text)
  const kept = fieldsOf(stale.html, path)
  const saved = await send(house, path, organiser, {
    ...kept,
    'label.fr': 'Votre vol ?',
    required: 'yes',
    'when.is': 'travel:plane',
  })
  expect(saved.status).toBe(303)
  expect((await fileOf(house, slug)).registration.questions[1]).toMatchObject({
    label: { fr: 'Votre vol ?', es: 'Número de vuelo' },
    required: true,
    when: { question: 'travel', is: ['plane'] },
  })
  const before = fieldsOf((await ask(house, path, organiser)).html, path)
  await fill(house, `${path}/remove`, organiser, {})
  const gone = await send(house, path, organiser, { ...before, 'label.fr': 'Encore là ?' })
  expect(gone.status).toBe(409)
  expect(gone.html).toContain('Encore là ?')
  expect(gone.html).toContain('Somebody removed this meanwhile')
  const back = await send(house, path, organiser, { ...fieldsOf(gone.html, path) })
  expect(back.status).toBe(303)
  expect((await fileOf(house, slug)).registration.questions.map(({ label }) => label.fr)).toContain('Encore là ?')
})

test('who may edit one seminar sets roles of organisations the network knows, and adds none to the network', async () => {
  const ofOne = await personWith(house, 'organiser', slug)
  const added = await fill(house, at('organisations/~new'), ofOne, {
    'name.fr': 'Ville nouvelle',
    'roles[]': ['partner'],
  })
  expect(added.status).toBe(422)
  expect(added.html).toContain('organisations belong to the network')
  expect(added.html).toContain('Ville nouvelle')
  const renamed = await fill(house, at('organisations/org-b'), ofOne, { 'name.fr': 'Organisation rebaptisée' })
  expect(renamed.status).toBe(422)
  const roles = await fill(house, at('organisations/org-b'), ofOne, { 'roles[]': ['partner', 'supporter'] })
  expect(roles.status).toBe(303)
  const found = (await fileOf(house, slug)).organisations.find(({ key }) => key === 'org-b')
  expect(found).toMatchObject({ name: { fr: 'Organisation B' }, roles: ['partner', 'supporter'] })
  expect((await fill(house, at('questions/flight'), ofOne, { 'label.fr': 'Quel vol ?' })).status).toBe(303)
})

test('as many queries for a short list as for a long one', async () => {
  for (const list of ['questions', 'consents', 'organisations', 'contacts'] as const) {
    const few = await queriesOf(house, at(list), organiser)
    const words = { questions: 'label.fr', consents: 'text.fr', organisations: 'name.fr', contacts: 'label.fr' }[list]
    for (const name of ['Un', 'Deux', 'Trois']) {
      const saved = await fill(house, at(`${list}/~new`), organiser, {
        [words]: `${name} de plus`,
        email: 'x@ville.example',
      })
      expect([list, saved.status]).toEqual([list, 303])
    }
    expect([list, await queriesOf(house, at(list), organiser)]).toEqual([list, few])
  }
  const parts = await queriesOf(house, `/en/desk/seminars/${slug}/edit`, organiser)
  expect(parts).toBeLessThan(25)
})
