import { describe, expect, test } from 'vitest'
import { at, house, openHouse, organiser, slug, turnTo } from './house.ts'
import { changed, query } from './programme-support.ts'
import { importProgramme, programmeRooms, slotNow } from './slots-support.ts'
import { ask, fieldsOf, fileOf, fill, personWith, queriesOf, send, stateOf, wordsOn } from './support.ts'

openHouse({ rooms: programmeRooms, networks: ['ailleurs'], fresh: { slug: 'retour', make: importProgramme } })

const back = (key: string, list = 'slots') => at(`${list}/${key}/bring-back`)
const keys = async () => (await fileOf(house, slug)).programme.slots.map(({ key }) => key)
const remove = (key: string, list = 'slots') => fill(house, at(`${list}/${key}/remove`), organiser, {})
/** Presses the button of the list under the slots, as a browser without scripts does. */
const bringBack = async (key: string, page = 'programme', list = 'slots') => {
  const shown = await ask(house, at(page), organiser)
  return send(house, back(key, list), organiser, fieldsOf(shown.html, back(key, list)))
}

describe('a slot that was removed', () => {
  test('comes back whole from the list: words, people, seats with their answers, documents, its place', async () => {
    await query(
      house,
      `update perenne.translation set state = 'machine' where language = 'es' and record_id in
         (select s.id from perenne.slot s join perenne.space p on p.id = s.space_id where p.slug = $1 and s.key = 'opening')`,
      [slug],
    )
    await changed(house, slug, file => {
      const [, part] = file.programme.slots
      if (part)
        Object.assign(part, {
          provisional: true,
          method: { fr: 'En cercle.' },
          spoken_languages: { floor: ['es'], interpretation: ['fr'] },
        })
    })
    await query(
      house,
      `update perenne.slot_person set state = 'declined' where space_id =
         (select p.id from perenne.space p where p.slug = $1)`,
      [slug],
    )
    const before = await fileOf(house, slug)
    const [answer] = await query(house, answersOf, [slug])
    const [seat] = await query<{ answered_at: Date; id: string }>(house, seatsOf, [slug])
    for (const key of ['part', 'opening', 'visit']) await remove(key)
    expect(await keys()).toEqual([])
    const shown = wordsOn((await ask(house, at('programme'), organiser)).html)
    for (const text of ['Removed from the draft', 'Première partie', 'Ouverture', 'Visite', 'Essai organiser'])
      expect(shown).toContain(text)
    // In another order than they went in.
    for (const key of ['visit', 'opening', 'part']) {
      const done = await bringBack(key)
      expect(done).toMatchObject({ status: 303, location: at('programme') })
      expect(wordsOn((await ask(house, at('programme'), done.cookie)).html)).toContain('is back in the draft.')
    }
    const after = await fileOf(house, slug)
    expect(after.programme.slots.toSorted(byKey)).toEqual(before.programme.slots.toSorted(byKey))
    expect(await stateOf(house, slug, 'programme.slots.opening.title', 'es')).toMatchObject({ state: 'machine' })
    const [again] = await query<{ answered_at: Date; id: string }>(house, seatsOf, [slug])
    expect(again?.answered_at).toEqual(seat?.answered_at)
    expect(again?.id).not.toBe(seat?.id)
    expect(answer).toMatchObject({ state: 'declined' })
    expect(await query(house, answersOf, [slug])).toEqual([answer])
    expect((await ask(house, at('programme'), organiser)).html).not.toContain('Removed from the draft')
  })

  test('right after its removal a button takes it back, and pressed twice it is there once', async () => {
    const removed = await remove('part')
    expect(removed.location).toBe(`${at('programme')}?removed=part`)
    const shown = await ask(house, removed.location ?? '', removed.cookie)
    expect(wordsOn(shown.html)).toContain('“Part I – Première partie” is removed from the draft.')
    expect(wordsOn(shown.html)).toContain('Bring “Part I – Première partie” back')
    const form = fieldsOf(shown.html, back('part'))
    const [one, other] = await Promise.all([form, form].map(fields => send(house, back('part'), organiser, fields)))
    expect([one?.status, other?.status]).toEqual([303, 303])
    expect((await keys()).toSorted()).toEqual(['opening', 'part', 'visit'])
    // The form of the list, in another window: it is told.
    const late = await send(house, back('part'), organiser, { _form: form._form ?? '' })
    expect(wordsOn((await ask(house, at('programme'), late.cookie)).html)).toContain('It is in the draft already.')
  })

  test('the history is not rewritten: what was removed stays removed in it, and what came back is a version more', async () => {
    await remove('visit')
    await bringBack('visit')
    const versions = await query<{ ended_by_kind: string | null; reason: string }>(
      house,
      `select v.ended_by_kind, v.reason from perenne.record_version v join perenne.space p on p.id = v.space_id
       where p.slug = $1 and v.record_table = 'slot' and v.doc ->> 'key' = 'visit' order by lower(v.known)`,
      [slug],
    )
    expect(versions.map(one => one.ended_by_kind)).toEqual(['person', null])
    expect(versions.at(-1)?.reason).toBe(`bring visit back to ${slug}`)
  })

  test('what was taken out of it before does not come back with it', async () => {
    await fill(house, at('slots/part'), organiser, {
      'themes.0.fr': '',
      'documents.0.url': '',
      'documents.0.title.fr': '',
    })
    const before = await slotNow(house, slug, 'part')
    expect(before?.themes).toHaveLength(1)
    await remove('part')
    await bringBack('part')
    expect(await slotNow(house, slug, 'part')).toEqual(before)
  })

  test('without its room, its person and its day when they are gone, and it says so', async () => {
    await remove('part')
    await remove('visit')
    await remove('bleue', 'rooms')
    await fill(house, at('people/luz/remove'), organiser, {})
    await fill(house, at('people/ana/remove'), organiser, {})
    await changed(house, slug, file => {
      file.programme.days = []
    })
    const part = await bringBack('part')
    const told = wordsOn((await ask(house, at('programme'), part.cookie)).html)
    expect(told).toContain('Its room is gone: it is in no room.')
    expect(told).toContain('Somebody who was on it is no longer on the programme, and is not on it any more.')
    const now = await slotNow(house, slug, 'part')
    expect(now).toMatchObject({
      moderatorPersons: [],
      seats: [{ key: 'europe-1', state: 'open' }, { key: 'europe-2' }],
    })
    expect(now).not.toHaveProperty('room')
    expect(now?.seats[0]).not.toHaveProperty('person')
    const visit = await bringBack('visit')
    expect(wordsOn((await ask(house, at('programme'), visit.cookie)).html)).toContain('it is on the first day.')
    expect(await slotNow(house, slug, 'visit')).not.toHaveProperty('day')
  })

  test('when the seminar has moved since, it comes back as many days after its first day', async () => {
    await remove('visit')
    await remove('opening')
    await changed(house, slug, file => {
      file.date = '2027-08-02'
      file.programme.days = [{ date: '2027-08-03', hours: { from: '10:00', to: '12:00' } }]
      // Organisations that nothing else names are not in the file any more: they come back too.
      file.organisations = file.organisations.filter(({ key }) => key !== 'org-b')
    })
    await bringBack('visit')
    expect(await slotNow(house, slug, 'visit')).toMatchObject({ day: '2027-08-03', from: '10:00', to: '11:00' })
    await bringBack('opening')
    expect(await slotNow(house, slug, 'opening')).toMatchObject({ from: '09:00', moderators: ['org-b'] })
  })

  test('made again under its key, it is not offered; the latest is what comes back', async () => {
    await remove('visit')
    const first = fieldsOf((await ask(house, at('programme'), organiser)).html, back('visit'))
    await changed(house, slug, file => {
      const [opening] = file.programme.slots
      if (opening)
        file.programme.slots.push({
          ...opening,
          key: 'visit',
          title: { fr: 'Une autre visite' },
          from: '16:00',
          to: '17:00',
        })
    })
    expect((await ask(house, at('programme'), organiser)).html).not.toContain(back('visit'))
    await remove('visit')
    const late = await send(house, back('visit'), organiser, first)
    expect(wordsOn((await ask(house, at('programme'), late.cookie)).html)).toContain('There is nothing of that name')
    expect(await keys()).not.toContain('visit')
    await bringBack('visit')
    expect((await slotNow(house, slug, 'visit'))?.title).toEqual({ fr: 'Une autre visite' })
  })

  test('when the checks refuse it beside what is there now, it says why and nothing is written', async () => {
    await remove('opening')
    // Its end before its beginning, as no form would save it.
    await changed(house, slug, file => {
      const [part] = file.programme.slots
      if (part) file.programme.slots = [{ ...part, from: '10:00' }]
      file.programme.days = []
    })
    await query(
      house,
      `update perenne.record_version v set doc = v.doc || '{"ends_at": "2027-07-05T06:00:00+00:00"}' from perenne.space p
       where p.id = v.space_id and p.slug = $1 and v.record_table = 'slot' and v.doc ->> 'key' = 'opening'`,
      [slug],
    )
    const done = await bringBack('opening')
    expect(wordsOn((await ask(house, at('programme'), done.cookie)).html)).toContain('It cannot come back as it was.')
    expect(await keys()).toEqual(['part'])
  })

  test('as many queries for one that was removed as for three', async () => {
    await remove('visit')
    const few = await queriesOf(house, at('programme'), organiser)
    await remove('part')
    await remove('opening')
    expect(await queriesOf(house, at('programme'), organiser)).toBe(few)
  })
})

