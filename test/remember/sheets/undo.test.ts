import type { KyselyPlugin } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as, person as asPerson, job } from '../../../source/ground/database/actor.ts'
import { writeTexts } from '../../../source/ground/languages/texts.ts'
import { erasePersons } from '../../../source/ground/people/store/erase.ts'
import { recordsOfBatch } from '../../../source/remember/sheets/store/undo.ts'
import { asKeeper, counts, csv, look, openSheetHouse, press, type SheetHouse, upload } from './support.ts'

let all: SheetHouse
beforeAll(async () => {
  all = await openSheetHouse()
})
afterAll(() => all.house.close())

const heads = ['Nom', 'Type', 'Pays', 'Site web', 'Identifiants']
const one = async (sql: string, values: unknown[] = []) => (await all.house.database.owner.query(sql, values)).rows
const idOf = async (name: string): Promise<string> =>
  (
    (await one(`select record_id as id from perenne.translation where field = 'name' and body = $1`, [name]))[0] as {
      id: string
    }
  ).id

async function bring(rows: readonly (readonly string[])[], kind = 'actors', given: Record<string, string> = {}) {
  const sent = await upload(all, 'liste.csv', await csv(rows), { kind })
  const page = await look(all, sent.location)
  const done = await press(all, sent.location, page.html, 'import', given)
  return { at: sent.location, page: page.html, done }
}
async function undo(at: string) {
  const page = await look(all, at)
  const asked = await press(all, at, page.html, 'undo')
  const done = await press(all, at, asked.html, 'undo')
  return { asked: asked.html, done }
}

