import { expect, test } from 'vitest'
import { invitedPath } from '#convene/guests/acts/invited-link.ts'
import { eraseInvited, sendInvitations } from '#convene/guests/acts/send-invitations.ts'
import { eraseWhatIsDue } from '#convene/retention/acts/erase-what-is-due.ts'
import { link, person } from '#ground/database/actor.ts'
import { ask, fieldsOf, queriesOf, send, wordsOn } from '../registration/desk-support.ts'
import { house, openHouse } from '../registration/house.ts'
import { makeSeminar, query, registered, signedIn, type TestSeminar } from '../registration/support.ts'
import { composeMail } from './mail-of.ts'
import { guestRooms, upload, xlsx } from './support.ts'

openHouse(guestRooms)

async function invited(given: Parameters<typeof makeSeminar>[1] = {}, more: Record<string, unknown> = {}) {
  const seminar = await makeSeminar(house, given)
  const columns = { seminar_id: seminar.id, code: 'VILLES2018', label: 'Secret partner', places: 5, ...more }
  const names = Object.keys(columns)
  const [row] = await query<{ id: string }>(
    house,
    `insert into perenne.invitation (${names.join(', ')}) values (${names.map((_, n) => `$${n + 1}`).join(', ')}) returning id`,
    Object.values(columns),
  )
  const id = row?.id ?? ''
  return { seminar, id, path: at(seminar, id), ...(await signedIn(house, 'organiser', seminar.id)) }
}

const at = ({ slug }: TestSeminar, id: string) => `/en/desk/seminars/${slug}/places/invitations/${id}/send`

const lines = ['Ana Prado <ana@example.org> pt', 'luis@example.org'].join('\n')

/** The form, the page that asks once more, and the sending. */
async function sendTo(path: string, cookie: string, fields: Record<string, string>) {
  const form = fieldsOf((await ask(house, path, cookie)).html, path)
  const preview = await send(house, path, cookie, { ...form, ...fields })
  if (preview.status !== 200) return { preview, sent: preview }
  const sent = await send(house, path, cookie, { ...fieldsOf(preview.html, path), _do: 'send' })
  return { preview, sent }
}

const sendingsOf = (id: string) =>
  query<{ id: string; email: string | null; language: string; state: string; mails: number }>(
    house,
    `select s.id, p.email, m.language, m.state,
       (select count(*)::int from perenne.mail o where o.person_id = p.id) as mails
     from perenne.invitation_sent s join perenne.person p on p.id = s.person_id left join perenne.mail m on m.id = s.mail_id
     where s.invitation_id = $1 order by p.email`,
    [id],
  )

test('a mail to each address, in their language, which opens the form with the code in it', async () => {
  const { seminar, id, path, cookie, personId } = await invited(
    { capacity: 20 },
    { reserved: true, reserved_until: '2018-06-10T21:59:00Z' },
  )
  const { preview, sent } = await sendTo(path, cookie, { addresses: lines, language: 'fr' })
  const said = wordsOn(preview.html)
  expect(said).toContain('The mail goes to 2 addresses')
  expect(said).toContain('Convite: Vers une action durable')
  expect(said).toContain('Invitation : Vers une action durable')
  expect(sent.location).toBe(path)
  expect(await sendingsOf(id)).toMatchObject([
    { email: 'ana@example.org', language: 'pt', state: 'to_send', mails: 1 },
    { email: 'luis@example.org', language: 'fr', state: 'to_send', mails: 1 },
  ])
  const [ana] = await sendingsOf(id)
  const mail = await composeMail(house, ana?.id ?? '')
  expect(mail.words?.action?.url).toMatch(new RegExp(`/pt/seminars/${seminar.slug}/register\\?code=VILLES2018$`))
  expect(mail.text).toContain('Bom dia, Ana Prado,')
  expect(mail.text).toMatch(
    /Restam 5 vagas para este convite\. Ficam reservadas até 10\sde junho de\s2018 às 23h59, hora de Paris\./,
  )
  expect(mail.text).toMatch(/A inscrição com ele é possível até 17\sde junho de\s2018 às 23h59/)
  expect(mail.text).toMatch(/\/pt\/invited\/\S+/)
  // How the team calls it stays with the team.
  expect(mail.text).not.toContain('Secret partner')
  const form = await house.ask(`${new URL(mail.words?.action?.url ?? '').pathname}?code=VILLES2018`)
  expect(await form.text()).toContain('value="VILLES2018"')
  expect(
    await query(house, 'select what, detail, actor_id from perenne.noted_act where space_id = $1', [seminar.id]),
  ).toEqual([{ what: 'invitations-sent', detail: { invitation: id, sent: 2 }, actor_id: personId }])
})

