import { glob, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Locale, locales } from '../../source/ground/languages/locales.ts'
import { type Accepted, identicalTexts, notAccepted } from './messages/identical.ts'
import { type Leaf, leavesOf } from './messages/leaves.ts'
import { literalTexts } from './messages/literal-text.ts'
import { typographyProblems } from './messages/typography.ts'
import { wordsProblems } from './messages/words.ts'

/**
 * The language checks of a checkout: no text in pages, no text left untranslated, each language set as it should be,
 * the words complete. By itself: `node --import tsx tools/checks/messages.ts [FOLDER]`.
 *
 * @param root the folder that holds source/, docs/ and tools/
 * @returns one line a problem; a check that found nothing to look at is a problem too
 */
export async function checkMessages(root = process.cwd()): Promise<string[]> {
  const leaves = await readLeaves(root)
  const accepted: Accepted[] = JSON.parse(await readFile(join(root, 'tools/checks/identical.json'), 'utf8'))
  return [
    ...(await checkPages(root)),
    ...leaves.problems,
    ...identicalTexts(leaves.found, accepted),
    ...leaves.found.flatMap(typographyOf),
    ...wordsProblems('docs/words.md', await readFile(join(root, 'docs/words.md'), 'utf8')),
  ]
}

async function checkPages(root: string): Promise<string[]> {
  const paths = await Array.fromAsync(glob('source/**/*.tsx', { cwd: root }))
  if (paths.length === 0) return ['source: no page was found to look at']
  const found = await Promise.all(
    paths.sort().map(async path => literalTexts(path, await readFile(join(root, path), 'utf8'))),
  )
  return found.flat()
}

async function readLeaves(root: string): Promise<{ found: Leaf[]; problems: string[] }> {
  const paths = await Array.fromAsync(glob('source/**/messages/*.ts', { cwd: root }))
  const modules = paths.filter(path => !/\.(fr|es|pt|en)\.ts$/.test(path)).sort()
  const found: Leaf[] = []
  const problems: string[] = modules.length === 0 ? ['source: no module of messages was found'] : []
  for (const path of modules) {
    const before = found.length
    const exported: Record<string, unknown> = await import(pathToFileURL(join(root, path)).href)
    for (const [name, value] of Object.entries(exported)) {
      if (isInFourLanguages(value)) found.push(...leavesOf(name, value))
    }
    const isArea = paths.includes(path.replace(/\.ts$/, '.en.ts'))
    if (isArea && found.length === before) problems.push(`${path}: exports nothing in four languages`)
  }
  for (const { key, said } of found) {
    const lacking = locales.filter(locale => (said[locale] ?? []).length === 0)
    if (lacking.length > 0) {
      problems.push(`${key}: no words in ${lacking.join(', ')} (a function is called with sample arguments: leaves.ts)`)
    }
  }
  return { found, problems }
}

function isInFourLanguages(value: unknown): value is Record<Locale, unknown> {
  return typeof value === 'object' && value !== null && locales.every(locale => locale in value)
}

function typographyOf(leaf: Leaf): string[] {
  return locales.flatMap(locale => {
    const problems = new Map<string, string>()
    for (const text of leaf.said[locale] ?? []) {
      for (const problem of typographyProblems(locale, text)) if (!problems.has(problem)) problems.set(problem, text)
    }
    return [...problems].map(([problem, text]) => `${leaf.key} (${locale}): ${problem}: “${text.slice(0, 80)}”`)
  })
}

if (process.argv[1] !== undefined && import.meta.filename === resolve(process.argv[1])) {
  // With --identical: what is not accepted yet, as entries to look at one by one and to put into identical.json.
  if (process.argv[2] === '--identical') {
    const { found } = await readLeaves(process.cwd())
    console.log(JSON.stringify(notAccepted(found, []), null, 2))
    process.exit(0)
  }
  const problems = await checkMessages(process.argv[2])
  for (const problem of problems) console.error(problem)
  process.exitCode = problems.length > 0 ? 1 : 0
}
