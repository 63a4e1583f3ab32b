import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { foldOrganisation } from '../../source/convene/registration/rules/fold.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

// Registrations of before the limit per organisation are counted by the key that the program writes since.
test('the migration folds the names of organisations as the program does', async () => {
  const file = new URL('../../source/ground/database/migrations/0004_places.sql', import.meta.url)
  const statement = /update perenne\.registration set organisation_key = ([\s\S]*?);\n/.exec(
    await readFile(file, 'utf8'),
  )?.[1]
  const names = [
    'Município  de São João',
    'Ville de Brécourt-sur-Loire',
    'Département du Val’d’Ardre',
    'MIASTO Wiśniowa Góra (PL)',
    'C.U.F. & Cie – «Réseau» 2018',
    'Ångström Ørsted ĞÜŞ',
    'Δήμος Αθηναίων',
  ]
  for (const name of names) {
    const { rows } = await database.owner.query(
      `select ${statement} as key from (select $1::text as organisation_name) as n`,
      [name],
    )
    expect(rows[0].key, name).toBe(foldOrganisation(name))
  }
})
