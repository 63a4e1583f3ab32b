import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromBase45, toBase45 } from '#convene/registration/rules/base45.ts'
import {
  readTicket,
  type Ticket,
  ticketBytes,
  ticketPurpose,
  ticketText,
  verifierOf,
} from '#convene/registration/rules/ticket.ts'
import { keysFrom } from '#ground/keys.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

test('base45 as the standard writes it (RFC 9285 §4.3, §4.4)', () => {
  for (const [plain, code] of [
    ['AB', 'BB8'],
    ['Hello!!', '%69 VD92EX0'],
    ['base-45', 'UJCLQE7W581'],
    ['ietf!', 'QED8WEX0'],
  ] as const) {
    expect(toBase45(bytes(plain))).toBe(code)
    expect(Buffer.from(fromBase45(code) ?? []).toString()).toBe(plain)
  }
  for (const wrong of ['GGW', ':::', 'A', 'ABCD', 'aB8', 'BB8é', '::']) expect(fromBase45(wrong)).toBeNull()
})

test('any bytes come back from base45', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), given => {
      expect([...(fromBase45(toBase45(given)) ?? [])]).toEqual([...given])
    }),
  )
})

const keys = keysFrom(randomBytes(32))
const verify = await verifierOf(new Uint8Array(keys.publicKey(ticketPurpose)))
const signed = (ticket: Ticket, by = keys, purpose = ticketPurpose) => {
  const payload = ticketBytes(ticket)
  return ticketText(payload, by.signPublic(purpose, payload))
}
const ticket: Ticket = {
  seminarId: '0e1dd5d4-6f0e-4b9a-9a7c-3f2f0f1f7f11',
  registrationId: 'fffe0001-0000-4000-8000-0000000000ff',
  category: 'civil-society',
  linkNumber: 3,
}

test('a ticket is read with the public key alone, and says whose place it is', async () => {
  const code = signed(ticket)
  expect(code).toHaveLength(153)
  expect(code).toMatch(/^[0-9A-Z $%*+\-./:]+$/)
  expect(await readTicket(code, verify)).toEqual(ticket)
})

test('a door that knows the number of the valid link takes no code of another', async () => {
  const code = signed(ticket)
  const knows = (number: number | undefined) => (id: string) => (id === ticket.registrationId ? number : undefined)
  expect(await readTicket(code, verify, knows(3))).toEqual(ticket)
  expect(await readTicket(code, verify, knows(4))).toBeNull()
  expect(await readTicket(code, verify, knows(2))).toBeNull()
  expect(await readTicket(code, verify, knows(undefined))).toBeNull()
  const late = { ...ticket, linkNumber: 0xfffffffe }
  expect(await readTicket(signed(late), verify)).toEqual(late)
  for (const linkNumber of [0, -1, 1.5, 2 ** 32]) expect(() => signed({ ...ticket, linkNumber })).toThrow()
})

test('what was changed, signed for something else, or made by somebody else is no ticket', async () => {
  const code = signed(ticket)
  const raw = fromBase45(code) as Uint8Array
  for (let at = 0; at < raw.length; at++) {
    const changed = Uint8Array.from(raw)
    changed[at] = (changed[at] as number) ^ 1
    expect(await readTicket(toBase45(changed), verify)).toBeNull()
  }
  expect(await readTicket(signed(ticket, keys, 'something-else'), verify)).toBeNull()
  expect(await readTicket(signed(ticket, keysFrom(randomBytes(32))), verify)).toBeNull()
  for (const other of ['', code.slice(0, -3), `${code}000`, code.toLowerCase(), 'https://example.org'])
    expect(await readTicket(other, verify)).toBeNull()
})

test('the key pair of a purpose is the same each time, and tells nothing of another’s', () => {
  const key = randomBytes(32)
  const [one, again] = [keysFrom(key), keysFrom(key)]
  expect(one.publicKey('ticket')).toHaveLength(32)
  expect(one.publicKey('ticket').equals(again.publicKey('ticket'))).toBe(true)
  expect(one.publicKey('ticket').equals(one.publicKey('letter'))).toBe(false)
  expect(one.signPublic('ticket', bytes('x')).equals(again.signPublic('ticket', bytes('x')))).toBe(true)
  expect(one.publicKey('ticket').equals(keysFrom(randomBytes(32)).publicKey('ticket'))).toBe(false)
})
