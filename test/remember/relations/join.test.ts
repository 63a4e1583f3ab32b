import { afterAll, beforeAll, expect, test } from 'vitest'
import { joiningWords } from '#remember/messages/joining.ts'
import { takeRelationshipsApart } from '#remember/relations/acts/take-apart.ts'
import { person } from '../../../source/ground/database/actor.ts'
import { ask, fieldsOf, send, wordsOn } from '../../convene/registration/desk-support.ts'
import { somebody } from '../actors/support.ts'
import { allOn as all, type Hung, joinNow, onWhich, rowsOf, textsOf, withAll } from './join-support.ts'
import { address as at, make, openRelations, organisation, type Scene } from './support.ts'

let scene: Scene
const words = joiningWords.fr
const sql = (text: string, values: unknown[] = []) => rowsOf(scene, text, values)
const rows = async (text: string, values: unknown[] = []) => (await sql(text, values)).map(row => Object.values(row)[0])
beforeAll(async () => {
  scene = await openRelations()
})
afterAll(() => scene.house.close())

const joinAddress = (one: string, other: string) => `/relationships/${one}/join?with=${other}`
const texts = (id: string) => textsOf(scene, id)
const hangOn = (hung: Hung) => onWhich(scene, hung)

test('two relationships are joined from their page: what was chosen stands, all hangs on one, nothing is lost', async () => {
  const { house, here } = scene
  const { editor } = here
  const one = await withAll(scene, here, 'Jumelage des deux fleuves', {
    'name-es': 'Hermanamiento de los dos ríos',
    'narrative-fr': 'Onze familles.\n\nPuis une lettre.',
    'reason-fr': 'Un fleuve chacune',
  })
  const other = await withAll(
    scene,
    here,
    'Jumelage avec Puerto Almendro',
    {
      during: '1998/..',
      'narrative-fr': 'Le lycée d’abord.',
      'reason-fr': 'Un fleuve chacune',
      'reason-es': 'Un río cada una',
      'sensitivity-fr': 'Ne pas évoquer le stade',
    },
    { amount: '1500' },
  )
  // What a colleague keeps for themself: whoever joins does not know of it.
  const colleague = await somebody(house, 'territory_editor', here.space)
  const [secret] = await rows(
    `insert into perenne.note (space_id, kind, body, language, confidential, written_by)
     values ($1, 'oral-memory', 'Entre nous', 'fr', true, $2) returning id`,
    [here.space, colleague.id],
  )
  await sql(
    `insert into perenne.about (record_table, record_id, about_table, about_id) values ('note', $1, 'relationship', $2)`,
    [secret, other.id],
  )
  const path = at(joinAddress(one.id, other.id))
  const page = await ask(house, path, editor.cookie)
  expect(page.status).toBe(200)
  const shown = wordsOn(page.html)
  for (const said of ['Onze familles.', 'Le lycée d’abord.', 'depuis 2001', 'depuis 1998', words.moving.agreements])
    expect(shown).toContain(said)
  expect(shown).not.toContain('Entre nous')
  const typed = fieldsOf(page.html, path)
  // The reason is the same in both: only three differ, and nobody has chosen yet.
  expect(Object.keys(typed).filter(name => name.startsWith('choose-'))).toEqual([])
  const unanswered = await send(house, path, editor.cookie, { ...typed, why: 'Double saisie' })
  expect(unanswered.status).toBe(422)
  expect(unanswered.html.match(/field-choose-[a-z]+-error/g)?.length).toBeGreaterThanOrEqual(3)
  expect(fieldsOf(unanswered.html, path).why).toBe('Double saisie')
  expect(await hangOn(other)).toEqual(all(other.id))

  await house.setClock('2026-02-13T09:00:00+01:00')
  const answers = {
    ...typed,
    stays: 'one',
    'choose-name': 'one',
    'choose-during': 'other',
    'choose-narrative': 'both',
    why: 'Double saisie',
  }
  const sent = await send(house, path, editor.cookie, answers)
  expect([sent.status, sent.location]).toEqual([303, at(`/relationships/${one.id}`)])
  // Pressed twice: led to the same place, and nothing is done twice.
  expect((await send(house, path, editor.cookie, answers)).location).toBe(sent.location)

  expect(await texts(one.id)).toEqual([
    { field: 'name', language: 'es', body: 'Hermanamiento de los dos ríos' },
    { field: 'name', language: 'fr', body: 'Jumelage des deux fleuves' },
    { field: 'narrative', language: 'fr', body: 'Onze familles.\n\nPuis une lettre.\n\nLe lycée d’abord.' },
    { field: 'reason', language: 'es', body: 'Un río cada una' },
    { field: 'reason', language: 'fr', body: 'Un fleuve chacune' },
    { field: 'sensitivity', language: 'fr', body: 'Ne pas évoquer le stade' },
  ])
  expect(await sql('select kind, during from perenne.relationship where id = $1', [one.id])).toEqual([
    { kind: 'twinning', during: '1998/..' },
  ])
  expect(await rows('select id from perenne.relationship where id = $1', [other.id])).toEqual([])
  // One partner, one service that leads, one fee of 2020; all the rest hangs on the one that stays.
  expect(await hangOn(other)).toEqual({ ...all(one.id), party: undefined, fee: undefined, duty: undefined })
  expect(await hangOn(one)).toEqual(all(one.id))
  expect(await rows('select about_id from perenne.about where record_id = $1', [secret])).toEqual([one.id])
  const notes = await sql(
    `select n.body, n.visibility, n.kind, n.language, n.written_by from perenne.note n
     join perenne.about a on a.record_id = n.id and a.about_id = $1 where n.body like '%avant d’être réunie%' order by n.kind, n.body`,
    [one.id],
  )
  expect(notes).toHaveLength(2)
  expect(notes.map(note => [note.kind, note.visibility, note.written_by])).toEqual([
    ['context', 0, editor.id],
    ['context', 0, editor.id],
  ])
  const kept = notes
    .map(note => note.body)
    .join('\n')
    .replace(/[\u00a0\u202f]/g, ' ')
  for (const said of ['Jumelage avec Puerto Almendro', 'depuis 2001', '1 500 €']) expect(kept).toContain(said)

  // The old address leads on, and the page says why and since when.
  const led = await house.ask(at(`/relationships/${other.id}`), { headers: { cookie: editor.cookie } })
  expect(led.status).toBe(303)
  const there = led.headers.get('location') ?? ''
  expect(there).toBe(at(`/relationships/${one.id}?was=${other.id}`))
  expect(wordsOn((await ask(house, there, editor.cookie)).html)).toContain(
    wordsOn(words.was('Jumelage avec Puerto Almendro')),
  )
  // The day before, there were two.
  for (const [id, name] of [
    [one.id, 'Onze familles.'],
    [other.id, 'Le lycée d’abord.'],
  ]) {
    const then = await ask(house, at(`/relationships/${id}?on=2026-02-11`), editor.cookie)
    expect([then.status, wordsOn(then.html).includes(name ?? '')]).toEqual([200, true])
  }
  // The history says who and why.
  const history = await ask(house, at(`/records/relationship/${other.id}`), editor.cookie)
  expect(wordsOn(history.html)).toContain('Double saisie')
  expect(await rows(`select detail ->> 'gone' from perenne.noted_act where what = 'relationships-joined'`)).toEqual([
    other.id,
  ])
})

