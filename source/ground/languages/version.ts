import { createHash } from 'node:crypto'

/** What a form about one text in one language was filled from. */
export type Seen = { source: string; translation: { body: string; state: string; sourceHash: string | null } | null }

const hash = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22)

/**
 * The version of a form about a text: the hash of the original that was shown, and of the translation that was shown.
 * Kept apart, so that it can be told which of the two changed meanwhile.
 */
export function versionOf(seen: Seen): string {
  const { translation } = seen
  return `${hash(seen.source)}.${hash(translation && [translation.body, translation.state, translation.sourceHash])}`
}

/** What changed since a form with this version was shown. A version that is none counts as a change of the words. */
export function changedSince(version: string | null, now: Seen): { source: boolean; translation: boolean } {
  const [sourceThen, translationThen] = (version ?? '').split('.')
  const [sourceNow, translationNow] = versionOf(now).split('.')
  return { source: sourceThen !== sourceNow, translation: translationThen !== translationNow }
}