test('once to each address for each invitation, unless it is asked for; also when pressed twice at once', async () => {
  const { seminar, id, path, cookie, personId } = await invited()
  await sendTo(path, cookie, { addresses: lines, language: 'fr' })
  const second = await sendTo(path, cookie, { addresses: `LUIS@example.org\nnew@example.org`, language: 'es' })
  expect(wordsOn(second.preview.html)).toMatch(
    /The mail goes to 1 address .*1 person already got this invitation, and gets no mail\./,
  )
  expect((await sendingsOf(id)).map(({ email, mails }) => [email, mails])).toEqual([
    ['ana@example.org', 1],
    ['luis@example.org', 1],
    ['new@example.org', 1],
  ])
  const none = await sendTo(path, cookie, { addresses: 'ana@example.org', language: 'es' })
  expect(wordsOn(none.preview.html)).toContain('All of them already got this invitation.')
  const again = await sendTo(path, cookie, { addresses: 'ana@example.org', language: 'es', 'again[]': 'yes' })
  expect(again.sent.location).toBe(path)
  expect((await sendingsOf(id))[0]).toMatchObject({ email: 'ana@example.org', mails: 2, language: 'es' })
  const to = [{ email: 'both@example.org', givenName: '', familyName: '', language: 'fr' as const }]
  const both = await Promise.allSettled(
    [1, 2].map(() =>
      sendInvitations(house, person(personId), seminar.slug, id, to, {
        again: false,
        remember: { once: null, location: () => '' },
      }),
    ),
  )
  expect(both.every(({ status }) => status === 'fulfilled')).toBe(true)
  expect((await sendingsOf(id)).find(({ email }) => email === 'both@example.org')).toMatchObject({ mails: 1 })
})

test('once to each address when several send at once, over several connections, with one invitation or with two', async () => {
  const { seminar, id, personId } = await invited()
  const [second] = await query<{ id: string }>(
    house,
    `insert into perenne.invitation (seminar_id, code, label, places) values ($1, 'AUTRE2018', 'Other', 5) returning id`,
    [seminar.id],
  )
  const { personId: other } = await signedIn(house, 'organiser', seminar.id)
  const to = ['a', 'b', 'c'].map(name => ({
    email: `${name}@example.org`,
    givenName: '',
    familyName: '',
    language: 'fr' as const,
  }))
  // Connections that are open already: all of them begin at once.
  await Promise.all(Array.from({ length: 8 }, () => query(house, 'select pg_sleep(0.05)', [])))
  const results = await Promise.all(
    Array.from({ length: 16 }, (_, n) =>
      sendInvitations(
        house,
        person(n % 2 ? personId : other),
        seminar.slug,
        n % 4 < 2 ? id : (second?.id ?? ''),
        n % 3 ? to : to.toReversed(),
        { again: false, remember: { once: null, location: () => '' } },
      ),
    ),
  )
  expect(results.map(result => (result.outcome === 'sent' ? result.sent : result.why)).sort()).toEqual([
    ...Array(14).fill(0),
    3,
    3,
  ])
  expect(
    await query(
      house,
      `select p.email, count(distinct p.id)::int as people, count(distinct m.id)::int as mails
       from perenne.person p join perenne.mail m on m.person_id = p.id where m.space_id = $1 group by 1 order by 1`,
      [seminar.id],
    ),
  ).toEqual(to.map(({ email }) => ({ email, people: 1, mails: 2 })))
})

test('every line that is none at once, with what was typed', async () => {
  const { path, id, cookie } = await invited()
  const form = fieldsOf((await ask(house, path, cookie)).html, path)
  const typed = 'ana@example.org\nana(at)example.org\nnobody\nANA@example.org'
  const wrong = await send(house, path, cookie, { ...form, addresses: typed })
  expect(wrong.status).toBe(422)
  const said = wordsOn(wrong.html)
  expect(said).toContain('Line 2: “ana(at)example.org” holds no mail address. Did you mean “ana@example.org”?')
  expect(said).toContain('Line 3: “nobody” holds no mail address.')
  expect(said).toContain('Line 4: ANA@example.org stands in line 1 already.')
  expect(fieldsOf(wrong.html, path).addresses).toBe(typed)
  const empty = await send(house, path, cookie, { ...form, addresses: ' ' })
  expect(wordsOn(empty.html)).toContain('Write at least one address.')
  expect(await sendingsOf(id)).toEqual([])
})

