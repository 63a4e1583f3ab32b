import { expect, test } from 'vitest'
import { sendReminders } from '#convene/mailings/acts/send-reminders.ts'
import { setReminderDays } from '#convene/mailings/acts/set-reminder-days.ts'
import { cancelRegistration } from '#convene/registration/acts/cancel-registration.ts'
import { job, person } from '#ground/database/actor.ts'
import { settle } from '../registration/desk-support.ts'
import { house, openHouse } from '../registration/house.ts'
import { makeSeminar, query, signedIn } from '../registration/support.ts'
import { add, allWords, mailingRooms, mailsOf, said, scene } from './support.ts'

openHouse(mailingRooms, { SMTP_URL: 'smtp://localhost:1', MAIL_FROM: 'p@example.org' })

type Row = { id: string; days_before: number; held_on: string; started: boolean; recipients: number | null }
const remindersOf = (seminarId: string) =>
  query<Row>(
    house,
    `select id, days_before, held_on::text, started_at is not null as started, recipients from perenne.mailing
     where seminar_id = $1 and days_before is not null order by held_on, days_before desc`,
    [seminarId],
  )
const change = (seminarId: string, set: string) =>
  query(house, `update perenne.seminar set ${set} where id = $1`, [seminarId])

test('seven days and one day before, at nine at the venue, once, to everybody who has a place', async () => {
  const { seminar, ids } = await scene(house)
  const moments: [string, number[]][] = [
    ['2018-06-28T06:59:50Z', []],
    ['2018-06-28T07:00:10Z', [7]],
    ['2018-06-28T15:00:00Z', [7]],
    ['2018-07-03T15:00:00Z', [7]],
    ['2018-07-04T07:00:10Z', [7, 1]],
    ['2018-07-04T07:15:10Z', [7, 1]],
    ['2018-07-05T10:00:00Z', [7, 1]],
  ]
  for (const [moment, expected] of moments) {
    await house.setClock(moment)
    await sendReminders(house)
    expect([moment, (await remindersOf(seminar.id)).map(row => row.days_before)]).toEqual([moment, expected])
  }
  const [first] = await remindersOf(seminar.id)
  expect(first).toMatchObject({ held_on: '2018-07-05', started: true, recipients: 3 })
  expect((await mailsOf(house, first?.id ?? '')).map(mail => mail.family)).toEqual(['Ana', 'John', 'Marie'])
  expect(ids.lucia).toBeTruthy()
})

test('it says what one needs in order to come, and that others wait; the calendar entry comes along', async () => {
  const { seminar } = await scene(house)
  await query(
    house,
    `with line as (insert into perenne.seminar_access_line (seminar_id, position) values ($1, 1) returning id)
     insert into perenne.translation (record_table, record_id, field, language, body, state)
     select 'seminar_access_line', id, 'text', 'fr', 'Métro Hôtel de Ville', 'source' from line`,
    [seminar.id],
  )
  await house.setClock('2018-07-04T07:00:10Z')
  await sendReminders(house)
  const rows = await remindersOf(seminar.id)
  const mails = await mailsOf(house, rows.find(row => row.days_before === 1)?.id ?? '')
  const words = await said(house, mails.find(mail => mail.language === 'en')?.id ?? '', true)
  expect(words?.subject).toBe('Reminder: Towards lasting action, Thursday 5\u00a0July\u00a02018')
  const all = allWords(words)
  expect(all).toContain('When: Thursday 5\u00a0July\u00a02018, 9:00\u00a0–\u00a017:30 (Paris time).')
  expect(all).toContain('Where: Hôtel de Ville, 5 rue Lobau, 75004 Paris.')
  expect(all).toContain('How to get there:\nMétro Hôtel de Ville')
  expect(all).toContain('give your place back on your personal page: other people are waiting for one')
  expect(words?.attachments).toHaveLength(1)
  expect((await house.ask(words?.action?.url ?? '')).status).toBe(200)
})

test('who gave the place back between the hour and the mail is not reminded; the next in line was told otherwise', async () => {
  const { seminar, ids } = await scene(house)
  await house.setClock('2018-06-28T07:00:10Z')
  await sendReminders(house)
  const [row] = await remindersOf(seminar.id)
  await cancelRegistration(house, job('test'), ids.john)
  const mails = await mailsOf(house, row?.id ?? '')
  const of = (family: string) => mails.find(mail => mail.family === family)?.id ?? ''
  expect(await said(house, of('John'), true)).toBeNull()
  expect(allWords(await said(house, of('Marie'), true))).not.toContain('en attendent une')
  // Whoever reads the list of mails later still sees what was written.
  await query(house, `update perenne.mail set state = 'cancelled' where id = $1`, [of('John')])
  expect(await said(house, of('John'))).not.toBeNull()
})

test('to whom a place is offered it says until when, and asks for the answer', async () => {
  const { seminar, personId, ids } = await scene(house)
  await settle(house, seminar, personId, ({ quotas, admission }) => ({
    quotas,
    admission: { ...admission, promotion: 'offer', offerHours: 48 },
  }))
  await house.setClock('2018-06-28T06:00:00Z')
  await cancelRegistration(house, job('test'), ids.john)
  await house.setClock('2018-06-28T07:00:10Z')
  await sendReminders(house)
  const [row] = await remindersOf(seminar.id)
  const mails = await mailsOf(house, row?.id ?? '')
  const offered = mails.find(mail => mail.family === 'Lucia')
  const words = await said(house, offered?.id ?? '', true)
  expect(allWords(words)).toContain(
    'reservado para usted hasta el 30\u00a0de junio de\u00a02018 a las 8:00, hora de París',
  )
  expect(words?.attachments ?? []).toEqual([])
  await house.setClock('2018-07-01T07:00:00Z')
  await query(house, `update perenne.registration set state = 'expired', offered_until = null where id = $1`, [
    ids.lucia,
  ])
  expect(await said(house, offered?.id ?? '', true)).toBeNull()
})

