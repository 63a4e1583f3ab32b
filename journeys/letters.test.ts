import { expect, test } from 'vitest'
import { troublesOf } from './support/browser.ts'
import { browser, openJourney, seminar, server, signIn } from './support/journey.ts'
import { problemsOf } from './support/page-checks.ts'

// The day after the seminar: letters say that somebody took part.
openJourney({ PERENNE_CLOCK: '2018-07-06T10:00:00+02:00' })

test('an organiser issues a letter, opens it, and withdraws it', async () => {
  const page = await signIn('organiser', { locale: 'fr' })
  await page.goto(`${server.origin}/fr/desk${seminar}/letters`)
  await page.locator('input[name="id[]"]').first().check()
  await page.locator('form#issue button').first().click()
  await page.getByText('1 lettre est délivrée').waitFor()
  await page.goto(`${server.origin}/fr/desk${seminar}/letters?show=valid`)
  const address = await page.locator('a[type="application/pdf"]').first().getAttribute('href')
  const pdf = await page.request.get(`${server.origin}${address}`)
  expect(pdf.headers()['content-type']).toBe('application/pdf')
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')

  const withdraw = (await page.locator('a[href$="/withdraw"]').first().getAttribute('href')) as string
  for (const [locale, width, scheme] of [
    ['es', 1280, 'light'],
    ['pt', 320, 'dark'],
  ] as const) {
    const view = await browser.newPage({ locale, width, scheme })
    await view.context().addCookies(await page.context().cookies())
    await view.goto(`${server.origin}${withdraw.replace('/fr/', `/${locale}/`)}`)
    expect(await problemsOf(view), locale).toEqual([])
    await view.context().close()
  }
  await page.goto(`${server.origin}${withdraw}`)
  await page.locator('main form button').first().click()
  await page.waitForURL(/\/letters/)
  expect((await page.request.get(`${server.origin}${address}`)).status()).toBe(404)
  expect(troublesOf(page)).toEqual([])
}, 60_000)

test('at a zoom of 200 % nothing of an organiser’s lists scrolls sideways, and the banner tells the clock', async () => {
  const signedIn = await signIn('organiser', { locale: 'en' })
  for (const width of [640, 800]) {
    const page = await browser.newPage({ locale: 'en', width })
    await page.context().addCookies(await signedIn.context().cookies())
    for (const list of ['registrations', 'waiting-list', 'letters', 'mails']) {
      await page.goto(`${server.origin}/en/desk${seminar}/${list}`)
      expect(await page.locator('tbody tr').count(), list).toBeGreaterThan(0)
      expect(await page.evaluate('document.documentElement.scrollWidth'), `${list} at ${width}`).toBeLessThanOrEqual(
        width,
      )
    }
    await page.getByText('here it is Friday 6 July 2018, 10:').waitFor()
    await page.context().close()
  }
}, 60_000)
