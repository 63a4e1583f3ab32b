import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as, job, person } from '../../source/ground/database/actor.ts'
import type { Role } from '../../source/ground/database/tables.ts'
import { giveRight } from '../../source/ground/people/acts/give-right.ts'
import { installationSpace, peopleRoutes } from '../../source/ground/people/index.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { giveRole, makePerson, makeSpace, newestMail, peopleRoom, signedIn } from './support.ts'

let house: TestHouse
let netA: string
let netB: string
let seminar: string
let territory: string
const people: Partial<Record<Role | 'organiserB' | 'nobody', string>> = {}
const idOf = (who: keyof typeof people) => people[who] ?? ''
const browser = (who: keyof typeof people) => signedIn(house, idOf(who))

beforeAll(async () => {
  house = await openTestHouse([peopleRoom])
  netA = await makeSpace(house, 'network', 'net-a')
  netB = await makeSpace(house, 'network', 'net-b')
  seminar = await makeSpace(house, 'seminar', 'seminar-a', netA)
  territory = await makeSpace(house, 'territory', 'terri')
  const given: [Role | 'organiserB', Role, 'installation' | 'network' | 'seminar' | 'territory', string][] = [
    ['administrator', 'administrator', 'installation', installationSpace],
    ['organiser', 'organiser', 'network', netA],
    ['organiserB', 'organiser', 'network', netB],
    ['door_steward', 'door_steward', 'seminar', seminar],
    ['moderator', 'moderator', 'seminar', seminar],
    ['rapporteur', 'rapporteur', 'seminar', seminar],
    ['translator', 'translator', 'network', netA],
    ['territory_editor', 'territory_editor', 'territory', territory],
    ['territory_reader', 'territory_reader', 'territory', territory],
    ['evaluator', 'evaluator', 'network', netA],
  ]
  for (const [who, role, kind, space] of given) {
    const id = await makePerson(house, `${who}@ville.example`, ['P', `Name-${who}`])
    people[who] = id
    await giveRole(house, id, role, kind, space)
  }
  people.nobody = await makePerson(house, 'nobody@ville.example', ['P', 'Name-nobody'])
})
afterAll(() => house.close())

const rightsOf = (personId: string) =>
  as(house.db, job('test'), tx =>
    tx.selectFrom('access_right').selectAll().where('person_id', '=', personId).orderBy('starts_at').execute(),
  )
const newcomer = (more: Record<string, string> = {}) => ({
  givenName: 'Nuno',
  familyName: 'Reis',
  email: 'nuno@ville.example',
  language: 'pt',
  role: 'door_steward',
  space: seminar,
  endsOn: '',
  reason: 'keeps the door in July',
  ...more,
})
const give = '/en/administration/access/give'

