import { sql } from 'kysely'
import { overall } from '#convene/registration/rules/places.ts'
import { saveQuotas, setPerOrganisation } from '#convene/registration/store/quota-changes.ts'
import type { Tx } from '#ground/database/actor.ts'
import type { SeminarFile } from '../rules/seminar-file.ts'
import { NotWritten } from './not-written.ts'
import { bodiesOf, type Change, differing } from './reconcile.ts'

/** Slug → id of the public territories that the quotas of a file name; those that are not there are left out. */
export type QuotaTerritories = ReadonlyMap<string, string>

/** How the file wants its places given: approval, limits, promotion, quotas, and what is erased when. */
export async function saveAdmission(
  tx: Tx,
  seminarId: string,
  file: SeminarFile,
  territories: QuotaTerritories,
  changes: Change[],
): Promise<void> {
  // The gate first, as the organisers' page does: two orders would be a deadlock one day.
  await sql`select perenne.hold_places(${seminarId})`.execute(tx)
  await saveRules(tx, seminarId, file, changes)
  changes.push(...(await setPerOrganisation(tx, seminarId, file.registration.perOrganisation ?? null)))
  const { capacity, quotas } = file.registration
  const everybody = { categories: null, regions: null, territoryId: null }
  const wanted = quotas.map(({ key, name, capacity, categories, regions, territory }, index) => ({
    key,
    capacity,
    categories: categories ?? null,
    regions: regions ?? null,
    territoryId: territory === undefined ? null : (territories.get(territory) ?? null),
    position: index + 1,
    name: bodiesOf(name),
  }))
  const whole = { key: overall, capacity, ...everybody, position: 0, name: {} }
  changes.push(...(await saveQuotas(tx, seminarId, [whole, ...wanted])))
}

/** The territories that the quotas of a file name, as far as they are public, and the names of some that are. */
export async function findQuotaTerritories(
  tx: Tx,
  file: SeminarFile,
): Promise<{ found: QuotaTerritories; known: readonly string[] }> {
  const wanted = file.registration.quotas.flatMap(({ territory }) => territory ?? [])
  if (wanted.length === 0) return { found: new Map(), known: [] }
  const territories = () =>
    tx
      .selectFrom('territory as t')
      .innerJoin('space', 'space.id', 't.id')
      .select(['t.id', 'space.slug'])
      .where('t.visibility', '=', 2)
      .orderBy('space.slug')
  const found = new Map(
    (await territories().where('space.slug', 'in', wanted).execute()).map(row => [row.slug, row.id]),
  )
  if (wanted.every(slug => found.has(slug))) return { found, known: [] }
  return { found, known: (await territories().limit(mostNamed).execute()).map(row => row.slug) }
}

/** Enough to guess a misspelling from. */
const mostNamed = 500

type Rules = ReturnType<typeof rulesOf>

function rulesOf(file: SeminarFile) {
  const at = (local: string | undefined) =>
    local === undefined ? null : Temporal.PlainDateTime.from(local).toZonedDateTime(file.time_zone).toInstant()
  const { approval, perForm, promotion, offerHours, promoteUntil, changeUntil, retention } = file.registration
  return {
    approval_for: [...approval],
    per_form: perForm,
    promotion,
    offer_hours: offerHours,
    promote_until: at(promoteUntil),
    change_until: at(changeUntil),
    needs_days: retention.needs,
    answers_days: retention.answers,
    persons_days: retention.persons,
  }
}

// What the file calls them: a person who reads the changes finds them there.
const nameInFile: Record<keyof Rules, string> = {
  approval_for: 'approval',
  per_form: 'perForm',
  promotion: 'promotion',
  offer_hours: 'offerHours',
  promote_until: 'promoteUntil',
  change_until: 'changeUntil',
  needs_days: 'retention.needs',
  answers_days: 'retention.answers',
  persons_days: 'retention.persons',
}

async function saveRules(tx: Tx, seminarId: string, file: SeminarFile, changes: Change[]): Promise<void> {
  const wanted = rulesOf(file)
  const row = await tx.selectFrom('admission').selectAll().where('seminar_id', '=', seminarId).executeTakeFirst()
  if (!row) {
    await tx
      .insertInto('admission')
      .values({ seminar_id: seminarId, ...wanted })
      .execute()
    changes.push({ path: 'registration', kind: 'added', before: null, after: null })
    return
  }
  const found = differing('', row, wanted).map(change => ({
    ...change,
    path: `registration.${nameInFile[change.path.slice(1) as keyof Rules]}`,
  }))
  if (found.length === 0) return
  const { numUpdatedRows } = await tx.updateTable('admission').set(wanted).where('id', '=', row.id).executeTakeFirst()
  if (numUpdatedRows === 0n) throw new NotWritten('forbidden')
  changes.push(...found)
}
