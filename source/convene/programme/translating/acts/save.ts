import { type Actor, as } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { saveText } from '#ground/languages/acts/save-text.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { Refusal } from '#ground/web/refusal.ts'
import { rememberSent } from '#ground/web/sent-once.ts'

export type TranslationToSave = {
  table: string
  record: string
  field: string
  body: string
  state: 'draft' | 'reviewed'
  /** The version of the text that the form showed (languages/version.ts). */
  version: string
}

/**
 * `saved`: also when somebody has just saved the same. `translation` and `source`: somebody changed it since the form was
 * shown, and nothing of this text was written. `gone`: the draft has no such text any more.
 */
export type TranslationSaved = 'saved' | 'translation' | 'source' | 'gone'

/**
 * Saves many translations of one language, each by itself as its own page would (`saveText`): one that somebody changed
 * meanwhile keeps none of the others from being saved. The form is remembered as sent when all of them are.
 *
 * @returns what became of each, in their order
 * @throws Refusal `forbidden` when the policies say no
 */
export async function saveTranslations(
  house: House,
  actor: Actor,
  language: Locale,
  texts: readonly TranslationToSave[],
  sent: { once: string | null; location: string },
): Promise<TranslationSaved[]> {
  const results: TranslationSaved[] = []
  for (const text of texts) results.push(await saveOne(house, actor, language, text, sent.location))
  if (results.every(result => result === 'saved')) {
    await as(house.db, actor, tx => rememberSent(tx, sent.once, sent.location))
  }
  return results
}

async function saveOne(
  house: House,
  actor: Actor,
  language: Locale,
  text: TranslationToSave,
  location: string,
): Promise<TranslationSaved> {
  try {
    const result = await saveText(house, actor, { ...text, language, once: null, location })
    if (result.ok) return 'saved'
    // Nobody agrees to the words of a programme: they are never settled.
    if (result.changed === 'settled') throw new Refusal('forbidden')
    const now = result.now.bodies[language]
    if (result.changed === 'translation' && now?.body === text.body && now.state === text.state) {
      const original = result.now.bodies[result.now.source]
      if (now.sourceHash === original?.hash) return 'saved'
    }
    return result.changed
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'not-found') return 'gone'
    throw error
  }
}
