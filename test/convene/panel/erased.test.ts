import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { panelOwn } from '#convene/messages/programme-panel-own.ts'
import { programmePart, releaseProgramme } from '#convene/programme/acts/release-programme.ts'
import { publishLanguage, versionOfOffer } from '#convene/programme/translating/acts/publish.ts'
import { fittingIn, languagesOfProgramme } from '#convene/programme/translating/store/languages-of.ts'
import { changeSeminar, versionOf } from '#convene/seminar/acts/change-seminar.ts'
import { as, job, link, person } from '#ground/database/actor.ts'
import { saveText, seenOf } from '#ground/languages/acts/save-text.ts'
import { readText } from '#ground/languages/store/one-text.ts'
import { versionOf as versionOfText } from '#ground/languages/version.ts'
import { erasePersons } from '#ground/people/store/erase.ts'
import { held, lettingGo, untilWaiting } from '../programme/held.ts'
import { ask, fieldsOf, wordsOn } from '../registration/desk-support.ts'
import { edited, fileNow, query, somebody } from '../seminar/support.ts'
import { house, invite, lineOf, mailTo, open, openPanels, type PanelSeminar, panelSeminar, post } from './support.ts'

// Somebody is erased while somebody else writes about them, releases or publishes: whoever is second waits for the first,
// and nothing that is said of the erased person stays, in whatever order.

openPanels()
lettingGo()
const erasing = (personId: string) =>
  held(hold =>
    as(house.db, job('panel-erasure'), async tx => {
      await erasePersons(tx, [personId])
      await hold()
    }),
  )
const secret = { role: 'SECRET post', about: 'SECRET lines' }
const say = (seminar: PanelSeminar, words: { role: string; about: string }) =>
  edited(house, seminar.slug, file => {
    const eva = file.people.find(({ key }) => key === 'eva')
    Object.assign(eva ?? {}, { named: true, role: { en: words.role }, about: { en: words.about } })
  })
const release = async ({ slug }: PanelSeminar) =>
  releaseProgramme(house, job('test'), slug, versionOf(programmePart(await fileNow(house, slug))), {
    name: { en: `Version ${Math.random()}` },
    provisional: true,
    languages: [],
  })
/** In which tables something secret stands. */
async function secrets({ id }: PanelSeminar): Promise<string[]> {
  const tables = ['translation', 'record_version', 'programme_version', 'programme_version_language']
  const found: string[] = []
  for (const table of tables) {
    const rows = await query(house, `select from perenne.${table} x where space_id = $1 and x::text like '%SECRET%'`, [
      id,
    ])
    if (rows.length > 0) found.push(table)
  }
  return found
}
const evaOf = async (seminar: PanelSeminar) => lineOf(house, seminar, 'eva')

/** What puts the last version into the database once more, as it stands: of which the words were read before an erasure. */
async function lateVersion({ id }: PanelSeminar) {
  const [last] = await query<{ content: unknown }>(
    house,
    'select content from perenne.programme_version where seminar_id = $1 order by number desc limit 1',
    [id],
  )
  const content = JSON.stringify(last?.content)
  expect(content).toContain('SECRET')
  return (hold = async () => {}) =>
    as(house.db, job('test'), async tx => {
      await sql`insert into perenne.programme_version (seminar_id, number, slug, content)
        values (${id}, 1, 'late', ${content}::jsonb)`.execute(tx)
      await hold()
    })
}

test('a release of a draft that was read before an erasure: no post and no lines in it, whoever is first', async () => {
  for (const first of ['erasure', 'release'] as const) {
    const seminar = await panelSeminar(house, { announce: true })
    await say(seminar, secret)
    expect(await release(seminar)).toMatchObject({ outcome: 'released' })
    const { person_id } = await evaOf(seminar)
    const insert = await lateVersion(seminar)
    if (first === 'erasure') {
      const erased = await erasing(person_id)
      const late = insert()
      await untilWaiting()
      erased.release()
      await Promise.all([erased.done, late])
    } else {
      const inserted = await held(insert)
      const erased = as(house.db, job('panel-erasure'), tx => erasePersons(tx, [person_id]))
      await untilWaiting()
      inserted.release()
      await Promise.all([inserted.done, erased])
    }
    expect(await secrets(seminar), first).toEqual([])
    const versions = await query<{ slug: string }>(
      house,
      'select slug from perenne.programme_version where seminar_id = $1',
      [seminar.id],
    )
    expect(versions.map(({ slug }) => slug)).toContain('late')
  }
})

