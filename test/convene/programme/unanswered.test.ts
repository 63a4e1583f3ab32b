import { afterAll, beforeAll, expect, test } from 'vitest'
import { apiRoutes } from '#convene/api/index.ts'
import { programmeChecks } from '#convene/messages/programme-checks.ts'
import { locales } from '#ground/languages/locales.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { answer, before, invite, mailTo, type PanelSeminar, panelSeminar, rooms } from '../panel/support.ts'
import { ask, fieldsOf, send, wordsOn } from '../registration/desk-support.ts'
import { edited } from '../seminar/support.ts'

// Somebody was asked to moderate, and has not answered: the checks tell those who prepare the seminar, and nobody else.

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse([...rooms, { name: 'api', routes: apiRoutes }])
  await house.setClock(before)
})
afterAll(() => house?.close())

const plain = (words: string) => words.replaceAll('\u00a0', ' ')
const path = ({ slug }: PanelSeminar, locale = 'en') => `/${locale}/desk/seminars/${slug}/checks`
const page = async (seminar: PanelSeminar, locale = 'en') =>
  (await ask(house, path(seminar, locale), seminar.cookie)).html

test('told in four languages with who it is and the way to the invitations, until the answer is there', async () => {
  const seminar = await panelSeminar(house, { announce: true })
  const title = (locale: (typeof locales)[number]) => programmeChecks[locale].codes['part-unanswered'].title
  // Whoever was never asked stands there as the team says.
  expect(await page(seminar)).not.toContain(title('en'))
  await invite(house, seminar, ['eva'])
  for (const locale of locales) {
    const html = await page(seminar, locale)
    for (const words of Object.values(programmeChecks[locale].codes['part-unanswered']))
      expect(plain(wordsOn(html)), locale).toContain(plain(words))
    const [card = ''] = html.split('<article').filter(one => one.includes(title(locale)))
    expect(card).toContain('Eva Okonkwo')
    expect(card).toContain(`href="/${locale}/desk/seminars/${seminar.slug}/panel"`)
    expect(card).toContain(`href="/${locale}/desk/seminars/${seminar.slug}/edit/slots/panel"`)
  }
  await answer(house, (await mailTo(house, seminar, 'eva')).path, 'confirmed')
  expect(await page(seminar)).not.toContain(title('en'))
})

test('set aside for one person, it is told of the next; the API tells it to nobody', async () => {
  const seminar = await panelSeminar(house, { announce: true })
  await invite(house, seminar, ['eva'])
  const form = [...(await page(seminar)).matchAll(/<form[^>]*>.*?<\/form>/gs)].find(([body]) =>
    body.includes('value="part-unanswered"'),
  )?.[0]
  const fields = fieldsOf(form ?? '')
  const reason = Object.keys(fields).find(name => name.startsWith('reason-')) ?? ''
  const sent = await send(house, path(seminar), seminar.cookie, { ...fields, [reason]: 'She called.', do: 'aside' })
  expect(sent.status).toBe(303)
  expect(await page(seminar)).toContain('She called.')
  const title = programmeChecks.en.codes['part-unanswered'].title
  expect(await page(seminar)).not.toContain(`${title}</h3>`)
  await edited(house, seminar.slug, file => {
    for (const slot of file.programme.slots) if (slot.key === 'panel') slot.moderatorPersons = ['luc']
  })
  await invite(house, seminar, ['luc'])
  const after = await page(seminar)
  expect(after).toContain(`${title}</h3>`)
  expect(after).toContain('Luc Vaubert')
  expect(after).not.toContain('She called.')
  for (const more of ['', '?include=seats,translations']) {
    const told = await house.ask(`/api/v1/seminars/${seminar.slug}/checks${more}`)
    expect(told.status).toBe(200)
    const text = await told.text()
    expect(text).toContain('panel-unbalanced')
    expect(text).not.toMatch(/part-unanswered|Okonkwo|Vaubert/)
  }
})
