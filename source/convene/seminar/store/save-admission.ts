import { sql } from 'kysely'
import { overall } from '#convene/registration/rules/places.ts'
import { saveQuotas, setPerOrganisation } from '#convene/registration/store/quota-changes.ts'
import type { Tx } from '#ground/database/actor.ts'
import { momentOf } from '../rules/file-moments.ts'
import type { SeminarFile } from '../rules/seminar-file.ts'
import { NotWritten } from './not-written.ts'
import { type Change, differing } from './reconcile.ts'
import { bodiesOf, type Saying } from './reconcile-texts.ts'

/** Slug → id of the public territories that the quotas of a file name; those that are not there are left out. */
export type QuotaTerritories = ReadonlyMap<string, string>

/** How the file wants its places given: approval, limits, promotion, quotas, and what is erased when. */
export async function saveAdmission(
  tx: Tx,
  seminarId: string,
  file: SeminarFile,
  territories: QuotaTerritories,
  changes: Change[],
  saying: Saying,
  /** The time zone in which its moments were written before. */
  zoneBefore: string | null,
): Promise<void> {
  // The gate first, as the organisers' page does: two orders would be a deadlock one day.
  await sql`select perenne.hold_places(${seminarId})`.execute(tx)
  await saveRules(tx, seminarId, file, zoneBefore, changes)
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
  changes.push(...(await saveQuotas(tx, seminarId, [whole, ...wanted], saying)))
}

/**
 * The territories that the quotas of a file name, as far as they are public, and the names of some that are. One that the
 * seminar counts by already stays, public or not: an actor who may not see it finds its id in the place of its slug.
 *
 * @param seminar the address of the one that the quotas come from
 */
export async function findQuotaTerritories(
  tx: Tx,
  file: SeminarFile,
  seminar = file.slug,
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
  const counted = await tx
    .selectFrom('quota as q')
    .innerJoin('space as seminar', 'seminar.id', 'q.seminar_id')
    .leftJoin('space as t', 't.id', 'q.territory_id')
    .select(['q.territory_id as id', 't.slug'])
    .where('seminar.kind', '=', 'seminar')
    .where('seminar.slug', '=', seminar)
    .where('q.territory_id', 'is not', null)
    .execute()
  for (const { id, slug } of counted) if (id !== null) found.set(slug ?? id, id)
  if (wanted.every(slug => found.has(slug))) return { found, known: [] }
  return { found, known: (await territories().limit(mostNamed).execute()).map(row => row.slug) }
}

/** Enough to guess a misspelling from. */
const mostNamed = 500

type Rules = ReturnType<typeof rulesOf>

type Moments = { promote_until: Temporal.Instant | null; change_until: Temporal.Instant | null }

function rulesOf(file: SeminarFile, now?: Moments) {
  const at = (local: string | undefined, before: Temporal.Instant | null | undefined) =>
    local === undefined ? null : momentOf(local, file.time_zone, before)
  const { approval, perForm, promotion, offerHours, promoteUntil, changeUntil, retention } = file.registration
  return {
    approval_for: [...approval],
    per_form: perForm,
    promotion,
    offer_hours: offerHours,
    promote_until: at(promoteUntil, now?.promote_until),
    change_until: at(changeUntil, now?.change_until),
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

async function saveRules(
  tx: Tx,
  seminarId: string,
  file: SeminarFile,
  zoneBefore: string | null,
  changes: Change[],
): Promise<void> {
  const row = await tx.selectFrom('admission').selectAll().where('seminar_id', '=', seminarId).executeTakeFirst()
  const wanted = rulesOf(file, zoneBefore === file.time_zone ? row : undefined)
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
