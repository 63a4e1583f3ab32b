import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as, person as asPerson, job } from '../../../source/ground/database/actor.ts'
import { writeTexts } from '../../../source/ground/languages/texts.ts'
import { rooms } from '../../../source/rooms.ts'
import { giveRole, makePerson, makeSpace, signedIn } from '../../people/support.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { type Memory, makeMemory } from '../support/memory.ts'

let house: TestHouse
let memory: Memory
let keeper: string
let cookies: { headers: { cookie: string } }
let reader: { headers: { cookie: string } }
const at = '/en/territories/brecourt'
const text = async (path: string, init?: RequestInit) => (await house.ask(`${at}${path}`, init)).text()

beforeAll(async () => {
  house = await openTestHouse(rooms)
  await house.setClock('2012-03-01T10:00:00Z')
  const space = await makeSpace(house, 'territory', 'brecourt')
  await house.database.owner.query(`update perenne.space set visibility = 2 where id = $1`, [space])
  await as(house.db, job('test'), tx =>
    tx
      .insertInto('territory')
      .values({
        id: space,
        visibility: 2,
        country: 'FR',
        region: 'europe',
        government: 'municipality',
        successor_id: null,
      })
      .execute(),
  )
  keeper = await makePerson(house, 'keeper@ville.example', ['Kim', 'Garde'], 'en')
  await giveRole(house, keeper, 'territory_editor', 'territory', space)
  const evaluator = await makePerson(house, 'eva@ville.example', ['Eva', 'Lue'], 'en')
  await giveRole(house, evaluator, 'evaluator', 'territory', space)
  memory = await as(house.db, job('test'), tx => makeMemory(tx, space, 2))
  await house.setClock('2016-06-01T10:00:00Z')
  await as(
    house.db,
    asPerson(keeper),
    async tx => {
      await writeTexts(tx, [
        {
          table: 'relationship',
          id: memory.relationships,
          field: 'name',
          source: 'fr',
          bodies: { fr: 'Jumelage d’avant' },
        },
      ])
      await tx.updateTable('relationship').set({ kind: 'twinning' }).where('id', '=', memory.relationships).execute()
      await tx.deleteFrom('decision').where('id', '=', memory.decisions).execute()
    },
    'the council voted',
  )
  await house.setClock('2018-06-04T10:00:00Z')
  cookies = await signedIn(house, keeper)
  reader = await signedIn(house, evaluator)
})
afterAll(() => house.close())