describe('each page and each role', () => {
  const everyRole = [
    'administrator',
    'organiser',
    'organiserB',
    'door_steward',
    'moderator',
    'rapporteur',
    'translator',
    'territory_editor',
    'territory_reader',
    'evaluator',
  ] as const
  // Who gets past the door; everyone else gets 403. A person without any right only reaches their account.
  // What is asked about an id that nobody has is then 404.
  const zero = '00000000-0000-4000-8000-00000000abcd'
  const mayOpen: Record<string, readonly string[]> = {
    'GET /:l/account': [...everyRole, 'nobody'],
    'GET /:l/administration/access': everyRole,
    'GET /:l/administration/access/give': ['administrator', 'organiser', 'organiserB'],
    'GET /:l/administration/access/:id/end': everyRole,
    'GET /:l/administration/people': ['administrator'],
    'GET /:l/administration/people/:id/erase': ['administrator'],
    'GET /:l/administration/spaces': ['administrator'],
    'GET /:l/administration/spaces/networks/:id': ['administrator'],
    'GET /:l/administration/spaces/territories/:id': ['administrator'],
    'GET /:l/administration/spaces/territories/:id/memberships/:membership': ['administrator'],
    'POST /:l/account': [...everyRole, 'nobody'],
    'POST /:l/account/sessions': [...everyRole, 'nobody'],
    'POST /:l/administration/access/give': ['administrator', 'organiser', 'organiserB'],
    'POST /:l/administration/access/:id/end': everyRole,
    'POST /:l/administration/people/:id/erase': ['administrator'],
    'POST /:l/administration/spaces/networks/:id': ['administrator'],
    'POST /:l/administration/spaces/territories/:id': ['administrator'],
    'POST /:l/administration/spaces/territories/:id/memberships/:membership': ['administrator'],
  }
  const closed = peopleRoutes.filter(route => !['everyone', 'link'].includes(route.door))

  test('every page behind a door has an expectation', () => {
    expect(closed.map(route => `${route.method} ${route.path}`).sort()).toEqual(Object.keys(mayOpen).sort())
  })

  test.each(closed.map(route => [route.method, route.path] as const))('%s %s', async (method, path) => {
    // `new` where a page makes something; an id that nobody has where it is about something: 404 once inside.
    const address = path
      .replace('/:l/', '/en/')
      .replace(/(networks|territories)\/:id$/, '$1/new')
      .replace(':id', zero)
      .replace(':membership', 'new')
    const ask = (init: RequestInit) => (method === 'GET' ? house.ask(address, init) : house.send(address, {}, init))
    const allowed = mayOpen[`${method} ${path}`] ?? []
    const anonymous = await ask({})
    expect(anonymous.status).toBe(303)
    expect(anonymous.headers.get('location')).toMatch(/^\/en\/sign-in/)
    const aboutNothing = address.includes(zero)
    for (const who of [...everyRole, 'nobody' as const]) {
      const { status } = await ask(await browser(who))
      if (!allowed.includes(who)) expect(status, who).toBe(403)
      else if (aboutNothing) expect(status, who).toBe(404)
      else expect([200, 303, 422], `${who} ${status}`).toContain(status)
    }
  })

  test('the list shows what one may see: own rights, and those one could give', async () => {
    const namesSeenBy = async (who: keyof typeof people) => {
      const html = await (await house.ask('/en/administration/access', await browser(who))).text()
      const body = html.slice(html.indexOf('<tbody>'))
      return [...new Set(body.match(/Name-\w+/g) ?? [])].map(name => name.slice(5)).sort()
    }
    expect(await namesSeenBy('administrator')).toEqual([...everyRole].sort())
    expect(await namesSeenBy('organiser')).toEqual(
      ['door_steward', 'evaluator', 'moderator', 'organiser', 'rapporteur', 'translator'].sort(),
    )
    expect(await namesSeenBy('organiserB')).toEqual(['organiserB'])
    expect(await namesSeenBy('door_steward')).toEqual(['door_steward'])
  })
})

