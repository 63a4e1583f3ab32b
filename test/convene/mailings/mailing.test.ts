import { expect, test } from 'vitest'
import { startDueMailings } from '#convene/mailings/acts/leave-by-themselves.ts'
import { cancelMailing, unscheduleMailing } from '#convene/mailings/acts/plan-mailing.ts'
import { addDraft, changeDraft } from '#convene/mailings/acts/save-mailing.ts'
import { testMailing } from '#convene/mailings/acts/test-mailing.ts'
import { countAudience } from '#convene/mailings/store/audience.ts'
import { cancelRegistration } from '#convene/registration/acts/cancel-registration.ts'
import { anonymous, as, job, link, person } from '#ground/database/actor.ts'
import { house, openHouse } from '../registration/house.ts'
import { makeSeminar, query, signedIn } from '../registration/support.ts'
import {
  add,
  allWords,
  draft,
  inFrench,
  mailingOf,
  mailingRooms,
  mailsOf,
  said,
  scene,
  scheduleShown,
  startShown,
  versionOf,
} from './support.ts'

openHouse(mailingRooms, { SMTP_URL: 'smtp://localhost:1', MAIL_FROM: 'p@example.org' })

const families = async (mailing: string) => (await mailsOf(house, mailing)).map(mail => mail.family).sort()

test('it goes to each of the audience once, in their language, and is noted; who registers later does not get it', async () => {
  const there = await scene(house)
  const { seminar, organiser } = there
  const id = await draft(house, there)
  expect(await mailsOf(house, id)).toEqual([])
  expect(await startShown(house, organiser, seminar.slug, id, 3)).toEqual({ outcome: 'started', mails: 3, people: 3 })
  expect((await mailsOf(house, id)).map(mail => [mail.family, mail.language]).sort()).toEqual([
    ['Ana', 'pt'],
    ['John', 'en'],
    ['Marie', 'fr'],
  ])
  expect(await mailingOf(house, id)).toMatchObject({ recipients: 3, cancelled_at: null })
  expect(await startShown(house, organiser, seminar.slug, id, 3)).toEqual({ outcome: 'begun' })
  await query(house, `update perenne.quota set capacity = 9 where seminar_id = $1`, [seminar.id])
  await add(house, seminar, 'Later')
  expect(await startShown(house, organiser, seminar.slug, id, 4)).toEqual({ outcome: 'begun' })
  expect(await families(id)).toEqual(['Ana', 'John', 'Marie'])
  const noted = await query<{ detail: object; actor_id: string }>(
    house,
    `select detail, actor_id from perenne.noted_act where space_id = $1 and what = 'mailing-started'`,
    [seminar.id],
  )
  expect(noted).toEqual([{ detail: { mailing: id, mails: 3, people: 3 }, actor_id: there.personId }])
})

test('who is in it: by state, category, region, language, invitation or name; nobody named is nobody', async () => {
  const there = await scene(house)
  const { seminar, ids } = there
  const people = (audience: Parameters<typeof countAudience>[2]) =>
    as(house.db, job('test'), async tx => (await countAudience(tx, seminar.id, audience)).people)
  expect(await people({})).toBe(0)
  expect(await people({ categories: ['elected'] })).toBe(0)
  expect(await people({ states: ['confirmed', 'waiting'] })).toBe(4)
  expect(await people({ states: ['waiting'] })).toBe(1)
  expect(await people({ states: ['confirmed'], categories: ['elected', 'university'] })).toBe(2)
  expect(await people({ states: ['confirmed'], regions: ['europe'] })).toBe(1)
  expect(await people({ states: ['confirmed', 'waiting'], languages: ['es', 'pt'] })).toBe(2)
  expect(await people({ states: ['confirmed'], invitations: [seminar.id] })).toBe(0)
  expect(await people({ registrations: [ids.lucia, ids.ana] })).toBe(2)
  expect(await people({ registrations: [ids.lucia, ids.ana], states: ['confirmed'] })).toBe(1)
  // Who cancelled is written to only when they are chosen.
  await cancelRegistration(house, job('test'), ids.ana)
  expect(await people({ states: ['confirmed', 'offered', 'waiting', 'requested'] })).toBe(3)
  expect(await people({ states: ['cancelled'] })).toBe(1)
  expect(await people({ registrations: [ids.ana] })).toBe(1)
  // Somebody of another seminar is in none of this one.
  const elsewhere = await scene(house)
  expect(await people({ registrations: [elsewhere.ids.marie] })).toBe(0)
})

