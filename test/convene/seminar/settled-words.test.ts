import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveText } from '#ground/languages/acts/save-text.ts'
import { languageRoutes } from '#ground/languages/index.ts'
import { readText } from '#ground/languages/store/one-text.ts'
import { versionOf } from '#ground/languages/version.ts'
import { importSeminar } from '../../../source/convene/seminar/acts/import-seminar.ts'
import { findSeminar } from '../../../source/convene/seminar/index.ts'
import { as, job, person } from '../../../source/ground/database/actor.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { query, signedIn } from '../registration/acts-support.ts'
import { seminarRoom, smallFile } from './room.ts'

// The words that somebody agreed to or answered never change (law 3), by whatever page or statement.

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse([seminarRoom, { name: 'languages', routes: languageRoutes }])
})
afterAll(() => house?.close())

const who = job('import')
const asked = `
  questions:
    - {key: which, kind: choice, label: {en: Which one?}, hint: {en: Choose.}, options: [{key: a, label: {en: A}}, {key: b, label: {en: B}}]}
  consents:`

/** A seminar of one consent (en, fr) and one question with two options, its organiser, and the ids of its words. */
async function scene(slug: string) {
  const result = await importSeminar(house, who, smallFile({ slug }).replace('\n  consents:', asked), {
    announce: true,
  })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  const seminar = await as(house.db, who, tx => findSeminar(tx, slug))
  const id = seminar?.id ?? ''
  const [question] = await query<{ id: string }>(house, 'select id from perenne.question where seminar_id = $1', [id])
  const options = await query<{ id: string }>(
    house,
    'select id from perenne.question_option where question_id = $1 order by position',
    [question?.id],
  )
  return {
    id,
    consent: seminar?.consents[0]?.id ?? '',
    question: question?.id ?? '',
    option: options[0]?.id ?? '',
    organiser: await signedIn(house, 'organiser', id),
  }
}

/** Somebody with a place agreed to it, and answered. */
async function agreed(seminar: { id: string; consent: string; question: string }) {
  const { rows } = await house.database.owner.query<{ id: string }>(
    `with p as (insert into perenne.person (given_name, language) values ('B', 'fr') returning id)
     insert into perenne.registration (seminar_id, person_id, identity, category, organisation_name, country, region, language, state)
     select $1, p.id, 'x', 'staff', 'O', 'CO', 'latin-america', 'fr', 'confirmed' from p returning id`,
    [seminar.id],
  )
  await house.database.owner.query(
    'insert into perenne.registration_consent (registration_id, consent_id, given) values ($1, $2, true)',
    [rows[0]?.id, seminar.consent],
  )
  await house.database.owner.query(
    `insert into perenne.registration_answer (registration_id, question_id, value) values ($1, $2, '"a"')`,
    [rows[0]?.id, seminar.question],
  )
}

const path = (table: string, record: string, field: string) => `/en/desk/texts/${table}/${record}/${field}`
const bodyOf = async (record: string, field: string, language: string) =>
  (
    await query<{ body: string }>(
      house,
      'select body from perenne.translation where record_id = $1 and field = $2 and language = $3',
      [record, field, language],
    )
  )[0]?.body

async function save(organiserId: string, table: string, record: string, field: string, language: 'en' | 'fr' | 'es') {
  const text = await as(house.db, person(organiserId), tx => readText(tx, table, record, field))
  if (!text) throw new Error('no such text')
  return saveText(house, person(organiserId), {
    table,
    record,
    field,
    language,
    body: `Other words in ${language}.`,
    state: language === text.source ? null : 'reviewed',
    version: versionOf({ source: text.bodies[text.source]?.body ?? '', translation: text.bodies[language] ?? null }),
    once: null,
    location: '/',
  })
}

test('before anybody agreed, the words of a consent and of a question are changed like any others', async () => {
  const seminar = await scene('nobody-yet')
  const { personId } = seminar.organiser
  expect(await save(personId, 'consent', seminar.consent, 'text', 'en')).toEqual({ ok: true })
  expect(await save(personId, 'question', seminar.question, 'label', 'en')).toEqual({ ok: true })
  expect(await bodyOf(seminar.consent, 'text', 'en')).toBe('Other words in en.')
})

test('afterwards they stay; a language that was missing and a hint may come or change', async () => {
  const seminar = await scene('agreed-words')
  await agreed(seminar)
  const { personId } = seminar.organiser
  const settled = { ok: false, changed: 'settled' }
  expect(await save(personId, 'consent', seminar.consent, 'text', 'en')).toEqual(settled)
  expect(await save(personId, 'consent', seminar.consent, 'text', 'fr')).toEqual(settled)
  expect(await save(personId, 'question', seminar.question, 'label', 'en')).toEqual(settled)
  expect(await save(personId, 'question_option', seminar.option, 'label', 'en')).toEqual(settled)
  expect(await bodyOf(seminar.consent, 'text', 'en')).toBe('I agree.')
  expect(await bodyOf(seminar.consent, 'text', 'fr')).toBe('J’accepte.')
  expect(await bodyOf(seminar.question, 'label', 'en')).toBe('Which one?')
  expect(await save(personId, 'consent', seminar.consent, 'text', 'es')).toEqual({ ok: true })
  expect(await save(personId, 'question', seminar.question, 'label', 'fr')).toEqual({ ok: true })
  expect(await save(personId, 'question', seminar.question, 'hint', 'en')).toEqual({ ok: true })
})

test('nor by any statement: not changed, not moved, not removed', async () => {
  const seminar = await scene('by-sql')
  await agreed(seminar)
  const of = sql`from perenne.translation where record_id = ${seminar.consent}`
  for (const statement of [
    sql`update perenne.translation set body = 'x' where record_id = ${seminar.consent}`,
    sql`update perenne.translation set language = 'pt' where record_id = ${seminar.consent} and language = 'fr'`,
    sql`delete ${of}`,
  ]) {
    for (const actor of [person(seminar.organiser.personId), job('test')])
      await expect(as(house.db, actor, tx => statement.execute(tx))).rejects.toThrow(/agreed to or answered/)
  }
})

test('the page says so, keeps what was typed by somebody who was quicker than the agreement, and offers what is missing', async () => {
  const seminar = await scene('on-the-page')
  const headers = { cookie: seminar.organiser.cookie }
  const at = path('consent', seminar.consent, 'text')
  const before = await (await house.ask(at, { headers })).text()
  expect(before).not.toContain('can no longer be changed')
  expect(before).toContain('name="body_en"')
  const form =
    (before.match(/<form\b[\s\S]*?<\/form>/g) ?? []).find(one => one.includes('name="language" value="en"')) ?? ''
  const hidden = Object.fromEntries(
    [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(found => [found[1], found[2]]),
  )
  await agreed(seminar)
  const sent = await house.send(at, { ...hidden, body_en: 'Something else entirely.' }, { headers })
  expect(sent.status).toBe(409)
  const told = await sent.text()
  expect(told).toContain('Nothing was changed')
  expect(told).toContain('Something else entirely.')
  const after = await (await house.ask(at, { headers })).text()
  expect(after).toContain('can no longer be changed')
  expect(after).not.toMatch(/<textarea[^>]*name="body_(en|fr)"/)
  expect(after).toMatch(/<textarea[^>]*name="body_es"/)
  expect(await bodyOf(seminar.consent, 'text', 'en')).toBe('I agree.')
})
