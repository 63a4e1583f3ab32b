import { expect, test } from 'vitest'
import { programmeChecks } from '#convene/messages/programme-checks.ts'
import { programmePanel } from '#convene/messages/programme-panel.ts'
import { panelOwn } from '#convene/messages/programme-panel-own.ts'
import { programmePart, releaseProgramme } from '#convene/programme/acts/release-programme.ts'
import { changeSeminar, versionOf } from '#convene/seminar/acts/change-seminar.ts'
import { job } from '#ground/database/actor.ts'
import { ask, fieldsOf, send, wordsOn } from '../registration/desk-support.ts'
import { edited, fileNow, query } from '../seminar/support.ts'
import {
  answer,
  before,
  house,
  invite,
  lineOf,
  mailTo,
  open,
  openPanels,
  type PanelSeminar,
  panelSeminar,
  post,
  seatsOf,
} from './support.ts'

openPanels()

const m = programmePanel.en
const own = panelOwn.en
const program = job('test')
const release = async ({ slug }: PanelSeminar) =>
  releaseProgramme(house, program, slug, versionOf(programmePart(await fileNow(house, slug))), {
    name: { en: `Programme ${Math.random()}` },
    provisional: false,
    languages: ['fr', 'es'],
  })

test('the whole way: asked by one mail, answered with own data, seen at the desk, released, withdrawn', async () => {
  const seminar = await panelSeminar(house, { announce: true })
  // Ana has two seats: one mail names both, in her language, with the sentence of the organiser.
  const { looked, sent } = await invite(house, seminar, ['ana', 'luc'], {
    note: { 'note.es': 'La esperamos con gusto.' },
  })
  expect(looked.status).toBe(200)
  expect(wordsOn(looked.html)).toContain(m.lookLead(2))
  expect(looked.html).toContain('Cities that remember')
  expect(sent.status).toBe(303)
  expect(wordsOn((await ask(house, seminar.desk, sent.cookie)).html)).toContain(m.sent(2))
  const mails = await query<{ n: number }>(
    house,
    "select count(*)::int as n from perenne.mail where space_id = $1 and template = 'panel-invitation'",
    [seminar.id],
  )
  expect(mails[0]?.n).toBe(2)
  const mail = await mailTo(house, seminar, 'ana')
  expect(mail.language).toBe('es')
  expect(mail.text).toContain('Cities that remember')
  expect(mail.text).toContain('Cities that decide')
  expect(mail.text).toContain('La esperamos con gusto.')
  expect(mail.text).not.toContain('Luc')
  expect((await mailTo(house, seminar, 'luc')).text).not.toContain('La esperamos')
  const asked = await seatsOf(house, seminar)
  expect(Object.values(asked).map(({ at, state }) => [at, state])).toEqual(
    expect.arrayContaining([
      ['panel.one', 'invited'],
      ['second.one', 'invited'],
      ['panel.two', 'invited'],
      ['panel.three', 'open'],
      ['second.two', 'open'],
    ]),
  )
  expect(asked['panel.one']?.invited_at).not.toBeNull()
  const checks = () => ask(house, `/en/desk/seminars/${seminar.slug}/checks`, seminar.cookie)
  expect((await checks()).html).toContain('Invited, without an answer')

  // Her page: hers alone, kept by nobody on the way.
  const path = mail.path.replace('/es/', '/en/')
  const response = await house.ask(path)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex',
  })
  const page = await response.text()
  for (const word of ['Cities that remember', 'Cities that decide', '10:00', 'City of Rosario', 'ana@example.org'])
    expect(page).toContain(word)
  for (const word of ['Vaubert', 'Okonkwo', 'Talk 1', 'Sandoval']) expect(page).not.toContain(word)
  // Nothing said and nothing changed: told, and nothing written.
  const empty = await post(house, path, fieldsOf(page, path))
  expect(empty.status).toBe(303)
  const told = wordsOn((await ask(house, path, empty.cookie)).html)
  for (const word of [own.same, own.answer.still]) expect(told).toContain(word)
  const done = await answer(house, path, 'confirmed')
  expect(done.status).toBe(303)
  expect(wordsOn((await ask(house, path, done.cookie)).html)).toContain(own.answer.done)
  const confirmed = await seatsOf(house, seminar)
  expect([confirmed['panel.one']?.state, confirmed['second.one']?.state]).toEqual(['confirmed', 'confirmed'])
  expect(confirmed['panel.one']?.answered_at).not.toBeNull()

  // Her data: in Spanish, which waits for English; the name is hers to show.
  const data = fieldsOf((await open(house, path)).html, path)
  expect(data).not.toHaveProperty('named[]')
  const saved = await post(house, path, {
    ...data,
    familyName: 'Zanetti Quiroga',
    wordsIn: 'es',
    role: 'Intendenta de Rosario',
    about: 'Trabaja con ríos.',
    'named[]': 'yes',
  })
  expect(saved.status).toBe(303)
  const again = fieldsOf((await open(house, path)).html, path)
  expect(again).toMatchObject({ familyName: 'Zanetti Quiroga', role: 'Intendenta de Rosario', 'named[]': ['yes'] })
  const desk = wordsOn((await ask(house, seminar.desk, seminar.cookie)).html)
  for (const word of ['Zanetti Quiroga', 'Intendenta de Rosario', m.waiting.title, 'confirmed'])
    expect(desk).toContain(word)
  const card = wordsOn((await ask(house, `/en/desk/seminars/${seminar.slug}`, seminar.cookie)).html)
  expect(card).toContain(m.card(2, 1, 0))

  // Her Spanish words are no part of the file; they are as soon as the English stands, and out of date.
  expect((await fileNow(house, seminar.slug)).people[0]?.role).toBeUndefined()
  await edited(house, seminar.slug, file => {
    Object.assign(file.people[0] ?? {}, { role: { en: 'Mayor of Rosario' } })
  })
  expect((await fileNow(house, seminar.slug)).people[0]?.role).toEqual({
    en: 'Mayor of Rosario',
    es: 'Intendenta de Rosario',
  })
  expect(wordsOn((await ask(house, seminar.desk, seminar.cookie)).html)).not.toContain('Intendenta')

  // Everybody sees it once it is released; without her agreement, her name at once no more.
  const site = async () => (await house.ask(`/en/seminars/${seminar.slug}/programme`)).text()
  expect(await site()).not.toContain('Zanetti')
  expect((await release(seminar)).outcome).toBe('released')
  expect(await site()).toContain('Zanetti Quiroga')
  const withdrawn = { ...fieldsOf((await open(house, path)).html, path), 'named[]': [] as string[] }
  expect((await post(house, path, withdrawn)).status).toBe(303)
  expect(await site()).not.toContain('Zanetti')
  expect(await site()).toContain('Mayor of Rosario')

  // She can do it no more: both answers stand in the history, by her link; with the next release she is gone.
  await answer(house, path, 'declined')
  const history = await query<{ state: string; actor_kind: string; actor_id: string }>(
    house,
    `select doc ->> 'state' as state, actor_kind, actor_id from perenne.record_version
     where record_id = $1 order by version`,
    [confirmed['panel.one']?.id],
  )
  const { id } = await lineOf(house, seminar, 'ana')
  expect(history.map(({ state }) => state)).toEqual(['open', 'invited', 'confirmed', 'declined'])
  expect(history.slice(2)).toEqual([
    { state: 'confirmed', actor_kind: 'link', actor_id: id },
    { state: 'declined', actor_kind: 'link', actor_id: id },
  ])
  await release(seminar)
  expect(await site()).not.toContain('Mayor of Rosario')
  const log = wordsOn((await ask(house, `/en/desk/seminars/${seminar.slug}/log?by=all`, seminar.cookie)).html)
  for (const word of ['A participant, by their own link', m.log.slot_seat, m.log.invited('2')])
    expect(log).toContain(word)
  expect((await checks()).html).toContain('Invited, without an answer')
  const luc = await mailTo(house, seminar, 'luc')
  await answer(house, luc.path, 'confirmed')
  expect((await checks()).html).not.toContain('Invited, without an answer')
})

