import { wordsOfDocx, wordsOfOdt } from './office.ts'
import { type Format, formatOf, mostWords, type NotRead, type WordsRead } from './order.ts'
import { wordsOfPdf } from './pdf.ts'

const readers: Record<Format, (bytes: Uint8Array) => Promise<WordsRead | NotRead>> = {
  pdf: wordsOfPdf,
  docx: wordsOfDocx,
  odt: wordsOfOdt,
  text: async bytes => wordsOfText(bytes),
}

/** The words of a file; null for a kind that has none (a picture, a sheet). */
export async function wordsOf(bytes: Uint8Array, mediaType: string): Promise<WordsRead | NotRead | null> {
  const format = formatOf(mediaType)
  const read = format === null ? null : await readers[format](bytes)
  return read === null || typeof read === 'string' ? read : { ...read, words: tidy(read.words) }
}

// What PostgreSQL cannot hold, and what nobody looks for.
const tidy = (text: string) =>
  text
    .toWellFormed()
    .replace(/\0/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\s]*/g, '\n')
    .trim()

function wordsOfText(bytes: Uint8Array): WordsRead {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    text = new TextDecoder('windows-1252').decode(bytes)
  }
  return { words: text.slice(0, mostWords), cut: text.length > mostWords }
}
