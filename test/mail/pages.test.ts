import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { as, job } from '../../source/ground/database/actor.ts'
import type { Role, SpaceKind } from '../../source/ground/database/tables.ts'
import type { House } from '../../source/ground/house.ts'
import { mailMenu, mailRoutes } from '../../source/ground/mail/pages/routes.ts'
import { openSession, sessionCookie } from '../../source/ground/people/session.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { addPerson, installation, stateOf, testRoom, write } from './support.ts'

let house: TestHouse
let ours: string
let theirs: string
const cookies: Record<string, string> = {}
let rosa: string

async function addSeminar(slug: string): Promise<string> {
  const { rows } = await house.database.owner.query(
    `insert into perenne.space (kind, parent_id, slug, visibility) values ('seminar', $1, $2, 2) returning id`,
    [installation, slug],
  )
  return rows[0].id
}
async function signIn(name: string, role: Role, spaceId: string, kind: SpaceKind): Promise<void> {
  const person = await addPerson(house, name, 'Office', `${name}@office.example`)
  await house.database.owner.query('update perenne.person set has_account = true where id = $1', [person])
  await house.database.owner.query(
    `insert into perenne.access_right (person_id, role, space_id, space_kind, reason) values ($1, $2, $3, $4, 'test')`,
    [person, role, spaceId, kind],
  )
  cookies[name] = `${sessionCookie}=${(await openSession(house.db, person)).token}`
}

beforeAll(async () => {
  house = await openTestHouse([testRoom, { name: 'mail', routes: mailRoutes, menu: mailMenu }])
  ours = await addSeminar('ours')
  theirs = await addSeminar('theirs')
  await signIn('admin', 'administrator', installation, 'installation')
  await signIn('organiser', 'organiser', ours, 'seminar')
  await signIn('stranger', 'organiser', theirs, 'seminar')
  await signIn('steward', 'door_steward', ours, 'seminar')
  rosa = await addPerson(house, 'Rosa', 'Núñez', 'rosa@ville.example')
})
afterAll(() => house.close())
beforeEach(() => house.database.owner.query('truncate perenne.mail cascade'))

const ask = (who: string, path: string) => house.ask(path, { headers: { cookie: cookies[who] ?? '' } })
const send = (who: string, path: string, fields: Record<string, string> = {}) =>
  house.send(path, fields, { headers: { cookie: cookies[who] ?? '' } })
const list = '/en/administration/mails'
const set = (id: string, columns: string) =>
  house.database.owner.query(`update perenne.mail set ${columns} where id = $1`, [id])

