import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, fieldsOf, wordsOn } from '../../convene/registration/desk-support.ts'
import { docxOf, zipOf } from '../../reading/files.ts'
import { openScene, type Scene, sendFile } from './support.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.house.close())

const at = (path: string, slug = 'brecourt') => `/fr/territories/${slug}${path}`
const form = async () =>
  fieldsOf((await ask(scene.house, at('/journal/mail'), scene.here.editor.cookie)).html, at('/journal/mail'))
const drop = async (content: string | Uint8Array, more: Record<string, string> = {}) =>
  sendFile(
    scene.house,
    at('/journal/mail'),
    scene.here.editor.cookie,
    { ...(await form()), ...more },
    { field: 'mail', name: 'message.eml', content },
  )
const pageAfter = async (sent: { location: string | null; cookie: string }) =>
  wordsOn((await ask(scene.house, sent.location ?? '', sent.cookie)).html)

const eml = (
  more: string[] = [],
  parts: string[] = ['Content-Type: text/plain; charset=utf-8', '', 'Bonjour,\r\nle rapport suit.'],
) =>
  [
    'From: =?utf-8?q?In=C3=A9s?= <Ines@example.org>',
    'To: inconnu@ailleurs.example',
    'Subject: Rapport annuel',
    'Date: Tue, 29 May 2018 23:30:00 -0300',
    ...more,
    'MIME-Version: 1.0',
    ...parts,
  ].join('\r\n')

test('a mail becomes a draft: its day, subject and words, the contact who wrote it; the same mail makes no second one', async () => {
  const { here, sql } = scene
  const sent = await drop(eml(['Message-ID: <rapport-1@example.org>']))
  expect(sent.status).toBe(303)
  const id = /journal\/([0-9a-f-]{36})\/edit$/.exec(sent.location ?? '')?.[1] ?? ''
  expect(
    await sql('select kind, during, title, body, visibility, message_id from perenne.interaction where id = $1', [id]),
  ).toEqual([
    {
      kind: 'letter',
      during: '2018-05-30',
      title: 'Rapport annuel',
      body: 'Bonjour,\nle rapport suit.',
      visibility: 0,
      message_id: 'rapport-1@example.org',
    },
  ])
  expect(await sql('select contact_id from perenne.interaction_participant where interaction_id = $1', [id])).toEqual([
    { contact_id: here.memory.contacts },
  ])
  // The address that nobody here has stands nowhere.
  expect(await sql(`select 1 from perenne.person where email like '%ailleurs.example'`)).toEqual([])
  expect(await pageAfter(sent)).toMatch(/Une adresse ne correspond à aucun contact/)
  const again = await drop(eml(['Message-ID: <rapport-1@example.org>']))
  expect(again.location).toBe(sent.location)
  expect(await pageAfter(again)).toMatch(/déjà dans le journal/)
  const [one, two] = await Promise.all([drop(eml(['Message-ID: <deux@x>'])), drop(eml(['Message-ID: <deux@x>']))])
  expect(one.location).toBe(two.location)
  expect(await sql(`select count(*)::int from perenne.interaction where message_id is not null`)).toEqual([
    { count: 2 },
  ])
})

test('without a number the same bytes make no second one; without date, subject or text there is still a line', async () => {
  const { sql } = scene
  const bare = 'From: x@example.org\r\n\r\n'
  const first = await drop(bare)
  expect((await drop(bare)).location).toBe(first.location)
  const id = /journal\/([0-9a-f-]{36})/.exec(first.location ?? '')?.[1]
  expect(await sql('select during, title, body from perenne.interaction where id = $1', [id])).toEqual([
    { during: '2018-06-04', title: 'Courriel sans objet', body: null },
  ])
})

test('attachments become documents on wish; programs and bombs do not, and are counted', async () => {
  const { sql } = scene
  const attached = (name: string, bytes: Buffer) =>
    `--x\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${bytes.toString('base64').replace(/.{76}/g, '$&\r\n')}`
  const content = eml(
    ['Message-ID: <pieces@x>'],
    [
      'Content-Type: multipart/mixed; boundary=x',
      '',
      '--x\r\nContent-Type: text/plain\r\n\r\nVoir les pièces.',
      attached('rapport.docx', await docxOf('<w:p><w:t>Bilan hydraulique</w:t></w:p>')),
      attached('macro.docx', await docxOf('', { 'word/vbaProject.bin': 'x' })),
      attached('bombe.zip', await zipOf({ zero: Buffer.alloc(30_000_000) })),
      attached('programme.exe', Buffer.from('MZ\0\0')),
      '--x--',
    ],
  )
  const without = await drop(content.replace('pieces@x', 'sans@x'))
  expect(without.status).toBe(303)
  expect(await sql(`select count(*)::int from perenne.document_version`)).toEqual([{ count: 0 }])
  const sent = await drop(content, { 'keep[]': 'yes' })
  expect(await pageAfter(sent)).toMatch(/Une pièce jointe est gardée.*3 pièces jointes ne sont pas gardées/)
  const id = /journal\/([0-9a-f-]{36})/.exec(sent.location ?? '')?.[1]
  expect(
    await sql(
      `select d.category, d.visibility, f.name, f.visibility as seen, t.body from perenne.about a
       join perenne.memory_document d on d.id = a.record_id join perenne.document_version v on v.document_id = d.id
       join perenne.file f on f.id = v.file_id join perenne.translation t on t.record_id = d.id where a.about_id = $1`,
      [id],
    ),
  ).toEqual([{ category: 'own', visibility: 0, name: 'rapport.docx', seen: 0, body: 'rapport' }])
})