describe('a room that was removed', () => {
  test('comes back with its name and capacity, and the slots that are in no room since are in it again', async () => {
    await changed(house, slug, file => {
      const [blue] = file.programme.rooms
      if (blue) blue.capacity = 80
      const visit = file.programme.slots.find(({ key }) => key === 'visit')
      if (visit) visit.room = 'bleue'
    })
    const before = await fileOf(house, slug)
    const removed = await remove('bleue', 'rooms')
    expect(removed.location).toBe(`${at('rooms')}?removed=bleue`)
    await fill(house, at('slots/visit'), organiser, { room: 'verte' })
    const shown = wordsOn((await ask(house, removed.location ?? '', removed.cookie)).html)
    expect(shown).toContain('Bring “Salle bleue” back')
    expect(shown).toContain('Rooms that were removed')
    const done = await bringBack('bleue', 'rooms', 'rooms')
    expect(wordsOn((await ask(house, at('rooms'), done.cookie)).html)).toContain(
      'is back in the draft. 1 slot is in it.',
    )
    expect((await fileOf(house, slug)).programme.rooms).toEqual(before.programme.rooms)
    expect(await slotNow(house, slug, 'part')).toMatchObject({ room: 'bleue' })
    expect(await slotNow(house, slug, 'visit')).toMatchObject({ room: 'verte' })
  })

  test('brought back before its slot, it is the room of the slot again', async () => {
    await remove('part')
    await remove('bleue', 'rooms')
    await bringBack('bleue', 'rooms', 'rooms')
    await bringBack('part')
    expect(await slotNow(house, slug, 'part')).toMatchObject({ room: 'bleue' })
  })
})

