import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { as, job } from '../../../source/ground/database/actor.ts'
import { writeTexts } from '../../../source/ground/languages/texts.ts'
import { erasePersons } from '../../../source/ground/people/store/erase.ts'
import { newOnceKey } from '../../../source/ground/web/sent-once.ts'
import { forgetMails } from '../../../source/remember/journal/acts/jobs.ts'
import { mostWaiting } from '../../../source/remember/journal/acts/take-mail.ts'
import { ask, fieldsOf, queriesOf, send, wordsOn } from '../../convene/registration/desk-support.ts'
import { docxOf, zipOf } from '../../reading/files.ts'
import { openScene, type Scene, sendFile } from './support.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.house.close())
beforeEach(() => scene.sql('delete from perenne.mail_draft'))

const at = (path: string, slug = 'brecourt') => `/fr/territories/${slug}${path}`
const drop = async (content: string | Uint8Array) =>
  sendFile(
    scene.house,
    at('/journal/mail'),
    scene.here.editor.cookie,
    fieldsOf((await ask(scene.house, at('/journal/mail'), scene.here.editor.cookie)).html, at('/journal/mail')),
    { field: 'mail', name: 'message.eml', content },
  )
const pageAfter = async (sent: { location: string | null; cookie: string }) =>
  wordsOn((await ask(scene.house, sent.location ?? '', sent.cookie)).html)
/** The form of a mail that waits, as it stands. */
const formAt = async (path: string | null) => {
  const page = await ask(scene.house, path ?? '', scene.here.editor.cookie)
  return { ...page, fields: fieldsOf(page.html, path ?? '') }
}
const save = async (path: string | null, changed: Record<string, string | string[]> = {}) =>
  send(scene.house, path ?? '', scene.here.editor.cookie, { ...(await formAt(path)).fields, ...changed })
const idIn = (location: string | null) => /journal\/([0-9a-f-]{36})$/.exec(location ?? '')?.[1] ?? ''
const isDraft = /^\/fr\/territories\/brecourt\/journal\/mail\/[0-9a-f-]{36}$/

const eml = (
  more: string[] = [],
  parts: string[] = ['Content-Type: text/plain; charset=utf-8', '', 'Bonjour,\r\nle rapport suit.'],
) =>
  [
    'From: =?utf-8?q?In=C3=A9s?= <Ines@example.org>',
    'To: Inconnu Ailleurs <inconnu@ailleurs.example>',
    'Subject: Rapport annuel',
    'Date: Tue, 29 May 2018 23:30:00 -0300',
    ...more,
    'MIME-Version: 1.0',
    ...parts,
  ].join('\r\n')
const attached = (name: string, bytes: Buffer) =>
  `--x\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${bytes.toString('base64').replace(/.{76}/g, '$&\r\n')}`
const mixed = (id: string, parts: string[]) =>
  eml(
    [`Message-ID: <${id}>`],
    [
      'Content-Type: multipart/mixed; boundary=x',
      '',
      '--x\r\nContent-Type: text/plain\r\n\r\nVoir.',
      ...parts,
      '--x--',
    ],
  )

