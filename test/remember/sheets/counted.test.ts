import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { locales } from '../../../source/ground/languages/locales.ts'
import { sheetsWords } from '../../../source/remember/messages/sheets.ts'
import { sheetsFields } from '../../../source/remember/messages/sheets-fields.ts'
import { sheetsLook } from '../../../source/remember/messages/sheets-look.ts'
import { counts, csv, look, openSheetHouse, press, type SheetHouse, upload } from './support.ts'
import { workbookByHand } from './workbook.ts'

let all: SheetHouse
let file: Uint8Array<ArrayBuffer>
beforeAll(async () => {
  all = await openSheetHouse()
  file = await office()
  const first = await upload(
    all,
    'avant.csv',
    await csv([
      ['Partenaire', 'Type', 'Depuis'],
      ['Stadt Altendorf', 'jumelage', '1964'],
      ['Stanwell-on-Mere; Ville de Loin', 'coopération', '2001'],
    ]),
    { kind: 'relationships' },
  )
  const page = await look(all, first.location)
  expect((await press(all, first.location, page.html, 'import')).status).toBe(303)
})
afterAll(() => all.house.close())

const clean = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/&#39;|&#x27;/g, '’')
    .replace(/\s+/g, ' ')
const told = async (path: string) => clean((await look(all, path)).html)

/** A known relationship with a new agreement; one that may be a known one; a new one; and a remark about somebody. */
const office = () =>
  workbookByHand([
    {
      name: 'Suivi',
      merged: [],
      comments: { A2: 'Le maire parle français.' },
      rows: [
        ['Partenaire', 'Type', 'Depuis', 'Convention', 'Signée le', 'Échéance', 'Préavis'],
        ['Stadt Altendorf', 'jumelage', '1964', 'Avenant n° 1', '12/06/2016', '31/12/2030', '90 jours'],
        ['Stanwell-on-Mere', 'coopération', '06/2001', '', '', '', ''],
        ['Ville Neuve', 'coopération', '2010', '', '', '', ''],
      ],
    },
  ])