describe('what is different', () => {
  test('between two days, record by record, each said with before and after, what is gone by its name of then', async () => {
    const page = await text('/differences?from=2014-01-01&to=2017-01-01', cookies)
    expect(page).toContain('2 records')
    expect(page).toMatch(/Coopération avec Puerto Almendro[\s\S]*Jumelage d’avant/)
    expect(page).toMatch(/Before[\s\S]*Cooperation[\s\S]*After[\s\S]*Twinning/)
    expect(page).toMatch(/Decision · No longer there[\s\S]*2015-112-2/)
    expect(await text('/differences?from=2017-01-01&to=2018-01-01')).toContain('Nothing that you may see is different')
  })
  test('each kind with its number, and one of them alone', async () => {
    const all = await text('/differences?from=2014-01-01&to=2017-01-01', cookies)
    expect(all).toContain('Relationships (1)')
    expect(all).toContain('Decisions (1)')
    const one = await text('/differences?from=2014-01-01&to=2017-01-01&kind=decision', cookies)
    expect(one).toContain('2 records')
    expect(one).toContain('Relationships (1)')
    expect(one.match(/<article/g)).toHaveLength(1)
    expect(one).toContain('2015-112-2')
  })
  test('a long text from where it differs, and the whole of it on demand', async () => {
    const told = 'La coopération avec cette ville est née d’une rencontre, un soir de pluie. '.repeat(6)
    const write = (end: string) =>
      as(house.db, job('test'), tx =>
        writeTexts(tx, [
          {
            table: 'activity',
            id: memory.projects,
            field: 'description',
            source: 'fr',
            bodies: { fr: `${told}${end}` },
          },
        ]),
      )
    await house.setClock('2017-03-01T10:00:00Z')
    await write('Personne n’a repris le fil.')
    await house.setClock('2017-04-01T10:00:00Z')
    await write('Le fil est repris.')
    await house.setClock('2018-06-04T10:00:00Z')
    const page = await text('/differences?from=2017-03-15&to=2017-04-15', cookies)
    const words = page.replaceAll(/<(?!\/?details|\/?summary)[^>]*>/g, '')
    expect(words).toContain('<summary>… Personne n’a repris le fil.</summary>')
    expect(words).toContain('<summary>… Le fil est repris.</summary>')
    expect(words).toContain(`${told.trim()} Le fil est repris.</details>`)
  })
  test('a link to a subject by the name of the subject, and of a part not again to whom it belongs', async () => {
    const page = await text('/differences?from=2010-01-01&to=2014-01-01', cookies)
    const parts = page.split('<article').filter(part => part.includes('Linked subject'))
    expect(parts.length).toBeGreaterThan(0)
    for (const part of parts) {
      expect(part).toMatch(/Linked subject – [^<]*<\/strong>[\s\S]*?About<\/dt>[\s\S]*?<bdi>(?:<span lang="fr">)?[^(<]/)
    }
    const [relationship = ''] = page.split('<article').filter(part => part.includes('Partner in a relationship'))
    expect(relationship).toContain('Organisation</dt>')
    expect(relationship).not.toContain('Relationship</dt>')
  })
  test('in the words of the pages: themes by name, a fee that is paid, who sees it once, days before months', async () => {
    const page = await text('/differences?from=2010-01-01&to=2014-01-01', cookies)
    const facts = page.replaceAll('\u00a0', ' ').split('<article')
    const project = facts.find(part => part.includes('Theme of a project')) ?? ''
    expect(project).toMatch(/List<\/dt>\s*<dd[^>]*><bdi>Sectors</)
    expect(project).toMatch(/Code<\/dt>\s*<dd[^>]*><bdi>[^<]*\(14030\)/)
    expect(project).not.toMatch(/>sector</)
    const fee = facts.find(part => part.includes('Membership fee')) ?? ''
    expect(fee).toMatch(/To be paid by<\/dt>\s*<dd[^>]*><bdi>31 March 2018</)
    expect(fee).not.toContain('Due on')
    expect(
      fee
        .split('Membership fee')[1]
        ?.split('<strong>')[0]
        ?.match(/Visibility/g),
    ).toHaveLength(1)
  })
  test('only of what the visitor may see today', async () => {
    await house.database.owner.query('update perenne.relationship set visibility = 0 where id = $1', [
      memory.relationships,
    ])
    // What was removed is told to those inside.
    expect(await text('/differences?from=2014-01-01&to=2017-01-01')).toContain('Nothing that you may see is different')
    expect(await text('/differences?from=2014-01-01&to=2017-01-01', cookies)).toContain('Jumelage d’avant')
    await house.database.owner.query('update perenne.relationship set visibility = 2 where id = $1', [
      memory.relationships,
    ])
  })
  test.each([
    '',
    '?from=2017-01-01&to=2016-01-01',
    '?from=2016-02-30&to=2017-01-01',
    '?from=2016-01-01&to=2044-01-01',
    '?from=x',
  ])('%s is told in words, what was typed kept', async query => {
    const response = await house.ask(`${at}/differences${query}`)
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('Give two days')
  })
})

describe('the history of a record', () => {
  const path = () => `/records/relationship/${memory.relationships}`
  test('tells each version with who, when and why', async () => {
    const page = await text(path(), cookies)
    expect(page).toContain('Kim Garde')
    expect(page).toContain('the council voted')
    // Made, renamed in 2016, and seen by others and by all again just before.
    expect(page.match(/<h2 id="step-/g)).toHaveLength(3)
  })
  test('is for those inside alone, and of no table but records', async () => {
    expect((await house.ask(`${at}${path()}`)).status).toBe(404)
    expect((await house.ask(`${at}${path()}`, reader)).status).toBe(200)
    for (const table of ['person', 'space', 'translation', 'share', 'x'])
      expect((await house.ask(`${at}/records/${table}/${memory.relationships}`, cookies)).status).toBe(404)
    expect((await house.ask(`${at}/records/relationship/nothing`, cookies)).status).toBe(404)
  })
  test('puts a version back, once, by whoever edits', async () => {
    const page = await text(path(), cookies)
    const moment = [...page.matchAll(/name="moment" value="([^"]+)"/g)].at(-1)?.[1] ?? ''
    const once = /name="_once" value="([^"]+)"/.exec(page)?.[1] ?? ''
    const kind = async () =>
      (await house.database.owner.query('select kind from perenne.relationship where id = $1', [memory.relationships]))
        .rows[0].kind
    expect((await house.send(`${at}${path()}/put-back`, { moment }, reader)).status).toBe(403)
    expect(await kind()).toBe('twinning')
    for (let n = 0; n < 2; n++) {
      const response = await house.send(`${at}${path()}/put-back`, { moment, _once: once }, cookies)
      expect(response.status).toBe(303)
      expect(await kind()).toBe('cooperation')
    }
    const versions = await house.database.owner.query(
      `select from perenne.record_version where record_id = $1 and record_table = 'relationship' and known @> perenne.now() and actor_id = $2`,
      [memory.relationships, keeper],
    )
    expect(versions.rowCount).toBe(1)
    const told = async (locale: string) =>
      (await (await house.ask(`/${locale}/territories/brecourt${path()}`, cookies)).text()).replaceAll(
        /[\u00a0\u202f]/g,
        ' ',
      )
    expect(await told('en')).toMatch(/Put back as it was on 1 March 2012[^<]*time\)/)
    expect(await told('fr')).toMatch(/Remise en place de l’état du 1er mars 2012[^<]*heure/)
    for (const locale of ['fr', 'es', 'pt', 'en']) expect(await told(locale)).not.toContain('put back as of')
    const nothing = await house.send(`${at}${path()}/put-back`, { moment: 'yesterday' }, cookies)
    expect(nothing.status).toBe(303)
    expect(await kind()).toBe('cooperation')
  })
  test('with why it was put back, in the words of whoever did', async () => {
    const moments = [...(await text(path(), cookies)).matchAll(/name="moment" value="([^"]+)"/g)].map(([, at]) => at)
    const fields = { moment: moments[1] ?? '', step: '2', 'why-2': 'the council changed its mind' }
    await house.send(`${at}${path()}/put-back`, fields, cookies)
    expect(await text(path(), cookies)).toMatch(/Put back as it was on [^<]* · Reason: the council changed its mind/)
  })
  test('an import tells why in the language of its reader, whoever imported', async () => {
    await house.setClock('2018-06-04T11:00:00Z')
    await as(
      house.db,
      asPerson(keeper),
      tx => tx.updateTable('relationship').set({ during: '2010/..' }).where('id', '=', memory.relationships).execute(),
      'Import de registre.xlsx',
    )
    const page = await text(path(), cookies)
    expect(page).toContain('Import of registre.xlsx')
    expect(page).not.toContain('Import de registre.xlsx')
  })
  test('brings a removed record back', async () => {
    const gone = `/records/decision/${memory.decisions}`
    const page = await text(gone, cookies)
    expect(page).toContain('Removed')
    // The version that was removed is itself put back by its moment.
    const moment = /name="moment" value="([^"]+)"/.exec(page)?.[1] ?? ''
    await house.send(`${at}${gone}/put-back`, { moment }, cookies)
    const { rows } = await house.database.owner.query('select number from perenne.decision where id = $1', [
      memory.decisions,
    ])
    expect(rows).toEqual([{ number: '2015-112-2' }])
  })
})

