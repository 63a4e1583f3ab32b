import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { identicalTexts } from '../../../tools/checks/messages/identical.ts'
import { leavesOf } from '../../../tools/checks/messages/leaves.ts'
import { literalTexts } from '../../../tools/checks/messages/literal-text.ts'
import { typographyProblems } from '../../../tools/checks/messages/typography.ts'
import { wordsProblems } from '../../../tools/checks/messages/words.ts'
import { checkMessages } from '../../../tools/checks/messages.ts'

describe('texts in pages', () => {
  test.each([
    ['<p>Bonjour</p>', 'Bonjour'],
    ['<><b>{n}</b> places</>', 'places'],
    ['<img alt="A bridge" />', 'A bridge'],
    ["<a title={'Open'} />", 'Open'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: code to be parsed.
    ['<a aria-label={`Page ${n}`} />', 'Page'],
    ["<p>{n > 1 ? 'many' : t.one}</p>", 'many'],
    ["<p>{n && 'some'}</p>", 'some'],
    ["<p>{'a' + n}</p>", 'a'],
    ['<Field label="Name" hint={t.hint} />', 'Name'],
  ])('%s is found', (jsx, text) => {
    const problems = literalTexts('page.tsx', `const n = 1\nexport const page = ${jsx}`)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain('page.tsx:2:')
    expect(problems[0]).toContain(text)
  })

  test('what is no text of a language is not', () => {
    const jsx =
      // biome-ignore lint/suspicious/noTemplateCurlyInString: code to be parsed.
      '<p class="lead" id="x">{t.title} · {n} → <b>–</b> Perenne <i lang="fr" title={t.x(n)}>{`${n}%`}</i>{\'\\n\'} 2018</p>'
    expect(literalTexts('page.tsx', `export const page = ${jsx}`)).toEqual([])
  })

  test('a page that cannot be parsed is a problem', () => {
    expect(literalTexts('page.tsx', 'export const page = <p>')).toHaveLength(1)
  })
})

describe('texts that are identical', () => {
  const module = {
    fr: { save: 'Save', date: 'Date', count: (n: number) => `${n} place`, same: (name: string) => name },
    es: { save: 'Guardar', date: 'Fecha', count: (n: number) => `${n} cupo`, same: (name: string) => name },
    pt: { save: 'Salvar', date: 'Data', count: (n: number) => `${n} vaga`, same: (name: string) => name },
    en: { save: 'Save', date: 'Date', count: (n: number) => `${n} place`, same: (name: string) => name },
  }
  const leaves = leavesOf('area', module)

  test('are found, functions included; a text that only passes on a name is not', () => {
    const problems = identicalTexts(leaves, [])
    expect(problems.map(problem => problem.split(':')[0])).toEqual(['area.save', 'area.date', 'area.count'])
  })

  test('are accepted with a reason, in these languages only, and no longer than they are identical', () => {
    const same = { languages: ['fr', 'en'] as const, reason: 'the same word', texts: ['Date', '… place'] }
    expect(identicalTexts(leaves, [same])).toHaveLength(1)
    expect(identicalTexts(leaves, [{ ...same, languages: ['es', 'en'] }]).length).toBeGreaterThan(3)
    expect(identicalTexts(leaves, [{ ...same, reason: '' }])[1]).toContain('without a reason')
    expect(identicalTexts(leaves, [{ ...same, texts: ['Date', '… place', 'Hour'] }])[1]).toContain('“Hour”')
  })
})

describe('typography', () => {
  test.each([
    ['fr', 'Que cherchez-vous ?'],
    ['fr', 'Oui; non'],
    ['fr', 'Note : ceci'],
    ['fr', 'Note: ceci'],
    ['fr', 'Le « mot » juste'],
    ['fr', 'Le “mot” juste'],
    ['fr', "L'hôtel"],
    ['es', 'Qué busca?'],
    ['es', '¡Atención'],
    ['es', 'Espere...'],
    ['pt', 'Dois  espaços'],
    ['pt', 'Nota : isto'],
    ['en', 'What’s "this"'],
    ['en', ' Save'],
  ] as const)('%s: %s is found', (locale, text) => {
    expect(typographyProblems(locale, text)).not.toEqual([])
  })

  test.each([
    ['fr', 'Que cherchez-vous\u202f? Note\u00a0: le «\u00a0mot\u00a0»\u202f; l’hôtel, 9\u00a0h\u00a040… Oui\u202f!'],
    ['fr', 'Écrivez «\u00a0fr: …\u00a0», ou https://example.org/?a=1'],
    ['es', '¿Qué busca? ¡Atención! “Así”: 9:40'],
    ['pt', 'O que procura? 9h40; “assim”…'],
    ['en', 'What are you looking for? It’s 9:40: “so”…'],
  ] as const)('%s: %s is well set', (locale, text) => {
    expect(typographyProblems(locale, text)).toEqual([])
  })
})

test('the words: a row that lacks a language, and a list that is too short', () => {
  const row = '| a | b | c | d | e |\n'
  expect(wordsProblems('words.md', `| EN | FR | ES | PT | What |\n|---|---|---|---|---|\n${row.repeat(60)}`)).toEqual(
    [],
  )
  expect(wordsProblems('words.md', row.repeat(59))).toEqual(['words.md: 59 words; expected 60 at least'])
  expect(wordsProblems('words.md', `${row.repeat(60)}| a |  | c | d | e |`)).toEqual([
    'words.md:61: a language without its word',
  ])
})

describe('a whole checkout', () => {
  let root: string
  const put = async (path: string, content: string) => {
    await mkdir(join(root, path, '..'), { recursive: true })
    await writeFile(join(root, path), content)
  }
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'perenne-messages-'))
    await cp('docs/words.md', join(root, 'docs/words.md'))
    await put('tools/checks/identical.json', '[]')
    await put('source/ground/pages/good.tsx', 'export const page = (t: { a: string }) => <p>{t.a}</p>')
    const four = (fr: string, en: string) =>
      `{ fr: { a: '${fr}' }, es: { a: 'Hola' }, pt: { a: 'Olá' }, en: { a: '${en}' } }`
    await put('source/ground/messages/greeting.mjs', `export const greeting = ${four('Bonjour', 'Hello')}`)
    await put('source/ground/messages/greeting.ts', "export { greeting } from './greeting.mjs'")
  })
  afterAll(() => rm(root, { recursive: true, force: true }))

  test('in order is in order', async () => {
    expect(await checkMessages(root)).toEqual([])
  })

  test('with violations planted, each is told with its place', async () => {
    await put('source/room/pages/bad.tsx', 'export const page = <p title="Open">Welcome</p>')
    await put(
      'source/room/messages/planted.ts',
      `export const planted = {
        fr: { a: 'Copied', b: 'Vraiment ?', c: 'x' }, es: { a: 'Copiado', b: 'De verdad?', c: 'y' },
        pt: { a: 'Copiado de', b: 'Mesmo?', c: 'z' }, en: { a: 'Copied', b: 'Really?' } }`,
    )
    const problems = (await checkMessages(root)).join('\n')
    expect(problems).toContain('source/room/pages/bad.tsx:1: text in a page, not in a module of messages: “Welcome”')
    expect(problems).toContain('“Open”')
    expect(problems).toContain('planted.a: “Copied” is the same in fr, en')
    expect(problems).toContain('planted.b (fr): ; ! or ? without U+202F')
    expect(problems).toContain('planted.b (es): ¿ and ? do not come in pairs')
    expect(problems).toContain('planted.c: no words in en')
  })

  test('a folder where nothing is looked at is a problem, not a success', async () => {
    await rm(join(root, 'source'), { recursive: true })
    const problems = await checkMessages(root)
    expect(problems).toEqual(['source: no page was found to look at', 'source: no module of messages was found'])
  })
})
