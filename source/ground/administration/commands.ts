import { backup, type CheckedBackup, checkBackup, reachDatabase, restore } from '../backup/index.ts'
import { examine } from '../doctor/index.ts'
import { administration } from '../languages/messages/administration.ts'
import { type Environment, readSettings } from '../settings.ts'
import { tell } from './words.ts'

/** What a command is given: what was typed after its verb, and where it speaks. */
export type CommandLine = {
  /** Arguments that are no options. */
  words: readonly string[]
  /** Answer as one JSON value. */
  json: boolean
  /** Options of the command, by their name without hyphens: `--prefer file` is `{ prefer: 'file' }`. */
  options?: Readonly<Record<string, string>>
  environment: Environment
  /** A line on standard output. */
  say(line: string): void
  /** A line on standard error. */
  complain(line: string): void
}

/** A verb of the command line. Rooms add theirs in cli.ts. */
export type Command = {
  verb: string
  /** As it is typed after the verb, such as `FILE`; empty when there is nothing. */
  operands: string
  /** Its options besides `--json`, with the values that each may have: `{ prefer: ['file', 'browser'] }`. */
  options?: Readonly<Record<string, readonly string[]>>
  about: string
  /** @returns the exit code; an error that is thrown is told in one line, and the code is 1 */
  run(line: CommandLine): Promise<number>
}

/** The wrong number of operands: the command's usage is told, and the code is 2. */
export class WrongUsage extends Error {}

/** The only operand of a command. @throws WrongUsage */
export function onlyWord({ words }: CommandLine): string {
  const [word] = words
  if (word === undefined || word === '' || words.length > 1) throw new WrongUsage()
  return word
}

const backupCommand: Command = {
  verb: 'backup',
  operands: 'FILE',
  about: 'write the whole installation into one file, while it runs or not',
  async run(line) {
    const file = onlyWord(line)
    const settings = readSettings(line.environment, 'start')
    const reached = await reachDatabase(settings)
    try {
      const { bytes, manifest } = await backup({ owner: reached.owner, dataFolder: settings.dataFolder, file })
      const told = { file, bytes, rows: rowsOf(manifest), files: manifest.files.length, created: manifest.created }
      if (line.json) line.say(JSON.stringify(told))
      // On standard error when the backup itself may be on standard output.
      else line.complain(`Backed up ${told.rows} rows and ${told.files} files into ${file} (${bytes} bytes).`)
      return 0
    } finally {
      await reached.close()
    }
  },
}

const restoreCommand: Command = {
  verb: 'restore',
  operands: 'FILE',
  about: 'put a backup into a new, empty installation (PERENNE_DATA)',
  async run(line) {
    const file = onlyWord(line)
    const settings = readSettings(line.environment, 'start')
    // Before anything is made: a damaged file must leave no trace.
    const checked = await checkBackup(file)
    const reached = await reachDatabase(settings, { create: true })
    try {
      if (reached.serverLives) {
        line.complain(`A server runs on ${settings.dataFolder} (PERENNE_DATA); stop it, then restore.`)
        return 1
      }
      await restore(checked, { owner: reached.owner, dataFolder: settings.dataFolder })
    } finally {
      await reached.close()
    }
    const { manifest } = checked
    const told = { file, rows: rowsOf(manifest), files: manifest.files.length, created: manifest.created }
    if (line.json) line.say(JSON.stringify(told))
    else line.say(`Restored ${told.rows} rows and ${told.files} files, as they were at ${told.created}.`)
    return 0
  },
}

const doctorCommand: Command = {
  verb: 'doctor',
  operands: '',
  about: 'say what is well and what is not; the exit code is 1 when something is not',
  async run(line) {
    if (line.words.length > 0) throw new WrongUsage()
    const told = (await examine(line.environment)).map(finding => tell(administration.en, finding))
    const ill = told.filter(one => !one.ok)
    if (line.json) line.say(JSON.stringify({ ok: ill.length === 0, checks: told }))
    else {
      for (const { ok, title, found, advice } of told) {
        line.say(`${ok ? 'well     ' : 'NOT WELL '}${title}: ${found}`)
        if (advice !== null) line.say(`         → ${advice}`)
      }
    }
    if (ill.length > 0) line.complain(`${ill.length} of ${told.length} checks need attention.`)
    return ill.length === 0 ? 0 : 1
  },
}

const rowsOf = (manifest: CheckedBackup['manifest']) => manifest.tables.reduce((sum, table) => sum + table.rows, 0)

export const operationCommands: readonly Command[] = [backupCommand, restoreCommand, doctorCommand]