test('without the trigger of versions the words would stay: what the test above would find', async () => {
  const seminar = await panelSeminar(house, { announce: true })
  await say(seminar, secret)
  await release(seminar)
  const insert = await lateVersion(seminar)
  const { person_id } = await evaOf(seminar)
  const { database } = house
  await database.owner.query('alter table perenne.programme_version disable trigger without_the_erased')
  try {
    const erased = await erasing(person_id)
    await insert()
    erased.release()
    await erased.done
    expect(await secrets(seminar)).toEqual(['programme_version'])
  } finally {
    await database.owner.query('alter table perenne.programme_version enable trigger without_the_erased')
  }
})

test('the acts themselves: a release and an edit wait for the erasure and find a changed draft; nobody is in each other’s way', async () => {
  const seminar = await panelSeminar(house, { announce: true })
  await say(seminar, secret)
  const { person_id } = await evaOf(seminar)
  const seen = versionOf(await fileNow(house, seminar.slug))
  const erased = await erasing(person_id)
  const released = release(seminar)
  await untilWaiting()
  const changed = changeSeminar(house, person(seminar.personId), seminar.slug, seen, file => {
    const eva = file.people.find(({ key }) => key === 'eva')
    Object.assign(eva ?? {}, { familyName: 'SECRET name', about: { en: 'SECRET new lines' } })
    return file
  })
  await untilWaiting(2)
  erased.release()
  await erased.done
  expect(await released).toMatchObject({ outcome: 'stale' })
  expect(await changed).toMatchObject({ outcome: 'stale' })
  expect(await secrets(seminar)).toEqual([])
  expect(await query(house, "select from perenne.person where family_name like '%SECRET%'")).toEqual([])
})

test('an erasure waits for an edit that has begun, and takes what it wrote with it', async () => {
  const seminar = await panelSeminar(house, { announce: true })
  const { person_id } = await evaOf(seminar)
  const changing = await held(hold =>
    as(house.db, person(seminar.personId), async tx => {
      await sql`select perenne.hold_places(${seminar.id}), perenne.hold_programme_people(${seminar.id})`.execute(tx)
      await hold()
      await sql`insert into perenne.translation (record_table, record_id, field, language, body, state)
        select 'programme_person', id, 'about', 'en', 'SECRET lines', 'source' from perenne.programme_person
        where person_id = ${person_id}`.execute(tx)
    }),
  )
  const erased = as(house.db, job('panel-erasure'), tx => erasePersons(tx, [person_id]))
  await untilWaiting()
  changing.release()
  await Promise.all([changing.done, erased])
  expect(await secrets(seminar)).toEqual([])
})

test('people of several lines are erased in one order: an edit that holds them all is in nobody’s way', async () => {
  const seminar = await panelSeminar(house, { announce: true })
  const persons = await query<{ person_id: string }>(
    house,
    'select person_id from perenne.programme_person where seminar_id = $1 order by person_id desc',
    [seminar.id],
  )
  const ids = persons.map(row => row.person_id)
  const lowest = ids.at(-1) ?? ''
  // Somebody holds the first of the order; the edit and the erasure both wait there, and hold none of the others.
  const first = await held(hold =>
    as(house.db, job('test'), async tx => {
      await tx.selectFrom('person').select('id').where('id', '=', lowest).forNoKeyUpdate().execute()
      await hold()
    }),
  )
  const erased = as(house.db, job('retention'), tx => erasePersons(tx, ids))
  await untilWaiting(1)
  const saved = say(seminar, secret).catch((error: unknown) => error)
  await untilWaiting(2)
  first.release()
  await first.done
  expect(await erased).toBe(ids.length)
  await saved
  expect(await secrets(seminar)).toEqual([])
})

