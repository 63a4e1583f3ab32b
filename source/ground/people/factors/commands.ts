import { type Command, type CommandLine, onlyWord } from '../../administration/commands.ts'
import type { House } from '../../house.ts'
import { resetFactorsOf } from './acts/reset-factors.ts'

/**
 * `perenne reset-second-factor ADDRESS`: the way back for whoever administers alone and has lost both device and codes.
 *
 * @param inHouse opens the house for one piece of work and closes it after
 */
export function resetSecondFactorVerb(
  inHouse: (line: CommandLine, work: (house: House) => Promise<number>) => Promise<number>,
): Command {
  return {
    verb: 'reset-second-factor',
    operands: 'ADDRESS',
    about: 'take the second factor of whoever signs in with this address away, and end their sessions',
    run(line) {
      const address = onlyWord(line)
      return inHouse(line, async house => {
        const outcome = await resetFactorsOf(house, address)
        if (line.json) line.say(JSON.stringify({ address, outcome }))
        else if (outcome === 'reset') line.say(`${address}: the second factor is taken away; a mail tells of it.`)
        else if (outcome === 'none') line.complain(`${address} has no second factor.`)
        else line.complain(`Nobody has an account under ${address}.`)
        return outcome === 'reset' ? 0 : 1
      })
    },
  }
}
