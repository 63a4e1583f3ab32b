import ICAL from 'ical.js'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { importSeminar } from '../../../source/convene/seminar/acts/import-seminar.ts'
import { job } from '../../../source/ground/database/actor.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { sample, seminarRoom, slug, smallFile } from './room.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse([seminarRoom])
  await given(await sample())
  await house.setClock('2018-06-04T09:00:00+02:00')
})
afterAll(() => house?.close())
afterEach(() => vi.restoreAllMocks())

async function given(text: string, announce = true) {
  const result = await importSeminar(house, job('import'), text, { announce })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
}
async function read(path: string): Promise<string> {
  const response = await house.ask(path)
  expect(response.status, path).toBe(200)
  return response.text()
}
const plain = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/[\s\u00a0\u202f]+/g, ' ')

test('every fact of the seminar of 2018 is on its page', async () => {
  const page = plain(await read(`/fr/seminars/${slug}`))
  for (const fact of [
    'Vers une action internationale durable',
    'Regards croisés entre Amérique latine et Europe',
    'jeudi 5 juillet 2018, 9 h – 17 h (heure de Paris)',
    'Hôtel de Ville de Paris – Auditorium',
    '5 rue Lobau, 75004 Paris, France',
    'Métro 1 et 11 : Hôtel de Ville',
    'Métro 1, 4, 7, 11 et 14 : Châtelet',
    'Introduction',
    'Inscription avant le 18 juin 2018',
    'L’inscription est obligatoire',
    '200 places',
    'Cités Unies France',
    'Alliance euro-latino-américaine de coopération entre villes',
    'Glocal Solutions',
    'Mercociudades',
    'Commission européenne',
    'seminaire@example.org',
    '01 99 00 00 82',
    'Programme provisoire',
    'Partie III',
    '13 h 20 – 14 h 30',
    '17 h – 17 h 15',
    'Quels types de mesures recherchons-nous ?',
    'Coordination générale : AL-LAs et Glocal Solutions',
    'Cahier n° 8',
    'Démonstration. Le programme est celui d’un séminaire réel',
    'Langue parlée dans la salle : français',
    'Interprétation : espagnol',
  ]) {
    expect(page).toContain(fact)
  }
})

test('each language says it in its own words', async () => {
  expect(plain(await read(`/es/seminars/${slug}`))).toContain('Inscríbase antes del 18 de junio de 2018')
  expect(plain(await read(`/pt/seminars/${slug}`))).toContain('Inscrições antes de 18 de junho de 2018')
  expect(plain(await read(`/en/seminars/${slug}`))).toMatch(/Register before (18 June|June 18,) 2018/)
})

test('a language that is missing is said, and the words keep their own', async () => {
  await given(smallFile({ slug: 'half' }))
  const page = await read('/fr/seminars/half')
  expect(page).toContain('<span lang="en">A hall</span>')
  expect(plain(page)).toContain('en anglais')
  expect(await read('/es/seminars/half')).toMatch(/<h1><span lang="en">A small seminar<\/span>/)
})

test('the state of registration follows the clock', async () => {
  const card = async () =>
    plain((await read(`/fr/seminars/${slug}`)).split('card-first')[1]?.split('class="body')[0] ?? '')
  await house.setClock('2018-06-17T23:59:59+02:00')
  expect(await read(`/fr/seminars/${slug}`)).toContain(`/fr/seminars/${slug}/register`)
  await house.setClock('2018-06-18T00:00:00+02:00')
  expect(await read(`/fr/seminars/${slug}`)).not.toContain(`href="/fr/seminars/${slug}/register"`)
  expect(await card()).toContain('Les inscriptions ont été closes le 17 juin 2018')
  await house.setClock('2018-07-05T12:00:00+02:00')
  expect(await card()).toContain('Le séminaire est en cours')
  await house.setClock('2018-07-06T12:00:00+02:00')
  expect(await card()).toContain('Ce séminaire est terminé')
  await house.setClock('2018-06-04T09:00:00+02:00')
  await house.database.owner.query(
    `update perenne.quota set taken = 200 where key = 'overall' and seminar_id = (select id from perenne.space where slug = $1)`,
    [slug],
  )
  expect(await card()).toContain('Rejoindre la liste d’attente')
  await house.database.owner.query('update perenne.quota set taken = 142 where capacity = 200')
  expect(await card()).toContain('58 places')
})

test('one statement reads a page, however much it holds', async () => {
  await given(smallFile({ slug: 'one', slots: 1, organisations: 1 }))
  await given(smallFile({ slug: 'three', slots: 3, organisations: 3 }))
  const queries = async (path: string) => {
    const spy = vi.spyOn(pg.Client.prototype, 'query')
    await read(path)
    const count = spy.mock.calls.length
    spy.mockRestore()
    return count
  }
  // begin, who asks, the public role, the page, commit.
  for (const path of ['/en/seminars/one', '/en/seminars/three', '/en/seminars/three/programme', '/en/seminars']) {
    expect(await queries(path), path).toBe(3)
  }
})

