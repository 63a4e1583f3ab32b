import { expect, test } from 'vitest'
import { unknownDocuments } from '#convene/programme/rules/checks.ts'
import { severities } from '#convene/programme/rules/findings.ts'
import type { Programme } from '#convene/programme/rules/programme.ts'
import { namesFile, unknownFiles } from '#convene/programme/rules/unknown-files.ts'

const [mine, theirs] = ['0c0ffee0-0000-4000-8000-000000000001', '0c0ffee0-0000-4000-8000-000000000002']
const slots = [
  {
    key: 'a',
    documents: [
      { title: { fr: 'Ici' }, url: `/files/${mine}` },
      { title: { fr: 'Là' }, url: `/files/${theirs}` },
    ],
  },
  { key: 'b', documents: [{ title: { es: 'Página' }, url: `https://ville.example/files/${theirs}` }] },
  { key: 'c', documents: [] },
]

test('a document is unknown when it names a file that the seminar does not have; a page elsewhere never is', () => {
  expect(unknownFiles(slots, new Set([mine]))).toEqual([
    { slot: 'a', place: 2, title: { fr: 'Là' }, url: `/files/${theirs}` },
  ])
  expect(unknownFiles(slots, new Set([mine, theirs]))).toEqual([])
  expect(unknownFiles(slots, new Set()).map(({ place }) => place)).toEqual([1, 2])
  expect(namesFile(slots)).toBe(true)
  expect(namesFile(slots.slice(1))).toBe(false)
})

test('each is a finding of its own, known again by its slot and its file, and never blocks', () => {
  const found = unknownDocuments({ slots } as unknown as Programme, new Set([mine]))
  expect(found).toMatchObject([{ code: 'document-unknown', slots: ['a'], subject: `a:/files/${theirs}` }])
  expect(severities['document-unknown']).toBe('warning')
})
