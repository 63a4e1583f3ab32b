import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { movedTo, type NewDay } from '../../../source/convene/life/rules/new-day.ts'
import { restedSince } from '../../../source/convene/life/rules/rested-since.ts'
import {
  canStep,
  eventStatus,
  isStillSo,
  type Life,
  type LifeFacts,
  lifeOf,
  lifeSteps,
  lives,
  meaning,
  rests,
} from '../../../source/convene/seminar/rules/life.ts'
import { spokenDeadline } from '../../../source/convene/seminar/rules/spoken-deadline.ts'

const at = (text: string) => Temporal.Instant.from(text)
const seminar: LifeFacts = {
  visibility: 2,
  startsAt: at('2018-07-05T09:00:00+02:00'),
  endsAt: at('2018-07-05T17:00:00+02:00'),
  opensAt: at('2018-05-02T10:00:00+02:00'),
  closesAt: at('2018-06-17T23:59:59+02:00'),
  postponedAt: null,
  cancelledAt: null,
}
const some = { capacity: 200, taken: 142, held: 0 }

describe('what a seminar is', () => {
  test.each([
    ['2018-05-02T09:59:59.999+02:00', some, 'announced'],
    ['2018-05-02T10:00:00+02:00', some, 'open'],
    ['2018-06-17T23:59:59.999+02:00', some, 'open'],
    ['2018-06-18T00:00:00+02:00', some, 'closed'],
    ['2018-06-04T09:00:00+02:00', { capacity: 200, taken: 200, held: 0 }, 'full'],
    ['2018-06-04T09:00:00+02:00', { capacity: 200, taken: 190, held: 10 }, 'full'],
    ['2018-06-04T09:00:00+02:00', { capacity: 200, taken: 190, held: 9 }, 'open'],
    ['2018-06-04T09:00:00+02:00', { capacity: 0, taken: 0, held: 0 }, 'full'],
    ['2018-06-04T09:00:00+02:00', null, 'open'],
    ['2018-07-05T09:00:00+02:00', some, 'under-way'],
    ['2018-07-05T17:00:00+02:00', some, 'over'],
  ] as const)('at %s', (now, places, life) => {
    expect(lifeOf(seminar, places, at(now))).toBe(life)
  })

  // Written from the words of docs/life.md, and not from the code: each life by itself, with all that keeps it from being.
  const model: Record<Life, (f: LifeFacts, full: boolean, now: bigint) => boolean> = {
    cancelled: f => f.cancelledAt !== null,
    postponed: f => f.cancelledAt === null && f.postponedAt !== null,
    draft: f => stands(f) && f.visibility !== 2,
    over: (f, _, now) => shown(f) && now >= ns(f.endsAt),
    announced: (f, _, now) => shown(f) && now < ns(f.endsAt) && f.opensAt !== null && now < ns(f.opensAt),
    open: (f, full, now) => shown(f) && now < ns(f.endsAt) && accepts(f, now) && !full,
    full: (f, full, now) => shown(f) && now < ns(f.endsAt) && accepts(f, now) && full,
    closed: (f, _, now) => shown(f) && now < ns(f.startsAt) && begun(f, now) && !accepts(f, now),
    'under-way': (f, _, now) =>
      shown(f) && now >= ns(f.startsAt) && now < ns(f.endsAt) && begun(f, now) && !accepts(f, now),
  }
  const ns = (instant: Temporal.Instant) => instant.epochNanoseconds
  const stands = (f: LifeFacts) => f.cancelledAt === null && f.postponedAt === null
  const shown = (f: LifeFacts) => stands(f) && f.visibility === 2
  const begun = (f: LifeFacts, now: bigint) => f.opensAt === null || now >= ns(f.opensAt)
  const accepts = (f: LifeFacts, now: bigint) => begun(f, now) && now < ns(f.closesAt) + 1_000_000_000n

  const instant = fc.integer({ min: 0, max: 40 }).map(n => at('2018-06-01T00:00:00Z').add({ milliseconds: n * 250 }))
  test('is exactly one thing at any moment: the one that the model says', () => {
    const facts = fc
      .record({
        visibility: fc.constantFrom(0, 1, 2, 2, 2),
        begins: instant,
        lasts: fc.integer({ min: 1, max: 20 }),
        opensAt: fc.option(instant, { nil: null }),
        closesAt: instant,
        postponedAt: fc.option(instant, { nil: null, freq: 4 }),
        cancelledAt: fc.option(instant, { nil: null, freq: 4 }),
      })
      .map(({ begins, lasts, ...rest }) => ({
        ...rest,
        startsAt: begins,
        endsAt: begins.add({ milliseconds: lasts * 250 }),
      }))
    const places = fc.option(
      fc.record({
        capacity: fc.integer({ min: 0, max: 3 }),
        taken: fc.integer({ min: 0, max: 3 }),
        held: fc.integer({ min: 0, max: 2 }),
      }),
      { nil: null },
    )
    fc.assert(
      fc.property(facts, places, instant, (f, p, now) => {
        const full = p !== null && p.capacity - p.taken - p.held <= 0
        const holds = lives.filter(life => model[life](f, full, ns(now)))
        expect(holds).toEqual([lifeOf(f, p, now)])
      }),
      { numRuns: 3000 },
    )
  })

  test('as time goes by, it only moves on', () => {
    const order = ['announced', 'open', 'closed', 'under-way', 'over']
    const seconds = fc.integer({ min: 0, max: 90 * 86_400 })
    fc.assert(
      fc.property(seconds, seconds, (a, b) => {
        const from = at('2018-04-20T00:00:00Z')
        const place = (s: number) => order.indexOf(lifeOf(seminar, some, from.add({ seconds: s })))
        return place(Math.min(a, b)) <= place(Math.max(a, b))
      }),
    )
  })
})

