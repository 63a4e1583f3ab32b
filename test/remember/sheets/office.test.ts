import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { counts, look, openSheetHouse, press, type SheetHouse, upload } from './support.ts'
import { officeSheets, workbookByHand } from './workbook.ts'

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

/** All proposals for errors accepted, the likeness of Puerto Almendro too, and 12 months typed where a length is missing. */
async function corrected(location: string, html: string): Promise<{ status: number; html: string }> {
  let page = { status: 200, html }
  const then = async (given: Record<string, string>) => {
    const sent = await press(all, location, page.html, 'correct', given)
    expect(sent.status).toBe(303)
    page = await look(all, location)
  }
  const group = (words: RegExp) =>
    [...page.html.matchAll(/<tr.*?<\/tr>/gs)]
      .map(([row]) => row)
      .filter(row => words.test(clean(row)))
      .map(row => /(?:id="cells-)([\w-]+)/.exec(row)?.[1])[0]
  if (/Accepter \d+ proposition/.test(clean(page.html))) await then({ accept: 'all' })
  const like = group(/« Puerto Almendro » ressemble/)
  if (like) await then({ accept: like })
  const length = group(/Renouvelé pour/)
  if (length) await then({ [`instead-${length}`]: '12' })
  return page
}

describe('the workbook that an office keeps', () => {
  test('is read as it is, told by cell, corrected by suggestions, imported, and imported again without effect', async () => {
    const bytes = await workbookByHand(officeSheets())
    const sent = await upload(all, 'suivi.xlsx', bytes)
    expect(sent.status).toBe(303)
    let page = await look(all, sent.location)
    let said = clean(page.html)
    expect(said).toContain('B Partenaire – Ville → Partenaires')
    expect(said).toContain('F Convention – Signée le → Signé le')
    expect(said).toContain('À la ligne 4')
    expect(said).not.toMatch(/F7 Erreur/)
    expect(said).not.toMatch(/1(er)? janvier 1978/)
    expect(said).toMatch(/D13 Erreur « 12\/06\/14 » ne se lit pas comme une date.*?Lire plutôt « 12 juin 2014 »/)
    expect(said).toContain('« 41802 » est lu comme la date 12 juin 2014')
    expect(said).toContain('« Puerto Almendro » ressemble à « Municipalidad de Puerto Almendro » de la ligne 10')
    // For how long, the sheet does not say: nothing is proposed.
    expect(said).toMatch(/H10 Erreur Un accord qui se renouvelle tacitement/)
    expect(said).not.toContain('132')
    expect(said).toContain('C Partenaire – Pays → Pays du partenaire')
    expect(said).toContain('Laissé de côté, comme un titre ou un total : « EUROPE »')
    expect(said).toContain('Les textes de cette ligne sont lus en espagnol')
    expect(await counts(all)).toMatchObject({ relationship: 0, organisation: 0, note: 0 })

    page = await corrected(sent.location, page.html)
    said = clean(page.html)
    expect(said).not.toContain(' Erreur ')
    const done = await press(all, sent.location, page.html, 'import', { 'comments[]': 'yes' })
    expect(done.status).toBe(303)
    const after = await counts(all)
    expect(after).toMatchObject({ relationship: 5, agreement: 5, agreement_event: 5, note: 2 })

    const agreement = await all.house.database.owner.query(
      `select a.renewal, a.renewal_months, a.notice_months, a.first_end::text, e.on_day::text from perenne.agreement a
       join perenne.agreement_event e on e.agreement_id = a.id where a.first_end = '2025-08-28'`,
    )
    expect(agreement.rows).toEqual([
      { renewal: 'tacit', renewal_months: 12, notice_months: 2, first_end: '2025-08-28', on_day: '2014-08-28' },
    ])
    // A year is a year, an addendum is one, and partners have their country and are what they are.
    const charter = await all.house.database.owner.query(
      `select a.kind, e.on_as_known, e.on_day::text from perenne.agreement a
       join perenne.agreement_event e on e.agreement_id = a.id
       join perenne.translation t on t.record_id = a.id where t.body in ('Charte de jumelage', 'Avenant n° 1') order by a.kind`,
    )
    expect(charter.rows).toEqual([
      { kind: 'addendum', on_as_known: null, on_day: '2016-06-12' },
      { kind: 'charter', on_as_known: '1978', on_day: '1978-01-01' },
    ])
    const partners = await all.house.database.owner.query(
      `select t.body, o.kind, o.country from perenne.organisation o
       join perenne.relationship_party p on p.organisation_id = o.id
       join perenne.translation t on t.record_id = o.id and t.field = 'name' where o.space_id = $1 group by 1, 2, 3 order by 1`,
      [all.space],
    )
    expect(partners.rows).toEqual([
      { body: 'Gobierno Provincial de Loma Azul', kind: 'local-government', country: 'EC' },
      { body: 'Municipalidad de Puerto Almendro', kind: 'local-government', country: 'CL' },
      { body: 'Réseau des villes de confluence', kind: 'network', country: null },
      { body: 'Stadt Altendorf am See', kind: 'local-government', country: 'DE' },
      { body: 'Stanwell-on-Mere Town Council', kind: 'local-government', country: 'GB' },
    ])
    const spanish = await all.house.database.owner.query(
      `select language from perenne.translation where field = 'narrative' and body like 'El convenio%'`,
    )
    expect(spanish.rows).toEqual([{ language: 'es' }])

    // What people noted beside cells, as notes that only the office reads, about the record of the row.
    const notes = await all.house.database.owner.query(
      `select n.body, n.visibility, n.kind, n.language, o.body as about from perenne.note n
       join perenne.about a on a.record_id = n.id and a.about_table = 'relationship'
       join perenne.relationship_party p on p.relationship_id = a.about_id
       join perenne.translation o on o.record_id = p.organisation_id and o.field = 'name' order by n.body`,
    )
    expect(notes.rows).toEqual([
      {
        body: 'Fecha por confirmar con Loma Azul: el original está en su archivo.',
        visibility: 0,
        kind: 'context',
        language: 'es',
        about: 'Gobierno Provincial de Loma Azul',
      },
      {
        body: 'Le maire d’Altendorf parle français, son adjointe aussi.',
        visibility: 0,
        kind: 'context',
        language: 'fr',
        about: 'Stadt Altendorf am See',
      },
    ])

    const again = await upload(all, 'suivi.xlsx', bytes)
    let second = await look(all, again.location)
    expect(clean(second.html)).toContain('Ce même fichier a été importé le')
    second = await corrected(again.location, second.html)
    expect(clean(second.html)).not.toContain('Garder 2 commentaires')
    expect(clean(second.html)).toContain('Tout est déjà connu : l’import ne changerait rien.')
    expect(second.html).not.toContain('name="do" value="import"')
    expect(await counts(all)).toEqual(after)
  })

  test('its second sheet too: projects with decimal commas, points of thousands, years for days and states in words', async () => {
    const before = await counts(all)
    const sent = await upload(all, 'suivi.xlsx', await workbookByHand(officeSheets()))
    const columns = await look(all, `${sent.location}/columns`)
    const chosen = await press(all, `${sent.location}/columns`, columns.html, 'sheet', { sheet: '1', kind: 'projects' })
    expect(chosen.status).toBe(303)
    const page = await look(all, sent.location)
    const said = clean(page.html)
    expect(said).toContain('E Montant → Budget')
    expect(said).toContain('E5 Remarque « 1.500 € » est lu 1 500,00 : le signe est pris pour celui des milliers.')
    expect(said).not.toContain(' Erreur ')
    expect(said).not.toContain('janvier 2015')
    expect((await press(all, sent.location, page.html, 'import')).status).toBe(303)
    const projects = await all.house.database.owner.query(
      `select t.body as title, a.status, coalesce(a.actual_start_as_known, a.actual_start::text) as starts,
         coalesce(a.actual_end_as_known, a.actual_end::text) as ends, m.value, m.currency, o.body as partner
       from perenne.activity a
       join perenne.translation t on t.record_id = a.id and t.field = 'title'
       join perenne.activity_money m on m.activity_id = a.id
       join perenne.activity_party p on p.activity_id = a.id
       join perenne.translation o on o.record_id = p.organisation_id and o.field = 'name' order by m.value desc`,
    )
    expect(projects.rows).toEqual([
      {
        title: 'Eau pour les quartiers hauts',
        status: '2',
        starts: '2016-01-01',
        ends: '2018-12-31',
        value: '120000.50',
        currency: 'EUR',
        partner: 'Municipalidad de Puerto Almendro',
      },
      {
        title: 'Formation de técnicos',
        status: '4',
        starts: '2015',
        ends: '2017',
        value: '8000.00',
        currency: 'EUR',
        partner: 'Gobierno Provincial de Loma Azul',
      },
      {
        title: 'Échange de chorales',
        status: '4',
        starts: '2014-05-03',
        ends: '2014-05-12',
        value: '1500.00',
        currency: 'EUR',
        partner: 'Stadt Altendorf am See',
      },
    ])
    // The partners were known already, by the first sheet.
    expect((await counts(all)).organisation).toBe(before.organisation)
  })
})
