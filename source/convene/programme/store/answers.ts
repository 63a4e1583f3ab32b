import type { Tx } from '#ground/database/actor.ts'
import type { GivenAnswer } from '../rules/released.ts'
import '#convene/store/tables.ts'

/** What whoever moderates or speaks in the draft of a seminar has answered, as far as the actor may see it. One query. */
export function readAnswers(tx: Tx, slug: string): Promise<GivenAnswer[]> {
  return tx
    .selectFrom('slot_person as sp')
    .innerJoin('slot', 'slot.id', 'sp.slot_id')
    .innerJoin('programme', 'programme.id', 'slot.programme_id')
    .innerJoin('space', 'space.id', 'programme.seminar_id')
    .innerJoin('programme_person as pp', 'pp.id', 'sp.programme_person_id')
    .select(['slot.key as slot', 'sp.role', 'pp.key as person', 'sp.state'])
    .where('space.slug', '=', slug)
    .where('space.kind', '=', 'seminar')
    .orderBy('slot.starts_at')
    .orderBy('sp.position')
    .orderBy('sp.id')
    .execute()
}
