import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backupsToKeep, retention } from '../../../source/ground/backup/rules/thinning.ts'

const anyMoments = fc.uniqueArray(
  fc.integer({ min: 0, max: 60 * 24 * 800 }).map(minutes => Temporal.PlainDateTime.from('2017-12-20').add({ minutes })),
  { maxLength: 120, selector: String },
)

/** The rule word by word, with days counted from a Monday and no calendar library: for each backup, which periods it is the newest of. */
function naive(moments: readonly Temporal.PlainDateTime[]): Set<string> {
  const monday = Temporal.PlainDate.from('2000-01-03')
  const dayOf = (moment: Temporal.PlainDateTime) => monday.until(moment.toPlainDate()).days
  const periods: [number, (moment: Temporal.PlainDateTime) => number][] = [
    [7, dayOf],
    [5, moment => Math.floor(dayOf(moment) / 7)],
    [12, moment => moment.year * 12 + moment.month],
  ]
  const kept = new Set<string>()
  for (const [count, periodOf] of periods) {
    const last = [...new Set(moments.map(periodOf))].sort((a, b) => b - a).slice(0, count)
    for (const period of last) {
      const names = moments
        .filter(moment => periodOf(moment) === period)
        .map(String)
        .sort()
      kept.add(names.at(-1) as string)
    }
  }
  return kept
}

test('keeps what the rule says, whatever the backups', () => {
  fc.assert(
    fc.property(anyMoments, moments => {
      expect(new Set(backupsToKeep(moments).map(String))).toEqual(naive(moments))
    }),
    { numRuns: 300 },
  )
})

test('never removes the newest, keeps at most 24, and changes nothing the second time', () => {
  fc.assert(
    fc.property(anyMoments, moments => {
      const kept = backupsToKeep(moments)
      expect(kept.length).toBeLessThanOrEqual(retention.days + retention.weeks + retention.months)
      expect(kept.map(String)).toEqual([...kept.map(String)].sort().reverse())
      expect(backupsToKeep(kept).map(String)).toEqual(kept.map(String))
      if (moments.length > 0) expect(String(kept[0])).toBe(moments.map(String).sort().at(-1))
    }),
  )
})

test('after two years of nights: the last 7 days, Sundays of 5 weeks, month ends of 12 months', () => {
  const nights = Array.from({ length: 730 }, (_, day) =>
    Temporal.PlainDateTime.from('2016-07-06T03:00').add({ days: day }),
  )
  // Thinned each night, as it happens, not once at the end.
  let kept: Temporal.PlainDateTime[] = []
  for (const night of nights) kept = backupsToKeep([...kept, night])
  expect(kept.map(moment => moment.toPlainDate().toString())).toEqual([
    '2018-07-05',
    '2018-07-04',
    '2018-07-03',
    '2018-07-02',
    '2018-07-01',
    '2018-06-30',
    '2018-06-29',
    '2018-06-24',
    '2018-06-17',
    '2018-06-10',
    '2018-05-31',
    '2018-04-30',
    '2018-03-31',
    '2018-02-28',
    '2018-01-31',
    '2017-12-31',
    '2017-11-30',
    '2017-10-31',
    '2017-09-30',
    '2017-08-31',
  ])
})
