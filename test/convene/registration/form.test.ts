import { expect, test } from 'vitest'
import { cancelRegistration } from '#convene/registration/acts/cancel-registration.ts'
import { makeInvitation } from '#convene/registration/acts/make-invitation.ts'
import { register } from '#convene/registration/acts/register.ts'
import { windowState } from '#convene/registration/rules/window.ts'
import { as, job, person as personActor } from '#ground/database/actor.ts'
import { locales } from '#ground/languages/locales.ts'
import { writeTexts } from '#ground/languages/texts.ts'
import { openLimits } from '#ground/web/limits.ts'
import { openWeb } from '#ground/web/server.ts'
import { formRooms, keyOf, person, readPage, sendForm, type Values } from './form-support.ts'
import { house, openHouse } from './house.ts'
import { answers, count, fields, makeSeminar, query, signedIn, type TestSeminar } from './support.ts'

openHouse(formRooms)

const send = (seminar: TestSeminar, given: Values = {}, once?: string) => sendForm(house, seminar, given, once)
const formOf = (seminar: TestSeminar, locale = 'en', search = '') =>
  readPage(house, `/${locale}/seminars/${seminar.slug}/register${search}`)
const two = { people: '2', ...person(2) }

test('a delegation: all or nobody, a place or a rank for each, a mail for each, and no name in the address', async () => {
  const seminar = await makeSeminar(house, { capacity: 1, admission: { approval_for: ['other'] } })
  const people = { people: '4', ...person(2), ...person(3), ...person(4, { category: 'other' }) }
  const once = keyOf(house)
  const both = await Promise.all([send(seminar, people, once), send(seminar, people, once)])
  expect(both.map(({ status }) => status)).toEqual([303, 303])
  expect(both[0].location).toBe(both[1].location)
  expect(both[0].location).toMatch(
    /\/registered\/confirmed-0-[\da-f]+\.waiting-1-[\da-f]+\.waiting-2-[\da-f]+\.requested-0-[\da-f]+\./,
  )
  expect(both[0].location).not.toMatch(/Ana|Rosa|Duarte|@/i)
  expect(await count(house, seminar.id)).toEqual({ taken: 1, confirmed: 1, waiting: 2, mails: 4, people: 4 })
  const receipt = (await readPage(house, both[0].location)).html
  expect(receipt).toContain('4 registrations have arrived')
  expect(receipt.replace(/<[^>]*>/g, '')).toContain('Person 1 (A. D.)')
  expect([...receipt.matchAll(/<li>Person (\d) .*?<\/svg><span>([^<]+)/gs)].map(([, n, said]) => [n, said])).toEqual([
    ['1', 'a place is confirmed'],
    ['2', 'on the waiting list, rank 1'],
    ['3', 'on the waiting list, rank 2'],
    ['4', 'the request is being examined'],
  ])
  const rows = await query<{ delegation: string; stated: string; language: string }>(
    house,
    `select r.delegation_id as delegation, c.stated_by as stated, r.language
     from perenne.registration r join perenne.registration_consent c on c.registration_id = r.id and c.given
     where r.seminar_id = $1 order by r.line`,
    [seminar.id],
  )
  expect(new Set(rows.map(({ delegation }) => delegation)).size).toBe(1)
  // Whoever sends the form is the first one in it.
  expect(rows.map(({ stated }) => stated)).toEqual(['self', 'delegate', 'delegate', 'delegate'])
  expect(rows.map(({ language }) => language)).toEqual(['pt', 'es', 'es', 'es'])

  // Back, one more person, sent again: those who are registered stay so, and the new one is registered.
  const more = await send(seminar, { ...people, people: '5', ...person(5) }, once)
  expect(more.location).toMatch(/\/confirmed-0-\w+\.waiting-1-\w+\.waiting-2-\w+\.requested-0-\w+\.waiting-3-\w+\./)
  expect(await count(house, seminar.id)).toMatchObject({ waiting: 3, mails: 5, people: 5 })
})