test('a mail fills in the form of an entry; nothing is in the journal until somebody saves', async () => {
  const { here, sql } = scene
  await sql('delete from perenne.interaction where message_id is not null')
  const history =
    'Bonjour,\r\nle rapport de la ville est avec nous pour les deux ans.\r\n\r\nLe lun. 28 mai 2018, X <x@y.example> a écrit :\r\n> Et le rapport ?\r\n'
  const sent = await drop(
    eml(['Message-ID: <rapport-1@example.org>'], ['Content-Type: text/plain; charset=utf-8', '', history]),
  )
  expect(sent.status).toBe(303)
  expect(sent.location).toMatch(isDraft)
  expect(await sql('select 1 from perenne.interaction where message_id is not null')).toEqual([])
  const { fields, html } = await formAt(sent.location)
  expect(fields).toMatchObject({
    title: 'Rapport annuel',
    kind: 'letter',
    during: '29\u00a0mai\u00a02018',
    'participants[]': [`contact:${here.memory.contacts}:partner`],
    'about[]': [`relationship:${here.memory.relationships}`],
    body: 'Bonjour,\nle rapport de la ville est avec nous pour les deux ans.',
    language: 'fr',
    visibility: '0',
  })
  expect(wordsOn(html)).toMatch(/Inconnu Ailleurs \(inconnu@ailleurs\.example\)/)
  expect(wordsOn(html)).toMatch(/Et le rapport/)

  const saved = await save(sent.location, { place: 'Par écrit', owed: 'them', what: 'Le rapport', due: '2018-06-30' })
  expect(saved.status).toBe(303)
  const id = idIn(saved.location)
  expect(
    await sql(
      'select kind, during, title, place, body, language, visibility, message_id from perenne.interaction where id = $1',
      [id],
    ),
  ).toEqual([
    {
      kind: 'letter',
      // The sender’s day: it was the 30th in Europe.
      during: '2018-05-29',
      title: 'Rapport annuel',
      place: 'Par écrit',
      body: 'Bonjour,\nle rapport de la ville est avec nous pour les deux ans.',
      language: 'fr',
      visibility: 0,
      message_id: 'rapport-1@example.org',
    },
  ])
  expect(await sql('select contact_id from perenne.interaction_participant where interaction_id = $1', [id])).toEqual([
    { contact_id: here.memory.contacts },
  ])
  expect(await sql('select about_id from perenne.about where record_id = $1', [id])).toEqual([
    { about_id: here.memory.relationships },
  ])
  expect(
    await sql('select owed_by, what, contact_id, relationship_id from perenne.commitment where interaction_id = $1', [
      id,
    ]),
  ).toEqual([
    {
      owed_by: 'them',
      what: 'Le rapport',
      contact_id: here.memory.contacts,
      relationship_id: here.memory.relationships,
    },
  ])
  expect(await sql('select 1 from perenne.mail_draft')).toEqual([])
  expect((await formAt(sent.location)).status).toBe(404)

  const again = await drop(eml(['Message-ID: <rapport-1@example.org>']))
  expect(again.location).toBe(saved.location)
  expect(await pageAfter(again)).toMatch(/déjà noté/)
})

test('the same mail waits once, also when it comes twice at once or has no number', async () => {
  const first = await drop(eml(['Message-ID: <deux@x>']))
  const again = await drop(eml(['Message-ID: <deux@x>']))
  expect(again.location).toBe(first.location)
  expect(await pageAfter(again)).toMatch(/déjà été déposé/)
  const [one, two] = await Promise.all([drop(eml(['Message-ID: <trois@x>'])), drop(eml(['Message-ID: <trois@x>']))])
  expect(one.location).toBe(two.location)
  const bare = await drop('From: x@example.org\r\n\r\n')
  expect((await drop('From: x@example.org\r\n\r\n')).location).toBe(bare.location)
  expect(await scene.sql('select count(*)::int from perenne.mail_draft')).toEqual([{ count: 3 }])
  expect((await formAt(bare.location)).fields).toMatchObject({
    title: 'Courriel sans objet',
    during: '4\u00a0juin\u00a02018',
    body: '',
  })
})

test('a button pressed twice writes one entry; an error keeps what was typed and ticked', async () => {
  const { sql, here, house } = scene
  const dropped = await drop(eml(['Message-ID: <fois@x>']))
  const wrong = await save(dropped.location, { title: '', place: 'Ici', 'participants[]': [] })
  expect(wrong.status).toBe(422)
  const { html } = wrong
  expect(fieldsOf(html, dropped.location ?? '')).toMatchObject({ place: 'Ici', kind: 'letter' })
  expect(fieldsOf(html, dropped.location ?? '')['participants[]']).toBeUndefined()
  // Whom the mail names is still there to tick.
  expect(html).toContain(`value="contact:${here.memory.contacts}:partner"`)
  const { fields } = await formAt(dropped.location)
  const both = await Promise.all(
    [1, 2].map(() => send(house, dropped.location ?? '', here.editor.cookie, { ...fields, title: 'Une fois' })),
  )
  expect(both.map(one => one.status)).toEqual([303, 303])
  expect(both[0]?.location).toBe(both[1]?.location)
  expect(await sql(`select count(*)::int from perenne.interaction where title = 'Une fois'`)).toEqual([{ count: 1 }])
})

