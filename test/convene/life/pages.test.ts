import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cancelSeminar } from '#convene/life/acts/cancel-seminar.ts'
import { holdAgain } from '#convene/life/acts/hold-again.ts'
import { postponeSeminar } from '#convene/life/acts/postpone-seminar.ts'
import { personalToken } from '#convene/registration/acts/personal-link.ts'
import { job } from '#ground/database/actor.ts'
import { locales } from '#ground/languages/locales.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { queriesOf } from '../registration/desk-support.ts'
import {
  dayOn,
  french,
  makeSeminar,
  noticesIn,
  registered,
  rooms,
  seminarRow,
  signedIn,
  type TestSeminar,
  tellingsIn,
} from './support.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse(rooms)
})
beforeEach(() => house.setClock('2018-06-05T08:00:00Z'))
afterAll(() => house.close())
const program = job('test')

const plain = (html: string) => html.replaceAll('\u00a0', ' ').replaceAll('&nbsp;', ' ')
const read = async (path: string, headers: Record<string, string> = {}) => {
  const response = await house.ask(path, { headers })
  return { status: response.status, html: plain(await response.text()) }
}
const linkedData = (html: string) =>
  JSON.parse(/<script type="application\/ld\+json"[^>]*>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '{}') as Record<
    string,
    unknown
  >
const own = (id: string) => `/en/me/${personalToken(house.keys, 'registration', { id, linkNumber: 1 })}`

/** An organiser at the desk, who fills in forms as a browser does. */
async function deskOf(seminar: TestSeminar) {
  const { cookie } = await signedIn(house, 'organiser', seminar.id)
  const base = `/en/desk/seminars/${seminar.slug}/life`
  const field = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
  return {
    base,
    cookie,
    see: (below = '') => read(`${base}${below}`, { cookie }),
    async fill(step: string, fields: Record<string, string>, from?: string) {
      const html = from ?? (await read(`${base}/${step}`, { cookie })).html
      const hidden = { _once: field(html, '_once'), _form: field(html, '_form') }
      const sent = await house.send(`${base}/${step}`, { ...hidden, ...fields }, { headers: { cookie } })
      return { status: sent.status, html: plain(await sent.text()), location: sent.headers.get('location') }
    },
  }
}

