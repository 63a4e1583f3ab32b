import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { programmeChanges } from '#convene/messages/programme-changes.ts'
import { publishLanguage, versionOfOffer } from '#convene/programme/translating/acts/publish.ts'
import { fittingIn, languagesOfProgramme } from '#convene/programme/translating/store/languages-of.ts'
import { type Actor, as, job } from '#ground/database/actor.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { ask, send, wordsOn } from '../registration/desk-support.ts'
import { smallFile } from '../seminar/room.ts'
import { edited, imported, query, somebody } from '../seminar/support.ts'
import { formOf, opened, released, room, withEverything, write } from './support.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse([room])
  await house.setClock('2030-01-10T15:00:00Z')
})
afterAll(() => house?.close())

const page = async (path: string) => {
  const response = await house.ask(path)
  return { status: response.status, html: await response.text() }
}
const programmeIn = async (slug: string, locale: string) =>
  wordsOn((await page(`/${locale}/seminars/${slug}/programme`)).html)
const added = async (slug: string) =>
  query<{ language: string; texts: Record<string, string>; older: string[]; by: string | null }>(
    house,
    `select l.language, l.texts, (select array_agg(o order by o) from unnest(l.older) o) as older, l.published_by as by from perenne.programme_version_language l
     join perenne.space p on p.id = l.space_id where p.slug = $1`,
    [slug],
  )
/** What the form would have shown. */
async function seenIn(slug: string, language: Locale): Promise<string> {
  return as(house.db, job('test'), async tx => {
    const of = await languagesOfProgramme(tx, slug)
    const fitting = of && fittingIn(of, language)
    if (!of?.version || !fitting) throw new Error('nothing to see')
    return versionOfOffer(of.version, fitting)
  })
}
const published = async (slug: string, who: Actor = job('test'), language: Locale = 'fr') =>
  publishLanguage(house, who, slug, language, await seenIn(slug, language))

