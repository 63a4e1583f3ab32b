import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { readSeminarFile } from '../../../source/convene/seminar/acts/read-seminar-file.ts'
import { parseSeminarFile } from '../../../source/convene/seminar/rules/parse-seminar-file.ts'
import { lettersApart } from '../../../source/convene/seminar/rules/problems.ts'
import { publishedSchema } from '../../../source/convene/seminar/rules/published-schema.ts'
import { locales } from '../../../source/ground/languages/locales.ts'

const at = (path: string) => new URL(`../../../${path}`, import.meta.url)
const sample = await readFile(at('samples/seminar-2018.yaml'), 'utf8')

/** The problems of the sample after a change, as `line:column path code`. */
function problems(change: (text: string) => string): string[] {
  const text = change(sample)
  expect(text, 'the change must change something').not.toBe(sample)
  const parsed = parseSeminarFile(text)
  if (parsed.ok) return []
  return parsed.problems.map(p => `${p.line}:${p.column} ${p.path.join('.')} ${p.expected.code}`)
}
const swap = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to)
const lineOf = (words: string) => sample.slice(0, sample.indexOf(words)).split('\n').length

test('the sample is right, and read as it is written', () => {
  const parsed = parseSeminarFile(sample)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  expect(parsed.file.programme.slots).toHaveLength(9)
  expect(parsed.file.registration).toMatchObject({ capacity: 200, closes: '2018-06-17T23:59:59' })
  expect(parsed.file.spoken_languages).toEqual({ floor: ['fr'], interpretation: ['es'] })
})

test('the published schema is the one of the program', async () => {
  expect(await readFile(at('samples/seminar.schema.json'), 'utf8'), 'run: tsx tools/seminar-schema.ts').toBe(
    publishedSchema(),
  )
})

describe('every problem has its line and column', () => {
  test('a date that does not exist', () => {
    const line = lineOf('date: 2018-07-05')
    expect(problems(swap('date: 2018-07-05', 'date: 2018-02-30'))).toEqual([`${line}:7 date date`])
  })
  test('an unknown key, with what was probably meant', () => {
    const text = sample.replace('objective:', 'objectiv:')
    const read = readSeminarFile(text, 'en')
    const line = lineOf('\nobjective:') + 1
    expect(read).toMatchObject({ problems: [{ line, column: 1, path: 'objectiv' }] })
    expect(read.ok || read.problems[0]?.expected).toContain('Did you mean “objective”?')
  })
  test('a block without a key that it needs: the place of the block', () => {
    const line = lineOf('  - key: cuf')
    expect(problems(swap('    kind: association\n', ''))).toEqual([`${line}:5 organisations.0.kind missing`])
  })
  test('several at once, in the order of the file', () => {
    const codes = problems(text =>
      text
        .replace('source: fr', 'source: de')
        .replace('Europe/Paris', 'Europe/Lutetia')
        .replace('capacity: 200', 'capacity: many')
        .replace('moderators: [platforma]', 'moderators: [plataforma]'),
    ).map(problem => problem.split(' ').slice(1).join(' '))
    expect(codes).toEqual([
      'source one-of',
      'time_zone time-zone',
      'registration.capacity capacity',
      'programme.slots.7.moderators.0 known-organisation',
    ])
  })
  test.each([
    ['an end before its start', swap('to: "17:00"', 'to: "08:30"'), 'hours.to end-after-start'],
    ['an hour that is none', swap('to: "09:30"', 'to: "24:30"'), 'programme.slots.0.to time'],
    ['an address that the desk has', swap(/^slug: .*$/m, 'slug: new'), 'slug slug-reserved'],
    ['a key twice', swap('- key: allas', '- key: cuf'), 'organisations.1.key key-once'],
    ['a text without its source language', swap(/title:\n {2}fr: [^\n]*\n/, 'title:\n'), 'title source-text'],
    [
      'a language that is not offered',
      swap('languages: [fr, es, pt, en]', 'languages: [fr, es, pt]'),
      'offered-language',
    ],
    [
      'a deadline after the end',
      swap('closes: 2018-06-17', 'closes: 2018-07-06'),
      'registration.closes closes-before-end',
    ],
    ['an empty text', swap('address: 5 rue Lobau, 75004 Paris', 'address: "  "'), 'venue.address text-not-empty'],
    [
      'a text of more than 20,000 characters',
      swap('fr: J’accepte que mon nom', `fr: ${'é'.repeat(20_001)} mon nom`),
      'registration.consents.1.text.fr text-too-long',
    ],
    ['invisible characters', swap('address: 5 rue', 'address: "a\\0b" #'), 'venue.address text-characters'],
    ['half a character', swap('address: 5 rue', 'address: "\\ud83d" #'), 'venue.address text-characters'],
    [
      'a contact without a way',
      swap(/ {4}email: seminaire@example.org\n {4}telephone: [^\n]*\n/, ''),
      'contacts.0 contact-way',
    ],
    ['a kind that is none', swap('kind: meal', 'kind: dinner'), 'programme.slots.6.kind one-of'],
  ])('%s', (_name, change, expected) => {
    const found = problems(change)
    expect(found.some(problem => problem.endsWith(expected))).toBe(true)
    expect(found.every(problem => /^[1-9]\d*:[1-9]\d* /.test(problem))).toBe(true)
  })
  test('an hour that summer time skips', () => {
    const found = problems(text =>
      text
        .replace('date: 2018-07-05', 'date: 2018-03-25')
        .replace('closes: 2018-06-17T23:59:59', 'closes: 2018-03-20T23:59:59')
        .replace('from: "09:00"\n', 'from: "02:30"\n'),
    )
    expect(found).toEqual([expect.stringContaining('programme.slots.0.from existing-time')])
  })
})