describe('the list', () => {
  it('is there at both addresses, in the four languages, for whoever looks after people there', async () => {
    await write(house, rosa, { spaceId: ours })
    for (const l of ['fr', 'es', 'pt', 'en']) {
      for (const path of [`/${l}/administration/mails`, `/${l}/desk/seminars/ours/mails`]) {
        for (const who of ['admin', 'organiser']) {
          const answer = await ask(who, path)
          expect(answer.status, `${who} ${path}`).toBe(200)
          expect(await answer.text()).toContain('Rosa Núñez &lt;rosa@ville.example&gt;')
        }
      }
    }
  })

  it('shows nothing to anybody else', async () => {
    const id = await write(house, rosa, { spaceId: ours })
    const stranger = await ask('stranger', list)
    expect(stranger.status).toBe(200)
    expect(await stranger.text()).not.toContain('rosa@')
    expect((await ask('stranger', '/en/desk/seminars/ours/mails')).status).toBe(403)
    expect((await ask('steward', list)).status).toBe(403)
    expect((await ask('steward', '/en/desk/seminars/ours/mails')).status).toBe(403)
    expect((await ask('admin', '/en/desk/seminars/none/mails')).status).toBe(404)
    for (const path of [list, `${list}/${id}`, `${list}/${id}/html`, '/en/desk/seminars/ours/mails']) {
      const anonymous = await house.ask(path)
      expect(anonymous.status).toBe(303)
      expect(anonymous.headers.get('location')).toMatch(/^\/en\/sign-in/)
    }
    for (const who of ['stranger', 'steward']) {
      expect((await ask(who, `${list}/${id}`)).status).toBe(404)
      expect((await ask(who, `${list}/${id}/html`)).status).toBe(404)
      for (const action of ['retry', 'cancel', 'again']) {
        expect((await send(who, `${list}/${id}/${action}`)).status).toBe(404)
      }
    }
    expect((await ask('admin', `${list}/not-an-id`)).status).toBe(404)
    expect(await stateOf(house, id)).toMatchObject({ state: 'to_send' })
  })

  it('narrows by state and by recipient, sorts, and pages', async () => {
    const other = await addPerson(house, 'Zoé', '100%_Sûr', 'zoe@ville.example')
    const failed = await write(house, other, { spaceId: ours })
    await set(failed, `state = 'failed', attempts = 1, last_error = 'refused-for-good: 550 no such box'`)
    for (let i = 0; i < 51; i++) await write(house, rosa, { spaceId: ours })
    const text = async (query: string) => (await ask('organiser', `${list}?${query}`)).text()
    const failing = await text('state=failed')
    expect(failing).toContain('zoe@ville.example')
    expect(failing).toContain('The mail server refused it for good.')
    expect(failing).not.toContain('rosa@')
    expect(await text('who=100%25_sur')).toContain('zoe@')
    expect(await text('who=nunez')).not.toContain('zoe@')
    expect(await text('who=nobody')).toContain('No mail like this')
    expect(await text('')).toContain('1–50 of 52')
    expect(await text('page=2')).toContain('51–52 of 52')
    expect((await text('sort=-tries')).indexOf('zoe@')).toBeLessThan((await text('sort=-tries')).indexOf('rosa@'))
    for (const odd of [
      'page=-1',
      'page=1e99',
      'state=x',
      'state=constructor',
      'sort=x;drop',
      `who=${'x'.repeat(5000)}`,
    ]) {
      expect((await ask('organiser', `${list}?${odd}`)).status, odd).toBe(200)
    }
  })

  it('asks the database as often for three rows as for one', async () => {
    const withMail: House = house
    const count = async (path: string) => {
      const spy = vi.spyOn(pg.Client.prototype, 'query')
      await ask('organiser', path)
      const asked = spy.mock.calls.length
      spy.mockRestore()
      return asked
    }
    for (const smtpUrl of [null, 'smtp://127.0.0.1:1']) {
      Object.assign(withMail.settings, { smtpUrl })
      await house.database.owner.query('truncate perenne.mail cascade')
      await write(house, rosa, { spaceId: ours })
      // Session: begin with its actor, session, actor, capabilities, commit. Page: begin with its actor, count, rows, (alarm), commit.
      const expected = smtpUrl === null ? 9 : 10
      expect(await count(list)).toBe(expected)
      expect(await count('/en/desk/seminars/ours/mails')).toBe(expected + 1)
      for (let i = 0; i < 2; i++) await write(house, rosa, { spaceId: ours })
      expect(await count(list)).toBe(expected)
      expect(await count('/en/desk/seminars/ours/mails')).toBe(expected + 1)
    }
    Object.assign(withMail.settings, { smtpUrl: null })
  })

  it('raises an alarm when mails do not leave, where they are meant to', async () => {
    const old = await write(house, rosa, { spaceId: ours })
    const alarm = async (who: string) => (await (await ask(who, list)).text()).includes('Mails do not leave')
    const isOld = (minutes: number) =>
      set(
        old,
        `due_at = perenne.now() - interval '${minutes} min', created_at = perenne.now() - interval '${minutes} min'`,
      )
    await isOld(20)
    expect(await alarm('organiser')).toBe(false)
    Object.assign(house.settings, { smtpUrl: 'smtp://127.0.0.1:1' })
    expect(await alarm('organiser')).toBe(true)
    expect(await alarm('stranger')).toBe(false)
    await isOld(14)
    expect(await alarm('organiser')).toBe(false)
    // Tried three times since 21 minutes; the next try is still to come.
    await set(
      old,
      `state = 'waiting_retry', attempts = 3, due_at = perenne.now(), created_at = perenne.now() - interval '1 day'`,
    )
    expect(await alarm('organiser')).toBe(true)
    await set(old, `attempts = 1`)
    expect(await alarm('organiser')).toBe(false)
    await set(old, `state = 'failed'`)
    expect(await alarm('organiser')).toBe(true)
    await set(old, `state = 'cancelled'`)
    expect(await alarm('organiser')).toBe(false)
    Object.assign(house.settings, { smtpUrl: null })
  })
})