describe('at the desk', () => {
  test('a cancellation: what it means, the mail in each language, and only then the step', async () => {
    const seminar = await makeSeminar(house)
    await registered(house, seminar, { language: 'pt' })
    await registered(house, seminar, { email: 'b@example.org', familyName: 'B', language: 'es' })
    const desk = await deskOf(seminar)
    const overview = await desk.see()
    expect(overview.html).toContain('Registration is open until 17 June 2018 at 23:59, Paris time.')
    expect(overview.html).toMatch(
      /2 people have a place, wait for one or have asked for one \(1 in Portuguese, 1 in Spanish\)|\(1 in Spanish, 1 in Portuguese\)/,
    )
    for (const step of ['close', 'postpone', 'move', 'cancel']) expect(overview.html).toContain(`${desk.base}/${step}"`)
    expect(overview.html).not.toMatch(/life\/(announce|withdraw|open|new-day|hold-again)"/)

    const wrong = await desk.fill('cancel', { 'reason-fr': ' ', 'reason-es': 'Falta la sala' })
    expect(wrong.status).toBe(422)
    expect(wrong.html).toContain('href="#field-reason-fr"')
    expect(wrong.html).toContain('Falta la sala')

    const looked = await desk.fill('cancel', { 'reason-fr': 'La salle <b>', 'reason-es': 'Falta la sala' })
    expect(looked.status).toBe(200)
    expect(looked.html).toContain('Cancelado: Vers une action durable')
    expect(looked.html).toContain('La salle &lt;b&gt;')
    expect(looked.html).toContain('Falta la sala')
    expect(looked.html).toContain('One mail each is written, to 2 people.')
    expect(await noticesIn(house, seminar)).toEqual([])

    // Back to what was written, with everything kept.
    const back = await desk.fill(
      'cancel',
      { 'reason-fr': 'La salle', 'reason-es': 'Falta', _next: 'edit', sure: 'yes' },
      looked.html,
    )
    expect(back.html).toMatch(/<textarea[^>]*reason-es[^>]*>Falta<\/textarea>/)
    expect(await noticesIn(house, seminar)).toEqual([])

    const done = await desk.fill(
      'cancel',
      { 'reason-fr': 'La salle', 'reason-es': 'Falta la sala', sure: 'yes' },
      looked.html,
    )
    expect(done).toMatchObject({ status: 303, location: desk.base })
    expect(await tellingsIn(house, seminar)).toEqual(['seminar-cancelled es', 'seminar-cancelled pt'])
    const after = await desk.see()
    expect(after.html).toContain('It is cancelled. It was announced for 5 July 2018.')
    expect(after.html).toContain('This seminar is cancelled. It will not be held on 5 July 2018.')
    expect(after.html).toContain('No confirmation, offer or reminder leaves')
    expect((await desk.see('/cancel')).status).toBe(303)
  })

  test('a new day: errors beside their field, everything typed kept, then moved', async () => {
    const seminar = await makeSeminar(house)
    await registered(house, seminar)
    const desk = await deskOf(seminar)
    const typed = { date: '2018-07-05', from: '9h30', to: '17.30', 'reason-fr': 'Grève', 'reason-en': 'Strike' }
    const errors: [Record<string, string>, string][] = [
      [{}, 'field-date'],
      [{ date: '2018-13-40' }, 'field-date'],
      [{ date: '12/10/2018' }, 'field-date'],
      [{ date: '2018-06-01' }, 'field-date'],
      [{ date: '2018-10-12', from: '25:00' }, 'field-from'],
      [{ date: '2018-10-12', to: '8:00' }, 'field-to'],
      [{ date: '2018-10-12', 'closes-day': '2018-10-13', 'closes-time': '10:00' }, 'field-closes-day'],
      [{ date: '2018-10-12', 'closes-day': '2018-10-01', 'closes-time': 'noon' }, 'field-closes-day'],
      [{ date: '2018-10-12', 'reason-fr': '' }, 'field-reason-fr'],
      [{ date: '2018-10-12', 'reason-en': 'x'.repeat(2001) }, 'field-reason-en'],
    ]
    for (const [given, field] of errors) {
      const { status, html } = await desk.fill('move', { ...typed, ...given })
      expect([status, JSON.stringify(given)]).toEqual([422, JSON.stringify(given)])
      expect(html, JSON.stringify(given)).toContain(`href="#${field}"`)
      expect(html).toContain(given['reason-en']?.slice(0, 20) ?? 'Strike')
    }
    const looked = await desk.fill('move', { ...typed, date: '2018-10-12' })
    expect(looked.html).toContain('Friday 12 October 2018, 9:30 – 17:30 (Paris time)')
    expect(looked.html).toContain('24 September 2018 at 23:59')
    expect(looked.html).toContain('Nova data: Vers une action durable')
    const done = await desk.fill('move', { ...typed, date: '2018-10-12', sure: 'yes' }, looked.html)
    expect(done.status).toBe(303)
    expect(await seminarRow(house, seminar)).toMatchObject({ held_on: '2018-10-12', moved_from: '2018-07-05' })
    // The version that was seen then is not the one there is now: nothing is moved a second time.
    const stale = await desk.fill('move', { ...typed, date: '2018-11-12', sure: 'yes', _once: '' }, looked.html)
    expect(stale.status).toBe(303)
    expect(await seminarRow(house, seminar)).toMatchObject({ held_on: '2018-10-12' })
    expect(await noticesIn(house, seminar)).toHaveLength(1)
  })

  test('what is chosen stays chosen when somebody else decided meanwhile', async () => {
    const seminar = await makeSeminar(house)
    const desk = await deskOf(seminar)
    const form = (await desk.see('/postpone')).html
    await cancelSeminar(house, program, seminar.slug, null)
    const sent = await desk.fill('postpone', { 'reason-fr': 'Grève', sure: 'yes' }, form)
    expect(sent).toMatchObject({ status: 303, location: desk.base })
    expect(await seminarRow(house, seminar)).toMatchObject({ cancelled: true, postponed: false })
  })

  test('a step that does not say what was seen decides nothing', async () => {
    const seminar = await makeSeminar(house)
    await registered(house, seminar)
    const desk = await deskOf(seminar)
    for (const version of ['', 'x']) {
      const sent = await desk.fill('cancel', { 'reason-fr': 'La salle', sure: 'yes', _form: version })
      expect(sent).toMatchObject({ status: 303, location: desk.base })
    }
    expect(await seminarRow(house, seminar)).toMatchObject({ cancelled: false })
    expect(await noticesIn(house, seminar)).toEqual([])
  })

  test('registration that has closed is opened again with a new deadline', async () => {
    const seminar = await makeSeminar(house, { closes: '2018-06-01T21:59:59Z' })
    const desk = await deskOf(seminar)
    expect((await desk.fill('open', { 'closes-day': '', 'closes-time': '' })).status).toBe(422)
    expect((await desk.fill('open', { 'closes-day': '2018-06-02', 'closes-time': '10:00' })).html).toContain(
      'This moment has passed',
    )
    expect((await desk.fill('open', { 'closes-day': '2018-06-20', 'closes-time': '23:59' })).status).toBe(303)
    expect(await seminarRow(house, seminar)).toMatchObject({ closes: '2018-06-20 21:59:59+00' })
    expect((await desk.see('/no-such-step')).status).toBe(404)
  })

  test('the page asks the database as often for three notices as for one', async () => {
    const counted = async (times: number) => {
      const seminar = await makeSeminar(house)
      for (let n = 0; n < times; n++) {
        await cancelSeminar(house, program, seminar.slug, french('Raison'))
        await holdAgain(house, program, seminar.slug, french('Finalement'))
      }
      const { cookie } = await signedIn(house, 'organiser', seminar.id)
      return queriesOf(house, `/en/desk/seminars/${seminar.slug}/life`, cookie)
    }
    const one = await counted(1)
    expect(await counted(3)).toBe(one)
    expect(one).toBeLessThan(30)
  })
})

describe('what everybody sees', () => {
  const page = (seminar: TestSeminar, language = 'en') => read(`/${language}/seminars/${seminar.slug}`)
  const calendar = async (seminar: TestSeminar, name = 'calendar') =>
    (await read(`/en/seminars/${seminar.slug}/${name}.ics`)).html

  test('postponed: the page, the form, the list, the calendar, linked data', async () => {
    const seminar = await makeSeminar(house)
    await postponeSeminar(house, program, seminar.slug, {
      reason: { source: 'fr', bodies: { fr: 'Grève des trains.', en: 'The trains are on strike.' } },
    })
    const { html } = await page(seminar)
    expect(html).toContain('This seminar is postponed')
    expect(html).toContain('The trains are on strike.')
    expect(html).toContain('Seminar · postponed · Paris')
    expect(html).not.toContain(`href="/en/seminars/${seminar.slug}/register"`)
    expect(html).toContain('Take it out of my calendar')
    expect(linkedData(html)).toMatchObject({
      eventStatus: 'https://schema.org/EventPostponed',
      offers: { availability: 'https://schema.org/OutOfStock' },
    })
    // A reader of Spanish gets the source, and is told so.
    const spanish = await page(seminar, 'es')
    expect(spanish.html).toMatch(/<p lang="fr"[^>]*>Grève des trains\.<\/p>/)
    const form = await read(`/en/seminars/${seminar.slug}/register`)
    expect(form.html).toContain('The seminar is postponed')
    expect(form.html).not.toContain('name="givenName"')
    expect(await calendar(seminar)).toMatch(/STATUS:CANCELLED/)
    expect(await calendar(seminar)).toMatch(/SEQUENCE:1/)
    expect(await calendar(seminar)).toMatch(/METHOD:PUBLISH/)

    // The day that was given up passes: it is still to come, after those that have a day.
    await house.setClock('2018-08-01T08:00:00Z')
    const list = await read('/en/seminars')
    expect(list.html).toContain('postponed · was announced for 5 July 2018')
    const coming = list.html.slice(0, list.html.indexOf('id="past"'))
    expect(coming).toContain(seminar.slug)
  })

  test('moved: where it was and where it is; cancelled: that it is', async () => {
    const seminar = await makeSeminar(house)
    await postponeSeminar(house, program, seminar.slug, { reason: french('Grève.'), newDay: dayOn('2018-10-12') })
    const { html } = await page(seminar)
    expect(html).toContain('It was announced for 5 July 2018. It will be held on 12 October 2018.')
    expect(linkedData(html)).toMatchObject({
      eventStatus: 'https://schema.org/EventRescheduled',
      previousStartDate: '2018-07-05',
      startDate: '2018-10-12T09:00:00+02:00',
      offers: { availability: 'https://schema.org/InStock' },
    })
    expect(html).toContain(`href="/en/seminars/${seminar.slug}/register"`)
    expect(await calendar(seminar)).toMatch(/STATUS:CONFIRMED/)
    expect((await read('/en/seminars')).html).toContain('12 October 2018 · new day')

    await cancelSeminar(house, program, seminar.slug, french('Finalement non.'))
    const gone = await page(seminar)
    expect(gone.html).toContain('This seminar is cancelled')
    expect(gone.html).not.toContain('This seminar has a new day')
    expect(linkedData(gone.html)).toMatchObject({ eventStatus: 'https://schema.org/EventCancelled' })
    expect(await calendar(seminar)).toMatch(/STATUS:CANCELLED/)
    expect((await read('/en/seminars')).html).toContain('12 October 2018 · cancelled')
    await holdAgain(house, program, seminar.slug)
    expect((await page(seminar)).html).toContain('This seminar takes place after all')
    // Once it is over nobody needs to know.
    await house.setClock('2018-10-13T08:00:00Z')
    expect((await page(seminar)).html).not.toContain('takes place after all')
  })

  test('what is decided is said in each language', async () => {
    const seminar = await makeSeminar(house)
    await cancelSeminar(house, program, seminar.slug, null)
    const said = {
      fr: 'Ce séminaire est annulé',
      es: 'Este seminario está cancelado',
      pt: 'Este seminário está cancelado',
      en: 'This seminar is cancelled',
    }
    for (const language of locales) expect((await page(seminar, language)).html).toContain(said[language])
  })

  test('one’s own page: what rests, what can still be done, and that nothing was lost', async () => {
    const seminar = await makeSeminar(house, { capacity: 1, admission: { promotion: 'offer' } })
    const confirmed = await registered(house, seminar)
    const waiting = await registered(house, seminar, { email: 'w@example.org', familyName: 'W', organisation: 'W' })
    await postponeSeminar(house, program, seminar.slug, { reason: french('Grève.') })
    const first = await read(own(confirmed))
    expect(first.html).toContain('This seminar is postponed')
    expect(first.html).toContain('Your registration stays as it is')
    expect(first.html).toContain('Postponed: the new day is not known yet.')
    expect(first.html).toContain('/cancel"')
    expect(first.html).not.toMatch(/Your entry code|\/hand-on"|\/change"/)
    expect((await read(own(waiting))).html).toContain('You are on the waiting list, which stands still')
    const change = await house.ask(`${own(confirmed)}/change`)
    expect(change.status).toBe(303)

    await cancelSeminar(house, program, seminar.slug, french('Finalement non.'))
    const after = await read(own(confirmed))
    expect(after.html).toContain('This seminar is cancelled')
    expect(after.html).toContain('Finalement non.')
    expect((await read(own(waiting))).html).toContain('You were on the waiting list. The seminar is cancelled.')
    // Whoever opens the calendar by its link takes it out.
    expect((await read(`${own(confirmed)}/calendar.ics`)).html).toContain('STATUS:CANCELLED')
  })
})
