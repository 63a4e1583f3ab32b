import { describe, expect, test } from 'vitest'
import { cancelSeminar } from '#convene/life/acts/cancel-seminar.ts'
import { postponeSeminar } from '#convene/life/acts/postpone-seminar.ts'
import { readVersions } from '#convene/programme/store/versions.ts'
import { tellChanges, telling, testTelling } from '#convene/programme/telling/acts/tell.ts'
import { cancelRegistration } from '#convene/registration/acts/cancel-registration.ts'
import { undeliveredFor } from '#convene/registration/store/undelivered.ts'
import { as, asPublic, job } from '#ground/database/actor.ts'
import { erasePersons } from '#ground/people/store/erase.ts'
import {
  announced,
  flat,
  house,
  lastOf,
  leaving,
  moveSlot,
  openTelling,
  query,
  queued,
  registrant,
  released,
  somebody,
  tell,
  waiting,
} from './support.ts'

openTelling()

const program = job('test')

describe('when nothing may leave', () => {
  test('a draft, a cancelled, a postponed and a past seminar: said why', async () => {
    const seminar = await announced(house, 'still')
    await registrant(house, seminar, 'One')
    await released(house, seminar, 'Deux', moveSlot('three', '10:15', '11:00'))
    await postponeSeminar(house, program, seminar.slug, { reason: null })
    expect(await tell(house, seminar)).toEqual({ outcome: 'not-possible', life: 'postponed' })
    await cancelSeminar(house, program, seminar.slug, null)
    expect(await tell(house, seminar)).toEqual({ outcome: 'not-possible', life: 'cancelled' })
    const past = await announced(house, 'past')
    await registrant(house, past, 'One')
    await released(house, past, 'Deux', moveSlot('three', '10:15', '11:00'))
    await house.setClock('2030-05-07T10:00:00Z')
    expect(await tell(house, past)).toEqual({ outcome: 'not-possible', life: 'over' })
    expect(await waiting(house, past)).toBe(0)
    const draft = await announced(house, 'draft-again')
    await query(house, 'update perenne.space set visibility = 0 where id = $1', [draft.id])
    await query(house, 'update perenne.seminar set visibility = 0 where id = $1', [draft.id])
    expect(await tell(house, draft)).toEqual({ outcome: 'not-possible', life: 'draft' })
    expect(await waiting(house, draft)).toBe(0)
    expect(await waiting(house, seminar)).toBe(0)
    for (const one of [seminar, past, draft]) expect(await queued(house, one)).toEqual([])
  })

  test('cancelled before it left, it leaves no more; nor to whoever gave up their place', async () => {
    const seminar = await announced(house, 'in-flight')
    const gone = await registrant(house, seminar, 'Gone')
    await registrant(house, seminar, 'Stays')
    await released(house, seminar, 'Deux', moveSlot('two', '14:00', '15:00'))
    await tell(house, seminar)
    const mails = await queued(house, seminar)
    expect(mails.map(({ email }) => email)).toEqual(['bo.lin@example.org', 'gone@example.org', 'stays@example.org'])
    await cancelRegistration(house, program, gone)
    expect(await leaving(house, mails[1]?.id ?? '')).toBeNull()
    expect(await leaving(house, mails[2]?.id ?? '')).not.toBeNull()
    await cancelSeminar(house, program, seminar.slug, null)
    for (const { id } of mails) expect(await leaving(house, id)).toBeNull()
  })

  test('another version was released since: nothing is sent', async () => {
    const seminar = await announced(house, 'stale')
    await registrant(house, seminar, 'One')
    await released(house, seminar, 'Deux', moveSlot('three', '10:15', '11:00'))
    const seen = await lastOf(house, seminar)
    await released(house, seminar, 'Trois', moveSlot('three', '10:30', '11:00'))
    expect(await tellChanges(house, program, seminar.slug, { version: seen, note: null })).toEqual({ outcome: 'stale' })
    expect(await queued(house, seminar)).toEqual([])
  })

  test('an erased name is in no mail, whenever it is put together', async () => {
    const seminar = await announced(house, 'erased')
    await registrant(house, seminar, 'One')
    await released(house, seminar, 'Deux', ({ programme }) => {
      const two = programme.slots.find(({ key }) => key === 'two')
      two?.speakers.push('ana')
    })
    await tell(house, seminar)
    const [ana, , one] = await queued(house, seminar)
    expect(ana?.email).toBe('ana.ruiz@example.org')
    expect(flat(await leaving(house, one?.id ?? ''))).toContain('Ana Ruiz')
    const [person] = await query<{ id: string }>(
      house,
      `select pp.person_id as id from perenne.programme_person pp where pp.seminar_id = $1 and pp.key = 'ana'`,
      [seminar.id],
    )
    await as(house.db, job('erase'), tx => erasePersons(tx, [person?.id ?? '']))
    expect(await leaving(house, ana?.id ?? '')).toBeNull()
    expect(flat(await leaving(house, one?.id ?? ''))).not.toContain('Ruiz')
  })

  test('a mail that came back marks the registration, as every other', async () => {
    const seminar = await announced(house, 'bounced')
    const id = await registrant(house, seminar, 'One')
    await released(house, seminar, 'Deux', moveSlot('three', '10:15', '11:00'))
    await tell(house, seminar)
    const [mail] = await queued(house, seminar)
    const marked = () => as(house.db, program, tx => undeliveredFor(tx, [id]))
    await query(house, `update perenne.mail set state = 'sent', sent_at = perenne.now() where id = $1`, [mail?.id])
    expect(await marked()).toEqual(new Set())
    await query(house, `update perenne.mail set bounced_at = perenne.now(), bounce = '5.1.1' where id = $1`, [mail?.id])
    expect(await marked()).toEqual(new Set([id]))
  })
})

