import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as, person as asPerson } from '../../../source/ground/database/actor.ts'
import { ask, fieldsOf, send, wordsOn } from '../../convene/registration/desk-support.ts'
import { makePerson, signedIn } from '../../people/support.ts'
import { openScene, type Scene } from '../journal/support.ts'

// A note that was open becomes confidential: what others had shown of it ends. One that was confidential is opened: what it said
// until then stays with whoever wrote it, in every page of the past.

let scene: Scene
let guest: string
beforeAll(async () => {
  scene = await openScene()
  guest = (await signedIn(scene.house, await makePerson(scene.house, 'rosa@ville.example', ['Rosa', 'Dehors'], 'fr')))
    .headers.cookie
})
afterAll(() => scene.house.close())

const at = (path: string) => `/fr/territories/brecourt${path}`
const page = async (path: string, cookie: string) => ask(scene.house, at(path), cookie)
const words = async (path: string, cookie: string) => wordsOn((await page(path, cookie)).html)
async function save(cookie: string, more: Record<string, string | string[]>, path = '/notes/new') {
  const asked = await page(path, cookie)
  const fields: Record<string, string | string[]> = { ...fieldsOf(asked.html, at(path)), ...more }
  const sent = await send(scene.house, at(path), cookie, fields)
  expect(sent.status, wordsOn(sent.html)).toBe(303)
  return /notes\/([0-9a-f-]{36})$/.exec(sent.location ?? '')?.[1] ?? ''
}
const newNote = (more: Record<string, string | string[]> = {}) =>
  save(scene.here.editor.cookie, { kind: 'context', body: 'Ce que tout le monde sait.', ...more })
async function share(note: string, cookie: string, email: string, reason = 'Pour voir') {
  const path = `/records/note/${note}/share`
  const sent = await send(scene.house, at(path), cookie, {
    ...fieldsOf((await page(path, cookie)).html, at(path)),
    givenName: 'Madame',
    familyName: 'Typée',
    email,
    language: 'fr',
    endsOn: '2018-12-01',
    reason,
  })
  return sent.status
}

