import { afterAll, beforeAll, expect, test } from 'vitest'
import { languageRoutes } from '../../source/ground/languages/index.ts'
import { locales } from '../../source/ground/languages/locales.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse([{ name: 'languages', routes: languageRoutes }])
})
afterAll(() => house.close())

// Law 7: who holds a public office is kept for history, on a stated legal basis.
test.each(locales)(
  'the page on personal data tells of public offices in %s: why, what is public, how long, whom to ask',
  async locale => {
    const words = (await (await house.ask(`/${locale}/privacy`)).text())
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll('\u00a0', ' ')
    for (const article of [/\b6\b.*\b1, e\b/, /17/, /89/]) expect(words).toMatch(article)
    expect(words).toMatch(/14 (days|jours|días|dias)/)
    expect(words).toMatch(/To see, correct|Pour consulter, corriger|Para consultar, corregir|Para consultar, corrigir/)
  },
)

test('whoever runs the site is named where there is an address that somebody reads', async () => {
  house.settings.smtpUrl = 'smtp://mail.example.org'
  house.settings.mailFrom = 'Perenne <bureau@ville.example>'
  expect(await (await house.ask('/en/privacy')).text()).toContain('bureau@ville.example')
  house.settings.smtpUrl = null
  expect(await (await house.ask('/en/privacy')).text()).not.toContain('bureau@ville.example')
})
