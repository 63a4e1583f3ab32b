import { randomBytes } from 'node:crypto'
import { expect } from 'vitest'
import { changeSeminar, versionOf } from '#convene/seminar/acts/change-seminar.ts'
import { type ImportOptions, importSeminar } from '#convene/seminar/acts/import-seminar.ts'
import { parseSeminarFile } from '#convene/seminar/rules/parse-seminar-file.ts'
import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import { seminarAsFile } from '#convene/seminar/store/seminar-as-file.ts'
import { type Actor, as, job, person } from '#ground/database/actor.ts'
import { openSession, sessionCookie } from '#ground/people/session.ts'
import type { TestHouse } from '../../support/house.ts'

const program = job('test')

export function parsed(text: string): SeminarFile {
  const read = parseSeminarFile(text)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.file
}

export async function query<T>(house: TestHouse, text: string, values: unknown[] = []): Promise<T[]> {
  return (await house.database.owner.query(text, values)).rows as T[]
}

/** Imports a file that is right and meets nothing to decide. */
export async function imported(house: TestHouse, text: string, options: ImportOptions = {}) {
  const result = await importSeminar(house, program, text, options)
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result
}

export async function fileNow(house: TestHouse, slug: string, who: Actor = program): Promise<SeminarFile> {
  const found = await as(house.db, who, tx => seminarAsFile(tx, slug))
  if (!found) throw new Error(`no ${slug}`)
  return found.file
}

/** An edit in the browser, by somebody who has just seen the seminar. */
export async function edited(house: TestHouse, slug: string, patch: (file: SeminarFile) => void, who: Actor = program) {
  const seen = versionOf(await fileNow(house, slug))
  const result = await changeSeminar(house, who, slug, seen, file => {
    patch(file)
    return file
  })
  expect(result).toMatchObject({ outcome: 'changed' })
  return result
}

/** A person with an account and a role in a space, by the space's slug. */
export async function somebody(house: TestHouse, role: string, slug: string) {
  const [row] = await query<{ id: string }>(
    house,
    `with p as (insert into perenne.person (given_name, email, language, has_account)
       values ('A', $3, 'en', true) returning id)
     insert into perenne.access_right (person_id, role, space_id, space_kind, reason)
     select p.id, $1, s.id, s.kind, 'test' from p, perenne.space s where s.slug = $2 returning person_id as id`,
    [role, slug, `${randomBytes(5).toString('hex')}@example.org`],
  )
  if (!row) throw new Error(`no space ${slug}`)
  const { token } = await openSession(house.db, row.id)
  return { actor: person(row.id), cookie: `${sessionCookie}=${token}` }
}

/** Somebody with a place, who agreed to the first consent. */
export async function registrant(house: TestHouse, seminarId: string, state = 'confirmed'): Promise<string> {
  const [row] = await query<{ id: string }>(
    house,
    `with p as (insert into perenne.person (given_name, language) values ('B', 'fr') returning id),
     r as (insert into perenne.registration (seminar_id, person_id, identity, category, organisation_name, country, region, language, state)
           select $1, p.id, $2, 'staff', 'O', 'CO', 'latin-america', 'fr', $3 from p returning id),
     c as (insert into perenne.registration_consent (registration_id, consent_id, given)
           select r.id, c.id, true from r, perenne.consent c where c.seminar_id = $1 and c.superseded_at is null)
     select id from r`,
    [seminarId, randomBytes(6).toString('hex'), state],
  )
  return row?.id ?? ''
}

export type Word = { language: string; body: string; state: string; stale: boolean }
/** A text as it stands, language by language. */
export function wordsOf(house: TestHouse, record: string, field: string): Promise<Word[]> {
  return query<Word>(
    house,
    `select t.language, t.body, t.state, coalesce(t.source_hash <> s.body_hash, false) as stale
     from perenne.translation t
     left join perenne.translation s on s.record_id = t.record_id and s.field = t.field and s.state = 'source'
     where t.record_id = $1 and t.field = $2 order by t.language`,
    [record, field],
  )
}

/** Everything that is kept of who and what, as a number for each table: nothing was written when none has changed. */
export async function rowCounts(house: TestHouse): Promise<Record<string, number>> {
  const tables = ['space', 'seminar', 'slot', 'translation', 'organisation', 'consent', 'question', 'quota']
  const found: Record<string, number> = {}
  for (const table of [...tables, 'seminar_import', 'record_version', 'registration', 'sent_form'])
    found[table] = Number((await query<{ n: string }>(house, `select count(*) as n from perenne.${table}`))[0]?.n)
  return found
}
