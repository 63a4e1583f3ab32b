import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { circlesOf } from '../../tools/checks/cycles.ts'
import { checkLists } from '../../tools/checks/lists.ts'

let root: string
const plant = (file: string, text: string) => {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), text)
}
const found = () => checkLists(root).map(({ file, line, message }) => `${file}:${line} ${message}`)

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'perenne-lists-'))
  plant('package.json', '{"scripts": {"demo": "node demo.js"}}')
  plant('package-lock.json', JSON.stringify({ packages: { '': {} } }))
  plant('docs/decisions/0001-first.md', '# First\n')
  plant('source/ground/database/migrations/0001_first.sql', 'select 1;\n')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

test('nothing is found where all is right', () => {
  plant(
    'README.md',
    'See [first](docs/decisions/0001-first.md#why), <https://example.org>; run `npm run demo`: it opens.\n',
  )
  expect(found()).toEqual([])
})

test('a dead link, an unknown command, a gap and a number used twice are found', () => {
  plant('README.md', 'Words.\n![x](docs/gone.png) and `npm run fly`\n')
  plant('docs/decisions/0003-third.md', '# Third\n')
  plant('source/ground/database/migrations/0001_again.sql', 'select 2;\n')
  expect(found()).toEqual([
    'README.md:2 links to docs/gone.png, which is not there',
    'docs/decisions/0003-third.md:1 expected the number 0002',
    'source/ground/database/migrations/0001_first.sql:1 expected the number 0002',
    'README.md:2 says npm run fly, which package.json does not know',
  ])
})

test('a part for some platform that the lock file names and does not hold is found', () => {
  plant(
    'package-lock.json',
    JSON.stringify({
      packages: {
        'node_modules/tool': { optionalDependencies: { 'tool-here': '1.0.0', 'tool-there': '1.0.0' } },
        'node_modules/tool-here': {},
      },
    }),
  )
  expect(found()).toEqual(['package-lock.json:1 node_modules/tool names tool-there, which has no entry'])
})

test('folders that are not there are found, not passed over', () => {
  rmSync(join(root, 'docs/decisions'), { recursive: true })
  expect(found()).toEqual(['docs/decisions:1 is not there'])
})

test('circles: apart from each other, through a shared file, of one file with itself; none in a chain', () => {
  const graph = (edges: Record<string, string[]>) =>
    circlesOf(new Map(Object.entries(edges).map(([name, to]) => [name, new Set(to)])))
  expect(graph({ a: ['b'], b: ['c'], c: [] })).toEqual([])
  expect(graph({ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] })).toEqual([])
  expect(graph({ a: ['a'] })).toEqual([['a', 'a']])
  expect(graph({ a: ['b'], b: ['a'], c: ['d', 'a'], d: ['c'] })).toEqual([
    ['a', 'b', 'a'],
    ['c', 'd', 'c'],
  ])
  const long = Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`n${i}`, [`n${i + 1}`]]))
  expect(graph({ ...long, n20000: ['n0'] })[0]).toHaveLength(20_002)
})
