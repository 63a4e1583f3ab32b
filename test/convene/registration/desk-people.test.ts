import { afterAll, beforeAll, expect, test } from 'vitest'
import { register } from '#convene/registration/index.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { ask, deskRooms, fieldsOf, filled, queriesOf, send, settle, universities, wordsOn } from './desk-support.ts'
import { answers, makeSeminar, query, signedIn, stateOf } from './support.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse(deskRooms)
})
afterAll(() => house.close())

type Filled = Awaited<ReturnType<typeof filled>>
const at = ({ seminar }: Filled, path = '') => `/en/desk/seminars/${seminar.slug}/registrations${path}`

test('several are approved at once: who has a place and who waits is told apart', async () => {
  const there = await filled(house)
  const { cookie, ids } = there
  const sent = await send(house, at(there, '?state=requested'), cookie, {
    do: 'approve',
    'id[]': [ids.requested, ids.waiting],
  })
  expect(sent).toMatchObject({ status: 303, location: at(there, '?state=requested') })
  const said = wordsOn((await ask(house, sent.location ?? '', sent.cookie)).html)
  // The clerk took the place that the mayor gave back, and one is kept for the invitation.
  expect(said).toContain('1 person is on the waiting list: a quota that counts them is full.')
  expect(said).toContain('1 registration did not need examining, and stays as it was.')
  expect(await stateOf(house, ids.requested)).toBe('waiting')
  expect(await stateOf(house, ids.waiting)).toBe('waiting')
})

test('to refuse asks for the reason first; it is kept, told in the mail, and done once', async () => {
  const there = await filled(house)
  const { cookie, ids } = there
  const ticked = { do: 'refuse', 'id[]': [ids.behind, ids.waiting, ids.requested] }
  const page = await send(house, at(there), cookie, ticked)
  expect(page.status).toBe(200)
  expect(wordsOn(page.html)).toContain('Refuse 3 registrations?')
  expect(wordsOn(page.html)).toMatch(/Ana Researcher .*Ana Clerk .*Ana Other/)
  expect(await stateOf(house, ids.behind)).toBe('confirmed')
  const form = fieldsOf(page.html, at(there))
  expect(form).toMatchObject({ do: 'refuse', sure: 'yes', 'id[]': [ids.waiting, ids.behind, ids.requested] })
  const none = await send(house, at(there), cookie, { ...form, reason: '  ' })
  expect(none.status).toBe(422)
  expect(wordsOn(none.html)).toContain('Write why: whoever is refused reads it in the mail.')
  const long = await send(house, at(there), cookie, { ...form, reason: 'x'.repeat(1001) })
  expect(long.status).toBe(422)
  expect(long.html).toContain('x'.repeat(1001))
  expect(await stateOf(house, ids.behind)).toBe('confirmed')
  const done = await send(house, at(there), cookie, { ...form, reason: 'The seminar is for “cities” <only>' })
  expect(done).toMatchObject({ status: 303, location: at(there) })
  expect(await stateOf(house, ids.waiting)).toBe('refused')
  expect(await stateOf(house, ids.requested)).toBe('refused')
  // A confirmed person has a place that we gave: they are cancelled, not refused.
  expect(await stateOf(house, ids.behind)).toBe('confirmed')
  const said = wordsOn((await ask(house, done.location ?? '', done.cookie)).html)
  expect(said).toContain('1 registration is confirmed: it cannot be refused any more, only cancelled.')
  const [row] = await query<{ reason: string }>(house, 'select reason from perenne.registration where id = $1', [
    ids.waiting,
  ])
  expect(row?.reason).toBe('The seminar is for “cities” <only>')
  const mails = async () =>
    await query(house, `select 1 from perenne.mail where template = 'registration-refused' and space_id = $1`, [
      there.seminar.id,
    ])
  expect(await mails()).toHaveLength(2)
  // The same sending again leads to the same place, and nobody is written to twice.
  expect(await send(house, at(there), cookie, { ...form, reason: 'Again' })).toMatchObject({ status: 303 })
  expect(await mails()).toHaveLength(2)
})

test('to cancel several needs no reason; the place goes on at once', async () => {
  const there = await filled(house)
  const { cookie, ids } = there
  const page = await send(house, at(there), cookie, { do: 'cancel', 'id[]': [ids.professor, ids.mayor] })
  const done = await send(house, at(there), cookie, { ...fieldsOf(page.html, at(there)), reason: '' })
  const said = wordsOn((await ask(house, done.location ?? '', done.cookie)).html)
  expect(said).toContain('1 registration is cancelled.')
  expect(said).toContain('1 registration had already ended, and stays as it was.')
  expect(await stateOf(house, ids.waiting)).toBe('confirmed')
})

