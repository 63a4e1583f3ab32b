/**
 * A telephone as it was written, as the URI by which it is called (RFC 3966): `tel:+33241223344;ext=12`. The 0 that callers from
 * abroad leave out, “+33 (0)2 41…”, is left out; what follows in letters, “poste 12”, “ext. 12”, is an extension. Null for what
 * is no number, or more than one.
 */
export function telephoneUri(text: string): string | null {
  const [, written = '', extension] =
    /^\s*([+\d\s().\-/]+?)\s*(?:(?:[a-zé.]+|#)\s*:?\s*(\d{1,8}))?\s*$/iu.exec(text) ?? []
  const bare = written.replace(/^(\s*(?:\+|00)[\s\d.-]*)\(0\)/, '$1').replace(/[\s().\-/]/g, '')
  const number = bare.replace(/^00(?=[1-9])/, '+')
  if (!/^\+?\d{3,15}$/.test(number)) return null
  return `tel:${number}${extension ? `;ext=${extension}` : ''}`
}
