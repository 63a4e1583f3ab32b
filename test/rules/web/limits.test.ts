import { expect, test } from 'vitest'
import { networkOf, openLimits } from '../../../source/ground/web/limits.ts'

test('an IPv6 subscriber is one address, however many they write from', async () => {
  expect(networkOf('2001:db8:1:2::7')).toBe(networkOf('2001:0db8:0001:0002:ffff:1:2:3'))
  expect(networkOf('2001:db8:1:2::7')).not.toBe(networkOf('2001:db8:1:3::7'))
  expect(networkOf('::1')).toBe('0:0:0:0::/64')
  expect(networkOf('192.0.2.1')).toBe('192.0.2.1')
  const limits = openLimits()
  const tries = Array.from({ length: 101 }, (_, i) => limits.count('sign-in', null, `2001:db8:1:2::${i.toString(16)}`))
  const refused = (await Promise.allSettled(tries)).filter(one => one.status === 'rejected')
  expect(refused).toHaveLength(1)
})
