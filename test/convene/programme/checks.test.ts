import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { conveneLog } from '#convene/log/index.ts'
import { setAside } from '#convene/programme/acts/set-aside.ts'
import { takeBack } from '#convene/programme/acts/take-back.ts'
import { deskFindings } from '#convene/programme/pages/checks-card.tsx'
import { programmeCheckRoutes } from '#convene/programme/pages/checks-routes.ts'
import { registrationRoutes } from '#convene/registration/index.ts'
import { importSeminar } from '#convene/seminar/acts/import-seminar.ts'
import { seminarRoutes, seminarTexts } from '#convene/seminar/index.ts'
import { anonymous, job, person } from '#ground/database/actor.ts'
import { historyRoutes } from '#ground/history/index.ts'
import type { Room } from '#ground/house.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { ask, fieldsOf, queriesOf, send, wordsOn } from '../registration/desk-support.ts'
import { query, signedIn } from '../registration/support.ts'
import { sample, smallFile } from '../seminar/room.ts'

const rooms: readonly Room[] = [
  { name: 'seminar', routes: seminarRoutes, texts: seminarTexts },
  { name: 'programme', routes: programmeCheckRoutes, deskCard: deskFindings },
  { name: 'registration', routes: registrationRoutes },
  { name: 'log', routes: [], log: conveneLog },
  { name: 'history', routes: historyRoutes },
]
let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse(rooms)
  await house.setClock('2018-06-04T10:00:00+02:00')
})
afterAll(() => house?.close())

const given = async (text: string, announce = false) => {
  const result = await importSeminar(house, job('import'), text, { announce })
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.id
}
const pathOf = (slug: string, locale = 'fr') => `/${locale}/desk/seminars/${slug}/checks`

let number = 0
/** The programme of 2018 under a slug of its own, with somebody who organises it. */
async function draft(change = (text: string) => text, announce = false) {
  const slug = `draft-${++number}`
  const text = change((await sample()).replace('slug: vers-une-action-internationale-durable', `slug: ${slug}`))
  const id = await given(text, announce)
  const { personId, cookie } = await signedIn(house, 'organiser', id)
  return { id, slug, text, personId, cookie, path: pathOf(slug) }
}
type Draft = Awaited<ReturnType<typeof draft>>

/** The form on a page that is about one finding, as it would be sent. */
function formOf(html: string, subject: string): Record<string, string | string[]> {
  const form = [...html.matchAll(/<form[^>]*>.*?<\/form>/gs)].find(([body]) => body.includes(`value="${subject}"`))?.[0]
  if (form === undefined) throw new Error(`no form for ${subject}`)
  return fieldsOf(form)
}
const reasonIn = (fields: Record<string, unknown>) => Object.keys(fields).find(name => name.startsWith('reason-')) ?? ''

/** Sets a finding aside as a browser does. */
async function putAside({ path, cookie }: Pick<Draft, 'path' | 'cookie'>, subject: string, reason: string) {
  const fields = formOf((await ask(house, path, cookie)).html, subject)
  return send(house, path, cookie, { ...fields, [reasonIn(fields)]: reason, do: 'aside' })
}
const rows = ({ id }: Pick<Draft, 'id'>) =>
  query<{ code: string; subject: string; reason: string; set_by: string }>(
    house,
    'select code, subject, reason, set_by from perenne.check_set_aside where seminar_id = $1 order by code',
    [id],
  )
const titles = (html: string) => [...html.matchAll(/<h3[^>]*>(.*?)<\/h3>/gs)].map(([, text]) => text)

