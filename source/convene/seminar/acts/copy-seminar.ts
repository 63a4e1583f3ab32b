import type { Actor } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { forbidden, notFound } from '#ground/web/refusal.ts'
import { type CopyWishes, copyOf } from '../rules/copy-of.ts'
import { copyMailWords, copyReminders, copyTextStates, isNetworkToEdit, mayReadSeminar } from '../store/copy-rows.ts'
import { seminarAsFile } from '../store/seminar-as-file.ts'
import { type MakingOptions, makeIn, makingSeminar, type SeminarMade } from './make-seminar.ts'

/**
 * Makes a draft of a seminar that was held before, on another day: its page, organisations, contacts, programme,
 * questions, consents, quotas, its rules of admission and the words of its mails, each translation as reviewed and as old
 * as it was. Nobody who registered, no invitation, no letter, notice or mailing, no access right, and no file that was
 * imported.
 *
 * @param wishes its address and day, and what else it has of its own
 * @returns `invalid` with the paths of the copy's file, such as `registration.closes`, when the new day leads to something
 *   that is not right
 * @throws Refusal `not-found` for a seminar that the actor does not see; `forbidden` for one on which they do not work, and
 *   without the right to edit the network of the copy
 */
export function copySeminar(
  house: House,
  who: Actor,
  fromSlug: string,
  wishes: CopyWishes,
  sent?: MakingOptions['sent'],
): Promise<SeminarMade> {
  const options = { reason: `copy ${fromSlug}`, ...(sent ? { sent } : {}) }
  return makingSeminar(house, who, wishes.slug, options, async tx => {
    const from = await seminarAsFile(tx, fromSlug)
    if (!from) throw notFound()
    if (!(await mayReadSeminar(tx, from.id))) throw forbidden()
    const file = copyOf(from.file, wishes)
    if (!(await isNetworkToEdit(tx, file.network.slug))) throw forbidden()
    const made = await makeIn(tx, house, file, fromSlug)
    if (made.outcome !== 'made') return made
    const copy = await seminarAsFile(tx, wishes.slug)
    if (copy) await copyTextStates(tx, from.recordAt, copy.recordAt)
    await copyReminders(tx, from.id, made.id)
    await copyMailWords(tx, from.id, made.id)
    return made
  })
}
