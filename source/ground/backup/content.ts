import type { ClientBase } from 'pg'
import { escapeIdentifier } from 'pg'
import { contentTables } from './tables.ts'

/** Filled by the migrations, or by the program while nobody has used it yet. */
const notContent = new Set([
  'clock',
  'installation',
  'role_scope',
  'role_capability',
  'version_converter',
  'backup_run',
  'sent_form',
])
const installationSpace = '00000000-0000-4000-8000-000000000001'

/** A table in which somebody's content stands; null for a database that is new, migrated or not. */
export async function tableWithContent(client: ClientBase): Promise<string | null> {
  const there = await client.query("select to_regclass('perenne.migration') is not null as there")
  if (!there.rows[0]?.there) return null
  for (const { name } of await contentTables(client)) {
    if (notContent.has(name)) continue
    const column = { space: 'id', record_version: 'record_id' }[name]
    const but = column ? `where ${column} <> '${installationSpace}'` : ''
    const { rows } = await client.query(`select exists (select from perenne.${escapeIdentifier(name)} ${but}) as found`)
    if (rows[0]?.found) return name
  }
  return null
}
