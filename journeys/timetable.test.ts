import type { CDPSession, Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { troublesOf } from './support/browser.ts'
import { openJourney, seminar, server, signIn } from './support/journey.ts'
import { problemsOf } from './support/page-checks.ts'

openJourney()

const desk = (path: string, locale = 'en') => `${server.origin}/${locale}/desk${seminar}${path}`
const block = (page: Page, key: string) => page.locator(`.board [data-key="${key}"]`)
const field = (page: Page, name: string) => page.locator(`[name="slots.${name}"]`)
const said = (page: Page) => page.locator('.board [role="status"]').innerText().then(plain)
const wordsOf = (locator: Locator) => locator.innerText().then(plain)
const plain = (text: string) => text.replaceAll('\u00a0', ' ').trim()
const save = (page: Page) => page.locator('.board').getByRole('button', { name: 'Save the timetable' })

/** The middle of a slot near its top, in sight of the window. */
async function holdOf(page: Page, key: string) {
  await block(page, key).scrollIntoViewIfNeeded()
  const box = await block(page, key).boundingBox()
  if (!box) throw new Error(`${key} is not drawn`)
  const perMinute =
    ((await page.locator('.board .ground').boundingBox())?.height ?? 0) / Number(await minutesShown(page))
  return { x: box.x + 60, y: box.y + 12, bottom: box.y + box.height - 3, perMinute }
}
const minutesShown = (page: Page) =>
  page.evaluate(
    `getComputedStyle(document.querySelector('.board .canvas')).getPropertyValue('--minutes')`,
  ) as Promise<string>

test('with the mouse: a collision is told while the slot is still in the hand, undone, saved, and found by the checks', async () => {
  const page = await signIn('organiser', { locale: 'en' })
  await page.goto(desk('/edit/timetable'))
  expect(await problemsOf(page)).toEqual([])
  const at = await holdOf(page, 'part-2')
  await page.mouse.move(at.x, at.y)
  await page.mouse.down()
  await page.mouse.move(at.x, at.y - 10 * at.perMinute)
  await page.mouse.move(at.x, at.y - 31 * at.perMinute)
  // 11:40 – 13:20 until now: half an hour earlier, in steps of five minutes, and not yet let go.
  expect(await wordsOf(block(page, 'part-2'))).toContain('11:10 – 12:50')
  expect(await wordsOf(block(page, 'part-2'))).toContain('Collides with Part I, 11:10 – 11:20')
  expect(await wordsOf(block(page, 'coffee'))).toContain('Collides with Part II, 11:20 – 11:40')
  expect(await field(page, 'part-2.from').inputValue()).toBe('11:40')
  // Escape lets go of it where it was.
  await page.keyboard.press('Escape')
  await page.mouse.up()
  expect(await wordsOf(block(page, 'part-2'))).toContain('11:40 – 13:20')

  const again = await holdOf(page, 'part-2')
  await page.mouse.move(again.x, again.y)
  await page.mouse.down()
  await page.mouse.move(again.x, again.y - 31 * again.perMinute, { steps: 4 })
  await page.mouse.up()
  expect(await said(page)).toBe(
    'Part II, 11:10 – 12:50. Collides with Part I, 11:10 – 11:20. Collides with Coffee, 11:20 – 11:40. Then nothing is planned, 12:50 – 13:20.',
  )
  expect([await field(page, 'part-2.from').inputValue(), await field(page, 'part-2.to').inputValue()]).toEqual([
    '11:10',
    '12:50',
  ])
  const board = page.locator('.board')
  expect(await wordsOf(board)).toContain('1 slot moved, not saved yet')
  await board.getByRole('button', { name: 'Undo' }).click()
  expect(await field(page, 'part-2.from').inputValue()).toBe('11:40')
  expect(await wordsOf(board)).toContain('Everything is saved.')

  // Its lower edge makes it longer: what was empty after lunch is filled.
  expect(await wordsOf(board)).toContain('Nothing planned, 14:30 – 15:00')
  const lunch = await holdOf(page, 'lunch')
  await page.mouse.move(lunch.x, lunch.bottom)
  await page.mouse.down()
  await page.mouse.move(lunch.x, lunch.bottom + 29 * lunch.perMinute, { steps: 4 })
  await page.mouse.up()
  expect(await field(page, 'lunch.to').inputValue()).toBe('15:00')
  expect(await wordsOf(board)).not.toContain('Nothing planned, 14:30')
  // Part I ten minutes later, and everything after it as much: the coffee too.
  await board.getByLabel('Move what follows too').check()
  const part = await holdOf(page, 'part-1')
  await page.mouse.move(part.x, part.y)
  await page.mouse.down()
  await page.mouse.move(part.x, part.y + 10 * part.perMinute, { steps: 4 })
  await page.mouse.up()
  expect([await field(page, 'coffee.from').inputValue(), await field(page, 'closing.to').inputValue()]).toEqual([
    '11:30',
    '17:25',
  ])
  expect(await field(page, 'introduction.from').inputValue()).toBe('09:40')

  // Whoever leaves without saving is asked, and stays.
  const asked = new Promise<string>(resolve =>
    page.once('dialog', dialog => {
      resolve(dialog.type())
      void dialog.dismiss()
    }),
  )
  await page.close({ runBeforeUnload: true })
  expect(await asked).toBe('beforeunload')
  expect(await problemsOf(page)).toEqual([])
  await save(page).click()
  await page.getByText('The timetable is saved in the draft.').waitFor()
  expect(await wordsOf(board)).toContain('Everything is saved.')

  await page.goto(desk('/edit/programme'))
  expect(await wordsOf(page.locator('main'))).toContain('17:25')
  await page.goto(desk('/checks'))
  const checks = await wordsOf(page.locator('main'))
  expect(checks).toContain('9:50 – 11:30')
  expect(checks).not.toContain('14:30 – 15:00')
  expect(troublesOf(page)).toEqual([])
}, 120_000)

test('by keyboard only: each move is said, put back, taken back, and saved', async () => {
  const page = await signIn('organiser', { locale: 'en', scheme: 'dark' })
  await page.goto(desk('/edit/timetable'))
  const focused = () =>
    page.evaluate('document.activeElement?.dataset?.key ?? document.activeElement?.textContent') as Promise<string>
  const tabTo = async (wanted: string, key = 'Tab') => {
    for (let count = 0; count < 60 && (await focused()) !== wanted; count++) await page.keyboard.press(key)
    expect(await focused()).toBe(wanted)
  }
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
    return said(page)
  }
  await tabTo('closing')
  const name = await block(page, 'closing').getAttribute('aria-pressed')
  expect(name).toBe('true')
  expect(await press('ArrowUp')).toMatch(
    /^Conclusions and closing by Cités Unies France, 17:05 – 17:20\. Collides with Part III, 17:05 – 17:10/,
  )
  expect(await press('Shift+ArrowUp')).toContain('16:35 – 16:50')
  expect(await press('Shift+ArrowDown', 'ArrowDown')).toContain('17:10 – 17:25')
  expect(await press('+', '+')).toContain('17:10 – 17:35')
  expect(await press('-')).toContain('17:10 – 17:30')
  expect(await press('Alt+ArrowUp')).toContain('17:10 – 17:25')
  expect(await press('ArrowRight')).toContain('there is no other room or day on this side')
  expect(await press('ArrowDown')).toContain('17:15 – 17:30')
  expect(await press('Escape')).toMatch(/^Put back\. Conclusions .* 17:10 – 17:25/)
  expect(await press('Control+z')).toMatch(/^Undone\. .* 17:15 – 17:30/)
  expect(await press('PageDown', 'PageUp', 'ArrowUp')).toContain('17:10 – 17:25')
  expect(await wordsOf(page.locator('.board'))).toContain('Everything is saved.')

  // Reading order is the order of time: after a move past it, the slot comes before the other.
  expect(await press('ArrowUp', 'ArrowUp')).toContain('17:00 – 17:15')
  await page.keyboard.press('Shift+Tab')
  expect(await focused()).toBe('part-3')
  await page.keyboard.press('Tab')
  expect(await focused()).toBe('closing')
  expect(await problemsOf(page)).toEqual([])
  await tabTo('Save the timetable')
  await page.keyboard.press('Enter')
  await page.getByText('The timetable is saved in the draft.').waitFor()
  expect(await field(page, 'closing.from').inputValue()).toBe('17:00')
  expect(troublesOf(page)).toEqual([])
}, 120_000)