test('whoever has no seat answers for what they moderate; without an address nobody is asked, and that is said', async () => {
  const seminar = await panelSeminar(house)
  const page = wordsOn((await ask(house, seminar.desk, seminar.cookie)).html)
  expect(page).toContain(m.unreachable.title(1))
  expect(page).toContain('Ida Sandoval')
  expect((await invite(house, seminar, ['ida'])).looked.status).toBe(303)
  const { sent } = await invite(house, seminar, ['eva', 'ida'])
  expect(wordsOn((await ask(house, seminar.desk, sent.cookie)).html)).toContain(m.sent(1))
  const mail = await mailTo(house, seminar, 'eva')
  expect(mail.text).toContain('you moderate “Part I – Cities that remember”')
  const view = (await open(house, mail.path)).html
  for (const word of [own.leads.part, own.answer.title, own.states.invited]) expect(view).toContain(word)
  expect((await seatsOf(house, seminar))['panel.three']?.state).toBe('open')

  // She cannot: kept in her name, said loudly at the desk and by the checks, and not lost when the slot is edited.
  const { id } = await lineOf(house, seminar, 'eva')
  const told = await answer(house, mail.path, 'declined')
  expect(wordsOn((await ask(house, mail.path, told.cookie)).html)).toContain(own.answer.done)
  const state = () =>
    query(
      house,
      'select state, answered_at is not null as answered from perenne.slot_person where programme_person_id = $1',
      [id],
    )
  expect(await state()).toEqual([{ state: 'declined', answered: true }])
  await edited(house, seminar.slug, file => {
    Object.assign(file.programme.slots.find(({ key }) => key === 'panel')?.title ?? {}, { en: 'Cities that forget' })
  })
  expect(await state()).toEqual([{ state: 'declined', answered: true }])
  const desk = wordsOn((await ask(house, seminar.desk, seminar.cookie)).html)
  for (const word of [m.cannot.title(1), m.roles.moderator('Part I – Cities that forget')]) expect(desk).toContain(word)
  const checks = (await ask(house, `/en/desk/seminars/${seminar.slug}/checks`, seminar.cookie)).html
  expect(checks).toContain(programmeChecks.en.codes['part-declined'].title)
  const [last] = await query<{ actor_kind: string; actor_id: string }>(
    house,
    `select actor_kind, actor_id from perenne.record_version
     where record_table = 'slot_person' and doc ->> 'state' = 'declined' and doc ->> 'programme_person_id' = $1`,
    [id],
  )
  expect(last).toEqual({ actor_kind: 'link', actor_id: id })
  // Changed while there is time.
  await answer(house, mail.path, 'confirmed')
  expect(await state()).toEqual([{ state: 'confirmed', answered: true }])
  expect((await ask(house, seminar.desk, seminar.cookie)).html).not.toContain(m.cannot.text)
})