test('what somebody sends from their page while they are erased is written nowhere, and the page says it is done', async () => {
  const seminar = await panelSeminar(house)
  await invite(house, seminar, ['ana'])
  const { id, person_id } = await lineOf(house, seminar, 'ana')
  const { path } = await mailTo(house, seminar, 'ana')
  const fields = fieldsOf((await open(house, path)).html, path)
  const erased = await erasing(person_id)
  const sent = post(house, path, { ...fields, ...secret, 'named[]': 'yes' })
  await untilWaiting()
  erased.release()
  await erased.done
  const answer = await sent
  expect(answer).toMatchObject({ status: 303, location: `${path}/erase` })
  expect(wordsOn((await ask(house, `${path}/erase`, '')).html)).toContain(panelOwn.es.erase.doneTitle)
  expect(await secrets(seminar)).toEqual([])
  expect((await lineOf(house, seminar, 'ana')).named).toBe(false)
  // Each of the three, by itself.
  for (const call of [
    sql`select perenne.say_of_myself('about', 'en', 'SECRET')`,
    sql`select perenne.show_my_name(true)`,
    sql`select perenne.write_programme_person(${seminar.id}, ${person_id}, 'SECRET', 'SECRET', null, 'en')`,
  ])
    await expect(as(house.db, link(id), tx => call.execute(tx))).rejects.toMatchObject({ code: '42501' })
})

test('a translation that comes during the erasure is of nothing any more, and one that came before goes with it', async () => {
  const seminar = await panelSeminar(house)
  await say(seminar, secret)
  const { id, person_id } = await evaOf(seminar)
  const { actor } = await somebody(house, 'translator', seminar.slug)
  const save = async (field: 'role' | 'about') => {
    const version = versionOfText(
      await as(house.db, actor, async tx => {
        const text = await readText(tx, 'programme_person', id, field)
        if (!text) throw new Error('no text')
        return seenOf(text, 'fr')
      }),
    )
    return () =>
      saveText(house, actor, {
        table: 'programme_person',
        record: id,
        field,
        language: 'fr',
        body: 'SECRET',
        state: null,
        version,
        once: null,
        location: '/',
      })
  }
  expect(await (await save('role'))()).toEqual({ ok: true })
  const late = await save('about')
  const erased = await erasing(person_id)
  const gone = expect(late()).rejects.toMatchObject({ kind: 'not-found' })
  await untilWaiting()
  erased.release()
  await erased.done
  await gone
  expect(await secrets(seminar)).toEqual([])
})

test('a language published while somebody is erased has none of their words', async () => {
  const seminar = await panelSeminar(house, { announce: true })
  await say(seminar, secret)
  await edited(house, seminar.slug, file => {
    const eva = file.people.find(({ key }) => key === 'eva')
    Object.assign(eva ?? {}, { about: { en: secret.about, fr: 'SECRET lignes' } })
  })
  await release(seminar)
  const seen = await as(house.db, job('test'), async tx => {
    const of = await languagesOfProgramme(tx, seminar.slug)
    const fitting = of && fittingIn(of, 'fr')
    if (!of?.version || !fitting) throw new Error('nothing to publish')
    expect(JSON.stringify(fitting.texts)).toContain('SECRET')
    return { version: of.version.id, texts: fitting.texts, offer: versionOfOffer(of.version, fitting) }
  })
  const erased = await erasing((await evaOf(seminar)).person_id)
  const published = publishLanguage(house, job('test'), seminar.slug, 'fr', seen.offer)
  await untilWaiting()
  erased.release()
  await erased.done
  expect(await published).toMatchObject({ outcome: 'stale' })
  // Nor when words that were read before are put in.
  await as(house.db, job('test'), tx =>
    sql`insert into perenne.programme_version_language (version_id, language, texts)
      values (${seen.version}, 'fr', ${JSON.stringify(seen.texts)}::jsonb)`.execute(tx),
  )
  expect(await secrets(seminar)).toEqual([])
  const [row] = await query<{ texts: Record<string, string> }>(
    house,
    'select texts from perenne.programme_version_language where version_id = $1',
    [seen.version],
  )
  expect(Object.keys(row?.texts ?? {}).length).toBeGreaterThan(0)
})
