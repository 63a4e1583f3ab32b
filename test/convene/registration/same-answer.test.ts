import { expect, test } from 'vitest'
import { makeInvitation } from '#convene/registration/acts/make-invitation.ts'
import {
  type RegisterResult,
  type RegistrationInput,
  register,
  registerTogether,
} from '#convene/registration/acts/register.ts'
import { as, job } from '#ground/database/actor.ts'
import { writeTexts } from '#ground/languages/texts.ts'
import { actRooms, answers, disagreements, mailsAbout, makeSeminar, query, type TestSeminar } from './acts-support.ts'
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

test('in one batch the limit of an address counts those who are known, wherever they stand in it', async () => {
  const names = Array.from({ length: 14 }, (_, n) => `Name ${'abcdefghijklmn'.charAt(n)}`)
  const together = async (known: readonly string[]) => {
    const seminar = await makeSeminar(house, { capacity: 40 })
    for (const givenName of known) await come(seminar, { givenName })
    await house.setClock('2018-06-06T10:00:00Z')
    // Sent in one moment, they are admitted in one transaction.
    const outcomes = await Promise.allSettled(names.map(givenName => come(seminar, { givenName })))
    await house.setClock('2018-06-05T10:00:00Z')
    return outcomes.map(({ status }) => status)
  }
  const nobody = await together([])
  expect(nobody).toEqual([...Array(12).fill('fulfilled'), 'rejected', 'rejected'])
  expect(await together(names.slice(0, 5))).toEqual(nobody)
  expect(await together(names.slice(6, 12))).toEqual(nobody)
  expect(await together(names.slice(12))).toEqual(nobody)
})

const target = { givenName: 'Rosa', email: 'target@example.org' }

/** Two seminars that differ in one thing: in the second one the target is registered already, and holds nothing. */
async function twice<Seen>(make: () => Promise<TestSeminar>, tried: (seminar: TestSeminar) => Promise<Seen>) {
  const seen: Seen[] = []
  for (const isKnown of [false, true]) {
    const seminar = await make()
    if (isKnown) await come(seminar, { ...target, category: 'other' })
    seen.push(await tried(seminar))
    expect(await disagreements(house, seminar.id)).toEqual([])
  }
  return { unknown: seen[0] as Seen, known: seen[1] as Seen }
}
// Whoever is examined holds no place and stands in no line: what the counters say is the same with them and without.
const admission = { approval_for: ['other' as const] }
const full = async (capacity: number, taken: number, more: Parameters<typeof makeSeminar>[1] = {}) => {
  const seminar = await makeSeminar(house, { ...more, capacity, admission: { ...admission, ...more.admission } })
  for (let n = 0; n < taken; n++) await come(seminar, { email: `there${n}@example.org` })
  return seminar
}

type Answer = [outcome: string, state?: string, rank?: number | null]
const seenOf = (result: RegisterResult): Answer =>
  'told' in result ? ['answered', result.told.state, result.told.rank] : [result.why]

test('a key tells nothing: with whatever is sent under it, known and unknown are answered alike', async () => {
  const tried = async (seminar: TestSeminar) => {
    const idempotencyKey = 'api:k'
    const seen: Answer[] = []
    const ask = async (given: Partial<RegistrationInput>) =>
      seen.push(seenOf(await come(seminar, { idempotencyKey, ...given })))
    await ask(target)
    await ask(target)
    await ask({ ...target, consents: [] })
    await ask({ ...target, category: 'university', answers: { none: 'x' } })
    await ask({ ...target, givenName: 'Another', consents: [] })
    await ask({ ...target, givenName: 'Another' })
    await house.setClock('2018-06-20T10:00:00Z')
    await ask(target)
    await ask({ ...target, givenName: 'A third' })
    await house.setClock('2018-06-05T10:00:00Z')
    return seen
  }
  const waiting = await twice(() => full(1, 3), tried)
  // Of another request, what the counters tell everybody: whether the line has grown by one.
  expect(waiting.known).toEqual(waiting.unknown.map(one => (one[2] === 4 ? ['answered', 'waiting', 3] : one)))
  expect(waiting.unknown.map(([what]) => what)).toEqual([
    'answered',
    'answered',
    'answered',
    'answered',
    'consent-missing',
    'answered',
    'answered',
    'closed',
  ])
  expect(waiting.unknown.slice(0, 3)).toEqual(Array(3).fill(['answered', 'waiting', 3]))
  const free = await twice(() => full(5, 1), tried)
  expect(free.known).toEqual(free.unknown)
})