test('the fields and the board say the same, also when a field says nothing', async () => {
  const page = await signIn('organiser', { locale: 'en' })
  await page.goto(desk('/edit/timetable'))
  await field(page, 'coffee.from').fill('11h15')
  await field(page, 'coffee.to').fill('later')
  await page.keyboard.press('Tab')
  expect(await wordsOf(block(page, 'coffee'))).toContain('The fields below do not say when it is')
  await field(page, 'coffee.to').fill('11.45')
  await page.keyboard.press('Tab')
  expect(await wordsOf(block(page, 'coffee'))).toContain('11:15 – 11:45')
  expect(await said(page)).toContain('Coffee, 11:15 – 11:45. Collides with Part I, 11:15 – 11:30')
  expect(await wordsOf(page.locator('[data-told="coffee"]'))).toContain('Collides with Part I, 11:15 – 11:30')
  await block(page, 'coffee').click()
  await page.locator('.board').getByRole('button', { name: 'Later', exact: true }).click()
  expect(await field(page, 'coffee.from').inputValue()).toBe('11:20')
  // What cannot be read is told by the server at its field, and the board stands as the fields do.
  await field(page, 'coffee.to').fill('later')
  await save(page).click()
  await page.locator('.errors').waitFor()
  expect(await wordsOf(page.locator('.errors'))).toContain('“To (Coffee)”: enter a time of the 24-hour clock')
  expect(await field(page, 'coffee.from').inputValue()).toBe('11:20')
  expect(await wordsOf(page.locator('.board'))).toContain('1 slot moved, not saved yet')
  // Escape takes back what the chosen block moved, and nothing that was typed for another one meanwhile.
  const stood = await field(page, 'closing.from').inputValue()
  await block(page, 'closing').focus()
  await page.keyboard.press('ArrowDown')
  expect(await field(page, 'closing.from').inputValue()).not.toBe(stood)
  await field(page, 'coffee.from').fill('11:05')
  await field(page, 'coffee.to').fill('11:45')
  await page.keyboard.press('Tab')
  await block(page, 'closing').focus()
  await page.keyboard.press('Escape')
  expect(await field(page, 'closing.from').inputValue()).toBe(stood)
  expect([await field(page, 'coffee.from').inputValue(), await field(page, 'coffee.to').inputValue()]).toEqual([
    '11:05',
    '11:45',
  ])
  expect(troublesOf(page)).toEqual([])
}, 120_000)