test('open seats of which nothing is known are one row for each region', async () => {
  const seminar = await panelSeminar(house)
  await edited(house, seminar.slug, file => {
    const second = file.programme.slots.find(({ key }) => key === 'second')
    for (const key of ['three', 'four', 'five']) second?.seats.push({ key, region: 'europe', state: 'open' })
    second?.seats.push({ key: 'six', region: 'latin-america', state: 'open' })
    second?.seats.push({ key: 'seven', region: 'europe', state: 'open', organisation: 'org-2' })
  })
  const { html } = await ask(house, seminar.desk, seminar.cookie)
  const table = html.split(m.seatsOf('Part II – Cities that decide')).at(-1)?.split('</table>')[0] ?? ''
  // Ana, the four of Europe, the one of Latin America, the one that is kept for an organisation.
  expect(table.match(/<th scope="row">/g)).toHaveLength(4)
  for (const word of [m.openSeats(4), m.openSeats(1), m.nobody]) expect(table.split(word)).toHaveLength(2)
})

test('once more: who has not answered gets a reminder, with the day of the last; who has, none', async () => {
  const seminar = await panelSeminar(house)
  await invite(house, seminar, ['ana', 'luc'])
  await answer(house, (await mailTo(house, seminar, 'luc')).path, 'declined')
  await house.setClock('2030-04-04T10:30:00Z')
  const page = (await ask(house, seminar.desk, seminar.cookie)).html
  expect(page).toContain(m.remind.choose)
  expect(wordsOn(page)).toContain('last mail on 1 Apr 2030')
  const { looked } = await invite(house, seminar, ['ana', 'luc'], { kind: 'remind' })
  await house.setClock(before)
  expect(wordsOn(looked.html)).toContain(m.lookLead(1))
  const mail = await mailTo(house, seminar, 'ana')
  expect(mail.words?.subject).toContain('Recordatorio')
  // Written and not sent yet: the answer comes first, and nothing leaves.
  await answer(house, mail.path, 'confirmed')
  expect((await mailTo(house, seminar, 'ana')).words).toBeNull()
})

