import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { ask, queriesOf, send, wordsOn } from '../registration/desk-support.ts'
import { smallFile } from '../seminar/room.ts'
import { edited, imported, query, somebody } from '../seminar/support.ts'
import { fieldBeside, formOf, french, opened, room, write } from './support.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse([room])
  await house.setClock('2030-01-10T15:00:00Z')
})
afterAll(() => house?.close())

describe('side by side', () => {
  test('every text of the draft beside its original, in the order of the day; what is written is saved', async () => {
    const { slug, translator, translate } = await opened(house, 'beside')
    const { html } = await ask(house, translate, translator.cookie)
    const order = ['First programme', 'Talk 1', 'Theme 1', 'A question,', 'A summary', 'Talk 2', 'Theme 2', 'Blue room']
    const places = [...order, 'Mayor of Rio Claro', 'She opened her city.'].map(text => html.indexOf(`>${text}`))
    expect(places.every((place, index) => place > (places[index - 1] ?? 0))).toBe(true)
    const sent = await write(house, translate, translator.cookie, {
      'Talk 1': 'Premier exposé',
      'Theme 1': 'Thème',
      'A summary': 'Une synthèse',
      'Blue room': 'Salle bleue',
      'Mayor of Rio Claro': 'Maire de Rio Claro',
    })
    expect(sent).toMatchObject({ status: 303, location: translate })
    expect(wordsOn((await ask(house, translate, sent.cookie)).html)).toContain('5 texts are saved')
    expect(await french(house, slug)).toEqual({
      'Talk 1': ['Premier exposé', 'draft', false],
      'Theme 1': ['Thème', 'draft', false],
      'A summary': ['Une synthèse', 'draft', false],
      'Blue room': ['Salle bleue', 'draft', false],
      'Mayor of Rio Claro': ['Maire de Rio Claro', 'draft', false],
    })
    // Who wrote them is in the history.
    const [row] = await query<{ n: number }>(
      house,
      "select count(*)::int as n from perenne.record_version where record_table = 'translation' and actor_id = $1",
      [translator.actor.kind === 'person' ? translator.actor.id : ''],
    )
    expect(row?.n).toBe(5)
  })

  test('what nobody touched stays: a draft read over becomes reviewed, others do not', async () => {
    const { slug, translator, translate } = await opened(house, 'touched')
    await write(house, translate, translator.cookie, { 'Talk 1': 'Un', 'Talk 2': 'Deux' })
    const sent = await write(
      house,
      translate,
      translator.cookie,
      { 'Theme 1': 'Thème' },
      { as: 'reviewed', read: ['Talk 2'] },
    )
    expect(sent.status).toBe(303)
    expect(await french(house, slug)).toEqual({
      'Talk 1': ['Un', 'draft', false],
      'Talk 2': ['Deux', 'reviewed', false],
      'Theme 1': ['Thème', 'reviewed', false],
    })
    const nothing = await write(house, translate, translator.cookie, {}, { as: 'reviewed' })
    expect(wordsOn((await ask(house, translate, nothing.cookie)).html)).toContain('nothing was saved')
  })

  test('an original that changed: stale, what it was, and “it fits”; to do holds the missing and the stale alone', async () => {
    const { slug, translator, translate } = await opened(house, 'changed')
    await write(house, translate, translator.cookie, { 'Talk 1': 'Un', 'Talk 2': 'Deux' }, { as: 'reviewed' })
    await edited(house, slug, file => {
      const [slot] = file.programme.slots
      if (slot) slot.title = { ...slot.title, en: 'Talk one' }
    })
    expect((await french(house, slug))['Talk one']).toEqual(['Un', 'reviewed', true])
    const toDo = await ask(house, `${translate}?show=to-do`, translator.cookie)
    expect(wordsOn(toDo.html)).toContain('The original has changed since')
    expect(toDo.html).toContain('<del>Talk 1</del>')
    expect(toDo.html).toContain('>Theme 2<')
    expect(toDo.html).not.toContain('>Talk 2</blockquote>')
    const path = `${translate}?show=to-do`
    const sent = await write(house, path, translator.cookie, {}, { read: ['Talk one'] })
    expect(sent).toMatchObject({ status: 303, location: path })
    expect((await french(house, slug))['Talk one']).toEqual(['Un', 'reviewed', false])
    expect((await ask(house, path, translator.cookie)).html).not.toContain('>Talk one</blockquote>')
  })

  test('the same form sent twice saves once', async () => {
    const { slug, translator, translate } = await opened(house, 'double')
    const { html } = await ask(house, translate, translator.cookie)
    const fields = { ...formOf(html), as: 'draft', [fieldBeside(html, 'Talk 1')]: 'Un' }
    const both = await Promise.all([1, 2].map(() => send(house, translate, translator.cookie, fields)))
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    expect((await french(house, slug))['Talk 1']).toEqual(['Un', 'draft', false])
    const [row] = await query<{ n: number }>(
      house,
      `select count(*)::int as n from perenne.record_version v join perenne.translation t on t.id = v.record_id
       join perenne.space p on p.id = t.space_id where p.slug = $1 and t.language = 'fr' and t.body = 'Un'`,
      [slug],
    )
    expect(row?.n).toBe(1)
  })
})

