import { sql } from 'kysely'
import type { Names } from '#convene/programme/rules/programme.ts'
import type { Tx } from '#ground/database/actor.ts'
import type { ToldOnProgramme, Untold } from '../rules/plan.ts'
import '#convene/programme/panel/store/table.ts'

/** Who might be told of a programme, in numbers, and what their mails need besides its versions. */
export type Audience = {
  untold: Untold[]
  /** The number of the last version that was told; 0 for none. */
  told: number
  /** Those that everybody may read. */
  names: Names
}

/** One query, whoever asks: nobody is loaded into memory. Whoever may not edit the seminar is told of nobody. */
export async function audienceToTell(tx: Tx, seminarId: string): Promise<Audience> {
  const { rows } = await sql<{ untold: Untold[]; told: number; names: [string, string | null, string | null][] }>`
    select
      (select coalesce(jsonb_agg(t), '[]') from perenne.to_be_told(${seminarId}::uuid) t) as untold,
      perenne.told_up_to(${seminarId}::uuid) as told,
      (select coalesce(jsonb_agg(jsonb_build_array(n.key, n.given_name, n.family_name)), '[]')
       from perenne.names_on_programme(${seminarId}::uuid) n) as names`.execute(tx)
  const { untold = [], told = 0, names = [] } = rows[0] ?? {}
  return {
    untold,
    told,
    names: new Map(
      names.map(([key, given, family]) => [key, { givenName: given ?? '', familyName: family ?? '' }] as const),
    ),
  }
}

/**
 * Queues one mail to every registrant who knows one of these versions and reads one of these languages, in their language, in
 * one statement. Behind the gate, where nobody comes or leaves meanwhile. Needs a job.
 *
 * @param mail `told`: the number of the last version that was told before
 * @param to the number of the version that they know, with a language
 * @returns how many
 */
export async function queueToRegistrants(
  tx: Tx,
  seminarId: string,
  mail: { notice: string; template: string; told: number },
  to: readonly { base: number; language: string }[],
): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into perenne.mail (space_id, person_id, template, language, data, due_at, created_at)
    select ${seminarId}::uuid, t.person, ${mail.template}, t.language,
      jsonb_build_object('registration', t.registration, 'notice', ${mail.notice}::text, 'base', b.id), n.now, n.now
    from perenne.registrants_to_tell(${seminarId}::uuid, ${mail.told}::int) t
    join unnest(${to.map(({ base }) => base)}::int[], ${to.map(({ language }) => language)}::text[])
      as w (base, language) on w.base = t.base and w.language = t.language
    left join perenne.programme_version b on b.seminar_id = ${seminarId}::uuid and b.number = t.base,
    (select perenne.now() as now offset 0) as n
    order by t.line`.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

/** The same for people on the programme who are not registered. @returns how many */
export async function queueToProgramme(
  tx: Tx,
  seminarId: string,
  mail: { notice: string; template: string },
  to: readonly ToldOnProgramme[],
): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into perenne.mail (space_id, person_id, template, language, data, due_at, created_at)
    select ${seminarId}::uuid, t.person, ${mail.template}, t.language,
      jsonb_build_object('person', t.programme_person, 'notice', ${mail.notice}::text, 'base', b.id), n.now, n.now
    from perenne.people_on_programme_to_tell(${seminarId}::uuid) t
    join unnest(${to.map(({ key }) => key)}::text[], ${to.map(({ base }) => base)}::int[]) as w (key, base) on w.key = t.key
    join perenne.programme_version b on b.seminar_id = ${seminarId}::uuid and b.number = w.base,
    (select perenne.now() as now offset 0) as n
    where t.asked
    order by t.key`.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

/** Somebody on a programme, as a mail to them needs it; null once they are taken off it. */
export async function personOnProgramme(tx: Tx, id: string): Promise<{ seminarId: string; key: string } | null> {
  const row = await tx
    .selectFrom('programme_person')
    .select(['seminar_id as seminarId', 'key'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** The slots where somebody on a programme, by key, has said no: keys of slots. One query. */
export async function declinedSlots(tx: Tx, seminarId: string): Promise<(key: string) => ReadonlySet<string>> {
  const { rows } = await sql<{ key: string; slot: string }>`
    select key, slot from perenne.declined_on_programme(${seminarId}::uuid)`.execute(tx)
  const byKey = Map.groupBy(rows, ({ key }) => key)
  return key => new Set(byKey.get(key)?.map(({ slot }) => slot))
}

/** The keys under which somebody of this address is on a programme, and was written to about it. */
export async function keysOfAddress(tx: Tx, seminarId: string, address: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('programme_person as pp')
    .innerJoin('person as p', 'p.id', 'pp.person_id')
    .select('pp.key')
    .where('pp.seminar_id', '=', seminarId)
    .where(sql<boolean>`p.email_folded = lower(btrim(${address}))`)
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('panel_invitation as i').select('i.id').whereRef('i.programme_person_id', '=', 'pp.id')),
    )
    .execute()
  return rows.map(({ key }) => key)
}
