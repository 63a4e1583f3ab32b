import { asPublic } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { type Typed, textOf } from '#ground/web/form.ts'
import { longest } from '../../rules/answers.ts'
import { countryCodes } from '../../rules/countries.ts'
import { foldName } from '../../rules/fold.ts'
import { meaningOf } from '../../rules/meaning.ts'
import { resembling, type SuggestionKind } from '../../store/suggestions.ts'
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
  territoryName: string | null
}

/**
 * Which organisation and which territory the typed names stand for, or what to ask about them. A name that was left as
 * it was stands for what it stood for: whoever corrects their role is not asked about their organisation again.
 */
export async function readMeant(visit: Visit, seminarId: string, given: Typed, until: Until): Promise<Meant> {
  const typed: Record<string, string | readonly string[]> = { ...given }
  const meant: Meant = {
    typed,
    organisationId: until.organisation.id,
    territoryId: until.territory.id,
    asked: {},
    territoryName: until.territory.id === null ? until.territory.name || null : null,
  }
  const country = textOf(given, 'country')
  for (const kind of ['organisation', 'territory'] as const) {
    // A form without the field leaves what there was.
    if (given[kind] === undefined) continue
    const name = textOf(given, kind).trim()
    const same = foldName(name) === foldName(until[kind].name) && textOf(given, `${kind}Asked`) === ''
    if (same) continue
    meant[`${kind}Id`] = null
    if (kind === 'territory') meant.territoryName = null
    if (name === '' || name.length > longest.organisation) {
      if (kind === 'territory') meant.territoryName = name || null
      continue
    }
    const candidates = await asPublic(visit.house.db, tx =>
      resembling(tx, kind, seminarId, name, { locale: visit.locale, most: 12 }),
    )
    const meaning = meaningOf(candidates, {
      typed: name,
      chosenId: textOf(given, `${kind}Id`),
      answer: textOf(given, `${kind}Means`),
      askedFor: textOf(given, `${kind}Asked`),
      country: kind === 'organisation' && countryCodes.has(country) ? country : null,
    })
    if ('ask' in meaning) {
      meant.asked[kind] = meaning.ask
    } else if (meaning.is !== 'new') {
      meant[`${kind}Id`] = meaning.is.id
      Object.assign(typed, { [`${kind}Id`]: meaning.is.id, [`${kind}Means`]: '', [`${kind}Asked`]: '' })
      // Chosen in answer to the question: the field then shows what was chosen.
      if (textOf(given, `${kind}Means`) === meaning.is.id) typed[kind] = meaning.is.name
    } else if (kind === 'territory') {
      meant.territoryName = name
    }
  }
  return meant
}
