import { type SheetLimits, SheetRefused } from '../sheets/refused.ts'
import { openPackage } from '../sheets/unpack.ts'
import { readXml } from '../sheets/xml.ts'
import { mostWords, type NotRead, type WordsRead } from './order.ts'

/** Of a document of text: no more than this is unpacked, whatever the archive says of itself. */
const limits: SheetLimits = { bytes: 64 * 1024 * 1024, unpackedBytes: 64 * 1024 * 1024, rows: 0, cells: 0 }

/** Thrown inside to stop reading: there are enough words. */
class Enough extends Error {}

type Format = {
  part: string
  /** Elements whose end ends a line. */
  lines: readonly string[]
  /** Elements that stand for white space, and which. */
  spaces: Readonly<Record<string, string>>
  /** The only elements whose text is words; null: all are. */
  text: string | null
}
const docx: Format = { part: 'word/document.xml', lines: ['p'], spaces: { tab: '\t', br: '\n', cr: '\n' }, text: 't' }
const odt: Format = {
  part: 'content.xml',
  lines: ['p', 'h'],
  spaces: { tab: '\t', s: ' ', 'line-break': '\n' },
  text: null,
}

/** The words of a .docx (ECMA-376, WordprocessingML): its one part of text. What was taken out with changes on record is not read. */
export const wordsOfDocx = (bytes: Uint8Array) => wordsOf(bytes, docx)

/** The words of an .odt (OpenDocument 1.3). One with a password is an archive whose parts cannot be read. */
export const wordsOfOdt = (bytes: Uint8Array) => wordsOf(bytes, odt)

async function wordsOf(bytes: Uint8Array, { part, lines, spaces, text }: Format): Promise<WordsRead | NotRead> {
  const pieces: string[] = []
  let length = 0
  let inText = text === null ? 1 : 0
  const add = (words: string) => {
    pieces.push(words)
    length += words.length
    if (length > mostWords) throw new Enough()
  }
  try {
    const parts = await openPackage(bytes, limits)
    if (!parts.has(part)) return 'damaged'
    if (part === odt.part && (await isEncryptedOdt(parts))) return 'encrypted'
    await readXml(part, parts.read(part), {
      open: name => {
        if (name === text) inText += 1
        const space = spaces[name]
        if (space !== undefined) add(space)
      },
      text: words => {
        if (inText > 0) add(words)
      },
      close: name => {
        if (name === text) inText -= 1
        if (lines.includes(name)) add('\n')
      },
    })
  } catch (error) {
    if (error instanceof Enough) return { words: pieces.join('').slice(0, mostWords), cut: true }
    if (!(error instanceof SheetRefused)) throw error
    if (error.code === 'encrypted') return 'encrypted'
    return error.code === 'too-large' || error.code === 'too-large-unpacked' ? 'too-much' : 'damaged'
  }
  return { words: pieces.join(''), cut: false }
}

async function isEncryptedOdt(parts: Awaited<ReturnType<typeof openPackage>>): Promise<boolean> {
  const manifest = 'META-INF/manifest.xml'
  if (!parts.has(manifest)) return false
  let encrypted = false
  await readXml(manifest, parts.read(manifest), {
    open: name => {
      if (name === 'encryption-data') encrypted = true
    },
  })
  return encrypted
}