test('the form sent twice writes once; two organisers who ask the same person at once write once', async () => {
  const seminar = await panelSeminar(house)
  const { fields } = await invite(house, seminar, ['ana'])
  const counted = async () =>
    (
      await query<{ n: number }>(
        house,
        'select count(*)::int as n from perenne.panel_invitation where seminar_id = $1',
        [seminar.id],
      )
    )[0]?.n
  expect(await counted()).toBe(1)
  await sendAtOnce(seminar, fields)
  expect(await counted()).toBe(1)
  const ids = [(await lineOf(house, seminar, 'luc')).id]
  const both = await Promise.all(
    [1, 2].map(() => sendAtOnce(seminar, { kind: 'invite', 'invite[]': ids, _next: 'send', _once: '' })),
  )
  expect(both.map(({ status }) => status)).toEqual([303, 303])
  expect(await counted()).toBe(2)
  expect((await seatsOf(house, seminar))['panel.two']?.state).toBe('invited')
})
const sendAtOnce = ({ desk, cookie }: PanelSeminar, fields: Record<string, string | readonly string[]>) =>
  send(house, desk, cookie, { ...fields, _next: 'send' })

test('a sentence that is too long comes back with what was typed; nobody chosen is said', async () => {
  const seminar = await panelSeminar(house)
  const nobody = await sendAtOnce(seminar, { kind: 'invite' })
  expect(nobody.status).toBe(422)
  expect(nobody.html).toContain(m.errors.people)
  const { id } = await lineOf(house, seminar, 'ana')
  const long = 'x'.repeat(1001)
  const page = await sendAtOnce(seminar, { kind: 'invite', 'invite[]': [id], 'note.es': long })
  expect(page.status).toBe(422)
  expect(page.html).toContain(long)
  expect(page.html).toContain(m.errors.note)
  expect((await seatsOf(house, seminar))['panel.one']?.state).toBe('open')
})

