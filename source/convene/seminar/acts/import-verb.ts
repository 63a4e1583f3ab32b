import { readFile, stat } from 'node:fs/promises'
import { type Command, type CommandLine, WrongUsage } from '#ground/administration/commands.ts'
import { job } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { largestFile } from '../rules/file-values.ts'
import { type ImportedSeminar, importSeminar, type Side } from './import-seminar.ts'

/**
 * `perenne import FILE [announce] [dry-run] [--prefer file|browser]`, with `--json`. Where the file would overwrite what was
 * changed in the browser and nobody said which side wins, nothing is written and each field is told. Runs as a job: whoever may run the program on this machine
 * may already read and write everything it keeps.
 *
 * @param inHouse opens the house for one piece of work and closes it after
 */
export function importVerb(
  inHouse: (line: CommandLine, work: (house: House) => Promise<number>) => Promise<number>,
): Command {
  return {
    verb: 'import',
    operands: 'FILE [announce] [dry-run]',
    options: { prefer: ['file', 'browser'] },
    about: 'make or bring up to date a seminar from its YAML file (docs/seminar-file.md)',
    async run(line) {
      const [file, ...words] = line.words
      if (file === undefined || words.some(word => word !== 'announce' && word !== 'dry-run')) throw new WrongUsage()
      // Before the house is opened: a file that cannot be read needs no database.
      const text = await readText(file)
      return inHouse(line, house => importText(house, line, { file, text, words }))
    },
  }
}

/** @throws Error one clear line: not there, too large, not UTF-8 */
async function readText(file: string): Promise<string> {
  try {
    const { size } = await stat(file)
    if (size > largestFile) throw new Error(`${file} has ${size} bytes; a seminar file has at most ${largestFile}.`)
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new Error(`${file} does not exist.`)
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') throw new Error(`${file} is not a text in UTF-8.`)
    throw error
  }
}

async function importText(
  house: House,
  line: CommandLine,
  { file, text, words }: { file: string; text: string; words: readonly string[] },
): Promise<number> {
  const dryRun = words.includes('dry-run')
  const prefer = line.options?.prefer as Side | undefined
  const result = await importSeminar(house, job('import'), text, {
    announce: words.includes('announce'),
    dryRun,
    ...(prefer ? { prefer } : {}),
  })
  if (line.json) line.say(JSON.stringify(result))
  if (!result.ok && result.why !== 'problems') return complainOfConflicts(line, result)
  if (!result.ok) {
    for (const { line: row, column, path, found, expected } of result.problems) {
      const where = path === '' ? '' : ` ${path}:`
      line.complain(`${file}:${row}:${column}:${where} ${found === null ? '' : `found “${found}”. `}${expected}`)
    }
    line.complain(`Nothing was imported: ${result.problems.length} to put right.`)
    return 1
  }
  const { created, changes, slug, kept, unknownFiles } = result
  const made = dryRun ? 'would be made' : 'made'
  const changed = dryRun ? 'would change' : 'changed'
  if (!line.json) line.say(created ? `${slug}: ${made}` : `${slug}: ${changes.length} ${changed}`)
  for (const { slot, place, url } of unknownFiles)
    line.complain(
      `${slug}: document ${place} of the slot ${slot} opens nothing: there is no file ${url} in this seminar.`,
    )
  if (kept > 0) line.complain(`${slug}: changed in the browser since the last import and kept: ${kept}.`)
  return 0
}

/** Each field that waits for a decision, with what it was, is, and would be. */
function complainOfConflicts(line: CommandLine, { why, slug, conflicts, problems }: Undecided): number {
  for (const { path, base, now, wanted } of conflicts) {
    line.complain(path)
    line.complain(`  at the last import: ${inShort(base)}`)
    line.complain(`  is now:             ${inShort(now)}`)
    line.complain(`  the file says:      ${inShort(wanted)}`)
  }
  if (why === 'mixed') {
    for (const { path, found, expected } of problems)
      line.complain(`${path}: ${found === null ? '' : `found “${found}”. `}${expected}`)
    line.complain('Nothing was imported: what was kept from the browser and the rest of the file do not go together.')
    return 1
  }
  line.complain(
    `Nothing was imported: ${slug} was changed in the browser where the file says something else (${conflicts.length}).`,
  )
  line.complain(
    'Say which side wins: --prefer file, or --prefer browser. Field by field, in the browser: /en/desk/import.',
  )
  return 1
}

type Undecided = Exclude<ImportedSeminar, { ok: true } | { why: 'problems' }>

/** On one line, cut. */
function inShort(text: string | null): string {
  if (text === null) return '(nothing)'
  const flat = [...text.replace(/\s+/g, ' ')]
  return flat.length > 100 ? `${flat.slice(0, 100).join('')}…` : flat.join('')
}