test('hostile mails are answered in words, and leave nothing behind', async () => {
  const { house, sql } = scene
  const before = await sql('select count(*)::int from perenne.interaction')
  let nested = 'Content-Type: text/plain\r\n\r\nfin'
  for (let n = 0; n < 500; n++)
    nested = `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n${nested}\r\n--b${n}--`
  for (const bad of ['', 'pas un courriel', `From: a@x\r\n${nested}`, new Uint8Array(100_000)]) {
    const sent = await drop(bad)
    expect(sent.status).toBe(422)
    expect(wordsOn(sent.html)).toMatch(/Ce n’est pas un courriel lisible|Choisissez le fichier d’un courriel/)
  }
  const huge = await drop(new Uint8Array(21 * 1024 * 1024))
  expect(huge.status).toBe(413)
  expect(await sql('select count(*)::int from perenne.interaction')).toEqual(before)
  expect(await readdir(join(house.settings.dataFolder, 'files', 'coming'))).toEqual([])
})

test('10,000 recipients: the contact among the first is found, the others are counted', async () => {
  const many = Array.from({ length: 10_000 }, (_, n) => `p${n}@example.org`).join(',\r\n ')
  const sent = await drop(
    `From: Ines <INES@example.org>\r\nTo: ${many}\r\nMessage-ID: <foule@x>\r\nSubject: Foule\r\n\r\nx`,
  )
  expect(await pageAfter(sent)).toMatch(/10.000 adresses ne correspondent à aucun contact/)
  expect(
    await scene.sql(
      `select count(*)::int from perenne.interaction_participant p join perenne.interaction i on i.id = p.interaction_id where i.title = 'Foule'`,
    ),
  ).toEqual([{ count: 1 }])
})

test('text that no form would let in is cleaned and cut', async () => {
  const sent = await drop(
    `From: a@x\r\nSubject: ${'s'.repeat(900)}\r\nMessage-ID: <long@x>\r\n\r\n\u0000\u202e${'long '.repeat(20_000)}`,
  )
  expect(sent.status).toBe(303)
  const [row] = await scene.sql(
    `select length(title) as title, length(body) as body from perenne.interaction where message_id = 'long@x'`,
  )
  expect(row).toEqual({ title: 300, body: 20_000 })
  // It can be saved again as it stands.
  const path = sent.location ?? ''
  const page = await ask(scene.house, path, scene.here.editor.cookie)
  const again = await sendFile(scene.house, path, scene.here.editor.cookie, fieldsOf(page.html, path), {
    field: 'none',
    name: 'x',
    content: '',
  })
  expect(again.status).toBe(303)
})

test('an address finds contacts of this memory alone', async () => {
  const { house, there, sql } = scene
  await sql(
    `update perenne.person set email = 'seule@example.org' where id = (select person_id from perenne.contact where space_id = $1)`,
    [scene.here.space],
  )
  const page = fieldsOf((await ask(house, at('/journal/mail', 'ailleurs'), there.editor.cookie)).html)
  const sent = await sendFile(house, at('/journal/mail', 'ailleurs'), there.editor.cookie, page, {
    field: 'mail',
    name: 'm.eml',
    content: 'From: seule@example.org\r\nSubject: x\r\n\r\nx',
  })
  const id = /journal\/([0-9a-f-]{36})/.exec(sent.location ?? '')?.[1]
  expect(await sql('select 1 from perenne.interaction_participant where interaction_id = $1', [id])).toEqual([])
  expect(
    (
      await sendFile(
        house,
        at('/journal/mail'),
        there.editor.cookie,
        {},
        { field: 'mail', name: 'm.eml', content: 'From: a@x\r\n\r\n' },
      )
    ).status,
  ).toBe(403)
})
