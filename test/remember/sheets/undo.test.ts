import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as } from '../../../source/ground/database/actor.ts'
import { writeTexts } from '../../../source/ground/languages/texts.ts'
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
    expect(asked).toContain('Créées par l’import, et retirées')
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
    await undo(first.at)
    expect(await counts(all)).toMatchObject({ relationship: 1, agreement: 1 })
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
    expect(await one('select 1 from perenne.import_batch where persons_before is not null')).toHaveLength(1)
    await undo(second.at)
    expect(await persons()).toEqual([{ email: 'ines@example.org', telephone: '01' }])
    expect(await one('select 1 from perenne.import_batch where persons_before is not null')).toEqual([])
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
