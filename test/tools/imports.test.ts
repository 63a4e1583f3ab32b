import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkImports } from '../../tools/checks/imports.ts'

const here = fileURLToPath(new URL('../..', import.meta.url))
let copy: string

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'perenne-law-'))
  cpSync(join(here, 'package.json'), join(copy, 'package.json'))
})
afterEach(() => rmSync(copy, { recursive: true, force: true }))

const plant = (file: string, text: string) => {
  mkdirSync(dirname(join(copy, 'source', file)), { recursive: true })
  writeFileSync(join(copy, 'source', file), text)
}
const found = () => checkImports(copy).map(({ file, line, message }) => `${file}:${line} ${message}`)

describe('planted in a copy of the house', () => {
  beforeEach(() => cpSync(join(here, 'source'), join(copy, 'source'), { recursive: true }))

  test('a violation is told with its file and line', () => {
    plant('convene/rules/planted.ts', 'export const planted = 1\n')
    plant(
      'ground/planted.ts',
      "// first line\nimport { planted } from '#convene/rules/planted.ts'\nexport { planted }\n",
    )
    expect(found()).toContain('source/ground/planted.ts:2 imports #convene/rules/planted.ts: ground knows no room')
  })

  test('a circle is told, even one of types through three files', () => {
    plant('ground/one.ts', "import type { Two } from './two.ts'\nexport type One = Two\n")
    plant('ground/two.ts', "export type { Three as Two } from './three.ts'\n")
    plant('ground/three.ts', "export type Three = import('./one.ts').One | null\n")
    const circles = found().filter(line => line.includes('a circle') && line.includes('ground/one.ts'))
    expect(circles).toHaveLength(1)
    expect(circles[0]).toContain('ground/one.ts → ground/two.ts → ground/three.ts → ground/one.ts')
  })

  test('an island stands alone: it imports rules and islands, and no page imports it', () => {
    plant('convene/islands/planted.ts', "import '../rules/kept.ts'\nimport '../store/tables.ts'\nimport 'hono'\n")
    plant('convene/rules/kept.ts', 'export const kept = 1\n')
    plant('convene/pages/planted.ts', "import '../islands/planted.ts'\n")
    const planted = found().filter(line => line.includes('planted.ts'))
    expect(planted).toEqual([
      'source/convene/islands/planted.ts:2 imports ../store/tables.ts: islands may not import store',
      'source/convene/islands/planted.ts:3 imports hono: an island is small and stands alone: no package, so not hono',
      'source/convene/pages/planted.ts:1 imports ../islands/planted.ts: pages may not import islands',
    ])
  })

  test('the program that npm run check runs ends with 1', () => {
    plant('ground/planted.ts', "import './planted.ts'\n")
    const program = join(here, 'tools/checks/imports.ts')
    const { status, stdout } = spawnSync(join(here, 'node_modules/.bin/node'), [program, copy], { encoding: 'utf8' })
    expect(stdout).toContain('source/ground/planted.ts:1 a circle of imports: ground/planted.ts → ground/planted.ts')
    expect(status).toBe(1)
  })
})

test('a run over no files fails', () => {
  expect(found()).toEqual(['source/:1 no module was found; nothing was checked'])
})

test('a module that cannot be read fails, and so does one of an unknown kind', () => {
  plant('ground/broken.ts', 'export const = 1\n')
  plant('ground/page.vue', '<template/>')
  expect(found()).toEqual([
    expect.stringMatching(/^source\/ground\/broken\.ts:1 cannot be read/),
    'source/ground/page.vue:1 was not read by the import law',
  ])
})