describe('an import is undone', () => {
  test('what it made is removed, what it changed is put back with its texts, what was edited since is kept and listed', async () => {
    const before = await counts(all)
    await bring([
      heads,
      ['Ville de Lin', 'Ville', 'France', '', 'siren: 111'],
      ['Ville de Chanvre', 'Ville', 'France', '', ''],
    ])
    expect(await counts(all)).toMatchObject({ organisation: 2, identifier: 1 })
    const lin = await idOf('Ville de Lin')
    const second = await bring([
      heads,
      ['Ville de Lin', 'Association', 'Belgique', 'lin.example', ''],
      ['Ville de Chanvre', '', '', 'chanvre.example', ''],
      ['Ville de Jute', 'Ville', 'Bangladesh', '', ''],
      ['Ville de Sisal', 'Ville', 'Brésil', '', ''],
    ])
    expect(second.done.status).toBe(303)
    expect(await one('select kind, country, website from perenne.organisation where id = $1', [lin])).toEqual([
      { kind: 'association', country: 'BE', website: 'https://lin.example' },
    ])
    const [chanvre, sisal] = [await idOf('Ville de Chanvre'), await idOf('Ville de Sisal')]
    await as(all.house.db, asKeeper(all), async tx => {
      await tx.updateTable('organisation').set({ country: 'NL' }).where('id', '=', chanvre).execute()
      await writeTexts(tx, [
        { table: 'organisation', id: sisal, field: 'name', source: 'fr', bodies: { pt: 'Cidade de Sisal' } },
      ])
    })
    const { asked, done } = await undo(second.at)
    expect(asked.replace(/[\u00a0\u202f]/g, ' ')).toContain(
      '1 fiche créée par l’import sera retirée. 1 fiche modifiée redeviendra comme avant. 2 fiches seront gardées.',
    )
    expect(done.status).toBe(303)
    expect(await one('select kind, country, website from perenne.organisation where id = $1', [lin])).toEqual([
      { kind: 'local-government', country: 'FR', website: null },
    ])
    expect(await one('select country, website from perenne.organisation where id = $1', [chanvre])).toEqual([
      { country: 'NL', website: 'https://chanvre.example' },
    ])
    expect(await one(`select 1 from perenne.translation where body = 'Ville de Jute'`)).toEqual([])
    expect(await one('select 1 from perenne.organisation where id = $1', [sisal])).toHaveLength(1)
    const shown = (await look(all, second.at)).html
    expect(shown).toContain('Ville de Chanvre')
    expect(shown).toContain('Ville de Sisal')
    expect(shown).not.toContain('Ville de Jute')
    expect(shown).not.toContain('Annuler cet import')
    expect(shown).toContain('Gardée : modifiée depuis')
    expect(shown).not.toContain('Rien d’écrit')
    expect(before.organisation).toBe(0)
  })

  test('what a record written since points to is kept; without it everything goes, texts and parts included', async () => {
    const before = await counts(all)
    const rows = [
      ['Type', 'Partenaire', 'Depuis', 'Convention', 'Signée le', 'Récit', 'Service pilote'],
      ['jumelage', 'Ville de Coton', '2004', 'Charte', '12/06/2004', 'Une lettre d’abord.', 'Service des fêtes'],
    ]
    const first = await bring(rows, 'relationships')
    expect(await counts(all)).toMatchObject({
      relationship: 1,
      agreement: 1,
      agreement_event: 1,
      relationship_party: 1,
      responsibility: 1,
    })
    const relationship = ((await one('select id from perenne.relationship')) as { id: string }[])[0]?.id ?? ''
    await as(all.house.db, asKeeper(all), tx =>
      tx
        .insertInto('commitment')
        .values({ space_id: all.space, relationship_id: relationship, owed_by: 'us', what: 'Écrire', language: 'fr' })
        .execute(),
    )
    const { asked } = await undo(first.at)
    // By record: what nothing leads to goes, though its line of the sheet told of the relationship as well.
    expect(await counts(all)).toMatchObject({ relationship: 1, relationship_party: 1, agreement: 0 })
    const clean = (html: string) =>
      html
        .replace(/<[^>]+>/g, ' ')
        .replace(/[\u00a0\u202f]/g, ' ')
        .replace(/\s+/g, ' ')
    expect(clean(asked)).toContain('Ville de Coton – Gardée : autre chose y mène, Engagement « Écrire »')
    expect(clean(asked)).not.toContain('modifiée depuis')
    const kept = clean((await look(all, first.at)).html)
    expect(kept).toContain('autre chose y mène, Engagement « Écrire »')
    expect(kept).toContain('autre chose y mène, Relation « Ville de Coton »')
    expect(kept).not.toContain('modifiée depuis')
    await one('delete from perenne.commitment')
    const again = await bring(
      [rows[0] ?? [], ['coopération', 'Ville de Laine', '2010', '', '', 'Une visite.', '']],
      'relationships',
    )
    const between = await counts(all)
    await undo(again.at)
    const after = await counts(all)
    expect(after.relationship).toBe((between.relationship ?? 0) - 1)
    expect(after.organisation).toBe((between.organisation ?? 0) - 1)
    expect(after.organisation).toBeGreaterThan(before.organisation ?? 0)
    expect(await one(`select 1 from perenne.translation where body in ('Ville de Laine', 'Une visite.')`)).toEqual([])
  })

  test('names and addresses of contacts too, which have no history of their own', async () => {
    const rows = [
      ['Prénom', 'Nom', 'Organisme', 'Courriel', 'Téléphone', 'Fonction'],
      ['Inés', 'Almeida', 'Ville de Lin', 'ines@example.org', '01', 'Adjointe'],
    ]
    await bring(rows, 'contacts')
    const persons = () =>
      one(
        `select p.email, p.telephone from perenne.contact c join perenne.person p on p.id = c.person_id where p.family_name = 'Almeida'`,
      )
    expect(await persons()).toEqual([{ email: 'ines@example.org', telephone: '01' }])
    const second = await bring(
      [rows[0] ?? [], ['Inés', 'ALMEIDA', 'Ville de Lin', 'ines@ville.example', '02', '']],
      'contacts',
    )
    expect(await one(`select email from perenne.person where lower(family_name) = 'almeida'`)).toEqual([
      { email: 'ines@ville.example' },
    ])
    expect(await one('select 1 from perenne.import_person')).toHaveLength(1)
    await undo(second.at)
    expect(await persons()).toEqual([{ email: 'ines@example.org', telephone: '01' }])
    expect(await one('select 1 from perenne.import_person')).toEqual([])
  })
})

test('a text that alone was changed is told with its record, put back with it, and kept where it was edited since', async () => {
  const rows = (text: string) => [
    ['Relation', 'Type', 'Partenaire', 'Depuis', 'Récit'],
    ['Échange de fanfares', 'jumelage', 'Ville de Cuivre', '2004', text],
  ]
  await bring(rows('Un télégramme.'), 'relationships')
  const second = await bring(rows('Un télégramme, puis deux.'), 'relationships')
  const page = (await look(all, second.at)).html
  expect(page).not.toContain('Rien d’écrit')
  expect(page).toContain('Échange de fanfares')
  const { asked } = await undo(second.at)
  expect(asked.replace(/[\u00a0\u202f]/g, ' ')).toContain('1 fiche modifiée redeviendra comme avant.')
  const narrative = () =>
    one(`select body from perenne.translation where field = 'narrative' and body like 'Un télégramme%'`)
  expect(await narrative()).toEqual([{ body: 'Un télégramme.' }])
  const third = await bring(rows('Un télégramme, puis trois.'), 'relationships')
  await as(all.house.db, asKeeper(all), tx =>
    tx
      .updateTable('translation')
      .set({ body: 'Un télégramme de 2004.' })
      .where('body', 'like', 'Un télégramme%')
      .execute(),
  )
  await undo(third.at)
  expect(await narrative()).toEqual([{ body: 'Un télégramme de 2004.' }])
  const kept = (await look(all, third.at)).html
  expect(kept).toContain('Échange de fanfares')
  expect(kept.replace(/[\u00a0\u202f]/g, ' ')).toContain('Gardée : modifiée depuis')
})

