/** Why a mail came back, in the words of the messages (`mail.returned.kinds`). */
export type ReturnedKind =
  | 'unknown-address'
  | 'mailbox-full'
  | 'mailbox-shut'
  | 'no-server'
  | 'refused'
  | 'too-large'
  | 'other'

const kinds: [pattern: RegExp, kind: ReturnedKind][] = [
  [/^\d\.1\.(1|3|6|10)$/, 'unknown-address'],
  [/^\d\.2\.2$/, 'mailbox-full'],
  [/^\d\.2\./, 'mailbox-shut'],
  [/^\d\.(1\.2|4\.\d+)$/, 'no-server'],
  [/^\d\.3\.4$/, 'too-large'],
  [/^\d\.7\./, 'refused'],
]

/**
 * What a report said, as it is kept in `mail.bounce`: the enhanced status code (RFC 3463 §3) and the server's own words.
 */
export function readReturned(bounce: string): { kind: ReturnedKind; detail: string } {
  const status = /^[245]\.\d{1,3}\.\d{1,3}/.exec(bounce)?.[0] ?? ''
  return { kind: kinds.find(([pattern]) => pattern.test(status))?.[1] ?? 'other', detail: bounce }
}