describe('the law', () => {
  const ways: [from: string, to: string, why: string | null][] = [
    ['convene/seminar/rules/a.ts', 'convene/registration/rules/b.ts', null],
    ['convene/seminar/rules/a.ts', 'convene/seminar/store/b.ts', 'rules may not import store'],
    ['convene/seminar/rules/a.ts', 'ground/languages/locales.ts', null],
    ['convene/seminar/rules/a.ts', 'ground/clock.ts', 'rules import only rules'],
    ['convene/seminar/store/a.ts', 'convene/seminar/acts/b.ts', 'store may not import acts'],
    ['convene/seminar/store/a.ts', 'ground/database/actor.ts', null],
    ['convene/seminar/store/a.ts', 'ground/web/answer.ts', 'a store imports'],
    ['convene/seminar/acts/a.ts', 'convene/seminar/store/b.ts', null],
    ['convene/seminar/acts/a.ts', 'convene/seminar/pages/b.tsx', 'pages are used by nobody'],
    ['convene/registration/acts/a.ts', 'convene/seminar/acts/b.ts', null],
    ['convene/registration/pages/a.tsx', 'convene/seminar/store/b.ts', null],
    ['convene/registration/pages/a.tsx', 'convene/seminar/pages/b.tsx', 'pages are used by nobody'],
    ['convene/registration/pages/a.tsx', 'convene/registration/pages/b.tsx', null],
    ['convene/programme/telling/pages/a.tsx', 'convene/programme/pages/b.tsx', null],
    ['convene/programme/pages/a.tsx', 'convene/programme/telling/pages/b.tsx', 'pages are used by nobody'],
    ['convene/programme/telling/pages/a.tsx', 'convene/programme/panel/pages/b.tsx', 'pages are used by nobody'],
    ['convene/registration/acts/a.ts', 'convene/seminar/index.ts', 'an index.ts gathers'],
    ['convene/registration/index.ts', 'convene/registration/pages/b.tsx', null],
    ['convene/index.ts', 'convene/registration/index.ts', null],
    ['receive/acts/a.ts', 'convene/registration/acts/b.ts', null],
    ['receive/pages/a.tsx', 'convene/registration/pages/b.tsx', 'pages are used by nobody'],
    ['convene/seminar/acts/a.ts', 'receive/acts/b.ts', 'convene comes before receive'],
    ['exchange/acts/a.ts', 'hand-over/store/b.ts', null],
    ['ground/people/rules/a.ts', 'ground/database/actor.ts', 'rules import only rules'],
    ['ground/web/a.ts', 'rooms.ts', 'the opening files'],
    ['main.ts', 'convene/seminar/pages/b.tsx', null],
  ]
  test.each(ways)('%s → %s', (from, to, why) => {
    plant(to, 'export const b = 1\n')
    const up = '../'.repeat(from.split('/').length - 1) || './'
    plant(from, `import { b } from '${up}${to}'\nexport const a = b\n`)
    if (why === null) expect(found()).toEqual([])
    else expect(found()).toEqual([expect.stringContaining(why)])
  })

  const forms = [
    "import type { B } from '#convene/rules/b.ts'",
    "export * from '#convene/rules/b.ts'",
    "export { b } from '#convene/rules/b.ts'",
    "export const b = () => import('#convene/rules/b.ts')",
    "export type B = import('#convene/rules/b.ts').B",
    "import b = require('#convene/rules/b.ts')",
    "declare module '#convene/rules/b.ts' { interface C {} }",
  ]
  test.each(forms)('sees %s', form => {
    plant('convene/rules/b.ts', 'export const b = 1\nexport type B = 1\n')
    plant('ground/a.ts', `${form}\nexport {}\n`)
    expect(found()).toEqual(['source/ground/a.ts:1 imports #convene/rules/b.ts: ground knows no room'])
  })

  test('refuses what it cannot follow, a file that is not there, and one that stands nowhere', () => {
    plant('ground/a.ts', "const name = './b.ts'\nexport const b = () => import(name)\nimport './missing.ts'\n")
    plant('convene/helpers.ts', 'export {}\n')
    plant('party/rules/a.ts', 'export {}\n')
    expect(found()).toEqual([
      'source/ground/a.ts:2 import() of what is known only when it runs; name the file',
      'source/ground/a.ts:3 ./missing.ts names no file of source/',
      expect.stringContaining('source/convene/helpers.ts:1 a file of a room stands in rules/'),
      expect.stringContaining('source/party/rules/a.ts:1 party/ is neither ground nor one of the rooms'),
    ])
  })

  test('keeps the database in store/ and the world out of rules/', () => {
    plant('convene/acts/a.ts', "import { sql } from 'kysely'\nexport { sql }\n")
    plant('convene/store/a.ts', "import { sql } from 'kysely'\nexport { sql }\n")
    plant('convene/rules/a.ts', "import { readFileSync } from 'node:fs'\nexport { readFileSync }\n")
    expect(found()).toEqual([
      'source/convene/acts/a.ts:1 imports kysely: only store/ speaks to the database',
      'source/convene/rules/a.ts:1 imports node:fs: rules are pure: node:fs reaches outside',
    ])
  })
})