describe('places, questions and what is kept', () => {
  const line = (text: string) => swap('  promotion: direct\n', `  promotion: direct\n  ${text}\n`)
  test.each([
    [
      'a cut-off before the deadline',
      line('promoteUntil: 2018-06-17T23:59:58'),
      'registration.promoteUntil promotion-after-closing',
    ],
    [
      'a cut-off after the end',
      line('promoteUntil: 2018-07-05T17:00:01'),
      'registration.promoteUntil promotion-before-end',
    ],
    ['a cut-off that does not exist', line('promoteUntil: 2018-07-32T10:00:00'), 'registration.promoteUntil moment'],
    ['changes after the end', line('changeUntil: 2018-07-05T17:00:01'), 'registration.changeUntil changes-before-end'],
    ['no hours at all', line('offerHours: 0'), 'registration.offerHours offer-hours'],
    ['a form for twenty-one', line('perForm: 21'), 'registration.perForm per-form'],
    [
      'a limit of nobody',
      swap('perOrganisation: 12', 'perOrganisation: 0'),
      'registration.perOrganisation per-organisation',
    ],
    ['a way that is none', swap('promotion: direct', 'promotion: lottery'), 'registration.promotion one-of'],
    ['a category twice', swap('approval: [other]', 'approval: [other, other]'), 'registration.approval.1 once-in-list'],
    ['a category that is none', swap('approval: [other]', 'approval: [guests]'), 'registration.approval.0 one-of'],
    ['days by the hundred thousand', swap('persons: 365', 'persons: 100000'), 'registration.retention.persons days'],
    ['half a day', swap('needs: 30', 'needs: 0.5'), 'registration.retention.needs days'],
    ['a kind of data that is none', swap('answers: 365', 'answer: 365'), 'registration.retention.answer known-key'],
    ['a quota of everybody', swap('      regions: [europe]\n', ''), 'registration.quotas.0 quota-condition'],
    ['a quota called overall', swap('- key: europe', '- key: overall'), 'registration.quotas.0.key quota-overall'],
    ['a quota twice', swap('- key: latin-america', '- key: europe'), 'registration.quotas.1.key key-once'],
    ['a quota without a capacity', swap('      capacity: 120\n', ''), 'registration.quotas.0.capacity missing'],
    ['a region that is none', swap('regions: [europe]', 'regions: [asia]'), 'registration.quotas.0.regions.0 one-of'],
    [
      'a region twice',
      swap('regions: [europe]', 'regions: [europe, europe]'),
      'registration.quotas.0.regions.1 once-in-list',
    ],
    ['nobody at all', swap('regions: [europe]', 'regions: []'), 'registration.quotas.0.regions list-not-empty'],
    ['a question twice', swap('- key: alternation', '- key: parts'), 'registration.questions.1.key key-once'],
    [
      'an option twice',
      swap('- key: part-2\n          label', '- key: part-1\n          label'),
      'registration.questions.0.options.1.key key-once',
    ],
    ['options of a text', swap('kind: several', 'kind: text'), 'registration.questions.0.options question-no-options'],
    ['a choice without options', swap('kind: text', 'kind: choice'), 'registration.questions.2.options missing'],
    [
      'two conditions',
      swap('when: {category: [elected, staff]}', 'when: {category: [elected], question: parts, is: [part-1]}'),
      'registration.questions.1.when question-condition',
    ],
    [
      'half a condition',
      swap('when: {category: [elected, staff]}', 'when: {question: parts}'),
      'registration.questions.1.when question-condition',
    ],
    [
      'a later question',
      swap('kind: several', 'kind: several\n      when: {question: alternation, is: [weakened]}'),
      'registration.questions.0.when.question earlier-question',
    ],
    [
      'the question itself',
      swap('when: {category: [elected, staff]}', 'when: {question: alternation, is: [weakened]}'),
      'registration.questions.1.when.question earlier-question',
    ],
    [
      'an option that is none',
      swap('when: {category: [elected, staff]}', 'when: {question: parts, is: [part-1, part-4]}'),
      'registration.questions.1.when.is.1 known-option',
    ],
    [
      'a label without its source',
      swap(/ {8}fr: Quelles parties[^\n]*\n/, ''),
      'registration.questions.0.label source-text',
    ],
  ])('%s', (_name, change, expected) => {
    const found = problems(change)
    expect(found.map(problem => problem.split(' ').slice(1).join(' '))).toContain(expected)
    expect(found.every(problem => /^[1-9]\d*:[1-9]\d* /.test(problem))).toBe(true)
  })
  test('what is allowed: the very deadline, the very end, a condition on an earlier question, a small quota', () => {
    for (const change of [
      line('promoteUntil: 2018-06-17T23:59:59'),
      line('promoteUntil: 2018-07-05T17:00:00'),
      swap('when: {category: [elected, staff]}', 'when: {question: parts, is: [part-1, part-2]}'),
      swap('capacity: 120', 'capacity: 0'),
      swap('regions: [europe]', 'territory: clairfontaine'),
    ])
      expect(problems(change)).toEqual([])
  })
  test('each sentence says what was meant, in the language of the reader', () => {
    const text = sample.replace('when: {category: [elected, staff]}', 'when: {question: partes, is: [part-1]}')
    const told = locales.map(locale => {
      const read = readSeminarFile(text, locale)
      return read.ok ? '' : (read.problems[0]?.expected ?? '')
    })
    expect(new Set(told).size).toBe(4)
    for (const sentence of told) expect(sentence).toMatch(/parts.*\.$/)
  })
})

