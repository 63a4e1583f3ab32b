import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import { textsOf } from '#ground/languages/texts.ts'
import type { SeminarFile } from '../rules/seminar-file.ts'
import { cannotKnow } from './cannot-know.ts'
import { mustChange } from './not-written.ts'
import type { Change } from './reconcile.ts'
import { bodiesOf, type FileText, reconcileTexts, reworded, type Saying } from './reconcile-texts.ts'

/**
 * The consents of the file. The words that someone agreed to never change (law 3): another wording becomes a new
 * version beside them, and the old one is no longer asked for.
 */
export async function saveConsents(
  tx: Tx,
  seminarId: string,
  file: SeminarFile,
  changes: Change[],
  saying: Saying,
): Promise<void> {
  // Whoever registers now holds these rows (foreign key): we wait for them, and then see what they agreed to.
  await sql`select from perenne.consent where seminar_id = ${seminarId} for update`.execute(tx)
  const rows = await tx
    .selectFrom('consent as c')
    .select(['c.id', 'c.key', 'c.version', 'c.required', 'c.position', 'c.superseded_at'])
    .select(
      sql<boolean>`exists (select from perenne.registration_consent rc where rc.consent_id = c.id)
        or ${cannotKnow('c.seminar_id')}`.as('agreed'),
    )
    .where('c.seminar_id', '=', seminarId)
    .execute()
  const current = new Map(rows.filter(row => row.superseded_at === null).map(row => [row.key, row]))
  const there = await textsOf(
    tx,
    [...current.values()].map(row => row.id),
  )
  const texts: FileText[] = []
  const supersede = (id: string) =>
    mustChange(
      tx.updateTable('consent').set({ superseded_at: sql<Temporal.Instant>`perenne.now()` }).where('id', '=', id),
    )

  for (const [key, row] of current) {
    if (file.registration.consents.some(consent => consent.key === key)) continue
    if (row.agreed) await supersede(row.id)
    else await tx.deleteFrom('consent').where('id', '=', row.id).executeTakeFirst()
    changes.push({ path: `registration.consents.${key}`, kind: 'removed', before: key, after: null })
  }
  for (const [position, { key, required, text }] of file.registration.consents.entries()) {
    const path = `registration.consents.${key}`
    const row = current.get(key)
    const bodies = bodiesOf(text)
    const another = row && (reworded(there.get(row.id)?.text, text, saying.languages) || row.required !== required)
    if (row && !(row.agreed && another)) {
      if (row.position !== position || row.required !== required) {
        await mustChange(tx.updateTable('consent').set({ position, required }).where('id', '=', row.id))
        changes.push({ path, kind: 'changed', before: null, after: null })
      }
      texts.push({ table: 'consent', id: row.id, field: 'text', source: file.source, bodies, path: `${path}.text` })
      continue
    }
    if (row) await supersede(row.id)
    const id = randomUUID()
    const version = Math.max(0, ...rows.filter(other => other.key === key).map(other => other.version)) + 1
    await tx.insertInto('consent').values({ id, seminar_id: seminarId, key, version, required, position }).execute()
    changes.push({ path, kind: row ? 'changed' : 'added', before: null, after: String(version) })
    const words = { table: 'consent', id, field: 'text', source: file.source, bodies, path: `${path}.text` }
    texts.push({ ...words, predecessor: row?.id })
  }
  await reconcileTexts(tx, changes, texts, saying)
}
