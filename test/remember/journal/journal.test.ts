import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, fieldsOf, queriesOf, send, wordsOn } from '../../convene/registration/desk-support.ts'
import { openScene, type Scene } from './support.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.house.close())

const at = (path: string, slug = 'brecourt') => `/fr/territories/${slug}${path}`
const shortForm = async (path = '/journal/new') =>
  fieldsOf((await ask(scene.house, at(path), scene.here.editor.cookie)).html, at(path))

test('a contact is written down with one line and one tick; the rest is filled in or may wait', async () => {
  const { house, here, sql } = scene
  const page = await ask(house, at('/journal/new'), here.editor.cookie)
  const fields = fieldsOf(page.html, at('/journal/new'))
  // What is there already: the kind, today; whom it was with is at hand, to tick.
  expect(fields.kind).toBe('meeting')
  expect(fields.during).toBe('4\u00a0juin\u00a02018')
  expect(page.html).toContain(`value="relationship:${here.memory.relationships}"`)
  expect(page.html).toContain(`value="contact:${here.memory.contacts}"`)
  const sent = await send(house, at('/journal/new'), here.editor.cookie, {
    ...fields,
    title: 'Visite de la station de pompage',
    'about[]': [`relationship:${here.memory.relationships}`, `contact:${here.memory.contacts}`],
  })
  expect(sent.status).toBe(303)
  const id = /written=([0-9a-f-]{36})$/.exec(sent.location ?? '')?.[1] ?? ''
  expect(
    await sql('select kind, during, title, visibility, language, written_by from perenne.interaction where id = $1', [
      id,
    ]),
  ).toEqual([
    {
      kind: 'meeting',
      during: '2018-06-04',
      title: 'Visite de la station de pompage',
      visibility: 0,
      language: 'fr',
      written_by: here.editor.id,
    },
  ])
  expect(await sql('select about_table, about_id from perenne.about where record_id = $1', [id])).toEqual([
    { about_table: 'relationship', about_id: here.memory.relationships },
  ])
  expect(
    await sql('select contact_id, side from perenne.interaction_participant where interaction_id = $1', [id]),
  ).toEqual([{ contact_id: here.memory.contacts, side: 'partner' }])
  const after = wordsOn((await ask(house, sent.location ?? '', here.editor.cookie)).html)
  expect(after).toMatch(/C’est noté.*Visite de la station de pompage.*Compléter.*Annuler la saisie/)
  // What it was stands before what one can do with it, and removing it comes last.
  const entry = wordsOn((await ask(house, at(`/journal/${id}`), here.editor.cookie)).html).replaceAll('\u00a0', ' ')
  expect(entry).toMatch(/Quand .*Qui était là, côté partenaire .*Modifier .*Historique .*Retirer/)
  // A second press of the same button leads to the same place.
  const again = await send(house, at('/journal/new'), here.editor.cookie, {
    ...fields,
    title: 'Visite de la station de pompage',
  })
  expect(again.location).toBe(sent.location)
  expect(await sql(`select count(*)::int from perenne.interaction where title like 'Visite de la station%'`)).toEqual([
    { count: 1 },
  ])
})

test('a promise is written with it; undo takes both back', async () => {
  const { house, here, sql } = scene
  const sent = await send(house, at('/journal/new'), here.editor.cookie, {
    ...(await shortForm()),
    kind: 'call',
    title: 'Appel au cabinet',
    owed: 'them',
    what: 'Envoyer les plans',
    due: '2018-06-30',
    'about[]': [`relationship:${here.memory.relationships}`],
  })
  const id = /written=(.*)$/.exec(sent.location ?? '')?.[1] ?? ''
  expect(
    await sql('select owed_by, what, due::text, relationship_id from perenne.commitment where interaction_id = $1', [
      id,
    ]),
  ).toEqual([
    { owed_by: 'them', what: 'Envoyer les plans', due: '2018-06-30', relationship_id: here.memory.relationships },
  ])
  const undo = fieldsOf((await ask(house, sent.location ?? '', here.editor.cookie)).html, at(`/journal/${id}/undo`))
  expect((await send(house, at(`/journal/${id}/undo`), here.editor.cookie, undo)).status).toBe(303)
  expect(await sql('select 1 from perenne.interaction where id = $1', [id])).toEqual([])
  expect(await sql(`select 1 from perenne.commitment where what = 'Envoyer les plans'`)).toEqual([])
})