describe('the programme', () => {
  const codes = (change: (text: string) => string) =>
    problems(change).map(problem => problem.split(' ').slice(1).join(' '))
  const slots = (text: string) => swap('  provisional: true\n', `  provisional: true\n  ${text}\n`)
  const first = (text: string) => swap('      from: "09:00"\n      to: "09:30"\n', `      ${text}\n`)
  const people = (text: string) => swap('\nprogramme:\n', `\npeople:\n  - ${text}\nprogramme:\n`)
  const somebody = '{key: ana, givenName: Ana, familyName: Silva}'
  const twoDays = 'days: [{date: 2018-07-06, hours: {from: "09:00", to: "12:00"}}]'
  const seat = '- {key: latin-america-1, region: latin-america}'
  test.each([
    ['over midnight without a word', first('from: "22:00"\n      to: "01:00"'), ['programme.slots.0.to ends-next-day']],
    ['an end at its beginning', first('from: "09:00"\n      to: "09:00"'), ['programme.slots.0.to ends-next-day']],
    [
      'an end before its start, on a day that is said',
      first('from: "09:30"\n      until: 2018-07-05\n      to: "09:00"'),
      ['programme.slots.0.to end-after-start'],
    ],
    [
      'two nights',
      first('from: "22:00"\n      until: 2018-07-07\n      to: "01:00"'),
      ['programme.slots.0.until until-next-day'],
    ],
    [
      'an end before the day of the beginning',
      first('from: "22:00"\n      until: 2018-07-04\n      to: "23:00"'),
      ['programme.slots.0.until until-next-day', 'programme.slots.0.to end-after-start'],
    ],
    [
      'a day that is none of the days',
      first('day: 2018-07-06\n      from: "09:00"\n      to: "09:30"'),
      ['programme.slots.0.day known-day'],
    ],
    [
      'a day that does not exist',
      first('day: 2018-02-30\n      from: "09:00"\n      to: "09:30"'),
      ['programme.slots.0.day date', 'programme.slots.0.day known-day'],
    ],
    ['the first day again', slots(twoDays.replace('07-06', '07-05')), ['programme.days.0.date day-after-first']],
    ['a day twice', slots(twoDays.replace(/\[(.*)\]/, '[$1, $1]')), ['programme.days.1.date day-once']],
    [
      'hours of a day that end before they begin',
      slots(twoDays.replace('12:00', '08:00')),
      ['programme.days.0.hours.to end-after-start'],
    ],
    [
      'a room that is in no list',
      first('from: "09:00"\n      to: "09:30"\n      room: blue'),
      ['programme.slots.0.room known-room'],
    ],
    [
      'a room twice',
      slots('rooms: [{key: a, name: {fr: A}}, {key: a, name: {fr: B}}]'),
      ['programme.rooms.1.key key-once'],
    ],
    [
      'a room of half a place',
      slots('rooms: [{key: a, name: {fr: A}, capacity: 0.5}]'),
      ['programme.rooms.0.capacity capacity'],
    ],
    [
      'a speaker who is in no list',
      first('from: "09:00"\n      to: "09:30"\n      speakers: [ana]'),
      ['programme.slots.0.speakers.0 known-person'],
    ],
    ['a person twice', people(`${somebody}\n  - ${somebody}`), ['people.1.key key-once']],
    [
      'a person of an organisation that is in no list',
      people('{key: ana, givenName: Ana, familyName: Silva, organisation: x}'),
      ['people.0.organisation known-organisation'],
    ],
    ['a person without a name', people('{key: ana, givenName: Ana}'), ['people.0.familyName missing']],
    ['a seat twice', swap(seat, `${seat}\n        ${seat}`), ['programme.slots.3.seats.1.key key-once']],
    [
      'a seat of somebody who is in no list',
      swap(seat, seat.replace('}', ', person: ana}')),
      ['programme.slots.3.seats.0.person known-person'],
    ],
    [
      'a seat of an organisation that is in no list',
      swap(seat, seat.replace('}', ', organisation: plataforma}')),
      ['programme.slots.3.seats.0.organisation known-organisation'],
    ],
    [
      'a seat that is neither',
      swap(seat, seat.replace('}', ', state: maybe}')),
      ['programme.slots.3.seats.0.state one-of'],
    ],
    [
      'a document that is a script',
      first('from: "09:00"\n      to: "09:30"\n      documents: [{title: {fr: A}, url: "javascript:alert(1)"}]'),
      ['programme.slots.0.documents.0.url document-address'],
    ],
    [
      'a document on the disk',
      first('from: "09:00"\n      to: "09:30"\n      documents: [{title: {fr: A}, url: /files/../keys}]'),
      ['programme.slots.0.documents.0.url document-address'],
    ],
    [
      'a language spoken twice',
      first('from: "09:00"\n      to: "09:30"\n      spoken_languages: {floor: [fr, fr]}'),
      ['programme.slots.0.spoken_languages.floor.1 once-in-list'],
    ],
  ])('%s', (_name, change, expected) => {
    expect(codes(change)).toEqual(expected)
  })
  test('an hour that summer time skips, on a later day', () => {
    const found = codes(text =>
      text
        .replace('date: 2018-07-05', 'date: 2018-03-24')
        .replace('closes: 2018-06-17T23:59:59', 'closes: 2018-03-20T23:59:59')
        .replace('  provisional: true\n', `  provisional: true\n  ${twoDays.replace('2018-07-06', '2018-03-25')}\n`)
        .replace('from: "09:00"\n      to: "09:30"\n', 'day: 2018-03-25\n      from: "02:30"\n      to: "03:30"\n'),
    )
    expect(found).toEqual(['programme.slots.0.from existing-time'])
  })
  test('a night of which the clocks take or give an hour is as long as it is', () => {
    // In autumn 02:30 is twice: the first of the two is meant.
    const found = codes(text =>
      text
        .replace('date: 2018-07-05', 'date: 2018-10-27')
        .replace('from: "09:00"\n      to: "09:30"\n', 'from: "23:30"\n      until: 2018-10-28\n      to: "02:30"\n'),
    )
    expect(found).toEqual([])
  })
  test('what is allowed: a night that says so, another day, a file of this installation', () => {
    for (const change of [
      first('from: "22:00"\n      until: 2018-07-06\n      to: "01:00"'),
      (text: string) => slots(twoDays)(first('day: 2018-07-06\n      from: "09:00"\n      to: "09:30"')(text)),
      first(
        'from: "09:00"\n      to: "09:30"\n      documents: [{title: {fr: A}, url: /files/00000000-0000-4000-8000-000000000001}]',
      ),
      people(somebody),
    ])
      expect(codes(change)).toEqual([])
  })
  test('what may have been meant to end on the next day is told how to say so, in four languages', () => {
    const text = sample.replace('from: "09:00"\n      to: "09:30"', 'from: "22:00"\n      to: "01:00"')
    const told = locales.map(locale => {
      const read = readSeminarFile(text, locale)
      return read.ok ? '' : (read.problems[0]?.expected ?? '')
    })
    expect(new Set(told).size).toBe(4)
    for (const sentence of told) expect(sentence).toContain('until')
  })
})