test('whoever registers others only says so beside the second person; alone again, it is not asked', async () => {
  const stated = async (given: Values) => {
    const seminar = await makeSeminar(house)
    expect((await send(seminar, given)).status).toBe(303)
    const rows = await query<{ stated: string }>(
      house,
      `select c.stated_by as stated from perenne.registration r
       join perenne.registration_consent c on c.registration_id = r.id and c.given where r.seminar_id = $1 order by r.line`,
      [seminar.id],
    )
    return rows.map(row => row.stated)
  }
  expect(await stated({ ...two, onlyOthers: 'yes' })).toEqual(['delegate', 'delegate'])
  expect(await stated(two)).toEqual(['self', 'delegate'])
  expect(await stated({ people: '1', onlyOthers: 'yes' })).toEqual(['self'])
  const seminar = await makeSeminar(house)
  const kept = await send(seminar, { ...two, onlyOthers: 'yes', _do: 'add' })
  expect(kept.html).toMatch(/name="onlyOthers"[^>]* checked/)
  const alone = await send(seminar, { ...two, onlyOthers: 'yes', _do: 'remove-2' })
  expect(alone.html).not.toContain('onlyOthers')
})

test('how many of one organisation have a place is told before the first question', async () => {
  const seminar = await makeSeminar(house, { admission: { per_organisation: 3 } })
  const { html } = await formOf(seminar)
  const told = html.indexOf('3 places')
  expect(told).toBeGreaterThan(0)
  expect(told).toBeLessThan(html.indexOf('<form class="form"'))
})

test('a receipt of a delegation is the same for people who are known and for people who are not', async () => {
  const known = await makeSeminar(house)
  const unknown = await makeSeminar(house)
  await register(house, answers(known, { givenName: 'Rosa 2', familyName: 'Duarte', email: 'rosa2@example.org' }))
  const seen = async (seminar: TestSeminar) => {
    const { location } = await send(seminar, two)
    const { html } = await readPage(house, location)
    return [location, html].map(text =>
      text.replaceAll(seminar.slug, 'S').replace(/(registered\/[a-z0-9.-]+?)\.[\w-]{24}/g, '$1'),
    )
  }
  expect(await seen(known)).toEqual(await seen(unknown))
})

test('something wrong with one person: nobody is registered, and the sentence says whose it is', async () => {
  const seminar = await makeSeminar(house)
  const wrong = await send(seminar, {
    people: '3',
    ...person(2, { email: 'nowhere' }),
    ...person(3, { 'consent-data': '', givenName: '', category: '' }),
  })
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('<a href="#field-p2-email">Person 2: enter a complete address')
  // Of nobody in particular: whoever writes the form does not answer for themself here.
  expect(wrong.html).toContain('<a href="#field-p3-consent-data">Person 3: without this consent this person')
  expect(wrong.html).toContain('<a href="#field-p3-givenName">Person 3: enter the given name.')
  expect(wrong.html).toContain('<a href="#field-p3-category">Person 3: choose the category.')
  expect(wrong.html).not.toMatch(/You are taking part as|your given name/)
  expect(wrong.html).toContain('value="rosa3@example.org"')
  const same = await send(seminar, { people: '2', ...person(2, { givenName: 'ANÁ', email: 'Ana@Example.org' }) })
  expect(same.status).toBe(422)
  expect(same.html).toContain('Person 2: this person is already in the form')
  expect(await count(house, seminar.id)).toMatchObject({ people: 0, taken: 0 })
})

test('one more person and one less: nothing that was typed is lost, and nothing is complained of', async () => {
  const seminar = await makeSeminar(house)
  const typed = {
    organisation: 'Ville <b>',
    givenName: 'Ana 🌿',
    email: 'half',
    category: '',
    country: '',
    'consent-data': '',
  }
  const added = await send(seminar, { ...typed, role: 'Maire', 'diet[]': ['vegan', 'halal'], _do: 'add' })
  expect(added.status).toBe(200)
  expect(added.html).toContain('value="Ville &lt;b&gt;"')
  expect(added.html).toContain('value="Ana 🌿"')
  expect(added.html).toContain('name="people" value="2"')
  expect(added.html).toMatch(/<h2 tabindex="-1" autofocus="">Person 2</)
  // The mails of the second are proposed in the language of the first.
  expect(added.html).toMatch(/name="p2-language"[\s\S]*?value="pt" selected/)
  expect(added.html).not.toContain('class="error"')
  // What was filled in stays open.
  expect(added.html).toMatch(/<details class="optional" open="">\s*<summary>Role and languages/)
  expect(added.html.match(/value="(vegan|halal)" checked/g)).toHaveLength(2)
  const removed = await send(seminar, { ...typed, people: '3', ...person(2), ...person(3), _do: 'remove-2' })
  expect(removed.status).toBe(200)
  expect(removed.html).toContain('name="people" value="2"')
  expect(removed.html).toMatch(/name="p2-givenName"[^>]*value="Rosa 3"/)
  expect(removed.html).not.toContain('Rosa 2')
  expect(removed.html).not.toContain('p3-')
  expect(await count(house, seminar.id)).toMatchObject({ people: 0 })
})

