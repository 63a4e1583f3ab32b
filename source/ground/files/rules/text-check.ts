/** Looks at bytes as they pass and tells in the end whether all of them were text, and in which encoding. */
export type TextCheck = { see(bytes: Uint8Array): void; end(): 'utf-8' | 'other' | null }

export function checkText(): TextCheck {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let utf8 = true
  let plain = true
  return {
    see(bytes) {
      // Tab, line feed, form feed, carriage return; any other control byte means that this is no text.
      plain = plain && !bytes.some(byte => byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13)
      if (plain && utf8) utf8 = decodes(() => decoder.decode(bytes, { stream: true }))
    },
    end() {
      if (!plain) return null
      return utf8 && decodes(() => decoder.decode()) ? 'utf-8' : 'other'
    },
  }
}

function decodes(decode: () => string): boolean {
  try {
    decode()
    return true
  } catch {
    return false
  }
}
