import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as, asPublic, job } from '../../../source/ground/database/actor.ts'
import type { Locale } from '../../../source/ground/languages/locales.ts'
import { locales } from '../../../source/ground/languages/locales.ts'
import { writeTexts } from '../../../source/ground/languages/texts.ts'
import { readSheetsOf } from '../../../source/ground/reading/sheets.ts'
import { usualLimits } from '../../../source/ground/sheets/index.ts'
import { dryRun } from '../../../source/remember/sheets/acts/dry-run.ts'
import { exportSheet, sheetFormats } from '../../../source/remember/sheets/acts/export-sheet.ts'
import { readable } from '../../../source/remember/sheets/acts/open-sheet.ts'
import { waitingSheets } from '../../../source/remember/sheets/acts/waiting.ts'
import { type SheetKind, sheetKinds } from '../../../source/remember/sheets/rules/kinds.ts'
import { makeMemory } from '../support/memory.ts'
import { asKeeper, openSheetHouse, type SheetHouse } from './support.ts'

let all: SheetHouse
beforeAll(async () => {
  all = await openSheetHouse()
  await as(all.house.db, job('test'), tx => makeMemory(tx, all.space))
})
afterAll(() => all.house.close())

/** What an import of these bytes would do, in the name of the keeper. */
async function foreseen(bytes: Uint8Array, kind: SheetKind, language: Locale) {
  const read = await readSheetsOf(bytes, usualLimits)
  if ('refused' in read) throw new Error(read.refused)
  const sheets = waitingSheets(read.sheets)
  const choices = {
    sheet: 0,
    kind,
    headingRow: null,
    fields: null,
    way: 'both',
    language,
    guess: true,
    currency: null,
    corrections: {},
    comments: false,
    skip: false,
  } as const
  return dryRun(
    all.house,
    asKeeper(all),
    all.space,
    readable(all.house, { id: randomUUID() } as never, { sheets, choices }),
  )
}

const word = fc.oneof(
  fc.constantFrom(
    '=1+1',
    "'=x",
    '-',
    'n/a',
    'None',
    ' ; ',
    'A; B',
    'C / D',
    '@x',
    '+33',
    '1,5',
    '12/06/14',
    'Ville d’Été',
    '"',
    'a\nb',
    'Total',
    '007',
    '_x0041_',
    'TRUE',
    '#N/A',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
)
// What no field of a form takes.
const control = /[^\P{Cc}\t\n]|[\ufffe\uffff]/gu
const text = fc.array(word, { minLength: 1, maxLength: 3 }).map(words => words.join(' ').replace(control, '').trim())
const name = text.filter(words => words.replace(/\s+/gu, '') !== '').map(words => words.slice(0, 200))
const edtf = fc.constantFrom(
  '1998',
  '2004-06',
  '2004-06-12',
  '2004~',
  '1998?',
  '2004%',
  '2004/2010',
  '2004~/..',
  '2011/',
  '/2011',
  '../2009',
  '1999-02/2001-03-04',
  '2004-06~/2005?',
)
const language = fc.constantFrom(...locales)
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null })

const record = fc.record({
  name,
  other: maybe(name),
  language,
  second: language,
  during: edtf,
  long: maybe(text),
  short: maybe(name),
  country: maybe(fc.constantFrom('FR', 'CL', 'BR', 'CI', 'XX')),
  languages: fc.uniqueArray(fc.constantFrom('fr', 'es', 'de', 'wo', 'xx'), { maxLength: 3 }),
  amount: fc.integer({ min: -10_000_000, max: 10_000_000 }),
  day: fc.constantFrom('1887-03-01', '1900-02-28', '2018-12-31', '2004-02-29'),
  notice: fc.constantFrom([0, 0], [2, 0], [0, 90]),
  circle: fc.constantFrom(0, 1, 2),
})
type Made = typeof record extends fc.Arbitrary<infer T> ? T : never

