import { afterAll, beforeAll, expect, test } from 'vitest'
import { agreementsOn } from '#remember/store/agreements.ts'
import { as, asItWas, job, person } from '../../../source/ground/database/actor.ts'
import { ask, fieldsOf, queriesOf, send, wordsOn } from '../../convene/registration/desk-support.ts'
import { agreement, address as at, make, openRelations, organisation, relationship, type Scene } from './support.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openRelations()
})
afterAll(() => scene.house.close())

test('a relationship is written in the browser: nothing typed is lost, a date alone says since when, one press is enough', async () => {
  const { house, here } = scene
  const path = at('/relationships/new')
  const { html } = await ask(house, path, here.editor.cookie)
  const wrong = await send(house, path, here.editor.cookie, {
    ...fieldsOf(html, path),
    kind: '',
    during: 'un beau jour',
    'name-fr': '',
    'name-es': 'Hermanamiento con Almendro',
    'narrative-fr': 'Tout commence par une lettre.',
  })
  expect(wrong.status).toBe(422)
  for (const field of ['kind', 'during', 'name-fr']) expect(wrong.html).toContain(`#field-${field}`)
  expect(wrong.html).toContain('un beau jour')
  expect(wrong.html).toContain('Tout commence par une lettre.')
  const typed = {
    ...fieldsOf(wrong.html, path),
    kind: 'twinning',
    during: '06/1998',
    'name-fr': 'Jumelage avec Almendro',
    'sensitivity-fr': 'Ne pas évoquer le stade.',
    visibility: '2',
    'narrative-at-most': '0',
  }
  const saved = await send(house, path, here.editor.cookie, typed)
  expect(saved.status).toBe(303)
  expect((await send(house, path, here.editor.cookie, typed)).location).toBe(saved.location)
  const inside = wordsOn((await ask(house, saved.location ?? '', here.editor.cookie)).html)
  for (const words of ['Jumelage avec Almendro', 'depuis juin\u00a01998', 'Tout commence par une lettre.', 'stade'])
    expect(inside.replaceAll('juin 1998', 'juin\u00a01998')).toContain(words)
  expect(inside).toContain('Personne n’a écrit pourquoi ce partenaire a été choisi')
  const list = await ask(house, at('/relationships'), here.editor.cookie)
  expect(list.html.match(/>Jumelage avec Almendro</g)).toHaveLength(1)
})

test('an agreement is noted with its events, and says what is to be done by when, today and as it was', async () => {
  const { house, here, partner } = scene
  const one = await relationship(scene, here, 'Coopération sur l’eau')
  await make(scene, here, 'party', { organisation: partner, role: 'partner' }, one)
  const path = at(`/relationships/${one}/agreements/new`)
  const { html } = await ask(house, path, here.editor.cookie)
  const typed = { ...fieldsOf(html, path), 'title-fr': 'Convention sur l’eau', renewal: 'tacit', noticeMonths: '2' }
  const wrong = await send(house, path, here.editor.cookie, typed)
  expect(wrong.status).toBe(422)
  for (const field of ['firstEnd', 'renewalMonths']) expect(wrong.html).toContain(`#field-${field}`)
  const saved = await send(house, path, here.editor.cookie, { ...typed, firstEnd: '2025-08-28', renewalMonths: '12' })
  expect(saved.status).toBe(303)
  const page = saved.location ?? ''
  const before = await ask(house, page, here.editor.cookie)
  expect(wordsOn(before.html)).toContain('Rien ne s’est encore passé')

  const events = `${page}/events/new`
  const form = fieldsOf(before.html, events)
  const absurd = await send(house, events, here.editor.cookie, {
    ...form,
    kind: 'signed',
    on: '2015-08-29',
    ends: '2014-01-01',
  })
  expect(absurd.status).toBe(422)
  expect(absurd.html).toContain('#field-ends')
  const noted = await send(house, events, here.editor.cookie, { ...form, kind: 'signed', on: '2015-08-29' })
  expect(noted.location).toBe(page)
  const now = wordsOn((await ask(house, page, here.editor.cookie)).html).replaceAll('\u00a0', ' ')
  expect(now).toContain('En vigueur')
  expect(now).toContain('Court jusqu’au 28 août 2026.')
  expect(now).toContain('Reconduit 1 fois de lui-même.')
  expect(now).toContain(
    'Au plus tard le 28 juin 2026 : décider s’il se poursuit. Sans dénonciation à cette date, il est reconduit pour 12 mois.',
  )
  const listed = wordsOn((await ask(house, at('/relationships'), here.editor.cookie)).html).replaceAll('\u00a0', ' ')
  expect(listed).toContain('28 juin 2026 (dernier jour du préavis)')
  expect(listed).toContain('Puerto Almendro')

  // Denounced a week later; read as of the day before, it was not.
  await house.setClock('2026-02-18T09:00:00+01:00')
  await send(house, events, here.editor.cookie, {
    ...fieldsOf((await ask(house, page, here.editor.cookie)).html, events),
    kind: 'denounced',
    on: '2026-02-18',
  })
  const denounced = wordsOn((await ask(house, page, here.editor.cookie)).html).replaceAll('\u00a0', ' ')
  expect(denounced).toContain('Dénoncé : il prend fin le 28 août 2026.')
  const past = await ask(house, `${page}?on=2026-02-17`, here.editor.cookie)
  expect(wordsOn(past.html).replaceAll('\u00a0', ' ')).toContain('Où il en est le 17 février 2026')
  expect(wordsOn(past.html)).not.toContain('Dénoncé')
  expect(past.html).not.toContain(events)
  const id = page.split('/').at(-1) ?? ''
  const at17 = Temporal.Instant.from('2026-02-18T00:00:00Z')
  const known = await asItWas(house.db, person(here.editor.id), { space: here.space, at: at17 }, tx =>
    agreementsOn(tx, { ids: [id] }, Temporal.PlainDate.from('2026-02-17')),
  )
  expect(known.map(({ state, deadline, todo }) => [state, deadline, todo])).toEqual([
    ['in-force', '2026-06-28', 'notice'],
  ])
})

