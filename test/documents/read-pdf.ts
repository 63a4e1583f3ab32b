import { inflateSync } from 'node:zlib'
import { extractText, getDocumentProxy } from 'unpdf'

/** What a reader of PDF that is not ours finds in a file. */
export async function readPdf(pdf: Buffer) {
  const document = await getDocumentProxy(new Uint8Array(pdf))
  const { metadata, info } = await document.getMetadata()
  const { text } = await extractText(document, { mergePages: true })
  const raw = pdf.toString('latin1')
  return {
    text: text.replace(/\s+/g, ' '),
    pages: document.numPages,
    tagged: (await document.getMarkInfo())?.Marked === true,
    language: (info as { Language?: string }).Language ?? null,
    title: (info as { Title?: string }).Title ?? null,
    created: (info as { CreationDate?: string }).CreationDate ?? null,
    archive: metadata?.get('pdfaid:part')
      ? { part: metadata.get('pdfaid:part'), conformance: metadata.get('pdfaid:conformance') }
      : null,
    /** The dictionaries of the file as they are written, those in compressed streams too. */
    dictionaries:
      raw + [...raw.matchAll(/stream\r?\n/g)].map(found => inflated(pdf, found.index + found[0].length)).join('\n'),
  }
}

// Object streams are compressed; fonts and pages as well, but nothing is searched for there.
function inflated(pdf: Buffer, from: number): string {
  try {
    return inflateSync(pdf.subarray(from), { finishFlush: 2 }).toString('latin1')
  } catch {
    return ''
  }
}