test('what is missing or wrong is told, and what was typed comes back', async () => {
  const { house, here } = scene
  const sent = await send(house, at('/journal/new'), here.editor.cookie, {
    ...(await shortForm()),
    title: '',
    during: 'un de ces jours',
    what: 'Quelque chose',
    'about[]': [`relationship:${here.memory.relationships}`],
  })
  expect(sent.status).toBe(422)
  const words = wordsOn(sent.html)
  expect(words).toContain('Remplissez ce champ.')
  expect(words).toContain('Cette date n’a pas pu être lue.')
  expect(sent.html).toContain('value="un de ces jours"')
  expect(sent.html).toContain('value="Quelque chose"')
  expect(sent.html).toMatch(new RegExp(`value="relationship:${here.memory.relationships}"[^>]* checked`))
})

test('a promise in words without somebody who made it is asked about by name; nothing is chosen before', async () => {
  const { house, here } = scene
  const form = await ask(house, at('/journal/new'), here.editor.cookie)
  expect(wordsOn(form.html)).not.toContain('Rien n’a été promis')
  expect(fieldsOf(form.html, at('/journal/new')).owed).toBeUndefined()
  const sent = await send(house, at('/journal/new'), here.editor.cookie, {
    ...(await shortForm()),
    kind: 'call',
    title: 'Appel',
    what: 'Envoyer les plans',
  })
  expect(sent.status).toBe(422)
  expect(wordsOn(sent.html)).toContain('Dites qui l’a promis.')
  expect(wordsOn(sent.html)).not.toContain('Choisissez dans la liste')
  // Somebody was chosen by mistake: it can be taken back.
  const chosen = await send(house, at('/journal/new'), here.editor.cookie, {
    ...(await shortForm()),
    kind: 'call',
    title: 'Appel',
    owed: 'us',
  })
  expect(chosen.status).toBe(422)
  expect(wordsOn(chosen.html)).toContain('Rien n’a été promis')
})

test('who reads from outside is told neither that nothing is owed nor how to write down, where all is internal', async () => {
  const { house, here } = scene
  const outside = async (path: string) => wordsOn((await ask(house, at(path), '')).html)
  const inside = async (path: string) => wordsOn((await ask(house, at(path), here.editor.cookie)).html)
  expect(await inside('/commitments')).toContain('Nous devons')
  const commitments = await outside('/commitments')
  expect(commitments).not.toContain('Nous devons')
  expect(commitments).not.toContain('On les note')
  expect(commitments).toContain('ne vous est montré')
  const journal = await outside('/journal')
  expect(journal).toContain('Aucune entrée de ce journal ne vous est montrée')
  for (const part of ['Un contact se note', 'Engagements', 'Tous les types']) expect(journal).not.toContain(part)
  expect(await inside('/journal')).toContain('Engagements')
})

test('an entry has a place in time: that nobody knows when is answered with what to write instead', async () => {
  const { house, here, sql } = scene
  const on = here.memory.relationships
  for (const unknown of ['?', 'date inconnue', 'on ne sait pas', '? - ?', 'depuis une date inconnue']) {
    const sent = await send(house, at('/journal/new'), here.editor.cookie, {
      ...(await shortForm()),
      title: 'Sans date',
      during: unknown,
      'about[]': [`relationship:${on}`],
    })
    expect([unknown, sent.status]).toEqual([unknown, 422])
    expect(wordsOn(sent.html)).toMatch(/à peu près quand c’était.*une note/)
    expect(fieldsOf(sent.html, at('/journal/new')).title).toBe('Sans date')
  }
  expect(await sql(`select 1 from perenne.interaction where title = 'Sans date'`)).toEqual([])
  const edited = at(`/journal/${here.memory.journal}/edit`)
  const whole = fieldsOf((await ask(house, edited, here.editor.cookie)).html, edited)
  const refused = await send(house, edited, here.editor.cookie, { ...whole, during: '?' })
  expect(refused.status).toBe(422)
  expect(wordsOn(refused.html)).toContain('à peu près quand c’était')
  for (const [typed, during] of [
    ['vers 2004', '2004~'],
    ['2000–2010', '2000/2010'],
    ['jusqu’en 2010', '/2010'],
    ['hier', '2018-06-03'],
    ['28 mai', '2018-05-28'],
  ] as const) {
    const fields = { ...(await shortForm()), title: `Quand : ${typed}`, during: typed }
    expect((await send(house, at('/journal/new'), here.editor.cookie, fields)).status).toBe(303)
    const rows = await sql('select during from perenne.interaction where title = $1', [`Quand : ${typed}`])
    expect(rows).toEqual([{ during }])
  }
  await sql(`delete from perenne.interaction where title like 'Quand :%'`)
})

