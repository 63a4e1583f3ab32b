import { afterAll, beforeAll, expect, test } from 'vitest'
import { readWaitingDocuments } from '#remember/documents/acts/read-waiting.ts'
import { categories, iatiCategory } from '#remember/documents/rules/categories.ts'
import { ask, fieldsOf, queriesOf, send, wordsOn } from '../../convene/registration/desk-support.ts'
import { giveRole, makePerson, signedIn } from '../../people/support.ts'
import { docxOf, odtOf, pdfOf, pdfWithPassword } from '../../reading/files.ts'
import { openScene, type Scene, sendFile } from '../journal/support.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.house.close())

const at = (path: string, slug = 'brecourt') => `/fr/territories/${slug}${path}`

async function upload(content: Uint8Array | string, name: string, more: Record<string, string | string[]> = {}) {
  const { house, here } = scene
  const path = at('/documents/new')
  const form = fieldsOf((await ask(house, path, here.editor.cookie)).html, path)
  const sent = await sendFile(
    house,
    path,
    here.editor.cookie,
    { ...form, category: 'own', ...more },
    { field: 'file', name, content },
  )
  return { ...sent, id: /documents\/([0-9a-f-]{36})$/.exec(sent.location ?? '')?.[1] ?? '' }
}
const fileOf = async (id: string): Promise<string> =>
  (
    await scene.sql(
      'select file_id from perenne.document_version where document_id = $1 order by number desc limit 1',
      [id],
    )
  )[0]?.file_id
const reads = async (file: string, cookie?: string) =>
  (await scene.house.ask(`/fr/files/${file}`, cookie ? { headers: { cookie } } : {})).status
const found = async (words: string, cookie?: string) => {
  const answer = await scene.house.ask(
    `/fr/search?q=${encodeURIComponent(words)}`,
    cookie ? { headers: { cookie } } : {},
  )
  return wordsOn((await answer.text()).split('<main')[1] ?? '')
}

test('a document is kept with its category, language, date, day until which it is kept, and what it is about', async () => {
  const { here, sql, house } = scene
  const sent = await upload(pdfOf('BT /F1 12 Tf (Acta de hermanamiento) Tj ET'), 'acta.pdf', {
    'title-fr': 'Acte de jumelage',
    'title-es': 'Acta de hermanamiento',
    category: 'A09',
    language: 'es',
    during: 'vers 1998',
    licence: 'CC BY 4.0',
    keepUntil: '2030-12-31',
    'about-more': `agreement:${here.memory.agreements}`,
  })
  expect(sent.status).toBe(303)
  expect(
    await sql(
      'select category, language, during, licence, keep_until::text, legal_hold, visibility from perenne.memory_document where id = $1',
      [sent.id],
    ),
  ).toEqual([
    {
      category: 'A09',
      language: 'es',
      during: '1998~',
      licence: 'CC BY 4.0',
      keep_until: '2030-12-31',
      legal_hold: false,
      visibility: 0,
    },
  ])
  const { html } = await ask(house, at(`/documents/${sent.id}`), here.editor.cookie)
  expect(html.indexOf('<dl')).toBeLessThan(html.indexOf(`/documents/${sent.id}/edit"`))
  const words = wordsOn(html)
  expect(words).toMatch(/Acte de jumelage/)
  expect(words).toMatch(/Version 1/)
  expect(words).toMatch(/en cours de lecture/)
  expect(words).toMatch(/Empreinte \(SHA-256\) [0-9a-f]{64}/)
  expect(words).toMatch(/Convention sur l’eau/)
})

