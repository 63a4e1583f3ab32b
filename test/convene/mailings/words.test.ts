import { expect, test } from 'vitest'
import { saveMailWords, takeBackMailWords, wordsVersion } from '#convene/mailings/acts/save-mail-words.ts'
import { ownableMails } from '#convene/mailings/pages/words.tsx'
import { mailWordsOf } from '#convene/mailings/store/mail-words.ts'
import { refuseRegistrations } from '#convene/registration/acts/refuse-registrations.ts'
import { anonymous, as, job, link, person } from '#ground/database/actor.ts'
import { type Locale, locales } from '#ground/languages/locales.ts'
import { house, openHouse } from '../registration/house.ts'
import { makeSeminar, query, signedIn } from '../registration/support.ts'
import { add, allWords, mailingRooms, said, scene } from './support.ts'

openHouse(mailingRooms, { SMTP_URL: 'smtp://localhost:1', MAIL_FROM: 'p@example.org' })

type Words = Parameters<typeof saveMailWords>[4]['words']
type There = Awaited<ReturnType<typeof scene>>

async function save({ seminar, organiser }: There, template: string, words: Words) {
  const there = await as(house.db, job('test'), tx => mailWordsOf(tx, seminar.id))
  return saveMailWords(house, organiser, seminar.slug, template, { words, version: wordsVersion(there.get(template)) })
}

/** The mail of a template to a person of a seminar, as it is sent. */
async function mailOf(registration: string, template: string, language?: Locale) {
  const [mail] = await query<{ id: string }>(
    house,
    `select id from perenne.mail where template = $1 and data ->> 'registration' = $2 order by created_at desc limit 1`,
    [template, registration],
  )
  if (!mail) throw new Error(`no ${template}`)
  if (language) await query(house, 'update perenne.mail set language = $1 where id = $2', [language, mail.id])
  return said(house, mail.id)
}

test('own words take the place of ours in their language; what one needs to know and do stays', async () => {
  const there = await scene(house)
  await query(house, 'update perenne.quota set capacity = 9 where seminar_id = $1', [there.seminar.id])
  const usual = await mailOf(await add(house, there.seminar, 'Before', { language: 'fr' }), 'registration-confirmed')
  const saved = await save(there, 'registration-confirmed', {
    subject: { fr: 'Bienvenue à {seminar}, {given_name}' },
    body: { fr: 'Nous vous attendons le {date}.\n\nPlan\u00a0: https://example.org/plan?a=1&b=2' },
  })
  expect(saved).toEqual({ outcome: 'saved' })
  const id = await add(house, there.seminar, 'After', { language: 'fr' })
  const own = await mailOf(id, 'registration-confirmed')
  expect(own?.subject).toBe('Bienvenue à Vers une action durable, Ana')
  expect(own?.paragraphs).toEqual([
    'Bonjour Ana After,',
    'Nous vous attendons le jeudi 5\u00a0juillet\u00a02018.',
    'Plan\u00a0: https://example.org/plan?a=1&b=2',
    'Quand\u00a0: jeudi 5\u00a0juillet\u00a02018, 9\u00a0h\u00a0–\u00a017\u00a0h\u00a030 (heure de Paris).',
    'Où\u00a0: Hôtel de Ville, 5 rue Lobau, 75004 Paris.',
  ])
  expect(own?.links).toBe(true)
  expect(usual?.links).toBeUndefined()
  // The button, the way to undo it, the calendar entry and the contact are as they were.
  expect(own?.action?.label).toBe(usual?.action?.label)
  expect((await house.ask(own?.action?.url ?? '')).status).toBe(200)
  expect(own?.attachments).toHaveLength(1)
  const after = own?.after?.join('\n') ?? ''
  expect((await house.ask(/https?:\S+\/not-me\/\S+/.exec(after)?.[0] ?? '')).status).toBe(200)
  expect(after).toContain('seminaire@example.org')
  // Another language has the usual words, and never those of this one.
  const english = await mailOf(id, 'registration-confirmed', 'en')
  expect(english?.paragraphs[1]).toContain('Your registration for “Towards lasting action” is confirmed')
})

