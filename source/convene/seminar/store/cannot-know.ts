import { sql } from 'kysely'
import '#convene/store/tables.ts'

/** Who may not see the registrations of a seminar cannot know that nobody agreed or answered: then somebody may have. */
export const cannotKnow = (seminar: 'c.seminar_id' | 'q.seminar_id') => sql<boolean>`
  not (${sql.ref(seminar)} = any ((select perenne.spaces('people'))::uuid[]) or (select perenne.is_job()))`
