import { type Actor, as, type Tx } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import { type AboutRef, notOfMemory, writeAbout } from '../../store/about.ts'
import type { ShortLine } from '../rules/forms.ts'
import type { Participant } from '../rules/kinds.ts'
import { writeCommitment } from '../store/commitments.ts'
import { addInteraction, writeParticipants } from '../store/journal-fields.ts'

export type WriteDown = {
  space: string
  line: ShortLine
  /** With whom and about what: people and organisations took part, the rest is what it was about. */
  about: readonly AboutRef[]
  /** The language it is written in. */
  language: Locale
  once: { key: string | null; location: (id: string) => string }
}

/**
 * Writes a line into the journal, internal until somebody says otherwise, with the promise that was made there.
 *
 * @returns its id, or those that are not of this memory: nothing was written then
 */
export async function writeDown(
  house: House,
  who: Actor,
  { space, line, about, language, once }: WriteDown,
): Promise<{ id: string } | { strange: AboutRef[] }> {
  return as(house.db, who, async tx => {
    const strange = await notOfMemory(tx, space, about)
    if (strange.length > 0) return { strange }
    const { kind, during, title, owed, what, due } = line
    const id = await addInteraction(tx, space, {
      kind,
      during,
      title,
      place: null,
      body: null,
      language,
      visibility: 0,
      writtenBy: who.kind === 'person' ? who.id : null,
    })
    const people = about.flatMap(ref =>
      isParty(ref) ? [{ table: ref.table, id: ref.id, side: 'partner' as const }] : [],
    )
    await writeParticipants(tx, id, people)
    const rest = about.filter(ref => !isParty(ref))
    await writeAbout(tx, { table: 'interaction', id, space }, rest)
    await writePromise(tx, space, id, language, about, { owed, what, due })
    await rememberSent(tx, once.key, once.location(id))
    return { id }
  })
}

export type Promised = Pick<ShortLine, 'owed' | 'what' | 'due'>

/** Writes the promise that was made in an entry of the journal, if there was one: to whom the entry names, where that is one. */
export async function writePromise(
  tx: Tx,
  space: string,
  interaction: string,
  language: string,
  about: readonly AboutRef[],
  { owed, what, due }: Promised,
): Promise<void> {
  if (what === null || owed === '') return
  const only = (table: AboutRef['table']) => {
    const found = about.filter(ref => ref.table === table)
    return found.length === 1 ? (found[0]?.id ?? null) : null
  }
  await writeCommitment(tx, space, null, {
    interaction_id: interaction,
    owed_by: owed,
    what,
    due,
    relationship_id: only('relationship'),
    organisation_id: only('organisation'),
    contact_id: only('contact'),
    language,
    visibility: 0,
  })
}

const isParty = (ref: AboutRef): ref is AboutRef & Pick<Participant, 'table'> =>
  ref.table === 'contact' || ref.table === 'organisation'
