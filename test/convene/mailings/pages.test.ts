import { expect, test } from 'vitest'
import { ask, fieldsOf, queriesOf, send, wordsOn } from '../registration/desk-support.ts'
import { house, openHouse } from '../registration/house.ts'
import { makeSeminar, query, signedIn } from '../registration/support.ts'
import { add, draft, mailingOf, mailingRooms, mailsOf, scene, scheduleShown, startShown, versionOf } from './support.ts'

openHouse(mailingRooms, { SMTP_URL: 'smtp://localhost:1', MAIL_FROM: 'p@example.org' })

type There = Awaited<ReturnType<typeof scene>>
const at = ({ seminar }: There, below = '') => `/en/desk/seminars/${seminar.slug}/mailings${below}`
const words = ({ seminar }: There, below = '') => `/en/desk/seminars/${seminar.slug}/words${below}`

test('written, looked at, tried, sent: each step says what comes next, and the missing language is asked about', async () => {
  const there = await scene(house)
  const { cookie } = there
  const form = fieldsOf((await ask(house, at(there, '/new'), cookie)).html, at(there, '/new'))
  // In the language of whoever writes, whatever the seminar's: it stands first, the others below it.
  expect(form).toMatchObject({
    'states[]': ['confirmed'],
    'body-fr': '',
    'body-en': 'Dear {given_name} {family_name},\n\n',
  })
  expect(Object.keys(form).filter(name => name.startsWith('body-'))[0]).toBe('body-en')
  const filled = {
    ...form,
    'subject-fr': 'Objet',
    'body-fr': 'Bonjour',
    'subject-en': 'About',
    'body-en': 'Hello {given_name}',
  }
  const saved = await send(house, at(there, '/new'), cookie, filled)
  expect(saved.status).toBe(303)
  const one = saved.location ?? ''
  // The same sending again is the same message.
  expect((await send(house, at(there, '/new'), cookie, filled)).location).toBe(one)
  const shown = wordsOn((await ask(house, one, saved.cookie)).html)
  expect(shown).toContain('Nothing has left yet')
  expect(shown).toContain('3 people now')
  expect(shown).toContain('Português 1')
  expect(shown).toContain('missing: they get it in French, and the mail says so')
  expect(shown).toContain('As Ana John reads it')
  expect(shown).toContain('Hello Ana')
  const tried = await send(house, one, cookie, { do: 'test', language: 'en' })
  expect(wordsOn((await ask(house, tried.location ?? '', tried.cookie)).html)).toContain(
    'A test in English is on its way',
  )
  const seen = { _form: await versionOf(house, one.split('/').at(-1) ?? '') }
  const asked = await send(house, one, cookie, { ...seen, do: 'send' })
  expect(wordsOn(asked.html)).toContain('Send this message to 3 people?')
  expect(wordsOn(asked.html)).toContain('1 mail goes to a reader of Portuguese: the text is missing')
  const confirm = fieldsOf(asked.html, one)
  expect(confirm).toMatchObject({ ...seen, do: 'send', sure: 'yes', told: '3' })
  const changed = await send(house, one, cookie, { ...confirm, told: '2' })
  expect(changed.status).toBe(409)
  expect(wordsOn(changed.html)).toContain('The number has changed while you were reading: it is 3 people now.')
  const done = await send(house, one, cookie, fieldsOf(changed.html, one))
  expect(wordsOn((await ask(house, done.location ?? '', done.cookie)).html)).toContain('3 mails are leaving.')
  const again = await send(house, one, cookie, { do: 'send', sure: 'yes', told: '3' })
  expect(wordsOn((await ask(house, again.location ?? '', again.cookie)).html)).toContain('nobody is written to twice')
  expect(await mailsOf(house, one.split('/').at(-1) ?? '')).toHaveLength(4)
  const list = wordsOn((await ask(house, at(there), cookie)).html)
  expect(list).toMatch(/About confirmed left on 5.June.2018 at 12:00 leaving 0 3 0/)
})

