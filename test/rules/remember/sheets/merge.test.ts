import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Grid } from '../../../../source/convene/guests/rules/sheet.ts'
import { choiceWords, namesOfFields } from '../../../../source/remember/sheets/acts/words.ts'
import type { SheetKind } from '../../../../source/remember/sheets/rules/kinds.ts'
import type { Known } from '../../../../source/remember/sheets/rules/known.ts'
import { Merge, type Way } from '../../../../source/remember/sheets/rules/merge.ts'
import { planOf } from '../../../../source/remember/sheets/rules/plan.ts'
import { readRows } from '../../../../source/remember/sheets/rules/read-rows.ts'
import { findTable } from '../../../../source/remember/sheets/rules/table.ts'

const nothing: Known = {
  records: [],
  agreements: [],
  actors: [],
  contacts: [],
  relationships: [],
  posts: [],
  terms: [],
}

/** A sheet of words read beside what is known. Ids are counted. */
function look(
  rows: readonly (readonly string[])[],
  known: Known,
  kind: SheetKind,
  way: Way = 'both',
  more: { corrections?: Record<string, string>; guess?: boolean } = {},
) {
  const grid = new Grid({
    name: 'F',
    hidden: false,
    merged: [],
    rows: rows.map((cells, n) => ({
      number: n + 1,
      cells: cells.flatMap((text, c) => (text === '' ? [] : [{ column: c + 1, kind: 'text' as const, text }])),
    })),
  })
  const table = findTable(grid, namesOfFields, { kind })
  const reading = readRows(grid, table, {
    words: choiceWords,
    language: 'fr',
    guess: more.guess ?? false,
    corrections: more.corrections ?? {},
    currency: null,
  })
  let next = reading.next()
  while (!next.done) next = reading.next()
  let count = 0
  const newId = () => `00000000-0000-4000-8000-${String(++count).padStart(12, '0')}`
  const merge = new Merge(kind, known, { way, newId })
  for (const row of next.value.rows) merge.row(row)
  const merged = merge.end()
  return { ...merged, table, plan: planOf(merged.units, { newId, today: '2018-06-04' }) }
}

/** What is known once an import has been made: told by its units, as the database would tell it. */
const onceMade = ({ units }: ReturnType<typeof look>): Known => ({
  ...nothing,
  records: units
    .filter(({ under, kind }) => under === null && kind === 'actors')
    .map(({ id, after, language }) => ({ id, fields: { ...after, 'source name': language } })),
  actors: units
    .filter(({ kind, under }) => under === null && kind === 'actors')
    .map(({ id, after }) => ({ id, names: [after['name@fr'] ?? ''], identifiers: [] })),
})

const heads = ['Nom', 'Type', 'Pays', 'Site web']
const actor = fc.record({
  name: fc.integer({ min: 1, max: 30 }).map(n => `Municipalité numéro ${n}`),
  type: fc.constantFrom('Ville', 'ONG', 'Universidad', ''),
  country: fc.constantFrom('France', 'Chile', 'Brasil', ''),
  site: fc.constantFrom('https://a.example', 'b.example', ''),
})
const cells = ({ name, type, country, site }: { name: string; type: string; country: string; site: string }) => [
  name,
  type,
  country,
  site,
]

