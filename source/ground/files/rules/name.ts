const longest = 200

/**
 * A file's name as it is kept and given back: the last part of a path, one line, without characters that reorder or
 * hide others, at most 200 characters with its extension kept, and ending as its kind does.
 *
 * @param typed the name that the browser told
 * @param extensions endings of the kind of file that it is; the first is added when it has none of them
 */
export function cleanName(typed: string, extensions: readonly string[]): string {
  const last = typed.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = last
    // \p{Cf} holds the marks that turn direction; the joiner of emoji families and of some scripts stays.
    .replace(/(?!\u200d|\u200c)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  const named = plain === '' ? 'document' : plain
  const lower = named.toLowerCase()
  const ending = extensions.find(extension => lower.endsWith(`.${extension}`))
  const stem = ending === undefined ? named : named.slice(0, -(ending.length + 1))
  const suffix = ending === undefined ? `.${extensions[0] ?? 'bin'}` : named.slice(-(ending.length + 1))
  return `${[...stem].slice(0, longest - [...suffix].length).join('')}${suffix}`
}

/**
 * Content-Disposition with a name in any script: plain letters for old programs, UTF-8 for the others (RFC 6266,
 * RFC 8187). Nothing of the name can end the header or the quotation.
 */
export function disposition(kind: 'inline' | 'attachment', name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\w. ()-]+/g, '_')
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`
}
