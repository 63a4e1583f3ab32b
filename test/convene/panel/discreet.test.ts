import { expect, test } from 'vitest'
import { programmePanel } from '#convene/messages/programme-panel.ts'
import { programmePart, releaseProgramme } from '#convene/programme/acts/release-programme.ts'
import { versionOf } from '#convene/seminar/acts/version-of.ts'
import { job } from '#ground/database/actor.ts'
import { ask, send, wordsOn } from '../registration/desk-support.ts'
import { signedIn } from '../registration/support.ts'
import { edited, fileNow, query } from '../seminar/support.ts'
import {
  answer,
  before,
  house,
  invite,
  lineOf,
  mailTo,
  openPanels,
  type PanelSeminar,
  panelSeminar,
} from './support.ts'

// What nobody else is told of those who are asked, and how much they are written to.
openPanels()

const m = programmePanel.en
const program = job('test')
const released = async ({ slug }: PanelSeminar, name: string) => {
  const done = await releaseProgramme(house, program, slug, versionOf(programmePart(await fileNow(house, slug))), {
    name: { en: name },
    provisional: false,
    languages: ['fr', 'es'],
  })
  if (done.outcome !== 'released') throw new Error(done.outcome)
  return done
}

test('who has no answer or said no stands in no version, and the public list of changes names nobody of them', async () => {
  const seminar = await panelSeminar(house, { announce: true })
  const say = (role: string) =>
    edited(house, seminar.slug, file => {
      for (const person of file.people) Object.assign(person, { named: true, role: { en: `${role} of ${person.key}` } })
    })
  await say('Mayor')
  await invite(house, seminar, ['ana', 'luc'])
  await answer(house, (await mailTo(house, seminar, 'luc')).path, 'declined')
  const one = await released(seminar, 'One')
  await say('Minister')
  const two = await released(seminar, 'Two')
  const page = await (await house.ask(`/en/seminars/${seminar.slug}/changes?from=${one.slug}&to=${two.slug}`)).text()
  // Eva moderates: of her it is told.
  expect(wordsOn(page)).toContain('Eva Okonkwo')
  expect(page).toContain('Minister of eva')
  for (const word of ['Zanetti', 'Vaubert', 'Sandoval', 'of ana', 'of luc', 'of ida']) expect(page).not.toContain(word)
  const frozen = await query<{ content: string }>(
    house,
    'select content::text from perenne.programme_version where seminar_id = $1 order by number',
    [seminar.id],
  )
  expect(frozen).toHaveLength(3)
  for (const { content } of frozen) {
    for (const word of ['of ana', 'of luc', 'of ida', '"luc"', '"ida"', 'people.ana'])
      expect(content).not.toContain(word)
    expect(JSON.parse(content).people.map(({ key }: { key: string }) => key)).toEqual(['eva'])
  }
  // Once she has said yes she is on it.
  await answer(house, (await mailTo(house, seminar, 'ana')).path, 'confirmed')
  const three = await released(seminar, 'Three')
  const site = await (await house.ask(`/en/seminars/${seminar.slug}/versions/${three.slug}`)).text()
  expect(site).toContain('Ana Zanetti')
  expect(site).toContain('Minister of ana')
})

test('taken off the programme: no error of a mail server keeps the address, and what waits does not leave', async () => {
  const seminar = await panelSeminar(house)
  await invite(house, seminar, ['luc', 'ana'])
  const line = await lineOf(house, seminar, 'luc')
  const mails = (person: string) =>
    query(house, 'select state, last_error from perenne.mail where person_id = $1 order by created_at', [person])
  const ana = await lineOf(house, seminar, 'ana')
  await query(
    house,
    `update perenne.mail set last_error = '550 <luc@example.org> unknown', state = 'waiting_retry' where person_id in ($1, $2)`,
    [line.person_id, ana.person_id],
  )
  await edited(house, seminar.slug, file => {
    file.people = file.people.filter(({ key }) => key !== 'luc')
    for (const slot of file.programme.slots) slot.seats = slot.seats.filter(({ person }) => person !== 'luc')
  })
  expect(await mails(line.person_id)).toEqual([{ state: 'cancelled', last_error: null }])
  expect(await mails(ana.person_id)).toMatchObject([{ state: 'waiting_retry' }])
})

test('three days between two mails, whoever asks; the page says from when on; five reminders at most', async () => {
  const seminar = await panelSeminar(house)
  await invite(house, seminar, ['ana'])
  const { id } = await lineOf(house, seminar, 'ana')
  const counted = async () =>
    (await query(house, 'select from perenne.panel_invitation where programme_person_id = $1', [id])).length
  const remind = (cookie = seminar.cookie) =>
    send(house, seminar.desk, cookie, { kind: 'remind', 'remind[]': [id], _next: 'send', _once: '' })
  const page = async () => wordsOn((await ask(house, seminar.desk, seminar.cookie)).html)
  try {
    await house.setClock('2030-04-04T09:59:59Z')
    expect((await remind()).status).toBe(303)
    expect(await counted()).toBe(1)
    expect(await page()).toContain('Ana Zanetti: again from 4 Apr 2030')
    expect(await page()).not.toContain(m.remind.choose)
    // Two organisers at once, three days after: one mail.
    await house.setClock('2030-04-04T10:30:00Z')
    expect(await page()).toContain(m.remind.choose)
    const { cookie } = await signedIn(house, 'organiser', seminar.id)
    await Promise.all([remind(), remind(cookie)])
    expect(await counted()).toBe(2)
    for (const day of ['08', '12', '16', '20', '24']) {
      await house.setClock(`2030-04-${day}T10:00:00Z`)
      await remind()
    }
    expect(await counted()).toBe(6)
    expect(await page()).toContain(m.remind.never('Ana Zanetti'))
    expect(await page()).not.toContain(m.remind.choose)
  } finally {
    await house.setClock(before)
  }
})
