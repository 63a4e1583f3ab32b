import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { parseSeminarFile } from '../../../source/convene/seminar/rules/parse-seminar-file.ts'
import { writeSeminarFile } from '../../../source/convene/seminar/rules/write-seminar-file.ts'
import { anyFile } from '../../convene/seminar/any-file.ts'

const read = (text: string) => {
  const parsed = parseSeminarFile(text)
  if (!parsed.ok) throw new Error(`${JSON.stringify(parsed.problems.slice(0, 3))}\n${text}`)
  return parsed.file
}

test('what is written is read again word for word, whatever it says', () => {
  fc.assert(
    fc.property(anyFile('any'), file => {
      const text = writeSeminarFile(file)
      expect(read(text)).toEqual(file)
      // By a reader that knows nothing of ours: a date stays a date, a time a text.
      expect(parse(text).hours.from).toBe(file.hours.from)
    }),
    { numRuns: 150 },
  )
}, 60_000)

test('the sample is written much as a person wrote it', async () => {
  const sample = await readFile(new URL('../../../samples/seminar-2018.yaml', import.meta.url), 'utf8')
  const text = writeSeminarFile(read(sample), { schema: 'https://perenne.example/schemas/seminar.schema.json' })
  expect(read(text)).toEqual(read(sample))
  expect(text.split('\n')[0]).toBe(
    '# yaml-language-server: $schema=https://perenne.example/schemas/seminar.schema.json',
  )
  for (const line of [
    'languages: [fr, es, pt, en]',
    'hours: {from: "09:00", to: "17:00"}',
    'date: 2018-07-05',
    '  closes: 2018-06-17T23:59:59',
    '      from: "09:40"',
    '      moderators: [allas]',
    '      when: {category: [elected, staff]}',
    '    telephone: "01 99 00 00 81"',
    '  retention: {needs: 30, answers: 365, persons: 365}',
  ])
    expect(text.split('\n')).toContain(line)
  const keys = (yaml: string) => [...yaml.matchAll(/^([a-z_]+):/gm)].map(([, key]) => key)
  expect(keys(text)).toEqual(keys(sample))
  // Only paragraphs that are one line each go beyond the width.
  const long = text.split('\n').filter(line => line.length > 120)
  expect(long.every(line => sample.includes(line.trim()))).toBe(true)
  expect(text).not.toContain('themes: []')
})
