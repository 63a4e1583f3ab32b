import type { ClientBase } from 'pg'
import { appliedMigrations, migrations } from '../database/migrate.ts'
import { compareWithCatalogue, readDataList } from './data-list.ts'
import type { Finding } from './finding.ts'

/** Runs one query as the application's login and gives its rows. */
export type AskAsApp = (text: string) => Promise<readonly Record<string, unknown>[]>

const leastVersion = 150_000

/** What the database is, who may do what in it, and whether it has this program's shape. */
export async function checkDatabase(owner: ClientBase, app: AskAsApp): Promise<Finding[]> {
  const { rows } = await owner.query<{ number: number; version: string }>(
    "select current_setting('server_version_num')::int as number, current_setting('server_version') as version",
  )
  const server = rows[0]
  const findings: Finding[] = [
    {
      name: 'database',
      ok: (server?.number ?? 0) >= leastVersion,
      facts: { version: server?.version ?? null, error: null },
    },
  ]
  const made = await owner.query("select to_regclass('perenne.migration') is not null as made")
  if (!made.rows[0]?.made) return [...findings, await checkMigrations(owner, false)]
  return [
    ...findings,
    await checkMigrations(owner, true),
    await checkRoles(owner, app),
    ...(await checkTables(owner)),
    await checkClock(owner),
  ]
}

/** The newest migration that has run is the newest that this program knows. */
export async function checkMigrations(client: ClientBase, made: boolean): Promise<Finding> {
  const known = (await migrations()).at(-1)?.number ?? 0
  const at = made ? Math.max(0, ...(await appliedMigrations(client)).keys()) : 0
  return { name: 'migrations', ok: at === known, facts: { at, known } }
}

/**
 * Law 5 leans on the roles: the application is nobody that policies do not hold for, the public role can only read,
 * and history cannot be written by either.
 */
async function checkRoles(owner: ClientBase, app: AskAsApp): Promise<Finding> {
  const { rows } = await owner.query<{ problem: string }>(`
    with wanted (name) as (values ('perenne_owner'), ('perenne_app'), ('perenne_public')),
         role as (select r.* from pg_roles r join wanted w on w.name = r.rolname),
         tables as (select c.oid, c.relname, c.relowner, c.relacl from pg_class c
                    where c.relnamespace = 'perenne'::regnamespace and c.relkind in ('r', 'p')),
         given as (select t.relname, coalesce(g.rolname, 'PUBLIC') as who, a.privilege_type as what
                   from tables t, aclexplode(t.relacl) a left join pg_roles g on g.oid = a.grantee)
    select name || ': not there' as problem from wanted where name not in (select rolname from role)
    union all select rolname || ': SUPERUSER' from role where rolsuper and rolname <> 'perenne_owner'
    union all select rolname || ': BYPASSRLS' from role where rolbypassrls and rolname <> 'perenne_owner'
    union all select 'perenne_public: LOGIN' from role where rolname = 'perenne_public' and rolcanlogin
    union all select r.rolname || ': OWNER OF ' || t.relname from tables t join pg_roles r on r.oid = t.relowner
              where r.rolname <> 'perenne_owner'
    union all select rolname || ': CREATE ON SCHEMA perenne' from role
              where rolname <> 'perenne_owner' and not rolsuper and has_schema_privilege(oid, 'perenne', 'create')
    union all select m.rolname || ': MEMBER OF perenne_owner' from role m
              where m.rolname <> 'perenne_owner' and not m.rolsuper and pg_has_role(m.oid, (select oid from role where rolname = 'perenne_owner'), 'member')
    union all select 'perenne_app: not a member of perenne_public' from role m
              where m.rolname = 'perenne_app' and not pg_has_role(m.oid, (select oid from role where rolname = 'perenne_public'), 'member')
    union all select who || ': ' || what || ' ON ' || relname from given
              where (who in ('perenne_public', 'PUBLIC') and what <> 'SELECT') or (who = 'PUBLIC')
                 or (who = 'perenne_app' and relname in ('record_version', 'clock', 'migration', 'installation', 'role_scope', 'role_capability') and what <> 'SELECT')`)
  const problems = [...new Set(rows.map(row => row.problem))]
  const [self] = (await owner.query('select current_user::text as name')).rows
  if (self?.name !== 'perenne_owner') problems.push(`DATABASE_OWNER_URL: ${self?.name}`)
  const [login] = await app('select session_user::text as name, current_user::text as acting')
  if (login?.name !== 'perenne_app' || login.acting !== 'perenne_app') problems.push(`DATABASE_URL: ${login?.name}`)
  return { name: 'roles', ok: problems.length === 0, facts: { problems } }
}

async function checkTables(owner: ClientBase): Promise<Finding[]> {
  const list = await readDataList()
  const found = await compareWithCatalogue(owner, list)
  const words = (about: readonly string[]) =>
    found.filter(one => about.includes(one.what)).map(one => `${one.table}: ${one.what}`)
  const unprotected = words(['row-level security is not enabled', 'row-level security is not forced', 'no policy'])
  const versions = words([
    'versioned, without the trigger keep_history',
    'has the trigger keep_history, not listed as versioned',
    'not in docs/data.md',
    'in docs/data.md, not in the database',
  ])
  const versioned = [...list.values()].filter(kind => kind === 'versioned').length
  return [
    { name: 'policies', ok: unprotected.length === 0, facts: { tables: list.size, problems: unprotected } },
    { name: 'history', ok: versions.length === 0, facts: { tables: versioned, problems: versions } },
  ]
}

async function checkClock(owner: ClientBase): Promise<Finding> {
  const { rows } = await owner.query<{ seconds: number; demonstration: boolean }>(`
    select extract(epoch from c.shift)::float8 as seconds, i.demonstration
    from perenne.clock c, perenne.installation i`)
  const { seconds = 0, demonstration = false } = rows[0] ?? {}
  return { name: 'clock', ok: seconds === 0 || demonstration, facts: { seconds, demonstration } }
}
