import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, as, asPublic, job, link, person, type Tx } from '../../source/ground/database/actor.ts'
import { listDrafts } from '../../source/remember/journal/store/mail-drafts.ts'
import { ask, fieldsOf, send, wordsOn } from '../convene/registration/desk-support.ts'
import { somebody } from '../remember/actors/support.ts'
import { openScene, type Scene, sendFile } from '../remember/journal/support.ts'

// A mail that waits says what nobody has looked through yet: those who keep the memory see it, and nobody else at all.

let scene: Scene
let draft: string
let strangers: Record<string, { id: string; cookie: string }>
const secret = 'Affaire confidentielle'
const here = (path: string) => `/fr/territories/brecourt${path}`
const away = (path: string) => `/fr/territories/ailleurs${path}`

beforeAll(async () => {
  scene = await openScene()
  const { house } = scene
  const form = fieldsOf((await ask(house, here('/journal/mail'), scene.here.editor.cookie)).html, here('/journal/mail'))
  const content = [
    'From: Ines <ines@example.org>',
    'To: inconnu@ailleurs.example',
    `Subject: ${secret}`,
    'Message-ID: <secret@x>',
    'Content-Type: multipart/mixed; boundary=x',
    '',
    '--x\r\nContent-Type: text/plain\r\n\r\nMots',
    '--x\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=note.txt\r\n\r\nUne note',
    '--x--',
  ].join('\r\n')
  const file = { field: 'mail', name: 'm.eml', content }
  const sent = await sendFile(house, here('/journal/mail'), scene.here.editor.cookie, form, file)
  draft = sent.location?.split('/').at(-1) ?? ''
  expect(draft).toMatch(/^[0-9a-f-]{36}$/)
  strangers = {
    reader: await somebody(house, 'territory_reader', scene.here.space),
    evaluator: await somebody(house, 'evaluator', scene.here.space),
    translator: await somebody(house, 'translator', scene.here.space),
    'keeper of another memory': scene.there.editor,
  }
})
afterAll(() => scene.house.close())

const rows = async (tx: Tx) =>
  (await tx.selectFrom('mail_draft').select('id').execute()).length +
  (await tx.selectFrom('mail_draft_attachment').select('id').execute()).length

describe('in the database', () => {
  const actors = (): [string, Actor][] => [
    ['anonymous', { kind: 'anonymous' }],
    ['a link', link(scene.here.space)],
    ...Object.entries(strangers).map(([name, { id }]): [string, Actor] => [name, person(id)]),
  ]

  test('those who keep the memory see it, a job too', async () => {
    for (const actor of [person(scene.here.editor.id), person(scene.here.colleague.id), job('test')])
      expect(await as(scene.house.db, actor, rows)).toBe(2)
  })

  test('nobody else reads, changes, moves, removes or plants one', async () => {
    const { house, sql } = scene
    const before = await sql('select md5(string_agg(d::text, $1)) as is from perenne.mail_draft d', [','])
    for (const [name, actor] of actors()) {
      expect([name, await as(house.db, actor, rows)]).toEqual([name, 0])
      const touched = await as(house.db, actor, async tx => [
        (
          await tx
            .updateTable('mail_draft')
            .set({ waiting: Buffer.from('x') })
            .executeTakeFirst()
        ).numUpdatedRows,
        (await tx.updateTable('mail_draft').set({ space_id: scene.there.space }).executeTakeFirst()).numUpdatedRows,
        (await tx.deleteFrom('mail_draft_attachment').executeTakeFirst()).numDeletedRows,
        (await tx.deleteFrom('mail_draft').executeTakeFirst()).numDeletedRows,
      ])
      expect([name, touched]).toEqual([name, [0n, 0n, 0n, 0n]])
      await expect(
        as(house.db, actor, tx =>
          tx
            .insertInto('mail_draft')
            .values({
              space_id: scene.here.space,
              mail_hash: 'a'.repeat(64),
              waiting: Buffer.from('x'),
              salt: Buffer.alloc(16),
              people: [],
            })
            .execute(),
        ),
      ).rejects.toThrow(/row-level security/)
      await expect(
        as(house.db, actor, tx =>
          tx
            .insertInto('mail_draft_attachment')
            .values({ draft_id: draft, number: 7, content: Buffer.from('x') })
            .execute(),
        ),
      ).rejects.toThrow(/row-level security/)
    }
    // Its keeper cannot hand it to another memory.
    await expect(
      as(house.db, person(scene.here.editor.id), tx =>
        tx.updateTable('mail_draft').set({ space_id: scene.there.space }).execute(),
      ),
    ).rejects.toThrow(/row-level security/)
    await expect(asPublic(house.db, rows)).rejects.toThrow(/permission denied/)
    expect(await sql('select md5(string_agg(d::text, $1)) as is from perenne.mail_draft d', [','])).toEqual(before)
  })
  test('who brought it in and who changed its form is told to those who keep the memory alone', async () => {
    const { house, here } = scene
    const names = (tx: Tx) => listDrafts(tx, here.space)
    for (const actor of [person(here.editor.id), person(here.colleague.id)])
      expect((await as(house.db, actor, names)).map(one => one.droppedBy)).toEqual([expect.stringContaining('editor')])
    for (const [name, actor] of actors()) {
      const told = await as(house.db, actor, async tx => [await names(tx), await toldNames(tx, here.space)])
      expect([name, ...told]).toEqual([name, [], []])
    }
    await expect(asPublic(house.db, tx => toldNames(tx, here.space))).rejects.toThrow(/permission denied/)
  })
})