describe('the page', () => {
  test('the programme of 2018: four points, each with where, why and what to do', async () => {
    const { path, cookie, slug } = await draft()
    const { status, html } = await ask(house, path, cookie)
    expect(status).toBe(200)
    expect(titles(html)).toEqual([
      'Deux créneaux en même temps',
      'Un temps où rien n’est prévu',
      'En dehors des heures annoncées',
      'Même titre plusieurs fois',
    ])
    const words = wordsOn(html).replaceAll('\u00a0', ' ')
    expect(words).toContain('4 points à regarder dans le brouillon')
    expect(words).toMatch(/5 juillet 2018, 9 h 40 – 10 h · Vers une action internationale durable/)
    expect(words).toContain('Rien n’est prévu le jeudi 5 juillet 2018, 14 h 30 – 15 h.')
    expect(words).toContain('Heures annoncées pour cette journée : 9 h – 17 h.')
    expect(words.match(/Que faire/g)).toHaveLength(4)
    // Each with its slots, and the way to where it is put right.
    const ways = ['slots/part-1', 'timetable', 'slots/~new?day=2018-07-05', 'slots/closing', 'days']
    for (const way of ways) expect(html).toContain(`href="/fr/desk/seminars/${slug}/edit/${way}"`)
  })

  test('many of a kind: said once, the first of them, the others folded; a reason that lacks opens them', async () => {
    const slots = Array.from({ length: 9 }, (_, n) => {
      const at = (minute: number) => `"${String(9 + n).padStart(2, '0')}:${minute}"`
      return `    - {key: s-${n}, kind: part, from: ${at(10)}, to: ${at(50)}, title: {fr: Partie ${'abcdefghi'[n]}, es: Parte ${n}, pt: Parte ${n}, en: Part ${n}}}`
    })
    const { path, cookie } = await draft(text => text.replace(/(\n {2}slots:\n)[\s\S]*$/, `$1${slots.join('\n')}\n`))
    const { html } = await ask(house, path, cookie)
    const none = titles(html).indexOf('Pas de modération (9)')
    expect(none).toBeGreaterThan(0)
    expect(titles(html).filter(title => title?.startsWith('Pas de modération'))).toHaveLength(1)
    const card = html.split('<article').find(part => part.includes('Pas de modération (9)</h3>')) ?? ''
    expect(card.match(/Que faire/g)).toHaveLength(1)
    expect(card.match(/name="subject"/g)).toHaveLength(9)
    const [seen = '', folded = ''] = card.split('Voir les 5 autres points')
    expect([seen.match(/name="subject"/g), folded.match(/name="subject"/g)].map(found => found?.length)).toEqual([4, 5])
    // The ways down the page lead to every kind.
    const ways = [...html.matchAll(/<li><a href="#(finding-\d+)">([^<]+)</g)]
    expect(ways.map(([, , words]) => words)).toContain('Pas de modération (9)')
    for (const [, id] of ways) expect(html).toContain(`<h3 id="${id}"`)
    const isOpen = (page: string) => /<details class="optional" open=""><summary>Voir les 5 autres/.test(page)
    expect(isOpen(html)).toBe(false)
    const refused = await send(house, path, cookie, { ...formOf(html, 's-8'), do: 'aside' })
    expect(refused.status).toBe(422)
    expect(isOpen(refused.html)).toBe(true)
    expect((await putAside({ path, cookie }, 's-8', 'Plus tard.')).status).toBe(303)
    expect(titles((await ask(house, path, cookie)).html)).toContain('Pas de modération (8)')
  })

  test.each([
    ['es', 'Dos bloques a la misma hora'],
    ['pt', 'Dois blocos ao mesmo tempo'],
    ['en', 'Two slots at the same time'],
  ])('in %s', async (locale, title) => {
    const { slug, cookie } = await draft()
    expect(titles((await ask(house, pathOf(slug, locale), cookie)).html)[0]).toBe(title)
  })

  test('mended, there is nothing; without slots it says where to begin', async () => {
    const mended = await draft(text =>
      text
        .replace('part: I\n      from: "09:40"', 'part: I\n      from: "10:00"')
        .replace('to: "14:30"', 'to: "15:00"')
        .replace('{from: "09:00", to: "17:00"}', '{from: "09:00", to: "17:15"}')
        .replace(/(part: II\n.*\n.*\n +title:\n +fr: )/, '$1Ce qui se transmet. '),
    )
    expect((await ask(house, mended.path, mended.cookie)).html).toContain('Rien à signaler')
    const empty = await draft(text => text.slice(0, text.indexOf('\nprogramme:')))
    expect((await ask(house, empty.path, empty.cookie)).html).toContain('Le programme n’a pas encore de créneau')
  })

  test('people, seats and rooms are named; a translation that is stale is told beside one that is missing', async () => {
    const { path, cookie, slug, text } = await draft(
      text =>
        `${text
          .replace('        pt: Almoço livre\n', '')
          .replace('      moderators: [mercociudades]', '      moderatorPersons: [ana]')
          .replace(
            /(moderators: \[platforma\]\n {6}seats:\n)(?: {8}- .*\n)+/,
            '$1        - {key: one, region: europe, person: ana, organisation: allas, state: invited}\n        - {key: two, region: europe, state: invited}\n',
          )
          .replace(
            '  provisional: true\n',
            '  provisional: true\n  rooms: [{key: hall, name: {fr: Grande salle, es: Sala, pt: Sala, en: Hall}}, {key: loft, name: {fr: Atelier, es: Taller, pt: Oficina, en: Loft}}]\n',
          )
          .replace(
            '    - key: lunch\n',
            '    - key: side\n      kind: talk\n      from: "12:00"\n      to: "13:00"\n      title: {fr: À côté, es: Al lado, pt: Ao lado, en: Aside}\n      room: loft\n      speakers: [ana]\n\n    - key: lunch\n',
          )
          .replace(
            '      part: II\n',
            '      part: II\n      room: hall\n',
          )}\npeople: [{key: ana, givenName: Ana, familyName: <Duarte>}]\n`,
    )
    const html = (await ask(house, path, cookie)).html
    const words = wordsOn(html).replaceAll('\u00a0', ' ')
    expect(words).toContain('on attend la même personne : Ana &lt;Duarte&gt;.')
    expect(words).toContain('Amérique latine : 0 siège. Europe : 2 sièges.')
    expect(words).toContain('Invitation envoyée : Ana &lt;Duarte&gt;, AL-LAs (Europe).')
    expect(words).toContain('Invitation envoyée : un siège (Europe).')
    expect(words).toContain('Traduction absente')
    expect(words).toContain('Langue : portugais.')
    expect(words).not.toContain('Traduction à mettre à jour')
    const again = text.replace('fr: Café', 'fr: Café et thé')
    expect(again).not.toBe(text)
    await query(
      house,
      `update perenne.translation t set body = 'Café et thé', source_hash = null from perenne.slot s
       where s.id = t.record_id and t.field = 'title' and t.language = 'fr' and s.key = 'coffee' and s.space_id in
         (select id from perenne.space where slug = $1)`,
      [slug],
    )
    const later = wordsOn((await ask(house, path, cookie)).html).replaceAll('\u00a0', ' ')
    expect(later).toMatch(/Traduction à mettre à jour \(3\) Ce que cela change.* Langue : .* Langue : .* Langue : /)
  })

  test('the same number of queries with one finding and with three', async () => {
    const one = await given(smallFile({ slug: 'one-finding' }))
    const three = await given(
      smallFile({ slug: 'three-findings', slots: 3, organisations: 3 })
        .replaceAll('title: {en: Talk ', 'title: {en: Same, fr: Exposé ')
        .replace('{from: "09:00", to: "17:00"}', '{from: "10:00", to: "11:00"}'),
    )
    const counted = async (id: string, slug: string, subjects: readonly string[]) => {
      const { cookie } = await signedIn(house, 'organiser', id)
      const path = pathOf(slug)
      const before = await queriesOf(house, path, cookie)
      for (const subject of subjects) expect((await putAside({ path, cookie }, subject, 'Ainsi')).status).toBe(303)
      expect(await queriesOf(house, path, cookie)).toBe(before)
      return before
    }
    const first = await counted(one, 'one-finding', ['slot-1:fr'])
    const second = await counted(three, 'three-findings', ['slot-1:-60', 'slot-3:+60', 'slot-1+slot-2+slot-3'])
    expect(second).toBe(first)
  })
})

