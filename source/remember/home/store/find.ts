import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import { type CheckCode, thresholdOf } from '../rules/checks.ts'
import { actorChecks } from './checks/actors.ts'
import { agreementChecks } from './checks/agreements.ts'
import { commitmentChecks } from './checks/commitments.ts'
import { contactChecks } from './checks/contacts.ts'
import { documentChecks } from './checks/documents.ts'
import type { CheckQuery, FoundRow } from './checks/kit.ts'
import { languageChecks } from './checks/languages.ts'
import { networkChecks } from './checks/networks.ts'
import { postChecks } from './checks/posts.ts'
import { projectChecks } from './checks/projects.ts'
import { relationshipChecks } from './checks/relationships.ts'

const queries = new Map<CheckCode, CheckQuery>(
  [
    ...relationshipChecks,
    ...agreementChecks,
    ...postChecks,
    ...networkChecks,
    ...projectChecks,
    ...commitmentChecks,
    ...documentChecks,
    ...contactChecks,
    ...languageChecks,
    ...actorChecks,
  ].map(query => [query.code, query]),
)

/** How a memory wants its rules: those it has said nothing about run as they come. */
export type RuleSettings = ReadonlyMap<string, { off: boolean; threshold: number | null }>
export type SetAside = { code: string; recordId: string; reason: string; until: string | null; setAt: string }
export type Findings = {
  code: CheckCode
  off: boolean
  threshold: number | null
  found: FoundRow[]
  aside: (FoundRow & { reason: string; until: string | null })[]
}

/** What a memory wants of its rules. Read as it is now, whatever day its pages are read for. */
export async function ruleSettings(tx: Tx, space: string): Promise<RuleSettings> {
  const rows = await tx
    .selectFrom('memory_rule')
    .select(['code', 'off', 'threshold'])
    .where('space_id', '=', space)
    .execute()
  return new Map(rows.map(({ code, ...rule }) => [code, rule]))
}

/** The threshold in force of a rule; null for one that has none. */
export function thresholdFor(code: CheckCode, settings: RuleSettings): number | null {
  const usual = thresholdOf(code)
  return usual === null ? null : (settings.get(code)?.threshold ?? usual.usual)
}

/**
 * Asks rules about a memory on a day: one query each, and one for what was set aside. What is set aside beyond its last day
 * is found again.
 */
export async function findAll(
  tx: Tx,
  space: string,
  day: string,
  codes: readonly CheckCode[],
  settings: RuleSettings,
): Promise<Findings[]> {
  const aside = await tx
    .selectFrom('finding_set_aside')
    .select(['code', 'record_id', 'reason', sql<string | null>`until::text`.as('until')])
    .where('space_id', '=', space)
    .where(sql<boolean>`until is null or until >= ${day}::date`)
    .execute()
  const all: Findings[] = []
  for (const code of codes) {
    const off = settings.get(code)?.off ?? false
    const threshold = thresholdFor(code, settings)
    const rows = off ? [] : await find(tx, code, space, day, threshold ?? 0)
    const set = new Map(aside.filter(one => one.code === code).map(one => [one.record_id, one]))
    all.push({
      code,
      off,
      threshold,
      found: rows.filter(row => !set.has(row.id)),
      aside: rows.flatMap(row => {
        const one = set.get(row.id)
        return one ? [{ ...row, reason: one.reason, until: one.until }] : []
      }),
    })
  }
  return all
}

/** The records that one rule has something to say of, whether set aside or not. */
export async function find(
  tx: Tx,
  code: CheckCode,
  space: string,
  day: string,
  threshold: number,
): Promise<FoundRow[]> {
  const query = queries.get(code)
  if (!query) throw new Error(`no query answers the rule ${code}`)
  const at = { space, day, threshold }
  const rows = 'look' in query ? await query.look(tx, at) : (await query.find(at).execute(tx)).rows
  return rows.map(row => ({
    id: row.id,
    table: row.table ?? query.table,
    page: row.page ?? row.id,
    other: row.other ?? null,
    day: row.day ?? null,
    number: row.number ?? null,
  }))
}
