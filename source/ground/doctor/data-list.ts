import { readFile } from 'node:fs/promises'
import type { ClientBase } from 'pg'
import { programFolder } from '../program.ts'

export type Kind = 'versioned' | 'not versioned' | 'persons'

/** What docs/data.md says of each table: its name → how it is kept. It is the list that the doctor and the tests hold against the database. */
export async function readDataList(): Promise<Map<string, Kind>> {
  return parseDataList(await readFile(new URL('docs/data.md', programFolder), 'utf8'))
}

/** The rows of the tables in a Markdown text whose first cell is a name in code and whose second is a kind. */
export function parseDataList(markdown: string): Map<string, Kind> {
  const rows = markdown.matchAll(/^\| `([a-z_]+)` \| (versioned|not versioned|persons) \|/gm)
  return new Map([...rows].map(([, table, kind]) => [table as string, kind as Kind]))
}

export type Discrepancy = {
  table: string
  what:
    | 'not in docs/data.md'
    | 'in docs/data.md, not in the database'
    | 'versioned, without the trigger keep_history'
    | 'has the trigger keep_history, not listed as versioned'
    | 'row-level security is not enabled'
    | 'row-level security is not forced'
    | 'no policy'
}

/**
 * Holds the list against the catalogue, both ways: every table of the schema is listed as what it is, protected by
 * row-level security (enabled, forced, with a policy), and keeps its history if and only if the list says so.
 */
export async function compareWithCatalogue(client: ClientBase, list: Map<string, Kind>): Promise<Discrepancy[]> {
  const { rows } = await client.query<{
    table: string
    enabled: boolean
    forced: boolean
    policy: boolean
    history: boolean
    some: boolean
  }>(`
    select c.relname::text as table, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
           exists (select from pg_policy p where p.polrelid = c.oid) as policy,
           kept.functions = 2 as history, kept.functions > 0 as some
    from pg_class c
    -- One writes down what is new, the other what changes or goes.
    cross join lateral (
      select count(distinct f.proname) as functions from pg_trigger t join pg_proc f on f.oid = t.tgfoid
      where t.tgrelid = c.oid and f.proname in ('keep_history', 'keep_history_of_new_' || c.relname) and t.tgenabled in ('O', 'A')) as kept
    where c.relnamespace = to_regnamespace('perenne') and c.relkind in ('r', 'p', 'f', 'm', 'v')
    order by c.relname`)
  const found: Discrepancy[] = []
  for (const { table, ...is } of rows) {
    const add = (wrong: boolean, what: Discrepancy['what']) => wrong && found.push({ table, what })
    const kind = list.get(table)
    add(kind === undefined, 'not in docs/data.md')
    add(kind === 'versioned' && !is.history, 'versioned, without the trigger keep_history')
    add(kind !== undefined && kind !== 'versioned' && is.some, 'has the trigger keep_history, not listed as versioned')
    add(!is.enabled, 'row-level security is not enabled')
    add(!is.forced, 'row-level security is not forced')
    add(!is.policy, 'no policy')
  }
  const there = new Set(rows.map(row => row.table))
  for (const table of list.keys()) {
    if (!there.has(table)) found.push({ table, what: 'in docs/data.md, not in the database' })
  }
  return found
}
