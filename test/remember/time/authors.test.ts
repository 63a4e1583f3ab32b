import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as, person as asPerson, job } from '../../../source/ground/database/actor.ts'
import { authorsOf } from '../../../source/ground/history/store/versions.ts'
import { fieldsOf } from '../../convene/registration/desk-support.ts'
import { giveRole, makePerson, makeSpace, signedIn } from '../../people/support.ts'
import { csv, type Keeper, look, openSheetHouse, press, type SheetHouse, upload } from '../sheets/support.ts'
import { type Memory, makeMemory, makePapers } from '../support/memory.ts'

// Who wrote what and why: the successor reads the names of those who are gone, and nobody outside reads any.

const at = '/fr/territories/brecourt'
let all: SheetHouse
let memory: Memory
let former: Keeper
const owner = (text: string, values: unknown[] = []) => all.house.database.owner.query(text, values)

beforeAll(async () => {
  all = await openSheetHouse()
  const id = await makePerson(all.house, 'helene@ville.example', ['Hélène', 'Vasseur'], 'fr')
  await giveRole(all.house, id, 'territory_editor', 'territory', all.space)
  former = { id, cookie: (await signedIn(all.house, id)).headers.cookie }
  memory = await as(all.house.db, job('test'), async tx => {
    const made = await makeMemory(tx, all.space, 2)
    await makePapers(tx, all.space, made, 2)
    return made
  })
})
afterAll(() => all.house.close())

/** The fields of the form of a page that is sent to its own address, or to another. */
async function formAt(path: string, by: Keeper, action = path): Promise<Record<string, string>> {
  const { html, status } = await look(all, path, by)
  expect([path, status]).toEqual([path, 200])
  const form = [...html.matchAll(/<form[^>]*method="post".*?<\/form>/gs)]
    .map(([whole]) => whole)
    .find(whole => whole.includes(`action="${action}"`))
  return Object.fromEntries(
    Object.entries(fieldsOf(form ?? '')).flatMap(([name, value]): [string, string][] => {
      const one = typeof value === 'string' ? value : value[0]
      return one === undefined ? [] : [[name, one]]
    }),
  )
}
const send = (path: string, fields: Record<string, string>, by: Keeper) =>
  all.house.send(path, fields, { headers: { cookie: by.cookie } })
const plain = (html: string) => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')

/** Every record that has a form with a circle of its own, by its table. */
const records: [folder: keyof Memory, table: string][] = [
  ['relationships', 'relationship'],
  ['actors', 'organisation'],
  ['posts', 'post'],
  ['terms', 'term'],
  ['services', 'responsibility'],
  ['journal', 'interaction'],
  ['commitments', 'commitment'],
  ['projects', 'activity'],
  ['decisions', 'decision'],
  ['documents', 'memory_document'],
  ['notes', 'note'],
]
/** Those that stand under another, with what is changed of them. */
const parts: [folder: keyof Memory, table: string, change: Record<string, string>][] = [
  ['agreements', 'agreement', { atMost: '0' }],
  ['appointments', 'appointment', { during: '2009/2014' }],
]

