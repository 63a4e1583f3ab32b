import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { panelOwn } from '#convene/messages/programme-panel-own.ts'
import { askPanel } from '#convene/programme/panel/acts/invite.ts'
import { panelPath } from '#convene/programme/panel/acts/link.ts'
import { panelInvitation } from '#convene/programme/panel/acts/mail.ts'
import { eraseWhatIsDue } from '#convene/retention/acts/erase-what-is-due.ts'
import { anonymous, as, asPublic, job, link, person } from '#ground/database/actor.ts'
import { openTestHouse } from '../../support/house.ts'
import { ask, fieldsOf, queriesOf, send, wordsOn } from '../registration/desk-support.ts'
import { signedIn } from '../registration/support.ts'
import { smallFile } from '../seminar/room.ts'
import { edited, fileNow, imported, query, somebody } from '../seminar/support.ts'
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
  rooms,
  seatsOf,
} from './support.ts'

let seminar: PanelSeminar
let ana: { id: string; path: string }
let luc: { id: string; path: string }
openPanels()
beforeAll(async () => {
  seminar = await panelSeminar(house)
  await invite(house, seminar, ['ana', 'luc'])
  const of = async (key: string) => ({
    id: (await lineOf(house, seminar, key)).id,
    path: (await mailTo(house, seminar, key)).path,
  })
  ana = await of('ana')
  luc = await of('luc')
})

const statesOf = async () => Object.values(await seatsOf(house, seminar)).map(({ at, state }) => `${at} ${state}`)

test('forged, cut, of another purpose, of another installation: the same clear page, and nothing is written', async () => {
  const [, , , token = ''] = ana.path.split('/')
  const [id = '', signature = ''] = token.split('.')
  const was = await statesOf()
  const pages = new Set<string>()
  for (const bad of [
    'x',
    token.slice(0, -1),
    `${luc.id}.${signature}`,
    `${id}.2.${signature}`,
    house.keys.sign('registration', id),
    house.keys.sign('invited', id),
    house.keys.sign('panel', '00000000-0000-4000-8000-000000000099'),
    house.keys.sign('panel', 'no-uuid'),
    house.keys.sign('panel', `${id}.2`),
    encodeURIComponent(`${id}.' or 1=1 --.${signature}`),
  ]) {
    const found = await house.ask(`/en/panel/${bad}`)
    expect(found.status, bad).toBe(404)
    expect(found.headers.get('referrer-policy'), bad).toBe('no-referrer')
    const html = await found.text()
    expect(html, bad).toContain(panelOwn.en.badLink)
    pages.add(wordsOn(html).replaceAll(bad, ''))
    for (const below of ['', '/erase'])
      expect((await post(house, `/en/panel/${bad}${below}`, { givenName: 'X' })).status, bad + below).toBe(404)
  }
  expect(pages.size).toBe(1)
  // Nor does the link of a panel open the page of a registration.
  expect((await house.ask(`/en/me/${token}`)).status).toBe(404)
  expect(await statesOf()).toEqual(was)
})

test('a link reads its own line, seats and name, and nothing else of the draft', async () => {
  const seen = await as(house.db, link(ana.id), async tx => {
    const count = async (table: string) =>
      Number(
        (await sql<{ n: string }>`select count(*) as n from ${sql.raw(`perenne.${table}`)}`.execute(tx)).rows[0]?.n,
      )
    return {
      programme_person: await count('programme_person'),
      slot_seat: await count('slot_seat'),
      slot_person: await count('slot_person'),
      person: await count('person'),
      slot: await count('slot'),
      programme: await count('programme'),
      panel_invitation: await count('panel_invitation'),
      mail: await count('mail'),
      said: (await sql`select * from perenne.said_by_person(${luc.id})`.execute(tx)).rows.length,
    }
  })
  expect(seen).toEqual({
    programme_person: 1,
    slot_seat: 2,
    slot_person: 0,
    person: 1,
    slot: 0,
    programme: 0,
    panel_invitation: 0,
    mail: 0,
    said: 0,
  })
  for (const nobody of [anonymous, link('00000000-0000-4000-8000-000000000099')])
    expect(await as(house.db, nobody, tx => tx.selectFrom('slot_seat').select('id').execute())).toEqual([])
  await expect(asPublic(house.db, tx => tx.selectFrom('panel_invitation').selectAll().execute())).rejects.toThrow(
    /permission denied/,
  )
})

