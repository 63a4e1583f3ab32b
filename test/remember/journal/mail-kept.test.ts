import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { as, job } from '../../../source/ground/database/actor.ts'
import { addContactNamed } from '../../../source/remember/actors/store/new-contact.ts'
import { ask, fieldsOf, queriesOf, send, wordsOn } from '../../convene/registration/desk-support.ts'
import { openScene, type Scene, sendFile } from './support.ts'

// What somebody changes in the form of a mail that waits, and whom the mail names who may be known already.

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.house.close())
beforeEach(() => scene.sql('delete from perenne.mail_draft'))

const at = (path: string) => `/fr/territories/brecourt${path}`
type Typed = Record<string, string | string[]>

async function drop(id: string, from = 'Inconnu <inconnu@ailleurs.example>'): Promise<string> {
  const { house, here } = scene
  const form = fieldsOf((await ask(house, at('/journal/mail'), here.editor.cookie)).html, at('/journal/mail'))
  const content = `From: ${from}\r\nSubject: Rapport\r\nMessage-ID: <${id}>\r\n\r\nBonjour,\r\nle rapport suit.`
  const sent = await sendFile(house, at('/journal/mail'), here.editor.cookie, form, {
    field: 'mail',
    name: 'm.eml',
    content,
  })
  return sent.location ?? ''
}
async function opened(path: string, who = scene.here.editor) {
  const page = await ask(scene.house, path, who.cookie)
  return { ...page, words: wordsOn(page.html), fields: fieldsOf(page.html, path) as Typed }
}
const post = (path: string, fields: Typed, who = scene.here.editor) => send(scene.house, path, who.cookie, fields)
const kept = (fields: Typed) => ({ ...fields, _next: 'keep' })
const quietly = (fields: Typed) => ({ ...fields, _next: 'keep', _quietly: 'yes' })
const written = (location: string | null) => /journal\/([0-9a-f-]{36})$/.exec(location ?? '')?.[1] ?? ''
const theName = async (id: string, given = 'Essai') => {
  const [row] = await scene.sql('update perenne.person set given_name = $2 where id = $1 returning family_name', [
    id,
    given,
  ])
  return `${given} ${row.family_name}`
}

test('what was typed is kept by a button, right or not, and is there again for whoever goes on', async () => {
  const { here, sql } = scene
  const path = await drop('garder@x')
  const { fields } = await opened(path)
  // Neither a title nor a date that can be read: nothing is asked of what is left for later.
  const typed = { ...fields, title: '', during: 'un de ces jours', place: 'Mairie', 'about[]': [], owed: 'us' }
  const sent = await post(path, kept(typed))
  expect([sent.status, sent.location]).toEqual([303, at('/journal')])
  const journal = wordsOn((await ask(scene.house, at('/journal'), sent.cookie)).html)
  expect(journal).toContain('gardé avec le courriel')
  expect(journal).toContain(`repris par ${await theName(here.editor.id)}`)
  const mine = await opened(path)
  expect(mine.fields).toMatchObject({ title: '', during: 'un de ces jours', place: 'Mairie', owed: 'us' })
  expect(mine.words).not.toContain('l’a laissé')
  const theirs = await opened(path, here.colleague)
  expect(theirs.fields.place).toBe('Mairie')
  expect(theirs.words).toContain(`Tel que ${await theName(here.editor.id)} l’a laissé`)
  const list = wordsOn((await ask(scene.house, at('/journal'), here.colleague.cookie)).html)
  expect(list).toContain(`déposé par ${await theName(here.editor.id)}`)
  // It is sealed, and goes with the mail.
  expect(await sql(`select 1 from perenne.mail_draft where encode(typed, 'escape') ~ 'Mairie'`)).toEqual([])
  const done = await post(path, { ...theirs.fields, title: 'Rapport', during: 'hier', owed: '' }, here.colleague)
  expect(done.status).toBe(303)
  expect(await sql('select place, during from perenne.interaction where id = $1', [written(done.location)])).toEqual([
    { place: 'Mairie', during: '2018-06-03' },
  ])
  expect(await sql('select 1 from perenne.mail_draft')).toEqual([])
})

