// Where a letter is easily left out or exchanged: the mailboxes that most people have.
const domains: Record<string, string> = {
  'gmial.com': 'gmail.com',
  'gmai.com': 'gmail.com',
  'gmal.com': 'gmail.com',
  'gamil.com': 'gmail.com',
  'gnail.com': 'gmail.com',
  'gmail.co': 'gmail.com',
  'gmail.con': 'gmail.com',
  'gmail.cm': 'gmail.com',
  'hotmial.com': 'hotmail.com',
  'hotmal.com': 'hotmail.com',
  'hotmail.con': 'hotmail.com',
  'homail.com': 'hotmail.com',
  'outlok.com': 'outlook.com',
  'outlook.con': 'outlook.com',
  'yaho.com': 'yahoo.com',
  'yahooo.com': 'yahoo.com',
  'yahoo.con': 'yahoo.com',
  'orage.fr': 'orange.fr',
  'wanado.fr': 'wanadoo.fr',
}

const form = /^[^\s@<>",;:\\[\]()\p{Cc}]+@[^\s@<>",;:\\[\]()\p{Cc}]+\.[^\s@.<>",;:\\[\]()\p{Cc}]{2,}$/u

/** Whether this has the form of an address that mail can go to; the same form as `answersSchema` asks for. */
export const isAddress = (text: string): boolean => text.length <= 254 && form.test(text)

/** An address as lists write it, without what is not part of it: “mailto:ana@example.org”, “<ana@example.org>”. */
export function bareAddress(text: string): string {
  const clean = text.replace(/[\u200b-\u200f\u2060\ufeff]/g, '').trim()
  const angled = /<([^<>]+)>\s*$/.exec(clean)?.[1] ?? clean
  return angled.replace(/^mailto:/i, '').trim()
}

/**
 * What somebody may have meant by an address that is none, or that goes to a misspelt mailbox. Null when nothing is near.
 *
 * @param domain the one that others of the same organisation have, for an address that lacks its own
 */
export function suggestedAddress(typed: string, domain: string | null = null): string | null {
  const clean = bareAddress(typed)
  if (isAddress(clean)) {
    const [local = '', of = ''] = clean.split('@')
    const meant = Object.hasOwn(domains, of.toLowerCase()) ? domains[of.toLowerCase()] : undefined
    return meant === undefined ? null : `${local}@${meant}`
  }
  const several = clean.split(/[\s;,/]+/).filter(isAddress)
  if (several[0] !== undefined) return several[0]
  const tries = [
    clean.replace(/\s+/g, ''),
    clean
      .replace(/\s*(?:\(at\)|\[at\]|\{at\}|\s+at\s+|\(a\)|\[a\]|\(arroba\)|\s+arroba\s+)\s*/gi, '@')
      .replace(/\s+/g, ''),
    clean.replace(/\s+/g, '').replace(/,/g, '.'),
    clean
      .replace(/\s+/g, '')
      .replace(/@+/g, '@')
      .replace(/\.{2,}/g, '.')
      .replace(/[.;:,>)\]]+$/, '')
      .replace(/^[<([]+/, ''),
    clean.replace(/\s+/g, '').replace(/(gmail|hotmail|outlook|yahoo)(com)$/i, '$1.$2'),
  ]
  for (const attempt of tries) if (isAddress(attempt)) return suggestedAddress(attempt) ?? attempt
  const local = /^([^\s@<>",;:\\[\]()]+)@?$/.exec(clean)?.[1]
  if (local !== undefined && domain !== null && isAddress(`${local}@${domain}`)) return `${local}@${domain}`
  return null
}
