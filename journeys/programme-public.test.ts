import ICAL from 'ical.js'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { troublesOf } from './support/browser.ts'
import { browser, openJourney, seminar, server } from './support/journey.ts'
import { problemsOf } from './support/page-checks.ts'

openJourney()

const programme = (locale = 'es') => `${server.origin}/${locale}${seminar}/programme`
const plain = (text: string) => text.replace(/[\s\u00a0\u202f]+/g, ' ').trim()
const textOf = async (page: Page, place: string) => plain(await page.locator(place).first().innerText())

async function untilFocused(page: Page, selector: string) {
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) return
  }
  throw new Error(`the keyboard does not lead to ${selector}`)
}
const ticked = (page: Page) =>
  page.locator('.slot input:checked').evaluateAll(boxes => boxes.map(box => (box as { value?: string }).value))
const keptIn = (page: Page) =>
  page.evaluate('localStorage.getItem("perenne:programme:vers-une-action-internationale-durable")')

async function titlesInCalendar(page: Page, address: string) {
  const answer = await page.request.get(new URL(address, page.url()).href)
  expect(answer.status()).toBe(200)
  const calendar = new ICAL.Component(ICAL.parse(await answer.text()))
  return calendar.getAllSubcomponents('vevent').map(event => new ICAL.Event(event).summary)
}

test('with the keyboard alone, somebody chooses two slots, finds them again, and takes one out', async () => {
  const page = await browser.newPage({ locale: 'es' })
  await page.goto(programme())
  expect(await textOf(page, 'my-programme [role=status]')).toBe('Todavía no ha elegido nada.')
  await untilFocused(page, '#slot-introduction input')
  await page.keyboard.press('Space')
  await untilFocused(page, '#slot-part-1 input')
  await page.keyboard.press('Space')
  expect(await textOf(page, 'my-programme [role=status]')).toBe('2 bloques elegidos.')
  expect(await page.locator('.slot.chosen').count()).toBe(2)
  expect(await textOf(page, '#to-mine')).toBe('Mi programa (2)')

  await page.reload()
  expect(await ticked(page)).toEqual(['introduction', 'part-1'])
  expect(await textOf(page, 'my-programme [role=status]')).toBe('2 bloques elegidos.')

  await untilFocused(page, '.choosing button')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/mine\?slots=introduction,part-1&seen=\d+$/)
  expect(await textOf(page, 'h1')).toBe('Mi programa')
  // The programme of 2018 has them at once: it is said, with both names.
  expect(await textOf(page, '.note.warning')).toMatch(
    /^Dos de sus bloques son al mismo tiempo Hacia .* \(9:40 – 10:00\) · Elementos/,
  )
  // It is this browser's own: nothing to keep.
  expect(await page.locator('kept-programme button').count()).toBe(0)
  const calendar = await page.getByRole('link', { name: 'Agregar a mi calendario' }).getAttribute('href')
  expect(await titlesInCalendar(page, calendar ?? '')).toHaveLength(2)
  expect(await page.getByRole('link', { name: 'Suscribirse' }).getAttribute('href')).toMatch(
    /^webcal:\/\/.+\/programme\.ics\?slots=introduction,part-1$/,
  )

  await untilFocused(page, '#slot-introduction .drop')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/mine\?slots=part-1&seen=\d+$/)
  await page.goto(programme())
  expect(await ticked(page)).toEqual(['part-1'])
  // The bare address of one's programme opens with what is kept.
  await page.goto(`${programme()}/mine`)
  await page.waitForURL(/\/mine\?slots=part-1&seen=\d+$/)
  await page.getByRole('link', { name: 'Quitar todo' }).click()
  await page.waitForURL(/\/mine$/)
  expect(await textOf(page, '.empty h2')).toBe('Usted todavía no ha elegido nada')
  expect(await keptIn(page)).toBeNull()
  expect(troublesOf(page)).toEqual([])
})

