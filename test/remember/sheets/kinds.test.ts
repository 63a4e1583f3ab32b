import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as, job } from '../../../source/ground/database/actor.ts'
import { readSheets } from '../../../source/ground/sheets/index.ts'
import { memoryRecords } from '../../../source/remember/messages/memory-records.ts'
import { tableOf } from '../../../source/remember/sheets/rules/known.ts'
import { type Memory, makeMemory } from '../support/memory.ts'
import { asKeeper, csv, look, openSheetHouse, press, type SheetHouse, upload } from './support.ts'

let all: SheetHouse
let theirs: Memory
beforeAll(async () => {
  all = await openSheetHouse()
  await as(all.house.db, job('test'), tx => makeMemory(tx, all.space))
  theirs = await as(all.house.db, job('test'), tx => makeMemory(tx, all.otherSpace))
})
afterAll(() => all.house.close())

const rowsOf = async (sql: string, values: unknown[] = []) =>
  (await all.house.database.owner.query(sql, values)).rows as Record<string, unknown>[]
const countOf = async (table: string): Promise<number> =>
  Number((await rowsOf(`select count(*) as n from perenne.${table} where space_id = $1`, [all.space]))[0]?.n)
const clean = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/\s+/g, ' ')
const download = async (file: string, { cookie = all.keeper.cookie, on = '' } = {}) => {
  const at = `/fr/territories/brecourt/export/${file}${on === '' ? '' : `?on=${on}`}`
  const response = await all.house.ask(at, { headers: cookie === '' ? {} : { cookie } })
  return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) }
}
const words = async (file: string, how = {}) => Buffer.from((await download(file, how)).bytes).toString('utf8')

const relationship = 'Coopération avec Puerto Almendro'
/** As an office keeps them, and what becomes of the first row. */
const lists = {
  commitments: {
    rows: [
      ['Engagement', 'Promis par', 'Relation', 'Pour quand', 'État', 'Tenu le'],
      ['Traduire la convention', 'nous', relationship, '30/06/2018', 'en retard', ''],
      ['Envoyer trois ingénieurs', 'le partenaire', relationship, '01/03/2017', 'fait', '12/02/2017'],
    ],
    found: [
      {
        what: 'Traduire la convention',
        owed_by: 'us',
        due: '2018-06-30',
        outcome: null,
        settled_on: null,
        language: 'fr',
      },
      { what: 'Envoyer trois ingénieurs', owed_by: 'them', outcome: 'kept', settled_on: '2017-02-12' },
    ],
  },
  fees: {
    rows: [
      ['Réseau', 'Année', 'Cotisation', 'Payée le'],
      [relationship, '2016', '1 500,00 €', '14/04/2016'],
      [relationship, '2017', '1 550,50 €', ''],
    ],
    found: [
      { year: 2016, amount: '1500.00', currency: 'EUR', paid_on: '2016-04-14', at_most: 2 },
      { year: 2017, amount: '1550.50', paid_on: null },
    ],
  },
  seats: {
    rows: [
      ['Réseau', 'Instance', 'Titulaire du siège', 'Représentée par', 'Depuis', 'Jusqu’à'],
      [relationship, 'Commission de l’eau', 'ville', 'Inés Almeida', '2012', '2015'],
      [relationship, 'Commission de l’eau', 'ville', '', '2016', ''],
    ],
    found: [
      { held_by: 'city', during: '2012/2015' },
      { held_by: 'city', during: '2016/..', contact_id: null },
    ],
  },
  posts: {
    rows: [
      ['Poste', 'Nature', 'Nombre de postes'],
      ['Chargé de mission coopération', 'administratif', '2'],
      ['Conseillère déléguée', 'élue', ''],
    ],
    found: [
      { nature: 'technical', seats: 2, visibility: 0 },
      { nature: 'political', seats: 1 },
    ],
  },
  terms: {
    rows: [
      ['Mandature', 'Période', 'Élu le'],
      ['Mandat 2014-2020', '2014-2020', '30/03/2014'],
    ],
    found: [{ during: '2014/2020', elected_on: '2014-03-30' }],
  },
  appointments: {
    rows: [
      ['Poste', 'Titulaire', 'Nommé le', 'Mandat', 'Intérim'],
      ['Conseillère déléguée', 'Inés Almeida', 'avril 2014', 'Mandat 2014-2020', 'non'],
    ],
    found: [{ during: '2014-04/..', acting: false, carried_over: false }],
  },
  decisions: {
    rows: [
      ['Numéro', 'Date de délibération', 'Objet', 'Relation', 'Pour', 'Contre'],
      ['2018-007', '29/01/2018', 'Avenant à la convention', relationship, '27', '2'],
    ],
    found: [{ number: '2018-007', decided_on: '2018-01-29', votes_for: 27, votes_against: 2, visibility: 0 }],
  },
} as const
const kinds = Object.keys(lists) as (keyof typeof lists)[]
const brought: Partial<Record<string, string>> = {}

