import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { NotWritten } from '#convene/seminar/store/not-written.ts'
import { type Change, differing } from '#convene/seminar/store/reconcile.ts'
import { type FileText, reconcileTexts, type Saying, wholeStatement } from '#convene/seminar/store/reconcile-texts.ts'
import type { Region, RegistrationCategory } from '#convene/store/tables.ts'
import type { Tx } from '#ground/database/actor.ts'
import { isLocale, type Locale } from '#ground/languages/locales.ts'
import { overall } from '../rules/places.ts'

/** A quota as it is wanted: whom it counts (who matches every condition that is not null), and for how many places. */
export type WantedQuota = {
  key: string
  capacity: number
  categories: readonly RegistrationCategory[] | null
  regions: readonly Region[] | null
  territoryId: string | null
  position: number
  /** The name in the languages it exists in, the source language of the seminar among them. Empty for `overall`. */
  name: Partial<Record<Locale, string>>
}

/**
 * Brings the quotas of a seminar to what is wanted; one that is not named any more is removed, except `overall`, the
 * quota of the whole seminar, which stays as it is when it is not named.
 *
 * A quota that is new, or that counts others than before, counts at once whoever holds a place and matches: it is
 * recounted behind the gate. A capacity below what is taken is allowed, and closes the quota until it has fallen.
 * Whoever raises a capacity or removes a quota then calls `fillFreePlaces` in the same transaction (law 8).
 *
 * @returns what has changed; nothing is written, and nothing waits at the gate, when nothing does
 * @throws NotWritten `forbidden` when the actor may not change the seminar, or not see who holds its places
 */
export async function saveQuotas(
  tx: Tx,
  seminarId: string,
  wanted: readonly WantedQuota[],
  saying: Saying = wholeStatement,
): Promise<Change[]> {
  const changes: Change[] = []
  const rows = await currentQuotas(tx, seminarId)
  if (quotaChanges(rows, wanted).length > 0) {
    await enter(tx, seminarId)
    const now = await currentQuotas(tx, seminarId)
    changes.push(...quotaChanges(now, wanted))
    await writeQuotas(tx, seminarId, now, wanted)
  }
  const ids = new Map((await currentQuotas(tx, seminarId)).map(row => [row.key, row.id]))
  const source = saying.source ?? (await sourceLanguageOf(tx, seminarId))
  const texts = wanted.flatMap(({ key, name }): FileText[] => {
    const id = ids.get(key)
    if (id === undefined || key === overall) return []
    return [{ table: 'quota', id, field: 'name', source, bodies: name, path: `registration.quotas.${key}.name` }]
  })
  await reconcileTexts(tx, changes, texts, saying)
  return changes
}

/**
 * Sets how many people of one organisation may have a place, or with null no limit. The counters of each organisation
 * are counted again behind the gate, so that a limit that comes late counts those who were there before it; who is too
 * many by then stays.
 *
 * @returns what has changed
 * @throws NotWritten as `saveQuotas`
 */
export async function setPerOrganisation(tx: Tx, seminarId: string, most: number | null): Promise<Change[]> {
  const path = 'registration.perOrganisation'
  const before = await readPerOrganisation(tx, seminarId)
  if (before === most) return []
  await enter(tx, seminarId)
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('admission')
    .values({ seminar_id: seminarId, per_organisation: most })
    .onConflict(conflict => conflict.column('seminar_id').doUpdateSet({ per_organisation: most }))
    .executeTakeFirstOrThrow()
  if (!numInsertedOrUpdatedRows) throw new NotWritten('forbidden')
  await recountOrganisations(tx, seminarId)
  const written = (limit: number | null) => (limit === null ? null : String(limit))
  const kind = before === null ? 'added' : most === null ? 'removed' : 'changed'
  return [{ path, kind, before: written(before), after: written(most) }]
}

/** Makes the counters of each organisation again from who holds a place, behind the gate that the caller has passed. */
export async function recountOrganisations(tx: Tx, seminarId: string): Promise<void> {
  await tx.deleteFrom('organisation_places').where('seminar_id', '=', seminarId).execute()
  await sql`
    insert into perenne.organisation_places (seminar_id, organisation_key, taken, ceiling)
    select r.seminar_id, r.organisation_key, count(*), greatest(count(*), a.per_organisation)
    from perenne.registration r join perenne.admission a on a.seminar_id = r.seminar_id
    where r.seminar_id = ${seminarId} and r.state in ('offered', 'confirmed') and a.per_organisation is not null
      and r.organisation_key <> ''
    group by r.seminar_id, r.organisation_key, a.per_organisation`.execute(tx)
}

/** Passes the gate of the places: nobody else gives or counts one until the end of this transaction. */
async function enter(tx: Tx, seminarId: string): Promise<void> {
  // Row-level security would show a recount nobody, and not refuse it.
  const { rows } = await sql<{ inside: boolean }>`
    select (perenne.is_job() or ${seminarId}::uuid = any (perenne.spaces('people')))
      and perenne.hold_places(${seminarId}) as inside`.execute(tx)
  if (rows[0]?.inside !== true) throw new NotWritten('forbidden')
}

type Row = Awaited<ReturnType<typeof currentQuotas>>[number]

function currentQuotas(tx: Tx, seminarId: string) {
  return tx
    .selectFrom('quota')
    .select(['id', 'key', 'capacity', 'categories', 'regions', 'territory_id as territory', 'position'])
    .where('seminar_id', '=', seminarId)
    .orderBy('position')
    .orderBy('key')
    .execute()
}

