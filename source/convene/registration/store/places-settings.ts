import type { Tx } from '#ground/database/actor.ts'
import { locales } from '#ground/languages/locales.ts'
import { textsOf } from '#ground/languages/texts.ts'
import '#convene/store/tables.ts'
import type { AdmissionFields } from '../rules/places-problems.ts'
import type { WantedQuota } from './quota-changes.ts'

/** How the places of a seminar are settled: what the organisers' form of places shows and saves. */
export type PlacesSettings = { quotas: WantedQuota[]; admission: AdmissionFields }

export async function readPlacesSettings(tx: Tx, seminarId: string): Promise<PlacesSettings> {
  const quotas = await tx
    .selectFrom('quota')
    .select(['id', 'key', 'capacity', 'categories', 'regions', 'territory_id as territoryId', 'position'])
    .where('seminar_id', '=', seminarId)
    .orderBy('position')
    .orderBy('key')
    .execute()
  const texts = await textsOf(
    tx,
    quotas.map(({ id }) => id),
  )
  const row = await tx.selectFrom('admission').selectAll().where('seminar_id', '=', seminarId).executeTakeFirst()
  return {
    quotas: quotas.map(({ id, ...quota }) => {
      const bodies = texts.get(id)?.name?.bodies ?? {}
      const name = Object.fromEntries(
        locales.flatMap(locale => (bodies[locale] ? [[locale, bodies[locale].body]] : [])),
      )
      return { ...quota, name }
    }),
    admission: {
      approvalFor: row?.approval_for ?? [],
      perOrganisation: row?.per_organisation ?? null,
      perForm: row?.per_form ?? 10,
      promotion: row?.promotion ?? 'direct',
      offerHours: row?.offer_hours ?? 48,
      promoteUntil: row?.promote_until ?? null,
      changeUntil: row?.change_until ?? null,
    },
  }
}

/** Writes how a seminar admits, besides the limit of an organisation: that one has counters (`setPerOrganisation`). */
export async function writeAdmission(tx: Tx, seminarId: string, admission: AdmissionFields): Promise<void> {
  const values = {
    approval_for: [...admission.approvalFor],
    per_form: admission.perForm,
    promotion: admission.promotion,
    offer_hours: admission.offerHours,
    promote_until: admission.promoteUntil?.toString() ?? null,
    change_until: admission.changeUntil?.toString() ?? null,
  }
  await tx
    .insertInto('admission')
    .values({ seminar_id: seminarId, ...values })
    .onConflict(conflict => conflict.column('seminar_id').doUpdateSet(values))
    .execute()
}
