// npm run pictures [name…]: takes the pictures of docs/pictures/ again, from the real pages of the demo.
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { type OpenBrowser, openBrowser, type PageOptions } from '../journeys/support/browser.ts'
import { startServer, temporaryData } from '../journeys/support/demo.ts'
import type { Locale } from '../source/ground/languages/locales.ts'

const folder = fileURLToPath(new URL('../docs/pictures/', import.meta.url))
const heaviest = 250_000
const seminar = 'seminars/vers-une-action-internationale-durable'

type Picture = {
  name: string
  locale: Locale
  /** Address after the language. */
  path: string
  size: 'phone' | 'desk'
  scheme?: 'light' | 'dark'
  /** Higher than the window usually is, to show what matters on the page. */
  height?: number
  /** A person of the demo, signed in with one click. */
  as?: 'organiser' | 'translator' | 'administrator' | 'keeper'
  /** A moment of the demo other than its opening; pictures of one moment stand together. */
  moment?: 'last-minute'
  /** What is done on the page before the picture. */
  before?: (page: Page) => Promise<void>
}

const pictures: readonly Picture[] = [
  {
    name: 'memory-home',
    locale: 'fr',
    path: 'territories/brecourt-sur-loire',
    size: 'desk',
    height: 1300,
    as: 'keeper',
  },
  {
    name: 'memory-services',
    locale: 'en',
    path: 'territories/brecourt-sur-loire/services',
    size: 'desk',
    height: 1200,
    as: 'keeper',
  },
  { name: 'memory-timeline', locale: 'es', path: 'territories/puerto-almendro/timeline', size: 'desk', height: 1100 },
  {
    name: 'memory-write-down',
    locale: 'pt',
    path: 'territories/brecourt-sur-loire/journal/new',
    size: 'phone',
    as: 'keeper',
  },
  {
    name: 'memory-then',
    locale: 'fr',
    path: 'territories/brecourt-sur-loire/relationships?on=2016-12-31',
    size: 'desk',
    scheme: 'dark',
  },
  { name: 'home-light-fr', locale: 'fr', path: '', size: 'desk' },
  { name: 'seminar-desk-light-fr', locale: 'fr', path: seminar, size: 'desk', height: 1250 },
  { name: 'seminar-desk-dark-en', locale: 'en', path: seminar, size: 'desk', height: 1250, scheme: 'dark' },
  { name: 'seminar-phone-light-pt', locale: 'pt', path: seminar, size: 'phone' },
  { name: 'seminar-phone-dark-es', locale: 'es', path: seminar, size: 'phone', scheme: 'dark' },
  { name: 'programme-light-es', locale: 'es', path: `${seminar}/programme`, size: 'desk' },
  { name: 'register-errors-pt', locale: 'pt', path: `${seminar}/register`, size: 'desk', before: sendHalfFilled },
  { name: 'register-phone-fr', locale: 'fr', path: `${seminar}/register`, size: 'phone' },
  {
    name: 'registrations-light-en',
    locale: 'en',
    path: `desk/${seminar}/registrations`,
    size: 'desk',
    as: 'organiser',
  },
  { name: 'mails-light-fr', locale: 'fr', path: `desk/${seminar}/mails`, size: 'desk', as: 'organiser' },
  { name: 'texts-light-es', locale: 'es', path: 'desk/texts', size: 'desk', as: 'translator' },
  { name: 'administration-light-pt', locale: 'pt', path: 'administration', size: 'desk', as: 'administrator' },
  { name: 'organise-first-visit', locale: 'en', path: 'setup', size: 'desk', as: 'administrator' },
  { name: 'organise-new', locale: 'en', path: 'desk/seminars/new', size: 'desk', height: 1100, as: 'organiser' },
  { name: 'organise-edit', locale: 'en', path: `desk/${seminar}/edit`, size: 'desk', height: 1150, as: 'organiser' },
  { name: 'organise-life', locale: 'en', path: `desk/${seminar}/life`, size: 'desk', height: 1100, as: 'organiser' },
  {
    name: 'organise-timetable',
    locale: 'en',
    path: `desk/${seminar}/edit/timetable`,
    size: 'desk',
    height: 1250,
    as: 'organiser',
  },
  {
    name: 'organise-checks',
    locale: 'en',
    path: `desk/${seminar}/checks`,
    size: 'desk',
    height: 1100,
    as: 'organiser',
  },
  { name: 'organise-figures', locale: 'en', path: `desk/${seminar}/figures`, size: 'desk', as: 'organiser' },
  {
    name: 'organise-mailing',
    locale: 'en',
    path: `desk/${seminar}/mailings/new`,
    size: 'desk',
    height: 1250,
    as: 'organiser',
  },
  { name: 'organise-log', locale: 'en', path: `desk/${seminar}/log?by=all`, size: 'desk', as: 'organiser' },
  { name: 'styleguide-light-en', locale: 'en', path: 'styleguide', size: 'desk' },
  {
    name: 'waiting-list-light-fr',
    locale: 'fr',
    path: `desk/${seminar}/waiting-list`,
    size: 'desk',
    as: 'organiser',
    moment: 'last-minute',
  },
  {
    name: 'places-light-en',
    locale: 'en',
    path: `desk/${seminar}/places`,
    size: 'desk',
    height: 1250,
    as: 'organiser',
    moment: 'last-minute',
  },
  {
    name: 'own-page-phone-es',
    locale: 'es',
    path: 'administration/mails',
    size: 'phone',
    as: 'organiser',
    moment: 'last-minute',
    before: openOwnPage,
  },
]