test('its words are read by the job and found by search, in its language; those of a new version replace them', async () => {
  const { house, here, sql } = scene
  const { id } = await upload(await docxOf('<w:p><w:t>Bilan hydraulique quinquennal</w:t></w:p>'), 'bilan.docx')
  expect(await found('hydraulique', here.editor.cookie)).not.toMatch(/bilan/)
  await readWaitingDocuments(house)
  expect(await sql('select extraction from perenne.document_version where document_id = $1', [id])).toEqual([
    { extraction: 'done' },
  ])
  expect(await found('hydraulique', here.editor.cookie)).toMatch(/bilan/)
  expect(await found('hydraulique')).not.toMatch(/bilan/)
  expect(await found('hydraulique', scene.there.editor.cookie)).not.toMatch(/bilan/)
  const page = await ask(house, at(`/documents/${id}`), here.editor.cookie)
  const versions = at(`/documents/${id}/versions`)
  const content = await odtOf('<office:text><text:p>Assainissement des quartiers</text:p></office:text>')
  const file = { field: 'file', name: 'bilan.odt', content }
  const second = await sendFile(house, versions, here.editor.cookie, fieldsOf(page.html, versions), file)
  expect(second.status).toBe(303)
  await readWaitingDocuments(house)
  expect(await found('assainissement', here.editor.cookie)).toMatch(/bilan/)
  expect(await found('hydraulique', here.editor.cookie)).not.toMatch(/bilan/)
  // The same bytes once more add nothing, and leave no file behind.
  const files = await sql('select count(*)::int from perenne.file')
  const third = await sendFile(house, versions, here.editor.cookie, {}, file)
  expect(wordsOn((await ask(house, third.location ?? '', third.cookie)).html)).toMatch(/rien n’a été ajouté/)
  expect(await sql('select count(*)::int from perenne.file')).toEqual(files)
  expect(await sql('select number from perenne.document_version where document_id = $1 order by 1', [id])).toEqual([
    { number: 1 },
    { number: 2 },
  ])
})