describe('whose right it is', () => {
  test('nobody but who both edits the seminar and looks after its people', async () => {
    const seminar = await announced(house, 'rights')
    await announced(house, 'rights-elsewhere')
    await registrant(house, seminar, 'One')
    await released(house, seminar, 'Deux', moveSlot('three', '10:15', '11:00'))
    const version = await lastOf(house, seminar)
    const sample = { to: version, base: null, note: null }
    for (const [role, on] of [
      ['evaluator', seminar.slug],
      ['translator', seminar.slug],
      ['door_steward', seminar.slug],
      ['organiser', 'rights-elsewhere'],
    ] as const) {
      const { actor } = await somebody(house, role, on)
      await expect(tellChanges(house, actor, seminar.slug, { version, note: null }), role).rejects.toMatchObject({
        kind: 'forbidden',
      })
      await expect(testTelling(house, actor, seminar.slug, sample, 'fr'), role).rejects.toMatchObject({
        kind: 'forbidden',
      })
      // Nor may they write the notice past the act, or learn how many are concerned.
      await expect(
        as(house.db, actor, tx =>
          tx
            .insertInto('programme_notice')
            .values({ seminar_id: seminar.id, version_id: version, told: 0, sent_by: null })
            .execute(),
        ),
        role,
      ).rejects.toMatchObject({ code: '42501' })
      expect(await as(house.db, actor, async tx => telling(tx, seminar.id, await readVersions(tx, seminar.id)))).toBe(0)
    }
    await expect(asPublic(house.db, tx => tx.selectFrom('programme_notice').selectAll().execute())).rejects.toThrow(
      /permission/,
    )
    expect(await queued(house, seminar)).toEqual([])
    const { actor } = await somebody(house, 'organiser', seminar.slug)
    expect(await tellChanges(house, actor, seminar.slug, { version, note: null })).toMatchObject({ people: 1 })
    // What was told stays among those who work on the seminar.
    const { actor: other } = await somebody(house, 'organiser', 'rights-elsewhere')
    const seen = await as(house.db, other, tx => tx.selectFrom('programme_notice').selectAll().execute())
    expect(seen.filter(({ seminar_id }) => seminar_id === seminar.id)).toEqual([])
  })
})