const sizes: Record<Picture['size'], Required<Pick<PageOptions, 'width' | 'height' | 'scale'>>> = {
  phone: { width: 390, height: 844, scale: 2 },
  desk: { width: 1280, height: 900, scale: 1 },
}

/** An address that cannot be right and nothing else that is required: what the errors look like. */
async function sendHalfFilled(page: Page): Promise<void> {
  const form = page.locator('main form[method="post"]').first()
  await form.locator('[autocomplete="given-name"]').fill('Camila')
  await form.locator('[autocomplete="email"]').fill('camila.example.org')
  await form.evaluate('form => { form.noValidate = true }')
  const answer = page.waitForResponse(response => response.request().method() === 'POST')
  await form.locator('button[type="submit"], button:not([type])').last().click()
  const status = (await answer).status()
  if (status !== 422) throw new Error(`a half filled form answered ${status}; expected 422`)
  await page.waitForLoadState('load')
}

/** From the list of mails to the page of whoever last got a confirmation. */
async function openOwnPage(page: Page): Promise<void> {
  await page.getByRole('row').filter({ hasText: 'Cupo confirmado' }).getByRole('link').first().click()
  await page.waitForLoadState('load')
  const link = /https?:\/\/\S+\/me\/\S+/.exec(await page.locator('main').innerText())?.[0]
  if (!link) throw new Error('the mail leads to no own page')
  await page.goto(link.replace(/\/[a-z]{2}\/me\//, '/es/me/'), { waitUntil: 'load' })
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter(name => !pictures.some(picture => picture.name === name))
if (unknown.length > 0) {
  console.error(`There is no picture ${unknown.join(', ')}; there is ${pictures.map(one => one.name).join(', ')}.`)
  process.exit(1)
}

await mkdir(folder, { recursive: true })
const data = await temporaryData()
try {
  const server = await startServer({ what: 'demo', dataFolder: data.folder, patience: 300_000 })
  const browser = await openBrowser()
  try {
    let failed = 0
    let moment = 'opening'
    for (const picture of pictures.filter(one => wanted.length === 0 || wanted.includes(one.name))) {
      try {
        if ((picture.moment ?? 'opening') !== moment) {
          moment = picture.moment ?? 'opening'
          await jump(server.origin, moment)
        }
        const bytes = await take(browser, server.origin, picture)
        await writeFile(join(folder, `${picture.name}.png`), bytes)
        console.log(`${picture.name}.png: ${Math.ceil(bytes.length / 1000)} kB`)
      } catch (error) {
        failed++
        console.error(`${picture.name}: ${error instanceof Error ? error.message : error}`)
      }
    }
    if (wanted.length === 0) await removeOthers()
    process.exitCode = failed === 0 ? 0 : 1
  } finally {
    await browser.close()
    await server.stop()
  }
} finally {
  await data.remove()
}

async function take(browser: OpenBrowser, origin: string, picture: Picture): Promise<Buffer> {
  const { width, height } = sizes[picture.size]
  const options: PageOptions = {
    width,
    height: picture.height ?? height,
    scheme: picture.scheme ?? 'light',
    locale: picture.locale,
  }
  for (const scale of new Set([sizes[picture.size].scale, 1])) {
    const page = await browser.newPage({ ...options, scale })
    try {
      if (picture.as) await signIn(page, origin, picture.as)
      const address = `${origin}/${picture.locale}/${picture.path}`
      const answer = await page.goto(address, { waitUntil: 'load' })
      if (answer?.status() !== 200) throw new Error(`${address} answered ${answer?.status()}`)
      await picture.before?.(page)
      await page.evaluate('document.fonts.ready.then(() => true)')
      const bytes = await page.screenshot({ animations: 'disabled' })
      if (bytes.length <= heaviest) return bytes
    } finally {
      await page.context().close()
    }
  }
  throw new Error(`is heavier than ${heaviest / 1000} kB`)
}

async function jump(origin: string, key: string): Promise<void> {
  const headers = { origin, 'content-type': 'application/json' }
  const answer = await fetch(`${origin}/demo/moment`, { method: 'POST', headers, body: JSON.stringify({ key }) })
  if (!answer.ok) throw new Error(`jumping to ${key} answered ${answer.status}`)
}

async function signIn(page: Page, origin: string, person: string): Promise<void> {
  const answer = await page.request.post(`${origin}/demo/sign-in`, { form: { person }, headers: { origin } })
  // What comes after the redirect is another page's affair; the session is what counts.
  const cookies = await page.context().cookies(origin)
  if (!cookies.some(cookie => cookie.name === 'perenne_session')) {
    throw new Error(`signing in as ${person} answered ${answer.status()} and left no session`)
  }
}

/** Pictures of pages that are no longer in the list. */
async function removeOthers(): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.endsWith('.png') && !pictures.some(picture => `${picture.name}.png` === name)) await rm(join(folder, name))
  }
}
