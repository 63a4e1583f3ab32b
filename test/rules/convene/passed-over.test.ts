import { expect, test } from 'vitest'
import {
  type GivenFromLine,
  type LineChange,
  passedOver,
  type WhoWaits,
} from '#convene/registration/rules/passed-over.ts'
import type { Quota } from '#convene/registration/rules/places.ts'

const at = (day: number) => Temporal.Instant.from(`2018-06-${String(day).padStart(2, '0')}T10:00:00Z`)
const me: WhoWaits = {
  category: 'university',
  region: 'europe',
  territoryId: null,
  organisationKey: 'o',
  invitationId: null,
  priority: 0,
  line: 10,
  since: at(5),
}
const quota = (key: string, more: Partial<Quota> = {}): Quota => ({
  id: key,
  key,
  capacity: 30,
  taken: 30,
  held: 0,
  categories: null,
  regions: null,
  territoryId: null,
  ...more,
})
const quotas = [
  quota('overall'),
  quota('universities', { categories: ['university'] }),
  quota('staff', { categories: ['staff'] }),
]
const full = (key: string) => ({ quota: key, taken: 30, capacity: 30 })
const given = (day: number, line: number, priority = 0, ...keys: string[]): GivenFromLine => ({
  registrationId: `r${line}`,
  at: at(day),
  priority,
  line,
  full: keys.map(full),
})
const told = (changes: LineChange[], ...places: GivenFromLine[]) =>
  passedOver(me, changes, places, quotas).map(place => [place.registrationId, place.full.map(({ quota: key }) => key)])

test('a place that went to somebody further back is told with the full quotas that count this person', () => {
  expect(told([], given(12, 11, 0, 'universities', 'staff'))).toEqual([['r11', ['universities']]])
})

test('a place that went to somebody ahead passed nobody over', () => {
  expect(told([], given(12, 9, 0, 'universities'), given(13, 50, 1, 'universities'))).toEqual([])
})

test('a place that was given before they waited is not theirs to miss', () => {
  expect(told([], given(4, 11, 0, 'universities'))).toEqual([])
})

test('a priority that was raised since does not rewrite what happened', () => {
  // They had -5 when the place was given: the other one stood ahead.
  const raised: LineChange = { at: at(13), priority: [-5, 0] }
  expect(told([raised], given(12, 11, 0, 'universities'))).toEqual([])
  expect(told([{ ...raised, at: at(11) }], given(12, 11, 0, 'universities'))).toEqual([['r11', ['universities']]])
})

test('what they were then decides which quota counted them', () => {
  const change: LineChange = { at: at(13), category: ['staff', 'university'] }
  expect(told([change], given(12, 11, 0, 'universities', 'staff'))).toEqual([['r11', ['staff']]])
  // Two changes are taken back from the newest on.
  const twice: LineChange[] = [
    { at: at(13), category: ['other', 'staff'] },
    { at: at(14), category: ['staff', 'university'] },
  ]
  expect(told(twice, given(12, 11, 0, 'universities', 'staff'))).toEqual([['r11', []]])
})

test('a quota that has gone since explains nothing', () => {
  expect(told([], given(12, 11, 0, 'removed'))).toEqual([['r11', []]])
})
