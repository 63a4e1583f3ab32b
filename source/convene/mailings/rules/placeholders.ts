/**
 * The words in braces that an organiser may put into a mail, the same in all languages: `{given_name}`. Each stands for
 * something of the seminar or of the reader.
 */
export const placeholders = [
  'given_name',
  'family_name',
  'seminar',
  'date',
  'hours',
  'venue',
  'address',
  'access',
  'deadline',
  'programme',
  'own_page',
  'state',
  'contact',
] as const
export type Placeholder = (typeof placeholders)[number]

/** What is wrong with a text: at which line (from 1), and the word as it was typed. */
export type PlaceholderProblem = { kind: 'unknown' | 'unclosed'; word: string; line: number }

type Piece = { text: string } | { placeholder: Placeholder }

const isPlaceholder = (word: string): word is Placeholder => (placeholders as readonly string[]).includes(word)

/**
 * Reads a text with placeholders. `{{` stands for a brace of its own; spaces and capitals inside braces are passed over. A
 * brace that is not closed on its line, or closes around a word that we do not know, is a problem and stays as it is typed.
 */
export function readPlaceholders(text: string): { pieces: Piece[]; problems: PlaceholderProblem[] } {
  const pieces: Piece[] = []
  const problems: PlaceholderProblem[] = []
  let plain = ''
  let line = 1
  for (let at = 0; at < text.length; at++) {
    const character = text[at] as string
    if (character === '\n') line++
    if (character !== '{') {
      plain += character
      continue
    }
    if (text[at + 1] === '{') {
      plain += '{'
      at++
      continue
    }
    const [, inside = '', end] = /^\{([^{}\n]*)(\}?)/.exec(text.slice(at)) ?? []
    const word = inside.trim().toLowerCase()
    if (end === '}' && isPlaceholder(word)) {
      if (plain !== '') pieces.push({ text: plain })
      plain = ''
      pieces.push({ placeholder: word })
    } else {
      problems.push({ kind: end === '}' ? 'unknown' : 'unclosed', word: beginning(inside), line })
      plain += `{${inside}${end}`
    }
    at += inside.length + (end === '}' ? 1 : 0)
  }
  if (plain !== '') pieces.push({ text: plain })
  return { pieces, problems }
}

export const problemsOf = (text: string): PlaceholderProblem[] => readPlaceholders(text).problems

/** What stands for the placeholders of a text. */
export type PlaceholderValues = Readonly<Record<Placeholder, string>>

/** For a text that has none. */
export const noValues = Object.fromEntries(placeholders.map(word => [word, ''])) as PlaceholderValues

/** The text with each placeholder's value in its place. A value is words, whatever braces are in it. */
export function fillPlaceholders(text: string, values: PlaceholderValues): string {
  return readPlaceholders(text)
    .pieces.map(piece => ('text' in piece ? piece.text : values[piece.placeholder]))
    .join('')
}

/** The placeholders that a text has, each once. */
export function placeholdersIn(text: string): Set<Placeholder> {
  return new Set(readPlaceholders(text).pieces.flatMap(piece => ('placeholder' in piece ? [piece.placeholder] : [])))
}

// Quoted in a sentence: a whole page after a forgotten brace would drown it.
const beginning = (word: string) => {
  const characters = [...word.trim()]
  return characters.length <= 40 ? characters.join('') : `${characters.slice(0, 40).join('')}…`
}