test('the whole form: place, text, who was there with their side; a stale save shows both', async () => {
  const { house, here, sql } = scene
  const id = here.memory.journal
  const path = at(`/journal/${id}/edit`)
  const first = fieldsOf((await ask(house, path, here.editor.cookie)).html, path)
  const stale = { ...first, _once: '' }
  const sent = await send(house, path, here.editor.cookie, {
    ...first,
    during: '2017-11-12/2017-11-16',
    place: 'Puerto Almendro',
    body: 'Deux jours sur le réseau.',
    'person-more': `organisation:${here.memory.actors}`,
    'person-side': 'other',
    'about-more': `agreement:${here.memory.agreements}`,
  })
  expect(sent.status).toBe(303)
  expect(await sql('select during, place, body from perenne.interaction where id = $1', [id])).toEqual([
    { during: '2017-11-12/2017-11-16', place: 'Puerto Almendro', body: 'Deux jours sur le réseau.' },
  ])
  expect(
    await sql(
      'select side, contact_id is null as organisation from perenne.interaction_participant where interaction_id = $1 order by 1',
      [id],
    ),
  ).toEqual([
    { side: 'other', organisation: true },
    { side: 'partner', organisation: false },
  ])
  const page = wordsOn((await ask(house, at(`/journal/${id}`), here.editor.cookie)).html)
  expect(page).toMatch(/Inés Almeida/)
  expect(page).toMatch(/Convention sur l’eau/)
  expect(page).toMatch(/Envoyer le rapport/)
  const late = await send(house, path, here.colleague.cookie, { ...stale, title: 'Mission sur l’eau' })
  expect(late.status).toBe(409)
  expect(wordsOn(late.html)).toMatch(/Mission technique.*Mission sur l’eau/)
  // The choice made on that page is an ordinary save.
  const chosen = fieldsOf(late.html, path)
  const saved = await send(house, path, here.colleague.cookie, {
    ...chosen,
    title: 'Mission sur l’eau',
    during: '2017-11-12/2017-11-16',
    place: 'Puerto Almendro',
    body: 'Deux jours sur le réseau.',
    about: [`agreement:${here.memory.agreements} relationship:${here.memory.relationships}`],
    participants: [`contact:${here.memory.contacts}:partner`],
  })
  expect(saved.status).toBe(303)
  expect(await sql('select title from perenne.interaction where id = $1', [id])).toEqual([
    { title: 'Mission sur l’eau' },
  ])
})

test('who was there stays there when nobody knows their name any more, or when two organisations became one', async () => {
  const { house, there, sql } = scene
  const path = at(`/journal/${there.memory.journal}/edit`, 'ailleurs')
  await sql('insert into perenne.interaction_participant (interaction_id, organisation_id) values ($1, $2)', [
    there.memory.journal,
    there.memory.actors,
  ])
  const merged = 'update perenne.organisation set merged_into_id = $2 where id = $1'
  const named =
    'update perenne.person p set given_name = $2, family_name = $2 from perenne.contact k where k.person_id = p.id and k.id = $1'
  const other = (
    await sql('select id from perenne.organisation where space_id = $1 and id <> $2 limit 1', [
      there.space,
      there.memory.actors,
    ])
  )[0].id
  await sql(merged, [there.memory.actors, other])
  await sql(named, [there.memory.contacts, null])
  const page = await ask(house, path, there.editor.cookie)
  expect(wordsOn(page.html)).toMatch(/\(sans nom\)/)
  expect((await send(house, path, there.editor.cookie, fieldsOf(page.html, path))).status).toBe(303)
  expect(
    await sql('select count(*)::int from perenne.interaction_participant where interaction_id = $1', [
      there.memory.journal,
    ]),
  ).toEqual([{ count: 2 }])
  await sql(merged, [there.memory.actors, null])
  await sql(named, [there.memory.contacts, 'Inés'])
})

