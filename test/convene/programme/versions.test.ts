import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { programmePart, type Release, releaseProgramme } from '#convene/programme/acts/release-programme.ts'
import { programmeVersionRoutes } from '#convene/programme/pages/versions-routes.ts'
import { versionOf } from '#convene/seminar/acts/version-of.ts'
import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import { job } from '#ground/database/actor.ts'
import type { Room } from '#ground/house.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { seminarRoom, smallFile } from '../seminar/room.ts'
import { edited, fileNow, imported, query, somebody } from '../seminar/support.ts'

const room: Room = { ...seminarRoom, routes: [...seminarRoom.routes, ...programmeVersionRoutes] }
const program = job('test')
let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse([room])
  await house.setClock('2030-01-10T15:00:00Z')
})
afterAll(() => house?.close())
afterEach(() => vi.restoreAllMocks())

const plain = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/[\s\u00a0\u202f]+/g, ' ')
const bodyOf = (html: string) => plain(html.slice(html.indexOf('<main'), html.indexOf('</main>')))
async function read(path: string, cookie?: string): Promise<string> {
  const response = await house.ask(path, cookie ? { headers: { cookie } } : {})
  expect(response.status, path).toBe(200)
  return response.text()
}
const status = async (path: string, cookie?: string) =>
  (await house.ask(path, cookie ? { headers: { cookie } } : {})).status

/** Changes the draft and releases it; gives the slug of the version. */
async function released(slug: string, patch: (file: SeminarFile) => void, release: Partial<Release> = {}) {
  await edited(house, slug, patch)
  const file = await fileNow(house, slug)
  const done = await releaseProgramme(house, program, slug, versionOf(programmePart(file)), {
    name: { en: 'Final programme', fr: 'Programme définitif' },
    provisional: false,
    languages: file.languages,
    ...release,
  })
  if (done.outcome !== 'released') throw new Error(JSON.stringify(done))
  return done.slug
}
const slugsOf = async (seminar: string) =>
  (
    await query<{ slug: string }>(
      house,
      `select v.slug from perenne.programme_version v join perenne.space s on s.id = v.seminar_id
       where s.slug = $1 order by v.number`,
      [seminar],
    )
  ).map(({ slug }) => slug)

/** The first slot half an hour later and in a room, the second cancelled, the third with another title, and a new one. */
function rearrange(file: SeminarFile) {
  const { programme } = file
  programme.rooms = [{ key: 'blue', name: { en: 'Blue room', fr: 'Salle bleue' } }]
  const [first, , third] = programme.slots
  if (!first || !third) throw new Error('three slots are needed')
  programme.slots = [
    { ...first, from: '09:30', room: 'blue', provisional: true },
    { ...third, title: { en: 'Talk 3, mended', fr: 'Exposé 3' } },
    { ...third, key: 'evening', from: '16:00', to: '17:00', title: { en: 'Evening', fr: 'Soirée' } },
  ]
}

describe('a seminar with one version', () => {
  beforeAll(() => imported(house, smallFile({ slug: 'one', slots: 3, organisations: 3 }), { announce: true }))

  test('says that there is nothing to compare yet, and shows the version', async () => {
    const page = bodyOf(await read('/en/seminars/one/changes'))
    expect(page).toContain('There is one version only')
    expect(page).toContain('This is the current version.')
    expect(await read('/en/seminars/one/changes')).not.toContain('<select')
    const [only] = await slugsOf('one')
    const version = await read(`/fr/seminars/one/versions/${only}`)
    expect(bodyOf(version)).toContain('C’est la version actuelle')
    expect(bodyOf(version)).toContain('publiée le 10 janvier 2030 à 10 h (heure de Bogota)')
    expect(version).not.toContain('noindex')
    expect(version).toContain('id="slot-slot-1"')
  })
})