describe('one mail', () => {
  it('shows its headers, its words in the language of its recipient, and its HTML under a policy of its own', async () => {
    const id = await write(house, rosa, { spaceId: ours, language: 'es', data: { note: '<script>alert(1)</script>' } })
    const answer = await ask('organiser', `${list}/${id}`)
    const text = await answer.text()
    expect(answer.status).toBe(200)
    expect(text).toContain('lang="es">¡Su lugar está confirmado! 🌍')
    expect(text).toContain(`&lt;${id}@localhost&gt;`)
    expect(text).toContain('href="http://localhost:3000/es/me/abc.def?x=1&amp;y=2"')
    expect(text).toContain('séminaire.ics')
    expect(text).not.toContain('<script>alert')
    const html = await ask('organiser', `${list}/${id}/html`)
    expect(html.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'unsafe-inline';.* sandbox /,
    )
    expect(html.headers.get('content-security-policy')).not.toMatch(/script|allow-same-origin/)
    expect(html.headers.get('cache-control')).toBe('no-store')
    expect(await html.text()).toMatch(/<html lang="es">[\s\S]*&lt;script&gt;alert/)
  })

  it('says so when there is nothing to say, or when it cannot be put together', async () => {
    const gone = await write(house, rosa, { spaceId: ours, template: 'nothing' })
    const broken = await write(house, rosa, { spaceId: ours, template: 'broken' })
    const erased = await write(house, await addPerson(house, 'A', 'B', null), { spaceId: ours })
    expect(await (await ask('organiser', `${list}/${gone}`)).text()).toContain('There is nothing left to say')
    expect(await (await ask('organiser', `${list}/${broken}`)).text()).toContain('could not be put together')
    expect(await (await ask('organiser', `${list}/${erased}`)).text()).toContain('Person erased')
    expect((await ask('organiser', `${list}/${gone}/html`)).status).toBe(404)
  })

  it('shows a secret only where the page is the only letter box, and only to administrators', async () => {
    const link = await as(house.db, job('test'), async tx => {
      const row = await tx
        .insertInto('sign_in_link')
        .values({ person_id: rosa, expires_at: '2100-01-01T00:00:00Z' })
        .returning('id')
        .executeTakeFirstOrThrow()
      return row.id
    })
    const id = await write(house, rosa, { spaceId: ours, template: 'secret', data: { link } })
    const shows = async (who: string) => (await (await ask(who, `${list}/${id}`)).text()).includes(`secret-${link}`)
    expect(await shows('admin')).toBe(true)
    expect(await shows('organiser')).toBe(false)
    Object.assign(house.settings, { smtpUrl: 'smtp://127.0.0.1:1' })
    expect(await shows('admin')).toBe(false)
    Object.assign(house.settings, { smtpUrl: null })
  })
})

describe('by hand', () => {
  it('tries again now, with its tries begun anew when it was given up', async () => {
    const written = vi.fn()
    Object.assign(house, { mailsWritten: written })
    const id = await write(house, rosa, { spaceId: ours })
    expect((await send('organiser', `${list}/${id}/retry`)).status).toBe(303)
    expect(await stateOf(house, id)).toMatchObject({ state: 'to_send' })
    await set(id, `state = 'waiting_retry', attempts = 3, due_at = perenne.now() + interval '1 day'`)
    const answer = await send('organiser', `${list}/${id}/retry`)
    expect(answer.headers.get('location')).toBe(`${list}/${id}`)
    const waiting = await stateOf(house, id)
    expect(waiting).toMatchObject({ state: 'waiting_retry', attempts: 3 })
    expect(Temporal.Instant.compare(waiting.due_at, house.clock.now().add({ seconds: 5 }))).toBe(-1)
    await set(id, `state = 'failed', attempts = 8`)
    await send('organiser', `${list}/${id}/retry`)
    expect(await stateOf(house, id)).toMatchObject({ state: 'waiting_retry', attempts: 0 })
    expect(written).toHaveBeenCalled()
  })

  it('cancels what has not left, and nothing else', async () => {
    const id = await write(house, rosa, { spaceId: ours })
    for (const state of ['sent', 'sending']) {
      await set(id, `state = '${state}'`)
      await send('organiser', `${list}/${id}/cancel`)
      expect(await stateOf(house, id)).toMatchObject({ state })
    }
    await set(id, `state = 'to_send'`)
    await send('organiser', `${list}/${id}/cancel`)
    expect(await stateOf(house, id)).toMatchObject({ state: 'cancelled', last_error: 'by-hand' })
  })

  it('sends again as a new mail, once for a form sent twice', async () => {
    const id = await write(house, rosa, { spaceId: ours, language: 'pt', data: { note: 'x' } })
    await set(id, `state = 'sent', sent_at = perenne.now()`)
    const form = await (await ask('organiser', `${list}/${id}`)).text()
    const once = /name="_once" value="([^"]+)"/.exec(form)?.[1] ?? ''
    expect(once).not.toBe('')
    const first = (await send('organiser', `${list}/${id}/again`, { _once: once })).headers.get('location') ?? ''
    const second = (await send('organiser', `${list}/${id}/again`, { _once: once })).headers.get('location')
    expect(second).toBe(first)
    const copy = first.slice(`${list}/`.length)
    expect(copy).not.toBe(id)
    expect(await stateOf(house, copy)).toMatchObject({
      state: 'to_send',
      language: 'pt',
      data: { note: 'x' },
      space_id: ours,
    })
    expect(await stateOf(house, id)).toMatchObject({ state: 'sent' })
    const { rows } = await house.database.owner.query('select count(*)::int as n from perenne.mail')
    expect(rows).toEqual([{ n: 2 }])
  })
})
