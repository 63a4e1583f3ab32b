import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, person } from '../../../source/ground/database/actor.ts'
import { ask, fieldsOf, queriesOf, send, wordsOn } from '../../convene/registration/desk-support.ts'
import { makePerson, signedIn } from '../../people/support.ts'
import { openScene, type Scene } from '../journal/support.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.house.close())

const at = (path: string, slug = 'brecourt') => `/fr/territories/${slug}${path}`
const save = async (cookie: string, more: Record<string, string | string[]>, path = '/notes/new') => {
  const page = await ask(scene.house, at(path), cookie)
  return send(scene.house, at(path), cookie, { ...fieldsOf(page.html, at(path)), ...more })
}
const idIn = (location: string | null) => /notes\/([0-9a-f-]{36})$/.exec(location ?? '')?.[1] ?? ''

test('a long note is called by its first words, whole, and says that more follows', async () => {
  const { house, here } = scene
  const cookie = here.editor.cookie
  const body = `${'De septembre à janvier, la commune a relancé le réseau '.repeat(4)}.`
  const id = idIn((await save(cookie, { kind: 'context', body })).location)
  for (const path of [`/records/note/${id}`, `/records/note/${id}/share`]) {
    const title = wordsOn(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec((await ask(house, at(path), cookie)).html)?.[1] ?? '')
    const [, words = ''] = /(De septembre.*) …/.exec(title) ?? []
    expect(words.length, title).toBeGreaterThan(90)
    expect(body.startsWith(`${words} `), title).toBe(true)
  }
})

test('an oral memory: who told it, when it was, about what; it needs somebody who told it', async () => {
  const { house, here, sql } = scene
  const cookie = here.editor.cookie
  const asked = await ask(house, at('/notes/new?kind=oral-memory'), cookie)
  expect(fieldsOf(asked.html, at('/notes/new?kind=oral-memory')).kind).toBe('oral-memory')
  const nobody = await save(cookie, { kind: 'oral-memory', body: 'On disait que…' })
  expect(nobody.status).toBe(422)
  expect(wordsOn(nobody.html)).toMatch(/Dites qui l’a raconté/)
  expect(nobody.html).toContain('On disait que…')
  const sent = await save(cookie, {
    kind: 'oral-memory',
    body: 'La première délégation est venue en train.\n\nElle a dormi chez l’habitant.',
    toldBy: here.memory.contacts,
    during: 'vers 1983',
    'about-more': `relationship:${here.memory.relationships}`,
  })
  const id = idIn(sent.location)
  expect(
    await sql('select kind, told_by, during, language, confidential, written_by from perenne.note where id = $1', [id]),
  ).toEqual([
    {
      kind: 'oral-memory',
      told_by: here.memory.contacts,
      during: '1983~',
      language: 'fr',
      confidential: false,
      written_by: here.editor.id,
    },
  ])
  const { html } = await ask(house, at(`/notes/${id}`), cookie)
  // What it says, then what can be done with it.
  expect(html.indexOf('<dl')).toBeLessThan(html.indexOf(`/notes/${id}/edit"`))
  const page = wordsOn(html)
  expect(page).toMatch(
    /Mémoire orale.*Elle a dormi chez l’habitant.*Raconté par Inés Almeida.*vers 1983.*Coopération avec Puerto Almendro/,
  )
})

test('a confidential note is read by its author and those it is shown to: not by a colleague, in no list, search, history or link', async () => {
  const { house, here, sql } = scene
  const sent = await save(here.editor.cookie, {
    kind: 'warning',
    body: 'Zanzibar: ne jamais promettre de bus.',
    'confidential[]': 'yes',
    'about-more': `contact:${here.memory.contacts}`,
  })
  const id = idIn(sent.location)
  expect((await ask(house, at(`/notes/${id}`), here.editor.cookie)).status).toBe(200)
  const seen = async (cookie: string) => ({
    page: (await ask(house, at(`/notes/${id}`), cookie)).status,
    edit: (await send(house, at(`/notes/${id}/edit`), cookie, {})).status,
    list: /Zanzibar/.test((await ask(house, at('/notes?words=zanzibar'), cookie)).html.split('<table')[1] ?? ''),
    search: /bus/.test(
      (await ask(house, '/fr/search?q=Zanzibar', cookie)).html.split('<main')[1]?.replace(/value="[^"]*"/, '') ?? '',
    ),
  })
  expect(await seen(here.colleague.cookie)).toEqual({ page: 404, edit: 404, list: false, search: false })
  const inDatabase = (who: string) =>
    as(house.db, person(who), async tx => {
      const versions = await tx
        .selectFrom('record_version')
        .select('record_table')
        .where('record_id', '=', id)
        .execute()
      const links = await tx.selectFrom('about').select('id').where('record_id', '=', id).execute()
      const { sql: raw } = await import('kysely')
      const past = await raw<{
        n: number
      }>`select count(*)::int as n from perenne.record_version where doc ->> 'record_id' = ${id}`.execute(tx)
      const entries = await tx.selectFrom('search_entry').select('record_id').where('record_id', '=', id).execute()
      return [versions.length, links.length, past.rows[0]?.n, entries.length]
    })
  expect(await inDatabase(here.editor.id)).toEqual([1, 1, 1, 0])
  expect(await inDatabase(here.colleague.id)).toEqual([0, 0, 0, 0])
  // Shared with somebody outside: they read it, until the day is past.
  const guest = await makePerson(house, 'temoin@example.org', ['Léa', 'Témoin'], 'fr')
  const { cookie } = (await signedIn(house, guest)).headers
  expect((await ask(house, at(`/notes/${id}`), cookie)).status).toBe(404)
  await sql(
    `insert into perenne.share (space_id, record_table, record_id, person_id, ends_at) values ($1, 'note', $2, $3, '2018-06-10')`,
    [here.space, id, guest],
  )
  expect((await ask(house, at(`/notes/${id}`), cookie)).status).toBe(200)
})