describe('what cannot be saved as it is', () => {
  test('too long, emptied: told beside its field with what was typed; the others are saved', async () => {
    const { slug, translator, translate } = await opened(house, 'wrong')
    await write(house, translate, translator.cookie, { 'Talk 2': 'Deux' })
    const long = `${'é'.repeat(300)}🙂`
    const sent = await write(house, translate, translator.cookie, {
      'Talk 1': long,
      'Talk 2': ' ',
      'Theme 1': 'Un thème <b>\u0007 « ici » שלום',
    })
    expect(sent.status).toBe(422)
    expect(wordsOn(sent.html)).toContain('Title: shorten the text to 300 characters')
    expect(wordsOn(sent.html)).toContain('what is translated is not emptied here')
    expect(wordsOn(sent.html)).toContain('1 text is saved')
    expect(formOf(sent.html)[fieldBeside(sent.html, 'Talk 1')]).toBe(long)
    expect(await french(house, slug)).toEqual({
      'Talk 2': ['Deux', 'draft', false],
      'Theme 1': ['Un thème <b> « ici » שלום', 'draft', false],
    })
    // Put right in the form that came back, it is saved.
    const again = await write(
      house,
      translate,
      translator.cookie,
      { 'Talk 1': 'Un', 'Talk 2': 'Deux' },
      { html: sent.html },
    )
    expect(again.status).toBe(303)
    expect((await french(house, slug))['Talk 1']).toEqual(['Un', 'draft', false])
  })

  test('two translate at once: both texts are shown, the rest is saved, and the second decides', async () => {
    const { slug, organiser, translator, translate } = await opened(house, 'at-once')
    const path = `${translate}?show=to-do`
    const mine = await ask(house, path, translator.cookie)
    await write(house, translate, organiser.cookie, { 'Talk 1': 'D’Odile', 'Theme 2': 'Pareil' }, { as: 'reviewed' })
    const late = await write(
      house,
      path,
      translator.cookie,
      { 'Talk 1': 'De Tereza', 'Talk 2': 'Deux', 'Theme 2': 'Pareil' },
      { html: mine.html, as: 'reviewed' },
    )
    expect(late.status).toBe(409)
    expect(wordsOn(late.html)).toContain('Title: somebody else has translated it meanwhile')
    expect(late.html).toContain('D’Odile')
    expect(formOf(late.html)[fieldBeside(late.html, 'Talk 1')]).toBe('De Tereza')
    expect(await french(house, slug)).toMatchObject({
      'Talk 1': ['D’Odile', 'reviewed', false],
      'Talk 2': ['Deux', 'reviewed', false],
      'Theme 2': ['Pareil', 'reviewed', false],
    })
    // The filter of what is to do does not hide it, though it is done.
    const again = await send(house, path, translator.cookie, { ...formOf(late.html), as: 'draft' })
    expect(again.status).toBe(303)
    expect((await french(house, slug))['Talk 1']).toEqual(['De Tereza', 'draft', false])
  })

  test('the original changes, or the slot goes, while one translates: nothing typed is lost', async () => {
    const { slug, translator, translate } = await opened(house, 'meanwhile')
    const path = `${translate}?show=to-do`
    const { html } = await ask(house, path, translator.cookie)
    await edited(house, slug, file => {
      const [first] = file.programme.slots
      if (first) first.title = { en: 'Talk one' }
      file.programme.slots = file.programme.slots.slice(0, 1)
    })
    const written = { 'Talk 1': 'Un exposé', 'Talk 2': 'Un exposé de trop', 'Theme 1': 'Thème' }
    const late = await write(house, path, translator.cookie, written, { html })
    expect(late.status).toBe(409)
    expect(wordsOn(late.html)).toContain('the original changed while you were writing')
    expect(wordsOn(late.html)).toContain('no longer in the draft')
    expect(late.html).toContain('Un exposé de trop')
    expect(formOf(late.html)[fieldBeside(late.html, 'Talk one')]).toBe('Un exposé')
    expect(await french(house, slug)).toEqual({ 'Theme 1': ['Thème', 'draft', false] })
    expect((await send(house, path, translator.cookie, { ...formOf(late.html), as: 'draft' })).status).toBe(303)
    expect((await french(house, slug))['Talk one']).toEqual(['Un exposé', 'draft', false])
  })

  test('a long programme comes in pages; what comes back is shown wherever it stands, and saving leads back to its page', async () => {
    const { slug, translator, translate } = await opened(house, 'long', file => {
      for (const [index, slot] of file.programme.slots.entries())
        slot.themes = Array.from({ length: 60 }, (_, n) => ({ en: `Theme ${index + 1}-${n}` }))
    })
    const path = `${translate}?show=to-do&page=2`
    const first = await ask(house, translate, translator.cookie)
    expect(first.html).toContain('>Theme 1-59<')
    expect(first.html).not.toContain('>Theme 2-59<')
    expect(first.html).toContain(`${translate}?page=2`)
    const second = await ask(house, path, translator.cookie)
    expect(second.html).not.toContain('>Theme 1-59<')
    // Somebody does the first page meanwhile: the list of what is to do gets shorter.
    const all = Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`Theme 1-${n}`, `Thème 1-${n}`]))
    const other = await somebody(house, 'translator', slug)
    expect((await write(house, translate, other.cookie, all)).status).toBe(303)
    const written = { 'Theme 2-59': 'x'.repeat(2001), 'Theme 2-58': 'Thème 2-58' }
    const late = await write(house, path, translator.cookie, written, { html: second.html })
    expect(late.status).toBe(422)
    expect(formOf(late.html)[fieldBeside(late.html, 'Theme 2-59')]).toBe(written['Theme 2-59'])
    const again = await write(house, path, translator.cookie, { 'Theme 2-59': 'Thème 2-59' }, { html: late.html })
    expect(again).toMatchObject({ status: 303, location: path })
    expect(Object.keys(await french(house, slug))).toHaveLength(62)
    expect((await ask(house, `${translate}?page=99`, translator.cookie)).html).toContain('>Theme 2-59<')
  })

  test('names of fields that are not of this programme have no effect', async () => {
    const mine = await opened(house, 'forger')
    const other = await opened(house, 'robbed')
    const theirs = await ask(house, other.translate, other.translator.cookie)
    const here = await ask(house, mine.translate, mine.translator.cookie)
    const field = fieldBeside(theirs.html, 'Talk 1')
    const both = await somebody(house, 'translator', 'forger')
    const sent = await send(house, mine.translate, both.cookie, {
      ...formOf(here.html),
      [field]: 'Volé',
      [field.replace('body.', 'seen.')]: '..',
      'body.seminar.title': 'Volé',
      as: 'reviewed',
    })
    expect(sent.status).toBe(409)
    expect(await french(house, 'robbed')).toEqual({})
    expect(await french(house, 'forger')).toEqual({})
  })
})

