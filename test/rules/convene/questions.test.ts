import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  askedQuestions,
  checkAnswers,
  longestAnswer,
  type Question,
} from '../../../source/convene/registration/rules/questions.ts'

const question = (given: Partial<Question> & { key: string }): Question => ({
  id: `id-${given.key}`,
  kind: 'text',
  required: false,
  condition: null,
  options: [],
  ...given,
})
const staff = { category: 'staff' } as const
const one = (given: Partial<Question>, value: unknown) => {
  const result = checkAnswers([question({ key: 'q', ...given })], { q: value }, staff)
  return result.ok ? (result.answers.get('id-q') ?? null) : result.errors.q
}

describe('each kind', () => {
  test('text: lines kept, control characters and halves of characters not, 2,000 characters at most', () => {
    expect(one({}, '  Où ?\r\nIci.\u0000\u0007 ')).toBe('Où ?\nIci.')
    expect(one({}, 'a\ud800b')).toBe('a\ufffdb')
    expect(one({}, 'x'.repeat(longestAnswer))).toHaveLength(longestAnswer)
    expect(one({}, 'x'.repeat(longestAnswer + 1))).toBe('text-too-long')
    expect(one({}, '\u0000 \n')).toBeNull()
    expect(one({}, 12)).toBe('12')
    expect(one({}, { a: 1 })).toBe('required')
  })
  test.each([
    ['12', 12],
    [' -3,5 ', -3.5],
    ['−7', -7],
    ['1 000', 1000],
    ['12\u202f345\u202f678,25', 12345678.25],
    ['0.125', 0.125],
    [0, 0],
    ['1.000', 'number'],
    ['1,000', 'number'],
    ['1 00', 'number'],
    ['1e5', 'number'],
    ['0x10', 'number'],
    ['Infinity', 'number'],
    [Number.NaN, 'number'],
    [Number.POSITIVE_INFINITY, 'number'],
    [true, 'number'],
    ['9'.repeat(16), 'number'],
  ])('number %j is %j', (value, expected) => expect(one({ kind: 'number' }, value)).toBe(expected))
  test('choice and several: the options and nothing else', () => {
    const options = ['b', 'a', 'constructor']
    expect(one({ kind: 'choice', options }, 'a')).toBe('a')
    expect(one({ kind: 'choice', options }, ['a'])).toBe('a')
    expect(one({ kind: 'choice', options }, ['a', 'b'])).toBe('choice')
    expect(one({ kind: 'choice', options }, 'c')).toBe('choice')
    expect(one({ kind: 'several', options }, ['a', 'b', 'a', ''])).toEqual(['b', 'a'])
    expect(one({ kind: 'several', options }, 'a')).toEqual(['a'])
    expect(one({ kind: 'several', options }, ['a', 'c'])).toBe('choice')
    expect(one({ kind: 'several', options }, [['a']])).toBe('choice')
    expect(one({ kind: 'several', options, required: true }, [''])).toBe('required')
  })
  test('date: one that exists', () => {
    expect(one({ kind: 'date' }, '2018-02-28')).toBe('2018-02-28')
    for (const wrong of ['2018-02-30', '28/02/2018', '2018-2-3', 20180228])
      expect(one({ kind: 'date' }, wrong)).toBe('date')
  })
})

test('a question behind one that is not asked is not asked, and what answers it is dropped', () => {
  const questions = [
    question({ key: 'first', kind: 'choice', options: ['yes', 'no'], condition: { category: ['elected'] } }),
    question({ key: 'second', kind: 'choice', options: ['x'], condition: { question: 'first', is: ['yes'] } }),
    question({ key: 'third', required: true, condition: { question: 'second', is: ['x'] } }),
  ]
  const given = { first: 'yes', second: 'x', third: 'words', fourth: 'nobody asked', toString: 'x' }
  const elected = checkAnswers(questions, given, { category: 'elected' })
  expect(elected.ok && [...elected.answers]).toEqual([
    ['id-first', 'yes'],
    ['id-second', 'x'],
    ['id-third', 'words'],
  ])
  const other = checkAnswers(questions, given, { category: 'staff' })
  expect(other.ok && [...other.answers]).toEqual([])
  const no = checkAnswers(questions, { ...given, first: 'no' }, { category: 'elected' })
  expect(no.ok && [...no.answers.keys()]).toEqual(['id-first'])
  expect(checkAnswers(questions, { first: 'yes', second: 'x' }, { category: 'elected' })).toEqual({
    ok: false,
    errors: { third: 'required' },
  })
})

