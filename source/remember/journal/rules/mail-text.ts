/** The words of a mail, without what it repeats of others and without the signature, where one can tell. */
export type MailText = {
  text: string
  /** Whether anything was left out. */
  cut: boolean
}

// Where the history begins, as mail programs write it in the four languages. Each is the beginning of a line.
const historyLines: readonly RegExp[] = [
  // Outlook: -----Original Message-----
  /^\s*-{2,}\s*(original message|message d['’]origine|message original|mensaje original|mensagem original)\s*-{2,}\s*$/i,
  /^\s*-{2,}\s*(forwarded message|message transf[ée]r[ée]|mensaje reenviado|mensagem encaminhada)\s*-{2,}\s*$/i,
  // Apple Mail
  /^\s*(begin forwarded message|d[ée]but du message (transf[ée]r[ée]|r[ée]exp[ée]di[ée])|inicio del mensaje reenviado|in[ií]cio da mensagem (encaminhada|reenviada))\s*:\s*$/i,
]

// On … wrote: / Le … a écrit : / El … escribió: / Em … escreveu:, on one line or broken over a few.
const attribution =
  /^\s*(on\s.*\bwrote|le\s.*\ba\s+[ée]crit|el\s.*\bescribi[óo]|em\s.*\bescreveu|no dia\s.*\bescreveu)\s*:\s*$/isu
const attributionBegins = /^\s*(on|le|el|em|no dia)\s/i
const attributionEnds = /\b(wrote|a\s+[ée]crit|escribi[óo]|escreveu)\s*:\s*$/iu
const longestAttribution = 4

// The head that Outlook puts above an answered message: From, then two more of Sent, To, Subject within a few lines.
const fromLine = /^\s*\*?(from|de|expéditeur|remitente)\s*\*?\s*:\s*\*?\s*\S/i
const headLine =
  /^\s*\*?(sent|date|to|cc|subject|envoy[ée]|[àa]|objet|enviado( el)?|fecha|para|asunto|enviad[ao] em|data|assunto)\s*\*?\s*:/i

const sentFrom =
  /^\s*(sent from my|envoy[ée] (de|depuis) (mon|ma)|enviado desde mi|enviado do meu|get outlook for|t[ée]l[ée]charger outlook|obtener outlook|obter o outlook)\b.{0,80}$/iu

/**
 * Leaves out of the text of a mail: the message that it answers or forwards (a separator, a head, or lines marked with `>` that
 * nothing of one's own follows), and the signature (after `-- `, RFC 3676 §4.3, or the line of a telephone). Answers between
 * quoted lines stay with what they answer. A mail of which nothing would be left stays whole: what it forwards is what it says.
 */
export function wordsOfMail(whole: string): MailText {
  const all = whole.replace(/\r\n?/g, '\n').split('\n')
  let lines = beforeHistory(all)
  lines = withoutTrailingQuote(lines)
  lines = withoutSignature(lines)
  const text = tidy(lines)
  if (text === '') return { text: tidy(all), cut: false }
  return { text, cut: text !== tidy(all) }
}

const tidy = (lines: readonly string[]) =>
  lines
    .map(line => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

const isQuoted = (line: string) => /^\s*>/.test(line)
const isBlank = (line: string) => line.trim() === ''

function beforeHistory(lines: readonly string[]): readonly string[] {
  const at = lines.findIndex((line, index) => historyLines.some(known => known.test(line)) || isHead(lines, index))
  if (at < 0) return lines
  // Outlook draws a line above the head.
  const ruled = at > 0 && /^\s*[_-]{10,}\s*$/.test(lines[at - 1] ?? '') ? at - 1 : at
  return lines.slice(0, ruled)
}

function isHead(lines: readonly string[], at: number): boolean {
  if (!fromLine.test(lines[at] ?? '')) return false
  const next = lines.slice(at + 1, at + 8).filter(line => !isBlank(line))
  return next.slice(0, 4).filter(line => headLine.test(line)).length >= 2
}

function withoutTrailingQuote(lines: readonly string[]): readonly string[] {
  // A signature may stand under what is quoted, as some programs put it.
  const own = withoutSignature(lines)
  let end = own.length
  while (end > 0 && isBlank(own[end - 1] ?? '')) end -= 1
  let quoted = end
  while (quoted > 0 && (isQuoted(own[quoted - 1] ?? '') || isBlank(own[quoted - 1] ?? ''))) quoted -= 1
  const hasQuote = own.slice(quoted, end).some(isQuoted)
  const from = hasQuote ? attributionAbove(own, quoted) : end
  if (hasQuote) return own.slice(0, from)
  // Some programs quote without a mark: what follows the line that says who wrote is theirs.
  const lastQuoted = own.findLastIndex(isQuoted)
  const told = own.findIndex((_, index) => index > lastQuoted && attributionAt(own, index) > 0)
  return told < 0 ? own : own.slice(0, told)
}

/** Where the line that says who wrote what is quoted below `end` begins; `end` when there is none. */
function attributionAbove(lines: readonly string[], end: number): number {
  for (let from = end - 1; from >= Math.max(0, end - longestAttribution); from--)
    if (attributionBegins.test(lines[from] ?? '') && attribution.test(lines.slice(from, end).join(' '))) return from
  return end
}

/** How many lines such a line takes at a place; 0 when there is none. */
function attributionAt(lines: readonly string[], at: number): number {
  if (!attributionBegins.test(lines[at] ?? '')) return 0
  for (let count = 1; count <= longestAttribution; count++) {
    const last = lines[at + count - 1] ?? ''
    if (isBlank(last)) return 0
    // It names a day and somebody: a sentence of one's own that ends in “wrote:” has neither digits nor an address.
    if (attributionEnds.test(last)) {
      const told = lines.slice(at, at + count).join(' ')
      return attribution.test(told) && /\d/.test(told) && /[<@]|\d{4}/.test(told) ? count : 0
    }
  }
  return 0
}

function withoutSignature(lines: readonly string[]): readonly string[] {
  const marked = lines.findIndex(line => /^-- ?$/.test(line))
  // Under the mark may stand a quote that somebody answers into: only what is a signature's length is taken for one.
  const cut = marked > 0 && lines.length - marked <= 30 ? lines.slice(0, marked) : lines
  let end = cut.length
  while (end > 0 && isBlank(cut[end - 1] ?? '')) end -= 1
  return end > 0 && sentFrom.test(cut[end - 1] ?? '') ? cut.slice(0, end - 1) : cut
}