test('a seminar that is not announced is not there for the public', async () => {
  await given(smallFile({ slug: 'hidden' }), false)
  for (const path of ['', '/programme', '/calendar.ics', '/programme.ics']) {
    expect((await house.ask(`/en/seminars/hidden${path}`)).status).toBe(404)
  }
  expect(await read('/en/seminars')).not.toContain('/seminars/hidden')
})

test('data for machines', async () => {
  const page = await read(`/en/seminars/${slug}`)
  const data = JSON.parse(page.match(/<script type="application\/ld\+json">(.*?)<\/script>/s)?.[1] ?? '')
  expect(data).toMatchObject({
    '@type': 'Event',
    name: 'Towards lasting international action',
    startDate: '2018-07-05T09:00:00+02:00',
    endDate: '2018-07-05T17:00:00+02:00',
    eventStatus: 'https://schema.org/EventScheduled',
    maximumAttendeeCapacity: 200,
    location: { address: { streetAddress: '5 rue Lobau, 75004 Paris', addressCountry: 'FR' } },
  })
  expect(data.organizer.map((one: { name: string }) => one.name)).toContain('Cités Unies France')
  expect(data.subEvent).toHaveLength(7)
})

test('the calendar of the seminar, read back', async () => {
  const response = await house.ask(`/fr/seminars/${slug}/calendar.ics`)
  expect(response.headers.get('content-type')).toContain('text/calendar')
  const file = await response.text()
  expect(file).toMatch(/^DTSTAMP:\d{8}T\d{6}Z\r$/m)
  expect(await read(`/fr/seminars/${slug}/programme.ics`)).toMatch(/^DTSTAMP:\d{8}T\d{6}Z\r$/m)
  const calendar = new ICAL.Component(ICAL.parse(file))
  const zone = calendar.getFirstSubcomponent('vtimezone')
  expect(zone).not.toBeNull()
  if (zone) ICAL.TimezoneService.register(new ICAL.Timezone(zone), 'Europe/Paris')
  const events = calendar.getAllSubcomponents('vevent').map(one => new ICAL.Event(one))
  expect(events).toHaveLength(1)
  const [event] = events
  expect(event?.summary).toBe('Vers une action internationale durable')
  expect(event?.location).toContain('5 rue Lobau')
  expect(event?.startDate.toUnixTime()).toBe(Date.UTC(2018, 6, 5, 7) / 1000)
  expect(event?.endDate.toUnixTime()).toBe(Date.UTC(2018, 6, 5, 15) / 1000)
  expect(event?.uid).toMatch(/^seminar-[0-9a-f-]{36}@/)
  expect(event?.sequence).toBe(0)

  const slots = new ICAL.Component(ICAL.parse(await read(`/fr/seminars/${slug}/programme.ics`)))
  const parts = slots.getAllSubcomponents('vevent').map(one => new ICAL.Event(one))
  expect(parts).toHaveLength(9)
  expect(parts[3]?.summary).toBe(
    'I. Éléments qui permettent le renforcement du processus d’internationalisation du territoire',
  )
  expect(parts[3]?.description).toContain('AL-LAs')
  ICAL.TimezoneService.reset()
})

test('scripts, emoji and right-to-left text are words like others', async () => {
  const script = '<script>alert(1)</script>'
  const long = `${script} `.repeat(700)
  const text = smallFile({ slug: 'odd' })
    .replace('{en: A small seminar, fr: Un petit séminaire}', '{en: "مؤتمر 🌍 </script><b>x"}')
    .replace('date: 2030', `presentation: {en: "${long}"}\ndate: 2030`)
  await given(text)
  const page = await read('/en/seminars/odd')
  expect(page).not.toContain('<script>alert')
  expect(page).not.toContain('</script><b>')
  expect(page).toContain('مؤتمر 🌍')
  expect(page).toMatch(/<p dir="auto">&lt;script>|<p dir="auto">&lt;script&gt;/)
  const data = page.match(/<script type="application\/ld\+json">(.*?)<\/script>/s)?.[1] ?? ''
  expect(JSON.parse(data).name).toBe('مؤتمر 🌍 </script><b>x')
})

test('the schema is served', async () => {
  const response = await house.ask('/schemas/seminar.schema.json')
  expect(await response.json()).toMatchObject({ type: 'object', additionalProperties: false })
})

test('the list: those to come first, a language that is not there is said', async () => {
  const page = plain(await read('/fr/seminars'))
  expect(page.indexOf('Vers une action')).toBeGreaterThan(page.indexOf('À venir'))
  await house.setClock('2019-01-01T00:00:00Z')
  const later = plain(await read('/fr/seminars'))
  expect(later.indexOf('Vers une action')).toBeGreaterThan(later.indexOf('Passés'))
  await house.setClock('2018-06-04T09:00:00+02:00')
})