test('an open note that becomes confidential leaves search; only its author can make it so', async () => {
  const { house, here } = scene
  const sent = await save(here.editor.cookie, { kind: 'context', body: 'Quetzalcoatl était le nom du bateau.' })
  const id = idIn(sent.location)
  const finds = async () =>
    /bateau/.test((await ask(house, '/fr/search?q=Quetzalcoatl', here.colleague.cookie)).html.split('<main')[1] ?? '')
  expect(await finds()).toBe(true)
  const taken = await save(here.colleague.cookie, { 'confidential[]': 'yes' }, `/notes/${id}/edit`)
  expect(taken.status).toBe(422)
  expect(wordsOn(taken.html)).toMatch(/Seule la personne qui a écrit/)
  const wide = await save(here.editor.cookie, { 'confidential[]': 'yes', visibility: '2' }, `/notes/${id}/edit`)
  expect(wordsOn(wide.html)).toMatch(/Une note confidentielle est interne/)
  expect((await save(here.editor.cookie, { 'confidential[]': 'yes' }, `/notes/${id}/edit`)).status).toBe(303)
  expect(await finds()).toBe(false)
  expect((await ask(house, at(`/notes/${id}`), here.colleague.cookie)).status).toBe(404)
  expect((await ask(house, at(`/notes/${id}?on=2018-06-03`), here.colleague.cookie)).status).toBe(404)
})

test('an editor of another territory reaches no note here, and names nobody of here', async () => {
  const { house, here, there, sql } = scene
  const id = here.memory.notes
  expect((await ask(house, at(`/notes/${id}`), there.editor.cookie)).status).toBe(404)
  expect((await ask(house, at(`/notes/${id}`, 'ailleurs'), there.editor.cookie)).status).toBe(404)
  expect((await send(house, at(`/notes/${id}/edit`, 'ailleurs'), there.editor.cookie, {})).status).toBe(404)
  expect((await send(house, at(`/notes/${id}/remove`, 'ailleurs'), there.editor.cookie, {})).status).toBe(404)
  const attack = await send(house, at('/notes/new', 'ailleurs'), there.editor.cookie, {
    kind: 'fact',
    body: 'Attaque',
    language: 'fr',
    visibility: '0',
    toldBy: here.memory.contacts,
    'about-more': `post:${here.memory.posts}`,
  })
  expect(attack.status).toBe(422)
  expect(wordsOn(attack.html)).toMatch(/Ce n’est pas connu ici/)
  expect(await sql(`select 1 from perenne.note where body = 'Attaque'`)).toEqual([])
})

test('a stale save of a note shows both texts; a removed one is gone', async () => {
  const { house, here } = scene
  const path = at(`/notes/${here.memory.notes}/edit`)
  const form = { ...fieldsOf((await ask(house, path, here.editor.cookie)).html, path), toldBy: here.memory.contacts }
  expect((await send(house, path, here.editor.cookie, { ...form, body: 'Premier texte.' })).status).toBe(303)
  const late = await send(house, path, here.colleague.cookie, { ...form, _once: '', body: 'Second texte.' })
  expect(late.status).toBe(409)
  expect(wordsOn(late.html)).toMatch(/Premier texte\..*Second texte\./)
  const remove = at(`/notes/${here.memory.notes}/remove`)
  const page = await ask(house, remove, here.editor.cookie)
  expect((await send(house, remove, here.editor.cookie, fieldsOf(page.html, remove))).status).toBe(303)
  expect((await ask(house, at(`/notes/${here.memory.notes}`), here.editor.cookie)).status).toBe(404)
})

test('the list asks as much of the database with one note as with three', async () => {
  const { house, there, sql } = scene
  const one = await queriesOf(house, at('/notes', 'ailleurs'), there.editor.cookie)
  for (let n = 0; n < 2; n++) {
    const [{ id }] = await sql(
      `insert into perenne.note (space_id, kind, body, language, told_by) values ($1, 'fact', 'x', 'fr', $2) returning id`,
      [there.space, there.memory.contacts],
    )
    await sql(
      `insert into perenne.about (record_table, record_id, about_table, about_id) values ('note', $1, 'relationship', $2)`,
      [id, there.memory.relationships],
    )
  }
  expect(await queriesOf(house, at('/notes', 'ailleurs'), there.editor.cookie)).toBe(one)
})

test('to whom nothing is shown there is nothing to narrow, and no advice for the office', async () => {
  for (const [path, none] of [
    ['/notes', 'Aucune note n’est montrée ici.'],
    ['/documents', 'Aucun document n’est montré ici.'],
  ] as const) {
    const outside = (await (await scene.house.ask(at(path))).text()).split('<main')[1] ?? ''
    expect(wordsOn(outside)).toContain(none)
    expect(outside).not.toContain('class="filters"')
    const asked = (await (await scene.house.ask(at(`${path}?words=eau`))).text()).split('<main')[1] ?? ''
    expect(asked).toContain('class="filters"')
  }
})