describe('what it means', () => {
  // Each consequence by itself, as the lives in which it holds: written by hand, for all nine.
  const everyLife = [...lives]
  const but = (...left: Life[]) => everyLife.filter(life => !left.includes(life))
  const holding = (holds: (life: Life) => boolean) => everyLife.filter(holds).sort()
  const model: [string, (life: Life) => boolean, Life[]][] = [
    ['everybody sees the page', life => meaning[life].page !== 'team', but('draft')],
    ['the page begins with what was decided', life => meaning[life].page === 'notice', ['postponed', 'cancelled']],
    ['a form is taken', life => ['open', 'waiting-list'].includes(meaning[life].form), ['open', 'full']],
    ['a newcomer waits', life => meaning[life].form === 'waiting-list', ['full']],
    ['the form says that it opens later', life => meaning[life].form === 'not-yet-open', ['draft', 'announced']],
    ['the form says that it closed', life => meaning[life].form === 'closed', ['closed', 'under-way', 'over']],
    ['the form says: postponed', life => meaning[life].form === 'postponed', ['postponed']],
    ['the form says: cancelled', life => meaning[life].form === 'cancelled', ['cancelled']],
    [
      'people change what they have by their link',
      life => meaning[life].ownPage === 'whole',
      but('over', 'postponed', 'cancelled'),
    ],
    ['people give back what they have', life => meaning[life].ownPage !== 'kept', but('over')],
    ['organisers correct', life => !['ended', 'kept'].includes(meaning[life].ownPage), but('over', 'cancelled')],
    [
      'people come up, accept and let offers pass',
      life => meaning[life].places === 'given',
      but('over', 'postponed', 'cancelled'),
    ],
    ['places stand still', rests, ['postponed', 'cancelled']],
    ['mails say where one stands', life => meaning[life].mails.standing, but('over', 'postponed', 'cancelled')],
    ['reminders leave', life => meaning[life].mails.reminders, ['announced', 'open', 'full', 'closed']],
    ['letters can be issued', life => meaning[life].letters, but('postponed', 'cancelled')],
    ['days of keeping are counted', life => meaning[life].retention, but('postponed')],
    ['calendars keep it', life => meaning[life].calendar.status === 'CONFIRMED', but('postponed', 'cancelled')],
    ['mails put it into calendars', life => meaning[life].calendar.method === 'PUBLISH', but('postponed', 'cancelled')],
    ['search engines: scheduled', life => eventStatus(life, false) === 'EventScheduled', but('postponed', 'cancelled')],
    ['search engines: moved', life => eventStatus(life, true) === 'EventRescheduled', but('postponed', 'cancelled')],
    ['search engines: postponed', life => eventStatus(life, true) === 'EventPostponed', ['postponed']],
    ['search engines: cancelled', life => eventStatus(life, true) === 'EventCancelled', ['cancelled']],
  ]
  test.each(model)('%s', (_, holds, expected) => {
    expect(holding(holds)).toEqual(expected.sort())
  })
  test('offers of schema.org', () => {
    expect(Object.fromEntries(everyLife.map(life => [life, meaning[life].linkedData.offer]))).toEqual({
      draft: 'PreSale',
      announced: 'PreSale',
      open: 'InStock',
      full: 'BackOrder',
      closed: 'SoldOut',
      'under-way': 'SoldOut',
      over: 'SoldOut',
      postponed: 'OutOfStock',
      cancelled: 'Discontinued',
    })
  })

  test('each step, from each life', () => {
    const steps = Object.fromEntries(everyLife.map(life => [life, lifeSteps.filter(step => canStep(step, life))]))
    expect(steps).toEqual({
      draft: ['announce', 'postpone', 'move', 'cancel'],
      announced: ['withdraw', 'open', 'postpone', 'move', 'cancel'],
      open: ['withdraw', 'close', 'postpone', 'move', 'cancel'],
      full: ['withdraw', 'close', 'postpone', 'move', 'cancel'],
      closed: ['withdraw', 'open', 'postpone', 'move', 'cancel'],
      'under-way': ['postpone', 'move', 'cancel'],
      over: [],
      postponed: ['new-day', 'hold-again', 'cancel'],
      cancelled: ['new-day', 'hold-again'],
    })
  })

  test('a notice is shown as long as it is so', () => {
    const still = (kind: Parameters<typeof isStillSo>[0]) => holding(life => isStillSo(kind, life))
    expect(still('cancelled')).toEqual(['cancelled'])
    expect(still('postponed')).toEqual(['postponed'])
    for (const kind of ['moved', 'held-again'] as const)
      expect(still(kind)).toEqual(['announced', 'closed', 'full', 'open', 'under-way'])
  })
})