test('one form and one button: an answer and own data go together, and an error of the one loses neither', async () => {
  const seminar = await panelSeminar(house)
  await invite(house, seminar, ['ana'])
  const path = (await mailTo(house, seminar, 'ana')).path.replace('/es/', '/en/')
  const html = (await open(house, path)).html
  expect(html.match(/<form[^>]*method="post"[^>]*panel/g)).toHaveLength(1)
  const seats = await seatsOf(house, seminar)
  const [first, second] = ['panel.one', 'second.one'].map(at => `answer.${seats[at]?.id}`) as [string, string]
  const typed = { ...fieldsOf(html, path), [first]: 'declined', wordsIn: 'en', role: 'Mayor of Rosario' }
  const wrong = await post(house, path, { ...typed, familyName: '' })
  expect(wrong.status).toBe(422)
  expect((await seatsOf(house, seminar))['panel.one']?.state).toBe('invited')
  const kept = fieldsOf(wrong.html, path)
  expect(kept).toMatchObject({ [first]: 'declined', role: 'Mayor of Rosario' })
  expect(kept).not.toHaveProperty(second)
  const sent = await post(house, path, { ...kept, familyName: 'Zanetti' })
  const told = wordsOn((await ask(house, path, sent.cookie)).html)
  // The other seat is simply not answered for, and that is said.
  for (const word of [own.answer.doneNo, own.data.savedNotNamed, own.answer.still]) expect(told).toContain(word)
  const now = await seatsOf(house, seminar)
  expect([now['panel.one']?.state, now['second.one']?.state]).toEqual(['declined', 'invited'])
  expect((await fileNow(house, seminar.slug)).people[0]?.role).toEqual({ en: 'Mayor of Rosario' })
  // A seat that was taken from her meanwhile: the answer is not taken, what she wrote is.
  const again = fieldsOf((await open(house, path)).html, path)
  await edited(house, seminar.slug, file => {
    const seat = file.programme.slots.find(({ key }) => key === 'second')?.seats[0]
    if (seat) Object.assign(seat, { person: 'eva', state: 'open' })
  })
  const late = await post(house, path, { ...again, [second]: 'confirmed', role: 'Mayor' })
  const words = wordsOn((await ask(house, path, late.cookie)).html)
  for (const word of [own.answer.givenAway, own.data.savedNotNamed]) expect(words).toContain(word)
  expect((await fileNow(house, seminar.slug)).people[0]?.role).toEqual({ en: 'Mayor' })
})

test('the mail gives the hours of their own part, and those of the seminar as the seminar’s; answers close as their part begins', async () => {
  const seminar = await panelSeminar(house, { announce: true })
  await invite(house, seminar, ['luc'])
  const mail = await mailTo(house, seminar, 'luc')
  expect(mail.text).toContain('Le séminaire a lieu le')
  expect(mail.text).not.toMatch(/^Date/m)
  const path = mail.path.replace('/fr/', '/en/')
  // The day began at nine, the panel is at ten.
  await house.setClock('2030-05-06T14:59:00Z')
  await answer(house, path, 'confirmed')
  expect((await seatsOf(house, seminar))['panel.two']?.state).toBe('confirmed')
  await house.setClock('2030-05-06T15:00:01Z')
  expect((await open(house, path)).html).toContain(own.answer.closed.begun)
  await house.setClock(before)
})

test('own data: everything typed comes back beside its error; words of the seminar’s language are the text itself', async () => {
  const seminar = await panelSeminar(house)
  await invite(house, seminar, ['ana'])
  const path = (await mailTo(house, seminar, 'ana')).path.replace('/es/', '/en/')
  const fields = fieldsOf((await open(house, path)).html, path)
  const wrong = await post(house, path, {
    ...fields,
    givenName: '  ',
    role: 'r'.repeat(301),
    about: 'Rivers <b>and</b> streets',
    wordsIn: 'pt',
  })
  expect(wrong.status).toBe(422)
  for (const word of [own.data.errors.givenName, own.data.errors.roleLong, 'Rivers &lt;b&gt;and&lt;/b&gt; streets'])
    expect(wrong.html).toContain(word)
  const other = await post(house, path, { ...fields, wordsIn: 'pt' })
  expect(other.status).toBe(422)
  expect(other.html).toContain(own.data.errors.language)
  await post(house, path, { ...fields, wordsIn: 'en', role: 'Mayor', about: 'Rivers', language: 'pt' })
  expect((await fileNow(house, seminar.slug)).people[0]).toMatchObject({
    language: 'pt',
    role: { en: 'Mayor' },
    about: { en: 'Rivers' },
    named: false,
  })
  // Taken back: gone, translations included.
  await edited(house, seminar.slug, file => {
    Object.assign(file.people[0]?.role ?? {}, { fr: 'Maire' })
  })
  const now = fieldsOf((await open(house, path)).html, path)
  await post(house, path, { ...now, wordsIn: 'en', role: '' })
  expect((await fileNow(house, seminar.slug)).people[0]?.role).toBeUndefined()
})