test('answers that the renewal gives no meaning to are not kept', async () => {
  const { house, here } = scene
  const one = await relationship(scene, here, 'Relation de longue durée')
  const path = at(`/relationships/${one}/agreements/new`)
  const { html } = await ask(house, path, here.editor.cookie)
  const saved = await send(house, path, here.editor.cookie, {
    ...fieldsOf(html, path),
    'title-fr': 'Charte d’amitié',
    kind: 'charter',
    renewal: 'indefinite',
    firstEnd: '2025-08-28',
    renewalMonths: '12',
    noticeMonths: '6',
  })
  expect(saved.status).toBe(303)
  const row = await as(house.db, job('test'), tx =>
    tx.selectFrom('agreement').selectAll().where('relationship_id', '=', one).executeTakeFirstOrThrow(),
  )
  expect(row).toMatchObject({ first_end: null, renewal_months: null, notice_months: 6, renewal: 'indefinite' })
})

test('a network: fees as the office writes them, and seats that say whether they leave with somebody', async () => {
  const { house, here } = scene
  const net = await relationship(scene, here, 'Réseau des ports', { kind: 'network', during: '2004~/..' })
  const fees = at(`/relationships/${net}/fees/new`)
  const form = fieldsOf((await ask(house, fees, here.editor.cookie)).html, fees)
  const wrong = await send(house, fees, here.editor.cookie, { ...form, year: '26', amount: 'mille', currency: 'euros' })
  expect(wrong.status).toBe(422)
  for (const field of ['year', 'amount', 'currency']) expect(wrong.html).toContain(`#field-${field}`)
  const sent = { ...form, year: '2025', amount: '1 200,50', currency: 'eur', due: '2025-03-31' }
  expect((await send(house, fees, here.editor.cookie, sent)).status).toBe(303)
  // It comes back as it is written in the reader's language, and is read from there.
  const kept = /\/fees\/[0-9a-f-]{36}/.exec(
    (await ask(house, at(`/relationships/${net}`), here.editor.cookie)).html,
  )?.[0]
  const edited = at(`/relationships/${net}${kept}`)
  const filled = fieldsOf((await ask(house, edited, here.editor.cookie)).html, edited)
  expect(filled.amount).toBe('1\u202f200,50')
  expect((await send(house, edited, here.editor.cookie, filled)).status).toBe(303)
  const again = await send(house, fees, here.editor.cookie, {
    ...fieldsOf((await ask(house, fees, here.editor.cookie)).html, fees),
    year: '2025',
    amount: '3',
    currency: 'EUR',
  })
  expect(again.status).toBe(422)
  expect(wordsOn(again.html)).toContain('C’est déjà noté ici.')
  await make(scene, here, 'seat', { 'body-fr': 'Bureau', heldBy: 'person', during: '2017/..' }, net)
  await make(scene, here, 'seat', { 'body-fr': 'Commission climat', heldBy: 'city', during: '2015/..' }, net)
  const page = wordsOn((await ask(house, at(`/relationships/${net}`), here.editor.cookie)).html)
  expect(page.replace(/\s/g, ' ')).toContain('1 200,50 €')
  expect(page).toContain('Non payée')
  expect(page).toContain('Le siège est occupé à titre personnel')
  expect(page).toContain('Le siège revient à la collectivité')
  expect(page).toContain('depuis 2004 environ')
})

