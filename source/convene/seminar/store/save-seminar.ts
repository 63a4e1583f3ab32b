import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import { isLocale } from '#ground/languages/locales.ts'
import type { TextsOfRecord } from '#ground/languages/texts.ts'
import { momentOf } from '../rules/file-moments.ts'
import type { SeminarFile } from '../rules/seminar-file.ts'
import { NotWritten } from './not-written.ts'
import { type Change, differing } from './reconcile.ts'
import { bodiesOf, type FileText, type NoteText, reconcileTexts, type Saying } from './reconcile-texts.ts'
import { replacePeople } from './replace-people.ts'
import { type QuotaTerritories, saveAdmission } from './save-admission.ts'
import { saveConsents } from './save-consents.ts'
import { saveOrganisations } from './save-organisations.ts'
import { saveAccessLines, saveContacts } from './save-practical.ts'
import { saveProgramme } from './save-programme.ts'
import { saveQuestions } from './save-questions.ts'

export const installationSpace = '00000000-0000-4000-8000-000000000001'

export type Saved = { id: string; created: boolean; changes: Change[]; announced: boolean }

/** Two imports of one seminar wait for each other; the second then finds nothing left to change. */
export async function lockImport(tx: Tx, slug: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`seminar-import:${slug}`}, 0))`.execute(tx)
}

/**
 * Passes the gate of the places of a seminar, which is its row: until the end of the transaction nobody else changes it,
 * its places or its rules, and nobody on its programme is erased: who was before is in nothing that is read from here on.
 *
 * @returns whether there is one that the actor may change
 */
export async function holdSeminar(tx: Tx, slug: string): Promise<boolean> {
  const { rows } = await sql<{ id: string; held: boolean }>`
    select p.id, perenne.hold_places(p.id) as held from perenne.space p
    where p.kind = 'seminar' and p.slug = ${slug}`.execute(tx)
  const [found] = rows
  if (found?.held !== true) return false
  await sql`select perenne.hold_programme_people(${found.id})`.execute(tx)
  return true
}

/** Whether the actor may change a seminar. */
export async function mayEditSeminar(tx: Tx, seminarId: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select perenne.is_job() or ${seminarId}::uuid = any (perenne.spaces('edit')) as may`.execute(tx)
  return rows[0]?.may === true
}

/** Whether a seminar that the actor may see has this address. */
export async function seminarExists(tx: Tx, slug: string): Promise<boolean> {
  const row = await tx
    .selectFrom('space')
    .select('id')
    .where('kind', '=', 'seminar')
    .where('slug', '=', slug)
    .executeTakeFirst()
  return row !== undefined
}

/** Rights over a space that was just made follow from those over the spaces above it: work them out again. */
async function takeNewSpaceIntoAccount(tx: Tx): Promise<void> {
  await sql`select perenne.as_actor(perenne.actor_kind(), perenne.actor_id(),
    nullif(current_setting('perenne.reason', true), ''))`.execute(tx)
}

export type HowToSave = {
  /** Makes the seminar public. One that is public already stays so. */
  announce?: boolean
  /** An edit in the browser: the texts as the edited file was made from. Without it the file is a whole statement. */
  edited?: ReadonlyMap<string, TextsOfRecord>
}

/**
 * Brings the database to what the file says; what is the same already is left alone.
 *
 * @param territories those that the quotas of the file name
 * @throws NotWritten `forbidden` when the actor may not write there, `conflict` when the address belongs to a seminar
 *   that the actor cannot see or that another network convenes
 */
