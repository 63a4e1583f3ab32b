import { sql } from 'kysely'
import '#convene/store/tables.ts'

/**
 * The seminars that rest, as `rests` of seminar/rules/life.ts says it of one, for looking through all of them: a test
 * compares the two.
 */
export const rests = sql<string>`(select id from perenne.seminar where cancelled_at is not null or postponed_at is not null)`