test('keys that every object has are no answers', () => {
  const questions = ['constructor', 'tostring', 'valueof'].map(key => question({ key, required: true }))
  expect(checkAnswers(questions, {}, staff)).toEqual({
    ok: false,
    errors: { constructor: 'required', tostring: 'required', valueof: 'required' },
  })
})

// ─── Beside a naive model, which asks the whole chain again for each question ──────────────────────
type Naive = {
  key: string
  kind: 'choice' | 'several'
  required: boolean
  options: string[]
  when: null | { up: number; is: string[] } | { of: string[] }
}
const categories = ['elected', 'staff', 'university'] as const
const optionKeys = ['a', 'b', 'c']
const naiveQuestions = fc
  .array(
    fc.record({
      kind: fc.constantFrom('choice' as const, 'several' as const),
      required: fc.boolean(),
      options: fc.subarray(optionKeys, { minLength: 1 }),
      when: fc.oneof(
        fc.constant(null),
        fc.record({ up: fc.nat(5), is: fc.subarray(optionKeys, { minLength: 1 }) }),
        fc.record({ of: fc.subarray([...categories], { minLength: 1 }) }),
      ),
    }),
    { maxLength: 6 },
  )
  .map(list =>
    list.map(
      (item, index): Naive => ({
        ...item,
        key: `q${index}`,
        when: index === 0 && item.when && 'up' in item.when ? null : item.when,
      }),
    ),
  )

const parentOf = (list: Naive[], index: number, up: number) => list[Math.max(0, index - 1 - (up % index))] as Naive
const asksNaively = (list: Naive[], index: number, given: Record<string, string[]>, category: string): boolean => {
  const when = list[index]?.when ?? null
  if (when === null) return true
  if ('of' in when) return when.of.includes(category)
  const parent = parentOf(list, index, when.up)
  if (!asksNaively(list, list.indexOf(parent), given, category)) return false
  return (given[parent.key] ?? []).some(value => when.is.includes(value))
}

test('what is asked, kept and refused agrees with the naive model', () => {
  const sent = fc.dictionary(
    fc.constantFrom('q0', 'q1', 'q2', 'q3', 'q4', 'q5', 'zz'),
    fc.subarray([...optionKeys, 'wrong']),
  )
  fc.assert(
    fc.property(naiveQuestions, sent, fc.constantFrom(...categories), (list, given, category) => {
      const questions = list.map((item, index) =>
        question({
          key: item.key,
          kind: item.kind,
          required: item.required,
          options: item.options,
          condition:
            item.when === null
              ? null
              : 'of' in item.when
                ? { category: item.when.of as (typeof categories)[number][] }
                : { question: parentOf(list, index, item.when.up).key, is: item.when.is },
        }),
      )
      const asked = list.filter((_, index) => asksNaively(list, index, given, category))
      expect(askedQuestions(questions, given, { category }).map(({ key }) => key)).toEqual(asked.map(({ key }) => key))
      const kept: [string, string | string[]][] = []
      const errors: Record<string, string> = {}
      for (const { key, kind, required, options } of asked) {
        const values = given[key] ?? []
        if (values.length === 0) {
          if (required) errors[key] = 'required'
        } else if (values.some(value => !options.includes(value)) || (kind === 'choice' && values.length > 1)) {
          errors[key] = 'choice'
        } else
          kept.push([
            `id-${key}`,
            kind === 'choice' ? (values[0] as string) : options.filter(option => values.includes(option)),
          ])
      }
      const result = checkAnswers(questions, given, { category })
      if (Object.keys(errors).length > 0) expect(result).toEqual({ ok: false, errors })
      else expect(result.ok && [...result.answers]).toEqual(kept)
    }),
    { numRuns: 1000 },
  )
})

test('whatever is sent, the answer is a result and never an error', () => {
  const kinds = ['text', 'number', 'choice', 'several', 'date'] as const
  fc.assert(
    fc.property(fc.constantFrom(...kinds), fc.boolean(), fc.anything(), (kind, required, value) => {
      const behind = question({ key: 'behind', condition: { question: 'q', is: ['a'] } })
      const asked = [question({ key: 'q', kind, required, options: ['a'] }), behind]
      const result = checkAnswers(asked, { q: value }, staff)
      const kept = result.ok ? result.answers.get('id-q') : undefined
      // It goes into jsonb: neither NUL nor half a character.
      const written = JSON.stringify(kept ?? null)
      return !written.includes('\\u0000') && !/\\ud[89a-f]/.test(written.replaceAll('\\\\', ''))
    }),
    { numRuns: 1000 },
  )
})
