import type { Tx } from '#ground/database/actor.ts'
import type { Locale } from '#ground/languages/locales.ts'
import type { OrganisationChosen } from '../rules/forms.ts'
import { actorNamed, type OrganisationKind } from '../store/choices.ts'
import { isOfMemory } from '../store/form-row.ts'

/**
 * The actor that an OrganisationField named: one of this memory, or a new one of which only the name is known yet.
 *
 * @param whenNew the language of the name and the kind of a new one, which can be put right on its own page
 * @returns its id; null for an id that is not of this memory
 */
export async function chosenActor(
  tx: Tx,
  space: string,
  chosen: OrganisationChosen,
  whenNew: { source: Locale; kind?: OrganisationKind },
): Promise<string | null> {
  if ('newName' in chosen) return actorNamed(tx, space, chosen.newName, { kind: 'other', ...whenNew })
  return (await isOfMemory(tx, 'organisation', space, chosen.id)) ? chosen.id : null
}
