import { expect, test } from 'vitest'
import { startDueMailings } from '#convene/mailings/acts/leave-by-themselves.ts'
import { changeRegistration } from '#convene/registration/acts/change-registration.ts'
import { personalToken } from '#convene/registration/acts/personal-link.ts'
import { as, job } from '#ground/database/actor.ts'
import { queueMail } from '#ground/mail/store/queue.ts'
import { ownOf } from '../registration/acts-support.ts'
import { house, openHouse } from '../registration/house.ts'
import { query } from '../registration/support.ts'
import { add, draft, mailingRooms, mailsOf, type Scene, said, scene } from './support.ts'

openHouse(mailingRooms, { SMTP_URL: 'smtp://localhost:1', MAIL_FROM: 'p@example.org' })

/** An organiser corrects what somebody answered. */
async function correct({ organiser }: Scene, id: string, given: { email?: string; role?: string }) {
  const { version, answers } = await ownOf(house, id)
  const changed = await changeRegistration(house, organiser, id, { version, answers: { ...answers, ...given } })
  expect(changed).toEqual({ outcome: 'changed', mailed: true })
}
const about = (id: string, template: string) =>
  query<{ state: string; last_error: string | null }>(
    house,
    `select state, last_error from perenne.mail where data ->> 'registration' = $1 and template = $2
     order by state, last_error`,
    [id, template],
  )
/** A mailing to these people that has begun to leave. */
async function started(there: Scene, ...registrations: string[]) {
  const id = await draft(house, there, { registrations })
  await query(house, 'update perenne.mailing set send_at = perenne.now() where id = $1', [id])
  await startDueMailings(house)
  return id
}
const settle = (mailing: string, set: string) =>
  query(house, `update perenne.mail set ${set} where data ->> 'mailing' = $1`, [mailing])
const standing = async (mailing: string) => (await mailsOf(house, mailing)).map(mail => mail.state).toSorted()

test('a corrected address gets the first mail once: one that has not left is replaced, others stay as they are', async () => {
  const there = await scene(house)
  const id = there.ids.john
  const first = (state: string, registration = id) =>
    as(house.db, job('test'), async tx => {
      const [{ personId = '' } = {}] = await query<{ personId: string }>(
        house,
        `select person_id as "personId" from perenne.registration where id = $1`,
        [registration],
      )
      const mail = { spaceId: there.seminar.id, personId, template: 'registration-confirmed', language: 'en' as const }
      return queueMail(tx, { ...mail, data: { registration } }).then(mailId => [state, mailId])
    })
  for (const state of ['to_send', 'waiting_retry', 'sending', 'sent', 'failed'])
    await query(house, 'update perenne.mail set state = $1 where id = $2', await first(state))
  await first('to_send', there.ids.ana)
  await correct(there, id, { role: 'Director' })
  expect((await about(id, 'registration-confirmed')).map(({ state }) => state)).not.toContain('cancelled')
  await correct(there, id, { email: 'right@example.org' })
  expect(await about(id, 'registration-confirmed')).toEqual([
    { state: 'cancelled', last_error: 'written-again' },
    { state: 'cancelled', last_error: 'written-again' },
    { state: 'failed', last_error: null },
    { state: 'sending', last_error: null },
    { state: 'sent', last_error: null },
    { state: 'to_send', last_error: null },
  ])
  expect((await about(id, 'registration-changed')).map(({ state }) => state)).toEqual(['to_send'])
  expect((await about(there.ids.ana, 'registration-confirmed')).map(({ state }) => state)).toEqual(['to_send'])
})

test('mailings that came back or were given up are written to the corrected address: the newest three, and once', async () => {
  const there = await scene(house)
  const id = there.ids.marie
  const mailings: string[] = []
  for (const [n, set] of [
    "state = 'failed'",
    "state = 'failed'",
    "state = 'sent', bounced_at = now()",
    "state = 'failed'",
  ].entries()) {
    await house.setClock(`2018-06-06T10:0${n}:00Z`)
    const mailing = await started(there, id)
    await settle(mailing, set)
    mailings.push(mailing)
  }
  const reached = await started(there, id)
  await settle(reached, `state = 'sent'`)
  await correct(there, id, { role: 'Director' })
  expect(await Promise.all(mailings.map(standing))).toEqual([['failed'], ['failed'], ['sent'], ['failed']])
  await correct(there, id, { email: 'right@example.org' })
  expect(await Promise.all(mailings.map(standing))).toEqual([
    ['failed'],
    ['failed', 'to_send'],
    ['sent', 'to_send'],
    ['failed', 'to_send'],
  ])
  expect(await standing(reached)).toEqual(['sent'])
  const [lost, again] = (await mailsOf(house, mailings[1] ?? '')).toSorted((a, b) => a.state.localeCompare(b.state))
  expect(again).toMatchObject({ template: 'mailing', language: 'fr', data: lost?.data, family: 'Marie' })
  const counted = await query<{ mail_id: string }>(
    house,
    'select mail_id from perenne.mailing_recipient where mailing_id = $1',
    [mailings[1]],
  )
  expect(counted).toEqual([{ mail_id: again?.id }])
  expect((await said(house, again?.id ?? '', true))?.paragraphs.join('\n')).toContain('Bonjour Ana')
  // What waits to leave goes to the next address by itself.
  await correct(there, id, { email: 'better@example.org' })
  expect(await Promise.all(mailings.slice(1).map(standing))).toEqual([
    ['failed', 'sending'],
    ['sent', 'to_send'],
    ['failed', 'to_send'],
  ])
})