test('the team changed the name meanwhile: both are shown, one is chosen, nothing is lost', async () => {
  const seminar = await panelSeminar(house)
  await invite(house, seminar, ['ana'])
  const path = (await mailTo(house, seminar, 'ana')).path.replace('/es/', '/en/')
  const fields = fieldsOf((await open(house, path)).html, path)
  await edited(house, seminar.slug, file => {
    Object.assign(file.people[0] ?? {}, { familyName: 'Zaneti' })
  })
  const stale = await post(house, path, { ...fields, familyName: 'Zanetti Q.', about: 'Ríos', wordsIn: 'es' })
  expect(stale.status).toBe(409)
  for (const word of [own.data.stale, 'Zaneti', 'Zanetti Q.', 'Ríos']) expect(stale.html).toContain(word)
  const chosen = fieldsOf(stale.html, path)
  const saved = await post(house, path, { ...chosen, familyName: 'Zanetti Q.', about: 'Ríos' })
  expect(saved.status).toBe(303)
  expect((await fileNow(house, seminar.slug)).people[0]?.familyName).toBe('Zanetti Q.')
})

test('once the seminar has begun, or has no day, no answer is taken and nobody is asked; own data still is', async () => {
  const seminar = await panelSeminar(house, { announce: true })
  await invite(house, seminar, ['ana', 'luc'])
  const path = (await mailTo(house, seminar, 'ana')).path.replace('/es/', '/en/')
  const fields = fieldsOf((await open(house, path)).html, path)
  const seats = await seatsOf(house, seminar)
  const yes = { [`answer.${seats['panel.one']?.id}`]: 'confirmed', [`answer.${seats['second.one']?.id}`]: 'confirmed' }
  await house.setClock('2030-05-06T15:00:01Z')
  const late = await post(house, path, { ...fields, ...yes })
  expect(late.status).toBe(303)
  expect(wordsOn((await ask(house, path, late.cookie)).html)).toContain(own.answer.closed.begun)
  expect((await open(house, path)).html).not.toContain(own.answer.yes)
  expect((await seatsOf(house, seminar))['panel.one']?.state).toBe('invited')
  const asked = await invite(house, seminar, ['luc'], { kind: 'remind' })
  expect(wordsOn((await ask(house, seminar.desk, asked.looked.cookie)).html)).toContain(m.closed.begun)
  // What waited in the line is not sent any more.
  expect((await mailTo(house, seminar, 'luc')).words).toBeNull()
  expect((await post(house, path, fieldsOf((await open(house, path)).html, path))).status).toBe(303)
  await house.setClock(before)
  await query(house, 'update perenne.seminar set postponed_at = perenne.now() where id = $1', [seminar.id])
  expect((await open(house, path)).html).toContain(own.answer.closed.postponed)
})

test('the answer by link and an organiser’s edit of the same seat at once: whoever is second is told', async () => {
  const seminar = await panelSeminar(house)
  await invite(house, seminar, ['ana', 'luc'])
  const path = (await mailTo(house, seminar, 'luc')).path.replace('/fr/', '/en/')
  const part = (file: Awaited<ReturnType<typeof fileNow>>) =>
    file.programme.slots.find(({ key }) => key === 'panel')?.seats
  const seen = versionOf(part(await fileNow(house, seminar.slug)))
  const fields = fieldsOf((await open(house, path)).html, path)
  const seat = (await seatsOf(house, seminar))['panel.two']?.id
  const [changed, answered] = await Promise.all([
    changeSeminar(
      house,
      program,
      seminar.slug,
      seen,
      file => {
        const found = part(file)?.find(({ key }) => key === 'two')
        if (found) Object.assign(found, { person: 'eva', state: 'open' })
        return file
      },
      { part },
    ),
    post(house, path, { ...fields, [`answer.${seat}`]: 'confirmed' }),
  ])
  const page = wordsOn((await ask(house, path, answered.cookie)).html)
  const now = part(await fileNow(house, seminar.slug))?.find(({ key }) => key === 'two')
  if (changed.outcome === 'changed') {
    expect(page).toContain(own.answer.givenAway)
    expect(now).toMatchObject({ person: 'eva', state: 'open' })
  } else {
    expect(changed.outcome).toBe('stale')
    expect(page).toContain(own.answer.done)
    expect(now).toMatchObject({ person: 'luc', state: 'confirmed' })
  }
})

