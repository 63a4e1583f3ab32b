import { exportVerb, importVerb } from '#convene/seminar/index.ts'
import { type Command, operationCommands, WrongUsage } from '#ground/administration/commands.ts'
import { readTyped } from '#ground/administration/typed-line.ts'
import { bounceVerb } from '#ground/mail/index.ts'
import { resetSecondFactorVerb } from '#ground/people/factors/index.ts'
import { signInLinkVerb } from '#ground/people/index.ts'
import { workInHouse } from './open-house.ts'

/** Every verb of `perenne`. Rooms that have one add it here. */
export const commands: readonly Command[] = [
  ...operationCommands,
  importVerb(workInHouse),
  exportVerb(workInHouse),
  bounceVerb(workInHouse),
  resetSecondFactorVerb(workInHouse),
  signInLinkVerb(workInHouse),
]

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
  const { words, json, options, wrong } = readTyped(rest, command?.options ?? {})
  if (!command || wrong !== null) {
    const asked = verb === undefined || verb === 'help' || verb === '--help'
    if (wrong !== null && command) complain(`perenne ${command.verb}: ${wrong}`)
    else if (!asked) complain(`perenne: unknown verb ${JSON.stringify(verb)}.`)
    for (const line of usage()) (asked ? say : complain)(line)
    process.exitCode = asked && verb !== undefined ? 0 : 2
    return
  }
  try {
    process.exitCode = await command.run({
      words,
      json,
      options,
      environment: process.env,
      say,
      complain,
    })
  } catch (error) {
    process.exitCode = error instanceof WrongUsage ? 2 : 1
    if (error instanceof WrongUsage) complain(`Usage: perenne ${callOf(command)}`)
    else complain(`perenne ${command.verb}: ${messageOf(error)}`)
  }
}

/** How a command is typed, its options included. */
function callOf({ verb, operands, options = {} }: Command): string {
  const named = Object.entries(options).map(([name, values]) => `[--${name} ${values.join('|')}]`)
  return [verb, operands, ...named].filter(part => part !== '').join(' ')
}

function usage(): string[] {
  const calls = commands.map(callOf)
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