test('a reason and the end of an offer are told whatever else is written', async () => {
  const there = await scene(house)
  await save(there, 'registration-refused', { subject: {}, body: { es: 'Gracias por su interés.' } })
  await refuseRegistrations(house, there.organiser, there.seminar.slug, [there.ids.lucia], 'Solo ciudades.')
  const words = allWords(await mailOf(there.ids.lucia, 'registration-refused'))
  expect(words).toContain('Gracias por su interés.')
  expect(words).toContain('Solo ciudades.')
  const template = ownableMails(house).find(([name]) => name === 'place-offered')?.[1]
  const offer = await as(house.db, there.organiser, async tx =>
    template?.words(house, tx, { sample: there.seminar.id, body: 'Take it!' }, 'en', {
      id: '',
      givenName: 'A',
      familyName: 'B',
      email: '',
    }),
  )
  expect(offer?.paragraphs.slice(0, 3)).toEqual([
    'Dear A B,',
    'Take it!',
    expect.stringMatching(/held for you until 7\u00a0June\u00a02018 at 12:00/),
  ])
})

test('an unknown word is refused; words that went wrong later never stop a mail, the usual ones go', async () => {
  const there = await scene(house)
  await query(house, 'update perenne.quota set capacity = 9 where seminar_id = $1', [there.seminar.id])
  expect(await save(there, 'registration-confirmed', { subject: {}, body: { en: 'Dear {nom}' } })).toEqual({
    outcome: 'invalid',
    problems: [{ field: 'body', locale: 'en', kind: 'unknown', word: 'nom', line: 1 }],
  })
  await save(there, 'registration-confirmed', { subject: { en: 'Mine' }, body: { en: 'Mine too' } })
  await query(
    house,
    `update perenne.translation set body = 'Dear {nom' where record_table = 'mail_words' and space_id = $1 and field = 'body'`,
    [there.seminar.id],
  )
  const id = await add(house, there.seminar, 'After', { language: 'en' })
  const words = await mailOf(id, 'registration-confirmed')
  expect(words?.subject).toBe('Mine')
  expect(words?.paragraphs[1]).toContain('is confirmed: you have a place')
})

test('saved twice, taken back, emptied: what stays is what was written last, with its original', async () => {
  const there = await scene(house)
  const { seminar, organiser } = there
  const read = async () =>
    (await as(house.db, job('test'), tx => mailWordsOf(tx, seminar.id))).get('registration-confirmed')
  await save(there, 'registration-confirmed', { subject: {}, body: { pt: 'Olá', en: 'Hello' } })
  expect(await read()).toMatchObject({ body: { source: 'pt' }, subject: undefined })
  // French is written now: the original stays Portuguese, and what was made from it is not out of date.
  await save(there, 'registration-confirmed', { subject: {}, body: { fr: 'Bonjour', pt: 'Olá', en: 'Hello' } })
  expect(await read()).toMatchObject({ body: { source: 'pt', bodies: { en: { stale: false } } } })
  await save(there, 'registration-confirmed', { subject: {}, body: { fr: 'Bonjour', pt: 'Bom dia', en: 'Hello' } })
  expect(await read()).toMatchObject({ body: { bodies: { en: { stale: true }, fr: { stale: true } } } })
  await save(there, 'registration-confirmed', { subject: {}, body: { fr: 'Bonjour' } })
  expect(await read()).toMatchObject({ body: { source: 'fr', bodies: { fr: { body: 'Bonjour', state: 'source' } } } })
  const stale = { words: { subject: {}, body: { fr: 'Perdu' } }, version: wordsVersion(undefined) }
  expect(await saveMailWords(house, organiser, seminar.slug, 'registration-confirmed', stale)).toEqual({
    outcome: 'stale',
  })
  await save(there, 'registration-confirmed', { subject: {}, body: { fr: ' ' } })
  expect(await read()).toBeUndefined()
  await save(there, 'registration-confirmed', { subject: { fr: 'Objet' }, body: {} })
  await takeBackMailWords(house, organiser, seminar.slug, 'registration-confirmed')
  expect(await read()).toBeUndefined()
  const texts = await query(
    house,
    `select 1 from perenne.translation where record_table = 'mail_words' and space_id = $1`,
    [seminar.id],
  )
  expect(texts).toEqual([])
})

