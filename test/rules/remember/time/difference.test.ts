import fc from 'fast-check'
import { expect, it } from 'vitest'
import { differsFrom } from '../../../../source/remember/time/rules/difference.ts'
import { keptReason, putBackReason } from '../../../../source/remember/time/rules/reason.ts'

it('a text is told from the sentence in which it begins to differ', () => {
  expect(differsFrom('Un. Deux. Trois', 'Un. Deux. Quatre')).toBe('Un. Deux. '.length)
  expect(differsFrom('Autre chose', 'Rien de tel')).toBe(0)
  expect(differsFrom('Un. Deux', 'Un.')).toBe('Un.'.length - 3)
})

it('of a long sentence, from a few words before, and never from within a word', () => {
  const same = 'mot '.repeat(60)
  const from = differsFrom(`${same}un`, `${same}deux`)
  expect(from).toBeGreaterThan(150)
  expect(`${same}un`.slice(from)).toMatch(/^mot /)
})

it('nothing that differs is left out before it', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (same, one, other) => {
      const from = differsFrom(same + one, same + other)
      expect((same + one).slice(0, from)).toBe((same + other).slice(0, from))
    }),
  )
})

it('a reason that the program wrote comes back as it was kept; what people write is none', () => {
  const moment = Temporal.Instant.from('2015-09-14T15:30:02.4Z')
  for (const own of ['', 'le conseil a changé d’avis: deux fois']) {
    const back = putBackReason(keptReason({ moment, own }))
    expect([back?.moment.toString(), back?.own]).toEqual(['2015-09-14T15:30:02Z', own])
  }
  for (const words of [
    '',
    'put back',
    'put back as of yesterday',
    'put back as of 2015-19-44T15:30:02Z',
    'we put back as of 2015-09-14T15:30:02Z',
  ])
    expect(putBackReason(words)).toBeNull()
})
