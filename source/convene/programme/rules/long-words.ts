/** Longer than any word of our languages; what is longer would run out of the sheet. */
const longest = 40
const piece = 20

/** The same text, in which a word that no line can hold may be broken: a break without width after every few letters. */
export function broken(text: string): string {
  return text.replace(new RegExp(`[^\\s\u00ad\u200b]{${longest + 1},}`, 'gu'), word => {
    // By what a reader takes for one sign: never inside an emoji or before an accent.
    const signs = Array.from(new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(word), one => one.segment)
    return signs.map((sign, index) => (index > 0 && index % piece === 0 ? `\u200b${sign}` : sign)).join('')
  })
}
