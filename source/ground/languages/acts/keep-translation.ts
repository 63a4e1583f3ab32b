import { type Actor, as } from '../../database/actor.ts'
import type { House } from '../../house.ts'
import { notFound } from '../../web/refusal.ts'
import { rememberSent } from '../../web/sent-once.ts'
import { changeText, readText } from '../store/one-text.ts'
import { changedSince } from '../version.ts'
import { type Saved, seenOf, type TextToSave, whyNot } from './save-text.ts'

/**
 * Notes that a translation still fits its original, which has changed: the words stay, the stamp is that of the original
 * that stood beside them. A machine's translation that somebody found good is a draft from then on.
 *
 * @throws Refusal `forbidden` when the policies say no, `not-found` when there is no such translation
 */
export async function keepTranslation(
  house: House,
  who: Actor,
  sent: Omit<TextToSave, 'body' | 'state'>,
): Promise<Saved> {
  return as(house.db, who, async tx => {
    const text = await readText(tx, sent.table, sent.record, sent.field)
    const present = text?.bodies[sent.language]
    const source = text?.bodies[text.source]
    if (!text || !present || !source || present.state === 'source') throw notFound()
    const changed = changedSince(sent.version, seenOf(text, sent.language))
    if (changed.translation) return { ok: false, changed: 'translation', now: text }
    if (changed.source) return { ok: false, changed: 'source', now: text }
    const state = present.state === 'machine' ? ('draft' as const) : present.state
    const written = await changeText(tx, present, { body: present.body, state, sourceHash: source.hash })
    if (!written) return whyNot(tx, text, sent.language)
    await rememberSent(tx, sent.once, sent.location)
    return { ok: true }
  })
}