export async function saveSeminar(
  tx: Tx,
  file: SeminarFile,
  territories: QuotaTerritories,
  { announce = false, edited }: HowToSave = {},
): Promise<Saved> {
  const changes: Change[] = []
  const texts: FileText[] = []
  const text = (table: string, id: string, field: string, words: FileText['bodies'], path: string) =>
    texts.push({ table, id, field, source: file.source, bodies: words, path })

  const networkId = await saveNetwork(tx, file, announce, changes, text)
  const { id, created, announced, row } = await openSeminar(tx, file, networkId, announce, changes)
  // A statement takes away what it leaves out, in a language that it no longer offers too. An edit that takes a language
  // from the page keeps its words, and one that brings it back finds them.
  const before = (row?.languages ?? []).filter(isLocale)
  const languages = edited
    ? before.filter(language => file.languages.includes(language))
    : [...new Set([...before, ...file.languages])]
  const { source } = file
  const saying: Saying = edited
    ? { mode: 'edit', languages, source, there: edited }
    : { mode: 'statement', languages, source }

  const fields = {
    title: file.title,
    subtitle: file.subtitle,
    theme: file.theme,
    question: file.question,
    presentation: file.presentation,
    audience: file.audience,
    objective: file.objective,
    method: file.method,
    venue_name: file.venue.name,
    entrance: file.venue.entrance,
    demonstration: file.demonstration,
  }
  for (const [field, words] of Object.entries(fields)) text('seminar', id, field, bodiesOf(words), field)

  await saveAccessLines(tx, id, file, changes, text)
  const organisations = await saveOrganisations(tx, id, networkId, file, announced, changes, saying)
  await saveContacts(tx, id, file, organisations, changes, text)
  // In the browser it was asked who it is.
  const programme = edited ? file : await replacePeople(tx, id, file)
  await saveProgramme(tx, id, programme, organisations, changes, text)
  // The gate of the places before the consents and questions that people hold who come through it.
  await saveAdmission(tx, id, file, territories, changes, saying, row?.time_zone ?? null)
  await saveConsents(tx, id, file, changes, saying)
  await saveQuestions(tx, id, file, changes, saying)
  await reconcileTexts(tx, changes, texts, saying)
  if (!created) await changeRow(tx, id, file, row, announce, changes)
  return { id, created, changes, announced }
}

// A network that exists keeps its name: the file only has to name one that is new.
async function saveNetwork(tx: Tx, file: SeminarFile, announce: boolean, changes: Change[], text: NoteText) {
  const { slug, name } = file.network
  const there = await tx
    .selectFrom('space')
    .select('id')
    .where('kind', '=', 'network')
    .where('slug', '=', slug)
    .executeTakeFirst()
  if (there) return there.id
  // Whoever works on one seminar may not see its network, which it has all the same. A file that they took out names it
  // by its id (seminar-as-file.ts).
  const seminar = await tx
    .selectFrom('seminar as s')
    .innerJoin('space as p', 'p.id', 's.id')
    .leftJoin('space as network', 'network.id', 's.network_id')
    .select(['s.network_id', 'network.id as seen'])
    .where('p.kind', '=', 'seminar')
    .where('p.slug', '=', file.slug)
    .executeTakeFirst()
  if (seminar && (seminar.seen === null || seminar.network_id === slug)) return seminar.network_id
  const id = randomUUID()
  await insertSpace(tx, { id, kind: 'network', parent_id: installationSpace, slug, visibility: announce ? 2 : 1 })
  changes.push({ path: 'network', kind: 'added', before: null, after: slug })
  text('space', id, 'name', bodiesOf(name), 'network.name')
  return id
}

async function insertSpace(
  tx: Tx,
  space: { id: string; kind: 'network' | 'seminar'; parent_id: string; slug: string; visibility: 0 | 1 | 2 },
): Promise<void> {
  try {
    await tx.insertInto('space').values(space).execute()
  } catch (error) {
    // unique_violation: there is one, and the actor cannot see it. In a network that they cannot see they may not convene.
    if ((error as { code?: unknown }).code === '23505')
      throw new NotWritten(space.kind === 'seminar' ? 'conflict' : 'forbidden')
    throw error
  }
  await takeNewSpaceIntoAccount(tx)
}

type Moments = { registration_opens_at: Temporal.Instant | null; registration_closes_at: Temporal.Instant | null }