test('a password, a bomb, a picture: kept, and said to be found by its title alone; macros are refused', async () => {
  const { house, here, sql } = scene
  const states = async (id: string) =>
    (await sql('select extraction from perenne.document_version where document_id = $1', [id]))[0]?.extraction
  const locked = await upload(new Uint8Array(pdfWithPassword()), 'secret.pdf')
  const bomb = await upload(new Uint8Array(await docxOf('<w:r></w:r>'.repeat(8_000_000))), 'bombe.docx')
  const picture = await upload(new Uint8Array(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')), 'photo.png')
  expect(await states(picture.id)).toBe('none')
  await readWaitingDocuments(house)
  expect(await states(locked.id)).toBe('failed')
  expect(await states(bomb.id)).toBe('failed')
  expect(wordsOn((await ask(house, at(`/documents/${locked.id}`), here.editor.cookie)).html)).toMatch(
    /n’ont pas pu être lus/,
  )
  const files = await sql('select count(*)::int from perenne.file')
  const macro = await upload(new Uint8Array(await docxOf('', { 'word/vbaProject.bin': 'x' })), 'macro.docm')
  expect(macro.status).toBe(422)
  expect(wordsOn(macro.html)).toMatch(/sans macros/)
  expect(await sql('select count(*)::int from perenne.file')).toEqual(files)
})

test('without a file, with a foreign or wrong value: told in words, what was typed comes back, no file stays', async () => {
  const { house, here, there, sql } = scene
  const path = at('/documents/new')
  const form = fieldsOf((await ask(house, path, here.editor.cookie)).html, path)
  const empty = await send(house, path, here.editor.cookie, {
    ...form,
    during: 'bientôt',
    'title-es': 'Solo en español',
    source: 'fr',
  })
  expect(empty.status).toBe(422)
  expect(empty.html).toContain('value="bientôt"')
  expect(wordsOn(empty.html)).toMatch(/Il reste 4 points à corriger/)
  const files = await sql('select count(*)::int from perenne.file')
  const foreign = await upload('texte', 'note.txt', { 'about-more': `relationship:${there.memory.relationships}` })
  expect(foreign.status).toBe(422)
  expect(await sql('select count(*)::int from perenne.file')).toEqual(files)
})

test('the address of a file obeys the circle of its document, shares and what was withdrawn', async () => {
  const { house, here, there, sql } = scene
  const { id } = await upload('Texte interne', 'interne.txt')
  const file = await fileOf(id)
  const everybody = async () => [
    await reads(file),
    await reads(file, there.editor.cookie),
    await reads(file, here.colleague.cookie),
  ]
  expect(await everybody()).toEqual([404, 404, 200])
  const edit = at(`/documents/${id}/edit`)
  const change = async (more: Record<string, string>) =>
    send(house, edit, here.editor.cookie, {
      ...fieldsOf((await ask(house, edit, here.editor.cookie)).html, edit),
      ...more,
    })
  expect((await change({ visibility: '2' })).status).toBe(303)
  expect(await everybody()).toEqual([200, 200, 200])
  // A version added while it is public is public; one added to an internal document is not.
  const versions = at(`/documents/${id}/versions`)
  await sendFile(house, versions, here.editor.cookie, {}, { field: 'file', name: 'v2.txt', content: 'Deux' })
  expect(await reads(await fileOf(id))).toBe(200)
  await change({ visibility: '0' })
  expect(await everybody()).toEqual([404, 404, 200])
  expect(await reads(await fileOf(id))).toBe(404)
  // Shared with one person until a day.
  const guest = await makePerson(house, 'invitee@example.org', ['Ana', 'Invitée'], 'fr')
  const cookie = (await signedIn(house, guest)).headers.cookie
  expect(await reads(file, cookie)).toBe(404)
  await sql(
    `insert into perenne.share (space_id, record_table, record_id, person_id, ends_at) values ($1, 'memory_document', $2, $3, '2018-06-10T00:00:00Z')`,
    [here.space, id, guest],
  )
  expect(await reads(file, cookie)).toBe(200)
  expect((await ask(house, at(`/documents/${id}`), cookie)).status).toBe(200)
  await house.setClock('2018-06-11T09:00:00Z')
  expect(await reads(file, cookie)).toBe(404)
  // Withdrawn: removed while it was public.
  await change({ visibility: '2' })
  const remove = at(`/documents/${id}/remove`)
  const page = fieldsOf((await ask(house, remove, here.editor.cookie)).html, remove)
  expect((await send(house, remove, here.editor.cookie, { ...page, reason: '' })).status).toBe(422)
  expect((await send(house, remove, here.editor.cookie, { ...page, reason: 'Versé par erreur' })).status).toBe(303)
  expect([await reads(file), await reads(file, there.editor.cookie)]).toEqual([404, 404])
  expect((await ask(house, at(`/documents/${id}`), here.editor.cookie)).status).toBe(404)
  // Those inside still read it as it was on a past day, with its file.
  const then = await ask(house, at(`/documents/${id}?on=2018-06-04`), here.editor.cookie)
  expect(wordsOn(then.html)).toMatch(/interne\.txt/)
  expect((await house.ask(at(`/documents/${id}?on=2018-06-04`))).status).toBe(404)
})

test('kept until: listed for somebody to remove, with a trace, its files for good; never under legal hold, never by itself', async () => {
  const { house, here, sql } = scene
  const past = await upload('Ancien', 'ancien.txt', { keepUntil: '2018-01-01', 'title-fr': 'Ancien dossier' })
  const held = await upload('Retenu', 'retenu.txt', {
    keepUntil: '2018-01-01',
    'legalHold[]': 'yes',
    'title-fr': 'Dossier retenu',
  })
  const due = wordsOn((await ask(house, at('/documents/due'), here.editor.cookie)).html)
  expect(due).toMatch(/Ancien dossier/)
  expect(due).not.toMatch(/Dossier retenu/)
  const file = await fileOf(past.id)
  const path = at(`/documents/${past.id}/remove`)
  const page = await ask(house, path, here.editor.cookie)
  expect(wordsOn(page.html)).toMatch(/effacés définitivement/)
  expect(
    (await send(house, path, here.editor.cookie, { ...fieldsOf(page.html, path), reason: 'Échéance' })).status,
  ).toBe(303)
  expect(await sql('select 1 from perenne.file where id = $1', [file])).toEqual([])
  expect(
    await sql(
      `select actor_id, reason from perenne.record_version where record_id = $1 and upper(known) is not null order by version desc limit 1`,
      [past.id],
    ),
  ).toHaveLength(1)
  expect(
    await sql(
      `select detail ->> 'document' as id, detail ->> 'keepUntil' as until from perenne.noted_act where what = 'document-past-due-removed'`,
    ),
  ).toEqual([{ id: past.id, until: '2018-01-01' }])
  const refused = await send(house, at(`/documents/${held.id}/remove`), here.editor.cookie, { reason: 'Échéance' })
  expect(refused.status).toBe(422)
  expect(wordsOn(refused.html)).toMatch(/Conservation imposée/)
  expect(await sql('select 1 from perenne.memory_document where id = $1', [held.id])).toHaveLength(1)
})

test('an editor of another territory reaches no document here, by no id', async () => {
  const { house, here, there } = scene
  const id = here.memory.documents
  for (const slug of ['brecourt', 'ailleurs']) {
    expect((await ask(house, at(`/documents/${id}`, slug), there.editor.cookie)).status).toBe(404)
    for (const step of ['/edit', '/remove', '/versions'])
      expect(
        (await send(house, at(`/documents/${id}${step}`, slug), there.editor.cookie, { reason: 'x' })).status,
        step,
      ).toBe(slug === 'ailleurs' ? 404 : 403)
  }
  const attack = { field: 'file', name: 'x.txt', content: 'x' }
  expect((await sendFile(house, at('/documents/new'), there.editor.cookie, {}, attack)).status).toBe(403)
  const evaluator = await makePerson(house, 'eva@example.org', ['Eva', 'Luatrice'], 'fr')
  await giveRole(house, evaluator, 'evaluator', 'territory', here.space)
  const { cookie } = (await signedIn(house, evaluator)).headers
  expect((await ask(house, at(`/documents/${id}`), cookie)).status).toBe(200)
  expect((await sendFile(house, at('/documents/new'), cookie, {}, attack)).status).toBe(403)
})

test('the list is narrowed, and asks as much of the database with one document as with three', async () => {
  const { house, here, there, sql } = scene
  // What is found, without what one may choose from.
  const list = async (query: string) =>
    wordsOn(
      (await ask(house, at(`/documents?${query}`), here.editor.cookie)).html.replace(/<select[\s\S]*?<\/select>/g, ''),
    )
  expect(await list('category=A09&language=es')).toMatch(/Acte de jumelage/)
  expect(await list('category=A09&language=es')).not.toMatch(/bilan/)
  expect(await list(`relationship=${here.memory.relationships}`)).toMatch(/Acte de jumelage/)
  expect(await list('words=hermanamiento')).toMatch(/Acte de jumelage/)
  expect(await list('words=quartiers')).toMatch(/bilan/)
  expect(await list('category=Z99&words=introuvable')).toMatch(/Aucun document/)
  const one = await queriesOf(house, at('/documents', 'ailleurs'), there.editor.cookie)
  for (let n = 0; n < 2; n++) {
    const [{ id }] = await sql(
      `insert into perenne.memory_document (space_id, category, language) values ($1, 'B01', 'fr') returning id`,
      [there.space],
    )
    await sql(
      `insert into perenne.translation (record_table, record_id, field, language, body, state) values ('memory_document', $1, 'title', 'fr', 'Rapport', 'source')`,
      [id],
    )
    await sql(
      `insert into perenne.about (record_table, record_id, about_table, about_id) values ('memory_document', $1, 'relationship', $2)`,
      [id, there.memory.relationships],
    )
  }
  expect(await queriesOf(house, at('/documents', 'ailleurs'), there.editor.cookie)).toBe(one)
})

test('the categories are those of the database and of the list', async () => {
  const { here, sql } = scene
  for (const category of categories)
    await sql(`insert into perenne.memory_document (space_id, category) values ($1, $2)`, [here.space, category])
  expect(new Set(categories).size).toBe(41)
  const wrong = sql(`insert into perenne.memory_document (space_id, category) values ($1, 'receipt')`, [here.space])
  await expect(wrong).rejects.toThrow(/category_check/)
})

test('what an office files every day is chosen first; what donors have a code for keeps it', async () => {
  const { house, here } = scene
  const { html } = await ask(house, at('/documents/new'), here.editor.cookie)
  const select = /<select[^>]*name="category"[\s\S]*?<\/select>/.exec(html)?.[0] ?? ''
  const offered = [...select.matchAll(/value="([^"]+)"/g)].map(([, code]) => code)
  expect(offered.slice(0, 4)).toEqual(['A09', 'deliberation', 'statutes', 'minutes'])
  expect([...offered].sort()).toEqual([...categories].sort())
  const sent = await upload(pdfOf('BT /F1 12 Tf (Comptes 2006) Tj ET'), 'comptes.pdf', { category: 'accounts' })
  expect(wordsOn((await ask(house, at(`/documents/${sent.id}`), here.editor.cookie)).html)).toContain(
    'Comptes ou pièces comptables',
  )
  expect(categories.map(iatiCategory).filter(code => code !== null)).toHaveLength(31)
  expect([iatiCategory('report'), iatiCategory('B01'), iatiCategory('minutes')]).toEqual(['A08', 'B01', null])
})
