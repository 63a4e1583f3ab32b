import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, merge } from '#ground/history/fold.ts'
import { cut, detailOf, inWords } from '#ground/history/tell.ts'
import type { LogEvent } from '#ground/house.ts'

const start = Temporal.Instant.from('2018-06-04T09:00:00Z')
const event = (ms: number, actorId = 'a', key = 'k', spaceId = 's'): LogEvent => ({
  at: start.add({ milliseconds: ms }),
  actorKind: 'person',
  actorId,
  spaceId,
  part: 'seminar',
  key,
  say: () => key,
})

describe('folding', () => {
  test('what one actor did at one go is one entry', () => {
    const folded = fold([event(5000, 'a'), event(4000, 'a', 'l'), event(3900, 'a'), event(1000, 'a'), event(900, 'b')])
    expect(folded.map(entry => entry.done.map(({ event, times }) => `${event.key}${times}`))).toEqual([
      ['k2', 'l1'],
      ['k1'],
      ['k1'],
    ])
  })

  test('no event is lost or told twice, entries are newest first, and an entry has one actor and one space', () => {
    const any = fc.record({
      ms: fc.integer({ min: 0, max: 20_000 }),
      actor: fc.constantFrom('a', 'b'),
      key: fc.constantFrom('k', 'l', 'm'),
      space: fc.constantFrom('s', 't'),
    })
    fc.assert(
      fc.property(fc.array(any, { maxLength: 60 }), all => {
        const events = merge([all.map(one => event(one.ms, one.actor, one.key, one.space))])
        const folded = fold(events)
        const back = folded.flatMap(entry => entry.done.flatMap(one => one.all))
        expect(new Set(back)).toEqual(new Set(events))
        expect(back).toHaveLength(events.length)
        for (const entry of folded) {
          for (const { times, all } of entry.done) expect(all).toHaveLength(times)
          for (const { all } of entry.done)
            for (const one of all) expect([one.actorId, one.spaceId]).toEqual([entry.actorId, entry.spaceId])
        }
        for (let i = 1; i < folded.length; i++)
          expect(
            Temporal.Instant.compare(
              (folded[i - 1] as { at: Temporal.Instant }).at,
              (folded[i] as { at: Temporal.Instant }).at,
            ),
          ).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

describe('values in words', () => {
  test.each([
    [null, '–'],
    ['', '–'],
    [[], '–'],
    [true, 'oui'],
    [1234, '1\u202f234'],
    ['2018-07-05', '5\u00a0juillet\u00a02018'],
    ['2018-06-17T21:59:59+00:00', '17\u00a0juin\u00a02018 à 21\u00a0h\u00a059 UTC'],
    [['fr', 'pt'], 'français, portugais'],
    ['une  ligne\nune autre', 'une ligne une autre'],
  ])('%j → %s', (value, words) => expect(inWords('fr', value)).toBe(words))
  test('a long text is cut', () => expect(inWords('en', 'x'.repeat(500))).toHaveLength(160))
})

describe('what changed', () => {
  const table = { part: 'seminar' as const, name: () => 'Quota', columns: { capacity: { label: () => 'Places' } } }
  const row = (before: object | null, doc: object, removed = false) => ({
    table: 'quota',
    before: before as Record<string, unknown> | null,
    doc: doc as Record<string, unknown>,
    removed,
  })
  test('is told by column; what is not told is no news', () => {
    expect(detailOf(table, row({ capacity: 3, position: 1 }, { capacity: 5, position: 2 }))?.('en')).toEqual([
      'Places: 3 → 5',
    ])
    expect(detailOf(table, row({ capacity: 3, position: 1 }, { capacity: 3, position: 2 }))).toBeNull()
    expect(detailOf(table, row(null, { capacity: 3 }))?.('en')).toEqual([])
    expect(detailOf(table, row(null, { capacity: 3 }, true))?.('en')).toEqual([])
  })
  test('a text is told with what it was', () => {
    const text = { part: 'texts' as const, name: () => 'Text', columns: {} }
    const of = (before: string | null, body: string, removed = false) =>
      detailOf(text, {
        table: 'translation',
        before: before === null ? null : { body: before },
        doc: { body },
        removed,
      })
    expect(of('Avant', 'Après')?.('en')).toEqual(['Avant → Après'])
    expect(of('Avant', 'Avant')).toBeNull()
    expect(of(null, 'Après')?.('en')).toEqual(['– → Après'])
    expect(of(null, 'Avant', true)?.('en')).toEqual(['Avant → –'])
  })
})

test('what happens to a record and within it is told once: by its addition where there is one, each record counted once', () => {
  const of = (ms: number, record: string, key: string, within = false): LogEvent => ({
    ...event(ms, 'a', key),
    record,
    ...(within ? { within } : {}),
  })
  const folded = fold([
    of(40, 'one', 'changed', true),
    of(30, 'one', 'changed', true),
    of(20, 'one', 'added'),
    of(15, 'two', 'changed', true),
    of(10, 'three', 'changed'),
    of(5, 'three', 'changed', true),
  ])
  expect(folded[0]?.done.map(({ event, times, all }) => [event.key, times, all.length])).toEqual([
    ['added', 1, 3],
    ['changed', 2, 3],
  ])
})

test('a long text ends with a whole word, and with a whole letter where it has no words', () => {
  expect(cut('personne n’a repris le fil', 20)).toBe('personne n’a repris…')
  expect(cut('un, deux, trois', 10)).toBe('un, deux…')
  expect(cut('court', 20)).toBe('court')
  expect(cut('x'.repeat(30), 20)).toBe(`${'x'.repeat(19)}…`)
  expect(cut(`${'x'.repeat(18)}😀😀😀`, 20)).toBe(`${'x'.repeat(18)}…`)
})