test('without JavaScript the same by the address, in French', async () => {
  const page = await browser.newPage({ width: 390, javaScript: false })
  await page.goto(programme('fr'))
  await page.locator('#slot-part-1 input').check()
  await page.locator('#slot-part-2 input').check()
  await page.getByRole('button', { name: 'Voir mon programme' }).click()
  await page.waitForURL(/\/mine\?slots=part-1,part-2&seen=\d+$/)
  const address = page.url()
  expect(await textOf(page, '.lead')).toBe('Vous avez choisi 2 créneaux.')
  await page.getByRole('link', { name: 'Choisir d’autres créneaux' }).click()
  expect(await ticked(page)).toEqual(['part-1', 'part-2'])
  await page.locator('#slot-part-3 input').check()
  await page.getByRole('button', { name: 'Voir mon programme' }).click()
  await page.waitForURL(/slots=part-1,part-2,part-3/)
  const calendar = await page.getByRole('link', { name: 'Ajouter à mon agenda' }).getAttribute('href')
  expect(await titlesInCalendar(page, calendar ?? '')).toHaveLength(3)

  // The hours of another place, by a form, with what was chosen.
  await page.goto(address)
  await page.getByRole('link', { name: 'Les heures d’un autre lieu' }).click()
  await page.getByLabel('Les heures de quel lieu').selectOption('America/Lima')
  await page.getByRole('button', { name: 'Afficher aussi ces heures' }).click()
  expect(await textOf(page, '#slot-part-1 .hours')).toMatch(/^9 h 40 – 11 h 20 Lima : 2 h 40 – 4 h 20 Retirer/)
  expect(await page.locator('.slot').count()).toBe(2)
  await page.goto(`${programme('fr')}?zone=Lima`)
  expect(await textOf(page, '.zone-form .error')).toContain('« Lima » n’est pas un fuseau horaire connu ici.')
  expect(troublesOf(page)).toEqual([])
})

test('somebody far away sees their hours beside, on the next page too', async () => {
  const page = await browser.newPage({ locale: 'es', timeZone: 'America/Lima' })
  await page.goto(programme())
  const hours = () => textOf(page, '#slot-part-1 .hours')
  expect(await hours()).toMatch(/^9:40 – 11:20 Elegir/)
  await untilFocused(page, 'reader-zone button')
  await page.keyboard.press('Enter')
  expect(await hours()).toMatch(/^9:40 – 11:20 Lima: 2:40 – 4:20 Elegir/)
  expect(await textOf(page, 'reader-zone [role=status]')).toBe('Debajo están las horas de Lima (America/Lima).')
  await page.goto(`${server.origin}/es${seminar}/versions/programme-provisoire`)
  expect(await hours()).toMatch(/^9:40 – 11:20 Lima: 2:40 – 4:20/)
  // What the browser writes is what the server writes.
  await page.goto(`${programme()}?zone=America/Lima`)
  expect(await hours()).toMatch(/^9:40 – 11:20 Lima: 2:40 – 4:20 Elegir/)
  await page.goto(programme())
  await page.getByRole('button', { name: 'Mostrar también las horas de Lima' }).click()
  expect(await hours()).toMatch(/^9:40 – 11:20 Elegir/)

  const there = await browser.newPage({ locale: 'es', timeZone: 'Europe/Madrid' })
  await there.goto(programme())
  expect(await textOf(there, 'my-programme [role=status]')).toBe('Todavía no ha elegido nada.')
  expect(await there.locator('reader-zone button').count()).toBe(0)

  const nextDay = await browser.newPage({ locale: 'en', timeZone: 'Pacific/Auckland' })
  await nextDay.goto(programme('en'))
  await nextDay.getByRole('button', { name: 'Show the hours of Auckland too' }).click()
  expect(await textOf(nextDay, '#slot-part-3 .hours')).toMatch(/Auckland: Friday 6 July, 1:00 – 3:00/)
  for (const one of [page, there, nextDay]) expect(troublesOf(one)).toEqual([])
})

test('what somebody sent is shown as it is, and kept only when one says so', async () => {
  const page = await browser.newPage({ locale: 'en' })
  await page.goto(programme('en'))
  await page.locator('#slot-part-3 input').check()
  await page.goto(`${programme('en')}/mine?slots=part-1,part-2&seen=1`)
  expect(await textOf(page, 'kept-programme [role=status]')).toBe('Another choice is kept in this browser.')
  // Taken out of what was sent, not of what is one's own.
  await page.locator('#slot-part-1 .drop').click()
  await page.waitForURL(/slots=part-2&/)
  expect(await keptIn(page)).toContain('["part-3"]')
  // Going on from it: the boxes are those of the address, and become one's own with the next tick.
  await page.getByRole('link', { name: 'Choose other slots' }).click()
  expect(await ticked(page)).toEqual(['part-2'])
  expect(await keptIn(page)).toContain('["part-3"]')
  await page.goBack()
  await page.getByRole('button', { name: 'Keep this choice here' }).click()
  expect(await textOf(page, 'kept-programme [role=status]')).toBe('This choice is now kept in this browser.')
  await page.goto(programme('en'))
  expect(await ticked(page)).toEqual(['part-2'])
  // Another page of this browser follows.
  const other = await page.context().newPage()
  await other.goto(programme('fr'))
  await other.locator('#slot-part-1 input').check()
  await expect.poll(() => page.locator('.slot input:checked').count()).toBe(2)
  expect(await ticked(page)).toEqual(['part-1', 'part-2'])
  expect(troublesOf(page)).toEqual([])
})