test('what was typed outlives a mail that somebody else wrote down or dropped meanwhile', async () => {
  const { sql } = scene
  const dropped = await drop(eml(['Message-ID: <course@x>']))
  const mine = { ...(await formAt(dropped.location)).fields, title: 'Le mien', body: 'Mes mots' }
  expect((await save(dropped.location, { title: 'Le sien' })).status).toBe(303)
  const late = await send(scene.house, dropped.location ?? '', scene.here.colleague.cookie, {
    ...mine,
    _once: newOnceKey(scene.house.keys),
  })
  expect(late.status).toBe(422)
  expect(wordsOn(late.html)).toMatch(/n’attend plus/)
  const fields = fieldsOf(late.html, dropped.location ?? '')
  expect(fields).toMatchObject({ title: 'Le mien', body: 'Mes mots', without: 'yes' })
  const kept = await send(scene.house, dropped.location ?? '', scene.here.colleague.cookie, fields)
  expect(kept.status).toBe(303)
  expect(await sql(`select body, message_id from perenne.interaction where title = 'Le mien'`)).toEqual([
    { body: 'Mes mots', message_id: null },
  ])
})

test('of what is attached, what was ticked becomes documents of its category; programs and bombs cannot be ticked', async () => {
  const { sql, house } = scene
  const documents = () => sql('select count(*)::int from perenne.document_version')
  const content = mixed('pieces@x', [
    attached('rapport.docx', await docxOf('<w:p><w:t>Bilan hydraulique</w:t></w:p>')),
    attached('macro.docx', await docxOf('', { 'word/vbaProject.bin': 'x' })),
    attached('bombe.zip', await zipOf({ zero: Buffer.alloc(30_000_000) })),
    attached('note.txt', Buffer.from('Une note')),
    attached('programme.exe', Buffer.from('MZ\0\0')),
    attached('logo.png', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')),
  ])
  const sent = await drop(content)
  expect(await documents()).toEqual([{ count: 0 }])
  expect(await sql('select count(*)::int from perenne.file')).toEqual([{ count: 0 }])
  expect(await readdir(join(house.settings.dataFolder, 'files', 'coming'))).toEqual([])
  const { fields, html } = await formAt(sent.location)
  // Pictures are mostly of signatures: to tick, not ticked.
  expect(fields['attachment[]']).toEqual(['0', '3'])
  expect(wordsOn(html)).toMatch(/Refusées, et non gardées\s: macro\.docx.*bombe\.zip.*programme\.exe/)
  const saved = await save(sent.location, { 'attachment[]': ['0', '1', '99'], 'category-0': 'B03' })
  expect(await pageAfter(saved)).toMatch(/Une pièce jointe est gardée.*2 pièces jointes n’ont pas pu être gardées/)
  expect(
    await sql(
      `select d.category, d.language, d.visibility, f.name, f.visibility as seen, v.extraction, t.body from perenne.about a
       join perenne.memory_document d on d.id = a.record_id join perenne.document_version v on v.document_id = d.id
       join perenne.file f on f.id = v.file_id join perenne.translation t on t.record_id = d.id where a.about_id = $1`,
      [idIn(saved.location)],
    ),
  ).toEqual([
    {
      category: 'B03',
      language: 'fr',
      visibility: 0,
      name: 'rapport.docx',
      seen: 0,
      extraction: 'waiting',
      body: 'rapport',
    },
  ])
  expect(await documents()).toEqual([{ count: 1 }])
  expect(await sql('select 1 from perenne.mail_draft_attachment')).toEqual([])
})

test('an entry that is refused keeps no file; the mail still waits', async () => {
  const { sql, there } = scene
  const dropped = await drop(mixed('refus@x', [attached('note.txt', Buffer.from('Une autre note'))]))
  const before = await sql('select count(*)::int from perenne.file')
  const strange = await save(dropped.location, { 'about[]': [`relationship:${there.memory.relationships}`] })
  expect(strange.status).toBe(422)
  expect(await sql('select count(*)::int from perenne.file')).toEqual(before)
  expect((await formAt(dropped.location)).status).toBe(200)
})

test('what was dropped in waits in the journal, to go on with or to drop', async () => {
  const { house, here } = scene
  const dropped = await drop(eml(['Message-ID: <attend@x>']))
  const id = dropped.location?.split('/').at(-1)
  const journal = await ask(house, at('/journal'), here.colleague.cookie)
  expect(wordsOn(journal.html)).toMatch(
    /Un courriel attend d’être noté.*Rapport annuel.*attend jusqu’au lundi 18 juin 2018/,
  )
  expect(journal.html).toContain(`href="${at(`/journal/mail/${id}`)}"`)
  expect(wordsOn((await ask(house, at('/journal'), '')).html)).not.toMatch(/attend d’être noté|Rapport annuel/)
  const before = at(`/journal/mail/${id}/drop`)
  const { html } = await ask(house, before, here.editor.cookie)
  const gone = await send(house, before, here.editor.cookie, fieldsOf(html, before))
  expect(gone.location).toBe(at('/journal'))
  expect(await pageAfter(gone)).not.toMatch(/attend d’être noté/)
})

test('the journal asks as many questions for three mails that wait as for one', async () => {
  const { house, here } = scene
  const questions = () => queriesOf(house, at('/journal'), here.editor.cookie)
  await drop(eml(['Message-ID: <un@x>']))
  await questions()
  const one = await questions()
  for (const id of ['deux', 'trois']) await drop(eml([`Message-ID: <${id}@x>`]))
  expect(await questions()).toBe(one)
})

test('nothing of a mail that waits can be read in the database, and no address stands there', async () => {
  const { sql } = scene
  await drop(mixed('secret@x', [attached('note.txt', Buffer.from('Une note secrète'))]))
  const [row] = await sql(`select d::text as draft, a::text as attached from perenne.mail_draft d
    join perenne.mail_draft_attachment a on a.draft_id = d.id`)
  const stored = Buffer.from(`${row.draft}${row.attached}`.replace(/\\+x/g, ''), 'latin1').toString('latin1')
  for (const words of ['Rapport annuel', 'example.org', 'inconnu', 'secret@x', 'note'])
    for (const form of [words, Buffer.from(words).toString('hex')]) expect(stored).not.toContain(form)
  expect(await sql(`select 1 from perenne.person where email like '%ailleurs.example'`)).toEqual([])
})

test('a mail waits fourteen days, then goes by itself, which is in the log', async () => {
  const { house, sql, here } = scene
  await drop(eml(['Message-ID: <oubli@x>']))
  await sql(`update perenne.mail_draft set dropped_at = perenne.now() - interval '13 days 23 hours'`)
  expect(await forgetMails(house)).toBe(0)
  await sql(`update perenne.mail_draft set dropped_at = perenne.now() - interval '14 days 1 minute'`)
  expect(await forgetMails(house)).toBe(1)
  expect(
    await sql(`select space_id, detail, actor_kind from perenne.noted_act where what = 'mail-drafts-forgotten'`),
  ).toEqual([{ space_id: here.space, detail: { drafts: 1 }, actor_kind: 'job' }])
})

test('erasing somebody, or taking them out of the contacts, reaches the mails that name their address', async () => {
  const { house, sql, here, there } = scene
  const waiting = () => sql('select count(*)::int from perenne.mail_draft').then(rows => rows[0]?.count)
  const person = async (email: string, space: string | null) =>
    as(house.db, job('test'), async tx => {
      const { id } = await tx
        .insertInto('person')
        .values({ given_name: 'Une', family_name: 'Personne', email, telephone: null, language: 'fr' })
        .returning('id')
        .executeTakeFirstOrThrow()
      const contact = space
        ? await tx
            .insertInto('contact')
            .values({ space_id: space, person_id: id, organisation_id: null })
            .returning('id')
            .executeTakeFirstOrThrow()
        : null
      return { id, contact: contact?.id ?? '' }
    })
  const erase = (id: string) => as(house.db, job('test'), tx => erasePersons(tx, [id]))
  const mailOf = (address: string, id: string) =>
    drop(`From: X <${address}>\r\nSubject: x\r\nMessage-ID: <${id}>\r\n\r\nx`)

  const nobody = await person(' Partie@Example.org ', null)
  await mailOf('PARTIE@example.org', 'partie@x')
  await mailOf('reste@example.org', 'reste@x')
  expect(await waiting()).toBe(2)
  await erase(nobody.id)
  expect(await waiting()).toBe(1)

  const contact = await person('reste@example.org', here.space)
  const same = await person('reste@example.org', here.space)
  const elsewhere = await person('reste@example.org', there.space)
  // The office still has the address of another contact of its own; one elsewhere would not count.
  await erase(contact.id)
  expect(await waiting()).toBe(1)
  await as(house.db, job('test'), tx => tx.deleteFrom('contact').where('id', '=', same.contact).execute())
  expect(await waiting()).toBe(0)
  expect(await sql('select count(*)::int from perenne.contact where id = $1', [elsewhere.contact])).toEqual([
    { count: 1 },
  ])
  expect(
    await sql(`select space_id, detail from perenne.noted_act where what = 'mail-drafts-erased' order by number`),
  ).toEqual([
    { space_id: here.space, detail: { drafts: 1 } },
    { space_id: here.space, detail: { drafts: 1 } },
  ])
})

test('an address at the domain of an organisation brings that organisation; two relationships with it are at hand, unticked', async () => {
  const { house, sql, here } = scene
  await sql(`update perenne.organisation set website = 'https://www.almendro.example/ciudad' where id = $1`, [
    here.memory.actors,
  ])
  const mail = (id: string) =>
    drop(`From: Oficina <oficina@mail.almendro.example>\r\nSubject: x\r\nMessage-ID: <${id}>\r\n\r\nHola`)
  const one = await formAt((await mail('domaine-1@x')).location)
  expect(one.fields).toMatchObject({
    'participants[]': [`organisation:${here.memory.actors}:partner`],
    'about[]': [`relationship:${here.memory.relationships}`],
  })
  const second = await as(house.db, job('test'), async tx => {
    const { id } = await tx
      .insertInto('relationship')
      .values({ space_id: here.space, visibility: 0, kind: 'twinning', during: '2001/..' })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('relationship_party')
      .values({ relationship_id: id, organisation_id: here.memory.actors })
      .execute()
    await writeTexts(tx, [{ table: 'relationship', id, field: 'name', source: 'fr', bodies: { fr: 'Jumelage' } }])
    return id
  })
  const two = await formAt((await mail('domaine-2@x')).location)
  expect(two.fields['about[]']).toBeUndefined()
  for (const id of [second, here.memory.relationships]) expect(two.html).toContain(`value="relationship:${id}"`)
  await sql('delete from perenne.relationship where id = $1', [second])
})

test('whoever brings a mail in is no stranger in it', async () => {
  const { sql, here } = scene
  const [{ email }] = await sql('select email from perenne.person where id = $1', [here.editor.id])
  const sent = await drop(`From: X <x@y.example>\r\nTo: Moi <${email}>\r\nMessage-ID: <moi@x>\r\n\r\nx`)
  const told = wordsOn((await formAt(sent.location)).html)
  expect(told).toContain('X (x@y.example)')
  expect(told).not.toContain(`Moi (${email})`)
})

test('whom a mail names and nobody knows becomes a contact who took part, where somebody says so', async () => {
  const { sql, here } = scene
  const people = async (id: string) =>
    sql(
      `select p.given_name, p.family_name, p.email, p.language, c.visibility, i.side
       from perenne.interaction_participant i join perenne.contact c on c.id = i.contact_id
       join perenne.person p on p.id = c.person_id
       where i.interaction_id = $1 and c.space_id = $2 and c.id <> $3`,
      [id, here.space, here.memory.contacts],
    )
  const mail = (id: string) =>
    drop(
      [
        'From: "ROJAS, Carmen" <C.Rojas@Otra.example>',
        'To: Ana <ana@otra.example>, secretaria@otra.example',
        `Message-ID: <${id}>`,
        'Subject: Visita',
        'Content-Type: text/plain; charset=utf-8',
        '',
        'Estimada Solène:\r\nConfirmo la visita en marzo.\r\nSaludos',
      ].join('\r\n'),
    )
  const first = await mail('personas-1@x')
  const { fields, html } = await formAt(first.location)
  expect(fields.language).toBe('es')
  expect(fields['add[]']).toBeUndefined()
  expect(wordsOn(html)).toMatch(
    /viennent sans nom.*secretaria@otra\.example.*ROJAS, Carmen \(C\.Rojas@Otra\.example\)/s,
  )
  // What was ticked outlives an error.
  const wrong = await save(first.location, { title: '', 'add[]': ['0'] })
  expect(wrong.status).toBe(422)
  expect(fieldsOf(wrong.html, first.location ?? '')['add[]']).toEqual(['0'])
  // One whom the mail has not is nobody.
  const saved = await save(first.location, { 'add[]': ['0', '7', 'x'] })
  expect(saved.status).toBe(303)
  expect(await people(idIn(saved.location))).toEqual([
    {
      ...{ given_name: 'Carmen', family_name: 'ROJAS', email: 'C.Rojas@Otra.example', language: 'es' },
      ...{ visibility: 0, side: 'partner' },
    },
  ])
  // From now on she is known.
  const second = await formAt((await mail('personas-2@x')).location)
  expect(wordsOn(second.html)).not.toContain('Carmen (C.Rojas')
  expect(second.fields['participants[]']).toEqual([expect.stringMatching(/^contact:.*:partner$/)])
})

test('no more wait than an office can look through', async () => {
  const { sql, here } = scene
  await sql(
    `insert into perenne.mail_draft (space_id, mail_hash, waiting, salt)
     select $1, encode(sha256(n::text::bytea), 'hex'), '\\x01', '\\x00000000000000000000000000000000'
     from generate_series(1, $2::integer) n`,
    [here.space, mostWaiting],
  )
  const one = await drop(eml(['Message-ID: <trop@x>']))
  expect(one.status).toBe(422)
  expect(wordsOn(one.html)).toMatch(/50 courriels attendent déjà/)
})

test('hostile mails are answered in words, and leave nothing behind', async () => {
  const { house, sql } = scene
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
  expect(await sql('select count(*)::int from perenne.mail_draft')).toEqual([{ count: 0 }])
  expect(await readdir(join(house.settings.dataFolder, 'files', 'coming'))).toEqual([])
})

test('10,000 recipients: the contact among the first is found, the others are counted', async () => {
  const many = Array.from({ length: 10_000 }, (_, n) => `p${n}@example.org`).join(',\r\n ')
  const sent = await drop(
    `From: Ines <INES@example.org>\r\nTo: ${many}\r\nMessage-ID: <foule@x>\r\nSubject: Foule\r\n\r\nx`,
  )
  const { fields, html } = await formAt(sent.location)
  expect(fields['participants[]']).toEqual([`contact:${scene.here.memory.contacts}:partner`])
  expect(wordsOn(html)).toMatch(/et 9.980 autres/)
})

test('text that no form would let in is cleaned and cut; it can be saved as it stands', async () => {
  const sent = await drop(
    `From: a@x\r\nSubject: ${'s'.repeat(900)}\r\nMessage-ID: <long@x>\r\n\r\n\u0000\u202e${'long '.repeat(20_000)}`,
  )
  expect((await save(sent.location)).status).toBe(303)
  const [row] = await scene.sql(
    `select length(title) as title, length(body) as body from perenne.interaction where message_id = 'long@x'`,
  )
  expect(row).toEqual({ title: 300, body: 20_000 })
})
