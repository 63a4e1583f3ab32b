import { afterAll, beforeAll, expect, test } from 'vitest'
import { releaseWithin } from '#convene/programme/acts/release-within.ts'
import { readLatestVersion } from '#convene/programme/store/versions.ts'
import { importSeminar } from '#convene/seminar/acts/import-seminar.ts'
import { writeSeminarFile } from '#convene/seminar/rules/write-seminar-file.ts'
import { seminarAsFile } from '#convene/seminar/store/seminar-as-file.ts'
import { as, job } from '#ground/database/actor.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { seminarRoom, smallFile } from './room.ts'
import { edited, fileNow, imported, query } from './support.ts'

// What whoever moderates or speaks has answered, and which translations are out of date, in the file of a seminar.

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse([seminarRoom])
})
afterAll(() => house?.close())

const who = job('test')
const file = (slug: string) => `${smallFile({ slug, slots: 2, organisations: 2 }).replace(
  'title: {en: Talk 1}, themes: [{en: Theme 1}], moderators: [org-1]',
  'title: {en: Talk 1, fr: Causerie 1}, themes: [{en: Theme 1, fr: Thème 1}], moderatorPersons: [luc], speakers: [ana, luc]',
)}
people:
  - {key: ana, givenName: Ana, familyName: Belén, email: ana@example.org, role: {en: Mayor, fr: Maire}}
  - {key: luc, givenName: Luc, familyName: Renard}
`

/** Asked for what they do, and answered: as their link and the page of the panel note it. */
const say = (slug: string, person: string, role: string, state: string) =>
  query(
    house,
    `update perenne.slot_person sp set state = $4 from perenne.programme_person pp, perenne.space s
     where pp.id = sp.programme_person_id and pp.key = $2 and sp.role = $3 and s.id = pp.seminar_id and s.slug = $1`,
    [slug, person, role, state],
  )
const exported = async (slug: string) => writeSeminarFile(await fileNow(house, slug))
/** As another installation, or another address of this one, gets it. */
const movedTo = (text: string, from: string, to: string) => text.replace(`slug: ${from}`, `slug: ${to}`)

async function released(slug: string) {
  return as(house.db, who, async tx => {
    const now = await seminarAsFile(tx, slug)
    if (!now) throw new Error(slug)
    expect(await releaseWithin(tx, now, { languages: now.file.languages })).toMatchObject({ outcome: 'released' })
    return (await readLatestVersion(tx, now.id))?.programme
  })
}

/** A seminar with translations out of date, and people who were asked. */
async function scene(slug: string): Promise<string> {
  await imported(house, file(slug))
  await edited(house, slug, now => {
    now.title.en = 'Another title'
    const [slot] = now.programme.slots
    if (slot) slot.title.en = 'Another talk'
    if (slot?.themes[0]) slot.themes[0].en = 'Another theme'
    const ana = now.people.find(({ key }) => key === 'ana')
    if (ana) ana.role = { ...ana.role, en: 'Deputy' }
  })
  await say(slug, 'ana', 'speaker', 'invited')
  await say(slug, 'luc', 'moderator', 'declined')
  return exported(slug)
}

test('imported as another seminar, a file keeps what is out of date and who has not answered: readers are told the same', async () => {
  const text = await scene('first')
  const now = await fileNow(house, 'first')
  expect(now.older).toEqual({
    fr: ['people.ana.role', 'programme.slots.slot-1.themes.0', 'programme.slots.slot-1.title', 'title'],
  })
  expect(now.programme.answers).toEqual([
    { slot: 'slot-1', as: 'moderator', person: 'luc', state: 'declined' },
    { slot: 'slot-1', as: 'speaker', person: 'ana', state: 'invited' },
  ])
  await imported(house, movedTo(text, 'first', 'second'))
  expect(await fileNow(house, 'second')).toEqual({ ...now, slug: 'second' })
  const [one, other] = [await released('first'), await released('second')]
  expect(other?.older).toEqual({ fr: ['slots.slot-1.title', 'slots.slot-1.themes.0'] })
  expect(other?.older).toEqual(one?.older)
  expect(other?.slots[0]).toMatchObject({ moderatorPersons: [], speakers: ['ana', 'luc'], speakersAwaited: ['ana'] })
  expect(other?.slots).toEqual(one?.slots)
  // The file as it came out says all that there is: imported over either of them, it changes nothing.
  const again = await imported(house, text)
  expect(again.changes).toEqual([])
})

test('a file that says nothing of them leaves them as they are', async () => {
  await scene('silent')
  const before = await fileNow(house, 'silent')
  const { older: _, programme, ...rest } = before
  const { answers: __, ...draft } = programme
  const text = writeSeminarFile({ ...rest, programme: draft })
  expect(text).not.toMatch(/^ *(older|answers):/m)
  const result = await importSeminar(house, who, text)
  expect(result).toMatchObject({ ok: true, changes: [] })
  expect(await fileNow(house, 'silent')).toEqual(before)
  // Some of the browser chosen: what was not said is not taken for said.
  await edited(house, 'silent', now => {
    now.venue.address = 'Elsewhere'
  })
  const mixed = text.replace('Causerie 1', 'Causerie une')
  expect(await importSeminar(house, who, mixed, { prefer: 'browser' })).toMatchObject({ ok: true })
  const after = await fileNow(house, 'silent')
  expect(after.venue.address).toBe('Elsewhere')
  expect(after.programme.answers).toEqual(before.programme.answers)
  expect(after.older?.fr).toEqual(['people.ana.role', 'programme.slots.slot-1.themes.0', 'title'])
})

