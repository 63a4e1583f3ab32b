import { expect, test } from 'vitest'
import { writeOwnWords } from '#convene/programme/panel/store/own.ts'
import { as, link } from '#ground/database/actor.ts'
import { at, house, openHouse, organiser, slug } from './house.ts'
import { importWithPeople, query } from './programme-support.ts'
import { ask, errorsIn, fieldsOf, fileOf, fill, send, stateOf, wordsOn } from './support.ts'

openHouse({ fresh: { slug: 'attente', make: (house, slug) => importWithPeople(house, 'reseau', slug) } })

const path = (key = 'ana') => at(`people/${key}`)
const shown = async (key = 'ana') => fieldsOf((await ask(house, path(key), organiser)).html, path(key))
const person = async (key = 'ana') => (await fileOf(house, slug)).people.find(one => one.key === key)
/** Every row of a text of somebody, as it stands in the database. */
const rowsOf = (field: string, key = 'ana') =>
  query<{ language: string; body: string; state: string }>(
    house,
    `select t.language, t.body, t.state from perenne.translation t
     join perenne.programme_person pp on pp.id = t.record_id join perenne.space s on s.id = pp.seminar_id
     where s.slug = $1 and pp.key = $2 and t.field = $3 order by t.language`,
    [slug, key, field],
  )
/** The person says it by their own link. */
async function say(field: 'role' | 'about', language: 'fr' | 'es', words: string) {
  const [row] = await query<{ id: string }>(
    house,
    `select pp.id from perenne.programme_person pp join perenne.space s on s.id = pp.seminar_id
     where s.slug = $1 and pp.key = 'ana'`,
    [slug],
  )
  await as(house.db, link(row?.id ?? ''), tx => writeOwnWords(tx, field, language, words))
}

test('a post in another language than the source is kept, shown again, and waits; nothing of it is in the file yet', async () => {
  const saved = await fill(house, path(), organiser, {
    'role.es': 'Intendenta de Rosario',
    'about.es': 'Escribe.\n\nLee.',
  })
  expect(saved.status).toBe(303)
  const told = wordsOn((await ask(house, at('people'), saved.cookie)).html)
  expect(told).toContain(
    '“Post” stands in Spanish only: it is kept, and readers see it once it is also written in French.',
  )
  expect(told).toContain('Intendenta de Rosario')
  expect(await shown()).toMatchObject({
    'role.es': 'Intendenta de Rosario',
    'role.fr': '',
    'about.es': 'Escribe.\n\nLee.',
  })
  expect(wordsOn((await ask(house, path(), organiser)).html)).toContain('“Post” stands in Spanish only')
  expect(await person()).not.toHaveProperty('role')
  expect(await rowsOf('role')).toEqual([{ language: 'es', body: 'Intendenta de Rosario', state: 'reviewed' }])
  // Saved as it stands, nothing changes.
  const same = await fill(house, path(), organiser, {})
  expect(wordsOn((await ask(house, at('people'), same.cookie)).html)).toContain('nothing has changed')
})

test('a new person too, beside a field that is wrong: everything typed is there, and then it is kept', async () => {
  const wrong = await fill(house, path('~new'), organiser, { givenName: 'Luisa', 'role.es': 'Alcaldesa' })
  expect(errorsIn(wrong.html)).toEqual(['Fill in “Family name”.'])
  const fields = fieldsOf(wrong.html, path('~new'))
  expect(fields).toMatchObject({ 'role.es': 'Alcaldesa' })
  await send(house, path('~new'), organiser, { ...fields, familyName: 'Ortega' })
  const added = (await fileOf(house, slug)).people.at(-1)
  expect(await shown(added?.key)).toMatchObject({ familyName: 'Ortega', 'role.es': 'Alcaldesa' })
})

test('written in the source beside it, it is its translation and up to date; emptied in the source, it waits again', async () => {
  await fill(house, path(), organiser, { 'role.es': 'Intendenta' })
  await fill(house, path(), organiser, { 'role.fr': 'Maire' })
  expect((await person())?.role).toEqual({ fr: 'Maire', es: 'Intendenta' })
  expect(await stateOf(house, slug, 'people.ana.role', 'es')).toMatchObject({ state: 'reviewed', stale: false })
  await fill(house, path(), organiser, { 'role.fr': '' })
  expect(await person()).not.toHaveProperty('role')
  expect(await shown()).toMatchObject({ 'role.es': 'Intendenta', 'role.fr': '' })
  await fill(house, path(), organiser, { 'role.es': '' })
  expect(await rowsOf('role')).toEqual([])
})

test('what the person wrote by their link stands in the form, and is not lost when the organiser changes something else', async () => {
  await say('role', 'es', 'Alcaldesa de Soria')
  expect(await shown()).toMatchObject({ 'role.es': 'Alcaldesa de Soria' })
  await fill(house, path(), organiser, { 'about.fr': 'Elle écrit.' })
  expect(await rowsOf('role')).toMatchObject([{ language: 'es', body: 'Alcaldesa de Soria' }])
  // She writes while the form is open: what both changed is asked, and nothing of hers is overwritten.
  const mine = { ...(await shown()), 'role.es': 'Alcaldesa (Soria)' }
  await say('role', 'es', 'Alcaldesa de Soria, España')
  const stale = await send(house, path(), organiser, mine)
  expect(stale.status).toBe(409)
  for (const text of ['Alcaldesa (Soria)', 'Alcaldesa de Soria, España']) expect(stale.html).toContain(text)
  expect(await rowsOf('role')).toMatchObject([{ body: 'Alcaldesa de Soria, España' }])
  const chosen = { ...fieldsOf(stale.html, path()), 'role.es': 'Alcaldesa (Soria)' }
  expect((await send(house, path(), organiser, chosen)).status).toBe(303)
  expect(await rowsOf('role')).toMatchObject([{ body: 'Alcaldesa (Soria)' }])
  // What only she changed is kept beside what only the organiser changed.
  const other = { ...(await shown()), familyName: 'Zanetti' }
  await say('role', 'es', 'Alcaldesa')
  expect((await send(house, path(), organiser, other)).status).toBe(303)
  expect(await rowsOf('role')).toMatchObject([{ body: 'Alcaldesa' }])
  expect((await person())?.familyName).toBe('Zanetti')
})

test('taken off the programme, or typed over by somebody else, the words that waited are gone too', async () => {
  await fill(house, path('luc'), organiser, { 'about.es': 'Solo en español.' })
  await fill(house, `${path('luc')}/remove`, organiser, {})
  await fill(house, path('ana'), organiser, { 'about.es': 'Tambien.' })
  await fill(house, path('ana'), organiser, {
    givenName: 'Rosa',
    familyName: 'Paz',
    email: 'rosa@example.org',
    who: 'another',
    'about.es': 'De Rosa.',
  })
  const left = await query<{ body: string | null }>(
    house,
    `select v.doc ->> 'body' as body from perenne.record_version v join perenne.space s on s.id = v.space_id
     where s.slug = $1 and v.record_table = 'translation' and v.doc ->> 'record_table' = 'programme_person'
       and v.doc ->> 'field' = 'about' and v.doc ->> 'body' is not null`,
    [slug],
  )
  expect(left).toEqual([{ body: 'De Rosa.' }])
})
