import type { Command, CommandLine } from '#ground/administration/commands.ts'
import type { House } from '#ground/house.ts'
import { longestReport } from './read-report.ts'
import { takeReport } from './take-report.ts'

// sysexits.h: what a mail server does with a message that a pipe could not take now.
const tryAgainLater = 75

/**
 * `perenne bounce`: a message on standard input, from an alias of the mail server. The exit code is 0 when it was taken
 * or is none of ours, 75 (EX_TEMPFAIL) when the server should try again: the message is kept then.
 */
export function bounceVerb(
  inHouse: (line: CommandLine, work: (house: House) => Promise<number>) => Promise<number>,
  input: AsyncIterable<Uint8Array> = process.stdin,
): Command {
  return {
    verb: 'bounce',
    operands: '',
    about: 'take a mail that came back, on standard input (for an alias of the mail server)',
    async run(line) {
      try {
        const bytes = await readAll(input)
        return await inHouse(line, async house => {
          const taken = await takeReport(house, bytes)
          if (line.json) line.say(JSON.stringify({ taken }))
          return 0
        })
      } catch (error) {
        line.complain(`perenne bounce: ${error instanceof Error ? error.message : String(error)}`)
        return tryAgainLater
      }
    },
  }
}

/** The beginning of what comes, up to what is read of a report; the rest is let go by, so that the pipe does not break. */
async function readAll(input: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of input) {
    if (length < longestReport) parts.push(part)
    length += part.length
  }
  return Buffer.concat(parts)
}
