import { describe, expect, test } from 'vitest'
import { at, house, openHouse, organiser, slug, turnTo } from './house.ts'
import { importProgramme, programmeRooms, slotNow } from './slots-support.ts'
import { ask, errorsIn, fieldsOf, fileOf, fill, queriesOf, send, stateOf, wordsOn } from './support.ts'

openHouse({ rooms: programmeRooms, fresh: { slug: 'programme', make: importProgramme } })

const keys = async () => (await fileOf(house, slug)).programme.slots.map(({ key }) => key)

describe('the draft', () => {
  test('by day, each slot with what matters of it, and the way to its form, its panel and its removal', async () => {
    const { html } = await ask(house, at('programme'), organiser)
    const said = wordsOn(html)
    for (const text of ['Monday 5 July 2027', 'Tuesday 6 July 2027', 'Première partie', 'Salle bleue', 'Luz Robles'])
      expect(said).toContain(text)
    expect(said).toContain('2 seats')
    for (const path of [
      'slots/part',
      'slots/part/panel',
      'slots/part/remove',
      'slots/~new',
      'slots/~new?day=2027-07-06',
    ])
      expect(html).toContain(`href="${at(path)}"`)
    for (const path of ['rooms', 'days', 'people', 'timetable']) expect(html).toContain(`href="${at(path)}"`)
    expect(html).toContain(`href="/en/desk/seminars/${slug}/checks"`)
    expect(html).toContain(`href="/en/desk/seminars/${slug}/programme"`)
    expect(html.indexOf('Ouverture')).toBeLessThan(html.indexOf('Première partie'))
    expect(html.indexOf('Première partie')).toBeLessThan(html.indexOf('Visite'))
  })

  test('as many queries for one slot as for many', async () => {
    const few = await queriesOf(house, at('programme'), organiser)
    for (const title of ['Un', 'Deux', 'Trois']) {
      const added = await fill(house, at('slots/~new'), organiser, {
        kind: 'talk',
        'title.fr': title,
        to: '17:00',
        from: '16:00',
      })
      expect(added.status).toBe(303)
    }
    expect(await queriesOf(house, at('programme'), organiser)).toBe(few)
  })
})