describe('giving a right', () => {
  test('makes the account, tells the person in their language, and leaves why in the history', async () => {
    const response = await house.send(give, newcomer({ endsOn: '2199-07-05' }), await browser('organiser'))
    expect(response.status).toBe(303)
    const made = await as(house.db, job('test'), tx =>
      tx.selectFrom('person').selectAll().where('email', '=', 'nuno@ville.example').executeTakeFirstOrThrow(),
    )
    const [right] = await rightsOf(made.id)
    expect(right).toMatchObject({ role: 'door_steward', space_id: seminar, given_by: idOf('organiser') })
    // Good on its last day wherever on earth.
    expect(right?.ends_at?.toString()).toBe('2199-07-06T12:00:00Z')
    const mail = await newestMail(house, made.id)
    expect(mail?.language).toBe('pt')
    expect(mail?.words?.subject).toContain('Um direito de acesso')
    expect(mail?.words?.paragraphs.join(' ')).toContain('Recepção')
    const { rows } = await house.database.owner.query(
      'select actor_kind, actor_id, reason from perenne.record_version where record_id = $1',
      [right?.id],
    )
    expect(rows).toEqual([{ actor_kind: 'person', actor_id: idOf('organiser'), reason: 'keeps the door in July' }])
    const page = await (await house.ask('/fr/administration/access', await browser('organiser'))).text()
    expect(page).toContain('Nuno Reis')
    expect(page).toContain('5\u00a0juillet\u00a02199')
  })

  test('the same form twice gives it once; the same right again is told', async () => {
    const organiser = await browser('organiser')
    const form = await (await house.ask(give, organiser)).text()
    const once = /name="_once" value="([^"]+)"/.exec(form)?.[1] ?? ''
    const fields = newcomer({ email: 'twice@ville.example', _once: once })
    expect((await house.send(give, fields, organiser)).status).toBe(303)
    expect((await house.send(give, fields, organiser)).status).toBe(303)
    const again = await house.send(give, newcomer({ email: 'twice@ville.example' }), organiser)
    expect(again.status).toBe(422)
    expect(await again.text()).toContain('already holds this right')
    const held = await as(house.db, job('test'), tx =>
      tx
        .selectFrom('access_right')
        .innerJoin('person', 'person.id', 'person_id')
        .select('role')
        .where('email', '=', 'twice@ville.example')
        .execute(),
    )
    expect(held).toHaveLength(1)
  })

  test('a known person keeps their name and language', async () => {
    const fields = newcomer({ email: 'NOBODY@ville.example', role: 'translator', space: netA })
    expect((await house.send(give, fields, await browser('organiser'))).status).toBe(303)
    const row = await as(house.db, job('test'), tx =>
      tx.selectFrom('person').selectAll().where('id', '=', idOf('nobody')).executeTakeFirstOrThrow(),
    )
    expect(row).toMatchObject({ family_name: 'Name-nobody', language: 'en' })
  })

  test('nobody gives what they do not hold, nor where they do not, and no account is made by trying', async () => {
    const organiser = await browser('organiser')
    const tries: [Record<string, string>, RequestInit][] = [
      [{ role: 'evaluator', space: netA }, organiser],
      [{ role: 'administrator', space: installationSpace }, organiser],
      [{ role: 'organiser', space: netB }, organiser],
      [{ role: 'territory_editor', space: territory }, organiser],
      [{ role: 'door_steward' }, await browser('organiserB')],
      [{ role: 'door_steward' }, await browser('door_steward')],
      [{ role: 'territory_reader', space: territory }, await browser('territory_editor')],
    ]
    for (const [more, init] of tries) {
      const response = await house.send(give, newcomer({ email: 'victim@ville.example', ...more }), init)
      expect(response.status, JSON.stringify(more)).toBe(403)
    }
    expect(
      (await house.send(give, newcomer({ email: 'victim@ville.example', role: 'moderator', space: netA }), organiser))
        .status,
    ).toBe(422)
    const made = await as(house.db, job('test'), tx =>
      tx.selectFrom('person').select('id').where('email', '=', 'victim@ville.example').execute(),
    )
    expect(made).toEqual([])
    const elsewhere = {
      ...newcomer(),
      language: 'en' as const,
      spaceId: netB,
      endsAt: null,
      role: 'organiser' as const,
    }
    await expect(
      giveRight(house, person(idOf('organiser')), { ...elsewhere, once: { key: null, location: '/' } }),
    ).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('errors come all at once, with what was typed', async () => {
    const wrong = newcomer({ email: 'x', givenName: '', role: '', endsOn: '2026-02-30', reason: ' ' })
    const response = await house.send(give.replace('/en/', '/es/'), wrong, await browser('organiser'))
    expect(response.status).toBe(422)
    const html = await response.text()
    for (const text of ['Indique el nombre.', 'Elija una función.', 'Indique una fecha que exista', 'Diga por qué']) {
      expect(html).toContain(text)
    }
    expect(html).toContain('value="2026-02-30"')
    const past = await house.send(give, newcomer({ endsOn: '2001-01-01' }), await browser('organiser'))
    expect(past.status).toBe(422)
  })
})

