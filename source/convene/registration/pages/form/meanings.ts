import { asPublic } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { type Typed, textOf } from '#ground/web/form.ts'
import { longest } from '../../rules/answers.ts'
import { countryCodes } from '../../rules/countries.ts'
import { meaningOf } from '../../rules/meaning.ts'
import { resembling, type SuggestionKind } from '../../store/suggestions.ts'
import type { Asked } from './organisation.tsx'

export type Meanings = {
  /** What was typed, with the names of the records that were chosen. */
  typed: Typed
  references: { organisationId: string | null; territoryId: string | null }
  asked: Asked
  /** A territory that is none of those we know: kept as it was typed. */
  newTerritory: string | null
}

const both = ['organisation', 'territory'] as const satisfies readonly SuggestionKind[]

/**
 * Which organisation and which territory the typed names stand for, or what to ask about them.
 *
 * @param kinds those of the two that are to be read; the others are left as they came
 */
export async function readMeanings(
  visit: Visit,
  seminarId: string,
  given: Typed,
  kinds: readonly SuggestionKind[] = both,
): Promise<Meanings> {
  const { locale } = visit
  const found = await asPublic(visit.house.db, async tx => {
    const candidates: Partial<Record<SuggestionKind, Awaited<ReturnType<typeof resembling>>>> = {}
    for (const kind of kinds) {
      const name = textOf(given, kind).trim()
      if (name !== '' && name.length <= longest.organisation)
        candidates[kind] = await resembling(tx, kind, seminarId, name, { locale, most: 12 })
    }
    return candidates
  })
  const country = textOf(given, 'country')
  const typed: Record<string, string | readonly string[]> = { ...given }
  const meant: Meanings = {
    typed,
    references: { organisationId: null, territoryId: null },
    asked: {},
    newTerritory: null,
  }
  for (const kind of kinds) {
    const candidates = found[kind]
    if (!candidates) {
      // Too long to be looked up: the error stands beside the field.
      if (kind === 'territory') meant.newTerritory = textOf(given, kind).trim() || null
      continue
    }
    const meaning = meaningOf(candidates, {
      typed: textOf(given, kind),
      chosenId: textOf(given, `${kind}Id`),
      answer: textOf(given, `${kind}Means`),
      askedFor: textOf(given, `${kind}Asked`),
      country: kind === 'organisation' && countryCodes.has(country) ? country : null,
    })
    if ('ask' in meaning) {
      meant.asked[kind] = meaning.ask
    } else if (meaning.is === 'new') {
      typed[`${kind}Id`] = ''
      if (kind === 'territory') meant.newTerritory = textOf(given, kind).trim()
    } else {
      meant.references[`${kind}Id`] = meaning.is.id
      Object.assign(typed, { [`${kind}Id`]: meaning.is.id, [`${kind}Means`]: '', [`${kind}Asked`]: '' })
      // Chosen in answer to the question: the field then shows what was chosen.
      if (textOf(given, `${kind}Means`) === meaning.is.id) typed[kind] = meaning.is.name
    }
  }
  return meant
}
