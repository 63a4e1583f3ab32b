/** A part of a question: words that may be widened, words in quotes and words that must be absent, which may not. */
export type Asked = { kind: 'words'; words: string[] } | { kind: 'phrase' | 'not'; text: string }

/** Quotation marks of every language as the ones that PostgreSQL knows. */
export const plainQuotes = (question: string) => question.replace(/[«“„]\s*|\s*[»”]/gu, '"').replace(/’/gu, "'")

// What an elision leaves before its apostrophe is no word: l’eau, d’accord, qu’on.
const elision = /^(?:[cdjlmnst]|qu)(?=')/iu

/**
 * A question as PostgreSQL's `websearch` reads it, taken apart: lists of which one must hold (`or`), of parts that must all hold.
 * Words that follow each other stand together, so that an expression of several words is known.
 */
export function takeApart(question: string): Asked[][] {
  const lists: Asked[][] = [[]]
  for (const [token] of plainQuotes(question).matchAll(/-?"[^"]*"?|\S+/gu)) {
    const list = lists.at(-1) as Asked[]
    if (/^or$/iu.test(token)) {
      lists.push([])
    } else if (/^-?"/u.test(token)) {
      const text = token.replace(/["-]+/gu, ' ').trim()
      if (hasWord(text)) list.push({ kind: token.startsWith('-') ? 'not' : 'phrase', text })
    } else if (/^-/u.test(token)) {
      if (hasWord(token)) list.push({ kind: 'not', text: token.replace(/-/gu, ' ').trim() })
    } else {
      const words = token
        .split('-')
        .flatMap(part => part.replace(elision, '').split("'"))
        .filter(hasWord)
      const last = list.at(-1)
      if (last?.kind === 'words') last.words.push(...words)
      else if (words.length > 0) list.push({ kind: 'words', words })
    }
  }
  return lists.filter(list => list.length > 0)
}

const hasWord = (text: string) => /[\p{L}\p{N}]/u.test(text)