describe('ending a right', () => {
  const endOf = (id: string) => `/en/administration/access/${id}/end`

  test('ends it at once, once, with why and by whom; the person may nothing any more', async () => {
    const steward = await makePerson(house, 'leaver@ville.example', ['L', 'Leaver'])
    const id = await giveRole(house, steward, 'door_steward', 'seminar', seminar)
    const theirs = await signedIn(house, steward)
    expect((await house.ask('/en/administration/access', theirs)).status).toBe(200)
    const organiser = await browser('organiser')
    expect(await (await house.ask(endOf(id), organiser)).text()).toContain('End the right “Door steward” of L Leaver?')
    expect((await rightsOf(steward))[0]?.ends_at).toBeNull()
    expect((await house.send(endOf(id), { reason: 'the seminar is over' }, organiser)).status).toBe(303)
    const ended = (await rightsOf(steward))[0]?.ends_at
    expect(ended).not.toBeNull()
    expect((await house.ask('/en/administration/access', theirs)).status).toBe(403)
    await house.send(endOf(id), { reason: 'again' }, organiser)
    expect((await rightsOf(steward))[0]?.ends_at?.toString()).toBe(ended?.toString())
    const { rows } = await house.database.owner.query(
      'select actor_id, reason from perenne.record_version where record_id = $1 order by version',
      [id],
    )
    expect(rows.at(-1)).toEqual({ actor_id: idOf('organiser'), reason: 'the seminar is over' })
    expect(rows).toHaveLength(2)
    const list = await (await house.ask('/en/administration/access?when=ended', organiser)).text()
    expect(list).toContain('L Leaver')
  })

  test('others’ rights, and one’s own, are not for everyone to end', async () => {
    const [evaluator] = await rightsOf(idOf('evaluator'))
    const [steward] = await rightsOf(idOf('door_steward'))
    // An organiser sees the evaluator of their network and cannot silence them; what is not seen is not there.
    expect((await house.send(endOf(evaluator?.id ?? ''), {}, await browser('organiser'))).status).toBe(403)
    expect((await house.send(endOf(steward?.id ?? ''), {}, await browser('organiserB'))).status).toBe(404)
    expect((await house.send(endOf(steward?.id ?? ''), {}, await browser('door_steward'))).status).toBe(403)
    expect((await rightsOf(idOf('evaluator')))[0]?.ends_at).toBeNull()
    expect((await rightsOf(idOf('door_steward')))[0]?.ends_at).toBeNull()
  })

  test('the last administrator stays, also when two remove each other at once', async () => {
    const [first] = await rightsOf(idOf('administrator'))
    const alone = await house.send(endOf(first?.id ?? ''), {}, await browser('administrator'))
    expect(alone.status).toBe(409)
    expect(await alone.text()).toContain('last right of administrator')
    // One with an end date does not count: it would leave nobody when it runs out.
    const guest = await makePerson(house, 'guest@ville.example')
    await as(house.db, job('test'), tx =>
      tx
        .insertInto('access_right')
        .values({
          person_id: guest,
          role: 'administrator',
          space_id: installationSpace,
          space_kind: 'installation',
          reason: 'for a while',
          ends_at: '2199-01-01T00:00:00Z',
        })
        .execute(),
    )
    expect((await house.send(endOf(first?.id ?? ''), {}, await browser('administrator'))).status).toBe(409)
    const other = await makePerson(house, 'second@ville.example')
    const second = await giveRole(house, other, 'administrator', 'installation')
    const [a, b] = await Promise.all([
      house.send(endOf(second), {}, await browser('administrator')),
      house.send(endOf(first?.id ?? ''), {}, await signedIn(house, other)),
    ])
    const statuses = [a?.status, b?.status]
    expect(statuses.filter(status => status === 303)).toHaveLength(1)
    const left = await as(house.db, job('test'), tx =>
      tx
        .selectFrom('access_right')
        .select('id')
        .where('role', '=', 'administrator')
        .where('ends_at', 'is', null)
        .execute(),
    )
    expect(left).toHaveLength(1)
  })
})

describe('one’s own account', () => {
  test('details are kept, only one’s own', async () => {
    const me = await browser('moderator')
    const fields = { givenName: '李', familyName: 'نور', telephone: '01 99 00 00 81', language: 'es' }
    expect((await house.send('/en/account', fields, me)).status).toBe(303)
    const html = await (await house.ask('/en/account', me)).text()
    for (const value of Object.values(fields)) expect(html).toContain(value)
    expect(html).toContain('Moderator')
    const wrong = await house.send('/en/account', { ...fields, familyName: '' }, me)
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('value="李"')
  })

  test('ends one session or all, never another person’s', async () => {
    const [one, two, stranger] = [await browser('rapporteur'), await browser('rapporteur'), await browser('moderator')]
    const sessions = await as(house.db, job('test'), tx => tx.selectFrom('session').selectAll().execute())
    const theirs = sessions.find(session => session.person_id === idOf('moderator'))
    await house.send('/en/account/sessions', { session: theirs?.id ?? '' }, one)
    expect((await house.ask('/en/account', stranger)).status).toBe(200)
    const html = await (await house.ask('/en/account', one)).text()
    const ids = [...html.matchAll(/name="session" value="([0-9a-f]{64})"/g)].map(found => found[1] ?? '')
    expect(ids.length).toBeGreaterThan(1)
    expect((await house.send('/en/account/sessions', { session: 'all' }, one)).headers.get('location')).toBe(
      '/en/sign-in',
    )
    for (const ended of [one, two]) expect((await house.ask('/en/account', ended)).status).toBe(303)
    expect((await house.ask('/en/account', stranger)).status).toBe(200)
  })
})
