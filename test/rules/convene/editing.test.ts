import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canBeAnnounced, checklistOf } from '../../../source/convene/editing/rules/checklist.ts'
import { countIn, withoutLanguages } from '../../../source/convene/editing/rules/drop-languages.ts'
import {
  dataFrom,
  type Field,
  fieldAt,
  readTime,
  readWhole,
  typedOf,
} from '../../../source/convene/editing/rules/fields.ts'
import { keyFrom } from '../../../source/convene/editing/rules/key-from.ts'
import { withItem, withMoved, withoutItem } from '../../../source/convene/editing/rules/list-patches.ts'
import { itemsOf, languagesOf, listNames, partNames, parts } from '../../../source/convene/editing/rules/parts.ts'
import {
  optionKeys,
  questionParts,
  typedOfQuestion,
  withOneMoreOption,
  withOptionUp,
} from '../../../source/convene/editing/rules/question-form.ts'
import { parseSeminarFile } from '../../../source/convene/seminar/rules/parse-seminar-file.ts'
import type { SeminarFile } from '../../../source/convene/seminar/rules/seminar-file.ts'
import { zonesOf } from '../../../source/ground/people/rules/time-zones.ts'

const text = `perenne: seminar/1
slug: small
network: {slug: net, name: {fr: Un réseau}}
source: fr
languages: [fr, es, en]
title: {fr: Un séminaire, es: Un seminario}
presentation: {fr: "Une ligne\\n\\nUne autre", en: One line}
date: 2030-05-06
hours: {from: "09:00", to: "17:00"}
time_zone: America/Bogota
venue: {name: {fr: Une salle}, address: "1 calle, Bogotá", country: CO, access: [{fr: Bus}, {fr: À pied, es: A pie}]}
spoken_languages: {floor: [fr, es], interpretation: [qu]}
registration:
  capacity: 20
  opens: 2030-04-01T10:00:00
  closes: 2030-05-01T23:59:59
  approval: [other]
  questions:
    - {key: travel, kind: choice, label: {fr: Comment ?, es: ¿Cómo?}, options: [{key: train, label: {fr: Train, es: Tren}}, {key: plane, label: {fr: Avion}}]}
    - {key: flight, kind: text, label: {fr: Vol}, when: {question: travel, is: [plane]}}
    - {key: mandate, kind: date, label: {fr: Mandat}, when: {category: [elected, staff]}}
  consents: [{key: data, required: true, text: {fr: "J’accepte."}}]
organisations: [{key: a, name: {fr: A}, kind: network, roles: [organiser]}]
contacts: [{email: a@ville.example, label: {fr: Équipe}}, {telephone: "+57 1", label: {fr: Presse}}]
`
const parsed = parseSeminarFile(text)
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
const file: SeminarFile = parsed.file
const none = () => 'source' as const

