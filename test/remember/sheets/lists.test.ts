import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as } from '../../../source/ground/database/actor.ts'
import type { Row } from '../../../source/ground/sheets/index.ts'
import { asKeeper, counts, csv, look, openSheetHouse, press, type SheetHouse, upload } from './support.ts'
import { workbookByHand } from './workbook.ts'

let all: SheetHouse
beforeAll(async () => {
  all = await openSheetHouse()
})
afterAll(() => all.house.close())

const clean = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/&#39;|&#x27;/g, '’')
    .replace(/\s+/g, ' ')

const rows = async (words: string, values: unknown[] = [all.space]) =>
  (await all.house.database.owner.query(words, values)).rows

/** A file looked at and imported as it is; what its page said. */
async function bring(
  name: string,
  file: Promise<Uint8Array<ArrayBuffer>>,
  given: Record<string, string> = {},
): Promise<string> {
  const sent = await upload(all, name, await file, { kind: 'relationships' })
  expect(sent.status).toBe(303)
  const page = await look(all, sent.location)
  const said = clean(page.html)
  expect(said).not.toContain(' Erreur ')
  // Of what is known already there is nothing to import.
  if (page.html.includes('name="do" value="import"'))
    expect((await press(all, sent.location, page.html, 'import', given)).status).toBe(303)
  return said
}
const list = (lines: readonly Row[]) => csv(lines)

const agreements = (partner: string) =>
  rows(
    `select t.body as title, a.kind, coalesce(a.first_end_as_known, a.first_end::text) as ends, a.renewal_months as months,
       (select coalesce(e.on_as_known, e.on_day::text, 'XXXX') from perenne.agreement_event e where e.agreement_id = a.id) as signed
     from perenne.agreement a
     join perenne.relationship_party p on p.relationship_id = a.relationship_id
     join perenne.translation o on o.record_id = p.organisation_id and o.field = 'name' and o.body = $2
     left join perenne.translation t on t.record_id = a.id and t.field = 'title'
     where a.space_id = $1 order by t.body`,
    [all.space, partner],
  )