test('an answer sent twice at once is one answer, and both browsers are led to the same page', async () => {
  const seminar = await panelSeminar(house)
  await invite(house, seminar, ['luc'])
  const { path } = await mailTo(house, seminar, 'luc')
  const seat = (await seatsOf(house, seminar))['panel.two']?.id ?? ''
  const fields = { ...fieldsOf((await open(house, path)).html, path), [`answer.${seat}`]: 'confirmed' }
  const both = await Promise.all([post(house, path, fields), post(house, path, fields)])
  expect(both.map(({ status, location }) => [status, location])).toEqual([
    [303, path],
    [303, path],
  ])
  const answers = await query(
    house,
    `select from perenne.record_version where record_id = $1 and doc ->> 'state' = 'confirmed'`,
    [seat],
  )
  expect(answers).toHaveLength(1)
})

test('who edits a panel after an answer came is told that it has changed, and overwrites nothing', async () => {
  const seminar = await panelSeminar(house)
  await invite(house, seminar, ['luc'])
  const part = (file: Awaited<ReturnType<typeof fileNow>>) => file.programme.slots.find(({ key }) => key === 'panel')
  const seen = versionOf(part(await fileNow(house, seminar.slug)))
  await answer(house, (await mailTo(house, seminar, 'luc')).path, 'confirmed')
  const changed = await changeSeminar(
    house,
    program,
    seminar.slug,
    seen,
    file => {
      Object.assign(part(file) ?? {}, { seats: [] })
      return file
    },
    { part },
  )
  expect(changed.outcome).toBe('stale')
  expect((await seatsOf(house, seminar))['panel.two']?.state).toBe('confirmed')
})

test('a seat given to somebody else knows nothing of the one before', async () => {
  const seminar = await panelSeminar(house)
  await invite(house, seminar, ['luc'])
  const { path } = await mailTo(house, seminar, 'luc')
  await answer(house, path, 'declined')
  await edited(house, seminar.slug, file => {
    const seat = file.programme.slots.find(({ key }) => key === 'panel')?.seats[1]
    if (seat) Object.assign(seat, { person: 'eva', state: 'open' })
  })
  expect((await seatsOf(house, seminar))['panel.two']).toMatchObject({
    state: 'open',
    invited_at: null,
    answered_at: null,
  })
  expect((await open(house, path)).html).toContain(panelOwn.fr.leads.nothing)
})

test('erased by their link: name, words and sentence are gone, the seat is open, and a second time finds it done', async () => {
  const seminar = await panelSeminar(house)
  await invite(house, seminar, ['ana'], { note: { 'note.es': 'Querida Ana' } })
  const path = (await mailTo(house, seminar, 'ana')).path.replace('/es/', '/en/')
  const fields = fieldsOf((await open(house, path)).html, path)
  await post(house, path, { ...fields, wordsIn: 'en', role: 'Mayor-of-nowhere' })
  const look = (await open(house, `${path}/erase`)).html
  expect(look).toContain(own.erase.button)
  for (let times = 0; times < 2; times++) expect((await post(house, `${path}/erase`, {})).status).toBe(303)
  expect((await open(house, `${path}/erase`)).html).toContain(own.erase.done)
  expect((await open(house, path)).status).toBe(404)
  expect((await seatsOf(house, seminar))['panel.one']).toMatchObject({ state: 'open', invited_at: null })
  const line = await lineOf(house, seminar, 'ana')
  const left = (text: string) => query(house, text, [line.id])
  expect(await left('select note from perenne.panel_invitation where programme_person_id = $1')).toEqual([
    { note: null },
  ])
  expect(await left('select from perenne.translation where record_id = $1')).toEqual([])
  const [person] = await query(house, 'select given_name, email from perenne.person where id = $1', [line.person_id])
  expect(person).toEqual({ given_name: null, email: null })
})