describe('YAML that is not to be trusted', () => {
  const only = (text: string) => {
    const started = performance.now()
    const parsed = parseSeminarFile(text)
    expect(performance.now() - started).toBeLessThan(15_000)
    return parsed.ok ? [] : parsed.problems.map(problem => problem.expected.code)
  }
  test('anchors that explode', () => {
    const level = (name: string, of: string) => `${name}: &${name} [${Array(9).fill(of).join(',')}]\n`
    const names = 'abcdefghi'.split('')
    const bomb = names.map((name, index) => level(name, index === 0 ? '"lol"' : `*${names[index - 1]}`)).join('')
    expect(only(bomb)).toEqual(['yaml-anchors'])
  })
  test('a file of 50 MB is refused before it is read', () => {
    expect(only(`title: ${'x'.repeat(50 * 1024 * 1024)}`)).toEqual(['file-size'])
  })
  test('tags, tabs, two documents, an open quotation mark, a key twice, an anchor that leads nowhere', () => {
    expect(only('a: !!js/function x')).toContain('yaml-no-tag')
    expect(only('a: !!binary aGVsbG8=')).toContain('yaml-no-tag')
    expect(only('a:\n\t- x')).toContain('yaml-tab')
    expect(only('a: 1\n---\nb: 2\n')).toContain('yaml-one-document')
    expect(only('a: "x\nb: 2')).toContain('yaml-quote')
    expect(only('a: 1\na: 2')).toContain('key-once')
    expect(only('a: *nothing')).toContain('yaml-anchors')
  })
  test('blocks in blocks without end', () => {
    expect(only(`a: ${'['.repeat(20_000)}`)).toEqual(['yaml-too-deep'])
  })
  test('no text at all, a list, a number, __proto__', () => {
    for (const text of ['', '- a', '42', '__proto__: {a: 1}', 'null']) expect(only(text).length).toBeGreaterThan(0)
  })
  test('whatever is written, the answer is a list of places and never an error', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.jsonValue().map(value => stringify(value) ?? ''),
        ),
        text => {
          const parsed = parseSeminarFile(text)
          return !parsed.ok && parsed.problems.every(problem => problem.line >= 1 && problem.column >= 1)
        },
      ),
      { numRuns: 300 },
    )
  })
})

test('sentences are in the language of the reader, each whole', () => {
  const text = sample.replace('objective:', 'objectiv:').replace('capacity: 200', '').replace('[platforma]', '[x]')
  const told = locales.map(locale => {
    const read = readSeminarFile(text, locale)
    return read.ok ? [] : read.problems.map(problem => problem.expected)
  })
  expect(new Set(told.map(String)).size).toBe(4)
  for (const sentences of told) for (const sentence of sentences) expect(sentence).toMatch(/\.$/)
})

test('lettersApart is a distance', () => {
  const word = fc.string({ maxLength: 8 })
  fc.assert(
    fc.property(word, word, word, (a, b, c) => {
      expect(lettersApart(a, a)).toBe(0)
      expect(lettersApart(a, b)).toBe(lettersApart(b, a))
      expect(lettersApart(a, c)).toBeLessThanOrEqual(lettersApart(a, b) + lettersApart(b, c))
      expect(lettersApart(a, b)).toBeGreaterThanOrEqual(Math.abs(a.length - b.length))
    }),
  )
})
