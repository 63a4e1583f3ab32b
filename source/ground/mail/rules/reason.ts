/** Why a mail did not leave, in the words of the messages (`mail.reasons`). */
export const reasonKinds = [
  'no-answer',
  'unreachable',
  'sign-in-refused',
  'refused-for-now',
  'refused-for-good',
  'interrupted',
  'recipient-erased',
  'nothing-to-say',
  'no-template',
  'not-put-together',
  'by-hand',
  'written-again',
] as const
export type ReasonKind = (typeof reasonKinds)[number]

export type Failure = {
  kind: ReasonKind
  /** What the server said, without addresses. */
  detail: string
  /** Another try would be refused as well. */
  permanent: boolean
  /** The server itself is not there, for this mail or any other: no use in going on with the others now. */
  serverGone: boolean
}

/** What nodemailer tells of a failure. */
export type SmtpError = {
  code?: unknown
  command?: unknown
  responseCode?: unknown
  response?: unknown
  message?: unknown
  timeoutType?: unknown
}

/**
 * What a failed try means (RFC 5321 §4.2.1: 4yz may pass later, 5yz will not). A refusal of the recipient or of the
 * content is for good; a refusal of us (sign-in, sender, greeting) is a setting that somebody will put right, so the
 * mail waits for that.
 */
export function readFailure(error: SmtpError): Failure {
  const code = typeof error.code === 'string' ? error.code : ''
  const command = typeof error.command === 'string' ? error.command : ''
  const answer = typeof error.responseCode === 'number' ? error.responseCode : 0
  const said = scrub(String(error.response || error.message || code))
  const failure = (kind: ReasonKind, more: Partial<Failure> = {}): Failure => ({
    kind,
    detail: said,
    permanent: false,
    serverGone: false,
    ...more,
  })
  if (error.message === 'interrupted') return failure('interrupted', { detail: '', serverGone: true })
  if (code === 'EAUTH' || code === 'ENOAUTH' || command.startsWith('AUTH')) {
    return failure('sign-in-refused', { serverGone: true })
  }
  // 503 says that the session was in a muddle, not that the mail was refused.
  const forGood = answer >= 500 && answer !== 503
  if (forGood && (command === 'RCPT TO' || command === 'DATA')) return failure('refused-for-good', { permanent: true })
  // An address that nodemailer itself cannot put in an envelope will not become one.
  if (code === 'EENVELOPE' && command === 'API') return failure('refused-for-good', { permanent: true })
  if (answer >= 400) return failure('refused-for-now', { serverGone: command === 'CONN' })
  if (code === 'ETIMEDOUT' || code === 'ABORT_ERR' || code === 'EABORT') {
    return failure('no-answer', { serverGone: error.timeoutType !== 'SOCKET_TIMEOUT' && code === 'ETIMEDOUT' })
  }
  return failure('unreachable', { serverGone: true })
}

/**
 * Takes out whatever looks like an address, and keeps it to a line.
 *
 * @param person words that would tell who it was (name, address): taken out as well
 */
export function scrub(text: string, person: readonly string[] = []): string {
  const words = person.flatMap(word => [word, word.split('@')[0] ?? '']).filter(word => word.length > 2)
  words.sort((a, b) => b.length - a.length)
  const told = words.reduce((left, word) => left.replace(new RegExp(RegExp.escape(word), 'gi'), '…'), text)
  return told
    .replace(/<[^<>]*@[^<>]*>/g, '<…>')
    .replace(/[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/g, '…')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 300)
}

/** As it is kept in `mail.last_error`: the kind, and what the server said. */
export const writeReason = (kind: ReasonKind, detail = '') => (detail === '' ? kind : `${kind}: ${detail}`)

export function readReason(text: string): { kind: ReasonKind | 'other'; detail: string } {
  const colon = text.indexOf(': ')
  const word = colon < 0 ? text : text.slice(0, colon)
  const kind = reasonKinds.find(known => known === word)
  return kind ? { kind, detail: colon < 0 ? '' : text.slice(colon + 2) } : { kind: 'other', detail: text }
}
