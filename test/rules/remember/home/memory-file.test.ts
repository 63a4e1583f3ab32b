import { readdir, readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { planMemory } from '../../../../source/remember/rules/file/plan.ts'
import { problemLines, readMemoryFile } from '../../../../source/remember/rules/file/read-memory-file.ts'

const folder = new URL('../../../../samples/', import.meta.url)
const samples = (await readdir(folder)).filter(name => /^memory-.*\.yaml$/.test(name))
const until = Temporal.PlainDate.from('2018-04-30')

describe.each(samples)('%s', name => {
  test('is right, and nothing in it is written before what it names', async () => {
    const read = readMemoryFile(await readFile(new URL(name, folder), 'utf8'))
    if (!read.ok) throw new Error(problemLines(read.problems).join('\n'))
    const written = new Set<string>()
    for (const { day, added, changed } of planMemory(read.file, key => key, until)) {
      expect(Temporal.PlainDate.compare(day, until)).toBeLessThanOrEqual(0)
      for (const row of added) written.add(row.id)
      for (const row of [...added, ...changed]) {
        expect(written).toContain(row.id)
        for (const [column, value] of Object.entries(row.columns)) {
          if (column.endsWith('_id') && typeof value === 'string')
            expect(written, `${row.id}.${column}`).toContain(value)
        }
      }
    }
  })
})

const small = (records: string) => `perenne: memory/1
space: {kind: territory, slug: somewhere}
source: fr
since: 2015-01-01
${records}`
const plan = (records: string) => {
  const read = readMemoryFile(small(records))
  if (!read.ok) throw new Error(problemLines(read.problems).join('\n'))
  return planMemory(read.file, key => key, until).map(({ day, added, changed }) => [
    day.toString(),
    added.map(({ id }) => id),
    changed.map(({ id, columns }) => [id, columns.during ?? columns.outcome]),
  ])
}

test('what is long past is written on the first day, what happens later on the day after, what is mended on its day', () => {
  expect(
    plan(`contacts: [{key: ana, given: Ana, family: Paz}]
posts: [{key: mayor, title: Maire, nature: political, held: [{by: ana, during: 2008-03/2016-06-30}]}]
relationships: [{key: tie, kind: twinning, during: 1998/.., name: Lien, before: [{until: 2016-02-01, during: 1997~/..}]}]
journal: [{key: call, kind: call, during: 2016-11-05, title: Appel, about: [tie], commitments: [{key: send, owed_by: us, what: Envoyer, settled: {on: 2017-01-09, outcome: kept}}]}]
`),
  ).toEqual([
    ['2015-01-01', ['ana', 'mayor', 'mayor/held/ana/2008-03/2016-06-30', 'tie'], []],
    ['2016-02-01', [], [['tie', '1998/..']]],
    ['2016-07-01', [], [['mayor/held/ana/2008-03/2016-06-30', '2008-03/2016-06-30']]],
    ['2016-11-06', ['call', 'send', 'call/about/tie'], []],
    ['2017-01-09', [], [['send', 'kept']]],
  ])
})

test('every problem is told at once, in the order of the file, with its place and the word that was meant', () => {
  const read = readMemoryFile(
    small(`relationships:
  - {key: tie, kind: twinning, during: 1998/.., name: Lien, parties: [{organisation: vile}]}
  - {key: tie, kind: twinning, during: 2001/.., name: Autre}
organisations: [{key: ville, kind: local-government, name: Ville}]
`),
  )
  expect(read.ok ? [] : problemLines(read.problems)).toEqual([
    '6:86 relationships[0].parties[0].organisation: a key of organisations, perhaps ville',
    '7:11 relationships[1].key: a key that no other record has',
  ])
  const broken = readMemoryFile(small('relationships: [{key: tie'))
  expect(broken.ok ? [] : broken.problems.map(({ line }) => line)).toContain(5)
  const wrong = readMemoryFile(small('notes: [{key: n, kind: rumour, body: x, colour: red}]'))
  expect(wrong.ok ? [] : problemLines(wrong.problems).map(line => line.split(': ')[0])).toEqual([
    '5:24 notes[0].kind',
    '5:49 notes[0].colour',
  ])
})