function columnsOf(file: SeminarFile, now?: Moments) {
  const zoned = (local: string, before: Temporal.Instant | null | undefined) => momentOf(local, file.time_zone, before)
  const { opens, closes, mandatory } = file.registration
  return {
    source_language: file.source,
    languages: [...file.languages],
    held_on: file.date,
    hours_from: `${file.hours.from}:00`,
    hours_to: `${file.hours.to}:00`,
    time_zone: file.time_zone,
    venue_address: file.venue.address,
    venue_country: file.venue.country,
    floor_languages: [...file.spoken_languages.floor],
    interpretation_languages: [...file.spoken_languages.interpretation],
    registration_mandatory: mandatory,
    registration_opens_at: opens ? zoned(opens, now?.registration_opens_at) : null,
    registration_closes_at: zoned(closes, now?.registration_closes_at),
  }
}

async function openSeminar(tx: Tx, file: SeminarFile, networkId: string, announce: boolean, changes: Change[]) {
  const row = await tx
    .selectFrom('seminar as s')
    .innerJoin('space as p', 'p.id', 's.id')
    .selectAll('s')
    .where('p.kind', '=', 'seminar')
    .where('p.slug', '=', file.slug)
    .executeTakeFirst()
  if (row) {
    if (row.network_id !== networkId) throw new NotWritten('conflict')
    return { id: row.id, created: false, announced: announce || row.visibility === 2, row }
  }
  const id = randomUUID()
  const visibility = announce ? 2 : 0
  await insertSpace(tx, { id, kind: 'seminar', parent_id: networkId, slug: file.slug, visibility })
  await tx
    .insertInto('seminar')
    .values({
      id,
      network_id: networkId,
      visibility,
      ...columnsOf(file),
      cancelled_at: file.cancelled ? sql<Temporal.Instant>`perenne.now()` : null,
    })
    .execute()
  changes.push({ path: 'seminar', kind: 'added', before: null, after: file.slug })
  return { id, created: true, announced: announce, row: null }
}

// What a calendar shows of the seminar; its programme is told by what was released of it. When one of these changes, subscribers' entries must take the new version (RFC 5545 SEQUENCE).
const inCalendars = /^(held_on|hours_from|hours_to|time_zone|venue_address|cancelled_at|title|venue_name|entrance)\b/

async function changeRow(
  tx: Tx,
  id: string,
  file: SeminarFile,
  row: Awaited<ReturnType<typeof openSeminar>>['row'],
  announce: boolean,
  changes: Change[],
): Promise<void> {
  if (!row) return
  const wanted = columnsOf(file, row.time_zone === file.time_zone ? row : undefined)
  const found = differing('', row, wanted).map(change => ({ ...change, path: change.path.slice(1) }))
  const set: Record<string, unknown> = found.length > 0 ? { ...wanted } : {}
  if (file.cancelled !== undefined && file.cancelled !== (row.cancelled_at !== null)) {
    set.cancelled_at = file.cancelled ? sql`perenne.now()` : null
    const [before, after] = [String(!file.cancelled), String(file.cancelled)]
    found.push({ path: 'cancelled_at', kind: 'changed', before, after })
  }
  changes.push(...found)
  if (changes.some(change => inCalendars.test(change.path))) set.calendar_sequence = row.calendar_sequence + 1
  if (announce && row.visibility !== 2) {
    set.visibility = 2
    changes.push({ path: 'visibility', kind: 'changed', before: String(row.visibility), after: '2' })
    const space = await tx.updateTable('space').set({ visibility: 2 }).where('id', '=', id).executeTakeFirst()
    if (space.numUpdatedRows === 0n) throw new NotWritten('forbidden')
  }
  if (Object.keys(set).length === 0) return
  const { numUpdatedRows } = await tx.updateTable('seminar').set(set).where('id', '=', id).executeTakeFirst()
  if (numUpdatedRows === 0n) throw new NotWritten('forbidden')
}