test('somebody erased gets nothing, not even a mail that had been written', async () => {
  const there = await scene(house)
  const { seminar, organiser, ids } = there
  const id = await draft(house, there, { registrations: [ids.marie, ids.ana] })
  const erase = (registration: string) =>
    query(
      house,
      `update perenne.person set erased_at = perenne.now(), given_name = null, family_name = null, email = null
       where id = (select person_id from perenne.registration where id = $1)`,
      [registration],
    )
  await erase(ids.ana)
  expect(await startShown(house, organiser, seminar.slug, id, 1)).toMatchObject({ outcome: 'started', mails: 1 })
  await erase(ids.marie)
  const [mail] = await mailsOf(house, id)
  expect(await said(house, mail?.id ?? '', true)).toBeNull()
})

test('one mail an address: it is for the one who stands best, and names the others with their own page', async () => {
  const there = await scene(house)
  const { seminar, organiser } = there
  await query(house, `update perenne.quota set capacity = 9 where seminar_id = $1`, [seminar.id])
  const shared = { email: 'office@example.org', language: 'en' as const }
  const secretary = await add(house, seminar, 'Secretary', shared)
  const boss = await add(house, seminar, 'Boss', { ...shared, email: 'Office@Example.org' })
  await cancelRegistration(house, job('test'), secretary)
  const id = await draft(house, there, { registrations: [secretary, boss] })
  expect(await startShown(house, organiser, seminar.slug, id, 2)).toEqual({ outcome: 'started', mails: 1, people: 2 })
  const [mail] = await mailsOf(house, id)
  expect(mail?.family).toBe('Boss')
  const words = await said(house, mail?.id ?? '')
  expect(allWords(words)).toMatch(/also for Ana Secretary.*page of their own:\nhttp\S+\/en\/me\/\S+/s)
  expect(words?.action?.url).not.toBe(/http\S+\/me\/\S+/.exec(allWords(words))?.[0])
  const reached = await query(house, 'select 1 from perenne.mailing_recipient where mailing_id = $1', [id])
  expect(reached).toHaveLength(2)
})

test('a language that is missing is read in the original, and the mail says so in the reader’s language', async () => {
  const there = await scene(house)
  const { seminar, organiser } = there
  const id = await draft(
    house,
    there,
    { states: ['confirmed'] },
    {
      subject: { fr: 'Objet pour {seminar}', en: 'About {seminar}' },
      body: {
        fr: 'Le {date}, {hours}, {venue}.',
        en: 'On {date}, {hours}, {venue}: see https://example.org/a?b=1&c=2.',
      },
    },
  )
  await startShown(house, organiser, seminar.slug, id, 3)
  const mails = await mailsOf(house, id)
  const of = async (language: string) => said(house, mails.find(mail => mail.language === language)?.id ?? '')
  const portuguese = await of('pt')
  expect(portuguese?.subject).toBe('Objet pour Vers une action durable')
  expect(portuguese?.paragraphs).toEqual([
    'Ainda não temos esta mensagem em português. Aqui está ela em francês.',
    'Le jeudi 5\u00a0juillet\u00a02018, 9\u00a0h\u00a0–\u00a017\u00a0h\u00a030, Hôtel de Ville.',
  ])
  const english = await of('en')
  expect(english?.subject).toBe('About Towards lasting action')
  expect(english?.paragraphs).toHaveLength(1)
  expect(english?.paragraphs[0]).toContain('On Thursday 5\u00a0July\u00a02018, 9:00\u00a0–\u00a017:30, Hôtel de Ville')
  expect(english?.after?.join('\n')).toContain('because you registered for “Towards lasting action”')
})