const toldNames = async (tx: Tx, space: string) =>
  (await sql`select * from perenne.mail_draft_names(${space})`.execute(tx)).rows

describe('by addresses', () => {
  test('no page tells of it to anybody else: the journal, its form, search, the log, exports', async () => {
    const { house } = scene
    const paths = [
      '/journal',
      `/journal/mail/${draft}`,
      `/journal/mail/${draft}/drop`,
      '/history',
      '/monday',
      '/export',
    ]
    for (const [name, { cookie }] of [['anonymous', { cookie: '' }] as const, ...Object.entries(strangers)])
      for (const path of [...paths.map(here), `/fr/search?q=${encodeURIComponent(secret)}`]) {
        const { html, status } = await ask(house, path, cookie)
        expect([name, path, html.replaceAll(`value="${secret}"`, '').includes(`>${secret}`)]).toEqual([
          name,
          path,
          false,
        ])
        if (path.includes(draft)) expect([name, path, status]).not.toEqual([name, path, 200])
      }
  })

  test('by the address of another memory there is no such mail, and it cannot be written down or dropped there', async () => {
    const { house, sql, there } = scene
    const { cookie } = there.editor
    for (const path of [`/journal/mail/${draft}`, `/journal/mail/${draft}/drop`])
      expect((await ask(house, away(path), cookie)).status).toBe(404)
    const form = fieldsOf((await ask(house, away('/journal/new'), cookie)).html, away('/journal/new'))
    const dropped = await send(house, away(`/journal/mail/${draft}/drop`), cookie, { _once: form._once ?? '' })
    expect(dropped.status).toBe(404)
    const written = await send(house, away(`/journal/mail/${draft}`), cookie, {
      _once: form._once ?? '',
      title: 'Pris',
      kind: 'letter',
      during: '2018',
      language: 'fr',
      visibility: '0',
      owed: '',
      'attachment[]': ['0'],
      without: 'yes',
    })
    // What somebody types is theirs; of the mail there is nothing in it.
    const id = written.location?.split('/').at(-1) ?? ''
    expect(wordsOn((await ask(house, away(`/journal/${id}`), cookie)).html)).not.toMatch(/confidentielle|note/)
    expect(await sql('select message_id, body from perenne.interaction where id = $1', [id])).toEqual([
      { message_id: null, body: null },
    ])
    expect(await sql('select 1 from perenne.document_version')).toEqual([])
    expect(await sql('select id from perenne.mail_draft')).toEqual([{ id: draft }])
  })

  test('a form that was not made here writes nothing', async () => {
    const { house, sql } = scene
    const form = fieldsOf(
      (await ask(house, here(`/journal/mail/${draft}`), scene.here.editor.cookie)).html,
      here(`/journal/mail/${draft}`),
    )
    const response = await house.ask(here(`/journal/mail/${draft}`), {
      method: 'POST',
      body: new URLSearchParams(form as Record<string, string>),
      headers: { cookie: scene.here.editor.cookie, origin: 'https://example.org' },
    })
    expect(response.status).toBe(403)
    expect(await sql('select id from perenne.mail_draft')).toEqual([{ id: draft }])
  })

  test('in a seal of another mail, or of another installation, nothing can be read', async () => {
    const { house, sql, here: place } = scene
    const [other] = await sql(
      `insert into perenne.mail_draft (space_id, mail_hash, waiting, salt)
       select space_id, repeat('b', 64), waiting, salt from perenne.mail_draft where id = $1 returning id`,
      [draft],
    )
    expect((await ask(house, here(`/journal/mail/${other.id}`), place.editor.cookie)).status).toBe(404)
    const journal = await ask(house, here('/journal'), place.editor.cookie)
    expect(journal.status).toBe(200)
    expect(wordsOn(journal.html)).toMatch(/Un courriel attend/)
  })
})
