import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { issueLetters, withdrawLetter } from '#convene/letters/index.ts'
import { cancelRegistration } from '#convene/registration/acts/cancel-registration.ts'
import { changeRegistration } from '#convene/registration/acts/change-registration.ts'
import { correctContact } from '#convene/registration/acts/correct-contact.ts'
import { as, job, link, person } from '#ground/database/actor.ts'
import { erasePerson } from '#ground/people/acts/erase-person.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { makeSeminar, ownOf, query, registered, signedIn, stateOf } from '../registration/acts-support.ts'
import { dayAfter, june, lettersOf, mailsOf, people, rooms } from './support.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse(rooms)
})
afterAll(() => house.close())

async function scene(count: number, capacity = 50) {
  await house.setClock(june)
  const seminar = await makeSeminar(house, { capacity })
  const organiser = await signedIn(house, 'organiser', seminar.id)
  const ids = await people(house, seminar, count)
  return { seminar, organiser, ids, actor: person(organiser.personId) }
}

describe('issuing', () => {
  test('numbers on within the seminar, logs who did it, and writes one mail each in the person’s language', async () => {
    const { seminar, organiser, ids, actor } = await scene(3)
    const [one = '', two = '', three = ''] = ids
    expect(await issueLetters(house, actor, seminar.slug, [two])).toEqual({
      outcome: 'done',
      issued: 1,
      already: 0,
      left: 0,
    })
    // In the order in which they came, not the one in which they were ticked; whoever has one keeps it.
    expect(await issueLetters(house, actor, seminar.slug, [three, two, one])).toEqual({
      outcome: 'done',
      issued: 2,
      already: 1,
      left: 0,
    })
    const letters = await lettersOf(house, seminar)
    expect(letters.map(letter => [letter.number, letter.registration_id])).toEqual([
      [1, two],
      [2, one],
      [3, three],
    ])
    expect(letters.every(letter => letter.issued_by === organiser.personId)).toBe(true)
    const mails = await mailsOf(house, seminar)
    expect(mails.map(mail => mail.data.letter).sort()).toEqual(letters.map(letter => letter.id).sort())
    expect(mails.every(mail => mail.language === 'pt')).toBe(true)
    const versions = await query<{ actor_id: string }>(
      house,
      `select actor_id from perenne.record_version where record_table = 'attendance_letter' and record_id = $1`,
      [letters[0]?.id],
    )
    expect(versions).toEqual([{ actor_id: organiser.personId }])
  })

  test('each seminar counts for itself', async () => {
    const first = await scene(1)
    const second = await scene(1)
    await issueLetters(house, first.actor, first.seminar.slug, 'all')
    await issueLetters(house, second.actor, second.seminar.slug, 'all')
    expect((await lettersOf(house, second.seminar)).map(letter => letter.number)).toEqual([1])
  })

  test('only to people with a confirmed place here: the others are counted as left', async () => {
    const { seminar, ids, actor } = await scene(2, 2)
    await house.setClock(june)
    const waiting = await registered(house, seminar, { familyName: 'Espera', email: 'espera@example.org' })
    expect(await stateOf(house, waiting)).toBe('waiting')
    const elsewhere = await scene(1)
    const chosen = [ids[0] ?? '', waiting, elsewhere.ids[0] ?? '', randomUUID(), 'no id']
    const result = await issueLetters(house, actor, seminar.slug, chosen)
    // What is no id at all is dropped before anything is asked.
    expect(result).toEqual({ outcome: 'done', issued: 1, already: 0, left: 3 })
    expect((await lettersOf(house, seminar)).map(letter => letter.registration_id)).toEqual([ids[0]])
    expect(await lettersOf(house, elsewhere.seminar)).toEqual([])
  })

  test('whose data were erased, or whose place was given back, gets none; `all` passes them over', async () => {
    const { seminar, ids, actor } = await scene(3)
    const [erased = '', cancelled = '', last = ''] = ids
    await house.setClock(june)
    await cancelRegistration(house, link(cancelled), cancelled)
    await house.setClock(dayAfter)
    const [row] = await query<{ person_id: string }>(
      house,
      'select person_id from perenne.registration where id = $1',
      [erased],
    )
    await as(house.db, job('test'), tx =>
      tx
        .updateTable('person')
        .set({ given_name: null, family_name: null, email: null, erased_at: dayAfter })
        .where('id', '=', row?.person_id ?? '')
        .execute(),
    )
    expect(await issueLetters(house, actor, seminar.slug, [erased, cancelled])).toMatchObject({ issued: 0, left: 2 })
    expect(await issueLetters(house, actor, seminar.slug, 'all')).toEqual({
      outcome: 'done',
      issued: 1,
      already: 0,
      left: 0,
    })
    expect((await lettersOf(house, seminar)).map(letter => letter.registration_id)).toEqual([last])
  })

  test('from the day of the seminar on, at the venue', async () => {
    const { seminar, actor } = await scene(1)
    await house.setClock('2018-07-04T21:59:50Z')
    expect(await issueLetters(house, actor, seminar.slug, 'all')).toEqual({ outcome: 'too-early' })
    expect(await lettersOf(house, seminar)).toEqual([])
    await house.setClock('2018-07-04T22:00:00Z')
    expect(await issueLetters(house, actor, seminar.slug, 'all')).toMatchObject({ issued: 1 })
  })

  test('never for a cancelled seminar', async () => {
    const { seminar, actor } = await scene(1)
    await query(house, `update perenne.seminar set cancelled_at = '2018-07-01T00:00:00Z' where id = $1`, [seminar.id])
    expect(await issueLetters(house, actor, seminar.slug, 'all')).toEqual({ outcome: 'cancelled' })
  })

  test('many at once: no number twice, none left out, one letter each', async () => {
    const { seminar, actor, ids } = await scene(24)
    // Every half overlaps the others: both the numbers and the people are fought for.
    const parts = [ids.slice(0, 16), ids.slice(8), ids, ids.slice(4, 20)]
    const results = await Promise.all(parts.map(part => issueLetters(house, actor, seminar.slug, part)))
    const letters = await lettersOf(house, seminar)
    expect(letters.map(letter => letter.number)).toEqual(Array.from({ length: 24 }, (_, index) => index + 1))
    expect(new Set(letters.map(letter => letter.registration_id)).size).toBe(24)
    expect(await mailsOf(house, seminar)).toHaveLength(24)
    const sum = (key: 'issued' | 'already') =>
      results.reduce((total, result) => total + (result.outcome === 'done' ? result[key] : 0), 0)
    expect(sum('issued')).toBe(24)
    expect(sum('already')).toBe(16 + 16 + 24 + 16 - 24)
  })

  test('waits at the gate of the places: whoever holds it is waited for', async () => {
    const { seminar, actor } = await scene(1)
    const { owner } = house.database
    await owner.query('begin')
    await owner.query('select perenne.hold_places($1)', [seminar.id])
    let done = false
    const issuing = issueLetters(house, actor, seminar.slug, 'all').finally(() => {
      done = true
    })
    await new Promise(resolve => setTimeout(resolve, 300))
    expect(done).toBe(false)
    await owner.query('commit')
    expect(await issuing).toMatchObject({ issued: 1 })
  })
})

