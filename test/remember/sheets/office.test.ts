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
    expect(said).toMatch(/F7 Erreur « 1978 » n’est pas un jour précis.*?Lire plutôt « 1(er)? janvier 1978 »/)
    expect(said).toMatch(/D13 Erreur « 12\/06\/14 » ne se lit pas comme une date.*?Lire plutôt « 12 juin 2014 »/)
    expect(said).toContain('« 41802 » est lu comme la date 12 juin 2014')
    expect(said).toContain('« Puerto Almendro » est nouveau et ressemble à « Municipalidad de Puerto Almendro »')
    expect(said).toMatch(/H10 Erreur Un accord qui se renouvelle tacitement.*?Lire plutôt « 132 »/)
    expect(said).toContain('Laissé de côté, comme un titre ou un total : « EUROPE »')
    expect(said).toContain('Laissé de côté, comme un titre ou un total : « Total »')
    expect(said).toContain('Les textes de cette ligne sont lus en Español')
    expect(await counts(all)).toMatchObject({ relationship: 0, organisation: 0, note: 0 })

    for (const words of ['janvier', '12\u00a0juin\u00a02014', 'Municipalidad de Puerto Almendro']) {
      const found = page.html.includes(words) ? words : words.replaceAll('\u00a0', ' ')
      const accepted = await press(all, sent.location, page.html, 'accept', {}, { words: found })
      expect(accepted.status, words).toBe(303)
      page = await look(all, sent.location)
    }
    for (let more = 0; more < 5 && page.html.includes('name="do" value="accept"'); more++) {
      await press(all, sent.location, page.html, 'accept')
      page = await look(all, sent.location)
    }
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
      { renewal: 'tacit', renewal_months: 132, notice_months: 2, first_end: '2025-08-28', on_day: '2014-08-28' },
    ])
    const spanish = await all.house.database.owner.query(
      `select language from perenne.translation where field = 'narrative' and body like 'El convenio%'`,
    )
    expect(spanish.rows).toEqual([{ language: 'es' }])

    const again = await upload(all, 'suivi.xlsx', bytes)
    let second = await look(all, again.location)
    expect(clean(second.html)).toContain('Ce même fichier a été importé le')
    for (let more = 0; more < 8 && /Erreur/.test(second.html); more++) {
      await press(all, again.location, second.html, 'accept')
      second = await look(all, again.location)
    }
    const nothing = await press(all, again.location, second.html, 'import')
    expect(nothing.status).toBe(303)
    expect(await counts(all)).toEqual(after)
  })
})
