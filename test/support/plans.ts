import { CompiledQuery } from 'kysely'
import pg from 'pg'
import { vi } from 'vitest'
import type { Actor } from '../../source/ground/database/actor.ts'
import { as } from '../../source/ground/database/actor.ts'
import type { House } from '../../source/ground/house.ts'

/** A query as it was sent. */
export type Asked = { text: string; values: unknown[] }

/** The queries that some work asks of the database, with their values; what opens and ends transactions is not among them. */
export async function asked<T>(work: () => Promise<T>): Promise<{ queries: Asked[]; result: T }> {
  const spy = vi.spyOn(pg.Client.prototype, 'query')
  try {
    const result = await work()
    const queries = spy.mock.calls.map(call => {
      const given = call[0] as string | { text?: string; values?: unknown[] }
      const text = typeof given === 'string' ? given : (given.text ?? '')
      const values = typeof given === 'string' ? call[1] : given.values
      return { text, values: Array.isArray(values) ? values : [] }
    })
    return { queries: queries.filter(({ text }) => /^\s*(select|with|insert|update|delete)/i.test(text)), result }
  } finally {
    spy.mockRestore()
  }
}

type Node = {
  'Node Type': string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  'Rows Removed by Join Filter'?: number
  'Rows Removed by Index Recheck'?: number
  Plans?: Node[]
}

/**
 * The most rows that one step of a query's plan went through, over all its turns, as PostgreSQL counted them when it ran:
 * a plan that looks at all rows for each row shows here, however fast the machine is. Only queries that read.
 */
export async function rowsExamined(house: House, actor: Actor, { text, values }: Asked): Promise<number> {
  const plan = await as(house.db, actor, async tx => {
    const { rows } = await tx.executeQuery<{ 'QUERY PLAN': [{ Plan: Node }] }>(
      CompiledQuery.raw(`explain (analyze, costs off, timing off, format json) ${text}`, values),
    )
    return rows[0]?.['QUERY PLAN'][0]?.Plan
  })
  if (!plan) throw new Error('no plan')
  return most(plan)
}

function most(node: Node): number {
  const each =
    node['Actual Rows'] +
    (node['Rows Removed by Filter'] ?? 0) +
    (node['Rows Removed by Join Filter'] ?? 0) +
    (node['Rows Removed by Index Recheck'] ?? 0)
  return Math.max(each * node['Actual Loops'], ...(node.Plans ?? []).map(most))
}