describe('a slot', () => {
  test('a new one follows the last of its day, and its key comes from its title', async () => {
    expect(fieldsOf((await ask(house, at('slots/~new'), organiser)).html, at('slots/~new'))).toMatchObject({
      day: 'first',
      from: '11:30',
      until: 'same',
      provisional: 'no',
    })
    const onDay = `${at('slots/~new')}?day=2027-07-06`
    const second = fieldsOf((await ask(house, onDay, organiser)).html, at('slots/~new'))
    expect(second).toMatchObject({ day: '2027-07-06', from: '11:00' })
    const more = await send(house, at('slots/~new'), organiser, { ...second, 'themes.0.fr': 'Un début', _next: 'add' })
    const sent = await send(house, at('slots/~new'), organiser, {
      ...fieldsOf(more.html, at('slots/~new')),
      kind: 'workshop',
      'title.fr': 'Atelier : la mémoire des villes',
      'title.es': 'Taller',
      from: '11h',
      to: '11:45',
      room: 'verte',
      provisional: 'yes',
      'themes.1.fr': 'Une suite',
      'method.fr': 'En petits groupes.\nPuis ensemble.',
      'moderators[]': ['org-b', 'org-a'],
      'moderatorPersons[]': ['ana'],
      'speakers[]': ['luz'],
      'coordination[]': ['org-a'],
      'spoken_languages.floor[]': ['es'],
      'spoken_languages.interpretation[]': ['fr', 'pt'],
    })
    expect(sent.status).toBe(303)
    expect(sent.location).toBe(at('programme'))
    expect((await ask(house, at('programme'), sent.cookie)).html).toContain('is saved in the draft')
    expect(await slotNow(house, slug, 'atelier-la-memoire-des-villes')).toEqual({
      key: 'atelier-la-memoire-des-villes',
      kind: 'workshop',
      day: '2027-07-06',
      from: '11:00',
      to: '11:45',
      room: 'verte',
      provisional: true,
      title: { fr: 'Atelier : la mémoire des villes', es: 'Taller' },
      themes: [{ fr: 'Un début' }, { fr: 'Une suite' }],
      method: { fr: 'En petits groupes.\nPuis ensemble.' },
      moderators: ['org-b', 'org-a'],
      moderatorPersons: ['ana'],
      speakers: ['luz'],
      coordination: ['org-a'],
      seats: [],
      spoken_languages: { floor: ['es'], interpretation: ['fr', 'pt'] },
      documents: [],
    })
  })

  test('opened and saved as it stands, nothing changes; its panel is not on this form and stays', async () => {
    const before = await fileOf(house, slug)
    for (const key of ['opening', 'part', 'visit']) {
      const saved = await fill(house, at(`slots/${key}`), organiser, {})
      expect((await ask(house, at('programme'), saved.cookie)).html).toContain('nothing has changed')
    }
    expect(await fileOf(house, slug)).toEqual(before)
    await fill(house, at('slots/part'), organiser, { to: '12:00', 'themes.0.fr': '', 'title.fr': 'La première' })
    expect(await slotNow(house, slug, 'part')).toMatchObject({
      to: '12:00',
      title: { fr: 'La première' },
      themes: [{ fr: 'Un autre' }],
      seats: [{ key: 'europe-1', person: 'ana', state: 'confirmed' }, { key: 'europe-2' }],
    })
    // A translation that nobody touched is to be read again.
    await fill(house, at('slots/opening'), organiser, { 'title.fr': 'Bienvenue' })
    expect(await stateOf(house, slug, 'programme.slots.opening.title', 'es')).toMatchObject({ stale: true })
  })

  test('moved to the other day and back', async () => {
    await fill(house, at('slots/opening'), organiser, { day: '2027-07-06' })
    expect(await slotNow(house, slug, 'opening')).toMatchObject({ day: '2027-07-06' })
    await fill(house, at('slots/opening'), organiser, { day: 'first' })
    expect((await slotNow(house, slug, 'opening'))?.day).toBeUndefined()
  })

  test('sent twice, there is one', async () => {
    const path = at('slots/~new')
    const fields = {
      ...fieldsOf((await ask(house, path, organiser)).html, path),
      kind: 'talk',
      'title.fr': 'Une fois',
      to: '12:00',
    }
    for (const _ of [1, 2]) expect((await send(house, path, organiser, fields)).status).toBe(303)
    const both = await Promise.all([
      fill(house, path, organiser, { kind: 'talk', 'title.fr': 'Pareil', from: '12:00', to: '13:00' }),
      fill(house, path, organiser, { kind: 'talk', 'title.fr': 'Pareil', from: '13:00', to: '14:00' }),
    ])
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    expect(await keys()).toEqual(['opening', 'part', 'visit', 'une-fois', 'pareil', 'pareil-2'])
  })
})