describe('who may not', () => {
  test('an organiser of another network, an evaluator, a translator, nobody: nothing comes back', async () => {
    await remove('part')
    const fields = fieldsOf((await ask(house, at('programme'), organiser)).html, back('part'))
    for (const cookie of [
      await personWith(house, 'organiser', 'ailleurs'),
      await personWith(house, 'evaluator', slug),
      await personWith(house, 'translator', slug),
      await personWith(house, null),
      '',
    ]) {
      const { status } = await send(house, back('part'), cookie, fields)
      expect([303, 403, 404]).toContain(status)
      expect((await ask(house, at('programme'), cookie)).html).not.toContain('Première partie')
    }
    expect(await keys()).not.toContain('part')
  })

  test('what was removed from one seminar comes back to no other, whatever id is sent', async () => {
    await remove('part')
    const { _form: id = '' } = fieldsOf((await ask(house, at('programme'), organiser)).html, back('part'))
    const other = `${slug}-autre`
    await importProgramme(house, other)
    turnTo(other)
    await changed(house, other, file => {
      file.programme.slots = file.programme.slots.filter(({ key }) => key !== 'part')
    })
    expect((await ask(house, at('programme'), organiser)).html).toContain(back('part'))
    for (const forged of [id, 'part', crypto.randomUUID(), "' or true --", '']) {
      const done = await send(house, back('part'), organiser, { _form: forged })
      expect(done.status).toBe(303)
    }
    expect((await send(house, back('~new'), organiser, { _form: id })).status).toBe(303)
    expect(await keys()).not.toContain('part')
  })
})

const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1)
const seatsOf = `select s.id, s.answered_at from perenne.slot_seat s join perenne.space p on p.id = s.space_id
  where p.slug = $1 and s.key = 'europe-1'`
const answersOf = `select r.role, r.state, r.answered_at from perenne.slot_person r
  join perenne.space p on p.id = r.space_id where p.slug = $1`
