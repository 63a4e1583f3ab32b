import { expect, test } from 'vitest'
import { programmePart, releaseProgramme } from '#convene/programme/acts/release-programme.ts'
import { programmeCheckRoutes } from '#convene/programme/pages/checks-routes.ts'
import { programmeVersionRoutes } from '#convene/programme/pages/versions-routes.ts'
import { versionOf } from '#convene/seminar/acts/change-seminar.ts'
import { job, person } from '#ground/database/actor.ts'
import { erasePerson } from '#ground/people/acts/erase-person.ts'
import { house, openHouse, organiser } from './house.ts'
import { changed, importWithPeople, personOf, query, slotOf } from './programme-support.ts'
import { ask, fieldsOf, fileOf, fill, rooms, send } from './support.ts'

openHouse({
  rooms: [...rooms, { name: 'programme', routes: [...programmeCheckRoutes, ...programmeVersionRoutes] }],
})

const slug = 'efface'
const at = (part: string) => `/en/desk/seminars/${slug}/${part}`

test('the only moderator of a part is erased: the draft goes on, the checks say so, no version shows the name', async () => {
  await importWithPeople(house, 'reseau', slug, true)
  await fill(house, at('edit/people/luc'), organiser, { named: 'yes' })
  const release = versionOf(programmePart(await fileOf(house, slug)))
  const released = await releaseProgramme(house, job('test'), slug, release, {
    name: { fr: 'Programme provisoire' },
    provisional: true,
    languages: ['es'],
  })
  expect(released).toMatchObject({ outcome: 'released', slug: 'programme-provisoire' })
  const everybody = [
    `/fr/seminars/${slug}`,
    `/fr/seminars/${slug}/programme`,
    `/fr/seminars/${slug}/versions/programme-provisoire`,
  ]
  const office = ['checks', 'programme', 'edit', 'edit/people', 'edit/slots/panel', 'edit/slots/panel/panel'].map(at)
  expect((await ask(house, everybody[2] ?? '', '')).html).toContain('Vaubert-Lenoir')
  expect((await ask(house, at('edit/people'), organiser)).html).toContain('Vaubert-Lenoir')
  const before = await ask(house, at('checks'), organiser)
  expect(before.html).not.toContain('No moderation')
  expect(before.html).toContain('Invited, without an answer')
  const typed = fieldsOf((await ask(house, at('edit/people/luc'), organiser)).html, at('edit/people/luc'))

  const [administrator] = await query<{ id: string }>(
    house,
    `with p as (insert into perenne.person (given_name, email, language, has_account) values ('Z', 'z@example.org', 'en', true) returning id)
     insert into perenne.access_right (person_id, role, space_id, space_kind, reason)
     select p.id, 'administrator', s.id, s.kind, 'test' from p, perenne.space s where s.kind = 'installation' returning person_id as id`,
  )
  const luc = await personOf(house, slug, 'luc')
  expect(await erasePerson(house, person(administrator?.id ?? ''), luc, 'asked for')).toBe('erased')

  for (const path of [...everybody, ...office]) {
    const { status, html } = await ask(house, path, office.includes(path) ? organiser : '')
    expect([path, status]).toEqual([path, 200])
    expect(html, path).not.toContain('Vaubert')
  }
  // Nobody moderates it any more, and the seat is free: what was asked of them has no answer to wait for.
  const checks = await ask(house, at('checks'), organiser)
  expect(checks.html).toContain('No moderation')
  expect(checks.html).not.toContain('Invited, without an answer')
  expect((await ask(house, at('edit/slots/panel/panel'), organiser)).html).toContain('Europe: 1 of 2 confirmed')
  expect((await ask(house, at('edit/people/luc'), organiser)).status).toBe(404)

  // The panel and the people are edited as before.
  const panel = at('edit/slots/panel/panel')
  const seated = await fill(house, panel, organiser, {
    'seat.europe-2.person': 'eva',
    'seat.europe-2.state': 'invited',
  })
  expect(seated.status).toBe(303)
  expect((await ask(house, at('checks'), organiser)).html).toContain('Invited, without an answer')
  // A form that was open meanwhile does not bring them back unseen.
  expect((await send(house, at('edit/people/luc'), organiser, { ...typed, familyName: 'Vaubert' })).status).toBe(409)
  expect((await fileOf(house, slug)).people.map(({ key }) => key)).toEqual(['ana', 'eva'])
  await changed(house, slug, file => {
    for (const slot of file.programme.slots) if (slot.key === 'panel') slot.moderators = ['org-a']
  })
  expect((await ask(house, at('checks'), organiser)).html).not.toContain('No moderation')
  expect((await slotOf(house, slug, 'panel'))?.seats[1]).toMatchObject({ person: 'eva', state: 'invited' })
})

test('an organiser who takes somebody off erases the name from every version at once', async () => {
  const version = `/fr/seminars/${slug}/versions/programme-provisoire`
  expect((await ask(house, version, '')).html).toContain('Zanetti-Quiroga')
  expect((await fill(house, at('edit/people/ana/remove'), organiser, {})).status).toBe(303)
  const after = await ask(house, version, '')
  expect(after.status).toBe(200)
  expect(after.html).not.toContain('Zanetti-Quiroga')
  // Nor does somebody new on the list get their place in it.
  await fill(house, at('edit/people/~new'), organiser, { givenName: 'Ana', familyName: 'Nouvelle', named: 'yes' })
  expect((await ask(house, version, '')).html).not.toContain('Nouvelle')
})