test('of a mailing that went to one address for two, the corrected one gets their own, which leads to nobody else', async () => {
  const there = await scene(house)
  await query(house, `update perenne.quota set capacity = 9 where seminar_id = $1`, [there.seminar.id])
  const other = await add(house, there.seminar, 'Colleague', { email: 'john@example.org' })
  const mailing = await started(there, there.ids.john, other)
  await settle(mailing, `state = 'failed'`)
  expect(await mailsOf(house, mailing)).toHaveLength(1)
  await correct(there, other, { email: 'right@example.org' })
  const again = (await mailsOf(house, mailing)).find(mail => mail.state === 'to_send')
  expect(again).toMatchObject({ family: 'Colleague', data: { mailing, registration: other } })
  const words = JSON.stringify(await said(house, again?.id ?? '', true))
  expect(words).toContain(personalToken(house.keys, 'registration', { id: other, linkNumber: 2 }))
  expect(words).not.toContain('John')
})

test('a mailing that waits for one address of two: a corrected address parts it, whoever of the two it was written to', async () => {
  for (const moves of ['first', 'second'] as const) {
    const there = await scene(house)
    await query(house, `update perenne.quota set capacity = 9 where seminar_id = $1`, [there.seminar.id])
    const second = await add(house, there.seminar, 'Colleague', { email: 'john@example.org' })
    const pair = { first: there.ids.john, second }
    const mailing = await started(there, there.ids.john, second)
    expect(await standing(mailing)).toEqual(['to_send'])
    await correct(there, pair[moves], { email: 'right@example.org' })
    const mails = await mailsOf(house, mailing)
    expect(mails.map(mail => mail.state).toSorted()).toEqual(['cancelled', 'to_send', 'to_send'])
    for (const [who, family] of [
      ['first', 'John'],
      ['second', 'Colleague'],
    ] as const) {
      const theirs = mails.find(mail => mail.state === 'to_send' && mail.data.registration === pair[who])
      expect(theirs).toMatchObject({ family })
      const words = JSON.stringify(await said(house, theirs?.id ?? '', true))
      const token = (id: string, linkNumber: number) => personalToken(house.keys, 'registration', { id, linkNumber })
      const other = who === 'first' ? 'second' : 'first'
      expect(words).toContain(token(pair[who], who === moves ? 2 : 1))
      expect(words).not.toContain(token(pair[other], other === moves ? 2 : 1))
    }
    const counted = await query<{ registration_id: string; mail_id: string }>(
      house,
      'select registration_id, mail_id from perenne.mailing_recipient where mailing_id = $1',
      [mailing],
    )
    expect(new Map(counted.map(row => [row.registration_id, row.mail_id]))).toEqual(
      new Map(mails.filter(mail => mail.state === 'to_send').map(mail => [mail.data.registration, mail.id])),
    )
    // Another correction parts nothing more.
    await correct(there, pair[moves], { email: 'better@example.org' })
    expect(await mailsOf(house, mailing)).toHaveLength(3)
  }
})

test('the last notice about the seminar and the last changes of its programme follow a corrected address, if they were lost', async () => {
  const there = await scene(house)
  const id = there.ids.john
  const write = async (template: string, set: string) => {
    const mailId = await as(house.db, job('test'), async tx => {
      const [{ personId = '' } = {}] = await query<{ personId: string }>(
        house,
        `select person_id as "personId" from perenne.registration where id = $1`,
        [id],
      )
      const mail = { spaceId: there.seminar.id, personId, template, language: 'en' as const }
      return queueMail(tx, { ...mail, data: { registration: id } })
    })
    await query(house, `update perenne.mail set ${set} where id = $1`, [mailId])
  }
  const states = async (template: string) => (await about(id, template)).map(({ state }) => state)
  // Of two notices the later one counts, whatever the earlier one told.
  await house.setClock('2018-06-06T10:00:00Z')
  await write('seminar-cancelled', `state = 'failed'`)
  await house.setClock('2018-06-06T10:01:00Z')
  await write('seminar-held-again', `state = 'sent', bounced_at = now()`)
  await write('programme-changed', `state = 'sent'`)
  await correct(there, id, { email: 'right@example.org' })
  expect(await states('seminar-cancelled')).toEqual(['failed'])
  expect(await states('seminar-held-again')).toEqual(['sent', 'to_send'])
  expect(await states('programme-changed')).toEqual(['sent'])
  await house.setClock('2018-06-06T10:02:00Z')
  await write('programme-changed', `state = 'failed'`)
  await correct(there, id, { email: 'better@example.org' })
  expect(await states('programme-changed')).toEqual(['failed', 'sent', 'to_send'])
})