const valuesOf = ({ capacity, categories, regions, territoryId, position }: WantedQuota) => ({
  capacity,
  categories,
  regions,
  territory: territoryId,
  position,
})

const pathOf = (key: string) => (key === overall ? 'registration' : `registration.quotas.${key}`)

const isGone = (row: Row, wanted: readonly WantedQuota[]) =>
  row.key !== overall && !wanted.some(({ key }) => key === row.key)

function quotaChanges(rows: readonly Row[], wanted: readonly WantedQuota[]): Change[] {
  const removed = rows
    .filter(row => isGone(row, wanted))
    .map(({ key }): Change => ({ path: pathOf(key), kind: 'removed', before: key, after: null }))
  const others = wanted.flatMap((quota): Change[] => {
    const row = rows.find(({ key }) => key === quota.key)
    if (row) return differing(pathOf(quota.key), row, valuesOf(quota))
    return quota.key === overall
      ? [{ path: `${pathOf(overall)}.capacity`, kind: 'added', before: null, after: String(quota.capacity) }]
      : [{ path: pathOf(quota.key), kind: 'added', before: null, after: quota.key }]
  })
  return [...removed, ...others]
}

async function writeQuotas(
  tx: Tx,
  seminarId: string,
  rows: readonly Row[],
  wanted: readonly WantedQuota[],
): Promise<void> {
  const gone = rows.filter(row => isGone(row, wanted)).map(({ id }) => id)
  if (gone.length > 0) {
    const { numDeletedRows } = await tx.deleteFrom('quota').where('id', 'in', gone).executeTakeFirst()
    if (Number(numDeletedRows) !== gone.length) throw new NotWritten('forbidden')
  }
  for (const quota of wanted) {
    const row = rows.find(({ key }) => key === quota.key)
    const differences = row ? differing('', row, valuesOf(quota)) : []
    if (row && differences.length === 0) continue
    const countsOthers = differences.some(({ path }) => /^\.(categories|regions|territory)$/.test(path))
    if (row && !countsOthers) await updateQuota(tx, row.id, columnsOf(quota))
    else await countAnew(tx, seminarId, quota, row?.id ?? null)
  }
}

const columnsOf = ({ capacity, categories, regions, territoryId, position }: WantedQuota) => ({
  capacity,
  categories: categories && [...categories],
  regions: regions && [...regions],
  territory_id: territoryId,
  position,
})

/**
 * Writes a quota with what it counts now. Its check lets `taken` rise up to the capacity only, so that it is written
 * with room for those who are there, and the capacity lowered after.
 */
async function countAnew(tx: Tx, seminarId: string, quota: WantedQuota, id: string | null): Promise<void> {
  const taken = await countHolders(tx, seminarId, quota)
  const held = quota.key === overall ? await countKept(tx, seminarId) : 0
  const roomy = { ...columnsOf(quota), capacity: Math.max(quota.capacity, taken + held), taken, held }
  const written = id ?? randomUUID()
  if (id !== null) await updateQuota(tx, id, roomy)
  else
    await tx
      .insertInto('quota')
      .values({ id: written, seminar_id: seminarId, key: quota.key, ...roomy })
      .execute()
  if (roomy.capacity > quota.capacity) await updateQuota(tx, written, { capacity: quota.capacity })
}

async function updateQuota(
  tx: Tx,
  id: string,
  values: Partial<ReturnType<typeof columnsOf>> & { taken?: number; held?: number },
): Promise<void> {
  const { numUpdatedRows } = await tx.updateTable('quota').set(values).where('id', '=', id).executeTakeFirst()
  if (numUpdatedRows === 0n) throw new NotWritten('forbidden')
}

/** Those who hold a place and whom a quota counts. */
async function countHolders(tx: Tx, seminarId: string, quota: WantedQuota): Promise<number> {
  let query = tx
    .selectFrom('registration')
    .select(sql<number>`count(*)::int`.as('n'))
    .where('seminar_id', '=', seminarId)
    .where('state', 'in', ['offered', 'confirmed'])
  if (quota.categories) query = query.where('category', 'in', [...quota.categories])
  if (quota.regions) query = query.where('region', 'in', [...quota.regions])
  if (quota.territoryId !== null) query = query.where('territory_id', '=', quota.territoryId)
  return (await query.executeTakeFirstOrThrow()).n
}

/** Places that are kept for invitations and not used yet. */
async function countKept(tx: Tx, seminarId: string): Promise<number> {
  const row = await tx
    .selectFrom('invitation')
    .select(sql<number>`coalesce(sum(greatest(places - taken, 0)), 0)::int`.as('n'))
    .where('seminar_id', '=', seminarId)
    .where('reserved', '=', true)
    .where('released_at', 'is', null)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  return row.n
}

async function readPerOrganisation(tx: Tx, seminarId: string): Promise<number | null> {
  const row = await tx
    .selectFrom('admission')
    .select('per_organisation')
    .where('seminar_id', '=', seminarId)
    .executeTakeFirst()
  return row?.per_organisation ?? null
}

async function sourceLanguageOf(tx: Tx, seminarId: string): Promise<Locale> {
  const row = await tx.selectFrom('seminar').select('source_language').where('id', '=', seminarId).executeTakeFirst()
  return row && isLocale(row.source_language) ? row.source_language : 'en'
}