test('the journal is narrowed by year, kind, relationship and words without accents; paged in bounds', async () => {
  const { house, here } = scene
  const list = async (query: string) => wordsOn((await ask(house, at(`/journal?${query}`), here.editor.cookie)).html)
  expect(await list('year=2017')).toMatch(/Mission sur l’eau/)
  expect(await list('year=2017')).not.toMatch(/Visite de la station/)
  expect(await list('kind=mission')).toMatch(/Mission sur l’eau/)
  expect(await list('kind=call')).toMatch(/Rien de tel/)
  expect(await list(`relationship=${here.memory.relationships}&words=reseau`)).toMatch(/Mission sur l’eau/)
  expect(await list(`relationship=${here.memory.posts}`)).toMatch(/Rien de tel/)
  expect(await list('words=100%25')).toMatch(/Rien de tel/)
  expect(await list('page=900&year=x&kind=y&relationship=z')).toMatch(/Rien de tel/)
})

test('commitments: overdue first, settled with one button, dropped with a reason, opened again', async () => {
  const { house, here, sql } = scene
  const id = here.memory.commitments
  const page = await ask(house, at('/commitments'), here.editor.cookie)
  expect(wordsOn(page.html)).toMatch(/Nous devons 1 dont un en retard/)
  const settle = at(`/commitments/${id}/settle`)
  await send(house, settle, here.editor.cookie, fieldsOf(page.html, settle))
  expect(await sql('select outcome, settled_on::text from perenne.commitment where id = $1', [id])).toEqual([
    { outcome: 'kept', settled_on: '2018-06-04' },
  ])
  const one = await ask(house, at(`/commitments/${id}`), here.editor.cookie)
  const reopen = at(`/commitments/${id}/reopen`)
  await send(house, reopen, here.editor.cookie, fieldsOf(one.html, reopen))
  await send(house, settle, here.editor.cookie, { outcome: 'dropped', on: '2018-06-01', reason: 'Plus de budget' })
  expect(await sql('select outcome, outcome_reason from perenne.commitment where id = $1', [id])).toEqual([
    { outcome: 'dropped', outcome_reason: 'Plus de budget' },
  ])
  const wrong = await send(house, settle, here.editor.cookie, { outcome: 'lost', on: '2018-02-30' })
  expect(wrong.status).toBe(422)
})

test('as it was: the journal and its page tell what was known on a day, and nothing is written there', async () => {
  const { house, here } = scene
  await house.setClock('2018-06-20T09:00:00Z')
  await send(house, at('/journal/new'), here.editor.cookie, { ...(await shortForm()), title: 'Après coup' })
  const then = await ask(house, at('/journal?on=2018-06-04'), here.editor.cookie)
  expect(then.status).toBe(200)
  expect(wordsOn(then.html)).toMatch(/Mission sur l’eau/)
  expect(wordsOn(then.html)).not.toMatch(/Après coup|Noter un contact/)
  // Who edits is led to the page of today.
  expect((await ask(house, at('/journal/new?on=2018-06-04'), here.editor.cookie)).status).toBe(303)
})

