import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readSheets, usualLimits } from '../../../source/ground/sheets/index.ts'
import { lookAtSheet } from '../../../source/remember/sheets/acts/look-at-sheet.ts'
import { openSheet } from '../../../source/remember/sheets/acts/open-sheet.ts'
import { asKeeper, csv, look, openSheetHouse, press, type SheetHouse, upload } from './support.ts'
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
    .replace(/\s+/g, ' ')
const bring = async (rows: readonly (readonly string[])[], kind: string) => {
  const sent = await upload(all, 'liste.csv', await csv(rows), { kind })
  const page = await look(all, sent.location)
  return { at: sent.location, html: page.html, said: clean(page.html) }
}
const imported = async (rows: readonly (readonly string[])[], kind: string) => {
  const { at, html } = await bring(rows, kind)
  expect((await press(all, at, html, 'import')).status).toBe(303)
  return at
}
const undone = async (at: string) => {
  const asked = await press(all, at, (await look(all, at)).html, 'undo')
  expect((await press(all, at, asked.html, 'undo')).status).toBe(303)
  return (await look(all, at)).html
}
/** The field beside a cell of the list of what is wrong. */
const fieldBeside = (html: string, cell: string) => {
  const row = [...html.matchAll(/<tr>.*?<\/tr>/gs)].map(([whole]) => whole).find(one => one.includes(`>${cell}`))
  return /name="(instead-[^"]+)"/.exec(row ?? '')?.[1] ?? 'no such field'
}

describe('before an import changes what is known', () => {
  const heads = ['Nom', 'Type', 'Pays', 'Site web', 'Visible par']
  test('it says of each field what stood there, what will, and who reads it; nothing of what stays', async () => {
    const people = [
      ['Nom', 'Type', 'Pays', 'Site web', 'Qui le voit'],
      ['Ville de Lin', 'Ville', 'France', '', 'Public'],
    ]
    await imported([...people, ['Ville de Zinc', 'Ville', 'France', '', 'Interne']], 'actors')
    const { said } = await bring(
      [heads, ['Ville de Lin', 'Association', 'Belgique', '', ''], ['Ville de Zinc', '', '', 'zinc.example', '']],
      'actors',
    )
    expect(said).toContain('Ce qui change dans les fiches connues')
    expect(said).toMatch(/Ville de Lin À la ligne 2 · Qui le voit Public .*?Pays France → Belgique Ville de Zinc/)
    expect(said).toMatch(/Ville de Zinc À la ligne 3 · Qui le voit Interne Site web rien → https:\/\/zinc\.example/)
    expect(said).toContain('1 fiche est publique, ou le devient')
    const { said: nothing } = await bring([heads, ['Ville de Lin', 'Ville', 'France', '', '']], 'actors')
    expect(nothing).not.toContain('Ce qui change')
    expect(nothing).not.toContain('est publique')
  })

  test('an agreement beneath a known relationship, by name; the names of partners, no ids', async () => {
    const rows = ['Type', 'Partenaire', 'Depuis', 'Convention', 'Signée le', 'Qui le voit']
    await imported([rows, ['jumelage', 'Ville de Coton', '2004', 'Charte', '12/06/2004', 'Public']], 'relationships')
    const { said } = await bring(
      [rows, ['jumelage', 'Ville de Coton', '2004', 'Convention culture', '03/05/2014', '']],
      'relationships',
    )
    expect(said).toMatch(
      /Accord : Convention culture À la ligne 2 · nouvel accord · Qui le voit Public .*?Signé le rien → 3 mai 2014 /,
    )
    expect(said).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/)
  })

  test('fifty are shown, and all on a page of their own', async () => {
    const towns = (country: string) =>
      Array.from({ length: 60 }, (_, n) => [`Ville ${n} du Nord`, 'Ville', country, '', ''])
    await imported([heads, ...towns('France')], 'actors')
    const { at, said } = await bring([heads, ...towns('Suisse')], 'actors')
    expect(said).toContain('Affichées ici : 50 sur 60.')
    expect(said).not.toMatch(/Ville 59 du Nord À la ligne 61/)
    const whole = clean((await look(all, `${at}?changes=all`)).html)
    expect(whole).toMatch(/Ville 59 du Nord À la ligne 61 · Qui le voit Interne Pays France → Suisse/)
    expect((await look(all, `${at}?changes=all`, all.evaluator)).status).toBe(403)
  })
})