describe('set aside', () => {
  beforeEach(() => house.setClock('2018-06-04T10:00:00+02:00'))

  test('with a reason: it leaves the list, and stands below with who and when; then it comes back', async () => {
    const one = await draft()
    const sent = await putAside(one, 'lunch+part-3:30', ' Nous visitons <la salle>. ')
    expect(sent).toMatchObject({ status: 303, location: one.path })
    const after = (await ask(house, one.path, sent.cookie)).html
    expect(after).toContain('Ce point est mis de côté, avec votre raison.')
    expect(titles(after)).not.toContain('Un temps où rien n’est prévu')
    const words = wordsOn(after).replaceAll('\u00a0', ' ')
    expect(words).toContain('Nous visitons &lt;la salle&gt;.')
    expect(words).toContain('Omar Office')
    expect(words).toContain('4 juin 2018 à 10 h')
    expect(await rows(one)).toEqual([
      { code: 'gap', subject: 'lunch+part-3:30', reason: 'Nous visitons <la salle>.', set_by: one.personId },
    ])
    const back = await send(house, one.path, one.cookie, { ...formOf(after, 'lunch+part-3:30'), do: 'back' })
    expect(back.status).toBe(303)
    expect(titles((await ask(house, one.path, one.cookie)).html)).toContain('Un temps où rien n’est prévu')
    expect(await rows(one)).toEqual([])
  })

  test('without a reason, or with one too long, what was typed comes back', async () => {
    const one = await draft()
    const empty = await putAside(one, 'closing:+15', '  ')
    expect(empty.status).toBe(422)
    expect(empty.html).toContain('Écrivez pourquoi cela peut rester ainsi.')
    const long = await putAside(one, 'closing:+15', `a & ${'b'.repeat(1000)}`)
    expect(long.status).toBe(422)
    expect(long.html).toContain('Écrivez 1\u202f000 caractères au plus.')
    const [wrong = ''] = long.html.match(/<article(?:(?!<\/article>).)*class="field wrong".*?<\/article>/s) ?? []
    expect(wrong).toContain(`a &amp; ${'b'.repeat(1000)}`)
    expect(wrong).toContain('value="closing:+15"')
    // The summary of errors leads to the field of this finding.
    const [, at] = /<a href="#(field-reason-\d+)"/.exec(wrong) ?? []
    expect(wrong).toContain(`id="${at}"`)
    expect(await rows(one)).toEqual([])
    const mended = await send(house, one.path, one.cookie, {
      ...fieldsOf(wrong),
      [`${at?.slice(6)}`]: 'Court',
      do: 'aside',
    })
    expect(mended.status).toBe(303)
    expect(await rows(one)).toMatchObject([{ reason: 'Court' }])
  })

  test('sent twice, done once; by two people at once, the first reason stands', async () => {
    const one = await draft()
    const fields = formOf((await ask(house, one.path, one.cookie)).html, 'closing:+15')
    const twice = { ...fields, [reasonIn(fields)]: 'Une fois', do: 'aside' }
    const answers = await Promise.all([1, 2].map(() => send(house, one.path, one.cookie, twice)))
    expect(answers.map(({ status, location }) => [status, location])).toEqual([
      [303, one.path],
      [303, one.path],
    ])
    expect(await rows(one)).toMatchObject([{ reason: 'Une fois' }])

    const other = await signedIn(house, 'organiser', one.id)
    const outcomes = await Promise.all([
      setAside(house, person(one.personId), one.slug, { code: 'gap', subject: 'lunch+part-3:30', reason: 'A' }),
      setAside(house, person(other.personId), one.slug, { code: 'gap', subject: 'lunch+part-3:30', reason: 'B' }),
    ])
    expect(outcomes.toSorted()).toEqual(['already', 'set-aside'])
    const [gap] = (await rows(one)).filter(({ code }) => code === 'gap')
    expect(gap?.reason).toBe(outcomes[0] === 'set-aside' ? 'A' : 'B')
    await Promise.all(
      [one.personId, other.personId].map(id =>
        takeBack(house, person(id), one.slug, { code: 'gap', subject: 'lunch+part-3:30' }),
      ),
    )
    expect((await rows(one)).map(({ code }) => code)).toEqual(['outside-hours'])
  })

  test('what is not found cannot be set aside', async () => {
    const one = await draft()
    for (const finding of [
      { code: 'gap', subject: 'lunch+part-2' },
      { code: 'overlap', subject: 'lunch+part-3:30' },
      { code: '', subject: '' },
    ])
      expect(await setAside(house, person(one.personId), one.slug, { ...finding, reason: 'x' })).toBe('gone')
    const sent = await send(house, one.path, one.cookie, {
      code: 'gap',
      subject: 'x',
      place: '0',
      'reason-0': 'x',
      do: 'aside',
    })
    expect((await ask(house, one.path, sent.cookie)).html).toContain('Ce point ne se trouve plus dans le brouillon.')
    expect(await rows(one)).toEqual([])
  })

  test('one that is no longer found leaves the list; one about other slots comes back', async () => {
    const one = await draft()
    await setAside(house, person(one.personId), one.slug, { code: 'gap', subject: 'lunch+part-3:30', reason: 'Visite' })
    await setAside(house, person(one.personId), one.slug, {
      code: 'outside-hours',
      subject: 'closing:+15',
      reason: 'Oui',
    })
    await given(
      one.text
        .replace('{from: "09:00", to: "17:00"}', '{from: "09:00", to: "17:15"}')
        .replace(
          '    - key: part-3\n      kind: part\n',
          '    - key: visit\n      kind: welcome\n      from: "14:45"\n      to: "15:00"\n      title: {fr: Visite, es: Visita, pt: Visita, en: Visit}\n\n    - key: part-3\n      kind: part\n',
        ),
    )
    const html = (await ask(house, one.path, one.cookie)).html
    expect(titles(html)).toContain('Un temps où rien n’est prévu')
    expect(() => formOf(html, 'lunch+visit:15')).not.toThrow()
    expect(html).not.toContain('Mis de côté')
    // As it was: what had been set aside is so again.
    await given(one.text)
    const again = (await ask(house, one.path, one.cookie)).html
    expect(again).toContain('Mis de côté')
    expect(titles(again)).toEqual(['Deux créneaux en même temps', 'Même titre plusieurs fois'])
  })

  test('what has become another matter since is told again, on the page, at the release and in their numbers', async () => {
    const person = (key: string) => `  - {key: ${key}, givenName: ${key}, familyName: Duarte}\n`
    const seat = (who: string) => `        - {key: one, region: other, person: ${who}, state: invited}\n`
    const one = await draft(
      text =>
        `${text.replace(
          /(moderators: \[platforma\]\n {6}seats:\n)(?: {8}- .*\n)+/,
          `$1${seat('ana')}`,
        )}\npeople:\n${person('ana')}${person('bruno')}`,
    )
    const [gap, silent] = [/Un temps où rien n’est prévu/, /Invitation sans réponse/]
    for (const subject of ['lunch+part-3:30', 'closing:+15', 'part-3:one:ana'])
      expect((await putAside(one, subject, 'Nous le savons.')).status, subject).toBe(303)
    const told = async () => titles((await ask(house, one.path, one.cookie)).html).join('\n')
    expect(await told()).not.toMatch(gap)
    expect(await told()).not.toMatch(silent)
    const counted = async () =>
      /(\d+) points? du programme mérit/.exec(
        wordsOn((await ask(house, `/fr/desk/seminars/${one.slug}/programme`, one.cookie)).html),
      )?.[1]
    expect(await counted()).toBe('2')

    // Lunch ends an hour earlier, the closing is at eleven in the evening, and somebody else is asked to the seat.
    const changed = one.text
      .replace('to: "14:30"', 'to: "13:30"')
      .replace('to: "17:15"', 'to: "23:00"')
      .replace(seat('ana'), seat('bruno'))
    await given(changed)
    for (const title of [gap, silent, /En dehors des heures annoncées/]) expect(await told()).toMatch(title)
    const { html } = await ask(house, one.path, one.cookie)
    for (const subject of ['lunch+part-3:90', 'closing:+360', 'part-3:one:bruno'])
      expect(() => formOf(html, subject), subject).not.toThrow()
    expect(html).not.toContain('Mis de côté')
    expect(await counted()).toBe('5')
    // A form that was open meanwhile sets nothing aside that it did not show.
    const late = await send(house, one.path, one.cookie, {
      ...{ code: 'outside-hours', subject: 'closing:+15', place: '0' },
      ...{ 'reason-0': 'Un quart d’heure', do: 'aside' },
    })
    expect((await ask(house, one.path, late.cookie)).html).toContain('Ce point ne se trouve plus dans le brouillon.')
    expect(await counted()).toBe('5')
  })

  test('is in the log by its reason, set aside and brought back', async () => {
    const one = await draft()
    const sent = await putAside(one, 'closing:+15', 'La salle reste ouverte.')
    const log = async () => wordsOn((await ask(house, `/fr/desk/seminars/${one.slug}/log`, one.cookie)).html)
    const told = (await log()).replaceAll('\u00a0', ' ')
    expect(told).toContain('Point de vérification mis de côté : ajout de La salle reste ouverte.')
    const html = (await ask(house, one.path, sent.cookie)).html
    await send(house, one.path, one.cookie, { ...formOf(html, 'closing:+15'), do: 'back' })
    expect((await log()).replaceAll('\u00a0', ' ')).toMatch(/Point de vérification mis de côté : retrait/)
  })
})