describe('what is wrong is told at its field, and what was typed stays', () => {
  test('nothing filled in', async () => {
    const path = at('slots/~new')
    const { html, status } = await fill(house, path, organiser, {
      from: '',
      'documents.0.url': 'nowhere at all',
      'title.es': 'Solo',
    })
    expect(status).toBe(422)
    expect(errorsIn(html)).toEqual([
      '“Kind”: choose from the list.',
      'Write “Title” in French too: it is the source language, and the others are its translations.',
      '“Begins at”: enter a time of the 24-hour clock, such as 9:30.',
      '“Ends at”: enter a time of the 24-hour clock, such as 9:30.',
      'Fill in “Title of the document, line 1”.',
      '“Address of document 1”: enter a whole address that begins with https://, or the one of a file here.',
    ])
    for (const field of ['kind', 'title-fr', 'from', 'to', 'documents-0-url', 'documents-0-title-fr'])
      expect(html).toContain(`href="#field-${field}"`)
    expect(html).toContain('nowhere at all')
    expect(html).toContain('Solo')
  })

  test('an end before the beginning; over midnight the day of the end is said', async () => {
    const path = at('slots/opening')
    const wrong = await fill(house, path, organiser, { from: '20:00', to: '01:00', 'title.fr': 'Dîner' })
    expect(wrong.status).toBe(422)
    expect(errorsIn(wrong.html)).toEqual([
      '“Ends at”: the end must come after the beginning. If the slot ends on the following day, choose so below.',
    ])
    expect(fieldsOf(wrong.html, path)).toMatchObject({ from: '20:00', to: '01:00', 'title.fr': 'Dîner' })
    const night = await send(house, path, organiser, { ...fieldsOf(wrong.html, path), until: 'next' })
    expect(night.status).toBe(303)
    expect(await slotNow(house, slug, 'opening')).toMatchObject({ from: '20:00', to: '01:00', until: '2027-07-06' })
    expect((await ask(house, at('programme'), organiser)).html).toContain('(the following day)')
    expect(fieldsOf((await ask(house, path, organiser)).html, path)).toMatchObject({ until: 'next' })
    await fill(house, path, organiser, { day: '2027-07-06' })
    expect(await slotNow(house, slug, 'opening')).toMatchObject({ day: '2027-07-06', until: '2027-07-07' })
  })

  test('an hour that spring skips does not exist; one that autumn repeats is meant the first time, and so it is said', async () => {
    turnTo(`${slug}-spring`)
    await importProgramme(house, slug, { date: '2027-03-27', next: '2027-03-28' })
    const skipped = await fill(house, at('slots/opening'), organiser, { day: '2027-03-28', from: '02:30', to: '04:00' })
    expect(skipped.status).toBe(422)
    expect(errorsIn(skipped.html)).toEqual(['“Begins at”: the clocks go forward then, and this time does not exist.'])
    const across = await fill(house, at('slots/opening'), organiser, { from: '23:00', to: '04:00', until: 'next' })
    expect(wordsOn((await ask(house, at('programme'), across.cookie)).html)).toContain('it lasts 4 hours.')
    turnTo(slug.replace('spring', 'autumn'))
    await importProgramme(house, slug, { date: '2027-10-30', next: '2027-10-31' })
    const twice = await fill(house, at('slots/opening'), organiser, { from: '23:00', to: '02:30', until: 'next' })
    expect(twice.status).toBe(303)
    const told = wordsOn((await ask(house, at('programme'), twice.cookie)).html)
    expect(told).toContain('02:30 on Sunday 31 October 2027: the clocks go back, and this hour comes twice.')
    expect(wordsOn((await ask(house, at('slots/opening'), organiser)).html)).toContain('this hour comes twice')
    const { rows } = await house.database.owner.query(
      `select ends_at at time zone 'UTC' as ends from perenne.slot x join perenne.space s on s.id = x.space_id
       where s.slug = $1 and x.key = 'opening'`,
      [slug],
    )
    expect(String(rows[0]?.ends)).toContain('00:30')
  })

  test('texts that are too long, and characters that nobody sees', async () => {
    const path = at('slots/opening')
    const long = await fill(house, path, organiser, {
      'title.fr': 'x'.repeat(301),
      'method.es': 'y'.repeat(20_001),
      part: 'XXXXXXXXXXXXX',
    })
    expect(long.status).toBe(422)
    expect(errorsIn(long.html).map(text => text?.split(':')[0])).toEqual([
      'Shorten “Numeral of the part”',
      'Shorten “Title”',
      'Write “Method” in French too',
      'Shorten “Method (Spanish)”',
    ])
    expect(long.html).toContain('x'.repeat(301))
    const hidden = await fill(house, path, organiser, { 'title.fr': 'Ou\u0000ver\u0007ture\u007f' })
    expect(hidden.status).toBe(303)
    expect((await slotNow(house, slug, 'opening'))?.title.fr).toBe('Ouverture')
  })

  test('a room, a person, an organisation and a day that somebody removed meanwhile', async () => {
    const path = at('slots/visit')
    const shown = fieldsOf((await ask(house, path, organiser)).html, path)
    const wrong = await send(house, path, organiser, {
      ...shown,
      day: '2027-07-09',
      room: 'rouge',
      'speakers[]': ['ana', 'nobody'],
      'moderators[]': ['org-c'],
      'title.fr': 'Une visite',
    })
    expect(wrong.status).toBe(422)
    expect(errorsIn(wrong.html)).toEqual([
      '“Day”: this day is no longer one of the programme. Choose another one.',
      '“Room”: somebody removed the room that you chose. Choose again, or leave it empty.',
      '“Organisations that moderate”: an organisation that you chose is no longer in this seminar. Choose again.',
      '“Speakers”: somebody whom you chose is no longer on the list of people. Choose again.',
    ])
    const again = fieldsOf(wrong.html, path)
    expect(again).toMatchObject({ 'title.fr': 'Une visite', 'speakers[]': ['ana'] })
    expect((await send(house, path, organiser, { ...again, day: 'first' })).status).toBe(303)
    expect(await slotNow(house, slug, 'visit')).toMatchObject({ speakers: ['ana'], title: { fr: 'Une visite' } })
  })

  test('a name twice in one list', async () => {
    const twice = await fill(house, at('slots/visit'), organiser, { 'speakers[]': ['ana', 'ana'] })
    expect(errorsIn(twice.html)).toEqual(['“Speakers”: name each one once.'])
  })
})
