import { describe, expect, test } from 'vitest'
import { cancelSeminar } from '#convene/life/acts/cancel-seminar.ts'
import { saveMailWords, wordsVersion } from '#convene/mailings/acts/save-mail-words.ts'
import { testTelling } from '#convene/programme/telling/acts/tell.ts'
import { wordsToAdd } from '#convene/programme/telling/store/notices.ts'
import { anonymous, as, asPublic, job } from '#ground/database/actor.ts'
import { ask, fieldsOf, queriesOf, send, wordsOn } from '../registration/desk-support.ts'
import {
  type Announced,
  announced,
  house,
  leaving,
  moveSlot,
  noticesOf,
  openTelling,
  query,
  queued,
  registrant,
  released,
  somebody,
} from './support.ts'

openTelling()

const plain = (html: string) => wordsOn(html).replaceAll(/[\u00a0\u202f]|&nbsp;/g, ' ')

/** A seminar with people in four languages, a later version, and its organiser on the page. */
async function opened(slug: string) {
  const seminar = await announced(house, slug)
  for (const [name, language] of [
    ['Fe', 'fr'],
    ['Es', 'es'],
    ['Pt', 'pt'],
    ['En', 'en'],
  ] as const)
    await registrant(house, seminar, name, language)
  await released(house, seminar, 'Deux', moveSlot('two', '14:00', '15:00'))
  const { cookie, actor } = await somebody(house, 'organiser', slug)
  const path = `/en/desk/seminars/${slug}/programme/tell`
  return { seminar, cookie, actor, path, fields: fieldsOf((await ask(house, path, cookie)).html) }
}
const testsTo = ({ id }: Announced) =>
  query<{ id: string; language: string }>(
    house,
    `select id, language from perenne.mail where space_id = $1 and data ? 'test'`,
    [id],
  )