test('more people than the form takes are told, and kept', async () => {
  const seminar = await makeSeminar(house)
  await query(
    house,
    'insert into perenne.admission (seminar_id, per_form) values ($1, 2) on conflict (seminar_id) do update set per_form = 2',
    [seminar.id],
  )
  expect((await formOf(seminar)).html).toContain('You can register up to 2 people with this form.')
  const many = await send(seminar, { people: '3', ...person(2), ...person(3) })
  expect(many.status).toBe(422)
  expect(many.html).toContain('Remove the others and register them with another form')
  expect(many.html).toContain('value="Rosa 3"')
  expect(many.html).not.toContain('value="add"')
  expect((await send(seminar, { ...two, _do: 'add' })).html).toContain('name="people" value="2"')
  expect(await count(house, seminar.id)).toMatchObject({ people: 0 })
  // A number that was made up is no number of people.
  for (const people of ['-1', '0', '1e9', 'NaN', '2.5'])
    expect((await send(seminar, { people })).status).toBe(people === '1e9' ? 422 : 303)
})

test('ten forms that come back faster than anybody reads are taken, the next is given back whole, and taken later', async () => {
  const seminar = await makeSeminar(house, { capacity: 100 })
  for (let n = 0; n < 10; n++)
    expect((await send(seminar, { email: `quick${n}@example.org` }, keyOf(house, 0))).status).toBe(303)
  const once = keyOf(house, 0)
  const quick = await send(seminar, {}, once)
  expect(quick.status).toBe(422)
  expect(quick.html).toContain('Please send it once more')
  expect(quick.html).toContain('value="ana@example.org"')
  expect(quick.html).toContain(`value="${once}"`)
  expect(await count(house, seminar.id)).toMatchObject({ people: 10 })
  expect((await send(seminar, {}, keyOf(house, 1))).status).toBe(422)
  expect((await send(seminar, {}, keyOf(house, 3))).status).toBe(303)
  // Whoever sets the clock of a key back breaks its signature: it is then none of ours, as that of a form without one.
  const forged = once.replace(/^\d+/, '1000000000000')
  const given = await send(seminar, { email: 'forged@example.org', familyName: '' }, forged)
  expect(given.html).not.toContain(forged)
  expect(given.html).toMatch(/name="_once" value="\d+\./)
  // Without a key of ours nobody knows how long it took: it counts as a quick one.
  const unkeyed = await send(seminar, { email: 'none@example.org' }, '')
  expect(unkeyed.status).toBe(422)
  expect(unkeyed.html).toContain('value="none@example.org"')
})

test('registration closes while the form is open: what was typed comes back, to read and to copy', async () => {
  const typed = {
    organisation: 'Prefeitura <Rio>',
    note: 'Sem amendoim\nobrigada',
    'accessibility[]': ['step-free'],
    ...two,
  }
  const seminar = await makeSeminar(house, { closes: '2018-06-05T10:00:04Z' })
  const once = keyOf(house)
  expect((await send(seminar, { email: 'early@example.org' }, once)).status).toBe(303)
  await house.setClock('2018-06-05T10:00:05Z')
  const late = await send(seminar, typed, keyOf(house))
  expect(late.status).toBe(409)
  expect(late.html).toContain('Registration is closed')
  expect(late.html).toContain('Nobody was registered')
  for (const said of ['Prefeitura &lt;Rio&gt;', 'Sem amendoim', 'Access without steps', 'Brazil', 'Rosa 2', 'Person 2'])
    expect(late.html).toContain(said)
  expect(late.html).toContain('seminaire@example.org')
  // Half filled in, or with one more person asked for: the same, and never a form that leads nowhere.
  for (const more of [{ email: '' }, { _do: 'add' }]) {
    const half = await send(seminar, { ...typed, ...more }, keyOf(house))
    expect([half.status, half.html.includes('Nobody was registered')]).toEqual([409, true])
  }
  // What was registered in time stays so for whoever presses again.
  expect((await send(seminar, { email: 'early@example.org' }, once)).location).toContain('/registered/confirmed-0')

  const cancelled = await makeSeminar(house, { cancelled: '2018-06-05T10:00:00Z' })
  const after = await send(cancelled, typed)
  expect(after.status).toBe(409)
  expect(after.html).toContain('The seminar is cancelled')
  expect(after.html).toContain('Rosa 2')
  expect(await count(house, cancelled.id)).toMatchObject({ people: 0 })
})

test('the window is a window of instants: the hour that comes twice, and the one that never comes', () => {
  const zone = 'Europe/Paris'
  const at = (local: string, disambiguation: 'earlier' | 'later' = 'earlier') =>
    Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation }).toInstant()
  const opens = at('2018-10-28T02:30:00', 'earlier')
  const held = { visibility: 2, postponedAt: null, cancelledAt: null }
  const day = { ...held, startsAt: at('2018-11-20T09:00:00'), endsAt: at('2018-11-20T17:00:00') }
  const window = { ...day, opensAt: opens, closesAt: at('2018-10-28T02:59:59', 'later') }
  // 2:30 comes twice; open from the first on, through the whole of the second hour.
  expect(windowState(window, opens.subtract({ seconds: 1 }))).toBe('not-yet-open')
  expect(windowState(window, at('2018-10-28T02:45:00', 'earlier'))).toBe('open')
  expect(windowState(window, at('2018-10-28T02:15:00', 'later'))).toBe('open')
  expect(windowState(window, at('2018-10-28T02:59:59.999', 'later'))).toBe('open')
  expect(windowState(window, at('2018-10-28T03:00:00'))).toBe('closed')
  // In spring the clock jumps from 1:59:59 to 3:00:00: a deadline of the last second before it ends there.
  const spring = { ...day, opensAt: null, closesAt: at('2018-03-25T01:59:59') }
  expect(windowState(spring, at('2018-03-25T01:59:59.5'))).toBe('open')
  expect(windowState(spring, at('2018-03-25T03:00:00'))).toBe('closed')
})