describe('who may', () => {
  test('translators and editors of this seminar; nobody else sees the draft', async () => {
    const { slug, table, translate, organiser, translator } = await opened(house, 'rights')
    await imported(house, smallFile({ slug: 'other-seminar' }))
    for (const path of [table, translate]) {
      for (const { cookie } of [organiser, translator]) expect((await ask(house, path, cookie)).status).toBe(200)
      const evaluator = await somebody(house, 'evaluator', slug)
      const refused = await ask(house, path, evaluator.cookie)
      expect(refused.status).toBe(403)
      expect(refused.html).not.toContain('She opened her city')
      const elsewhere = await somebody(house, 'organiser', 'other-seminar')
      expect((await ask(house, path, elsewhere.cookie)).status).toBe(404)
      expect((await house.ask(path)).status).toBe(303)
    }
    const evaluator = await somebody(house, 'evaluator', slug)
    const { html } = await ask(house, translate, translator.cookie)
    const fields = { ...formOf(html), as: 'draft', [fieldBeside(html, 'Talk 1')]: 'Un' }
    expect((await send(house, translate, evaluator.cookie, fields)).status).toBe(403)
    expect(await french(house, slug)).toEqual({})
  })

  test('a translator is told no name, an editor is', async () => {
    const { translate, organiser, translator } = await opened(house, 'names')
    const asTranslator = (await ask(house, translate, translator.cookie)).html
    expect(asTranslator).toContain('Mayor of Rio Claro')
    expect(asTranslator).not.toMatch(/Belén|\bana\b/i)
    expect(asTranslator).toContain('Person 1')
    expect(wordsOn((await ask(house, translate, organiser.cookie)).html)).toContain('Ana Belén')
  })

  test('only into a language that the seminar offers, and not into the one it is written in', async () => {
    const { translate, translator } = await opened(house, 'offered')
    for (const language of ['pt', 'en', 'xx', 'constructor'])
      expect((await ask(house, translate.replace(/fr$/, language), translator.cookie)).status, language).toBe(404)
  })
})

