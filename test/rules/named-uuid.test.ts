import { expect, test } from 'vitest'
import { namedUuid } from '../../source/ground/named-uuid.ts'

// The first is the test vector of RFC 9562, appendix A.4; the second was made by another program.
test.each([
  ['6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com', '2ed6657d-e927-568b-95e1-2665a8aea6a2'],
  ['018f1e7a-0000-7000-8000-000000000001', 'slot:part-1', 'ddae0375-9425-51bb-a543-1ca4de67c065'],
])('%s, %s: as other programs make it', (namespace, name, expected) => {
  expect(namedUuid(namespace, name)).toBe(expected)
})
