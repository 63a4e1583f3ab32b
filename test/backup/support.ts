import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ClientBase } from 'pg'
import { type Actor, as, job } from '../../source/ground/database/actor.ts'
import type { TestDatabase } from '../support/database.ts'

export const tester: Actor = job('test')

export async function temporaryFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'perenne-backup-'))
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}

/**
 * A whole database as text, by a way of its own: every column of every row of every table, generated ones and history
 * included, the list of migrations without its times.
 */
export async function wholeDump(client: ClientBase): Promise<Record<string, string[]>> {
  const { rows } = await client.query<{ table_name: string }>(
    "select table_name::text from information_schema.tables where table_schema = 'perenne' and table_type = 'BASE TABLE' order by 1",
  )
  const dump: Record<string, string[]> = {}
  for (const { table_name } of rows) {
    const but = table_name === 'migration' ? " - 'applied_at'" : ''
    const found = await client.query<{ row: string }>(
      `select (to_jsonb(t)${but})::text as row from perenne."${table_name}" t`,
    )
    dump[table_name] = found.rows.map(one => one.row).sort()
  }
  return dump
}

/** What stands beside the rows: triggers and whether they fire, policies, row-level security. */
export async function wholeShape(client: ClientBase): Promise<unknown> {
  const { rows } = await client.query(`
    select c.relname, c.relrowsecurity, c.relforcerowsecurity,
      (select array_agg(t.tgname::text || t.tgenabled::text order by t.tgname) from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal) as triggers,
      (select array_agg(p.polname order by p.polname) from pg_policy p where p.polrelid = c.oid) as policies
    from pg_class c where c.relnamespace = 'perenne'::regnamespace and c.relkind = 'r' order by 1`)
  return rows
}

const network = '00000000-0000-4000-8000-00000000aa01'
const seminar = '00000000-0000-4000-8000-00000000aa02'

/** An installation with a network, a seminar, registrations, texts, history, and letters of every kind. */
export async function fillInstallation({ db, owner }: Pick<TestDatabase, 'db' | 'owner'>): Promise<void> {
  await owner.query('begin')
  await owner.query("select perenne.as_actor('job', 'test', 'to have something')")
  await owner.query(`
    insert into perenne.space (id, kind, parent_id, slug, visibility) values
      ('${network}', 'network', null, 'al-las', 2), ('${seminar}', 'seminar', '${network}', 'perenne', 2);
    insert into perenne.seminar (id, network_id, source_language, languages, held_on, hours_from, hours_to, time_zone,
        venue_address, venue_country, registration_closes_at, visibility)
      values ('${seminar}', '${network}', 'fr', '{fr,es,pt,en}', '2018-07-05', '09:00', '17:30', 'Europe/Paris',
        E'1, rue du Phare\\n75001 Paris\\t(métro \\\\ « Été »)', 'FR', '2018-06-17 23:59:59+02', 2);
    insert into perenne.quota (seminar_id, key, capacity, taken) values ('${seminar}', 'whole', 142, 2);
    insert into perenne.consent (seminar_id, key, required, position) values ('${seminar}', 'data', true, 1);
    insert into perenne.translation (record_table, record_id, field, language, body, state)
      values ('space', '${seminar}', 'name', 'fr', E'Une action « durable » 🌍 \\u202e עברית \\\\N', 'source');
    insert into perenne.person (given_name, family_name, email, telephone, language) values
      ('Zoé', 'Ñandú', 'Zoe@Example.org ', null, 'fr'), ('', 'O''Brien;"', 'ob@example.org', E'\\\\.', 'en');
    insert into perenne.registration (seminar_id, person_id, identity, category, organisation_name, country, region, language, state)
      select '${seminar}', id, email, 'staff', 'Ville', 'FR', 'europe', 'fr', 'confirmed' from perenne.person;
    insert into perenne.mail (space_id, person_id, template, language, data)
      select '${seminar}', id, 'confirmed', 'fr', '{"registration": "x"}' from perenne.person;
    update perenne.seminar set venue_address = 'Ailleurs' where id = '${seminar}';
    update perenne.space set visibility = 1 where id = '${seminar}'`)
  await owner.query('commit')
  // Once more as the application, so that the history has an actor of each kind of role.
  await as(db, tester, tx => tx.updateTable('space').set({ slug: 'perenne-2018' }).where('id', '=', seminar).execute())
}
