// The directory at the end of a zip archive (APPNOTE §4.3.12, §4.3.16): enough of it to know what is inside.

const endSignature = 0x06054b50
const entrySignature = 0x02014b50

/** The longest stretch at the end of a file in which its directory's end can stand: 22 bytes and a comment. */
export const longestTail = 22 + 65_535

/** Where the directory lies, from the end of the file; null when there is none. */
export function findDirectory(tail: Buffer, fileSize: number): { at: number; length: number } | null {
  for (let at = tail.length - 22; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== endSignature) continue
    const length = tail.readUInt32LE(at + 12)
    const start = tail.readUInt32LE(at + 16)
    return start + length <= fileSize ? { at: start, length } : null
  }
  return null
}

/** The names in a directory; null when it is damaged. */
export function namesIn(directory: Buffer): string[] | null {
  const names: string[] = []
  let at = 0
  while (at + 46 <= directory.length) {
    if (directory.readUInt32LE(at) !== entrySignature) return null
    const name = directory.readUInt16LE(at + 28)
    const rest = directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
    if (at + 46 + name > directory.length) return null
    names.push(directory.toString('utf8', at + 46, at + 46 + name))
    at += 46 + name + rest
  }
  return at === directory.length ? names : null
}
