import { fold } from './question.ts'

/** A piece of an excerpt; `found` when it is a word that was asked for. */
export type Piece = { text: string; found: boolean }

type Word = { text: string; at: number; end: number; found: boolean }

/**
 * A stretch of a text around the first word that was asked for, cut between words.
 *
 * @param body plain text
 * @param question what was asked
 * @param most length in characters, about
 */
export function excerpt(body: string, question: string, most = 220): Piece[] {
  const stems = [...new Set((fold(question).match(/[\p{L}\p{N}]{2,}/gu) ?? []).map(stem))]
  const text = body.replace(/[ \t\r\n\f]+/g, ' ').trim()
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(match => {
    const folded = fold(match[0])
    return {
      text: match[0],
      at: match.index,
      end: match.index + match[0].length,
      found: stems.some(start => isFormOf(start, folded)),
    }
  })
  const first = words.find(word => word.found)
  const from = first ? beginning(text, words, first.at - most / 4) : 0
  const to = ending(text, words, from + most)
  const pieces: Piece[] = from > 0 ? [{ text: '… ', found: false }] : []
  let at = from
  for (const word of words) {
    if (!word.found || word.at < from || word.end > to) continue
    if (word.at > at) pieces.push({ text: text.slice(at, word.at), found: false })
    pieces.push({ text: word.text, found: true })
    at = word.end
  }
  if (at < to) pieces.push({ text: text.slice(at, to), found: false })
  if (to < text.length) pieces.push({ text: ' …', found: false })
  return pieces
}

// A short word has short endings: `agua`, `aguas`, and not `aguacate`.
const isFormOf = (start: string, word: string) =>
  word.startsWith(start) && (start.length > 4 || word.length - start.length <= (start.length < 3 ? 0 : 1))

// Endings differ with number and gender; what comes before them does not.
const stem = (word: string) => (word.length <= 5 ? word : word.slice(0, Math.max(5, word.length - 2)))

function beginning(text: string, words: readonly Word[], wanted: number): number {
  if (wanted <= 0) return 0
  return words.find(word => word.at >= wanted)?.at ?? text.length
}

function ending(text: string, words: readonly Word[], wanted: number): number {
  if (wanted >= text.length) return text.length
  // A single word longer than the excerpt is cut where it must be, on a whole character.
  return words.findLast(word => word.end <= wanted && word.end > wanted / 2)?.end ?? wholeCharacter(text, wanted)
}

function wholeCharacter(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at
}
