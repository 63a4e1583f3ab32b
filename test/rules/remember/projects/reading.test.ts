import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { themesWords } from '../../../../source/remember/messages/project-themes.ts'
import { budgetYearsText, readBudgetYears } from '../../../../source/remember/projects/rules/budget-years.ts'
import {
  goals,
  isCode,
  markers,
  partyRoles,
  scopes,
  significances,
  statuses,
  usualSectors,
} from '../../../../source/remember/projects/rules/codes.ts'
import { readCoordinates } from '../../../../source/remember/projects/rules/coordinates.ts'
import { scdlColumns, scdlRow } from '../../../../source/remember/projects/rules/scdl.ts'
import { readSigned } from '../../../../source/remember/projects/rules/signed.ts'
import { themeErrors, themesOf, themesTyped } from '../../../../source/remember/projects/rules/themes.ts'
import { oddVotes } from '../../../../source/remember/projects/rules/votes.ts'
import { testWithFixtures } from '../../../support/fixtures.ts'

describe('codes', () => {
  test('are told from what is none', () => {
    for (const code of ['14030', '15112', '99820']) expect(isCode('sector', code), code).toBe(true)
    for (const code of ['1403', '140300', '14300', '99999', 'eau', '']) expect(isCode('sector', code), code).toBe(false)
    for (const code of ['6.1', '17.19', '11.b', '8.10']) expect(isCode('target', code), code).toBe(true)
    for (const code of ['6.7', '6.c', '18.1', '6', '17.a', '6.01', '0.1'])
      expect(isCode('target', code), code).toBe(false)
    expect(isCode('goal', '17') && isCode('marker', '12')).toBe(true)
    expect(isCode('goal', '0') || isCode('goal', '18') || isCode('marker', '13')).toBe(false)
  })
  testWithFixtures('are those of the lists of IATI', folder => {
    type Item = { code: string; status?: string }
    const lists = JSON.parse(readFileSync(join(folder, 'iati/codelists.json'), 'utf8')) as Record<
      string,
      { items: Item[] }
    >
    const codes = (list: string) => (lists[list]?.items ?? []).map(item => item.code)
    expect(codes('ActivityStatus')).toEqual([...statuses])
    expect(codes('OrganisationRole')).toEqual([...partyRoles])
    expect(codes('ActivityScope')).toEqual([...scopes])
    expect(codes('UNSDG-Goals')).toEqual(goals)
    expect(codes('PolicyMarker')).toEqual(markers)
    expect(codes('PolicySignificance')).toEqual([...new Set(markers.flatMap(significances))].sort())
    const targets = codes('UNSDG-Targets')
    expect(targets).toHaveLength(169)
    expect(targets.filter(code => !isCode('target', code))).toEqual([])
    expect(codes('Sector').filter(code => !isCode('sector', code))).toEqual([])
    const inUse = (lists.Sector?.items ?? []).filter(item => item.status !== 'withdrawn').map(item => item.code)
    expect(usualSectors.filter(code => !inUse.includes(code))).toEqual([])
    // What is no target of the list is none here either.
    const all = goals.flatMap(goal =>
      ['a', 'b', 'c', 'd', ...Array.from({ length: 25 }, (_, n) => String(n + 1))].map(part => `${goal}.${part}`),
    )
    expect(all.filter(code => isCode('target', code)).sort()).toEqual([...targets].sort())
  })
  test('each of the short list is named in four languages', () => {
    for (const words of Object.values(themesWords))
      expect(Object.keys(words.sectorNames).sort()).toEqual([...usualSectors].sort())
  })
})