describe('the page', () => {
  test('how many, of what, and each mail as it then leaves, with what is added', async () => {
    const { seminar, cookie, path, fields } = await opened('looked-at')
    const first = plain((await ask(house, path, cookie)).html)
    expect(first).toContain('5 people would be told of the latest version')
    expect(first).toContain('4 people last knew “1. Programme”')
    expect(first).toContain('1 person on the programme is told of their own slots alone')
    expect(first).toContain('Tell 5 people')
    for (const language of ['French', 'Spanish', 'Portuguese', 'English'])
      expect(first).toContain(`In ${language}: 1 person`)
    expect(await noticesOf(house, seminar)).toEqual([])

    const typed = { 'note-fr': 'La salle était <prise>.', 'note-en': 'The hall was taken.' }
    const looked = await send(house, path, cookie, { ...fields, ...typed, do: 'look' })
    expect(looked.status).toBe(200)
    expect(plain(looked.html)).toContain('What the organising team adds: The hall was taken.')
    expect(looked.html).toContain('La salle était &lt;prise&gt;.')
    expect(await queued(house, seminar)).toEqual([])

    const told = await send(house, path, cookie, { ...fieldsOf(looked.html), do: 'tell' })
    expect(told).toMatchObject({ status: 303, location: path })
    const mails = await queued(house, seminar)
    expect(mails).toHaveLength(5)
    // What left is what was shown: the name alone is the reader's own.
    for (const { id, email } of mails) {
      const words = await leaving(house, id)
      const shown = plain(looked.html)
      for (const paragraph of words?.paragraphs.slice(1) ?? [])
        expect(shown, email).toContain(
          paragraph
            .replaceAll(/[\u00a0\u202f\n]+/g, ' ')
            .replaceAll('&', '&amp;')
            .replaceAll('<', '&lt;')
            .replaceAll('>', '&gt;'),
        )
    }
    const after = plain((await ask(house, path, told.cookie)).html)
    expect(after).toContain('5 people are being told.')
    expect(after).toContain('There is nobody to tell')
    expect(after).toContain('2. Deux')
    expect(after).toContain('The hall was taken.')
    expect(after).not.toContain('Tell 5 people')
  })

  test('a form that is sent twice tells once; a colleague who opened the page before is told that it was told', async () => {
    const { seminar, cookie, path, fields } = await opened('twice-sent')
    const both = await Promise.all([1, 2].map(() => send(house, path, cookie, { ...fields, do: 'tell' })))
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    expect(await queued(house, seminar)).toHaveLength(5)
    expect((await send(house, path, cookie, { ...fields, do: 'tell' })).location).toBe(path)
    const { cookie: other } = await somebody(house, 'organiser', seminar.slug)
    const late = await send(house, path, other, { ...fields, _once: '', do: 'tell' })
    expect(late.status).toBe(303)
    expect(plain((await ask(house, path, late.cookie)).html)).toContain('nobody is told twice')
    expect(await queued(house, seminar)).toHaveLength(5)
  })

  test('a release in between: nothing is sent, what was typed is there, and the next sending tells the last one', async () => {
    const { seminar, cookie, path, fields } = await opened('between')
    await released(house, seminar, 'Trois', moveSlot('three', '10:30', '11:00'))
    const typed = { 'note-fr': 'Deux changements.' }
    const refused = await send(house, path, cookie, { ...fields, ...typed, do: 'tell' })
    expect(refused.status).toBe(409)
    expect(plain(refused.html)).toContain('another version has been released since')
    expect(fieldsOf(refused.html)).toMatchObject(typed)
    expect(await noticesOf(house, seminar)).toEqual([])
    expect((await send(house, path, cookie, { ...fieldsOf(refused.html), do: 'tell' })).status).toBe(303)
    expect(await noticesOf(house, seminar)).toEqual([{ told: 5, number: 3 }])
  })

  test('a mail that reads otherwise than it was shown is shown first: what was typed since, and words written elsewhere', async () => {
    const { seminar, actor, cookie, path, fields } = await opened('not-seen')
    const unseen = await send(house, path, cookie, { ...fields, 'note-fr': 'Pas encore lu.', do: 'tell' })
    expect(unseen.status).toBe(409)
    expect(plain(unseen.html)).toContain('the mail is not the one that you had before you')
    expect(plain(unseen.html)).toContain('Pas encore lu.')
    const words = { subject: { fr: 'À lire : {seminar}' }, body: {} }
    expect(
      await saveMailWords(house, actor, seminar.slug, 'programme-changed', { words, version: wordsVersion(undefined) }),
    ).toEqual({ outcome: 'saved' })
    const other = await send(house, path, cookie, { ...fieldsOf(unseen.html), do: 'tell' })
    expect(other.status).toBe(409)
    expect(plain(other.html)).toContain('À lire : Un séminaire')
    expect(await queued(house, seminar)).toEqual([])
    expect((await send(house, path, cookie, { ...fieldsOf(other.html), do: 'tell' })).status).toBe(303)
    const french = (await queued(house, seminar)).find(({ language }) => language === 'fr')
    expect((await leaving(house, french?.id ?? ''))?.subject).toContain('À lire')
  })

  test('a test goes to whoever asks, and tells nobody', async () => {
    const { seminar, cookie, path, fields } = await opened('tested')
    const sent = await send(house, path, cookie, { ...fields, 'note-fr': 'Essayé.', do: 'test' })
    expect(plain(sent.html)).toContain('A test is on its way to you, in English.')
    expect(fieldsOf(sent.html)).toMatchObject({ 'note-fr': 'Essayé.' })
    const [test, ...more] = await testsTo(seminar)
    expect(more).toEqual([])
    const words = await leaving(house, test?.id ?? '')
    expect(words?.subject).toBe('[Test] Changes in the programme: A seminar')
    expect(words?.paragraphs.join('\n')).toContain('Essayé.')
    expect(words?.action?.url).toContain('/me/example')
    expect(await queued(house, seminar)).toEqual([])
    expect(await noticesOf(house, seminar)).toEqual([])
  })

  test('a test mail keeps ids alone: its sentence waits beside the draft, until it is told', async () => {
    const { seminar, cookie, path, fields } = await opened('ids-alone')
    const waitingWords = () =>
      query<{ language: string; body: string; visibility: number }>(
        house,
        `select language, body, visibility from perenne.translation
         where record_table = 'programme' and field = 'to_add' and space_id = $1 order by language`,
        [seminar.id],
      )
    await send(house, path, cookie, { ...fields, 'note-fr': 'Chez Zoé.', 'note-en': 'At Zoé’s.', do: 'test' })
    const kept = await query<{ data: string }>(
      house,
      `select data::text as data from perenne.mail where space_id = $1 and data ? 'test'`,
      [seminar.id],
    )
    expect(Object.keys(JSON.parse(kept[0]?.data ?? '').telling).sort()).toEqual(['base', 'to'])
    expect(JSON.stringify(kept)).not.toContain('Zoé')
    expect(await waitingWords()).toEqual([
      { language: 'en', body: 'At Zoé’s.', visibility: 0 },
      { language: 'fr', body: 'Chez Zoé.', visibility: 0 },
    ])
    // It is there for whoever opens the page next, and for nobody else: neither outside nor in another seminar.
    const { cookie: colleague } = await somebody(house, 'organiser', seminar.slug)
    const again = await ask(house, path, colleague)
    expect(fieldsOf(again.html)).toMatchObject({ 'note-fr': 'Chez Zoé.', 'note-en': 'At Zoé’s.' })
    expect(plain(again.html)).toContain('What the organising team adds: At Zoé’s.')
    const { to = '' } = fieldsOf(again.html)
    const sample = { to: String(to), base: null, note: { source: 'fr' as const, bodies: { fr: 'Non.' } } }
    for (const [role, where] of [
      ['evaluator', seminar.slug],
      ['translator', seminar.slug],
      ['organiser', 'tested'],
    ] as const) {
      const { actor } = await somebody(house, role, where)
      await expect(testTelling(house, actor, seminar.slug, sample, 'fr'), role).rejects.toMatchObject({
        kind: 'forbidden',
      })
    }
    const { actor: elsewhere } = await somebody(house, 'organiser', 'tested')
    for (const read of [
      as(house.db, elsewhere, tx => wordsToAdd(tx, seminar.id)),
      as(house.db, anonymous, tx => wordsToAdd(tx, seminar.id)),
    ])
      expect(await read).toBeUndefined()
    await expect(asPublic(house.db, tx => wordsToAdd(tx, seminar.id))).rejects.toThrow(/permission/)
    expect(await waitingWords()).toHaveLength(2)
    const [test] = await testsTo(seminar)
    const said = async () => (await leaving(house, test?.id ?? ''))?.paragraphs.join('\n')
    expect(await said()).toContain('At Zoé’s.')

    const told = await send(house, path, colleague, { ...fieldsOf(again.html), do: 'tell' })
    expect(told.status).toBe(303)
    expect(await waitingWords()).toEqual([])
    expect(await said()).toContain('At Zoé’s.')
    const [mail] = await queued(house, seminar)
    expect((await leaving(house, mail?.id ?? ''))?.paragraphs.join('\n')).toContain('Zoé')
  })

  test('a test without a sentence takes back the one that waited', async () => {
    const { seminar, cookie, path, fields } = await opened('taken-back')
    await send(house, path, cookie, { ...fields, 'note-fr': 'Essayé.', do: 'test' })
    const { html } = await ask(house, path, cookie)
    await send(house, path, cookie, { ...fieldsOf(html), 'note-fr': '', do: 'test' })
    expect(fieldsOf((await ask(house, path, cookie)).html)['note-fr'] ?? '').toBe('')
    expect(await testsTo(seminar)).toHaveLength(2)
  })

  test('words that are too long, or in no language that everybody finds: beside their field, and kept', async () => {
    const { seminar, cookie, path, fields } = await opened('wrong-words')
    const long = 'x'.repeat(2001)
    const wrong = await send(house, path, cookie, { ...fields, 'note-en': long, do: 'tell' })
    expect(wrong.status).toBe(422)
    expect(wrong.html).toContain('href="#field-note-en"')
    expect(wrong.html).toContain(long)
    const other = await send(house, path, cookie, { ...fields, 'note-en': 'Only here', do: 'look' })
    expect(other.status).toBe(422)
    expect(other.html).toContain('href="#field-note-fr"')
    expect(fieldsOf(other.html)).toMatchObject({ 'note-en': 'Only here' })
    expect(await queued(house, seminar)).toEqual([])
  })

  test('a seminar that is cancelled, and one of which nothing was released', async () => {
    const { seminar, cookie, path, fields } = await opened('no-more')
    await cancelSeminar(house, job('test'), seminar.slug, null)
    expect(plain((await ask(house, path, cookie)).html)).toContain('The seminar is cancelled.')
    const sent = await send(house, path, cookie, { ...fields, do: 'tell' })
    expect(sent.status).toBe(303)
    expect(await queued(house, seminar)).toEqual([])
    await query(house, 'update perenne.seminar set cancelled_at = null where id = $1', [seminar.id])
    await query(house, 'delete from perenne.programme_version where seminar_id = $1', [seminar.id])
    expect(plain((await ask(house, path, cookie)).html)).toContain('No programme has been released yet')
  })

  test('in four languages, and shut to everybody else', async () => {
    const { seminar, cookie, path, fields } = await opened('doors')
    for (const [language, title] of [
      ['fr', 'Annoncer les changements'],
      ['es', 'Avisar de los cambios'],
      ['pt', 'Avisar das mudanças'],
    ] as const)
      expect((await ask(house, path.replace('/en/', `/${language}/`), cookie)).html).toContain(title)
    await announced(house, 'doors-elsewhere')
    for (const [role, on, status] of [
      ['evaluator', seminar.slug, 403],
      ['translator', seminar.slug, 403],
      ['organiser', 'doors-elsewhere', 404],
    ] as const) {
      const who = await somebody(house, role, on)
      expect((await ask(house, path, who.cookie)).status, role).toBe(status)
      for (const what of ['tell', 'test', 'look'])
        expect((await send(house, path, who.cookie, { ...fields, do: what })).status, role).toBe(status)
    }
    expect((await house.send(path, { do: 'tell' })).status).not.toBe(200)
    expect(await queued(house, seminar)).toEqual([])
    expect(await testsTo(seminar)).toEqual([])
  })
})

test('as many queries for people who know three versions as for one', async () => {
  const seminar = await announced(house, 'queries')
  const { cookie } = await somebody(house, 'organiser', seminar.slug)
  const path = `/en/desk/seminars/${seminar.slug}/programme/tell`
  await registrant(house, seminar, 'A')
  await released(house, seminar, 'Deux', moveSlot('three', '10:10', '11:00'))
  const one = await queriesOf(house, path, cookie)
  await registrant(house, seminar, 'B')
  await released(house, seminar, 'Trois', moveSlot('three', '10:20', '11:00'))
  await registrant(house, seminar, 'C')
  await released(house, seminar, 'Quatre', moveSlot('three', '10:30', '11:00'))
  expect(await queriesOf(house, path, cookie)).toBe(one)
  const page = (await ask(house, path, cookie)).html
  const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
  expect(ids).toHaveLength(new Set(ids).size)
  for (const version of ['1. Programme', '2. Deux', '3. Trois'])
    expect(plain(page)).toContain(`1 person last knew “${version}”`)
  const other = plain((await ask(house, `${path}?known=programme`, cookie)).html)
  expect(other).toContain('from=programme')
})