test('ten thousand characters in every field: a sentence beside each, the text kept, nobody registered', async () => {
  const seminar = await makeSeminar(house)
  const long = 'x'.repeat(10_000)
  const names = ['givenName', 'familyName', 'email', 'organisation', 'role', 'note', 'invitation']
  const sent = await send(seminar, Object.fromEntries(names.map(name => [name, long])))
  expect(sent.status).toBe(422)
  for (const name of names) {
    expect(sent.html, name).toContain(`<a href="#field-${name}">`)
    expect(sent.html, name).toContain(`id="field-${name}-error"`)
  }
  expect(sent.html.split(long).length - 1).toBe(names.length)
  expect(await count(house, seminar.id)).toMatchObject({ people: 0 })
})

test('capacity 0: said before the first question, and everybody waits from the first on', async () => {
  const seminar = await makeSeminar(house, { capacity: 0 })
  expect((await formOf(seminar)).html).toContain('No place has been opened yet.')
  expect((await send(seminar)).location).toContain('/registered/waiting-1')
  expect((await send(seminar, { email: 'b@example.org' })).location).toContain('/registered/waiting-2')
})

test('what is said before the first question, in four languages', async () => {
  const seminar = await makeSeminar(house, {
    capacity: 40,
    quotas: [
      { key: 'universities', capacity: 2, categories: ['university'] },
      { key: 'europe', capacity: 10, regions: ['europe'] },
    ],
    admission: { approval_for: ['other'], per_organisation: 3 },
  })
  await as(house.db, job('test'), async tx => {
    const { id } = await tx
      .selectFrom('quota')
      .select('id')
      .where('seminar_id', '=', seminar.id)
      .where('key', '=', 'universities')
      .executeTakeFirstOrThrow()
    const bodies = { fr: 'Universités', es: 'Universidades', pt: 'Universidades', en: 'Universities' }
    await writeTexts(tx, [{ table: 'quota', id, field: 'name', source: 'fr', bodies }])
  })
  await register(house, answers(seminar, { category: 'university', email: 'u1@example.org', country: 'MX' }))
  const expected = {
    fr: ['Universités\u00a0: il reste une place.', 'examine d’abord cette demande', 'au plus', 'le 4 août 2018'],
    es: ['Universidades: queda un cupo.', 'examina primero esta solicitud', 'como máximo', '4 de agosto de 2018'],
    pt: ['Universidades: resta uma vaga.', 'examina primeiro este pedido', 'no máximo', '4 de agosto de 2018'],
    en: ['Universities: one place is left.', 'looks at this request first', 'at most', '4 August 2018'],
  }
  const plain = (html: string) => html.replaceAll('&nbsp;', '\u00a0').replace(/\u00a0(?=[\d\p{L}])/gu, ' ')
  for (const locale of locales) {
    const html = plain((await formOf(seminar, locale)).html)
    for (const words of expected[locale]) expect(html, locale).toContain(words.replace(/\u00a0(?=[\d\p{L}])/gu, ' '))
    // Nothing is said where there are enough places.
    expect(html).not.toContain('europe:')
    expect(html).not.toContain('undefined')
  }
  await register(house, answers(seminar, { category: 'university', email: 'u2@example.org', country: 'MX' }))
  expect((await formOf(seminar)).html).toContain('Universities: full. You can join the waiting list.')
})