describe('what an import keeps of persons, so that it can be undone', () => {
  const heads = ['Prénom', 'Nom', 'Organisme', 'Courriel', 'Fonction']
  const people = (mail: string) => [
    heads,
    ['Olga', 'Quiroga', 'Ville de Lin', `olga@${mail}`, 'Directrice'],
    ['Paul', 'Quiroga', 'Ville de Lin', `paul@${mail}`, 'Chargé de mission'],
    ['Rosa', 'Quiroga', 'Ville de Lin', `rosa@${mail}`, 'Cheffe de projet'],
  ]
  const personOf = async (given: string) =>
    (
      (await one(
        `select p.id, k.id as contact from perenne.person p join perenne.contact k on k.person_id = p.id
         where p.given_name = $1 and p.family_name = 'Quiroga'`,
        [given],
      )) as { id: string; contact: string }[]
    )[0] ?? { id: '', contact: '' }
  const kept = async () =>
    ((await one('select person_id as id from perenne.import_person')) as { id: string }[]).map(one => one.id)

  test('is gone with the person, whatever erases them; an undo brings nobody back', async () => {
    await bring(people('ancien.example'), 'contacts')
    const [olga, paul, rosa] = [await personOf('Olga'), await personOf('Paul'), await personOf('Rosa')]
    const changed = await bring(people('nouveau.example'), 'contacts')
    expect((await kept()).sort()).toEqual([olga.id, paul.id, rosa.id].sort())
    const [found] = (await one(
      `select string_agg(encode(sealed, 'escape'), '') as words from perenne.import_person`,
    )) as {
      words: string
    }[]
    for (const word of ['Olga', 'Quiroga', 'ancien.example', 'nouveau.example'])
      expect(found?.words, word).not.toContain(word)

    await as(all.house.db, job('test'), tx => erasePersons(tx, [olga.id]))
    expect((await kept()).sort()).toEqual([paul.id, rosa.id].sort())
    await as(all.house.db, asKeeper(all), tx => tx.deleteFrom('contact').where('id', '=', paul.contact).execute())
    expect(await one('select 1 from perenne.person where id = $1 and erased_at is null', [paul.id])).toEqual([])
    expect(await kept()).toEqual([rosa.id])

    const { asked, done } = await undo(changed.at)
    expect(asked).not.toContain('olga')
    expect(done.status).toBe(303)
    expect(await one(`select email from perenne.person where family_name = 'Quiroga'`)).toEqual([
      { email: 'rosa@ancien.example' },
    ])
    expect(
      await one('select given_name, email from perenne.person where id = any ($1::uuid[])', [[olga.id, paul.id]]),
    ).toEqual([
      { given_name: null, email: null },
      { given_name: null, email: null },
    ])
    expect(await kept()).toEqual([])
  })

  test('is seen by nobody who edits elsewhere, and forgotten after a week', async () => {
    await bring(
      people('troisieme.example').filter(([given]) => given !== 'Olga' && given !== 'Paul'),
      'contacts',
    )
    const seenBy = (person: string) =>
      as(all.house.db, asPerson(person), tx => tx.selectFrom('import_person').select('id').execute())
    expect(await seenBy(all.keeper.id)).toHaveLength(1)
    expect(await seenBy(all.other.id)).toEqual([])
    expect(await seenBy(all.evaluator.id)).toEqual([])
    const run = all.house.rooms.flatMap(room => room.jobs ?? []).find(({ name }) => name === 'memory-sheets')?.run
    await run?.(all.house)
    expect(await kept()).toHaveLength(1)
    await one(`update perenne.import_batch set looked_at = looked_at - interval '9 days'`)
    await run?.(all.house)
    expect(await kept()).toEqual([])
  })
})

