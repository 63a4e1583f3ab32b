import { expect, test } from 'vitest'
import { startDueMailings } from '#convene/mailings/acts/leave-by-themselves.ts'
import { addDraft, changeDraft } from '#convene/mailings/acts/save-mailing.ts'
import { readMailing } from '#convene/mailings/store/mailings.ts'
import { type Actor, as, job, person } from '#ground/database/actor.ts'
import { saveText, seenOf } from '#ground/languages/acts/save-text.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { readText } from '#ground/languages/store/one-text.ts'
import { versionOf as versionOfText } from '#ground/languages/version.ts'
import { ask, fieldsOf, send, wordsOn } from '../registration/desk-support.ts'
import { house, openHouse } from '../registration/house.ts'
import { query, signedIn } from '../registration/support.ts'
import {
  allWords,
  draft,
  inFrench,
  mailingOf,
  mailingRooms,
  mailsOf,
  type Scene,
  said,
  scene,
  scheduleShown,
  startShown,
  versionOf,
} from './support.ts'

openHouse(mailingRooms, { SMTP_URL: 'smtp://localhost:1', MAIL_FROM: 'p@example.org' })

const pageOf = ({ seminar }: Scene, id: string) => `/en/desk/seminars/${seminar.slug}/mailings/${id}`
const everybody = { states: ['confirmed' as const] }

async function change({ seminar, organiser }: Scene, id: string, words: Parameters<typeof addDraft>[3]['words']) {
  const version = await versionOf(house, id)
  return changeDraft(house, organiser, seminar.slug, id, { audience: everybody, words, version })
}
const other = { subject: inFrench.subject, body: { fr: 'Autre chose' } }
const read = ({ seminar }: Scene, id: string) => as(house.db, job('test'), tx => readMailing(tx, seminar.id, id))

/** Writes one text of a mailing on the pages of texts, as whoever has just opened it there. */
async function writeText(who: Actor, id: string, field: 'subject' | 'body', language: Locale, body: string) {
  const text = await as(house.db, who, tx => readText(tx, 'mailing', id, field))
  if (!text) throw new Error('no such text')
  return saveText(house, who, {
    table: 'mailing',
    record: id,
    field,
    language,
    body,
    state: 'reviewed',
    version: versionOfText(seenOf(text, language)),
    once: null,
    location: '/',
  })
}
const translatorOf = async ({ seminar }: Scene) => person((await signedIn(house, 'translator', seminar.id)).personId)

test('words that changed since the page was read do not leave, and the page shows them', async () => {
  const there = await scene(house)
  const { cookie } = there
  const id = await draft(house, there)
  const page = pageOf(there, id)
  const seen = { _form: await versionOf(house, id) }
  const confirm = fieldsOf((await send(house, page, cookie, { ...seen, do: 'send' })).html, page)
  expect(confirm).toMatchObject({ ...seen, sure: 'yes', told: '3' })
  await change(there, id, other)
  const plan = { do: 'schedule', 'at-day': '2018-06-20', 'at-time': '9:30' }
  const { _form: _, ...unsaid } = confirm
  for (const fields of [confirm, unsaid, { ...seen, do: 'send' }, { do: 'send' }, { ...seen, ...plan }, plan]) {
    const sent = await send(house, page, cookie, fields)
    expect([fields, sent.status]).toEqual([fields, 409])
    expect(wordsOn(sent.html)).toContain('This message has been changed since you looked at it. Nothing was done')
    expect(sent.html).toContain('Autre chose')
    if ('at-day' in fields) expect(sent.html).toContain('value="9:30"')
  }
  expect(await mailingOf(house, id)).toMatchObject({ started_at: null, send_at: null })
  expect(await mailsOf(house, id)).toEqual([])
  const anew = await send(house, page, cookie, { _form: await versionOf(house, id), do: 'send' })
  expect((await send(house, page, cookie, fieldsOf(anew.html, page))).status).toBe(303)
  expect(await mailsOf(house, id)).toHaveLength(3)
})

test('another audience of the same size, another time, words that a translator changed: each is another version', async () => {
  const there = await scene(house)
  const { seminar, organiser, cookie, ids } = there
  const id = await draft(house, there, { registrations: [ids.marie] })
  const page = pageOf(there, id)
  const changes = [
    async () => {
      const version = await versionOf(house, id)
      const audience = { registrations: [ids.lucia] }
      await changeDraft(house, organiser, seminar.slug, id, { audience, words: inFrench, version })
    },
    () => scheduleShown(house, organiser, seminar.slug, id, Temporal.Instant.from('2018-06-20T07:00:00Z')),
    () => query(house, `update perenne.translation set body = 'Traduit' where record_id = $1 and field = 'body'`, [id]),
  ]
  for (const changing of changes) {
    const seen = { _form: await versionOf(house, id) }
    const confirm = fieldsOf((await send(house, page, cookie, { ...seen, do: 'send' })).html, page)
    await changing()
    expect((await send(house, page, cookie, confirm)).status).toBe(409)
  }
  expect(await mailsOf(house, id)).toEqual([])
})