describe('what an import would do and what it did', () => {
  let at = ''
  test('is counted in records, by kind: a known record with a new agreement stays as it is', async () => {
    at = (await upload(all, 'suivi.xlsx', file, { kind: 'relationships' })).location
    const said = await told(at)
    expect(said).toContain('Fiches créées 4 (Organisation : 1, Relation : 2, Accord : 1)')
    expect(said).toContain('Fiches déjà connues telles quelles 1')
    expect(said).toContain('Importer 4 fiches')
    expect(said).toMatch(
      /2 Stadt Altendorf Reste la même, reçoit un accord 3 Stanwell-on-Mere Est créée 4 Ville Neuve Est créée/,
    )
  })

  test('a duration is told with its unit, beside a label that says none', async () => {
    for (const locale of locales) {
      const said = await told(at.replace('/fr/', `/${locale}/`))
      expect(said).toContain(`${sheetsFields[locale].withoutUnit.notice} ${sheetsLook[locale].changes.nothing} → 90 `)
      expect(said).not.toContain(`${sheetsFields[locale].fields.notice} ${sheetsLook[locale].changes.nothing}`)
    }
  })

  test('comments are read before one decides whether they are kept', async () => {
    for (const locale of locales) {
      const said = await told(at.replace('/fr/', `/${locale}/`))
      const comments = said.indexOf(
        `${sheetsLook[locale].comments.title} A2 · Stadt Altendorf Le maire parle français.`,
      )
      expect(comments).toBeGreaterThan(0)
      expect(comments).toBeLessThan(said.indexOf(sheetsWords[locale].import.commentsHint))
    }
  })

  test('a row may be a relationship that is known: said so, it changes that one and makes none', async () => {
    let page = await look(all, at)
    expect(clean(page.html)).toMatch(
      /A3 Remarque Une relation du même type avec « Stanwell-on-Mere » est déjà connue : « .*? ». Cette ligne en crée une autre, sauf si c’est celle-là. C’est « .*? »/,
    )
    for (const locale of locales)
      expect(await told(at.replace('/fr/', `/${locale}/`))).toContain(
        sheetsLook[locale].correct.thatOne('Stanwell-on-Mere; Ville de Loin').replaceAll('\u00a0', ' '),
      )
    const [, group] = /name="accept" value="([\w-]+)"[^>]*>\s*C’est «/.exec(page.html) ?? []
    await press(all, at, page.html, 'correct', { accept: group ?? '' })
    page = await look(all, at)
    const said = clean(page.html)
    expect(said).not.toContain('C’est «')
    expect(said).toMatch(/3 Stanwell-on-Mere Est modifiée/)
    expect(said).toContain('Fiches créées 3 (Organisation : 1, Relation : 1, Accord : 1)')
    expect(said).toContain('Fiches modifiées 1 (Relation : 1)')
    expect(said).toContain('Importer 4 fiches')
    const before = await counts(all)
    expect((await press(all, at, page.html, 'import', { 'comments[]': 'yes' })).status).toBe(303)
    expect(await counts(all)).toMatchObject({
      organisation: (before.organisation ?? 0) + 1,
      relationship: (before.relationship ?? 0) + 1,
      agreement: (before.agreement ?? 0) + 1,
      note: 1,
    })
    const { rows } = await all.house.database.owner.query(
      `select r.during::text as during, count(*)::int as partners from perenne.relationship r
       join perenne.relationship_party p on p.relationship_id = r.id where r.space_id = $1 group by r.id having count(*) > 1`,
      [all.space],
    )
    expect(rows).toEqual([{ during: expect.stringContaining('2001-06'), partners: 2 }])
  })

  test('the same counts stand on its page, in the list of imports and in the log; notes are told apart', async () => {
    const said = await told(at)
    expect(said).toContain('Fiches créées : 3. Modifiées : 1. Notes tirées des commentaires : 1.')
    expect(said).toContain('Fiches créées 3 (Organisation : 1, Relation : 1, Accord : 1)')
    expect(said).toContain('Fiches modifiées 1 (Relation : 1)')
    expect(said).toContain('Fiches inchangées 1')
    const [, records = '', notes = ''] = /Ce que l’import a écrit(.*?)Notes tirées des commentaires(.*)$/.exec(
      said.slice(said.indexOf('Ce que l’import a écrit')),
    ) ?? ['', '', '']
    expect([records.match(/ Créée /g)?.length, records.match(/ Modifiée /g)?.length]).toEqual([3, 1])
    expect([notes.match(/ Créée /g)?.length, notes.includes('Note')]).toEqual([1, true])
    const list = await told('/fr/territories/brecourt/import')
    expect(list).toContain('Fiches créées, modifiées, inchangées')
    expect(list).toMatch(/suivi\.xlsx .*? 3 · 1 · 1 /)
  })

  test('to undo it, and to keep it, are called by different words', async () => {
    for (const locale of locales) {
      const here = at.replace('/fr/', `/${locale}/`)
      const asked = await press(all, here, (await look(all, here)).html, 'undo')
      const words = sheetsWords[locale].undo
      expect(clean(asked.html)).toContain(`${words.confirm} ${words.stay}`)
    }
  })

  test('read again, there is nothing to import: no button, and a form that is sent all the same writes nothing', async () => {
    const again = (await upload(all, 'suivi.xlsx', file, { kind: 'relationships' })).location
    for (const locale of locales) {
      const { html } = await look(all, again.replace('/fr/', `/${locale}/`))
      expect(html).not.toContain('name="do" value="import"')
      expect(clean(html)).toContain(sheetsWords[locale].import.nothingNew.replace(/[\u00a0\u202f]/g, ' '))
    }
    const { html } = await look(all, again)
    const forged = await press(all, again, html, 'discard', { do: 'import' })
    expect(forged.status).toBe(422)
    expect(clean(forged.html)).toContain('Tout est déjà connu')
    expect(await told('/fr/territories/brecourt/import')).toMatch(/suivi\.xlsx (?:(?!csv).)*? En attente 12 mars 2018/)
  })
})