describe('rows beside what is known', () => {
  test('the same sheet twice makes nothing new and changes nothing', () => {
    fc.assert(
      fc.property(fc.uniqueArray(actor, { minLength: 1, maxLength: 20, selector: one => one.name }), all => {
        const rows = [heads, ...all.map(cells)]
        const first = look(rows, nothing, 'actors')
        expect(first.problems.filter(({ tone }) => tone === 'error')).toEqual([])
        expect(first.fates.map(({ what }) => what)).toEqual(all.map(() => 'create'))
        expect(first.plan.additions.filter(({ table }) => table === 'organisation')).toHaveLength(all.length)
        const again = look(rows, onceMade(first), 'actors')
        expect(again.fates.map(({ what }) => what)).toEqual(all.map(() => 'same'))
        const { additions, columns, texts } = again.plan
        expect({ additions, columns, texts }).toEqual({ additions: [], columns: [], texts: [] })
      }),
    )
  })

  test('in whatever order its rows and columns stand, the same is made', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(actor, { minLength: 2, maxLength: 12, selector: one => one.name }),
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4, maxLength: 4 }),
        (all, order) => {
          const made = (rows: string[][]) =>
            look(rows, nothing, 'actors')
              .units.map(({ after: fields }) => JSON.stringify(Object.entries(fields).sort()))
              .sort()
          const rows = [heads, ...all.map(cells)]
          const turned = [heads, ...all.toReversed().map(cells)].map(row => order.map(at => row[at] ?? ''))
          expect(made(turned)).toEqual(made(rows))
        },
      ),
    )
  })

  test('each row has one fate, and what a way does not do is left', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(actor, { minLength: 2, maxLength: 12, selector: one => one.name }),
        fc.constantFrom<Way>('create', 'update'),
        (all, way) => {
          const half = all.slice(0, Math.ceil(all.length / 2))
          const known = onceMade(look([heads, ...half.map(cells)], nothing, 'actors'))
          const changed = all.map(one => cells({ ...one, site: 'https://changed.example' }))
          const { fates, plan } = look([heads, ...changed], known, 'actors', way)
          expect(fates.map(({ row }) => row)).toEqual(all.map((_, n) => n + 2))
          expect(fates.map(({ what }) => what)).toEqual(
            all.map((_, n) => (n < half.length === (way === 'create') ? 'left' : way)),
          )
          if (way === 'create') expect(plan.columns).toEqual([])
          else expect(plan.additions).toEqual([])
        },
      ),
    )
  })

  test('a partner named twice is made once; agreements hang under their relationship, with their signature', () => {
    const found = look(
      [
        ['Type', 'Partenaire', 'Depuis', 'Accord', 'Signé le', 'Renouvellement'],
        ['jumelage', 'Stadt Lindental', '1964', 'Serment', '12/06/1964', 'sans terme'],
        ['jumelage', 'STADT LINDENTAL', '1964', 'Avenant', '13/06/1994', ''],
        ['coopération', 'Villa Nogal', 'vers 2004', '', '', ''],
      ],
      nothing,
      'relationships',
    )
    const of = (table: string) => found.plan.additions.filter(one => one.table === table)
    expect(of('organisation')).toHaveLength(2)
    expect(of('relationship')).toHaveLength(2)
    expect(of('agreement').map(({ columns }) => columns.relationship_id)).toEqual(
      Array(2).fill(of('relationship')[0]?.id),
    )
    expect(of('agreement_event').map(({ columns }) => columns.on_day)).toEqual(['1964-06-12', '1994-06-13'])
    expect(of('agreement').map(({ columns }) => columns.renewal)).toEqual(['indefinite', 'none'])
  })
})

const rel = (rows: readonly (readonly string[])[], known: Known = nothing, more = {}) =>
  look(rows, known, 'relationships', 'both', more)
const of = (found: ReturnType<typeof look>, table: string) => found.plan.additions.filter(one => one.table === table)
const codes = (found: ReturnType<typeof look>) => found.problems.map(({ code }) => code)

const altendorf = '00000000-0000-4000-9000-000000000001'
const twinning = '00000000-0000-4000-9000-000000000002'
const oath = '00000000-0000-4000-9000-000000000003'
/** A twinning that is known, with its partner and one agreement. */
const known = (fields = {}, agreement: Record<string, string> | null = null): Known => ({
  ...nothing,
  actors: [{ id: altendorf, names: ['Stadt Altendorf am See'], identifiers: [] }],
  records: [
    {
      id: twinning,
      fields: {
        'name@fr': 'Jumelage avec Altendorf',
        'source name': 'fr',
        language: 'fr',
        kind: 'twinning',
        partners: altendorf,
        during: '1964-06-12/..',
        visibility: '2',
        ...fields,
      },
    },
  ],
  agreements: agreement === null ? [] : [{ id: oath, relationship: twinning, fields: agreement }],
})