describe('lists that an office keeps beside its relationships', () => {
  test.each(kinds)('%s: found out, imported, and brought again without effect', async kind => {
    const { rows, found } = lists[kind]
    const table = tableOf[kind]
    const before = await countOf(table)
    const sent = await upload(all, `${kind}.csv`, await csv(rows))
    let page = await look(all, sent.location)
    expect(clean(page.html)).toMatch(
      new RegExp(`Fiches créées [^)]*${memoryRecords.fr.tables[table]} : ${found.length}`),
    )
    const done = await press(all, sent.location, page.html, 'import')
    expect(done.status).toBe(303)
    brought[kind] = sent.location
    expect(await countOf(table)).toBe(before + found.length)
    const made = await rowsOf(
      `select t.*, (select i.line from perenne.import_row i where i.record_id = t.id limit 1) as line
       from perenne.${table} t where t.id in (select record_id from perenne.import_row where batch_id = $1) order by line`,
      [sent.location.split('/').at(-1)],
    )
    expect(made).toMatchObject(found.map(one => ({ ...one })))
    page = await look(all, sent.location)
    expect(page.html).not.toContain('Rien d’écrit')
    expect(page.html).toContain('Annuler cet import')
    const again = await upload(all, `${kind} 2.csv`, await csv([...rows, []]))
    expect(clean((await look(all, again.location)).html)).toContain('Tout est déjà connu')
  })

  test('say what cannot be: a month for a day, a promise settled on no day, less than nothing, posts and people nobody knows', async () => {
    const said = async (kind: string, rows: readonly (readonly string[])[]) => {
      const sent = await upload(all, 'faux.csv', await csv(rows), { kind })
      return clean((await look(all, sent.location)).html)
    }
    const promises = await said('commitments', [
      ['Engagement', 'Promis par', 'Pour quand', 'État', 'Clos le'],
      ['Un', 'nous', '06/2018', '', ''],
      ['Deux', 'nous', '', 'tenu', ''],
      ['Trois', 'nous', '', '', '04/05/2016'],
    ])
    expect(promises).toContain('« 06/2018 » n’est pas un jour précis')
    expect(promises).toContain('« Clos le » manque')
    expect(promises).toContain('L’engagement est-il tenu, ou abandonné ?')
    expect(promises).toContain('Lire plutôt « Tenu »')
    const fees = await said('fees', [
      ['Relation', 'Année', 'Montant', 'Devise'],
      [relationship, '16', '-5', 'EUR'],
    ])
    expect(fees).toContain('« 16 » n’est pas une année')
    expect(fees).toContain('« -5 » est inférieur à zéro')
    const appointments = await said('appointments', [
      ['Poste', 'Titulaire', 'Depuis', 'Mandat'],
      ['Grand vizir', 'Personne Connue', '2014', 'Mandat des cent jours'],
    ])
    expect(appointments).toContain('« Grand vizir » n’est pas une fonction de cette mémoire')
    expect(appointments).toContain('« Mandat des cent jours » n’est pas un mandat de cette mémoire')
    expect(appointments).toContain('« Personne Connue » n’est pas parmi les personnes connues')
    const decisions = await said('decisions', [
      ['Numéro', 'Date de délibération', 'SIRET'],
      ['1', '29/01/2018', '123'],
    ])
    expect(decisions).toContain('« 123 » n’a pas la forme attendue')
  })

  test('what is open again has no day on which it was settled, and what changes is said before', async () => {
    const [made] = await rowsOf(
      `insert into perenne.commitment (space_id, owed_by, what, language, outcome, settled_on)
       values ($1, 'them', 'Prêter la salle', 'fr', 'kept', '2017-02-12') returning id`,
      [all.space],
    )
    const sent = await upload(
      all,
      'rouvrir.csv',
      await csv([
        ['Identifiant Perenne', 'Engagement', 'Promis par', 'État'],
        [String(made?.id), 'Prêter la salle', 'le partenaire', 'en cours'],
      ]),
    )
    const page = await look(all, sent.location)
    expect(clean(page.html)).toContain('Tenu → En cours')
    await press(all, sent.location, page.html, 'import')
    expect(await rowsOf('select outcome, settled_on from perenne.commitment where id = $1', [made?.id])).toEqual([
      { outcome: null, settled_on: null },
    ])
    const done = await look(all, sent.location)
    await press(all, sent.location, (await press(all, sent.location, done.html, 'undo')).html, 'undo')
    expect(await rowsOf('select outcome, settled_on from perenne.commitment where id = $1', [made?.id])).toEqual([
      { outcome: 'kept', settled_on: '2017-02-12' },
    ])
  })

  test('name nothing of another memory, whichever column it stands in', async () => {
    const rows = {
      commitments: [
        ['Identifiant Perenne', 'Engagement', 'Promis par'],
        [theirs.commitments, 'Pris', 'nous'],
      ],
      appointments: [
        ['Identifiant Perenne', 'Poste', 'Titulaire', 'Depuis'],
        [theirs.appointments, 'Conseillère déléguée', 'Inés Almeida', '2001'],
      ],
      decisions: [
        ['Identifiant Perenne', 'Numéro', 'Date de délibération'],
        [theirs.decisions, '9', '29/01/2018'],
      ],
    }
    for (const [kind, list] of Object.entries(rows)) {
      const sent = await upload(all, `${kind} pris.csv`, await csv(list), { kind })
      expect((await look(all, sent.location)).html, kind).toContain('Aucune fiche de cette mémoire')
    }
  })
})

