/** A kind of file that is kept: how it is told to a browser, and how its names end. */
export type Kind = { mediaType: string; extensions: readonly string[]; shownInPage?: boolean }

const office = 'application/vnd.openxmlformats-officedocument'
const openDocument = 'application/vnd.oasis.opendocument'

const kinds = {
  pdf: { mediaType: 'application/pdf', extensions: ['pdf'] },
  png: { mediaType: 'image/png', extensions: ['png'], shownInPage: true },
  jpeg: { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'], shownInPage: true },
  webp: { mediaType: 'image/webp', extensions: ['webp'], shownInPage: true },
  docx: { mediaType: `${office}.wordprocessingml.document`, extensions: ['docx'] },
  xlsx: { mediaType: `${office}.spreadsheetml.sheet`, extensions: ['xlsx'] },
  pptx: { mediaType: `${office}.presentationml.presentation`, extensions: ['pptx'] },
  odt: { mediaType: `${openDocument}.text`, extensions: ['odt'] },
  ods: { mediaType: `${openDocument}.spreadsheet`, extensions: ['ods'] },
  odp: { mediaType: `${openDocument}.presentation`, extensions: ['odp'] },
  csv: { mediaType: 'text/csv', extensions: ['csv'] },
  yaml: { mediaType: 'application/yaml', extensions: ['yaml', 'yml'] },
  text: { mediaType: 'text/plain', extensions: ['txt', 'text', 'md'] },
} satisfies Record<string, Kind>

/** Endings that a file field proposes; the content decides all the same. */
export const acceptedEndings = Object.values(kinds)
  .flatMap(kind => kind.extensions)
  .map(extension => `.${extension}`)
  .join(',')

/** What was learned of a file while it was read. */
export type Evidence = {
  /** Its first bytes: 64 are enough. */
  head: Uint8Array
  /** The names inside, when it is a zip archive that could be read; else null. */
  entries: readonly string[] | null
  /** Whether all of it is text, and which. */
  text: 'utf-8' | 'other' | null
  /** The name it came with. */
  name: string
}

/**
 * What a file is, by its content. Its name only tells one text from another; what the browser claimed is not believed.
 * Null for what is not kept: programs, archives, documents with macros, and pages (HTML, SVG) that could act as ours.
 *
 * Source of the signatures: PDF 32000-1 §7.5.2, PNG §5.2, JPEG (ISO 10918-1) SOI, RIFF/WebP container, ZIP APPNOTE §4.3.7,
 * OpenDocument 1.3 part 2 §3.3.
 */
export function kindOf({ head, entries, text, name }: Evidence): Kind | null {
  const begins = (signature: string, at = 0) => latin(head, at, signature.length) === signature
  if (begins('%PDF-')) return kinds.pdf
  if (begins('\x89PNG\r\n\x1a\n')) return kinds.png
  if (begins('\xff\xd8\xff')) return kinds.jpeg
  if (begins('RIFF') && begins('WEBP', 8)) return kinds.webp
  if (begins('PK\x03\x04')) return entries === null ? null : kindOfArchive(head, entries)
  return text === null ? null : kindOfText(head, text, name)
}

function kindOfArchive(head: Uint8Array, entries: readonly string[]): Kind | null {
  // A macro is a program, whatever the name of the document around it.
  if (entries.some(entry => /(^|\/)vbaProject\.bin$/i.test(entry) || /^(Basic|Scripts)\/./.test(entry))) return null
  if (latin(head, 30, 8) === 'mimetype') {
    const told = latin(head, 38, head.length - 38)
    return [kinds.odt, kinds.ods, kinds.odp].find(kind => told.startsWith(`${kind.mediaType}PK`)) ?? null
  }
  if (!entries.includes('[Content_Types].xml')) return null
  if (entries.includes('word/document.xml')) return kinds.docx
  if (entries.includes('xl/workbook.xml')) return kinds.xlsx
  if (entries.includes('ppt/presentation.xml')) return kinds.pptx
  return null
}

const markup = /^\s*<(!doctype|html|head|body|script|svg|\?xml|!--)/i

function kindOfText(head: Uint8Array, text: 'utf-8' | 'other', name: string): Kind | null {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  if (['html', 'htm', 'xhtml', 'xml', 'svg', 'js', 'mjs', 'sh', 'bat', 'ps1'].includes(ending)) return null
  if (markup.test(latin(head, 0, head.length).replace(/^\xef\xbb\xbf/, ''))) return null
  const found = [kinds.csv, kinds.yaml].find(kind => (kind.extensions as readonly string[]).includes(ending))
  const kind = found ?? kinds.text
  return text === 'utf-8' ? { ...kind, mediaType: `${kind.mediaType}; charset=utf-8` } : kind
}

const latin = (bytes: Uint8Array, at: number, length: number) =>
  String.fromCharCode(...bytes.subarray(at, at + Math.max(0, length)))

/** Whether a stored type is one that a browser may show inside a page: pictures only. */
export const mayShow = (mediaType: string): boolean =>
  Object.values<Kind>(kinds).some(kind => kind.shownInPage === true && kind.mediaType === mediaType)
