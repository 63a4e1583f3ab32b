import { slugFrom } from '#ground/slug.ts'

/**
 * A key made of words: small letters without accents, figures, hyphens; unlike those that are taken.
 *
 * @param otherwise for words without any such letter
 */
export function keyFrom(words: string, taken: ReadonlySet<string>, otherwise: string): string {
  const base = slugFrom(words, 60) || otherwise
  for (let n = 1; ; n++) {
    const key = n === 1 ? base : `${base}-${n}`
    if (!taken.has(key)) return key
  }
}