describe('agreements of one partner', () => {
  const heads = ['Partenaire', 'Depuis', 'Convention', 'Signée le', 'Échéance', 'Reconduction']
  const rows = [
    ['Ville de Doublon', '2020', 'Convention-cadre', '12/03/2020', '31/12/2027', 'expresse'],
    ['Ville de Doublon', '2020', 'Convention d’application culture', '12/03/2020', '31/12/2026', 'expresse'],
    ['Ville de Doublon', '2020', 'Avenant n° 1', '', '31/12/2028', 'expresse'],
    ['Ville de Doublon', '2020', 'Avenant n° 1', '12/03/2024', '31/12/2029', 'expresse'],
  ]
  test('signed the same day, or called the same and signed on others, are each made, in whatever order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2], { minLength: 3, maxLength: 3 }), order => {
        const found = rel([heads, ...order.map(at => rows[at] ?? [])])
        expect(of(found, 'relationship')).toHaveLength(1)
        expect(found.fates.map(({ what }) => what)).toEqual(['create', 'create', 'create'])
        expect(
          of(found, 'agreement')
            .map(({ texts, columns }) => [texts.title?.fr, columns.first_end, columns.kind])
            .sort(),
        ).toEqual([
          ['Avenant n° 1', '2028-12-31', 'addendum'],
          ['Convention d’application culture', '2026-12-31', 'convention'],
          ['Convention-cadre', '2027-12-31', 'convention'],
        ])
      }),
    )
    const twice = rel([
      heads,
      ['Ville A', '2010', 'Convention', '01/02/2010', '', ''],
      ['Ville A', '2010', 'Convention', '01/02/2016', '', ''],
    ])
    expect(of(twice, 'agreement_event').map(({ columns }) => columns.on_day)).toEqual(['2010-02-01', '2016-02-01'])
    expect(codes(twice)).toContain('agreement-alike')
  })

  test('are found again: by title, by day where a title lacks; what is sure comes before what is not', () => {
    const signed = {
      'agreementTitle@fr': 'Serment',
      'source agreementTitle': 'fr',
      agreementKind: 'charter',
      signedOn: '1964-06-12',
      renewal: 'indefinite',
    }
    const again = (title: string, day: string) =>
      rel(
        [
          ['Type', ...heads],
          ['jumelage', 'Stadt Altendorf am See', '', title, day, '', ''],
        ],
        known({}, signed),
      )
    for (const [title, day] of [
      ['Serment', '12/06/1964'],
      ['SERMENT', ''],
      ['', '12/06/1964'],
      ['Serment', '1964'],
      ['Serment', '06/1964'],
    ] as const) {
      const found = again(title, day)
      expect([title, day, found.plan.additions, found.plan.columns, found.plan.signatures]).toEqual([
        title,
        day,
        [],
        [],
        [],
      ])
    }
    // Another title makes another agreement, even of the same day.
    expect(of(again('Avenant', '12/06/1964'), 'agreement')).toHaveLength(1)
    // The row that is sure of the agreement has it, wherever it stands; the other one makes its own.
    const both = rel(
      [
        ['Type', ...heads],
        ['jumelage', 'Stadt Altendorf am See', '', 'Serment', '12/06/2014', '', ''],
        ['jumelage', 'Stadt Altendorf am See', '', 'Serment', '12/06/1964', '', ''],
      ],
      known({}, signed),
    )
    expect(of(both, 'agreement_event').map(({ columns }) => columns.on_day)).toEqual(['2014-06-12'])
    // Of a relationship that is known, and of which nothing else changes.
    expect(both.fates.map(({ what }) => what)).toEqual(['gains', 'same'])
  })

  test('of thousands with one partner each is made once, and found again', () => {
    const many = Array.from({ length: 1500 }, (_, n) => ['Ville A', '2010', `Accord ${n}`, `12/03/${1500 + n}`, '', ''])
    expect(of(rel([heads, ...many]), 'agreement')).toHaveLength(1500)
  })

  test('dates are taken as they are known, and an end without a signature is told', () => {
    const found = rel([
      heads,
      ['Ville A', '?', 'Charte', '1978', '', ''],
      ['Ville B', '', 'Accord', 'inconnue', '2028', 'expresse'],
      ['Ville C', '2004', 'Accord', '', '31/12/2028', 'expresse'],
    ])
    expect(found.problems.filter(({ tone }) => tone === 'error')).toEqual([])
    expect(of(found, 'agreement_event').map(({ columns: { on_day, on_as_known } }) => [on_day, on_as_known])).toEqual([
      [null, '1978'],
      [null, null],
    ])
    expect(of(found, 'agreement').map(({ columns }) => [columns.first_end, columns.first_end_as_known])).toEqual([
      [null, null],
      [null, '2028'],
      ['2028-12-31', null],
    ])
    expect(of(found, 'relationship').map(({ columns }) => columns.during)).toEqual(['/..', 'XXXX', '2004/..'])
    expect(found.problems.filter(({ code }) => code === 'end-without-signature').map(({ row }) => row)).toEqual([4])
  })

  test('a renewal says for how long in its own cell; a length that nobody said is not made up', () => {
    const found = rel([
      heads,
      ['Ville A', '2010', 'A', '01/01/2010', '31/12/2020', 'tácita, 1 año'],
      ['Ville B', '2010', 'B', '01/01/2010', '31/12/2020', 'tacite, par périodes de 3 ans'],
      ['Ville C', '2010', 'C', '01/01/2010', '31/12/2020', 'tacite reconduction'],
      ['Ville D', '2010', 'D', '01/01/2010', 'indéterminée', ''],
    ])
    expect(of(found, 'agreement').map(({ columns }) => [columns.renewal, columns.renewal_months])).toEqual([
      ['tacit', 12],
      ['tacit', 36],
      ['indefinite', null],
    ])
    expect(found.problems.filter(({ tone }) => tone === 'error')).toMatchObject([
      { row: 4, field: 'renewalMonths', code: 'tacit-needs', suggestion: null },
    ])
  })
})