test('as the person types it is kept without a word; a browser learns by its key that it is', async () => {
  const path = await drop('en-tapant@x')
  const { fields } = await opened(path)
  const quiet = await post(path, quietly({ ...fields, body: 'Au fil de l’eau' }))
  expect([quiet.status, quiet.html]).toEqual([204, ''])
  expect((await opened(path)).fields.body).toBe('Au fil de l’eau')
  const sent = async (key: unknown) => {
    const { html } = await ask(scene.house, `${path}?sent=${encodeURIComponent(String(key))}`, scene.here.editor.cookie)
    return JSON.parse(html)
  }
  expect(await sent(fields._once)).toEqual({ sent: true })
  expect(await sent((await opened(path)).fields._once)).toEqual({ sent: false })
  // One’s own later version counts, from whichever form.
  expect((await post(path, quietly({ ...fields, body: 'Encore' }))).status).toBe(204)
  expect((await post(path, { ...fields, body: 'Noté' })).status).toBe(303)
  expect((await post(path, quietly(fields))).status).toBe(303)
  const { fields: other } = await opened(await drop('en-tapant-2@x'))
  expect((await post(path, quietly(other))).status).toBe(410)
})

test('what a colleague kept meanwhile is not overwritten unseen, neither quietly, nor by a button, nor by writing down', async () => {
  const { here, sql } = scene
  const path = await drop('a-deux@x')
  const { fields } = await opened(path)
  const theirs = await opened(path, here.colleague)
  expect((await post(path, kept({ ...theirs.fields, body: 'Le sien' }), here.colleague)).status).toBe(303)
  expect((await post(path, quietly({ ...fields, body: 'Le mien' }))).status).toBe(409)
  const colleague = await theName(here.colleague.id, 'Collègue')
  for (const way of [kept, (typed: Typed) => typed]) {
    const late = await post(path, way({ ...fields, body: 'Le mien' }))
    expect(late.status).toBe(409)
    expect(wordsOn(late.html)).toContain(`${colleague} a changé ce formulaire entre-temps`)
    expect(late.html).toContain(`href="${path}" target="_blank"`)
    expect(fieldsOf(late.html, path).body).toBe('Le mien')
  }
  expect((await opened(path)).fields.body).toBe('Le sien')
  expect(await sql(`select 1 from perenne.interaction where body in ('Le mien', 'Le sien')`)).toEqual([])
  // Told, one decides.
  const told = await post(path, kept({ ...fields, body: 'Le mien' }))
  expect((await post(path, fieldsOf(told.html, path))).status).toBe(303)
  expect(await sql(`select body from perenne.interaction where body in ('Le mien', 'Le sien')`)).toEqual([
    { body: 'Le mien' },
  ])
})

test('nobody else keeps anything with it, nor learns of it', async () => {
  const { there, sql } = scene
  const path = await drop('ailleurs@x')
  const { fields } = await opened(path)
  const before = await sql('select md5(d::text) as is from perenne.mail_draft d')
  for (const body of [kept(fields), quietly(fields)]) {
    const away = await post(path, body, there.editor)
    expect([403, 404]).toContain(away.status)
    const moved = await post(path.replace('brecourt', 'ailleurs'), body, there.editor)
    expect([410, 422]).toContain(moved.status)
  }
  expect(await sql('select md5(d::text) as is from perenne.mail_draft d')).toEqual(before)
})

test('the journal asks as much with three forms that were left as with one', async () => {
  const { house, here } = scene
  const path = await drop('un@x')
  await post(path, kept((await opened(path)).fields))
  const one = await queriesOf(house, at('/journal'), here.editor.cookie)
  for (const id of ['deux@x', 'trois@x']) {
    const next = await drop(id)
    await post(next, kept((await opened(next)).fields))
  }
  expect(await queriesOf(house, at('/journal'), here.editor.cookie)).toBe(one)
})

const contact = (name: string, email?: string) =>
  as(scene.house.db, job('test'), tx =>
    addContactNamed(tx, scene.here.space, { name, language: 'fr', ...(email ? { email } : {}) }),
  )
const addressOf = async (id: string) =>
  (
    await scene.sql(
      'select p.email from perenne.contact k join perenne.person p on p.id = k.person_id where k.id = $1',
      [id],
    )
  )[0]?.email
const howMany = async (family: string) =>
  (await scene.sql('select count(*)::int from perenne.person where family_name ilike $1', [family]))[0].count