describe('why', () => {
  test.each(records)(
    'the form of %s asks it of a change, not of a new one, and the history keeps it',
    async (folder, table) => {
      const path = `${at}/${folder}/${memory[folder]}/edit`
      const fields = await formAt(path, former)
      expect(fields).toHaveProperty('why', '')
      const why = `Le conseil a voté (${folder})`
      const saved = await send(
        path,
        { ...fields, ...(folder === 'notes' ? { kind: 'context' } : {}), visibility: '1', why },
        former,
      )
      expect([saved.status, plain(await saved.text())]).toEqual([303, ''])
      const { rows } = await owner(
        `select reason, actor_id from perenne.record_version where record_id = $1 and record_table = $2 and upper_inf(known)`,
        [memory[folder], table],
      )
      expect(rows).toEqual([{ reason: why, actor_id: former.id }])
    },
  )
  test.each(parts)('the form of %s too', async (folder, table, change) => {
    const path = `${at}/${folder}/${memory[folder]}/edit`
    const fields = await formAt(path, former)
    expect(fields).toHaveProperty('why', '')
    const saved = await send(path, { ...fields, ...change, why: 'Le conseil a voté' }, former)
    expect(saved.status).toBe(303)
    const { rows } = await owner(
      `select reason from perenne.record_version where record_id = $1 and record_table = $2 and upper_inf(known)`,
      [memory[folder], table],
    )
    expect(rows).toEqual([{ reason: 'Le conseil a voté' }])
  })
  test('nobody is asked why a contact is changed: the words would outlive the person', async () => {
    expect(await formAt(`${at}/contacts/${memory.contacts}/edit`, former)).not.toHaveProperty('why')
    expect((await look(all, `${at}/contacts/${memory.contacts}/remove`, former)).html).not.toContain('name="why')
    for (const folder of ['relationships', 'actors', 'posts', 'notes', 'commitments', 'decisions'])
      expect((await look(all, `${at}/${folder}/new`, former)).html).not.toContain('name="why')
  })
  test('what was typed of it comes back after an error, and after somebody else saved meanwhile', async () => {
    const path = `${at}/relationships/${memory.relationships}/edit`
    const fields = await formAt(path, former)
    const wrong = await send(path, { ...fields, during: 'jamais', why: 'Une faute' }, former)
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('value="Une faute"')
    const late = await send(path, { ...fields, _form: 'another', visibility: '0', why: 'Trop tard' }, former)
    expect(late.status).toBe(409)
    expect(await late.text()).toMatch(/name="why" value="Trop tard"/)
  })
  test('what an import writes says from which file', async () => {
    const sent = await upload(
      all,
      'villes.csv',
      await csv([
        ['Nom', 'Type'],
        ['Ville de Loma Azul', 'Ville'],
      ]),
      {
        kind: 'actors',
      },
    )
    const page = await look(all, sent.location)
    expect((await press(all, sent.location, page.html, 'import')).status).toBe(303)
    const { rows } = await owner(
      `select distinct v.reason from perenne.record_version v join perenne.translation t on t.record_id = v.record_id
       where t.body = 'Ville de Loma Azul'`,
    )
    expect(rows).toEqual([{ reason: 'Import de villes.csv' }])
  })
  test.each([
    ['commitments', 'commitment'],
    ['notes', 'note'],
    ['decisions', 'decision'],
    ['appointments', 'appointment'],
    ['terms', 'term'],
    ['posts', 'post'],
    ['services', 'responsibility'],
    ['journal', 'interaction'],
    ['agreements', 'agreement'],
    ['projects', 'activity'],
  ] as const)('the page before %s is removed asks it too', async (folder, table) => {
    const path = `${at}/${folder}/${memory[folder]}/remove`
    const fields = await formAt(path, former)
    expect(fields).toHaveProperty('why-removed', '')
    const done = await send(path, { ...fields, 'why-removed': 'Saisi deux fois' }, former)
    expect(done.status).toBe(303)
    const { rows } = await owner(
      `select end_reason, ended_by_id from perenne.record_version where record_id = $1 and record_table = $2
       order by version desc limit 1`,
      [memory[folder], table],
    )
    expect(rows).toEqual([{ end_reason: 'Saisi deux fois', ended_by_id: former.id }])
  })
})

