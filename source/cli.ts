import { importVerb } from '#convene/seminar/index.ts'
import { type Command, operationCommands, WrongUsage } from '#ground/administration/commands.ts'
import { bounceVerb } from '#ground/mail/index.ts'
import { workInHouse } from './open-house.ts'

/** Every verb of `perenne`. Rooms that have one add it here. */
export const commands: readonly Command[] = [...operationCommands, importVerb(workInHouse), bounceVerb(workInHouse)]

/**
 * Runs one verb of the command line and sets `process.exitCode`: 0 when it is done, 1 when it is not, 2 when it was not
 * understood. Answers go to standard output; what went wrong is one clear line on standard error.
 *
 * @param argv what was typed after `perenne`
 */
export async function run(argv: string[]): Promise<void> {
  // Whoever reads us may stop early (`perenne doctor | head`): that is no failure of ours.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  const [verb, ...rest] = argv
  const command = commands.find(one => one.verb === verb)
  const options = rest.filter(word => word.startsWith('--'))
  const stranger = options.find(option => option !== '--json')
  if (!command || stranger !== undefined) {
    const asked = verb === undefined || verb === 'help' || verb === '--help'
    if (stranger !== undefined && command) complain(`perenne ${command.verb}: unknown option ${stranger}.`)
    else if (!asked) complain(`perenne: unknown verb ${JSON.stringify(verb)}.`)
    for (const line of usage()) (asked ? say : complain)(line)
    process.exitCode = asked && verb !== undefined ? 0 : 2
    return
  }
  try {
    process.exitCode = await command.run({
      words: rest.filter(word => !word.startsWith('--')),
      json: options.includes('--json'),
      environment: process.env,
      say,
      complain,
    })
  } catch (error) {
    process.exitCode = error instanceof WrongUsage ? 2 : 1
    if (error instanceof WrongUsage) complain(`Usage: perenne ${command.verb} ${command.operands}`.trim())
    else complain(`perenne ${command.verb}: ${messageOf(error)}`)
  }
}

function usage(): string[] {
  const calls = commands.map(({ verb, operands }) => `${verb} ${operands}`.trim())
  const width = Math.max(...calls.map(call => call.length))
  return [
    'Usage: perenne VERB [--json]',
    ...commands.map(({ about }, index) => `  ${(calls[index] ?? '').padEnd(width)}  ${about}`),
  ]
}

const say = (line: string) => void process.stdout.write(`${line}\n`)
const complain = (line: string) => void process.stderr.write(`${line}\n`)

/** A connection that is refused on every address of a name has its words in its parts. */
function messageOf(error: unknown): string {
  const words = (one: unknown) => (one instanceof Error ? one.message : String(one))
  return error instanceof AggregateError ? error.errors.map(words).join('; ') : words(error)
}