test('a link answers for its own seats that were asked for, and changes nothing else, in SQL or by a form', async () => {
  const was = await statesOf()
  const seats = await seatsOf(house, seminar)
  const own = seats['panel.one']?.id as string
  const of = (text: string) => as(house.db, link(ana.id), tx => sql.raw(text).execute(tx))
  const nothing = async (text: string) => expect((await of(text)).numAffectedRows, text).toBe(0n)
  const refused = (text: string) => expect(of(text), text).rejects.toThrow()
  // Of others: not there for them.
  await nothing(`update perenne.slot_seat set state = 'declined' where id = '${seats['panel.two']?.id}'`)
  await nothing(`update perenne.slot_seat set state = 'confirmed' where id = '${seats['second.two']?.id}'`)
  await nothing(`delete from perenne.slot_seat where id = '${seats['panel.two']?.id}'`)
  await nothing(`update perenne.programme_person set named = true`)
  await nothing(`update perenne.person set email = 'x@example.org' where id in
    (select person_id from perenne.programme_person)`)
  // Of their own seat: the answer alone.
  for (const set of [
    "region = 'other'",
    "key = 'mine'",
    'programme_person_id = null',
    `programme_person_id = '${luc.id}'`,
    "state = 'open'",
    "state = 'invited'",
    'position = 7',
    'visibility = 2',
    `slot_id = (select slot_id from perenne.slot_seat where id <> '${own}' limit 1)`,
  ])
    await refused(`update perenne.slot_seat set ${set} where id = '${own}'`)
  await refused(`delete from perenne.slot_seat where id = '${own}'`)
  await refused(`insert into perenne.slot_seat (slot_id, key, region, programme_person_id, position, state)
    select slot_id, 'more', 'other', '${ana.id}', 9, 'confirmed' from perenne.slot_seat where id = '${own}'`)
  await refused(
    `insert into perenne.panel_invitation (seminar_id, programme_person_id) values ('${seminar.id}', '${ana.id}')`,
  )
  await refused(`select perenne.write_programme_person('${seminar.id}', (select person_id from perenne.programme_person
    where id = '${luc.id}'), 'X', 'Y', 'x@example.org', 'en')`)
  await refused(`select perenne.say_of_myself('title', 'en', 'X')`)
  // What others moderate, and what they themselves do and were not asked for: no answer, and no row.
  const [eva] = await query<{ id: string }>(
    house,
    `select sp.id from perenne.slot_person sp join perenne.programme_person pp on pp.id = sp.programme_person_id
     where pp.seminar_id = $1 and pp.key = 'eva'`,
    [seminar.id],
  )
  await refused(`select perenne.answer_for_part('${eva?.id}', 'declined')`)
  await nothing(`update perenne.slot_person set state = 'declined' where id = '${eva?.id}'`)
  const herself = (await lineOf(house, seminar, 'eva')).id
  await expect(
    as(house.db, link(herself), tx => sql`select perenne.answer_for_part(${eva?.id}, 'declined')`.execute(tx)),
  ).rejects.toThrow('not yours to answer for')
  await refused(`select perenne.say_of_myself('role', 'pt', 'X')`)
  await expect(
    as(house.db, anonymous, tx => sql`select perenne.say_of_myself('role', 'en', 'X')`.execute(tx)),
  ).rejects.toThrow()
  // By the form of her page: the seat of somebody else, named by its id.
  const fields = fieldsOf((await open(house, ana.path)).html, ana.path)
  const sent = await post(house, ana.path, { ...fields, [`answer.${seats['panel.two']?.id}`]: 'declined' })
  expect(wordsOn((await ask(house, ana.path, sent.cookie)).html)).toContain(panelOwn.es.answer.givenAway)
  expect(await statesOf()).toEqual(was)
})

