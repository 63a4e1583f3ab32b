import { SheetRefused } from './refused.ts'

const begins = (bytes: Uint8Array, ...start: number[]) => start.every((byte, index) => bytes[index] === byte)

/**
 * What a file is by what it begins with, whatever its name says: a zip archive, or text.
 *
 * @throws SheetRefused for what is known to be something else
 */
export function kindOfBytes(bytes: Uint8Array): 'zip' | 'text' {
  if (bytes.length === 0) throw new SheetRefused('empty')
  if (begins(bytes, 0x50, 0x4b, 0x03, 0x04)) return 'zip'
  // An archive with nothing in it, or cut in pieces.
  if (begins(bytes, 0x50, 0x4b, 0x05, 0x06) || begins(bytes, 0x50, 0x4b, 0x07, 0x08)) {
    throw new SheetRefused('not-a-spreadsheet')
  }
  // Compound files (MS-CFB): Excel before 2007, and later workbooks under a password.
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    const hidden = Buffer.from('EncryptedPackage', 'utf16le')
    throw new SheetRefused(Buffer.from(bytes).includes(hidden) ? 'encrypted' : 'old-excel')
  }
  // Excel 2 to 4 without a container: BOF records.
  if (begins(bytes, 0x09) && [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? -1) && bytes[3] === 0x00) {
    throw new SheetRefused('old-excel')
  }
  // PDF and RTF are written in letters, and are no tables.
  if (begins(bytes, 0x25, 0x50, 0x44, 0x46) || begins(bytes, 0x7b, 0x5c, 0x72, 0x74, 0x66)) {
    throw new SheetRefused('not-a-spreadsheet')
  }
  if (isProgram(bytes)) throw new SheetRefused('program')
  return 'text'
}

function isProgram(bytes: Uint8Array): boolean {
  // MZ stands before much in text too: a program has bytes that no text has soon after.
  if (begins(bytes, 0x4d, 0x5a)) return bytes.subarray(0, 256).includes(0)
  if (begins(bytes, 0x7f, 0x45, 0x4c, 0x46)) return true
  if (begins(bytes, 0x23, 0x21)) return true
  const magic = ((bytes[0] ?? 0) << 24) | ((bytes[1] ?? 0) << 16) | ((bytes[2] ?? 0) << 8) | (bytes[3] ?? 0)
  return [0xfeedface, 0xfeedfacf, 0xcefaedfe, 0xcffaedfe, 0xcafebabe].includes(magic >>> 0)
}