test('who was decided about meanwhile is left alone, and told; the others are done', async () => {
  for (const ending of ['refuse', 'cancel']) {
    const there = await filled(house)
    const { cookie, ids } = there
    const page = await send(house, at(there), cookie, { do: ending, 'id[]': [ids.requested, ids.waiting] })
    const form = fieldsOf(page.html, at(there))
    expect(form).toMatchObject({ [`was-${ids.requested}`]: 'requested', [`was-${ids.waiting}`]: 'waiting' })
    expect(wordsOn(page.html)).toMatch(/Ana Other .* Mails in Portuguese/)
    // Another organiser approves while the page is open.
    await query(house, `update perenne.quota set capacity = 50 where seminar_id = $1`, [there.seminar.id])
    await send(house, at(there), cookie, { do: 'approve', 'id[]': [ids.requested] })
    expect(await stateOf(house, ids.requested)).toBe('confirmed')
    const sent = await send(house, at(there), cookie, { ...form, reason: 'Too late' })
    expect(sent.status).toBe(303)
    expect(await stateOf(house, ids.requested)).toBe('confirmed')
    expect(await stateOf(house, ids.waiting)).toBe(ending === 'refuse' ? 'refused' : 'cancelled')
    const said = wordsOn((await ask(house, sent.location ?? '', sent.cookie)).html)
    expect(said).toContain('Meanwhile Ana Other went from “to examine” to “confirmed”')
    expect(said).toMatch(/1 registration is (refused|cancelled)\./)
  }
})

test('a place that was given is cancelled, not refused; each button says what happens', async () => {
  const there = await filled(house)
  const { cookie, ids } = there
  const button = (word: string) => new RegExp(`name="do" value="${word}"`)
  const confirmed = (await ask(house, at(there, `/${ids.behind}`), cookie)).html
  expect(confirmed).not.toMatch(button('refuse'))
  expect(confirmed).toMatch(button('cancel'))
  expect(wordsOn(confirmed)).toContain('The place goes to the first in line who can take it')
  const requested = (await ask(house, at(there, `/${ids.requested}`), cookie)).html
  for (const word of ['approve', 'refuse', 'cancel']) expect(requested).toMatch(button(word))
  expect(wordsOn(requested)).toContain('The request or the wait ends; the person reads your reason in a mail.')
  // And either can be written to.
  for (const [id, html] of [
    [ids.behind, confirmed],
    [ids.requested, requested],
  ] as const)
    expect(html).toContain(`/mailings/new?registration=${id}">Write to this person</a>`)
})

test('consents stand in the language in which they were shown, whoever reads them', async () => {
  const there = await filled(house)
  const { html } = await ask(house, at(there, `/${there.ids.behind}`), there.cookie)
  expect(html).toMatch(/<span>agreed<\/span><\/span> <span lang="fr">Usage des données<\/span>/)
  expect(wordsOn(html)).not.toContain('Use of the data')
})

test('nobody ticked, an unknown word, people of another seminar: told, and nothing happens', async () => {
  const there = await filled(house)
  const other = await filled(house)
  const { cookie } = there
  const nobody = await send(house, at(there, '?state=waiting'), cookie, { do: 'approve' })
  expect(nobody.status).toBe(422)
  expect(wordsOn(nobody.html)).toContain('Tick someone in the list first.')
  expect(nobody.html).toContain('Ana Researcher')
  expect((await send(house, at(there), cookie, { do: 'crown', 'id[]': [there.ids.waiting] })).status).toBe(422)
  for (const wanted of ['approve', 'refuse', 'cancel']) {
    const foreign = { do: wanted, sure: 'yes', reason: 'mine now', 'id[]': [other.ids.professor, other.ids.requested] }
    expect((await send(house, at(there), cookie, foreign)).status).toBe(404)
    expect((await send(house, at(there, `/${other.ids.professor}`), cookie, foreign)).status).toBe(404)
  }
  // One of theirs and one of another's: only theirs is touched.
  const mixed = { do: 'cancel', sure: 'yes', reason: '', 'id[]': [there.ids.professor, other.ids.professor] }
  // Sure is only who saw in which state they are.
  expect((await send(house, at(there), cookie, mixed)).status).toBe(200)
  expect(await stateOf(house, there.ids.professor)).toBe('confirmed')
  await send(house, at(there), cookie, { ...mixed, [`was-${there.ids.professor}`]: 'confirmed' })
  expect(await stateOf(house, there.ids.professor)).toBe('cancelled')
  expect(await stateOf(house, other.ids.professor)).toBe('confirmed')
  expect(await stateOf(house, other.ids.requested)).toBe('requested')
})