describe('a version that cannot come back', () => {
  const momentOn = async (path: string) => /name="moment" value="([^"]+)"/.exec(await text(path, cookies))?.[1] ?? ''
  const putBack = async (path: string, fields: Record<string, string>) => {
    const response = await house.send(`${at}${path}/put-back`, fields, cookies)
    const flash = response.headers.getSetCookie().map(one => one.split(';')[0])
    const cookie = [cookies.headers.cookie, ...flash].join('; ')
    return (await (await house.ask(response.headers.get('location') ?? '', { headers: { cookie } })).text()).replaceAll(
      /<[^>]*>/g,
      ' ',
    )
  }

  test('a document whose file is gone says why, and nothing of it is written', async () => {
    const { rows } = await house.database.owner.query(
      `with f as (
         insert into perenne.file (space_id, visibility, name, media_type, bytes, sha256)
         select space_id, 0, 'a.txt', 'text/plain', 1, repeat('a', 64) from perenne.memory_document where id = $1 returning id
       ) insert into perenne.document_version (document_id, number, file_id, extraction) select $1, 1, id, 'none' from f returning file_id`,
      [memory.documents],
    )
    await house.setClock('2018-06-05T10:00:00Z')
    await as(house.db, job('test'), tx => tx.deleteFrom('memory_document').where('id', '=', memory.documents).execute())
    await house.database.owner.query('delete from perenne.file where id = $1', [rows[0].file_id])
    const path = `/records/memory_document/${memory.documents}`
    const said = await putBack(path, { moment: await momentOn(path) })
    expect(said).toContain('Its file is gone for good')
    expect(said).not.toContain('This version is in place again')
    const there = await house.database.owner.query('select from perenne.memory_document where id = $1', [
      memory.documents,
    ])
    expect(there.rowCount).toBe(0)
  })
  test('what was removed comes back with its parts, as it was last', async () => {
    const people = async () =>
      (
        await house.database.owner.query(
          'select contact_id, side from perenne.interaction_participant where interaction_id = $1',
          [memory.journal],
        )
      ).rows
    await house.setClock('2018-06-05T11:00:00Z')
    await house.database.owner.query(
      `update perenne.interaction_participant set side = 'other' where interaction_id = $1`,
      [memory.journal],
    )
    const before = await people()
    expect(before).toEqual([{ contact_id: memory.contacts, side: 'other' }])
    await house.setClock('2018-06-05T12:00:00Z')
    await as(house.db, job('test'), tx => tx.deleteFrom('interaction').where('id', '=', memory.journal).execute())
    expect(await people()).toEqual([])
    const path = `/records/interaction/${memory.journal}`
    expect(await putBack(path, { moment: await momentOn(path) })).toContain('This version is in place again')
    expect(await people()).toEqual(before)
  })
  test('one whose contact is gone says so; one that was not known then says that', async () => {
    await house.setClock('2018-06-05T13:00:00Z')
    await as(house.db, job('test'), async tx => {
      await tx.deleteFrom('interaction').where('id', '=', memory.journal).execute()
      await tx.deleteFrom('contact').where('id', '=', memory.contacts).execute()
    })
    const path = `/records/interaction/${memory.journal}`
    expect(await putBack(path, { moment: await momentOn(path) })).toContain('no longer there, such as an organisation')
    expect(await putBack(path, { moment: '1999-01-01T00:00:00Z' })).toContain('Nothing was known of it at that moment')
  })
})

test('amounts are told in words with their currency, old and new', async () => {
  await house.setClock('2018-06-07T10:00:00Z')
  await house.database.owner.query(
    `update perenne.activity_money set value = 95000.5, currency = 'USD' where activity_id = $1`,
    [memory.projects],
  )
  const words = (await text('/differences?from=2018-06-06&to=2018-06-07')).replaceAll(/<[^>]*>/g, ' ')
  expect(words.replaceAll(/\s+/g, ' ')).toContain('Amount Before €120,000 After US$95,000.50')
  expect(words).not.toContain('Currency')
})

describe('any page as of a day', () => {
  test('says so, keeps the day in its links, and takes no other day', async () => {
    const page = await text('?on=2014-01-01')
    expect(page).toContain('what was known on')
    expect(page).toContain(`${at}/relationships?on=2014-01-01`)
    for (const query of ['?on=2044-01-01', '?on=2018-02-31', '?on=tomorrow'])
      expect(await text(query)).not.toContain('what was known on')
  })
  test('the last writings are told to those inside', async () => {
    expect((await house.ask(`${at}/history`)).status).toBe(404)
    const page = await text('/history', cookies)
    expect(page).toContain('Relationship')
    expect(page).toContain('Kim Garde')
  })
})