test('a mark that a file takes away was read again; words whose original it changes are out of date all the same', async () => {
  const text = await scene('read')
  await imported(house, text)
  const read = await importSeminar(
    house,
    who,
    text.replace(/\n *- title\n/, '\n').replace('Another talk', 'A third talk'),
  )
  expect(read).toMatchObject({
    ok: true,
    changes: expect.arrayContaining([{ path: 'older.fr', kind: 'removed', before: 'title', after: null }]),
  })
  expect((await fileNow(house, 'read')).older?.fr).not.toContain('title')
  const unmarked = (await exported('read'))
    .replace(/\nolder:[\s\S]*/, '\nolder: {}\n')
    .replace('A third talk', 'A fourth talk')
  expect(await importSeminar(house, who, unmarked)).toMatchObject({ ok: true })
  expect((await fileNow(house, 'read')).older).toEqual({ fr: ['programme.slots.slot-1.title'] })
})

test('an answer given since, and a mark, are decided like any other field', async () => {
  const text = await scene('decided')
  await imported(house, text)
  await say('decided', 'ana', 'speaker', 'confirmed')
  const wanted = text.replace('person: ana, state: invited', 'person: ana, state: declined')
  const asked = await importSeminar(house, who, wanted)
  expect(asked).toMatchObject({
    ok: false,
    why: 'conflicts',
    conflicts: [
      {
        path: 'programme.answers.slot-1:speaker:ana.state',
        base: 'invited',
        now: 'confirmed',
        wanted: 'declined',
      },
    ],
  })
  expect(await importSeminar(house, who, wanted, { prefer: 'browser' })).toMatchObject({
    ok: true,
    changes: [],
    kept: 1,
  })
  expect(await importSeminar(house, who, wanted, { prefer: 'file' })).toMatchObject({ ok: true })
  expect((await fileNow(house, 'decided')).programme.answers).toContainEqual({
    slot: 'slot-1',
    as: 'speaker',
    person: 'ana',
    state: 'declined',
  })
})

test('when an answer came by a file is known as well', async () => {
  await house.setClock('2029-05-06T10:00:00Z')
  await scene('stamped')
  await say('stamped', 'ana', 'speaker', 'confirmed')
  await imported(house, movedTo(await exported('stamped'), 'stamped', 'restamped'))
  const rows = await query<{ state: string; answered: boolean }>(
    house,
    `select sp.state, sp.answered_at is not null as answered from perenne.slot_person sp
     join perenne.space s on s.id = sp.space_id where s.slug = 'restamped' order by sp.state`,
  )
  expect(rows).toEqual([
    { state: 'confirmed', answered: true },
    { state: 'declined', answered: true },
    { state: 'open', answered: false },
  ])
})

test('whoever is taken off a slot in the browser leaves no answer, and words that are edited no mark', async () => {
  await scene('edited')
  await edited(house, 'edited', now => {
    const [slot] = now.programme.slots
    if (slot) slot.speakers = ['luc']
    if (slot) slot.themes = []
    now.title.fr = 'Un autre titre'
  })
  const { older, programme } = await fileNow(house, 'edited')
  expect(programme.answers).toEqual([{ slot: 'slot-1', as: 'moderator', person: 'luc', state: 'declined' }])
  expect(older).toEqual({ fr: ['people.ana.role', 'programme.slots.slot-1.title'] })
})

test('somebody else under a key has answered nothing of what the one before was asked by mail', async () => {
  const text = await scene('another')
  const [line] = await query<{ id: string; seminar_id: string }>(
    house,
    `select pp.id, pp.seminar_id from perenne.programme_person pp join perenne.space s on s.id = pp.seminar_id
     where pp.key = 'ana' and s.slug = 'another'`,
  )
  await query(house, 'insert into perenne.panel_invitation (seminar_id, programme_person_id) values ($1, $2)', [
    line?.seminar_id,
    line?.id,
  ])
  const other = text.replace('givenName: Ana', 'givenName: Bruno').replace('ana@example.org', 'bruno@example.org')
  await imported(house, other.replace('familyName: Belén', 'familyName: Souza'))
  expect((await fileNow(house, 'another')).programme.answers).toEqual([
    { slot: 'slot-1', as: 'moderator', person: 'luc', state: 'declined' },
  ])
})

test('what they name that is not there is told with its place', async () => {
  const text = file('wrong').replace(
    'programme:\n',
    `older: {fr: [title, titel, programme.slots.slot-2.title]}
programme:
  answers:
    - {slot: slot-9, as: speaker, person: ana, state: invited}
    - {slot: slot-1, as: moderator, person: ana, state: invited}
    - {slot: slot-1, as: speaker, person: ana, state: invited}
    - {slot: slot-1, as: speaker, person: ana, state: confirmed}
    - {slot: slot-1, as: chair, person: luc, state: open}
`,
  )
  const result = await importSeminar(house, who, text)
  if (result.ok || result.why !== 'problems') throw new Error('no problems')
  expect(result.problems.map(({ path, expected }) => `${path}: ${expected}`)).toEqual([
    expect.stringMatching(/^older\.fr\.2: Did you mean .title.\? Name a text of this file/),
    expect.stringMatching(/^older\.fr\.3: .*Name a text of this file/),
    'programme.answers.1.slot: Did you mean “slot-1”? Name a slot of the programme: slot-1, slot-2.',
    expect.stringMatching(/^programme\.answers\.2\.person: .*luc/),
    expect.stringMatching(/^programme\.answers\.4\.person: /),
    expect.stringMatching(/^programme\.answers\.5\.as: .*moderator, speaker/),
    expect.stringMatching(/^programme\.answers\.5\.state: .*invited, confirmed, declined/),
  ])
})