describe('a text that is known', () => {
  const rows = (text: string) => [
    ['Relation', 'Type', 'Partenaire', 'Depuis', 'Récit'],
    ['Échange de jardins', 'jumelage', 'Ville de Menthe', '2004', text],
  ]
  const narrative = async () => {
    const { rows: found } = await all.house.database.owner.query(
      `select t.body from perenne.translation t join perenne.translation n on n.record_id = t.record_id
       where t.field = 'narrative' and n.field = 'name' and n.body = 'Échange de jardins'`,
    )
    return found.map(({ body }) => body as string)
  }
  const known = 'Tout commence par une lettre de 1999, que le maire a gardée.'
  const choice = (html: string, words: string) =>
    new RegExp(`<button[^>]*name="accept" value="([^"]+)"[^>]*>(?:<[^>]+>)*${words}`).exec(html)?.[1] ??
    'no such button'

  test('is kept where a sheet says another one, until somebody adds that or puts it in its place', async () => {
    await imported(rows(known), 'relationships')
    const other = await bring(rows('Fête en 2014.'), 'relationships')
    expect(other.said).toContain(
      '« Récit » : le tableau dit « Fête en 2014. », mais « Tout commence par une lettre de 1999, que le maire a gardée. » est connu et est gardé.',
    )
    expect(other.said).toContain('Tout est déjà connu')
    const added = await press(all, other.at, other.html, 'correct', { accept: choice(other.html, 'L’ajouter') })
    expect(added.status).toBe(303)
    const both = await look(all, other.at)
    expect(clean(both.html)).toMatch(/Avant : Tout commence .*? Après : Tout commence .*? Fête en 2014\./)
    expect((await press(all, other.at, both.html, 'import')).status).toBe(303)
    expect(await narrative()).toEqual([`${known}\n\nFête en 2014.`])
    // What was written stands in its record, and nowhere with the file.
    const { rows: kept } = await all.house.database.owner.query(
      `select id from perenne.import_batch where corrections::text like '%Fête en 2014%' or left_out::text like '%Fête en 2014%'`,
    )
    expect(kept).toEqual([])
    const again = await bring(rows('Fête en 2014.'), 'relationships')
    expect(again.said).not.toContain('est connu et est gardé')
    expect(again.said).toContain('Tout est déjà connu')
    const third = await bring(rows('Une autre histoire.'), 'relationships')
    await press(all, third.at, third.html, 'correct', { accept: choice(third.html, 'Le mettre à la place') })
    expect((await press(all, third.at, (await look(all, third.at)).html, 'import')).status).toBe(303)
    expect(await narrative()).toEqual(['Une autre histoire.'])
  })

  test('is replaced without a question by one that goes on from it', async () => {
    const longer = await bring(rows('Une autre histoire, et sa suite.'), 'relationships')
    expect(longer.said).not.toContain('est connu et est gardé')
    expect((await press(all, longer.at, longer.html, 'import')).status).toBe(303)
    expect(await narrative()).toEqual(['Une autre histoire, et sa suite.'])
  })
})