describe('another day', () => {
  const zone = 'Europe/Paris'
  const date = (text: string) => Temporal.PlainDate.from(text)
  const time = (text: string) => Temporal.PlainTime.from(text)
  const before = { ...seminar, heldOn: date('2018-07-05'), timeZone: zone, promoteUntil: null, changeUntil: null }
  const day = (text: string, more: Partial<NewDay> = {}): NewDay => ({
    date: date(text),
    hoursFrom: time('09:00'),
    hoursTo: time('17:00'),
    closesAt: null,
    ...more,
  })
  const now = at('2018-06-04T09:00:00+02:00')
  const problem = (given: NewDay, about: Partial<typeof before> = {}, when = now) => {
    const found = movedTo({ ...before, ...about }, given, when)
    return found.ok ? null : found.problem
  }

  test('deadlines keep their hour and their distance, over the change of clocks too', () => {
    const winter = movedTo({ ...before, changeUntil: at('2018-06-30T12:00:00+02:00') }, day('2018-11-05'), now)
    if (!winter.ok) throw new Error(winter.problem)
    expect(winter.moved).toMatchObject({ days: 123, promoteUntil: null })
    expect(winter.moved.startsAt).toEqual(at('2018-11-05T09:00:00+01:00'))
    // It opened in May: that stays.
    expect(winter.moved.opensAt).toEqual(seminar.opensAt)
    expect(winter.moved.closesAt).toEqual(at('2018-10-18T23:59:59+02:00'))
    expect(winter.moved.changeUntil).toEqual(at('2018-10-31T12:00:00+01:00'))
  })
  test('an opening that is still to come moves along', () => {
    const found = movedTo(before, day('2018-07-12'), at('2018-04-01T00:00:00Z'))
    expect(found.ok && found.moved.opensAt).toEqual(at('2018-05-09T10:00:00+02:00'))
  })
  test('what is wrong with a day is named', () => {
    expect(problem(day('2018-07-05'))).toBe('same-day')
    expect(problem(day('2018-06-04'))).toBe('day-past')
    expect(problem(day('2018-06-05', { hoursTo: time('09:00') }))).toBe('ends-before-begins')
    expect(problem(day('2018-10-28', { hoursFrom: time('02:30'), hoursTo: time('12:00') }))).toBe('clock-change')
    expect(problem(day('2019-03-31', { hoursFrom: time('02:30'), hoursTo: time('12:00') }))).toBe('clock-change')
    const late = { closesAt: at('2018-10-12T17:00:01+02:00') }
    expect(problem(day('2018-10-12', late))).toBe('closes-after-end')
    expect(problem(day('2018-10-12', { closesAt: at('2018-05-01T00:00:00Z') }))).toBe('closes-before-opening')
  })
  test('none lies after the end, and the line does not stop before registration closes', () => {
    const shift = fc.integer({ min: -400, max: 400 }).filter(days => days !== 0)
    const hour = fc.integer({ min: -60 * 24, max: 60 * 24 })
    fc.assert(
      fc.property(shift, hour, hour, hour, (days, closes, promote, change) => {
        const from = (hours: number) => before.startsAt.add({ hours })
        const was = {
          ...before,
          opensAt: null,
          closesAt: from(closes),
          promoteUntil: from(promote),
          changeUntil: from(change),
        }
        const found = movedTo(was, day(before.heldOn.add({ days }).toString()), at('2016-01-01T00:00:00Z'))
        if (!found.ok) return
        const { closesAt, promoteUntil, changeUntil, endsAt } = found.moved
        const inOrder = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) <= 0
        expect(inOrder(closesAt, endsAt)).toBe(true)
        expect(promoteUntil && inOrder(closesAt, promoteUntil) && inOrder(promoteUntil, endsAt)).toBe(true)
        expect(changeUntil && inOrder(changeUntil, endsAt)).toBe(true)
      }),
    )
  })
  test('it rests since the earlier of two decisions', () => {
    const [june, july] = [at('2018-06-01T00:00:00Z'), at('2018-07-01T00:00:00Z')]
    expect(restedSince({ postponedAt: null, cancelledAt: null })).toBe(null)
    expect(restedSince({ postponedAt: june, cancelledAt: null })).toBe(june)
    expect(restedSince({ postponedAt: june, cancelledAt: july })).toBe(june)
    expect(restedSince({ postponedAt: july, cancelledAt: june })).toBe(june)
  })
})

test('« avant le 18 juin » is the last second of the 17th; other hours are said', () => {
  expect(spokenDeadline(seminar.closesAt, 'Europe/Paris')).toEqual({ before: Temporal.PlainDate.from('2018-06-18') })
  const noon = spokenDeadline(at('2018-06-17T12:00:00+02:00'), 'Europe/Paris')
  expect('until' in noon && noon.until.toString()).toBe('2018-06-17T12:00:00+02:00[Europe/Paris]')
  // The same instant is another hour elsewhere.
  expect('until' in spokenDeadline(seminar.closesAt, 'America/Bogota')).toBe(true)
})