test('whoever saves what somebody else changed meanwhile sees both, and loses nothing', async () => {
  const { house, here } = scene
  const one = await relationship(scene, here, 'Relation disputée', { 'reason-fr': 'Une lettre.' })
  const path = at(`/relationships/${one}/edit`)
  const mine = fieldsOf((await ask(house, path, here.editor.cookie)).html, path)
  const theirs = { ...fieldsOf((await ask(house, path, here.editor.cookie)).html, path), 'reason-fr': 'Un voyage.' }
  expect((await send(house, path, here.editor.cookie, theirs)).status).toBe(303)
  const stale = await send(house, path, here.editor.cookie, { ...mine, 'reason-fr': 'Une chanson.' })
  expect(stale.status).toBe(409)
  expect(stale.html).toContain('Un voyage.')
  expect(stale.html).toContain('Une chanson.')
  const chosen = await send(house, path, here.editor.cookie, {
    ...fieldsOf(stale.html, path),
    'reason-fr': 'Une chanson.',
  })
  expect(chosen.status).toBe(303)
  const page = wordsOn((await ask(house, at(`/relationships/${one}`), here.editor.cookie)).html)
  expect(page).toContain('Une chanson.')
  expect(page).toContain('Relation disputée')
})

test('a form that is not changed changes nothing: it can be read again as it was shown', async () => {
  const { house, here } = scene
  for (const during of ['2004~/..', '1998/2004?', '2011/', '/2015', '../2015', '2004-06-12/..']) {
    const one = await relationship(scene, here, `Relation ${during}`, { during })
    const path = at(`/relationships/${one}/edit`)
    const form = fieldsOf((await ask(house, path, here.editor.cookie)).html, path)
    expect((await send(house, path, here.editor.cookie, form)).status, during).toBe(303)
    const row = await as(house.db, job('test'), tx =>
      tx.selectFrom('relationship').select('during').where('id', '=', one).executeTakeFirstOrThrow(),
    )
    expect(row.during).toBe(during)
  }
})

test('a removal says what goes with it, asks again when more hangs on it by then, and keeps the history', async () => {
  const { house, here, partner } = scene
  const one = await relationship(scene, here, 'Relation à retirer')
  await agreement(scene, here, one)
  await make(scene, here, 'party', { organisation: partner, role: 'partner' }, one)
  const path = at(`/relationships/${one}/remove`)
  const shown = await ask(house, path, here.editor.cookie)
  expect(wordsOn(shown.html)).toContain('1 accord avec ses événements')
  expect(wordsOn(shown.html)).toContain('1 partenaire qui y est nommé')
  await agreement(scene, here, one)
  const asked = await send(house, path, here.editor.cookie, fieldsOf(shown.html, path))
  expect(asked.status).toBe(409)
  expect(wordsOn(asked.html)).toContain('2 accords avec leurs événements')
  const done = await send(house, path, here.editor.cookie, fieldsOf(asked.html, path))
  expect(done.status).toBe(303)
  expect((await ask(house, at(`/relationships/${one}`), here.editor.cookie)).status).toBe(404)
  const left = await as(house.db, job('test'), async tx => ({
    agreements: await tx.selectFrom('agreement').select('id').where('relationship_id', '=', one).execute(),
    versions: await tx
      .selectFrom('record_version')
      .select('version')
      .where('record_id', '=', one)
      .where('record_table', '=', 'relationship')
      .execute(),
    partner: await tx.selectFrom('organisation').select('id').where('id', '=', partner).execute(),
  }))
  expect(left.agreements).toEqual([])
  expect(left.versions.length).toBeGreaterThan(0)
  expect(left.partner).toHaveLength(1)
})

test('the list asks as many queries for one relationship as for three, and so does a page', async () => {
  const { house, there, stranger } = scene
  const fill = async (name: string) => {
    const one = await relationship(scene, there, name)
    await make(scene, there, 'party', { organisation: stranger, role: 'partner' }, one)
    await agreement(scene, there, one)
    return one
  }
  const first = await fill('Alpha')
  const list = at('/relationships', { place: 'ailleurs' })
  const page = at(`/relationships/${first}`, { place: 'ailleurs' })
  const [one, onePage] = [
    await queriesOf(house, list, there.editor.cookie),
    await queriesOf(house, page, there.editor.cookie),
  ]
  await fill('Bêta')
  await fill('Gamma')
  await agreement(scene, there, first)
  await agreement(scene, there, first)
  const more = await organisation(house, there.space, 'Tercera')
  await make(scene, there, 'party', { organisation: more, role: 'donor' }, first)
  expect(await queriesOf(house, list, there.editor.cookie)).toBe(one)
  expect(await queriesOf(house, page, there.editor.cookie)).toBe(onePage)
})
