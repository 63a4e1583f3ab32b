import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { SeminarFile } from '../rules/seminar-file.ts'
import { NotWritten } from './not-written.ts'
import {
  bodiesOf,
  type Change,
  differing,
  type FileText,
  type NoteText,
  reconcile,
  reconcileTexts,
} from './reconcile.ts'
import { type QuotaTerritories, saveAdmission } from './save-admission.ts'
import { saveConsents } from './save-consents.ts'
import { saveOrganisations } from './save-organisations.ts'
import { saveProgramme } from './save-programme.ts'
import { saveQuestions } from './save-questions.ts'

export const installationSpace = '00000000-0000-4000-8000-000000000001'

export type Saved = { id: string; created: boolean; changes: Change[]; announced: boolean }

/** Two imports of one seminar wait for each other; the second then finds nothing left to change. */
export async function lockImport(tx: Tx, slug: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`seminar-import:${slug}`}, 0))`.execute(tx)
}

/** Rights over a space that was just made follow from those over the spaces above it: work them out again. */
async function takeNewSpaceIntoAccount(tx: Tx): Promise<void> {
  await sql`select perenne.as_actor(perenne.actor_kind(), perenne.actor_id(),
    nullif(current_setting('perenne.reason', true), ''))`.execute(tx)
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
  announce: boolean,
): Promise<Saved> {
  const changes: Change[] = []
  const texts: FileText[] = []
  const text = (table: string, id: string, field: string, words: FileText['bodies'], path: string) =>
    texts.push({ table, id, field, source: file.source, bodies: words, path })

  const networkId = await saveNetwork(tx, file, announce, changes, text)
  const { id, created, announced, row } = await openSeminar(tx, file, networkId, announce, changes)

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
  const organisations = await saveOrganisations(tx, id, networkId, file, announced, changes, text)
  await saveContacts(tx, id, file, organisations, changes, text)
  await saveProgramme(tx, id, file, organisations, changes, text)
  // The gate of the places before the consents and questions that people hold who come through it.
  await saveAdmission(tx, id, file, territories, changes)
  await saveConsents(tx, id, file, changes)
  await saveQuestions(tx, id, file, changes)
  await reconcileTexts(tx, changes, texts)
  if (!created) await changeSeminar(tx, id, file, row, announce, changes)
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
  // Whoever works on one seminar may not see its network, which it has all the same.
  const seminar = await tx
    .selectFrom('seminar as s')
    .innerJoin('space as p', 'p.id', 's.id')
    .leftJoin('space as network', 'network.id', 's.network_id')
    .select('s.network_id')
    .where('p.kind', '=', 'seminar')
    .where('p.slug', '=', file.slug)
    .where('network.id', 'is', null)
    .executeTakeFirst()
  if (seminar) return seminar.network_id
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
    // unique_violation: there is one, and the actor cannot see it.
    if ((error as { code?: unknown }).code === '23505') throw new NotWritten('conflict')
    throw error
  }
  await takeNewSpaceIntoAccount(tx)
}

function columnsOf(file: SeminarFile) {
  const zoned = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(file.time_zone).toInstant()
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
    registration_opens_at: opens ? zoned(opens) : null,
    registration_closes_at: zoned(closes),
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

// What a calendar shows. When one of these changes, subscribers' entries must take the new version (RFC 5545 SEQUENCE).
const inCalendars =
  /^(held_on|hours_from|hours_to|time_zone|venue_address|cancelled_at|title|venue_name|entrance|programme\.slots)\b/

async function changeSeminar(
  tx: Tx,
  id: string,
  file: SeminarFile,
  row: Awaited<ReturnType<typeof openSeminar>>['row'],
  announce: boolean,
  changes: Change[],
): Promise<void> {
  if (!row) return
  const wanted = columnsOf(file)
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

async function saveAccessLines(tx: Tx, id: string, file: SeminarFile, changes: Change[], text: NoteText) {
  const there = await tx
    .selectFrom('seminar_access_line')
    .select(['id', 'position'])
    .where('seminar_id', '=', id)
    .execute()
  const ids = await reconcile({
    changes,
    path: 'venue.access',
    there,
    keyOf: row => String(row.position),
    wanted: new Map(file.venue.access.map((_, position) => [String(position), { position }])),
    newId: randomUUID,
    insert: (line, values) =>
      tx
        .insertInto('seminar_access_line')
        .values({ id: line, seminar_id: id, ...values })
        .execute(),
    update: (line, values) =>
      tx.updateTable('seminar_access_line').set(values).where('id', '=', line).executeTakeFirst(),
    remove: line => tx.deleteFrom('seminar_access_line').where('id', '=', line).executeTakeFirst(),
  })
  for (const [position, words] of file.venue.access.entries()) {
    const line = ids.get(String(position))
    if (line) text('seminar_access_line', line, 'text', bodiesOf(words), `venue.access.${position}`)
  }
}

async function saveContacts(
  tx: Tx,
  id: string,
  file: SeminarFile,
  organisations: ReadonlyMap<string, string>,
  changes: Change[],
  text: NoteText,
) {
  const there = await tx.selectFrom('seminar_contact').selectAll().where('seminar_id', '=', id).execute()
  const ids = await reconcile({
    changes,
    path: 'contacts',
    there,
    keyOf: row => String(row.position),
    wanted: new Map(
      file.contacts.map(({ organisation, email, telephone }, position) => [
        String(position),
        {
          position,
          organisation_id: organisation ? (organisations.get(organisation) ?? null) : null,
          email: email ?? null,
          telephone: telephone ?? null,
        },
      ]),
    ),
    newId: randomUUID,
    insert: (contact, values) =>
      tx
        .insertInto('seminar_contact')
        .values({ id: contact, seminar_id: id, ...values })
        .execute(),
    update: (contact, values) =>
      tx.updateTable('seminar_contact').set(values).where('id', '=', contact).executeTakeFirst(),
    remove: contact => tx.deleteFrom('seminar_contact').where('id', '=', contact).executeTakeFirst(),
  })
  for (const [position, { label }] of file.contacts.entries()) {
    const contact = ids.get(String(position))
    if (contact) text('seminar_contact', contact, 'label', bodiesOf(label), `contacts.${position}.label`)
  }
}