test('an editor of another territory reaches nothing here, by no id', async () => {
  const { house, here, there, sql } = scene
  for (const path of [`/journal/${here.memory.journal}`, `/commitments/${here.memory.commitments}`]) {
    expect((await ask(house, at(path), there.editor.cookie)).status, path).toBe(404)
    expect((await ask(house, at(path, 'ailleurs'), there.editor.cookie)).status, path).toBe(404)
    for (const step of ['/edit', '/remove']) {
      expect((await send(house, at(path + step, 'ailleurs'), there.editor.cookie, {})).status, path + step).toBe(404)
      expect((await send(house, at(path + step), there.editor.cookie, {})).status, path + step).toBe(403)
    }
  }
  expect(
    (
      await send(house, at(`/commitments/${here.memory.commitments}/settle`, 'ailleurs'), there.editor.cookie, {
        outcome: 'kept',
        on: '2018-06-01',
      })
    ).status,
  ).toBe(404)
  // Foreign ids in the fields: nothing is written, and it is said in words.
  const about = [
    `relationship:${here.memory.relationships}`,
    `contact:${here.memory.contacts}`,
    `organisation:${here.memory.actors}`,
  ]
  for (const one of about) {
    const sent = await send(house, at('/journal/new', 'ailleurs'), there.editor.cookie, {
      kind: 'meeting',
      during: '2018-06-04',
      title: 'Attaque',
      owed: '',
      'about[]': [one],
    })
    expect(sent.status, one).toBe(422)
    expect(wordsOn(sent.html)).toContain('L’un de ces choix n’est pas connu ici')
    expect(sent.html).not.toContain(one)
  }
  const commitment = await send(house, at('/commitments/new', 'ailleurs'), there.editor.cookie, {
    owed_by: 'us',
    what: 'Attaque',
    language: 'fr',
    visibility: '0',
    relationship: here.memory.relationships,
    contact: here.memory.contacts,
  })
  expect(commitment.status).toBe(422)
  const foreign = await send(house, at('/commitments/new', 'ailleurs'), there.editor.cookie, {
    owed_by: 'us',
    what: 'Attaque',
    language: 'fr',
    visibility: '0',
    interaction: here.memory.journal,
  })
  expect(foreign.status).toBe(404)
  const path = at(`/journal/${there.memory.journal}/edit`, 'ailleurs')
  const own = fieldsOf((await ask(house, path, there.editor.cookie)).html, path)
  const edited = await send(house, path, there.editor.cookie, {
    ...own,
    'person-more': `contact:${here.memory.contacts}`,
    'about-more': about[0] ?? '',
  })
  expect(edited.status).toBe(422)
  expect(
    await sql(
      `select 1 from perenne.interaction where title = 'Attaque' union select 1 from perenne.commitment where what = 'Attaque'`,
    ),
  ).toEqual([])
  expect(
    await sql('select 1 from perenne.about where about_id = $1 and space_id = $2', [
      here.memory.relationships,
      there.space,
    ]),
  ).toEqual([])
})

test('a citizen reads what is public of it, and no name of whoever holds no public office', async () => {
  const { house, here, sql } = scene
  const id = here.memory.journal
  const citizen = async (path: string) => {
    const answer = await house.ask(at(path))
    return { status: answer.status, words: wordsOn(await answer.text()) }
  }
  expect((await citizen(`/journal/${id}`)).status).toBe(404)
  expect((await citizen('/journal')).words).not.toMatch(/Mission sur l’eau/)
  await sql('update perenne.interaction set visibility = 2 where id = $1', [id])
  const page = await citizen(`/journal/${id}`)
  expect(page.status).toBe(200)
  // The contact, the relationship and the commitment are internal still.
  expect(page.words).not.toMatch(/Inés|Coopération|Envoyer le rapport|Modifier/)
  await sql('update perenne.interaction set visibility = 0 where id = $1', [id])
})

test('lists ask as much of the database with one row as with three', async () => {
  const { house, there, sql } = scene
  const cookie = there.editor.cookie
  const counts = async () => [
    await queriesOf(house, at('/journal', 'ailleurs'), cookie),
    await queriesOf(house, at('/commitments', 'ailleurs'), cookie),
    await queriesOf(house, at('/journal/new', 'ailleurs'), cookie),
  ]
  const one = await counts()
  for (let n = 0; n < 2; n++) {
    const [{ id }] = await sql(
      `insert into perenne.interaction (space_id, kind, during, title, language) values ($1, 'call', '2018-05', $2, 'fr') returning id`,
      [there.space, `Appel ${n}`],
    )
    await sql(
      `insert into perenne.about (record_table, record_id, about_table, about_id) values ('interaction', $1, 'relationship', $2)`,
      [id, there.memory.relationships],
    )
    await sql(`insert into perenne.interaction_participant (interaction_id, contact_id) values ($1, $2)`, [
      id,
      there.memory.contacts,
    ])
    await sql(
      `insert into perenne.commitment (space_id, interaction_id, owed_by, what, language, relationship_id) values ($1, $2, 'us', 'x', 'fr', $3)`,
      [there.space, id, there.memory.relationships],
    )
  }
  expect(await counts()).toEqual(one)
})
