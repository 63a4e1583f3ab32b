import { expect, test } from 'vitest'
import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import { ask, wordsOn } from '../registration/desk-support.ts'
import {
  type Announced,
  announced,
  askedFor,
  flat,
  house,
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

const addresses = async (seminar: Announced) => (await queued(house, seminar)).map(({ email }) => email)

/** Puts Di on a panel in the second slot; the seat is open until somebody asks. */
const withDi =
  (state: 'open' | 'invited' | 'confirmed' = 'open') =>
  (seminar: SeminarFile) => {
    seminar.people.push({ key: 'di', givenName: 'Di', familyName: 'Vo', email: 'di.vo@example.org', named: true })
    const slot = seminar.programme.slots.find(({ key }) => key === 'two')
    slot?.seats.push({ key: 'seat', region: 'europe', person: 'di', state })
  }
const declines = ({ id }: Announced) =>
  query(house, `update perenne.slot_seat set state = 'declined' where space_id = $1 and key = 'seat'`, [id])

test('nobody learns by a mail about changes that they are on the programme: how many is said, with the way to ask', async () => {
  const seminar = await announced(house, 'unasked', { asked: [] })
  await released(house, seminar, 'Deux', moveSlot('two', '14:00', '15:00'))
  expect(await waiting(house, seminar)).toBe(0)
  expect(await tell(house, seminar)).toEqual({ outcome: 'nothing' })
  const { cookie } = await somebody(house, 'organiser', seminar.slug)
  const path = `/en/desk/seminars/${seminar.slug}/programme/tell`
  const page = (await ask(house, path, cookie)).html
  expect(wordsOn(page)).toContain('1 person on the programme is not told')
  expect(page).toContain(`href="/en/desk/seminars/${seminar.slug}/panel"`)
  await askedFor(house, seminar.id, 'bo')
  expect(wordsOn((await ask(house, path, cookie)).html)).not.toContain('is not told')
  expect(await tell(house, seminar)).toEqual({ outcome: 'told', people: 1 })
  expect(await addresses(seminar)).toEqual(['bo.lin@example.org'])
})

test('whoever registered and was never asked is told as everybody is: not that they are on it', async () => {
  const seminar = await announced(house, 'unasked-registrant', { asked: [] })
  await query(
    house,
    'update perenne.person set email = $1 where email = $2 and id in (select person_id from perenne.programme_person where seminar_id = $3)',
    ['reg@example.org', 'bo.lin@example.org', seminar.id],
  )
  await registrant(house, seminar, 'Reg')
  await released(house, seminar, 'Deux', moveSlot('two', '14:00', '15:00'))
  expect(await tell(house, seminar)).toEqual({ outcome: 'told', people: 1 })
  const [mail] = await queued(house, seminar)
  const words = flat(await leaving(house, mail?.id ?? ''))
  expect(words).toContain('Deuxième')
  expect(words).not.toContain('vous y figurez')
})

test('a seat nobody was asked for is none of theirs, whatever else they were written to for', async () => {
  const seminar = await announced(house, 'open-seat', { asked: [] })
  await released(house, seminar, 'Deux', withDi())
  await askedFor(house, seminar.id, 'di')
  await released(house, seminar, 'Trois', moveSlot('two', '14:00', '15:00'))
  expect(await tell(house, seminar)).toEqual({ outcome: 'nothing' })
})

test('who was asked is told when the seat moves, until they say no: then also not of a mail that waits', async () => {
  const seminar = await announced(house, 'says-no', { asked: [] })
  await released(house, seminar, 'Deux', withDi('invited'))
  await askedFor(house, seminar.id, 'di')
  await released(house, seminar, 'Trois', moveSlot('two', '14:00', '15:00'))
  expect(await tell(house, seminar)).toEqual({ outcome: 'told', people: 1 })
  const [mail] = await queued(house, seminar)
  expect(mail?.email).toBe('di.vo@example.org')
  expect(flat(await leaving(house, mail?.id ?? ''))).toContain('Vos créneaux ont changé')
  await declines(seminar)
  expect(await leaving(house, mail?.id ?? '')).toBeNull()
  await released(house, seminar, 'Quatre', moveSlot('two', '15:00', '16:00'))
  expect(await tell(house, seminar)).toEqual({ outcome: 'nothing' })
})

test('who has said that they cannot moderate is told nothing more of that slot', async () => {
  const seminar = await announced(house, 'cannot', { asked: ['bo'] })
  await query(
    house,
    `update perenne.slot_person set state = 'declined' from perenne.programme_person pp
     where pp.id = programme_person_id and pp.seminar_id = $1 and pp.key = 'bo'`,
    [seminar.id],
  )
  await released(house, seminar, 'Deux', moveSlot('two', '14:00', '15:00'))
  expect(await tell(house, seminar)).toEqual({ outcome: 'nothing' })
})

test('who said no is told nothing more, though a version shows them, and the seat is another’s or the slot gone', async () => {
  for (const [slug, then] of [
    ['no-state', moveSlot('two', '14:00', '15:00')],
    [
      'no-other',
      ({ programme }: SeminarFile) => {
        const seat = programme.slots.find(({ key }) => key === 'two')?.seats[0]
        Object.assign(seat ?? {}, { person: 'cy', state: 'open' })
      },
    ],
    [
      'no-slot',
      ({ programme }: SeminarFile) => {
        programme.slots = programme.slots.filter(({ key }) => key !== 'two')
      },
    ],
  ] as const) {
    const seminar = await announced(house, slug, { asked: [] })
    await released(house, seminar, 'Deux', withDi('confirmed'))
    await askedFor(house, seminar.id, 'di')
    await declines(seminar)
    await released(house, seminar, 'Trois', then)
    expect(await tell(house, seminar), slug).toEqual({ outcome: 'nothing' })
  }
  // Taken off by the organisers without having said anything: that is told.
  const seminar = await announced(house, 'taken-off', { asked: [] })
  await released(house, seminar, 'Deux', withDi('confirmed'))
  await askedFor(house, seminar.id, 'di')
  await released(house, seminar, 'Trois', ({ programme }) => {
    Object.assign(programme.slots.find(({ key }) => key === 'two') ?? {}, { seats: [] })
  })
  expect(await tell(house, seminar)).toEqual({ outcome: 'told', people: 1 })
})