test('without JavaScript, several times are changed in their fields and saved', async () => {
  const page = await signIn('organiser', { locale: 'en', javaScript: false, width: 320 })
  await page.goto(desk('/edit/timetable'))
  expect(await page.locator('.board').count()).toBe(0)
  await page.getByLabel('From (Coffee)').fill('11h30')
  await page.getByLabel('To (Coffee)').fill('9h')
  await page.getByRole('button', { name: 'Save the timetable' }).click()
  expect(await page.locator('.errors').innerText()).toContain('If it ends after midnight, tick')
  await page.getByLabel('To (Coffee)').fill('11h50')
  await page.getByLabel('To (Registration)').fill('9h25')
  await page.getByRole('button', { name: 'Save the timetable' }).click()
  expect(await wordsOf(page.locator('main'))).toContain('Then nothing is planned, 9:25 – 9:30')
  expect(await page.getByLabel('To (Coffee)').inputValue()).toBe('11:50')
}, 60_000)

/** A programme of two days, the first of them in two rooms, by the file of the seminar. */
async function giveRooms(page: Page) {
  const yaml = await (await page.request.get(desk('/seminar.yaml'))).text()
  const slots = yaml.indexOf('\n  slots:\n')
  const inRoom = (text: string, slot: string, room: string) =>
    text.replace(`- key: ${slot}\n`, `- key: ${slot}\n      room: ${room}\n`)
  const days = '\n  days: [{date: 2018-07-06, hours: {from: "09:00", to: "12:00"}}]'
  const rooms =
    '\n  rooms: [{key: hall, name: {fr: Grande salle, en: Great hall}}, {key: loft, name: {fr: Grenier, en: Loft}}]'
  const changed = `${yaml.slice(0, slots)}${days}${rooms}${inRoom(inRoom(yaml.slice(slots), 'part-2', 'hall'), 'part-3', 'loft')}`
  await page.goto(`${server.origin}/en/desk/import`)
  await page.locator('textarea[name="text"]').fill(changed)
  await page.getByRole('button', { name: 'Look at what would change' }).click()
  await page.getByRole('button', { name: /^Import/ }).click()
  await page.waitForURL(/\/desk\/seminars\//)
}

test('rooms and days are columns; on a telephone one of them at a time, moved by touch', async () => {
  const wide = await signIn('organiser', { locale: 'en' })
  await giveRooms(wide)
  await wide.goto(desk('/edit/timetable'))
  expect(await problemsOf(wide)).toEqual([])
  await block(wide, 'part-2').focus()
  await wide.keyboard.press('ArrowRight')
  expect(await field(wide, 'part-2.room').inputValue()).toBe('loft')
  expect(await said(wide)).toMatch(/^Part II, Thursday 5 July 2018, .*, Loft\./)
  await wide.keyboard.press('ArrowRight')
  expect([await field(wide, 'part-2.day').inputValue(), await field(wide, 'part-2.room').inputValue()]).toEqual([
    '2018-07-06',
    '',
  ])
  // Dragged across, into the great hall of the first day: the second of six columns.
  const at = await holdOf(wide, 'part-2')
  const ground = await wide.locator('.board .ground').boundingBox()
  if (!ground) throw new Error('no board')
  await wide.mouse.move(at.x, at.y)
  await wide.mouse.down()
  await wide.mouse.move(ground.x + ground.width * (1.5 / 6), at.y + 1, { steps: 6 })
  await wide.mouse.up()
  expect([await field(wide, 'part-2.day').inputValue(), await field(wide, 'part-2.room').inputValue()]).toEqual([
    '2018-07-05',
    'hall',
  ])
  await save(wide).click()
  await wide.locator('.flashes').waitFor()
  expect(troublesOf(wide)).toEqual([])

  const phone = await signIn('organiser', { locale: 'en', width: 390, height: 780, scheme: 'dark' })
  const touch = await phone.context().newCDPSession(phone)
  await touch.send('Emulation.setTouchEmulationEnabled', { enabled: true })
  await phone.goto(desk('/edit/timetable'))
  expect(await problemsOf(phone)).toEqual([])
  expect(await block(phone, 'part-3').isVisible()).toBe(false)
  await phone.getByLabel('Column shown').selectOption({ label: 'Thursday 5 July 2018, Loft' })
  expect([await block(phone, 'part-3').isVisible(), await block(phone, 'part-2').isVisible()]).toEqual([true, false])
  const before = await field(phone, 'part-3.from').inputValue()
  // Anywhere but on the handle a finger scrolls the page.
  await block(phone, 'part-3').scrollIntoViewIfNeeded()
  await drag(touch, await middleOf(block(phone, 'part-3').locator('.what')), -40)
  expect(await field(phone, 'part-3.from').inputValue()).toBe(before)
  await block(phone, 'lunch').scrollIntoViewIfNeeded()
  const perMinute = (await holdOf(phone, 'part-3')).perMinute
  await drag(touch, await middleOf(block(phone, 'part-3').locator('.grip')), -20 * perMinute)
  expect(await field(phone, 'part-3.from').inputValue()).not.toBe(before)
  expect(await said(phone)).toContain('Collides with Lunch')
  expect(await wordsOf(block(phone, 'part-3'))).toContain('Collides with Lunch')
  const tools = phone.locator('.board')
  await tools.getByRole('button', { name: 'Previous column' }).click()
  expect(await field(phone, 'part-3.room').inputValue()).toBe('hall')
  // The board follows the slot into its column.
  expect(await block(phone, 'part-3').isVisible()).toBe(true)
  expect(await problemsOf(phone)).toEqual([])
  await save(phone).click()
  await phone.getByText('The timetable is saved in the draft.').waitFor()
  expect(troublesOf(phone)).toEqual([])
}, 180_000)

async function middleOf(locator: Locator) {
  const box = await locator.boundingBox()
  if (!box) throw new Error('not drawn')
  return { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 12) }
}

async function drag(touch: CDPSession, { x, y }: { x: number; y: number }, by: number) {
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] })
  for (const part of [0.3, 0.6, 1])
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x, y: y + by * part }] })
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}
