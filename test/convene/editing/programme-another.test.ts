import { expect, test } from 'vitest'
import { programmePart, releaseProgramme } from '#convene/programme/acts/release-programme.ts'
import { programmeCheckRoutes } from '#convene/programme/pages/checks-routes.ts'
import { programmeVersionRoutes } from '#convene/programme/pages/versions-routes.ts'
import { versionOf } from '#convene/seminar/acts/change-seminar.ts'
import { job } from '#ground/database/actor.ts'
import { at, house, openHouse, organiser, slug } from './house.ts'
import { changed, importWithPeople, personOf, query, slotOf } from './programme-support.ts'
import { ask, errorsIn, fieldsOf, fileOf, fill, rooms, send } from './support.ts'

openHouse({
  rooms: [...rooms, { name: 'programme', routes: [...programmeCheckRoutes, ...programmeVersionRoutes] }],
  fresh: {
    slug: 'autre',
    make: async (house, slug) => {
      await importWithPeople(house, 'reseau', slug, true)
      await changed(house, slug, file => {
        Object.assign(file.people[0] ?? {}, { role: { fr: 'Maire' }, about: { fr: 'A écrit sur les fleuves.' } })
      })
      const seen = versionOf(programmePart(await fileOf(house, slug)))
      const release = { name: { fr: 'Programme provisoire' }, provisional: true, languages: ['es'] as const }
      expect(await releaseProgramme(house, job('test'), slug, seen, release)).toMatchObject({ outcome: 'released' })
    },
  },
})

const other = { givenName: 'Bruno', familyName: 'Remplaçant', email: 'bruno@example.org' }
const everybody = () => [`/fr/seminars/${slug}/programme`, `/fr/seminars/${slug}/versions/programme-provisoire`]
const shownTo = async (word: string) => {
  for (const path of everybody()) if ((await ask(house, path, '')).html.includes(word)) return true
  return false
}
const first = async () => (await fileOf(house, slug)).people[0]
const seatOfAna = async () => (await slotOf(house, slug, 'panel'))?.seats[0]

test('somebody else typed over a person: asked first, then new, with nothing of what the one before agreed to', async () => {
  const path = at('people/ana')
  const ana = await personOf(house, slug, 'ana')
  expect(await shownTo('Zanetti-Quiroga')).toBe(true)
  const asked = await fill(house, path, organiser, other)
  expect(asked.status).toBe(422)
  expect(errorsIn(asked.html)).toEqual(['Is this still Ana Zanetti-Quiroga? Say below whether it is somebody else.'])
  // Nothing was written, and what was typed is there; somebody else is what it looks like.
  expect(await first()).toMatchObject({ key: 'ana', familyName: 'Zanetti-Quiroga', named: true })
  expect(fieldsOf(asked.html, path)).toMatchObject({ ...other, who: 'another' })
  expect((await send(house, path, organiser, fieldsOf(asked.html, path))).status).toBe(303)
  const bruno = await first()
  expect(bruno).toMatchObject({ ...other, named: false, organisation: 'org-a', role: { fr: 'Maire' } })
  expect(bruno?.key).toMatch(/^person-/)
  expect(bruno).not.toHaveProperty('about')
  expect(await seatOfAna()).toEqual({ key: 'europe-1', region: 'europe', person: bruno?.key, state: 'open' })
  expect((await slotOf(house, slug, 'panel'))?.speakers).toEqual([bruno?.key, 'eva'])
  for (const word of ['Remplaçant', 'Zanetti-Quiroga', 'fleuves']) expect(await shownTo(word), word).toBe(false)
  expect(await query(house, 'select given_name, email from perenne.person where id = $1', [ana])).toEqual([
    { given_name: null, email: null },
  ])
})

test('the same person, corrected, keeps everything; a correction of an address or of one name is not asked about', async () => {
  const path = at('people/ana')
  const id = await personOf(house, slug, 'ana')
  const asked = await fill(house, path, organiser, other)
  expect((await send(house, path, organiser, { ...fieldsOf(asked.html, path), who: 'same' })).status).toBe(303)
  expect(await first()).toMatchObject({ ...other, key: 'ana', named: true, about: { fr: 'A écrit sur les fleuves.' } })
  for (const correction of [{ email: 'bruno.r@example.org' }, { familyName: 'Remplacant' }, { familyName: 'Renard' }])
    expect((await fill(house, path, organiser, correction)).status).toBe(303)
  // The other way round, and an address with it.
  const turned = { givenName: 'Renard', familyName: 'Bruno', email: 'br@example.org' }
  expect((await fill(house, path, organiser, turned)).status).toBe(303)
  expect(await seatOfAna()).toMatchObject({ person: 'ana', state: 'confirmed' })
  expect(await personOf(house, slug, 'ana')).toBe(id)
  // Two other names, whatever the address.
  expect((await fill(house, path, organiser, { givenName: 'Zoé', familyName: 'Autre' })).status).toBe(422)
})

test('beside one address of two people, and what somebody else changed meanwhile: each is asked, and nothing is lost', async () => {
  await fill(house, at('people/eva'), organiser, { email: 'office@example.org' })
  const path = at('people/ana')
  const typed = fieldsOf((await ask(house, path, organiser)).html, path)
  const asked = await send(house, path, organiser, { ...typed, ...other, email: 'office@example.org' })
  expect(errorsIn(asked.html)).toHaveLength(2)
  const once = await send(house, path, organiser, fieldsOf(asked.html, path))
  expect(errorsIn(once.html)).toEqual([
    'Eva Okonkwo-Prat has this address too. Say below that both read it, or give another one.',
  ])
  const said = { ...fieldsOf(once.html, path), 'shared[]': ['yes'] }
  expect(said).toMatchObject({ who: 'another' })
  await fill(house, path, organiser, { familyName: 'Zanetti' })
  const stale = await send(house, path, organiser, { ...typed, ...other })
  expect(stale.status).toBe(409)
  expect(stale.html).toContain('Zanetti')
  expect((await first())?.key).toBe('ana')
})

test('words that the new one says are kept, and a name that is shown only now', async () => {
  const path = at('people/luc')
  const luc = { givenName: 'Marisol', familyName: 'Lagos', named: 'yes', 'about.fr': 'Autre chose.' }
  const asked = await fill(house, path, organiser, luc)
  expect((await send(house, path, organiser, fieldsOf(asked.html, path))).status).toBe(303)
  expect((await fileOf(house, slug)).people[1]).toMatchObject({ named: true, about: { fr: 'Autre chose.' } })
  // On no version that was released before she was there.
  expect(await shownTo('Lagos')).toBe(false)
})
