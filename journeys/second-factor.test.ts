import type { CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf } from '../test/people/factors-support.ts'
import { type RunningProvider, startProvider } from '../test/support/provider.ts'
import { type OpenBrowser, openBrowser, type PageOptions } from './support/browser.ts'
import type { RunningServer } from './support/demo.ts'
import { startDemo } from './support/journey.ts'
import { axe, htmlProblems, noSidewaysScroll, problemsOf } from './support/page-checks.ts'

let provider: RunningProvider
let server: RunningServer
let browser: OpenBrowser

beforeAll(async () => {
  provider = await startProvider({ redirectUri: () => `${server.origin}/sign-in/callback` })
  const environment = { OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: 'perenne', OIDC_NAME: 'Ville de Brécourt' }
  ;[server, browser] = await Promise.all([startDemo(environment), openBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await provider?.close()
  expect(await server?.stop()).toBe(0)
})

/** A browser in which a person of the demo is signed in by one click. */
async function signIn(person: string, options: PageOptions = {}): Promise<Page> {
  const page = await browser.newPage(options)
  const answer = await page.request.post(`${server.origin}/demo/sign-in`, { data: { person } })
  expect(answer.status()).toBe(200)
  return page
}
async function addressOf(person: string): Promise<string> {
  const page = await signIn(person)
  await page.goto(`${server.origin}/en/account`)
  const address = await page.locator('dl.facts dd').first().innerText()
  await page.context().close()
  return address.trim()
}

/** Asks for a link, and finds it among the mails as an administrator does where no mail leaves. */
async function openMailLink(page: Page, address: string, then = ''): Promise<void> {
  await page.goto(`${server.origin}/en/sign-in${then}`)
  await page.getByLabel('Mail address').fill(address)
  await page.getByRole('button', { name: 'Send me the link' }).click()
  const administrator = await signIn('administrator')
  await administrator.goto(`${server.origin}/en/administration/mails`)
  await administrator.locator('main table a[href*="/administration/mails/"]').first().click()
  const html = await administrator.content()
  const link = /\/en\/sign-in\/[\w.-]{40,}/.exec(html)?.[0]
  if (!link) throw new Error('no link in the newest mail')
  await administrator.context().close()
  await page.goto(server.origin + link)
  await page.getByRole('button', { name: 'Sign in now' }).click()
}

/** A device in software that checks who holds it, as Chromium's own tests have one. */
async function addDevice(page: Page): Promise<{ cdp: CDPSession; id: string }> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return { cdp, id: authenticatorId }
}

// axe is a script: it looks at these pages in the journeys below.
const laidOut = async (page: Page) => [
  ...(await noSidewaysScroll(page)),
  ...(await htmlProblems(await (await page.request.get(page.url())).text())),
]

describe('a code generator, without JavaScript', () => {
  test('is set up, asked for after the link by mail, and removed', async () => {
    const address = await addressOf('organiser')
    const page = await signIn('organiser', { javaScript: false, width: 320, scheme: 'dark', locale: 'en' })
    await page.goto(`${server.origin}/en/account`)
    await page.getByRole('link', { name: 'See and change' }).click()
    await page.getByRole('link', { name: 'Set up a code generator' }).click()
    const secret = await page.locator('code.secret').innerText()
    await page.getByLabel('The code it shows now').fill('123')
    await page.getByRole('button', { name: 'Confirm' }).click()
    await expect.poll(() => page.locator('.errors').innerText()).toContain('This code is not right')
    expect(await page.locator('code.secret').innerText()).toBe(secret)
    await page.getByLabel('The code it shows now').fill(codeOf(secret))
    await page.getByRole('button', { name: 'Confirm' }).click()
    expect(await page.locator('.recovery-codes li').count()).toBe(10)
    expect(await noSidewaysScroll(page)).toEqual([])
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download as a text file' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('perenne-recovery-codes.txt')
    await page.getByRole('link', { name: 'I have kept them' }).click()
    expect(await page.locator('main').innerText()).toContain('10 codes are left')
    expect(await laidOut(page)).toEqual([])

    const other = await browser.newPage({ javaScript: false, locale: 'en' })
    await openMailLink(other, address, '?then=/en/desk')
    expect(new URL(other.url()).pathname).toBe('/en/sign-in/second')
    expect(await laidOut(other)).toEqual([])
    await other.goto(`${server.origin}/en/desk`)
    expect(new URL(other.url()).pathname).toBe('/en/sign-in/second')
    // The one of now was used up.
    await other.getByLabel('Code', { exact: true }).fill(codeOf(secret, 1))
    await other.getByRole('button', { name: 'Go on' }).first().click()
    expect(new URL(other.url()).pathname).toBe('/en/desk')

    await other.goto(`${server.origin}/en/account/second-factor`)
    await other.getByRole('link', { name: 'Remove Code generator' }).click()
    expect(await laidOut(other)).toEqual([])
    await other.getByRole('button', { name: 'Remove' }).click()
    expect(await other.getByRole('link', { name: 'Set up a code generator' }).count()).toBe(1)
  })
})

describe('a passkey, in a browser with a device', () => {
  test('is made, signs in by itself, and a replay of its answer opens nothing', async () => {
    const page = await signIn('translator', { locale: 'en' })
    const device = await addDevice(page)
    await page.goto(`${server.origin}/en/account/second-factor/passkeys`)
    await page.getByLabel('Name of this passkey').fill('Office computer')
    await page.getByRole('button', { name: 'Make the passkey' }).click()
    await page.getByRole('heading', { name: 'Keep these recovery codes' }).waitFor()
    const { credentials } = await device.cdp.send('WebAuthn.getCredentials', { authenticatorId: device.id })
    expect(credentials).toMatchObject([{ isResidentCredential: true, rpId: 'localhost' }])
    await page.getByRole('link', { name: 'I have kept them' }).click()
    expect(await page.locator('table').first().innerText()).toContain('Office computer')
    expect(await problemsOf(page)).toEqual([])
    // A second one on the same device is not made.
    await page.goto(`${server.origin}/en/account/second-factor/passkeys`)
    await page.getByLabel('Name of this passkey').fill('Again')
    await page.getByRole('button', { name: 'Make the passkey' }).click()
    await page.getByText('This device has a passkey for your account already.').waitFor()
    expect(await axe(page)).toEqual([])

    await page.getByRole('button', { name: 'Sign out' }).click()
    let sent = ''
    page.on('request', request => {
      if (request.url().endsWith('/en/sign-in/passkey')) sent = request.postData() ?? ''
    })
    await page.goto(`${server.origin}/en/sign-in?then=/en/account/second-factor`)
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.getByRole('heading', { name: 'How you sign in' }).waitFor()
    expect(await page.locator('table').first().innerText()).not.toContain('Not yet')

    expect(sent).toContain('response=')
    const thief = await browser.newPage({ locale: 'en' })
    const replay = await thief.request.post(`${server.origin}/en/sign-in/passkey`, {
      data: sent,
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: server.origin },
    })
    expect(await replay.text()).toContain('This passkey opens no account here')
    await thief.goto(`${server.origin}/en/account`)
    expect(new URL(thief.url()).pathname).toBe('/en/sign-in')
    // A device that counts backwards was copied.
    const [credential] = credentials
    await device.cdp.send('WebAuthn.removeCredential', {
      authenticatorId: device.id,
      credentialId: credential?.credentialId ?? '',
    })
    await device.cdp.send('WebAuthn.addCredential', {
      authenticatorId: device.id,
      credential: { ...(credential as NonNullable<typeof credential>), signCount: 0 },
    })
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.goto(`${server.origin}/en/sign-in`)
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.getByText('This passkey opens no account here').waitFor()
    await page.context().close()
  })

  test('is the second step after the link by mail; given up, the page says so; without a device a code does', async () => {
    const address = await addressOf('steward')
    const page = await signIn('steward', { locale: 'en' })
    const device = await addDevice(page)
    await page.goto(`${server.origin}/en/account/second-factor/passkeys`)
    await page.getByLabel('Name of this passkey').fill('Telephone')
    await page.getByRole('button', { name: 'Make the passkey' }).click()
    const code = await page.locator('.recovery-codes li').first().innerText()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await openMailLink(page, address)
    await page.getByRole('heading', { name: 'Your second factor' }).waitFor()
    expect(await problemsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Use a passkey' }).click()
    await page.waitForURL(/\/en\/account$/)

    await page.getByRole('button', { name: 'Sign out' }).click()
    await openMailLink(page, address)
    await device.cdp.send('WebAuthn.clearCredentials', { authenticatorId: device.id })
    await page.getByRole('button', { name: 'Use a passkey' }).click()
    await page.getByText('Your device gave no passkey').waitFor()
    await page.getByLabel('Recovery code').fill(code)
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.waitForURL(/\/en\/account$/)
    await page.context().close()
  })
})

describe('the organisation’s own sign-in', () => {
  test('leads there and back, and says why when there is no account', async () => {
    const address = await addressOf('evaluator')
    provider.accounts.set('17', { email: address, email_verified: true })
    provider.accounts.set('18', { email: 'stranger@example.org', email_verified: true })
    const through = async (page: Page, number: string) => {
      await page.goto(`${server.origin}/en/sign-in?then=/en/desk`)
      await page.getByRole('button', { name: 'Sign in with Ville de Brécourt' }).click()
      await page.getByLabel('Number').fill(number)
      await page.getByRole('button', { name: 'Go on' }).click()
      await page.waitForURL(url => url.origin === server.origin)
    }
    const stranger = await browser.newPage({ locale: 'en' })
    await stranger.goto(`${server.origin}/en/sign-in`)
    expect(await problemsOf(stranger)).toEqual([])
    await through(stranger, '18')
    await stranger.getByText('Nobody has an account here').waitFor()
    await stranger.context().close()
    const page = await browser.newPage({ locale: 'en' })
    await through(page, '17')
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/en/desk')
    await page.goto(`${server.origin}/en/account/second-factor`)
    expect(await page.locator('main').innerText()).toContain(provider.issuer)
    expect(await problemsOf(page)).toEqual([])
    await page.context().close()
  })
})

test('an administrator asks everyone for one, and takes a lost one away', async () => {
  const page = await signIn('administrator', { locale: 'en' })
  await page.goto(`${server.origin}/en/administration/security`)
  await page.getByRole('button', { name: 'Ask everyone for one' }).click()
  expect(await page.locator('h1').innerText()).toBe('Second factors')
  await page.getByRole('link', { name: 'Set up my second factor' }).click()
  await page.getByRole('link', { name: 'Set up a code generator' }).click()
  const secret = await page.locator('code.secret').innerText()
  await page.getByLabel('The code it shows now').fill(codeOf(secret))
  await page.getByRole('button', { name: 'Confirm' }).click()
  expect(await axe(page)).toEqual([])
  await page.getByRole('link', { name: 'I have kept them' }).click()
  await page.getByRole('button', { name: 'Ask everyone for one' }).click()
  expect(await page.locator('main').innerText()).toContain('Everyone who holds an access right must have one')
  expect(await problemsOf(page)).toEqual([])
  await page
    .getByRole('link', { name: /^Take away/ })
    .first()
    .click()
  expect(await problemsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Take it away' }).click()
  await page.getByText('The second factor is taken away.').waitFor()
  // One click still opens the demonstration for its other persons.
  const organiser = await signIn('organiser')
  await organiser.goto(`${server.origin}/en/desk`)
  expect(new URL(organiser.url()).pathname).toBe('/en/desk')
})
