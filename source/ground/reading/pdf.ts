import { getDocumentProxy } from 'unpdf'
import { mostWords, type NotRead, type WordsRead } from './order.ts'

const mostPages = 5_000

/** The words of a PDF, page by page; nothing in it is run, and no picture is drawn. */
export async function wordsOfPdf(bytes: Uint8Array): Promise<WordsRead | NotRead> {
  let pdf: Awaited<ReturnType<typeof getDocumentProxy>>
  try {
    pdf = await getDocumentProxy(bytes, {
      disableFontFace: true,
      useSystemFonts: false,
      stopAtErrors: false,
      verbosity: 0,
    })
  } catch (error) {
    return (error as Error).name === 'PasswordException' ? 'encrypted' : 'damaged'
  }
  let words = ''
  for (let number = 1; number <= Math.min(pdf.numPages, mostPages); number++) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    for (const item of items) if ('str' in item) words += item.hasEOL ? `${item.str}\n` : item.str
    words += '\n'
    page.cleanup()
    if (words.length > mostWords) return { words: words.slice(0, mostWords), cut: true }
  }
  return { words, cut: pdf.numPages > mostPages }
}
