import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { guests } from '../../../source/convene/messages/guests.ts'
import { as, job } from '../../../source/ground/database/actor.ts'
import { usualLimits } from '../../../source/ground/sheets/index.ts'
import { openPackage } from '../../../source/ground/sheets/unpack.ts'
import { makeMemory } from '../support/memory.ts'
import { counts, csv, look, openSheetHouse, press, type SheetHouse, upload, xlsx } from './support.ts'
import { officeSheets, workbookByHand } from './workbook.ts'

let all: SheetHouse
beforeAll(async () => {
  all = await openSheetHouse()
})
afterAll(() => all.house.close())

const anybody = { id: '', cookie: '' }
const actors = (...names: string[]) => csv([['Nom', 'Type'], ...names.map(name => [name, 'Ville'])])

describe('nobody else', () => {
  test('sends, sees, chooses, imports or undoes a file of this memory', async () => {
    const sent = await upload(all, 'liste.csv', await actors('Ville de Lin'))
    const own = await look(all, sent.location)
    expect(own.status).toBe(200)
    for (const [by, status] of [
      [all.other, 403],
      [all.evaluator, 403],
      [anybody, 303],
    ] as const) {
      expect((await look(all, sent.location, by)).status).toBe(status)
      expect((await look(all, `${sent.location}/columns`, by)).status).toBe(status)
      expect((await upload(all, 'autre.csv', await actors('Ville de Fer'), { by })).status).toBe(status)
      for (const what of ['import', 'discard'])
        expect((await press(all, sent.location, own.html, what, {}, { by })).status).toBe(status)
    }
    expect(await counts(all)).toMatchObject({ organisation: 0 })
  })

  test('reaches it under the address of a memory of their own, or with a forged id', async () => {
    const sent = await upload(all, 'liste 2.csv', await actors('Ville de Zinc'))
    const id = sent.location.split('/').at(-1) ?? ''
    const rio = '/fr/territories/rio/import'
    expect((await look(all, `${rio}/${id}`, all.other)).status).toBe(404)
    expect((await look(all, rio, all.other)).html).not.toContain('liste 2.csv')
    expect((await look(all, rio)).status).toBe(404)
    for (const forged of ['00000000-0000-4000-8000-000000000000', 'x', "1' or '1"])
      expect((await look(all, `${rio}/${encodeURIComponent(forged)}`, all.other)).status).toBe(404)
    const page = await look(all, sent.location)
    const moved = await press(all, `${rio}/${id}`, page.html, 'import', {}, { by: all.other })
    expect(moved.status).toBe(404)
  })

  test('an id of another memory in a column is no record here, whichever column it stands in', async () => {
    const theirs = await as(all.house.db, job('test'), tx => makeMemory(tx, all.otherSpace))
    const before = await all.house.database.owner.query('select * from perenne.organisation where id = $1', [
      theirs.actors,
    ])
    const rows = [
      ['Identifiant Perenne', 'Nom', 'Type'],
      [theirs.actors, 'Pris', 'Ville'],
    ]
    const sent = await upload(all, 'ids.csv', await csv(rows), { kind: 'actors' })
    const page = await look(all, sent.location)
    expect(page.html).toContain('Aucune fiche de cette mémoire')
    // No row is right: nothing is offered, and nothing is done for whoever asks all the same.
    const asked = await press(all, sent.location, page.html, 'discard', { do: 'import', 'skip[]': 'yes' })
    expect(asked.status).toBe(422)
    const agreements = [
      ['Type', 'Partenaire', 'Depuis', 'Identifiant Perenne de l’accord', 'Accord'],
      ['jumelage', 'Ville de Lin', '2004', theirs.agreements, 'Pris'],
    ]
    const other = await upload(all, 'accords.csv', await csv(agreements), { kind: 'relationships' })
    expect((await look(all, other.location)).html).toContain('Aucune fiche de cette mémoire')
    const journal = [
      ['Date', 'Titre', 'Relation'],
      ['2014', 'Mission', 'Coopération avec Puerto Almendro'],
    ]
    const third = await upload(all, 'journal.csv', await csv(journal), { kind: 'journal' })
    expect((await look(all, third.location)).html).toContain('n’est pas une relation de cette mémoire')
    const after = await all.house.database.owner.query('select * from perenne.organisation where id = $1', [
      theirs.actors,
    ])
    expect(after.rows).toEqual(before.rows)
  })

  test('what waits is encrypted, and thrown away after a day', async () => {
    await upload(
      all,
      'secret.csv',
      await csv([
        ['Prénom', 'Nom', 'Courriel'],
        ['Ana', 'Secretaria', 'ana@example.org'],
      ]),
      { kind: 'contacts' },
    )
    const { rows } = await all.house.database.owner.query(
      `select waiting from perenne.import_batch where name = 'secret.csv'`,
    )
    const waiting = (rows[0] as { waiting: Buffer }).waiting
    expect(waiting.includes('Secretaria')).toBe(false)
    const run = all.house.rooms.flatMap(room => room.jobs ?? []).find(({ name }) => name === 'memory-sheets')?.run
    await run?.(all.house)
    const there = () => all.house.database.owner.query(`select 1 from perenne.import_batch where name = 'secret.csv'`)
    expect((await there()).rows).toHaveLength(1)
    await all.house.database.owner.query(
      `update perenne.import_batch set looked_at = looked_at - interval '25 hours' where name = 'secret.csv'`,
    )
    await run?.(all.house)
    expect((await there()).rows).toHaveLength(0)
  })
})

