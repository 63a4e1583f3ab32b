import { expect, test } from 'vitest'
import { telephoneUri } from '../../../../source/remember/actors/rules/telephone.ts'

test.each([
  ['+33 2 41 22 33 44', 'tel:+33241223344'],
  // From abroad the 0 is not dialled.
  ['+33 (0)2.41-22 33 44', 'tel:+33241223344'],
  ['0033 (0)2 41 22 33 44', 'tel:+33241223344'],
  ['00 56 2 2345 6789', 'tel:+56223456789'],
  ['02 41 22 33 44', 'tel:0241223344'],
  ['(02) 41 22 33 44', 'tel:0241223344'],
  ['+33 2 41 22 33 44 poste 12', 'tel:+33241223344;ext=12'],
  ['+56 2 2345 6789 ext. 301', 'tel:+56223456789;ext=301'],
  ['02 41 22 33 44 / 02 41 22 33 45', null],
  ['le 12 au matin', null],
  ['', null],
])('%s: %s', (written, uri) => {
  expect(telephoneUri(written)).toBe(uri)
})
