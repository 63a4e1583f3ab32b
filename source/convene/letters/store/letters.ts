import { sql } from 'kysely'
import type { RegistrationCategory } from '#convene/store/tables.ts'
import type { Tx } from '#ground/database/actor.ts'
import '#convene/store/tables.ts'

/** What is asked of the list: everybody, those without a letter, or letters that are valid or withdrawn. */
export const shows = ['without', 'valid', 'withdrawn'] as const
export type LettersAsked = { show: (typeof shows)[number] | null; text: string; page: number; size: number }

/** Somebody with a confirmed place and no letter, or a letter. */
export type ListedLetter = {
  registrationId: string
  /** Null once the person is erased. */
  name: string | null
  organisation: string
  category: RegistrationCategory
  /** The person's, as they registered. */
  language: string
  letterId: string | null
  number: number | null
  issuedAt: Temporal.Instant | null
  /** Null when the program issued it, and when whoever did has been erased. */
  issuedBy: string | null
  withdrawnAt: Temporal.Instant | null
}

/** One page of those without a letter, then of the letters, the newest first; and how many there are. One query. */
export async function listLetters(tx: Tx, seminarId: string, asked: LettersAsked) {
  const { rows } = await sql<ListedLetter & { total: number }>`
    select r.id as "registrationId", nullif(concat_ws(' ', p.given_name, p.family_name), '') as name,
           r.organisation_name as organisation, r.category, r.language, l.id as "letterId", l.number,
           l.issued_at as "issuedAt", l.withdrawn_at as "withdrawnAt",
           nullif(concat_ws(' ', by.given_name, by.family_name), '') as "issuedBy", count(*) over () as total
    from (
      select q.id as registration_id, null::uuid as letter_id, 'without' as show
      from registration q where q.seminar_id = ${seminarId} and ${awaitsLetter('q')}
      union all
      select v.registration_id, v.id, case when v.withdrawn_at is null then 'valid' else 'withdrawn' end
      from attendance_letter v where v.seminar_id = ${seminarId}
    ) as row
    join registration r on r.id = row.registration_id
    join person p on p.id = r.person_id
    left join attendance_letter l on l.id = row.letter_id
    left join person by on by.id = l.issued_by
    where (row.letter_id is not null or p.erased_at is null)
      and (${asked.show}::text is null or row.show = ${asked.show})
      and ${bears(asked.text)}
    order by row.letter_id is not null, l.number desc,
             lower(unaccent(concat_ws(' ', p.family_name, p.given_name))), r.id
    limit ${asked.size} offset ${(asked.page - 1) * asked.size}`.execute(tx)
  return { rows: rows as ListedLetter[], total: rows[0]?.total ?? 0 }
}

/** Whether a person `p` or their registration `r` bears a name that was typed; everybody when nothing was. */
const bears = (text: string) => sql`(${text} = '' or strpos(
  lower(unaccent(concat_ws(' ', p.given_name, p.family_name, r.organisation_name))), lower(unaccent(${text}::text))) > 0)`

const awaitsLetter = (registration: string) => sql`${sql.ref(registration)}.state = 'confirmed' and not exists (
  select from attendance_letter a where a.registration_id = ${sql.ref(registration)}.id and a.withdrawn_at is null)`

/**
 * How many have a place and no letter, how many of them bear the name that was typed, and how many letters there are.
 * One query.
 */
export async function countLetters(tx: Tx, seminarId: string, text = '') {
  const { rows } = await sql<{ without: number; listed: number; valid: number; withdrawn: number }>`
    with awaiting as (
      select ${bears(text)} as listed from registration r join person p on p.id = r.person_id
      where r.seminar_id = ${seminarId} and p.erased_at is null and ${awaitsLetter('r')})
    select (select count(*) from awaiting) as without, (select count(*) from awaiting where listed) as listed,
           count(*) filter (where withdrawn_at is null) as valid,
           count(*) filter (where withdrawn_at is not null) as withdrawn
    from attendance_letter where seminar_id = ${seminarId}`.execute(tx)
  return rows[0] ?? { without: 0, listed: 0, valid: 0, withdrawn: 0 }
}

