import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { look, openSheetHouse, press, type SheetHouse, upload } from './support.ts'
import { officeSheets, workbookByHand } from './workbook.ts'

let all: SheetHouse
let bytes: Uint8Array<ArrayBuffer>
beforeAll(async () => {
  all = await openSheetHouse()
  bytes = await workbookByHand(officeSheets())
})
afterAll(() => all.house.close())

const clean = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/\s+/g, ' ')

describe('what an import leaves out', () => {
  test('nothing is written yet, which is said first; what is wrong stands before the button', async () => {
    const sent = await upload(all, 'suivi.xlsx', bytes)
    const { html } = await look(all, sent.location)
    expect(clean(html)).toContain('Rien n’est encore écrit. Voici ce que ferait l’import ; 2 lignes ont une erreur.')
    expect(html.indexOf('ne se lit pas comme une date')).toBeLessThan(html.indexOf('name="do" value="import"'))
  })

  test('is told once it is done, with the way on; a row that was left out made nothing', async () => {
    const sent = await upload(all, 'suivi.xlsx', bytes)
    const page = await look(all, sent.location)
    expect((await press(all, sent.location, page.html, 'import', { 'skip[]': 'yes' })).status).toBe(303)
    const said = clean((await look(all, sent.location)).html)
    expect(said).toMatch(
      /Laissé de côté 2 lignes avaient une erreur : 10 \( ?Municipalidad de Puerto Almendro ?\) ?, 13 \( ?Réseau des villes de confluence ?\) ?\./,
    )
    expect(said).toContain('ce qui est déjà connu ne change pas')
    expect(said).toContain('2 commentaires de cellules n’ont pas été gardés')
    expect(said).toMatch(/1 colonne n’a pas été lue : L Budget annuel/)
    expect(said).toMatch(/Ce classeur a une autre liste, qui n’a pas été importée : « Projets »/)
    // Row 10 named it first, and was left out.
    expect(said).toMatch(/Direction de l’eau \S+ 11 Créée/)
    expect(said).not.toMatch(/ 10 Créée/)

    // The other list, once it is in, is left out no more.
    const again = await upload(all, 'suivi.xlsx', bytes)
    const also = await press(all, again.location, (await look(all, again.location)).html, 'also')
    expect(also.status).toBe(303)
    expect(clean((await look(all, sent.location)).html)).not.toContain('Ce classeur a une autre liste')
  })

  test('an agreement that is new beneath a known relationship changes nothing of that', async () => {
    const [first] = officeSheets()
    if (!first) throw new Error('the sample has a sheet')
    const more = {
      ...first,
      comments: {},
      rows: first.rows.map(row => row.map(cell => (cell === 'Serment de jumelage' ? 'Avenant n° 2' : cell))),
    }
    const sent = await upload(all, 'avenant.xlsx', await workbookByHand([more]))
    const said = clean((await look(all, sent.location)).html)
    expect(said).toContain('Stadt Altendorf am See Reste la même, reçoit un accord')
    expect(said).not.toContain('Stadt Altendorf am See Est modifiée')
  })
})

test('a sheet is read in the language it is kept in, whatever the page is read in', async () => {
  const office = { at: '/en/territories/brecourt/import' }
  const sent = await upload(all, 'anglais.xlsx', await workbookByHand(officeSheets().slice(0, 1)), office)
  const { html } = await look(all, `${sent.location}/columns`)
  const languages = /<select[^>]*name="language".*?<\/select>/s.exec(html)?.[0] ?? ''
  expect(languages).toMatch(/<option[^>]*value="fr"[^>]*selected/)
})
