/** Rows that docs/words.md must have at least. */
const fewest = 60

/** What is wrong with the table of words: too few rows, a cell that is empty. */
export function wordsProblems(path: string, markdown: string): string[] {
  const problems: string[] = []
  let rows = 0
  for (const [index, line] of markdown.split('\n').entries()) {
    if (!line.startsWith('|') || /^\|[\s|:-]+\|$/.test(line) || /^\|\s*EN\b/.test(line)) continue
    rows += 1
    const cells = line
      .replace(/^\||\|\s*$/g, '')
      .split('|')
      .map(cell => cell.trim())
    if (cells.length < 5) problems.push(`${path}:${index + 1}: ${cells.length} cells; expected 5`)
    else if (cells.slice(0, 4).includes('')) problems.push(`${path}:${index + 1}: a language without its word`)
  }
  if (rows < fewest) problems.push(`${path}: ${rows} words; expected ${fewest} at least`)
  return problems
}
