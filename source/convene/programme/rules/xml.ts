/** An element that is written already. */
export type Xml = { readonly xml: string }

/**
 * Writes an element of XML 1.0. Characters that XML cannot hold are left out, all others come back as they were.
 *
 * @param attributes those that are null are left out
 */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | null>>,
  ...children: readonly (Xml | string | null)[]
): Xml {
  const said = Object.entries(attributes).flatMap(([key, value]) =>
    value === null
      ? []
      : [` ${key}="${escaped(String(value)).replace(/[\t\n]/g, space => `&#${space.charCodeAt(0)};`)}"`],
  )
  const inner = children.map(child => (child === null ? '' : typeof child === 'string' ? escaped(child) : child.xml))
  return { xml: `<${name}${said.join('')}${inner.length > 0 ? `>${inner.join('')}</${name}>` : '/>'}` }
}

/** A whole document. */
export const xmlDocument = (root: Xml): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A reader of XML makes a new line of it, if it is not written so.
  '\r': '&#13;',
}
// XML 1.0 §2.2
const impossible = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu
const escaped = (text: string) => text.replace(impossible, '').replace(/[&<>"\r]/g, sign => entities[sign] ?? '')