describe('what is wrong', () => {
  const heads = ['Type', 'Partenaire', 'Depuis', 'Récit']
  const rows = [
    heads,
    ['jumelage', 'Ville de Jute', 'avant la guerre', 'Un'],
    ['jumelage', 'Ville de Soie', 'avant la guerre', 'Deux'],
    ['jumelage', 'Ville de Lycra', '12/06/14', 'Trois'],
    ['parrainage lointain', 'Ville de Nylon', '2001', 'Quatre'],
    ['jumelage', '', '2002', 'Cinq'],
  ]
  test('is told once with its cells, typed over for all of them, and told again when what was typed will not do', async () => {
    const { at, html, said } = await bring(rows, 'relationships')
    expect(said).toMatch(/C2, C3 Erreur « avant la guerre » ne se lit pas comme une date/)
    const guess = await press(all, at, html, 'correct', { [fieldBeside(html, 'C2, C3')]: 'jadis' })
    expect(guess.location).toMatch(new RegExp(`^${at}#cells-`))
    let page = await look(all, at)
    expect(clean(page.html)).toContain('« jadis » ne va pas non plus.')
    expect(page.html).toContain(`id="${guess.location.split('#')[1]}"`)
    await press(all, at, page.html, 'correct', { [fieldBeside(page.html, 'C2, C3')]: '1938' })
    page = await look(all, at)
    expect(clean(page.html)).not.toContain('avant la guerre » ne se lit pas')
    await press(all, at, page.html, 'correct', { accept: 'all' })
    page = await look(all, at)
    expect(clean(page.html)).not.toContain('12/06/14')
    const nothing = await press(all, at, page.html, 'correct')
    expect(nothing.status).toBe(303)
    const forged = await press(all, at, page.html, 'correct', { accept: 'x', 'instead-x': 'y' })
    expect(forged.status).toBe(303)
    expect((await look(all, at)).html.length).toBeGreaterThan(1_000)
  })

  test('corrections of single rows are known again with the very same file, after an undo too, and with no other', async () => {
    const people = [
      ['Partenaire', 'Type', 'Depuis', 'Convention', 'Signée le', 'Échéance', 'Reconduction'],
      ['Ville de Raphia', 'coopération', '2004', 'Charte', '12/06/2004', '11/06/2009', 'tacite reconduction'],
    ]
    const bytes = await csv(people)
    const first = await upload(all, 'accords.csv', bytes, { kind: 'relationships' })
    let page = await look(all, first.location)
    expect(clean(page.html)).toContain('Un accord qui se renouvelle tacitement')
    await press(all, first.location, page.html, 'correct', { [fieldBeside(page.html, 'G2')]: '24' })
    page = await look(all, first.location)
    expect(clean(page.html)).not.toContain(' Erreur ')
    expect((await press(all, first.location, page.html, 'import')).status).toBe(303)
    await undone(first.location)
    const again = await upload(all, 'accords.csv', bytes, { kind: 'relationships' })
    expect(again.location).not.toBe(first.location)
    expect(clean((await look(all, again.location)).html)).not.toContain(' Erreur ')
    const other = await upload(all, 'accords.csv', await csv([...people, []]), { kind: 'relationships' })
    if (other.location !== again.location) {
      // Another file, if only by its last line.
      const changed = await csv([...people, ['Ville de Rotin', 'coopération', '2005', '', '', '', '']])
      const third = await upload(all, 'accords.csv', changed, { kind: 'relationships' })
      expect(clean((await look(all, third.location)).html)).toContain('Un accord qui se renouvelle tacitement')
    }
  })

  test('nothing of people is kept with the file', async () => {
    const rows = [
      ['Prénom', 'Nom', 'Courriel', 'Pays'],
      ['Ana', 'Prieto', 'ana(at)exemple', ''],
    ]
    const { at, html } = await bring(rows, 'contacts')
    await press(all, at, html, 'correct', { [fieldBeside(html, 'C2')]: 'ana@example.org' })
    await press(all, at, (await look(all, at)).html, 'import')
    const { rows: kept } = await all.house.database.owner.query(
      `select 1 from perenne.import_batch where corrections::text like '%ana%'
       union all select 1 from perenne.import_mapping where columns::text like '%ana%'`,
    )
    expect(kept).toEqual([])
  })
})