describe('themes as the form sends them', () => {
  const code = fc.constantFrom('14030', '43030', '15112', '24010', '31120')
  const rows = fc.uniqueArray(fc.record({ code, listed: fc.boolean() }), { selector: row => row.code, maxLength: 5 })
  test('are kept and shown again as the same', () => {
    fc.assert(
      fc.property(rows, fc.uniqueArray(fc.constantFrom(...goals)), (sectors, chosen) => {
        const even = sectors.length === 0 ? [] : evenly(sectors.length)
        const fields = Object.fromEntries(
          sectors.flatMap((row, index) => [
            [`sector-${index + 1}`, row.listed ? row.code : ''],
            [`sector-code-${index + 1}`, row.listed ? '' : row.code],
            [`sector-share-${index + 1}`, even[index] ?? ''],
          ]),
        )
        const typed = { 'sector-1': '', ...fields, goals: chosen.join(' ') }
        expect(themeErrors(typed, usualSectors)).toEqual({})
        const kept = themesTyped(typed, usualSectors)
        const again = themesTyped({ sectors: kept.sectors ?? '', goals: kept.goals ?? '' }, usualSectors)
        expect([again.sectors, again.goals]).toEqual([kept.sectors, kept.goals])
        const sectorsKept = themesOf(kept).filter(theme => theme.vocabulary === 'sector')
        expect(sectorsKept.map(theme => theme.code)).toEqual(sectors.map(row => row.code))
        expect(themesOf(kept).filter(theme => theme.vocabulary === 'goal')).toHaveLength(chosen.length)
      }),
    )
  })
  const evenly = (count: number) => {
    const each = Math.floor(100 / count)
    return Array.from({ length: count }, (_, index) => String(index === 0 ? 100 - each * (count - 1) : each))
  }
  test.each([
    [{ 'sector-1': '14030', 'sector-share-1': '60' }, { 'sector-share-1': 'sharesSum' }],
    [{ 'sector-1': '14030', 'sector-share-1': '60', 'sector-2': '43030' }, { 'sector-share-1': 'sharesSome' }],
    [{ 'sector-1': '14030', 'sector-2': '14030' }, { 'sector-2': 'sectorTwice' }],
    [{ 'sector-1': '14030', 'sector-code-1': '43030' }, { 'sector-code-1': 'oneSector' }],
    [{ 'sector-1': '', 'sector-code-1': 'eau' }, { 'sector-code-1': 'sector' }],
    [{ 'sector-1': '', 'sector-share-1': '50' }, { 'sector-1': 'sector' }],
    [{ 'sector-1': '14030', 'sector-share-1': 'half' }, { 'sector-share-1': 'share' }],
    [{ targets: '6.1 99.9' }, { targets: 'targets' }],
    [{ goals: '18' }, { goals: 'choice' }],
    [{ own: 'x'.repeat(61) }, { own: 'own' }],
    // The shares may wait.
    [{ 'sector-1': '14030', 'sector-2': '43030' }, {}],
  ])('%j', (typed, errors) => {
    expect(themeErrors(typed as unknown as Record<string, string>, usualSectors)).toEqual(errors)
  })
})

test('coordinates are read as maps give them, and kept to a tenth of a metre', () => {
  for (const [typed, kept] of [
    ['-33.0472, -71.6127', '-33.0472, -71.6127'],
    ['-33,0472 ; -71,6127', '-33.0472, -71.6127'],
    ['−33.04720000 −71.6127', '-33.0472, -71.6127'],
    ['48.1/2', '48.1, 2'],
    ['48.12345678,2.5', '48.123456, 2.5'],
    ['91, 0', null],
    ['0, 181', null],
    ['Valparaíso', null],
    ['48', null],
  ] as const)
    expect(readCoordinates(typed), typed).toBe(kept)
  fc.assert(
    fc.property(
      fc.double({ min: -90, max: 90, noNaN: true }),
      fc.double({ min: -180, max: 180, noNaN: true }),
      (lat, lon) => {
        const [a, b] = (readCoordinates(`${lat.toFixed(5)}, ${lon.toFixed(5)}`) ?? '').split(', ')
        expect(Number(a)).toBeCloseTo(lat, 4)
        expect(Number(b)).toBeCloseTo(lon, 4)
      },
    ),
  )
})

test('an amount may take back another', () => {
  expect(readSigned('-1 200,50')).toBe('-1200.50')
  expect(readSigned('−3')).toBe('-3')
  expect(readSigned('-0')).toBe('0')
  expect(readSigned('12')).toBe('12')
  expect(readSigned('--2')).toBeNull()
})

test('votes that do not add up are told', () => {
  const count = fc.option(fc.integer({ min: 0, max: 60 }), { nil: null })
  fc.assert(
    fc.property(count, count, count, count, count, (voters, voted, yes, no, none) => {
      const odd = oddVotes({ voters, voted, for: yes, against: no, abstentions: none })
      const sum = (yes ?? 0) + (no ?? 0) + (none ?? 0)
      expect(odd.includes('more-than-voters')).toBe(voters !== null && voted !== null && voted > voters)
      expect(odd.includes('more-than-voted')).toBe(voted === null ? voters !== null && sum > voters : sum > voted)
      const known = yes !== null && no !== null && none !== null
      expect(odd.includes('fewer-than-voted')).toBe(known && voted !== null && sum < voted)
    }),
  )
})

