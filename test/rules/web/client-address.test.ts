import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addressReader } from '../../../source/ground/web/client-address.ts'

const trusted = ['127.0.0.1', '10.0.0.0/8', '::1', '2001:db8:1::/48']

describe('who is at the other end', () => {
  const read = addressReader(trusted)
  test.each([
    ['203.0.113.7', undefined, '203.0.113.7'],
    ['203.0.113.7', '198.51.100.1', '203.0.113.7'],
    ['127.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['::ffff:127.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['127.0.0.1', '1.1.1.1, 198.51.100.1', '198.51.100.1'],
    ['127.0.0.1', '1.1.1.1, 198.51.100.1, 10.9.8.7', '198.51.100.1'],
    ['::1', '2001:db8:2::5, 2001:db8:1::9', '2001:db8:2::5'],
    ['127.0.0.1', '198.51.100.1:4711', '198.51.100.1'],
    ['127.0.0.1', '[2001:db8:2::5]:4711', '2001:db8:2::5'],
    ['127.0.0.1', '10.0.0.1', '10.0.0.1'],
    ['127.0.0.1', undefined, '127.0.0.1'],
    ['127.0.0.1', ' , ,', '127.0.0.1'],
    ['127.0.0.1', 'unknown', '127.0.0.1'],
    ['127.0.0.1', '198.51.100.1, unknown, 10.0.0.1', '10.0.0.1'],
    ['', '198.51.100.1', ''],
  ])('socket %s, header %s: %s', (socket, header, client) => {
    expect(read(socket, header)).toBe(client)
  })
})

const outside = fc.ipV4().filter(address => !/^(127\.0\.0\.1$|10\.)/.test(address))
const rubbish = fc.oneof(fc.ipV4(), fc.ipV6(), fc.string(), fc.constant('unknown'), fc.constant('10.0.0.1'))

test('whoever is not a trusted proxy cannot say who they are', () => {
  const read = addressReader(trusted)
  fc.assert(fc.property(outside, fc.array(rubbish), (socket, hops) => read(socket, hops.join(',')) === socket))
})

test('behind trusted proxies, what a client writes before its own address changes nothing', () => {
  const read = addressReader(trusted)
  fc.assert(
    fc.property(
      outside,
      fc.array(rubbish),
      fc.array(fc.constantFrom('10.0.0.1', '127.0.0.1', '::1')),
      (client, lies, proxies) => {
        expect(read('127.0.0.1', [...lies, client, ...proxies].join(', '))).toBe(client)
      },
    ),
  )
})

test('nothing trusted, nothing believed', () => {
  const read = addressReader([])
  fc.assert(fc.property(fc.ipV4(), fc.array(rubbish), (socket, hops) => read(socket, hops.join(',')) === socket))
})
