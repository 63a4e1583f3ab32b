import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, fieldsOf, send, wordsOn } from '../../convene/registration/desk-support.ts'
import { csv, look, openSheetHouse, press, type SheetHouse, upload } from '../sheets/support.ts'

// What an import keeps of names and addresses, so that it can be undone, goes with whoever is taken out of the contacts, whatever
// still tells of them.

let all: SheetHouse
beforeAll(async () => {
  all = await openSheetHouse()
})
afterAll(() => all.house.close())
const sql = async (text: string, values: unknown[] = []) => (await all.house.database.owner.query(text, values)).rows
async function bring(rows: readonly (readonly string[])[]) {
  const sent = await upload(all, 'liste.csv', await csv(rows), { kind: 'contacts' })
  const page = await look(all, sent.location)
  expect((await press(all, sent.location, page.html, 'import')).status).toBe(303)
}
const heads = ['Prénom', 'Nom', 'Organisme', 'Courriel', 'Fonction']
const people = (mail: string) => [
  heads,
  ['Olga', 'Quiroga', 'Ville de Lin', `olga@${mail}`, 'Directrice'],
  ['Paul', 'Quiroga', 'Ville de Lin', `paul@${mail}`, 'Maire'],
  ['Rosa', 'Quiroga', 'Ville de Lin', `rosa@${mail}`, 'Adjointe'],
]
const contactOf = async (given: string): Promise<string> =>
  (
    await sql(
      `select k.id from perenne.contact k join perenne.person p on p.id = k.person_id
       where p.given_name = $1 and p.family_name = 'Quiroga'`,
      [given],
    )
  )[0].id
const kept = async () => (await sql('select contact_id as id from perenne.import_person')).map(row => row.id).sort()

describe('a contact that something tells of', () => {
  test('takes what an import keeps of them along, when they are taken out; so does one of a public office', async () => {
    await bring(people('ancien.example'))
    const [olga, paul, rosa] = [await contactOf('Olga'), await contactOf('Paul'), await contactOf('Rosa')]
    await bring(people('nouveau.example'))
    expect(await kept()).toEqual([olga, paul, rosa].sort())
    const [{ id: meeting }] = await sql(
      `insert into perenne.interaction (space_id, kind, during, title, language) values ($1, 'call', '2018', 'Appel', 'fr') returning id`,
      [all.space],
    )
    await sql(
      `insert into perenne.interaction_participant (interaction_id, contact_id, side) values ($1, $2, 'partner')`,
      [meeting, olga],
    )
    await sql('update perenne.contact set public_office = true where id = $1', [paul])
    for (const id of [olga, paul]) {
      const path = `/fr/territories/brecourt/contacts/${id}/remove`
      const asked = await ask(all.house, path, all.keeper.cookie)
      const done = await send(all.house, path, all.keeper.cookie, fieldsOf(asked.html, path))
      expect(done.status, wordsOn(done.html)).toBe(303)
    }
    expect(
      await sql(
        `select p.given_name, p.email, p.erased_at from perenne.contact k join perenne.person p on p.id = k.person_id
         where k.id = any ($1::uuid[]) order by 1 nulls last`,
        [[olga, paul]],
      ),
    ).toEqual([
      { given_name: 'Paul', email: null, erased_at: null },
      { given_name: null, email: null, erased_at: null },
    ])
    expect(await kept()).toEqual([rosa])
  })
})