describe('the way of an import', () => {
  const columns = async (at: string, given: Record<string, string>) => {
    const page = await look(all, `${at}/columns`)
    return press(all, `${at}/columns`, page.html, 'columns', given)
  }
  test('only creates, or only changes, and says what it leaves', async () => {
    const rows = [heads, ['Ville de Lin', '', 'Suisse', '', ''], ['Ville de Ramie', 'Ville', 'Chine', '', '']]
    const sent = await upload(all, 'voies.csv', await csv(rows), { kind: 'actors' })
    expect((await columns(sent.location, { way: 'create' })).status).toBe(303)
    let page = await look(all, sent.location)
    expect(page.html).toContain('Est laissée telle quelle')
    await press(all, sent.location, page.html, 'import')
    expect(await one(`select country from perenne.organisation where id = $1`, [await idOf('Ville de Lin')])).toEqual([
      { country: 'FR' },
    ])
    const ramie = await idOf('Ville de Ramie')
    const rest = [heads, ['Ville de Ramie', '', 'Laos', '', ''], ['Ville de Raphia', 'Ville', '', '', '']]
    const other = await upload(all, 'voies 2.csv', await csv(rest), { kind: 'actors' })
    await columns(other.location, { way: 'update' })
    page = await look(all, other.location)
    await press(all, other.location, page.html, 'import')
    expect(await one('select country from perenne.organisation where id = $1', [ramie])).toEqual([{ country: 'LA' }])
    expect(await one(`select 1 from perenne.translation where body = 'Ville de Raphia'`)).toEqual([])
  })
  test('with an error nothing is written before it is left out; a column said by hand is remembered', async () => {
    const rows = [
      ['Qui donc', 'Où'],
      ['Ville de Kapok', 'Atlantide'],
      ['Ville de Coco', 'Inde'],
    ]
    const sent = await upload(all, 'libre.csv', await csv(rows), { kind: 'actors' })
    let page = await look(all, sent.location)
    expect(page.html).toContain('Aucune colonne trouvée pour')
    await columns(sent.location, { 'column-1': 'name', 'column-2': 'country' })
    page = await look(all, sent.location)
    expect(page.html).toContain('n’est pas un pays connu')
    const refused = await press(all, sent.location, page.html, 'import')
    expect(refused.status).toBe(422)
    expect(await one(`select 1 from perenne.translation where body = 'Ville de Coco'`)).toEqual([])
    const done = await press(all, sent.location, refused.html, 'import', { 'skip[]': 'yes' })
    expect(done.status).toBe(303)
    expect(await one(`select 1 from perenne.translation where body = 'Ville de Coco'`)).toHaveLength(1)
    expect(await one(`select 1 from perenne.translation where body = 'Ville de Kapok'`)).toEqual([])
    const next = await upload(
      all,
      'libre 2.csv',
      await csv([
        ['Qui donc', 'Où'],
        ['Ville de Crin', 'Chili'],
      ]),
    )
    expect((await look(all, next.location)).html).toContain('Ville de Crin')
    expect((await look(all, next.location)).html).not.toContain('Aucune colonne trouvée pour')
  })
})

test('what an import did is read by indexes alone, right after so many rows that nobody has counted them', async () => {
  const many = Array.from({ length: 1500 }, (_, n) => [`Commune ${n} de la plaine`, 'Ville', 'France', '', ''])
  const { at } = await bring([heads, ...many])
  const batch = at.split('/').at(-1) ?? ''
  const told = await as(all.house.db, asKeeper(all), tx => recordsOfBatch(tx, batch))
  expect(told.length).toBeGreaterThanOrEqual(3000)
  const plan = await as(all.house.db, asKeeper(all), tx => recordsOfBatch(tx.withPlugin(explaining), batch))
  const nodes = nodesOf(JSON.parse(JSON.stringify(plan)))
  // What is gathered whole and then walked once for each record takes minutes for thousands.
  expect(nodes.filter(({ type }) => type === 'CTE Scan' || type === 'Materialize')).toEqual([])
  for (const table of ['record_version', 'translation']) {
    const looks = nodes.filter(one => one.table === table)
    expect(looks.length, table).toBeGreaterThan(0)
    for (const { by } of looks) expect(by, table).toContain('record_id = r.record_id')
  }
  await undo(at)
}, 60_000)

/** Asks how a statement would be answered, in the place of its answer. */
const explaining: KyselyPlugin = {
  transformQuery: ({ node }) =>
    node.kind === 'RawNode'
      ? { ...node, sqlFragments: [`explain (format json) ${node.sqlFragments[0]}`, ...node.sqlFragments.slice(1)] }
      : node,
  transformResult: async ({ result }) => result,
}
type PlanNode = { type: string; table: string | undefined; by: string }
/** The steps of a plan, wherever they stand in it. */
function nodesOf(part: unknown): PlanNode[] {
  if (typeof part !== 'object' || part === null) return []
  const found = Object.values(part).flatMap(nodesOf)
  const type = (part as Record<string, unknown>)['Node Type']
  const table = (part as Record<string, unknown>)['Relation Name']
  const by = String((part as Record<string, unknown>)['Index Cond'] ?? '')
  if (typeof type !== 'string') return found
  return [{ type, table: typeof table === 'string' ? table : undefined, by }, ...found]
}
