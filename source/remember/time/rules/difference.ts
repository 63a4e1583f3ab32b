/** Letters that are told before the place where a text begins to differ. */
const before = 40

/**
 * Where to begin telling a long text that changed: at the sentence in which it begins to differ, or a few words before that place
 * where the sentence is a long one. 0 for its beginning.
 */
export function differsFrom(text: string, other: string): number {
  let same = 0
  while (same < text.length && text[same] === other[same]) same++
  const near = text.slice(0, same)
  const sentence = Math.max(...[...near.matchAll(/[.!?…]\s+|\n\s*/g)].map(({ index, 0: end }) => index + end.length), 0)
  if (same - sentence <= before * 2) return sentence
  const word = near.slice(0, same - before).search(/\S*$/)
  return Math.max(word, sentence)
}
