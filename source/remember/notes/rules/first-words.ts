const longestTitle = 90

/** The first line of a note, cut between words: what it is known by. */
export function firstWords(body: string): string {
  const line = body.trim().split('\n')[0] ?? ''
  if (line.length <= longestTitle) return line
  const cut = line.slice(0, longestTitle)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longestTitle / 2)).trimEnd()}…`
}
