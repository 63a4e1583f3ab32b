import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { cancelSeminar } from '#convene/life/acts/cancel-seminar.ts'
import { holdAgain } from '#convene/life/acts/hold-again.ts'
import { postponeSeminar } from '#convene/life/acts/postpone-seminar.ts'
import { setNewDay } from '#convene/life/acts/set-new-day.ts'
import { cancelRegistration } from '#convene/registration/acts/cancel-registration.ts'
import { changeRegistration } from '#convene/registration/acts/change-registration.ts'
import { job, link, person } from '#ground/database/actor.ts'
import { openMailer } from '#ground/mail/acts/send-due.ts'
import { openPostbox } from '../../mail/support.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { dayOn, french, makeSeminar, ownOf, query, registered, rooms, signedIn } from './support.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse(rooms)
})
beforeEach(async () => {
  await house.setClock('2018-06-05T08:00:00Z')
  await query(house, 'truncate perenne.mail cascade')
})
afterAll(() => house.close())
const program = job('test')

/** Sends all that is due, through a real SMTP server: what arrived, and what became of the others. */
async function send() {
  const box = await openPostbox()
  const settings = { ...house.settings, smtpUrl: box.url, mailFrom: 'Perenne <perenne@example.org>' }
  const mailer = openMailer({ ...house, settings }, { everyRound: 3_600_000, closing: 300 })
  await mailer.sendDue()
  await mailer.close()
  await box.close()
  return box.mails
}
const subjects = (mails: Awaited<ReturnType<typeof send>>) => mails.map(({ subject }) => String(subject)).sort()
const notSent = async () =>
  (
    await query<{ said: string }>(
      house,
      `select template || ' ' || state || ' ' || last_error as said from perenne.mail where state <> 'sent' order by template`,
    )
  ).map(({ said }) => said)

const someone = (name: string, language: 'fr' | 'es' | 'pt' | 'en') => ({
  email: `${name}@example.org`,
  familyName: name,
  organisation: `Ville de ${name}`,
  language,
})

test('cancelled while confirmations, ranks and offers wait for the mail server: only the telling leaves', async () => {
  const seminar = await makeSeminar(house, { capacity: 1, admission: { promotion: 'offer' } })
  const first = await registered(house, seminar, someone('first', 'fr'))
  await registered(house, seminar, someone('second', 'es'))
  await registered(house, seminar, someone('third', 'en'))
  await cancelRegistration(house, link(first), first)
  await cancelSeminar(house, program, seminar.slug, { source: 'fr', bodies: { fr: 'Trop peu.', en: 'Too few.' } })
  const mails = await send()
  // What the first asked for leaves; they are not concerned any more.
  expect(subjects(mails)).toEqual([
    'Cancelado: Vers une action durable',
    'Cancelled: Towards lasting action',
    'Inscription annulée\u00a0: Vers une action durable',
  ])
  expect(await notSent()).toEqual([
    'place-offered cancelled nothing-to-say',
    'registration-confirmed cancelled nothing-to-say',
    'registration-waiting cancelled nothing-to-say',
    'registration-waiting cancelled nothing-to-say',
  ])
  const english = mails.find(({ subject }) => subject?.startsWith('Cancelled'))
  expect(english?.text).toContain('Too few.')
  expect(english?.text).toMatch(/\/en\/me\//)
})

test('postponed and given a new day before anything left: the last word alone, with where each one stands', async () => {
  const seminar = await makeSeminar(house, { capacity: 1 })
  await registered(house, seminar, someone('first', 'fr'))
  await registered(house, seminar, someone('second', 'fr'))
  await postponeSeminar(house, program, seminar.slug, { reason: french('Grève') })
  await setNewDay(house, program, seminar.slug, { newDay: dayOn('2018-10-12') })
  const mails = await send()
  const moved = mails.filter(({ subject }) => subject?.startsWith('Nouvelle date'))
  expect(moved).toHaveLength(2)
  expect(await notSent()).toEqual([
    'seminar-postponed cancelled nothing-to-say',
    'seminar-postponed cancelled nothing-to-say',
  ])
  const textTo = (name: string) => moved.find(({ to }) => JSON.stringify(to).includes(name))
  expect(textTo('first')?.text).toContain('Vous gardez votre place.')
  expect(textTo('first')?.attachments[0]?.contentType).toBe('text/calendar')
  expect(textTo('first')?.attachments[0]?.content.toString()).toContain('METHOD:PUBLISH')
  expect(textTo('second')?.text).toContain('Vous gardez votre rang sur la liste d’attente.')
  expect(textTo('second')?.attachments).toEqual([])
  // It has a day again: what says where one stands leaves as ever.
  expect(subjects(mails)).toContain('Vous avez une place\u00a0: Vers une action durable')
})

test('who leaves between the decision and the mail is not asked whether they come', async () => {
  const seminar = await makeSeminar(house)
  const id = await registered(house, seminar, someone('one', 'fr'))
  await cancelSeminar(house, program, seminar.slug, null)
  await holdAgain(house, program, seminar.slug)
  await cancelRegistration(house, link(id), id)
  expect(subjects(await send())).toEqual([
    'Inscription annulée\u00a0: Vers une action durable',
    'Vous avez une place\u00a0: Vers une action durable',
  ])
})

test('an address that is corrected while the seminar is postponed gets the mail that tells it', async () => {
  const seminar = await makeSeminar(house)
  const id = await registered(house, seminar, someone('one', 'fr'))
  await postponeSeminar(house, program, seminar.slug, { reason: french('Grève') })
  await send()
  const { version, answers } = await ownOf(house, id)
  const { personId } = await signedIn(house, 'organiser', seminar.id)
  const given = { version, answers: { ...answers, email: 'right@example.org' } }
  expect(await changeRegistration(house, link(id), id, { version, answers })).toEqual({ outcome: 'too-late' })
  expect((await changeRegistration(house, person(personId), id, given)).outcome).toBe('changed')
  const [mail] = await send()
  expect(mail?.subject).toBe('Reporté\u00a0: Vers une action durable')
  expect(JSON.stringify(mail?.to)).toContain('right@example.org')
  expect(mail?.text).toContain('Grève')
})

test('whoever reads the list of mails still sees what each of them said', async () => {
  const seminar = await makeSeminar(house)
  await registered(house, seminar, someone('one', 'en'))
  await send()
  await postponeSeminar(house, program, seminar.slug, { reason: null })
  await send()
  await holdAgain(house, program, seminar.slug)
  const { cookie } = await signedIn(house, 'organiser', seminar.id)
  const said: string[] = []
  for (const { id } of await query<{ id: string }>(house, 'select id from perenne.mail order by created_at')) {
    const page = await house.ask(`/en/administration/mails/${id}`, { headers: { cookie } })
    said.push((await page.text()).replaceAll('\u00a0', ' '))
  }
  expect(said).toHaveLength(3)
  expect(said[0]).toContain('is confirmed: you have a place')
  expect(said[1]).toContain('is postponed: it will not be held on 5 July 2018')
  expect(said[2]).toContain('takes place after all, on 5 July 2018')
})