test('a page that shows what is no more is told so, and nothing is joined', async () => {
  const { house, here } = scene
  const one = await withAll(scene, here, 'Jumelage A')
  const other = await withAll(scene, here, 'Jumelage B')
  const path = at(joinAddress(one.id, other.id))
  const typed = fieldsOf((await ask(house, path, here.editor.cookie)).html, path)
  await make(scene, here, 'agreement', { 'title-fr': 'Charte', kind: 'charter', renewal: 'none' }, other.id)
  const sent = await send(house, path, here.editor.cookie, { ...typed, stays: 'other', 'choose-name': 'other' })
  expect(sent.status).toBe(409)
  expect(wordsOn(sent.html)).toContain(wordsOn(words.stale))
  // What was chosen is kept, and can be sent again.
  const again = fieldsOf(sent.html, path)
  expect(again).toMatchObject({ stays: 'other', 'choose-name': 'other' })
  expect(await rows('select count(*)::int from perenne.relationship where id in ($1, $2)', [one.id, other.id])).toEqual(
    [2],
  )
  expect((await send(house, path, here.editor.cookie, again)).location).toBe(at(`/relationships/${other.id}`))
  expect(await hangOn(one)).toEqual({ ...all(other.id), party: undefined, fee: undefined, duty: undefined })
  // Asked once more, from a page that was open in another window: it is done already.
  expect(await joinAgain(one.id, other.id)).toBe('already')
})

async function joinAgain(one: string, other: string) {
  const { joinRelationships } = await import('#remember/relations/acts/join-relationships.ts')
  const { here, house } = scene
  return joinRelationships(house, person(here.editor.id), {
    space: here.space,
    pair: { one, other },
    stays: 'one',
    choices: {},
    version: null,
    once: { key: null, location: '/' },
  })
}