describe('who', () => {
  const history = async (by: Keeper) => {
    const { html, status } = await look(all, `${at}/records/relationship/${memory.relationships}`, by)
    expect(status).toBe(200)
    return plain(html)
  }
  let reader: Keeper
  beforeAll(async () => {
    // She is gone: her right has ended.
    await owner(`update perenne.access_right set ends_at = perenne.now() where person_id = $1`, [former.id])
    const id = await makePerson(all.house, 'rita@ville.example', ['Rita', 'Lit'], 'fr')
    await giveRole(all.house, id, 'territory_reader', 'territory', all.space)
    reader = { id, cookie: (await signedIn(all.house, id)).headers.cookie }
  })

  test('the successor, the evaluator and the reader read the name of the predecessor, with the reason', async () => {
    for (const by of [all.keeper, all.evaluator, reader]) {
      expect(await history(by)).toMatch(/Hélène Vasseur · Raison\s*: Le conseil a voté \(relationships\)/)
      expect(plain((await look(all, `${at}/history`, by)).html)).toContain('Hélène Vasseur')
    }
  })
  test('a removal too, with who and why', async () => {
    const { html } = await look(all, `${at}/records/decision/${memory.decisions}`, reader)
    expect(plain(html)).toMatch(/Hélène Vasseur · Raison\s*: Saisi deux fois · Retirée/)
  })

  describe('in the database', () => {
    const names = (who: Parameters<typeof as>[1], ids = [former.id, all.keeper.id, all.other.id], space = all.space) =>
      as(all.house.db, who, tx => authorsOf(tx, space, ids))
    const outsiders: Record<string, string> = {}
    beforeAll(async () => {
      const network = await makeSpace(all.house, 'network', 'net')
      const near = await makeSpace(all.house, 'territory', 'near')
      for (const member of [all.space, near])
        await owner('insert into perenne.network_member (space_id, member_id) values ($1, $2)', [network, member])
      const somebody = async (name: string) => {
        outsiders[name] = await makePerson(all.house, `${name}@ville.example`, [name, 'Dehors'], 'fr')
        return outsiders[name] as string
      }
      await somebody('nobody')
      await giveRole(all.house, await somebody('neighbour'), 'territory_editor', 'territory', near)
      await giveRole(all.house, await somebody('organiser'), 'organiser', 'network', network)
      await owner(
        `insert into perenne.share (space_id, record_table, record_id, person_id, ends_at)
         values ($1, 'relationship', $2, $3, perenne.now() + interval '1 day')`,
        [all.space, memory.relationships, await somebody('guest')],
      )
    })
    test('those who wrote here are named, and nobody else', async () => {
      const ids = [former.id, all.keeper.id, all.other.id, all.evaluator.id]
      expect([...(await names(asPerson(reader.id), ids))].sort()).toEqual(
        [
          [all.keeper.id, 'Kim Garde'],
          [former.id, 'Hélène Vasseur'],
        ].sort(),
      )
    })
    test('neighbours, organisers of the network, guests, citizens, the public role and she herself are told none', async () => {
      for (const id of [all.other.id, ...Object.values(outsiders)]) expect([...(await names(asPerson(id)))]).toEqual([])
      expect([...(await names({ kind: 'anonymous' }))]).toEqual([])
      expect([...(await names(asPerson(former.id)))]).toEqual([])
      const app = new pg.Client(all.house.database.appConnection)
      await app.connect()
      await app.query(`begin; select perenne.as_actor('anonymous'); set local role perenne_public`)
      await expect(app.query('select perenne.author_names($1, $2)', [all.space, [former.id]])).rejects.toMatchObject({
        code: '42501',
      })
      await app.end()
    })
    test('whoever wrote a confidential note alone is not named to those who may not read it', async () => {
      const id = await makePerson(all.house, 'discret@ville.example', ['Denis', 'Discret'], 'fr')
      await giveRole(all.house, id, 'territory_editor', 'territory', all.space)
      await as(all.house.db, asPerson(id), async tx => {
        const { id: note } = await tx
          .insertInto('note')
          .values({
            space_id: all.space,
            visibility: 0,
            kind: 'warning',
            body: 'Entre nous',
            language: 'fr',
            written_by: id,
            confidential: true,
          })
          .returning('id')
          .executeTakeFirstOrThrow()
        await tx
          .insertInto('about')
          .values({
            record_table: 'note',
            record_id: note,
            about_table: 'relationship',
            about_id: memory.relationships,
          })
          .execute()
      })
      expect([...(await names(asPerson(all.keeper.id), [id]))]).toEqual([])
      expect([...(await names(asPerson(id), [id]))]).toEqual([[id, 'Denis Discret']])
    })
    test('whoever was erased stays erased', async () => {
      await owner(
        `update perenne.person set given_name = null, family_name = null, email = null, telephone = null, erased_at = perenne.now() where id = $1`,
        [former.id],
      )
      expect([...(await names(asPerson(reader.id), [former.id]))]).toEqual([[former.id, '']])
      const page = await history(reader)
      expect(page).not.toContain('Vasseur')
      expect(page).toContain('Le conseil a voté (relationships)')
    })
  })
})