test('never on the wrong day: off past it, a reminder is skipped and written down, once', async () => {
  const { seminar } = await scene(house)
  await house.setClock('2018-06-30T08:00:00Z')
  expect(await sendReminders(house)).toMatchObject({ skipped: expect.any(Number) })
  await sendReminders(house)
  expect(await remindersOf(seminar.id)).toMatchObject([{ days_before: 7, started: false, recipients: null }])
  await house.setClock('2018-07-04T21:59:00Z')
  await sendReminders(house)
  expect(await remindersOf(seminar.id)).toMatchObject([{ days_before: 7 }, { days_before: 1, started: true }])
  // Where nobody would have got it there is nothing to tell.
  const young = await makeSeminar(house)
  await house.setClock('2018-06-30T08:00:00Z')
  await sendReminders(house)
  expect(await remindersOf(young.id)).toEqual([])
})

test('not while it is cancelled, postponed or over, nor of a seminar that nobody sees; again for another day', async () => {
  const { seminar } = await scene(house)
  await house.setClock('2018-06-28T08:00:00Z')
  for (const [before, after] of [
    ['cancelled_at = perenne.now()', 'cancelled_at = null'],
    ['postponed_at = perenne.now()', 'postponed_at = null'],
    ['visibility = 0', 'visibility = 2'],
    [`reminder_days = '{}'`, `reminder_days = '{7,1}'`],
  ] as const) {
    await change(seminar.id, before)
    await sendReminders(house)
    expect([before, await remindersOf(seminar.id)]).toEqual([before, []])
    await change(seminar.id, after)
  }
  await sendReminders(house)
  expect(await remindersOf(seminar.id)).toHaveLength(1)
  const [left] = await remindersOf(seminar.id)
  const [mail] = await mailsOf(house, left?.id ?? '')
  await change(seminar.id, `held_on = '2018-07-12', moved_from = '2018-07-05'`)
  // What had not left yet is about a day that was given up.
  expect(await said(house, mail?.id ?? '', true)).toBeNull()
  await house.setClock('2018-07-05T07:00:10Z')
  await sendReminders(house)
  expect(await remindersOf(seminar.id)).toMatchObject([
    { held_on: '2018-07-05', days_before: 7 },
    { held_on: '2018-07-12', days_before: 7, started: true },
  ])
})

test('the hour is the venue’s, over a change of the clocks and far from Paris', async () => {
  const paris = await scene(house)
  const bogota = await scene(house)
  await change(paris.seminar.id, `held_on = '2018-10-29', reminder_days = '{1}'`)
  await change(bogota.seminar.id, `held_on = '2018-10-29', reminder_days = '{1}', time_zone = 'America/Bogota'`)
  const count = async () => [
    (await remindersOf(paris.seminar.id)).length,
    (await remindersOf(bogota.seminar.id)).length,
  ]
  // 28 October 2018: the clocks of Paris went back in the night.
  for (const [moment, expected] of [
    ['2018-10-28T07:59:50Z', [0, 0]],
    ['2018-10-28T08:00:10Z', [1, 0]],
    ['2018-10-28T13:59:50Z', [1, 0]],
    ['2018-10-28T14:00:10Z', [1, 1]],
  ] as const) {
    await house.setClock(moment)
    await sendReminders(house)
    expect([moment, await count()]).toEqual([moment, expected])
  }
})

test('the days are settled by whoever may change the seminar, five at most; two at once are told apart', async () => {
  const { seminar, organiser } = await scene(house)
  const set = (days: number[], seen: number[]) => setReminderDays(house, organiser, seminar.slug, days, seen)
  expect(await set([14, 3, 99], [7, 1])).toEqual({ outcome: 'set' })
  expect(await set([1], [7, 1])).toEqual({ outcome: 'stale', now: [14, 3] })
  expect(await set([1, 2, 3, 4, 5, 6], [14, 3])).toEqual({ outcome: 'too-many' })
  expect(await set([], [14, 3])).toEqual({ outcome: 'set' })
  for (const role of ['evaluator', 'translator', 'door_steward', null] as const) {
    const { personId } = await signedIn(house, role, seminar.id)
    await expect(setReminderDays(house, person(personId), seminar.slug, [1], [])).rejects.toMatchObject({
      kind: 'forbidden',
    })
  }
})

test('what fails for one seminar holds up no other', async () => {
  const [broken, well] = [await scene(house), await scene(house)]
  await add(house, well.seminar, 'Extra')
  await query(
    house,
    `create function perenne.refuse_one() returns trigger language plpgsql as $$
       begin if new.seminar_id = '${broken.seminar.id}' then raise exception 'refused'; end if; return new; end $$`,
  )
  await query(
    house,
    'create trigger refuse_one before insert on perenne.mailing for each row execute function perenne.refuse_one()',
  )
  try {
    await house.setClock('2018-06-28T07:00:10Z')
    await expect(sendReminders(house)).rejects.toThrow('1 failed')
    expect(await remindersOf(broken.seminar.id)).toEqual([])
    expect(await remindersOf(well.seminar.id)).toHaveLength(1)
  } finally {
    await query(house, 'drop trigger refuse_one on perenne.mailing')
  }
})