const tookPart = async (location: string | null) =>
  (
    await scene.sql('select contact_id from perenne.interaction_participant where interaction_id = $1', [
      written(location),
    ])
  ).map(row => row.contact_id)

test('a contact of the same name is proposed first, and gets the address when somebody says that it is them', async () => {
  const { here } = scene
  const rojas = await contact('Carmen Rojas')
  const path = await drop('homonyme-1@x', '"ROJAS DÍAZ, Carmen" <carmen@otra.example>')
  const { fields, words, html } = await opened(path)
  expect(words).toMatch(
    /ROJAS DÍAZ, Carmen \(carmen@otra\.example\)\s: est-ce une personne déjà connue ici.*Oui, Carmen Rojas.*Aucune adresse.*Non, une autre personne.*Ne pas ajouter/,
  )
  // Nothing is chosen for them: who writes one click further than they read loses nobody.
  expect(fields['who-0']).toBeUndefined()
  const unsaid = await post(path, { ...fields, title: 'Titre à moitié' })
  expect(unsaid.status).toBe(422)
  expect(fieldsOf(unsaid.html, path)).toMatchObject({ title: 'Titre à moitié' })
  expect(unsaid.html).toContain('#field-who-0')
  expect(wordsOn(unsaid.html)).toContain('dites si c’est la même personne')
  expect(html).not.toContain('name="add[]"')
  // Never by the name alone: ticked elsewhere, it is asked.
  const asked = await post(path, { ...fields, 'add[]': ['0'] })
  expect(asked.status).toBe(422)
  expect(wordsOn(asked.html)).toContain('dites si c’est la même personne')
  // Nor another contact than the one that is proposed, nor one of another memory.
  for (const wrong of [here.memory.contacts, scene.there.memory.contacts, 'x'])
    expect((await post(path, { ...fields, 'who-0': wrong })).status).toBe(422)
  expect(await addressOf(rojas)).toBeNull()
  const done = await post(path, { ...fields, 'who-0': rojas })
  expect(done.status).toBe(303)
  expect(await addressOf(rojas)).toBe('carmen@otra.example')
  expect(await tookPart(done.location)).toEqual([rojas])
  expect(await howMany('rojas%')).toBe(1)
})

test('a form is kept for later before anybody said who wrote, and what they answered is there again', async () => {
  await contact('Inès Duarte')
  const path = await drop('homonyme-3@x', 'Inès Duarte <ines@otra.example>')
  const { fields } = await opened(path)
  expect(fields['who-0']).toBeUndefined()
  expect((await post(path, kept(fields))).status).toBe(303)
  const again = await opened(path)
  expect(again.fields['who-0']).toBeUndefined()
  expect((await post(path, kept({ ...again.fields, 'who-0': 'nobody' }))).status).toBe(303)
  expect((await opened(path)).fields['who-0']).toBe('nobody')
})

test('somebody else of that name becomes a contact of their own; whoever has an address keeps it; nobody is added unasked', async () => {
  const lima = await contact('Paulo Lima', 'paulo@ici.example')
  const other = await drop('homonyme-2@x', 'Paulo Lima <plima@otra.example>')
  const form = await opened(other)
  expect(form.words).toContain('Le contact garde l’adresse paulo@ici.example')
  const alone = await post(other, { ...form.fields, 'who-0': 'nobody' })
  expect(await tookPart(alone.location)).toEqual([])
  expect(await howMany('lima')).toBe(1)

  const same = await drop('homonyme-3@x', 'Paulo Lima <plima@otra.example>')
  const was = (await opened(same)).fields
  const both = await post(same, { ...was, 'who-0': lima, 'participants[]': [`contact:${lima}:partner`] })
  expect(await tookPart(both.location)).toEqual([lima])
  expect(await addressOf(lima)).toBe('paulo@ici.example')

  const third = await drop('homonyme-4@x', 'Paulo Lima <plima@otra.example>')
  const added = await post(third, { ...(await opened(third)).fields, 'who-0': 'new' })
  expect(added.status).toBe(303)
  expect(await howMany('lima')).toBe(2)
  expect(await tookPart(added.location)).not.toContain(lima)
  // From now on the address tells who it is.
  const known = await opened(await drop('homonyme-5@x', 'Paulo Lima <plima@otra.example>'))
  expect(known.fields['who-0']).toBeUndefined()
  expect(known.fields['participants[]']).toHaveLength(1)
})