test('the addresses of a spreadsheet come into the field, to be checked', async () => {
  const { path, id, cookie } = await invited()
  const file = {
    name: 'x.xlsx',
    bytes: await xlsx([
      ['Nombre', 'Apellidos', 'Correo'],
      ['Ana', 'Prado', 'ana@example.org'],
      ['Eva', 'Sol', 'eva@'],
    ]),
  }
  const read = await upload(house, path, cookie, file, { addresses: 'first@example.org', language: 'es' })
  expect(read.status).toBe(200)
  expect(fieldsOf(read.html, path).addresses).toBe('first@example.org\nAna Prado <ana@example.org>\nEva Sol <eva@>')
  const none = await upload(house, path, cookie, { name: 'x.csv', bytes: new TextEncoder().encode('a;b\n1;2') })
  expect(none.status).toBe(422)
  expect(wordsOn(none.html)).toContain('We found no column with mail addresses')
  const exe = await upload(house, path, cookie, {
    name: 'x.xlsx',
    bytes: new Uint8Array(Buffer.from(`MZ${'\0'.repeat(300)}`)),
  })
  expect(wordsOn(exe.html)).toContain('This file is a program')
  expect(await sendingsOf(id)).toEqual([])
})

test('who was invited, whether the mail arrived, and what became of it', async () => {
  const { seminar, id, path, cookie } = await invited({ capacity: 20 })
  await sendTo(path, cookie, { addresses: `${lines}\nback@example.org\nother@example.org`, language: 'fr' })
  await registered(house, seminar, { email: 'ana@example.org', invitation: 'VILLES2018' })
  await registered(house, seminar, { email: 'other@example.org' })
  await query(house, `update perenne.mail set state = 'sent' where space_id = $1 and template = 'invitation'`, [
    seminar.id,
  ])
  await query(
    house,
    `update perenne.mail m set bounced_at = perenne.now() from perenne.person p where p.id = m.person_id and p.email = 'back@example.org'`,
  )
  const page = wordsOn((await ask(house, path, cookie)).html)
  expect(page).toMatch(/Ana Prado ana@example\.org .*? sent .*?confirmed/)
  expect(page).toMatch(/back@example\.org .*? came back .*?not registered/)
  expect(page).toMatch(/other@example\.org .*? registered without it: confirmed/)
  expect(await query(house, 'select taken from perenne.invitation where id = $1', [id])).toEqual([{ taken: 1 }])
})

test('not while the seminar is a draft or cancelled, nor once the invitation or the registration has ended', async () => {
  for (const [given, more, clock, words] of [
    [{ visibility: 0 }, {}, '2018-06-05T10:00:00Z', 'still a draft'],
    [{ cancelled: '2018-06-01T10:00:00Z' }, {}, '2018-06-05T10:00:00Z', 'The seminar is cancelled'],
    [{}, { ended_at: '2018-06-01T10:00:00Z' }, '2018-06-05T10:00:00Z', 'lets nobody in any more'],
    [{}, {}, '2018-06-20T10:00:00Z', 'Registration is closed'],
  ] as const) {
    const { seminar, id, path, cookie, personId } = await invited(given, more)
    await house.setClock(clock)
    expect(wordsOn((await ask(house, path, cookie)).html)).toContain(words)
    const forced = await send(house, path, cookie, { addresses: 'ana@example.org', language: 'fr', _do: 'send' })
    expect(forced.status).toBe(422)
    const to = [{ email: 'ana@example.org', givenName: '', familyName: '', language: 'fr' as const }]
    const how = { again: false, remember: { once: null, location: () => '' } }
    expect(await sendInvitations(house, person(personId), seminar.slug, id, to, how)).toMatchObject({
      outcome: 'not-now',
    })
    expect(await sendingsOf(id)).toEqual([])
  }
})

test('a mail that waits does not leave once the invitation has ended', async () => {
  const { id, path, cookie } = await invited()
  await sendTo(path, cookie, { addresses: 'ana@example.org', language: 'fr' })
  await query(house, 'update perenne.invitation set ended_at = perenne.now() where id = $1', [id])
  const [ana] = await sendingsOf(id)
  expect((await composeMail(house, ana?.id ?? '')).words).toBeNull()
})

