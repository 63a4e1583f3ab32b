import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { filesUnder, type Problem } from './module-graph.ts'

/**
 * Lists that people keep by hand beside what they list: links between documents, the numbers of decisions and of
 * migrations, the commands of the README. (docs/data.md is compared with the database's catalogue by a test.)
 */
export function checkLists(root: string): Problem[] {
  return [
    ...deadLinks(root),
    ...numbers(root, 'docs/decisions', /^(\d{4})-.+\.md$/),
    ...migrations(root),
    ...commands(root),
    ...lockedParts(root),
  ]
}

type Locked = { packages: Record<string, { optionalDependencies?: Record<string, string> }> }

/**
 * Packages come in parts for each platform, and `npm ci` refuses a lock file that names a part without an entry. npm
 * leaves out what the registry of the moment does not have, so this is seen here and not on somebody's machine.
 */
export function lockedParts(root: string): Problem[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Locked
  return Object.entries(packages).flatMap(([owner, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter(part => !(`node_modules/${part}` in packages) && !(`${owner}/node_modules/${part}` in packages))
      .map(part => ({ file: 'package-lock.json', line: 1, message: `${owner} names ${part}, which has no entry` })),
  )
}

function migrations(root: string): Problem[] {
  return numbers(root, 'source/ground/database/migrations', /^(\d{4})_.+\.sql$/)
}

const documents = (root: string): string[] => [
  ...readdirSync(root).filter(name => name.endsWith('.md')),
  ...filesUnder(join(root, 'docs'))
    .filter(name => name.endsWith('.md'))
    .map(name => `docs/${name}`),
]

/** Links in Markdown to files of ours that are not there. */
function deadLinks(root: string): Problem[] {
  const problems: Problem[] = []
  for (const file of documents(root)) {
    forEachLine(join(root, file), (text, line) => {
      for (const [, target = ''] of text.matchAll(/\]\(<?([^)\s>]+)>?[^)]*\)/g)) {
        if (/^[a-z]+:|^#/.test(target)) continue
        const path = join(root, dirname(file), decodeURI(target.replace(/#.*$/, '')))
        if (!existsSync(path)) problems.push({ file, line, message: `links to ${target}, which is not there` })
      }
    })
  }
  return problems
}

/** Numbered files: one after the other from 0001, none twice. */
function numbers(root: string, folder: string, pattern: RegExp): Problem[] {
  if (!existsSync(join(root, folder))) return [{ file: folder, line: 1, message: 'is not there' }]
  const problems: Problem[] = []
  const names = readdirSync(join(root, folder))
    .filter(name => name !== 'README.md')
    .sort()
  let expected = 1
  for (const name of names) {
    const found = Number(pattern.exec(name)?.[1] ?? Number.NaN)
    if (found === expected) expected++
    else
      problems.push({
        file: `${folder}/${name}`,
        line: 1,
        message: `expected the number ${String(expected).padStart(4, '0')}`,
      })
  }
  if (names.length === 0) problems.push({ file: folder, line: 1, message: 'is empty' })
  return problems
}

/** Commands that the documents tell one to type and package.json does not know. */
function commands(root: string): Problem[] {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  const problems: Problem[] = []
  for (const file of documents(root)) {
    forEachLine(join(root, file), (text, line) => {
      for (const [, script = ''] of text.matchAll(/npm run (?:-s |--silent )?([a-z][\w-]*(?::[\w-]+)*)/g)) {
        if (!(script in scripts))
          problems.push({ file, line, message: `says npm run ${script}, which package.json does not know` })
      }
    })
  }
  return problems
}

function forEachLine(path: string, read: (text: string, line: number) => void): void {
  for (const [index, text] of readFileSync(path, 'utf8').split('\n').entries()) read(text, index + 1)
}
