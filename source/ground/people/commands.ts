import { type Command, type CommandLine, onlyWord } from '../administration/commands.ts'
import type { House } from '../house.ts'
import { isLocale } from '../languages/locales.ts'
import { publicAddress } from '../web/answer.ts'
import { signInLinkFor } from './acts/sign-in-link-for.ts'

/**
 * `perenne sign-in-link ADDRESS`: the way in where no mail leaves, or none arrives: whoever may start commands on the server
 * prints the link that a mail would have brought.
 *
 * @param inHouse opens the house for one piece of work and closes it after
 */
export function signInLinkVerb(
  inHouse: (line: CommandLine, work: (house: House) => Promise<number>) => Promise<number>,
): Command {
  return {
    verb: 'sign-in-link',
    operands: 'ADDRESS',
    about: 'print a link by which whoever has an account under this address signs in, once, within half an hour',
    run(line) {
      const address = onlyWord(line)
      return inHouse(line, async house => {
        const found = await signInLinkFor(house, address)
        if (found.outcome !== 'made') {
          line.complain(
            found.outcome === 'unknown'
              ? `Nobody has an account under ${address}.`
              : `${address} has as many unused links as are given at once; they end within half an hour.`,
          )
          return 1
        }
        const locale = isLocale(found.language) ? found.language : 'en'
        const link = publicAddress(house, `/${locale}/sign-in/${found.token}`)
        line.say(line.json ? JSON.stringify({ address, link }) : link)
        return 0
      })
    },
  }
}
