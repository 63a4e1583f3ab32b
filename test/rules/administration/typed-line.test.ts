import { expect, test } from 'vitest'
import { readTyped } from '../../../source/ground/administration/typed-line.ts'

const known = { prefer: ['file', 'browser'] }
const read = (typed: string) => readTyped(typed.split(' ').filter(Boolean), known)

test('words and options in whatever order', () => {
  const expected = { words: ['seminar.yaml', 'dry-run'], json: true, options: { prefer: 'file' }, wrong: null }
  expect(read('seminar.yaml --prefer file dry-run --json')).toEqual(expected)
  expect(read('--json --prefer=file seminar.yaml dry-run')).toEqual(expected)
  expect(read('')).toEqual({ words: [], json: false, options: {}, wrong: null })
})

test('what is no option, and no value of one, is told; the first of them', () => {
  expect(read('--preffer file').wrong).toBe('unknown option --preffer.')
  expect(read('--prefer').wrong).toBe('--prefer is file or browser.')
  expect(read('--prefer= x').wrong).toBe('--prefer is file or browser.')
  expect(read('--prefer both --else').wrong).toBe('--prefer is file or browser.')
  expect(read('--constructor').wrong).toBe('unknown option --constructor.')
  expect(readTyped(['--prefer', 'file'], {}).wrong).toBe('unknown option --prefer.')
})
