import type { Visit } from '#ground/house.ts'
import { type Typed, textOf } from '#ground/web/form.ts'
import { foldName } from '../../rules/fold.ts'
import type { SuggestionKind } from '../../store/suggestions.ts'
import { readMeanings } from '../form/meanings.ts'
import type { Asked } from '../form/organisation.tsx'

/** What an organisation or a territory was until now: the record, if any, and the name shown for it. */
type Until = Record<SuggestionKind, { id: string | null; name: string }>

export type Meant = {
  /** What was typed, with the names of the records that were chosen. */
  typed: Typed
  organisationId: string | null
  territoryId: string | null
  asked: Asked
  /** A territory that is none of those we know: kept as it was typed. */
  newTerritory: string | null
}

/**
 * Which organisation and which territory the typed names stand for, or what to ask about them. A name that was left as
 * it was stands for what it stood for: whoever corrects their role is not asked about their organisation again.
 */
export async function readMeant(visit: Visit, seminarId: string, given: Typed, until: Until): Promise<Meant> {
  const kinds = (['organisation', 'territory'] as const).filter(kind => {
    // A form without the field leaves what there was.
    if (given[kind] === undefined) return false
    const same = foldName(textOf(given, kind).trim()) === foldName(until[kind].name)
    return !same || textOf(given, `${kind}Asked`) !== ''
  })
  const { typed, references, asked, newTerritory } = await readMeanings(visit, seminarId, given, kinds)
  const idOf = (kind: SuggestionKind) => (kinds.includes(kind) ? references[`${kind}Id`] : until[kind].id)
  const nameUntil = until.territory.id === null ? until.territory.name || null : null
  return {
    typed,
    organisationId: idOf('organisation'),
    territoryId: idOf('territory'),
    asked,
    newTerritory: kinds.includes('territory') ? newTerritory : nameUntil,
  }
}
