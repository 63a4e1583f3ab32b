import { longestSlug, slugFrom } from '#ground/slug.ts'

/**
 * An address for a version that no version before it has: what it is to be called, and from the second on with a number. What
 * it is called is cut between words, so that the number has room.
 *
 * @param called small letters, digits and hyphens, not empty
 * @returns `longestSlug` characters at most, which is the check of perenne.programme_version too
 */
export function versionSlug(called: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n++) {
    const end = n === 1 ? '' : `-${n}`
    const slug = slugFrom(called, longestSlug - end.length) + end
    if (!taken.has(slug)) return slug
  }
}