describe('lists as offices bring them', () => {
  test('two agreements signed the same day, and one unsigned, are three; brought again, they change nothing', async () => {
    const lines = [
      ['Partenaire', 'Depuis', 'Convention', 'Signée le', 'Échéance', 'Reconduction'],
      ['Ville de Doublon', '2020', 'Convention-cadre', '12/03/2020', '31/12/2027', 'expresse'],
      ['Ville de Doublon', '2020', 'Convention d’application culture', '12/03/2020', '31/12/2026', 'expresse'],
      ['Ville de Doublon', '2020', 'Avenant n° 1', '', '31/12/2028', 'expresse'],
    ]
    const said = await bring('dbl.csv', list(lines))
    expect(said).toContain('« Avenant n° 1 » a une fin, mais pas de date de signature')
    expect(await agreements('Ville de Doublon')).toEqual([
      { title: 'Avenant n° 1', kind: 'addendum', ends: '2028-12-31', months: null, signed: null },
      {
        title: 'Convention d’application culture',
        kind: 'convention',
        ends: '2026-12-31',
        months: null,
        signed: '2020-03-12',
      },
      { title: 'Convention-cadre', kind: 'convention', ends: '2027-12-31', months: null, signed: '2020-03-12' },
    ])
    const before = await counts(all)
    await bring('dbl.csv', list(lines))
    expect(await counts(all)).toEqual(before)
  })

  test('a list without a beginning, with years for days and a length in the cell of the renewal', async () => {
    const lines = [
      ['Partenaire / Socio', 'Convention', 'Signée le', 'Échéance', 'Reconduction', 'Préavis', 'Pays / País'],
      ['Ville de Bergamote', 'Charte de jumelage', '1978', '2028', 'tácita, 1 año', '1 trimestre', 'Italie'],
    ]
    await bring('ech.csv', list(lines))
    expect(await agreements('Ville de Bergamote')).toEqual([
      { title: 'Charte de jumelage', kind: 'charter', ends: '2028', months: 12, signed: '1978' },
    ])
    expect(
      await rows(
        `select r.during, o.kind, o.country, a.first_end::text as used, a.notice_months as notice from perenne.relationship r
         join perenne.relationship_party p on p.relationship_id = r.id join perenne.organisation o on o.id = p.organisation_id
         join perenne.agreement a on a.relationship_id = r.id where r.space_id = $1 and r.during = 'XXXX'`,
      ),
    ).toEqual([{ during: 'XXXX', kind: 'local-government', country: 'IT', used: '2028-12-31', notice: 3 }])
    // What is finer is written over what is known less of, and its day is then the day.
    const finer = lines.map((line, n) => (n === 0 ? line : line.map(cell => (cell === '1978' ? '04/05/1978' : cell))))
    await bring('ech-2.csv', list(finer))
    expect(await agreements('Ville de Bergamote')).toMatchObject([{ ends: '2028', signed: '1978-05-04' }])
    // And what is vaguer is not.
    const said = await bring('ech-3.csv', list(lines))
    expect(said).toContain('ce qui est connu est plus précis (« 4 mai 1978 ») et est gardé')
    expect(await agreements('Ville de Bergamote')).toMatchObject([{ ends: '2028', signed: '1978-05-04' }])
  })

  test('a public record is not given another text, nor another date, by a list in another language', async () => {
    const observed =
      'El convenio se firmó con el gobierno provincial para formar a los técnicos del agua desde la universidad.'
    await bring(
      'une.csv',
      list([
        ['Nature', 'Partenaire', 'Depuis', 'Observations', 'Qui le voit'],
        [
          'coopération',
          'Gobierno de Loma Azul',
          '2009',
          'Tout a commencé par une lettre du maire dans les années 2000.',
          'public',
        ],
      ]),
    )
    const said = await bring(
      'dos.csv',
      list([
        ['Tipo', 'Contraparte', 'Desde', 'Observaciones'],
        ['cooperación', 'Gobierno de Loma Azul', '2011', observed],
      ]),
    )
    expect(said).toContain('La fiche est écrite en français, et cette ligne semble l’être en espagnol')
    expect(said).toContain('le tableau dit « depuis 2011 », mais « depuis 2009 » est connu et est gardé')
    expect(
      await rows(
        `select r.during, t.language, t.state from perenne.relationship r
         join perenne.relationship_party p on p.relationship_id = r.id
         join perenne.translation o on o.record_id = p.organisation_id and o.body = 'Gobierno de Loma Azul'
         join perenne.translation t on t.record_id = r.id and t.field = 'narrative' where r.space_id = $1`,
      ),
    ).toEqual([{ during: '2009/..', language: 'fr', state: 'source' }])
    // Said of this very row, it is the translation.
    const sent = await upload(
      all,
      'tres.csv',
      await list([
        ['Tipo', 'Contraparte', 'Observaciones'],
        ['cooperación', 'Gobierno de Loma Azul', observed],
      ]),
      { kind: 'relationships' },
    )
    let page = await look(all, sent.location)
    const row = [...page.html.matchAll(/<tr.*?<\/tr>/gs)]
      .map(([one]) => one)
      .find(one => clean(one).includes('semble l’être'))
    const group = /id="cells-([\w-]+)"/.exec(row ?? '')?.[1] ?? ''
    expect((await press(all, sent.location, page.html, 'correct', { accept: group })).status).toBe(303)
    page = await look(all, sent.location)
    expect((await press(all, sent.location, page.html, 'import')).status).toBe(303)
    expect(
      await rows(`select language, state from perenne.translation where space_id = $1 and body = $2`, [
        all.space,
        observed,
      ]),
    ).toEqual([{ language: 'es', state: 'reviewed' }])
  })

  test('a partner with a facilitator beside is the partner; a second twinning with it is asked about', async () => {
    await bring(
      'un.csv',
      list([
        ['Nature', 'Partenaire', 'Depuis'],
        ['jumelage', 'Stadt Weidenau', '1964'],
      ]),
    )
    const [known] = await rows(
      `select r.id, p.organisation_id as partner from perenne.relationship r join perenne.relationship_party p on p.relationship_id = r.id
       join perenne.translation t on t.record_id = p.organisation_id and t.body = 'Stadt Weidenau' where r.space_id = $1`,
    )
    await rows(
      `with committee as (insert into perenne.organisation (space_id, visibility, kind, remembered) values ($1, 0, 'association', true) returning id)
       insert into perenne.relationship_party (relationship_id, organisation_id, role, space_id, visibility)
       select $2, id, 'facilitator', $1, 0 from committee`,
      [all.space, known.id],
    )
    const before = await counts(all)
    await bring(
      'deux.csv',
      list([
        ['Nature', 'Partenaire', 'Depuis'],
        ['jumelage', 'STADT WEIDENAU', '1964'],
      ]),
    )
    expect(await counts(all)).toEqual(before)
    const said = await bring(
      'trois.csv',
      list([
        ['Relation', 'Nature', 'Partenaire', 'Depuis'],
        ['Échange de chorales', 'jumelage', 'Stadt Weidenau', '2011'],
      ]),
    )
    expect(said).toContain('« Stadt Weidenau », du même type et avec ce partenaire, est déjà connue. Est-ce la même ?')
  })

  test('comments become notes once, however often their file is brought', async () => {
    const bytes = () =>
      workbookByHand([
        {
          name: 'Suivi',
          merged: [],
          comments: { A2: 'Le maire parle français.', B2: 'Le maire parle français.', C2: 'Relancer en mars.' },
          rows: [
            ['Partenaire', 'Nature', 'Depuis'],
            ['Ville de Cassis-Nord', 'jumelage', '1998'],
          ],
        },
      ])
    const before = (await counts(all)).note ?? 0
    await bring('notes.xlsx', bytes(), { 'comments[]': 'yes' })
    expect((await counts(all)).note).toBe(before + 2)
    const said = await bring('notes.xlsx', bytes(), { 'comments[]': 'yes' })
    expect(said).not.toContain('Garder')
    expect((await counts(all)).note).toBe(before + 2)
  })

  test('notes from comments are counted, told by the undo, and enough to undo', async () => {
    const bytes = () =>
      workbookByHand([
        {
          name: 'Suivi',
          merged: [],
          comments: { A2: 'Parle français.', C2: 'Relancer en mai.' },
          rows: [
            ['Partenaire', 'Nature', 'Depuis'],
            ['Ville de Bandol-Nord', 'jumelage', '1998'],
          ],
        },
      ])
    await bring('sans notes.xlsx', bytes())
    const before = (await counts(all)).note ?? 0
    // Everything is known but the comments.
    const sent = await upload(all, 'notes seules.xlsx', await bytes(), { kind: 'relationships' })
    const page = await look(all, sent.location)
    expect(clean(page.html)).toContain('Seuls les commentaires de cellules ne le sont pas')
    await press(all, sent.location, page.html, 'import', { 'comments[]': 'yes' })
    const done = await look(all, sent.location)
    expect(clean(done.html)).toContain('Notes tirées des commentaires 2')
    await as(all.house.db, asKeeper(all), tx =>
      tx.updateTable('note').set({ body: 'Relancer en juin.' }).where('body', '=', 'Relancer en mai.').execute(),
    )
    const asked = await press(all, sent.location, done.html, 'undo')
    expect(clean(asked.html)).toContain('1 note tirée d’un commentaire sera retirée aussi. 1 note sera gardée.')
    await press(all, sent.location, asked.html, 'undo')
    expect((await counts(all)).note).toBe(before + 1)
    const log = await look(all, '/fr/territories/brecourt/import')
    expect(log.status).toBe(200)
  })
})