describe('a version that was released in one language', () => {
  test('gets the words that fit it: everybody reads them, and the draft stays unseen', async () => {
    const { slug, organiser, translator, translate, publish, table } = await opened(house, 'later')
    await released(house, slug)
    await write(house, translate, translator.cookie, {
      'Talk 1': 'Premier exposé',
      'Theme 1': 'Un thème',
      'Blue room': 'Salle bleue',
      'Mayor of Rio Claro': 'Maire de Rio Claro',
      'Talk 2': 'Second exposé',
    })
    // One of them is out of date, one is of a draft that says something else than what was released.
    await edited(house, slug, file => {
      const [, second] = file.programme.slots
      if (second) second.title = { ...second.title, en: 'A second talk' }
    })
    expect(await programmeIn(slug, 'fr')).toContain('Talk 1')
    expect(await programmeIn(slug, 'fr')).not.toMatch(/Premier|Second exposé/)
    expect(wordsOn((await ask(house, table, organiser.cookie)).html)).toContain('Not published in this language')
    const offer = await ask(house, publish, organiser.cookie)
    const said = wordsOn(offer.html)
    expect(said).toContain('4 texts of the version “First programme” are published. 4 of them are drafts.')
    expect(said).toContain('The draft no longer says what was released: comes with the next release (1)')
    expect(said).toMatch(/Not translated \(\d\)/)
    const sent = await send(house, publish, organiser.cookie, formOf(offer.html))
    expect(sent).toMatchObject({ status: 303, location: table })
    expect(wordsOn((await ask(house, table, sent.cookie)).html)).toContain('published in French: 4 texts')
    const french = await programmeIn(slug, 'fr')
    expect(french).toContain('Premier exposé')
    expect(french).toContain('Maire de Rio Claro')
    expect(french).toContain('Salle bleue')
    expect(french).not.toContain('Second exposé')
    // What is missing is in the language it was written in, and says so.
    expect((await page(`/fr/seminars/${slug}/programme`)).html).toContain('<span lang="en">Talk 2</span>')
    expect(await programmeIn(slug, 'en')).not.toContain('exposé')
    expect((await added(slug)).map(({ language, by }) => [language, by !== null])).toEqual([['fr', true]])
  })

  test('keeps what is older than its original and marks it, as a release in that language does', async () => {
    const translated = async (slug: string) => {
      const of = await opened(house, slug)
      await write(house, of.translate, of.translator.cookie, {
        'Talk 1': 'Premier exposé',
        'Theme 1': 'Un thème',
        'Blue room': 'Salle bleue',
        'Mayor of Rio Claro': 'Maire de Rio Claro',
      })
      // The originals of a title and of a post are others since: their translations speak of what was said before.
      await edited(house, slug, file => {
        const [slot] = file.programme.slots
        const [ana] = file.people
        if (slot) slot.title = { ...slot.title, en: 'A talk on salt' }
        if (ana) ana.role = { ...ana.role, en: 'Governor' }
      })
      return of
    }
    const inRelease = await translated('stale-released')
    await released(house, inRelease.slug, { languages: ['fr'] })
    const later = await translated('stale-later')
    await released(house, later.slug)
    const offer = await ask(house, later.publish, later.organiser.cookie)
    expect(wordsOn(offer.html)).toContain(
      '4 texts of the version “First programme” are published. 2 of them are drafts. 2 of them are out of date: readers find them with a remark that says so.',
    )
    expect(wordsOn(offer.html)).not.toContain('Governor')
    expect((await send(house, later.publish, later.organiser.cookie, formOf(offer.html))).status).toBe(303)
    const [row] = await added(later.slug)
    expect(row?.texts).toMatchObject({
      'slots.slot-1.title': 'Premier exposé',
      'people.ana.role': 'Maire de Rio Claro',
    })
    expect(row?.older).toEqual(['people.ana.role', 'slots.slot-1.title'])

    const versionOf = (slug: string) =>
      as(house.db, job('test'), async tx => {
        const of = await languagesOfProgramme(tx, slug)
        return of?.version?.programme
      })
    const [one, other] = [await versionOf(inRelease.slug), await versionOf(later.slug)]
    expect(one?.older.fr?.toSorted()).toEqual(row?.older)
    expect({ ...other, older: {} }).toEqual({ ...one, older: {} })
    expect(other?.older.fr?.toSorted()).toEqual(row?.older)
    // Everybody reads the same of both: the translation, and that its original has changed since.
    const read = async (slug: string) => {
      const html = await page(`/fr/seminars/${slug}/programme`)
      return /<section class="programme".*?<\/section>/s.exec(html.html)?.[0].replaceAll(slug, '') ?? ''
    }
    const [ofRelease, ofLater] = [await read(inRelease.slug), await read(later.slug)]
    expect(ofLater).toBe(ofRelease)
    expect(ofLater).toContain('Premier exposé')
    expect(wordsOn(ofLater)).toContain('l’original a changé depuis cette traduction')
    expect(ofLater).not.toContain('A talk on salt')
  })

  test('what was out of date when it was released, and was read again since, bears no mark', async () => {
    const { slug, organiser, translator, translate, publish } = await opened(house, 'read-again')
    await write(house, translate, translator.cookie, { 'Talk 1': 'Premier exposé', 'Talk 2': 'Second exposé' })
    await edited(house, slug, file => {
      for (const slot of file.programme.slots) slot.title = { ...slot.title, en: `${slot.title.en} on salt` }
    })
    await released(house, slug)
    await write(house, translate, translator.cookie, { 'Talk 1 on salt': 'Un exposé sur le sel' })
    const offer = await ask(house, publish, organiser.cookie)
    expect(wordsOn(offer.html)).toContain('1 of them is out of date')
    expect((await send(house, publish, organiser.cookie, formOf(offer.html))).status).toBe(303)
    const html = (await page(`/fr/seminars/${slug}/programme`)).html
    const slots = html.split('<li class="slot').slice(1).map(wordsOn)
    const remark = 'l’original a changé depuis cette traduction'
    expect(slots.map(slot => [/Un exposé sur le sel|Second exposé/.exec(slot)?.[0], slot.includes(remark)])).toEqual([
      ['Un exposé sur le sel', false],
      ['Second exposé', true],
    ])
  })

  test('tells nobody of a change of content, and calendars of none at all', async () => {
    const { slug, translator, translate } = await opened(house, 'quiet', () => undefined)
    const from = await released(house, slug)
    const to = await released(house, slug, { note: { en: 'The same again.' } })
    const calendar = (locale: string) => page(`/${locale}/seminars/${slug}/programme.ics`)
    const sequences = (text: string) => [...text.matchAll(/^SEQUENCE:(\d+)/gm)].map(([, n]) => Number(n))
    const before = sequences((await calendar('fr')).html)
    await write(house, translate, translator.cookie, { 'Talk 1': 'Premier exposé' })
    expect(await published(slug)).toEqual({ outcome: 'published', texts: 1 })
    const after = (await calendar('fr')).html
    expect(after).toContain('Premier exposé')
    expect(sequences(after)).toEqual(before)
    const changes = async (locale: string) => {
      const { html } = await page(`/${locale}/seminars/${slug}/changes?from=${from.slug}&to=${to.slug}`)
      const main = html.slice(html.indexOf('<main'))
      const groups = [...main.matchAll(/<h2[^>]*>(.*?)<\/h2>/gs)].map(([, title]) => wordsOn(title ?? '').trim())
      return { groups, words: wordsOn(main) }
    }
    const t = programmeChanges.fr
    const french = await changes('fr')
    expect(french.words).toContain('Premier exposé')
    // Its one group is that of the words: nothing is new, moved, changed or cancelled.
    const count = [t.groups.changed, t.groups.new, t.groups.moved, t.groups.cancelled].map(say => say(1))
    expect(french.groups.filter(group => [...count, t.groups.words].includes(group))).toEqual([t.groups.words])
    expect((await changes('en')).words).not.toContain('Premier exposé')
  })

  test('is published in it once: two at once, a double click, and later translations, which the next release brings', async () => {
    const { slug, organiser, translator, translate, publish, table } = await opened(house, 'once')
    await released(house, slug)
    await write(house, translate, translator.cookie, { 'Talk 1': 'Premier exposé' })
    const { html } = await ask(house, publish, organiser.cookie)
    const second = await somebody(house, 'organiser', slug)
    const theirs = await ask(house, publish, second.cookie)
    const both = await Promise.all([
      send(house, publish, organiser.cookie, formOf(html)),
      send(house, publish, second.cookie, formOf(theirs.html)),
    ])
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    const told = await Promise.all(both.map(async ({ cookie }) => wordsOn((await ask(house, table, cookie)).html)))
    expect(told.filter(text => text.includes('published in French: 1 text'))).toHaveLength(1)
    expect(told.filter(text => text.includes('already published in French'))).toHaveLength(1)
    expect(await send(house, publish, organiser.cookie, formOf(html))).toMatchObject({ status: 303, location: table })
    expect(await added(slug)).toHaveLength(1)
    // Translated since: not in this version any more, and the page says when it comes.
    await write(house, translate, translator.cookie, { 'Talk 2': 'Second exposé' })
    expect(wordsOn((await ask(house, table, organiser.cookie)).html)).toContain('1 text translated since comes with')
    expect((await ask(house, table, organiser.cookie)).html).not.toContain(publish)
    expect(wordsOn((await ask(house, publish, organiser.cookie)).html)).toContain('already published in French')
    expect(await published(slug)).toEqual({ outcome: 'already' })
    expect(await programmeIn(slug, 'fr')).not.toContain('Second exposé')
    await released(house, slug, { languages: ['en', 'fr'], note: { en: 'In French too.' } })
    expect(await programmeIn(slug, 'fr')).toContain('Second exposé')
  })

  test('released in it with texts missing, it gets those too, and keeps the words it was released with', async () => {
    const { slug, translator, translate, organiser, publish, table } = await opened(house, 'partly')
    await write(house, translate, translator.cookie, { 'Talk 1': 'Premier exposé' })
    await released(house, slug, { languages: ['en', 'fr'] })
    await write(house, translate, translator.cookie, { 'Talk 1': 'Autrement dit', 'Talk 2': 'Second exposé' })
    expect(wordsOn((await ask(house, table, organiser.cookie)).html)).toContain(
      '1 text translated since can be published',
    )
    const sent = await send(
      house,
      publish,
      organiser.cookie,
      formOf((await ask(house, publish, organiser.cookie)).html),
    )
    expect(sent.status).toBe(303)
    const french = await programmeIn(slug, 'fr')
    expect(french).toContain('Second exposé')
    expect(french).toContain('Premier exposé')
    expect(french).not.toContain('Autrement dit')
  })
})

