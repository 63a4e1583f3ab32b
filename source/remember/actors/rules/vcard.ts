import { telephoneUri } from './telephone.ts'

/** What a card says of somebody. Everything but the name may be missing. */
export type Card = {
  /** Stable and unique: the same card comes again as the same. */
  uid: string
  given: string | null
  family: string | null
  organisation: string | null
  /** Their post, in words. */
  title: string | null
  /** ISO 639-1: the one to write to them in, then what else they speak. */
  languages: readonly string[]
  telephone: string | null
  email: string | null
  /** The instant at which it was written. */
  revised: Temporal.Instant
}

/**
 * vCard 4.0 (RFC 6350) of one or many: CRLF lines, folded at 75 bytes without cutting a letter (3.2), commas,
 * backslashes and line breaks escaped, semicolons where they would part a value (3.4), a telephone as a `tel:` URI where it is
 * one and as text where it is not. What an office keeps is how somebody is reached at work.
 */
export function vcards(cards: readonly Card[]): string {
  return cards.map(card => linesOf(card).map(folded).join('')).join('')
}

function linesOf(card: Card): string[] {
  const full = [card.given, card.family].filter(Boolean).join(' ')
  return [
    'BEGIN:VCARD',
    'VERSION:4.0',
    `UID:urn:uuid:${card.uid}`,
    // FN must be there (6.2.1): of whom no name is known, what they are.
    `FN:${plain(full || card.title || card.organisation || card.email || '-')}`,
    ...(full ? [`N:${escaped(card.family ?? '')};${escaped(card.given ?? '')};;;`] : []),
    ...(card.organisation ? [`ORG:${escaped(card.organisation)}`] : []),
    ...(card.title ? [`TITLE:${plain(card.title)}`] : []),
    ...(card.email ? [`EMAIL;TYPE=work:${plain(card.email)}`] : []),
    ...(card.telephone ? [telephone(card.telephone)] : []),
    ...[...new Set(card.languages)].map((language, index) => `LANG;PREF=${index === 0 ? 1 : 2}:${language}`),
    `REV:${card.revised.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')}`,
    'END:VCARD',
  ]
}

// Readers take a backslash before a semicolon for a backslash where none parts the value.
const plain = (text: string) => text.replace(/[\\,]/g, sign => `\\${sign}`).replace(/\r\n?|\n/g, '\\n')
const escaped = (text: string) => plain(text).replaceAll(';', '\\;')

function telephone(text: string): string {
  const uri = telephoneUri(text)
  return uri?.startsWith('tel:+') ? `TEL;VALUE=uri;TYPE=work:${uri}` : `TEL;VALUE=text;TYPE=work:${plain(text)}`
}

const encoder = new TextEncoder()

function folded(line: string): string {
  let out = ''
  let bytes = 0
  for (const letter of line) {
    const size = encoder.encode(letter).length
    if (bytes + size > 75) {
      out += '\r\n '
      bytes = 1
    }
    out += letter
    bytes += size
  }
  return `${out}\r\n`
}
