import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { SheetRefused } from './refused.ts'

/**
 * A text as OOXML holds it: what XML cannot say is `_x0001_`, and what only looks like that is made different
 * (ECMA-376 part 1, 22.9.2.19, ST_Xstring).
 */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(
      /[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu,
      found => `_x${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** The other way, for what the XML reader has already read. */
export const plainText = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

export type XmlEvents = {
  /** Names without their prefix. */
  open?: (name: string, attributes: Record<string, string>) => void
  text?: (text: string) => void
  close?: (name: string) => void
}

/**
 * Reads one part, piece by piece. Strictly, and with XML's own five entities only: a document type is refused, so that
 * nothing in it can grow or be fetched.
 *
 * @throws SheetRefused `damaged`
 */
export async function readXml(part: string, pieces: AsyncIterable<Uint8Array>, events: XmlEvents): Promise<void> {
  const parser = new SaxesParser({ xmlns: false })
  const refuse = (): never => {
    throw new SheetRefused('damaged', part)
  }
  parser.on('error', refuse)
  parser.on('doctype', refuse)
  parser.on('opentag', (tag: SaxesTagPlain) => events.open?.(localName(tag.name), withoutPrefixes(tag.attributes)))
  parser.on('closetag', (tag: SaxesTagPlain) => events.close?.(localName(tag.name)))
  parser.on('text', text => events.text?.(text))
  parser.on('cdata', text => events.text?.(text))
  const decoder = decoderFor(part)
  for await (const piece of pieces) parser.write(decoder(piece))
  parser.write(decoder())
  parser.close()
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1)

function withoutPrefixes(attributes: Record<string, string>): Record<string, string> {
  const named = Object.entries(attributes).map(([name, value]) => [localName(name), value] as const)
  return Object.fromEntries(named)
}

// OOXML is UTF-8 or UTF-16 (ECMA-376 part 2); the mark at the beginning tells.
function decoderFor(part: string): (piece?: Uint8Array) => string {
  let decoder: TextDecoder | null = null
  return piece => {
    try {
      if (piece === undefined) return decoder?.decode() ?? ''
      decoder ??= new TextDecoder(utf16Of(piece) ?? 'utf-8', { fatal: true })
      return decoder.decode(piece, { stream: true })
    } catch {
      throw new SheetRefused('damaged', part)
    }
  }
}

/** The encoding that a UTF-16 mark stands for; null without one. */
export function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
}
