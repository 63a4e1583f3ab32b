import { createHash } from 'node:crypto'
import { NotWritten } from '#convene/seminar/store/not-written.ts'
import type { Change } from '#convene/seminar/store/reconcile.ts'
import type { Actor, Tx } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { isUuid } from '#ground/people/rules/uuid.ts'
import { forbidden } from '#ground/web/refusal.ts'
import { type PlacesProblem, placesProblems } from '../rules/places-problems.ts'
import { type PlacesSettings, readPlacesSettings, writeAdmission } from '../store/places-settings.ts'
import { saveQuotas, setPerOrganisation } from '../store/quota-changes.ts'
import { approvedReferences } from '../store/references.ts'
import { inSeminar, type Remember } from './at-the-gate.ts'
import { fillFreePlaces } from './fill-free-places.ts'

export type PlacesChanged =
  /** `promoted`: people who came up from the line by it. */
  | { outcome: 'changed'; changes: Change[]; promoted: number }
  /** Somebody saved meanwhile: what is there now. Nothing was written. */
  | { outcome: 'stale'; now: PlacesSettings; version: string }
  | { outcome: 'invalid'; problems: PlacesProblem[] }

/** The version of the form of places: a digest of what it showed. Equal content is the same version. */
export function placesVersion({ quotas, admission }: PlacesSettings): string {
  const sorted = (list: readonly string[] | null) => list && [...list].sort()
  const plain = [
    quotas.map(({ key, capacity, categories, regions, territoryId, name }) => [
      key,
      capacity,
      sorted(categories),
      sorted(regions),
      territoryId,
      Object.entries(name).sort(),
    ]),
    [sorted(admission.approvalFor), admission.perOrganisation, admission.perForm, admission.promotion],
    [admission.offerHours, admission.promoteUntil?.toString(), admission.changeUntil?.toString()],
  ]
  return createHash('sha256').update(JSON.stringify(plain)).digest('hex').slice(0, 24)
}

/**
 * Settles the places of a seminar: its quotas, all of them, and how it admits. What is freed goes to the people who wait
 * in the same transaction; a capacity below what is taken closes the quota until it has fallen, and nobody loses a place.
 *
 * @param wanted.quotas in their order; one that is not named any more is removed, except `overall`
 * @param wanted.version of the form, by `placesVersion`
 * @throws Refusal as `inSeminar`
 */
export function changePlaces(
  house: House,
  actor: Actor,
  slug: string,
  wanted: PlacesSettings & { version: string | null },
  remember?: Remember<PlacesChanged>,
): Promise<PlacesChanged> {
  return inSeminar<PlacesChanged>(house, actor, slug, remember, async at => {
    const { tx, seminar } = at
    const now = await readPlacesSettings(tx, seminar.id)
    if (placesVersion(now) !== wanted.version)
      return { result: { outcome: 'stale', now, version: placesVersion(now) }, done: false }
    const problems = await problemsWith(tx, { ...seminar, endsAt: at.hall.admission.endsAt }, wanted)
    if (problems.length > 0) return { result: { outcome: 'invalid', problems }, done: false }
    try {
      const limit = await setPerOrganisation(tx, seminar.id, wanted.admission.perOrganisation)
      const quotas = await saveQuotas(tx, seminar.id, wanted.quotas.map(withoutEmpty))
      await writeAdmission(tx, seminar.id, wanted.admission)
      // The hall is read anew: its quotas are others now.
      const promoted = await fillFreePlaces(tx, seminar.id)
      return { result: { outcome: 'changed', changes: [...limit, ...quotas], promoted }, done: true }
    } catch (error) {
      if (error instanceof NotWritten) throw forbidden()
      throw error
    }
  })
}

/** What is wrong with places as an organiser wants them, by the seminar they are of; nothing is written. */
export async function problemsWith(
  tx: Tx,
  seminar: { id: string; closesAt: Temporal.Instant; endsAt: Temporal.Instant; sourceLanguage: string },
  wanted: PlacesSettings,
): Promise<PlacesProblem[]> {
  const named = wanted.quotas.flatMap(({ territoryId }) => territoryId ?? []).filter(isUuid)
  const { territories } = await approvedReferences(tx, seminar.id, { organisations: [], territories: named })
  return placesProblems(wanted, {
    closesAt: seminar.closesAt,
    endsAt: seminar.endsAt,
    sourceLanguage: seminar.sourceLanguage,
    territories: new Set(territories.keys()),
  })
}

// A condition without a choice is none.
const withoutEmpty = (quota: PlacesSettings['quotas'][number]) => ({
  ...quota,
  categories: quota.categories?.length ? quota.categories : null,
  regions: quota.regions?.length ? quota.regions : null,
})