test('what is wrong is told beside its field, in the reader’s language, and what was typed comes back', async () => {
  const there = await scene(house)
  const { cookie } = there
  const typed = {
    do: 'save',
    'subject-fr': 'x'.repeat(201),
    'body-fr': '',
    'subject-en': 'Hello',
    'body-en': 'Dear {name}\nand {date',
    'body-es': '<script>alert(1)</script> {hora',
  }
  const sent = await send(house, at(there, '/new'), cookie, typed)
  expect(sent.status).toBe(422)
  const said = wordsOn(sent.html)
  expect(said).toContain('Say where the registrations stand, or choose people by name.')
  expect(said).toContain('Subject, in French: 200 characters at most.')
  expect(said).toContain('Message, in English, line 1: we do not know the word {name}.')
  expect(said).toContain('Message, in Spanish, line 1: the brace before “hora” is not closed.')
  expect(sent.html).toContain('x'.repeat(201))
  expect(sent.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; {hora')
  expect(await query(house, 'select 1 from perenne.mailing where seminar_id = $1', [there.seminar.id])).toEqual([])
})

test('people chosen in the list of registrations, or by a link, and nobody of another seminar', async () => {
  const there = await scene(house)
  const { cookie, ids } = there
  const other = await scene(house)
  for (const name of ['registration[]', 'id[]']) {
    const sent = await send(house, at(there, '/new'), cookie, { [name]: [ids.lucia, ids.ana, other.ids.marie, 'x'] })
    expect(sent.status).toBe(200)
    const form = fieldsOf(sent.html, at(there, '/new'))
    expect([...(form['registrations[]'] ?? [])].sort()).toEqual([ids.ana, ids.lucia].sort())
    expect(form['states[]']).toBeUndefined()
  }
  const linked = await ask(house, at(there, `/new?registration=${ids.lucia}`), cookie)
  expect(fieldsOf(linked.html, at(there, '/new'))).toMatchObject({ 'registrations[]': [ids.lucia] })
  const narrowed = await ask(house, at(there, '/new?state=waiting&category=elected'), cookie)
  expect(fieldsOf(narrowed.html, at(there, '/new'))).toMatchObject({
    'states[]': ['waiting'],
    'categories[]': ['elected'],
  })
})

test('a stale save shows both texts and loses neither', async () => {
  const there = await scene(house)
  const { cookie } = there
  const id = await draft(house, there)
  const edit = at(there, `/${id}/edit`)
  const opened = fieldsOf((await ask(house, edit, cookie)).html, edit)
  const second = fieldsOf((await ask(house, edit, cookie)).html, edit)
  await send(house, edit, cookie, { ...opened, 'body-fr': 'Texte de Marie', 'states[]': ['confirmed', 'waiting'] })
  const stale = await send(house, edit, cookie, { ...second, 'body-fr': 'Texte de Paul', 'subject-en': 'Mine' })
  expect(stale.status).toBe(409)
  expect(stale.html).toContain('Texte de Marie')
  expect(stale.html).toContain('Texte de Paul')
  expect(wordsOn(stale.html)).toContain('confirmed and waiting list')
  const kept = fieldsOf(stale.html, edit)
  const chosen = { ...kept, 'body-fr': 'Texte de Marie\n\nTexte de Paul', states: 'confirmed', 'subject-en': 'Mine' }
  expect((await send(house, edit, cookie, chosen)).status).toBe(303)
  const again = fieldsOf((await ask(house, edit, cookie)).html, edit)
  expect(again).toMatchObject({
    'body-fr': 'Texte de Marie\n\nTexte de Paul',
    'states[]': ['confirmed'],
    'subject-en': 'Mine',
  })
})

test('a time is read on the clock of the venue; an hour that the clocks skip is told', async () => {
  const there = await scene(house)
  const { cookie } = there
  const id = await draft(house, there)
  const one = at(there, `/${id}`)
  const _form = await versionOf(house, id)
  const plan = (day: string, time: string) =>
    send(house, one, cookie, { _form, do: 'schedule', 'at-day': day, 'at-time': time })
  const cases: [string, string, string][] = [
    ['', '9:30', 'Say on which day it leaves.'],
    ['2018-06-20', '', 'Write the day, and the hour as 9:30.'],
    ['2018-06-31', '9:30', 'Write the day, and the hour as 9:30.'],
    ['2018-06-05', '11:59', 'This moment has passed'],
    ['2019-03-31', '2:30', 'The clocks change on that day'],
    ['2018-10-28', '2:30', 'The clocks change on that day'],
  ]
  for (const [day, time, told] of cases) {
    const sent = await plan(day, time)
    expect([day, time, sent.status]).toEqual([day, time, 422])
    expect(wordsOn(sent.html)).toContain(told)
    if (time) expect(sent.html).toContain(`value="${time}"`)
  }
  const done = await plan('2018-06-20', '9h30')
  expect(done.status).toBe(303)
  const shown = wordsOn((await ask(house, one, done.cookie)).html)
  expect(shown).toMatch(/leaves by itself on 20.June.2018 at 9:30, Paris time \(07:30 UTC\)/)
  expect((await mailingOf(house, id)).send_at?.toString()).toBe('2018-06-20T07:30:00Z')
  const undone = await send(house, one, cookie, { do: 'unschedule' })
  expect(wordsOn((await ask(house, one, undone.cookie)).html)).toContain('is a draft again')
  const asked = await send(house, one, cookie, { do: 'cancel' })
  expect(wordsOn(asked.html)).toContain('Cancel this message?')
  await send(house, one, cookie, fieldsOf(asked.html, one))
  expect(wordsOn((await ask(house, one, cookie)).html)).toContain('cancelled on')
  expect((await send(house, one, cookie, { do: 'other' })).status).toBe(422)
})

test('how it arrived: sent, waiting, given up, come back; and the person’s page says the same', async () => {
  const there = await scene(house)
  const { cookie, ids, organiser, seminar } = there
  const id = await draft(house, there)
  await startShown(house, organiser, seminar.slug, id, 3)
  const set = (family: string, to: string) =>
    query(
      house,
      `update perenne.mail set ${to} where data ->> 'mailing' = $1 and person_id in (
         select id from perenne.person where family_name = $2)`,
      [id, family],
    )
  await set('Marie', `state = 'sent', sent_at = perenne.now()`)
  await set('Ana', `state = 'failed', last_error = 'refused-for-good: 550 no such user', attempts = 1`)
  await set('John', `state = 'sent', sent_at = perenne.now(), bounced_at = perenne.now(), bounce = '5.1.1 unknown'`)
  const shown = await ask(house, at(there, `/${id}`), cookie)
  const said = wordsOn(shown.html)
  expect(said).toMatch(/Sent 1 Waiting 0 Not sent 1 Came back 1/)
  expect(said).toContain('5.1.1 unknown')
  expect(said).toContain('550 no such user')
  expect(shown.html).toContain(`/registrations/${ids.ana}`)
  expect(shown.html).toContain(`/registrations/${ids.john}`)
  expect(shown.html).not.toContain(`/registrations/${ids.marie}`)
  expect(wordsOn((await ask(house, at(there), cookie)).html)).toMatch(/sent 1 0 2/)
  const person = (who: string) => ask(house, `/en/desk/seminars/${seminar.slug}/registrations/${who}`, cookie)
  const john = wordsOn((await person(ids.john)).html)
  expect(john).toMatch(/came back on .*5\.1\.1 unknown/)
  // One that came back counts as not delivered, on the page and in the filter.
  expect(john).toContain('Our last mail did not arrive')
  const list = (await ask(house, `/en/desk/seminars/${seminar.slug}/registrations?mail=undelivered`, cookie)).html
  expect([...list.matchAll(/Ana (Marie|Ana|John|Lucia)</g)].map(match => match[1]).sort()).toEqual(['Ana', 'John'])
  await set('Marie', `delayed_at = perenne.now()`)
  expect(wordsOn((await person(ids.marie)).html)).toContain('delayed: its server still tries')
})

test('the days of the reminders: saved, too many, and two people at once', async () => {
  const there = await scene(house)
  const { cookie } = there
  const page = at(there, '/reminders')
  const opened = await ask(house, page, cookie)
  expect(wordsOn(opened.html)).toContain('Reminder: Towards lasting action')
  const form = fieldsOf(opened.html, page)
  expect(form).toMatchObject({ 'days[]': ['7', '1'], _form: '7 1' })
  const many = await send(house, page, cookie, { ...form, 'days[]': ['1', '2', '3', '4', '5', '6'] })
  expect(many.status).toBe(422)
  expect(wordsOn(many.html)).toContain('Choose five days at most.')
  expect((await send(house, page, cookie, { ...form, 'days[]': ['14'] })).status).toBe(303)
  const stale = await send(house, page, cookie, { _form: '7 1', 'days[]': ['3', '1'] })
  expect(stale.status).toBe(409)
  expect(wordsOn(stale.html)).toMatch(/14 days before .*3 days before and 1 day before/)
  expect((await send(house, page, cookie, { ...fieldsOf(stale.html, page), days: '3 1' })).status).toBe(303)
  expect(wordsOn((await ask(house, at(there), cookie)).html)).toMatch(
    /3 days before leaves on 2.July.2018 at 9:00, Paris time/,
  )
  expect(wordsOn((await ask(house, at(there), cookie)).html)).not.toContain('14 days before')
})

test('the words of a mail: what is usual, own, missing, out of date and wrong; preview, and the way back', async () => {
  const there = await scene(house)
  const { cookie, seminar } = there
  const form = words(there, '/registration-confirmed')
  expect(wordsOn((await ask(house, words(there), cookie)).html)).toMatch(/Place confirmed usual usual usual usual/)
  const opened = fieldsOf((await ask(house, `${form}?begin=usual`, cookie)).html, form)
  expect(opened['body-en']).toMatch(/^Your registration for “\{seminar\}” is confirmed/)
  const typed = {
    ...opened,
    'body-es': '',
    'subject-es': '',
    'body-en': 'Welcome {given_name}',
    'body-pt': 'Olá {nome',
  }
  const wrong = await send(house, form, cookie, typed)
  expect(wrong.status).toBe(422)
  expect(wordsOn(wrong.html)).toContain('Words')
  expect(wordsOn(wrong.html)).toContain('in Portuguese, line 1: the brace before “nome” is not closed')
  const saved = await send(house, form, cookie, { ...typed, 'body-pt': 'Olá {given_name}' })
  expect(saved.status).toBe(303)
  expect(wordsOn((await ask(house, form, saved.cookie)).html)).toContain('Welcome Alex')
  await query(
    house,
    `update perenne.translation set body = body || ' !' where record_table = 'mail_words' and space_id = $1 and language = 'fr'`,
    [seminar.id],
  )
  await query(
    house,
    `update perenne.translation set body = '{x}' where record_table = 'mail_words' and space_id = $1 and language = 'pt' and field = 'body'`,
    [seminar.id],
  )
  const list = wordsOn((await ask(house, words(there), cookie)).html)
  expect(list).toMatch(/Place confirmed own missing wrong out of date/)
  expect(list).toContain('In 3 places your own words are missing, out of date or wrong.')
  const stale = await send(house, form, cookie, { ...typed, 'body-pt': '', 'body-en': 'Other' })
  expect(stale.status).toBe(303)
  const really = await send(house, form, cookie, { do: 'save', _form: 'x', 'body-en': 'Third' })
  expect(really.status).toBe(409)
  expect(really.html).toContain('Third')
  const asked = await send(house, form, cookie, { do: 'take-back' })
  expect(wordsOn(asked.html)).toContain('Go back to the usual words?')
  await send(house, form, cookie, fieldsOf(asked.html, form))
  expect(wordsOn((await ask(house, words(there), cookie)).html)).toMatch(/Place confirmed usual usual usual usual/)
  expect((await ask(house, words(there, '/constructor'), cookie)).status).toBe(404)
})

test('every other role is refused, whatever they send, and sees no name', async () => {
  const there = await scene(house)
  const { seminar, ids } = there
  const id = await draft(house, there)
  const inside = await Promise.all(
    (['evaluator', 'translator', 'door_steward', 'moderator'] as const).map(role => signedIn(house, role, seminar.id)),
  )
  const elsewhere = await signedIn(house, 'organiser', (await makeSeminar(house)).id)
  const nobody = await signedIn(house, null, seminar.id)
  const paths = [at(there), at(there, '/new'), at(there, '/reminders'), at(there, `/${id}`), at(there, `/${id}/edit`)]
  const pages = [...paths, words(there), words(there, '/reminder')]
  const fields = {
    do: 'send',
    sure: 'yes',
    told: '3',
    'days[]': ['1'],
    'registration[]': [ids.marie],
    'body-fr': 'x',
    'subject-fr': 'x',
  }
  for (const [who, expected] of [...[...inside, nobody].map(one => [one, 403] as const), [elsewhere, 404] as const]) {
    for (const path of pages) {
      const page = await ask(house, path, who.cookie)
      expect([path, page.status]).toEqual([path, expected])
      expect(page.html).not.toMatch(/Marie|@example\.org/)
      if (path === at(there) || path === words(there)) continue
      for (const wanted of ['send', 'save', 'test', 'cancel', 'schedule', 'take-back']) {
        const sent = await send(house, path, who.cookie, { ...fields, do: wanted })
        expect([path, wanted, sent.status]).toEqual([path, wanted, expected])
      }
    }
  }
  for (const path of pages) expect((await house.ask(path)).headers.get('location')).toMatch(/^\/en\/sign-in/)
  expect(await mailsOf(house, id)).toEqual([])
  expect(await mailingOf(house, id)).toMatchObject({ version: 1, cancelled_at: null, send_at: null })
  // A message of one seminar is not found under another.
  const mine = await scene(house)
  for (const path of [`/${id}`, `/${id}/edit`, '/none'])
    expect((await ask(house, at(mine, path), mine.cookie)).status).toBe(404)
})

test('the pages ask the database as often for one message as for three', async () => {
  const there = await scene(house)
  const { organiser, seminar, cookie } = there
  const first = await draft(house, there)
  await startShown(house, organiser, seminar.slug, first, 3)
  const [list, one] = [
    await queriesOf(house, at(there), cookie),
    await queriesOf(house, at(there, `/${first}`), cookie),
  ]
  for (let n = 0; n < 2; n++) {
    const id = await draft(house, there)
    await startShown(house, organiser, seminar.slug, id, 3)
  }
  await scheduleShown(
    house,
    organiser,
    seminar.slug,
    await draft(house, there),
    Temporal.Instant.from('2018-06-06T10:00:00Z'),
  )
  await query(house, 'update perenne.quota set capacity = 9 where seminar_id = $1', [seminar.id])
  for (let n = 0; n < 3; n++) await add(house, seminar, `More${n}`, { language: 'fr' })
  await query(house, `update perenne.mail set state = 'failed' where data ->> 'mailing' = $1`, [first])
  expect(await queriesOf(house, at(there), cookie)).toBe(list)
  expect(await queriesOf(house, at(there, `/${first}`), cookie)).toBe(one)
  expect(list).toBe(11)
})
