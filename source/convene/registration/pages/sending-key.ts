import type { Keys } from '#ground/keys.ts'
import { newOnceKey } from '#ground/web/sent-once.ts'

/**
 * The once key of a form that came back; a fresh one when it is none of ours. The form keeps it until it has led
 * somewhere.
 */
export const onceOf = (keys: Keys, { once }: { once: string | null }): string =>
  once !== null && keys.verify('once', once) !== null ? once : newOnceKey(keys)

/**
 * The key of one sending of a form with this in it. Whoever goes back and sends something else has sent something else:
 * with the key of the form alone it would be taken for the first sending, and lost without a word.
 */
export const sendingKey = (keys: Keys, once: string, content: unknown): string =>
  keys.sign('once', keys.hash('sending', once + JSON.stringify(content)))