describe('partners and relationships', () => {
  test('a list without a beginning makes relationships of which nobody knows since when', () => {
    const found = rel([
      ['Partenaire', 'Nature', 'Pays'],
      ['Stadt Weidenau', 'jumelage', 'Allemagne'],
      ['Red Ribera', 'réseau', '—'],
      ['Association des amis de Sliven', 'coopération', 'Bulgarie'],
      ['Municipio A; Municipio B', 'cooperación', 'Chile'],
    ])
    expect(found.problems.filter(({ tone }) => tone === 'error')).toEqual([])
    expect(of(found, 'relationship').map(({ columns }) => columns.during)).toEqual(Array(4).fill('XXXX'))
    expect(of(found, 'organisation').map(({ columns }) => [columns.kind, columns.country])).toEqual([
      ['local-government', 'DE'],
      ['network', null],
      ['association', 'BG'],
      ['local-government', null],
      ['local-government', null],
    ])
    expect(of(found, 'relationship_party').map(({ columns }) => columns.role)).toEqual([
      'partner',
      'network',
      'partner',
      'partner',
      'partner',
    ])
  })

  test('a name that is like one of a row above is told so, and none is known in an empty memory', () => {
    const found = rel([
      ['Partenaire', 'Depuis'],
      ['Municipalidad de Puerto Almendro', '2004'],
      ['Puerto Almendro', '2004'],
    ])
    expect(codes(found)).not.toContain('alike')
    expect(found.problems.find(({ code }) => code === 'alike-here')).toMatchObject({
      row: 3,
      found: 'Puerto Almendro',
      detail: '2 Municipalidad de Puerto Almendro',
      suggestion: 'Municipalidad de Puerto Almendro',
    })
  })

  test('the same partner and kind is the relationship that is known; another kind is another one; another name is asked about', () => {
    const row = (kind: string, name = '') =>
      rel(
        [
          ['Type', 'Nom de la relation', 'Partenaire', 'Depuis'],
          [kind, name, 'Stadt Altendorf am See', ''],
        ],
        known(),
      )
    const same = row('jumelage')
    expect([same.fates[0]?.what, same.fates[0]?.id]).toEqual(['same', twinning])
    const other = row('coopération')
    expect([other.fates[0]?.what, codes(other)]).toEqual(['create', []])
    expect(other.plan.columns).toEqual([])
    const named = row('jumelage', 'Échanges de chorales')
    expect(named.fates[0]?.what).toBe('create')
    expect(named.problems.find(({ code }) => code === 'relationship-alike')).toMatchObject({
      field: 'name',
      detail: 'Jumelage avec Altendorf',
      suggestion: 'Jumelage avec Altendorf',
    })
    const wider = rel(
      [
        ['Type', 'Partenaire', 'Depuis'],
        ['jumelage', 'Stadt Altendorf am See; Ville X', '2001'],
      ],
      known(),
    )
    // Where no name is said there is none to read instead: the row is said to be of that very record.
    expect(wider.problems.find(({ code }) => code === 'relationship-alike')).toMatchObject({
      field: 'partners',
      suggestion: twinning,
      ofRow: 'id',
    })
    const chosen = (id: string) =>
      rel(
        [
          ['Type', 'Partenaire', 'Depuis'],
          ['jumelage', 'Stadt Altendorf am See; Ville X', '2001'],
        ],
        known(),
        { corrections: { 'row 2:id': id } },
      )
    const thatOne = chosen(twinning)
    expect([of(thatOne, 'relationship'), thatOne.fates[0]?.id, thatOne.fates[0]?.what]).toEqual([
      [],
      twinning,
      'update',
    ])
    // What is known is asked about as before: nobody has said that its beginning is another one.
    expect(codes(thatOne)).toContain('other-date')
    expect(thatOne.units.find(({ id }) => id === twinning)?.after.during).toBe('1964-06-12/..')
    // One that is gone meanwhile is as if nobody had chosen it.
    const gone = chosen(oath)
    expect([codes(gone).includes('relationship-alike'), gone.fates[0]?.what]).toEqual([true, 'create'])
    const inSheet = rel([
      ['Type', 'Partenaire', 'Depuis'],
      ['jumelage', 'Ville Y', '2001'],
      ['coopération', 'Ville Y', '2010'],
    ])
    expect(of(inSheet, 'relationship').map(({ columns }) => columns.kind)).toEqual(['twinning', 'cooperation'])
  })
})