describe('a note that becomes confidential', () => {
  test('is read no more by those to whom colleagues had shown it, and by those to whom its author does', async () => {
    const { house, here, sql } = scene
    const colleague = (await sql('select email from perenne.person where id = $1', [here.colleague.id]))[0].email
    const administrator = await makePerson(house, 'ada@ville.example', ['Ada', 'Admin'], 'fr')
    await sql(
      `insert into perenne.access_right (person_id, role, space_id, space_kind, reason)
       select $1, 'administrator', id, 'installation', 'test' from perenne.space where kind = 'installation'`,
      [administrator],
    )
    const ada = (await signedIn(house, administrator)).headers.cookie
    const note = await newNote()
    // The colleague is shown it by another one, and somebody outside too; the author shows it to somebody else.
    expect(await share(note, ada, colleague)).toBe(303)
    expect(await share(note, ada, 'rosa@ville.example')).toBe(303)
    const friend = await makePerson(house, 'lea@ville.example', ['Léa', 'Amie'], 'fr')
    const lea = (await signedIn(house, friend)).headers.cookie
    expect(await share(note, here.editor.cookie, 'lea@ville.example')).toBe(303)
    for (const cookie of [here.colleague.cookie, guest, lea])
      expect((await page(`/notes/${note}`, cookie)).status).toBe(200)

    const form = await words(`/notes/${note}/edit`, here.editor.cookie)
    expect(form).toContain('Cocher met fin aux partages de cette note faits par des collègues')
    await save(here.editor.cookie, { 'confidential[]': 'yes', body: 'Zyxoquark, entre nous.' }, `/notes/${note}/edit`)
    for (const cookie of [here.colleague.cookie, guest, ada])
      for (const path of [`/notes/${note}`, `/notes/${note}?on=2018-06-04`])
        expect([path, (await page(path, cookie)).status]).toEqual([path, 404])
    expect((await page(`/records/note/${note}`, here.colleague.cookie)).status).toBe(404)
    expect(await words('/notes', here.colleague.cookie)).not.toContain('Zyxoquark')
    expect(await words('/history', here.colleague.cookie)).not.toContain('Zyxoquark')
    expect(await words(`/notes/${note}`, lea)).toContain('Zyxoquark')
    expect(
      await sql(
        `select person_id = $2 as lea, ends_at > perenne.now() as live from perenne.share where record_id = $1 order by 2`,
        [note, friend],
      ),
    ).toEqual([
      { lea: false, live: false },
      { lea: false, live: false },
      { lea: true, live: true },
    ])
    // The names that were typed go with their shares.
    expect(
      await sql(
        `select count(*)::int as n from perenne.share_name n join perenne.share s on s.id = n.share_id where s.record_id = $1`,
        [note],
      ),
    ).toEqual([{ n: 1 }])
  })

  test('cannot be shown in the name of whoever wrote it, nor while they make it confidential', async () => {
    const { house, here, sql } = scene
    const stranger = await makePerson(house, 'otto@ville.example', ['Otto', 'Autre'], 'fr')
    const note = await newNote()
    const values = { space_id: here.space, record_table: 'note' as const, record_id: note, person_id: stranger }
    const forged = { ...values, shared_by: here.editor.id, reason: 'x', ends_at: '2018-12-01T00:00:00Z' }
    await as(house.db, asPerson(here.colleague.id), tx => tx.insertInto('share').values(forged).execute())
    expect(await sql('select shared_by from perenne.share where record_id = $1', [note])).toEqual([
      { shared_by: here.colleague.id },
    ])
    await as(house.db, asPerson(here.colleague.id), tx =>
      tx.updateTable('share').set({ shared_by: here.editor.id }).where('record_id', '=', note).execute(),
    )
    await save(here.editor.cookie, { 'confidential[]': 'yes' }, `/notes/${note}/edit`)
    const live = () =>
      sql('select count(*)::int as n from perenne.share where record_id = $1 and ends_at > perenne.now()', [note])
    expect(await live()).toEqual([{ n: 0 }])

    // At the same moment: the one waits for the other, whichever comes first.
    await save(here.editor.cookie, { 'confidential[]': [] }, `/notes/${note}/edit`)
    let shared = () => {}
    const held = new Promise<void>(done => {
      shared = done
    })
    const sharing = as(house.db, asPerson(here.colleague.id), async tx => {
      await tx.insertInto('share').values(forged).execute()
      shared()
      await new Promise(done => setTimeout(done, 300))
    })
    await held
    await save(here.editor.cookie, { 'confidential[]': 'yes' }, `/notes/${note}/edit`)
    await sharing
    expect(await live()).toEqual([{ n: 0 }])
  })
})