test('each mail of the seminar has usual words in each language, and is the same when they are kept as one’s own', async () => {
  const there = await scene(house)
  const names = ownableMails(house).map(([name]) => name)
  expect(names).toEqual(expect.arrayContaining(['registration-confirmed', 'place-offered', 'reminder']))
  expect(names).not.toContain('mailing')
  for (const [name, template] of ownableMails(house))
    for (const locale of locales) {
      const to = { id: '', givenName: 'Zoé', familyName: 'Essai', email: '' }
      await as(house.db, there.organiser, async tx => {
        const usual = await template.usual?.(house, tx, there.seminar.id, locale)
        const sample = { sample: there.seminar.id }
        const before = await template.words(house, tx, sample, locale, to)
        const kept = await template.words(house, tx, { ...sample, ...usual }, locale, to)
        expect([name, locale, kept?.subject]).toEqual([name, locale, before?.subject])
        expect([name, locale, kept?.paragraphs.toSorted()]).toEqual([name, locale, before?.paragraphs.toSorted()])
        expect([name, usual?.subject.includes('{seminar}')]).toEqual([name, true])
      })
    }
})

test('nobody but who may change the seminar writes them, and only for mails that can have some', async () => {
  const there = await scene(house)
  const { seminar, ids, organiser } = there
  const words = { words: { subject: {}, body: { fr: 'x' } }, version: wordsVersion(undefined) }
  const elsewhere = await makeSeminar(house)
  const actors = [
    anonymous,
    link(ids.marie),
    person((await signedIn(house, 'organiser', elsewhere.id)).personId),
    ...(await Promise.all(
      (['evaluator', 'translator', 'door_steward', null] as const).map(async role =>
        person((await signedIn(house, role, seminar.id)).personId),
      ),
    )),
  ]
  for (const actor of actors)
    for (const attempt of [
      () => saveMailWords(house, actor, seminar.slug, 'reminder', words),
      () => takeBackMailWords(house, actor, seminar.slug, 'reminder'),
    ])
      await expect(attempt()).rejects.toMatchObject({ kind: expect.stringMatching(/^(forbidden|not-found)$/) })
  for (const template of ['mailing', 'sign-in', 'constructor', '__proto__'])
    await expect(saveMailWords(house, organiser, seminar.slug, template, words)).rejects.toMatchObject({
      kind: 'not-found',
    })
})

test('a mail asks the database as often with own words as without', async () => {
  const there = await scene(house)
  await query(house, 'update perenne.quota set capacity = 9 where seminar_id = $1', [there.seminar.id])
  const id = await add(house, there.seminar, 'Count', { language: 'fr' })
  const { vi } = await import('vitest')
  const pg = (await import('pg')).default
  const asked = async () => {
    const spy = vi.spyOn(pg.Client.prototype, 'query')
    await mailOf(id, 'registration-confirmed')
    const texts = spy.mock.calls.map(call => String((call[0] as { text?: string }).text ?? call[0]))
    spy.mockRestore()
    return texts.filter(text => /^\s*(select|with)/i.test(text)).length
  }
  const before = await asked()
  await save(there, 'registration-confirmed', { subject: { fr: 'Objet' }, body: { fr: '{date} {venue}', en: 'x' } })
  expect(await asked()).toBe(before)
})

test('a save that is refused leaves nothing in the log', async () => {
  const there = await scene(house)
  const { seminar, organiser } = there
  const words = { subject: {}, body: { fr: 'Bonjour' } }
  const save = (version: string) => saveMailWords(house, organiser, seminar.slug, 'reminder', { words, version })
  const logged = () =>
    query(house, `select 1 from perenne.record_version where record_table = 'mail_words' and space_id = $1`, [
      seminar.id,
    ])
  expect(await save('another')).toEqual({ outcome: 'stale' })
  expect(await logged()).toEqual([])
  // Of two that write the first words at once, one is told.
  const unwritten = wordsVersion(undefined)
  const both = await Promise.all([save(unwritten), save(unwritten)])
  expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(['saved', 'stale'])
  expect(await logged()).toHaveLength(1)
})