describe('a seminar with several', () => {
  let slugs: string[]
  beforeAll(async () => {
    await imported(house, smallFile({ slug: 'three', slots: 3, organisations: 3 }), { announce: true })
    await house.setClock('2030-02-01T15:00:00Z')
    await released('three', rearrange, { note: { en: 'The rooms are known.', fr: 'Les salles sont connues.' } })
    await house.setClock('2030-03-01T15:00:00Z')
    await released('three', file => {
      for (const slot of file.programme.slots) slot.provisional = false
    })
    slugs = await slugsOf('three')
  })

  test('says what changed between the last two when nothing is asked for', async () => {
    const page = bodyOf(await read('/en/seminars/three/changes'))
    expect(page).toContain('From “2. Final programme” to “3. Final programme”.')
    expect(page).toContain('1 changed slot')
    expect(page).toContain('How sure it is Before to be confirmed Now confirmed')
    expect(page).not.toContain('moved slot')
    expect(page).toContain('Hours are those of Bogotá.')
  })

  test('between any two, in the words and the hours of the reader', async () => {
    const html = await read(`/fr/seminars/three/changes?from=${slugs[0]}&to=${slugs[1]}`)
    const page = bodyOf(html)
    expect(page).toContain('1 créneau annulé')
    expect(page).toContain('1 créneau déplacé')
    expect(page).toContain('Quand Avant 9 h – 10 h Maintenant 9 h 30 – 10 h')
    expect(page).toContain('Salle Avant rien Maintenant Salle bleue')
    expect(page).toContain('1 nouveau créneau')
    expect(page).toContain('16 h – 17 h')
    expect(page).toContain('Certitude Avant confirmé Maintenant à confirmer')
    expect(page).toContain('Titre Avant Talk 3 Maintenant Exposé 3')
    expect(html).toContain('<p lang="en" dir="auto">Talk 3</p>')
    expect(page).toContain('Les salles sont connues.')
    // Cancelled: it is to be read where it still stood.
    expect(html).toContain(`/fr/seminars/three/versions/${slugs[0]}#slot-slot-2`)
    expect(html).toContain(`/fr/seminars/three/versions/${slugs[1]}#slot-evening`)
    // What was chosen stays chosen.
    expect(html).toContain(`<option value="${slugs[0]}" selected="">`)
    expect(html).toContain('noindex')
  })

  test('the earlier one comes first whatever the order in the address', async () => {
    const [one, three] = [slugs[0], slugs[2]]
    const forth = bodyOf(await read(`/en/seminars/three/changes?from=${one}&to=${three}`))
    expect(bodyOf(await read(`/en/seminars/three/changes?from=${three}&to=${one}`))).toBe(forth)
    expect(forth).toContain('1 new slot')
    // One alone is enough: up to the current version.
    expect(bodyOf(await read(`/en/seminars/three/changes?from=${one}`))).toBe(forth)
    expect(bodyOf(await read(`/en/seminars/three/changes?from=${one}&to=${one}`))).toContain(
      'It is the same version twice',
    )
  })

  test('a version stays as it was released, and says that it is an old one', async () => {
    const html = await read(`/en/seminars/three/versions/${slugs[0]}`)
    const page = bodyOf(html)
    expect(page).toContain('A later version has taken its place')
    expect(page).toContain('10 January 2030 at 10:00 (Bogotá time)')
    expect(page).toContain('Talk 2')
    expect(page).not.toContain('Evening')
    expect(html).toContain('noindex')
    expect(html).toContain('href="/en/seminars/three/programme"')
    expect(html).toContain(`/en/seminars/three/changes?from=${slugs[0]}&amp;to=${slugs[2]}`)
    const current = await read(`/en/seminars/three/versions/${slugs[2]}`)
    expect(bodyOf(current)).toContain('Evening')
    expect(current).not.toContain('noindex')
  })

  test('what is drafted since is not told', async () => {
    await edited(house, 'three', file => {
      file.programme.slots = file.programme.slots.filter(({ key }) => key !== 'evening')
    })
    const changes = bodyOf(await read('/en/seminars/three/changes'))
    expect(changes).not.toContain('cancelled slot')
    expect(bodyOf(await read(`/en/seminars/three/versions/${slugs[2]}`))).toContain('Evening')
  })

  test('unknown versions, and those of another seminar, are not there', async () => {
    await imported(house, smallFile({ slug: 'other', slots: 1 }), { announce: true })
    await released(
      'other',
      file => {
        file.programme.slots.push({ ...(file.programme.slots[0] as SeminarFile['programme']['slots'][0]), key: 'more' })
      },
      { name: { en: 'Of the other' } },
    )
    for (const path of [
      '/changes?from=none',
      `/changes?from=${slugs[0]}&to=none`,
      '/changes?from=',
      '/changes?from=of-the-other',
      '/versions/of-the-other',
      '/versions/none',
      "/versions/'%20or%201=1",
    ])
      expect(await status(`/en/seminars/three${path}`), path).toBe(404)
    expect(await status('/en/seminars/other/versions/of-the-other')).toBe(200)
    expect(await status('/en/seminars/nowhere/changes')).toBe(404)
  })
})