describe('withdrawing', () => {
  test('ends one letter; its number is not given again; the person may get another', async () => {
    const { seminar, organiser, actor, ids } = await scene(2)
    await issueLetters(house, actor, seminar.slug, 'all')
    const [first, second] = await lettersOf(house, seminar)
    const letter = second?.id ?? ''
    expect(await withdrawLetter(house, actor, seminar.slug, letter)).toMatchObject({ outcome: 'withdrawn' })
    expect(await withdrawLetter(house, actor, seminar.slug, letter)).toMatchObject({ outcome: 'withdrawn-before' })
    await issueLetters(house, actor, seminar.slug, 'all')
    const after = await lettersOf(house, seminar)
    expect(after.map(row => [row.number, row.withdrawn_at !== null])).toEqual([
      [1, false],
      [2, true],
      [3, false],
    ])
    expect(after[1]?.withdrawn_by).toBe(organiser.personId)
    expect(after[2]?.registration_id).toBe(ids[1])
    expect(first?.registration_id).toBe(ids[0])
  })

  test('twice at once: one withdraws, the other finds it done', async () => {
    const { seminar, actor } = await scene(1)
    await issueLetters(house, actor, seminar.slug, 'all')
    const [letter] = await lettersOf(house, seminar)
    const outcomes = await Promise.all(
      [1, 2, 3].map(async () => (await withdrawLetter(house, actor, seminar.slug, letter?.id ?? '')).outcome),
    )
    expect(outcomes.toSorted()).toEqual(['withdrawn', 'withdrawn-before', 'withdrawn-before'])
  })
})

