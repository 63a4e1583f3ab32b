import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { choosesSomebody, trimmed } from '../../../source/convene/mailings/rules/audience.ts'
import { mailingState, mayLeave } from '../../../source/convene/mailings/rules/mailing-state.ts'
import { sourceOf, stateOfWords } from '../../../source/convene/mailings/rules/own-words.ts'
import { paragraphsOf } from '../../../source/convene/mailings/rules/paragraphs.ts'
import {
  fillPlaceholders,
  placeholders,
  placeholdersIn,
  problemsOf,
} from '../../../source/convene/mailings/rules/placeholders.ts'
import { reminderDays, reminderState } from '../../../source/convene/mailings/rules/reminder-days.ts'
import { mostSubject, originalOf, textProblems, toFinish } from '../../../source/convene/mailings/rules/texts.ts'

const known = [
  'given_name',
  'family_name',
  'seminar',
  'date',
  'hours',
  'venue',
  'address',
  'access',
  'deadline',
  'programme',
  'own_page',
  'state',
  'contact',
]
const values = Object.fromEntries(known.map(word => [word, `<${word.toUpperCase()}>`])) as Record<
  (typeof placeholders)[number],
  string
>

// The model: a text cut at every brace by one expression, and nothing of the program's own reading.
function model(text: string): { filled: string; problems: [kind: string, line: number][] } {
  const problems: [string, number][] = []
  const filled = text.replace(/\{\{|\{([^{}\n]*)\}|\{([^{}\n]*)/g, (whole, closed, open, at: number) => {
    if (whole === '{{') return '{'
    const line = text.slice(0, at).split('\n').length
    const word = String(closed ?? '')
      .trim()
      .toLowerCase()
    if (closed !== undefined && known.includes(word)) return `<${word.toUpperCase()}>`
    problems.push([closed === undefined ? 'unclosed' : 'unknown', line])
    return closed === undefined ? `{${open ?? ''}` : whole
  })
  return { filled, problems }
}

const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom('{', '}', '{{', '}}', '\n', ' ', '{oops}', '{ Seminar }', '{given_name'),
      fc.constantFrom(...known.map(word => `{${word}}`)),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    ),
    { maxLength: 14 },
  )
  .map(pieces => pieces.join(''))

describe('words in braces', () => {
  test('any text is read as the model reads it', () => {
    expect([...placeholders]).toEqual(known)
    fc.assert(
      fc.property(texts, text => {
        const expected = model(text)
        expect(fillPlaceholders(text, values)).toBe(expected.filled)
        expect(problemsOf(text).map(({ kind, line }) => [kind, line])).toEqual(expected.problems)
      }),
      { numRuns: 500 },
    )
  })

  test('a value is words, whatever braces are in it', () => {
    const nested = { ...values, given_name: '{family_name} {oops} {{' }
    expect(fillPlaceholders('Dear {given_name},', nested)).toBe('Dear {family_name} {oops} {{,')
  })

  test('an unknown word and a brace that is not closed are named with their line', () => {
    expect(problemsOf('Dear {name},\n\nSee {date\nand {  venue }')).toEqual([
      { kind: 'unknown', word: 'name', line: 1 },
      { kind: 'unclosed', word: 'date', line: 3 },
    ])
    expect(problemsOf('{__proto__} {constructor} {}').map(({ word }) => word)).toEqual(['__proto__', 'constructor', ''])
    expect(problemsOf(`{${'x'.repeat(500)}`)[0]?.word).toHaveLength(41)
  })

  test('a text says which words it has', () => {
    expect([...placeholdersIn('{date} {date} {{hours}} {oops}')]).toEqual(['date'])
  })
})

test('paragraphs are parted by empty lines', () => {
  expect(paragraphsOf('\n\nOne\nmore\n \t\n\n\nTwo \n')).toEqual(['One\nmore', 'Two'])
  expect(paragraphsOf(' \n ')).toEqual([])
})

describe('the words of a mail', () => {
  test('each problem is told where it is; a language that is not written is none', () => {
    const words = {
      subject: { fr: 'Objet\nBcc: x@example.org', en: 'x'.repeat(mostSubject + 1), pt: 'Olá {nome}' },
      body: { fr: '   ', en: 'Hello', pt: '' },
    }
    expect(textProblems(words, ['fr', 'es', 'pt', 'en'], 'fr')).toEqual([
      { field: 'subject', locale: 'fr', kind: 'lines' },
      { field: 'body', locale: 'fr', kind: 'missing' },
      { field: 'subject', locale: 'pt', kind: 'unknown', word: 'nome', line: 1 },
      { field: 'subject', locale: 'en', kind: 'too-long', most: mostSubject },
    ])
    expect(textProblems({ subject: {}, body: {} }, ['fr', 'es'], null)).toEqual([])
  })

  test('the original is in a language that is whole: the seminar’s, else where it was, else the first', () => {
    const words = { subject: { fr: 'a', pt: 'a', en: 'a', es: ' ' }, body: { fr: ' ', pt: 'b', en: 'b', es: 'b' } }
    expect(originalOf(words, 'en')).toBe('en')
    expect(originalOf(words, 'fr')).toBe('pt')
    expect(originalOf(words, 'fr', 'en')).toBe('en')
    expect(originalOf(words, 'pt', 'en')).toBe('pt')
    expect(originalOf({ subject: { fr: 'a' }, body: { en: 'b' } }, 'fr')).toBeNull()
    expect(toFinish({ subject: { en: 'a' }, body: { es: 'b' } }, 'fr')).toBe('es')
    expect(toFinish({ subject: { en: 'a' }, body: { es: 'b' } }, 'en')).toBe('en')
    expect(toFinish({ subject: {}, body: {} }, 'fr')).toBe('fr')
  })

  const text = (bodies: Record<string, string>, stale: string[] = []) => ({
    source: 'fr' as const,
    bodies: Object.fromEntries(
      Object.entries(bodies).map(([locale, body]) => [
        locale,
        { body, state: 'reviewed' as const, stale: stale.includes(locale) },
      ]),
    ),
  })

  test('own words are usual, own, missing, stale or wrong, language by language', () => {
    const texts = { subject: text({ fr: 'Objet', es: 'Asunto {x}', en: 'Subject' }, ['en']), body: undefined }
    const states = (['fr', 'es', 'pt', 'en'] as const).map(locale => stateOfWords(texts, locale))
    expect(states).toEqual(['own', 'wrong', 'missing', 'stale'])
    expect(stateOfWords(undefined, 'fr')).toBe('usual')
    // The body is written in Spanish alone: the subject being there in French does not make the mail whole.
    expect(stateOfWords({ ...texts, body: text({ es: 'Cuerpo' }) }, 'fr')).toBe('missing')
  })

  test('the original stays in its language as long as it is written there', () => {
    expect(sourceOf({ fr: 'a', pt: 'b' }, 'pt', 'fr')).toBe('pt')
    expect(sourceOf({ fr: 'a', pt: ' ' }, 'pt', 'fr')).toBe('fr')
    expect(sourceOf({ es: 'a' }, null, 'fr')).toBe('es')
    expect(sourceOf({ es: ' ' }, 'es', 'fr')).toBeNull()
  })
})

describe('a mailing', () => {
  const now = Temporal.Instant.from('2018-06-10T10:00:00Z')
  const at = (time: string) => Temporal.Instant.from(`2018-06-${time}:00Z`)
  const facts = { daysBefore: null, sendAt: null, startedAt: null, cancelledAt: null, waiting: 0 }

  test('its state is worked out from what somebody said and what became of it', () => {
    expect(mailingState(facts, now)).toBe('draft')
    expect(mailingState({ ...facts, sendAt: at('10T10:01') }, now)).toBe('scheduled')
    // The minute in which it leaves is no delay.
    expect(mailingState({ ...facts, sendAt: at('10T09:59') }, now)).toBe('scheduled')
    expect(mailingState({ ...facts, sendAt: at('10T09:58') }, now)).toBe('held')
    expect(mailingState({ ...facts, startedAt: now, waiting: 1 }, now)).toBe('sending')
    expect(mailingState({ ...facts, startedAt: now }, now)).toBe('sent')
    expect(mailingState({ ...facts, cancelledAt: now, sendAt: now }, now)).toBe('cancelled')
    expect(mailingState({ ...facts, cancelledAt: now, daysBefore: 7 }, now)).toBe('skipped')
  })

  test('it leaves by itself from its moment on, and no later than a day after it', () => {
    expect(mayLeave(at('10T10:00'), now)).toBe(true)
    expect(mayLeave(at('10T10:01'), now)).toBe(false)
    expect(mayLeave(at('09T10:01'), now)).toBe(true)
    expect(mayLeave(at('09T10:00'), now)).toBe(false)
  })

  test('no state and nobody by name is nobody, and not everybody', () => {
    expect(choosesSomebody({ categories: ['elected'] })).toBe(false)
    expect(choosesSomebody({ states: ['waiting'] })).toBe(true)
    expect(choosesSomebody({ registrations: ['x'] })).toBe(true)
    expect(trimmed({ states: ['waiting'], regions: [] })).toEqual({ states: ['waiting'] })
  })
})

describe('reminders', () => {
  const days = (heldOn: string, zone: string, list: number[]) =>
    reminderDays(heldOn, zone, list).map(day => [day.daysBefore, day.from.toString(), day.until.toString()])

  test('leave at nine at the venue, whatever the clocks do in between', () => {
    // The clocks of Paris go back on 28 October 2018.
    expect(days('2018-10-30', 'Europe/Paris', [1, 7])).toEqual([
      [7, '2018-10-23T07:00:00Z', '2018-10-23T22:00:00Z'],
      [1, '2018-10-29T08:00:00Z', '2018-10-29T23:00:00Z'],
    ])
    expect(days('2018-03-26', 'Europe/Paris', [1])).toEqual([[1, '2018-03-25T07:00:00Z', '2018-03-25T22:00:00Z']])
    expect(days('2018-07-05', 'Asia/Kathmandu', [1])).toEqual([[1, '2018-07-04T03:15:00Z', '2018-07-04T18:15:00Z']])
  })

  test('any day of any zone: the hour is nine on the calendar of the venue, and each day once', () => {
    const zones = [
      'Europe/Paris',
      'America/Bogota',
      'America/Sao_Paulo',
      'Pacific/Apia',
      'Asia/Kolkata',
      'Africa/Cairo',
    ]
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 3650 }),
        fc.uniqueArray(fc.constantFrom(1, 2, 7, 14, 28)),
        (timeZone, offset, list) => {
          const heldOn = Temporal.PlainDate.from('2016-01-01').add({ days: offset })
          for (const { daysBefore, from, until } of reminderDays(heldOn.toString(), timeZone, [...list, ...list])) {
            const at = from.toZonedDateTimeISO(timeZone)
            expect(at.toPlainDate().add({ days: daysBefore }).equals(heldOn)).toBe(true)
            expect(at.hour).toBe(9)
            expect(
              until.subtract({ nanoseconds: 1 }).toZonedDateTimeISO(timeZone).toPlainDate().equals(at.toPlainDate()),
            ).toBe(true)
          }
          expect(reminderDays(heldOn.toString(), timeZone, [...list, ...list])).toHaveLength(list.length)
        },
      ),
    )
  })

  test('early, due, late: to the stroke', () => {
    const [day] = reminderDays('2018-07-05', 'Europe/Paris', [1])
    if (!day) throw new Error('no day')
    const on = (instant: string) => reminderState(day, Temporal.Instant.from(instant))
    expect(on('2018-07-04T06:59:59.999Z')).toBe('early')
    expect(on('2018-07-04T07:00:00Z')).toBe('due')
    expect(on('2018-07-04T21:59:59.999Z')).toBe('due')
    expect(on('2018-07-04T22:00:00Z')).toBe('late')
  })
})