test('the own page is in the mail that leaves, and not in what organisers read', async () => {
  const there = await scene(house)
  const { seminar, organiser, ids } = there
  const words = { subject: { fr: 'Page' }, body: { fr: 'Votre page : {own_page}' } }
  const id = await draft(house, there, { registrations: [ids.marie] }, words)
  await startShown(house, organiser, seminar.slug, id, 1)
  const [mail] = await mailsOf(house, id)
  const sent = await said(house, mail?.id ?? '')
  expect(allWords(sent)).toMatch(/\/fr\/me\//)
  expect((await house.ask(sent?.action?.url ?? '')).status).toBe(200)
  const to = { id: '', givenName: 'A', familyName: 'B', email: '' }
  const template = mailingRooms.flatMap(room => room.mails?.mailing ?? [])[0]
  if (!template) throw new Error('no template')
  const read = await as(house.db, organiser, tx => template.words(house, tx, mail?.data ?? {}, 'fr', to))
  expect(allWords(read)).toContain('(lien personnel)')
  expect(allWords(read)).not.toContain('/me/')
  expect(read?.action).toBeUndefined()
})

test('a word that is unknown or not closed is told with its language and line, and nothing is written', async () => {
  const { seminar, organiser } = await scene(house)
  const saved = await addDraft(house, organiser, seminar.slug, {
    audience: {},
    words: { subject: { fr: 'Objet' }, body: { fr: 'Bonjour', en: 'Dear {name},\n{date' } },
  })
  expect(saved).toEqual({
    outcome: 'invalid',
    nobody: true,
    problems: [
      { field: 'body', locale: 'en', kind: 'unknown', word: 'name', line: 1 },
      { field: 'body', locale: 'en', kind: 'unclosed', word: 'date', line: 2 },
    ],
  })
  expect(await query(house, 'select 1 from perenne.mailing where seminar_id = $1', [seminar.id])).toEqual([])
})

test('words that went wrong later do not leave, by hand or by themselves', async () => {
  const there = await scene(house)
  const { seminar, organiser } = there
  const id = await draft(house, there)
  await scheduleShown(house, organiser, seminar.slug, id, Temporal.Instant.from('2018-06-05T12:00:00Z'))
  // As a translator may, on the page of texts, which knows nothing of braces.
  await query(house, `update perenne.translation set body = 'Bonjour {nom}' where record_id = $1 and field = 'body'`, [
    id,
  ])
  expect(await startShown(house, organiser, seminar.slug, id, 3)).toMatchObject({ outcome: 'invalid' })
  expect(await testMailing(house, organiser, seminar.slug, id, 'fr')).toMatchObject({ outcome: 'invalid' })
  await house.setClock('2018-06-05T12:00:30Z')
  expect(await startDueMailings(house)).toBe(0)
  expect(await mailsOf(house, id)).toEqual([])
})

test('another number of people than was told: nothing leaves', async () => {
  const there = await scene(house)
  const { seminar, organiser, ids } = there
  const id = await draft(house, there)
  await cancelRegistration(house, job('test'), ids.john)
  // Lucia has got the place.
  expect(await startShown(house, organiser, seminar.slug, id, 4)).toEqual({ outcome: 'other-number', people: 3 })
  const nobody = await draft(house, there, { states: ['refused'] })
  expect(await startShown(house, organiser, seminar.slug, nobody, 0)).toEqual({ outcome: 'nobody' })
  expect(
    await query(house, `select 1 from perenne.mail where template = 'mailing' and space_id = $1`, [seminar.id]),
  ).toEqual([])
})

test('a test goes to oneself alone, with one’s own name, marked as one, and is noted', async () => {
  const there = await scene(house)
  const { seminar, organiser, personId } = there
  const id = await draft(house, there)
  expect(await testMailing(house, organiser, seminar.slug, id, 'fr')).toEqual({ outcome: 'sent' })
  const mails = await query<{ id: string; person_id: string }>(
    house,
    `select id, person_id from perenne.mail where space_id = $1 and template = 'mailing'`,
    [seminar.id],
  )
  expect(mails.map(mail => mail.person_id)).toEqual([personId])
  const words = await said(house, mails[0]?.id ?? '', true)
  expect(words?.subject).toBe('[Essai] Objet pour Vers une action durable')
  expect(words?.paragraphs[0]).toBe('Bonjour Omar,')
  expect(await mailingOf(house, id)).toMatchObject({ started_at: null, recipients: null })
  const noted = await query(house, `select 1 from perenne.noted_act where what = 'mailing-tested' and space_id = $1`, [
    seminar.id,
  ])
  expect(noted).toHaveLength(1)
})

test('two organisers change one message: the second is told, and nothing of the first is lost', async () => {
  const there = await scene(house)
  const { seminar, organiser } = there
  const id = await draft(house, there)
  const version = await versionOf(house, id)
  const audience = { states: ['confirmed' as const] }
  const change = (fr: string, seen: string) =>
    changeDraft(house, organiser, seminar.slug, id, {
      audience,
      words: { subject: inFrench.subject, body: { fr } },
      version: seen,
    })
  expect(await change('Premier', version)).toMatchObject({ outcome: 'saved' })
  expect(await change('Second', version)).toEqual({ outcome: 'stale' })
  const [text] = await query<{ body: string }>(
    house,
    `select body from perenne.translation where record_id = $1 and field = 'body'`,
    [id],
  )
  expect(text?.body).toBe('Premier')
  await startShown(house, organiser, seminar.slug, id, 3)
  expect(await change('Trop tard', await versionOf(house, id))).toEqual({ outcome: 'gone' })
})

test('it leaves by itself at its moment, once; and not when it was cancelled or made a draft again', async () => {
  const there = await scene(house)
  const { seminar, organiser } = there
  const at = Temporal.Instant.from('2018-06-06T07:00:00Z')
  const [leaves, cancelled, unplanned] = [
    await draft(house, there),
    await draft(house, there),
    await draft(house, there),
  ]
  for (const id of [leaves, cancelled, unplanned])
    expect(await scheduleShown(house, organiser, seminar.slug, id, at)).toEqual({ outcome: 'planned' })
  expect(await cancelMailing(house, organiser, seminar.slug, cancelled)).toEqual({ outcome: 'planned' })
  expect(await unscheduleMailing(house, organiser, seminar.slug, unplanned)).toEqual({ outcome: 'planned' })
  expect(await scheduleShown(house, organiser, seminar.slug, cancelled, at)).toEqual({ outcome: 'gone' })
  expect(await startDueMailings(house)).toBe(0)
  await house.setClock('2018-06-06T07:00:10Z')
  expect(await startDueMailings(house)).toBe(1)
  expect(await startDueMailings(house)).toBe(0)
  expect(await families(leaves)).toEqual(['Ana', 'John', 'Marie'])
  for (const id of [cancelled, unplanned]) expect(await mailsOf(house, id)).toEqual([])
  expect(await startShown(house, organiser, seminar.slug, cancelled, 3)).toEqual({ outcome: 'cancelled' })
  expect(await cancelMailing(house, organiser, seminar.slug, leaves)).toEqual({ outcome: 'gone' })
  expect(await scheduleShown(house, organiser, seminar.slug, unplanned, at)).toEqual({ outcome: 'past' })
})

test('what is due does not leave of a seminar that is cancelled or postponed, nor a day too late', async () => {
  for (const column of ['cancelled_at', 'postponed_at']) {
    const there = await scene(house)
    const { seminar, organiser } = there
    const id = await draft(house, there)
    await scheduleShown(house, organiser, seminar.slug, id, Temporal.Instant.from('2018-06-06T07:00:00Z'))
    await query(house, `update perenne.seminar set ${column} = perenne.now() where id = $1`, [seminar.id])
    await house.setClock('2018-06-06T08:00:00Z')
    expect(await startDueMailings(house)).toBe(0)
    // It takes place after all: within the day the message still says what is so.
    await query(house, `update perenne.seminar set ${column} = null where id = $1`, [seminar.id])
    await house.setClock('2018-06-07T07:00:01Z')
    expect(await startDueMailings(house)).toBe(0)
    await house.setClock('2018-06-07T06:59:50Z')
    expect(await startDueMailings(house)).toBe(1)
    expect(await families(id)).toHaveLength(3)
  }
})

test('nothing leaves of a mailing that has not begun, whatever stands among the mails', async () => {
  const there = await scene(house)
  const { ids, personId } = there
  const id = await draft(house, there)
  const [forged] = await query<{ id: string }>(
    house,
    `insert into perenne.mail (space_id, person_id, template, language, data) values ($1, $2, 'mailing', 'fr', $3) returning id`,
    [there.seminar.id, personId, { mailing: id, registration: ids.marie }],
  )
  expect(await said(house, forged?.id ?? '', true)).toBeNull()
})

test('nobody else writes to the people of a seminar', async () => {
  const there = await scene(house)
  const { seminar, ids } = there
  const id = await draft(house, there)
  const elsewhere = await makeSeminar(house)
  const actors = [
    anonymous,
    link(ids.marie),
    person((await signedIn(house, 'organiser', elsewhere.id)).personId),
    ...(await Promise.all(
      (['evaluator', 'translator', 'door_steward', 'moderator', null] as const).map(async role =>
        person((await signedIn(house, role, seminar.id)).personId),
      ),
    )),
  ]
  const at = Temporal.Instant.from('2018-06-06T07:00:00Z')
  const audience = { states: ['confirmed' as const] }
  const version = await versionOf(house, id)
  for (const actor of actors) {
    const tries = [
      () => addDraft(house, actor, seminar.slug, { audience, words: inFrench }),
      () => changeDraft(house, actor, seminar.slug, id, { audience, words: inFrench, version }),
      () => startShown(house, actor, seminar.slug, id, 3),
      () => testMailing(house, actor, seminar.slug, id, 'fr'),
      () => scheduleShown(house, actor, seminar.slug, id, at),
      () => cancelMailing(house, actor, seminar.slug, id),
    ]
    for (const attempt of tries)
      await expect(attempt()).rejects.toMatchObject({ kind: expect.stringMatching(/^(forbidden|not-found)$/) })
  }
  // Nor an organiser by way of their own seminar.
  const { personId } = await signedIn(house, 'organiser', elsewhere.id)
  await expect(startShown(house, person(personId), elsewhere.slug, id, 3)).rejects.toMatchObject({
    kind: 'not-found',
  })
  const mine = await addDraft(house, person(personId), elsewhere.slug, {
    audience: { registrations: [ids.marie] },
    words: inFrench,
  })
  if (mine.outcome !== 'saved') throw new Error(mine.outcome)
  expect(await startShown(house, person(personId), elsewhere.slug, mine.id, 1)).toEqual({ outcome: 'nobody' })
  expect(
    await query(house, `select 1 from perenne.mail where template = 'mailing' and space_id = any ($1)`, [
      [seminar.id, elsewhere.id],
    ]),
  ).toEqual([])
})