/** A registration as far as a letter is concerned. */
export type LetterCandidate = {
  id: string
  seminarId: string
  personId: string
  language: string
  confirmed: boolean
  hasLetter: boolean
}

/** Everybody without a letter, or those of them who bear a name (or are of an organisation) with this text in it. */
export type Everybody = 'all' | { bearing: string }

/**
 * The registrations that were chosen, or those without a letter, in the order in which people came. Whose person is
 * erased counts as not confirmed: there is no name to write.
 */
export async function candidatesOf(
  tx: Tx,
  seminarId: string,
  chosen: readonly string[] | Everybody,
): Promise<LetterCandidate[]> {
  const bearing = chosen === 'all' ? '' : 'bearing' in chosen ? chosen.bearing : null
  const ids = bearing === null ? [...(chosen as readonly string[])] : null
  const { rows } = await sql<LetterCandidate>`
    select r.id, r.seminar_id as "seminarId", r.person_id as "personId", r.language,
           r.state = 'confirmed' and p.erased_at is null as confirmed,
           exists (select from attendance_letter a where a.registration_id = r.id and a.withdrawn_at is null) as "hasLetter"
    from registration r join person p on p.id = r.person_id
    where r.seminar_id = ${seminarId}
      and case when ${ids}::uuid[] is null then p.erased_at is null and ${awaitsLetter('r')} and ${bears(bearing ?? '')} else r.id = any (${ids}::uuid[]) end
    order by r.line`.execute(tx)
  return rows
}

/**
 * Adds letters, numbered on from the last one of the seminar, withdrawn ones included. The caller stands behind the gate
 * of its places (`perenne.hold_places`): two of them at once would give one number twice.
 *
 * @returns registration → letter
 */
export async function addLetters(
  tx: Tx,
  seminarId: string,
  registrationIds: readonly string[],
  issuedBy: string | null,
): Promise<Map<string, string>> {
  if (registrationIds.length === 0) return new Map()
  const { rows } = await sql<{ id: string; registrationId: string }>`
    insert into attendance_letter (seminar_id, number, registration_id, issued_by)
    select ${seminarId}, last.number + chosen.place, chosen.id, ${issuedBy}::uuid
    from unnest(${[...registrationIds]}::uuid[]) with ordinality as chosen (id, place),
         (select coalesce(max(number), 0) as number from attendance_letter where seminar_id = ${seminarId}) as last
    returning id, registration_id as "registrationId"`.execute(tx)
  return new Map(rows.map(row => [row.registrationId, row.id]))
}

/** Withdraws a letter. False when it had been withdrawn before. */
export async function endLetter(tx: Tx, letterId: string, withdrawnBy: string | null): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('attendance_letter')
    .set({ withdrawn_at: sql<Temporal.Instant>`perenne.now()`, withdrawn_by: withdrawnBy })
    .where('id', '=', letterId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** A letter with whom it is for: by its id, or the valid one of a registration. Null when the actor sees none. */
export async function readLetter(tx: Tx, by: { id: string; seminarId?: string } | { registrationId: string }) {
  const query = tx
    .selectFrom('attendance_letter as l')
    .innerJoin('registration as r', 'r.id', 'l.registration_id')
    .innerJoin('person as p', 'p.id', 'r.person_id')
    .select(['l.id', 'l.number', 'l.seminar_id as seminarId', 'l.registration_id as registrationId'])
    .select(['l.issued_at as issuedAt', 'l.withdrawn_at as withdrawnAt'])
    .select(['r.category', 'r.organisation_name as organisation', 'r.link_number as linkNumber'])
    .select(sql<string | null>`nullif(concat_ws(' ', p.given_name, p.family_name), '')`.as('name'))
  const found =
    'registrationId' in by
      ? query.where('l.registration_id', '=', by.registrationId).where('l.withdrawn_at', 'is', null)
      : query.where('l.id', '=', by.id)
  const letter = await found.executeTakeFirst()
  if (!letter || ('seminarId' in by && by.seminarId !== letter.seminarId)) return null
  return letter
}
export type Letter = NonNullable<Awaited<ReturnType<typeof readLetter>>>
