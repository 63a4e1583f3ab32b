import { expect, test } from 'vitest'
import { mePath, notMePath } from '#convene/registration/acts/personal-link.ts'
import { ownRoutes } from '#convene/registration/pages/me/routes.ts'
import { disagreements, mailsAbout, makeSeminar, query, registered, stateOf } from './acts-support.ts'
import { house, openHouse } from './house.ts'
import { holderOf, ownRooms } from './own-support.ts'

openHouse(ownRooms)

test('everything that is held is on the page and in the file, and nothing of anybody else', async () => {
  const seminar = await makeSeminar(house)
  await registered(house, seminar, { givenName: 'Secret', email: 'other@example.org' })
  const id = await registered(house, seminar, {
    role: 'Head of office',
    languages: ['pt', 'es'],
    needs: { accessibility: ['step-free'], diet: ['vegan'], note: 'A table near\nthe window' },
  })
  const holder = holderOf(house, id)
  const page = await holder.open('/data')
  for (const words of ['Head of office', 'Spanish', 'Access without steps', 'Vegan', 'the window', 'Place confirmed'])
    expect(page.html).toContain(words)
  const file = await holder.open('/data.json')
  expect(file.response.headers.get('content-disposition')).toContain(`${seminar.slug}.json`)
  expect(file.response.headers.get('cache-control')).toBe('no-store')
  expect(JSON.parse(file.html)).toMatchObject({
    registration: { id, state: 'confirmed', category: 'staff' },
    person: { givenName: 'Ana', email: 'ana@example.org' },
    role: 'Head of office',
    needs: { accessibility: ['step-free'], note: 'A table near\nthe window' },
    consents: [
      { consent: 'data', given: true, text: { fr: 'Usage des données', en: 'Use of the data' } },
      { consent: 'participants-list', given: false },
    ],
    mails: [{ kind: 'registration-confirmed', state: 'to_send' }],
    events: [{ kind: 'state', to: 'confirmed' }],
  })
  expect(page.html + file.html).not.toMatch(/Secret|other@/)
})

test('erasing asks first; then nothing names the person, the place is given on, and the link opens nothing', async () => {
  const seminar = await makeSeminar(house, { capacity: 1 })
  const id = await registered(house, seminar, { givenName: 'Leopoldina', email: 'leo@example.org' })
  const waits = await registered(house, seminar, { email: 'w@example.org' })
  const holder = holderOf(house, id)
  expect((await holder.open('/erase')).html).toContain('cannot be brought back')
  expect(await stateOf(house, id)).toBe('confirmed')
  const sent = await holder.send('/erase')
  expect(await holder.follow(sent)).toContain('Your data is erased')
  expect((await holder.send('/erase')).status).toBe(303)
  expect(await stateOf(house, waits)).toBe('confirmed')
  expect(await stateOf(house, id)).toBe('cancelled')
  const dump = await query<{ all: string }>(
    house,
    `select string_agg(t::text, ' ') as all from (
       select to_jsonb(p)::text as t from perenne.person p union all select to_jsonb(r)::text from perenne.registration r
       union all select to_jsonb(m)::text from perenne.mail m union all select to_jsonb(v)::text from perenne.record_version v) as t`,
  )
  expect(dump[0]?.all).not.toMatch(/Leopoldina|leo@example/)
  for (const { method, path } of ownRoutes) {
    if (!path.startsWith('/:l/me/') || path.endsWith('/erase')) continue
    const at = holder.at(path.slice('/:l/me/:token'.length))
    const gone = method === 'GET' ? await house.ask(at) : await house.send(at, {})
    expect([at, gone.status]).toEqual([at, 404])
  }
  expect((await holder.open()).status).toBe(404)
  expect(await disagreements(house, seminar.id)).toEqual([])
})

