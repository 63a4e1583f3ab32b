const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'

/**
 * Bytes as base45 (RFC 9285): the characters that a QR code packs two to eleven bits, so that the same bytes make a
 * smaller code than as base64.
 */
export function toBase45(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 2) {
    const first = bytes[at] as number
    const second = bytes[at + 1]
    const value = second === undefined ? first : first * 256 + second
    const digits = second === undefined ? 2 : 3
    for (let digit = 0, rest = value; digit < digits; digit++, rest = Math.floor(rest / 45)) text += alphabet[rest % 45]
  }
  return text
}

/** The bytes again; null when the text is no base45. */
export function fromBase45(text: string): Uint8Array<ArrayBuffer> | null {
  if (text.length % 3 === 1) return null
  const bytes: number[] = []
  for (let at = 0; at < text.length; at += 3) {
    const values = [...text.slice(at, at + 3)].map(character => alphabet.indexOf(character))
    if (values.includes(-1)) return null
    const value = values.reduceRight((sum, digit) => sum * 45 + digit, 0)
    const last = values.length === 2
    if (value > (last ? 0xff : 0xffff)) return null
    if (!last) bytes.push(value >> 8)
    bytes.push(value & 0xff)
  }
  return new Uint8Array(bytes)
}