describe('what a list may not change by itself', () => {
  const heads = ['Type', 'Partenaire', 'Depuis']
  const since = (typed: string, corrections = {}) =>
    rel([heads, ['jumelage', 'Stadt Altendorf am See', typed]], known(), { corrections })

  test('a vaguer or another date is a question, a finer one is taken, and so is one that somebody said of this record', () => {
    expect(since('1964').plan.columns).toEqual([])
    expect(since('1964').problems).toMatchObject([
      { code: 'vaguer', found: '', detail: '1964-06-12/..', suggestion: '1964/..' },
    ])
    const other = since('2011')
    expect([other.plan.columns, other.fates[0]?.what]).toEqual([[], 'same'])
    expect(other.problems).toMatchObject([{ code: 'other-date', suggestion: '2011/..', field: 'during' }])
    const said = since('2011', { 'row 2:during': '2011/..' })
    expect([said.plan.columns[0]?.columns, codes(said)]).toEqual([{ during: '2011/..' }, []])
    const finer = rel([heads, ['jumelage', 'Stadt Altendorf am See', '12/06/1964']], known({ during: '1964/..' }))
    expect(finer.plan.columns[0]?.columns).toEqual({ during: '1964-06-12/..' })
    const byId = rel(
      [
        ['Identifiant Perenne', 'Partenaires', 'Période'],
        [twinning, 'Stadt Altendorf am See', '2011/..'],
      ],
      known(),
    )
    expect(byId.plan.columns[0]?.columns).toEqual({ during: '2011/..' })
  })

  test('the dates of an agreement alike', () => {
    const agreement = {
      'agreementTitle@fr': 'Serment',
      'source agreementTitle': 'fr',
      agreementKind: 'charter',
      signedOn: '1964-06-12',
      firstEnd: '2024-06-12',
      renewal: 'express',
    }
    const ends = (typed: string) =>
      rel(
        [
          [...heads, 'Accord', 'Échéance'],
          ['jumelage', 'Stadt Altendorf am See', '', 'Serment', typed],
        ],
        known({}, agreement),
      )
    expect([ends('2024').plan.columns, codes(ends('2024'))]).toEqual([[], ['vaguer']])
    expect([ends('31/12/2030').plan.columns, codes(ends('31/12/2030'))]).toEqual([[], ['other-date']])
  })

  test('a text in another language than that of the record is a question, not a translation', () => {
    const observed = 'El convenio se firmó con el gobierno provincial para formar a los técnicos del agua desde 2011.'
    const told = known({ 'narrative@fr': 'Tout a commencé par une lettre de 2003.', 'source narrative': 'fr' })
    const row = [
      [...heads, 'Observations'],
      ['jumelage', 'Stadt Altendorf am See', '', observed],
    ]
    const found = rel(row, told, { guess: true })
    expect([found.plan.texts, found.fates[0]?.what]).toEqual([[], 'same'])
    expect(found.problems.find(({ code }) => code === 'other-language')).toMatchObject({
      row: 2,
      field: 'language',
      found: '',
      detail: 'fr',
      suggestion: 'es',
    })
    const said = rel(row, told, { guess: true, corrections: { 'row 2:language': 'es' } })
    expect(said.plan.texts).toMatchObject([{ field: 'narrative', language: 'es', source: 'fr', body: observed }])
    // Where the record has no such text yet, it is its first.
    const first = rel(row, known(), { guess: true })
    expect(first.plan.texts).toMatchObject([{ field: 'narrative', language: 'es', source: 'es' }])
  })
})