describe('the table', () => {
  test('counts each language, and leads on', async () => {
    const { table, translate, translator, slug } = await opened(house, 'counted')
    await write(house, translate, translator.cookie, { 'Talk 1': 'Un', 'Theme 1': 'Thème' }, { as: 'reviewed' })
    await write(house, translate, translator.cookie, { 'Talk 2': 'Deux' })
    await edited(house, slug, file => {
      const [slot] = file.programme.slots
      if (slot) slot.themes = [{ ...slot.themes[0], en: 'Theme one' }]
    })
    const { html } = await ask(house, table, translator.cookie)
    const row = wordsOn(html.slice(html.indexOf('>French'), html.indexOf('</tr>', html.indexOf('>French'))))
    // 10 texts: one reviewed, one draft, one out of date, the others missing.
    expect(row).toMatch(/French 1 1 1 7 /)
    expect(html).toContain(`${translate}?show=to-do`)
  })

  test('asks the database as often for three slots as for one', async () => {
    await imported(house, smallFile({ slug: 'one-slot', slots: 1 }), { announce: true })
    await imported(house, smallFile({ slug: 'three-slots', slots: 3, organisations: 3 }), { announce: true })
    for (const page of ['languages', 'translate/fr', 'translate/fr?show=to-do', 'publish/fr']) {
      const counts = []
      for (const slug of ['one-slot', 'three-slots']) {
        const { cookie } = await somebody(house, 'organiser', slug)
        const path = `/en/desk/seminars/${slug}/programme/${page}`
        await ask(house, path, cookie)
        counts.push(await queriesOf(house, path, cookie))
      }
      expect(counts[1], page).toBe(counts[0])
    }
  })

  test('of the former originals too', async () => {
    const counts = []
    for (const slots of [1, 3]) {
      const slug = `stale-${slots}`
      await imported(house, smallFile({ slug, slots, organisations: slots }), { announce: true })
      const { cookie } = await somebody(house, 'organiser', slug)
      const path = `/en/desk/seminars/${slug}/programme/translate/fr`
      await write(
        house,
        path,
        cookie,
        Object.fromEntries(Array.from({ length: slots }, (_, n) => [`Talk ${n + 1}`, `Exposé ${n}`])),
      )
      await edited(house, slug, file => {
        for (const slot of file.programme.slots) slot.title = { ...slot.title, en: `${slot.title.en}, new` }
      })
      const { html } = await ask(house, path, cookie)
      expect(html.match(/<del>/g)).toHaveLength(slots)
      counts.push(await queriesOf(house, path, cookie))
    }
    expect(counts[1]).toBe(counts[0])
  })
})
