import { expect, test } from 'vitest'
import { programmeChecks } from '#convene/messages/programme-checks.ts'
import { programmePanel } from '#convene/messages/programme-panel.ts'
import { panelOwn } from '#convene/messages/programme-panel-own.ts'
import { ask, fieldsOf, wordsOn } from '../registration/desk-support.ts'
import { edited, query } from '../seminar/support.ts'
import {
  answer,
  house,
  invite,
  lineOf,
  mailTo,
  open,
  openPanels,
  type PanelSeminar,
  panelSeminar,
  post,
  seatsOf,
} from './support.ts'

openPanels()

const own = panelOwn.en.answer
const code = programmeChecks.en.codes['declined-still-on'].title

/** What the team sees: the checks, the page of the panels, and the public list of checks. */
async function seen({ slug, cookie, desk }: PanelSeminar) {
  const checks = wordsOn((await ask(house, `/en/desk/seminars/${slug}/checks`, cookie)).html)
  const panel = wordsOn((await ask(house, desk, cookie)).html)
  return { checks: checks.includes(code), panel: panel.includes(programmePanel.en.stillOn), words: checks }
}

test('a seat declined by somebody who also speaks: they are told that the seat alone is free, and the team sees it', async () => {
  const seminar = await panelSeminar(house)
  await edited(house, seminar.slug, ({ programme }) => {
    programme.slots.find(({ key }) => key === 'second')?.speakers.push('luc')
  })
  await invite(house, seminar, ['luc', 'ana'])
  expect(await seen(seminar)).toMatchObject({ checks: false, panel: false })
  const { path } = await mailTo(house, seminar, 'luc')
  const page = path.replace('/fr/', '/en/')
  const seat = (await seatsOf(house, seminar))['panel.two']?.id
  const fields = fieldsOf((await open(house, page)).html, page)
  const done = await post(house, page, { ...fields, [`answer.${seat}`]: 'declined' })
  expect(done.status).toBe(303)
  const told = wordsOn((await ask(house, page, done.cookie)).html)
  expect(told).toContain(own.doneNoStillOn)
  expect(told).not.toContain(own.doneNo)
  const found = await seen(seminar)
  expect(found).toMatchObject({ checks: true, panel: true })
  expect(found.words).toContain(programmeChecks.en.found.declined('Luc Vaubert'))

  // He says that he speaks all the same: nothing is unclear any more.
  const { id } = await lineOf(house, seminar, 'luc')
  const [role] = await query<{ id: string }>(
    house,
    'select id from perenne.slot_person where programme_person_id = $1',
    [id],
  )
  await post(house, page, {
    ...fieldsOf((await open(house, page)).html, page),
    [`answer.${role?.id}`]: 'confirmed',
  })
  expect(await seen(seminar)).toMatchObject({ checks: false, panel: false })

  // Whoever has seats alone is off the programme when they decline, and is told so.
  const ana = (await mailTo(house, seminar, 'ana')).path.replace('/es/', '/en/')
  const all = await answer(house, ana, 'declined')
  expect(wordsOn((await ask(house, ana, all.cookie)).html)).toContain(own.doneNo)
  expect(await seen(seminar)).toMatchObject({ checks: false, panel: false })
})
