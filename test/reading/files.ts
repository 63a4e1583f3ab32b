import { deflateSync } from 'node:zlib'
import { ZipFile } from 'yazl'

// Files as people send them, and as somebody would who means harm.

/** A zip archive of these parts; a function is a part that is streamed, however long. */
export async function zipOf(parts: Record<string, string | Buffer>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [path, content] of Object.entries(parts)) {
    // ODF wants its first part plain.
    zip.addBuffer(Buffer.from(content), path, { compress: path !== 'mimetype' })
  }
  zip.end()
  const pieces: Buffer[] = []
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
export const docxOf = (body: string, more: Record<string, string | Buffer> = {}) =>
  zipOf({
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="${word}"><w:body>${body}</w:body></w:document>`,
    ...more,
  })

export const odtOf = (body: string, more: Record<string, string | Buffer> = {}) =>
  zipOf({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>${body}</office:body></office:document-content>`,
    ...more,
  })

/** A PDF of one page whose content is this stream, packed. */
export function pdfOf(content: string | Buffer, trailer = ''): Buffer {
  const packed = deflateSync(content, { level: 9 })
  const parts = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    Buffer.concat([
      Buffer.from(`<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`),
      packed,
      Buffer.from('\nendstream'),
    ]),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ]
  let bytes = Buffer.from('%PDF-1.4\n')
  const places: number[] = []
  for (const [index, part] of parts.entries()) {
    places.push(bytes.length)
    bytes = Buffer.concat([bytes, Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(part), Buffer.from('\nendobj\n')])
  }
  const table = places.map(at => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.concat([
    bytes,
    Buffer.from(
      `xref\n0 6\n0000000000 65535 f \n${table}trailer\n<< /Size 6 /Root 1 0 R ${trailer}>>\nstartxref\n${bytes.length}\n%%EOF\n`,
    ),
  ])
}

/** One that asks for a password that nobody knows (RC4, 40 bits). */
export const pdfWithPassword = () =>
  pdfOf(
    'BT ET',
    `/ID [<${'ab'.repeat(16)}> <${'ab'.repeat(16)}>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> /P -60 >> `,
  )