describe('only those who may edit this seminar', () => {
  test('by the page, by the form, by the acts', async () => {
    const one = await draft(undefined, true)
    const elsewhere = await draft(undefined, true)
    const others = {
      'an organiser of another seminar': { ...(await signedIn(house, 'organiser', elsewhere.id)), status: 404 },
      'an evaluator': { ...(await signedIn(house, 'evaluator', one.id)), status: 403 },
      'a translator': { ...(await signedIn(house, 'translator', one.id)), status: 403 },
      'a door steward': { ...(await signedIn(house, 'door_steward', one.id)), status: 403 },
    }
    const fields = formOf((await ask(house, one.path, one.cookie)).html, 'closing:+15')
    const closing = { code: 'outside-hours', subject: 'closing:+15' }
    for (const [who, { cookie, personId, status }] of Object.entries(others)) {
      expect((await ask(house, one.path, cookie)).status, who).toBe(status)
      const sent = await send(house, one.path, cookie, { ...fields, [reasonIn(fields)]: 'x', do: 'aside' })
      expect(sent.status, who).toBe(status)
      const done = setAside(house, person(personId), one.slug, { ...closing, reason: 'x' })
      await expect(done, who).rejects.toMatchObject({ kind: 'forbidden' })
    }
    const stranger = await signedIn(house, null, one.id)
    expect((await ask(house, one.path, stranger.cookie)).status).toBe(403)
    expect((await house.ask(one.path)).status).toBe(303)
    for (const actor of [person(stranger.personId), anonymous]) {
      const done = setAside(house, actor, one.slug, { ...closing, reason: 'x' })
      await expect(done).rejects.toMatchObject({ kind: 'forbidden' })
    }
    expect(await rows(one)).toEqual([])

    expect(await setAside(house, person(one.personId), one.slug, { ...closing, reason: 'x' })).toBe('set-aside')
    for (const [who, { cookie, personId, status }] of Object.entries(others)) {
      expect((await send(house, one.path, cookie, { ...closing, do: 'back' })).status, who).toBe(status)
      const done = takeBack(house, person(personId), one.slug, closing)
      await expect(done, who).rejects.toMatchObject({ kind: 'forbidden' })
    }
    await expect(takeBack(house, anonymous, one.slug, closing)).rejects.toMatchObject({ kind: 'forbidden' })
    expect(await rows(one)).toHaveLength(1)
  })

  test('one’s own form, sent to a seminar that is not one’s own, does nothing there', async () => {
    const mine = await draft()
    const theirs = await draft()
    const fields = formOf((await ask(house, mine.path, mine.cookie)).html, 'closing:+15')
    const sent = await send(house, theirs.path, mine.cookie, { ...fields, [reasonIn(fields)]: 'x', do: 'aside' })
    expect(sent.status).toBe(404)
    expect(await rows(theirs)).toEqual([])
    expect((await ask(house, pathOf('nowhere'), mine.cookie)).status).toBe(404)
  })
})