test('a seminar that is not announced shows its versions to whoever prepares it, and to nobody else', async () => {
  await imported(house, smallFile({ slug: 'hidden', slots: 3, organisations: 3 }))
  const version = await released('hidden', file => {
    file.programme.slots[0] = { ...(file.programme.slots[0] as SeminarFile['programme']['slots'][0]), from: '08:45' }
  })
  await imported(house, smallFile({ slug: 'far', slots: 1 }).replace('slug: net,', 'slug: far-net,'), {})
  const organiser = await somebody(house, 'organiser', 'hidden')
  const elsewhere = await somebody(house, 'organiser', 'far')
  for (const path of ['/changes', `/versions/${version}`]) {
    expect(await status(`/en/seminars/hidden${path}`), path).toBe(404)
    expect(await status(`/en/seminars/hidden${path}`, elsewhere.cookie), path).toBe(404)
    const page = await read(`/en/seminars/hidden${path}`, organiser.cookie)
    expect(page).toContain('noindex')
  }
  expect(bodyOf(await read('/en/seminars/far/changes', elsewhere.cookie))).toContain(
    'No programme has been released yet',
  )
})

test('names are read beside a version: who may not be named, or was erased, is not in it', async () => {
  await imported(house, smallFile({ slug: 'named', slots: 3, organisations: 3 }), { announce: true })
  const person = (key: string, named: boolean) => ({
    ...{ key, givenName: 'Ximena', familyName: `Name-${key}`, named },
    role: { en: `Role of ${key}` },
  })
  const version = await released('named', file => {
    file.people = [person('open', true), person('closed', false)]
    const [first] = file.programme.slots
    if (first) first.speakers = ['open', 'closed']
  })
  const paths = ['/en/seminars/named/changes', `/en/seminars/named/versions/${version}`]
  for (const path of paths) {
    const page = await read(path)
    expect(page, path).toContain('Ximena Name-open')
    expect(page, path).not.toContain('Name-closed')
  }
  await query(
    house,
    `update perenne.person set given_name = null, family_name = null, email = null, erased_at = now()
     where family_name = 'Name-open'`,
  )
  for (const path of paths) expect(await fresh(path), path).not.toContain('Ximena')
})

/** Past the memory of public pages. */
const fresh = (path: string) => read(`${path}?n=${Math.random()}`)

test('what it costs does not grow with the versions', async () => {
  const queries = async (path: string) => {
    const spy = vi.spyOn(pg.Client.prototype, 'query')
    await read(path)
    const count = spy.mock.calls.length
    spy.mockRestore()
    return count
  }
  const [one, three] = [await slugsOf('one'), await slugsOf('three')]
  const count = await queries('/en/seminars/one/changes')
  expect(count).toBeLessThanOrEqual(6)
  expect(await queries('/en/seminars/three/changes')).toBe(count)
  expect(await queries(`/en/seminars/one/versions/${one[0]}`)).toBe(count)
  expect(await queries(`/en/seminars/three/versions/${three[1]}`)).toBe(count)
})

test('they are kept in memory like the other public pages', () => {
  expect(programmeVersionRoutes.map(({ kept, door }) => [kept, door])).toEqual([
    [true, 'everyone'],
    [true, 'everyone'],
  ])
})