test('everything of one registration: answers, consents with their words, mails, events with who', async () => {
  const there = await filled(house)
  const { cookie, ids } = there
  const { status, html } = await ask(house, at(there, `/${ids.behind}`), cookie)
  const said = wordsOn(html)
  expect(status).toBe(200)
  expect(said).toContain('Ana Clerk')
  expect(said).toContain('clerk@example.org')
  expect(said).toContain('Staff of a local government or a public body')
  expect(said).toMatch(/agreed Usage des données/)
  expect(said).toMatch(/not agreed Liste des personnes/)
  expect(said).toContain('Our last mail did not arrive')
  expect(said).toMatch(/Registered: waiting list on registering/)
  expect(said).toMatch(/From “waiting list” to “confirmed” Omar Office/)
  const mayor = wordsOn((await ask(house, at(there, `/${ids.mayor}`), cookie)).html)
  expect(mayor).toContain('On mission that day')
  expect(mayor).toContain('This registration has ended.')
  const invited = wordsOn((await ask(house, at(there, `/${ids.invited}`), cookie)).html)
  expect(invited).toMatch(/Réseau des villes VILLES2018/)
  expect(invited).toContain('Has one of the places kept for it')
})

test('who waits sees their rank, what is full, and who went past them', async () => {
  const there = await filled(house)
  const { html } = await ask(house, at(there, `/${there.ids.waiting}`), there.cookie)
  const said = wordsOn(html)
  expect(said).toContain('Rank 1 on the waiting list')
  expect(said).toContain('“Universities” is full: 1 of 1.')
  expect(said).toMatch(
    /12 Jun 2018, 10:03: Ana Clerk \(Public staff\) Full for this person at that moment: Universities \(1 of 1\)\./,
  )
  expect(html).toContain(at(there, `/${there.ids.behind}`))
})

test('a priority: set, refused with what was typed, and never over somebody else’s', async () => {
  const there = await filled(house)
  const { cookie, ids } = there
  const path = at(there, `/${ids.waiting}`)
  const form = { do: 'priority', _form: '0' }
  for (const typed of ['much', '101', '-101', '1.5', '']) {
    const wrong = await send(house, path, cookie, { ...form, priority: typed })
    expect(wrong.status).toBe(422)
    expect(wordsOn(wrong.html)).toContain('Enter a whole number from −100 to 100.')
    expect(wrong.html).toContain(`value="${typed}"`)
  }
  expect(await send(house, path, cookie, { ...form, priority: '−5' })).toMatchObject({ status: 303, location: path })
  const priority = async () =>
    (
      await query<{ priority: number }>(house, 'select priority from perenne.registration where id = $1', [ids.waiting])
    )[0]?.priority
  expect(await priority()).toBe(-5)
  const stale = await send(house, path, cookie, { ...form, priority: '7' })
  expect(stale.status).toBe(422)
  expect(wordsOn(stale.html)).toContain('Someone has meanwhile set the priority to -5; you typed 7.')
  expect(await priority()).toBe(-5)
  // The page that says so carries the present one: saving again is a decision.
  expect(fieldsOf(stale.html, path)).toMatchObject({ do: 'priority', _form: '-5', priority: '7' })
  expect((await send(house, path, cookie, { ...form, _form: '-5', priority: '7' })).status).toBe(303)
  expect(await priority()).toBe(7)
  // Whoever is examined takes theirs along into the line.
  const asked = at(there, `/${ids.requested}`)
  const before = (await ask(house, asked, cookie)).html
  expect(wordsOn(before)).toContain('It counts once the request is approved')
  await send(house, asked, cookie, { ...fieldsOf(before, asked), do: 'priority', priority: '9' })
  await send(house, asked, cookie, { do: 'approve' })
  expect(await stateOf(house, ids.requested)).toBe('waiting')
  const rank = wordsOn((await ask(house, asked, cookie)).html)
  expect(rank).toContain('Rank 1 on the waiting list')
  const gone = await send(house, at(there, `/${ids.professor}`), cookie, { ...form, priority: '3' })
  expect(wordsOn((await ask(house, gone.location ?? '', gone.cookie)).html)).toContain('nothing was changed for them')
})

