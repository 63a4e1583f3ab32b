import { sql } from 'kysely'
import type { CheckQuery } from './kit.ts'

export const documentChecks: readonly CheckQuery[] = [
  {
    code: 'document-past-retention',
    table: 'memory_document',
    find: ({ space, day }) => sql`
      select d.id, d.keep_until::text as day from memory_document d
      where d.space_id = ${space} and not d.legal_hold and d.keep_until < ${day}::date order by d.keep_until, d.id`,
  },
  {
    code: 'document-without-file',
    table: 'memory_document',
    find: ({ space }) => sql`
      select d.id from memory_document d
      where d.space_id = ${space} and not exists (select from document_version v where v.document_id = d.id)
      order by d.id`,
  },
  {
    code: 'document-without-language',
    table: 'memory_document',
    find: ({ space }) => sql`
      select d.id from memory_document d where d.space_id = ${space} and d.language is null order by d.id`,
  },
  {
    // Only what is shown to everybody is in need of one.
    code: 'document-without-licence',
    table: 'memory_document',
    find: ({ space }) => sql`
      select d.id from memory_document d where d.space_id = ${space} and d.visibility = 2 and d.licence is null
      order by d.id`,
  },
  {
    // Whoever keeps it for good says so by the hold.
    code: 'document-without-retention',
    table: 'memory_document',
    find: ({ space }) => sql`
      select d.id from memory_document d
      where d.space_id = ${space} and d.keep_until is null and not d.legal_hold order by d.id`,
  },
  {
    code: 'decision-without-document',
    table: 'decision',
    find: ({ space }) => sql`
      select d.id, d.decided_on::text as day from decision d
      where d.space_id = ${space} and d.url is null and not exists (
        select from about b where b.record_table = 'memory_document' and b.about_id = d.id)
      order by d.decided_on, d.id`,
  },
]