describe('a part as fields and back', () => {
  test('what a form shows, sent as it is shown, is the file again', () => {
    for (const part of partNames) {
      const typed = typedOf(parts[part], file, languagesOf(file))
      expect(dataFrom(parts[part], file, typed, file.source)).toEqual(file)
    }
    for (const question of file.registration.questions) {
      const typed = typedOfQuestion(question, languagesOf(file))
      const { parts: found, problem } = questionParts(typed, question, file.source)
      expect(problem).toBeNull()
      expect({ ...question, ...found }).toEqual({ options: undefined, when: undefined, ...question })
    }
  })

  test('any texts come back as they were typed, without the spaces around them; emptied ones are gone', () => {
    const field: Field = { kind: 'words', path: ['presentation'], optional: true, long: true }
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (fr, es) => {
        const found = dataFrom(
          [field],
          {},
          { 'presentation.fr': fr, 'presentation.es': es },
          'fr',
        ) as Partial<SeminarFile>
        const wanted = { ...(fr.trim() ? { fr: fr.trim() } : {}), ...(es.trim() ? { es: es.trim() } : {}) }
        expect(found.presentation).toEqual(Object.keys(wanted).length > 0 ? wanted : undefined)
      }),
    )
  })

  test('a language that the form did not show keeps its text', () => {
    const changed = dataFrom(parts.texts, file, { 'title.fr': 'Autre' }, 'fr')
    expect(changed.title).toEqual({ fr: 'Autre', es: 'Un seminario' })
    expect(changed.presentation).toEqual(file.presentation)
  })

  test('a title is one line, however it was typed; a long text keeps its lines', () => {
    const found = dataFrom(parts.texts, file, { 'title.fr': 'Une\n  action', 'method.fr': 'Un\n\ndeux' }, 'fr')
    expect([found.title.fr, found.method?.fr]).toEqual(['Une action', 'Un\n\ndeux'])
  })

  test('lines that were left empty are not in the file, and their problems are told at the line that was typed', () => {
    const typed = { 'venue.access.0.fr': '', 'venue.access.3.fr': 'Tram', 'venue.access.5.es': 'Solo' }
    expect(dataFrom(parts['when-and-where'], file, { ...typed, date: '' }, 'fr').venue.access).toEqual([
      { fr: 'Tram' },
      { es: 'Solo' },
    ])
    expect(fieldAt(['venue', 'access', 1], parts['when-and-where'], 'fr', typed)).toBe('venue.access.5.fr')
    expect(fieldAt(['registration', 'closes'], parts.registration, 'fr', {})).toBe('registration.closes.day')
    expect(fieldAt(['registration', 'approval', 2], parts.registration, 'fr', {})).toBe('registration.approval[]')
    expect(fieldAt(['programme', 'slots', 0], parts.registration, 'fr', {})).toBeNull()
  })
})

test.each([
  ['9:00', '09:00'],
  ['9h', '09:00'],
  ['9 h 05', '09:05'],
  ['17.30', '17:30'],
  ['17:30', '17:30'],
  ['25:00', '25:00'],
  ['morning', 'morning'],
  ['9:5', '9:5'],
])('the time %s is read as %s', (typed, read) => {
  expect(readTime(typed)).toBe(read)
})

test.each([
  ['1 200', 1200],
  ['1.200', 1200],
  ['1,200', 1200],
  ['1\u202f200', 1200],
  ['0', 0],
  ['-1', null],
  ['12a', null],
  ['', null],
  ['9999999999', null],
])('the number %j is read as %j', (typed, read) => {
  expect(readWhole(typed)).toBe(read)
})

test('a key is always one, and never one that is taken', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), fc.array(fc.string()), (words, taken) => {
      const first = keyFrom(words, new Set(taken), 'item')
      expect(first).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      expect(first.length).toBeLessThanOrEqual(80)
      const second = keyFrom(words, new Set([...taken, first]), 'item')
      expect([...taken, first]).not.toContain(second)
    }),
  )
  expect(keyFrom('Élections à São Paulo : l’œuvre', new Set(), 'x')).toBe('elections-a-sao-paulo-l-oeuvre')
  expect(keyFrom('学习', new Set(), 'seminar')).toBe('seminar')
})

