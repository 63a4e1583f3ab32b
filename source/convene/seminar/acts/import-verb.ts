import { readFile, stat } from 'node:fs/promises'
import { type Command, type CommandLine, WrongUsage } from '#ground/administration/commands.ts'
import { job } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { largestFile } from '../rules/seminar-file.ts'
import { importSeminar } from './import-seminar.ts'

/**
 * `perenne import FILE [announce] [dry-run]`, with `--json`. Runs as a job: whoever may run the program on this machine
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
  const result = await importSeminar(house, job('import'), text, { announce: words.includes('announce'), dryRun })
  if (line.json) line.say(JSON.stringify(result))
  if (!result.ok) {
    for (const { line: row, column, path, found, expected } of result.problems) {
      const where = path === '' ? '' : ` ${path}:`
      line.complain(`${file}:${row}:${column}:${where} ${found === null ? '' : `found “${found}”. `}${expected}`)
    }
    line.complain(`Nothing was imported: ${result.problems.length} to put right.`)
    return 1
  }
  const { created, changes, slug } = result
  const made = dryRun ? 'would be made' : 'made'
  const changed = dryRun ? 'would change' : 'changed'
  if (!line.json) line.say(created ? `${slug}: ${made}` : `${slug}: ${changes.length} ${changed}`)
  return 0
}
