import type { Locale } from '#ground/languages/locales.ts'
import { type MultilingualText, wordsOf } from '#ground/languages/text.ts'
import { regionOf } from '#ground/people/rules/region.ts'
import { foldOrganisation } from '../rules/fold.ts'
import type { ApprovedOrganisation, References } from '../store/references.ts'
import type { RegistrationInput } from './sending.ts'

type Placing = Pick<
  RegistrationInput,
  'category' | 'organisation' | 'organisationId' | 'territoryId' | 'country' | 'language'
>

/**
 * What of a person's answers decides about their place. Region: the territory's, else the organisation's country's. An
 * approved organisation brings its own name and place, whether it was chosen or only typed by one of its names: whoever
 * leaves the choice out is counted with the others all the same.
 */
export function placeOf({ references }: { references: References }, person: Placing) {
  const { organisations, territories } = references
  const chosen = person.organisationId ? organisations.get(person.organisationId) : undefined
  const approved = chosen ?? typed(references, person)
  const territoryId = person.territoryId ?? approved?.territoryId ?? null
  const territory = territoryId === null ? undefined : territories.get(territoryId)
  const country = approved?.country ?? person.country
  const organisation = nameOf(approved?.name, person.language) || person.organisation
  return {
    category: person.category,
    organisation,
    organisationId: approved?.id ?? null,
    organisationKey: approved?.id ?? foldOrganisation(organisation),
    territoryId: territory?.id ?? null,
    country,
    region: territory?.region ?? regionOf(country),
  }
}

/**
 * The one approved organisation that goes by a typed name. One of another country is another one (there are San Josés in a
 * dozen), and between two nobody chooses for the person.
 */
function typed({ named }: References, { organisation, country }: Placing): ApprovedOrganisation | undefined {
  const found = (named.get(foldOrganisation(organisation)) ?? []).filter(
    one => one.country === null || one.country === country,
  )
  return found.length === 1 ? found[0] : undefined
}

const nameOf = (name: MultilingualText | undefined, language: Locale) => wordsOf(name, language)
