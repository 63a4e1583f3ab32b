import type { Generated } from 'kysely'
import type { Given, Now, Visibility } from '#ground/database/tables.ts'
import type { Maybe } from './maybe.ts'

// How a memory watches over itself.

export interface MemoryRuleTable {
  id: Generated<string>
  space_id: string
  visibility: Given<Visibility>
  code: string
  off: Given<boolean>
  threshold: Maybe<number>
}

export interface FindingSetAsideTable {
  id: Generated<string>
  space_id: string
  visibility: Given<Visibility>
  code: string
  record_id: string
  reason: string
  set_by: Maybe<string>
  set_at: Now
  until: Maybe<string>
}

export interface MemoryDigestTable {
  id: Generated<string>
  space_id: string
  person_id: string
  every: Given<'never' | 'week' | 'month'>
  language: string
  feed_number: Given<number>
  last_sent_on: Maybe<string>
}

declare module '#ground/database/tables.ts' {
  interface Tables {
    memory_rule: MemoryRuleTable
    finding_set_aside: FindingSetAsideTable
    memory_digest: MemoryDigestTable
  }
}
