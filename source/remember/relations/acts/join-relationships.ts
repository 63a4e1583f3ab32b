import { type Actor, as, type Tx } from '#ground/database/actor.ts'
import { noteAct } from '#ground/history/note.ts'
import type { House } from '#ground/house.ts'
import { versionOf } from '#ground/people/acts/save-space.ts'
import { notFound } from '#ground/web/refusal.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import { addNote } from '../../notes/store/notes.ts'
import { writeAbout } from '../../store/about.ts'
import { asOne, type Choice, canBeBoth, differing, type JoinedField, type Side } from '../rules/join.ts'
import { asFields, type Pair, readBoth, type ShownTo, shownTo, whatHangsOn } from '../store/both.ts'
import { endShares, leave, momentNow, moveParts, narrowBoth, writeSaid } from '../store/join.ts'
import { relationshipJoinedInto } from '../store/joined.ts'
import { readRelationshipFields } from '../store/relationship-fields.ts'
import { notesOfSpare } from './spare-in-words.ts'

export type JoinRelationships = {
  space: string
  pair: Pair
  stays: Side
  /** One for each field in which they differ. */
  choices: Partial<Record<JoinedField, Choice>>
  /** The version of what the page showed. */
  version: string | null
  once: { key: string | null; location: string }
}

export type Joined =
  | 'joined'
  /** The one leads to the other already. */
  | 'already'
  /** Somebody changed one of them, or what hangs on it, meanwhile. Nothing was written. */
  | 'stale'
  /** Fields of which nobody said which value stands. Nothing was written. */
  | { unanswered: JoinedField[] }

/**
 * Says that two relationships are one. All that hangs on the one that goes hangs on the other from then on, its address leads there,
 * its history stays. Of what both say somebody chose what stands; every other word is kept in an internal note about the one that
 * stays. Nobody sees more than before: both get the stricter circle of the two, texts and parts likewise, and whoever was shown one
 * of the two is not shown both. All in one transaction.
 *
 * @throws Refusal `not-found` unless both are relationships of this memory
 */
export async function joinRelationships(house: House, who: Actor, asked: JoinRelationships): Promise<Joined> {
  return as(house.db, who, tx => join(tx, who, asked))
}

async function join(
  tx: Tx,
  who: Actor,
  { space, pair, stays, choices, version, once }: JoinRelationships,
): Promise<Joined> {
  const [staying, going] = stays === 'one' ? [pair.one, pair.other] : [pair.other, pair.one]
  const both = await readBoth(tx, space, pair, true)
  if (!both) {
    const into = (await relationshipJoinedInto(tx, pair.one)) ?? (await relationshipJoinedInto(tx, pair.other))
    if (into !== pair.one && into !== pair.other) throw notFound()
    await rememberSent(tx, once.key, once.location)
    return 'already'
  }
  const at = await momentNow(tx)
  const shares = await shownTo(tx, pair, at)
  const known = versionOf(asFields(both, await whatHangsOn(tx, pair), shares))
  if (known !== version) return 'stale'
  const unanswered = differing(both).filter(field => {
    const choice = choices[field]
    return choice === undefined || (choice === 'both' && !canBeBoth(field, both))
  })
  if (unanswered.length > 0) return { unanswered }

  const { said, spare } = asOne(both, stays, choices)
  await narrowBoth(tx, [staying, going], said)
  await writeSaid(tx, staying, said)
  const parts = await moveParts(tx, space, going, staying)
  for (const { id, until } of sharesThatEnd(shares, staying, at)) await endShares(tx, [id], until)
  const notes: string[] = []
  const author = who.kind === 'person' ? who.id : null
  for (const { kind, body, language } of await notesOfSpare(tx, { both, stays, spare, parts })) {
    const note = { kind, body, language, during: null, told_by: null, visibility: 0, confidential: false } as const
    const id = await addNote(tx, space, note, author)
    await writeAbout(tx, { table: 'note', id, space }, [{ table: 'relationship', id: staying }])
    notes.push(id)
  }
  const wrote = versionOf((await readRelationshipFields(tx, { space, parent: null, id: staying })) ?? {})
  await leave(tx, { space, gone: going, stays: staying, at, by: author, wrote, notes })
  await noteAct(tx, space, 'relationships-joined', { gone: going, stays: staying })
  await rememberSent(tx, once.key, once.location)
  return 'joined'
}

/**
 * Whoever is shown both goes on seeing what they saw, until the earlier of the two days. Whoever is shown one of them would see
 * what hangs on the other as well: that ends.
 *
 * @returns the shares of the one that stays that end, and when
 */
export function sharesThatEnd(
  shares: readonly ShownTo[],
  staying: string,
  now: Temporal.Instant,
): { id: string; person: string; until: Temporal.Instant }[] {
  return shares
    .filter(share => share.record === staying)
    .flatMap(share => {
      const other = shares
        .filter(one => one.person === share.person && one.record !== staying)
        .map(one => one.endsAt)
        .sort(Temporal.Instant.compare)
        .at(-1)
      const until = other ?? now
      return Temporal.Instant.compare(until, share.endsAt) < 0 ? [{ id: share.id, person: share.person, until }] : []
    })
}