test('the organiser’s questions: asked under their conditions, kept when they apply, dropped when they do not', async () => {
  const seminar = await makeSeminar(house)
  await makeQuestions(seminar)
  const { html } = await formOf(seminar)
  expect(html).toContain('Only for: Elected member')
  expect(html).toContain('If you answered “Yes” to “Do you need interpretation?”')
  expect(html).toContain('lang="fr"')
  const missing = await send(seminar, { 'q-years': 'many', 'q-interpretation': '' })
  expect(missing.status).toBe(422)
  // The question to elected members is not asked of staff, whatever was typed into it.
  expect(missing.html).not.toContain('href="#field-q-years"')
  expect(missing.html).toContain(
    '<a href="#field-q-interpretation">Answer the question “Do you need interpretation?”.</a>',
  )
  expect(missing.html).toContain('value="many"')
  const unread = await send(seminar, { category: 'elected', 'q-years': 'many', 'q-interpretation': 'yes' })
  expect(unread.html).toMatch(/<a href="#field-q-years">For “[^”]+”, enter a number, in figures\.<\/a>/)
  expect(unread.html).toMatch(/<a href="#field-q-languages-">Answer the question “[^”]+”\.<\/a>/)
  const sent = await send(seminar, {
    'q-years': '3',
    'q-interpretation': 'yes',
    'q-languages[]': ['es', 'fr'],
    role: 'Directora',
    'languages[]': ['pt', 'en'],
    'accessibility[]': ['companion'],
    note: 'Hasta\nluego',
  })
  expect(sent.status).toBe(303)
  const stored = await query<{ key: string; value: unknown }>(
    house,
    `select q.key, a.value from perenne.registration_answer a join perenne.question q on q.id = a.question_id
     where q.seminar_id = $1 order by q.position`,
    [seminar.id],
  )
  expect(stored).toEqual([
    { key: 'interpretation', value: 'yes' },
    { key: 'languages', value: ['fr', 'es'] },
  ])
  const [row] = await query(
    house,
    `select r.role, r.languages, n.accessibility, n.diet, n.note from perenne.registration r
     join perenne.registration_need n on n.registration_id = r.id where r.seminar_id = $1`,
    [seminar.id],
  )
  expect(row).toEqual({
    role: 'Directora',
    languages: ['pt', 'en'],
    accessibility: ['companion'],
    diet: [],
    note: 'Hasta\nluego',
  })
})

