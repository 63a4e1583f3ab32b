export type Identifier = { scheme: string; value: string }

/**
 * Reads identifiers as people type them: one a line, the register, a colon, the number. Blank lines and repetitions
 * are passed over.
 *
 * @returns the identifiers, or the number of the first line that is none
 */
export function readIdentifiers(typed: string): { identifiers: Identifier[] } | { wrongLine: number } {
  const found = new Map<string, Identifier>()
  for (const [index, line] of typed.split('\n').entries()) {
    if (line.trim() === '') continue
    const [, scheme = '', value = ''] = /^\s*([A-Za-z0-9-]{1,40})\s*:\s*(\S.{0,199})$/.exec(line.trimEnd()) ?? []
    if (scheme === '' || value === '') return { wrongLine: index + 1 }
    found.set(`${scheme}:${value}`, { scheme, value })
  }
  return { identifiers: [...found.values()] }
}

/** The same, written back: in one order, so that two writings of the same are equal. */
export function writeIdentifiers(identifiers: readonly Identifier[]): string {
  return identifiers
    .map(({ scheme, value }) => `${scheme}: ${value}`)
    .sort()
    .join('\n')
}