test('whoever asks is erased: by an organiser, or by the link of the mail', async () => {
  const { id, path, cookie } = await invited()
  await sendTo(path, cookie, { addresses: lines, language: 'fr' })
  const [ana, luis] = await sendingsOf(id)
  const confirm = await ask(house, `${path}/${ana?.id}/erase`, cookie)
  expect(wordsOn(confirm.html)).toContain('Erase the name and address of Ana Prado?')
  const erased = await send(
    house,
    `${path}/${ana?.id}/erase`,
    cookie,
    fieldsOf(confirm.html, `${path}/${ana?.id}/erase`),
  )
  expect(erased.location).toBe(path)
  expect((await ask(house, `${path}/${ana?.id}/erase`, cookie)).status).toBe(404)

  const own = `/fr${invitedPath(house.keys, luis?.id ?? '')}`
  // Mail programs open links by themselves: nothing happens by that.
  expect((await house.ask(own)).status).toBe(200)
  expect((await sendingsOf(id)).map(({ email }) => email)).toEqual(['luis@example.org', null])
  const done = await house.send(own, {})
  expect(await done.text()).toContain('C’est effacé')
  expect(await (await house.ask(own)).text()).toContain('C’est effacé')
  expect(await sendingsOf(id)).toMatchObject([
    { email: null, state: 'cancelled' },
    { email: null, state: 'cancelled' },
  ])
  expect(wordsOn((await ask(house, path, cookie)).html)).toMatch(/data erased .*data erased/)
  // A link of another purpose, a cut one and a forged one open nothing.
  for (const token of [house.keys.sign('registration', luis?.id ?? ''), own.slice(12, -3), 'forged.token'])
    expect((await house.ask(`/fr/invited/${token}`)).status).toBe(404)
  await expect(eraseInvited(house, link(ana?.id ?? ''), luis?.id ?? '', null)).rejects.toThrow()
})

test('who was invited and never came is erased with the others of the seminar', async () => {
  const { id, path, cookie } = await invited()
  await sendTo(path, cookie, { addresses: 'ana@example.org', language: 'fr' })
  await query(house, `delete from perenne.mail where data ? 'sent'`)
  await house.setClock('2021-07-01T10:00:00Z')
  await eraseWhatIsDue(house)
  expect((await sendingsOf(id))[0]?.email).not.toBeNull()
  await house.setClock('2022-07-05T10:00:00Z')
  await eraseWhatIsDue(house)
  expect((await sendingsOf(id))[0]?.email).toBeNull()
})

test('nobody else sends, sees or erases', async () => {
  const { seminar, id, path, cookie } = await invited()
  await sendTo(path, cookie, { addresses: 'ana@example.org', language: 'fr' })
  const [ana] = await sendingsOf(id)
  const other = await invited()
  const attackers = {
    elsewhere: other,
    evaluator: await signedIn(house, 'evaluator', seminar.id),
    translator: await signedIn(house, 'translator', seminar.id),
    steward: await signedIn(house, 'door_steward', seminar.id),
  }
  const to = [{ email: 'x@example.org', givenName: '', familyName: '', language: 'fr' as const }]
  for (const [who, { cookie: theirs, personId }] of Object.entries(attackers)) {
    for (const address of [path, `${path}/${ana?.id}/erase`])
      expect([403, 404], who).toContain((await ask(house, address, theirs)).status)
    const fields = { addresses: 'x@example.org', language: 'fr', _do: 'send' }
    expect([403, 404], who).toContain((await send(house, path, theirs, fields)).status)
    expect([403, 404], who).toContain((await send(house, `${path}/${ana?.id}/erase`, theirs, { do: 'erase' })).status)
    const how = { again: true, remember: { once: null, location: () => '' } }
    await expect(sendInvitations(house, person(personId), seminar.slug, id, to, how)).rejects.toThrow()
    await expect(
      eraseInvited(house, person(personId), ana?.id ?? '', { slug: seminar.slug, invitationId: id }),
    ).rejects.toThrow()
  }
  // An invitation or a sending of another seminar under one’s own address.
  expect((await ask(house, at(other.seminar, id), other.cookie)).status).toBe(404)
  expect((await ask(house, `${other.path}/${ana?.id}/erase`, other.cookie)).status).toBe(404)
  expect((await send(house, `${other.path}/${ana?.id}/erase`, other.cookie, { do: 'erase' })).status).toBe(404)
  expect(await sendingsOf(id)).toMatchObject([{ email: 'ana@example.org', mails: 1 }])
})

test('the page asks the database as often for three as for one', async () => {
  const { path, cookie } = await invited()
  await sendTo(path, cookie, { addresses: 'a@example.org', language: 'fr' })
  const one = await queriesOf(house, path, cookie)
  await sendTo(path, cookie, { addresses: 'b@example.org\nc@example.org', language: 'fr' })
  expect(await queriesOf(house, path, cookie)).toBe(one)
  expect(one).toBe(9)
})