describe('who may', () => {
  test('nobody but who looks after the people of this seminar', async () => {
    const { seminar, ids, actor } = await scene(2)
    await issueLetters(house, actor, seminar.slug, [ids[0] ?? ''])
    const [letter] = await lettersOf(house, seminar)
    const other = await makeSeminar(house)
    const strangers = [
      person((await signedIn(house, 'organiser', other.id)).personId),
      person((await signedIn(house, 'evaluator', seminar.id)).personId),
      person((await signedIn(house, 'translator', seminar.id)).personId),
      person((await signedIn(house, 'door_steward', seminar.id)).personId),
      person((await signedIn(house, null, seminar.id)).personId),
      link(ids[0] ?? ''),
      { kind: 'anonymous' } as const,
    ]
    for (const stranger of strangers) {
      await expect(issueLetters(house, stranger, seminar.slug, 'all')).rejects.toMatchObject({ kind: 'forbidden' })
      await expect(withdrawLetter(house, stranger, seminar.slug, letter?.id ?? '')).rejects.toMatchObject({
        kind: 'forbidden',
      })
      // The database itself says no, whatever an act forgets.
      await expect(
        as(house.db, stranger, tx =>
          tx
            .insertInto('attendance_letter')
            .values({ seminar_id: seminar.id, number: 99, registration_id: ids[1] ?? '', issued_by: null })
            .execute(),
        ),
      ).rejects.toThrow(/row-level security/)
      const changed = await as(house.db, stranger, tx =>
        tx.updateTable('attendance_letter').set({ withdrawn_at: dayAfter }).executeTakeFirst(),
      )
      expect(changed.numUpdatedRows).toBe(0n)
    }
    expect(await lettersOf(house, seminar)).toHaveLength(1)
    expect((await lettersOf(house, seminar))[0]?.withdrawn_at).toBeNull()
  })

  test('a letter of another seminar is not withdrawn through one’s own', async () => {
    const theirs = await scene(1)
    await issueLetters(house, theirs.actor, theirs.seminar.slug, 'all')
    const [letter] = await lettersOf(house, theirs.seminar)
    const mine = await scene(1)
    for (const id of [letter?.id ?? '', randomUUID(), 'x']) {
      await expect(withdrawLetter(house, mine.actor, mine.seminar.slug, id)).rejects.toMatchObject({
        kind: 'not-found',
      })
    }
  })

  test('erasing a person leaves the number and no name', async () => {
    const { seminar, actor, ids } = await scene(1)
    await issueLetters(house, actor, seminar.slug, 'all')
    const [row] = await query<{ person_id: string }>(
      house,
      'select person_id from perenne.registration where id = $1',
      ids,
    )
    const administrator = await signedIn(house, null, seminar.id)
    await query(
      house,
      `insert into perenne.access_right (person_id, role, space_id, space_kind, reason, starts_at)
       values ($1, 'administrator', '00000000-0000-4000-8000-000000000001', 'installation', 'test', '2018-01-01')`,
      [administrator.personId],
    )
    await erasePerson(house, person(administrator.personId), row?.person_id ?? '', 'asked')
    expect(await lettersOf(house, seminar)).toHaveLength(1)
  })
})

test.each([
  ['on the day', '2018-07-05T10:00:00Z', '2018-07-05T11:00:00Z'],
  ['the day after', '2018-07-06T10:00:00Z', '2018-07-06T11:00:00Z'],
] as const)(
  '%s, a letter that came back is written to the corrected address: once, and not when it was withdrawn',
  async (when, issued, corrected) => {
    const { seminar, ids, actor } = await scene(3)
    const [lost = '', arrived = '', withdrawn = ''] = ids
    await house.setClock(issued)
    await issueLetters(house, actor, seminar.slug, ids)
    const settle = (id: string, set: string) =>
      query(
        house,
        `update perenne.mail set ${set} where data ->> 'registration' = $1 and template = 'attendance-letter'`,
        [id],
      )
    await settle(lost, `state = 'sent', bounced_at = perenne.now()`)
    await settle(arrived, `state = 'sent'`)
    await settle(withdrawn, `state = 'failed'`)
    const taken = (await lettersOf(house, seminar)).find(letter => letter.registration_id === withdrawn)
    await withdrawLetter(house, actor, seminar.slug, taken?.id ?? '')
    await house.setClock(corrected)
    const correct = async (id: string, email: string) => {
      const { version, answers } = await ownOf(house, id)
      // Once it is over, nobody corrects anything else.
      const changed =
        when === 'on the day'
          ? changeRegistration(house, actor, id, { version, answers: { ...answers, email } })
          : correctContact(house, actor, id, { version, contact: { ...answers, email } })
      expect(await changed).toEqual({ outcome: 'changed', mailed: true })
    }
    for (const [n, id] of ids.entries()) await correct(id, `right${n}@example.org`)
    const states = async (id: string) =>
      (
        await query<{ state: string }>(
          house,
          `select state from perenne.mail where data ->> 'registration' = $1 and template = 'attendance-letter'
         order by created_at`,
          [id],
        )
      ).map(({ state }) => state)
    expect(await states(lost)).toEqual(['sent', 'to_send'])
    expect(await states(arrived)).toEqual(['sent'])
    expect(await states(withdrawn)).toEqual(['failed'])
    const [first, again] = (await mailsOf(house, seminar)).filter(({ data }) => data.registration === lost)
    expect(again).toMatchObject({ language: first?.language, data: first?.data })
    await correct(lost, 'better@example.org')
    expect(await states(lost)).toEqual(['sent', 'to_send'])
  },
)