test('after the address is corrected the old link opens nothing, and the new one does', async () => {
  const other = await panelSeminar(house)
  await invite(house, other, ['luc'])
  const old = (await mailTo(house, other, 'luc')).path
  const correct = (email: string | undefined) =>
    edited(house, other.slug, file => {
      const luc = file.people.find(({ key }) => key === 'luc')
      if (email === undefined) delete luc?.email
      else Object.assign(luc ?? {}, { email })
    })
  // The same address written otherwise is the same.
  await correct('LUC@example.org')
  expect((await open(house, old)).status).toBe(200)
  await correct('luc.vaubert@example.org')
  expect((await open(house, old)).status).toBe(404)
  expect((await answer(house, old, 'confirmed').catch(() => ({ status: 404 }))).status).toBe(404)
  await invite(house, other, ['luc'], { kind: 'remind' })
  const now = (await mailTo(house, other, 'luc')).path
  expect(now).not.toBe(old)
  expect((await open(house, now)).status).toBe(200)
  // Taken away, since it was wrong: its link goes too.
  await correct(undefined)
  expect((await open(house, now)).status).toBe(404)
})

test('the desk page is for those who may edit this seminar; nobody else asks anybody', async () => {
  const elsewhere = await panelSeminar(house)
  const { id } = await lineOf(house, seminar, 'eva')
  for (const [who, status] of [
    [await somebody(house, 'organiser', elsewhere.slug), 404],
    [await somebody(house, 'evaluator', seminar.slug), 403],
    [await somebody(house, 'translator', seminar.slug), 403],
  ] as const) {
    expect((await ask(house, seminar.desk, who.cookie)).status).toBe(status)
    const sent = await send(house, seminar.desk, who.cookie, { kind: 'invite', 'invite[]': [id], _next: 'send' })
    expect(sent.status).toBe(status)
    await expect(askPanel(house, who.actor, seminar.slug, 'invite', [id], {})).rejects.toMatchObject({
      kind: status === 404 ? 'not-found' : 'forbidden',
    })
  }
  // People of another seminar are not there to be asked.
  const others = await lineOf(house, elsewhere, 'eva')
  expect(await askPanel(house, person(seminar.personId), seminar.slug, 'invite', [others.id], {})).toEqual({
    outcome: 'sent',
    sent: 0,
    left: 1,
  })
  expect(
    await query(house, 'select from perenne.panel_invitation where programme_person_id = any ($1)', [[id, others.id]]),
  ).toEqual([])
})

test('what the mail says to whoever reads the list of mails has no link in it', async () => {
  const withServer = await openTestHouse(rooms, { SMTP_URL: 'smtp://localhost:1', MAIL_FROM: 'p@example.org' })
  await withServer.setClock(before)
  const theirs = await panelSeminar(withServer)
  await invite(withServer, theirs, ['ana'])
  const [row] = await query<{ id: string }>(withServer, 'select id from perenne.panel_invitation')
  const words = (actor: Parameters<typeof as>[1]) =>
    as(withServer.db, actor, tx =>
      panelInvitation.words(withServer, tx, { invitation: row?.id }, 'es', {
        id: '',
        givenName: 'Ana',
        familyName: 'Z',
        email: 'a@example.org',
      }),
    )
  expect((await words(person(theirs.personId)))?.action).toBeUndefined()
  expect(JSON.stringify(await words(person(theirs.personId)))).not.toContain('/panel/')
  expect((await words(job('mail')))?.action?.url).toContain('/es/panel/')
  expect(await words(anonymous)).toBeNull()
  await withServer.close()
})

test('the desk page asks as many questions of the database for three seats as for one', async () => {
  const counted: number[] = []
  for (const seats of [1, 3]) {
    const slug = `count-${seats}`
    const people = Array.from(
      { length: seats },
      (_, n) => `  - {key: p-${n}, givenName: P, familyName: N${n}, email: p${n}@example.org}`,
    )
    const more = `    - key: panel
      kind: part
      from: "10:00"
      to: "11:00"
      title: {en: Panel}
      seats:
${people.map((_, n) => `        - {key: s-${n}, region: europe, person: p-${n}}`).join('\n')}
`
    const text = smallFile({ slug, more }).replace('programme:\n', `people:\n${people.join('\n')}\nprogramme:\n`)
    const { id } = await imported(house, text)
    const { cookie } = await signedIn(house, 'organiser', id)
    const desk = `/en/desk/seminars/${slug}/panel`
    const one = { id, slug, personId: '', cookie, desk }
    await invite(
      house,
      one,
      people.map((_, n) => `p-${n}`),
    )
    counted.push(await queriesOf(house, desk, cookie))
  }
  expect(counted[0]).toBe(counted[1])
})