test('a decision is a row of the open schema, column by column', () => {
  const names =
    'COLL_NOM COLL_SIRET DELIB_ID DELIB_DATE DELIB_MATIERE_CODE DELIB_MATIERE_NOM DELIB_OBJET BUDGET_ANNEE BUDGET_NOM ' +
    'PREF_ID PREF_DATE VOTE_EFFECTIF VOTE_REEL VOTE_POUR VOTE_CONTRE VOTE_ABSTENTION DELIB_URL'
  expect(scdlColumns.join(' ')).toBe(names)
  const decision = {
    bodyName: null,
    bodySiret: null,
    number: '2015-112',
    decidedOn: '2015-06-25',
    subjectCode: '8.4.2',
    subjectName: 'aménagement',
    object: 'Convention',
    budgetYear: 2015,
    budgetYearLast: null,
    budgetName: 'Principal',
    prefectureId: 'PREF045',
    prefectureOn: '2015-06-29',
    voters: 43,
    voted: 40,
    votesFor: 30,
    votesAgainst: 4,
    abstentions: 6,
    url: 'https://ville.example/112.pdf',
  }
  const row = scdlRow(decision, { name: 'Ville', siret: '21450234500011' })
  expect(row).toHaveLength(scdlColumns.length)
  expect(row.map(cell => (cell === null ? null : String(cell)))).toEqual([
    'Ville',
    '21450234500011',
    '2015-112',
    '2015-06-25',
    '8.4',
    // As the nomenclature names its code: the two must agree.
    'domaines de compétences par thèmes/aménagement du territoire',
    'Convention',
    '2015',
    'Principal',
    'PREF045',
    '2015-06-29',
    '43',
    '40',
    '30',
    '4',
    '6',
    'https://ville.example/112.pdf',
  ])
})

describe('the years of a budget', () => {
  test.each([
    ['2017', 2017, null],
    [' 2017/2018 ', 2017, 2018],
    ['2017-2020', 2017, 2020],
    ['2017 – 2018', 2017, 2018],
    ['2017/2017', 2017, null],
  ])('%s', (typed, first, last) => expect(readBudgetYears(typed)).toEqual({ first, last }))
  test.each(['', '17', '2018/2017', '2017/18', '1899', '2017/2201', '2017/2018/2019', 'eau'])('%j is none', typed =>
    expect(readBudgetYears(typed)).toBeNull(),
  )
  test('are written as the schema asks, and read again as the same', () => {
    const year = fc.integer({ min: 1900, max: 2200 })
    fc.assert(
      fc.property(year, fc.option(year), (first, other) => {
        const last = other !== null && other > first ? other : null
        const text = budgetYearsText(first, last) ?? ''
        expect(text).toMatch(/^[0-9]{4}(\/[0-9]{4})?$/)
        expect(readBudgetYears(text)).toEqual({ first, last })
      }),
    )
    expect(budgetYearsText(null, null)).toBeNull()
  })
})

describe('policy markers', () => {
  test('say how much they count; one noted before that was asked keeps saying nothing', () => {
    const typed = themesTyped({ markers: '8 1:2' }, usualSectors)
    expect(typed.markers).toBe('1:2 8')
    expect(themesOf(typed)).toEqual([
      { vocabulary: 'marker', code: '1', percentage: null, significance: 2 },
      { vocabulary: 'marker', code: '8', percentage: null, significance: null },
    ])
    const form = themesTyped({ 'marker-1': '0', 'marker-2': '', 'marker-8': 'unsaid', markers: '5:1' }, usualSectors)
    expect(form.markers).toBe('1:0 8')
  })
  test.each([
    [{ markers: '1:3' }, 'marker-1'],
    [{ markers: '8:3' }, null],
    [{ markers: '8:4' }, 'marker-8'],
    [{ markers: '9:4' }, null],
    [{ markers: '2:5' }, 'marker-2'],
    [{ markers: '13:1' }, 'markers'],
    [{ 'marker-1': 'much' }, 'marker-1'],
  ])('%j', (fields, wrong) => {
    expect(Object.keys(themeErrors(fields as Record<string, string>, usualSectors))).toEqual(
      wrong === null ? [] : [wrong],
    )
  })
})