/** One record of each kind as somebody may have written it on the pages. */
async function write(made: Made, n: number): Promise<void> {
  await as(all.house.db, asKeeper(all), async tx => {
    const base = { space_id: all.space, visibility: made.circle as 0 | 1 | 2 }
    const say = (table: string, id: string, field: string, body: string | null) =>
      body === null || body.trim() === ''
        ? Promise.resolve(0)
        : writeTexts(tx, [
            {
              table,
              id,
              field,
              source: made.language,
              bodies: {
                [made.language]: body,
                ...(made.other && made.second !== made.language ? { [made.second]: made.other } : {}),
              },
            },
          ])
    const { id: actor } = await tx
      .insertInto('organisation')
      .values({
        ...base,
        key: null,
        short_name: made.short,
        kind: 'ngo',
        country: made.country,
        territory_id: null,
        website: null,
        remembered: true,
        during: made.during,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await say('organisation', actor, 'name', made.name)
    const { id: relationship } = await tx
      .insertInto('relationship')
      .values({ ...base, kind: 'network', during: made.during })
      .returning('id')
      .executeTakeFirstOrThrow()
    await say('relationship', relationship, 'name', made.name)
    await say('relationship', relationship, 'narrative', made.long)
    await tx
      .insertInto('relationship_party')
      .values([
        { relationship_id: relationship, organisation_id: actor },
        { relationship_id: relationship, organisation_id: await fundOf(tx), role: 'donor' },
      ])
      .execute()
    const { id: agreement } = await tx
      .insertInto('agreement')
      .values({
        relationship_id: relationship,
        kind: 'letter',
        first_end: made.day,
        notice_months: made.notice[0] ?? 0,
        notice_days: made.notice[1] ?? 0,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await say('agreement', agreement, 'title', made.long)
    const { id: interaction } = await tx
      .insertInto('interaction')
      .values({
        ...base,
        kind: 'other',
        during: made.during,
        title: made.name,
        place: made.short,
        body: made.long,
        language: made.language,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('interaction_participant')
      .values({ interaction_id: interaction, organisation_id: actor, contact_id: null })
      .execute()
    await tx
      .insertInto('about')
      .values({
        record_table: 'interaction',
        record_id: interaction,
        about_table: 'relationship',
        about_id: relationship,
      })
      .execute()
    const { id: activity } = await tx
      .insertInto('activity')
      .values({ ...base, identifier: `P-${n}`, status: '3', planned_end: made.day, relationship_id: relationship })
      .returning('id')
      .executeTakeFirstOrThrow()
    await say('activity', activity, 'title', made.name)
    await tx
      .insertInto('activity_money')
      .values({
        activity_id: activity,
        kind: 'budget',
        value: (made.amount / 100).toFixed(2),
        currency: 'BRL',
        value_date: made.day,
      })
      .execute()
    const { id: contact } = await tx
      .insertInto('contact')
      .values({
        ...base,
        person_id: await personOf(made, tx),
        organisation_id: actor,
        languages: made.languages,
        during: made.during,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const settled =
      n % 3 === 0 ? null : { settled_on: made.day, outcome: n % 3 === 1 ? ('kept' as const) : ('dropped' as const) }
    await tx
      .insertInto('commitment')
      .values({
        ...base,
        relationship_id: relationship,
        organisation_id: n % 2 === 0 ? actor : null,
        contact_id: contact,
        owed_by: n % 2 === 0 ? 'us' : 'them',
        what: made.name,
        language: made.language,
        due: made.day,
        ...settled,
        outcome_reason: settled && made.long?.slice(0, 1000),
      })
      .execute()
    const amount = (Math.abs(made.amount) / 100).toFixed(2)
    await tx
      .insertInto('fee')
      .values({
        relationship_id: relationship,
        year: 1990 + n,
        amount,
        currency: 'CLP',
        due: made.day,
        paid_on: made.day,
      })
      .execute()
    const { id: seat } = await tx
      .insertInto('network_seat')
      .values({
        relationship_id: relationship,
        held_by: n % 2 ? 'city' : 'person',
        contact_id: contact,
        during: made.during,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await say('network_seat', seat, 'body', made.name)
    const { id: post } = await tx
      .insertInto('post')
      .values({
        ...base,
        organisation_id: actor,
        nature: n % 2 ? 'political' : 'technical',
        seats: 1 + n,
        during: made.during,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await say('post', post, 'title', made.name)
    const { id: term } = await tx
      .insertInto('term')
      .values({ ...base, organisation_id: n % 2 ? actor : null, during: made.during, elected_on: made.day })
      .returning('id')
      .executeTakeFirstOrThrow()
    await say('term', term, 'name', made.name)
    await tx
      .insertInto('appointment')
      .values({ post_id: post, contact_id: contact, term_id: term, during: made.during, acting: n % 2 === 0 })
      .execute()
    const { id: decision } = await tx
      .insertInto('decision')
      .values({
        ...base,
        number: `${n} ${made.name}`.slice(0, 100).trim(),
        decided_on: made.day,
        body_name: made.short,
        voters: n,
        votes_for: made.circle,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await say('decision', decision, 'object', made.long)
    await tx
      .insertInto('about')
      .values({ record_table: 'decision', record_id: decision, about_table: 'relationship', about_id: relationship })
      .execute()
  })
}

/** Who is neither partner nor network of a relationship, and takes part in it all the same. */
async function fundOf(tx: Parameters<Parameters<typeof as>[2]>[0]): Promise<string> {
  const known = await tx.selectFrom('organisation').select('id').where('key', '=', 'fund').executeTakeFirst()
  if (known) return known.id
  const { id } = await tx
    .insertInto('organisation')
    .values({
      space_id: all.space,
      visibility: 0,
      key: 'fund',
      short_name: null,
      kind: 'ngo',
      country: null,
      territory_id: null,
      website: null,
      remembered: true,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await writeTexts(tx, [
    { table: 'organisation', id, field: 'name', source: 'fr', bodies: { fr: 'Fonds de solidarité' } },
  ])
  return id
}

async function personOf(made: Made, tx: Parameters<Parameters<typeof as>[2]>[0]): Promise<string> {
  const { sql } = await import('kysely')
  const { rows } = await sql<{ id: string }>`
    select perenne.write_contact_person(${all.space}, null, ${made.short}, ${made.name}, ${null}, ${made.long}, 'fr') as id`.execute(
    tx,
  )
  return rows[0]?.id ?? ''
}

describe('an export comes back in and changes nothing', () => {
  test('whatever the records say, in each language and format', async () => {
    let n = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, { minLength: 1, maxLength: 4 }),
        language,
        language,
        async (records, locale, other) => {
          for (const one of records) await write(one, n++)
          for (const kind of sheetKinds)
            for (const format of sheetFormats) {
              const bytes = await as(all.house.db, asKeeper(all), tx =>
                exportSheet(tx, all.space, kind, format, locale),
              )
              if (kind === 'relationships' && format === 'csv')
                expect(Buffer.from(bytes).toString('utf8')).toContain('Fonds de solidarité')
              const run = await foreseen(bytes, kind, other)
              const errors = run.problems.filter(({ tone }) => tone === 'error')
              expect({ kind, format, errors, ...run.counts, units: run.units }).toMatchObject({
                errors: [],
                create: 0,
                update: 0,
                left: 0,
                wrong: 0,
                units: [],
              })
              expect(run.counts.same).toBeGreaterThan(0)
            }
        },
      ),
      { numRuns: 12 },
    )
  }, 240_000)

  test('what somebody else may not see is not in their file, and what changes in it changes that alone', async () => {
    await as(all.house.db, job('test'), tx =>
      tx.updateTable('relationship').set({ visibility: 2 }).where('kind', '=', 'cooperation').execute(),
    )
    const bytes = await asPublic(all.house.db, tx => exportSheet(tx, all.space, 'relationships', 'csv', 'fr'))
    const shown = Buffer.from(bytes).toString('utf8')
    expect(shown).toContain('Coopération avec Puerto Almendro')
    expect(shown).not.toContain('stade')
    expect(shown).not.toContain('Ciudad de Puerto Almendro')
    for (const kind of ['contacts', 'journal'] as const) {
      const none = await asPublic(all.house.db, tx => exportSheet(tx, all.space, kind, 'csv', 'fr'))
      expect(Buffer.from(none).toString('utf8')).not.toMatch(/Almeida|ines@example|Mission technique/)
    }
    const changed = shown.replace('Coopération avec Puerto Almendro', 'Coopération avec Puerto Nuevo')
    const run = await foreseen(new TextEncoder().encode(changed), 'relationships', 'fr')
    expect(run.counts).toMatchObject({ create: 0, update: 1, wrong: 0 })
    expect(
      run.units.map(({ after, before }) => Object.keys(after).filter(field => after[field] !== before[field])),
    ).toEqual([['name@fr']])
  })
})