describe('they go out', () => {
  test.each(kinds)('%s: with what may be seen alone, now and on a day', async kind => {
    const first = String(lists[kind].rows[1]?.[kind === 'fees' ? 1 : kind === 'seats' ? 1 : 0])
    expect(await words(`${kind}.csv`)).toContain(first)
    expect(await words(`${kind}.csv`, { cookie: '' })).not.toContain(first)
    expect(await words(`${kind}.csv`, { cookie: all.evaluator.cookie })).toContain(first)
    expect(await words(`${kind}.csv`, { cookie: all.other.cookie })).not.toContain(first)
    // The import was of today: yesterday knew nothing of it.
    expect(await words(`${kind}.csv`, { on: '2018-03-11' })).not.toContain(first)
  })

  test('no cell is a formula, in a text table nor in a workbook', async () => {
    const attack = '=HYPERLINK("https://evil.example";"x")'
    const what = ['@SUM(1)', '+1+1', '-2+3', attack]
    await as(all.house.db, asKeeper(all), tx =>
      tx
        .insertInto('commitment')
        .values(what.map(one => ({ space_id: all.space, owed_by: 'us' as const, what: one, language: 'fr' })))
        .execute(),
    )
    const text = await words('commitments.csv')
    expect(text).toContain(`'@SUM(1)`)
    for (const line of text.split('\r\n').flatMap(row => row.split(';')))
      expect(line.replace(/^"/, '')).not.toMatch(/^(?:[=@]|[+-]\D|[+-]\d\+)/)
    const [sheet] = await readSheets((await download('commitments.xlsx')).bytes)
    const cells = sheet?.rows.flatMap(row => row.cells) ?? []
    for (const one of what) expect(cells.find(({ value }) => value === one)?.kind, one).toBe('text')
    const back = await upload(all, 'retour.xlsx', new Uint8Array((await download('commitments.xlsx')).bytes))
    expect(clean((await look(all, back.location)).html)).toContain('Tout est déjà connu')
    await rowsOf('delete from perenne.commitment where what = any ($1)', [what])
  })
})

describe('their imports are undone', () => {
  // What others stand on goes last.
  test.each([...kinds].reverse())('%s', async kind => {
    const at = brought[kind] ?? ''
    const before = await countOf(tableOf[kind])
    const page = await look(all, at)
    const asked = await press(all, at, page.html, 'undo')
    const { length } = lists[kind].found
    expect(clean(asked.html)).toMatch(new RegExp(` ${length} fiches? créées? par l’import (sera|seront) retirées?\\.`))
    expect((await press(all, at, asked.html, 'undo')).status).toBe(303)
    expect(await countOf(tableOf[kind])).toBe(before - lists[kind].found.length)
  })

  test('a fee that was edited since stays, and is told with its relationship', async () => {
    const rows = [
      ...lists.fees.rows.slice(0, 1),
      [relationship, '2014', '900 €', ''],
      [relationship, '2015', '910 €', ''],
    ]
    const sent = await upload(all, 'deux.csv', await csv(rows))
    const page = await look(all, sent.location)
    await press(all, sent.location, page.html, 'import')
    await as(all.house.db, asKeeper(all), tx =>
      tx.updateTable('fee').set({ amount: '950.00' }).where('year', '=', 2015).execute(),
    )
    const asked = await press(all, sent.location, (await look(all, sent.location)).html, 'undo')
    await press(all, sent.location, asked.html, 'undo')
    const left = await rowsOf('select year from perenne.fee where space_id = $1 and year < 2016', [all.space])
    expect(left).toEqual([{ year: 2015 }])
    const kept = clean((await look(all, sent.location)).html)
    expect(kept).toContain('Gardée : modifiée depuis')
    expect(kept).toContain(relationship)
  })
})

test('a fee and a seat are seen as their relationship is, and kept closer where they are', async () => {
  const circle = (visibility: number) =>
    rowsOf(
      `update perenne.relationship r set visibility = ${visibility} from perenne.translation name
       where name.body = $1 and name.record_id = r.id and r.space_id = $2 returning 1`,
      [relationship, all.space],
    )
  await as(all.house.db, asKeeper(all), async tx => {
    const { id } = await tx
      .selectFrom('fee')
      .select('relationship_id as id')
      .where('space_id', '=', all.space)
      .where('year', '=', 2018)
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('fee')
      .values({ relationship_id: id, year: 2019, amount: '1.00', currency: 'EUR', at_most: 0 })
      .execute()
  })
  expect(await circle(2)).toHaveLength(1)
  const seen = await words('fees.csv', { cookie: '' })
  expect(seen).toContain(`${relationship};2018;1500`)
  expect(seen).not.toContain(';2019;')
  // Who sits there is internal still.
  const seats = await words('seats.csv', { cookie: '' })
  expect(seats).toContain('Bureau')
  expect(seats).not.toContain('Almeida')
  // Whoever imports a fee into it is told that everybody will read it.
  const sent = await upload(
    all,
    'public.csv',
    await csv([...lists.fees.rows.slice(0, 1), [relationship, '2013', '8 €', '']]),
  )
  expect(clean((await look(all, sent.location)).html)).toContain('Une partie est publique')
})
