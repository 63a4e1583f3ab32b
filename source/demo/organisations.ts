import { approveOrganisation } from '#convene/registration/acts/approve-organisation.ts'
import { type OrganisationKind, typedOrganisations } from '#convene/registration/store/approve-organisations.ts'
import { findSeminarToRegisterFor } from '#convene/registration/store/seminar.ts'
import { type Actor, as } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { seminarSlug } from './story-kit.ts'

type Approved = { name: string; language: Locale; kind: OrganisationKind; country: string }

/** Of the organisations in samples/registrants.yaml, those from which most people ask before 4 June. None exists. */
const approved: readonly Approved[] = [
  { name: 'Université de Valombre', language: 'fr', kind: 'university', country: 'FR' },
  { name: 'Région Haute-Lisière', language: 'fr', kind: 'local-government', country: 'FR' },
  { name: 'Association Rives communes', language: 'fr', kind: 'association', country: 'FR' },
  { name: 'Asociación Puentes Vecinos', language: 'es', kind: 'association', country: 'CO' },
  { name: 'Ville de Brécourt-sur-Loire', language: 'fr', kind: 'local-government', country: 'FR' },
  { name: 'University of Ballyfane', language: 'en', kind: 'university', country: 'IE' },
  { name: 'Ville de Clairfontaine', language: 'fr', kind: 'local-government', country: 'CH' },
  { name: 'Prefeitura de Serra do Luar', language: 'pt', kind: 'local-government', country: 'BR' },
  { name: 'Métropole de Valombre', language: 'fr', kind: 'local-government', country: 'FR' },
  { name: 'Universidade do Cerrado Alto', language: 'pt', kind: 'university', country: 'BR' },
  { name: 'Universidad del Estuario', language: 'es', kind: 'university', country: 'AR' },
  { name: 'Municipalidad de Puerto Almendro', language: 'es', kind: 'local-government', country: 'CL' },
]

/** The organiser approves a dozen of the names that were typed: the form then proposes them, however they are written. */
export async function approveDemoOrganisations(house: House, organiser: Actor): Promise<void> {
  const typed = await as(house.db, organiser, async tx => {
    const seminar = await findSeminarToRegisterFor(tx, { slug: seminarSlug })
    return seminar ? await typedOrganisations(tx, seminar.id) : []
  })
  for (const organisation of approved) {
    const found = typed.find(({ names }) => names.includes(organisation.name))
    const result =
      found &&
      (await approveOrganisation(house, organiser, seminarSlug, found.key, { ...organisation, knownTo: 'seminar' }))
    if (result?.outcome !== 'approved') throw new Error(`samples/registrants.yaml: nobody is of ${organisation.name}`)
  }
}
