/** The longest slug, in characters: the check of perenne.space. */
export const longestSlug = 80

/**
 * An address made from a name: small letters, digits and hyphens, accents taken off, cut between words.
 *
 * @param longest characters at most
 * @returns '' for a name without any Latin letter or digit
 */
export function slugFrom(name: string, longest: number = longestSlug): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/gi, 'oe')
    .replace(/æ/gi, 'ae')
    .replace(/ß/g, 'ss')
    .replace(/ø/gi, 'o')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '')
  let slug = ''
  for (const word of words) {
    const longer = slug === '' ? word.slice(0, longest) : `${slug}-${word}`
    if (longer.length > longest) break
    slug = longer
  }
  return slug
}