test('partners that were found to be one are one; two times of one partner are not lost', async () => {
  const { house, here } = scene
  const again = await organisation(house, here.space, 'Ciudad de Puerto Almendro')
  await sql('update perenne.organisation set merged_into_id = $2 where id = $1', [again, scene.partner])
  const one = await withAll(scene, here, 'Deux noms A', {}, { year: '2001' })
  const other = await withAll(scene, here, 'Deux noms B', {}, { organisation: again, year: '2002' })
  const pair = { one: one.id, other: other.id }
  await joinNow(scene, here, pair)
  expect(await rows('select id from perenne.relationship_party where relationship_id = $1', [one.id])).toEqual([
    one.party,
  ])
  const first = await withAll(scene, here, 'Deux temps A', {}, { year: '2001' })
  const second = await withAll(scene, here, 'Deux temps B', {}, { year: '2002' })
  await sql(`update perenne.relationship_party set during = '1998/2004' where id = $1`, [first.party])
  await sql(`update perenne.relationship_party set during = '2010/..' where id = $1`, [second.party])
  await joinNow(scene, here, { one: first.id, other: second.id })
  const notes = await rows(
    `select n.body from perenne.note n join perenne.about a on a.record_id = n.id where a.about_id = $1 and n.body like '%réunie%'`,
    [first.id],
  )
  expect(notes.join()).toMatch(/Puerto Almendro\s: depuis 2010/)
})

test('the list of the check and the page of a relationship lead there; the other one can be chosen', async () => {
  const { house, here, partner } = scene
  const pair = [
    await withAll(scene, here, 'Paire A', { kind: 'declaration', during: '2003' }, { year: '2001' }),
    await withAll(scene, here, 'Paire B', { kind: 'declaration', during: '2003' }, { year: '2002' }),
  ] as const
  expect(partner).toBeTruthy()
  const [one, other] = pair.map(({ id }) => id).sort() as [string, string]
  const check = await ask(house, at('/checks/relationship-twice'), here.editor.cookie)
  expect(check.html).toContain(`href="${at(joinAddress(one, other))}"`)
  const reader = await ask(house, at('/checks/relationship-twice'), here.reader.cookie)
  expect(reader.html).not.toContain('/join')
  const page = await ask(house, at(`/relationships/${one}`), here.editor.cookie)
  expect(page.html).toContain(`href="${at(`/relationships/${one}/join`)}"`)
  const choose = await ask(house, at(`/relationships/${one}/join`), here.editor.cookie)
  expect(choose.html).toContain(`href="${at(joinAddress(one, other))}"`)
  expect(choose.status).toBe(200)
})

test('only those who edit this memory join, and only what it holds', async () => {
  const { house, here, there } = scene
  const one = await withAll(scene, here, 'Droits A', { visibility: '2' })
  const other = await withAll(scene, here, 'Droits B', { visibility: '2' }, { year: '2002' })
  const far = await withAll(scene, there, 'Ailleurs', { visibility: '2' }, { organisation: scene.stranger })
  const path = at(joinAddress(one.id, other.id))
  for (const cookie of [here.reader.cookie, there.editor.cookie]) {
    expect((await ask(house, path, cookie)).status).toBe(403)
    expect((await send(house, path, cookie, { stays: 'one' })).status).toBe(403)
  }
  expect((await house.ask(path)).status).toBe(303)
  // Of another memory, as either of the two, by whoever edits there or here.
  for (const cookie of [here.editor.cookie, there.editor.cookie])
    for (const place of ['brecourt', 'ailleurs'])
      for (const [a, b] of [
        [one.id, far.id],
        [far.id, one.id],
      ] as const)
        expect([403, 404]).toContain((await ask(house, at(joinAddress(a, b), { place }), cookie)).status)
  await expect(joinNow(scene, here, { one: one.id, other: far.id })).rejects.toThrow()
  for (const bad of [`with=${one.id}`, 'with=x', `with=${crypto.randomUUID()}`])
    expect((await ask(house, at(`/relationships/${one.id}/join?${bad}`), here.editor.cookie)).status).toBe(404)
  // Taken apart by nobody else either.
  await joinNow(scene, here, { one: one.id, other: other.id })
  const apart = at(`/relationships/${one.id}/joined/${other.id}`)
  for (const cookie of [here.reader.cookie, there.editor.cookie])
    expect((await send(house, apart, cookie, {})).status).toBe(403)
  await expect(
    takeRelationshipsApart(house, person(there.editor.id), {
      space: there.space,
      gone: other.id,
      once: { key: null, location: '/' },
    }),
  ).rejects.toMatchObject({ kind: 'not-found' })
  // A citizen who had the address of the one comes to the other: both were public.
  const led = await house.ask(at(`/relationships/${other.id}`))
  expect(led.headers.get('location')).toContain(`/relationships/${one.id}?was=`)
})