describe('a confidential note that is opened', () => {
  const secret = 'Zyxoquark confidentiel'
  test('keeps what it said until then to whoever wrote it: in its history, in the past, to colleagues and citizens', async () => {
    const { house, here, sql } = scene
    const author = here.editor.cookie
    await house.setClock('2018-06-20T09:00:00Z')
    const note = await newNote({
      body: `${secret} texte`,
      'confidential[]': 'yes',
      'about-more': `contact:${here.memory.contacts}`,
    })
    expect(await share(note, author, 'rosa@ville.example', 'Motif tu')).toBe(303)
    await sql('update perenne.share set ends_at = shared_at where record_id = $1', [note])
    await house.setClock('2018-06-25T09:00:00Z')
    await save(author, { body: `${secret} bis` }, `/notes/${note}/edit`)
    await house.setClock('2018-07-04T10:00:00Z')
    const form = await words(`/notes/${note}/edit`, author)
    expect(form).toContain('vous restez la seule personne à lire ce qu’elle disait quand elle était confidentielle')
    await save(
      author,
      {
        body: 'Ce que l’on peut dire.',
        'confidential[]': [],
        'about[]': [`relationship:${here.memory.relationships}`],
        visibility: '2',
      },
      `/notes/${note}/edit`,
    )
    await house.setClock('2018-07-06T10:00:00Z')

    const looked = async (cookie: string) => {
      const found: string[] = []
      for (const path of [
        `/notes/${note}?on=2018-06-22`,
        `/notes/${note}?on=2018-06-28`,
        `/notes?on=2018-06-28`,
        `/records/note/${note}`,
        '/history',
        '/differences?from=2018-06-22&to=2018-07-05',
        '/differences?from=2018-06-10&to=2018-06-28',
        `/contacts/${here.memory.contacts}?on=2018-06-28`,
        '/shares',
      ]) {
        const asked = await page(path, cookie)
        if (/Zyxoquark|Motif tu/.test(asked.html)) found.push(path)
      }
      const search = (await page('/search?q=Zyxoquark&on=2018-06-28', cookie)).html
      if (/confidentiel (texte|bis)/.test(search.replaceAll(/<[^>]*>/g, ''))) found.push('search')
      return found
    }
    for (const cookie of [here.colleague.cookie, guest, '']) expect(await looked(cookie)).toEqual([])
    expect(await looked(author)).toEqual(
      expect.arrayContaining([`/notes/${note}?on=2018-06-22`, `/notes/${note}?on=2018-06-28`, `/records/note/${note}`]),
    )
    // What it says today, and has said since it was opened, is everybody's.
    expect(await words(`/notes/${note}`, '')).toContain('Ce que l’on peut dire.')
    expect(await words(`/notes/${note}?on=2018-07-05`, '')).toContain('Ce que l’on peut dire.')
    expect(await words(`/records/note/${note}`, here.colleague.cookie)).toContain('Ce que l’on peut dire.')

    // The same by plain SQL, of the note, of what it was about and of whom it was shown to.
    const versions = async (who: string, table: string) =>
      as(house.db, asPerson(who), async tx => {
        const { sql: raw } = await import('kysely')
        const { rows } = await raw<{ doc: Record<string, unknown> }>`
          select doc from perenne.record_version
          where record_table = ${table} and (record_id = ${note}::uuid or doc ->> 'record_id' = ${note})`.execute(tx)
        return rows.map(row => row.doc)
      })
    expect((await versions(here.colleague.id, 'note')).map(doc => doc.body)).toEqual(['Ce que l’on peut dire.'])
    expect((await versions(here.editor.id, 'note')).length).toBe(3)
    expect((await versions(here.colleague.id, 'about')).map(doc => doc.about_id)).toEqual([here.memory.relationships])
    expect(new Set((await versions(here.editor.id, 'about')).map(doc => doc.about_id)).size).toBe(2)
    expect(await versions(here.colleague.id, 'share')).toEqual([])

    // A colleague brings no confidential version back either.
    const back = await house.send(
      at(`/records/note/${note}/put-back`),
      { moment: '2018-06-22T09:00:00Z' },
      { headers: { cookie: here.colleague.cookie } },
    )
    expect(back.status).toBe(303)
    expect(await words(`/notes/${note}`, here.colleague.cookie)).toContain('Ce que l’on peut dire.')

    // Nor does it come out when the note goes.
    const remove = at(`/notes/${note}/remove`)
    const asked = await ask(house, remove, author)
    expect((await send(house, remove, author, fieldsOf(asked.html, remove))).status).toBe(303)
    expect(await looked(here.colleague.cookie)).toEqual([])
    expect((await versions(here.colleague.id, 'note')).map(doc => doc.body)).toEqual(['Ce que l’on peut dire.'])
  })

  test('shows its past to nobody it was shown to: they read it as it stands', async () => {
    const { house, here } = scene
    await house.setClock('2018-07-17T10:00:00Z')
    const note = await newNote({ body: `${secret} d’abord`, 'confidential[]': 'yes' })
    await house.setClock('2018-07-18T10:00:00Z')
    await save(here.editor.cookie, { body: 'Entre nous deux.' }, `/notes/${note}/edit`)
    expect(await share(note, here.editor.cookie, 'rosa@ville.example')).toBe(303)
    await house.setClock('2018-07-19T10:00:00Z')
    expect(await words(`/notes/${note}`, guest)).toContain('Entre nous deux.')
    expect(await words(`/notes/${note}?on=2018-07-18`, guest)).toContain('Entre nous deux.')
    expect((await page(`/notes/${note}?on=2018-07-17`, guest)).status).toBe(404)
    // Opened and closed again: what was confidential is nobody else's in between.
    await save(here.editor.cookie, { 'confidential[]': [], body: 'Ouverte.' }, `/notes/${note}/edit`)
    expect(await words(`/notes/${note}`, guest)).toContain('Ouverte.')
    expect((await page(`/notes/${note}?on=2018-07-18`, guest)).status).toBe(404)
    expect((await page(`/notes/${note}?on=2018-07-17`, here.editor.cookie)).status).toBe(200)
  })
})