test('whoever changes what is to leave by itself is told so, and what they saved leaves', async () => {
  const there = await scene(house)
  const { seminar, organiser, cookie } = there
  const id = await draft(house, there)
  const edit = `${pageOf(there, id)}/edit`
  const leaves = /leaves by itself on 6.June.2018 at 9:00/
  expect(wordsOn((await ask(house, edit, cookie)).html)).not.toMatch(leaves)
  await scheduleShown(house, organiser, seminar.slug, id, Temporal.Instant.from('2018-06-06T07:00:00Z'))
  const opened = await ask(house, edit, cookie)
  expect(wordsOn(opened.html)).toMatch(leaves)
  const saved = await send(house, edit, cookie, { ...fieldsOf(opened.html, edit), 'body-fr': 'Autre chose' })
  expect(wordsOn((await ask(house, saved.location ?? '', saved.cookie)).html)).toMatch(
    /Nothing has left yet\. The message leaves by itself on 6.June.2018/,
  )
  await house.setClock('2018-06-06T07:00:10Z')
  expect(await startDueMailings(house)).toBe(1)
  const [mail] = await mailsOf(house, id)
  expect(allWords(await said(house, mail?.id ?? ''))).toContain('Autre chose')
})

test('a message is written in one language alone, whichever it is; the greeting of another is no message', async () => {
  const there = await scene(house)
  const { seminar, organiser, cookie } = there
  const form = `/en/desk/seminars/${seminar.slug}/mailings/new`
  // Begun by somebody who reads French, whose greeting stays as it came.
  const french = form.replace('/en/', '/fr/')
  const opened = fieldsOf((await ask(house, french, cookie)).html, french)
  expect(opened['body-fr']).toContain('Bonjour')
  const typed = { ...opened, 'subject-en': 'About', 'body-en': 'Hello' }
  const saved = await send(house, form, cookie, typed)
  expect(saved.status).toBe(303)
  const id = saved.location?.split('/').at(-1) ?? ''
  expect(await startShown(house, organiser, seminar.slug, id, 3)).toMatchObject({ outcome: 'started' })
  const mails = await mailsOf(house, id)
  const toFrench = await said(house, mails.find(mail => mail.language === 'fr')?.id ?? '')
  expect(toFrench).toMatchObject({ subject: 'About', paragraphs: [expect.stringMatching(/en anglais/), 'Hello'] })
  const half = await send(house, form, cookie, {
    'states[]': ['confirmed'],
    do: 'save',
    'subject-en': 'x',
    'body-pt': 'y',
  })
  expect(half.status).toBe(422)
  const problems = await addDraft(house, organiser, seminar.slug, {
    audience: everybody,
    words: { subject: { en: 'x' }, body: { pt: 'y' } },
  })
  expect(problems).toMatchObject({
    outcome: 'invalid',
    problems: [{ field: 'subject', locale: 'pt', kind: 'missing' }],
  })
})

test('the original moves where it is written, and what was made from it is not out of date', async () => {
  const there = await scene(house)
  const english = { subject: { en: 'About', pt: 'Sobre' }, body: { en: 'Hello', pt: 'Olá' } }
  const id = await draft(house, there, everybody, english)
  // Portuguese comes before English, and is not what was written first.
  const first = { subject: { en: 'About' }, body: { en: 'Hello' } }
  const begun = await draft(house, there, everybody, first)
  expect(await change(there, begun, english)).toMatchObject({ outcome: 'saved' })
  expect(await read(there, begun)).toMatchObject({ subject: { source: 'en' }, body: { source: 'en' } })
  const before = (await read(there, id))?.body
  expect(before?.source).toBe('pt')
  const withFrench = {
    subject: { ...english.subject, fr: 'Objet' },
    body: { ...english.body, fr: 'Bonjour' },
  }
  expect(await change(there, id, withFrench)).toMatchObject({ outcome: 'saved' })
  const text = (of: string) => ({ state: of === 'fr' ? 'source' : 'reviewed', stale: false })
  const whole = { source: 'fr', bodies: { fr: text('fr'), pt: text('pt'), en: text('en') } }
  expect(await read(there, id)).toMatchObject({ subject: whole, body: whole })
  await change(there, id, { subject: withFrench.subject, body: { ...withFrench.body, fr: 'Bonsoir' } })
  expect(await read(there, id)).toMatchObject({ body: { bodies: { pt: { stale: true }, en: { stale: true } } } })
  expect(await change(there, id, first)).toMatchObject({ outcome: 'saved' })
  const alone = { source: 'en', bodies: { en: { state: 'source' } } }
  const after = await read(there, id)
  expect(after).toMatchObject({ subject: alone, body: alone })
  expect(Object.keys(after?.body?.bodies ?? {})).toEqual(['en'])
})