async function makeQuestions(seminar: TestSeminar) {
  await as(house.db, job('test'), async tx => {
    const add = async (
      key: string,
      kind: 'number' | 'choice' | 'several',
      position: number,
      required: boolean,
      condition: object | null,
      words: Record<string, string>,
      options: Record<string, string> = {},
    ) => {
      const { id } = await tx
        .insertInto('question')
        .values({
          seminar_id: seminar.id,
          key,
          kind,
          position,
          required,
          condition: condition && JSON.stringify(condition),
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      await writeTexts(tx, [{ table: 'question', id, field: 'label', source: 'fr', bodies: words }])
      for (const [index, [option, label]] of Object.entries(options).entries()) {
        const made = await tx
          .insertInto('question_option')
          .values({ question_id: id, key: option, position: index })
          .returning('id')
          .executeTakeFirstOrThrow()
        await writeTexts(tx, [
          { table: 'question_option', id: made.id, field: 'label', source: 'fr', bodies: { fr: label, en: label } },
        ])
      }
    }
    await add('years', 'number', 1, true, { category: ['elected'] }, { fr: 'Depuis combien d’années ?' })
    await add(
      'interpretation',
      'choice',
      2,
      true,
      null,
      { fr: 'Interprétation ?', en: 'Do you need interpretation?' },
      { yes: 'Yes', no: 'No' },
    )
    await add(
      'languages',
      'several',
      3,
      true,
      { question: 'interpretation', is: ['yes'] },
      { fr: 'Lesquelles ?', en: 'Which?' },
      { fr: 'French', es: 'Spanish' },
    )
  })
}

test('an invitation: its code comes with the address, and what is wrong with it is told beside it', async () => {
  const seminar = await makeSeminar(house, { capacity: 1 })
  const { personId } = await signedIn(house, 'organiser', seminar.id)
  const made = await makeInvitation(house, personActor(personId), seminar.slug, {
    label: 'Partner',
    code: 'VILLES2018',
    places: 1,
    reserved: true,
    reservedUntil: null,
    validUntil: null,
    priority: 0,
    withoutApproval: true,
  })
  expect(made.outcome).toBe('made')
  const opened = (await formOf(seminar, 'en', '?code=villes-2018%22%3E')).html
  expect(opened).toMatch(/name="invitation"[^>]*value="villes-2018"|value="villes-2018"[^>]*name="invitation"/)
  expect(opened).toContain('If places are kept for your invitation, you may still have one.')
  expect((await send(seminar, { email: 'z@example.org' })).location).toContain('/registered/waiting-1')
  const unknown = await send(seminar, { invitation: 'NOTHING99' })
  expect(unknown.status).toBe(422)
  expect(unknown.html).toContain('<a href="#field-invitation">We do not know this code')
  expect(unknown.html).toContain('value="NOTHING99"')
  expect((await send(seminar, { invitation: ' villes-2018 ' })).location).toContain('/registered/confirmed-0')
  const used = await send(seminar, { invitation: 'VILLES2018', email: 'other@example.org' })
  expect(used.html).toContain('<a href="#field-invitation">All places of this invitation are taken.')
  await query(house, 'update perenne.invitation set ended_at = perenne.now() where seminar_id = $1', [seminar.id])
  expect((await send(seminar, { invitation: 'VILLES2018', email: 'other@example.org' })).html).toContain(
    'This invitation has ended.',
  )
})

test('one address for a dozen names within the hour: told beside it, with everything that was typed', async () => {
  const seminar = await makeSeminar(house, { capacity: 100 })
  for (let n = 0; n < 12; n++) await register(house, answers(seminar, { givenName: `Name${n}` }))
  const sent = await send(seminar, { givenName: 'Thirteenth' })
  expect(sent.status).toBe(422)
  expect(sent.html).toContain('<a href="#field-email">This address was used for many registrations')
  expect(sent.html).toContain('value="Thirteenth"')
})

test('a hall behind one address: three hundred register at once, through a real port and with the real limits', async () => {
  const seminar = await makeSeminar(house, { capacity: 250 })
  const web = openWeb(house, { limits: openLimits(), keepPages: false })
  await new Promise<void>(resolve => web.server.listen(0, '127.0.0.1', resolve))
  const address = web.server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const at = `http://127.0.0.1:${address.port}/pt/seminars/${seminar.slug}/register`
  try {
    const one = async (n: number) => {
      const page = await (await fetch(at)).text()
      expect(page).toContain('Fazer inscrição')
      const body = new URLSearchParams({
        ...fields({ email: `hall${n}@example.org`, givenName: `Nome ${n}` }),
        _once: keyOf(house),
      })
      return (await fetch(at, { method: 'POST', body, redirect: 'manual' })).status
    }
    const answered = await Promise.all(Array.from({ length: 300 }, (_, n) => one(n)))
    expect(answered.filter(status => status === 303)).toHaveLength(300)
  } finally {
    web.server.closeAllConnections()
    await new Promise(resolve => web.server.close(resolve))
  }
  expect(await count(house, seminar.id)).toMatchObject({ taken: 250, confirmed: 250, waiting: 50, people: 300 })
}, 60_000)

test('somebody who gave their place back registers again with the same form', async () => {
  const seminar = await makeSeminar(house)
  const once = keyOf(house)
  const first = await send(seminar, {}, once)
  const [row] = await query<{ id: string }>(house, 'select id from perenne.registration where seminar_id = $1', [
    seminar.id,
  ])
  await cancelRegistration(house, { kind: 'link', id: row?.id ?? '' }, row?.id ?? '', {})
  // The very form that was sent leads where it led; a new one registers.
  expect((await send(seminar, {}, once)).location).toBe(first.location)
  expect(await count(house, seminar.id)).toMatchObject({ confirmed: 0 })
  expect((await send(seminar)).status).toBe(303)
  expect(await count(house, seminar.id)).toMatchObject({ confirmed: 1 })
})