test('who has no `people` sees no person and decides nothing; another seminar’s organiser finds no such page', async () => {
  const there = await filled(house)
  const { seminar, ids } = there
  const elsewhere = await signedIn(house, 'organiser', (await makeSeminar(house)).id)
  const nobody = await signedIn(house, null, seminar.id)
  const inside = await Promise.all(
    (['evaluator', 'translator', 'door_steward', 'moderator'] as const).map(role => signedIn(house, role, seminar.id)),
  )
  const paths = ['', `/${ids.waiting}`].map(path => at(there, path))
  for (const path of paths) {
    for (const [who, expected] of [...[...inside, nobody].map(one => [one, 403] as const), [elsewhere, 404] as const]) {
      const page = await ask(house, path, who.cookie)
      expect(page.status).toBe(expected)
      expect(page.html).not.toMatch(/Researcher|@example\.org/)
      for (const wanted of ['approve', 'refuse', 'cancel', 'priority']) {
        const fields = { do: wanted, sure: 'yes', reason: 'x', priority: '9', 'id[]': [ids.waiting, ids.requested] }
        const sent = await send(house, path, who.cookie, fields)
        expect(sent.status).toBe(expected)
        expect(sent.html).not.toMatch(/Researcher/)
      }
    }
    const anonymous = await house.ask(path)
    expect(anonymous.headers.get('location')).toMatch(/^\/en\/sign-in/)
    const sent = await house.send(path, { do: 'cancel', sure: 'yes', reason: '', 'id[]': ids.waiting })
    expect([303, 401, 403]).toContain(sent.status)
  }
  expect(await stateOf(house, ids.waiting)).toBe('waiting')
  expect(await stateOf(house, ids.requested)).toBe('requested')
  expect((await ask(house, at(there, '/none'), there.cookie)).status).toBe(404)
  expect((await ask(house, at(there, `/${ids.invitation}`), there.cookie)).status).toBe(404)
})

test('an erased person: what statistics count, and nothing else', async () => {
  const there = await filled(house)
  await query(
    house,
    `update perenne.person set erased_at = perenne.now(), given_name = null, family_name = null, email = null
     where id = (select person_id from perenne.registration where id = $1)`,
    [there.ids.mayor],
  )
  const { status, html } = await ask(house, at(there, `/${there.ids.mayor}`), there.cookie)
  expect(status).toBe(200)
  expect(wordsOn(html)).toContain('This person’s data has been erased.')
  expect(html).not.toMatch(/Mayor|mayor@|On mission/)
})

test('the filters that a link carries: country, undelivered mail, one organisation', async () => {
  const there = await filled(house)
  const { cookie } = there
  const names = async (path: string) =>
    [
      ...(await ask(house, at(there, path), cookie)).html.matchAll(/<th scope="row">.*?<span dir="auto">Ana (\w+)</gs),
    ].map(match => match[1])
  expect(await names('?country=GH')).toEqual(['Researcher'])
  expect(await names('?country=gh&sort=requested')).toHaveLength(6)
  expect(await names('?mail=undelivered')).toEqual(['Clerk'])
  expect(await names('?state=requested')).toEqual(['Other'])
  expect(await names('?organisation=organisationprofessor')).toEqual(['Professor'])
  const { html } = await ask(house, at(there), cookie)
  expect(wordsOn(html)).toContain('Our last mail did not reach 1 person.')
  expect(wordsOn(html)).toContain('1 registration is waiting for your answer')
  // Who has ended cannot be chosen any more.
  expect(html).not.toContain('Choose Ana Mayor')
  expect(html).toContain('Choose Ana Clerk')
})

test('a page of one registration asks as often whatever else there is', async () => {
  const one = await makeSeminar(house, { capacity: 1 })
  const organiser = await signedIn(house, 'organiser', one.id)
  await settle(house, one, organiser.personId, ({ quotas, admission }) => ({
    quotas: [...quotas, universities(1)],
    admission,
  }))
  const ids: string[] = []
  for (const familyName of ['One', 'Two']) {
    const made = await register(house, answers(one, { familyName, email: `${familyName}@example.org` }))
    if (made.outcome === 'refused') throw new Error(made.why)
    ids.push(made.id)
  }
  const page = `/en/desk/seminars/${one.slug}/registrations/${ids[1]}`
  const few = await queriesOf(house, page, organiser.cookie)
  for (let n = 1; n <= 3; n++) await register(house, answers(one, { familyName: `N${n}`, email: `n${n}@example.org` }))
  expect(await queriesOf(house, page, organiser.cookie)).toBe(few)
})
