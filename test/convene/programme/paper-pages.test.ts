import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { releaseWithin } from '../../../source/convene/programme/acts/release-within.ts'
import { programmePaperRoutes } from '../../../source/convene/programme/pages/paper-routes.ts'
import { seminarAsFile } from '../../../source/convene/seminar/store/seminar-as-file.ts'
import { as, job } from '../../../source/ground/database/actor.ts'
import { closeDocuments } from '../../../source/ground/documents/index.ts'
import { readPdf } from '../../documents/read-pdf.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { sample, seminarRoom, slug, smallFile } from '../seminar/room.ts'
import { imported, query, somebody } from '../seminar/support.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse([{ ...seminarRoom, routes: [...seminarRoom.routes, ...programmePaperRoutes] }])
  await house.setClock('2018-06-04T09:00:00+02:00')
  await imported(house, await sample(), { announce: true })
  await imported(house, withPeople, { announce: true })
  await imported(house, smallFile({ slug: 'draft' }))
})
afterAll(async () => {
  await house?.close()
  await closeDocuments()
})

const person = (key: string, given: string, family: string, named: boolean) =>
  `  - {key: ${key}, givenName: ${given}, familyName: ${family}, named: ${named}, role: {en: role of ${key}}}`
const withPeople = `${smallFile({ slug: 'small', slots: 2, organisations: 2 })
  .replace('moderators: [org-1]', 'moderators: [org-1], speakers: [ana, luis], room: big')
  .replace('  slots:', '  rooms: [{key: big, name: {en: Big hall}}]\n  slots:')}
people:
${person('ana', 'Ana', 'Núñez', true)}
${person('luis', 'Luis', 'Hidden', false)}
`
const path = (of: string, l = 'en', more = '') => `/${l}/seminars/${of}/programme.pdf${more}`
async function pdfAt(address: string, cookie?: string) {
  const response = await house.ask(address, cookie ? { headers: { cookie } } : {})
  expect(response.status, address).toBe(200)
  expect(response.headers.get('content-type')).toBe('application/pdf')
  const read = await readPdf(Buffer.from(await response.arrayBuffer()))
  return { headers: response.headers, read: { ...read, text: read.text.replace(/[\s\u00a0\u202f]+/g, ' ') } }
}

describe('the address of the PDF', () => {
  test.each(['fr', 'es', 'pt', 'en'])(
    'gives the page of the sample to everybody, in %s',
    async l => {
      const { read, headers } = await pdfAt(path(slug, l))
      expect(read).toMatchObject({ pages: 1, tagged: true, archive: { part: '3', conformance: 'B' } })
      expect(read.text).toMatch(/(Version|Versión|Versão) 1 .* 4 (de )?(juin|junio|junho|June) (de )?2018/)
      expect(headers.get('content-language')).toBe(l)
      expect(headers.get('content-disposition')).toMatch(/^inline; filename="program.*\.pdf"/)
      expect(headers.get('x-robots-tag')).toBeNull()
    },
    20_000,
  )

  test('gives the booklet when asked, and no other form', async () => {
    const { read, headers } = await pdfAt(path(slug, 'fr', '?form=booklet'))
    expect(read.pages).toBeGreaterThan(2)
    expect(read.text).toContain('Informations pratiques')
    expect(headers.get('content-disposition')).toContain('livret-du-programme')
    for (const form of ['', 'sheet', 'BOOKLET', '../x']) {
      expect((await house.ask(path(slug, 'fr', `?form=${encodeURIComponent(form)}`))).status).toBe(404)
    }
  })

  test('says who speaks: by a name that everybody may read, else by what they are; and no more when it is taken back', async () => {
    const before = await pdfAt(path('small', 'en', '?form=booklet'))
    expect(before.read.text).toContain('With Ana Núñez and role of luis')
    expect(before.read.text).toContain('Big hall')
    const { cookie } = await somebody(house, 'organiser', 'small')
    for (const form of ['', '?form=booklet']) {
      expect((await pdfAt(path('small', 'en', form), cookie)).read.text).not.toContain('Hidden')
      expect((await pdfAt(path('small', 'en', form))).read.text).not.toContain('Hidden')
    }
    await query(house, `update perenne.programme_person set named = false where key = 'ana'`)
    const after = await pdfAt(path('small', 'en', '?form=booklet'))
    expect(after.read.text).not.toContain('Núñez')
    expect(after.read.text).toContain('With role of ana and role of luis')
  })

  test('keeps to what was released: a draft that goes on changes nothing until the next version', async () => {
    await imported(house, smallFile({ slug: 'goes-on' }), { announce: true })
    await imported(house, smallFile({ slug: 'goes-on' }).replaceAll('Talk 1', 'Quite another talk'))
    const released = await pdfAt(path('goes-on'))
    expect(released.read.text).toContain('Talk 1')
    expect(released.read.text).toContain('Version 1')
    expect(released.read.text).not.toContain('Quite another')
    await as(house.db, job('test'), async tx => {
      const now = await seminarAsFile(tx, 'goes-on')
      if (now) await releaseWithin(tx, now, { languages: now.file.languages })
    })
    const next = await pdfAt(path('goes-on'))
    expect(next.read.text).toContain('Quite another talk')
    expect(next.read.text).toContain('Version 2')
  })

  test('without a released version there is none: whoever works on it is told so, others see nothing', async () => {
    const { cookie } = await somebody(house, 'organiser', 'draft')
    const told = await house.ask(path('draft', 'fr'), { headers: { cookie } })
    expect(told.status).toBe(404)
    expect(await told.text()).toContain('n’est pas encore publié')
    const other = await somebody(house, 'organiser', 'small')
    for (const asked of [
      await house.ask(path('draft', 'fr')),
      await house.ask(path('draft', 'fr'), { headers: { cookie: other.cookie } }),
    ]) {
      expect(asked.status).toBe(404)
      expect(await asked.text()).not.toContain('n’est pas encore publié')
    }
    expect((await house.ask(path('nowhere'))).status).toBe(404)
  })

  test('one that is not announced is for those who work on it, and kept by no machine on the way', async () => {
    await imported(house, smallFile({ slug: 'inside' }))
    await as(house.db, job('test'), async tx => {
      const now = await seminarAsFile(tx, 'inside')
      if (now) await releaseWithin(tx, now, { languages: now.file.languages })
    })
    const { cookie } = await somebody(house, 'evaluator', 'inside')
    const { headers } = await pdfAt(path('inside'), cookie)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-robots-tag')).toBe('noindex')
    expect((await house.ask(path('inside'))).status).toBe(404)
  })

  test('of a cancelled seminar says so', async () => {
    await query(
      house,
      `update perenne.seminar set cancelled_at = '2018-06-01' where id = (select id from perenne.space where slug = 'goes-on')`,
    )
    expect((await pdfAt(path('goes-on', 'pt'))).read.text).toContain('Este seminário está cancelado')
  })
})