describe('hostile files are answered in words', () => {
  const refused = async (name: string, bytes: Uint8Array<ArrayBuffer>, words: string) => {
    const sent = await upload(all, name, bytes)
    expect(sent.status, name).toBe(422)
    expect(sent.html, name).toContain(words)
  }
  const zip = async (parts: Record<string, Buffer>) => {
    const file = new ZipFile()
    for (const [path, bytes] of Object.entries(parts)) file.addBuffer(bytes, path)
    file.end()
    const pieces: Buffer[] = []
    for await (const piece of file.outputStream) pieces.push(piece as Buffer)
    return new Uint8Array(Buffer.concat(pieces))
  }

  const head = '<?xml version="1.0"?>'
  const of = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const workbook = {
    '[Content_Types].xml': Buffer.from('<Types/>'),
    '_rels/.rels': Buffer.from(
      `${head}<Relationships><Relationship Id="r" Type="${of}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/_rels/workbook.xml.rels': Buffer.from(
      `${head}<Relationships><Relationship Id="r1" Type="${of}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': Buffer.from(
      `${head}<workbook xmlns:r="x"><sheets><sheet name="F" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
  }

  test('a bomb, too many rows, macros, entities, a program', async () => {
    const before = process.memoryUsage().rss
    const rows = (count: number) => [
      { name: 'F', merged: [], comments: {}, rows: Array.from({ length: count }, (_, n) => [`V ${n}`]) },
    ]
    await refused('many.xlsx', await workbookByHand(rows(25_000)), 'Le fichier a plus de lignes')
    const sheet = Buffer.from(
      `<worksheet><sheetData>${`<row><c t="inlineStr"><is><t>${' '.repeat(1024)}</t></is></c></row>`}`
        .repeat(120_000)
        .slice(0, 120 * 1024 * 1024),
    )
    const bomb = await zip({ ...workbook, 'xl/worksheets/sheet1.xml': sheet })
    expect(bomb.length).toBeLessThan(2 * 1024 * 1024)
    const answered = await upload(all, 'bomb.xlsx', bomb)
    expect(answered.status).toBe(422)
    expect(answered.html).toContain(guests.fr.refused['too-large-unpacked'])
    const entities = Buffer.from(
      `${head}<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>`,
    )
    await refused(
      'entities.xlsx',
      await zip({ ...workbook, 'xl/worksheets/sheet1.xml': entities }),
      guests.fr.refused.damaged,
    )
    await refused(
      'macros.xlsm',
      await workbookByHand(officeSheets(), { 'xl/vbaProject.bin': 'VBA' }),
      'contient des macros',
    )
    await refused('program.csv', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 1, 2, 3]), 'est un programme')
    await refused('empty.csv', new Uint8Array(Buffer.from(';;\r\n\r\n')), guests.fr.refused.empty)
    expect(process.memoryUsage().rss - before).toBeLessThan(600 * 1024 * 1024)
  })

  test('formulas stay words, links outside are not followed, encodings are found out', async () => {
    const evil = '=HYPERLINK("http://evil.example","x")'
    const sent = await upload(
      all,
      'formules.xlsx',
      await xlsx([
        ['Nom', 'Type'],
        [evil, 'Ville'],
        ['@SUM(A1)', 'Ville'],
      ]),
      { kind: 'actors' },
    )
    const page = await look(all, sent.location)
    await press(all, sent.location, page.html, 'import')
    const out = await all.house.ask('/fr/territories/brecourt/export/actors.csv', {
      headers: { cookie: all.keeper.cookie },
    })
    const text = await out.text()
    expect(text).toContain("'=HYPERLINK")
    expect(text).not.toMatch(/(^|[;"\n])[=@]/m)
    const words = 'Nom;Type\r\nVille d’Été;Ville\r\n'
    const utf16 = new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(words, 'utf16le')]))
    const windows = new Uint8Array(Buffer.from('Nom;Type\r\nVille d\x92\xC9t\xE9 2;Ville\r\n', 'latin1'))
    for (const [name, bytes, expected] of [
      ['utf16.csv', utf16, 'Ville d’Été'],
      ['windows.csv', windows, 'Ville d’Été 2'],
    ] as const) {
      const found = await upload(all, name, bytes, { kind: 'actors' })
      expect((await look(all, found.location)).html, name).toContain(expected)
    }
  })

  test('what a workbook links to outside is neither asked for nor opened: its cells say what was saved in them', async () => {
    const asked: string[] = []
    const outside = createServer((request, response) => {
      asked.push(request.url ?? '')
      response.end('Ville de Dehors')
    })
    await new Promise<void>(resolve => outside.listen(0, '127.0.0.1', resolve))
    const elsewhere = `http://127.0.0.1:${(outside.address() as AddressInfo).port}`
    try {
      expect(await (await fetch(`${elsewhere}/heard`)).text()).toBe('Ville de Dehors')
      const external = (id: string, type: string, target: string) =>
        `<Relationship Id="${id}" Type="${of}/${type}" Target="${target}" TargetMode="External"/>`
      const relations = (...all: string[]) => Buffer.from(`${head}<Relationships>${all.join('')}</Relationships>`)
      const cell = (at: string, formula: string, saved: string) =>
        `<c r="${at}" t="str"><f>${formula}</f><v>${saved}</v></c>`
      const words = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`
      const bytes = await zip({
        ...workbook,
        'xl/_rels/workbook.xml.rels': relations(
          `<Relationship Id="r1" Type="${of}/worksheet" Target="worksheets/sheet1.xml"/>`,
          `<Relationship Id="e1" Type="${of}/externalLink" Target="externalLinks/externalLink1.xml"/>`,
          `<Relationship Id="e2" Type="${of}/externalLink" Target="externalLinks/externalLink2.xml"/>`,
          external('e3', 'styles', `${elsewhere}/styles.xml`),
          external('e4', 'sharedStrings', `${elsewhere}/strings.xml`),
          external('e5', 'sharedStrings', 'file:///etc/passwd'),
        ),
        'xl/externalLinks/externalLink1.xml': Buffer.from(
          `${head}<externalLink xmlns:r="x"><externalBook r:id="b"><sheetNames><sheetName val="F"/></sheetNames></externalBook></externalLink>`,
        ),
        'xl/externalLinks/_rels/externalLink1.xml.rels': relations(
          external('b', 'externalLinkPath', `${elsewhere}/book.xlsx`),
        ),
        'xl/externalLinks/externalLink2.xml': Buffer.from(
          `${head}<externalLink><ddeLink ddeService="cmd" ddeTopic="/C calc"><ddeItems><ddeItem name="A1"/></ddeItems></ddeLink></externalLink>`,
        ),
        'xl/connections.xml': Buffer.from(
          `${head}<connections><connection id="1" type="4" refreshOnLoad="1"><webPr url="${elsewhere}/query"/></connection></connections>`,
        ),
        'xl/worksheets/_rels/sheet1.xml.rels': relations(
          external('h', 'hyperlink', `${elsewhere}/link`),
          external('c', 'comments', `${elsewhere}/comments.xml`),
          external('d', 'comments', '../../../../../../etc/passwd'),
        ),
        'xl/worksheets/sheet1.xml': Buffer.from(
          `${head}<worksheet xmlns:r="x"><sheetData><row r="1">${words('A1', 'Nom')}${words('B1', 'Type')}${words('C1', 'Nom court')}</row>` +
            `<row r="2">${cell('A2', '[1]F!$A$1', 'Ville de Saule')}${words('B2', 'Ville')}${cell('C2', "cmd|'/C calc'!A0", 'calc')}</row>` +
            `<row r="3">${cell('A3', `WEBSERVICE(&quot;${elsewhere}/x&quot;)`, 'Ville de Frêne')}${words('B3', 'Ville')}<c r="C3" t="str"><f>DDE(&quot;soffice&quot;;&quot;/etc/passwd&quot;;&quot;A1&quot;)</f></c></row>` +
            `</sheetData><hyperlinks><hyperlink ref="A2" r:id="h"/></hyperlinks></worksheet>`,
        ),
      })
      const sent = await upload(all, 'liens.xlsx', bytes, { kind: 'actors' })
      expect(sent.status).toBe(303)
      const page = await look(all, sent.location)
      expect(page.html).toContain('Ville de Saule')
      expect(page.html).not.toContain('Ville de Dehors')
      expect(page.html).not.toContain('root:')
      expect((await press(all, sent.location, page.html, 'import')).status).toBe(303)
      const { rows } = await all.house.database.owner.query(
        `select t.body, o.short_name from perenne.organisation o
         join perenne.translation t on t.record_id = o.id and t.field = 'name' where t.body like 'Ville de %ne' or t.body = 'Ville de Saule'
         order by 1`,
      )
      expect(rows).toEqual([
        { body: 'Ville de Frêne', short_name: null },
        { body: 'Ville de Saule', short_name: 'calc' },
      ])
      const out = await all.house.ask('/fr/territories/brecourt/export/actors.xlsx', {
        headers: { cookie: all.keeper.cookie },
      })
      const parts = await openPackage(new Uint8Array(await out.arrayBuffer()), usualLimits)
      for (const part of ['xl/externalLinks/externalLink1.xml', 'xl/connections.xml'])
        expect(parts.has(part)).toBe(false)
      expect(asked).toEqual(['/heard'])
    } finally {
      await new Promise(resolve => outside.close(resolve))
    }
  })
})
