import { type Actor, as, type Tx } from '../../database/actor.ts'
import type { House } from '../../house.ts'
import { indexRecords } from '../../search/store/entries.ts'
import { forbidden, notFound } from '../../web/refusal.ts'
import { rememberSent } from '../../web/sent-once.ts'
import type { Locale } from '../locales.ts'
import { addText, changeText, isSettledWords, type OneText, readText } from '../store/one-text.ts'
import { changedSince, versionOf } from '../version.ts'

/** The longest text in one language, in characters. */
export const longestText = 20_000

export type WhichText = { table: string; record: string; field: string; language: Locale }

export type TextToSave = WhichText & {
  body: string
  /** Left out for the original, which is neither. */
  state: 'draft' | 'reviewed' | null
  /** The version of the form (version.ts). */
  version: string | null
  once: string | null
  /** Where the form leads when it is done. */
  location: string
}

/** `changed`: what somebody else saved since the form was shown; nothing was written. */
export type Saved = { ok: true } | { ok: false; changed: 'source' | 'translation'; now: OneText }

/** Somebody agreed to these words or answered them: they stay. */
export type Settled = { ok: false; changed: 'settled' }

/**
 * Saves one text in one language. A translation is stamped with the original that stood beside it; the original itself
 * may be changed by whoever may change its record, and its translations are then out of date. Words that somebody agreed
 * to or answered stay (`settled`): only a language that they did not have is added.
 *
 * @throws Refusal `forbidden` when the policies say no, `not-found` when there is no such text
 */
export async function saveText(house: House, who: Actor, sent: TextToSave): Promise<Saved | Settled> {
  return as(house.db, who, async (tx): Promise<Saved> => {
    const text = await readText(tx, sent.table, sent.record, sent.field)
    if (!text) throw notFound()
    const changed = changedSince(sent.version, seenOf(text, sent.language))
    if (changed.translation) return { ok: false, changed: 'translation', now: text }
    if (changed.source) return { ok: false, changed: 'source', now: text }
    if (!(await write(tx, text, sent))) return whyNot(tx, text, sent.language)
    await indexRecords(tx, house.rooms, sent.table, [sent.record])
    await rememberSent(tx, sent.once, sent.location)
    return { ok: true }
  }).catch((error: unknown): Settled => {
    if (isSettledWords(error)) return { ok: false, changed: 'settled' }
    throw error
  })
}

/** What a form about this text in this language shows. For the original, it stands on both sides. */
export function seenOf(text: OneText, language: Locale) {
  return { source: text.bodies[text.source]?.body ?? '', translation: text.bodies[language] ?? null }
}

async function write(tx: Tx, text: OneText, sent: TextToSave): Promise<boolean> {
  const isSource = sent.language === text.source
  const state = isSource ? ('source' as const) : (sent.state ?? 'draft')
  const words = { body: sent.body, state, sourceHash: isSource ? null : (text.bodies[text.source]?.hash ?? null) }
  const present = text.bodies[sent.language]
  return present ? changeText(tx, present, words) : addText(tx, text, sent.language, words)
}

/** Nothing was written: somebody was quicker by a moment, or the policies said no. */
export async function whyNot(tx: Tx, before: OneText, language: Locale): Promise<Saved> {
  const now = await readText(tx, before.table, before.record, before.field)
  if (!now) throw notFound()
  const version = versionOf(seenOf(before, language))
  if (changedSince(version, seenOf(now, language)).translation) return { ok: false, changed: 'translation', now }
  throw forbidden()
}