describe('what is refused', () => {
  test('nothing released, nothing that fits, a language that is not offered', async () => {
    await imported(house, smallFile({ slug: 'unreleased' }))
    const organiser = await somebody(house, 'organiser', 'unreleased')
    const path = '/en/desk/seminars/unreleased/programme/publish/fr'
    expect(wordsOn((await ask(house, path, organiser.cookie)).html)).toContain('Nothing is released yet')
    expect((await send(house, path, organiser.cookie, {})).status).toBe(409)
    expect(await publishLanguage(house, organiser.actor, 'unreleased', 'fr', '')).toEqual({ outcome: 'not-released' })

    const other = await opened(house, 'untranslated', file => {
      withEverything(file)
      // The name of an organisation alone is no programme: it would use up the one time.
      const [organisation] = file.organisations
      if (organisation) organisation.name = { ...organisation.name, fr: 'Organisation une' }
    })
    await released(house, 'untranslated')
    const refused = await send(house, other.publish, other.organiser.cookie, {})
    expect(refused.status).toBe(409)
    expect(wordsOn(refused.html)).toContain('No text can be published yet')
    // With the list of what is missing.
    expect(wordsOn(refused.html)).toContain('She opened her city.')
    expect(await published('untranslated')).toMatchObject({ outcome: 'nothing' })
    const spanish = other.publish.replace(/fr$/, 'es')
    expect(wordsOn((await ask(house, spanish, other.organiser.cookie)).html)).toContain('does not offer this language')
    expect((await send(house, spanish, other.organiser.cookie, {})).status).toBe(409)
    expect(await publishLanguage(house, other.organiser.actor, 'untranslated', 'es', '')).toEqual({
      outcome: 'not-offered',
    })
    expect(await published('untranslated', job('test'), 'en')).toMatchObject({ outcome: 'already' })
    expect((await ask(house, other.publish.replace(/fr$/, 'xx'), other.organiser.cookie)).status).toBe(404)
    expect(await added('untranslated')).toEqual([])
  })

  test('other words or another version than those that were seen: shown again, and the next sending publishes', async () => {
    const { slug, organiser, translator, translate, publish } = await opened(house, 'moved-on')
    await released(house, slug)
    await write(house, translate, translator.cookie, { 'Talk 1': 'Premier exposé' })
    const { html } = await ask(house, publish, organiser.cookie)
    await write(house, translate, translator.cookie, { 'Talk 2': 'Second exposé' })
    const late = await send(house, publish, organiser.cookie, formOf(html))
    expect(late.status).toBe(409)
    expect(wordsOn(late.html)).toContain('has changed since you opened this page')
    expect(await added(slug)).toEqual([])
    await released(house, slug, { note: { en: 'Another one.' } })
    expect((await send(house, publish, organiser.cookie, formOf(late.html))).status).toBe(409)
    const again = await ask(house, publish, organiser.cookie)
    expect((await send(house, publish, organiser.cookie, formOf(again.html))).status).toBe(303)
    expect((await added(slug))[0]?.texts).toMatchObject({ 'slots.slot-2.title': 'Second exposé' })
  })

  test('a release and a publication at once: the words are those of the version they were added to', async () => {
    const { slug, translator, translate } = await opened(house, 'race')
    await released(house, slug)
    await write(house, translate, translator.cookie, { 'Talk 1': 'Premier exposé' })
    const seen = await seenIn(slug, 'fr')
    const [, done] = await Promise.all([
      released(house, slug, { note: { en: 'Meanwhile.' } }),
      publishLanguage(house, job('test'), slug, 'fr', seen),
    ])
    expect(['published', 'stale']).toContain(done.outcome)
    expect(await added(slug)).toHaveLength(done.outcome === 'published' ? 1 : 0)
  })

  test('whoever may not edit this seminar: translators, evaluators, organisers elsewhere, anonymous', async () => {
    const { slug, translator, translate, publish, organiser } = await opened(house, 'not-theirs')
    await released(house, slug)
    await write(house, translate, translator.cookie, { 'Talk 1': 'Premier exposé' })
    const fields = formOf((await ask(house, publish, organiser.cookie)).html)
    await imported(house, smallFile({ slug: 'their-own' }))
    for (const [role, on, status] of [
      ['translator', slug, 403],
      ['evaluator', slug, 403],
      ['door_steward', slug, 403],
      ['organiser', 'their-own', 404],
    ] as const) {
      const { cookie, actor } = await somebody(house, role, on)
      expect((await ask(house, publish, cookie)).status, role).toBe(status)
      expect((await send(house, publish, cookie, fields)).status, role).toBe(status)
      await expect(published(slug, actor), role).rejects.toMatchObject({
        kind: expect.stringMatching(/forbidden|not-found/),
      })
    }
    expect((await house.ask(publish)).status).toBe(303)
    // Nor by SQL, nor is what was published changed or taken back by anybody.
    const insert = `insert into perenne.programme_version_language (version_id, language, texts)
      select v.id, 'fr', '{"name": "Volé"}' from perenne.programme_version v`
    const { sql } = await import('kysely')
    await expect(as(house.db, translator.actor, tx => sql.raw(insert).execute(tx))).rejects.toMatchObject({
      code: '42501',
    })
    expect(await added(slug)).toEqual([])
    expect(await published(slug, organiser.actor)).toMatchObject({ outcome: 'published' })
    for (const statement of [
      "update perenne.programme_version_language set texts = '{}'",
      'delete from perenne.programme_version_language',
    ])
      await expect(as(house.db, organiser.actor, tx => sql.raw(statement).execute(tx))).rejects.toThrow(
        /permission denied/,
      )
  })
})