describe('what waited while the program was renewed', () => {
  const rows = [
    ['Nom', 'Type'],
    ['Ville d’Avant', 'Ville'],
  ]
  const sealed = (id: string, what: Uint8Array) => all.house.keys.seal(`import of a sheet ${id}`, Buffer.from(what))
  const keep = (id: string, what: Buffer) =>
    all.house.database.owner.query('update perenne.import_batch set waiting = $2 where id = $1', [id, what])

  test('is read as it was kept before each sheet was packed by itself', async () => {
    const sent = await upload(all, 'avant.csv', await csv(rows), { kind: 'actors' })
    const id = sent.location.split('/').at(-1) ?? ''
    const cell = (column: number, text: string) => ({ column, kind: 'text', text })
    const sheet = {
      name: 'F',
      hidden: false,
      merged: [],
      comments: [],
      rows: [
        { number: 1, cells: [cell(1, 'Nom'), cell(2, 'Type')] },
        { number: 2, cells: [cell(1, 'Ville d’Hier'), cell(2, 'Ville')] },
      ],
    }
    const choices = {
      sheet: 0,
      kind: 'actors',
      headingRow: null,
      fields: null,
      way: 'both',
      language: 'fr',
      guess: true,
    }
    const old = {
      sheets: [sheet],
      choices: { ...choices, currency: null, corrections: {}, comments: false, skip: false },
    }
    // As a new house would find it: nothing of it is unpacked yet.
    await keep(id, sealed(id, gzipSync(JSON.stringify(old))))
    const { openWaiting } = await import('../../../source/remember/sheets/acts/waiting.ts')
    const { rows: found } = await all.house.database.owner.query(
      'select waiting from perenne.import_batch where id = $1',
      [id],
    )
    const waiting = openWaiting(all.house, id, (found[0] as { waiting: Buffer }).waiting)
    expect(waiting?.sheets.map(({ name, rows, kind }) => ({ name, rows, kind }))).toEqual([
      { name: 'F', rows: 2, kind: 'actors' },
    ])
    expect(waiting?.choices).toEqual(old.choices)
    expect((await look(all, sent.location)).status).toBe(200)
  })

  test('and what nobody can read any more is said, with what to do, which then works', async () => {
    const sent = await upload(all, 'perdu.csv', await csv([...rows, ['Ville de Demain', 'Ville']]), { kind: 'actors' })
    const id = sent.location.split('/').at(-1) ?? ''
    await keep(id, sealed(id, Buffer.from('as no version ever kept it')))
    for (const path of [sent.location, `${sent.location}/columns`]) {
      const answer = await all.house.ask(path, { headers: { cookie: all.keeper.cookie } })
      expect(answer.status, path).toBe(303)
      const cookie = `${all.keeper.cookie}; ${answer.headers.get('set-cookie')?.split(';')[0] ?? ''}`
      const said = await all.house.ask(answer.headers.get('location') ?? '', { headers: { cookie } })
      expect(clean(await said.text()), path).toContain('Perenne a été mis à jour depuis la lecture de ce fichier')
    }
    const again = await upload(all, 'perdu.csv', await csv([...rows, ['Ville de Demain', 'Ville']]), { kind: 'actors' })
    expect(again.location).not.toBe(sent.location)
    const page = await look(all, again.location)
    expect(page.html).toContain('Ville de Demain')
  })
})
