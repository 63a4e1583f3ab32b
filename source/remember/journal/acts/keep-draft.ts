import { type Actor, as } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import type { Fields } from '../../rules/typed.ts'
import { writeTyped } from '../store/mail-drafts.ts'
import { isStale, openDraft } from './open-draft.ts'
import { sealTyped } from './waiting-mail.ts'

export type KeepDraft = {
  space: string
  draft: string
  fields: Fields
  /** The version that the form was filled from; null when nobody had changed anything. */
  version: string | null
  /** The key of the form: by it a browser that kept the form as well knows that it is here. */
  once: string | null
}

/**
 * Keeps the form of a mail that waits as somebody left it, right or not: for them and their colleagues, until it is written down.
 *
 * @returns `gone` when the mail waits no more, `stale` when somebody else left the form otherwise meanwhile: nothing was written
 */
export async function keepDraft(
  house: House,
  who: Actor,
  { space, draft, fields, version, once }: KeepDraft,
): Promise<'kept' | 'gone' | 'stale'> {
  return as(house.db, who, async tx => {
    const waits = await openDraft(house, tx, space, draft, true)
    if (!waits) return 'gone'
    if (isStale(waits.kept, version, who)) return 'stale'
    await writeTyped(tx, draft, sealTyped(house, draft, { fields, once }), who.kind === 'person' ? who.id : null)
    return 'kept'
  })
}
