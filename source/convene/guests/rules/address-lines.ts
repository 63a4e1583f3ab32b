import { foldEmail } from '#convene/registration/rules/fold.ts'
import { isLocale, type Locale } from '#ground/languages/locales.ts'
import { bareAddress, isAddress, suggestedAddress } from './address.ts'
import { splitName } from './full-name.ts'
import { readMailLanguage } from './words-of-cells.ts'

/** Somebody to invite. Names are empty for an address alone. */
export type Invitee = { line: number; email: string; givenName: string; familyName: string; language: Locale }

export type LineProblem = {
  line: number
  code: 'form' | 'twice' | 'name-too-long' | 'name-link' | 'too-many'
  found: string
  /** A better address, or the number of the line before. */
  detail: string | null
}

/** How many can be written to at once: more are pasted in a second go. */
export const mostInvitees = 2000

/**
 * Addresses as people paste them: one in a line, or several with semicolons as mail programs copy them; “Ana Prado
 * <ana@example.org>”, “Prado, Ana <ana@example.org>”, the address alone; after it, if one likes, the language of the mail.
 *
 * @param usual the language of those who say none
 */
export function readAddressLines(text: string, usual: Locale): { invitees: Invitee[]; problems: LineProblem[] } {
  const invitees: Invitee[] = []
  const problems: LineProblem[] = []
  const seen = new Map<string, number>()
  for (const [index, whole] of text.split('\n').entries()) {
    const line = index + 1
    for (const piece of partsOf(whole)) {
      const read = readOne(piece, usual)
      if ('code' in read) {
        problems.push({ line, ...read })
        continue
      }
      const address = foldEmail(read.email)
      const before = seen.get(address)
      if (before !== undefined) {
        problems.push({ line, code: 'twice', found: read.email, detail: String(before) })
        continue
      }
      seen.set(address, line)
      invitees.push({ line, ...read })
    }
  }
  if (invitees.length > mostInvitees)
    problems.push({ line: invitees[mostInvitees]?.line ?? 1, code: 'too-many', found: '', detail: null })
  return { invitees, problems }
}

// A semicolon, or a comma after an address in angle brackets, parts two people; “Prado, Ana <…>” is one. Addresses alone
// may stand beside each other with commas or spaces.
const partsOf = (line: string) =>
  line
    .split(/;|(?<=>)\s*,(?!\s*\p{L}+\s*$)/u)
    .flatMap(part => (part.includes('<') || part.split('@').length < 3 ? [part] : part.split(/[\s,]+/)))
    .map(part =>
      part
        .trim()
        .replace(/^,+|,+$/g, '')
        .trim(),
    )
    .filter(part => part !== '')

function readOne(piece: string, usual: Locale): Omit<Invitee, 'line'> | Omit<LineProblem, 'line'> {
  const { rest, language } = languageOf(piece, usual)
  const angled = /^(.*?)<([^<>]*)>$/.exec(rest)
  const email = bareAddress(angled ? (angled[2] as string) : rest)
  if (!isAddress(email))
    return { code: 'form', found: piece.slice(0, 200), detail: suggestedAddress(angled ? (angled[2] as string) : rest) }
  const name = (angled?.[1] ?? '')
    .replace(/["“”«»]/g, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s,']+|[\s,']+$/g, '')
  // The name of many mailboxes is their address once more.
  const said = name.includes('@') ? '' : name
  if (said.length > 200) return { code: 'name-too-long', found: piece.slice(0, 200), detail: null }
  if (/[/@\p{Cc}]|:\/\/|www\./iu.test(said)) return { code: 'name-link', found: piece.slice(0, 200), detail: null }
  const split = splitName(said)
  return { email, givenName: split?.givenName ?? said, familyName: split?.familyName ?? '', language }
}

function languageOf(piece: string, usual: Locale): { rest: string; language: Locale } {
  const found = /^(.*[>\w.-])[\s,]+([\p{L}]{2,12})$/u.exec(piece)
  if (!found || !(found[1] as string).includes('@')) return { rest: piece, language: usual }
  const read = readMailLanguage(found[2] as string)
  if (!('is' in read) || !isLocale(read.is)) return { rest: piece, language: usual }
  return { rest: (found[1] as string).trim().replace(/,$/, ''), language: read.is }
}
