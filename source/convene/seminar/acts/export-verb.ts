import { writeFile } from 'node:fs/promises'
import { type Command, type CommandLine, WrongUsage } from '#ground/administration/commands.ts'
import { job } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { Refusal } from '#ground/web/refusal.ts'
import { exportSeminar } from './export-seminar.ts'

/**
 * `perenne export seminar SLUG [FILE]`: the file of a seminar on standard output, or in FILE, which it takes the place of.
 * With `--json` the same file as JSON. Runs as a job: whoever may run the program on this machine may already read
 * everything it keeps.
 *
 * @param inHouse opens the house for one piece of work and closes it after
 */
export function exportVerb(
  inHouse: (line: CommandLine, work: (house: House) => Promise<number>) => Promise<number>,
): Command {
  return {
    verb: 'export',
    operands: 'seminar SLUG [FILE]',
    about: 'write a seminar as the YAML file that import reads (docs/seminar-file.md)',
    async run(line) {
      const [what, slug, file, ...more] = line.words
      if (what !== 'seminar' || slug === undefined || more.length > 0) throw new WrongUsage()
      return inHouse(line, async house => {
        const found = await exportSeminar(house, job('export'), slug).catch((error: unknown) => {
          if (error instanceof Refusal && error.kind === 'not-found') return null
          throw error
        })
        if (!found) {
          line.complain(`There is no seminar with the address ${slug}.`)
          return 1
        }
        const text = line.json ? `${JSON.stringify(found.file)}\n` : found.text
        if (file === undefined) line.say(text.trimEnd())
        else {
          await writeFile(file, text)
          line.complain(`Wrote ${slug} into ${file}.`)
        }
        return 0
      })
    },
  }
}