describe('lists', () => {
  test('moving up and down again changes nothing; an item that is replaced stands where it stood', () => {
    for (const list of listNames) {
      const items = itemsOf(file, list)
      for (const [index, { key, item }] of items.entries()) {
        expect(withItem(file, list, key, item)).toEqual(file)
        expect(itemsOf(withoutItem(file, list, key), list)).toHaveLength(items.length - 1)
        if (index === 0) expect(withMoved(file, list, key, -1)).toEqual(file)
        // A contact is named by its place, which is another one after it was moved.
        const after = list === 'contacts' ? String(index) : key
        if (index > 0) expect(withMoved(withMoved(file, list, key, -1), list, after, 1)).toEqual(file)
      }
    }
  })

  test('choices are added, moved, named by their words and dropped when they are emptied', () => {
    const [travel] = file.registration.questions
    const typed = withOptionUp(withOneMoreOption(typedOfQuestion(travel ?? {}, languagesOf(file))), '~1')
    expect(optionKeys(typed)).toEqual(['train', '~1', 'plane'])
    const said = { ...typed, 'options.~1.fr': 'Train', 'options.plane.fr': '' }
    expect(questionParts(said, travel ?? {}, 'fr').parts.options).toEqual([
      { key: 'train', label: { fr: 'Train', es: 'Tren' } },
      { key: 'train-2', label: { fr: 'Train' } },
    ])
  })

  test('a condition names answers of one question, or categories', () => {
    const problem = (typed: Record<string, string | string[]>) => questionParts(typed, {}, 'fr').problem
    expect(problem({ when: 'answer', 'when.is[]': ['a:x', 'b:y'] })).toBe('one-question')
    expect(problem({ when: 'answer' })).toBe('some-answer')
    expect(problem({ when: 'category', 'when.category[]': ['nonsense'] })).toBe('some-category')
    expect(problem({ when: 'always', 'when.is[]': ['a:x'] })).toBeNull()
  })
})

test('without a language there is no text in it anywhere, and no other is touched', () => {
  const without = withoutLanguages({ ...file, languages: ['fr', 'en'] }, ['es'])
  expect(countIn(without, ['es'])).toBe(0)
  expect(countIn(without, ['fr', 'en'])).toBe(countIn(file, ['fr', 'en']))
  expect(countIn(file, ['es'])).toBe(4)
  expect(withoutLanguages(file, [])).toBe(file)
})

test('the zones of a country; none for what is no country', () => {
  expect(zonesOf('FR')).toEqual(['Europe/Paris'])
  expect(zonesOf('BR').length).toBeGreaterThan(3)
  for (const none of ['', 'fr', '??', 'FRA']) expect(zonesOf(none)).toEqual([])
})

describe('the checklist', () => {
  const now = Temporal.Instant.from('2030-04-10T10:00:00Z')
  const missing = (changed: SeminarFile, at = now) =>
    checklistOf(changed, none, at).flatMap(({ name, state }) => (state === 'missing' ? [name] : []))
  const registration = file.registration

  test('nothing is missing where all is there', () => {
    expect(missing(file)).toEqual([])
    expect(canBeAnnounced(checklistOf(file, none, now))).toBe(true)
  })
  test.each([
    ['capacity', { ...file, registration: { ...registration, capacity: 0 } }],
    ['consent', { ...file, registration: { ...registration, consents: [] } }],
    [
      'consent',
      { ...file, registration: { ...registration, consents: [{ key: 'x', required: false, text: { fr: 'X' } }] } },
    ],
    ['organiser', { ...file, organisations: file.organisations.map(one => ({ ...one, roles: ['partner' as const] })) }],
    ['contact', { ...file, contacts: [] }],
  ])('%s is missing', (name, changed) => {
    expect(missing(changed as SeminarFile)).toEqual([name])
    expect(canBeAnnounced(checklistOf(changed as SeminarFile, none, now))).toBe(false)
  })
  test('the last second of registration, and the end of the day, at the venue', () => {
    const closed = Temporal.Instant.from('2030-05-02T04:59:59Z')
    expect(missing(file, closed.subtract({ nanoseconds: 1 }))).toEqual([])
    expect(missing(file, closed)).toEqual(['closes'])
    expect(missing(file, Temporal.Instant.from('2030-05-06T22:00:00Z'))).toEqual(['day', 'closes'])
  })
  test('translations are advice, and counted', () => {
    const states = (key: string) => (key === 'title' ? ('stale' as const) : ('missing' as const))
    const found = checklistOf(file, states, now).find(({ name }) => name === 'translated')
    expect(found).toMatchObject({ state: 'advised', count: { stale: file.languages.length } })
    expect(canBeAnnounced(checklistOf(file, states, now))).toBe(true)
  })
})