test('what has begun to leave gets no further language: nothing leaves that nobody saw', async () => {
  const there = await scene(house)
  const { seminar, organiser } = there
  const translator = await translatorOf(there)
  const [begun, open] = [await draft(house, there), await draft(house, there)]
  expect(await startShown(house, organiser, seminar.slug, begun, 3)).toMatchObject({ outcome: 'started' })
  for (const who of [organiser, translator])
    for (const field of ['subject', 'body'] as const)
      expect(await writeText(who, begun, field, 'en', 'Never seen')).toEqual({ ok: false, changed: 'settled' })
  expect(Object.keys((await read(there, begun))?.body?.bodies ?? {})).toEqual(['fr'])
  const toJohn = (await mailsOf(house, begun)).find(mail => mail.language === 'en')
  const words = allWords(await said(house, toJohn?.id ?? '', true))
  expect(words).toContain('Objet pour')
  expect(words).not.toContain('Never seen')
  // One that has not begun gets them, and they leave.
  for (const field of ['subject', 'body'] as const)
    expect(await writeText(translator, open, field, 'en', 'Seen')).toEqual({ ok: true })
  expect(await startShown(house, organiser, seminar.slug, open, 3)).toMatchObject({ outcome: 'started' })
  const inEnglish = (await mailsOf(house, open)).find(mail => mail.language === 'en')
  expect(await said(house, inEnglish?.id ?? '', true)).toMatchObject({ subject: 'Seen' })
})

test('what has begun to leave keeps all its words, and takes them along when it goes', async () => {
  const there = await scene(house)
  const words = { subject: { fr: 'Objet', en: 'About' }, body: { fr: 'Bonjour', en: 'Hello' } }
  const [begun, open] = [await draft(house, there, everybody, words), await draft(house, there, everybody, words)]
  expect(await startShown(house, there.organiser, there.seminar.slug, begun, 3)).toMatchObject({ outcome: 'started' })
  const texts = (id: string) =>
    query(house, `select id from perenne.translation where record_table = 'mailing' and record_id = $1`, [id])
  const take = (id: string) =>
    as(house.db, there.organiser, tx => tx.deleteFrom('translation').where('record_id', '=', id).execute())
  const before = (await texts(begun)).length
  expect(before).toBeGreaterThan(0)
  await expect(take(begun)).rejects.toThrow('has begun to leave')
  expect(await texts(begun)).toHaveLength(before)
  await take(open)
  expect(await texts(open)).toEqual([])
  await query(house, 'delete from perenne.mailing where id = $1', [begun])
  expect(await texts(begun)).toEqual([])
})

test('a form opened before a translator wrote takes nothing of theirs away: both are shown', async () => {
  const there = await scene(house)
  const { cookie } = there
  const translator = await translatorOf(there)
  const id = await draft(house, there)
  const edit = `${pageOf(there, id)}/edit`
  const opened = fieldsOf((await ask(house, edit, cookie)).html, edit)
  expect(await writeText(there.organiser, id, 'body', 'fr', 'Corrigé entre-temps')).toEqual({ ok: true })
  expect(await writeText(translator, id, 'subject', 'en', 'Translated subject')).toEqual({ ok: true })
  expect(await writeText(translator, id, 'body', 'en', 'Translated body')).toEqual({ ok: true })
  const stale = await send(house, edit, cookie, { ...opened, 'body-fr': 'Écrit ici' })
  expect(stale.status).toBe(409)
  for (const text of ['Corrigé entre-temps', 'Écrit ici', 'Translated subject', 'Translated body'])
    expect(stale.html).toContain(text)
  const kept = { subject: { bodies: { en: { body: 'Translated subject' } } } }
  const theirs = { ...kept, body: { bodies: { fr: { body: 'Corrigé entre-temps' }, en: { body: 'Translated body' } } } }
  expect(await read(there, id)).toMatchObject(theirs)
  // A form that does not say what it was filled from changes nothing either.
  const { _form: _, _once: __, ...unsaid } = opened
  expect((await send(house, edit, cookie, unsaid)).status).toBe(409)
  expect(await read(there, id)).toMatchObject(theirs)
  const chosen = {
    ...fieldsOf(stale.html, edit),
    'body-fr': 'Écrit ici',
    'subject-en': 'Translated subject',
    'body-en': 'Translated body',
  }
  expect((await send(house, edit, cookie, chosen)).status).toBe(303)
  expect(await read(there, id)).toMatchObject({
    ...kept,
    body: { bodies: { fr: { body: 'Écrit ici' }, en: { body: 'Translated body' } } },
  })
})
