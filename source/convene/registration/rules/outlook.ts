import { overall } from './places.ts'

/** What a visitor should know of a quota before they fill in the form. */
export type Outlook = { key: string; left: number }

/**
 * The quotas that are full or nearly so, as anybody may see them; the others are not worth a line. When the whole seminar
 * is full nothing else matters.
 *
 * @param quotas with `held`, the places that are kept for invitations
 */
export function outlook(quotas: readonly { key: string; capacity: number; taken: number; held: number }[]): Outlook[] {
  const counted = quotas.map(({ key, capacity, taken, held }) => ({
    key,
    capacity,
    left: Math.max(0, capacity - taken - held),
  }))
  const full = counted.find(({ key, left }) => key === overall && left === 0)
  const telling = full ? [full] : counted.filter(({ left, capacity }) => left <= Math.max(3, Math.ceil(capacity / 10)))
  return telling.map(({ key, left }) => ({ key, left }))
}