test('“not me”: opening changes nothing, the button erases, and a second press finds it done', async () => {
  const seminar = await makeSeminar(house, { capacity: 1 })
  const id = await registered(house, seminar, { email: 'not-mine@example.org' })
  const waits = await registered(house, seminar, { email: 'w@example.org' })
  const at = `/en${notMePath(house.keys, { id: id, linkNumber: 1 })}`
  for (let times = 0; times < 3; times++) {
    const page = await house.ask(at)
    const html = await page.text()
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(html).toContain('It was not me')
    expect(html).not.toMatch(/Ana|not-mine@/)
  }
  expect(await stateOf(house, id)).toBe('confirmed')
  for (let times = 0; times < 2; times++) expect((await house.send(at, {})).headers.get('location')).toBe(at)
  expect(await (await house.ask(at)).text()).toContain('are erased')
  expect(await stateOf(house, id)).toBe('cancelled')
  expect(await stateOf(house, waits)).toBe('confirmed')
  const [row] = await query<{ email: string | null }>(
    house,
    'select p.email from perenne.person p join perenne.registration r on r.person_id = p.id where r.id = $1',
    [id],
  )
  expect(row?.email).toBeNull()
  expect(await mailsAbout(house, id)).toEqual(['registration-confirmed'])
})

test('a link that is forged, cut, or signed for something else opens and does nothing', async () => {
  const seminar = await makeSeminar(house)
  const id = await registered(house, seminar)
  const another = await registered(house, seminar, { email: 'b@example.org' })
  const own = mePath(house.keys, { id: id, linkNumber: 1 }).slice('/me/'.length)
  const undo = notMePath(house.keys, { id: id, linkNumber: 1 }).slice('/not-me/'.length)
  const signature = own.split('.')[1]
  const bad = [own.slice(0, -1), `${own}x`, undo, `${another}.${signature}`, house.keys.sign('receipt', id), id, 'x']
  for (const { method, path } of ownRoutes) {
    const mine = path.startsWith('/:l/not-me')
    for (const token of mine ? [own, undo.slice(0, -1), id] : bad) {
      const at = path.replace(':l', 'en').replace(':token', token)
      const answer = method === 'GET' ? await house.ask(at) : await house.send(at, {})
      expect([method, at, answer.status]).toEqual([method, at, 404])
    }
  }
  expect(await stateOf(house, id)).toBe('confirmed')
  expect(await stateOf(house, another)).toBe('confirmed')
})

test('no address of an own page changes anything when it is opened, as programs that look through mails do', async () => {
  const seminar = await makeSeminar(house, { capacity: 1, admission: { promotion: 'offer' } })
  const id = await registered(house, seminar)
  const offered = await registered(house, seminar, { email: 'w@example.org' })
  await holderOf(house, id).send('/cancel')
  const before = await query(house, 'select * from perenne.registration where seminar_id = $1 order by id', [
    seminar.id,
  ])
  const mails = await query(house, 'select id from perenne.mail where space_id = $1', [seminar.id])
  for (const one of [id, offered])
    for (const { method, path } of ownRoutes) {
      if (method !== 'GET') continue
      const token = path.includes('not-me')
        ? notMePath(house.keys, { id: one, linkNumber: 1 })
        : mePath(house.keys, { id: one, linkNumber: 1 })
      await house.ask(path.replace(':l', 'en').replace(':token', token.split('/').at(-1) ?? ''))
    }
  expect(
    await query(house, 'select * from perenne.registration where seminar_id = $1 order by id', [seminar.id]),
  ).toEqual(before)
  expect(await query(house, 'select id from perenne.mail where space_id = $1', [seminar.id])).toHaveLength(mails.length)
})

test('a POST from another site is refused', async () => {
  const seminar = await makeSeminar(house)
  const id = await registered(house, seminar)
  const answer = await house.send(holderOf(house, id).at('/erase'), {}, { headers: { origin: 'https://evil.example' } })
  expect(answer.status).toBe(403)
  expect(await stateOf(house, id)).toBe('confirmed')
})

test('a seminar that is public no more still lets its people see, cancel and erase', async () => {
  const seminar = await makeSeminar(house)
  const id = await registered(house, seminar)
  await query(house, 'update perenne.space set visibility = 0 where id = $1', [seminar.id])
  await query(house, 'update perenne.seminar set visibility = 0 where id = $1', [seminar.id])
  const holder = holderOf(house, id)
  const { status, html } = await holder.open()
  expect(status).toBe(200)
  expect(html).not.toContain(`href="/en/seminars/${seminar.slug}"`)
  expect(await holder.follow(await holder.send('/erase'))).toContain('Your data is erased')
})
