import { expect, test } from 'vitest'
import { makeInvitation } from '#convene/registration/acts/make-invitation.ts'
import { type RegistrationInput, register } from '#convene/registration/acts/register.ts'
import { as, job } from '#ground/database/actor.ts'
import { writeTexts } from '#ground/languages/texts.ts'
import { actRooms, answers, disagreements, makeSeminar, query, type TestSeminar } from './acts-support.ts'
import { house, openHouse } from './house.ts'

// Whoever asks for somebody who is registered is answered as for a newcomer; whoever leaves out what can be chosen is
// counted as whoever chose it.

openHouse(actRooms)

const come = (seminar: TestSeminar, given: Partial<RegistrationInput>) => register(house, answers(seminar, given))

test('with a code that spares the examination a known person is told what an unknown one is', async () => {
  const seminar = await makeSeminar(house, { capacity: 0, admission: { approval_for: ['other'] } })
  await makeInvitation(house, job('test'), seminar.slug, {
    label: 'x',
    code: 'PARTNERS',
    places: null,
    reserved: false,
    reservedUntil: null,
    priority: 0,
    withoutApproval: true,
    validUntil: null,
  })
  const given = { category: 'other', invitation: 'PARTNERS' } as const
  await come(seminar, { email: 'known@example.org' })
  const known = await come(seminar, { ...given, email: 'known@example.org' })
  const unknown = await come(seminar, { ...given, email: 'unknown@example.org' })
  expect([known.outcome, unknown.outcome]).toEqual(['known', 'registered'])
  expect('told' in known && known.told).toEqual('told' in unknown && unknown.told)
})

test('the limit of one address does not tell who is known: each is counted, and refused as the other', async () => {
  const names = Array.from({ length: 13 }, (_, n) => `Name ${'abcdefghijklm'.charAt(n)}`)
  const tried = async (known: readonly string[]) => {
    const seminar = await makeSeminar(house)
    for (const givenName of known) await come(seminar, { givenName })
    await house.setClock('2018-06-06T10:00:00Z')
    const outcomes: string[] = []
    for (const givenName of names)
      outcomes.push(
        await come(seminar, { givenName }).then(
          () => 'answered',
          error => error.kind as string,
        ),
      )
    await house.setClock('2018-06-05T10:00:00Z')
    return outcomes
  }
  const nobody = await tried([])
  expect(nobody).toEqual([...Array(12).fill('answered'), 'too-many'])
  expect(await tried(names.slice(0, 5))).toEqual(nobody)
  // The last one, beyond the limit, is known or is not.
  expect(await tried(names.slice(12))).toEqual(nobody)
})

test('the limit per organisation counts a typed name of an approved one as the approved one', async () => {
  const seminar = await makeSeminar(house, { admission: { per_organisation: 1 } })
  const made = (space: string, country: string, bodies: Record<string, string>, short: string | null) =>
    as(house.db, job('test'), async tx => {
      const { id } = await tx
        .insertInto('organisation')
        .values({ space_id: space, visibility: 2, kind: 'local-government', country, short_name: short })
        .returning('id')
        .executeTakeFirstOrThrow()
      await writeTexts(tx, [{ table: 'organisation', id, field: 'name', source: 'fr', bodies }])
      return id
    })
  const id = await made(seminar.network, 'FR', { fr: 'Métropole de Lyon', es: 'Metrópolis de Lyon' }, 'GLY')
  let n = 0
  const state = async (given: Partial<RegistrationInput>) => {
    const email = `o${n++}@example.org`
    const result = await come(seminar, { country: 'FR', email, ...given })
    if (!('told' in result)) throw new Error(JSON.stringify(result))
    const [row] = await query<{ key: string; organisation: string | null }>(
      house,
      'select organisation_key as key, organisation_id as organisation from perenne.registration where id = $1',
      [result.id],
    )
    return [result.told.state, row?.key, row?.organisation]
  }
  const known = (said: string) => [said, id, id]
  expect(await state({ organisation: 'métropole-de-lyon' })).toEqual(known('confirmed'))
  expect(await state({ organisation: 'Metropolis de LYON' })).toEqual(known('waiting'))
  expect(await state({ organisation: 'G.L.Y.' })).toEqual(known('waiting'))
  expect(await state({ organisation: 'Métropole de Lyon', organisationId: crypto.randomUUID() })).toEqual(
    known('waiting'),
  )
  // The same name in another country is another one, counted by its name however it is written.
  expect(await state({ organisation: 'Métropole de Lyon', country: 'BE' })).toEqual([
    'confirmed',
    'metropoledelyon',
    null,
  ])
  expect(await state({ organisation: 'Metropole-de-Lyon.', country: 'BE' })).toEqual([
    'waiting',
    'metropoledelyon',
    null,
  ])
  // One that is no public organisation of this seminar or its network stands for nothing.
  await made((await makeSeminar(house)).id, 'FR', { fr: 'Ville de Brest' }, null)
  expect(await state({ organisation: 'Ville de Brest' })).toEqual(['confirmed', 'villedebrest', null])
  expect(await disagreements(house, seminar.id)).toEqual([])
})