test('the receipt of a delegation counts somebody known as a newcomer', async () => {
  const delegation = (seminar: TestSeminar, people: readonly Partial<RegistrationInput>[]) =>
    registerTogether(
      house,
      seminar.slug,
      people.map(given => answers(seminar, { origin: 'form', ...given })),
      null,
    )
  const me = { givenName: 'Zoe', email: 'zoe@example.org' }
  const other = { givenName: 'Yann', email: 'yann@example.org' }
  const both =
    (people: readonly Partial<RegistrationInput>[], besides: readonly Partial<RegistrationInput>[] = []) =>
    async (seminar: TestSeminar) => {
      // Others arrive in the same moment, and are written in the same transaction.
      const [results] = await Promise.all([delegation(seminar, people), ...besides.map(given => come(seminar, given))])
      return results.map(seenOf)
    }
  const waiting = (rank: number): Answer => ['answered', 'waiting', rank]
  const confirmed: Answer = ['answered', 'confirmed', null]

  for (const besides of [[], [other, { ...other, givenName: 'Xavier' }]]) {
    const line = await twice(() => full(1, 14), both([target, me, { ...me, givenName: 'Ana' }], besides))
    expect(line.unknown).toEqual([waiting(14), waiting(15), waiting(16)])
    expect(line.known).toEqual(line.unknown)
    const last = await twice(() => full(3, 2), both([target, me], besides))
    expect(last.unknown).toEqual([confirmed, waiting(1)])
    expect(last.known).toEqual(last.unknown)
  }
  const between = await twice(() => full(1, 5), both([me, target, other]))
  expect(between.known).toEqual(between.unknown)
  const ofOrganisation = await twice(() => full(9, 0, { admission: { per_organisation: 1 } }), both([target, me]))
  expect(ofOrganisation.unknown).toEqual([confirmed, waiting(1)])
  expect(ofOrganisation.known).toEqual(ofOrganisation.unknown)
})

test('a delegation that comes back with somebody else in it tells no more than the first time', async () => {
  const people = (seminar: TestSeminar, names: readonly string[]) =>
    names.map(name =>
      answers(seminar, {
        origin: 'form',
        email: `${name}@example.org`,
        idempotencyKey: `form:${name}`,
        givenName: 'Rosa',
      }),
    )
  const tried = async (seminar: TestSeminar) => {
    const first = await registerTogether(house, seminar.slug, people(seminar, ['target', 'zoe']), null)
    const again = await registerTogether(house, seminar.slug, people(seminar, ['target', 'yann']), null)
    return [...first, ...again].map(result => 'told' in result && result.told.rank)
  }
  const { known, unknown } = await twice(() => full(1, 14), tried)
  expect(unknown).toEqual([14, 15, 14, 16])
  expect(known).toEqual(unknown)
})

test('of a delegation only what is told is worked out so: who is new has the place that is there', async () => {
  const seminar = await full(1, 0)
  await come(seminar, { ...target, category: 'other' })
  const me = answers(seminar, { givenName: 'Zoe', email: 'zoe@example.org' })
  const results = await registerTogether(house, seminar.slug, [answers(seminar, target), me], null)
  expect(results.map(seenOf)).toEqual([
    ['answered', 'confirmed', null],
    ['answered', 'waiting', 1],
  ])
  const [mine] = results.slice(1)
  if (mine?.outcome !== 'registered') throw new Error(mine?.outcome)
  const [row] = await query<{ state: string }>(house, 'select state from perenne.registration where id = $1', [mine.id])
  expect(row?.state).toBe('confirmed')
  expect(await mailsAbout(house, mine.id)).toEqual(['registration-confirmed'])
})

test('an invitation with one place left refuses a delegation of two, known or not', async () => {
  const tried = async (seminar: TestSeminar) => {
    await makeInvitation(house, job('test'), seminar.slug, {
      label: 'x',
      code: 'PARTNERS',
      places: 1,
      reserved: false,
      reservedUntil: null,
      priority: 0,
      withoutApproval: false,
      validUntil: null,
    })
    const people = [target, { givenName: 'Zoe', email: 'zoe@example.org' }]
    const results = await registerTogether(
      house,
      seminar.slug,
      people.map(given => answers(seminar, { origin: 'form', invitation: 'PARTNERS', ...given })),
      null,
    )
    return results.map(seenOf)
  }
  const { known, unknown } = await twice(() => full(5, 0), tried)
  expect(unknown).toEqual([['others-refused'], ['invitation-used-up']])
  expect(known).toEqual(unknown)
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