test('the page of the seminar and the release tell how many there are, to whoever may edit it and nobody else', async () => {
  const { id, slug, cookie, path } = await draft()
  const desk = `/fr/desk/seminars/${slug}`
  const said = '4 points du programme méritent un regard'
  for (const at of [desk, `${desk}/programme`]) {
    const { html } = await ask(house, at, cookie)
    expect(wordsOn(html), at).toContain(said)
    expect(html, at).toContain(`href="${path}"`)
  }
  const evaluator = await signedIn(house, 'evaluator', id)
  const seen = await ask(house, desk, evaluator.cookie)
  expect(seen.status).toBe(200)
  expect(wordsOn(seen.html)).not.toContain('mérit')
  await putAside({ path, cookie }, 'part-1+part-2', 'Un dialogue en deux temps.')
  expect(wordsOn((await ask(house, desk, cookie)).html)).toContain('3 points du programme')
  const mended = await draft(text =>
    text
      .replace('part: I\n      from: "09:40"', 'part: I\n      from: "10:00"')
      .replace('to: "14:30"', 'to: "15:00"')
      .replace('{from: "09:00", to: "17:00"}', '{from: "09:00", to: "17:15"}')
      .replace(/(part: II\n.*\n.*\n +title:\n +fr: )/, '$1Ce qui se transmet. '),
  )
  expect(wordsOn((await ask(house, `/fr/desk/seminars/${mended.slug}`, mended.cookie)).html)).not.toContain('mérit')
})
