import type { Actor } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { isUuid } from '#ground/people/rules/uuid.ts'
import { forbidden, notFound } from '#ground/web/refusal.ts'
import {
  addOrganisation,
  approvedOrganisation,
  giveToOrganisation,
  mayChange,
  networkOf,
  type OrganisationKind,
  typedOrganisations,
} from '../store/approve-organisations.ts'
import { inSeminar, type Remember } from './at-the-gate.ts'

/** What a typed name is: an approved organisation, or a new one that is approved with it. */
export type ApprovedAs =
  | { sameAs: string }
  | {
      name: string
      /** In which the name is written. */
      language: Locale
      kind: OrganisationKind
      country: string | null
      /** Known to the seminar alone, or to its whole network: that needs the right to change the network. */
      knownTo: 'seminar' | 'network'
    }

export type OrganisationApproved =
  | { outcome: 'approved'; organisation: string; registrations: number }
  /** Nobody is registered under this name any more, or somebody else has just approved it. */
  | { outcome: 'gone' }

/**
 * Approves a name that registrants have typed: all their registrations then belong to the organisation, and a limit for
 * each organisation counts them together. It runs behind the gate of the places, since that changes what is counted.
 *
 * Nobody loses a place by it, also when more of one organisation have a place now than the limit allows; nobody gets one
 * either, for together they are never fewer than the most numerous of them alone. So the line need not be looked at.
 *
 * @param key the folded name (`TypedOrganisation.key`)
 * @throws Refusal `not-found` for an organisation that is not an approved one of this seminar or its network, `forbidden`
 *   when the actor may not change where a new one would be known, and as `inSeminar`
 */
export function approveOrganisation(
  house: House,
  actor: Actor,
  slug: string,
  key: string,
  approved: ApprovedAs,
  remember?: Remember<OrganisationApproved>,
): Promise<OrganisationApproved> {
  return inSeminar<OrganisationApproved>(house, actor, slug, remember, async ({ tx, seminar }) => {
    const [typed] = await typedOrganisations(tx, seminar.id, key)
    if (!typed) return { result: { outcome: 'gone' }, done: false }
    let organisation: string
    if ('sameAs' in approved) {
      const known = isUuid(approved.sameAs) ? await approvedOrganisation(tx, seminar.id, approved.sameAs) : null
      if (known === null) throw notFound()
      organisation = known
    } else {
      const { knownTo, ...values } = approved
      const spaceId = knownTo === 'seminar' ? seminar.id : await networkOf(tx, seminar.id)
      if (spaceId === null || !(await mayChange(tx, spaceId))) throw forbidden()
      organisation = await addOrganisation(tx, { ...values, spaceId })
    }
    const registrations = await giveToOrganisation(tx, seminar.id, key, organisation)
    return { result: { outcome: 'approved', organisation, registrations }, done: true }
  })
}
