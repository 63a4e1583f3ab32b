import ICAL from 'ical.js'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Actor, as, job, person } from '../../../source/ground/database/actor.ts'
import { openJobs } from '../../../source/ground/jobs/boss.ts'
import { compose } from '../../../source/ground/mail/acts/compose.ts'
import { openSession, sessionHeader } from '../../../source/ground/people/session.ts'
import { feedToken } from '../../../source/remember/home/acts/feed.ts'
import { sendDigests } from '../../../source/remember/home/acts/send-digests.ts'
import { digestOf } from '../../../source/remember/home/store/digests.ts'
import { rooms } from '../../../source/rooms.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { makeMemory } from '../support/memory.ts'

// A territory with one internal record of each kind, its keeper, somebody who reads it, and the keeper of another one.
let house: TestHouse
const ids: Record<string, string> = {}
const cookies: Record<string, { cookie: string }> = {}
// A Monday; the commitment of the memory was due on 31 January 2018.
const monday = '2018-06-04T06:00:00Z'
beforeAll(async () => {
  house = await openTestHouse(rooms)
  await house.setClock('2018-06-01T09:00:00Z')
  await as(house.db, job('test'), async tx => {
    for (const slug of ['here', 'there']) {
      const { id } = await tx
        .insertInto('space')
        .values({ kind: 'territory', slug, parent_id: '00000000-0000-4000-8000-000000000001', visibility: 2 })
        .returning('id')
        .executeTakeFirstOrThrow()
      await tx
        .insertInto('territory')
        .values({ id, country: 'FR', region: 'europe', government: 'municipality', visibility: 2 })
        .execute()
      ids[slug] = id
      await makeMemory(tx, id)
    }
    for (const [name, role, space] of [
      ['keeper', 'territory_editor', 'here'],
      ['reader', 'territory_reader', 'here'],
      ['evaluator', 'evaluator', 'here'],
      ['stranger', 'territory_editor', 'there'],
    ] as const) {
      const { id } = await tx
        .insertInto('person')
        .values({
          given_name: name,
          family_name: 'Essai',
          email: `${name}@example.org`,
          language: 'fr',
          has_account: true,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      ids[name] = id
      await tx
        .insertInto('access_right')
        .values({ person_id: id, role, space_id: ids[space] ?? '', space_kind: 'territory', reason: 'essai' })
        .execute()
    }
  })
  for (const name of ['keeper', 'reader', 'evaluator', 'stranger']) {
    const { token } = await openSession(house.db, ids[name] ?? '', { secondFactor: true })
    cookies[name] = { cookie: sessionHeader(token, false).split(';')[0] ?? '' }
  }
  await house.setClock(monday)
})
afterAll(() => house.close())
beforeEach(async () => {
  await house.database.owner.query('delete from perenne.memory_digest')
  await house.database.owner.query('delete from perenne.mail')
  await house.database.owner.query('update perenne.access_right set ends_at = null')
})

const wish = (name: string, fields: Record<string, string>) =>
  house.send('/fr/territories/here/reminders', fields, { headers: cookies[name] ?? {} })
const turn = (name: string, what: 'make' | 'revoke') =>
  house.send('/fr/territories/here/reminders/calendar', { what }, { headers: cookies[name] ?? {} })
const digest = (name: string) =>
  as(house.db, person(ids[name] ?? ''), tx => digestOf(tx, ids.here ?? '', ids[name] ?? ''))
const endRight = (name: string) =>
  house.database.owner.query('update perenne.access_right set ends_at = perenne.now() where person_id = $1', [
    ids[name],
  ])
async function feed(name: string, slug = 'here') {
  const mine = await digest(name)
  const response = await house.ask(`/fr/territories/${slug}/calendar/${mine ? feedToken(house, mine) : 'none.none'}`)
  return { status: response.status, body: await response.text(), response }
}
/** The one mail there is, put together in the name of somebody. */
async function composed(actor: Actor) {
  const { rows } = await house.database.owner.query('select * from perenne.mail')
  const [mail] = rows
  const address = { id: mail.person_id, given_name: 'A', family_name: 'B', email: 'a@example.org' }
  return as(house.db, actor, tx => compose(house, tx, { ...mail, person: address }))
}
const mails = async () =>
  (await house.database.owner.query('select id, person_id, template, data from perenne.mail order by created_at')).rows

describe('calendar', () => {
  test('an address shows what is due, as whole days, to whoever holds it', async () => {
    expect((await turn('keeper', 'make')).status).toBe(303)
    const { status, body, response } = await feed('keeper')
    expect(status).toBe(200)
    expect(response.headers.get('content-type')).toContain('text/calendar')
    const calendar = new ICAL.Component(ICAL.parse(body))
    const events = calendar.getAllSubcomponents('vevent').map(event => new ICAL.Event(event))
    const promise = events.find(event => event.summary.includes('Envoyer le rapport'))
    expect(promise?.startDate.isDate).toBe(true)
    expect(promise?.startDate.toString()).toBe('2018-01-31')
    expect(events.some(event => event.summary.includes('Eau pour les quartiers hauts'))).toBe(true)
    // With whom, too: the words of a promise alone tell nobody whom to call.
    expect(promise?.summary).toContain('(Coopération avec Puerto Almendro)')
    expect(new Set(events.map(event => event.uid)).size).toBe(events.length)
  })

  test('an address that was made invalid is never valid again; a new one is another', async () => {
    await turn('keeper', 'make')
    const first = await digest('keeper')
    const old = `/fr/territories/here/calendar/${first ? feedToken(house, first) : ''}`
    await turn('keeper', 'make')
    expect((await house.ask(old)).status).toBe(404)
    expect((await feed('keeper')).status).toBe(200)
    await turn('keeper', 'revoke')
    expect((await feed('keeper')).status).toBe(404)
    await turn('keeper', 'make')
    expect((await feed('keeper')).status).toBe(200)
    expect((await house.ask(old)).status).toBe(404)
  })

  test('shows nothing when the right has ended, under another territory, or to a forged address', async () => {
    await turn('reader', 'make')
    expect((await feed('reader')).status).toBe(200)
    expect((await feed('reader', 'there')).status).toBe(404)
    await endRight('reader')
    // The digest is not even seen by its owner any more: the address they kept is the one asked for.
    const kept = await house.database.owner.query('select id, feed_number from perenne.memory_digest')
    const { id, feed_number: feedNumber } = kept.rows[0]
    const address = (number: number) => `/fr/territories/here/calendar/${feedToken(house, { id, feedNumber: number })}`
    expect((await house.ask(address(feedNumber))).status).toBe(404)
    expect((await house.ask(address(feedNumber + 2))).status).toBe(404)
    expect((await house.ask(`${address(feedNumber)}x`)).status).toBe(404)
  })

  test('what was settled since is not in it', async () => {
    await turn('evaluator', 'make')
    expect((await feed('evaluator')).body).toContain('Envoyer le rapport')
    await house.database.owner.query(`update perenne.commitment set settled_on = '2018-06-04', outcome = 'kept'`)
    expect((await feed('evaluator')).body).not.toContain('Envoyer le rapport')
    await house.database.owner.query(`update perenne.commitment set settled_on = null, outcome = null`)
  })

  test('nobody from elsewhere makes one here', async () => {
    expect((await turn('stranger', 'make')).status).toBe(404)
    expect((await wish('stranger', { every: 'week', language: 'fr' })).status).toBe(404)
    await expect(
      as(house.db, person(ids.stranger ?? ''), tx =>
        tx
          .insertInto('memory_digest')
          .values({ space_id: ids.here ?? '', person_id: ids.stranger ?? '', every: 'week', language: 'fr' })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/)
    await turn('keeper', 'make')
    const seen = await as(house.db, person(ids.stranger ?? ''), tx =>
      tx.selectFrom('memory_digest').selectAll().execute(),
    )
    expect(seen).toEqual([])
  })
})

describe('mail', () => {
  // Asked for on the Sunday before.
  beforeEach(() => house.setClock('2018-06-03T09:00:00Z'))

  test('one mail for each person and memory on a Monday, once, with ids only', async () => {
    expect((await wish('keeper', { every: 'week', language: 'es' })).status).toBe(303)
    expect((await wish('reader', { every: 'never', language: 'fr' })).status).toBe(303)
    await house.setClock(monday)
    expect(await sendDigests(house)).toBe(1)
    expect(await sendDigests(house)).toBe(0)
    expect(await mails()).toMatchObject([
      { person_id: ids.keeper, template: 'memory-digest', data: { space: ids.here, day: '2018-06-04' } },
    ])
    const mail = JSON.stringify(await composed(job('test')))
    expect(mail).toContain('Envoyer le rapport (Coopération avec Puerto Almendro)')
  })

  test('whoever looks at a mail sees no more of it than they may see themself', async () => {
    await wish('keeper', { every: 'week', language: 'fr' })
    await house.setClock('2018-06-04T07:00:00Z')
    expect(await sendDigests(house)).toBe(1)
    expect(await composed(person(ids.reader ?? ''))).toMatchObject({ ok: true })
    expect(await composed(person(ids.stranger ?? ''))).toEqual({ ok: false, because: 'nothing-to-say' })
  })

  test('monthly ones come on the first Monday of the month', async () => {
    await house.setClock('2018-06-05T06:00:00Z')
    await wish('keeper', { every: 'month', language: 'fr' })
    await house.setClock('2018-06-11T06:00:00Z')
    expect(await sendDigests(house)).toBe(0)
    await house.setClock('2018-07-02T06:00:00Z')
    expect(await sendDigests(house)).toBe(1)
    await house.setClock('2018-07-09T06:00:00Z')
    expect(await sendDigests(house)).toBe(0)
  })

  test('of a week whose Monday was missed leaves when the server is up again, once, and says of which day it is', async () => {
    await wish('keeper', { every: 'week', language: 'fr' })
    await house.setClock('2018-06-07T13:20:00Z')
    expect(await sendDigests(house)).toBe(1)
    expect(await sendDigests(house)).toBe(0)
    const late = JSON.stringify(await composed(job('test'))).replaceAll(/[\u00a0\u202f]/g, ' ')
    expect(late).toContain('Rappel du lundi 4 juin 2018, à jour au jeudi 7 juin 2018.')
    // The Monday after is another week; on time, nothing is said of it.
    await house.database.owner.query('delete from perenne.mail')
    await house.setClock('2018-06-11T06:00:00Z')
    expect(await sendDigests(house)).toBe(1)
    expect(JSON.stringify(await composed(job('test')))).not.toContain('Rappel du')
  })

  test('on the eve of the next one nothing is caught up: that one says it all', async () => {
    await wish('keeper', { every: 'week', language: 'fr' })
    await house.setClock('2018-06-10T20:00:00Z')
    expect(await sendDigests(house)).toBe(0)
    await house.setClock('2018-06-11T06:00:00Z')
    expect(await sendDigests(house)).toBe(1)
  })

  test('of a month is caught up however late, and never sent for a day before it was asked for', async () => {
    await wish('keeper', { every: 'month', language: 'fr' })
    // Down on the first Monday, and on the next one.
    await house.setClock('2018-06-13T08:00:00Z')
    expect(await sendDigests(house)).toBe(1)
    await house.setClock('2018-06-18T06:00:00Z')
    expect(await sendDigests(house)).toBe(0)
    await wish('reader', { every: 'week', language: 'fr' })
    expect(await sendDigests(house)).toBe(0)
    // Asked for again after a pause: what was missed in it is not owed.
    await wish('keeper', { every: 'never', language: 'fr' })
    await house.setClock('2018-07-04T08:00:00Z')
    await wish('keeper', { every: 'month', language: 'fr' })
    expect((await mails()).filter(mail => mail.person_id === ids.keeper)).toHaveLength(1)
    await house.setClock('2018-07-09T06:00:00Z')
    await sendDigests(house)
    expect((await mails()).filter(mail => mail.person_id === ids.keeper)).toHaveLength(1)
  })

  test('two processes that look at once queue each once; were nothing said of what has left, each would', async () => {
    const { owner } = house.database
    const sentTwice = async () => {
      await owner.query('delete from perenne.mail')
      const counts = await Promise.all([sendDigests(house), sendDigests(house)])
      return counts.reduce((sum, count) => sum + count, 0) + (await sendDigests(house))
    }
    for (const name of ['keeper', 'reader', 'evaluator']) await wish(name, { every: 'week', language: 'fr' })
    await house.setClock('2018-06-05T06:00:00Z')
    expect(await sentTwice()).toBe(3)
    await owner.query(`
      create function perenne.test_forgets() returns trigger language plpgsql as
        $$ begin new.last_sent_on := old.last_sent_on; return new; end $$;
      create trigger test_forgets before update on perenne.memory_digest for each row execute function perenne.test_forgets()`)
    await owner.query('alter table perenne.memory_digest disable trigger test_forgets')
    await owner.query(`update perenne.memory_digest set last_sent_on = '2018-06-03'`)
    await owner.query('alter table perenne.memory_digest enable trigger test_forgets')
    expect(await sentTwice()).toBeGreaterThan(3)
    await owner.query('drop trigger test_forgets on perenne.memory_digest; drop function perenne.test_forgets()')
  })

  test('somebody whose right has ended gets none, and one that waits is cancelled', async () => {
    await wish('reader', { every: 'week', language: 'fr' })
    await house.setClock('2018-07-09T06:00:00Z')
    expect(await sendDigests(house)).toBe(1)
    await endRight('reader')
    expect(await composed(job('test'))).toEqual({ ok: false, because: 'nothing-to-say' })
    await house.setClock('2018-07-16T06:00:00Z')
    expect(await sendDigests(house)).toBe(0)
  })

  test('an answer that is none is told, and nothing is written', async () => {
    const answer = await wish('keeper', { every: 'hourly', language: 'xx' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Choisissez une des réponses.')
    expect(await digest('keeper')).toBeNull()
  })

  test('the program queues it by itself, on Monday at six by the real clock, and at no other hour', async () => {
    await wish('keeper', { every: 'week', language: 'fr' })
    await house.setClock('2018-08-06T06:00:00Z')
    const { jobs: own = [], ...memory } = rooms.find(({ name }) => name === 'memory') ?? { name: '', routes: [] }
    const only = own.filter(({ name }) => name === 'memory-digests')
    const before = house.rooms
    Object.assign(house, { rooms: [{ ...memory, jobs: only }] })
    const jobs = await openJobs(house, house.database.appConnection, { polling: 0.5, scheduling: 1 })
    // The schedule follows the clock of the machine, whatever the business clock of the house says.
    const at = (hour: string) => {
      // The next such Monday, or that of the week before would be caught up.
      const now = Temporal.Now.zonedDateTimeISO('UTC').subtract({ hours: 6 })
      const day = now
        .subtract({ days: now.dayOfWeek - 1 })
        .add({ weeks: 1 })
        .toPlainDate()
      vi.setSystemTime(new Date(`${day}T${hour}Z`))
    }
    const wait = () => new Promise(resolve => setTimeout(resolve, 4000))
    try {
      vi.useFakeTimers({ toFake: ['Date'] })
      at('05:50:00')
      await wait()
      expect(await mails()).toEqual([])
      at('06:00:05')
      await vi.waitFor(async () => expect(await mails()).toHaveLength(1), { timeout: 15_000, interval: 300 })
      expect(await mails()).toMatchObject([{ person_id: ids.keeper, template: 'memory-digest' }])
    } finally {
      vi.useRealTimers()
      Object.assign(house, { rooms: before })
      await jobs.close()
    }
  }, 60_000)

  test('the page shows what the next one would say, in its language, and to nobody else', async () => {
    const page = async (name: string) => {
      const answer = await house.ask('/fr/territories/here/reminders', { headers: cookies[name] ?? {} })
      return { status: answer.status, words: (await answer.text()).replaceAll(/[\u00a0\u202f]/g, ' ') }
    }
    const asked = await page('reader')
    expect(asked.words).toContain('Ce que dirait le prochain rappel')
    expect(asked.words.replaceAll(/<[^>]+>/g, '')).toContain('Envoyer le rapport (Coopération avec Puerto Almendro)')
    expect(asked.words).toContain('Vous n’avez demandé aucun courriel')
    await house.setClock('2018-06-03T09:00:00Z')
    await wish('reader', { every: 'week', language: 'es' })
    await house.setClock(monday)
    const spanish = await page('reader')
    expect(spanish.words).toContain('<strong lang="es">')
    expect(spanish.words).toContain('<span lang="fr">Envoyer le rapport</span>')
    expect(spanish.words).toContain('Lo prometimos')
    expect(spanish.words).not.toContain('Vous n’avez demandé aucun courriel')
    expect((await page('stranger')).status).toBe(404)
    // It says what the mail says.
    expect(await sendDigests(house)).toBe(1)
    const mail = await composed(job('test'))
    const subject = /"subject":"([^"]+)"/.exec(JSON.stringify(mail))?.[1] ?? 'none'
    expect(spanish.words).toContain(subject)
  })
})