test('an address kept long enough goes; a name that may be shown stays until it is taken back', async () => {
  const theirs = await panelSeminar(house)
  await invite(house, theirs, ['ana', 'luc'], { note: { 'note.es': 'Querida Ana', 'note.fr': 'Cher Luc' } })
  const path = (await mailTo(house, theirs, 'ana')).path.replace('/es/', '/en/')
  const own = fieldsOf((await open(house, path)).html, path)
  await post(house, path, { ...own, wordsIn: 'en', role: 'Mayor', 'named[]': 'yes' })
  const erased = async () =>
    (await eraseWhatIsDue(house, 1))
      .filter(({ seminarId }) => seminarId === theirs.id)
      .map(({ what, registrations }) => [what, registrations])
  const names = () =>
    query<{ key: string; given_name: string | null; email: string | null }>(
      house,
      `select pp.key, p.given_name, p.email from perenne.programme_person pp join perenne.person p on p.id = pp.person_id
       where pp.seminar_id = $1 order by pp.key`,
      [theirs.id],
    )
  // The seminar is on 6 May 2030; persons are kept three years.
  await house.setClock('2033-05-05T12:00:00Z')
  expect(await erased()).toEqual([])
  await house.setClock('2033-05-07T12:00:00Z')
  expect(await erased()).toEqual([['persons', 4]])
  expect(await names()).toEqual([
    { key: 'ana', given_name: 'Ana', email: null },
    ...['eva', 'ida', 'luc'].map(key => ({ key, given_name: null, email: null })),
  ])
  expect(
    await query(house, 'select from perenne.panel_invitation where seminar_id = $1 and note is not null', [theirs.id]),
  ).toEqual([])
  expect(await erased()).toEqual([])
  expect((await fileNow(house, theirs.slug)).people).toMatchObject([{ key: 'ana', role: { en: 'Mayor' } }])
  // By her link, which still opens her page, she takes the name back: the next run erases it.
  const page = await open(house, path)
  expect(page.html).toContain(panelOwn.en.noAddress)
  await post(house, path, { ...fieldsOf(page.html, path), 'named[]': [] })
  expect(await erased()).toEqual([['persons', 1]])
  expect((await names())[0]).toEqual({ key: 'ana', given_name: null, email: null })
  await house.setClock(before)
})

test('the number of a link is part of what is signed', async () => {
  const first = panelPath(house.keys, { id: ana.id, linkNumber: 1 })
  expect(first).toMatch(/^\/panel\/[0-9a-f-]{36}\.[\w-]{24}$/)
  expect(panelPath(house.keys, { id: ana.id, linkNumber: 2 })).not.toContain(first.split('.')[1] ?? '')
})

test('without its guards a link would do more than answer, and an old one would go on opening the page', async () => {
  const bare = await openTestHouse(rooms)
  await bare.setClock(before)
  await query(bare, 'drop trigger link_only_answers on perenne.slot_seat')
  await query(bare, 'drop trigger renew_panel_link on perenne.person')
  const theirs = await panelSeminar(bare)
  await invite(bare, theirs, ['luc'])
  const { path } = await mailTo(bare, theirs, 'luc')
  const { id } = await lineOf(bare, theirs, 'luc')
  await as(bare.db, link(id), tx => tx.updateTable('slot_seat').set({ region: 'other' }).execute())
  expect((await fileNow(bare, theirs.slug)).programme.slots.flatMap(({ seats }) => seats)).toContainEqual(
    expect.objectContaining({ person: 'luc', region: 'other' }),
  )
  await edited(bare, theirs.slug, file => {
    Object.assign(file.people.find(({ key }) => key === 'luc') ?? {}, { email: 'somebody.else@example.org' })
  })
  expect((await open(bare, path)).status).toBe(200)
  await bare.close()
})