describe('a workbook with several lists', () => {
  test('says what it does not read above the errors, and lets each list wait beside the other', async () => {
    const bytes = await workbookByHand(officeSheets())
    const sent = await upload(all, 'suivi.xlsx', bytes)
    const page = await look(all, sent.location)
    const said = clean(page.html)
    expect(said).toContain('1 colonne n’est pas lue Ce qui y figure est laissé de côté : L Budget annuel')
    expect(said.indexOf('n’est pas lue')).toBeLessThan(said.indexOf('Cellule par cellule'))
    // How many rows it has is known once it is read: what is in the sheet is not all of it.
    expect(said).toContain('Lire « Projets » : Projets ')
    expect(said).not.toContain('Projets, ')
    const also = await press(all, sent.location, page.html, 'also')
    expect(also.status).toBe(303)
    expect(also.location).not.toBe(sent.location)
    expect(clean((await look(all, also.location)).html)).toContain('Eau pour les quartiers hauts')
    // The first is as it was, and asking twice leads to the same.
    expect(clean((await look(all, sent.location)).html)).toContain('B Partenaire – Ville → Partenaires')
    expect((await press(all, sent.location, (await look(all, sent.location)).html, 'also')).location).toBe(
      also.location,
    )
    const done = await press(all, sent.location, page.html, 'import', { 'skip[]': 'yes' })
    expect(done.status).toBe(303)
    const after = (await look(all, sent.location)).html
    expect(clean(after)).toContain('Du même fichier, ceci attend encore : Projets')
    expect(after).toContain(also.location)
    const forged = await press(all, also.location, (await look(all, also.location)).html, 'also', { sheet: '99' })
    expect(forged.status).toBe(303)
    expect(forged.location).toBe(also.location)
  })

  test('is unpacked once, and only the sheet that is read', async () => {
    const sent = await upload(all, 'encore.xlsx', await workbookByHand([...officeSheets()].reverse()))
    const id = sent.location.split('/').at(-1) ?? ''
    const once = await openSheet(all.house, asKeeper(all), all.space, id)
    const twice = await openSheet(all.house, asKeeper(all), all.space, id)
    expect(once.waiting?.grid).toBeDefined()
    expect(twice.waiting?.grid).toBe(once.waiting?.grid)
  })

  test('after an undo that leaves nothing, the page does not say that all was known', async () => {
    const at = await imported(
      [
        ['Nom', 'Type'],
        ['Ville de Sisal', 'Ville'],
      ],
      'actors',
    )
    const said = clean(await undone(at))
    expect(said).toContain('Tout ce que l’import avait écrit a été repris.')
    expect(said).not.toContain('Tout était déjà connu')
  })
})

describe('the sample workbook', () => {
  test('says what the list in plain text says, cell by cell', async () => {
    const file = new Uint8Array(await readFile(new URL('../../../samples/office-brecourt.xlsx', import.meta.url)))
    expect(await readSheets(file)).toEqual(await readSheets(await workbookByHand(officeSheets())))
    const [first] = await readSheets(file)
    expect(first?.rows.length).toBeGreaterThan(10)
    expect(first?.comments).toHaveLength(2)
  })
})

describe('a workbook of a million small cells', () => {
  test('is refused without growth of this process, which answers meanwhile; read in it, it grows', async () => {
    const row = Array.from({ length: 50 }, () => 1)
    const bytes = await workbookByHand([
      { name: 'F', merged: [], comments: {}, rows: Array.from({ length: 19_600 }, () => row) },
    ])
    expect(bytes.length).toBeLessThan(10 * 1024 * 1024)
    const megabytes = () => {
      const { heapUsed, arrayBuffers } = process.memoryUsage()
      return (heapUsed + arrayBuffers) / 1024 / 1024
    }
    let before = megabytes()
    let most = before
    let answered = 0
    const timer = setInterval(() => {
      answered += 1
      most = Math.max(most, megabytes())
    }, 20)
    const read = await lookAtSheet(
      all.house,
      asKeeper(all),
      all.space,
      { name: 'million.xlsx', bytes, instead: null, kind: null, language: 'fr' },
      { once: null, location: id => id },
    )
    expect(read).toEqual({ outcome: 'refused', code: 'too-many-cells' })
    expect(most - before).toBeLessThan(60)
    // Counted, not timed: while another process reads, this one goes on answering.
    expect(answered).toBeGreaterThan(5)
    // What the bounds above tell apart: a reader without bounds, in this process.
    before = most = megabytes()
    const held = await readSheets(bytes, { ...usualLimits, cells: Number.POSITIVE_INFINITY })
    clearInterval(timer)
    expect(held[0]?.rows.length).toBe(19_600)
    expect(Math.max(most, megabytes()) - before).toBeGreaterThan(60)
  }, 60_000)
})