test('what was kept and is no slot any more goes along, and is told', async () => {
  const page = await browser.newPage({ locale: 'en' })
  await page.goto(programme('en'))
  await page.evaluate(
    'localStorage.setItem("perenne:programme:vers-une-action-internationale-durable", \'{"slots":["old-talk"],"seen":1}\')',
  )
  await page.reload()
  expect(await textOf(page, 'my-programme [role=status]')).toBe('1 slot chosen.')
  await page.locator('#slot-part-2 input').check()
  await page.getByRole('button', { name: 'See my programme' }).click()
  await page.waitForURL(/\/mine\?slots=old-talk,part-2&seen=1$|\/mine\?slots=part-2,old-talk&seen=1$/)
  expect(await textOf(page, '.note.warning')).toContain('1 entry of this address is no slot of this programme')
  expect(troublesOf(page)).toEqual([])
})

describe('a browser that keeps nothing', () => {
  const ways = {
    refuses: `Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })`,
    'is full': `Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }`,
  }
  test.each(Object.entries(ways))('%s: says so, and the address does', async (_, script) => {
    const page = await browser.newPage({ locale: 'en', timeZone: 'America/Lima' })
    await page.addInitScript(script)
    await page.goto(programme('en'))
    await page.locator('#slot-part-1 input').check()
    expect(await textOf(page, 'my-programme')).toContain('This browser keeps nothing from one page to the next.')
    await page.getByRole('button', { name: 'Show the hours of Lima too' }).click()
    expect(await textOf(page, '#slot-part-1 .elsewhere')).toBe('Lima: 2:40 – 4:20')
    await page.getByRole('button', { name: 'See my programme' }).click()
    await page.waitForURL(/\/mine\?slots=part-1&seen=\d+$/)
    await page.getByRole('button', { name: 'Keep this choice here' }).click()
    expect(await textOf(page, 'kept-programme [role=status]')).toContain('keep the address of this page')
    expect(troublesOf(page)).toEqual([])
  })
})

describe('on a telephone', () => {
  const looks = (['light', 'dark'] as const).flatMap(scheme =>
    [
      'programme',
      'programme?zone=America/Lima&slots=part-1',
      'programme?zone=wrong',
      'programme/mine?slots=introduction,part-1,x',
    ].map(path => [scheme, path] as const),
  )
  test.each(looks)('%s: %s', async (scheme, path) => {
    const page = await browser.newPage({ width: 390, scheme, timeZone: 'America/Bogota' })
    await page.goto(`${server.origin}/fr${seminar}/${path}`)
    if (path === 'programme') {
      await page.locator('#slot-part-1 input').check()
      await page.locator('reader-zone button').click()
    }
    expect(await problemsOf(page)).toEqual([])
  })
})

test('on paper: black on white, hours beside their slot, nothing to press', async () => {
  const paths = [
    'programme?zone=America/Lima',
    'programme/mine?slots=part-1,part-2',
    'versions/programme-provisoire',
    'changes',
  ]
  for (const path of paths) {
    const page = await browser.newPage({ scheme: 'dark', timeZone: 'America/Lima', width: 390 })
    await page.goto(`${server.origin}/fr${seminar}/${path}`)
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    const seen = (await page.evaluate(`(() => {
      const shown = selector => [...document.querySelectorAll(selector)].filter(e => e.getClientRects().length > 0)
      const slots = shown('.slot')
      return {
        colours: [getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor],
        pressed: shown('nav, button, input, select, form, .choose, .drop, .reader-tools, .links').map(e => e.outerHTML.slice(0, 80)),
        parted: slots.filter(e => getComputedStyle(e).breakInside !== 'avoid').length,
        below: slots.filter(e => e.children[1].getBoundingClientRect().left < e.children[0].getBoundingClientRect().right).length,
        slots: slots.length,
        printed: shown('.printed').length,
      }
    })()`)) as Record<string, unknown>
    expect(seen, path).toMatchObject({
      colours: ['rgb(0, 0, 0)', 'rgb(255, 255, 255)'],
      pressed: [],
      parted: 0,
      below: 0,
      printed: path === 'changes' ? 0 : 1,
    })
    if (path !== 'changes') expect(seen.slots, path).toBeGreaterThan(1)
  }
})
